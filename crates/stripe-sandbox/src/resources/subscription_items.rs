//! `/v1/subscription_items`: the items of a subscription, one by one. They are added and removed
//! through their subscription.

use serde_json::{Value, json};
use stripe_schema::Request;

use crate::errors::{Answer, ApiError};
use crate::listing;
use crate::resources::subscriptions::update as subscription_update;
use crate::resources::{param, path_id, subscription_schedules as schedules, test_clocks};
use crate::state::{Ctx, kind};
use crate::values::{data, text};

pub(crate) const UPDATE: &[&str] = &[
    "discounts",
    "metadata",
    "off_session",
    "price",
    "proration_behavior",
    "proration_date",
    "quantity",
];

/// The parameters that belong to the update as a whole rather than to the item.
const OF_SUBSCRIPTION: [&str; 3] = ["off_session", "proration_behavior", "proration_date"];

pub(crate) fn list(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let id = param(call, "subscription").unwrap_or_default();
    let subscription = ctx
        .account
        .live(kind::SUBSCRIPTION, id)
        .ok_or_else(|| ApiError::no_such_param("subscription", id, "subscription"))?;
    listing::page("/v1/subscription_items", data(&subscription["items"]).to_vec(), &call.params)
}

pub(crate) fn retrieve(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let id = path_id(call);
    let subscription = owner(ctx, id)?;
    item_of(&subscription, id)
}

/// Changes one item, as an update of its subscription would.
pub(crate) fn update(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let id = path_id(call);
    let before = owner(ctx, id)?;
    // The call does not name the subscription, which may live on a test clock.
    let clock = test_clocks::time_of_object(ctx.account, text(&before, "id"));
    ctx.now = clock.unwrap_or(ctx.now);
    let mut sent = json!({});
    let mut entry = json!({ "id": id });
    for (name, value) in call.params.as_object().into_iter().flatten() {
        if OF_SUBSCRIPTION.contains(&name.as_str()) {
            sent[name] = value.clone();
        } else if name != "expand" {
            entry[name] = value.clone();
        }
    }
    sent["items"] = json!([entry]);
    let after = subscription_update::apply(ctx, &before, &sent).map_err(as_own)?;
    schedules::follow(ctx, &before, &after);
    item_of(&after, id)
}

/// The subscription an item belongs to.
fn owner(ctx: &Ctx<'_>, id: &str) -> Answer {
    ctx.account
        .newest(kind::SUBSCRIPTION)
        .find(|subscription| data(&subscription["items"]).iter().any(|item| item["id"] == id))
        .cloned()
        .ok_or_else(|| ApiError::no_such("subscription item", id))
}

fn item_of(subscription: &Value, id: &str) -> Answer {
    data(&subscription["items"])
        .iter()
        .find(|item| item["id"] == id)
        .cloned()
        .ok_or_else(|| ApiError::no_such("subscription item", id))
}

/// Names a parameter as this call has it: `items[0][price]` is `price` here.
fn as_own(error: ApiError) -> ApiError {
    let param = error.param.as_deref().and_then(|param| param.strip_prefix("items[0]["));
    let Some((name, rest)) = param.and_then(|param| param.split_once(']')) else { return error };
    let own = format!("{name}{rest}");
    error.param(own)
}
