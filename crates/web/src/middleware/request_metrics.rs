//! The histogram of requests, found without making its labels anew for each request.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};
use std::time::Duration;

use axum::http::{Method, StatusCode};
use metrics::Histogram;

/// Methods told apart; a closed list, so that a client cannot make up label values.
const METHODS: [&str; 5] = ["GET", "POST", "HEAD", "OPTIONS", "other"];
/// Classes of statuses told apart.
const CLASSES: [&str; 4] = ["2xx", "3xx", "4xx", "5xx"];

type OfPath = [[Option<Histogram>; CLASSES.len()]; METHODS.len()];

/// Histograms by route, method and class of status. Routes are patterns, so there are few.
#[derive(Default)]
pub(crate) struct RequestMetrics {
    known: RwLock<HashMap<String, OfPath>>,
}

impl RequestMetrics {
    /// Counts an answered request.
    pub(crate) fn record(&self, method: &Method, path: &str, status: StatusCode, took: Duration) {
        let method = method_index(method);
        let class = usize::from(status.as_u16() / 100).clamp(2, 5) - 2;
        {
            let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
            if let Some(histogram) = known.get(path).and_then(|of| of[method][class].as_ref()) {
                histogram.record(took.as_secs_f64());
                return;
            }
        }
        let histogram = metrics::histogram!("http_request_seconds",
            "method" => METHODS[method], "path" => path.to_owned(), "status" => CLASSES[class]);
        histogram.record(took.as_secs_f64());
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        known.entry(path.to_owned()).or_default()[method][class] = Some(histogram);
    }
}

fn method_index(method: &Method) -> usize {
    let name = method.as_str();
    METHODS.iter().position(|known| *known == name).unwrap_or(METHODS.len() - 1)
}
