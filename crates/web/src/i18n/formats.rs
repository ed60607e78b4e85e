//! The formatters of each language, made once when it is first used. ICU4X with CLDR's data.

use std::sync::OnceLock;

use icu_calendar::Gregorian;
use icu_datetime::fieldsets::{T, YMD};
use icu_datetime::{FixedCalendarDateTimeFormatter, NoCalendarFormatter};
use icu_decimal::DecimalFormatter;
use icu_list::ListFormatter;
use icu_list::options::{ListFormatterOptions, ListLength};
use icu_locale_core::Locale as IcuLocale;
use icu_plurals::PluralRules;

use super::locale::Locale;
use super::money::AmountFormat;

/// What a language needs to write numbers, money, days and lists.
pub(super) struct Formats {
    pub(super) day: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    pub(super) time: NoCalendarFormatter<T>,
    pub(super) decimal: DecimalFormatter,
    pub(super) plural: PluralRules,
    pub(super) list: ListFormatter,
    pub(super) amount: AmountFormat,
}

impl Formats {
    fn load(locale: Locale) -> Option<Self> {
        let tag: IcuLocale = locale.tag().parse().ok()?;
        let list = ListFormatterOptions::default().with_length(ListLength::Wide);
        Some(Self {
            day: FixedCalendarDateTimeFormatter::try_new((&tag).into(), YMD::long()).ok()?,
            time: NoCalendarFormatter::try_new((&tag).into(), T::hm()).ok()?,
            decimal: DecimalFormatter::try_new((&tag).into(), Default::default()).ok()?,
            plural: PluralRules::try_new_cardinal((&tag).into()).ok()?,
            list: ListFormatter::try_new_and((&tag).into(), list).ok()?,
            amount: AmountFormat::of(locale)?,
        })
    }

    /// The formatters of a language. The data is compiled in and a test loads every language;
    /// without it, callers write plain ISO forms.
    pub(super) fn of(locale: Locale) -> Option<&'static Self> {
        static LOADED: [OnceLock<Option<Formats>>; Locale::ALL.len()] =
            [const { OnceLock::new() }; Locale::ALL.len()];
        LOADED[locale as usize].get_or_init(|| Self::load(locale)).as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_its_formats() {
        for locale in Locale::ALL {
            assert!(Formats::of(locale).is_some(), "{locale:?}");
        }
    }
}
