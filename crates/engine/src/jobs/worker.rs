//! The loop around the jobs.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use crate::Engine;

/// How long the worker sleeps at most when nothing wakes it: another process may have queued
/// work, and silence has to be noticed.
const MAX_SLEEP: Duration = Duration::from_secs(1);
/// Rest after the database failed.
const REST_AFTER_ERROR: Duration = Duration::from_secs(2);
/// How many rounds pass between two looks for silent flows.
const ROUNDS_PER_SETTLE: u32 = 30;

impl Engine {
    /// Carries out what is due until `stop` turns true. Work in hand is finished first.
    pub async fn run_worker(self: Arc<Self>, owner: String, mut stop: watch::Receiver<bool>) {
        let mut round: u32 = 0;
        while !*stop.borrow() {
            let sleep = match self.round(&owner, round).await {
                Ok(true) => continue,
                Ok(false) => MAX_SLEEP,
                Err(error) => {
                    tracing::error!(%error, "the worker rests: the database does not answer");
                    REST_AFTER_ERROR
                }
            };
            round = round.wrapping_add(1);
            tokio::select! {
                () = self.work.notified() => {}
                () = tokio::time::sleep(sleep) => {}
                _ = stop.changed() => {}
            }
        }
    }

    /// Answers whether there may be more to do at once.
    async fn round(&self, owner: &str, round: u32) -> Result<bool, crate::ports::StoreError> {
        if round.is_multiple_of(ROUNDS_PER_SETTLE) {
            self.settle_abandoned().await?;
        }
        Ok(self.run_due_actions(owner).await?.claimed > 0)
    }
}
