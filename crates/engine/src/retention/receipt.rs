//! The receipt of a cancellation: seen, downloaded and undone by its own bearer.

use std::sync::Arc;

use domain::billing_action::SubscriptionChange;
use domain::brand::Brand;
use domain::ids::EventId;
use serde_json::json;

use crate::Engine;
use crate::naming;
use crate::ports::{CommitUndo, DecisionRecord, DecisionState, NewEvent, StoreError};
use crate::vault::{RECEIPT_PREFIX, Vault};

/// A receipt.
#[derive(Debug, Clone)]
pub struct ReceiptView {
    /// The brand.
    pub brand: Arc<Brand>,
    /// The cancellation it proves.
    pub decision: DecisionRecord,
    /// The bearer as given.
    pub bearer: String,
}

/// Why there is no receipt.
#[derive(Debug, thiserror::Error)]
pub enum ReceiptError {
    /// Unknown, or the period is over. Which of the two is not told.
    #[error("there is no such receipt")]
    NotFound,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Engine {
    /// The receipt a bearer opens.
    ///
    /// # Errors
    /// [`ReceiptError`].
    pub async fn view_receipt(&self, bearer: &str) -> Result<ReceiptView, ReceiptError> {
        if !bearer.starts_with(RECEIPT_PREFIX) {
            return Err(ReceiptError::NotFound);
        }
        let found = self.store.find_receipt(&Vault::receipt_hash(bearer)).await?;
        let receipt = found
            .filter(|receipt| self.clock.now() < receipt.valid_until)
            .ok_or(ReceiptError::NotFound)?;
        let brand = self.store.find_brand(&receipt.decision.brand_id).await?;
        Ok(ReceiptView {
            brand: Arc::new(brand.ok_or(ReceiptError::NotFound)?),
            decision: receipt.decision,
            bearer: bearer.to_owned(),
        })
    }

    /// Takes the cancellation of a receipt back. Doing it again changes nothing more.
    ///
    /// # Errors
    /// [`ReceiptError`].
    pub async fn undo_receipt(&self, bearer: &str) -> Result<ReceiptView, ReceiptError> {
        let view = self.view_receipt(bearer).await?;
        if view.decision.state != DecisionState::Standing {
            return Ok(view);
        }
        let now = self.clock.now();
        let decision = &view.decision;
        let payload = json!({
            "session_id": decision.session_uid,
            "subscription_id": decision.subscription_id,
            "livemode": decision.mode.is_live(),
        });
        let action = self
            .store
            .commit_undo(&CommitUndo {
                brand_id: decision.brand_id.clone(),
                mode: decision.mode,
                subscription_id: decision.subscription_id.clone(),
                customer_id: decision.customer_id.clone(),
                action: self.new_action(SubscriptionChange::UndoCancel, now),
                flow: None,
                events: vec![NewEvent {
                    id: EventId::from_suffix(&naming::id_suffix(now, self.rng.as_ref())),
                    kind: "retention.session.undone".to_owned(),
                    payload: payload.to_string(),
                    occurred_at: now,
                }],
                undone_at: now,
            })
            .await?;
        let settled = self.settled.subscribe();
        self.work.notify_one();
        self.wait_until_settled(&decision.brand_id, &action.id, settled).await?;
        self.view_receipt(bearer).await
    }
}
