//! One request to Stripe: headers, time limit, retries, and what an answer means.

mod answer;
mod client;
mod exchange;
mod failure;
mod reason;
mod request;
mod retry;

pub(crate) use client::{Client, Transport};
pub(crate) use failure::{Failure, missing_as_none, rejected, unreadable};
pub(crate) use request::Request;
