//! What the adapter can be told. Nothing here belongs to one account.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use engine::ports::Rng;

/// Waits between two attempts. Tests put one in that does not wait.
#[async_trait]
pub trait Sleeper: Send + Sync {
    /// Returns after `duration`.
    async fn sleep(&self, duration: Duration);
}

/// Waits on the timer of the async runtime.
#[derive(Debug, Clone, Copy)]
pub struct TokioSleeper;

#[async_trait]
impl Sleeper for TokioSleeper {
    async fn sleep(&self, duration: Duration) {
        tokio::time::sleep(duration).await;
    }
}

/// Limits and sources of the adapter.
#[derive(Clone)]
pub struct StripeOptions {
    /// Longest time one method of the port may take, its retries and waits included.
    pub timeout: Duration,
    /// Longest time to reach the server; shorter than `timeout`, so that a retry has a chance.
    pub connect_timeout: Duration,
    /// How often a read is repeated.
    pub max_read_retries: u32,
    /// How often a change is repeated at once, under its own key. The outbox does the rest.
    pub max_change_retries: u32,
    /// Jitter of the waits, and the keys of requests that change nothing.
    pub rng: Arc<dyn Rng>,
    /// Waits between two attempts.
    pub sleeper: Arc<dyn Sleeper>,
}

impl StripeOptions {
    /// The limits of a running server: 10 s a method, 3 s to connect, two repeats of a read and
    /// one of a change.
    #[must_use]
    pub fn new(rng: Arc<dyn Rng>) -> Self {
        Self {
            timeout: Duration::from_secs(10),
            connect_timeout: Duration::from_secs(3),
            max_read_retries: 2,
            max_change_retries: 1,
            rng,
            sleeper: Arc::new(TokioSleeper),
        }
    }
}

impl fmt::Debug for StripeOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StripeOptions")
            .field("timeout", &self.timeout)
            .field("connect_timeout", &self.connect_timeout)
            .field("max_read_retries", &self.max_read_retries)
            .field("max_change_retries", &self.max_change_retries)
            .finish_non_exhaustive()
    }
}
