//! `/receipt/<bearer>`: GET shows, `?download=1` saves, POST undoes.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use engine::retention::{ReceiptError, ReceiptView};
use serde::Deserialize;

use crate::app::App;
use crate::middleware::client_address::ClientAddress;
use crate::retention::headers::{PageHeaders, nonce};
use crate::retention::{language, refused, render};

#[derive(Debug, Default, Deserialize)]
struct ReceiptQuery {
    download: Option<String>,
}

pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new().route("/receipt/{bearer}", get(show).post(undo))
}

async fn show(
    State(app): State<Arc<App>>,
    ClientAddress(address): ClientAddress,
    headers: HeaderMap,
    Path(bearer): Path<String>,
    Query(query): Query<ReceiptQuery>,
) -> Response {
    if let Err(error) = app.limiter.check_page(address, false) {
        return refused(&app, &error, &headers);
    }
    let found = app.engine.view_receipt(&bearer).await;
    respond(&app, &headers, found, query.download.is_some())
}

async fn undo(
    State(app): State<Arc<App>>,
    ClientAddress(address): ClientAddress,
    headers: HeaderMap,
    Path(bearer): Path<String>,
) -> Response {
    if let Err(error) = app.limiter.check_page(address, true) {
        return refused(&app, &error, &headers);
    }
    let found = app.engine.undo_receipt(&bearer).await;
    respond(&app, &headers, found, false)
}

fn respond(
    app: &App,
    headers: &HeaderMap,
    found: Result<ReceiptView, ReceiptError>,
    is_download: bool,
) -> Response {
    let nonce = nonce(app.engine.rng());
    let words = language::of_browser(headers, found.as_ref().ok().map(|view| &*view.brand));
    let mut response = match &found {
        Ok(view) => render::receipt(words, view, &nonce, app.engine.clock().now(), is_download),
        Err(ReceiptError::NotFound) => render::unknown(words, StatusCode::NOT_FOUND, &nonce),
        Err(ReceiptError::Store(error)) => {
            tracing::error!(%error, "a receipt could not be shown");
            render::failure(words, StatusCode::SERVICE_UNAVAILABLE, &nonce)
        }
    };
    PageHeaders::standalone(&nonce).apply(response.headers_mut());
    if let (true, Ok(view)) = (is_download, &found) {
        let name = format!("attachment; filename=\"receipt-{}.html\"", view.decision.reference);
        if let Ok(value) = HeaderValue::from_str(&name) {
            response.headers_mut().insert(header::CONTENT_DISPOSITION, value);
        }
    }
    response.into_response()
}
