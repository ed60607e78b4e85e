//! Which language a customer reads.

use super::locale::Locale;

/// The language of the session if the brand's backend named one, else the browser's, else the
/// brand's, else English. A language the view does not speak counts as not named.
#[must_use]
pub fn negotiate(
    session: Option<&str>,
    accept_language: Option<&str>,
    brand_default: &str,
) -> Locale {
    session
        .and_then(Locale::find)
        .or_else(|| accepted(accept_language?))
        .or_else(|| Locale::find(brand_default))
        .unwrap_or(Locale::En)
}

/// The first of a header's languages, by weight and then by place, that the view speaks.
fn accepted(header: &str) -> Option<Locale> {
    let mut ranges: Vec<(u32, &str)> = header.split(',').filter_map(weighted).collect();
    ranges.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    ranges.into_iter().find_map(|(_, tag)| Locale::find(tag))
}

/// A language range with its weight in thousandths; none for a weight of zero or a malformed one.
fn weighted(range: &str) -> Option<(u32, &str)> {
    let mut parts = range.split(';');
    let tag = parts.next()?.trim();
    let weight = match parts.next().map(str::trim) {
        None => 1_000,
        Some(parameter) => {
            let text = parameter.strip_prefix("q=").or_else(|| parameter.strip_prefix("Q="))?;
            let weight: f32 = text.trim().parse().ok()?;
            if !(0.0..=1.0).contains(&weight) {
                return None;
            }
            thousandths(text)
        }
    };
    (weight > 0).then_some((weight, tag))
}

/// `0.85` as 850. The text is known to be a number between 0 and 1.
fn thousandths(text: &str) -> u32 {
    let (whole, decimals) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    let digits = decimals.bytes().chain(std::iter::repeat(b'0')).take(3);
    let below = digits.fold(0, |sum, digit| sum * 10 + u32::from(digit.wrapping_sub(b'0') % 10));
    if whole.ends_with('1') { 1_000 } else { below }
}

/// The parts of a language tag that decide.
struct Tag {
    language: String,
    script: Option<String>,
    region: Option<String>,
}

impl Tag {
    /// Reads a tag, with hyphens or with underscores as operating systems write it.
    fn read(text: &str) -> Self {
        let mut parts = text.trim().split(['-', '_']);
        let language = parts.next().unwrap_or_default().to_ascii_lowercase();
        let (mut script, mut region) = (None, None);
        for part in parts {
            match part.len() {
                // What follows a single letter is an extension.
                1 => break,
                4 if script.is_none() && region.is_none() => {
                    script = Some(part.to_ascii_lowercase());
                }
                2 | 3 if region.is_none() => region = Some(part.to_ascii_uppercase()),
                _ => {}
            }
        }
        Self { language, script, region }
    }
}

/// Regions whose English is American; CLDR derives that of all others from `en-001`.
const AMERICAN: [&str; 10] = ["AS", "BI", "GU", "MH", "MP", "PH", "PR", "UM", "US", "VI"];
/// Regions whose Spanish CLDR derives from `es-419`.
const LATIN_AMERICA: [&str; 24] = [
    "419", "AR", "BO", "BR", "BZ", "CL", "CO", "CR", "CU", "DO", "EC", "GT", "HN", "JP", "MX",
    "NI", "PA", "PE", "PR", "PY", "SV", "US", "UY", "VE",
];
/// Regions whose Portuguese CLDR derives from `pt-PT`.
const PORTUGUESE: [&str; 12] =
    ["AO", "CH", "CV", "FR", "GQ", "GW", "LU", "MO", "MZ", "PT", "ST", "TL"];

impl Locale {
    /// The language of the view that reads best for a tag; none if it speaks none like it.
    #[must_use]
    pub fn find(tag: &str) -> Option<Self> {
        best(&Tag::read(tag))
    }
}

fn best(tag: &Tag) -> Option<Locale> {
    let is_of = |regions: &[&str]| tag.region.as_deref().is_some_and(|r| regions.contains(&r));
    let script = tag.script.as_deref();
    Some(match (tag.language.as_str(), script) {
        ("zh" | "cmn", Some("hans")) => Locale::ZhHans,
        // Simplified unless the region writes Traditional, which is another script to read.
        ("zh" | "cmn", None) if !is_of(&["TW", "HK", "MO"]) => Locale::ZhHans,
        ("en", _) if tag.region.is_none() || is_of(&AMERICAN) => Locale::En,
        ("en", _) => Locale::EnGb,
        ("es", _) if is_of(&LATIN_AMERICA) => Locale::Es419,
        ("es", _) => Locale::Es,
        ("pt", _) if is_of(&PORTUGUESE) => Locale::PtPt,
        ("pt", _) => Locale::PtBr,
        ("no" | "nb" | "nn", _) => Locale::Nb,
        ("he" | "iw", _) => Locale::He,
        ("de", _) => Locale::De,
        ("fr", _) => Locale::Fr,
        ("it", _) => Locale::It,
        ("nl", _) => Locale::Nl,
        ("sv", _) => Locale::Sv,
        ("da", _) => Locale::Da,
        ("fi", _) => Locale::Fi,
        ("pl", _) => Locale::Pl,
        ("cs", _) => Locale::Cs,
        ("tr", _) => Locale::Tr,
        ("uk", _) => Locale::Uk,
        ("ar", _) => Locale::Ar,
        ("hi", None | Some("deva")) => Locale::Hi,
        ("ja", _) => Locale::Ja,
        ("ko", _) => Locale::Ko,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_locale_is_found_by_its_own_tag() {
        for locale in Locale::ALL {
            assert_eq!(Locale::find(locale.tag()), Some(locale));
            assert_eq!(Locale::find(&locale.tag().to_uppercase().replace('-', "_")), Some(locale));
        }
    }

    #[test]
    fn near_tags_find_the_language_that_reads_best() {
        let cases = [
            ("pt", "pt-BR"),
            ("pt-AO", "pt-PT"),
            ("es-MX", "es-419"),
            ("es-ES", "es"),
            ("zh", "zh-Hans"),
            ("zh-CN", "zh-Hans"),
            ("zh-SG", "zh-Hans"),
            ("zh-Hans-HK", "zh-Hans"),
            ("no", "nb"),
            ("nn-NO", "nb"),
            ("nb-NO", "nb"),
            ("iw-IL", "he"),
            ("en-US", "en"),
            ("en-AU", "en-GB"),
            ("en-CA", "en-GB"),
            ("en-PH", "en"),
            ("de-AT-1996", "de"),
            ("ar-EG-u-nu-latn", "ar"),
            ("fr_CA.UTF-8", "fr"),
            ("de-DE-u-co-phonebk", "de"),
            ("en-u-rg-gbzzzz", "en"),
        ];
        for (tag, expected) in cases {
            assert_eq!(Locale::find(tag).map(Locale::tag), Some(expected), "{tag}");
        }
        for unknown in
            ["", "*", "x", "xx", "zh-TW", "zh-Hant", "zh-HK", "hi-Latn", "english", "dea"]
        {
            assert_eq!(Locale::find(unknown), None, "{unknown}");
        }
    }

    #[test]
    fn the_session_comes_before_the_browser_and_the_browser_before_the_brand() {
        let cases = [
            (Some("de"), Some("fr"), "it", Locale::De),
            (None, Some("fr"), "it", Locale::Fr),
            (None, None, "it", Locale::It),
            (Some("xx"), Some("fr"), "it", Locale::Fr),
            (Some("xx"), Some("yy, *;q=0.5"), "it", Locale::It),
            (None, None, "xx", Locale::En),
            (None, None, "", Locale::En),
        ];
        for (session, browser, brand, expected) in cases {
            assert_eq!(negotiate(session, browser, brand), expected, "{session:?} {browser:?}");
        }
    }

    #[test]
    fn the_browsers_weights_decide_and_zero_excludes() {
        let cases = [
            ("de, en;q=0.8", Locale::De),
            ("en;q=0.8, de;q=0.9", Locale::De),
            ("xx, ko;q=0.1", Locale::Ko),
            ("de;q=0, fr;q=0.1", Locale::Fr),
            ("de;q=0.000, ja", Locale::Ja),
            ("nl;q=2, sv;q=0.2", Locale::Sv),
            ("nl;q=nan, sv;q=0.2", Locale::Sv),
            ("da;q=0.5, fi;q=0.5", Locale::Da),
            ("da;q=0.5,fi;q=0.512", Locale::Fi),
            ("es-MX,es;q=0.9", Locale::Es419),
            ("pl;q=1.000, cs;q=1", Locale::Pl),
            (",,;q=1,", Locale::En),
        ];
        for (header, expected) in cases {
            assert_eq!(negotiate(None, Some(header), "en"), expected, "{header}");
        }
    }

    proptest! {
        #[test]
        fn any_header_gives_a_language(header in "\\PC{0,80}", session in "\\PC{0,20}") {
            let found = negotiate(Some(&session), Some(&header), "en");
            prop_assert!(Locale::ALL.contains(&found));
        }

        #[test]
        fn the_heaviest_of_two_wins(a in 1_u32..1000, b in 1_u32..1000) {
            let header = format!("de;q=0.{a:03}, fr;q=0.{b:03}");
            let expected = if a >= b { Locale::De } else { Locale::Fr };
            prop_assert_eq!(negotiate(None, Some(&header), "en"), expected);
        }
    }
}
