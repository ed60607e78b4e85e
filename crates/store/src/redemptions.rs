//! Offers that are taken, and what that uses up: counted and checked in the decision's own unit.

use domain::brand::Mode;
use domain::flow::Decision;
use domain::ids::{BillingActionId, BrandId};
use domain::money::Money;
use domain::offer::Ineligible;
use engine::ports::{CommitDecision, Redemption, StoreError};

use crate::codec::{id, ms, word};
use crate::db::{DbError, Tx};

crate::statements! {
    INSERT: "offer_acceptances",
        "INSERT INTO offer_acceptances (decision_id, brand_id, mode, customer_id, \
         subscription_id, offer_id, kind, accepted_at, month, cost_minor, currency, state) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'taken')";
    /// Touches a row once: what was used up is given back once.
    FAIL: "offer_acceptances",
        "UPDATE offer_acceptances SET state = 'failed' WHERE state = 'taken' \
         AND decision_id IN (SELECT id FROM decisions WHERE action_id = $1) \
         RETURNING decision_id, brand_id, mode, offer_id, month, cost_minor, currency";
    /// Whoever else counts here at the same time waits, so the answer is the true sum.
    COUNT: "offer_counters",
        "INSERT INTO offer_counters (brand_id, mode, month, offer_id, currency, amount) \
         VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (brand_id, mode, month, offer_id, currency) \
         DO UPDATE SET amount = offer_counters.amount + excluded.amount RETURNING amount";
}

/// Why a decision is not written.
#[derive(Debug)]
pub(crate) enum Halt {
    /// A limit is reached.
    Limit(Ineligible),
    /// The database failed.
    Store(StoreError),
}

impl From<StoreError> for Halt {
    fn from(error: StoreError) -> Halt {
        Halt::Store(error)
    }
}

impl From<DbError> for Halt {
    fn from(error: DbError) -> Halt {
        Halt::Store(error.into())
    }
}

/// A cell of the counters but for its currency: of one offer or of all, in all or in a month.
struct Cell<'a> {
    brand_id: &'a BrandId,
    mode: Mode,
    month: &'a str,
    offer_id: &'a str,
}

impl Cell<'_> {
    async fn add(&self, tx: &mut Tx, currency: &str, amount: i64) -> Result<i64, StoreError> {
        let params = [
            self.brand_id.as_str().into(),
            self.mode.as_str().into(),
            self.month.into(),
            self.offer_id.into(),
            currency.into(),
            amount.into(),
        ];
        let sum = tx.query_opt(&COUNT, &params).await?;
        let sum = sum.ok_or_else(|| StoreError::Failed("a counter answered no sum".to_owned()))?;
        Ok(sum.int("amount")?)
    }
}

/// Counts what taking an offer uses up.
///
/// # Errors
/// [`Halt::Limit`] when that passes a limit; the whole unit of work is then given up.
pub(crate) async fn count(
    tx: &mut Tx,
    brand_id: &BrandId,
    mode: Mode,
    redemption: &Redemption,
) -> Result<(), Halt> {
    let offer_id = redemption.offer_id.as_str();
    let taken = Cell { brand_id, mode, month: "", offer_id }.add(tx, "", 1).await?;
    let is_over = |allowed: &u64| u64::try_from(taken).is_ok_and(|taken| taken > *allowed);
    if let Some(allowed) = redemption.max_total.filter(is_over) {
        return Err(Halt::Limit(Ineligible::TotalReached { allowed }));
    }
    let Some(cost) = costly(redemption) else { return Ok(()) };
    let budgets = [(offer_id, redemption.offer_budget_minor), ("", redemption.all_budget_minor)];
    for (offer_id, budget) in budgets {
        let cell = Cell { brand_id, mode, month: &redemption.month, offer_id };
        let spent = cell.add(tx, cost.currency.code(), cost.minor).await?;
        if let Some(budget_minor) = budget.filter(|budget| spent > *budget) {
            return Err(Halt::Limit(Ineligible::BudgetSpent {
                of_all: offer_id.is_empty(),
                budget_minor,
                spent_minor: spent.saturating_sub(cost.minor),
                cost_minor: cost.minor,
                currency: cost.currency.to_string(),
            }));
        }
    }
    Ok(())
}

/// The cost, if there is one: what is free uses up no budget.
fn costly(redemption: &Redemption) -> Option<Money> {
    redemption.cost.filter(|cost| cost.minor > 0)
}

/// Remembers the offer a decision took, if it took one.
pub(crate) async fn accept(tx: &mut Tx, commit: &CommitDecision) -> Result<(), StoreError> {
    let redemption = commit.redemption.as_ref();
    let taken = commit.flow.decision().and_then(Decision::taken);
    let (offer_id, kind) = match (redemption, taken) {
        (Some(redemption), _) => (&redemption.offer_id, redemption.kind.as_str()),
        (None, Some(taken)) => (&taken.offer.id, taken.offer.effect.as_str()),
        (None, None) => return Ok(()),
    };
    let cost = redemption.and_then(costly);
    let params = [
        commit.id.as_str().into(),
        commit.brand_id.as_str().into(),
        commit.mode.as_str().into(),
        commit.customer_id.as_str().into(),
        commit.subscription_id.as_str().into(),
        offer_id.as_str().into(),
        kind.into(),
        ms(commit.decided_at),
        redemption.map(|redemption| redemption.month.as_str()).into(),
        cost.as_ref().map(|cost| cost.minor).into(),
        cost.as_ref().map(|cost| cost.currency.code()).into(),
    ];
    tx.execute(&INSERT, &params).await?;
    Ok(())
}

/// Gives back what the offer of a refused action used up.
pub(crate) async fn give_back(tx: &mut Tx, action_id: &BillingActionId) -> Result<(), StoreError> {
    for row in tx.query(&FAIL, &[action_id.as_str().into()]).await? {
        let Some(month) = row.opt_text("month")? else { continue };
        let brand_id: BrandId = id(&row, "brand_id")?;
        let mode = word(&row, "mode", Mode::parse)?;
        let offer_id = row.text("offer_id")?;
        Cell { brand_id: &brand_id, mode, month: "", offer_id }.add(tx, "", -1).await?;
        let Some(cost) = row.opt_int("cost_minor")? else { continue };
        for offer_id in [offer_id, ""] {
            let cell = Cell { brand_id: &brand_id, mode, month, offer_id };
            cell.add(tx, row.text("currency")?, -cost).await?;
        }
    }
    Ok(())
}
