//! Plain values of the engine in the words of the view.

use domain::Timestamp;
use domain::flow::{Ending, Refusal, ending};
use domain::money::Currency;
use domain::offer::{DiscountDuration, Reduction};
use domain::playbook::Feedback;
use domain::subscription::{InvoicePreview, Subscription, SubscriptionStatus};
use engine::playbooks::PinnedPlaybook;
use engine::retention::Notice;

use crate::i18n::Words;
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

/// Where it stands, by what matters most: an end, a pause, a payment that is missing.
fn standing(words: Words, subscription: &Subscription) -> String {
    let dated = |sentence: fn(Words, &str) -> String, at: Option<Timestamp>| {
        at.map(|at| sentence(words, &words.day(at))).unwrap_or_default()
    };
    if subscription.is_ending() {
        return dated(Words::already_ends_on, subscription.ends_at());
    }
    if subscription.status == SubscriptionStatus::Paused {
        return words.paused_without_end().to_owned();
    }
    if let Some(paused) = &subscription.paused_collection {
        let until = dated(Words::paused_until, paused.resumes_at);
        return if until.is_empty() { words.paused_without_end().to_owned() } else { until };
    }
    match subscription.status {
        SubscriptionStatus::Trialing => dated(Words::trial_until, subscription.trial_end),
        SubscriptionStatus::PastDue
        | SubscriptionStatus::Unpaid
        | SubscriptionStatus::Incomplete => words.payment_overdue().to_owned(),
        // Whether a sent invoice is paid is not known here.
        _ if subscription.is_invoiced => {
            dated(Words::next_invoice_on, subscription.current_period_end())
        }
        _ => dated(Words::paid_until, subscription.current_period_end()),
    }
}

/// How the subscription ends if it is canceled now.
pub(super) fn end_now(
    pinned: &PinnedPlaybook,
    subscription: &Subscription,
    now: Timestamp,
) -> Ending {
    ending(pinned.playbook().flow.cancel, Some(subscription), now)
}

/// What the finishing control does.
pub(super) fn cancel_effect(
    words: Words,
    pinned: &PinnedPlaybook,
    subscription: &Subscription,
    now: Timestamp,
) -> String {
    let ending = end_now(pinned, subscription, now);
    match (ending.ends_at, ending.refund) {
        (Some(at), _) => words.cancel_effect_on(&words.day(at)),
        (None, Some((amount, _))) => words.cancel_effect_refund(&words.money(amount)),
        (None, None) => words.cancel_effect_at_once().to_owned(),
    }
}

/// What is taken off: `25%` or `$5.00`; none when the offer has no amount in the currency.
pub(super) fn reduction(words: Words, off: &Reduction, currency: Currency) -> Option<String> {
    match off {
        Reduction::Percent(percent) => Some(words.percent(*percent)),
        Reduction::Amount(amounts) => amounts.get(currency).map(|amount| words.money(amount)),
    }
}

pub(super) fn discount(
    words: Words,
    off: &Reduction,
    duration: DiscountDuration,
    currency: Currency,
) -> String {
    let off = reduction(words, off, currency).unwrap_or_default();
    match duration {
        DiscountDuration::Once => words.discount_once(&off),
        DiscountDuration::Months(months) => words.discount_months(&off, months),
        DiscountDuration::Forever => words.discount_forever(&off),
    }
}

pub(super) fn next_invoice(words: Words, preview: Option<&InvoicePreview>) -> Option<NextInvoice> {
    let preview = preview?;
    Some(NextInvoice { amount: words.money(preview.amount_due), date: words.day(preview.due_at?) })
}

/// Heading and paragraphs of the built-in tip for a reason.
pub(super) fn tip(words: Words, reason: Feedback) -> (&'static str, [&'static str; 2]) {
    match reason {
        Feedback::TooComplex => (words.tip_setup(), [words.tip_setup_1(), words.tip_setup_2()]),
        Feedback::MissingFeatures => {
            (words.tip_roadmap(), [words.tip_roadmap_1(), words.tip_roadmap_2()])
        }
        _ => (words.tip_support(), [words.tip_support_1(), words.tip_support_2()]),
    }
}

/// The built-in words for a reason, in the customer's voice.
pub(super) fn reason(words: Words, feedback: Feedback) -> &'static str {
    match feedback {
        Feedback::TooExpensive => words.reason_too_expensive(),
        Feedback::Unused => words.reason_unused(),
        Feedback::MissingFeatures => words.reason_missing_features(),
        Feedback::SwitchedService => words.reason_switched_service(),
        Feedback::TooComplex => words.reason_too_complex(),
        Feedback::LowQuality => words.reason_low_quality(),
        Feedback::CustomerService => words.reason_customer_service(),
        Feedback::Other => words.reason_other(),
    }
}

/// The problem a page says first; none for what the screen says beside the field.
pub(super) fn problem(words: Words, brand: &str, notice: Option<&Notice>) -> Option<String> {
    match notice? {
        Notice::NotCarriedOut { by_brand: true } => Some(words.failed_custom(brand)),
        Notice::NotCarriedOut { by_brand: false } => Some(words.not_carried_out().to_owned()),
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
