//! Time moves, and what is due happens in order.

use crate::billing::phasing;
use crate::billing::renewal::{self, Due};
use crate::resources::coupons;
use crate::state::{Account, Cause, Ctx, World, kind};
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

/// Moves one test clock's customers to `to`, everything at its own time; `ctx.now` is `to` after.
pub(crate) fn advance_test_clock(ctx: &mut Ctx<'_>, test_clock: &str, to: i64) {
    while let Some((at, due, subscription)) = earliest_of(ctx.account, Some(test_clock), to) {
        ctx.now = at;
        renewal::carry_out(ctx, &subscription, due);
    }
    ctx.now = to;
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
        let Some((at, due, subscription)) = earliest_of(account, None, to) else { continue };
        if best.as_ref().is_none_or(|best| (at, due) < (best.at, best.due)) {
            best = Some(Next { at, due, account: account_id.clone(), subscription });
        }
    }
    best
}

/// The same of one account, among the subscriptions that live by this test clock (or by none).
fn earliest_of(account: &Account, clock: Option<&str>, to: i64) -> Option<(i64, Due, String)> {
    let mut best: Option<(i64, Due, String)> = None;
    for subscription in account.newest(kind::SUBSCRIPTION) {
        if subscription["test_clock"].as_str() != clock {
            continue;
        }
        let Some((at, due)) = renewal::next_due(account, subscription) else { continue };
        if at <= to && best.as_ref().is_none_or(|best| (at, due) < (best.0, best.1)) {
            best = Some((at, due, text(subscription, "id").to_owned()));
        }
    }
    for schedule in account.newest(kind::SUBSCRIPTION_SCHEDULE) {
        let Some(at) = phasing::start_of(schedule) else { continue };
        let earlier = best.as_ref().is_none_or(|best| (at, Due::StartSchedule) < (best.0, best.1));
        if schedule["test_clock"].as_str() == clock && at <= to && earlier {
            best = Some((at, Due::StartSchedule, text(schedule, "id").to_owned()));
        }
    }
    best
}
