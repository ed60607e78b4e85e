//! Takes a cancellation back before it takes effect.

use domain::Timestamp;
use domain::billing_action::SubscriptionChange;
use domain::flow::Step;
use domain::outcome::Outcome;
use serde_json::json;

use super::decide::owner_of;
use super::screen::RetentionView;
use super::visit::Visit;
use crate::Engine;
use crate::ports::{CommitUndo, DecisionState, NewAction, SaveFlow, StoreError};

impl Engine {
    /// Undoes the cancellation a page shows: this session's own, the one that binds it, or an
    /// end that was set elsewhere. Anything else is left as it is and shown.
    pub(super) async fn undo(&self, visit: Visit) -> Result<RetentionView, StoreError> {
        let now = self.clock.now();
        let Some(commit) = self.undo_commit(&visit, now) else {
            return self.page(&visit, None).await;
        };
        let settled = self.settled.subscribe();
        let action = self.store.commit_undo(&commit).await?;
        self.work.notify_one();
        self.wait_until_settled(&visit.record.brand_id, &action.id, settled).await?;
        self.show_result(visit).await
    }

    fn undo_commit(&self, visit: &Visit, now: Timestamp) -> Option<CommitUndo> {
        // One that failed binds nobody; the page shows the one that does.
        let own = visit.own_decision.as_ref().filter(|own| own.state != DecisionState::Failed);
        let decision = own.or(visit.binding.as_ref()).filter(|decision| {
            decision.outcome == Outcome::Canceled && decision.state == DecisionState::Standing
        });
        let subscription = visit.subscription();
        let subscription_id = visit.record.flow.subscription_id.clone()?;
        let is_free = !matches!(visit.record.flow.step, Step::Done { .. } | Step::Undone { .. });
        let ends_elsewhere = decision.is_none()
            && is_free
            && subscription.is_some_and(domain::subscription::Subscription::is_ending);
        if decision.is_none() && !ends_elsewhere {
            return None;
        }
        let customer_id = decision
            .map(|decision| decision.customer_id.clone())
            .or_else(|| owner_of(visit, &subscription_id))?;
        let action = self.new_action(SubscriptionChange::UndoCancel, now);
        let details = json!({"subscription_id": subscription_id});
        let event = self.event(&visit.session, "retention.session.undone", now, Some(details));
        // A session that did not decide itself ends with the undo.
        let is_own = own.is_some_and(|own| own.state == DecisionState::Standing);
        let flow = (!is_own && is_free).then(|| undone_flow(visit, &action, now));
        Some(CommitUndo {
            brand_id: visit.record.brand_id.clone(),
            mode: visit.record.mode,
            subscription_id,
            customer_id,
            action,
            flow,
            events: vec![event],
            undone_at: now,
        })
    }
}

fn undone_flow(visit: &Visit, action: &NewAction, now: Timestamp) -> SaveFlow {
    let mut flow = visit.record.flow.clone();
    flow.step = Step::Undone { action_id: action.id.clone() };
    SaveFlow {
        brand_id: visit.record.brand_id.clone(),
        session_uid: visit.record.session_uid.clone(),
        expected_version: visit.record.version,
        flow,
        assessment: None,
        updated_at: now,
        events: Vec::new(),
    }
}
