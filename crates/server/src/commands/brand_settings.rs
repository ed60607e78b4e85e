//! `renumerate brand show | set | signing-secret`.

use domain::brand::{Brand, OriginPattern, PauseMode};
use domain::money::{Currency, Percent};
use domain::playbook::Amounts;
use secrecy::ExposeSecret as _;

use super::brand::{known_brand, mode, tool};
use super::{Failure, say};
use crate::cli::brand_settings::{BrandSetArgs, BrandShowArgs, PauseModeArg, SigningSecretArgs};
use crate::settings::SettingsError;

/// Empties a list or removes a value.
const NONE: &str = "none";

pub(super) async fn show(args: BrandShowArgs) -> Result<(), Failure> {
    let (_, store, engine) = tool(&args.database).await?;
    let id = known_brand(&engine, &args.brand_id).await?;
    let brand = engine.store().find_brand(&id).await?;
    say(serde_json::to_string_pretty(&brand).unwrap_or_default());
    store.close().await;
    Ok(())
}

pub(super) async fn set(args: BrandSetArgs) -> Result<(), Failure> {
    let (_, store, engine) = tool(&args.database).await?;
    let id = known_brand(&engine, &args.brand_id).await?;
    let brand = engine.store().find_brand(&id).await?;
    let mut brand = brand.ok_or_else(|| SettingsError::new(format!("there is no brand {id}")))?;
    apply(&args, &mut brand)?;
    engine.store().save_brand(&brand).await?;
    say(format_args!("{id} is changed; running servers follow within seconds"));
    store.close().await;
    Ok(())
}

pub(super) async fn signing_secret(args: SigningSecretArgs) -> Result<(), Failure> {
    let (_, store, engine) = tool(&args.database).await?;
    let id = known_brand(&engine, &args.brand_id).await?;
    for secret in engine.directory().signing_secrets(&id, mode(args.mode)) {
        say(secret.expose_secret());
    }
    store.close().await;
    Ok(())
}

fn apply(args: &BrandSetArgs, brand: &mut Brand) -> Result<(), SettingsError> {
    if let Some(name) = &args.name {
        if name.trim().is_empty() {
            return Err(SettingsError::new("--name is empty; customers see it"));
        }
        brand.name.clone_from(name);
    }
    if let Some(color) = &args.accent_color {
        web::view::brand_style::BrandStyle::parse(color)
            .map_err(|error| SettingsError::new(format!("--accent-color: {error}")))?;
        brand.accent_color.clone_from(color);
    }
    if !args.allowed_origins.is_empty() {
        brand.allowed_origins = origins("--allowed-origin", &args.allowed_origins)?;
    }
    if !args.media_origins.is_empty() {
        brand.media_origins = origins("--media-origin", &args.media_origins)?;
    }
    if !args.call_hosts.is_empty() {
        brand.call_hosts = listed(&args.call_hosts).map(str::to_owned).collect();
    }
    if let Some(contact) = &args.support_contact {
        brand.support_contact = given(contact);
    }
    if let Some(locale) = &args.default_locale {
        brand.default_locale = given(locale);
    }
    if let Some(pause_mode) = args.pause_mode {
        brand.pause_mode = match pause_mode {
            PauseModeArg::Collection => PauseMode::Collection,
            PauseModeArg::Subscription => PauseMode::Subscription,
        };
    }
    ceilings(args, brand)
}

fn ceilings(args: &BrandSetArgs, brand: &mut Brand) -> Result<(), SettingsError> {
    let ceilings = &mut brand.offer_ceilings;
    match args.max_percent {
        None => {}
        Some(0) => ceilings.max_percent = None,
        Some(percent) => {
            let percent = Percent::try_from(percent)
                .map_err(|error| SettingsError::new(format!("--max-percent: {error}")))?;
            ceilings.max_percent = Some(percent);
        }
    }
    if let Some(months) = args.max_months {
        ceilings.max_months = Some(months).filter(|months| *months > 0);
    }
    if !args.max_credits.is_empty() {
        let mut amounts = Amounts::default();
        for text in listed(&args.max_credits) {
            let (currency, minor) = amount(text)?;
            amounts.0.insert(currency, minor);
        }
        ceilings.max_credit = amounts;
    }
    Ok(())
}

fn amount(text: &str) -> Result<(Currency, i64), SettingsError> {
    let wrong = || {
        SettingsError::new(format!(
            "--max-credit {text}: write a currency and minor units, such as usd=5000"
        ))
    };
    let (currency, minor) = text.split_once('=').ok_or_else(wrong)?;
    let minor: i64 = minor.parse().map_err(|_| wrong())?;
    let currency = Currency::parse(currency).map_err(|_| wrong())?;
    if minor > 0 { Ok((currency, minor)) } else { Err(wrong()) }
}

fn listed(values: &[String]) -> impl Iterator<Item = &str> {
    values.iter().map(String::as_str).filter(|value| *value != NONE)
}

fn given(value: &str) -> Option<String> {
    Some(value.to_owned()).filter(|value| value != NONE && !value.trim().is_empty())
}

fn origins(flag: &str, values: &[String]) -> Result<Vec<OriginPattern>, SettingsError> {
    listed(values)
        .map(|origin| {
            OriginPattern::parse(origin)
                .map_err(|error| SettingsError::new(format!("{flag} {origin}: {error}")))
        })
        .collect()
}
