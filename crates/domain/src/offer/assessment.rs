//! Which offers a customer may see, which not, and every reason why: eligibility as values that
//! are stored with the session.

use jiff::{Timestamp, tz::TimeZone};
use serde::{Deserialize, Serialize};

use super::circumstances::{Acceptance, Circumstances};
use super::ineligible::Ineligible;
use super::{Offer, effect, shape};
use crate::ids::{OfferId, ReasonId};
use crate::money::Money;
use crate::playbook::{Amounts, Rulebook};
use crate::segment::{EvalError, Facts, Scope};

/// What became of an offer in one assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It is shown.
    Shown,
    /// It could be shown; another comes first.
    Eligible,
    /// It is not shown, for the reasons given.
    Refused,
}

/// One offer, assessed for one customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    /// Which.
    pub offer_id: OfferId,
    /// Shown, eligible or refused.
    pub verdict: Verdict,
    /// Why not; empty unless refused.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub because: Vec<Ineligible>,
}

/// Assesses every offer of the playbook for a reason, in the order in which they are preferred:
/// first those the reason lists, then the others, which are refused as not listed.
///
/// `declined` are the offers the customer went on without in this attempt.
#[must_use]
pub fn assess(
    rules: &Rulebook,
    around: &Circumstances<'_>,
    declined: &[OfferId],
) -> Vec<Assessment> {
    let offers = &rules.playbook().offers;
    let facts = around.facts();
    let scope = Scope::new(&facts, rules.segments());
    let listed = around.reason.map_or(&[][..], |reason: &ReasonId| rules.listed(reason));
    let mut found = Vec::with_capacity(offers.len());
    let mut is_listed = vec![false; offers.len()];
    for entry in listed {
        let Some(offer) = offers.get(entry.offer) else { continue };
        let mut because = Vec::new();
        if let Some(segment) = entry.segment {
            let id = rules.playbook().segments.get(segment).map_or("", |s| s.id.as_str());
            let outside = || Ineligible::OutsideSegment { segment: id.to_owned() };
            let holds = scope.segment(segment).ok_or_else(|| EvalError::Segment(id.to_owned()));
            note(holds, id, outside, &mut because);
        }
        is_listed[entry.offer] = true;
        if declined.contains(&offer.id) {
            because.push(Ineligible::Declined);
        }
        collect(rules, entry.offer, &scope, around, &mut because);
        found.push(assessment(offer, because));
    }
    for (offer, is_listed) in offers.iter().zip(is_listed) {
        if !is_listed {
            found.push(assessment(offer, vec![Ineligible::NotListed]));
        }
    }
    found
}

/// Assesses one offer that was shown before again: without its place in the reason's list, which
/// cannot have changed.
#[must_use]
pub fn reassess(rules: &Rulebook, offer_id: &OfferId, around: &Circumstances<'_>) -> Assessment {
    let facts = around.facts();
    let scope = Scope::new(&facts, rules.segments());
    let mut because = Vec::new();
    let offers = &rules.playbook().offers;
    match offers.iter().position(|offer| offer.id == *offer_id) {
        Some(index) => collect(rules, index, &scope, around, &mut because),
        None => because.push(Ineligible::NotListed),
    }
    let verdict = if because.is_empty() { Verdict::Eligible } else { Verdict::Refused };
    Assessment { offer_id: offer_id.clone(), verdict, because }
}

fn assessment(offer: &Offer, because: Vec<Ineligible>) -> Assessment {
    let verdict = if because.is_empty() { Verdict::Eligible } else { Verdict::Refused };
    Assessment { offer_id: offer.id.clone(), verdict, because }
}

fn note(
    holds: Result<bool, EvalError>,
    rule: &str,
    otherwise: impl FnOnce() -> Ineligible,
    because: &mut Vec<Ineligible>,
) {
    match holds {
        Ok(true) => {}
        Ok(false) => because.push(otherwise()),
        Err(error) => because
            .push(Ineligible::RuleFailed { rule: rule.to_owned(), message: error.to_string() }),
    }
}

fn collect(
    rules: &Rulebook,
    index: usize,
    scope: &Scope<'_>,
    around: &Circumstances<'_>,
    because: &mut Vec<Ineligible>,
) {
    let Some(offer) = rules.playbook().offers.get(index) else { return };
    if let Some(Some(condition)) = rules.conditions().get(index) {
        note(condition.holds(scope), "when", || Ineligible::RuleDoesNotHold, because);
    }
    let stacking = rules.playbook().limits.stacking;
    because.extend(shape::refusals(offer, around, stacking));
    check_customer_limits(rules, offer, around, because);
    check_totals(rules, offer, around, because);
}

fn check_customer_limits(
    rules: &Rulebook,
    offer: &Offer,
    around: &Circumstances<'_>,
    because: &mut Vec<Ineligible>,
) {
    let taken = &around.history.acceptances;
    let limits = &rules.playbook().limits;
    let own = |each: &&Acceptance| each.offer_id == offer.id;
    let of_subscription =
        |each: &&Acceptance| own(each) && each.subscription_id == around.subscription.id;
    check_count(offer.limits.per_customer, true, taken.iter().filter(own), because);
    check_count(
        offer.limits.per_subscription,
        false,
        taken.iter().filter(of_subscription),
        because,
    );
    if let Some(allowed) = limits.per_customer
        && u32::try_from(taken.len()).is_ok_and(|count| count >= allowed)
    {
        because.push(Ineligible::CustomerLimit { allowed });
    }
    let kind = offer.effect.as_str();
    let cooldowns = [
        (Some(kind), offer.limits.cooldown_days),
        (Some(kind), limits.cooldown_days.get(kind).copied()),
        (None, limits.cooldown_days.get("any").copied()),
    ];
    for (of_kind, days) in cooldowns {
        let Some(days) = days else { continue };
        let last = taken.iter().rfind(|each| of_kind.is_none_or(|kind| each.kind == kind));
        let Some(last) = last.filter(|last| is_within(last.accepted_at, days, around.now)) else {
            continue;
        };
        let found =
            Ineligible::Cooldown { kind: last.kind.clone(), taken_at: last.accepted_at, days };
        if !because.contains(&found) {
            because.push(found);
        }
    }
}

fn is_within(at: Timestamp, days: u32, now: Timestamp) -> bool {
    now.as_second() < at.as_second() + i64::from(days) * 86_400
}

fn check_count<'a>(
    allowed: Option<u32>,
    by_customer: bool,
    taken: impl Iterator<Item = &'a Acceptance> + Clone,
    because: &mut Vec<Ineligible>,
) {
    let Some(allowed) = allowed else { return };
    let count = taken.clone().count();
    if u32::try_from(count).is_ok_and(|count| count < allowed) {
        return;
    }
    // An offer that may be taken zero times is never shown, and was never taken.
    let last_at = taken.last().map_or(Timestamp::UNIX_EPOCH, |last| last.accepted_at);
    because.push(Ineligible::TakenBefore { last_at, allowed, by_customer });
}

fn check_totals(
    rules: &Rulebook,
    offer: &Offer,
    around: &Circumstances<'_>,
    because: &mut Vec<Ineligible>,
) {
    let taken = around.usage.taken.get(&offer.id).copied().unwrap_or_default();
    if let Some(allowed) = offer.limits.total.filter(|allowed| taken >= *allowed) {
        because.push(Ineligible::TotalReached { allowed });
    }
    let Some(cost) = effect::worst_cost(offer, around.subscription).filter(|c| c.minor > 0) else {
        return;
    };
    let usage = around.usage;
    let own = usage.cost_of(&offer.id, cost.currency);
    check_budget(&offer.limits.budget_per_month, own, cost, false, because);
    let all = usage.cost_of_all.get(&cost.currency).copied().unwrap_or_default();
    check_budget(&rules.playbook().limits.budget_per_month, all, cost, true, because);
}

fn check_budget(
    budget: &Amounts,
    spent_minor: i64,
    cost: Money,
    of_all: bool,
    because: &mut Vec<Ineligible>,
) {
    if let Some(budget) = budget.get(cost.currency)
        && spent_minor.saturating_add(cost.minor) > budget.minor
    {
        because.push(Ineligible::BudgetSpent {
            of_all,
            budget_minor: budget.minor,
            spent_minor,
            cost_minor: cost.minor,
            currency: cost.currency.to_string(),
        });
    }
}

impl Circumstances<'_> {
    /// The facts that rules are evaluated on.
    #[must_use]
    pub fn facts(&self) -> Facts {
        let subscription = self.subscription;
        let first = subscription.items.first();
        let days = |from: Timestamp, to: Timestamp| (to.as_second() - from.as_second()) / 86_400;
        let until = |at: Option<Timestamp>| at.map(|at| days(self.now, at).max(0));
        let since = |at: Timestamp| days(at, self.now).max(0);
        let acceptances = &self.history.acceptances;
        let by_kind = acceptances.iter().map(|each| (each.kind.clone(), since(each.accepted_at)));
        let status = subscription.status.as_str();
        let country = self.customer.and_then(|customer| customer.country.clone());
        Facts {
            plan: subscription.plan_name(),
            product_id: first.map(|item| item.price.product_id.clone()).unwrap_or_default(),
            price_id: first.map(|item| item.price.id.clone()).unwrap_or_default(),
            interval: subscription.interval().map_or("", |each| each.unit.as_str()).to_owned(),
            interval_count: subscription.interval().map_or(1, |each| i64::from(each.count)),
            amount_minor: subscription.recurring_amount().map(|amount| amount.minor),
            currency: subscription.currency.to_string(),
            mrr_minor: subscription.mrr().map(|amount| amount.minor),
            quantity: first
                .and_then(|item| item.quantity)
                .map_or(1, |quantity| i64::try_from(quantity).unwrap_or(i64::MAX)),
            items: i64::try_from(subscription.items.len()).unwrap_or(i64::MAX),
            status: status.to_owned(),
            is_trialing: status == "trialing",
            trial_days_left: until(subscription.trial_end.filter(|_| status == "trialing")),
            tenure_days: subscription.started_at.map(since),
            region: self.customer.and_then(region).or_else(|| country.clone()),
            country,
            is_discounted: !subscription.discounts.is_empty(),
            discount_percent: subscription
                .discounts
                .first()
                .and_then(|discount| discount.percent_off)
                .map(|percent| i64::from(percent.value())),
            days_since_accepted: acceptances.last().map(|last| since(last.accepted_at)),
            days_since_accepted_by_kind: by_kind.collect(),
            accepted_count: i64::try_from(acceptances.len()).unwrap_or(i64::MAX),
            sessions_90d: i64::from(self.history.sessions_90d),
            paid_so_far_minor: self.customer.and_then(|customer| {
                let paid = customer.paid_so_far.as_ref()?;
                let own = paid.iter().find(|paid| paid.currency == subscription.currency);
                Some(own.map_or(0, |paid| paid.minor))
            }),
            is_invoiced: subscription.is_invoiced,
            is_metered: subscription.items.iter().any(|item| item.price.is_metered),
            is_paused: subscription.paused_collection.is_some() || status == "paused",
            is_past_due: status == "past_due",
            has_schedule: subscription.schedule.is_some(),
            billing_mode: subscription.billing_mode.as_str().to_owned(),
            days_to_renewal: until(subscription.current_period_end()),
            reason: self.reason.map(|reason| reason.as_str().to_owned()),
            locale: self.locale.to_owned(),
            mode: self.mode.as_str().to_owned(),
            attributes: self.attributes.clone(),
        }
    }
}

/// ISO 3166-2, where the state is stored as its short code.
fn region(customer: &crate::subscription::Customer) -> Option<String> {
    let (country, state) = (customer.country.as_ref()?, customer.state.as_ref()?);
    let is_code =
        (1..=3).contains(&state.len()) && state.chars().all(|c| c.is_ascii_alphanumeric());
    is_code.then(|| format!("{country}-{}", state.to_ascii_uppercase()))
}

/// The calendar month (UTC) a budget counts in: `2026-11`.
#[must_use]
pub fn budget_month(at: Timestamp) -> String {
    let date = at.to_zoned_datetime(TimeZone::UTC).date();
    format!("{:04}-{:02}", date.year(), date.month())
}
