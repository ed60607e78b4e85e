//! `/v1/account`: the account whose key is used.

use serde_json::json;
use stripe_schema::Request;

use crate::errors::Answer;
use crate::state::Ctx;

pub(crate) fn retrieve(ctx: &mut Ctx<'_>, _call: &Request) -> Answer {
    Ok(json!({
        "id": ctx.account.id,
        "object": "account",
        "business_type": "company",
        "charges_enabled": true,
        "country": "US",
        "default_currency": "usd",
        "details_submitted": true,
        "email": "owner@example.com",
        "metadata": {},
        "payouts_enabled": true,
        "type": "standard",
    }))
}
