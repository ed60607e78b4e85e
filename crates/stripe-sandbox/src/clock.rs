//! Time moves, and what is due happens in order.

use crate::billing::renewal::{self, Due};
use crate::resources::coupons;
use crate::state::{Cause, World, kind};
use crate::values::text;

/// Moves time to `to`. Everything due on the way happens at its own time, earliest first.
pub(crate) fn advance(world: &mut World, to: i64) {
    if to < world.now {
        return;
    }
    while let Some(next) = earliest(world, to) {
        let mut ctx = world.act(&next.account, next.at, Cause::default());
        renewal::carry_out(&mut ctx, &next.subscription, next.due);
    }
    world.now = to;
    for account in world.accounts.values_mut() {
        coupons::expire(account, to);
    }
}

struct Next {
    at: i64,
    due: Due,
    account: String,
    subscription: String,
}

/// The earliest thing due at or before `to`, over all accounts.
fn earliest(world: &World, to: i64) -> Option<Next> {
    let mut best: Option<Next> = None;
    for (account_id, account) in &world.accounts {
        for subscription in account.newest(kind::SUBSCRIPTION) {
            let Some((at, due)) = renewal::next_due(account, subscription) else { continue };
            let earlier = best.as_ref().is_none_or(|best| (at, due) < (best.at, best.due));
            if at <= to && earlier {
                best = Some(Next {
                    at,
                    due,
                    account: account_id.clone(),
                    subscription: text(subscription, "id").to_owned(),
                });
            }
        }
    }
    best
}
