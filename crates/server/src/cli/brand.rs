//! The command line of `renumerate brand`.

use clap::{Args, Subcommand, ValueEnum};

use super::{DatabaseArgs, ModeArg};

#[derive(Debug, Subcommand)]
pub(crate) enum BrandCommand {
    /// Add a brand with its first key, connected to its Stripe account.
    Add(Box<BrandAddArgs>),
    /// List the brands.
    List(DatabaseArgs),
    /// Show a brand's settings.
    Show(BrandShowArgs),
    /// Change a brand's settings; what is not given stays as it is, a list that is given replaces
    /// the one before.
    Set(Box<BrandSetArgs>),
    /// Print the secrets that calls to the brand's endpoints (custom offers) are signed with.
    SigningSecret(SigningSecretArgs),
    /// Add another private key to a brand, for rotation.
    AddKey(BrandKeyArgs),
    /// Revoke a private key, and with it the sessions made with it.
    RevokeKey(RevokeKeyArgs),
}

/// Settings that may be left out.
#[derive(Debug, Clone, Args)]
pub(crate) struct BrandSettingsArgs {
    /// Accent color, `#rrggbb`.
    #[arg(long, visible_alias = "accent")]
    pub(crate) accent_color: Option<String>,
    /// Mail address or `https://` link customers can turn to; `none` removes it.
    #[arg(long)]
    pub(crate) support_contact: Option<String>,
    /// Language of pages when neither the session nor the browser names one that is spoken, such
    /// as `de`; `none` removes it.
    #[arg(long)]
    pub(crate) default_locale: Option<String>,
    /// Origin that pictures and films in offers may come from; several, or `none`.
    #[arg(long = "media-origin")]
    pub(crate) media_origins: Vec<String>,
    /// Host that custom offers may call; several, or `none`.
    #[arg(long = "call-host")]
    pub(crate) call_hosts: Vec<String>,
    /// How a pause is made at Stripe.
    #[arg(long, value_enum)]
    pub(crate) pause_mode: Option<PauseModeArg>,
    /// No offer may take off more than this percentage; `none` lifts the ceiling.
    #[arg(long)]
    pub(crate) max_percent: Option<String>,
    /// No discount, pause or free period may be longer, in months; `none` lifts the ceiling.
    #[arg(long)]
    pub(crate) max_months: Option<String>,
    /// No credit may be higher, in minor units by currency, such as `usd=5000`; several, or `none`.
    #[arg(long = "max-credit")]
    pub(crate) max_credit: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PauseModeArg {
    /// Collection stops; the subscription stays active.
    Collection,
    /// The subscription itself is paused; Stripe wants flexible billing for that.
    Subscription,
}

#[derive(Debug, Clone, Args)]
pub(crate) struct BrandAddArgs {
    #[command(flatten)]
    pub(crate) database: DatabaseArgs,
    /// Name shown to customers.
    #[arg(long)]
    pub(crate) name: String,
    /// Test or live.
    #[arg(long, value_enum, default_value = "test")]
    pub(crate) mode: ModeArg,
    /// Origin of a page that holds the cancel button; may be given several times.
    #[arg(long = "allowed-origin", visible_alias = "origin", required = true)]
    pub(crate) allowed_origins: Vec<String>,
    #[command(flatten)]
    pub(crate) settings: BrandSettingsArgs,
    /// Origin customers reach this server at; becomes part of the public key.
    #[arg(long, env = "RENUMERATE_PUBLIC_URL")]
    pub(crate) public_url: Option<String>,
    /// The account's secret or restricted key, read from this environment variable.
    #[arg(long, default_value = "STRIPE_SECRET_KEY")]
    pub(crate) stripe_key_env: String,
    /// Connected account, when the key is a platform's.
    #[arg(long)]
    pub(crate) stripe_account: Option<String>,
    /// Base URL of Stripe, for a sandbox.
    #[arg(long, env = "RENUMERATE_STRIPE_API_BASE")]
    pub(crate) stripe_api_base: Option<String>,
    /// Print one line of JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Clone, Args)]
pub(crate) struct BrandShowArgs {
    #[command(flatten)]
    pub(crate) database: DatabaseArgs,
    /// The brand, `brand_…`.
    pub(crate) brand_id: String,
    /// Print one line of JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Clone, Args)]
pub(crate) struct BrandSetArgs {
    #[command(flatten)]
    pub(crate) of: BrandShowArgs,
    /// Name shown to customers.
    #[arg(long)]
    pub(crate) name: Option<String>,
    /// Origin of a page that holds the cancel button; may be given several times.
    #[arg(long = "allowed-origin", visible_alias = "origin")]
    pub(crate) allowed_origins: Vec<String>,
    #[command(flatten)]
    pub(crate) settings: BrandSettingsArgs,
}

#[derive(Debug, Clone, Args)]
pub(crate) struct SigningSecretArgs {
    #[command(flatten)]
    pub(crate) of: BrandShowArgs,
    /// Test or live.
    #[arg(long, value_enum, default_value = "test")]
    pub(crate) mode: ModeArg,
}

#[derive(Debug, Clone, Args)]
pub(crate) struct BrandKeyArgs {
    #[command(flatten)]
    pub(crate) database: DatabaseArgs,
    /// The brand, `brand_…`.
    pub(crate) brand_id: String,
    /// Test or live.
    #[arg(long, value_enum, default_value = "test")]
    pub(crate) mode: ModeArg,
}

#[derive(Debug, Clone, Args)]
pub(crate) struct RevokeKeyArgs {
    #[command(flatten)]
    pub(crate) database: DatabaseArgs,
    /// The brand, `brand_…`.
    pub(crate) brand_id: String,
    /// The key's id, `bkey_…`.
    pub(crate) key_id: String,
}
