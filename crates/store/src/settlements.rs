//! What a worker found out about an action it holds, and everything that follows from it.

use domain::Timestamp;
use domain::billing_action::{ActionStatus, SubscriptionChange};
use domain::brand::Mode;
use domain::flow::FollowUp;
use domain::ids::{BrandId, CustomerId, SessionUid, SubscriptionId};
use domain::subscription::Subscription;
use engine::ports::{ActionSettlement, StoreError};

use crate::actions::Target;
use crate::codec::{document, id, opt_document, opt_id, opt_json, word};
use crate::db::{DbError, Row, Tx};
use crate::planned_changes::{self, Needless};
use crate::{assessments, decisions, events, mirror};

crate::statements! {
    /// Touches no row when the claim was taken over or was settled before.
    SETTLE: "billing_actions",
        "UPDATE billing_actions SET status = $3, is_open = $4, due_at = coalesce($5, due_at), \
         note = $6, subscription_before = coalesce(subscription_before, $7), \
         subscription_after = coalesce($8, subscription_after), \
         next_invoice = coalesce($9, next_invoice), settled_at = $10, \
         message = coalesce($11, message), \
         lease_owner = NULL, lease_until = NULL \
         WHERE id = $1 AND fence = $2 AND is_open AND lease_owner IS NOT NULL \
         RETURNING id, brand_id, mode, session_uid, subscription_id, customer_id, change, \
         follow_up";
}

/// The action that was settled.
struct Settled {
    brand_id: BrandId,
    mode: Mode,
    session_uid: Option<SessionUid>,
    subscription_id: SubscriptionId,
    customer_id: CustomerId,
    change: SubscriptionChange,
    follow_up: Option<FollowUp>,
}

impl Settled {
    fn read(row: &Row) -> Result<Settled, DbError> {
        Ok(Settled {
            brand_id: id(row, "brand_id")?,
            mode: word(row, "mode", Mode::parse)?,
            session_uid: opt_id(row, "session_uid")?,
            subscription_id: id(row, "subscription_id")?,
            customer_id: id(row, "customer_id")?,
            change: document(row, "change")?,
            follow_up: opt_document(row, "follow_up")?,
        })
    }
}

pub(crate) async fn settle(tx: &mut Tx, found: &ActionSettlement) -> Result<bool, StoreError> {
    let is_open = found.status.is_open();
    let params = [
        found.id.as_str().into(),
        found.fence.into(),
        found.status.as_str().into(),
        is_open.into(),
        found.retry_at.filter(|_| is_open).map(Timestamp::as_millisecond).into(),
        found.note.as_deref().into(),
        opt_json(found.before.as_ref())?,
        opt_json(found.after.as_ref())?,
        opt_json(found.next_invoice.as_ref())?,
        (!is_open).then(|| found.at.as_millisecond()).into(),
        found.message.as_deref().into(),
    ];
    let Some(row) = tx.query_opt(&SETTLE, &params).await? else { return Ok(false) };
    let settled = Settled::read(&row)?;
    let (brand_id, mode) = (&settled.brand_id, settled.mode);
    if let Some(after) = &found.after {
        let scope = mirror::Scope { brand_id, mode };
        mirror::save_subscription(tx, scope, after, 0, found.at).await?;
    }
    match found.status {
        ActionStatus::Confirmed => confirm(tx, &settled, found).await?,
        ActionStatus::Rejected => decisions::reject(tx, &found.id, found.at).await?,
        ActionStatus::Pending | ActionStatus::Unknown | ActionStatus::Blocked => {}
    }
    if let Some(session_uid) = &settled.session_uid {
        let assessment = found.assessment.as_ref();
        assessments::insert(tx, brand_id, mode, session_uid, assessment).await?;
    }
    events::insert(tx, brand_id, mode, settled.session_uid.as_ref(), &found.events).await?;
    Ok(true)
}

/// The provider did it: the receipt is good until the subscription ends, and what is
/// planned and has become needless gives way to what this change owes.
async fn confirm(
    tx: &mut Tx,
    settled: &Settled,
    found: &ActionSettlement,
) -> Result<(), StoreError> {
    decisions::confirm(tx, found).await?;
    let target = Target {
        brand_id: &settled.brand_id,
        mode: settled.mode,
        subscription_id: &settled.subscription_id,
        customer_id: &settled.customer_id,
        session_uid: settled.session_uid.as_ref(),
    };
    if let Some(needless) = needless(&settled.change, found.after.as_ref()) {
        planned_changes::drop_later(tx, target, needless, found.at).await?;
    }
    // After the dropping, which must not take the change's own follow-up.
    if let Some(follow_up) = &settled.follow_up {
        planned_changes::insert(tx, target, &found.planned_id, follow_up, found.at).await?;
    }
    Ok(())
}

/// An end that is only set leaves what is planned: it may be undone, and a pause must end.
fn needless(change: &SubscriptionChange, after: Option<&Subscription>) -> Option<Needless> {
    match change {
        SubscriptionChange::Cancel { .. } if after.is_some_and(|after| !after.is_cancelable()) => {
            Some(Needless::All)
        }
        SubscriptionChange::PauseSubscription { .. } => Some(Needless::Resumes),
        _ => None,
    }
}
