//! Everything the view says, as methods that the build writes from `locales/en/view.ftl`.

use icu_plurals::PluralCategory;

use super::formats::Formats;
use super::locale::{Direction, Locale};

/// A part of a message.
enum Part {
    /// Said as it is.
    Text(&'static str),
    /// The value of this place.
    Value(usize),
    /// Variants by the number of this place.
    Select { on: usize, variants: &'static [(Key, &'static [Part])], default: &'static [Part] },
}

/// Which numbers a variant is for.
enum Key {
    /// This one.
    Exact(u32),
    /// Those of a plural category.
    Category(PluralCategory),
}

/// A value of a message.
#[derive(Clone, Copy)]
enum Value<'a> {
    Text(&'a str),
    Number(u32),
}

/// The words of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    locale: Locale,
}

impl Words {
    /// The words of a language.
    #[must_use]
    pub const fn new(locale: Locale) -> Self {
        Self { locale }
    }

    /// The language.
    #[must_use]
    pub const fn locale(self) -> Locale {
        self.locale
    }

    fn fill(self, parts: &[Part], values: &[Value<'_>]) -> String {
        let mut out = String::with_capacity(64);
        self.write(&mut out, parts, values);
        out
    }

    fn write(self, out: &mut String, parts: &[Part], values: &[Value<'_>]) {
        for part in parts {
            match part {
                Part::Text(text) => out.push_str(text),
                Part::Value(place) => match values[*place] {
                    Value::Text(text) => self.isolate(out, text),
                    Value::Number(number) => out.push_str(&self.number(number)),
                },
                Part::Select { on, variants, default } => {
                    let chosen = match values[*on] {
                        Value::Number(number) => self.choose(number, variants),
                        Value::Text(_) => None,
                    };
                    self.write(out, chosen.unwrap_or(default), values);
                }
            }
        }
    }

    /// The variant of a number: its own, else that of its plural category.
    fn choose(
        self,
        number: u32,
        variants: &'static [(Key, &'static [Part])],
    ) -> Option<&'static [Part]> {
        let exact = variants.iter().find(|(key, _)| matches!(key, Key::Exact(n) if *n == number));
        let found = exact.or_else(|| {
            let category = Formats::of(self.locale)?.plural.category_for(number);
            variants.iter().find(|(key, _)| matches!(key, Key::Category(c) if *c == category))
        });
        found.map(|(_, parts)| *parts)
    }

    /// A text keeps its own direction and cannot turn the words around it: in a language that is
    /// read from right to left always, elsewhere when it holds such letters or marks.
    fn isolate(self, out: &mut String, text: &str) {
        if self.locale.direction() == Direction::Ltr && !text.chars().any(turns) {
            out.push_str(text);
            return;
        }
        out.push('\u{2068}');
        out.push_str(text);
        out.push('\u{2069}');
    }
}

/// Whether a character is read from right to left or sets a direction: Hebrew to Arabic, their
/// presentation forms and the scripts of planes one with them, and the directional marks.
fn turns(c: char) -> bool {
    matches!(
        c,
        '\u{590}'..='\u{8ff}'
            | '\u{200e}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{fb1d}'..='\u{fdff}'
            | '\u{fe70}'..='\u{feff}'
            | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}'
    )
}

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

#[cfg(test)]
mod tests {
    use super::*;

    const EN: Words = Words::new(Locale::En);

    #[test]
    fn values_are_filled_once_and_stay_as_they_are() {
        assert_eq!(EN.back_to("{ $brand }"), "Back to { $brand }");
        assert_eq!(EN.discount_months("25%", 3), "25% off for 3 months");
        assert_eq!(EN.discount_months("$5.00", 1), "$5.00 off for 1 month");
        assert_eq!(EN.paid_until("May 1, 2027"), "Paid until May 1, 2027");
        assert_eq!(EN.comment_too_long(5000), "Please shorten your text to 5,000 characters.");
    }

    #[test]
    fn a_text_of_the_other_direction_is_kept_apart() {
        assert_eq!(EN.back_to("Acme"), "Back to Acme");
        assert_eq!(EN.back_to("שלום"), "Back to \u{2068}שלום\u{2069}");
        assert_eq!(EN.back_to("a\u{202e}b"), "Back to \u{2068}a\u{202e}b\u{2069}");
        let hebrew = Words::new(Locale::He).back_to("Acme");
        assert!(hebrew.contains("\u{2068}Acme\u{2069}"), "{hebrew}");
    }
}
