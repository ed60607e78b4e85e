//! Keys and what they protect: sealed sessions, secrets at rest, look-up hashes, receipts.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use domain::brand::Mode;
use domain::ids::{BrandId, DecisionId};
use domain::session::SessionClaims;
use hmac::{Hmac, Mac};
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};

use crate::ports::Rng;

/// Length of a master key in bytes.
pub const MASTER_KEY_LEN: usize = 32;
/// Prefix of a retention session, with its underscore.
pub const SESSION_PREFIX: &str = "ret_";
/// Prefix of a receipt bearer, with its underscore.
pub const RECEIPT_PREFIX: &str = "rcp_";

const NONCE_LEN: usize = 24;
/// Longest session that is looked at: claims are bounded (the address to return to, attributes,
/// an e-mail address, up to 100 customers who share one), so a longer text is not ours.
const MAX_SESSION_LEN: usize = 49_152;

/// The text is not a master key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a master key is 32 random bytes in base64url; make one with `renumerate keygen`")]
pub struct InvalidMasterKey;

/// Something sealed cannot be opened: forged, altered, or sealed under a key we no longer have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the sealed text is not ours or was altered")]
pub struct CannotOpen;

/// The keys derived from one master key. Its id is the first byte of everything it seals.
struct KeySet {
    id: u8,
    session: XChaCha20Poly1305,
    secret: XChaCha20Poly1305,
    lookup: [u8; 32],
    receipt: [u8; 32],
    signing: [u8; 32],
}

impl KeySet {
    fn derive(master: &[u8]) -> Self {
        let key = |label: &str| mac(master, &[label.as_bytes()]);
        Self {
            id: Sha256::digest(master)[0],
            session: XChaCha20Poly1305::new(&key("renumerate session v1").into()),
            secret: XChaCha20Poly1305::new(&key("renumerate secret v1").into()),
            lookup: key("renumerate brand key lookup v1"),
            receipt: key("renumerate receipt v1"),
            signing: key("renumerate outbound signing v1"),
        }
    }
}

fn mac(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(key)
        .unwrap_or_else(|_| unreachable!("HMAC takes keys of any length"));
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// Seals and opens with a ring of master keys: the first seals, all open.
pub struct Vault {
    current: KeySet,
    older: Vec<KeySet>,
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Vault").field("keys", &(1 + self.older.len())).finish()
    }
}

impl Vault {
    /// A ring from text: master keys separated by commas, the newest first.
    ///
    /// # Errors
    /// [`InvalidMasterKey`] when a key is not 32 bytes in base64url.
    pub fn from_text(keys: &SecretString) -> Result<Self, InvalidMasterKey> {
        let mut sets = Vec::new();
        for text in keys.expose_secret().split(',') {
            let bytes = URL_SAFE_NO_PAD
                .decode(text.trim().trim_end_matches('='))
                .map_err(|_| InvalidMasterKey)?;
            if bytes.len() != MASTER_KEY_LEN {
                return Err(InvalidMasterKey);
            }
            sets.push(KeySet::derive(&bytes));
        }
        let mut sets = sets.into_iter();
        let current = sets.next().ok_or(InvalidMasterKey)?;
        Ok(Self { current, older: sets.collect() })
    }

    /// A new master key as text.
    #[must_use]
    pub fn generate_master_key(rng: &dyn Rng) -> SecretString {
        let mut bytes = [0_u8; MASTER_KEY_LEN];
        rng.fill(&mut bytes);
        SecretString::from(URL_SAFE_NO_PAD.encode(bytes))
    }

    /// Seals a session: `ret_` and base64url of key id, nonce and ciphertext.
    #[must_use]
    pub fn seal_session(&self, claims: &SessionClaims, rng: &dyn Rng) -> String {
        let plain = serde_json::to_vec(claims).unwrap_or_default();
        let sealed = seal(&self.current, Purpose::Session, &plain, SESSION_PREFIX.as_bytes(), rng);
        let mut text = String::with_capacity(SESSION_PREFIX.len() + sealed.len() * 4 / 3 + 4);
        text.push_str(SESSION_PREFIX);
        URL_SAFE_NO_PAD.encode_string(sealed, &mut text);
        text
    }

    /// Opens a session.
    ///
    /// # Errors
    /// [`CannotOpen`] for everything that was not sealed by one of the ring's keys.
    pub fn open_session(&self, token: &str) -> Result<SessionClaims, CannotOpen> {
        if token.len() > MAX_SESSION_LEN {
            return Err(CannotOpen);
        }
        let text = token.strip_prefix(SESSION_PREFIX).ok_or(CannotOpen)?;
        let sealed = URL_SAFE_NO_PAD.decode(text).map_err(|_| CannotOpen)?;
        let plain = self.open(Purpose::Session, &sealed, SESSION_PREFIX.as_bytes())?;
        serde_json::from_slice(&plain).map_err(|_| CannotOpen)
    }

    /// Seals a secret for the database. `context` names the record and the column; what was
    /// sealed for one cannot be opened as another.
    #[must_use]
    pub fn seal_secret(&self, secret: &SecretString, context: &str, rng: &dyn Rng) -> Vec<u8> {
        let plain = secret.expose_secret().as_bytes();
        seal(&self.current, Purpose::Secret, plain, context.as_bytes(), rng)
    }

    /// Opens a secret from the database.
    ///
    /// # Errors
    /// [`CannotOpen`] when the ring has no key for it or the context is another.
    pub fn open_secret(&self, sealed: &[u8], context: &str) -> Result<SecretString, CannotOpen> {
        let plain = self.open(Purpose::Secret, sealed, context.as_bytes())?;
        String::from_utf8(plain).map(SecretString::from).map_err(|_| CannotOpen)
    }

    /// Keyed hashes a brand key may be found by, the current one first.
    pub fn lookup_hashes(&self, brand_key: &str) -> impl Iterator<Item = [u8; 32]> {
        std::iter::once(&self.current)
            .chain(&self.older)
            .map(|set| mac(&set.lookup, &[brand_key.as_bytes()]))
    }

    /// The bearer of a decision's receipt: unguessable, and the same each time it is asked for,
    /// so that a reload can show it although only its hash is stored.
    #[must_use]
    pub fn receipt_bearer(&self, decision_id: &DecisionId) -> String {
        let bytes = mac(&self.current.receipt, &[decision_id.as_str().as_bytes()]);
        format!("{RECEIPT_PREFIX}{}", URL_SAFE_NO_PAD.encode(bytes))
    }

    /// Secrets that calls to a brand's endpoints are signed with, `whsec_` and base64, newest
    /// first: one for each master key of the ring, so that receivers can change over while both
    /// are valid.
    #[must_use]
    pub fn signing_secrets(&self, brand_id: &BrandId, mode: Mode) -> Vec<SecretString> {
        let parts = [brand_id.as_str().as_bytes(), b":", mode.as_str().as_bytes()];
        std::iter::once(&self.current)
            .chain(&self.older)
            .map(|set| {
                let text = STANDARD.encode(mac(&set.signing, &parts));
                SecretString::from(format!("whsec_{text}"))
            })
            .collect()
    }

    /// What is stored of a receipt bearer.
    #[must_use]
    pub fn receipt_hash(bearer: &str) -> Vec<u8> {
        Sha256::digest(bearer.as_bytes()).to_vec()
    }

    fn open(&self, purpose: Purpose, sealed: &[u8], aad: &[u8]) -> Result<Vec<u8>, CannotOpen> {
        let (id, rest) = sealed.split_first().ok_or(CannotOpen)?;
        let (nonce, msg) = rest.split_at_checked(NONCE_LEN).ok_or(CannotOpen)?;
        let nonce = XNonce::try_from(nonce).map_err(|_| CannotOpen)?;
        std::iter::once(&self.current)
            .chain(&self.older)
            .filter(|set| set.id == *id)
            .find_map(|set| purpose.cipher(set).decrypt(&nonce, Payload { msg, aad }).ok())
            .ok_or(CannotOpen)
    }
}

#[derive(Clone, Copy)]
enum Purpose {
    Session,
    Secret,
}

impl Purpose {
    fn cipher(self, set: &KeySet) -> &XChaCha20Poly1305 {
        match self {
            Self::Session => &set.session,
            Self::Secret => &set.secret,
        }
    }
}

fn seal(set: &KeySet, purpose: Purpose, msg: &[u8], aad: &[u8], rng: &dyn Rng) -> Vec<u8> {
    let mut nonce = [0_u8; NONCE_LEN];
    rng.fill(&mut nonce);
    let sealed = purpose
        .cipher(set)
        .encrypt(&XNonce::from(nonce), Payload { msg, aad })
        .unwrap_or_else(|_| unreachable!("messages are far shorter than the cipher's limit"));
    let mut out = Vec::with_capacity(1 + NONCE_LEN + sealed.len());
    out.push(set.id);
    out.extend_from_slice(&nonce);
    out.extend_from_slice(&sealed);
    out
}
