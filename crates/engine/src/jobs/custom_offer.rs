//! Custom offers: a signed call to the brand's own endpoint, repeated until it says done or failed.

use std::time::Duration;

use domain::billing_action::{ActionStatus, SubscriptionChange};
use domain::subscription::Subscription;
use serde_json::json;

use super::carry_out::Found;
use crate::Engine;
use crate::ports::{
    BillingAccount, ClaimedAction, CustomOfferAnswer, OutboundAnswer, OutboundCall, OutboundError,
};

/// Time limit of one call.
const CALL_TIMEOUT: Duration = Duration::from_secs(15);
/// How long an endpoint may leave an offer pending, in seconds.
const PATIENCE_SECONDS: i64 = 24 * 3_600;

impl Engine {
    /// Calls the brand. The same action is the same call however often it is sent.
    pub(super) async fn call_brand(
        &self,
        account: &BillingAccount,
        action: &ClaimedAction,
        before: Subscription,
    ) -> Found {
        let SubscriptionChange::Custom { offer_id, name, url, parameters } = &action.change else {
            return Found::rejected("not a call to the brand".to_owned());
        };
        let now = self.clock.now();
        let body = json!({
            "type": "custom_offer.requested",
            "id": action.id,
            "occurred_at": action.created_at.to_string(),
            "livemode": action.mode.is_live(),
            "brand_id": action.brand_id,
            "session_id": action.session_uid,
            "customer_id": action.customer_id,
            "subscription_id": action.subscription_id,
            "offer": {"id": offer_id, "name": name, "parameters": parameters},
        });
        let call = OutboundCall {
            id: action.id.to_string(),
            url: url.clone(),
            secrets: self.vault.signing_secrets(&action.brand_id, action.mode),
            timestamp: now,
            body: body.to_string(),
            timeout: CALL_TIMEOUT,
        };
        let is_late = now.as_second() - action.created_at.as_second() > PATIENCE_SECONDS;
        match self.outbound.call(&call).await {
            Ok(answer) => self.heard(account, action, before, &answer, is_late).await,
            Err(error) => unanswered(error, before, is_late),
        }
    }

    async fn heard(
        &self,
        account: &BillingAccount,
        action: &ClaimedAction,
        before: Subscription,
        answer: &OutboundAnswer,
        is_late: bool,
    ) -> Found {
        match CustomOfferAnswer::parse(answer.status, &answer.body) {
            Ok(CustomOfferAnswer::Done { message }) => {
                // The endpoint may have changed the subscription.
                let read = self.billing.find_subscription(account, &action.subscription_id).await;
                let after = read.ok().flatten().unwrap_or_else(|| before.clone());
                Found { message, before: Some(before), ..Found::confirmed(after) }
            }
            Ok(CustomOfferAnswer::Failed { message }) => Found {
                message: Some(message.clone()).filter(|message| !message.is_empty()),
                before: Some(before),
                ..Found::rejected(format!("the brand's endpoint refused: {message}"))
            },
            Ok(CustomOfferAnswer::Pending) => {
                waiting("the brand's endpoint is still at it".to_owned(), None, before, is_late)
            }
            Err(problem) => waiting(problem.to_string(), None, before, is_late),
        }
    }
}

fn waiting(note: String, wait_ms: Option<u64>, before: Subscription, is_late: bool) -> Found {
    let found = if is_late {
        Found::rejected(format!("given up after a day: {note}"))
    } else {
        Found::open(ActionStatus::Unknown, note, wait_ms)
    };
    Found { before: Some(before), ..found }
}

fn unanswered(error: OutboundError, before: Subscription, is_late: bool) -> Found {
    let note = error.to_string();
    match error {
        OutboundError::Unclear { retry_after_ms, .. } => {
            waiting(note, retry_after_ms, before, is_late)
        }
        OutboundError::Refused { .. } | OutboundError::Rejected { .. } => {
            Found { before: Some(before), ..Found::rejected(note) }
        }
    }
}
