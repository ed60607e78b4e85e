//! `/v1/webhook_endpoints`: where events are sent.

use serde_json::{Value, json};
use stripe_schema::Request;

use crate::errors::{Answer, ApiError};
use crate::listing;
use crate::resources::{param, params, path_id, retrieve as retrieve_kind};
use crate::state::{Ctx, kind};

pub(crate) fn list(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let found = ctx
        .account
        .newest(kind::WEBHOOK_ENDPOINT)
        .filter(|endpoint| listing::passes(endpoint, &call.params, &[]))
        .cloned()
        .collect();
    listing::page("/v1/webhook_endpoints", found, &call.params)
}

pub(crate) fn retrieve(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    retrieve_kind(ctx, kind::WEBHOOK_ENDPOINT, "webhook endpoint", call)
}

/// The only answer that shows the signing secret.
pub(crate) fn create(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    check_url(&call.params)?;
    let id = ctx.ids.long("we_1");
    let mut endpoint = json!({
        "id": id,
        "object": kind::WEBHOOK_ENDPOINT,
        "api_version": param(call, "api_version"),
        "application": null,
        "created": ctx.now,
        "description": null,
        "enabled_events": call.params["enabled_events"],
        "livemode": false,
        "metadata": {},
        "status": "enabled",
        "url": call.params["url"],
    });
    params::merge_metadata(&mut endpoint, &call.params)?;
    params::set_texts(&mut endpoint, &call.params, &["description"]);
    if call.params["connect"] == true {
        ctx.account.connect_endpoints.insert(id.clone());
    }
    let secret = ctx.ids.long("whsec_");
    ctx.account.webhook_secrets.insert(id, secret.clone());
    ctx.account.put(endpoint.clone());
    endpoint["secret"] = json!(secret);
    Ok(endpoint)
}

fn check_url(sent: &Value) -> Answer<()> {
    match sent["url"].as_str() {
        Some(url) if !(url.starts_with("http://") || url.starts_with("https://")) => Err(
            ApiError::invalid("Invalid URL: An explicit scheme (such as https) must be provided.")
                .code("url_invalid")
                .param("url"),
        ),
        _ => Ok(()),
    }
}

pub(crate) fn update(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let mut endpoint = retrieve(ctx, call)?;
    check_url(&call.params)?;
    params::merge_metadata(&mut endpoint, &call.params)?;
    params::set_texts(&mut endpoint, &call.params, &["description"]);
    params::copy(&mut endpoint, &call.params, &["enabled_events", "url"]);
    if let Some(disabled) = call.params["disabled"].as_bool() {
        endpoint["status"] = json!(if disabled { "disabled" } else { "enabled" });
    }
    ctx.account.put(endpoint.clone());
    Ok(endpoint)
}

pub(crate) fn delete(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let endpoint = retrieve(ctx, call)?;
    ctx.account.delete(kind::WEBHOOK_ENDPOINT, path_id(call));
    Ok(json!({ "id": endpoint["id"], "object": kind::WEBHOOK_ENDPOINT, "deleted": true }))
}
