//! How long a pause lasts.

use domain::offer::effect::{months_after, resume_date};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use proptest::prelude::*;

use crate::flow::regressions;
use crate::shapes::monthly;

/// Renewal number `months` of a subscription that began at `anchor`, as the provider counts: the
/// day of the anchor, or the last of a shorter month.
fn renewal(anchor: DateTime, months: i64) -> Timestamp {
    TimeZone::UTC.to_timestamp(anchor.checked_add(months.months()).unwrap()).unwrap()
}

proptest! {
    #![proptest_config(regressions())]

    #[test]
    fn a_pause_skips_exactly_as_many_renewals_as_it_has_months(
        day in 1_i8..=31, hour in 0_i8..24, age in 0_i64..60, months in 1_u32..=12,
    ) {
        let anchor = jiff::civil::date(2024, 1, day).at(hour, 30, 0, 0);
        let mut subscription = monthly();
        subscription.items[0].current_period_end = Some(renewal(anchor, age));
        let now = renewal(anchor, age).checked_sub(3.hours()).unwrap();
        let resumes_at = resume_date(&subscription, months, now).unwrap();
        let skipped = (age..age + 24).filter(|n| renewal(anchor, *n) < resumes_at).count();
        prop_assert_eq!(skipped, usize::try_from(months).unwrap());
    }

    #[test]
    fn a_pause_never_ends_in_the_past(late_hours in 0_i64..10_000, months in 1_u32..=12) {
        let subscription = monthly();
        let end = subscription.current_period_end().unwrap();
        let now = end.checked_add(late_hours.hours()).unwrap();
        prop_assert!(resume_date(&subscription, months, now).unwrap() > now);
    }

    #[test]
    fn months_later_is_the_same_day_or_the_last_of_a_shorter_month(
        day in 1_i8..=31, months in 1_u32..=36,
    ) {
        let from = jiff::civil::date(2026, 1, day).at(9, 15, 30, 0);
        let start = TimeZone::UTC.to_timestamp(from).unwrap();
        let later = months_after(start, months).unwrap().to_zoned_datetime(TimeZone::UTC);
        let counted = i64::from(months) + 2026 * 12;
        let (year, month) = (counted / 12, counted % 12 + 1);
        prop_assert_eq!((i64::from(later.year()), i64::from(later.month())), (year, month));
        prop_assert_eq!(later.day(), day.min(later.days_in_month()));
        prop_assert_eq!(later.time(), from.time());
    }
}
