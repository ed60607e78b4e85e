//! Sessions that follow a brand's own playbook.

mod cancel_modes;
mod eligibility;
mod interrupted;
mod promises;
mod three_sentences;
