//! HTTP: the API, the retention view, assets and middleware.

pub mod view;
