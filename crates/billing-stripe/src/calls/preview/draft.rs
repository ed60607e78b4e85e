//! An answer to a question, and what follows from it.

use domain::Timestamp;
use domain::money::{Currency, Money};
use domain::subscription::InvoicePreview;

use crate::mapping::{self, Unreadable};
use crate::wire;

/// A previewed invoice, in minor units.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    next: InvoicePreview,
    /// Discounts and tax included, before the balance; negative for a credit.
    pub(super) total: i64,
    /// The customer's balance before it: negative for credit they hold.
    pub(super) balance: i64,
    /// The part of `total` that is not for a whole period: prorations and single items.
    pub(super) extras: i64,
    /// The end of the whole periods it is for.
    pub(super) covers_until: Option<Timestamp>,
}

impl Draft {
    pub(super) fn read(invoice: &wire::InvoicePreview) -> Result<Self, Unreadable> {
        let next = mapping::invoice_preview(invoice)?;
        let balance = invoice.starting_balance.unwrap_or_default();
        let (extras, whole): (Vec<_>, Vec<_>) =
            invoice.lines.data.iter().partition(|line| line.is_extra());
        let covers_until = whole.iter().filter_map(|line| line.period.end).max();
        Ok(Self {
            total: invoice.total.unwrap_or(next.amount_due.minor.saturating_sub(balance)),
            balance,
            extras: extras.iter().map(|line| line.net()).sum(),
            covers_until: mapping::optional_timestamp(covers_until, "invoice.lines")?,
            next,
        })
    }

    /// The invoice as Stripe computes it.
    pub(super) fn next(&self) -> InvoicePreview {
        self.next.clone()
    }

    /// When it will be charged.
    pub(super) fn due_at(&self) -> Option<Timestamp> {
        self.next.due_at
    }

    fn currency(&self) -> Currency {
        self.next.amount_due.currency
    }

    fn money(&self, minor: i64) -> Money {
        Money::new(minor, self.currency())
    }

    /// Its price without prorations and single items, and before the balance.
    pub(super) fn regular(&self) -> Money {
        self.money(self.total.saturating_sub(self.extras))
    }

    /// What is charged when it is made at once, or credited.
    pub(super) fn charged(&self) -> Money {
        if self.total < 0 { self.money(self.total) } else { self.next.amount_due }
    }

    /// What is left of the customer's balance after it.
    pub(super) fn balance_left(&self) -> i64 {
        self.total.saturating_add(self.balance).min(0)
    }

    /// An invoice of `total` on this one's day for a customer with that balance.
    pub(super) fn due(&self, total: i64, balance: i64) -> InvoicePreview {
        self.due_on(self.due_at(), total, balance)
    }

    /// The same on another day.
    pub(super) fn due_on(
        &self,
        due_at: Option<Timestamp>,
        total: i64,
        balance: i64,
    ) -> InvoicePreview {
        let minor = total.saturating_add(balance).max(0);
        InvoicePreview { amount_due: self.money(minor), due_at }
    }
}
