//! A server that notes every request and gives one answer.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum_server::tls_rustls::RustlsConfig;

/// One answer.
#[derive(Clone)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) header: Option<(&'static str, String)>,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    pub(crate) fn done() -> Self {
        Self { status: 200, header: None, body: br#"{"status":"done"}"#.to_vec() }
    }

    pub(crate) fn status(status: u16) -> Self {
        Self { status, header: None, body: Vec::new() }
    }

    pub(crate) fn header(self, name: &'static str, value: &str) -> Self {
        Self { header: Some((name, value.to_owned())), ..self }
    }
}

/// One request as it came.
#[derive(Debug, Clone)]
pub(crate) struct Seen {
    pub(crate) method: String,
    pub(crate) uri: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Seen {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers[name].to_str().unwrap()
    }
}

struct Shared {
    reply: Reply,
    seen: Mutex<Vec<Seen>>,
}

/// The server, for as long as the runtime lives.
pub(crate) struct Receiver {
    pub(crate) address: SocketAddr,
    shared: Arc<Shared>,
}

impl Receiver {
    /// Without TLS, on a free port.
    pub(crate) async fn start(reply: Reply) -> Self {
        Self::serve("127.0.0.1:0", reply, None)
    }

    /// With TLS, on the address given.
    pub(crate) fn start_tls(address: &str, tls: RustlsConfig) -> Self {
        Self::serve(address, Reply::done(), Some(tls))
    }

    fn serve(address: &str, reply: Reply, tls: Option<RustlsConfig>) -> Self {
        let listener = std::net::TcpListener::bind(address).unwrap();
        listener.set_nonblocking(true).unwrap();
        let address = listener.local_addr().unwrap();
        let shared = Arc::new(Shared { reply, seen: Mutex::default() });
        let service = Router::new().fallback(answer).with_state(shared.clone()).into_make_service();
        match tls {
            None => drop(tokio::spawn(axum_server::from_tcp(listener).unwrap().serve(service))),
            Some(tls) => {
                let server = axum_server::from_tcp_rustls(listener, tls).unwrap();
                drop(tokio::spawn(server.serve(service)));
            }
        }
        Self { address, shared }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}/hook", self.address)
    }

    pub(crate) fn seen(&self) -> Vec<Seen> {
        self.shared.seen.lock().unwrap().clone()
    }
}

async fn answer(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    shared.seen.lock().unwrap().push(Seen {
        method: parts.method.to_string(),
        uri: parts.uri.to_string(),
        headers: parts.headers,
        body: String::from_utf8(body.to_vec()).unwrap(),
    });
    let Reply { status, header, body } = shared.reply.clone();
    let mut response = (StatusCode::from_u16(status).unwrap(), body).into_response();
    if let Some((name, value)) = header {
        response.headers_mut().insert(name, value.parse().unwrap());
    }
    response
}
