//! How a subscription ends, by mode and shape.

use domain::billing_action::CancelWhen;
use domain::flow::{Ending, ending};
use domain::playbook::{CancelMode, UnusedTime};
use domain::subscription::SubscriptionStatus;

use crate::shapes::{self, DAY, NOW, at, monthly, usd};

fn now(unused_time: UnusedTime) -> CancelMode {
    CancelMode::Now { unused_time }
}

fn at_once(credit_unused: bool) -> Ending {
    Ending { when: CancelWhen::Now { credit_unused }, ends_at: None, refund: None }
}

#[test]
fn a_running_subscription_ends_as_the_playbook_says() {
    let subscription = monthly();
    let of = |mode| ending(mode, Some(&subscription), at(NOW));
    let end = subscription.current_period_end();
    let with_period = Ending { when: CancelWhen::AtPeriodEnd, ends_at: end, refund: None };
    assert_eq!(of(CancelMode::AtPeriodEnd), with_period);
    assert_eq!(of(now(UnusedTime::Nothing)), at_once(false));
    assert_eq!(of(now(UnusedTime::Credit)), at_once(true));
    let date = at(NOW + 14 * DAY);
    let dated = Ending { when: CancelWhen::At { at: date }, ends_at: Some(date), refund: None };
    assert_eq!(of(CancelMode::AtDate { days: 14 }), dated);
}

#[test]
fn a_date_is_whole_seconds_as_the_provider_keeps_it() {
    let late = domain::Timestamp::from_millisecond(NOW * 1_000 + 999).unwrap();
    let found = ending(CancelMode::AtDate { days: 1 }, Some(&monthly()), late);
    assert_eq!(found.ends_at, Some(at(NOW + DAY)));
}

#[test]
fn unused_time_is_given_back_from_the_invoice_that_paid_it() {
    // 10 of 30 days are left of 49.00: 16.34, rounded up.
    let found = ending(now(UnusedTime::Refund), Some(&monthly()), at(NOW));
    assert_eq!(found.when, CancelWhen::Now { credit_unused: false });
    assert_eq!(found.refund, Some((usd(1_634), "in_1".to_owned())));
    let unpaid = shapes::with(|s| s.latest_invoice = None);
    assert_eq!(ending(now(UnusedTime::Refund), Some(&unpaid), at(NOW)), at_once(false));
    let over = at(NOW + 10 * DAY);
    assert_eq!(ending(now(UnusedTime::Refund), Some(&monthly()), over), at_once(false));
    let given = shapes::with(|s| s.latest_invoice.as_mut().unwrap().refundable = usd(0));
    assert_eq!(ending(now(UnusedTime::Refund), Some(&given), at(NOW)), at_once(false));
}

#[test]
fn no_mode_gives_back_more_than_was_paid() {
    let early = at(NOW - 20 * DAY);
    let found = ending(now(UnusedTime::Refund), Some(&monthly()), early);
    assert_eq!(found.refund, Some((usd(4_900), "in_1".to_owned())));
    let before_the_period = at(NOW - 40 * DAY);
    let found = ending(now(UnusedTime::Refund), Some(&monthly()), before_the_period);
    assert_eq!(found.refund, Some((usd(4_900), "in_1".to_owned())));
}

#[test]
fn what_never_began_or_stands_still_ends_at_once_in_every_mode() {
    for mode in modes() {
        for status in [SubscriptionStatus::Incomplete, SubscriptionStatus::Paused] {
            let subscription = shapes::with(|s| s.status = status);
            assert_eq!(ending(mode, Some(&subscription), at(NOW)), at_once(false), "{mode:?}");
        }
    }
}

#[test]
fn a_subscription_that_could_not_be_read_ends_all_the_same() {
    for mode in modes() {
        let found = ending(mode, None, at(NOW));
        assert_eq!(found.refund, None);
        let is_dated = matches!(mode, CancelMode::AtDate { .. });
        assert_eq!(found.ends_at.is_some(), is_dated, "{mode:?}");
    }
}

pub(crate) fn modes() -> [CancelMode; 5] {
    [
        CancelMode::AtPeriodEnd,
        now(UnusedTime::Nothing),
        now(UnusedTime::Credit),
        now(UnusedTime::Refund),
        CancelMode::AtDate { days: 14 },
    ]
}
