//! The languages the view speaks.

use std::fmt;

/// Reading direction of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl fmt::Display for Direction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        })
    }
}

macro_rules! locales {
    ($($name:ident $tag:literal,)+) => {
        /// A language of the view; named by its BCP 47 tag.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[expect(missing_docs, reason = "each name is its tag")]
        pub enum Locale { $($name,)+ }

        impl Locale {
            /// All of them; the build writes the words in the same order.
            pub const ALL: [Self; 24] = [$(Self::$name,)+];

            /// BCP 47, as in the `lang` of a page.
            #[must_use]
            pub const fn tag(self) -> &'static str {
                match self { $(Self::$name => $tag,)+ }
            }
        }
    };
}

locales! {
    En "en",
    EnGb "en-GB",
    De "de",
    Fr "fr",
    Es "es",
    Es419 "es-419",
    PtBr "pt-BR",
    PtPt "pt-PT",
    It "it",
    Nl "nl",
    Sv "sv",
    Da "da",
    Nb "nb",
    Fi "fi",
    Pl "pl",
    Cs "cs",
    Tr "tr",
    Uk "uk",
    Ar "ar",
    He "he",
    Hi "hi",
    Ja "ja",
    Ko "ko",
    ZhHans "zh-Hans",
}

impl Locale {
    /// Reading direction.
    #[must_use]
    pub const fn direction(self) -> Direction {
        match self {
            Self::Ar | Self::He => Direction::Rtl,
            _ => Direction::Ltr,
        }
    }
}
