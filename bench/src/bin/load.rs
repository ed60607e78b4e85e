//! Loads a running server; every command prints one line of JSON.
//!
//! ```text
//! load customers SANDBOX COUNT                      ids of new customers with a subscription
//! load sessions SERVER CUSTOMERS                    a session per customer; key: BENCH_BRAND_KEY
//! load open SERVER SESSIONS CONNECTIONS get|post    opens each session once
//! load flows SERVER SESSIONS CONNECTIONS            a whole flow per session
//! ```
//! CUSTOMERS and SESSIONS are files with the JSON that an earlier command printed.

use std::io::Write as _;

use bench::flow::Opening;
use bench::{Failure, customers, flow};
use serde_json::{Value, json};

/// Connections that prepare what is measured later.
const PREPARING: usize = 16;

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let answer = run(&args).await?;
    writeln!(std::io::stdout(), "{answer}")?;
    Ok(())
}

async fn run(args: &[&str]) -> Result<Value, Failure> {
    match args {
        ["customers", sandbox, count] => {
            Ok(json!(customers::make(sandbox, count.parse()?, PREPARING).await?))
        }
        ["sessions", server, file] => {
            let key = std::env::var("BENCH_BRAND_KEY")?;
            Ok(json!(customers::sessions(server, &key, list(file)?, PREPARING).await?))
        }
        ["open", server, file, connections, method] => {
            let opening = if *method == "get" { Opening::Get } else { Opening::Post };
            flow::open(server, list(file)?, connections.parse()?, opening).await
        }
        ["flows", server, file, connections] => {
            flow::flows(server, list(file)?, connections.parse()?).await
        }
        _ => Err("the commands stand at the top of bench/src/bin/load.rs".into()),
    }
}

fn list(file: &str) -> Result<Vec<String>, Failure> {
    Ok(serde_json::from_str(&std::fs::read_to_string(file)?)?)
}
