//! An application for tests: the real engine, store, billing adapter and web, on a database file of
//! its own, against a Stripe sandbox in the same process.
//!
//! ```no_run
//! # async fn example() {
//! use testkit::{ROBIN, TestApp};
//! let app = TestApp::start().await;
//! let view = app.session().for_customer(ROBIN.customer).open().await;
//! let view = view.choose_reason("too_expensive").await.accept().await;
//! app.run_jobs().await;
//! assert_eq!(view.refresh().await.page().step(), "kept");
//! # }
//! ```
//!
//! Time moves only when told, randomness is seeded, jobs run when asked. Dropping a [`TestApp`]
//! fails the test if work was left undone, unless the test said so.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test stops where something is not as it should be"
)]

mod app;
mod cast;
mod http;
mod logs;
mod page;
mod playbook;
mod ports;
mod session;
mod stripe;

pub use app::{BRAND, STRIPE_KEY, TestApp, TestAppBuilder};
pub use cast::*;
pub use http::{Answer, encode_form};
pub use logs::LogCapture;
pub use page::Page;
pub use ports::{ManualClock, SeededRng};
pub use session::{NewSession, View};
