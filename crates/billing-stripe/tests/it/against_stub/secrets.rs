//! Keys and customers stay out of everything an operator reads.

use std::io;
use std::sync::{Arc, Mutex, OnceLock};

use billing_stripe::{StripeBilling, StripeOptions};
use engine::ports::{Billing, BillingAccount, BillingError, Rng};
use metrics_exporter_prometheus::PrometheusBuilder;
use secrecy::SecretString;
use tracing_subscriber::fmt::MakeWriter;

use super::wire_json;
use crate::support::stub::{Reply, Stub};
use crate::support::{PATIENT, SECRET, account, adapter, customer_id};

struct Zeros;

impl Rng for Zeros {
    fn fill(&self, buffer: &mut [u8]) {
        buffer.fill(0);
    }
}

/// Everything this process logs, at every level. A subscriber of one thread would miss lines:
/// whether a line is of interest is decided once, by whichever test reaches it first.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Lines {
    fn of_this_process() -> &'static Self {
        static LINES: OnceLock<Lines> = OnceLock::new();
        LINES.get_or_init(|| {
            let lines = Lines::default();
            let subscriber = tracing_subscriber::fmt()
                .with_max_level(tracing::Level::TRACE)
                .with_writer(lines.clone())
                .finish();
            tracing::subscriber::set_global_default(subscriber).unwrap();
            lines
        })
    }

    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

impl io::Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Lines {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

#[tokio::test]
async fn debug_shows_no_key() {
    let Ok(billing) = StripeBilling::new(StripeOptions::new(Arc::new(Zeros))) else {
        // Another test installs the TLS provider; this one only needs something to print.
        return assert!(!format!("{:?}", adapter(PATIENT).billing).contains("sk_"));
    };
    let shown = format!(
        "{:?} {:?} {:?}",
        account("https://api.stripe.com"),
        StripeOptions::new(Arc::new(Zeros)),
        billing
    );
    assert!(!shown.contains("sk_"), "{shown}");
}

#[tokio::test]
async fn errors_show_no_key() {
    let quoting = format!("Invalid API Key provided: {SECRET} for ann@example.com");
    let stub = Stub::start([Reply::error(401, "invalid_request_error", "c", &quoting)]).await;
    let billing = adapter(PATIENT).billing;
    let result = billing.find_customer(&account(&stub.base), &customer_id("cus_1")).await;
    let error = result.unwrap_err();
    let shown = format!("{error} {error:?}");
    assert!(matches!(error, BillingError::Unauthorized { .. }), "{shown}");
    assert!(!shown.contains(SECRET) && !shown.contains("ann@"), "{shown}");
}

#[tokio::test]
async fn a_key_no_header_can_carry_is_refused_before_anything_is_sent() {
    let stub = Stub::start([Reply::json(wire_json::customer("cus_1"))]).await;
    let broken =
        BillingAccount { secret_key: SecretString::from("sk_test\n1"), ..account(&stub.base) };
    let result = adapter(PATIENT).billing.find_customer(&broken, &customer_id("cus_1")).await;
    assert!(matches!(result, Err(BillingError::Unauthorized { .. })), "{result:?}");
    assert_eq!(stub.seen().len(), 0);
}

#[tokio::test]
async fn logs_and_metrics_name_the_call_and_nobody() {
    let lines = Lines::of_this_process();
    let recorder = PrometheusBuilder::new().build_recorder();
    let handle = recorder.handle();
    let measuring = metrics::set_default_local_recorder(&recorder);

    let listed = wire_json::list(vec![wire_json::customer("cus_1")], false);
    let failing = Reply::error(500, "api_error", "c", "Ann@secret.test");
    let stub = Stub::start([failing, Reply::json(listed).header("request-id", "req_logged")]).await;
    let billing = adapter(PATIENT).billing;
    billing.list_customers_by_email(&account(&stub.base), "Ann@secret.test").await.unwrap();

    drop(measuring);
    let log = lines.text();
    assert!(log.contains("list_customers_by_email") && log.contains("req_logged"), "{log}");
    assert!(!log.contains("canary") && !log.contains("secret.test"), "{log}");
    let metrics = handle.render();
    for outcome in ["ok", "unknown"] {
        let line = format!(
            "stripe_requests_total{{call=\"list_customers_by_email\",outcome=\"{outcome}\"}} 1"
        );
        assert!(metrics.contains(&line), "{metrics}");
    }
    assert!(metrics.contains("stripe_request_duration_seconds"), "{metrics}");
}
