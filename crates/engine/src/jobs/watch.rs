//! Tells the operator how much work is open and for how long.

use crate::Engine;
use crate::ports::StoreError;

/// Age at which an open action is worth an alarm, in seconds: within it everything is done after
/// an ordinary outage of the provider.
const ALARM_SECONDS: i64 = 15 * 60;

impl Engine {
    /// Sets the gauges `billing_actions_open`, `billing_actions_blocked` and
    /// `billing_actions_oldest_seconds`, and logs an error when the oldest is too old.
    ///
    /// # Errors
    /// [`StoreError`].
    #[expect(clippy::cast_precision_loss, reason = "counts and ages for a chart")]
    pub(super) async fn watch_open_actions(&self) -> Result<(), StoreError> {
        let found = self.store.summarize_open_actions().await?;
        let now = self.clock.now().as_second();
        let age = found.oldest.map_or(0, |oldest| now.saturating_sub(oldest.as_second()).max(0));
        metrics::gauge!("billing_actions_open").set(found.open as f64);
        metrics::gauge!("billing_actions_blocked").set(found.blocked as f64);
        metrics::gauge!("billing_actions_oldest_seconds").set(age as f64);
        if age > ALARM_SECONDS {
            tracing::error!(
                open = found.open,
                blocked = found.blocked,
                oldest_seconds = age,
                "accepted changes have not reached Stripe: customers may be charged again"
            );
        }
        Ok(())
    }
}
