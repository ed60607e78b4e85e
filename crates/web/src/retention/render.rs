//! Engine's answers as pages.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use domain::Timestamp;
use domain::brand::Brand;
use domain::flow::{Decision as FlowDecision, Refusal, Step};
use domain::offer::OfferKind;
use domain::outcome::Outcome;
use domain::subscription::Subscription;
use engine::ports::{ActionRecord, DecisionRecord, DecisionState};
use engine::retention::{Notice, OfferCard as Card, ReceiptView, RetentionView, Screen};

use super::form::MissingField;
use super::parent::Parent;
use super::{payload, words};
use crate::assets::VIEW_SCRIPT;
use crate::view::brand_style::BrandStyle;
use crate::view::format::machine_time;
use crate::view::pages::{
    Applied, ChoosePage, Chrome, ConfirmPage, KeptPage, MessageKind, MessagePage, OfferCard,
    OfferPage, PauseOption, PendingPage, PendingStep, ReasonOption, ReasonPage, Receipt,
    ReceiptDocument, ReceiptPage, SubscriptionOption, UndoPage, UndonePage,
};

/// How soon the page asks again while a change is being carried out, in milliseconds.
const POLL_MS: u32 = 1_500;

/// What a page needs besides the engine's answer.
pub(crate) struct PageContext<'a> {
    pub(crate) parent: Parent,
    /// The page answers a step.
    pub(crate) is_fresh: bool,
    /// A choice the form did not make.
    pub(crate) missing: Option<MissingField>,
    pub(crate) now: Timestamp,
    pub(crate) nonce: &'a str,
}

fn html(status: StatusCode, page: &impl Template) -> Response {
    match page.render() {
        Ok(text) => (status, Html(text)).into_response(),
        Err(error) => {
            tracing::error!(%error, "a page could not be rendered");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

fn ok(page: &impl Template) -> Response {
    html(StatusCode::OK, page)
}

fn brand_chrome(brand: &Brand, nonce: &str) -> Chrome {
    let style = BrandStyle::parse(&brand.accent_color).unwrap_or_default();
    let mut chrome = Chrome::new(brand.name.clone(), style, nonce.to_owned());
    chrome.support_contact.clone_from(&brand.support_contact);
    chrome.script = VIEW_SCRIPT;
    chrome.allowed_origins =
        brand.allowed_origins.iter().map(|origin| origin.as_str().to_owned()).collect();
    chrome
}

fn chrome(view: &RetentionView, context: &PageContext<'_>) -> Chrome {
    let mut chrome = brand_chrome(&view.brand, context.nonce);
    chrome.session_id = Some(view.session.token.clone());
    chrome.parent_origin.clone_from(&context.parent.field);
    chrome.target_origin.clone_from(&context.parent.target_origin);
    chrome.is_fresh = context.is_fresh;
    chrome.problem = words::problem(chrome.copy, view.notice.as_ref());
    chrome
}

/// The page of a session.
pub(crate) fn view(view: &RetentionView, context: &PageContext<'_>) -> Response {
    let chrome = chrome(view, context);
    match &view.screen {
        Screen::Choose { subscriptions } => choose(chrome, view, context, subscriptions),
        Screen::Reason { subscription, .. } => reason(chrome, view, subscription),
        Screen::Offer { subscription, card } => offer(chrome, view, subscription, card),
        Screen::Confirm { subscription } => confirm(chrome, subscription),
        Screen::Decided { decision, subscription, receipt_bearer } => {
            let bearer = receipt_bearer.as_deref();
            decided(chrome, context, view, decision, subscription.as_ref(), bearer)
        }
        Screen::AlreadyEnding { subscription } => undo(chrome, subscription, None),
        Screen::Undone { action, subscription } => {
            undone(chrome, action, subscription.as_ref(), context.now)
        }
        Screen::NothingToCancel => message(chrome, MessageKind::NothingToCancel),
        Screen::ProviderDown { can_cancel } => {
            let mut chrome = chrome;
            chrome.session_id = chrome.session_id.filter(|_| *can_cancel);
            message(chrome, MessageKind::BillingDown)
        }
    }
}

fn message(chrome: Chrome, kind: MessageKind) -> Response {
    ok(&MessagePage { chrome, kind })
}

fn choose(
    chrome: Chrome,
    view: &RetentionView,
    context: &PageContext<'_>,
    subscriptions: &[Subscription],
) -> Response {
    let copy = chrome.copy;
    let is_unchosen = context.missing == Some(MissingField::Subscription)
        || matches!(view.notice, Some(Notice::Refused(Refusal::NoSubscription)));
    let options = subscriptions.iter().map(|subscription| SubscriptionOption {
        subscription_id: subscription.id.to_string(),
        summary: words::summary(copy, subscription),
        is_chosen: false,
    });
    let error = is_unchosen.then(|| copy.choose_error.to_owned());
    ok(&ChoosePage { options: options.collect(), error, chrome })
}

fn reason(chrome: Chrome, view: &RetentionView, subscription: &Subscription) -> Response {
    let copy = chrome.copy;
    let Screen::Reason { answer, .. } = &view.screen else { return ok_nothing() };
    let chosen = answer.as_ref().and_then(|answer| answer.reason_id.as_ref());
    let reasons = view.playbook.reasons.iter().map(|reason| ReasonOption {
        id: reason.id.to_string(),
        label: reason.label.clone(),
        is_chosen: chosen == Some(&reason.id),
    });
    let error = match &view.notice {
        Some(Notice::Refused(Refusal::CommentTooLong)) => Some(copy.comment_too_long.to_owned()),
        Some(Notice::Refused(Refusal::UnknownReason)) => Some(copy.reason_error.to_owned()),
        _ => None,
    };
    ok(&ReasonPage {
        summary: Some(words::summary(copy, subscription)),
        reasons: reasons.collect(),
        is_optional: true,
        comment: answer.as_ref().and_then(|a| a.comment.clone()).unwrap_or_default(),
        error,
        cancel_effect: words::cancel_effect(copy, subscription),
        chrome,
    })
}

fn ok_nothing() -> Response {
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

fn offer(
    chrome: Chrome,
    view: &RetentionView,
    subscription: &Subscription,
    card: &Card,
) -> Response {
    let copy = chrome.copy;
    let is_unanswered = matches!(view.notice, Some(Notice::Refused(Refusal::InvalidMonths)));
    let (heading, paragraphs) = match &card.offer.kind {
        OfferKind::Discount { percent, months } => {
            (words::discount(copy, *percent, *months), Vec::new())
        }
        OfferKind::Pause { .. } => (copy.pause_title.to_owned(), Vec::new()),
        OfferKind::Content { tip } => {
            let (heading, paragraphs) = words::tip(copy, *tip);
            (heading.to_owned(), paragraphs.map(str::to_owned).into())
        }
    };
    ok(&OfferPage {
        offer_id: card.offer.id.to_string(),
        heading,
        paragraphs,
        card: offer_card(&chrome, subscription, card),
        error: is_unanswered.then(|| copy.pause_error.to_owned()),
        cancel_effect: words::cancel_effect(copy, subscription),
        chrome,
    })
}

fn offer_card(chrome: &Chrome, subscription: &Subscription, card: &Card) -> OfferCard {
    let copy = chrome.copy;
    let renews = words::renews(copy, &words::price_of(copy, subscription));
    match &card.offer.kind {
        OfferKind::Discount { .. } => OfferCard::Discount {
            price_with: match (card.price_after, subscription.interval()) {
                (Some(amount), Some(interval)) => words::price(copy, amount, interval),
                _ => String::new(),
            },
            starts: card
                .starts_at
                .map(|at| copy.dated(copy.next_invoice_on, &words::day(at)))
                .unwrap_or_default(),
            ends: card.ends_at.map(words::day),
            price_after: Some(renews),
        },
        OfferKind::Pause { .. } => OfferCard::Pause {
            options: card
                .pause_options
                .iter()
                .map(|option| PauseOption {
                    months: option.months,
                    length: copy.pause_length(option.months),
                    resumes: copy.dated(copy.resumes_on, &words::day(option.resumes_at)),
                    is_chosen: false,
                })
                .collect(),
            price_after: renews,
        },
        OfferKind::Content { .. } => OfferCard::Content,
    }
}

fn confirm(chrome: Chrome, subscription: &Subscription) -> Response {
    let copy = chrome.copy;
    let ends = subscription.current_period_end();
    ok(&ConfirmPage {
        plan: subscription.plan_name(),
        price: words::price_of(copy, subscription),
        ends: ends.map(words::day).unwrap_or_default(),
        until_then: if ends.is_some() { copy.usable_until } else { copy.not_usable }.to_owned(),
        chrome,
    })
}

fn undo(chrome: Chrome, subscription: &Subscription, receipt: Option<String>) -> Response {
    ok(&UndoPage {
        summary: words::summary(chrome.copy, subscription),
        ends_on: subscription.ends_at().map(words::day).unwrap_or_default(),
        receipt_url: receipt,
        chrome,
    })
}

/// An undo: being carried out, done, or refused.
fn undone(
    chrome: Chrome,
    action: &ActionRecord,
    subscription: Option<&Subscription>,
    now: Timestamp,
) -> Response {
    let copy = chrome.copy;
    if action.status.is_open() {
        let at = action.settled_at.unwrap_or(now);
        return ok(&pending(chrome, PendingStep::Undo, String::new(), at));
    }
    let after = action.after.as_ref().or(subscription);
    if action.status == domain::billing_action::ActionStatus::Rejected {
        return match after {
            Some(subscription) => undo(refused(chrome), subscription, None),
            None => message(refused(chrome), MessageKind::NothingToCancel),
        };
    }
    ok(&UndonePage {
        plan: after.map(Subscription::plan_name).unwrap_or_default(),
        price: after.map(|after| words::renews(copy, &words::price_of(copy, after))),
        next_invoice: words::next_invoice(action.next_invoice.as_ref()),
        reference: None,
        chrome,
    })
}

fn refused(mut chrome: Chrome) -> Chrome {
    chrome.problem = Some(chrome.copy.failed_undo.to_owned());
    chrome
}

fn pending(chrome: Chrome, step: PendingStep, reference: String, at: Timestamp) -> PendingPage {
    PendingPage {
        decision: None,
        pending: step,
        reference,
        received_on: words::day(at),
        received_time: words::time(at),
        received_at: machine_time(at),
        poll_ms: Some(POLL_MS),
        chrome,
    }
}

fn decided(
    chrome: Chrome,
    context: &PageContext<'_>,
    view: &RetentionView,
    record: &DecisionRecord,
    subscription: Option<&Subscription>,
    bearer: Option<&str>,
) -> Response {
    if let Some(action) = &record.undo_action {
        return undone(chrome, action, subscription, context.now);
    }
    let decision = Some(payload::decision(record, &view.session.token));
    let is_open = record.action.as_ref().is_some_and(|action| action.status.is_open());
    let reference = record.reference.clone();
    match (record.outcome, is_open) {
        (Outcome::Canceled, true) => {
            let page = pending(chrome, PendingStep::Cancel, reference, record.decided_at);
            ok(&PendingPage { decision, ..page })
        }
        (_, true) => {
            let page = pending(chrome, PendingStep::Offer, reference, record.decided_at);
            ok(&PendingPage { decision, ..page })
        }
        (Outcome::Canceled, false) => {
            let receipt = receipt_of(&chrome, record, subscription, context.now);
            let download_url = bearer.map(|bearer| format!("/receipt/{bearer}?download=1"));
            ok(&ReceiptPage { decision, receipt, download_url, chrome })
        }
        (_, false) => kept(chrome, record, subscription, decision),
    }
}

fn kept(
    chrome: Chrome,
    record: &DecisionRecord,
    subscription: Option<&Subscription>,
    decision: Option<crate::view::pages::Decision>,
) -> Response {
    let copy = chrome.copy;
    let price = subscription.map(|s| words::price_of(copy, s)).unwrap_or_default();
    let renews = words::renews(copy, &price);
    let next = record.action.as_ref().and_then(|action| action.next_invoice.as_ref());
    let known = subscription.filter(|_| record.action.is_none()).and_then(|subscription| {
        let amount = crate::view::format::money(subscription.recurring_amount()?);
        let date = words::day(subscription.current_period_end()?);
        Some(crate::view::pages::NextInvoice { amount, date })
    });
    ok(&KeptPage {
        decision,
        plan: subscription.map(Subscription::plan_name).unwrap_or_default(),
        applied: applied(&chrome, record, subscription, &renews),
        next_invoice: words::next_invoice(next).or(known),
        reference: record.action.as_ref().map(|_| record.reference.clone()),
        chrome,
    })
}

fn applied(
    chrome: &Chrome,
    record: &DecisionRecord,
    subscription: Option<&Subscription>,
    renews: &str,
) -> Applied {
    let Step::Done { decision: FlowDecision::Retained { offer: Some(offer), resumes_at } } =
        &record.flow.step
    else {
        return Applied::Nothing;
    };
    match &offer.kind {
        OfferKind::Discount { percent, months } => {
            let coupon = domain::billing_action::coupon_id(*percent, *months);
            let applied = subscription
                .and_then(|s| s.discounts.iter().find(|discount| discount.coupon_id == coupon));
            Applied::Discount {
                what: words::discount(chrome.copy, *percent, *months),
                ends: applied.and_then(|discount| discount.ends_at).map(words::day),
                price_after: Some(renews.to_owned()),
            }
        }
        OfferKind::Pause { .. } => {
            let paused = subscription.and_then(|s| s.paused_collection.as_ref());
            let until = paused.and_then(|paused| paused.resumes_at).or(*resumes_at);
            let resumes = until.map(words::day).unwrap_or_default();
            Applied::Pause {
                what: chrome.copy.dated(chrome.copy.paused_until, &resumes),
                resumes,
                price_after: renews.to_owned(),
            }
        }
        OfferKind::Content { .. } => Applied::Nothing,
    }
}

fn receipt_of(
    chrome: &Chrome,
    record: &DecisionRecord,
    subscription: Option<&Subscription>,
    now: Timestamp,
) -> Receipt {
    let copy = chrome.copy;
    let ends_at = subscription.and_then(Subscription::ends_at);
    let is_over = ends_at.is_none_or(|at| at <= now);
    let ends_on = words::day(ends_at.unwrap_or(record.decided_at));
    let can_undo = !is_over && record.state == DecisionState::Standing;
    Receipt {
        reference: record.reference.clone(),
        plan: subscription.map(Subscription::plan_name).unwrap_or_default(),
        canceled_on: words::day(record.decided_at),
        canceled_time: words::time(record.decided_at),
        canceled_at: machine_time(record.decided_at),
        effect: copy
            .dated(if is_over { copy.receipt_ended } else { copy.receipt_ends_on }, &ends_on),
        undo_until: can_undo.then(|| copy.dated(copy.undo_until, &ends_on)),
        ends_on,
    }
}

/// The receipt by its own bearer.
pub(crate) fn receipt(
    view: &ReceiptView,
    nonce: &str,
    now: Timestamp,
    is_download: bool,
) -> Response {
    let mut chrome = brand_chrome(&view.brand, nonce);
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

/// Expired: no data, and where to turn.
pub(crate) fn expired(brand: &Brand, parent: Parent, nonce: &str) -> Response {
    let mut chrome = brand_chrome(brand, nonce);
    chrome.parent_origin = parent.field;
    chrome.target_origin = parent.target_origin;
    html(StatusCode::GONE, &MessagePage { chrome, kind: MessageKind::Expired })
}

/// Forged, altered or foreign: the same for all.
pub(crate) fn unknown(status: StatusCode, nonce: &str) -> Response {
    html(status, &MessagePage { chrome: nobody(nonce), kind: MessageKind::Unknown })
}

/// Our own fault: the host page is told to show its fallback.
pub(crate) fn failure(status: StatusCode, nonce: &str) -> Response {
    html(status, &MessagePage { chrome: nobody(nonce), kind: MessageKind::Failure })
}

/// Opened without a session; the script posts the one it remembers.
pub(crate) fn shell(nonce: &str) -> Response {
    ok(&MessagePage { chrome: nobody(nonce), kind: MessageKind::Shell })
}

fn nobody(nonce: &str) -> Chrome {
    let mut chrome = Chrome::new(String::new(), BrandStyle::default(), nonce.to_owned());
    chrome.script = VIEW_SCRIPT;
    chrome
}
