//! Stripe's resources, one file each, and which call goes where.

pub(crate) mod accounts;
pub(crate) mod balance_transactions;
pub(crate) mod collection;
pub(crate) mod coupons;
pub(crate) mod credit_notes;
pub(crate) mod customers;
pub(crate) mod discounts;
pub(crate) mod event_log;
pub(crate) mod feedback_options;
pub(crate) mod invoice_items;
pub(crate) mod invoice_preview;
pub(crate) mod invoices;
mod params;
pub(crate) mod payment_methods;
pub(crate) mod payments;
pub(crate) mod prices;
pub(crate) mod products;
pub(crate) mod promotion_codes;
pub(crate) mod refunds;
pub(crate) mod subscription_items;
pub(crate) mod subscription_schedules;
pub(crate) mod subscriptions;
pub(crate) mod test_clocks;
pub(crate) mod webhook_endpoints;

use serde_json::Value;
use stripe_schema::Request;

use crate::errors::{Answer, ApiError};
use crate::state::Ctx;

/// Acts on one call. `call.path_params` are the variables of the path, `call.params` the decoded
/// parameters.
type Handler = fn(&mut Ctx<'_>, &Request) -> Answer;

/// One implemented call: its handler, and the parameters it does something with.
struct Route {
    handler: Handler,
    params: Allowed,
}

/// Which of Stripe's parameters the sandbox acts on. The others are refused rather than ignored.
enum Allowed {
    /// All that the document lists.
    All,
    /// These, and `expand`.
    Only(&'static [&'static str]),
}

/// Whether the sandbox implements the call.
pub(crate) fn is_implemented(method: &str, template: &str) -> bool {
    route(method, template).is_some()
}

/// Refuses parameters that Stripe has and the sandbox does not act on.
pub(crate) fn check_params(method: &str, call: &Request) -> Answer<()> {
    match route(method, &call.template) {
        Some(Route { params: Allowed::Only(allowed), .. }) => {
            params::only(&call.params, allowed, "")
        }
        _ => Ok(()),
    }
}

/// Runs the call's handler.
pub(crate) fn dispatch(ctx: &mut Ctx<'_>, method: &str, call: &Request) -> Answer {
    match route(method, &call.template) {
        Some(route) => (route.handler)(ctx, call),
        None => Err(ApiError::unrecognized_url(method, &call.template)),
    }
}

/// The last variable of the path.
fn path_id(call: &Request) -> &str {
    call.path_params.last().map_or("", String::as_str)
}

/// A parameter's text, if it was sent.
fn param<'a>(call: &'a Request, name: &str) -> Option<&'a str> {
    call.params[name].as_str()
}

fn route(method: &str, template: &str) -> Option<Route> {
    let path = template.strip_prefix("/v1/")?;
    let all = |handler: Handler| Some(Route { handler, params: Allowed::All });
    let only = |handler: Handler, params| Some(Route { handler, params: Allowed::Only(params) });
    match (method, path) {
        ("GET", "account") => all(accounts::retrieve),
        ("GET", "customers") => only(customers::list, customers::LIST),
        ("POST", "customers") => only(customers::create, customers::CREATE),
        ("GET", "customers/{customer}") => all(customers::retrieve),
        ("POST", "customers/{customer}") => only(customers::update, customers::WRITE),
        ("DELETE", "customers/{customer}") => all(customers::delete),
        ("GET", "customers/{customer}/balance_transactions") => all(balance_transactions::list),
        ("POST", "customers/{customer}/balance_transactions") => all(balance_transactions::create),
        ("GET", "products") => only(products::list, products::LIST),
        ("POST", "products") => only(products::create, products::CREATE),
        ("GET", "products/{id}") => all(products::retrieve),
        ("GET", "prices") => only(prices::list, prices::LIST),
        ("POST", "prices") => only(prices::create, prices::CREATE),
        ("GET", "prices/{price}") => all(prices::retrieve),
        ("GET", "coupons") => all(coupons::list),
        ("POST", "coupons") => only(coupons::create, coupons::CREATE),
        ("GET", "coupons/{coupon}") => all(coupons::retrieve),
        ("DELETE", "coupons/{coupon}") => all(coupons::delete),
        ("GET", "promotion_codes") => only(promotion_codes::list, promotion_codes::LIST),
        ("POST", "promotion_codes") => only(promotion_codes::create, promotion_codes::CREATE),
        ("GET", "promotion_codes/{promotion_code}") => all(promotion_codes::retrieve),
        ("POST", "promotion_codes/{promotion_code}") => {
            only(promotion_codes::update, promotion_codes::UPDATE)
        }
        ("GET", "events") => all(event_log::list),
        ("GET", "events/{id}") => all(event_log::retrieve),
        ("GET", "webhook_endpoints") => all(webhook_endpoints::list),
        ("POST", "webhook_endpoints") => all(webhook_endpoints::create),
        ("GET", "webhook_endpoints/{webhook_endpoint}") => all(webhook_endpoints::retrieve),
        ("POST", "webhook_endpoints/{webhook_endpoint}") => all(webhook_endpoints::update),
        ("DELETE", "webhook_endpoints/{webhook_endpoint}") => all(webhook_endpoints::delete),
        ("GET", "billing/feedback_options") => all(feedback_options::list),
        ("POST", "billing/feedback_options") => all(feedback_options::create),
        ("GET", "billing/feedback_options/{id}") => all(feedback_options::retrieve),
        ("POST", "billing/feedback_options/{id}") => all(feedback_options::update),
        ("POST", "billing/feedback_options/{id}/deactivate") => all(feedback_options::deactivate),
        _ => subscription_route(method, path).or_else(|| money_route(method, path)),
    }
}

fn subscription_route(method: &str, path: &str) -> Option<Route> {
    let all = |handler: Handler| Some(Route { handler, params: Allowed::All });
    let only = |handler: Handler, params| Some(Route { handler, params: Allowed::Only(params) });
    match (method, path) {
        ("GET", "subscriptions") => only(subscriptions::list, subscriptions::LIST),
        ("POST", "subscriptions") => {
            only(subscriptions::create::create, subscriptions::create::PARAMS)
        }
        ("GET", "subscriptions/{subscription_exposed_id}") => all(subscriptions::retrieve),
        ("POST", "subscriptions/{subscription_exposed_id}") => {
            only(subscriptions::update::update, subscriptions::update::PARAMS)
        }
        ("DELETE", "subscriptions/{subscription_exposed_id}") => {
            all(subscriptions::cancel::cancel_now)
        }
        ("DELETE", "subscriptions/{subscription_exposed_id}/discount") => {
            all(subscriptions::delete_discount)
        }
        ("POST", "subscriptions/{subscription}/resume") => {
            only(subscriptions::pausing::resume, subscriptions::pausing::RESUME)
        }
        ("POST", "subscriptions/{subscription}/pause") => all(subscriptions::pausing::pause),
        ("POST", "subscriptions/{subscription}/migrate") => all(subscriptions::migrate),
        ("GET", "subscription_items") => all(subscription_items::list),
        ("GET", "subscription_items/{item}") => all(subscription_items::retrieve),
        ("POST", "subscription_items/{item}") => {
            only(subscription_items::update, subscription_items::UPDATE)
        }
        ("GET", "subscription_schedules") => all(subscription_schedules::list),
        ("POST", "subscription_schedules") => {
            only(subscription_schedules::create::create, subscription_schedules::create::PARAMS)
        }
        ("GET", "subscription_schedules/{schedule}") => all(subscription_schedules::retrieve),
        ("POST", "subscription_schedules/{schedule}") => {
            only(subscription_schedules::update::update, subscription_schedules::update::PARAMS)
        }
        ("POST", "subscription_schedules/{schedule}/release") => {
            all(subscription_schedules::release)
        }
        ("POST", "subscription_schedules/{schedule}/cancel") => all(subscription_schedules::cancel),
        ("GET", "invoices") => only(invoices::list, invoices::LIST),
        ("GET", "invoices/{invoice}") => all(invoices::retrieve),
        ("POST", "invoices/create_preview") => {
            only(invoice_preview::create, invoice_preview::PARAMS)
        }
        _ => None,
    }
}

/// What has been billed already, and the clocks that make it happen.
fn money_route(method: &str, path: &str) -> Option<Route> {
    let all = |handler: Handler| Some(Route { handler, params: Allowed::All });
    let only = |handler: Handler, params| Some(Route { handler, params: Allowed::Only(params) });
    match (method, path) {
        ("GET", "invoiceitems") => only(invoice_items::list, invoice_items::LIST),
        ("GET", "credit_notes") => only(credit_notes::list, credit_notes::LIST),
        ("POST", "credit_notes") => only(credit_notes::create, credit_notes::CREATE),
        ("GET", "credit_notes/preview") => only(credit_notes::preview, credit_notes::CREATE),
        ("GET", "credit_notes/{id}") => all(credit_notes::retrieve),
        ("GET", "refunds") => all(refunds::list),
        ("POST", "refunds") => only(refunds::create, refunds::CREATE),
        ("GET", "refunds/{refund}") => all(refunds::retrieve),
        ("GET", "test_helpers/test_clocks") => all(test_clocks::list),
        ("POST", "test_helpers/test_clocks") => only(test_clocks::create, test_clocks::CREATE),
        ("GET", "test_helpers/test_clocks/{test_clock}") => all(test_clocks::retrieve),
        ("DELETE", "test_helpers/test_clocks/{test_clock}") => all(test_clocks::delete),
        ("POST", "test_helpers/test_clocks/{test_clock}/advance") => all(test_clocks::advance),
        _ => None,
    }
}

/// A handler's view of an object kind: the object by its id in the path.
fn retrieve(ctx: &Ctx<'_>, kind: &str, what: &str, call: &Request) -> Answer<Value> {
    let id = path_id(call);
    ctx.account.live(kind, id).cloned().ok_or_else(|| ApiError::no_such(what, id))
}
