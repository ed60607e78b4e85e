//! `/retention`: the view inside the frame. There are no cookies; the session in the form is the
//! authority, so these routes need no CSRF layer.

mod form;
mod handlers;
pub(crate) mod headers;
pub(crate) mod language;
mod parent;
mod payload;
pub(crate) mod render;
mod words;

use std::sync::Arc;

use axum::Router;
use axum::routing::get;

use crate::app::App;

pub(crate) use handlers::{refused, root};

pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new().route("/retention", get(handlers::show).post(handlers::act))
}
