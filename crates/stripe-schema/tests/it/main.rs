//! The oracle itself: what it accepts and what it refuses.

mod answers;
mod requests;
mod versions;
