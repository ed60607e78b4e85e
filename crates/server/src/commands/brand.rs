//! `renumerate brand add | list | show | set | signing-secret | add-key | revoke-key`.

mod settings;
mod show;

use std::sync::Arc;

use domain::brand::{Brand, Mode, OfferCeilings, OriginPattern, PauseMode};
use domain::ids::{BrandId, BrandKeyId};
use engine::Engine;
use engine::naming;
use engine::ports::{BillingAccount, NoProbe};
use secrecy::{ExposeSecret, SecretString};
use store::SqlStore;

use super::{Failure, say};
use crate::adapters::SystemClock;
use crate::cli::brand::{
    BrandAddArgs, BrandCommand, BrandKeyArgs, RevokeKeyArgs, SigningSecretArgs,
};
use crate::cli::{DatabaseArgs, ModeArg};
use crate::compose::{CONFIRM_WAIT, Parts, engine, open_store};
use crate::settings::{CoreSettings, DEFAULT_LISTEN, SettingsError, checked_origin, master_key};

/// Accent color of a brand that names none.
const DEFAULT_ACCENT: &str = "#2f5bd0";

pub(super) async fn run(command: BrandCommand) -> Result<(), Failure> {
    match command {
        BrandCommand::Add(args) => add(*args).await,
        BrandCommand::List(args) => list(args).await,
        BrandCommand::Show(args) => show::show(args).await,
        BrandCommand::Set(args) => show::set(*args).await,
        BrandCommand::SigningSecret(args) => signing_secret(args).await,
        BrandCommand::AddKey(args) => add_key(args).await,
        BrandCommand::RevokeKey(args) => revoke_key(args).await,
    }
}

/// An engine without a server around it.
pub(super) async fn tool(
    args: &DatabaseArgs,
) -> Result<(CoreSettings, SqlStore, Arc<Engine>), Failure> {
    let settings = CoreSettings::read(args)?;
    let master_key = master_key()?;
    let store = open_store(&settings).await?;
    let parts = Parts {
        clock: Arc::new(SystemClock),
        probe: Arc::new(NoProbe),
        master_key,
        public_url: String::new(),
        confirm_wait: CONFIRM_WAIT,
        receiver_certificate: None,
    };
    let engine = engine(store.clone(), &settings, parts)?;
    Ok((settings, store, engine))
}

pub(super) fn mode(arg: ModeArg) -> Mode {
    match arg {
        ModeArg::Test => Mode::Test,
        ModeArg::Live => Mode::Live,
    }
}

async fn add(args: BrandAddArgs) -> Result<(), Failure> {
    let stripe_key = std::env::var(&args.stripe_key_env).map_err(|_| {
        SettingsError::new(format!(
            "put the account's secret or restricted Stripe key into the environment variable {}",
            args.stripe_key_env
        ))
    })?;
    let (settings, store, engine) = tool(&args.database).await?;
    let mode = mode(args.mode);
    check_stripe_key(&stripe_key, mode)?;
    let origin = origin(&args, &settings)?;
    let brand = brand(&args, &settings, &engine)?;
    engine.store().save_brand(&brand).await?;
    let account = BillingAccount {
        secret_key: SecretString::from(stripe_key),
        api_base: args.stripe_api_base.clone().unwrap_or(settings.stripe_api_base.clone()),
        account: args.stripe_account.clone(),
        mode,
    };
    engine.directory().connect(&brand.id, &account, engine.rng()).await?;
    let (key_id, key) = new_key(&engine, &brand.id, mode).await?;
    let public_key = naming::public_key(mode, &origin, &brand.id);
    if args.json {
        say(serde_json::json!({
            "brand_id": brand.id, "key_id": key_id, "brand_key": key.expose_secret(), "public_key": public_key,
        }));
    } else {
        say(format_args!("brand        {}", brand.id));
        say(format_args!("key id       {key_id}"));
        say(format_args!("private key  {}   (your backend: X-Brand-Key)", key.expose_secret()));
        say(format_args!("public key   {public_key}   (your page)"));
        say(format_args!("server       {origin}   (inside the public key; --public-url sets it)"));
    }
    store.close().await;
    Ok(())
}

/// Where browsers reach the server; becomes part of the public key.
fn origin(args: &BrandAddArgs, settings: &CoreSettings) -> Result<String, SettingsError> {
    match args.public_url.as_ref().or(settings.public_url.as_ref()) {
        Some(url) => checked_origin(url),
        None => Ok(format!("http://{}", DEFAULT_LISTEN.replace("127.0.0.1", "localhost"))),
    }
}

fn check_stripe_key(key: &str, mode: Mode) -> Result<(), SettingsError> {
    if !key.bytes().all(|b| b.is_ascii_graphic()) {
        return Err(SettingsError::new(
            "the Stripe key holds a space or a line end; copy it again",
        ));
    }
    let word = format!("_{}_", mode.as_str());
    if key.contains(&word) {
        return Ok(());
    }
    Err(SettingsError::new(format!(
        "the Stripe key is not one of {} mode: its second part must be `{}`",
        mode.as_str(),
        mode.as_str()
    )))
}

fn brand(args: &BrandAddArgs, core: &CoreSettings, engine: &Engine) -> Result<Brand, Failure> {
    let mut brand = Brand {
        id: BrandId::from_suffix(&naming::id_suffix(engine.clock().now(), engine.rng())),
        name: String::new(),
        accent_color: DEFAULT_ACCENT.to_owned(),
        allowed_origins: Vec::new(),
        support_contact: None,
        default_locale: None,
        media_origins: Vec::new(),
        call_hosts: Vec::new(),
        pause_mode: PauseMode::default(),
        offer_ceilings: OfferCeilings::default(),
    };
    settings::set_identity(&mut brand, Some(&args.name), &args.allowed_origins)?;
    settings::set(&mut brand, &args.settings, &core.outbound_allow)?;
    Ok(brand)
}

/// Makes and writes a private key.
pub(crate) async fn new_key(
    engine: &Engine,
    brand_id: &BrandId,
    mode: Mode,
) -> Result<(BrandKeyId, SecretString), Failure> {
    let id = BrandKeyId::from_suffix(&naming::id_suffix(engine.clock().now(), engine.rng()));
    let key = naming::brand_key(mode, engine.rng());
    engine.directory().add_brand_key(brand_id, mode, id.clone(), &key, engine.rng()).await?;
    Ok((id, key))
}

async fn list(args: DatabaseArgs) -> Result<(), Failure> {
    let store = open_store(&CoreSettings::read(&args)?).await?;
    for brand in engine::ports::Store::list_brands(&store).await? {
        let origins: Vec<&str> = brand.allowed_origins.iter().map(OriginPattern::as_str).collect();
        say(format_args!("{}  {}  {}", brand.id, brand.name, origins.join(" ")));
    }
    store.close().await;
    Ok(())
}

async fn add_key(args: BrandKeyArgs) -> Result<(), Failure> {
    let (_, store, engine) = tool(&args.database).await?;
    let brand_id = known_brand(&engine, &args.brand_id).await?;
    let (key_id, key) = new_key(&engine, &brand_id, mode(args.mode)).await?;
    say(format_args!("key id       {key_id}"));
    say(format_args!("private key  {}", key.expose_secret()));
    store.close().await;
    Ok(())
}

async fn revoke_key(args: RevokeKeyArgs) -> Result<(), Failure> {
    let (_, store, engine) = tool(&args.database).await?;
    let brand_id = known_brand(&engine, &args.brand_id).await?;
    let key_id = BrandKeyId::parse(&args.key_id)
        .map_err(|error| SettingsError::new(format!("`{}`: {error}", args.key_id)))?;
    match engine.store().find_brand_key_by_id(&brand_id, &key_id).await? {
        None => {
            let message = format!("{brand_id} has no key {key_id}; nothing was revoked");
            return Err(SettingsError::new(message).into());
        }
        Some(key) if key.revoked_at.is_some() => say(format_args!("{key_id} was revoked before")),
        Some(_) => {
            engine.directory().revoke_brand_key(&brand_id, &key_id, engine.clock().now()).await?;
            say(format_args!("{key_id} is revoked; sessions made with it no longer open"));
        }
    }
    store.close().await;
    Ok(())
}

async fn signing_secret(args: SigningSecretArgs) -> Result<(), Failure> {
    let (_, store, engine) = tool(&args.of.database).await?;
    let brand = found_brand(&engine, &args.of.brand_id).await?;
    let secrets = engine.directory().signing_secrets(&brand.id, mode(args.mode));
    let secrets: Vec<&str> = secrets.iter().map(ExposeSecret::expose_secret).collect();
    if args.of.json {
        say(serde_json::json!({ "signing_secrets": secrets }));
    } else {
        // One for each master key of the ring, the newest first: each call bears both signatures.
        secrets.iter().for_each(say);
    }
    store.close().await;
    Ok(())
}

pub(super) async fn known_brand(engine: &Engine, text: &str) -> Result<BrandId, Failure> {
    found_brand(engine, text).await.map(|brand| brand.id)
}

pub(super) async fn found_brand(engine: &Engine, text: &str) -> Result<Brand, Failure> {
    let id =
        BrandId::parse(text).map_err(|error| SettingsError::new(format!("`{text}`: {error}")))?;
    let found = engine.store().find_brand(&id).await?;
    found.ok_or_else(|| {
        SettingsError::new(format!("there is no brand {id} in this database")).into()
    })
}
