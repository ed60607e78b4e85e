//! `renumerate brand show | set`.

use domain::brand::{Brand, Mode, OriginPattern, PauseMode};
use engine::Engine;
use serde_json::{Value, json};

use super::{found_brand, settings, tool};
use crate::cli::brand::{BrandSetArgs, BrandShowArgs};
use crate::commands::{Failure, say};
use crate::settings::SettingsError;

pub(super) async fn show(args: BrandShowArgs) -> Result<(), Failure> {
    let (_, store, engine) = tool(&args.database).await?;
    let brand = found_brand(&engine, &args.brand_id).await?;
    print(&engine, &brand, args.json).await?;
    store.close().await;
    Ok(())
}

pub(super) async fn set(args: BrandSetArgs) -> Result<(), Failure> {
    let (core, store, engine) = tool(&args.of.database).await?;
    let before = found_brand(&engine, &args.of.brand_id).await?;
    let mut brand = before.clone();
    settings::set_identity(&mut brand, args.name.as_deref(), &args.allowed_origins)?;
    settings::set(&mut brand, &args.settings, &core.outbound_allow)?;
    if brand == before {
        let message = "nothing would change: name a setting and its new value (see --help)";
        return Err(SettingsError::new(message).into());
    }
    engine.store().save_brand(&brand).await?;
    print(&engine, &brand, args.of.json).await?;
    store.close().await;
    Ok(())
}

async fn print(engine: &Engine, brand: &Brand, as_json: bool) -> Result<(), Failure> {
    let (test, live) =
        (side(engine, brand, Mode::Test).await?, side(engine, brand, Mode::Live).await?);
    if as_json {
        say(json!({ "brand": brand, "test": test, "live": live }));
        return Ok(());
    }
    let origins = |list: &[OriginPattern]| {
        let texts: Vec<&str> = list.iter().map(OriginPattern::as_str).collect();
        or_none(texts.join(" "))
    };
    let ceilings = &brand.offer_ceilings;
    let credits =
        ceilings.max_credit.0.iter().map(|(currency, minor)| format!("{currency}={minor}"));
    let credits: Vec<String> = credits.collect();
    let rows = [
        ("brand", brand.id.to_string()),
        ("name", brand.name.clone()),
        ("accent color", brand.accent_color.clone()),
        ("allowed origins", origins(&brand.allowed_origins)),
        ("support contact", or_none(brand.support_contact.clone().unwrap_or_default())),
        ("default locale", or_none(brand.default_locale.clone().unwrap_or_default())),
        ("media origins", origins(&brand.media_origins)),
        ("call hosts", or_none(brand.call_hosts.join(" "))),
        ("pause mode", pause_mode(brand.pause_mode).to_owned()),
        ("max percent", or_none(number(ceilings.max_percent.map(|percent| percent.value())))),
        ("max months", or_none(number(ceilings.max_months))),
        ("max credit", or_none(credits.join(" "))),
        ("test mode", in_words(&test)),
        ("live mode", in_words(&live)),
    ];
    for (name, value) in rows {
        say(format_args!("{name:<16} {value}"));
    }
    Ok(())
}

/// What differs between test and live.
async fn side(engine: &Engine, brand: &Brand, mode: Mode) -> Result<Value, Failure> {
    let connection = engine.store().find_billing_connection(&brand.id, mode).await?;
    let playbook = engine.published_playbook(&brand.id, mode).await?;
    Ok(json!({
        "is_connected": connection.is_some(),
        "stripe_account": connection.and_then(|connection| connection.account),
        "playbook_hash": playbook.map(|version| version.hash),
    }))
}

fn in_words(side: &Value) -> String {
    let stripe = match (side["is_connected"] == true, side["stripe_account"].as_str()) {
        (true, Some(account)) => format!("connected to {account}"),
        (true, None) => "connected".to_owned(),
        (false, _) => "not connected".to_owned(),
    };
    let playbook = match side["playbook_hash"].as_str() {
        Some(hash) => format!("playbook {}", hash.get(..12).unwrap_or(hash)),
        None => "built-in playbook".to_owned(),
    };
    format!("{stripe}, {playbook}")
}

fn pause_mode(mode: PauseMode) -> &'static str {
    match mode {
        PauseMode::Collection => "collection",
        PauseMode::Subscription => "subscription",
    }
}

fn number(value: Option<impl std::fmt::Display>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

fn or_none(text: String) -> String {
    if text.is_empty() { "none".to_owned() } else { text }
}
