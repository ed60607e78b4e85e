//! What eligibility asks: what a customer did before, and what was given away so far.

use domain::ids::OfferId;
use domain::money::Currency;
use domain::offer::{Acceptance, History, Usage};

use crate::codec::{id, time};
use crate::db::{DbError, Row};

crate::statements! {
    /// One row without an acceptance if the customer has none.
    HISTORY: "offer_acceptances",
        "SELECT a.decision_id AS decision_id, a.offer_id AS offer_id, a.kind AS kind, \
         a.subscription_id AS subscription_id, a.accepted_at AS accepted_at, \
         s.sessions AS sessions \
         FROM (SELECT count(*) AS sessions FROM flow_customers WHERE brand_id = $1 \
         AND mode = $2 AND customer_id = $3 AND opened_at >= $4) s \
         LEFT JOIN offer_acceptances a ON a.brand_id = $1 AND a.mode = $2 \
         AND a.customer_id = $3 AND a.state = 'taken' ORDER BY a.accepted_at, a.decision_id";
    USAGE: "offer_counters",
        "SELECT offer_id, currency, amount FROM offer_counters \
         WHERE brand_id = $1 AND mode = $2 AND month IN ('', $3) AND amount <> 0";
}

pub(crate) fn history(rows: &[Row]) -> Result<History, DbError> {
    let mut history = History::default();
    for row in rows {
        let sessions = row.int("sessions")?;
        history.sessions_90d = u32::try_from(sessions).unwrap_or(u32::MAX);
        if row.opt_text("decision_id")?.is_some() {
            history.acceptances.push(Acceptance {
                offer_id: id(row, "offer_id")?,
                kind: row.text("kind")?.to_owned(),
                subscription_id: id(row, "subscription_id")?,
                accepted_at: time(row, "accepted_at")?,
            });
        }
    }
    Ok(history)
}

pub(crate) fn usage(rows: &[Row]) -> Result<Usage, DbError> {
    let mut usage = Usage::default();
    for row in rows {
        let amount = row.int("amount")?;
        let currency = || {
            let code = row.text("currency")?;
            Currency::parse(code).map_err(|error| row.invalid("currency", error))
        };
        let offer_id = || id::<OfferId>(row, "offer_id");
        match (row.text("offer_id")?, row.text("currency")?) {
            (_, "") => {
                let times = u64::try_from(amount).map_err(|error| row.invalid("amount", error))?;
                usage.taken.insert(offer_id()?, times);
            }
            ("", _) => {
                usage.cost_of_all.insert(currency()?, amount);
            }
            _ => {
                usage.cost_of_offer.insert((offer_id()?, currency()?), amount);
            }
        }
    }
    Ok(usage)
}
