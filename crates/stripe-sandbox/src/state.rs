//! Everything the sandbox remembers.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde_json::Value;

use crate::billing::prorating::Billed;
use crate::faults::ActiveRule;
use crate::idempotency::KeyRecord;
use crate::ids::Ids;
use crate::inspect::RequestRecord;
use crate::resources::subscriptions::pausing::Pause;
use crate::values::text;
use crate::webhooks::Delivery;

/// The values of `object`, which name the tables.
pub(crate) mod kind {
    pub(crate) const BALANCE_TRANSACTION: &str = "customer_balance_transaction";
    pub(crate) const COUPON: &str = "coupon";
    pub(crate) const CREDIT_NOTE: &str = "credit_note";
    pub(crate) const CUSTOMER: &str = "customer";
    pub(crate) const DISCOUNT: &str = "discount";
    pub(crate) const EVENT: &str = "event";
    pub(crate) const FEEDBACK_OPTION: &str = "billing.feedback_option";
    pub(crate) const INVOICE: &str = "invoice";
    pub(crate) const INVOICE_PAYMENT: &str = "invoice_payment";
    pub(crate) const PAYMENT_INTENT: &str = "payment_intent";
    pub(crate) const PAYMENT_METHOD: &str = "payment_method";
    pub(crate) const PRICE: &str = "price";
    pub(crate) const PRODUCT: &str = "product";
    pub(crate) const PROMOTION_CODE: &str = "promotion_code";
    pub(crate) const REFUND: &str = "refund";
    pub(crate) const SUBSCRIPTION: &str = "subscription";
    pub(crate) const TEST_CLOCK: &str = "test_helpers.test_clock";
    pub(crate) const SUBSCRIPTION_SCHEDULE: &str = "subscription_schedule";
    pub(crate) const WEBHOOK_ENDPOINT: &str = "webhook_endpoint";
}

/// The account whose key is used when no `Stripe-Account` header is sent.
pub(crate) const PLATFORM: &str = "acct_1LumenNotesSandbox";

/// Objects of one kind, by id and in the order they were made.
#[derive(Clone, Default)]
struct Table {
    rows: HashMap<String, Value>,
    order: Vec<String>,
}

/// The state of one Stripe account.
#[derive(Default)]
pub(crate) struct Account {
    pub(crate) id: String,
    tables: BTreeMap<String, Table>,
    deleted: HashSet<(String, String)>,
    /// Results stored under idempotency keys.
    pub(crate) keys: HashMap<String, KeyRecord>,
    /// Signing secrets of webhook endpoints, by endpoint id; Stripe shows them only once.
    pub(crate) webhook_secrets: HashMap<String, String>,
    /// Endpoints that also receive events of connected accounts.
    pub(crate) connect_endpoints: HashSet<String>,
    /// Proration lines waiting for the next invoice, by subscription id.
    pub(crate) pending_lines: HashMap<String, Vec<Value>>,
    /// What was billed last, by subscription item id.
    pub(crate) billed: HashMap<String, Billed>,
    /// Pauses in force, by subscription id.
    pub(crate) pauses: HashMap<String, Pause>,
    /// Trial ends already announced by `customer.subscription.trial_will_end`.
    pub(crate) announced_trials: HashSet<(String, i64)>,
    /// Events not yet handed to webhook endpoints.
    pub(crate) outgoing: Vec<String>,
    /// A disconnected account refuses every call.
    pub(crate) disconnected: bool,
}

impl Account {
    pub(crate) fn new(id: &str) -> Self {
        Self { id: id.to_owned(), ..Self::default() }
    }

    /// The object, deleted or not.
    pub(crate) fn get(&self, kind: &str, id: &str) -> Option<&Value> {
        self.tables.get(kind)?.rows.get(id)
    }

    /// The object unless it has been deleted.
    pub(crate) fn live(&self, kind: &str, id: &str) -> Option<&Value> {
        if self.is_deleted(kind, id) { None } else { self.get(kind, id) }
    }

    /// Adds or replaces an object under its own `object` and `id`.
    pub(crate) fn put(&mut self, object: Value) {
        let table = self.tables.entry(text(&object, "object").to_owned()).or_default();
        let id = text(&object, "id").to_owned();
        if table.rows.insert(id.clone(), object).is_none() {
            table.order.push(id);
        }
    }

    /// Objects of a kind that are not deleted, newest first.
    pub(crate) fn newest(&self, kind: &str) -> impl Iterator<Item = &Value> {
        let kind = kind.to_owned();
        self.tables.get(&kind).into_iter().flat_map(move |table| {
            let kind = kind.clone();
            table
                .order
                .iter()
                .rev()
                .filter(move |id| !self.is_deleted(&kind, id))
                .filter_map(|id| table.rows.get(id))
        })
    }

    /// Every object of every kind, oldest first within its kind.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Value> {
        self.tables
            .values()
            .flat_map(|table| table.order.iter().filter_map(|id| table.rows.get(id)))
    }

    /// The object with this id in any table. Coupons are not considered: users choose their ids.
    pub(crate) fn find(&self, id: &str) -> Option<&Value> {
        self.tables
            .iter()
            .filter(|(kind, _)| *kind != kind::COUPON)
            .find_map(|(_, table)| table.rows.get(id))
    }

    pub(crate) fn delete(&mut self, kind: &str, id: &str) {
        self.deleted.insert((kind.to_owned(), id.to_owned()));
    }

    /// A deleted coupon's id may be used again.
    pub(crate) fn undelete(&mut self, kind: &str, id: &str) {
        self.deleted.remove(&(kind.to_owned(), id.to_owned()));
    }

    pub(crate) fn is_deleted(&self, kind: &str, id: &str) -> bool {
        !self.deleted.is_empty() && self.deleted.contains(&(kind.to_owned(), id.to_owned()))
    }

    /// A copy that holds only these kinds.
    pub(crate) fn copy_of(&self, kinds: &[&str]) -> Self {
        let mut copy = Self { deleted: self.deleted.clone(), ..Self::new(&self.id) };
        for kind in kinds {
            if let Some(table) = self.tables.get(*kind) {
                copy.tables.insert((*kind).to_owned(), table.clone());
            }
        }
        copy
    }

    /// Subscriptions of a customer, newest first.
    pub(crate) fn subscriptions_of(&self, customer: &str) -> Vec<Value> {
        self.newest(kind::SUBSCRIPTION)
            .filter(|subscription| subscription["customer"] == customer)
            .cloned()
            .collect()
    }
}

/// Everything behind the sandbox's one lock.
pub(crate) struct World {
    /// The sandbox's time in Unix seconds.
    pub(crate) now: i64,
    /// What the source of time said last, if the clock follows one.
    pub(crate) last_source: Option<i64>,
    pub(crate) ids: Ids,
    pub(crate) accounts: BTreeMap<String, Account>,
    pub(crate) requests: Vec<RequestRecord>,
    pub(crate) faults: Vec<ActiveRule>,
    pub(crate) deliveries: Vec<Delivery>,
}

impl World {
    pub(crate) fn new(now: i64, seed: u64) -> Self {
        Self {
            now,
            last_source: None,
            ids: Ids::new(seed),
            accounts: BTreeMap::from([(PLATFORM.to_owned(), Account::new(PLATFORM))]),
            requests: Vec::new(),
            faults: Vec::new(),
            deliveries: Vec::new(),
        }
    }

    /// The account, made on first use: any connected account id works in a sandbox.
    pub(crate) fn account(&mut self, id: &str) -> &mut Account {
        self.accounts.entry(id.to_owned()).or_insert_with(|| Account::new(id))
    }

    /// Counts a delivery that its receiver accepted.
    pub(crate) fn delivered(&mut self, delivery: &Delivery) {
        let account = self.account(&delivery.account);
        if let Some(mut event) = account.get(kind::EVENT, &delivery.event_id).cloned() {
            let left = event["pending_webhooks"].as_u64().unwrap_or_default().saturating_sub(1);
            event["pending_webhooks"] = left.into();
            account.put(event);
        }
    }

    /// A context to act on one account at a given time.
    pub(crate) fn act(&mut self, account: &str, now: i64, cause: Cause) -> Ctx<'_> {
        let account =
            self.accounts.entry(account.to_owned()).or_insert_with(|| Account::new(account));
        Ctx { account, ids: &mut self.ids, now, cause }
    }
}

/// Why something happens: a request, or the clock (both `None`). Events carry it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cause {
    pub(crate) request_id: Option<String>,
    pub(crate) idempotency_key: Option<String>,
}

/// What a handler may touch.
pub(crate) struct Ctx<'a> {
    pub(crate) account: &'a mut Account,
    pub(crate) ids: &'a mut Ids,
    pub(crate) now: i64,
    pub(crate) cause: Cause,
}
