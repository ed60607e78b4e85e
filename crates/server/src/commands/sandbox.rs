//! `renumerate sandbox`.

use stripe_sandbox::{Sandbox, SandboxOptions};

use super::{Failure, say};
use crate::adapters::SystemClock;
use crate::cli::SandboxArgs;
use crate::http;
use engine::ports::Clock;

/// Ids and secrets of the sandbox follow from it, so tests can rely on them.
const SEED: u64 = 1;

pub(super) async fn run(args: SandboxArgs) -> Result<(), Failure> {
    let options =
        SandboxOptions { now: SystemClock.now().as_second(), seed: SEED, secret_keys: Vec::new() };
    let sandbox = Sandbox::following(options, || SystemClock.now().as_second());
    let cast = if args.cast { sandbox.seed_demo_cast() } else { Vec::new() };
    let listener = http::bind(args.listen)?;
    let url = format!("http://{}", listener.local_addr()?);
    if args.json {
        let cast: Vec<_> = cast
            .iter()
            .map(|member| serde_json::json!({"id": member.customer_id, "email": member.email, "note": member.note}))
            .collect();
        say(serde_json::json!({"url": url, "customers": cast}));
    } else {
        say(format_args!(
            "a Stripe-shaped sandbox on {url}; any key that begins with sk_test_ works"
        ));
        say("point RENUMERATE_STRIPE_API_BASE at it; its clock and faults: /_sandbox");
    }
    let deliveries = sandbox.clone();
    let delivering = tokio::spawn(async move { deliveries.deliver_continuously().await });
    let listener = tokio::net::TcpListener::from_std(listener)?;
    sandbox.serve(listener, http::told_to_stop()).await?;
    delivering.abort();
    Ok(())
}
