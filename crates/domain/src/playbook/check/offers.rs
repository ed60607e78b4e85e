//! What single offers promise: ranges, limits, ceilings.

use super::CheckContext;
use crate::brand::OfferCeilings;
use crate::money::{Currency, Percent};
use crate::offer::{CreditTo, DiscountDuration, Offer, OfferKind, Reduction, SeatTarget};
use crate::playbook::{Amounts, Finding, Playbook};

pub(super) fn check(playbook: &Playbook, context: &CheckContext<'_>, found: &mut Vec<Finding>) {
    for (index, offer) in playbook.offers.iter().enumerate() {
        let place = format!("offers[{index}]");
        ranges(offer, &place, found);
        limits(offer, &place, found);
        let own = OfferCeilings {
            max_percent: playbook.limits.max_percent,
            max_months: playbook.limits.max_months,
            max_credit: playbook.limits.max_credit.clone(),
        };
        ceilings(offer, &own, ("above_playbook_limit", "the playbook's own limit"), &place, found);
        let brand = ("above_brand_ceiling", "the ceiling set for the brand");
        ceilings(offer, context.ceilings, brand, &place, found);
    }
}

fn ranges(offer: &Offer, place: &str, found: &mut Vec<Finding>) {
    let mut outside = |field: &str, what: &str, value: u64, low: u64, high: u64| {
        if !(low..=high).contains(&value) {
            let message = format!("{what} is {value}; use {low} to {high}");
            found.push(Finding::error("out_of_range", format!("{place}.effect.{field}"), message));
        }
    };
    match &offer.effect {
        OfferKind::Discount { duration: DiscountDuration::Months(months), .. } => {
            outside("duration.months", "the length in months", u64::from(*months), 1, 36);
        }
        OfferKind::Pause { min_months, max_months } => {
            outside("min_months", "the shortest pause in months", u64::from(*min_months), 1, 12);
            outside("max_months", "the longest pause in months", u64::from(*max_months), 1, 12);
            if min_months > max_months {
                let message = format!(
                    "the shortest pause ({min_months} months) is longer than the longest \
                     ({max_months}); swap them"
                );
                let place = format!("{place}.effect.min_months");
                found.push(Finding::error("out_of_range", place, message));
            }
        }
        OfferKind::FreePeriod { months } => {
            outside("months", "the free period in months", u64::from(*months), 1, 12);
        }
        OfferKind::TrialExtension { days } => {
            outside("days", "the extension in days", u64::from(*days), 1, 365);
        }
        OfferKind::Seats { target: SeatTarget::ReduceBy(count) } => {
            outside("target.reduce_by", "the number of seats", *count, 1, 1_000_000);
        }
        OfferKind::Seats { target: SeatTarget::ReduceTo(count) } => {
            outside("target.reduce_to", "the number of seats", *count, 1, 1_000_000);
        }
        OfferKind::Credit { to: CreditTo::LastInvoice { within_days }, .. } => {
            let days = u64::from(*within_days);
            outside("to.last_invoice.within_days", "the number of days", days, 1, 365);
        }
        _ => {}
    }
}

fn limits(offer: &Offer, place: &str, found: &mut Vec<Finding>) {
    let limits = &offer.limits;
    let zeros = [
        ("per_customer", limits.per_customer == Some(0)),
        ("per_subscription", limits.per_subscription == Some(0)),
        ("total", limits.total == Some(0)),
    ];
    for (field, is_zero) in zeros {
        if is_zero {
            let message = "with 0 nobody can take it; raise it, or remove the offer";
            found.push(Finding::error("zero_limit", format!("{place}.limits.{field}"), message));
        }
    }
    if limits.cooldown_days == Some(0) {
        let message = "a cooldown of 0 days does nothing; set the days or remove it";
        found.push(Finding::warning(
            "zero_limit",
            format!("{place}.limits.cooldown_days"),
            message,
        ));
    }
}

/// `whose` is the code of the finding and the ceiling in words.
fn ceilings(
    offer: &Offer,
    ceilings: &OfferCeilings,
    whose: (&str, &str),
    place: &str,
    found: &mut Vec<Finding>,
) {
    let (code, of) = whose;
    let mut above = |field: &str, value: String, limit: String| {
        let message = format!("{value} is above {of} of {limit}; lower one of them");
        found.push(Finding::error(code, format!("{place}.effect{field}"), message));
    };
    if let (Some((field, percent)), Some(limit)) = (percent(offer), ceilings.max_percent)
        && percent > limit.value()
    {
        above(field, format!("{percent} %"), format!("{} %", limit.value()));
    }
    if let (Some((field, months)), Some(limit)) = (months(offer), ceilings.max_months)
        && months.is_none_or(|months| months > limit)
    {
        let value = months.map_or("a discount without end".to_owned(), |m| format!("{m} months"));
        above(field, value, format!("{limit} months"));
    }
    if let OfferKind::Credit { amount, .. } = &offer.effect {
        for (currency, minor) in &amount.0 {
            if let Some(limit) = limit(&ceilings.max_credit, *currency).filter(|max| minor > max) {
                let field = format!(".amount.{currency}");
                above(&field, format!("{minor} {currency}"), format!("{limit} {currency}"));
            }
        }
    }
}

fn limit(amounts: &Amounts, currency: Currency) -> Option<i64> {
    amounts.0.get(&currency).copied()
}

/// What it takes off, and where that is said.
fn percent(offer: &Offer) -> Option<(&'static str, u8)> {
    match &offer.effect {
        OfferKind::Discount { reduction: Reduction::Percent(percent), .. } => {
            Some((".reduction.percent", Percent::value(*percent)))
        }
        _ => None,
    }
}

/// How long it lasts at most, and where that is said; no months for what has no end.
fn months(offer: &Offer) -> Option<(&'static str, Option<u32>)> {
    match &offer.effect {
        OfferKind::Discount { duration, .. } => match duration {
            DiscountDuration::Once => None,
            DiscountDuration::Months(months) => Some((".duration.months", Some(*months))),
            DiscountDuration::Forever => Some((".duration", None)),
        },
        OfferKind::Pause { max_months, .. } => Some((".max_months", Some(*max_months))),
        OfferKind::FreePeriod { months } => Some((".months", Some(*months))),
        _ => None,
    }
}
