//! The transition: state and event in, new state out.

use jiff::Timestamp;

use super::cancel::ending;
use super::state::{Answer, Decision, Flow, Presentation, Step, Taken};
use crate::billing_action::{ItemChange, Said, SubscriptionChange};
use crate::ids::{OfferId, ReasonId, SubscriptionId};
use crate::offer::{Circumstances, Ineligible, OfferKind, Proposal, Quote, effect};
use crate::playbook::{Playbook, SurveyStage};
use crate::policy::Policy;
use crate::subscription::Subscription;

/// What the customer did.
#[derive(Debug, Clone, PartialEq)]
pub enum FlowEvent {
    /// Chose one of several subscriptions.
    Chose {
        /// Which.
        subscription_id: SubscriptionId,
    },
    /// Answered or skipped the survey and wants to go on.
    Answered {
        /// The answer.
        answer: Answer,
        /// The offer that answers it, if one fits.
        proposal: Option<Box<Proposal>>,
    },
    /// Took an offer.
    Accepted {
        /// Which.
        offer_id: OfferId,
        /// Length of a pause.
        months: Option<u32>,
        /// Why it is not eligible any more, assessed again just now.
        because: Vec<Ineligible>,
    },
    /// Goes on without the offer.
    Declined {
        /// The next offer, if one fits and may be shown.
        proposal: Option<Box<Proposal>>,
    },
    /// Pressed a finishing cancel control.
    Canceled {
        /// The answer that stood on the same screen, if any.
        answer: Option<Answer>,
    },
    /// Keeps the subscription as it is.
    Kept,
}

/// What a transition needs to know besides the flow.
#[derive(Debug, Clone, Copy)]
pub struct FlowContext<'a> {
    /// The playbook the session opened with.
    pub playbook: &'a Playbook,
    /// The policy the session opened with.
    pub policy: &'a Policy,
    /// The chosen subscription as last read.
    pub subscription: Option<&'a Subscription>,
    /// What an offer depends on; none while the subscription is not known.
    pub around: Option<&'a Circumstances<'a>>,
    /// Time of the event.
    pub now: Timestamp,
}

/// Result of a transition.
#[derive(Debug, Clone, PartialEq)]
pub struct Advance {
    /// The flow after the event.
    pub flow: Flow,
    /// Change to carry out at the provider, when the event decided one.
    pub change: Option<SubscriptionChange>,
    /// A second change that is owed once the first is confirmed: at once, or at a date.
    pub follow_up: Option<FollowUp>,
}

/// A change that is owed once another is confirmed.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct FollowUp {
    /// The change.
    pub change: SubscriptionChange,
    /// When; none for at once.
    pub due_at: Option<Timestamp>,
}

/// Why an event is refused. The flow is unchanged.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The flow is decided; nothing changes it.
    #[error("this session is already decided")]
    AlreadyDecided,
    /// A subscription must be chosen first.
    #[error("no subscription is chosen yet")]
    NoSubscription,
    /// The subscription is set and cannot be changed in this session.
    #[error("this session is for another subscription")]
    OtherSubscription,
    /// The reason is not one of the playbook.
    #[error("the reason is not one of those shown")]
    UnknownReason,
    /// The text is longer than allowed.
    #[error("the text is longer than 5,000 characters")]
    CommentTooLong,
    /// The offer was not shown in this session.
    #[error("this offer was not shown in this session")]
    NotPresented,
    /// The offer is not eligible any more.
    #[error("the offer is no longer available: {0}")]
    NoLongerEligible(Ineligible),
    /// The pause length is not one of those offered.
    #[error("choose how many months to pause")]
    InvalidMonths,
}

/// Moves a flow on.
///
/// Sending the same event twice gives the same state as sending it once, so reloads, double
/// clicks and the back button are harmless.
///
/// # Errors
/// A [`Refusal`] that says why the event does not fit; the caller keeps the old flow.
pub fn advance(
    flow: &Flow,
    event: FlowEvent,
    context: FlowContext<'_>,
) -> Result<Advance, Refusal> {
    if matches!(flow.step, Step::Done { .. } | Step::Undone { .. }) {
        return Err(Refusal::AlreadyDecided);
    }
    match event {
        FlowEvent::Chose { subscription_id } => choose_subscription(flow, subscription_id, context),
        FlowEvent::Answered { answer, proposal } => answer_survey(flow, answer, proposal, context),
        FlowEvent::Accepted { offer_id, months, because } => {
            accept(flow, &offer_id, months, because, context)
        }
        FlowEvent::Declined { proposal } => decline(flow, proposal, context),
        FlowEvent::Canceled { answer } => cancel(flow, answer, context),
        FlowEvent::Kept => {
            need_subscription(flow)?;
            Ok(decided(flow.clone(), Decision::Retained { taken: None }, None))
        }
    }
}

/// Whether another offer may be shown in this attempt, by the playbook and the policy.
#[must_use]
pub fn may_present(flow: &Flow, playbook: &Playbook, policy: &Policy) -> bool {
    let shown = u32::try_from(flow.presentations.len()).unwrap_or(u32::MAX);
    playbook.flow.survey == SurveyStage::Before
        && shown < playbook.flow.offer_screens.min(policy.max_offers_before_decision)
}

fn undecided(flow: Flow) -> Advance {
    Advance { flow, change: None, follow_up: None }
}

fn decided(mut flow: Flow, decision: Decision, change: Option<SubscriptionChange>) -> Advance {
    flow.step = Step::Done { decision };
    let follow_up = match &change {
        Some(SubscriptionChange::PauseSubscription { resumes_at }) => {
            Some(FollowUp { change: SubscriptionChange::Resume, due_at: Some(*resumes_at) })
        }
        _ => None,
    };
    Advance { flow, change, follow_up }
}

fn need_subscription(flow: &Flow) -> Result<(), Refusal> {
    if flow.subscription_id.is_some() { Ok(()) } else { Err(Refusal::NoSubscription) }
}

fn choose_subscription(
    flow: &Flow,
    id: SubscriptionId,
    context: FlowContext<'_>,
) -> Result<Advance, Refusal> {
    match (&flow.subscription_id, &flow.step) {
        (Some(chosen), _) if *chosen == id => Ok(undecided(flow.clone())),
        (None, Step::Choose) => Ok(undecided(Flow::start(Some(id), context.playbook.flow.survey))),
        _ => Err(Refusal::OtherSubscription),
    }
}

pub(super) fn checked(answer: Answer, playbook: &Playbook) -> Result<Answer, Refusal> {
    let too_long = |text: &String| text.chars().count() > super::MAX_COMMENT_CHARS;
    if answer.comment.as_ref().is_some_and(too_long) {
        return Err(Refusal::CommentTooLong);
    }
    let is_unknown = |id: &ReasonId| playbook.find_reason(id).is_none();
    if answer.reason_id.as_ref().is_some_and(is_unknown) {
        return Err(Refusal::UnknownReason);
    }
    Ok(fitted(answer, playbook))
}

/// The part of an answer that can be kept. Nothing that stands in a survey stops a cancellation.
fn fitted(answer: Answer, playbook: &Playbook) -> Answer {
    let reason = answer.reason_id.as_ref().and_then(|id| playbook.find_reason(id));
    let fit = |text: String| text.chars().take(super::MAX_COMMENT_CHARS).collect();
    Answer {
        reason_id: reason.map(|reason| reason.id.clone()),
        feedback: reason.map(|reason| reason.feedback),
        feedback_option: reason.and_then(|reason| reason.feedback_option.clone()),
        comment: answer.comment.map(fit),
    }
}

impl Answer {
    /// What of it goes into the provider's cancellation details.
    #[must_use]
    pub fn said(&self) -> Said {
        Said {
            feedback: self.feedback,
            feedback_option: self.feedback_option.clone(),
            comment: self.comment.clone(),
        }
    }
}

fn answer_survey(
    flow: &Flow,
    answer: Answer,
    proposal: Option<Box<Proposal>>,
    context: FlowContext<'_>,
) -> Result<Advance, Refusal> {
    need_subscription(flow)?;
    context.subscription.ok_or(Refusal::NoSubscription)?;
    let answer = checked(answer, context.playbook)?;
    let mut flow = flow.clone();
    flow.answer = Some(answer);
    flow.step = next_step(&mut flow, proposal, context);
    Ok(undecided(flow))
}

/// Shows an offer, unless the customer went on without it before: a declined offer does not come
/// back in the same attempt. Going back for another reason brings no offer beyond the allowed
/// number either.
fn next_step(flow: &mut Flow, proposal: Option<Box<Proposal>>, context: FlowContext<'_>) -> Step {
    let Some(proposal) = proposal else { return Step::Confirm };
    let Proposal { offer, quote } = *proposal;
    let offer_id = offer.id.clone();
    match flow.presentation(&offer_id) {
        Some(shown) if shown.is_declined => Step::Confirm,
        Some(_) => Step::Offer { offer_id },
        None if !may_present(flow, context.playbook, context.policy) => Step::Confirm,
        None => {
            let reason_id = flow.answer.as_ref().and_then(|answer| answer.reason_id.clone());
            flow.presentations.push(Presentation { offer, quote, reason_id, is_declined: false });
            Step::Offer { offer_id }
        }
    }
}

fn decline(
    flow: &Flow,
    proposal: Option<Box<Proposal>>,
    context: FlowContext<'_>,
) -> Result<Advance, Refusal> {
    need_subscription(flow)?;
    let mut flow = flow.clone();
    if let Step::Offer { offer_id } | Step::Redirected { offer_id } = &flow.step {
        for shown in flow.presentations.iter_mut().filter(|shown| shown.offer.id == *offer_id) {
            shown.is_declined = true;
        }
        flow.step = next_step(&mut flow, proposal, context);
    }
    Ok(undecided(flow))
}

fn cancel(
    flow: &Flow,
    answer: Option<Answer>,
    context: FlowContext<'_>,
) -> Result<Advance, Refusal> {
    need_subscription(flow)?;
    let mut flow = flow.clone();
    if let Some(answer) = answer {
        flow.answer = Some(fitted(answer, context.playbook));
    }
    let ending = ending(context.playbook.flow.cancel, context.subscription, context.now);
    let said = flow.answer.as_ref().map(Answer::said).unwrap_or_default();
    let change = SubscriptionChange::Cancel { when: ending.when, said };
    let refund = ending.refund.map(|(amount, invoice_id)| FollowUp {
        change: SubscriptionChange::Refund { amount, invoice_id },
        due_at: None,
    });
    Ok(Advance { follow_up: refund, ..decided(flow, Decision::Canceled, Some(change)) })
}

/// A pause that counts from its acceptance ends when its card said, and the difference of a change
/// is that of the moment it was shown for. Time before the running period cannot be settled.
fn as_shown(
    change: SubscriptionChange,
    until: Option<Timestamp>,
    quote: &Quote,
    subscription: &Subscription,
) -> SubscriptionChange {
    match (change, until) {
        (SubscriptionChange::PauseSubscription { .. }, Some(resumes_at)) => {
            SubscriptionChange::PauseSubscription { resumes_at }
        }
        (SubscriptionChange::ChangeItem(change), _) => {
            let begins = subscription.current_period_start();
            let shown = quote.priced_at.max(begins.filter(|_| quote.priced_at.is_some()));
            let proration_date = change.proration_date.map(|now| shown.unwrap_or(now));
            SubscriptionChange::ChangeItem(ItemChange { proration_date, ..change })
        }
        (change, _) => change,
    }
}

/// Whether the change reaches the date its card named: a renewal since then moves it.
fn keeps_date(change: &SubscriptionChange, shown: Option<Timestamp>) -> bool {
    match change {
        SubscriptionChange::MoveRenewal { to: at }
        | SubscriptionChange::Pause { resumes_at: at } => shown == Some(*at),
        _ => true,
    }
}

fn accept(
    flow: &Flow,
    offer_id: &OfferId,
    months: Option<u32>,
    because: Vec<Ineligible>,
    context: FlowContext<'_>,
) -> Result<Advance, Refusal> {
    need_subscription(flow)?;
    let around = context.around.ok_or(Refusal::NoSubscription)?;
    let shown = flow.presentation(offer_id).ok_or(Refusal::NotPresented)?;
    if let OfferKind::TalkToUs { .. } = shown.offer.effect {
        let mut flow = flow.clone();
        flow.is_redirected = true;
        flow.step = Step::Redirected { offer_id: offer_id.clone() };
        return Ok(undecided(flow));
    }
    if let Some(because) = because.into_iter().next() {
        return Err(Refusal::NoLongerEligible(because));
    }
    let picked = match &shown.offer.effect {
        OfferKind::Pause { .. } => {
            let choices = &shown.quote.pause_choices;
            let picked = choices.iter().find(|choice| Some(choice.months) == months);
            Some(picked.ok_or(Refusal::InvalidMonths)?)
        }
        _ => None,
    };
    let until = picked.map(|choice| choice.until);
    let change = effect::change(&shown.offer, picked.map(|choice| choice.months), around)
        .map(|change| as_shown(change, until, &shown.quote, around.subscription));
    let moved = until.or(shown.quote.renewal_moves_to);
    if change.as_ref().is_some_and(|change| !keeps_date(change, moved)) {
        return Err(Refusal::NoLongerEligible(Ineligible::TermsChanged));
    }
    if shown.offer.effect.has_effect() && change.is_none() {
        return Err(Refusal::NoLongerEligible(Ineligible::NoEffect));
    }
    let taken = Taken {
        offer: shown.offer.clone(),
        quote: shown.quote.clone(),
        months: picked.map(|choice| choice.months),
        until,
    };
    Ok(decided(flow.clone(), Decision::Retained { taken: Some(Box::new(taken)) }, change))
}
