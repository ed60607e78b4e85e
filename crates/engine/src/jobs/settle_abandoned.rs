//! Silence: flows without a sign for half an hour count as abandoned until somebody goes on.

use domain::Timestamp;
use domain::ids::EventId;
use jiff::ToSpan;

use crate::Engine;
use crate::naming;
use crate::ports::StoreError;

/// Silence after which a flow counts as abandoned, in minutes.
const SILENCE_MINUTES: i64 = 30;
/// Flows settled in one transaction.
const BATCH: usize = 256;

impl Engine {
    /// Marks silent flows as abandoned; answers how many.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn settle_abandoned(&self) -> Result<u64, StoreError> {
        let now = self.clock.now();
        let since = now.checked_sub(SILENCE_MINUTES.minutes()).unwrap_or(Timestamp::MIN);
        let ids = std::iter::repeat_with(|| {
            EventId::from_suffix(&naming::id_suffix(now, self.rng.as_ref()))
        });
        self.store.settle_abandoned(since, now, ids.take(BATCH).collect()).await
    }
}
