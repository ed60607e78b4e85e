//! The bare peer: axum with nothing around it. `POST /echo` reads and answers JSON of the shape of
//! a session, `GET /hello` answers a short JSON text.

use std::io::Write as _;

use axum::routing::{get, post};
use axum::{Json, Router};
use serde::{Deserialize, Serialize};

#[derive(Deserialize)]
struct Asked {
    retention: Retention,
}

#[derive(Serialize, Deserialize)]
struct Retention {
    customer_id: String,
}

#[derive(Serialize)]
struct Answer {
    id: &'static str,
    session: Retention,
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let router = Router::new().route("/echo", post(echo)).route("/hello", get(hello));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    writeln!(std::io::stdout(), "http://{}", listener.local_addr()?)?;
    axum::serve(listener, router).await
}

async fn echo(Json(asked): Json<Asked>) -> Json<Answer> {
    Json(Answer { id: "ret_echo", session: asked.retention })
}

async fn hello() -> Json<&'static str> {
    Json("hello")
}
