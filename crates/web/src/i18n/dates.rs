//! Days, times and lists as a language writes them.

use icu_calendar::Date as IcuDate;
use icu_time::Time;
use jiff::{Timestamp, civil::Date, tz::TimeZone};

use super::formats::Formats;
use super::words::Words;

/// Days are told in UTC, the zone the billing provider keeps its periods in.
const ZONE: TimeZone = TimeZone::UTC;

/// An instant for machines, as in a `time` element's `datetime`: `2026-12-23T20:49:05Z`.
#[must_use]
pub fn machine_time(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

impl Words {
    /// The day of an instant: `December 23, 2026`.
    #[must_use]
    pub fn day(self, at: Timestamp) -> String {
        self.date(at.to_zoned_datetime(ZONE).date())
    }

    /// A day of the calendar: `December 23, 2026`.
    #[must_use]
    pub fn date(self, day: Date) -> String {
        let month = u8::try_from(day.month()).unwrap_or_default();
        let in_month = u8::try_from(day.day()).unwrap_or_default();
        let date = IcuDate::try_new_gregorian(day.year().into(), month, in_month).ok();
        match (Formats::of(self.locale()), date) {
            (Some(formats), Some(date)) => formats.day.format(&date).to_string(),
            _ => day.to_string(),
        }
    }

    /// The time of day of an instant, with its zone: `8:49 PM UTC`.
    #[must_use]
    pub fn time(self, at: Timestamp) -> String {
        let at = at.to_zoned_datetime(ZONE);
        let zone = at.strftime("%Z").to_string();
        self.time_in_zone(&self.clock(at.hour(), at.minute()), &zone)
    }

    /// Day and time of an instant with its zone: `December 23, 2026, 8:49 PM UTC`.
    #[must_use]
    pub fn moment(self, at: Timestamp) -> String {
        self.date_and_time(&self.day(at), &self.time(at))
    }

    /// Things one after the other: `A, B, and C`.
    #[must_use]
    pub fn list(self, items: &[&str]) -> String {
        match Formats::of(self.locale()) {
            Some(formats) => formats.list.format_to_string(items.iter()),
            None => items.join(", "),
        }
    }

    /// Hour and minute: `8:49 PM`. CLDR's narrow space before the half of the day is a plain one
    /// here, which every font has.
    fn clock(self, hour: i8, minute: i8) -> String {
        let (hour, minute) =
            (u8::try_from(hour).unwrap_or_default(), u8::try_from(minute).unwrap_or_default());
        match (Formats::of(self.locale()), Time::try_new(hour, minute, 0, 0)) {
            (Some(formats), Ok(time)) => {
                formats.time.format(&time).to_string().replace('\u{202f}', " ")
            }
            _ => format!("{hour:02}:{minute:02}"),
        }
    }
}
