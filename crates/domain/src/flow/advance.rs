//! The transition: state and event in, new state out.

use jiff::{Timestamp, ToSpan, tz::TimeZone};

use super::state::{Answer, Decision, Flow, Presentation, Step};
use crate::billing_action::SubscriptionChange;
use crate::ids::{OfferId, SubscriptionId};
use crate::offer::{OfferKind, check, choose};
use crate::playbook::Playbook;
use crate::policy::Policy;
use crate::subscription::Subscription;

/// What the customer did.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    },
    /// Took an offer.
    Accepted {
        /// Which.
        offer_id: OfferId,
        /// Length of a pause.
        months: Option<u32>,
    },
    /// Goes on without the offer.
    Declined,
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
    /// Offers this subscription took before.
    pub accepted: &'a [OfferId],
    /// Time of the event.
    pub now: Timestamp,
}

/// Result of a transition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advance {
    /// The flow after the event.
    pub flow: Flow,
    /// Change to carry out at the provider, when the event decided one.
    pub change: Option<SubscriptionChange>,
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
    NoLongerEligible(crate::offer::Ineligible),
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
        FlowEvent::Chose { subscription_id } => choose_subscription(flow, subscription_id),
        FlowEvent::Answered { answer } => answer_survey(flow, answer, context),
        FlowEvent::Accepted { offer_id, months } => accept(flow, &offer_id, months, context),
        FlowEvent::Declined => decline(flow),
        FlowEvent::Canceled { answer } => cancel(flow, answer, context),
        FlowEvent::Kept => {
            need_subscription(flow)?;
            Ok(decided(flow.clone(), Decision::Retained { offer: None, resumes_at: None }, None))
        }
    }
}

fn decided(mut flow: Flow, decision: Decision, change: Option<SubscriptionChange>) -> Advance {
    flow.step = Step::Done { decision };
    Advance { flow, change }
}

fn need_subscription(flow: &Flow) -> Result<(), Refusal> {
    if flow.subscription_id.is_some() { Ok(()) } else { Err(Refusal::NoSubscription) }
}

fn choose_subscription(flow: &Flow, id: SubscriptionId) -> Result<Advance, Refusal> {
    match (&flow.subscription_id, &flow.step) {
        (Some(chosen), _) if *chosen == id => Ok(Advance { flow: flow.clone(), change: None }),
        (None, Step::Choose) => Ok(Advance { flow: Flow::start(Some(id)), change: None }),
        _ => Err(Refusal::OtherSubscription),
    }
}

fn checked(answer: Answer, playbook: &Playbook) -> Result<Answer, Refusal> {
    let too_long = |text: &String| text.chars().count() > super::MAX_COMMENT_CHARS;
    if answer.comment.as_ref().is_some_and(too_long) {
        return Err(Refusal::CommentTooLong);
    }
    let feedback = match &answer.reason_id {
        Some(id) => Some(playbook.find_reason(id).ok_or(Refusal::UnknownReason)?.feedback),
        None => None,
    };
    Ok(Answer { feedback, ..answer })
}

/// The part of an answer that can be kept. Nothing that stands in a survey stops a cancellation.
fn fitted(answer: Answer, playbook: &Playbook) -> Answer {
    let reason = answer.reason_id.as_ref().and_then(|id| playbook.find_reason(id));
    let fit = |text: String| text.chars().take(super::MAX_COMMENT_CHARS).collect();
    Answer {
        reason_id: reason.map(|reason| reason.id.clone()),
        feedback: reason.map(|reason| reason.feedback),
        comment: answer.comment.map(fit),
    }
}

fn answer_survey(
    flow: &Flow,
    answer: Answer,
    context: FlowContext<'_>,
) -> Result<Advance, Refusal> {
    need_subscription(flow)?;
    let subscription = context.subscription.ok_or(Refusal::NoSubscription)?;
    let answer = checked(answer, context.playbook)?;
    let mut flow = flow.clone();
    let reason = answer.reason_id.clone();
    let choice =
        choose(context.playbook, context.policy, reason.as_ref(), subscription, context.accepted);
    for refused in choice.refused {
        if !flow.refused.contains(&refused) {
            flow.refused.push(refused);
        }
    }
    flow.answer = Some(answer);
    flow.step = match choice.offer {
        Some(offer) => present(&mut flow.presentations, offer, reason, context.policy),
        None => Step::Confirm,
    };
    Ok(Advance { flow, change: None })
}

/// Shows an offer, unless the customer went on without it before: a declined offer does not come
/// back in the same attempt. Going back for another reason brings no offer beyond the policy's
/// number either.
fn present(
    presentations: &mut Vec<Presentation>,
    offer: crate::offer::Offer,
    reason_id: Option<crate::ids::ReasonId>,
    policy: &Policy,
) -> Step {
    let shown = u32::try_from(presentations.len()).unwrap_or(u32::MAX);
    match presentations.iter().find(|shown| shown.offer.id == offer.id) {
        Some(shown) if shown.is_declined => Step::Confirm,
        Some(_) => Step::Offer { offer_id: offer.id },
        None if shown >= policy.max_offers_before_decision => Step::Confirm,
        None => {
            let offer_id = offer.id.clone();
            presentations.push(Presentation { offer, reason_id, is_declined: false });
            Step::Offer { offer_id }
        }
    }
}

fn decline(flow: &Flow) -> Result<Advance, Refusal> {
    need_subscription(flow)?;
    let mut flow = flow.clone();
    if let Step::Offer { offer_id } = &flow.step {
        for shown in flow.presentations.iter_mut().filter(|shown| shown.offer.id == *offer_id) {
            shown.is_declined = true;
        }
        flow.step = Step::Confirm;
    }
    Ok(Advance { flow, change: None })
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
    let said = flow.answer.clone();
    let change = SubscriptionChange::CancelAtPeriodEnd {
        feedback: said.as_ref().and_then(|answer| answer.feedback),
        comment: said.and_then(|answer| answer.comment),
    };
    Ok(decided(flow, Decision::Canceled, Some(change)))
}

fn accept(
    flow: &Flow,
    offer_id: &OfferId,
    months: Option<u32>,
    context: FlowContext<'_>,
) -> Result<Advance, Refusal> {
    need_subscription(flow)?;
    let subscription = context.subscription.ok_or(Refusal::NoSubscription)?;
    let shown = flow.presentations.iter().find(|shown| shown.offer.id == *offer_id);
    let offer = shown.ok_or(Refusal::NotPresented)?.offer.clone();
    check(&offer, subscription, context.accepted).map_err(Refusal::NoLongerEligible)?;
    let mut resumes_at = None;
    let change = match offer.kind {
        OfferKind::Discount { percent, months } => {
            Some(SubscriptionChange::Discount { percent, months })
        }
        OfferKind::Pause { min_months, max_months } => {
            let months = months
                .filter(|months| (min_months..=max_months).contains(months))
                .ok_or(Refusal::InvalidMonths)?;
            let at =
                resume_date(subscription, months, context.now).ok_or(Refusal::InvalidMonths)?;
            resumes_at = Some(at);
            Some(SubscriptionChange::Pause { resumes_at: at })
        }
        OfferKind::Content { .. } => None,
    };
    Ok(decided(flow.clone(), Decision::Retained { offer: Some(offer), resumes_at }, change))
}

/// When a pause of `months` ends: that many months after the end of the paid period, so the
/// customer skips exactly that many payments.
///
/// One second is taken off: collection must run again when the renewal at that instant comes.
#[must_use]
pub fn resume_date(subscription: &Subscription, months: u32, now: Timestamp) -> Option<Timestamp> {
    let from = subscription.current_period_end().unwrap_or(now).max(now);
    let zoned =
        from.to_zoned_datetime(TimeZone::UTC).checked_add(i64::from(months).months()).ok()?;
    zoned.timestamp().checked_sub(1.second()).ok()
}
