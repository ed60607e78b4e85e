//! What an offer's card promises: amounts from the provider's preview, dates from the offer.

use domain::billing_action::SubscriptionChange;
use domain::money::Money;
use domain::offer::{
    Circumstances, DiscountDuration, Ineligible, Offer, OfferKind, PauseChoice, Quote, Timing,
    effect,
};
use domain::subscription::InvoicePreview;

use crate::ports::{Billing, BillingAccount, BillingError, ChangePreview};

/// Prices an offer for a customer.
///
/// # Errors
/// Why it cannot be shown: the provider refuses it, or does not say what it would cost.
pub(super) async fn quote(
    billing: &dyn Billing,
    account: Option<&BillingAccount>,
    offer: &Offer,
    around: &Circumstances<'_>,
) -> Result<Quote, Ineligible> {
    if !promises_amounts(&offer.effect) {
        return Ok(Quote::default());
    }
    let shortest = match &offer.effect {
        OfferKind::Pause { min_months, .. } => Some(*min_months),
        _ => None,
    };
    let change = effect::change(offer, shortest, around).ok_or(Ineligible::NoEffect)?;
    let account = account.ok_or(Ineligible::NoPreview)?;
    let (without, with) = tokio::join!(
        billing.preview_next_invoice(account, &around.subscription.id),
        billing.preview_change(account, around.subscription, &change)
    );
    let without = without.map_err(refusal)?;
    let with = with.map_err(refusal)?;
    if costs_more(&offer.effect, without.as_ref(), with.next_invoice.as_ref()) {
        return Err(Ineligible::DiscountWorthMore);
    }
    Ok(promise(offer, around, &change, without, with))
}

/// Whether its card says what is paid and when.
fn promises_amounts(kind: &OfferKind) -> bool {
    !matches!(kind, OfferKind::TalkToUs { .. } | OfferKind::Content {} | OfferKind::Custom { .. })
}

/// Whether what is meant to lower the next invoice raises it, as a discount does that takes the
/// place of a better one.
fn costs_more(
    kind: &OfferKind,
    without: Option<&InvoicePreview>,
    with: Option<&InvoicePreview>,
) -> bool {
    let is_lowering = matches!(
        kind,
        OfferKind::Discount { .. } | OfferKind::FreePeriod { .. } | OfferKind::Credit { .. }
    );
    let rises = without
        .zip(with)
        .is_some_and(|(without, with)| with.amount_due.minor > without.amount_due.minor);
    is_lowering && rises
}

fn refusal(error: BillingError) -> Ineligible {
    match error {
        BillingError::Rejected { code, .. } => Ineligible::Refused { code },
        BillingError::Unknown { .. } | BillingError::Unauthorized { .. } => Ineligible::NoPreview,
    }
}

fn promise(
    offer: &Offer,
    around: &Circumstances<'_>,
    change: &SubscriptionChange,
    without: Option<InvoicePreview>,
    with: ChangePreview,
) -> Quote {
    let subscription = around.subscription;
    let mut quote = Quote {
        without,
        next_invoice: with.next_invoice,
        charged_now: with.charged_now,
        price_with: with.recurring,
        ..Quote::default()
    };
    if let SubscriptionChange::ChangeItem(change) = change {
        quote.priced_at = change.proration_date;
    }
    if let SubscriptionChange::MoveRenewal { to } = change {
        quote.renewal_moves_to = Some(*to);
        quote.price_with = None;
    }
    match &offer.effect {
        OfferKind::Discount { duration, .. } => {
            reduced(&mut quote, *duration, around);
        }
        OfferKind::FreePeriod { months } if quote.renewal_moves_to.is_none() => {
            reduced(&mut quote, DiscountDuration::Months(*months), around);
        }
        OfferKind::Pause { min_months, max_months } => {
            quote.pause_choices = pause_choices(offer, *min_months, *max_months, around);
            quote.price_with = None;
            // Its date depends on the length that is picked.
            quote.next_invoice = quote
                .next_invoice
                .map(|next| InvoicePreview { amount_due: next.amount_due, due_at: None });
            quote.renewal_moves_to = None;
        }
        OfferKind::PlanChange { price, timing, .. } => {
            let target = around.prices.get(price);
            quote.new_plan = target.map(|price| price.product_name.clone());
            quote.new_interval = target.map(|price| price.interval);
            quote.starts_at =
                (*timing == Timing::Renewal).then(|| subscription.current_period_end()).flatten();
        }
        OfferKind::Seats { .. } => {
            if let SubscriptionChange::ChangeItem(change) = change {
                quote.seats = change.quantity;
            }
            quote.starts_at = subscription.current_period_end();
        }
        OfferKind::Credit { amount, .. } => {
            quote.credit = amount.get(subscription.currency);
            quote.price_with = None;
        }
        OfferKind::FreePeriod { .. }
        | OfferKind::TrialExtension { .. }
        | OfferKind::TalkToUs { .. }
        | OfferKind::Content {}
        | OfferKind::Custom { .. } => {}
    }
    quote
}

/// A price that is lower for a while: until when, and what it is afterwards.
fn reduced(quote: &mut Quote, duration: DiscountDuration, around: &Circumstances<'_>) {
    let afterwards: Option<Money> = around.subscription.recurring_amount();
    match duration {
        DiscountDuration::Once => quote.price_afterwards = afterwards,
        DiscountDuration::Months(months) => {
            quote.ends_at = effect::months_after(around.now, months);
            quote.price_afterwards = afterwards;
        }
        DiscountDuration::Forever => {}
    }
}

fn pause_choices(
    offer: &Offer,
    min_months: u32,
    max_months: u32,
    around: &Circumstances<'_>,
) -> Vec<PauseChoice> {
    let until = |months| match effect::change(offer, Some(months), around)? {
        SubscriptionChange::Pause { resumes_at }
        | SubscriptionChange::PauseSubscription { resumes_at } => Some(resumes_at),
        SubscriptionChange::MoveRenewal { to } => Some(to),
        _ => None,
    };
    (min_months..=max_months)
        .filter_map(|months| Some(PauseChoice { months, until: until(months)? }))
        .collect()
}
