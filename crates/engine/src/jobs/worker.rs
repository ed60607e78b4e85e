//! The loop around the jobs.

use std::sync::Arc;
use std::time::Duration;

use domain::Timestamp;
use jiff::ToSpan;
use tokio::sync::watch;
use tokio::task::{JoinError, JoinSet};

use super::carry_out::MAX_IN_HAND;
use crate::Engine;
use crate::ports::StoreError;

/// How long the worker sleeps at most when nothing wakes it: another process may have queued
/// work, and silence has to be noticed.
const MAX_SLEEP: Duration = Duration::from_secs(1);
/// Rest after the database failed.
const REST_AFTER_ERROR: Duration = Duration::from_secs(2);
/// How often silent flows are looked for and open actions counted, in seconds.
const SETTLE_SECONDS: i64 = 30;

/// Actions in hand. One that waits for the provider holds nobody else back.
type InHand = JoinSet<Result<bool, StoreError>>;

impl Engine {
    /// Carries out what is due until `stop` turns true. Work in hand is finished first.
    pub async fn run_worker(self: Arc<Self>, owner: String, mut stop: watch::Receiver<bool>) {
        let mut in_hand = InHand::new();
        let mut settle_at = self.clock.now();
        while !*stop.borrow() {
            let sleep = match self.take_up(&owner, &mut settle_at, &mut in_hand).await {
                Ok(()) => MAX_SLEEP,
                Err(error) => {
                    tracing::error!(%error, "the worker rests: the database does not answer");
                    REST_AFTER_ERROR
                }
            };
            tokio::select! {
                Some(ended) = in_hand.join_next() => note(ended),
                () = self.work.notified() => {}
                () = tokio::time::sleep(sleep) => {}
                _ = stop.changed() => {}
            }
        }
        while let Some(ended) = in_hand.join_next().await {
            note(ended);
        }
    }

    /// Takes as many due actions as there are hands free.
    async fn take_up(
        self: &Arc<Self>,
        owner: &str,
        settle_at: &mut Timestamp,
        in_hand: &mut InHand,
    ) -> Result<(), StoreError> {
        let now = self.clock.now();
        // Also when the clock was set back.
        let wait = settle_at.as_second() - now.as_second();
        if !(1..=SETTLE_SECONDS).contains(&wait) {
            *settle_at = now.checked_add(SETTLE_SECONDS.seconds()).unwrap_or(Timestamp::MAX);
            // Neither may keep the worker from what customers wait for.
            if let Err(error) = self.settle_abandoned().await {
                tracing::error!(%error, "silent flows could not be settled");
            }
            if let Err(error) = self.watch_open_actions().await {
                tracing::error!(%error, "open actions could not be counted");
            }
        }
        self.queue_planned_changes().await?;
        let busy = u32::try_from(in_hand.len()).unwrap_or(MAX_IN_HAND);
        let free = MAX_IN_HAND.saturating_sub(busy);
        if free == 0 {
            return Ok(());
        }
        for action in self.claim(owner, free).await? {
            let engine = Arc::clone(self);
            in_hand.spawn(async move { engine.run_action(&action).await });
        }
        Ok(())
    }
}

/// An action whose end could not be recorded is taken up again after its lease.
fn note(ended: Result<Result<bool, StoreError>, JoinError>) {
    match ended {
        Ok(Ok(_)) => {}
        Ok(Err(error)) => tracing::error!(%error, "a billing action could not be recorded"),
        Err(error) => tracing::error!(%error, "a billing action ended in a panic"),
    }
}
