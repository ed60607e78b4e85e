//! Every reason why not is a sentence for a person at the brand.

use domain::offer::Ineligible;
use domain::offer::Ineligible as I;
use jiff::Timestamp;

fn day(text: &str) -> Timestamp {
    format!("{text}T23:59:59Z").parse().unwrap()
}

fn detailed() -> Vec<(Ineligible, &'static str)> {
    vec![
        (
            I::Cooldown { kind: "discount".into(), taken_at: day("2026-08-02"), days: 180 },
            "discount taken on 2026-08-02, cooldown 180 days",
        ),
        (
            I::Cooldown { kind: "plan_change".into(), taken_at: day("2026-02-28"), days: 1 },
            "plan change taken on 2026-02-28, cooldown 1 days",
        ),
        (
            I::TakenBefore { last_at: day("2026-08-02"), allowed: 1, by_customer: false },
            "taken on 2026-08-02, allowed 1 time(s) per subscription",
        ),
        (
            I::TakenBefore { last_at: day("2026-08-02"), allowed: 2, by_customer: true },
            "taken on 2026-08-02, allowed 2 time(s) per customer",
        ),
        (I::CustomerLimit { allowed: 3 }, "the customer took 3 offer(s), no more are allowed"),
        (I::TotalReached { allowed: 100 }, "all 100 redemptions are used"),
        (
            I::BudgetSpent {
                of_all: false,
                budget_minor: 10_000,
                spent_minor: 9_000,
                cost_minor: 3_678,
                currency: "usd".into(),
            },
            "the month's budget of this offer is 10000 usd (minor units); 9000 are spent and this \
             would cost up to 3678",
        ),
        (
            I::OutsideSegment { segment: "yearly_canada".into() },
            "the customer is not in the segment yearly_canada",
        ),
        (
            I::RuleFailed { rule: "when".into(), message: "`country` is not known".into() },
            "the condition when could not be evaluated: `country` is not known",
        ),
        (
            I::Status { status: "past_due".into() },
            "a subscription that is past_due cannot carry it",
        ),
        (
            I::NoAmountInCurrency { currency: "kwd".into() },
            "it sets no amount in kwd, the subscription's currency",
        ),
        (
            I::PriceUnknown { price: "price_1".into() },
            "the billing provider has no active price price_1",
        ),
        (
            I::PriceInOtherCurrency { price: "price_1".into() },
            "the price price_1 is in another currency than the subscription",
        ),
        (
            I::Refused { code: "resource_missing".into() },
            "the billing provider refuses it (resource_missing)",
        ),
    ]
}

const PLAIN: [Ineligible; 21] = [
    I::NotListed,
    I::RuleDoesNotHold,
    I::Declined,
    I::AlreadyEnding,
    I::AlreadyPaused,
    I::AlreadyDiscounted,
    I::DiscountWorthMore,
    I::Scheduled,
    I::NoFixedAmount,
    I::IntervalDoesNotFit,
    I::NoEffect,
    I::TrialUsesMonths,
    I::NotTrialing,
    I::SeveralItems,
    I::SamePrice,
    I::NotFromThisPrice,
    I::TooFewSeats,
    I::NoRefundableInvoice,
    I::NeedsFlexibleBilling,
    I::NoPreview,
    I::CostsMoreThanShown,
];

#[test]
fn reasons_with_details_say_them() {
    for (because, sentence) in detailed() {
        assert_eq!(because.to_string(), sentence);
    }
}

#[test]
fn every_reason_has_its_own_sentence() {
    let all = PLAIN.into_iter().chain(detailed().into_iter().map(|(because, _)| because));
    let mut sentences: Vec<String> = all.map(|because| because.to_string()).collect();
    for sentence in &sentences {
        assert!(sentence.split(' ').count() > 2, "{sentence}");
        assert_ne!(sentence, "it does not fit");
    }
    let count = sentences.len();
    sentences.sort();
    sentences.dedup();
    assert_eq!(sentences.len(), count);
}

#[test]
fn every_reason_reads_back_as_it_was_stored() {
    for because in PLAIN.into_iter().chain(detailed().into_iter().map(|(because, _)| because)) {
        let stored = serde_json::to_string(&because).unwrap();
        assert_eq!(serde_json::from_str::<Ineligible>(&stored).unwrap(), because, "{stored}");
    }
}
