//! Calendar arithmetic of billing periods, in UTC.

use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use serde_json::Value;

use crate::values::{int, text};

/// Seconds of a day.
pub(crate) const DAY: i64 = 86_400;

/// How often something recurs: `count` times `day`, `week`, `month` or `year`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Interval<'a> {
    unit: &'a str,
    count: i64,
}

impl<'a> Interval<'a> {
    /// The interval of a price's `recurring`.
    pub(crate) fn of_price(price: &'a Value) -> Self {
        Self::of_recurring(&price["recurring"])
    }

    /// The interval of `interval` and `interval_count`.
    pub(crate) fn of_recurring(recurring: &'a Value) -> Self {
        Self { unit: text(recurring, "interval"), count: int(recurring, "interval_count").max(1) }
    }

    /// Most days one unit can have, to estimate from below.
    fn longest_days(self) -> i64 {
        match self.unit {
            "year" => 366,
            "month" => 31,
            "week" => 7,
            _ => 1,
        }
    }

    /// The first boundary after `after`, counted from `anchor`; the anchor itself if it is later.
    pub(crate) fn next_boundary(self, anchor: i64, after: i64) -> i64 {
        if anchor > after {
            return anchor;
        }
        let mut times = (after - anchor) / (self.longest_days() * self.count * DAY);
        loop {
            let boundary = self.boundary(anchor, times);
            if boundary > after {
                return boundary;
            }
            times += 1;
        }
    }

    /// The whole period, counted from `anchor`, in which `at` falls.
    pub(crate) fn around(self, anchor: i64, at: i64) -> (i64, i64) {
        let mut times = (at - anchor) / (self.longest_days() * self.count * DAY);
        while self.boundary(anchor, times) > at {
            times -= 1;
        }
        while self.boundary(anchor, times + 1) <= at {
            times += 1;
        }
        (self.boundary(anchor, times), self.boundary(anchor, times + 1))
    }

    fn boundary(self, anchor: i64, times: i64) -> i64 {
        let steps = self.count * times;
        match self.unit {
            "year" => add_months(anchor, steps * 12),
            "month" => add_months(anchor, steps),
            "week" => anchor + steps * 7 * DAY,
            _ => anchor + steps * DAY,
        }
    }
}

/// Months later at the same time of day; the last day of the month where the day does not exist.
pub(crate) fn add_months(at: i64, months: i64) -> i64 {
    let moved = Timestamp::from_second(at).and_then(|at| {
        let local = at.to_zoned_datetime(TimeZone::UTC).datetime();
        let later = local.checked_add(Span::new().try_months(months)?)?;
        Ok(later.to_zoned_datetime(TimeZone::UTC)?.timestamp().as_second())
    });
    // Beyond the calendar (year 9999) thirty days stand for a month.
    moved.unwrap_or(at.saturating_add(months.saturating_mul(30 * DAY)))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn at(text: &str) -> i64 {
        text.parse::<Timestamp>().unwrap().as_second()
    }

    #[test]
    fn boundaries_keep_the_anchor_day_where_the_month_has_it() {
        let price = json!({ "recurring": { "interval": "month", "interval_count": 1 } });
        let monthly = Interval::of_price(&price);
        let anchor = at("2026-01-31T10:00:00Z");
        let february = monthly.next_boundary(anchor, anchor);
        assert_eq!(february, at("2026-02-28T10:00:00Z"));
        assert_eq!(monthly.next_boundary(anchor, february), at("2026-03-31T10:00:00Z"));
    }

    #[test]
    fn every_time_lies_in_its_period() {
        let price = json!({ "recurring": { "interval": "month", "interval_count": 1 } });
        let monthly = Interval::of_price(&price);
        let anchor = at("2026-01-31T10:00:00Z");
        let march = (at("2026-02-28T10:00:00Z"), at("2026-03-31T10:00:00Z"));
        for inside in [march.0, march.0 + DAY, march.1 - 1] {
            assert_eq!(monthly.around(anchor, inside), march);
        }
        let before = (at("2025-12-31T10:00:00Z"), anchor);
        assert_eq!(monthly.around(anchor, anchor - 1), before);
    }

    #[test]
    fn an_anchor_in_the_future_is_the_next_boundary() {
        let price = json!({ "recurring": { "interval": "week", "interval_count": 2 } });
        let fortnightly = Interval::of_price(&price);
        assert_eq!(fortnightly.next_boundary(1000, 10), 1000);
        assert_eq!(fortnightly.next_boundary(1000, 1000), 1000 + 14 * DAY);
        assert_eq!(fortnightly.next_boundary(1000, 1000 + 14 * DAY), 1000 + 28 * DAY);
    }
}
