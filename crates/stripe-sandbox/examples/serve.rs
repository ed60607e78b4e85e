//! Serves a sandbox on a free port and prints one line of JSON with its address:
//! `{"url": "http://127.0.0.1:…"}`. It ends when its standard input does, so it never outlives
//! the test that started it.

use std::io::{Read as _, Write as _};

use stripe_sandbox::{Sandbox, SandboxOptions};

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let options = SandboxOptions { now: 1_790_812_800, seed: 1, secret_keys: Vec::new() };
    writeln!(std::io::stdout(), "{{\"url\": \"http://{address}\"}}")?;
    let (ended, end_of_input) = tokio::sync::oneshot::channel::<()>();
    std::thread::spawn(move || {
        // An error ends the input as well; nobody waits only if serving has ended already.
        let _ = std::io::stdin().read_to_end(&mut Vec::new());
        let _ = ended.send(());
    });
    let shutdown = async {
        let _ = end_of_input.await;
    };
    Sandbox::new(options).serve(listener, shutdown).await
}
