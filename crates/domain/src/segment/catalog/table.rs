//! The rows of the table of facts, in the order of the documentation.

use super::Read::{Bool, Int, OptionalInt, OptionalText, Text};
use super::{Domain, FactDoc, Shape, fact};

/// Billing intervals.
const INTERVALS: &[&str] = &["day", "week", "month", "year"];
/// Stripe's statuses of a subscription.
const STATUSES: &[&str] = &[
    "incomplete",
    "incomplete_expired",
    "trialing",
    "active",
    "past_due",
    "canceled",
    "unpaid",
    "paused",
];

/// Every fact but the two maps `days_since` and `attributes`.
pub const FACTS: &[FactDoc] = &[
    fact("plan", Text(|f| &f.plan))
        .doc("Names of the products of all items, joined by ` + `.")
        .example(r#"plan == "Pro""#),
    fact("product_id", Text(|f| &f.product_id))
        .doc("Provider's id of the first item's product.")
        .example(r#"product_id == "prod_basic""#),
    fact("price_id", Text(|f| &f.price_id))
        .doc("Provider's id of the first item's price.")
        .example(r#"price_id == "price_pro_yearly""#),
    fact("interval", Text(|f| &f.interval))
        .domain(Domain::Words(INTERVALS))
        .doc("Unit of the billing interval.")
        .example(r#"interval == "year""#),
    fact("interval_count", Int(|f| f.interval_count))
        .unit("intervals")
        .domain(Domain::Range(1, i64::MAX))
        .doc("How many units make one billing interval.")
        .example(r#"interval == "month" && interval_count == 3"#),
    fact("amount_minor", OptionalInt(|f| f.amount_minor))
        .unit("minor units")
        .domain(Domain::Range(0, i64::MAX))
        .doc("Price of one interval before discounts; absent for metered prices.")
        .example("amount_minor >= 2000"),
    fact("currency", Text(|f| &f.currency))
        .domain(Domain::Shape(Shape::Currency))
        .doc("Currency of the subscription, ISO 4217 in lower case.")
        .example(r#"currency == "usd""#),
    fact("mrr_minor", OptionalInt(|f| f.mrr_minor))
        .unit("minor units")
        .domain(Domain::Range(0, i64::MAX))
        .doc("Monthly recurring revenue; absent for metered prices.")
        .example("mrr_minor > 5000"),
    fact("quantity", Int(|f| f.quantity))
        .unit("units")
        .domain(Domain::Range(0, i64::MAX))
        .doc("Units of the first item.")
        .example("quantity >= 5"),
    fact("items", Int(|f| f.items))
        .unit("items")
        .domain(Domain::Range(0, i64::MAX))
        .doc("How many items the subscription has.")
        .example("items == 1"),
    fact("status", Text(|f| &f.status))
        .domain(Domain::Words(STATUSES))
        .doc("Status of the subscription in Stripe's words.")
        .example(r#"status == "active""#),
    fact("is_trialing", Bool(|f| f.is_trialing))
        .doc("The subscription is in its trial.")
        .example("!is_trialing"),
    fact("trial_days_left", OptionalInt(|f| f.trial_days_left))
        .unit("days")
        .domain(Domain::Range(0, i64::MAX))
        .doc("Whole days until the trial ends; absent outside a trial.")
        .example("has(trial_days_left) && trial_days_left < 3"),
    fact("tenure_days", OptionalInt(|f| f.tenure_days))
        .unit("days")
        .domain(Domain::Range(0, i64::MAX))
        .doc("Whole days since the subscription began.")
        .example("tenure_days > 90"),
    fact("country", OptionalText(|f| f.country.as_deref()))
        .domain(Domain::Shape(Shape::Country))
        .doc("Country of the customer, ISO 3166-1 alpha-2 in upper case; absent when unknown.")
        .example(r#"country in ["CA", "US"]"#),
    fact("region", OptionalText(|f| f.region.as_deref()))
        .domain(Domain::Shape(Shape::Region))
        .doc("Region of the customer, ISO 3166-2; absent when unknown.")
        .example(r#"region == "US-CA""#),
    fact("is_discounted", Bool(|f| f.is_discounted))
        .doc("A discount applies to the next invoice.")
        .example("!is_discounted"),
    fact("discount_percent", OptionalInt(|f| f.discount_percent))
        .unit("percent")
        .domain(Domain::Range(0, 100))
        .doc("Percentage of the present discount; absent without one and for amounts.")
        .example("has(discount_percent) && discount_percent <= 20"),
    fact("days_since_accepted", OptionalInt(|f| f.days_since_accepted))
        .unit("days")
        .domain(Domain::Range(0, i64::MAX))
        .doc("Whole days since any offer was accepted; absent when none was.")
        .example("!has(days_since_accepted) || days_since_accepted > 90"),
    fact("accepted_count", Int(|f| f.accepted_count))
        .unit("offers")
        .domain(Domain::Range(0, i64::MAX))
        .doc("How many offers the customer ever accepted.")
        .example("accepted_count == 0"),
    fact("sessions_90d", Int(|f| f.sessions_90d))
        .unit("sessions")
        .domain(Domain::Range(0, i64::MAX))
        .doc("Retention sessions opened in the last 90 days, this one included.")
        .example("sessions_90d < 3"),
    fact("paid_so_far_minor", OptionalInt(|f| f.paid_so_far_minor))
        .unit("minor units")
        .domain(Domain::Range(0, i64::MAX))
        .doc("What the customer paid so far, in the subscription's currency; absent when unknown.")
        .example("paid_so_far_minor > 50000"),
    fact("is_invoiced", Bool(|f| f.is_invoiced))
        .doc("Invoices are sent and paid by hand, not charged automatically.")
        .example("!is_invoiced"),
    fact("is_metered", Bool(|f| f.is_metered))
        .doc("A price depends on reported usage.")
        .example("!is_metered"),
    fact("is_paused", Bool(|f| f.is_paused)).doc("Collection is paused.").example("!is_paused"),
    fact("is_past_due", Bool(|f| f.is_past_due))
        .doc("A renewal is unpaid and being retried.")
        .example("!is_past_due"),
    fact("has_schedule", Bool(|f| f.has_schedule))
        .doc("A schedule of the provider governs the subscription.")
        .example("!has_schedule"),
    fact("billing_mode", Text(|f| &f.billing_mode))
        .domain(Domain::Words(&["classic", "flexible"]))
        .doc("Billing mode of the subscription.")
        .example(r#"billing_mode == "classic""#),
    fact("days_to_renewal", OptionalInt(|f| f.days_to_renewal))
        .unit("days")
        .doc("Whole days until the billing period ends; negative when it should have ended.")
        .example("days_to_renewal <= 7"),
    fact("reason", OptionalText(|f| f.reason.as_deref()))
        .doc("Id of the reason chosen in the survey; absent before an answer.")
        .example(r#"reason == "too_expensive""#),
    fact("locale", Text(|f| &f.locale))
        .doc("Locale of the view, BCP 47.")
        .example(r#"locale.startsWith("fr")"#),
    fact("mode", Text(|f| &f.mode))
        .domain(Domain::Words(&["test", "live"]))
        .doc("Mode of the session.")
        .example(r#"mode == "live""#),
];
