//! `/v1/billing/feedback_options`: a merchant's own reasons for leaving.

use serde_json::{Value, json};
use stripe_schema::Request;

use crate::errors::{Answer, ApiError};
use crate::listing;
use crate::resources::{params, retrieve as retrieve_kind};
use crate::state::{Account, Ctx, kind};

/// Longest description Stripe takes, in characters.
const MAX_DESCRIPTION: usize = 100;

pub(crate) fn list(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let found = ctx
        .account
        .newest(kind::FEEDBACK_OPTION)
        .filter(|option| listing::passes(option, &call.params, &[]))
        .cloned()
        .collect();
    listing::page("/v1/billing/feedback_options", found, &call.params)
}

pub(crate) fn retrieve(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    retrieve_kind(ctx, kind::FEEDBACK_OPTION, "feedback option", call)
}

pub(crate) fn create(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    check_description(&call.params)?;
    let option = json!({
        "id": ctx.ids.long("fbo_1"),
        "object": kind::FEEDBACK_OPTION,
        "description": call.params["description"],
        "livemode": false,
        "status": "active",
        "status_transitions": { "deactivated_at": null },
    });
    ctx.account.put(option.clone());
    Ok(option)
}

pub(crate) fn update(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    check_description(&call.params)?;
    let mut option = retrieve(ctx, call)?;
    params::copy(&mut option, &call.params, &["description"]);
    ctx.account.put(option.clone());
    Ok(option)
}

pub(crate) fn deactivate(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let id = call.path_params.first().map_or("", String::as_str);
    let mut option = retrieve_kind(ctx, kind::FEEDBACK_OPTION, "feedback option", call)?;
    if option["status"] == "inactive" {
        return Err(ApiError::invalid(format!("The feedback option '{id}' is already inactive.")));
    }
    option["status"] = json!("inactive");
    option["status_transitions"]["deactivated_at"] = json!(ctx.now);
    ctx.account.put(option.clone());
    Ok(option)
}

fn check_description(sent: &Value) -> Answer<()> {
    let length = sent["description"].as_str().map(|text| text.chars().count());
    match length {
        Some(length) if length == 0 || length > MAX_DESCRIPTION => Err(ApiError::invalid(format!(
            "Invalid description: must have between 1 and {MAX_DESCRIPTION} characters."
        ))
        .param("description")),
        _ => Ok(()),
    }
}

/// Refuses an option that does not exist or is inactive.
pub(crate) fn usable(account: &Account, id: &str, param: &str) -> Answer<()> {
    match account.live(kind::FEEDBACK_OPTION, id) {
        None => Err(ApiError::no_such_param("feedback option", id, param)),
        Some(option) if option["status"] == "inactive" => {
            Err(ApiError::invalid(format!("The feedback option '{id}' is inactive.")).param(param))
        }
        Some(_) => Ok(()),
    }
}
