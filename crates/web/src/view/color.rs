//! Color arithmetic: sRGB parsing, WCAG 2 contrast and lightness moves in OKLCH.

use std::fmt;

/// An opaque sRGB color. Its [`fmt::Display`] form is always `#rrggbb`, so it is safe inside CSS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rgb([u8; 3]);

/// The text is neither `#rgb` nor `#rrggbb`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a color is written #rgb or #rrggbb, such as #3a5bd0")]
pub struct InvalidColor;

impl Rgb {
    /// Black.
    pub const BLACK: Self = Self([0; 3]);
    /// White.
    pub const WHITE: Self = Self([255; 3]);

    /// A color from its three channels, 0 to 255 each.
    #[must_use]
    pub const fn new(red: u8, green: u8, blue: u8) -> Self {
        Self([red, green, blue])
    }

    /// Parses `#rgb` or `#rrggbb`, in any case.
    ///
    /// # Errors
    /// [`InvalidColor`] for every other text.
    pub fn parse(text: &str) -> Result<Self, InvalidColor> {
        let digits = text.strip_prefix('#').ok_or(InvalidColor)?;
        let nibbles = digits
            .chars()
            .map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok()).ok_or(InvalidColor))
            .collect::<Result<Vec<u8>, _>>()?;
        match nibbles[..] {
            [r, g, b] => Ok(Self([r * 17, g * 17, b * 17])),
            [r1, r0, g1, g0, b1, b0] => Ok(Self([r1 * 16 + r0, g1 * 16 + g0, b1 * 16 + b0])),
            _ => Err(InvalidColor),
        }
    }

    /// Relative luminance as WCAG 2 defines it, 0 to 1.
    #[must_use]
    pub fn luminance(self) -> f64 {
        let [r, g, b] = self.0.map(to_linear);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// WCAG 2 contrast ratio between two colors, 1 to 21.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// This color with `share` (0 to 1) of `other` blended in.
    #[must_use]
    pub fn mix(self, other: Self, share: f64) -> Self {
        let blend = |from: u8, to: u8| f64::from(from) + (f64::from(to) - f64::from(from)) * share;
        let [a, b, c] = self.0;
        let [x, y, z] = other.0;
        Self([to_byte(blend(a, x)), to_byte(blend(b, y)), to_byte(blend(c, z))])
    }

    /// Whether the eye sees a gray, a black or a white.
    #[must_use]
    pub fn is_neutral(self) -> bool {
        Oklch::from(self).chroma < 0.03
    }

    /// The closest color of the same hue, moved towards black or white, that reaches `ratio`
    /// against every background. The color itself if it does already; black or white (whichever
    /// `towards_white` names) if nothing on the way does.
    #[must_use]
    pub fn reaching(self, ratio: f64, backgrounds: &[Self], towards_white: bool) -> Self {
        let reaches = |c: Self| backgrounds.iter().all(|b| c.contrast(*b) >= ratio);
        if reaches(self) {
            return self;
        }
        let own = Oklch::from(self);
        let (mut failing, mut good) = (own.lightness, if towards_white { 1.0 } else { 0.0 });
        let mut best = if towards_white { Self::WHITE } else { Self::BLACK };
        for _ in 0..16 {
            let middle = f64::midpoint(failing, good);
            let candidate = Self::from(Oklch { lightness: middle, ..own });
            if reaches(candidate) {
                (good, best) = (middle, candidate);
            } else {
                failing = middle;
            }
        }
        best
    }
}

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b] = self.0;
        write!(f, "#{r:02x}{g:02x}{b:02x}")
    }
}

/// A color by perceived lightness (0 to 1), chroma and hue (radians).
#[derive(Debug, Clone, Copy)]
struct Oklch {
    lightness: f64,
    chroma: f64,
    hue: f64,
}

impl From<Rgb> for Oklch {
    fn from(color: Rgb) -> Self {
        let [r, g, b] = color.0.map(to_linear);
        let l = (0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b).cbrt();
        let m = (0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b).cbrt();
        let s = (0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b).cbrt();
        let lightness = 0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s;
        let a = 1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s;
        let b = 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s;
        Self { lightness, chroma: a.hypot(b), hue: b.atan2(a) }
    }
}

impl From<Oklch> for Rgb {
    /// Colors outside sRGB lose chroma until they fit; lightness and hue stay.
    fn from(color: Oklch) -> Self {
        let (mut low, mut high) = (0.0, color.chroma);
        let mut linear = linear_srgb(color, high);
        if !fits(linear) {
            for _ in 0..12 {
                let middle = f64::midpoint(low, high);
                if fits(linear_srgb(color, middle)) { low = middle } else { high = middle }
            }
            linear = linear_srgb(color, low);
        }
        Rgb(linear.map(from_linear))
    }
}

fn linear_srgb(color: Oklch, chroma: f64) -> [f64; 3] {
    let (a, b) = (chroma * color.hue.cos(), chroma * color.hue.sin());
    let l = (color.lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
    let m = (color.lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
    let s = (color.lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
    [
        4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
        -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
        -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s,
    ]
}

fn fits(linear: [f64; 3]) -> bool {
    linear.iter().all(|v| (-0.000_1..=1.000_1).contains(v))
}

fn to_linear(channel: u8) -> f64 {
    let v = f64::from(channel) / 255.0;
    if v <= 0.040_45 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
}

fn from_linear(v: f64) -> u8 {
    let v = v.clamp(0.0, 1.0);
    to_byte(255.0 * if v <= 0.003_130_8 { 12.92 * v } else { 1.055 * v.powf(1.0 / 2.4) - 0.055 })
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "rounded and clamped to 0..=255 first"
)]
fn to_byte(v: f64) -> u8 {
    v.round().clamp(0.0, 255.0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_notations_parse_and_nothing_else_does() {
        assert_eq!(Rgb::parse("#FFf"), Ok(Rgb::WHITE));
        assert_eq!(Rgb::parse("#3a5bd0").map(|c| c.to_string()), Ok("#3a5bd0".to_owned()));
        for text in ["", "#", "red", "#12", "#1234", "3a5bd0", "#3a5bd0;}", "#éé", "#+1+1+1"] {
            assert_eq!(Rgb::parse(text), Err(InvalidColor), "{text}");
        }
    }

    #[test]
    fn contrast_matches_the_published_examples() {
        assert!((Rgb::BLACK.contrast(Rgb::WHITE) - 21.0).abs() < 1e-9);
        let gray = Rgb::new(0x76, 0x76, 0x76).contrast(Rgb::WHITE);
        assert!((gray - 4.54).abs() < 0.01, "{gray}");
    }

    #[test]
    fn a_round_trip_through_oklch_changes_nothing() {
        for r in (0..=255).step_by(15) {
            for g in (0..=255).step_by(15) {
                for b in (0..=255).step_by(15) {
                    let color = Rgb::new(r, g, b);
                    assert_eq!(Rgb::from(Oklch::from(color)), color);
                }
            }
        }
    }

    #[test]
    fn a_moved_color_keeps_its_hue() {
        let yellow = Rgb::new(0xff, 0xd4, 0x00);
        let moved = yellow.reaching(4.5, &[Rgb::WHITE], false);
        assert!(moved.contrast(Rgb::WHITE) >= 4.5);
        assert!((Oklch::from(moved).hue - Oklch::from(yellow).hue).abs() < 0.05);
    }
}
