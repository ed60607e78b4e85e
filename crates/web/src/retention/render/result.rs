//! Results: kept, canceled, undone, and what is still being carried out.

use axum::response::Response;
use domain::Timestamp;
use domain::billing_action::{ActionStatus, SubscriptionChange};
use domain::outcome::Outcome;
use domain::playbook::SurveyStage;
use domain::subscription::Subscription;
use engine::ports::{ActionRecord, DecisionRecord, DecisionState};
use engine::retention::{ReceiptView, RetentionView};

use super::super::{payload, words as say};
use super::questions::questions;
use super::{PageContext, brand_chrome, kept, message, ok};
use crate::i18n::{Words, machine_time};
use crate::view::pages::{
    Chrome, Decision, MessageKind, PendingPage, PendingStep, Receipt, ReceiptDocument, ReceiptPage,
    UndoPage, UndonePage,
};

/// How soon the page asks again while a change is being carried out, in milliseconds.
const POLL_MS: u32 = 1_500;

pub(super) fn undo(
    chrome: Chrome,
    subscription: &Subscription,
    receipt: Option<String>,
) -> Response {
    ok(&UndoPage {
        summary: say::summary(chrome.words, subscription),
        ends_on: subscription.ends_at().map(|at| chrome.words.day(at)).unwrap_or_default(),
        receipt_url: receipt,
        chrome,
    })
}

/// An undo: being carried out, done, or refused.
pub(super) fn undone(
    chrome: Chrome,
    action: &ActionRecord,
    subscription: Option<&Subscription>,
    now: Timestamp,
) -> Response {
    let words = chrome.words;
    if action.status.is_open() {
        let at = action.settled_at.unwrap_or(now);
        return ok(&pending(chrome, PendingStep::Undo, String::new(), at));
    }
    let after = action.after.as_ref().or(subscription);
    if action.status == ActionStatus::Rejected {
        return match after {
            Some(subscription) => undo(refused(chrome), subscription, None),
            None => message(refused(chrome), MessageKind::NothingToCancel),
        };
    }
    ok(&UndonePage {
        plan: after.map(Subscription::plan_name).unwrap_or_default(),
        price: after.map(|after| say::renews(words, &say::renewal_price(words, after))),
        next_invoice: say::next_invoice(words, action.next_invoice.as_ref()),
        reference: None,
        chrome,
    })
}

fn refused(mut chrome: Chrome) -> Chrome {
    chrome.problem = Some(chrome.words.failed_undo().to_owned());
    chrome
}

fn pending(chrome: Chrome, step: PendingStep, reference: String, at: Timestamp) -> PendingPage {
    PendingPage {
        decision: None,
        pending: step,
        reference,
        received_moment: chrome.words.moment(at),
        received_at: machine_time(at),
        poll_ms: Some(POLL_MS),
        chrome,
    }
}

/// A decision, and what its page is made of.
pub(super) struct Decided<'a> {
    pub(super) view: &'a RetentionView,
    pub(super) record: &'a DecisionRecord,
    pub(super) subscription: Option<&'a Subscription>,
    pub(super) bearer: Option<&'a str>,
    pub(super) asks_survey: bool,
}

pub(super) fn decided(chrome: Chrome, context: &PageContext<'_>, shown: &Decided<'_>) -> Response {
    let Decided { view, record, subscription, .. } = *shown;
    if let Some(action) = &record.undo_action {
        return undone(chrome, action, subscription, context.now);
    }
    let decision = Some(payload::decision(record, &view.session.token));
    let open = record.action.as_ref().filter(|action| action.status.is_open());
    let step = open.map(|action| match (record.outcome, &action.change) {
        (Outcome::Canceled, _) => PendingStep::Cancel,
        (_, SubscriptionChange::Custom { .. }) => PendingStep::Custom,
        _ => PendingStep::Offer,
    });
    if let Some(step) = step {
        let page = pending(chrome, step, record.reference.clone(), record.decided_at);
        return ok(&PendingPage { decision, ..page });
    }
    match record.outcome {
        Outcome::Canceled => receipt_page(chrome, context, shown, decision),
        _ => kept::kept(chrome, record, subscription, decision),
    }
}

fn receipt_page(
    chrome: Chrome,
    context: &PageContext<'_>,
    shown: &Decided<'_>,
    decision: Option<Decision>,
) -> Response {
    let receipt = receipt_of(&chrome, shown.record, shown.subscription, context.now);
    let download_url = shown.bearer.map(|bearer| format!("/receipt/{bearer}?download=1"));
    let survey =
        shown.asks_survey.then(|| questions(shown.view, context, shown.subscription, None));
    let is_own = shown.record.session_uid == shown.view.session.claims.uid;
    let is_asked_after = shown.view.pinned.playbook().flow.survey == SurveyStage::After;
    let is_answered = is_own && is_asked_after && shown.record.flow.answer.is_some();
    ok(&ReceiptPage { decision, receipt, download_url, survey, is_answered, chrome })
}

/// What is owed back for the time that is not used, in words.
fn refund_of(words: Words, record: &DecisionRecord) -> Option<String> {
    match record.action.as_ref()?.follow_up.as_ref()?.change {
        SubscriptionChange::Refund { amount, .. } => {
            Some(words.refund_on_cancel(&words.money(amount)))
        }
        _ => None,
    }
}

fn receipt_of(
    chrome: &Chrome,
    record: &DecisionRecord,
    subscription: Option<&Subscription>,
    now: Timestamp,
) -> Receipt {
    let words = chrome.words;
    let ends_at = subscription.and_then(Subscription::ends_at);
    let is_over = ends_at.is_none_or(|at| at <= now);
    let ends_on = words.day(ends_at.unwrap_or(record.decided_at));
    let can_undo = !is_over && record.state == DecisionState::Standing;
    Receipt {
        reference: record.reference.clone(),
        plan: subscription.map(Subscription::plan_name).unwrap_or_default(),
        canceled_moment: words.moment(record.decided_at),
        canceled_at: machine_time(record.decided_at),
        effect: if is_over {
            words.receipt_ended(&ends_on)
        } else {
            words.receipt_ends_on(&ends_on)
        },
        refund: refund_of(words, record),
        undo_until: can_undo.then(|| words.undo_until(&ends_on)),
        ends_on,
    }
}

/// The receipt by its own bearer.
pub(crate) fn receipt(
    words: Words,
    view: &ReceiptView,
    nonce: &str,
    now: Timestamp,
    is_download: bool,
) -> Response {
    let mut chrome = brand_chrome(words, &view.brand, nonce);
    chrome.script = "";
    // Outside a session, an undo that was refused is tried again where this page came from.
    chrome.form_action = format!("/receipt/{}", view.bearer);
    let record = &view.decision;
    let subscription = record.action.as_ref().and_then(|action| action.after.as_ref());
    if let Some(action) = &record.undo_action {
        return undone(chrome, action, subscription, now);
    }
    if record.action.as_ref().is_some_and(|action| action.status.is_open()) {
        let reference = record.reference.clone();
        let page = pending(chrome, PendingStep::Cancel, reference, record.decided_at);
        return ok(&PendingPage { poll_ms: None, ..page });
    }
    let receipt = receipt_of(&chrome, record, subscription, now);
    let address = format!("/receipt/{}", view.bearer);
    ok(&ReceiptDocument {
        undo_url: (!is_download && receipt.undo_until.is_some()).then(|| address.clone()),
        download_url: (!is_download).then(|| format!("{address}?download=1")),
        receipt,
        chrome,
    })
}
