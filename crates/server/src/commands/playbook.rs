//! `renumerate playbook list | export | check | diff | import | publish | rollback | history`.

mod check;
mod diff;
mod publish;

use std::path::Path;
use std::sync::Arc;

use domain::brand::{Brand, Mode};
use domain::playbook::{Playbook, ready, source};
use engine::Engine;
use store::SqlStore;

use super::brand::{known_brand, mode, tool};
use super::{Failure, say};
use crate::cli::playbook::{ExportArgs, MaybeBrandArgs, OfBrandArgs, PlaybookCommand};
use crate::settings::SettingsError;

pub(super) async fn run(command: PlaybookCommand) -> Result<(), Failure> {
    match command {
        PlaybookCommand::List => list(),
        PlaybookCommand::Export(args) => export(args).await,
        PlaybookCommand::Check(args) => check::run(args).await,
        PlaybookCommand::Diff(args) => diff::run(args).await,
        PlaybookCommand::Import(args) => publish::import(args).await,
        PlaybookCommand::Publish(args) => publish::publish(args).await,
        PlaybookCommand::Rollback(args) => publish::roll_back(args).await,
        PlaybookCommand::History(args) => publish::history(args).await,
    }
}

/// A brand in a database.
struct Desk {
    engine: Arc<Engine>,
    store: SqlStore,
    brand: Brand,
    mode: Mode,
}

impl Desk {
    async fn open(args: &OfBrandArgs) -> Result<Self, Failure> {
        let (_, store, engine) = tool(&args.database).await?;
        let id = known_brand(&engine, &args.brand_id).await?;
        let brand = engine.store().find_brand(&id).await?;
        let brand = brand.ok_or_else(|| wrong(format!("there is no brand {id}")))?;
        Ok(Self { engine, store, brand, mode: mode(args.mode) })
    }

    /// None when no brand is named: then nothing is opened.
    async fn maybe(args: &MaybeBrandArgs) -> Result<Option<Self>, Failure> {
        let Some(brand_id) = args.brand_id.clone() else { return Ok(None) };
        let of = OfBrandArgs { database: args.database.clone(), brand_id, mode: args.mode };
        Self::open(&of).await.map(Some)
    }

    /// The text of what is published; that of the built-in playbook while nothing is.
    async fn published_text(&self) -> Result<String, Failure> {
        let version = self.engine.published_playbook(&self.brand.id, self.mode).await?;
        Ok(version.map_or_else(built_in_text, |version| version.source))
    }

    /// The text of a version, by its hash or the beginning of it.
    async fn version_text(&self, hash: &str) -> Result<String, Failure> {
        let history = self.engine.playbook_history(&self.brand.id, self.mode).await?;
        let mut full: Vec<&str> = history
            .iter()
            .map(|each| each.hash.as_str())
            .filter(|own| own.starts_with(hash))
            .collect();
        full.sort_unstable();
        full.dedup();
        let version = match full.as_slice() {
            [only] => self.engine.store().find_playbook_version(&self.brand.id, only).await?,
            _ => None,
        };
        let message = || {
            wrong(format!("{} has no version `{hash}`, or more than one begins so", self.brand.id))
        };
        Ok(version.ok_or_else(message)?.source)
    }
}

/// The built-in playbook as the file it is, comments included.
fn built_in_text() -> String {
    ready().first().map_or_else(String::new, |(_, text)| (*text).to_owned())
}

fn wrong(message: impl Into<String>) -> Failure {
    SettingsError::new(message.into()).into()
}

fn read(file: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(file).map_err(|error| wrong(format!("{}: {error}", file.display())))
}

/// A text as a playbook; its first mistake when it is none.
fn parse(text: &str, name: &str) -> Result<Playbook, Failure> {
    let parsed = source::parse(text).map_err(|findings| match findings.first() {
        Some(first) => wrong(format!("{name}:{first}")),
        None => wrong(format!("{name} is not a playbook")),
    })?;
    Ok(parsed.playbook)
}

fn list() -> Result<(), Failure> {
    for (name, text) in ready() {
        let playbook = parse(text, name)?;
        say(format_args!(
            "{name}  {} ({} reasons, {} offers)",
            playbook.name,
            playbook.reasons.len(),
            playbook.offers.len()
        ));
    }
    Ok(())
}

async fn export(args: ExportArgs) -> Result<(), Failure> {
    if let Some(desk) = Desk::maybe(&args.of).await? {
        let text = match &args.version {
            Some(hash) => desk.version_text(hash).await?,
            None if args.draft => {
                let draft = desk.engine.playbook_draft(&desk.brand.id, desk.mode).await?;
                let message = || wrong(format!("{} has no draft", desk.brand.id));
                draft.ok_or_else(message)?.source
            }
            None => desk.published_text().await?,
        };
        say(text.trim_end());
        desk.store.close().await;
        return Ok(());
    }
    let name = args.ready.as_deref().unwrap_or("saas-monthly");
    match ready().iter().find(|(own, _)| *own == name) {
        Some((_, text)) => say(text.trim_end()),
        None => {
            return Err(wrong(format!("there is no ready playbook `{name}`; see `playbook list`")));
        }
    }
    Ok(())
}
