//! Engine's answers as pages.

mod brand_texts;
mod kept;
mod offer;
mod questions;
mod result;

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use domain::Timestamp;
use domain::billing_action::CancelWhen;
use domain::brand::Brand;
use domain::flow::{Answer, Refusal};
use domain::subscription::Subscription;
use engine::retention::{Notice, RetentionView, Screen};

use super::form::{MissingField, ViewForm};
use super::parent::Parent;
use super::words as say;
use crate::assets::VIEW_SCRIPT;
use crate::i18n::Words;
use crate::view::brand_style::BrandStyle;
use crate::view::pages::{
    ChoosePage, Chrome, ConfirmPage, MessageKind, MessagePage, ReasonPage, SubscriptionOption,
};

pub(crate) use result::receipt;

/// What a page needs besides the engine's answer.
pub(crate) struct PageContext<'a> {
    /// The language of the page.
    pub(crate) words: Words,
    pub(crate) parent: Parent,
    /// The page answers a step.
    pub(crate) is_fresh: bool,
    /// A choice the form did not make.
    pub(crate) missing: Option<MissingField>,
    /// What was sent: a refused answer stands there again, to be changed.
    pub(crate) form: &'a ViewForm,
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

fn brand_chrome(words: Words, brand: &Brand, nonce: &str) -> Chrome {
    let style = BrandStyle::kept(&brand.accent_color);
    let mut chrome = Chrome::new(words, brand.name.clone(), style, nonce.to_owned());
    chrome.support_contact.clone_from(&brand.support_contact);
    chrome.script = VIEW_SCRIPT;
    chrome.allowed_origins =
        brand.allowed_origins.iter().map(|origin| origin.as_str().to_owned()).collect();
    chrome
}

fn chrome(view: &RetentionView, context: &PageContext<'_>) -> Chrome {
    let mut chrome = brand_chrome(context.words, &view.brand, context.nonce);
    chrome.session_id = Some(view.session.token.clone());
    chrome.return_url.clone_from(&view.session.claims.return_url);
    chrome.parent_origin.clone_from(&context.parent.field);
    chrome.target_origin.clone_from(&context.parent.target_origin);
    chrome.asked_locale = context.form.locale();
    chrome.is_fresh = context.is_fresh;
    chrome.problem = say::problem(chrome.words, &view.brand.name, view.notice.as_ref());
    chrome
}

/// The page of a session.
pub(crate) fn view(view: &RetentionView, context: &PageContext<'_>) -> Response {
    let chrome = chrome(view, context);
    match &view.screen {
        Screen::Choose { subscriptions } => choose(chrome, view, context, subscriptions),
        Screen::Reason { subscription, answer } => {
            reason(chrome, view, context, subscription, answer.as_ref())
        }
        Screen::Offer { subscription, card } => {
            offer::offer(chrome, view, context, subscription, card)
        }
        Screen::Redirected { subscription, card } => {
            offer::redirected(chrome, view, context, subscription, card)
        }
        Screen::Confirm { subscription } => confirm(chrome, view, context, subscription),
        Screen::Decided { decision, subscription, receipt_bearer, asks_survey } => {
            let shown = result::Decided {
                view,
                record: decision,
                subscription: subscription.as_ref(),
                bearer: receipt_bearer.as_deref(),
                asks_survey: *asks_survey,
            };
            result::decided(chrome, context, &shown)
        }
        Screen::AlreadyEnding { subscription } => result::undo(chrome, subscription, None),
        Screen::Undone { action, subscription } => {
            result::undone(chrome, action, subscription.as_ref(), context.now)
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
    let words = chrome.words;
    let is_unchosen = context.missing == Some(MissingField::Subscription)
        || matches!(view.notice, Some(Notice::Refused(Refusal::NoSubscription)));
    let options = subscriptions.iter().map(|subscription| SubscriptionOption {
        subscription_id: subscription.id.to_string(),
        summary: say::summary(words, subscription),
        is_chosen: false,
    });
    let error = is_unchosen.then(|| words.choose_error().to_owned());
    ok(&ChoosePage { options: options.collect(), error, chrome })
}

fn reason(
    chrome: Chrome,
    view: &RetentionView,
    context: &PageContext<'_>,
    subscription: &Subscription,
    answer: Option<&Answer>,
) -> Response {
    let words = chrome.words;
    ok(&ReasonPage {
        summary: Some(say::summary(words, subscription)),
        questions: questions::questions(view, context, Some(subscription), answer),
        cancel_effect: say::cancel_effect(words, &view.pinned, subscription, context.now),
        chrome,
    })
}

fn confirm(
    chrome: Chrome,
    view: &RetentionView,
    context: &PageContext<'_>,
    subscription: &Subscription,
) -> Response {
    let words = chrome.words;
    let ending = say::end_now(&view.pinned, subscription, context.now);
    let is_at_once = ending.ends_at.is_none();
    let refund = ending.refund.map(|(amount, _)| words.refund_on_cancel(&words.money(amount)));
    let keeps_unused = ending.when == (CancelWhen::Now { credit_unused: false });
    let is_paid = subscription.current_period_end().is_some_and(|until| until > context.now);
    ok(&ConfirmPage {
        plan: subscription.plan_name(),
        price: say::price_of(words, subscription),
        ends: match ending.ends_at {
            Some(at) => words.day(at),
            None => words.today(&words.day(context.now)),
        },
        until_then: if is_at_once { words.not_usable() } else { words.usable_until() },
        unused_time: refund
            .or_else(|| (keeps_unused && is_paid).then(|| words.no_refund_on_cancel().to_owned())),
        chrome,
    })
}

/// Expired: no data, and where to turn.
pub(crate) fn expired(words: Words, brand: &Brand, parent: Parent, nonce: &str) -> Response {
    let mut chrome = brand_chrome(words, brand, nonce);
    chrome.parent_origin = parent.field;
    chrome.target_origin = parent.target_origin;
    html(StatusCode::GONE, &MessagePage { chrome, kind: MessageKind::Expired })
}

/// Forged, altered or foreign: the same for all.
pub(crate) fn unknown(words: Words, status: StatusCode, nonce: &str) -> Response {
    html(status, &MessagePage { chrome: nobody(words, nonce), kind: MessageKind::Unknown })
}

/// Our own fault: the host page is told to show its fallback.
pub(crate) fn failure(words: Words, status: StatusCode, nonce: &str) -> Response {
    html(status, &MessagePage { chrome: nobody(words, nonce), kind: MessageKind::Failure })
}

/// Opened without a session; the script posts the one it remembers.
pub(crate) fn shell(words: Words, nonce: &str) -> Response {
    ok(&MessagePage { chrome: nobody(words, nonce), kind: MessageKind::Shell })
}

fn nobody(words: Words, nonce: &str) -> Chrome {
    let mut chrome = Chrome::new(words, String::new(), BrandStyle::default(), nonce.to_owned());
    chrome.script = VIEW_SCRIPT;
    chrome
}
