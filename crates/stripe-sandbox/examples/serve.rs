//! Serves a sandbox on a free port and prints one line of JSON with its address:
//! `{"url": "http://127.0.0.1:…"}`. It ends when its standard input does, so it never outlives
//! the test that started it.

use std::io::Write as _;

use stripe_sandbox::{Sandbox, SandboxOptions};
use tokio::io::AsyncReadExt as _;

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let options = SandboxOptions { now: 1_790_000_000, seed: 1, secret_keys: Vec::new() };
    writeln!(std::io::stdout(), "{{\"url\": \"http://{address}\"}}")?;
    let end_of_input = async {
        let mut rest = Vec::new();
        // An error ends the input as well.
        let _ = tokio::io::stdin().read_to_end(&mut rest).await;
    };
    Sandbox::new(options).serve(listener, end_of_input).await
}
