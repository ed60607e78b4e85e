//! What is sent, and what is made of each answer, whatever Stripe would do.

mod failures;
mod pages;
mod requests;
mod retries;
mod secrets;
mod shapes;
mod steps;
mod wire_json;
