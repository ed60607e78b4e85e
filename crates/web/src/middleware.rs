//! Layers around every request.

pub(crate) mod client_address;
pub(crate) mod observe;
pub(crate) mod rate_limit;
pub(crate) mod request_metrics;
