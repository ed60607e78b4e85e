//! One visit to the view: everything that is read before a screen is shown or a step is made.

use std::sync::Arc;

use domain::Timestamp;
use domain::flow::{Flow, FlowContext};
use domain::ids::{CustomerId, SubscriptionId};
use domain::offer::Circumstances;
use domain::outcome::Outcome;
use domain::playbook::SurveyStage;
use domain::subscription::Subscription;

use super::act::Action;
use super::open_session::OpenSession;
use crate::Engine;
use crate::mirror::{MirrorError, Scope};
use crate::playbooks::PinnedPlaybook;
use crate::ports::{CustomerSnapshot, DecisionRecord, FlowRecord, NewFlow, StoreError};

/// How far the clocks of two nodes may be apart before a reading looks younger than a change it
/// has not seen, in milliseconds.
const CLOCK_SKEW_MS: i64 = 10_000;

/// What is known of a session at one moment.
pub(super) struct Visit {
    pub(super) session: OpenSession,
    pub(super) snapshots: Vec<Arc<CustomerSnapshot>>,
    pub(super) record: FlowRecord,
    /// Decision of this session, whatever its state.
    pub(super) own_decision: Option<DecisionRecord>,
    /// Decision of another session that binds this one.
    pub(super) binding: Option<DecisionRecord>,
    /// The playbook version the session keeps.
    pub(super) pinned: Arc<PinnedPlaybook>,
}

/// What a visit can be.
pub(super) enum Visited {
    Open(Box<Visit>),
    NothingToCancel(OpenSession),
    ProviderDown(OpenSession),
}

impl Visit {
    /// The chosen subscription as last read.
    pub(super) fn subscription(&self) -> Option<&Subscription> {
        let id = self.record.flow.subscription_id.as_ref()?;
        find_subscription(&self.snapshots, id)
    }

    /// What a transition needs to know.
    pub(super) fn context<'a>(
        &'a self,
        engine: &'a Engine,
        around: Option<&'a Circumstances<'a>>,
        now: Timestamp,
    ) -> FlowContext<'a> {
        FlowContext {
            playbook: self.pinned.playbook(),
            policy: &engine.policy,
            subscription: self.subscription(),
            around,
            now,
        }
    }
}

pub(super) fn find_subscription<'a>(
    snapshots: &'a [Arc<CustomerSnapshot>],
    id: &SubscriptionId,
) -> Option<&'a Subscription> {
    snapshots.iter().flat_map(|s| &s.subscriptions).find(|subscription| subscription.id == *id)
}

pub(super) fn cancelable(snapshots: &[Arc<CustomerSnapshot>]) -> Vec<Subscription> {
    let all = snapshots.iter().flat_map(|snapshot| &snapshot.subscriptions);
    all.filter(|subscription| subscription.is_cancelable()).cloned().collect()
}

impl Engine {
    /// Reads everything a screen or a step needs; opens the flow if this is the first visit.
    pub(super) async fn visit(&self, session: OpenSession) -> Result<Visited, StoreError> {
        let claims = &session.claims;
        if let Some(record) = self.store.find_flow(&claims.brand_id, &claims.uid).await? {
            return self.revisit(session, record).await;
        }
        let snapshots = match self.session_snapshots(&session).await {
            Ok(snapshots) => snapshots,
            Err(MirrorError::Store(error)) => return Err(error),
            Err(MirrorError::Billing(error)) => {
                tracing::warn!(%error, "a view opens without the billing provider");
                return Ok(Visited::ProviderDown(session));
            }
        };
        let pinned = self.playbooks.current(&claims.brand_id, claims.mode).await?;
        let survey = pinned.playbook().flow.survey;
        let Some(flow) = first_flow(&session, &snapshots, survey) else {
            return Ok(Visited::NothingToCancel(session));
        };
        let customer_ids = snapshots.iter().map(|s| s.customer.id.clone()).collect();
        let record = self.open_flow(&session, customer_ids, flow, &pinned).await?;
        Ok(Visited::Open(Box::new(self.visited(session, snapshots, record).await?)))
    }

    async fn open_flow(
        &self,
        session: &OpenSession,
        customer_ids: Vec<CustomerId>,
        flow: Flow,
        pinned: &PinnedPlaybook,
    ) -> Result<FlowRecord, StoreError> {
        let opened_at = self.clock.now();
        self.playbooks.keep(&session.claims.brand_id, pinned).await?;
        self.store
            .open_flow(&NewFlow {
                session_uid: session.claims.uid.clone(),
                brand_id: session.claims.brand_id.clone(),
                mode: session.claims.mode,
                customer_ids,
                playbook_hash: pinned.hash.clone(),
                events: vec![self.event(session, "retention.session.opened", opened_at, None)],
                flow,
                opened_at,
            })
            .await
    }

    /// Opens a flow although the provider is down and nothing is known, for a cancellation of
    /// the subscription the session names. None for everything else.
    pub(super) async fn visit_blind(
        &self,
        session: &OpenSession,
        action: &Action,
    ) -> Result<Option<Visit>, StoreError> {
        let (Action::Cancel { .. }, Some((customer_id, subscription_id))) =
            (action, session.named_subscription())
        else {
            return Ok(None);
        };
        let claims = &session.claims;
        let pinned = self.playbooks.current(&claims.brand_id, claims.mode).await?;
        let flow = Flow::start(Some(subscription_id), pinned.playbook().flow.survey);
        let record = self.open_flow(session, vec![customer_id], flow, &pinned).await?;
        self.visited(session.clone(), Vec::new(), record).await.map(Some)
    }

    async fn revisit(
        &self,
        session: OpenSession,
        record: FlowRecord,
    ) -> Result<Visited, StoreError> {
        let account = self.directory.account(&record.brand_id, record.mode).await?;
        let account = account.as_ref();
        let scope = Scope { brand_id: &record.brand_id, mode: record.mode, account };
        let mut snapshots = Vec::with_capacity(record.customer_ids.len());
        for id in &record.customer_ids {
            match self.known_or_fetched(scope, id).await {
                Ok(snapshot) => snapshots.extend(snapshot),
                Err(MirrorError::Store(error)) => return Err(error),
                Err(MirrorError::Billing(error)) => {
                    tracing::warn!(%error, "a view goes on without the billing provider");
                }
            }
        }
        Ok(Visited::Open(Box::new(self.visited(session, snapshots, record).await?)))
    }

    /// Reads customers anew whose reading is older than a minute: offers are not assessed on what
    /// was so long ago. Without the provider the last reading has to do.
    pub(super) async fn read_again(&self, visit: &mut Visit) -> Result<(), StoreError> {
        let (brand_id, mode) = (&visit.record.brand_id, visit.record.mode);
        let account = self.directory.account(brand_id, mode).await?;
        let scope = Scope { brand_id, mode, account: account.as_ref() };
        for snapshot in &mut visit.snapshots {
            match self.mirror.fresh(scope, &snapshot.customer.id).await {
                Ok(Some(read)) => *snapshot = read,
                Ok(None) => {}
                Err(MirrorError::Store(error)) => return Err(error),
                Err(MirrorError::Billing(error)) => {
                    tracing::warn!(%error, "offers are assessed on the last reading");
                }
            }
        }
        Ok(())
    }

    async fn known_or_fetched(
        &self,
        scope: Scope<'_>,
        id: &CustomerId,
    ) -> Result<Option<Arc<CustomerSnapshot>>, MirrorError> {
        match self.mirror.known(scope, id).await? {
            Some(snapshot) => Ok(Some(snapshot)),
            None => self.mirror.fetch(scope, id).await,
        }
    }

    async fn visited(
        &self,
        session: OpenSession,
        snapshots: Vec<Arc<CustomerSnapshot>>,
        record: FlowRecord,
    ) -> Result<Visit, StoreError> {
        let pinned = self.playbooks.version(&record.brand_id, &record.playbook_hash).await?;
        let mut visit =
            Visit { session, snapshots, record, own_decision: None, binding: None, pinned };
        self.read_decisions(&mut visit).await?;
        Ok(visit)
    }

    /// Reads the decisions that bear on the flow's subscription.
    pub(super) async fn read_decisions(&self, visit: &mut Visit) -> Result<(), StoreError> {
        let (brand_id, mode) = (&visit.record.brand_id, visit.record.mode);
        let uid = &visit.record.session_uid;
        visit.own_decision = self.store.find_decision_of_session(brand_id, uid).await?;
        visit.binding = None;
        if let Some(id) = visit.record.flow.subscription_id.clone() {
            let standing = self.store.find_standing_decision(brand_id, mode, &id).await?;
            visit.binding = match standing {
                Some(decision) if decision.session_uid != *uid => {
                    self.binding(decision, visit).await?
                }
                _ => None,
            };
        }
        Ok(())
    }

    /// A standing decision of another session binds this one while it stands at the provider,
    /// or, for a customer who stayed, when this flow was open before it was made.
    async fn binding(
        &self,
        decision: DecisionRecord,
        visit: &Visit,
    ) -> Result<Option<DecisionRecord>, StoreError> {
        match decision.outcome {
            Outcome::Canceled if self.was_reversed(&decision, visit) => {
                let now = self.clock.now();
                self.store.supersede_decision(&decision.brand_id, &decision.id, now).await?;
                Ok(None)
            }
            Outcome::Canceled => Ok(Some(decision)),
            _ if decision.decided_at >= visit.record.opened_at => Ok(Some(decision)),
            _ => Ok(None),
        }
    }

    /// Whether somebody took the end back at the provider after it was confirmed.
    fn was_reversed(&self, decision: &DecisionRecord, visit: &Visit) -> bool {
        let settled = decision.action.as_ref().and_then(|action| action.settled_at);
        let reading = visit
            .snapshots
            .iter()
            .find(|s| s.subscriptions.iter().any(|x| x.id == decision.subscription_id));
        match (settled, reading) {
            (Some(settled_at), Some(snapshot)) => {
                snapshot.fetched_at.as_millisecond()
                    > settled_at.as_millisecond().saturating_add(CLOCK_SKEW_MS)
                    && find_subscription(&visit.snapshots, &decision.subscription_id)
                        .is_some_and(|s| s.is_cancelable() && !s.is_ending())
            }
            _ => false,
        }
    }

    async fn session_snapshots(
        &self,
        session: &OpenSession,
    ) -> Result<Vec<Arc<CustomerSnapshot>>, MirrorError> {
        let claims = &session.claims;
        let account = self.directory.account(&claims.brand_id, claims.mode).await?;
        let scope =
            Scope { brand_id: &claims.brand_id, mode: claims.mode, account: account.as_ref() };
        let mut snapshots = Vec::new();
        for id in self.session_customers(session, scope).await? {
            snapshots.extend(self.known_or_fetched(scope, &id).await?);
        }
        Ok(snapshots)
    }
}

/// The first state of a flow; none when nothing can be canceled.
fn first_flow(
    session: &OpenSession,
    snapshots: &[Arc<CustomerSnapshot>],
    survey: SurveyStage,
) -> Option<Flow> {
    let wanted = session.claims.subscription_id.as_ref();
    let options = cancelable(snapshots);
    match wanted {
        Some(id) if options.iter().any(|subscription| subscription.id == *id) => {
            Some(Flow::start(Some(id.clone()), survey))
        }
        Some(_) => None,
        None => match options.as_slice() {
            [] => None,
            [only] => Some(Flow::start(Some(only.id.clone()), survey)),
            _ => Some(Flow::start(None, survey)),
        },
    }
}
