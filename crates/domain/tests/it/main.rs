//! Tests of the domain from outside, one binary.

mod eligibility;
mod flow;
mod money;
mod pause;
mod shapes;
