//! `/v1/products`.

use serde_json::{Value, json};
use stripe_schema::Request;

use crate::errors::{Answer, ApiError};
use crate::listing;
use crate::resources::{param, params, retrieve as retrieve_kind};
use crate::state::{Ctx, kind};

pub(crate) const LIST: &[&str] =
    &["active", "created", "ending_before", "ids", "limit", "starting_after", "url"];

pub(crate) const CREATE: &[&str] = &[
    "active",
    "description",
    "id",
    "images",
    "marketing_features",
    "metadata",
    "name",
    "statement_descriptor",
    "unit_label",
    "url",
];

pub(crate) fn list(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let found = ctx
        .account
        .newest(kind::PRODUCT)
        .filter(|product| listing::in_ids(product, &call.params, "ids", "id"))
        .filter(|product| listing::passes(product, &call.params, &["ids"]))
        .cloned()
        .collect();
    listing::page("/v1/products", found, &call.params)
}

pub(crate) fn retrieve(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    retrieve_kind(ctx, kind::PRODUCT, "product", call)
}

pub(crate) fn create(ctx: &mut Ctx<'_>, call: &Request) -> Answer {
    let id = match param(call, "id").filter(|id| !id.is_empty()) {
        Some(id) => id.to_owned(),
        None => ctx.ids.short("prod_"),
    };
    if ctx.account.get(kind::PRODUCT, &id).is_some() {
        return Err(ApiError::invalid(format!("Product already exists: {id}"))
            .code("resource_already_exists")
            .param("id"));
    }
    add(ctx, &id, &call.params)
}

/// Adds a product under a given id.
pub(crate) fn add(ctx: &mut Ctx<'_>, id: &str, sent: &Value) -> Answer {
    let mut product = json!({
        "id": id,
        "object": kind::PRODUCT,
        "active": true,
        "created": ctx.now,
        "default_price": null,
        "description": null,
        "images": [],
        "livemode": false,
        "marketing_features": [],
        "metadata": {},
        "name": "",
        "package_dimensions": null,
        "shippable": null,
        "statement_descriptor": null,
        "tax_code": null,
        "unit_label": null,
        "updated": ctx.now,
        "url": null,
    });
    params::merge_metadata(&mut product, sent)?;
    params::set_texts(
        &mut product,
        sent,
        &["description", "statement_descriptor", "unit_label", "url"],
    );
    params::copy(&mut product, sent, &["active", "images", "marketing_features", "name"]);
    ctx.account.put(product.clone());
    ctx.emit("product.created", &product);
    Ok(product)
}
