//! Addresses: where pictures come from, whom custom offers call, where customers are sent.

use super::CheckContext;
use crate::offer::{ContactChannel, Offer, OfferKind};
use crate::playbook::{ContentBlock, Finding, Playbook};
use crate::session::AttributeValue;
use crate::text::LocalizedText;

pub(super) fn check(playbook: &Playbook, context: &CheckContext<'_>, found: &mut Vec<Finding>) {
    for (index, offer) in playbook.offers.iter().enumerate() {
        let place = format!("offers[{index}]");
        for (block, content) in offer.content.iter().enumerate() {
            let place = format!("{place}.content[{block}]");
            media(content, &place, playbook, context, found);
        }
        if matches!(offer.effect, OfferKind::Custom { .. }) {
            custom(offer, &place, context, found);
        }
        if let OfferKind::TalkToUs { channel, address } = &offer.effect {
            contact(*channel, address, &format!("{place}.effect.address"), found);
        }
    }
}

fn media(
    block: &ContentBlock,
    place: &str,
    playbook: &Playbook,
    context: &CheckContext<'_>,
    found: &mut Vec<Finding>,
) {
    let required = |text: &LocalizedText, field: &str, what: &str, found: &mut Vec<Finding>| {
        if text.is_empty() {
            let message = format!("{what}; write it for every locale");
            found.push(Finding::error("missing_text", format!("{place}.{field}"), message));
        }
    };
    match block {
        ContentBlock::Text { text } => required(text, "text", "the paragraph is empty", found),
        ContentBlock::Image { url, alt } => {
            source(url, &format!("{place}.url"), context, found);
            required(alt, "alt", "people who do not see the picture are told nothing", found);
        }
        ContentBlock::Video { url, title, captions } => {
            source(url, &format!("{place}.url"), context, found);
            required(title, "title", "the film has no title", found);
            if captions.is_empty() {
                let message =
                    "the film has no captions; add `captions = { en = \"https://….vtt\" }`";
                found.push(Finding::warning("no_captions", place, message));
            }
            for (locale, url) in captions {
                source(url, &format!("{place}.captions.{locale}"), context, found);
            }
            for locale in playbook.locales.iter().filter(|_| !captions.is_empty()) {
                if !captions.keys().any(|own| own.eq_ignore_ascii_case(locale)) {
                    let message = format!("captions in `{locale}` are missing; add them");
                    let place = format!("{place}.captions");
                    found.push(Finding::warning("no_captions", place, message));
                }
            }
        }
    }
}

fn source(url: &str, place: &str, context: &CheckContext<'_>, found: &mut Vec<Finding>) {
    let Some(origin) = https_origin(url) else {
        let message = format!("`{url}` is not an address that begins with `https://`; correct it");
        found.push(Finding::error("not_https", place, message));
        return;
    };
    let Some(allowed) = context.media_origins else { return };
    if !allowed.iter().any(|pattern| pattern.covers(&origin)) {
        let message = format!(
            "`{origin}` is not on the brand's list of media origins; add it there, or use another"
        );
        found.push(Finding::error("media_origin", place, message));
    }
}

fn custom(offer: &Offer, place: &str, context: &CheckContext<'_>, found: &mut Vec<Finding>) {
    let OfferKind::Custom { url, parameters } = &offer.effect else { return };
    let Some(origin) = https_origin(url) else {
        let message = format!("`{url}` is not an address that begins with `https://`; correct it");
        found.push(Finding::error("not_https", format!("{place}.effect.url"), message));
        return;
    };
    let host = origin.trim_start_matches("https://").split(':').next().unwrap_or_default();
    if let Some(hosts) = context.call_hosts
        && !hosts.iter().any(|allowed| allowed.eq_ignore_ascii_case(host))
    {
        let message = format!(
            "`{host}` is not on the brand's list of hosts that may be called; add it there first"
        );
        found.push(Finding::error("call_host", format!("{place}.effect.url"), message));
    }
    for (name, value) in parameters {
        let is_lost = match value {
            AttributeValue::Null => true,
            AttributeValue::Number(number) => !number.is_finite(),
            AttributeValue::Bool(_) | AttributeValue::Text(_) => false,
        };
        if is_lost {
            let message = "this parameter has no value that can be sent; set it or remove it";
            let place = format!("{place}.effect.parameters.{name}");
            found.push(Finding::error("empty_parameter", place, message));
        }
    }
}

fn contact(channel: ContactChannel, address: &str, place: &str, found: &mut Vec<Finding>) {
    let (fits, expected) = match channel {
        ContactChannel::Mail => (is_mail(address), "a mail address, such as `help@example.com`"),
        ContactChannel::Link | ContactChannel::Booking => {
            (https_origin(address).is_some(), "an address that begins with `https://`")
        }
    };
    if !fits {
        let message = format!("`{address}` is not {expected}; correct it or the `channel`");
        found.push(Finding::error("malformed_address", place, message));
    }
}

fn is_mail(address: &str) -> bool {
    let is_plain = |c: char| !c.is_whitespace() && !c.is_control() && !"<>()[]\\,;:\"".contains(c);
    let Some((person, host)) = address.split_once('@') else { return false };
    !person.is_empty()
        && address.len() <= 254
        && address.chars().filter(|c| *c == '@').count() == 1
        && address.chars().all(is_plain)
        && is_host(host)
        && host.contains('.')
}

fn is_host(host: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty()
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !label.starts_with('-')
    };
    host.split('.').all(is_label)
}

/// The origin of an `https` address, in small letters; none for anything else, and for what a
/// browser might read in another way: a name before the host, spaces, backslashes.
pub(super) fn https_origin(url: &str) -> Option<String> {
    let rest = url.strip_prefix("https://")?;
    if url.chars().any(|c| c.is_whitespace() || c.is_control() || c == '\\') {
        return None;
    }
    let authority = rest.split(['/', '?', '#']).next()?;
    let (host, port) = match authority.split_once(':') {
        Some((host, port)) => (host, Some(port)),
        None => (authority, None),
    };
    let is_port = port.is_none_or(|port| port.parse::<u16>().is_ok_and(|port| port > 0));
    let default = matches!(port, None | Some("443"));
    let host = host.to_ascii_lowercase();
    if !is_host(&host) || !is_port {
        return None;
    }
    Some(match port.filter(|_| !default) {
        Some(port) => format!("https://{host}:{port}"),
        None => format!("https://{host}"),
    })
}
