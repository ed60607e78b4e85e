//! The command line of `renumerate playbook`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{DatabaseArgs, ModeArg};

#[derive(Debug, Subcommand)]
pub(crate) enum PlaybookCommand {
    /// List the playbooks that come with the program.
    List,
    /// Print a playbook as TOML: a brand's published one, one of its versions, or a ready one.
    Export(ExportArgs),
    /// Say what is wrong or odd in a file; exit code 1 when it has errors.
    Check(CheckArgs),
    /// Say what differs in meaning between two playbooks, by path.
    Diff(DiffArgs),
    /// Keep a file as the brand's draft, mistakes and all.
    Import(ImportArgs),
    /// Publish a file or the draft: sessions that open from now on follow it.
    Publish(PublishArgs),
    /// Bring an earlier version back.
    Rollback(RollbackArgs),
    /// Who published what, when and why, newest first.
    History(HistoryArgs),
}

#[derive(Debug, Clone, Args)]
pub(crate) struct OfBrandArgs {
    #[command(flatten)]
    pub(crate) database: DatabaseArgs,
    /// The brand, `brand_…`.
    #[arg(long = "brand")]
    pub(crate) brand_id: String,
    /// Test or live.
    #[arg(long, value_enum, default_value = "test")]
    pub(crate) mode: ModeArg,
}

#[derive(Debug, Clone, Args)]
pub(crate) struct MaybeBrandArgs {
    #[command(flatten)]
    pub(crate) database: DatabaseArgs,
    /// The brand, `brand_…`.
    #[arg(long = "brand")]
    pub(crate) brand_id: Option<String>,
    /// Test or live.
    #[arg(long, value_enum, default_value = "test")]
    pub(crate) mode: ModeArg,
}

#[derive(Debug, Clone, Args)]
pub(crate) struct ExportArgs {
    #[command(flatten)]
    pub(crate) of: MaybeBrandArgs,
    /// A version's hash, or its beginning.
    #[arg(long, requires = "brand_id")]
    pub(crate) version: Option<String>,
    /// The brand's draft.
    #[arg(long, requires = "brand_id", conflicts_with = "version")]
    pub(crate) draft: bool,
    /// One of `renumerate playbook list`.
    #[arg(long, conflicts_with = "brand_id")]
    pub(crate) ready: Option<String>,
}

#[derive(Debug, Clone, Args)]
pub(crate) struct CheckArgs {
    /// The file, TOML.
    pub(crate) file: PathBuf,
    /// With `--brand` its ceilings, lists and prices at Stripe are asked too.
    #[command(flatten)]
    pub(crate) of: MaybeBrandArgs,
    /// Do not ask Stripe for the prices it names.
    #[arg(long)]
    pub(crate) skip_prices: bool,
    /// Print one line of JSON per finding.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Clone, Args)]
pub(crate) struct DiffArgs {
    /// A file, or the hash of a version; alone it is compared with what is published.
    pub(crate) old: String,
    /// A file, or the hash of a version.
    pub(crate) new: Option<String>,
    #[command(flatten)]
    pub(crate) of: MaybeBrandArgs,
    /// Print one line of JSON per difference.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Clone, Args)]
pub(crate) struct ImportArgs {
    /// The file, TOML.
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) of: OfBrandArgs,
    /// Who.
    #[arg(long)]
    pub(crate) by: String,
}

#[derive(Debug, Clone, Args)]
pub(crate) struct PublishArgs {
    /// The file, TOML; the brand's draft when left out.
    pub(crate) file: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) of: OfBrandArgs,
    /// Who publishes it.
    #[arg(long)]
    pub(crate) by: String,
    /// Why, for the history.
    #[arg(long)]
    pub(crate) why: String,
    /// Do not ask Stripe for the prices it names.
    #[arg(long)]
    pub(crate) skip_prices: bool,
}

#[derive(Debug, Clone, Args)]
pub(crate) struct RollbackArgs {
    /// The version's hash, or its beginning.
    pub(crate) version: String,
    #[command(flatten)]
    pub(crate) of: OfBrandArgs,
    /// Who brings it back.
    #[arg(long)]
    pub(crate) by: String,
    /// Why, for the history.
    #[arg(long)]
    pub(crate) why: String,
}

#[derive(Debug, Clone, Args)]
pub(crate) struct HistoryArgs {
    #[command(flatten)]
    pub(crate) of: OfBrandArgs,
    /// Print one line of JSON per publication.
    #[arg(long)]
    pub(crate) json: bool,
}
