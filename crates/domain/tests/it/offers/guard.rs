//! What was shown against what would be charged.

use domain::billing_action::SubscriptionChange;
use domain::money::Money;
use domain::offer::{Guard, OfferKind, Quote};
use domain::subscription::InvoicePreview;

use crate::shapes::{NOW, at, currency, usd};
use crate::situation::offer;

fn invoice(amount_due: Money) -> InvoicePreview {
    InvoicePreview { amount_due, due_at: None }
}

fn guard(promised: Option<Money>) -> Guard {
    let quote = Quote { next_invoice: promised.map(invoice), ..Quote::default() };
    Guard { offer: offer("a", OfferKind::Content {}), stacking: false, quote, period_end: None }
}

#[test]
fn one_minor_unit_more_than_shown_breaks_the_promise_and_less_does_not() {
    let guard = guard(Some(usd(3_675)));
    for (minor, is_broken) in [(3_674, false), (3_675, false), (3_676, true), (0, false)] {
        assert_eq!(guard.is_broken_by(&invoice(usd(minor))), is_broken, "{minor}");
    }
    let yen = Money::new(1, currency("jpy"));
    assert!(guard.is_broken_by(&invoice(yen)), "another currency is another promise");
}

#[test]
fn more_at_once_or_less_credit_than_shown_breaks_the_promise() {
    for (said, charged, is_broken) in [
        (None, None, false),
        (None, Some(0), false),
        (None, Some(1), true),
        (None, Some(-1), false),
        (Some(500), Some(500), false),
        (Some(500), Some(501), true),
        (Some(500), None, false),
        (Some(-500), Some(-500), false),
        (Some(-500), Some(-499), true),
        (Some(-500), None, true),
    ] {
        let quote = Quote { charged_now: said.map(usd), ..Quote::default() };
        let guard = Guard { quote, ..guard(None) };
        assert_eq!(guard.is_broken_now_by(charged.map(usd)), is_broken, "{said:?} {charged:?}");
    }
    let quote = Quote { charged_now: Some(usd(500)), ..Quote::default() };
    let guard = Guard { quote, ..guard(None) };
    assert!(guard.is_broken_now_by(Some(Money::new(1, currency("jpy")))));
}

#[test]
fn what_was_not_promised_cannot_be_broken() {
    assert!(!guard(None).is_broken_by(&invoice(usd(i64::MAX))));
}

#[test]
fn a_date_that_a_renewal_has_overtaken_is_not_written() {
    let end = at(NOW + 86_400);
    let held = Guard { period_end: Some(end), ..guard(None) };
    let later = at(NOW + 40 * 86_400);
    for change in [
        SubscriptionChange::MoveRenewal { to: later },
        SubscriptionChange::Pause { resumes_at: later },
    ] {
        assert!(!held.is_overtaken(&change, Some(end), at(NOW)), "{change:?}");
        assert!(held.is_overtaken(&change, Some(later), at(NOW)), "{change:?}");
        assert!(held.is_overtaken(&change, Some(end), later), "{change:?}");
    }
    let own = SubscriptionChange::PauseSubscription { resumes_at: later };
    assert!(!held.is_overtaken(&own, Some(later), at(NOW)));
    assert!(held.is_overtaken(&own, Some(end), later));
    assert!(!held.is_overtaken(&SubscriptionChange::UndoCancel, Some(later), later));
}
