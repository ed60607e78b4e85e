//! Changes that were owed for a later time become billing actions when it comes.

use domain::ids::BillingActionId;

use crate::Engine;
use crate::naming;
use crate::ports::StoreError;

/// Planned changes queued in one transaction.
const BATCH: usize = 64;

impl Engine {
    /// Queues the planned changes that are due; answers how many.
    ///
    /// # Errors
    /// [`StoreError`]; they stay planned.
    pub async fn queue_planned_changes(&self) -> Result<u64, StoreError> {
        let now = self.clock.now();
        let ids = std::iter::repeat_with(|| {
            BillingActionId::from_suffix(&naming::id_suffix(now, self.rng.as_ref()))
        });
        self.store.queue_planned_changes(now, ids.take(BATCH).collect()).await
    }
}
