//! The engine's store port over the database layer: one unit of work or one read per method.

use async_trait::async_trait;
use domain::Timestamp;
use domain::brand::{Brand, Mode};
use domain::ids::{
    BillingActionId, BrandId, BrandKeyId, CustomerId, DecisionId, EventId, SessionUid,
    SubscriptionId,
};
use domain::offer::{History, Usage};
use engine::ports::{
    ActionRecord, ActionSettlement, AssessmentRecord, BillingConnection, BrandKey, ClaimedAction,
    CommitDecision, CommitOutcome, CommitSurvey, CommitUndo, CustomerSnapshot, DecisionRecord,
    FlowRecord, NewEvent, NewFlow, OpenActions, PlaybookDraft, PlaybookPublication,
    PlaybookVersion, PublishPlaybook, ReceiptRecord, SaveFlow, SaveOutcome, Store, StoreError,
};

use super::{MIGRATIONS, SqlStore};
use crate::codec::{ms, opt_time};
use crate::db::Tx;
use crate::redemptions::Halt;
use crate::{
    actions, assessments, brands, decisions, events, flows, mirror, planned_changes, playbooks,
    settlements, surveys, usage,
};

/// Runs `$unit(tx, &input)` as a unit of work and waits for its commit.
macro_rules! commit {
    ($store:expr, $input:expr, $unit:path) => {
        $store.db.write($input, |tx: &mut Tx, input| Box::pin($unit(tx, input))).await
    };
}

#[async_trait]
impl Store for SqlStore {
    async fn check_ready(&self) -> Result<(), StoreError> {
        Ok(self.db.ready(MIGRATIONS).await?)
    }

    async fn save_brand(&self, brand: &Brand) -> Result<(), StoreError> {
        commit!(self, brand.clone(), brands::save)
    }

    async fn find_brand(&self, id: &BrandId) -> Result<Option<Brand>, StoreError> {
        self.find(&brands::FIND, &[id.as_str().into()], brands::brand).await
    }

    async fn list_brands(&self) -> Result<Vec<Brand>, StoreError> {
        self.list(&brands::LIST, &[], brands::brand).await
    }

    async fn insert_brand_key(&self, key: &BrandKey) -> Result<(), StoreError> {
        commit!(self, key.clone(), brands::insert_key)
    }

    async fn find_brand_key(&self, lookup_hash: &[u8]) -> Result<Option<BrandKey>, StoreError> {
        self.find(&brands::FIND_KEY, &[lookup_hash.into()], brands::key).await
    }

    async fn find_brand_key_by_id(
        &self,
        brand_id: &BrandId,
        id: &BrandKeyId,
    ) -> Result<Option<BrandKey>, StoreError> {
        let params = [brand_id.as_str().into(), id.as_str().into()];
        self.find(&brands::FIND_KEY_BY_ID, &params, brands::key).await
    }

    async fn revoke_brand_key(
        &self,
        brand_id: &BrandId,
        id: &BrandKeyId,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        commit!(self, (brand_id.clone(), id.clone(), at), revoke_key)
    }

    async fn save_billing_connection(
        &self,
        connection: &BillingConnection,
    ) -> Result<(), StoreError> {
        commit!(self, connection.clone(), brands::save_connection)
    }

    async fn find_billing_connection(
        &self,
        brand_id: &BrandId,
        mode: Mode,
    ) -> Result<Option<BillingConnection>, StoreError> {
        let params = [brand_id.as_str().into(), mode.as_str().into()];
        self.find(&brands::FIND_CONNECTION, &params, brands::connection).await
    }

    async fn save_snapshot(
        &self,
        brand_id: &BrandId,
        mode: Mode,
        snapshot: &CustomerSnapshot,
    ) -> Result<(), StoreError> {
        commit!(self, (brand_id.clone(), mode, snapshot.clone()), save_snapshot)
    }

    async fn find_snapshot(
        &self,
        brand_id: &BrandId,
        mode: Mode,
        customer_id: &CustomerId,
    ) -> Result<Option<CustomerSnapshot>, StoreError> {
        let params = [brand_id.as_str().into(), mode.as_str().into(), customer_id.as_str().into()];
        Ok(mirror::snapshot(&self.db.read(&mirror::FIND, &params).await?)?)
    }

    async fn open_flow(&self, flow: &NewFlow) -> Result<FlowRecord, StoreError> {
        commit!(self, flow.clone(), flows::open)
    }

    async fn find_flow(
        &self,
        brand_id: &BrandId,
        session_uid: &SessionUid,
    ) -> Result<Option<FlowRecord>, StoreError> {
        let params = [brand_id.as_str().into(), session_uid.as_str().into()];
        self.find(&flows::FIND, &params, flows::record).await
    }

    async fn save_flow(&self, save: &SaveFlow) -> Result<SaveOutcome, StoreError> {
        commit!(self, save.clone(), flows::save)
    }

    async fn settle_abandoned(
        &self,
        silent_since: Timestamp,
        now: Timestamp,
        event_ids: Vec<EventId>,
    ) -> Result<u64, StoreError> {
        let silence = flows::Silence { silent_since, now, event_ids };
        commit!(self, silence, flows::settle_abandoned)
    }

    async fn commit_decision(&self, commit: &CommitDecision) -> Result<CommitOutcome, StoreError> {
        match commit!(self, commit.clone(), decisions::commit) {
            Ok(outcome) => Ok(outcome),
            Err(Halt::Limit(reached)) => Ok(CommitOutcome::LimitReached(reached)),
            Err(Halt::Store(error)) => Err(error),
        }
    }

    async fn commit_undo(&self, commit: &CommitUndo) -> Result<ActionRecord, StoreError> {
        commit!(self, commit.clone(), decisions::undo)
    }

    async fn find_standing_decision(
        &self,
        brand_id: &BrandId,
        mode: Mode,
        subscription_id: &SubscriptionId,
    ) -> Result<Option<DecisionRecord>, StoreError> {
        let params = decisions::standing_params(brand_id, mode, subscription_id);
        self.find(&decisions::STANDING, &params, decisions::record).await
    }

    async fn find_decision_of_session(
        &self,
        brand_id: &BrandId,
        session_uid: &SessionUid,
    ) -> Result<Option<DecisionRecord>, StoreError> {
        let params = [brand_id.as_str().into(), session_uid.as_str().into()];
        self.find(&decisions::LAST_OF_SESSION, &params, decisions::record).await
    }

    async fn supersede_decision(
        &self,
        brand_id: &BrandId,
        id: &DecisionId,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        commit!(self, (brand_id.clone(), id.clone(), at), supersede)
    }

    async fn read_history(
        &self,
        brand_id: &BrandId,
        mode: Mode,
        customer_id: &CustomerId,
        sessions_since: Timestamp,
    ) -> Result<History, StoreError> {
        let params = [
            brand_id.as_str().into(),
            mode.as_str().into(),
            customer_id.as_str().into(),
            ms(sessions_since),
        ];
        Ok(usage::history(&self.db.read(&usage::HISTORY, &params).await?)?)
    }

    async fn read_usage(
        &self,
        brand_id: &BrandId,
        mode: Mode,
        month: &str,
    ) -> Result<Usage, StoreError> {
        let params = [brand_id.as_str().into(), mode.as_str().into(), month.into()];
        Ok(usage::usage(&self.db.read(&usage::USAGE, &params).await?)?)
    }

    async fn list_assessments(
        &self,
        brand_id: &BrandId,
        session_uid: &SessionUid,
    ) -> Result<Vec<AssessmentRecord>, StoreError> {
        let params = [brand_id.as_str().into(), session_uid.as_str().into()];
        self.list(&assessments::LIST, &params, assessments::record).await
    }

    async fn commit_survey(&self, commit: &CommitSurvey) -> Result<SaveOutcome, StoreError> {
        commit!(self, commit.clone(), surveys::commit)
    }

    async fn publish_playbook(&self, publish: &PublishPlaybook) -> Result<i64, StoreError> {
        commit!(self, publish.clone(), playbooks::publish)
    }

    async fn save_playbook_version(
        &self,
        brand_id: &BrandId,
        version: &PlaybookVersion,
    ) -> Result<(), StoreError> {
        commit!(self, (brand_id.clone(), version.clone()), playbooks::save_version)
    }

    async fn find_current_playbook(
        &self,
        brand_id: &BrandId,
        mode: Mode,
    ) -> Result<Option<PlaybookVersion>, StoreError> {
        let params = playbooks::scope(brand_id, mode);
        self.find(&playbooks::CURRENT, &params, playbooks::version).await
    }

    async fn find_playbook_version(
        &self,
        brand_id: &BrandId,
        hash: &str,
    ) -> Result<Option<PlaybookVersion>, StoreError> {
        let params = [brand_id.as_str().into(), hash.into()];
        self.find(&playbooks::FIND_VERSION, &params, playbooks::version).await
    }

    async fn list_playbook_publications(
        &self,
        brand_id: &BrandId,
        mode: Mode,
    ) -> Result<Vec<PlaybookPublication>, StoreError> {
        let params = playbooks::scope(brand_id, mode);
        self.list(&playbooks::HISTORY, &params, playbooks::publication).await
    }

    async fn save_playbook_draft(&self, draft: &PlaybookDraft) -> Result<(), StoreError> {
        commit!(self, draft.clone(), playbooks::save_draft)
    }

    async fn find_playbook_draft(
        &self,
        brand_id: &BrandId,
        mode: Mode,
    ) -> Result<Option<PlaybookDraft>, StoreError> {
        let params = playbooks::scope(brand_id, mode);
        self.find(&playbooks::FIND_DRAFT, &params, playbooks::draft).await
    }

    async fn find_receipt(&self, bearer_hash: &[u8]) -> Result<Option<ReceiptRecord>, StoreError> {
        self.find(&decisions::OF_RECEIPT, &[bearer_hash.into()], decisions::receipt).await
    }

    async fn find_action(
        &self,
        brand_id: &BrandId,
        id: &BillingActionId,
    ) -> Result<Option<ActionRecord>, StoreError> {
        let params = [brand_id.as_str().into(), id.as_str().into()];
        self.find(&actions::FIND, &params, actions::own_record).await
    }

    async fn claim_actions(
        &self,
        owner: &str,
        now: Timestamp,
        lease_until: Timestamp,
        limit: u32,
    ) -> Result<Vec<ClaimedAction>, StoreError> {
        let claim = actions::Claim { owner: owner.to_owned(), now, lease_until, limit };
        commit!(self, claim, actions::claim)
    }

    async fn queue_planned_changes(
        &self,
        now: Timestamp,
        action_ids: Vec<BillingActionId>,
    ) -> Result<u64, StoreError> {
        commit!(self, (now, action_ids), planned_changes::queue)
    }

    async fn next_planned_change_due_at(&self) -> Result<Option<Timestamp>, StoreError> {
        let due = self.find(&planned_changes::NEXT_DUE, &[], |row| opt_time(row, "due_at")).await?;
        Ok(due.flatten())
    }

    async fn settle_action(&self, settlement: &ActionSettlement) -> Result<bool, StoreError> {
        commit!(self, settlement.clone(), settlements::settle)
    }

    async fn next_action_due_at(&self) -> Result<Option<Timestamp>, StoreError> {
        let due = self.find(&actions::NEXT_DUE, &[], |row| opt_time(row, "due_at")).await?;
        Ok(due.flatten())
    }

    async fn summarize_open_actions(&self) -> Result<OpenActions, StoreError> {
        let none = OpenActions { open: 0, blocked: 0, oldest: None };
        Ok(self.find(&actions::SUMMARY, &[], actions::summary).await?.unwrap_or(none))
    }

    async fn list_events(
        &self,
        brand_id: &BrandId,
        session_uid: &SessionUid,
    ) -> Result<Vec<NewEvent>, StoreError> {
        let params = [brand_id.as_str().into(), session_uid.as_str().into()];
        self.list(&events::LIST, &params, events::event).await
    }
}

async fn revoke_key(
    tx: &mut Tx,
    (brand_id, id, at): &(BrandId, BrandKeyId, Timestamp),
) -> Result<(), StoreError> {
    let params = [brand_id.as_str().into(), id.as_str().into(), ms(*at)];
    tx.execute(&brands::REVOKE_KEY, &params).await?;
    Ok(())
}

async fn save_snapshot(
    tx: &mut Tx,
    (brand_id, mode, snapshot): &(BrandId, Mode, CustomerSnapshot),
) -> Result<(), StoreError> {
    mirror::save(tx, mirror::Scope { brand_id, mode: *mode }, snapshot).await
}

async fn supersede(
    tx: &mut Tx,
    (brand_id, id, at): &(BrandId, DecisionId, Timestamp),
) -> Result<(), StoreError> {
    decisions::supersede(tx, brand_id, id, *at).await
}
