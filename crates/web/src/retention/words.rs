//! Plain values of the engine in the words of the view.

use domain::Timestamp;
use domain::flow::Refusal;
use domain::money::{Money, Percent};
use domain::playbook::Tip;
use domain::subscription::{
    Interval as PriceInterval, IntervalUnit, InvoicePreview, Subscription, SubscriptionStatus,
};
use engine::retention::Notice;
use jiff::tz::TimeZone;

use crate::view::copy::{Copy, Interval, fill};
use crate::view::format;
use crate::view::pages::{NextInvoice, SubscriptionSummary};

/// Days are told in UTC, the zone the billing provider keeps its periods in.
const ZONE: TimeZone = TimeZone::UTC;

pub(super) fn day(at: Timestamp) -> String {
    format::day_of(at, &ZONE)
}

pub(super) fn time(at: Timestamp) -> String {
    format::time_of(at, &ZONE)
}

pub(super) fn price(copy: &Copy, amount: Money, interval: PriceInterval) -> String {
    let unit = match interval.unit {
        IntervalUnit::Day => Interval::Day,
        IntervalUnit::Week => Interval::Week,
        IntervalUnit::Month => Interval::Month,
        IntervalUnit::Year => Interval::Year,
    };
    copy.price(&format::money(amount), interval.count, unit)
}

/// Price of one interval with the discounts that run now; empty when it is not one fixed amount.
pub(super) fn price_of(copy: &Copy, subscription: &Subscription) -> String {
    match (subscription.charged_amount(), subscription.interval()) {
        (Some(amount), Some(interval)) => price(copy, amount, interval),
        _ => String::new(),
    }
}

/// The plain price that a subscription renews at; empty while a discount runs, whose end would
/// make it untrue, or when it is not one fixed amount.
pub(super) fn renewal_price(copy: &Copy, subscription: &Subscription) -> String {
    if subscription.discounts.is_empty() { price_of(copy, subscription) } else { String::new() }
}

/// The plain price after a discount of ours has ended.
pub(super) fn price_after_discount(copy: &Copy, subscription: &Subscription) -> String {
    match (subscription.recurring_amount(), subscription.interval()) {
        (Some(amount), Some(interval)) => price(copy, amount, interval),
        _ => String::new(),
    }
}

pub(super) fn renews(copy: &Copy, price: &str) -> String {
    if price.is_empty() {
        return copy.renews_only.to_owned();
    }
    fill(copy.renews, &[("price", price)])
}

pub(super) fn summary(copy: &Copy, subscription: &Subscription) -> SubscriptionSummary {
    SubscriptionSummary {
        plan: subscription.plan_name(),
        price: price_of(copy, subscription),
        standing: standing(copy, subscription),
    }
}

fn standing(copy: &Copy, subscription: &Subscription) -> String {
    let dated = |sentence, at: Option<Timestamp>| {
        at.map(|at| copy.dated(sentence, &day(at))).unwrap_or_default()
    };
    if subscription.is_ending() {
        return dated(copy.already_ends_on, subscription.ends_at());
    }
    match subscription.status {
        SubscriptionStatus::Trialing => dated(copy.trial_until, subscription.trial_end),
        SubscriptionStatus::PastDue | SubscriptionStatus::Unpaid => copy.payment_overdue.to_owned(),
        _ => dated(copy.paid_until, subscription.current_period_end()),
    }
}

/// What the finishing control does.
pub(super) fn cancel_effect(copy: &Copy, subscription: &Subscription) -> String {
    match subscription.current_period_end() {
        Some(at) => copy.dated(copy.cancel_effect_on, &day(at)),
        None => copy.cancel_effect_at_once.to_owned(),
    }
}

pub(super) fn discount(copy: &Copy, percent: Percent, months: u32) -> String {
    copy.discount_over(&format!("{}%", percent.value()), months)
}

pub(super) fn next_invoice(preview: Option<&InvoicePreview>) -> Option<NextInvoice> {
    let preview = preview?;
    Some(NextInvoice { amount: format::money(preview.amount_due), date: day(preview.due_at?) })
}

/// Heading and paragraphs of a tip.
pub(super) fn tip(copy: &Copy, tip: Tip) -> (&'static str, [&'static str; 2]) {
    match tip {
        Tip::GuidedSetup => copy.tip_setup,
        Tip::AskForFeature => copy.tip_roadmap,
        Tip::ReachAPerson => copy.tip_support,
    }
}

/// The problem a page says first; none for what the screen says beside the field.
pub(super) fn problem(copy: &Copy, notice: Option<&Notice>) -> Option<String> {
    match notice? {
        Notice::NotCarriedOut => Some(copy.not_carried_out.to_owned()),
        Notice::Refused(refusal) => match refusal {
            Refusal::InvalidMonths
            | Refusal::CommentTooLong
            | Refusal::UnknownReason
            | Refusal::NoSubscription
            | Refusal::AlreadyDecided => None,
            Refusal::NoLongerEligible(_) | Refusal::NotPresented => {
                Some(copy.offer_gone.to_owned())
            }
            Refusal::OtherSubscription => Some(copy.other_subscription.to_owned()),
        },
    }
}
