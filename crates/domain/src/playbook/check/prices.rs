//! Prices that plan changes name.

use super::CheckContext;
use crate::offer::{OfferKind, Proration, Timing};
use crate::playbook::{Finding, Playbook};

pub(super) fn check(playbook: &Playbook, context: &CheckContext<'_>, found: &mut Vec<Finding>) {
    for (index, offer) in playbook.offers.iter().enumerate() {
        let OfferKind::PlanChange { price, from, timing, proration } = &offer.effect else {
            continue;
        };
        let place = format!("offers[{index}].effect");
        if price.trim().is_empty() {
            let message = "name the price the plan changes to: its id at the provider, `price_…`";
            found.push(Finding::error("unknown_price", format!("{place}.price"), message));
        }
        if from.contains(price) {
            let message = format!("`{price}` would be changed to itself; remove it from `from`");
            found.push(Finding::error("same_price", format!("{place}.from"), message));
        }
        if *timing == Timing::Renewal && *proration == Proration::Immediately {
            let message = "a change at renewal leaves no difference to charge; remove `proration`";
            found.push(Finding::error(
                "proration_at_renewal",
                format!("{place}.proration"),
                message,
            ));
        }
        known(price, from, &place, context, found);
    }
}

fn known(
    price: &str,
    from: &[String],
    place: &str,
    context: &CheckContext<'_>,
    found: &mut Vec<Finding>,
) {
    let Some(prices) = context.prices else { return };
    let target = prices.get(price);
    let unknown = |id: &str| {
        format!("the provider has no active price `{id}` in this mode; copy its id from there")
    };
    match target {
        None if price.trim().is_empty() => {}
        None => {
            found.push(Finding::error("unknown_price", format!("{place}.price"), unknown(price)))
        }
        Some(target) if target.is_metered || target.unit_amount_minor.is_none() => {
            let message =
                format!("`{price}` has no fixed amount, so no price can be promised; name another");
            found.push(Finding::error("price_without_amount", format!("{place}.price"), message));
        }
        Some(_) => {}
    }
    for (index, id) in from.iter().enumerate() {
        let place = format!("{place}.from[{index}]");
        match (prices.get(id), target) {
            (None, _) => found.push(Finding::error("unknown_price", place, unknown(id))),
            (Some(source), Some(target)) if source.currency != target.currency => {
                let message = format!(
                    "`{id}` is in {}, `{price}` in {}; a subscription keeps its currency: make one \
                     offer per currency",
                    source.currency, target.currency
                );
                found.push(Finding::error("other_currency", place, message));
            }
            _ => {}
        }
    }
}
