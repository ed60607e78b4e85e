//! What was shown against what would be charged.

use domain::money::Money;
use domain::offer::{Guard, OfferKind, Quote};
use domain::subscription::InvoicePreview;

use crate::shapes::{currency, usd};
use crate::situation::offer;

fn invoice(amount_due: Money) -> InvoicePreview {
    InvoicePreview { amount_due, due_at: None }
}

fn guard(promised: Option<Money>) -> Guard {
    let quote = Quote { next_invoice: promised.map(invoice), ..Quote::default() };
    Guard { offer: offer("a", OfferKind::Content {}), stacking: false, quote }
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
fn what_was_not_promised_cannot_be_broken() {
    assert!(!guard(None).is_broken_by(&invoice(usd(i64::MAX))));
}
