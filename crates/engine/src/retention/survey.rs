//! Why a customer canceled, asked once the cancellation stands.

use domain::billing_action::SubscriptionChange;
use domain::flow::{Answer, Decision};
use serde_json::json;

use super::screen::{Notice, RetentionView};
use super::visit::Visit;
use crate::Engine;
use crate::ports::{CommitSurvey, SaveOutcome, StoreError};

impl Engine {
    /// Keeps an answer given after the cancellation and writes it to the provider. An answer that
    /// does not fit, or comes twice, changes nothing. None when another tab was faster.
    pub(super) async fn answer_after(
        &self,
        visit: Visit,
        answer: Answer,
    ) -> Result<Option<RetentionView>, StoreError> {
        let is_canceled = matches!(visit.record.flow.decision(), Some(Decision::Canceled));
        if !is_canceled || visit.record.flow.answer.is_some() {
            return self.page(&visit, None).await.map(Some);
        }
        let now = self.clock.now();
        let mut flow = visit.record.flow.clone();
        if let Err(refusal) = flow.annotate(answer, visit.pinned.playbook()) {
            return self.page(&visit, Some(Notice::Refused(refusal))).await.map(Some);
        }
        let said = flow.answer.as_ref().map(Answer::said).unwrap_or_default();
        let reason = flow.answer.as_ref().and_then(|answer| answer.reason_id.clone());
        let details = json!({"subscription_id": flow.subscription_id, "reason_id": reason});
        let commit = CommitSurvey {
            brand_id: visit.record.brand_id.clone(),
            session_uid: visit.record.session_uid.clone(),
            expected_version: visit.record.version,
            flow,
            action: self.new_action(SubscriptionChange::Annotate { said }, now),
            events: vec![self.event(
                &visit.session,
                "retention.session.answered",
                now,
                Some(details),
            )],
            answered_at: now,
        };
        if self.store.commit_survey(&commit).await? == SaveOutcome::Stale {
            return Ok(None);
        }
        self.work.notify_one();
        self.show_result(visit).await.map(Some)
    }
}
