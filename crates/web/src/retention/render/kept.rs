//! The subscription continues: what was applied, as the provider confirmed it.

use axum::response::Response;
use domain::Timestamp;
use domain::flow::{Decision as FlowDecision, Taken};
use domain::money::Money;
use domain::offer::{CreditTo, OfferKind, Timing};
use domain::subscription::Subscription;
use engine::ports::DecisionRecord;

use super::super::words as say;
use super::ok;
use crate::i18n::Words;
use crate::view::pages::{Chrome, Decision, Fact, KeptPage, NextInvoice};

pub(super) fn kept(
    chrome: Chrome,
    record: &DecisionRecord,
    subscription: Option<&Subscription>,
    decision: Option<Decision>,
) -> Response {
    let words = chrome.words;
    let next = record.action.as_ref().and_then(|action| action.next_invoice.as_ref());
    let known = subscription.filter(|_| record.action.is_none()).and_then(|subscription| {
        let amount = words.money(subscription.charged_amount()?);
        let date = words.day(subscription.current_period_end()?);
        Some(NextInvoice { amount, date })
    });
    let taken = record.flow.decision().and_then(FlowDecision::taken);
    let shown = taken.map(|taken| Applied { words, taken, subscription });
    ok(&KeptPage {
        decision,
        plan: subscription.map(Subscription::plan_name).unwrap_or_default(),
        heading: shown.as_ref().map_or(words.kept_title(), Applied::heading),
        message: record.action.as_ref().and_then(|action| action.message.clone()),
        applied: shown.as_ref().map(Applied::facts).unwrap_or_default(),
        afterwards: shown.as_ref().map(Applied::afterwards).unwrap_or_default(),
        next_invoice: say::next_invoice(words, next).or(known),
        reference: record.action.as_ref().map(|_| record.reference.clone()),
        chrome,
    })
}

/// An offer that was taken, and the subscription after it.
struct Applied<'a> {
    words: Words,
    taken: &'a Taken,
    subscription: Option<&'a Subscription>,
}

impl Applied<'_> {
    fn heading(&self) -> &'static str {
        match self.taken.offer.effect {
            OfferKind::Pause { .. } => self.words.paused_title(),
            OfferKind::PlanChange { .. } | OfferKind::Seats { .. } => self.words.changed_title(),
            OfferKind::TrialExtension { .. } => self.words.trial_extended_title(),
            _ => self.words.kept_title(),
        }
    }

    fn day(&self, at: Option<Timestamp>) -> String {
        at.map(|at| self.words.day(at)).unwrap_or_default()
    }

    fn facts(&self) -> Vec<Fact> {
        let words = self.words;
        let applied = |what: String| Fact::new(words.applied(), what);
        match &self.taken.offer.effect {
            OfferKind::Discount { reduction, duration, .. } => {
                let currency = self.subscription.map(|subscription| subscription.currency);
                let what = currency
                    .map(|currency| say::discount(words, reduction, *duration, currency))
                    .unwrap_or_default();
                let mut facts = vec![applied(what)];
                facts.extend(self.discount_ends().map(|at| Fact::new(words.discount_ends(), at)));
                facts
            }
            OfferKind::FreePeriod { months } => {
                let mut facts = vec![applied(words.free_months_title(*months))];
                facts.extend(self.renewal());
                facts
            }
            OfferKind::Pause { .. } => {
                let until = self.day(self.paused_until());
                let mut facts = vec![applied(words.paused_until(&until))];
                facts.push(Fact::new(words.resumes(), until));
                facts
            }
            OfferKind::PlanChange { timing, .. } => {
                let plan = self.taken.quote.new_plan.clone().unwrap_or_default();
                vec![applied(match timing {
                    Timing::Now => words.applied_plan_now(&plan),
                    Timing::Renewal => {
                        words.applied_plan(&plan, &self.day(self.taken.quote.starts_at))
                    }
                })]
            }
            OfferKind::Seats { .. } => {
                let seats = self.taken.quote.seats.and_then(|seats| u32::try_from(seats).ok());
                let from = self.day(self.taken.quote.starts_at);
                vec![applied(words.applied_seats(seats.unwrap_or(1), &from))]
            }
            OfferKind::TrialExtension { .. } => {
                let until = self.day(self.taken.quote.renewal_moves_to);
                vec![applied(words.applied_trial(&until))]
            }
            OfferKind::Credit { to, .. } => {
                let amount = self.money(self.taken.quote.credit);
                vec![applied(match to {
                    CreditTo::Balance => words.applied_credit(&amount),
                    CreditTo::LastInvoice { .. } => words.applied_refund(&amount),
                })]
            }
            OfferKind::Custom { .. } => vec![applied(words.applied_custom().to_owned())],
            OfferKind::TalkToUs { .. } | OfferKind::Content {} => Vec::new(),
        }
    }

    fn money(&self, amount: Option<Money>) -> String {
        amount.map(|amount| self.words.money(amount)).unwrap_or_default()
    }

    /// When our own discount ends, as the provider says.
    fn discount_ends(&self) -> Option<String> {
        let discounts = &self.subscription?.discounts;
        let own = discounts.iter().filter(|discount| discount.coupon_id.starts_with("renumerate_"));
        own.filter_map(|discount| discount.ends_at).max().map(|at| self.words.day(at))
    }

    fn paused_until(&self) -> Option<Timestamp> {
        let paused = self.subscription.and_then(|s| s.paused_collection.as_ref());
        paused.and_then(|paused| paused.resumes_at).or(self.taken.until)
    }

    fn renewal(&self) -> Option<Fact> {
        let to = self.taken.quote.renewal_moves_to?;
        Some(Fact::new(self.words.renewal(), self.words.day(to)))
    }

    fn afterwards(&self) -> Vec<Fact> {
        let words = self.words;
        let Some(subscription) = self.subscription else { return Vec::new() };
        match &self.taken.offer.effect {
            OfferKind::Discount { .. } => {
                let price = say::price_after_discount(words, subscription);
                vec![Fact::new(words.after_that(), say::renews(words, &price))]
            }
            OfferKind::Pause { .. } => {
                let price = say::renewal_price(words, subscription);
                vec![Fact::new(words.after_the_pause(), say::renews(words, &price))]
            }
            _ => Vec::new(),
        }
    }
}
