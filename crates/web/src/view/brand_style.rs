//! A brand's color as CSS custom properties that are readable in both color schemes.
//!
//! Only parsed colors reach the style sheet, so a brand's settings can never inject CSS.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{PoisonError, RwLock};

use super::color::{InvalidColor, Rgb};

/// Least contrast of text (WCAG 2.2, 1.4.3).
pub const TEXT_RATIO: f64 = 4.5;
/// Least contrast of edges of controls and of focus rings (WCAG 2.2, 1.4.11).
pub const EDGE_RATIO: f64 = 3.0;

/// Colors whose styles are kept in memory at most.
const MAX_KEPT: usize = 1_024;
/// Color of a brand that has not chosen one.
const DEFAULT_COLOR: Rgb = Rgb::new(0x34, 0x56, 0xc9);
const LIGHT_SURFACE: Rgb = Rgb::WHITE;
const DARK_SURFACE: Rgb = Rgb::new(0x18, 0x1a, 0x1f);

/// The colors derived from a brand's one color, for the light and the dark scheme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrandStyle {
    /// Colors on the light surface.
    pub light: SchemeColors,
    /// Colors on the dark surface.
    pub dark: SchemeColors,
}

/// What one color scheme uses. Every pair that must be told apart meets its WCAG ratio.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchemeColors {
    /// Background of the page.
    pub surface: Rgb,
    /// Background of a selected choice: the surface with a breath of the brand.
    pub tint: Rgb,
    /// Fill of buttons: the brand's own color; on the dark surface lightened where it would vanish
    /// there, and turned around if it is a black or dark gray.
    pub fill: Rgb,
    /// Fill under the pointer; its text contrast is never lower than that of `fill`.
    pub fill_hover: Rgb,
    /// Text on `fill`, at least 4.5:1.
    pub on_fill: Rgb,
    /// Edge of filled buttons, at least 3:1 on the surface.
    pub fill_edge: Rgb,
    /// The brand's hue as text, at least 4.5:1 on surface and tint.
    pub text: Rgb,
    /// The brand's hue as an edge, at least 3:1 on surface and tint.
    pub edge: Rgb,
}

impl BrandStyle {
    /// Derives every color from the brand's own.
    #[must_use]
    pub fn new(brand: Rgb) -> Self {
        let needed = if brand.is_neutral() { brand.contrast(LIGHT_SURFACE).min(14.0) } else { 0.0 };
        let lightened = brand.reaching(needed.max(EDGE_RATIO), &[DARK_SURFACE], true);
        Self {
            light: SchemeColors::derive(brand, LIGHT_SURFACE, 0.07, false),
            dark: SchemeColors::derive(lightened, DARK_SURFACE, 0.14, true),
        }
    }

    /// Reads the color as the brand's settings hold it: `#rgb` or `#rrggbb`.
    ///
    /// # Errors
    /// [`InvalidColor`] for every other text.
    pub fn parse(brand_color: &str) -> Result<Self, InvalidColor> {
        Rgb::parse(brand_color).map(Self::new)
    }

    /// Like [`BrandStyle::parse`], with the default for what is no color, and from memory when the
    /// color was asked for before: the search for readable shades costs more than the page around.
    #[must_use]
    pub fn kept(brand_color: &str) -> Self {
        static KEPT: RwLock<BTreeMap<String, BrandStyle>> = RwLock::new(BTreeMap::new());
        let kept = KEPT.read().unwrap_or_else(PoisonError::into_inner).get(brand_color).cloned();
        kept.unwrap_or_else(|| {
            let style = Self::parse(brand_color).unwrap_or_default();
            let mut all = KEPT.write().unwrap_or_else(PoisonError::into_inner);
            if all.len() >= MAX_KEPT {
                all.clear();
            }
            all.insert(brand_color.to_owned(), style.clone());
            style
        })
    }

    /// The custom properties, as the first rules of the page's style element.
    #[must_use]
    pub fn css(&self) -> String {
        let (light, dark) = (self.light.declarations(), self.dark.declarations());
        format!(":root{{{light}}}@media(prefers-color-scheme:dark){{:root{{{dark}}}}}")
    }
}

impl Default for BrandStyle {
    fn default() -> Self {
        Self::new(DEFAULT_COLOR)
    }
}

impl SchemeColors {
    fn derive(fill: Rgb, surface: Rgb, tint_share: f64, is_dark: bool) -> Self {
        let tint = surface.mix(fill, tint_share);
        let edge = fill.reaching(EDGE_RATIO, &[surface, tint], is_dark);
        let on_fill = text_on(fill);
        let opposite = if on_fill == Rgb::WHITE { Rgb::BLACK } else { Rgb::WHITE };
        Self {
            surface,
            tint,
            fill,
            fill_hover: fill.mix(opposite, 0.12),
            on_fill,
            fill_edge: if fill.contrast(surface) >= EDGE_RATIO { fill } else { edge },
            text: fill.reaching(TEXT_RATIO, &[surface, tint], is_dark),
            edge,
        }
    }

    fn declarations(&self) -> String {
        let pairs = [
            ("surface", self.surface),
            ("tint", self.tint),
            ("fill", self.fill),
            ("fill-hover", self.fill_hover),
            ("on-fill", self.on_fill),
            ("fill-edge", self.fill_edge),
            ("brand-text", self.text),
            ("brand-edge", self.edge),
        ];
        let mut css = String::new();
        for (name, color) in pairs {
            // Writing into a String cannot fail.
            let _ = write!(css, "--{name}:{color};");
        }
        css
    }
}

/// White where it is readable, else black: one of them reaches 4.58:1 on every color.
fn text_on(fill: Rgb) -> Rgb {
    if fill.contrast(Rgb::WHITE) >= TEXT_RATIO { Rgb::WHITE } else { Rgb::BLACK }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The quieter text color of the style sheet, light and dark.
    const MUTED: [&str; 2] = ["#596070", "#a6adba"];

    #[test]
    fn the_style_sheet_uses_the_checked_text_colors() {
        let sheet = crate::view::pages::chrome::CSS;
        for color in MUTED {
            assert!(sheet.contains(&format!("--muted: {color};")), "{color}");
        }
    }

    fn assert_readable(brand: Rgb) {
        let style = BrandStyle::new(brand);
        for scheme in [&style.light, &style.dark] {
            let why = format!("{brand} gives {scheme:?}");
            assert!(scheme.fill.contrast(scheme.on_fill) >= TEXT_RATIO, "{why}");
            let hovered = scheme.fill_hover.contrast(scheme.on_fill);
            assert!(hovered >= scheme.fill.contrast(scheme.on_fill) - 0.01, "{why}");
            assert!(scheme.fill_edge.contrast(scheme.surface) >= EDGE_RATIO, "{why}");
            let muted = if scheme.surface == LIGHT_SURFACE { MUTED[0] } else { MUTED[1] };
            assert!(Rgb::parse(muted).unwrap().contrast(scheme.tint) >= TEXT_RATIO, "{why}");
            for background in [scheme.surface, scheme.tint] {
                assert!(scheme.text.contrast(background) >= TEXT_RATIO, "{why}");
                assert!(scheme.edge.contrast(background) >= EDGE_RATIO, "{why}");
            }
        }
    }

    #[test]
    fn every_short_color_is_readable_in_both_schemes() {
        for n in 0..4096_u16 {
            let [r, g, b] = [n >> 8, (n >> 4) & 15, n & 15].map(|v| u8::try_from(v).unwrap() * 17);
            assert_readable(Rgb::new(r, g, b));
        }
    }

    proptest! {
        #[test]
        fn any_color_is_readable_in_both_schemes(r: u8, g: u8, b: u8) {
            assert_readable(Rgb::new(r, g, b));
        }

        #[test]
        fn no_text_gets_into_the_style_sheet_unless_it_is_a_color(text in "\\PC{0,24}") {
            if let Ok(style) = BrandStyle::parse(&text) {
                let allowed = |c: char| c.is_ascii_alphanumeric() || ":;#-{}@()".contains(c);
                prop_assert!(style.css().chars().all(allowed));
            }
        }
    }

    #[test]
    fn a_readable_brand_color_is_left_alone() {
        let blue = Rgb::new(0x1d, 0x4e, 0xd8);
        let style = BrandStyle::new(blue);
        assert_eq!([style.light.fill, style.light.text, style.light.edge], [blue; 3]);
    }
}
