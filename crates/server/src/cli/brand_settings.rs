//! Arguments of `renumerate brand show | set | signing-secret` and of `renumerate session explain`.

use clap::{Args, Subcommand, ValueEnum};

use super::{DatabaseArgs, ModeArg};

#[derive(Debug, Clone, Args)]
pub(crate) struct BrandShowArgs {
    #[command(flatten)]
    pub(crate) database: DatabaseArgs,
    /// The brand, `brand_…`.
    pub(crate) brand_id: String,
}

/// Only what is given changes. A list is replaced as a whole; `none` empties it.
#[derive(Debug, Clone, Args)]
pub(crate) struct BrandSetArgs {
    #[command(flatten)]
    pub(crate) database: DatabaseArgs,
    /// The brand, `brand_…`.
    pub(crate) brand_id: String,
    /// Name shown to customers.
    #[arg(long)]
    pub(crate) name: Option<String>,
    /// Color of the brand, `#rrggbb`; corrected for contrast where it is used.
    #[arg(long)]
    pub(crate) accent_color: Option<String>,
    /// Origin of a page that holds the cancel button; may be given several times.
    #[arg(long = "allowed-origin")]
    pub(crate) allowed_origins: Vec<String>,
    /// E-mail address or link customers can turn to; `none` removes it.
    #[arg(long)]
    pub(crate) support_contact: Option<String>,
    /// Language of pages when neither session nor browser names one; `none` removes it.
    #[arg(long)]
    pub(crate) default_locale: Option<String>,
    /// Origin that pictures and films in offers may come from; may be given several times.
    #[arg(long = "media-origin")]
    pub(crate) media_origins: Vec<String>,
    /// Host that custom offers may call; may be given several times.
    #[arg(long = "call-host")]
    pub(crate) call_hosts: Vec<String>,
    /// How a pause is made at Stripe.
    #[arg(long, value_enum)]
    pub(crate) pause_mode: Option<PauseModeArg>,
    /// No playbook may take off more than this percentage; 0 removes the ceiling.
    #[arg(long)]
    pub(crate) max_percent: Option<u8>,
    /// No discount, pause or free period may be longer, in months; 0 removes the ceiling.
    #[arg(long)]
    pub(crate) max_months: Option<u32>,
    /// No credit may be higher, such as `usd=5000` in minor units; may be given several times.
    #[arg(long = "max-credit")]
    pub(crate) max_credits: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PauseModeArg {
    /// Collection stops, the subscription stays active.
    Collection,
    /// The subscription itself is paused; needs flexible billing.
    Subscription,
}

#[derive(Debug, Clone, Args)]
pub(crate) struct SigningSecretArgs {
    #[command(flatten)]
    pub(crate) database: DatabaseArgs,
    /// The brand, `brand_…`.
    pub(crate) brand_id: String,
    /// Test or live.
    #[arg(long, value_enum, default_value = "test")]
    pub(crate) mode: ModeArg,
}

#[derive(Debug, Subcommand)]
pub(crate) enum SessionCommand {
    /// Say which offers a session could show, which not, and every reason why.
    Explain(ExplainArgs),
}

#[derive(Debug, Clone, Args)]
pub(crate) struct ExplainArgs {
    #[command(flatten)]
    pub(crate) database: DatabaseArgs,
    /// The session: its token `ret_…`, or its name `rs_…` as in events.
    pub(crate) session: String,
    /// The brand, `brand_…`; all are searched when left out.
    #[arg(long = "brand")]
    pub(crate) brand_id: Option<String>,
    /// Print one line of JSON.
    #[arg(long)]
    pub(crate) json: bool,
}
