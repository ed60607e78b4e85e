//! Plain values of the engine in the words of the view.

use domain::Timestamp;
use domain::flow::Refusal;
use domain::money::Percent;
use domain::playbook::{Feedback, Reason, Tip};
use domain::subscription::{InvoicePreview, Subscription, SubscriptionStatus};
use engine::retention::Notice;

use crate::i18n::{Locale, Words};
use crate::view::pages::{NextInvoice, SubscriptionSummary};

/// Price of one interval with the discounts that run now; empty when it is not one fixed amount.
pub(super) fn price_of(words: Words, subscription: &Subscription) -> String {
    match (subscription.charged_amount(), subscription.interval()) {
        (Some(amount), Some(interval)) => words.price(amount, interval),
        _ => String::new(),
    }
}

/// The plain price that a subscription renews at; empty while a discount runs, whose end would
/// make it untrue, or when it is not one fixed amount.
pub(super) fn renewal_price(words: Words, subscription: &Subscription) -> String {
    if subscription.discounts.is_empty() { price_of(words, subscription) } else { String::new() }
}

/// The plain price after a discount of ours has ended.
pub(super) fn price_after_discount(words: Words, subscription: &Subscription) -> String {
    match (subscription.recurring_amount(), subscription.interval()) {
        (Some(amount), Some(interval)) => words.price(amount, interval),
        _ => String::new(),
    }
}

pub(super) fn renews(words: Words, price: &str) -> String {
    if price.is_empty() {
        return words.renews_only().to_owned();
    }
    words.renews(price)
}

pub(super) fn summary(words: Words, subscription: &Subscription) -> SubscriptionSummary {
    SubscriptionSummary {
        plan: subscription.plan_name(),
        price: price_of(words, subscription),
        standing: standing(words, subscription),
    }
}

fn standing(words: Words, subscription: &Subscription) -> String {
    let dated = |sentence: fn(Words, &str) -> String, at: Option<Timestamp>| {
        at.map(|at| sentence(words, &words.day(at))).unwrap_or_default()
    };
    if subscription.is_ending() {
        return dated(Words::already_ends_on, subscription.ends_at());
    }
    match subscription.status {
        SubscriptionStatus::Trialing => dated(Words::trial_until, subscription.trial_end),
        SubscriptionStatus::PastDue | SubscriptionStatus::Unpaid => {
            words.payment_overdue().to_owned()
        }
        _ => dated(Words::paid_until, subscription.current_period_end()),
    }
}

/// What the finishing control does.
pub(super) fn cancel_effect(words: Words, subscription: &Subscription) -> String {
    match subscription.current_period_end() {
        Some(at) => words.cancel_effect_on(&words.day(at)),
        None => words.cancel_effect_at_once().to_owned(),
    }
}

pub(super) fn discount(words: Words, percent: Percent, months: u32) -> String {
    words.discount_months(&words.percent(percent), months)
}

pub(super) fn next_invoice(words: Words, preview: Option<&InvoicePreview>) -> Option<NextInvoice> {
    let preview = preview?;
    Some(NextInvoice { amount: words.money(preview.amount_due), date: words.day(preview.due_at?) })
}

/// Heading and paragraphs of a tip.
pub(super) fn tip(words: Words, tip: Tip) -> (&'static str, [&'static str; 2]) {
    match tip {
        Tip::GuidedSetup => (words.tip_setup(), [words.tip_setup_1(), words.tip_setup_2()]),
        Tip::AskForFeature => (words.tip_roadmap(), [words.tip_roadmap_1(), words.tip_roadmap_2()]),
        Tip::ReachAPerson => (words.tip_support(), [words.tip_support_1(), words.tip_support_2()]),
    }
}

/// What the customer reads of a reason: the brand's own words, or the built-in ones in their
/// language.
pub(super) fn reason(words: Words, reason: &Reason) -> String {
    let built_in = |words: Words| match reason.feedback {
        Feedback::TooExpensive => words.reason_too_expensive(),
        Feedback::Unused => words.reason_unused(),
        Feedback::MissingFeatures => words.reason_missing_features(),
        Feedback::SwitchedService => words.reason_switched_service(),
        Feedback::TooComplex => words.reason_too_complex(),
        Feedback::LowQuality => words.reason_low_quality(),
        Feedback::CustomerService => words.reason_customer_service(),
        Feedback::Other => words.reason_other(),
    };
    let is_built_in = reason.label == built_in(Words::new(Locale::En));
    if is_built_in { built_in(words).to_owned() } else { reason.label.clone() }
}

/// The problem a page says first; none for what the screen says beside the field.
pub(super) fn problem(words: Words, notice: Option<&Notice>) -> Option<String> {
    match notice? {
        Notice::NotCarriedOut => Some(words.not_carried_out().to_owned()),
        Notice::Refused(refusal) => match refusal {
            Refusal::InvalidMonths
            | Refusal::CommentTooLong
            | Refusal::UnknownReason
            | Refusal::NoSubscription
            | Refusal::AlreadyDecided => None,
            Refusal::NoLongerEligible(_) | Refusal::NotPresented => {
                Some(words.offer_gone().to_owned())
            }
            Refusal::OtherSubscription => Some(words.other_subscription().to_owned()),
        },
    }
}

#[cfg(test)]
mod tests {
    use domain::playbook::Playbook;

    use super::*;

    #[test]
    fn built_in_reasons_are_translated_and_a_brands_own_stay() {
        let german = Words::new(Locale::De);
        for reason in Playbook::built_in().reasons {
            assert_eq!(super::reason(Words::new(Locale::En), &reason), reason.label);
            assert_ne!(super::reason(german, &reason), reason.label);
            let own = Reason { label: "Too many emails".to_owned(), ..reason };
            assert_eq!(super::reason(german, &own), "Too many emails");
        }
    }
}
