//! Amounts by currency: above zero, in currencies that are used.

use std::collections::BTreeSet;

use super::rules::{Conditions, Prover};
use crate::money::Currency;
use crate::offer::{OfferKind, Reduction};
use crate::playbook::{Amounts, Finding, Playbook};

/// Currencies the provider charges in (<https://docs.stripe.com/currencies>).
const KNOWN: &str = "aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bhd bif bmd bnd bob \
    brl bsd bwp byn bzd cad cdf chf clp cny cop crc cve czk djf dkk dop dzd egp etb eur fjd fkp \
    gbp gel ghs gip gmd gnf gtq gyd hkd hnl htg huf idr ils inr isk jmd jod jpy kes kgs khr kmf \
    krw kwd kyd kzt lak lbp lkr lrd lsl mad mdl mga mkd mmk mnt mop mur mvr mwk mxn myr mzn nad \
    ngn nio nok npr nzd omr pab pen pgk php pkr pln pyg qar ron rsd rub rwf sar sbd scr sek sgd \
    shp sle sos srd std szl thb tjs tnd top try ttd twd tzs uah ugx usd uyu uzs vnd vuv wst xaf \
    xcd xcg xof xpf yer zar zmw";

pub(super) fn check(playbook: &Playbook, prover: &Prover, found: &mut Vec<Finding>) {
    each(&playbook.limits.budget_per_month, "limits.budget_per_month", found);
    each(&playbook.limits.max_credit, "limits.max_credit", found);
    let used = used_currencies(playbook);
    for (index, offer) in playbook.offers.iter().enumerate() {
        let place = format!("offers[{index}]");
        each(&offer.limits.budget_per_month, &format!("{place}.limits.budget_per_month"), found);
        let Some((field, amounts)) = promised(&offer.effect) else { continue };
        let place = format!("{place}.effect.{field}");
        each(amounts, &place, found);
        tens(amounts, &place, found);
        if amounts.0.is_empty() {
            let message = "no amount is set; add one per currency, such as `{ usd = 500 }`";
            found.push(Finding::error("no_amount", place, message));
            continue;
        }
        let conditions = Conditions::of_offer(playbook, index);
        for currency in used.iter().filter(|currency| !amounts.0.contains_key(currency)) {
            let rule = format!("currency == \"{currency}\"");
            if conditions.iter().any(|parts| prover.can_hold(&parts.with(&rule))) {
                let message = format!(
                    "there is no amount in `{currency}`, which the playbook names elsewhere; \
                     customers who pay in it do not see this offer: add it, or say so in `when`"
                );
                found.push(Finding::warning("missing_currency", place.clone(), message));
            }
        }
    }
}

/// The amounts an offer promises, and the field they are in.
fn promised(effect: &OfferKind) -> Option<(&'static str, &Amounts)> {
    match effect {
        OfferKind::Discount { reduction: Reduction::Amount(amounts), .. } => {
            Some(("reduction.amount", amounts))
        }
        OfferKind::Credit { amount, .. } => Some(("amount", amount)),
        _ => None,
    }
}

fn each(amounts: &Amounts, place: &str, found: &mut Vec<Finding>) {
    for (currency, minor) in &amounts.0 {
        let place = format!("{place}.{currency}");
        if *minor <= 0 {
            let message = format!(
                "the amount is {minor}; amounts are above zero, in the currency's smallest unit \
                 (cents, yen)"
            );
            found.push(Finding::error("amount_not_positive", place.clone(), message));
        }
        if !KNOWN.split_whitespace().any(|code| code == currency.code()) {
            let message =
                format!("`{currency}` is no currency the provider charges in; correct it");
            found.push(Finding::error("unknown_currency", place, message));
        }
    }
}

/// The provider takes amounts with three decimals only as multiples of ten
/// (<https://docs.stripe.com/currencies#three-decimal>).
fn tens(amounts: &Amounts, place: &str, found: &mut Vec<Finding>) {
    for (currency, minor) in &amounts.0 {
        if currency.exponent() == 3 && minor % 10 != 0 {
            let message = format!(
                "the provider takes amounts in `{currency}` only in multiples of 10, and this is \
                 {minor}; end it with a 0"
            );
            found.push(Finding::error(
                "not_multiple_of_ten",
                format!("{place}.{currency}"),
                message,
            ));
        }
    }
}

/// Currencies that amounts and rules of the playbook name.
fn used_currencies(playbook: &Playbook) -> BTreeSet<Currency> {
    let mut used = BTreeSet::new();
    for offer in &playbook.offers {
        used.extend(promised(&offer.effect).into_iter().flat_map(|(_, all)| all.0.keys().copied()));
    }
    let rules = playbook.segments.iter().map(|segment| segment.when.as_str());
    for rule in rules.chain(playbook.offers.iter().filter_map(|offer| offer.when.as_deref())) {
        if !rule.contains("currency") {
            continue;
        }
        // Quoted words are every second part of a rule that is cut at its quotes.
        let quoted = rule.split(['"', '\'']).skip(1).step_by(2);
        let codes = quoted.filter(|word| KNOWN.split_whitespace().any(|code| code == *word));
        used.extend(codes.filter_map(|code| Currency::parse(code).ok()));
    }
    used
}
