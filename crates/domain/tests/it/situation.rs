//! Everything an offer depends on, with nothing special about it; a test changes what it is about.

use std::collections::BTreeMap;

use domain::Timestamp;
use domain::brand::{Mode, PauseMode};
use domain::ids::{OfferId, ReasonId};
use domain::offer::{Acceptance, Circumstances, History, Offer, OfferKind, Usage};
use domain::playbook::{OfferLimits, Rulebook};
use domain::session::Attributes;
use domain::subscription::{Customer, IntervalUnit, Price, Subscription};

use crate::shapes::{DAY, NOW, at, monthly, price, sub};

/// A price the playbooks of these tests change to.
pub(crate) const BASIC: &str = "price_basic";

#[derive(Debug, Clone)]
pub(crate) struct Situation {
    pub(crate) customer: Option<Customer>,
    pub(crate) subscription: Subscription,
    pub(crate) history: History,
    pub(crate) usage: Usage,
    pub(crate) prices: BTreeMap<String, Price>,
    pub(crate) attributes: Attributes,
    pub(crate) reason: Option<ReasonId>,
    pub(crate) pause_mode: PauseMode,
    pub(crate) now: Timestamp,
}

impl Default for Situation {
    fn default() -> Self {
        Self::of(monthly())
    }
}

impl Situation {
    pub(crate) fn of(subscription: Subscription) -> Self {
        let basic = price(BASIC, 1_900, "usd", IntervalUnit::Month, 1);
        Self {
            customer: None,
            subscription,
            history: History::default(),
            usage: Usage::default(),
            prices: BTreeMap::from([(BASIC.to_owned(), basic)]),
            attributes: Attributes::new(),
            reason: Some(ReasonId::from_suffix("other")),
            pause_mode: PauseMode::Collection,
            now: at(NOW),
        }
    }

    pub(crate) fn around(&self) -> Circumstances<'_> {
        Circumstances {
            customer: self.customer.as_ref(),
            subscription: &self.subscription,
            history: &self.history,
            usage: &self.usage,
            prices: &self.prices,
            attributes: &self.attributes,
            reason: self.reason.as_ref(),
            locale: "en",
            pause_mode: self.pause_mode,
            mode: Mode::Test,
            now: self.now,
        }
    }

    /// The customer took this so many days ago, for this subscription.
    pub(crate) fn took(mut self, offer: &str, kind: &str, days_ago: i64) -> Self {
        self.history.acceptances.push(Acceptance {
            offer_id: OfferId::from_suffix(offer),
            kind: kind.to_owned(),
            subscription_id: sub("1"),
            accepted_at: at(NOW - days_ago * DAY),
        });
        self
    }
}

/// An offer that does this, without limits.
pub(crate) fn offer(name: &str, effect: OfferKind) -> Offer {
    Offer {
        id: OfferId::from_suffix(name),
        name: name.to_owned(),
        effect,
        when: None,
        limits: OfferLimits::default(),
        copy: domain::offer::OfferCopy::default(),
        content: Vec::new(),
    }
}

/// An effect as a playbook writes it.
pub(crate) fn effect(text: &str) -> OfferKind {
    let rules = rulebook(&format!("[[offers]]\nid = \"offer_a\"\neffect = {{ {text} }}"));
    rules.playbook().offers[0].effect.clone()
}

/// A playbook with one reason, `reason_other`, that lists `offers`, and more text after it.
pub(crate) fn listing(offers: &str, more: &str) -> Rulebook {
    rulebook(&format!("offers = [{offers}]\n{more}"))
}

/// The smallest playbook, with more text after it.
fn rulebook(more: &str) -> Rulebook {
    let text = format!(
        "schema = 1\nname = \"Test\"\ndefault_locale = \"en\"\n\n\
         [[reasons]]\nid = \"reason_other\"\nfeedback = \"other\"\n{more}"
    );
    let parsed = domain::playbook::source::parse(&text)
        .unwrap_or_else(|findings| panic!("{findings:?}\n{text}"));
    Rulebook::compile(parsed.playbook).unwrap_or_else(|findings| panic!("{findings:?}\n{text}"))
}
