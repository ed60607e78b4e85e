//! Everything a playbook's author should know before it is published. Pure: what it needs to
//! know of the brand is given.

mod amounts;
mod costs;
mod dark_patterns;
mod document;
mod lexicon;
mod links;
mod lists;
mod locales;
mod offers;
mod prices;
mod rules;
mod texts;

use std::collections::BTreeMap;

use super::{Finding, Playbook, Rulebook};
use crate::brand::{Brand, OfferCeilings, OriginPattern};
use crate::policy::Policy;
use crate::subscription::Price;

/// What a playbook is checked against.
#[derive(Debug, Clone, Copy)]
pub struct CheckContext<'a> {
    /// Ceilings of the brand.
    pub ceilings: &'a OfferCeilings,
    /// Origins pictures and films may come from; none when the brand is not known.
    pub media_origins: Option<&'a [OriginPattern]>,
    /// Hosts that custom offers may call; none when the brand is not known.
    pub call_hosts: Option<&'a [String]>,
    /// The rules the flow obeys.
    pub policy: &'a Policy,
    /// The provider's active prices by id; none when they were not read.
    pub prices: Option<&'a BTreeMap<String, Price>>,
}

impl<'a> CheckContext<'a> {
    /// For a brand.
    #[must_use]
    pub fn for_brand(brand: &'a Brand, policy: &'a Policy) -> Self {
        Self {
            ceilings: &brand.offer_ceilings,
            media_origins: Some(&brand.media_origins),
            call_hosts: Some(&brand.call_hosts),
            policy,
            prices: None,
        }
    }

    /// The same with the provider's prices.
    #[must_use]
    pub fn with_prices(self, prices: &'a BTreeMap<String, Price>) -> Self {
        Self { prices: Some(prices), ..self }
    }
}

/// Everything its author should know, in no particular order. Empty: nothing to say.
///
/// A playbook without an error among the findings compiles.
#[must_use]
pub fn check(playbook: &Playbook, context: &CheckContext<'_>) -> Vec<Finding> {
    let too_many = document::too_many(playbook);
    if !too_many.is_empty() {
        return too_many;
    }
    let prover = rules::Prover::new(playbook);
    let mut findings = Rulebook::compile(playbook.clone()).err().unwrap_or_default();
    document::check(playbook, context, &mut findings);
    offers::check(playbook, context, &mut findings);
    amounts::check(playbook, &prover, &mut findings);
    costs::check(playbook, &prover, &mut findings);
    links::check(playbook, context, &mut findings);
    prices::check(playbook, context, &mut findings);
    lists::check(playbook, context, &mut findings);
    rules::check(playbook, &prover, &mut findings);
    locales::check(playbook, &mut findings);
    texts::check(playbook, &mut findings);
    dark_patterns::check(playbook, &mut findings);
    findings
}
