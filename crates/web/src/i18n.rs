//! The view's languages: which one a customer reads, its words, and how it writes money and days.
//!
//! Messages are Fluent files, `locales/<tag>/view.ftl`. The build reads them with Fluent's parser
//! and writes one method of [`Words`] per message, so a missing message or value does not
//! compile, and saying one is a copy of text. Fluent's own run-time bundles were not taken: they
//! find messages by name, report what is missing only while a page is made, and take a lock for
//! each plural.

mod dates;
mod formats;
mod locale;
mod money;
mod negotiate;
mod words;

pub use dates::machine_time;
pub use locale::{Direction, Locale};
pub use negotiate::negotiate;
pub use words::Words;
