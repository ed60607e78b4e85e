//! Integration tests of the web crate, one binary.

#[cfg(test)]
mod any_input;
#[cfg(test)]
mod bad_input;
#[cfg(test)]
mod bad_sessions;
#[cfg(test)]
mod custom_offers;
#[cfg(test)]
mod endings;
#[cfg(test)]
mod flow;
#[cfg(test)]
mod free_text;
#[cfg(test)]
mod headers;
#[cfg(test)]
mod intl;
#[cfg(test)]
mod keys;
#[cfg(test)]
mod language_choice;
#[cfg(test)]
mod languages;
#[cfg(test)]
mod leaks;
#[cfg(test)]
mod limits;
#[cfg(test)]
mod mirror;
#[cfg(test)]
mod offers;
#[cfg(test)]
mod once;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod receipts;
#[cfg(test)]
mod sdk;
#[cfg(test)]
mod sessions;
#[cfg(test)]
mod stripe_down;
#[cfg(test)]
mod unwell;
