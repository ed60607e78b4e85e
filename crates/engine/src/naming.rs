//! Makes ids, keys and references from the ports' time and randomness.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::Timestamp;
use domain::brand::Mode;
use secrecy::SecretString;

use crate::ports::Rng;

/// A suffix for a new id: a version 7 UUID without dashes, so that ids made later sort later.
#[must_use]
pub fn id_suffix(now: Timestamp, rng: &dyn Rng) -> String {
    let mut random = [0_u8; 10];
    rng.fill(&mut random);
    let millis = u64::try_from(now.as_millisecond()).unwrap_or_default();
    uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid().simple().to_string()
}

/// A new private key of a brand.
#[must_use]
pub fn brand_key(mode: Mode, rng: &dyn Rng) -> SecretString {
    let mut random = [0_u8; 24];
    rng.fill(&mut random);
    SecretString::from(format!("sk_{}_{}", mode.as_str(), URL_SAFE_NO_PAD.encode(random)))
}

/// The public key of a brand: names the server's origin and the brand, grants nothing.
///
/// `pk_test_` or `pk_live_` and base64url of `origin + "$" + brand id`.
#[must_use]
pub fn public_key(mode: Mode, origin: &str, brand_id: &domain::ids::BrandId) -> String {
    format!("pk_{}_{}", mode.as_str(), URL_SAFE_NO_PAD.encode(format!("{origin}${brand_id}")))
}

/// Letters of a reference: no `0`, `1`, `I`, `L`, `O` or `U`, which are misread or misheard.
const REFERENCE_LETTERS: &[u8; 30] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A reference a customer can read out: `RN-` and twice four letters (39 bits).
#[must_use]
pub fn reference(rng: &dyn Rng) -> String {
    let mut random = [0_u8; 8];
    rng.fill(&mut random);
    let letter = |byte: &u8| char::from(REFERENCE_LETTERS[usize::from(*byte) % 30]);
    let (head, tail) = random.split_at(4);
    let head: String = head.iter().map(letter).collect();
    let tail: String = tail.iter().map(letter).collect();
    format!("RN-{head}-{tail}")
}
