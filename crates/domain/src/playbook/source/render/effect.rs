//! What an offer does, on one line.

use super::super::toml_text::{inline, key, list, quoted};
use super::amounts;
use crate::offer::{
    ContactChannel, CreditTo, DiscountDuration, ExistingDiscounts, OfferKind, Proration, Reduction,
    SeatTarget, Timing,
};
use crate::session::AttributeValue;

pub(super) fn effect(kind: &OfferKind) -> String {
    let mut pairs = vec![("kind".to_owned(), quoted(kind.as_str()))];
    let mut add = |name: &str, value: String| pairs.push((name.to_owned(), value));
    match kind {
        OfferKind::Discount { reduction: taken, duration: lasts, existing } => {
            add("reduction", reduction(taken));
            add("duration", duration(*lasts));
            if *existing == ExistingDiscounts::Replace {
                add("existing", quoted("replace"));
            }
        }
        OfferKind::Pause { min_months, max_months } => {
            add("min_months", min_months.to_string());
            add("max_months", max_months.to_string());
        }
        OfferKind::PlanChange { price, from, timing: at, proration: difference } => {
            add("price", quoted(price));
            if !from.is_empty() {
                add("from", list(from.iter().map(|price| quoted(price))));
            }
            add("timing", quoted(timing(*at)));
            if *difference != Proration::default() {
                add("proration", quoted(proration(*difference)));
            }
        }
        OfferKind::Seats { target } => add(
            "target",
            match target {
                SeatTarget::ReduceBy(count) => format!("{{ reduce_by = {count} }}"),
                SeatTarget::ReduceTo(count) => format!("{{ reduce_to = {count} }}"),
            },
        ),
        OfferKind::FreePeriod { months } => add("months", months.to_string()),
        OfferKind::TrialExtension { days } => add("days", days.to_string()),
        OfferKind::Credit { amount, to } => {
            add("amount", amounts(amount));
            add("to", credit_to(*to));
        }
        OfferKind::TalkToUs { channel: by, address } => {
            add("channel", quoted(channel(*by)));
            add("address", quoted(address));
        }
        OfferKind::Content {} => {}
        OfferKind::Custom { url, parameters } => {
            add("url", quoted(url));
            if !parameters.is_empty() {
                let given = parameters
                    .iter()
                    .filter_map(|(name, value)| Some((key(name), parameter(value)?)));
                add("parameters", inline(&given.collect::<Vec<_>>()));
            }
        }
    }
    inline(&pairs)
}

fn reduction(reduction: &Reduction) -> String {
    match reduction {
        Reduction::Percent(percent) => format!("{{ percent = {} }}", percent.value()),
        Reduction::Amount(amount) => format!("{{ amount = {} }}", amounts(amount)),
    }
}

fn duration(duration: DiscountDuration) -> String {
    match duration {
        DiscountDuration::Once => quoted("once"),
        DiscountDuration::Months(months) => format!("{{ months = {months} }}"),
        DiscountDuration::Forever => quoted("forever"),
    }
}

fn timing(timing: Timing) -> &'static str {
    match timing {
        Timing::Now => "now",
        Timing::Renewal => "renewal",
    }
}

fn proration(proration: Proration) -> &'static str {
    match proration {
        Proration::None => "none",
        Proration::NextInvoice => "next_invoice",
        Proration::Immediately => "immediately",
    }
}

fn credit_to(to: CreditTo) -> String {
    match to {
        CreditTo::Balance => quoted("balance"),
        CreditTo::LastInvoice { within_days } => {
            format!("{{ last_invoice = {{ within_days = {within_days} }} }}")
        }
    }
}

fn channel(channel: ContactChannel) -> &'static str {
    match channel {
        ContactChannel::Link => "link",
        ContactChannel::Mail => "mail",
        ContactChannel::Booking => "booking",
    }
}

fn parameter(value: &AttributeValue) -> Option<String> {
    Some(match value {
        AttributeValue::Null => return None,
        AttributeValue::Bool(bool) => bool.to_string(),
        // With a point or an exponent, so that it is read as the same kind of number.
        AttributeValue::Number(number) => format!("{number:?}"),
        AttributeValue::Text(text) => quoted(text),
    })
}
