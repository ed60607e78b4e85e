//! When invoices come, and what a moved renewal comes to.

use domain::Timestamp;
use domain::subscription::{Interval, IntervalUnit, InvoicePreview, Subscription};
use engine::ports::{BillingError, ChangePreview};
use jiff::tz::TimeZone;
use jiff::{Span, ToSpan};

use super::discounts::{discounts_form, running};
use super::draft::Draft;
use super::question::ask_both;
use crate::form::Form;
use crate::transport::Client;

/// More renewals than a pause can leave out.
const MAX_RENEWALS: i64 = 4_000;

/// Nothing is charged before `to`; what waits is charged with the renewal there.
pub(super) async fn moved(
    client: &Client<'_>,
    subscription: &Subscription,
    to: Timestamp,
) -> Result<ChangePreview, BillingError> {
    let next = Form::new()
        .with(&["subscription_details", "trial_end"], to.as_second())
        .with(&["subscription_details", "proration_behavior"], "none");
    let regular = discounts_form(subscription, &running(subscription, to));
    let (next, regular) = ask_both(client, &subscription.id, next, regular).await?;
    let next_invoice = next.map(|next| at_renewal(&next, regular.as_ref(), to));
    let recurring = regular.map(|draft| draft.regular());
    Ok(ChangePreview { charged_now: None, next_invoice, recurring })
}

/// Where the time until `to` gets an invoice of its own, over nothing, it is not the one the
/// customer waits for: the regular one is, at that date.
fn at_renewal(next: &Draft, regular: Option<&Draft>, to: Timestamp) -> InvoicePreview {
    match regular {
        Some(regular) if next.total == 0 && next.due_at() < Some(to) => {
            next.due_on(Some(to), regular.total, next.balance)
        }
        _ => next.next(),
    }
}

/// The first renewal at or after a time; none where the period is not known.
pub(super) fn first_renewal_from(
    subscription: &Subscription,
    from: Timestamp,
) -> Option<Timestamp> {
    let ends = subscription.current_period_end()?;
    let interval = subscription.interval()?;
    (0..MAX_RENEWALS)
        .map_while(|times| renewal(subscription.current_period_start(), ends, interval, times))
        .find(|at| *at >= from)
}

/// The renewal so many intervals after the end of the running period. Stripe keeps the day of the
/// month a billing cycle began on where the month has it: the later of the period's two days.
fn renewal(
    starts: Option<Timestamp>,
    ends: Timestamp,
    interval: Interval,
    times: i64,
) -> Option<Timestamp> {
    let utc = |at: Timestamp| at.to_zoned_datetime(TimeZone::UTC);
    let steps = i64::from(interval.count) * times;
    let months = match interval.unit {
        IntervalUnit::Day => return ends.checked_add((24 * steps).hours()).ok(),
        IntervalUnit::Week => return ends.checked_add((7 * 24 * steps).hours()).ok(),
        IntervalUnit::Month => steps,
        IntervalUnit::Year => 12 * steps,
    };
    let anchor = starts.filter(|starts| utc(*starts).day() > utc(ends).day());
    let Some(anchor) = anchor else {
        return Some(utc(ends).checked_add(months.months()).ok()?.timestamp());
    };
    // From the beginning of the running period the same renewal is one interval further.
    let whole = match interval.unit {
        IntervalUnit::Year => 12 * i64::from(interval.count),
        _ => i64::from(interval.count),
    };
    let span = Span::new().try_months(months + whole).ok()?;
    Some(utc(anchor).checked_add(span).ok()?.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn draft(total: i64, due: i64) -> Draft {
        let invoice = serde_json::json!({
            "total": total, "starting_balance": -300, "amount_due": (total - 300).max(0),
            "currency": "usd", "period_end": due,
        });
        Draft::read(&serde_json::from_value(invoice).unwrap()).unwrap()
    }

    #[test]
    fn an_invoice_over_nothing_before_the_renewal_is_not_the_next_one() {
        let to = Timestamp::from_second(1_000).unwrap();
        let regular = draft(4_900, 500);
        let cases = [
            (draft(0, 10), 4_600, 1_000),
            (draft(2_000, 1_000), 1_700, 1_000),
            (draft(0, 1_000), 0, 1_000),
        ];
        for (next, minor, due) in cases {
            let found = at_renewal(&next, Some(&regular), to);
            let due_at = found.due_at.map(Timestamp::as_second);
            assert_eq!((found.amount_due.minor, due_at), (minor, Some(due)));
        }
    }

    #[test]
    fn renewals_keep_the_day_the_cycle_began_on() {
        let monthly = Interval { unit: IntervalUnit::Month, count: 1 };
        let cases = [
            ("2026-01-31T10:00:00Z", "2026-02-28T10:00:00Z", 1, "2026-03-31T10:00:00Z"),
            ("2026-02-28T10:00:00Z", "2026-03-31T10:00:00Z", 1, "2026-04-30T10:00:00Z"),
            ("2026-03-15T10:00:00Z", "2026-04-15T10:00:00Z", 2, "2026-06-15T10:00:00Z"),
            ("2026-03-15T10:00:00Z", "2026-04-15T10:00:00Z", 0, "2026-04-15T10:00:00Z"),
        ];
        for (starts, ends, times, expected) in cases {
            let found = renewal(Some(at(starts)), at(ends), monthly, times);
            assert_eq!(found, Some(at(expected)), "{starts} {times}");
        }
    }

    #[test]
    fn days_and_weeks_are_counted() {
        let fortnight = Interval { unit: IntervalUnit::Week, count: 2 };
        let ends = at("2026-04-15T10:00:00Z");
        assert_eq!(renewal(None, ends, fortnight, 2), Some(at("2026-05-13T10:00:00Z")));
    }
}
