//! Offers that cost money or time: how often they are given, and what caps them.

use super::rules::{Conditions, Prover, needs};
use crate::offer::{Offer, OfferKind};
use crate::playbook::{Amounts, Finding, Playbook};

pub(super) fn check(playbook: &Playbook, prover: &Prover, found: &mut Vec<Finding>) {
    let mut is_said_of_all = false;
    for (index, offer) in playbook.offers.iter().enumerate() {
        if !is_limited(playbook, offer) {
            let message = format!(
                "one customer may take this {} again in each new session; limit it with \
                 `per_customer`, `per_subscription` or `cooldown_days`",
                offer.effect.as_str()
            );
            let place = format!("offers[{index}].limits");
            found.push(Finding::warning("unlimited_offer", place, message));
        }
        let own = &offer.limits.budget_per_month;
        if is_open(playbook, prover, index, own) {
            let place = format!("offers[{index}].limits.budget_per_month");
            found.push(uncapped(own, offer, place));
        }
        let all = &playbook.limits.budget_per_month;
        if !is_said_of_all && is_open(playbook, prover, index, all) {
            is_said_of_all = true;
            found.push(uncapped(all, offer, "limits.budget_per_month".to_owned()));
        }
    }
}

/// Whether something keeps one customer from taking it again and again; so it is with everything
/// that gives neither money nor time.
fn is_limited(playbook: &Playbook, offer: &Offer) -> bool {
    let kind = match &offer.effect {
        OfferKind::Discount { .. }
        | OfferKind::FreePeriod { .. }
        | OfferKind::Credit { .. }
        | OfferKind::TrialExtension { .. }
        | OfferKind::Pause { .. } => offer.effect.as_str(),
        _ => return true,
    };
    let (own, all) = (&offer.limits, &playbook.limits);
    let waits = |days: Option<&u32>| days.is_some_and(|days| *days > 0);
    own.per_customer.is_some()
        || own.per_subscription.is_some()
        || all.per_customer.is_some()
        || waits(own.cooldown_days.as_ref())
        || [kind, "any"].into_iter().any(|word| waits(all.cooldown_days.get(word)))
}

/// Whether the offer takes from the budget and can be shown in a currency the budget does not
/// name, in which it is not capped.
fn is_open(playbook: &Playbook, prover: &Prover, index: usize, budget: &Amounts) -> bool {
    let Some(offer) = playbook.offers.get(index).filter(|_| !budget.is_empty()) else {
        return false;
    };
    let takes = matches!(
        offer.effect,
        OfferKind::Discount { .. } | OfferKind::FreePeriod { .. } | OfferKind::Credit { .. }
    );
    let others = format!("!(currency in [{}])", quoted(budget));
    takes
        && Conditions::of_offer(playbook, index).iter().any(|conditions| {
            let parts = needs(&offer.effect)
                .iter()
                .fold(conditions.with(&others), |all, need| all.with(need));
            prover.can_hold(&parts)
        })
}

fn uncapped(budget: &Amounts, offer: &Offer, place: String) -> Finding {
    let message = format!(
        "nothing caps what `{}` costs in a currency that is not named here; add the currencies \
         your customers pay in, or restrict the offer with `when = 'currency in [{}]'`",
        offer.id,
        quoted(budget)
    );
    Finding::warning("budget_currencies", place, message)
}

/// The currencies of a budget as a rule lists them.
fn quoted(budget: &Amounts) -> String {
    let codes: Vec<String> = budget.0.keys().map(|code| format!("\"{code}\"")).collect();
    codes.join(", ")
}
