//! Values to store. Builders only; what is under test goes through the port.

use domain::Timestamp;
use domain::billing_action::{ActionStatus, CancelWhen, Said, SubscriptionChange};
use domain::brand::{Brand, Mode, OfferCeilings, OriginPattern, PauseMode};
use domain::flow::{Decision, Flow, Step, Taken};
use domain::ids::{
    BillingActionId, BrandId, CustomerId, DecisionId, EventId, OfferId, PlannedChangeId,
    SessionUid, SubscriptionId,
};
use domain::money::Currency;
use domain::offer::{Offer, OfferCopy, OfferKind, Quote};
use domain::outcome::Outcome;
use domain::playbook::{Feedback, OfferLimits, SurveyStage};
use domain::subscription::{
    BillingMode, Customer, Interval, IntervalUnit, Price, Subscription, SubscriptionItem,
    SubscriptionStatus,
};
use engine::ports::{
    ActionSettlement, ClaimedAction, CommitDecision, CommitUndo, CustomerSnapshot, NewAction,
    NewEvent, NewFlow, NewReceipt, SaveFlow, Store,
};
use store::SqlStore;
use store::db::Options;

use crate::support::{On, TestDb, empty};

/// The mode of these tests.
pub(crate) const TEST: Mode = Mode::Test;

/// A store with the released schema.
pub(crate) struct World {
    pub(crate) store: SqlStore,
    pub(crate) url: String,
    _db: TestDb,
}

/// An empty store.
pub(crate) async fn world(on: On) -> World {
    let db = empty(on).await;
    let store = SqlStore::open(&db.url, &Options::default()).expect("the store opens");
    store.migrate().await.expect("the schema is made");
    World { store, url: db.url.clone(), _db: db }
}

/// `seconds` after an arbitrary beginning.
pub(crate) fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + seconds).expect("a time")
}

pub(crate) fn brand_id() -> BrandId {
    BrandId::from_suffix("a")
}

pub(crate) fn session(name: &str) -> SessionUid {
    SessionUid::from_suffix(name)
}

pub(crate) fn sub(name: &str) -> SubscriptionId {
    SubscriptionId::from_suffix(name)
}

pub(crate) fn customer_id() -> CustomerId {
    CustomerId::from_suffix("1")
}

pub(crate) fn action_id(name: &str) -> BillingActionId {
    BillingActionId::from_suffix(name)
}

pub(crate) fn brand(name: &str) -> Brand {
    Brand {
        id: BrandId::from_suffix(name),
        name: format!("Brand {name}"),
        accent_color: "#123456".to_owned(),
        allowed_origins: vec![OriginPattern::parse("https://app.example.com").expect("an origin")],
        support_contact: None,
        default_locale: Some("de".to_owned()),
        media_origins: Vec::new(),
        call_hosts: vec!["offers.example.com".to_owned()],
        pause_mode: PauseMode::Collection,
        offer_ceilings: OfferCeilings::default(),
    }
}

pub(crate) fn subscription(name: &str) -> Subscription {
    let usd = Currency::parse("usd").expect("a currency");
    let price = Price {
        id: "price_1".to_owned(),
        product_id: "prod_1".to_owned(),
        product_name: "Pro".to_owned(),
        unit_amount_minor: Some(4_900),
        currency: usd,
        interval: Interval { unit: IntervalUnit::Month, count: 1 },
        is_metered: false,
    };
    let item = SubscriptionItem {
        id: "si_1".to_owned(),
        price,
        quantity: Some(1),
        current_period_start: Some(at(-1_000_000)),
        current_period_end: Some(at(1_000_000)),
    };
    Subscription {
        id: sub(name),
        customer_id: customer_id(),
        status: SubscriptionStatus::Active,
        livemode: false,
        currency: usd,
        items: vec![item],
        cancel_at_period_end: false,
        cancel_at: None,
        ended_at: None,
        trial_end: None,
        paused_collection: None,
        discounts: Vec::new(),
        schedule: None,
        billing_mode: BillingMode::Flexible,
        started_at: Some(at(-9_000_000)),
        latest_invoice: None,
        is_invoiced: false,
        marker: None,
    }
}

/// The same subscription, set to end with its period.
pub(crate) fn ending(name: &str) -> Subscription {
    Subscription { cancel_at_period_end: true, ..subscription(name) }
}

pub(crate) fn snapshot(
    subscriptions: Vec<Subscription>,
    fetched_at: Timestamp,
) -> CustomerSnapshot {
    let customer = Customer {
        id: customer_id(),
        email: Some("naïve+🙂@example.com".to_owned()),
        name: None,
        livemode: false,
        country: Some("DE".to_owned()),
        state: None,
        paid_so_far: None,
    };
    CustomerSnapshot { customer, subscriptions, fetched_at }
}

pub(crate) fn event(name: &str) -> NewEvent {
    NewEvent {
        id: EventId::from_suffix(name),
        kind: "retention.session.opened".to_owned(),
        payload: r#"{"session_id":"rs_1"}"#.to_owned(),
        occurred_at: at(0),
    }
}

/// A flow for subscription 1, at its first step.
pub(crate) fn fresh_flow() -> Flow {
    Flow::start(Some(sub("1")), SurveyStage::Before)
}

pub(crate) fn new_flow(name: &str, opened_at: Timestamp) -> NewFlow {
    NewFlow {
        session_uid: session(name),
        brand_id: brand_id(),
        mode: TEST,
        customer_ids: vec![customer_id()],
        flow: fresh_flow(),
        playbook_hash: "f00d".to_owned(),
        opened_at,
        events: vec![event(&format!("opened_{name}"))],
    }
}

pub(crate) fn save(name: &str, expected_version: i64, step: Step) -> SaveFlow {
    let mut flow = fresh_flow();
    flow.step = step;
    SaveFlow {
        brand_id: brand_id(),
        session_uid: session(name),
        expected_version,
        flow,
        assessment: None,
        updated_at: at(50),
        events: vec![event(&format!("saved_{name}_{expected_version}"))],
    }
}

pub(crate) fn new_action(name: &str, change: SubscriptionChange, due_at: Timestamp) -> NewAction {
    NewAction { id: action_id(name), change, guard: None, follow_up: None, due_at }
}

pub(crate) fn cancel_change() -> SubscriptionChange {
    let said = Said {
        feedback: Some(Feedback::TooExpensive),
        feedback_option: None,
        comment: Some("'; DROP TABLE decisions; -- 🙂".to_owned()),
    };
    SubscriptionChange::Cancel { when: CancelWhen::AtPeriodEnd, said }
}

/// A cancellation by session `name` of subscription 1, at the version of a fresh flow.
pub(crate) fn cancel(name: &str, decided_at: Timestamp) -> CommitDecision {
    let mut flow = fresh_flow();
    flow.step = Step::Done { decision: Decision::Canceled };
    CommitDecision {
        id: DecisionId::from_suffix(name),
        brand_id: brand_id(),
        mode: TEST,
        session_uid: session(name),
        expected_version: 1,
        subscription_id: sub("1"),
        customer_id: customer_id(),
        flow,
        outcome: Outcome::Canceled,
        offer_id: None,
        redemption: None,
        assessment: None,
        reference: "RN-7K2M-9QPX".to_owned(),
        action: Some(new_action(&format!("cancel_{name}"), cancel_change(), decided_at)),
        receipt: Some(NewReceipt { bearer_hash: hash(name), valid_until: at(5_000) }),
        events: vec![event(&format!("canceled_{name}"))],
        decided_at,
    }
}

/// A stay by session `name` with a tip, which changes nothing at the provider.
pub(crate) fn stay(name: &str, decided_at: Timestamp) -> CommitDecision {
    let offer = offer("tip", OfferKind::Content {});
    let mut commit = cancel(name, decided_at);
    commit.offer_id = Some(offer.id.clone());
    let taken = Taken { offer, quote: Quote::default(), months: None, until: None };
    commit.flow.step = Step::Done { decision: Decision::Retained { taken: Some(Box::new(taken)) } };
    commit.outcome = Outcome::Retained;
    commit.action = None;
    commit.receipt = None;
    commit
}

pub(crate) fn offer(name: &str, effect: OfferKind) -> Offer {
    Offer {
        id: OfferId::from_suffix(name),
        name: String::new(),
        effect,
        when: None,
        limits: OfferLimits::default(),
        copy: OfferCopy::default(),
        content: Vec::new(),
    }
}

pub(crate) fn undo(name: &str, undone_at: Timestamp) -> CommitUndo {
    CommitUndo {
        brand_id: brand_id(),
        mode: TEST,
        subscription_id: sub("1"),
        customer_id: customer_id(),
        action: new_action(&format!("undo_{name}"), SubscriptionChange::UndoCancel, undone_at),
        flow: None,
        events: vec![event(&format!("undone_{name}"))],
        undone_at,
    }
}

/// A settlement of a claim, with nothing but a status.
pub(crate) fn settlement(claimed: &ClaimedAction, status: ActionStatus) -> ActionSettlement {
    ActionSettlement {
        id: claimed.id.clone(),
        fence: claimed.fence,
        status,
        retry_at: None,
        note: None,
        message: None,
        assessment: None,
        planned_id: PlannedChangeId::from_suffix(claimed.id.as_str()),
        before: None,
        after: None,
        next_invoice: None,
        events: Vec::new(),
        at: at(500),
    }
}

/// What a bearer hashes to.
pub(crate) fn hash(name: &str) -> Vec<u8> {
    let mut hash = vec![0, 255];
    hash.extend(name.as_bytes());
    hash
}

impl World {
    /// Opens a flow for subscription 1.
    pub(crate) async fn opened(&self, name: &str, opened_at: Timestamp) {
        self.store.open_flow(&new_flow(name, opened_at)).await.expect("a flow");
    }

    /// Claims what is due at `now`, for 30 s.
    pub(crate) async fn claimed(&self, owner: &str, now: i64) -> Vec<ClaimedAction> {
        self.store.claim_actions(owner, at(now), at(now + 30), 10).await.expect("claims")
    }

    /// Kinds of events are all alike here; their ids tell them apart.
    pub(crate) async fn event_ids(&self, name: &str) -> Vec<String> {
        let events = self.store.list_events(&brand_id(), &session(name)).await.expect("events");
        events.into_iter().map(|event| event.id.to_string()).collect()
    }
}
