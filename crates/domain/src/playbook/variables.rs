//! The variables that a brand's own texts may hold, as `{name}`.

use crate::offer::{DiscountDuration, OfferKind, Reduction};

/// A variable of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Variable {
    /// Its name between the braces.
    pub name: &'static str,
    /// What stands in its place.
    pub doc: &'static str,
}

const fn variable(name: &'static str, doc: &'static str) -> Variable {
    Variable { name, doc }
}

/// Every variable. Values are written as the customer's language writes them.
pub const VARIABLES: [Variable; 16] = [
    variable("plan", "The name of the customer's plan."),
    variable("brand", "The brand's name."),
    variable("price_now", "What the customer pays now, with its interval."),
    variable("renews_on", "The day of the next renewal as it stands now."),
    variable("price_with", "What they pay with the offer, with its interval."),
    variable("price_afterwards", "What they pay once the offer is over, with its interval."),
    variable("percent", "The percentage the offer takes off."),
    variable("amount", "The amount the offer takes off or gives."),
    variable("months", "How many months it lasts; for a pause the longest that can be chosen."),
    variable("min_months", "The shortest pause that can be chosen, in months."),
    variable("days", "By how many days the trial is longer."),
    variable("ends_on", "The day on which the offer is over."),
    variable("date", "The day on which the change takes effect."),
    variable("new_plan", "The name of the plan it changes to."),
    variable("seats", "Seats after the change."),
    variable("seats_now", "Seats now."),
];

/// Variables of a reason's label and question.
pub const OF_REASONS: &[&str] = &["plan", "brand", "price_now", "renews_on"];

/// Variables of the texts of an offer: its copy and its content.
#[must_use]
pub fn of_offer(kind: &OfferKind) -> Vec<&'static str> {
    let mut names = OF_REASONS.to_vec();
    match kind {
        OfferKind::Discount { reduction, duration, .. } => {
            names.push(match reduction {
                Reduction::Percent(_) => "percent",
                Reduction::Amount(_) => "amount",
            });
            names.push("price_with");
            match duration {
                DiscountDuration::Once => names.extend(["price_afterwards"]),
                DiscountDuration::Months(_) => {
                    names.extend(["price_afterwards", "months", "ends_on"]);
                }
                DiscountDuration::Forever => {}
            }
        }
        OfferKind::Pause { .. } => names.extend(["months", "min_months"]),
        OfferKind::PlanChange { .. } => names.extend(["new_plan", "price_with", "date"]),
        OfferKind::Seats { .. } => names.extend(["seats", "seats_now", "price_with", "date"]),
        OfferKind::FreePeriod { .. } => names.extend(["months", "ends_on"]),
        OfferKind::TrialExtension { .. } => names.extend(["days", "ends_on"]),
        OfferKind::Credit { .. } => names.push("amount"),
        OfferKind::TalkToUs { .. } | OfferKind::Content {} | OfferKind::Custom { .. } => {}
    }
    names
}
