//! The renumerate binary.
fn main() {}
