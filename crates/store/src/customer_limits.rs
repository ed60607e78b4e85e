//! What one customer may take: held against what they took, in the decision's own unit.

use domain::Timestamp;
use domain::ids::OfferId;
use domain::offer::{Acceptance, Ineligible};
use engine::ports::{CommitDecision, Redemption};

use crate::codec::{id, time};
use crate::db::{DbError, Row, Tx};
use crate::redemptions::Halt;

/// Stands where the counters have a month, in rows that count nothing and that no sum reads.
const CUSTOMER: &str = "customer";

const SECONDS_PER_DAY: i64 = 86_400;

crate::statements! {
    /// Another unit that decides for this customer at the same time waits here until this one is
    /// through. The row counts nothing.
    TAKE_TURN: "offer_counters",
        "INSERT INTO offer_counters (brand_id, mode, month, offer_id, currency, amount) \
         VALUES ($1, $2, $4, $3, '', 0) \
         ON CONFLICT (brand_id, mode, month, offer_id, currency) DO UPDATE SET amount = 0";
    TAKEN: "offer_acceptances",
        "SELECT offer_id, kind, subscription_id, accepted_at FROM offer_acceptances \
         WHERE brand_id = $1 AND mode = $2 AND customer_id = $3 AND state = 'taken' \
         ORDER BY accepted_at, decision_id";
}

/// Checks what the customer took before. Without limits that ask for it, nothing is read.
///
/// # Errors
/// [`Halt::Limit`] when a limit is reached; the whole unit of work is then given up.
pub(crate) async fn check(
    tx: &mut Tx,
    commit: &CommitDecision,
    redemption: &Redemption,
) -> Result<(), Halt> {
    if !redemption.limits_customer() {
        return Ok(());
    }
    let customer = [
        commit.brand_id.as_str().into(),
        commit.mode.as_str().into(),
        commit.customer_id.as_str().into(),
    ];
    let [brand_id, mode, customer_id] = customer.clone();
    tx.execute(&TAKE_TURN, &[brand_id, mode, customer_id, CUSTOMER.into()]).await?;
    let rows = tx.query(&TAKEN, &customer).await?;
    let taken = rows.iter().map(acceptance).collect::<Result<Vec<_>, DbError>>()?;
    against(commit, redemption, &taken).map_or(Ok(()), |because| Err(Halt::Limit(because)))
}

fn acceptance(row: &Row) -> Result<Acceptance, DbError> {
    Ok(Acceptance {
        offer_id: id(row, "offer_id")?,
        kind: row.text("kind")?.to_owned(),
        subscription_id: id(row, "subscription_id")?,
        accepted_at: time(row, "accepted_at")?,
    })
}

/// The first limit that what was taken, oldest first, has reached; in the order of an assessment.
fn against(
    commit: &CommitDecision,
    redemption: &Redemption,
    taken: &[Acceptance],
) -> Option<Ineligible> {
    let own = |each: &&Acceptance| is_of(each, &redemption.offer_id);
    let for_subscription =
        |each: &&Acceptance| own(each) && each.subscription_id == commit.subscription_id;
    let in_all = |allowed: &u32| reaches(taken.len(), *allowed);
    taken_before(redemption.max_per_customer, true, taken.iter().filter(own))
        .or_else(|| {
            let times = taken.iter().filter(for_subscription);
            taken_before(redemption.max_per_subscription, false, times)
        })
        .or_else(|| {
            let allowed = redemption.max_of_customer.filter(in_all)?;
            Some(Ineligible::CustomerLimit { allowed })
        })
        .or_else(|| cooldown(redemption, taken, commit.decided_at))
}

fn is_of(acceptance: &Acceptance, offer_id: &OfferId) -> bool {
    acceptance.offer_id == *offer_id
}

fn reaches(count: usize, allowed: u32) -> bool {
    u32::try_from(count).map_or(true, |count| count >= allowed)
}

fn taken_before<'a>(
    allowed: Option<u32>,
    by_customer: bool,
    times: impl Iterator<Item = &'a Acceptance> + Clone,
) -> Option<Ineligible> {
    let allowed = allowed.filter(|allowed| reaches(times.clone().count(), *allowed))?;
    // What may be taken zero times was never taken.
    let last_at = times.last().map_or(Timestamp::UNIX_EPOCH, |last| last.accepted_at);
    Some(Ineligible::TakenBefore { last_at, allowed, by_customer })
}

fn cooldown(redemption: &Redemption, taken: &[Acceptance], now: Timestamp) -> Option<Ineligible> {
    redemption.cooldowns.iter().find_map(|cooldown| {
        let begins = |each: &&Acceptance| cooldown.kind.as_ref().is_none_or(|k| *k == each.kind);
        let last = taken.iter().rfind(begins)?;
        let span = i64::from(cooldown.days) * SECONDS_PER_DAY;
        (now.as_second() < last.accepted_at.as_second() + span).then(|| Ineligible::Cooldown {
            kind: last.kind.clone(),
            taken_at: last.accepted_at,
            days: cooldown.days,
        })
    })
}
