//! `GET` shows where a session stands, `POST` makes one step.

use std::sync::Arc;

use axum::extract::{FromRequest, Query, Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Form, RequestExt as _};
use engine::retention::{Action, SessionError, ViewError};

use super::form::{MissingField, ViewForm};
use super::headers::{PageHeaders, nonce};
use super::language;
use super::parent::Parent;
use super::render::{self, PageContext};
use crate::app::App;
use crate::error::ApiError;
use crate::middleware::client_address::ClientAddress;

type Fields = Vec<(String, String)>;

/// `GET /retention?session_id=…`; without an id the shell, whose script remembers it.
pub(crate) async fn show(
    State(app): State<Arc<App>>,
    ClientAddress(address): ClientAddress,
    headers: HeaderMap,
    Query(fields): Query<Fields>,
) -> Response {
    if let Err(error) = app.limiter.check_page(address, false) {
        return refused(&app, &error, &headers);
    }
    let form = ViewForm::read(fields);
    if form.session_id.is_empty() {
        let nonce = nonce(app.engine.rng());
        let mut response = render::shell(language::of_browser(&headers, None), &nonce);
        PageHeaders::without_brand(&nonce).apply(response.headers_mut());
        return response;
    }
    page(&app, &form, Action::Refresh, None, &headers, false).await
}

/// `POST /retention`: the SDK opens the view with it, and each step is one.
pub(crate) async fn act(
    State(app): State<Arc<App>>,
    ClientAddress(address): ClientAddress,
    headers: HeaderMap,
    Form(fields): Form<Fields>,
) -> Response {
    let form = ViewForm::read(fields);
    if let Err(error) = app.limiter.check_page(address, form.is_cancel()) {
        return refused(&app, &error, &headers);
    }
    let (action, missing) = match form.action() {
        Ok(action) => (action, None),
        Err(missing) => (Action::Refresh, Some(missing)),
    };
    page(&app, &form, action, missing, &headers, true).await
}

/// A page for who has to wait: the SDK shows its fallback then, where cancelling still works.
pub(crate) fn refused(app: &App, error: &ApiError, headers: &HeaderMap) -> Response {
    let nonce = nonce(app.engine.rng());
    let mut response = render::failure(language::of_browser(headers, None), error.status, &nonce);
    PageHeaders::without_brand(&nonce).apply(response.headers_mut());
    if let Some(seconds) = error.retry_after {
        response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    }
    response
}

async fn page(
    app: &App,
    form: &ViewForm,
    action: Action,
    missing: Option<MissingField>,
    headers: &HeaderMap,
    is_post: bool,
) -> Response {
    let nonce = nonce(app.engine.rng());
    let is_step = action != Action::Refresh;
    let view = match action {
        Action::Refresh => app.engine.open_view(&form.session_id).await,
        action => app.engine.act(&form.session_id, action).await,
    };
    match view {
        Ok(view) => {
            let session = view.session.claims.locale.as_deref();
            let context = PageContext {
                words: language::of_session(session, form, headers, &view.brand),
                parent: Parent::find(&view.brand, &form.parent_origin, headers),
                is_fresh: is_post && is_step,
                missing,
                form,
                now: app.engine.clock().now(),
                nonce: &nonce,
            };
            let mut response = render::view(&view, &context);
            PageHeaders::framed(&view.brand, &nonce).apply(response.headers_mut());
            response
        }
        Err(error) => failed(error, form, headers, &nonce),
    }
}

fn failed(error: ViewError, form: &ViewForm, headers: &HeaderMap, nonce: &str) -> Response {
    let store_error = match error {
        ViewError::Session(SessionError::Expired { access }) => {
            let parent = Parent::find(&access.brand, &form.parent_origin, headers);
            let words = language::of_session(None, form, headers, &access.brand);
            let mut response = render::expired(words, &access.brand, parent, nonce);
            PageHeaders::framed(&access.brand, nonce).apply(response.headers_mut());
            return response;
        }
        ViewError::Session(SessionError::Invalid) => {
            let mut response =
                render::unknown(language::of_browser(headers, None), StatusCode::NOT_FOUND, nonce);
            PageHeaders::without_brand(nonce).apply(response.headers_mut());
            return response;
        }
        ViewError::Session(SessionError::Store(error)) | ViewError::Store(error) => error,
    };
    tracing::error!(error = %store_error, "a view could not be shown");
    let mut response = render::failure(
        language::of_browser(headers, None),
        StatusCode::SERVICE_UNAVAILABLE,
        nonce,
    );
    PageHeaders::without_brand(nonce).apply(response.headers_mut());
    response
}

/// `/`: the view on a host of its own, else the way to the API's description.
pub(crate) async fn root(State(app): State<Arc<App>>, request: Request) -> Response {
    if app.options.hosts.retention.as_deref() != Some(host_of(&request)) {
        return Redirect::temporary(app.options.home).into_response();
    }
    match on_own_host(app, request).await {
        Ok(response) => response,
        Err(error) => error.into_response(),
    }
}

/// The host that was asked for, without a port. HTTP/2 names it in the address, HTTP/1 in a header.
fn host_of(request: &Request) -> &str {
    if let Some(host) = request.uri().host() {
        return host;
    }
    let host = request.headers().get(header::HOST).and_then(|value| value.to_str().ok());
    host.unwrap_or_default().split(':').next().unwrap_or_default()
}

async fn on_own_host(app: Arc<App>, mut request: Request) -> Result<Response, ApiError> {
    let Ok(address) = request.extract_parts_with_state::<ClientAddress, _>(&app).await;
    let headers = request.headers().clone();
    if request.method() == Method::POST {
        let form = Form::<Fields>::from_request(request, &app).await;
        let form =
            form.map_err(|_| ApiError::bad_request("invalid_form", "The form could not be read."))?;
        return Ok(act(State(app), address, headers, form).await);
    }
    let query = request.extract_parts_with_state::<Query<Fields>, _>(&app).await;
    let query = query
        .map_err(|_| ApiError::bad_request("invalid_query", "The query could not be read."))?;
    Ok(show(State(app), address, headers, query).await)
}
