//! What of a brand can be set: flags, checked and written into it.

use std::collections::BTreeMap;

use domain::brand::{Brand, OriginPattern, PauseMode};
use domain::money::{Currency, Percent};
use domain::playbook::Amounts;
use engine::ports::{AddressRefusal, Outbound};
use outbound::{AllowList, HttpOutbound, OutboundOptions};
use web::i18n::Locale;
use web::view::brand_style::BrandStyle;

use crate::cli::brand::{BrandSettingsArgs, PauseModeArg};
use crate::commands::Failure;
use crate::settings::SettingsError;

/// The word that empties a setting.
const NONE: &str = "none";
/// Longest ceiling for months; nothing that is offered lasts longer.
const MAX_MONTHS: u32 = 120;

fn wrong(flag: &str, value: &str, what: impl std::fmt::Display) -> SettingsError {
    SettingsError::new(format!("{flag} {value}: {what}"))
}

/// Name and origins, where given.
pub(super) fn set_identity(
    brand: &mut Brand,
    name: Option<&str>,
    origins: &[String],
) -> Result<(), SettingsError> {
    if let Some(name) = name {
        if name.trim().is_empty() {
            return Err(SettingsError::new("--name is empty; customers see it"));
        }
        name.trim().clone_into(&mut brand.name);
    }
    if !origins.is_empty() {
        let parse = |text: &str| OriginPattern::parse(text).map_err(|error| error.to_string());
        brand.allowed_origins = each("--allowed-origin", origins, parse)?;
    }
    Ok(())
}

/// Everything else that is given.
pub(super) fn set(
    brand: &mut Brand,
    args: &BrandSettingsArgs,
    allowed: &AllowList,
) -> Result<(), Failure> {
    if let Some(color) = &args.accent_color {
        BrandStyle::parse(color).map_err(|error| wrong("--accent-color", color, error))?;
        brand.accent_color.clone_from(color);
    }
    if let Some(contact) = &args.support_contact {
        brand.support_contact = given("--support-contact", contact, contact_of)?;
    }
    if let Some(locale) = &args.default_locale {
        brand.default_locale = given("--default-locale", locale, locale_of)?;
    }
    if let Some(origins) = list("--media-origin", &args.media_origins, media_origin)? {
        brand.media_origins = origins;
    }
    if !args.call_hosts.is_empty() {
        set_call_hosts(brand, &args.call_hosts, allowed)?;
    }
    if let Some(mode) = args.pause_mode {
        brand.pause_mode = match mode {
            PauseModeArg::Collection => PauseMode::Collection,
            PauseModeArg::Subscription => PauseMode::Subscription,
        };
    }
    set_ceilings(brand, args)?;
    Ok(())
}

fn set_call_hosts(brand: &mut Brand, hosts: &[String], allowed: &AllowList) -> Result<(), Failure> {
    let options = OutboundOptions { allow: allowed.clone(), ..OutboundOptions::default() };
    let outbound = HttpOutbound::new(options)?;
    if let Some(hosts) = list("--call-host", hosts, |host| call_host(host, &outbound))? {
        brand.call_hosts = hosts;
    }
    Ok(())
}

fn set_ceilings(brand: &mut Brand, args: &BrandSettingsArgs) -> Result<(), SettingsError> {
    let ceilings = &mut brand.offer_ceilings;
    if let Some(percent) = &args.max_percent {
        ceilings.max_percent = given("--max-percent", percent, |text| {
            let number = text.parse::<u8>().ok().and_then(|number| Percent::try_from(number).ok());
            number.ok_or_else(|| "give a whole number from 1 to 100, or `none`".to_owned())
        })?;
    }
    if let Some(months) = &args.max_months {
        ceilings.max_months = given("--max-months", months, |text| {
            let number = text.parse::<u32>().ok().filter(|n| (1..=MAX_MONTHS).contains(n));
            number.ok_or_else(|| format!("give whole months from 1 to {MAX_MONTHS}, or `none`"))
        })?;
    }
    if let Some(credits) = list("--max-credit", &args.max_credit, credit)? {
        let by_currency: BTreeMap<_, _> = credits.iter().copied().collect();
        if by_currency.len() < credits.len() {
            return Err(SettingsError::new("--max-credit names a currency twice; give it once"));
        }
        ceilings.max_credit = Amounts(by_currency);
    }
    Ok(())
}

/// One value, or nothing for `none`.
fn given<T>(
    flag: &str,
    text: &str,
    parse: impl Fn(&str) -> Result<T, String>,
) -> Result<Option<T>, SettingsError> {
    if text == NONE {
        return Ok(None);
    }
    parse(text).map(Some).map_err(|error| wrong(flag, text, error))
}

/// A list that takes the place of the one before; none when the flag was not given.
fn list<T>(
    flag: &str,
    given: &[String],
    parse: impl Fn(&str) -> Result<T, String>,
) -> Result<Option<Vec<T>>, SettingsError> {
    match given {
        [] => Ok(None),
        [only] if only == NONE => Ok(Some(Vec::new())),
        _ if given.iter().any(|text| text == NONE) => Err(SettingsError::new(format!(
            "{flag} is `none` and something else; give one of both"
        ))),
        _ => each(flag, given, parse).map(Some),
    }
}

fn each<T>(
    flag: &str,
    given: &[String],
    parse: impl Fn(&str) -> Result<T, String>,
) -> Result<Vec<T>, SettingsError> {
    given.iter().map(|text| parse(text).map_err(|error| wrong(flag, text, error))).collect()
}

fn contact_of(text: &str) -> Result<String, String> {
    let is_plain = !text.chars().any(|c| c.is_whitespace() || c.is_control());
    let is_link = text.strip_prefix("https://").is_some_and(|rest| !rest.is_empty());
    let is_mail = text.split_once('@').is_some_and(|(person, host)| {
        !person.is_empty() && host.contains('.') && !host.contains(['@', '/'])
    });
    if is_plain && (is_link || is_mail) {
        Ok(text.to_owned())
    } else {
        Err("give a mail address or a link that begins with `https://`, or `none`".to_owned())
    }
}

fn locale_of(text: &str) -> Result<String, String> {
    let spoken = || Locale::ALL.map(Locale::tag).join(", ");
    let found = Locale::find(text).ok_or_else(|| format!("pages speak {}; or `none`", spoken()))?;
    Ok(found.tag().to_owned())
}

fn media_origin(text: &str) -> Result<OriginPattern, String> {
    if !text.starts_with("https://") {
        return Err("pictures and films come from `https://host[:port]` only".to_owned());
    }
    OriginPattern::parse(text).map_err(|error| error.to_string())
}

fn call_host(text: &str, outbound: &HttpOutbound) -> Result<String, String> {
    let is_host = |b: u8| b.is_ascii_alphanumeric() || b == b'.' || b == b'-';
    if text.is_empty() || !text.bytes().all(is_host) {
        return Err("give the host alone, such as `hooks.example.com`, without scheme, port or \
                    path"
            .to_owned());
    }
    let host = text.to_ascii_lowercase();
    outbound.check_address(&format!("https://{host}/")).map_err(|refusal| match refusal {
        AddressRefusal::NotPublic { .. } | AddressRefusal::BadHost => {
            format!("{refusal}; a host of your own network is put into RENUMERATE_OUTBOUND_ALLOW")
        }
        _ => refusal.to_string(),
    })?;
    Ok(host)
}

fn credit(text: &str) -> Result<(Currency, i64), String> {
    let form = || "give a currency and its minor units, such as `usd=5000`, or `none`".to_owned();
    let (currency, minor) = text.split_once('=').ok_or_else(form)?;
    let currency = Currency::parse(currency).map_err(|error| error.to_string())?;
    let minor = minor.parse::<i64>().ok().filter(|minor| *minor > 0).ok_or_else(form)?;
    Ok((currency, minor))
}
