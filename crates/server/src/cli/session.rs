//! The command line of `renumerate session`.

use clap::{Args, Subcommand};

use super::DatabaseArgs;

#[derive(Debug, Subcommand)]
pub(crate) enum SessionCommand {
    /// Say which offers were shown and which not, every reason why, and what came of it.
    Explain(ExplainArgs),
}

#[derive(Debug, Clone, Args)]
pub(crate) struct ExplainArgs {
    /// The session: `rs_…` as in events and calls to your endpoints, or `ret_…` as your backend got
    /// it.
    pub(crate) session: String,
    #[command(flatten)]
    pub(crate) database: DatabaseArgs,
    /// The brand, `brand_…`; all are searched when left out.
    #[arg(long = "brand")]
    pub(crate) brand_id: Option<String>,
    /// Print one line of JSON.
    #[arg(long)]
    pub(crate) json: bool,
}
