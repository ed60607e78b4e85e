//! How often and how much may be given away.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::money::{Currency, Money, Percent};

/// Amounts in minor units by currency, such as `{ usd = 500, jpy = 700 }`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Amounts(pub BTreeMap<Currency, i64>);

impl Amounts {
    /// The amount in a currency, when one is set.
    #[must_use]
    pub fn get(&self, currency: Currency) -> Option<Money> {
        self.0.get(&currency).map(|minor| Money::new(*minor, currency))
    }

    /// Whether no currency is set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Limits of one offer. An absent limit does not limit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct OfferLimits {
    /// How often one customer may take it, over all their subscriptions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_customer: Option<u32>,
    /// How often it may be taken for one subscription.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_subscription: Option<u32>,
    /// Days after the customer took any offer of the same kind in which it is not shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cooldown_days: Option<u32>,
    /// How often it may be taken in all, by everybody.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<u64>,
    /// What it may cost in a calendar month (UTC), by currency. A currency that is not named has
    /// no budget and is not limited.
    #[serde(skip_serializing_if = "Amounts::is_empty")]
    pub budget_per_month: Amounts,
}

/// Limits over all offers of a playbook. An absent limit does not limit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PlaybookLimits {
    /// Days after the customer took an offer of a kind in which no offer of that kind is shown,
    /// by kind; `any` counts every kind.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub cooldown_days: BTreeMap<String, u32>,
    /// How many offers one customer may take in all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_customer: Option<u32>,
    /// Whether a discount may be given beside one that runs.
    pub stacking: bool,
    /// What all offers together may cost in a calendar month (UTC), by currency.
    #[serde(skip_serializing_if = "Amounts::is_empty")]
    pub budget_per_month: Amounts,
    /// No offer may take off more than this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_percent: Option<Percent>,
    /// No discount, pause or free period may be longer than this, in months.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_months: Option<u32>,
    /// No credit may be higher than this, by currency.
    #[serde(skip_serializing_if = "Amounts::is_empty")]
    pub max_credit: Amounts,
}
