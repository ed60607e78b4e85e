//! Playbooks: which version a session follows, and how versions are published.

mod check;
mod fallback;

use std::sync::Arc;

use domain::brand::Mode;
use domain::ids::BrandId;
use domain::playbook::source::canonical;
use domain::playbook::{Finding, Playbook, Rulebook, built_in, ready};
use sha2::{Digest, Sha256};

use crate::Engine;
use crate::ports::{
    Clock, PlaybookDraft, PlaybookPublication, PlaybookVersion, PublishPlaybook, Store, StoreError,
};

pub use check::CheckError;

/// How long the current version of a brand is answered from memory, in milliseconds. A
/// publication reaches other nodes at most this much later.
const KEPT_MS: i64 = 1_000;
/// Bound of each cache, in entries.
const MAX_ENTRIES: u64 = 10_000;

/// A playbook version, compiled.
#[derive(Debug)]
pub struct PinnedPlaybook {
    /// SHA-256 of its canonical document, in hexadecimal.
    pub hash: String,
    /// Its rules.
    pub rules: Rulebook,
}

impl PinnedPlaybook {
    /// The document.
    #[must_use]
    pub fn playbook(&self) -> &Playbook {
        self.rules.playbook()
    }
}

/// SHA-256 of a playbook's canonical document, in hexadecimal.
#[must_use]
pub fn content_hash(playbook: &Playbook) -> String {
    use std::fmt::Write as _;
    let digest = Sha256::digest(canonical(playbook).as_bytes());
    digest.iter().fold(String::with_capacity(64), |mut hash, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hash, "{byte:02x}");
        hash
    })
}

/// Looks playbooks up. Versions never change, so a compiled one is kept as long as there is room.
pub(crate) struct Playbooks {
    store: Arc<dyn Store>,
    clock: Arc<dyn Clock>,
    built_in: Arc<PinnedPlaybook>,
    current: moka::sync::Cache<(BrandId, Mode), (i64, Arc<PinnedPlaybook>)>,
    by_hash: moka::sync::Cache<(BrandId, String), Arc<PinnedPlaybook>>,
    /// Brands that have the built-in playbook among their versions.
    with_built_in: moka::sync::Cache<BrandId, ()>,
}

impl Playbooks {
    pub(crate) fn new(store: Arc<dyn Store>, clock: Arc<dyn Clock>) -> Self {
        let built_in = compiled(built_in()).unwrap_or_else(|findings| {
            // The built-in playbook is part of the program, and a test compiles it.
            unreachable!("the built-in playbook does not compile: {findings:?}")
        });
        Self {
            store,
            clock,
            built_in: Arc::new(built_in),
            current: moka::sync::Cache::new(MAX_ENTRIES),
            by_hash: moka::sync::Cache::new(MAX_ENTRIES),
            with_built_in: moka::sync::Cache::new(MAX_ENTRIES),
        }
    }

    /// The version new sessions of a brand open with: the published one, else the built-in one.
    pub(crate) async fn current(
        &self,
        brand_id: &BrandId,
        mode: Mode,
    ) -> Result<Arc<PinnedPlaybook>, StoreError> {
        let now = self.clock.now().as_millisecond();
        let place = (brand_id.clone(), mode);
        if let Some((until, kept)) = self.current.get(&place)
            && (1..=KEPT_MS).contains(&(until - now))
        {
            return Ok(kept);
        }
        let pinned = match self.store.find_current_playbook(brand_id, mode).await? {
            Some(version) => self.compile(brand_id, &version),
            None => Arc::clone(&self.built_in),
        };
        self.current.insert(place, (now + KEPT_MS, Arc::clone(&pinned)));
        Ok(pinned)
    }

    /// The version a session keeps.
    pub(crate) async fn version(
        &self,
        brand_id: &BrandId,
        hash: &str,
    ) -> Result<Arc<PinnedPlaybook>, StoreError> {
        if hash == self.built_in.hash {
            return Ok(Arc::clone(&self.built_in));
        }
        if let Some(kept) = self.by_hash.get(&(brand_id.clone(), hash.to_owned())) {
            return Ok(kept);
        }
        match self.store.find_playbook_version(brand_id, hash).await? {
            Some(version) => Ok(self.compile(brand_id, &version)),
            // Nothing to follow: the customer goes on with this program's own.
            None => {
                tracing::warn!(hash, "a session's playbook is not stored; the built-in is used");
                Ok(Arc::clone(&self.built_in))
            }
        }
    }

    /// Makes sure that the version is stored, so that a session which opens with it follows it
    /// under a later program too. Published ones are; the built-in one is once per brand.
    pub(crate) async fn keep(
        &self,
        brand_id: &BrandId,
        pinned: &PinnedPlaybook,
    ) -> Result<(), StoreError> {
        if pinned.hash != self.built_in.hash || self.with_built_in.contains_key(brand_id) {
            return Ok(());
        }
        let version = PlaybookVersion {
            hash: pinned.hash.clone(),
            document: canonical(pinned.playbook()),
            source: ready().first().map_or_else(String::new, |(_, text)| (*text).to_owned()),
        };
        self.store.save_playbook_version(brand_id, &version).await?;
        self.with_built_in.insert(brand_id.clone(), ());
        Ok(())
    }

    /// A version this program cannot follow, such as one a newer program published, must not
    /// keep anybody from canceling: what stands in for it is kept like any other, so the error is
    /// logged once.
    fn compile(&self, brand_id: &BrandId, version: &PlaybookVersion) -> Arc<PinnedPlaybook> {
        let place = (brand_id.clone(), version.hash.clone());
        self.by_hash.get_with(place, || {
            let rules = read(&version.document).unwrap_or_else(|why| {
                tracing::error!(
                    brand_id = %brand_id,
                    hash = version.hash,
                    why,
                    "a stored playbook cannot be followed; its sessions see no offers"
                );
                fallback::rules(&self.built_in.rules, &version.document)
            });
            Arc::new(PinnedPlaybook { hash: version.hash.clone(), rules })
        })
    }

    fn forget(&self, brand_id: &BrandId, mode: Mode) {
        self.current.invalidate(&(brand_id.clone(), mode));
    }
}

/// Reads a stored document; else says why it cannot be followed.
fn read(document: &str) -> Result<Rulebook, String> {
    let playbook: Playbook = serde_json::from_str(document).map_err(|error| error.to_string())?;
    Rulebook::compile(playbook)
        .map_err(|findings| findings.first().map(|found| found.message.clone()).unwrap_or_default())
}

fn compiled(playbook: Playbook) -> Result<PinnedPlaybook, Vec<Finding>> {
    let hash = content_hash(&playbook);
    Ok(PinnedPlaybook { hash, rules: Rulebook::compile(playbook)? })
}

/// Who publishes, and why.
#[derive(Debug, Clone)]
pub struct Publisher {
    /// Who, in words.
    pub by: String,
    /// Why, in words.
    pub why: String,
}

/// Why a playbook is not published.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// It has errors.
    #[error("the playbook has errors")]
    Refused(Vec<Finding>),
    /// There is no such brand.
    #[error("there is no brand {0}")]
    UnknownBrand(BrandId),
    /// There is no version with this hash, or several hashes begin so.
    #[error("the brand has no version `{0}`, or more than one begins so")]
    UnknownVersion(String),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// The version's hash.
    pub hash: String,
    /// Its number in the brand's history.
    pub number: i64,
}

impl Engine {
    /// Publishes a playbook: sessions that open from now on follow it. `source` is the text as
    /// its author wrote it. Every error of the check refuses it, whichever door it came through;
    /// what only the provider knows, [`Engine::check_playbook`] asks.
    ///
    /// # Errors
    /// [`PublishError`].
    pub async fn publish_playbook(
        &self,
        brand_id: &BrandId,
        mode: Mode,
        playbook: Playbook,
        source: String,
        publisher: Publisher,
    ) -> Result<Published, PublishError> {
        let brand = self.store.find_brand(brand_id).await?;
        let brand = brand.ok_or_else(|| PublishError::UnknownBrand(brand_id.clone()))?;
        let errors = self.publication_errors(&brand, &playbook);
        if !errors.is_empty() {
            return Err(PublishError::Refused(errors));
        }
        let document = canonical(&playbook);
        let pinned = compiled(playbook).map_err(PublishError::Refused)?;
        let version = PlaybookVersion { hash: pinned.hash, document, source };
        self.make_current(brand_id, mode, version, publisher, false).await
    }

    /// Brings an earlier version back; `hash` may be cut short where it stays unambiguous.
    ///
    /// # Errors
    /// [`PublishError`].
    pub async fn roll_back_playbook(
        &self,
        brand_id: &BrandId,
        mode: Mode,
        hash: &str,
        publisher: Publisher,
    ) -> Result<Published, PublishError> {
        let unknown = || PublishError::UnknownVersion(hash.to_owned());
        let history = self.store.list_playbook_publications(brand_id, mode).await?;
        let mut found: Vec<&str> = history
            .iter()
            .map(|each| each.hash.as_str())
            .filter(|own| own.starts_with(hash))
            .collect();
        found.sort_unstable();
        found.dedup();
        let [full] = found.as_slice() else { return Err(unknown()) };
        let version = self.store.find_playbook_version(brand_id, full).await?;
        self.make_current(brand_id, mode, version.ok_or_else(unknown)?, publisher, true).await
    }

    async fn make_current(
        &self,
        brand_id: &BrandId,
        mode: Mode,
        version: PlaybookVersion,
        publisher: Publisher,
        is_rollback: bool,
    ) -> Result<Published, PublishError> {
        let hash = version.hash.clone();
        let publish = PublishPlaybook {
            brand_id: brand_id.clone(),
            mode,
            version,
            is_rollback,
            by: publisher.by,
            why: publisher.why,
            at: self.clock.now(),
        };
        let number = self.store.publish_playbook(&publish).await?;
        self.playbooks.forget(brand_id, mode);
        Ok(Published { hash, number })
    }

    /// The playbook new sessions of a brand open with.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn current_playbook(
        &self,
        brand_id: &BrandId,
        mode: Mode,
    ) -> Result<Arc<PinnedPlaybook>, StoreError> {
        self.playbooks.current(brand_id, mode).await
    }

    /// The text of the version that is published, as its author wrote it; none while nothing is.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn published_playbook(
        &self,
        brand_id: &BrandId,
        mode: Mode,
    ) -> Result<Option<PlaybookVersion>, StoreError> {
        self.store.find_current_playbook(brand_id, mode).await
    }

    /// The history of a brand's playbook, newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn playbook_history(
        &self,
        brand_id: &BrandId,
        mode: Mode,
    ) -> Result<Vec<PlaybookPublication>, StoreError> {
        self.store.list_playbook_publications(brand_id, mode).await
    }

    /// Keeps a text as the brand's draft, mistakes and all.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn save_playbook_draft(
        &self,
        brand_id: &BrandId,
        mode: Mode,
        source: String,
        by: String,
    ) -> Result<(), StoreError> {
        let saved_at = self.clock.now();
        let draft = PlaybookDraft { brand_id: brand_id.clone(), mode, source, by, saved_at };
        self.store.save_playbook_draft(&draft).await
    }

    /// The brand's draft.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn playbook_draft(
        &self,
        brand_id: &BrandId,
        mode: Mode,
    ) -> Result<Option<PlaybookDraft>, StoreError> {
        self.store.find_playbook_draft(brand_id, mode).await
    }
}
