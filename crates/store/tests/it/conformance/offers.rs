//! Offers to take: builders of decisions that use something up. What is under test goes through
//! the port.

use domain::Timestamp;
use domain::billing_action::{ActionStatus, SubscriptionChange};
use domain::brand::Mode;
use domain::ids::{OfferId, ReasonId};
use domain::money::{Currency, Money};
use domain::offer::{Assessment, Guard, Ineligible, Quote, Usage, Verdict};
use engine::ports::{
    AssessedWhen, AssessmentRecord, CommitDecision, CommitOutcome, NewAction, Redemption, Store,
};

use super::world::{
    TEST, World, action_id, at, brand_id, new_action, new_flow, offer, session, settlement, stay,
    sub,
};

/// The month of these tests.
pub(crate) const MONTH: &str = "2027-01";

pub(crate) fn usd() -> Currency {
    Currency::parse("usd").expect("a currency")
}

/// Taking an offer of this name, without limits.
pub(crate) fn redemption(name: &str, cost_minor: i64) -> Redemption {
    Redemption {
        offer_id: OfferId::from_suffix(name),
        kind: "credit".to_owned(),
        cost: Some(Money::new(cost_minor, usd())),
        month: MONTH.to_owned(),
        max_total: None,
        offer_budget_minor: None,
        all_budget_minor: None,
        max_per_customer: None,
        max_per_subscription: None,
        max_of_customer: None,
        cooldowns: Vec::new(),
    }
}

/// A credit that is to be written at the provider.
pub(crate) fn credit(name: &str, due_at: Timestamp) -> NewAction {
    let change = SubscriptionChange::Credit { amount: Money::new(500, usd()) };
    let guard = Guard {
        offer: offer("guarded", domain::offer::OfferKind::Content {}),
        stacking: true,
        quote: Quote { credit: Some(Money::new(500, usd())), ..Quote::default() },
        period_end: None,
    };
    NewAction { guard: Some(guard), ..new_action(name, change, due_at) }
}

/// A stay by session `name`, about a subscription of its own, that takes an offer with an action.
pub(crate) fn take(name: &str, redemption: Redemption, decided_at: Timestamp) -> CommitDecision {
    let mut commit = stay(name, decided_at);
    commit.subscription_id = sub(name);
    commit.offer_id = Some(redemption.offer_id.clone());
    commit.redemption = Some(redemption);
    commit.action = Some(credit(name, decided_at));
    commit
}

/// One offer that was refused, with a reason for it.
pub(crate) fn assessment(when: AssessedWhen, assessed_at: Timestamp) -> AssessmentRecord {
    let because = vec![
        Ineligible::NotListed,
        Ineligible::Cooldown { kind: "pause".to_owned(), taken_at: at(-5), days: 30 },
    ];
    let offer_id = OfferId::from_suffix("1");
    AssessmentRecord {
        when,
        assessed_at,
        reason_id: Some(ReasonId::from_suffix("price")),
        offers: vec![Assessment { offer_id, verdict: Verdict::Refused, because }],
    }
}

impl World {
    /// Opens a flow for the subscription of the session's own name.
    pub(crate) async fn opened_own(&self, name: &str, opened_at: Timestamp) {
        let mut flow = new_flow(name, opened_at);
        flow.flow.subscription_id = Some(sub(name));
        self.store.open_flow(&flow).await.expect("a flow");
    }

    /// Opens a flow and decides it by taking an offer.
    pub(crate) async fn taken(&self, name: &str, redemption: Redemption) -> CommitOutcome {
        self.opened_own(name, at(0)).await;
        let commit = take(name, redemption, at(10));
        self.store.commit_decision(&commit).await.expect("an answer")
    }

    /// Claims what is due and settles the action of this name.
    pub(crate) async fn settled(&self, name: &str, status: ActionStatus) {
        let claimed = self.store.claim_actions("w", at(100), at(130), 1_000).await.expect("claims");
        let own = claimed.iter().find(|claimed| claimed.id == action_id(name)).expect("the action");
        assert!(self.store.settle_action(&settlement(own, status)).await.expect("a write"));
        for other in claimed.iter().filter(|claimed| claimed.id != own.id) {
            let mut later = settlement(other, ActionStatus::Pending);
            later.retry_at = Some(at(20));
            assert!(self.store.settle_action(&later).await.expect("a write"));
        }
    }

    pub(crate) async fn usage(&self) -> Usage {
        self.usage_in(TEST, MONTH).await
    }

    pub(crate) async fn usage_in(&self, mode: Mode, month: &str) -> Usage {
        self.store.read_usage(&brand_id(), mode, month).await.expect("a read")
    }

    /// Asserts that a session's flow was only ever opened.
    pub(crate) async fn assert_untouched(&self, name: &str) {
        let store = &self.store;
        let flow = store.find_flow(&brand_id(), &session(name)).await.expect("a read").expect("it");
        assert_eq!((flow.version, flow.outcome), (1, None));
        let decision = store.find_decision_of_session(&brand_id(), &session(name)).await;
        assert_eq!(decision.expect("a read"), None);
        let action = store.find_action(&brand_id(), &action_id(name)).await;
        assert_eq!(action.expect("a read"), None);
        assert_eq!(self.event_ids(name).await, [format!("evt_opened_{name}")]);
        let assessed = store.list_assessments(&brand_id(), &session(name)).await;
        assert_eq!(assessed.expect("a read"), []);
    }
}

/// The sums of one offer and of all.
pub(crate) fn sums(usage: &Usage, name: &str) -> (u64, i64, i64) {
    let id = OfferId::from_suffix(name);
    let taken = usage.taken.get(&id).copied().unwrap_or_default();
    let all = usage.cost_of_all.get(&usd()).copied().unwrap_or_default();
    (taken, usage.cost_of(&id, usd()), all)
}
