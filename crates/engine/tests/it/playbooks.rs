//! Sessions that follow a brand's own playbook.

mod cancel_modes;
mod custom;
mod eligibility;
mod interrupted;
mod promises;
mod random;
mod resumption;
mod three_sentences;
mod unreadable;
