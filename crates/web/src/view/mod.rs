//! The retention view: what the customer sees inside the frame.

pub mod brand_style;
pub mod color;
pub mod pages;
