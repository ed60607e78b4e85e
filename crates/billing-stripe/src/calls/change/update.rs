//! A change that one request to the subscription makes.

use domain::billing_action::{Reading, Said};
use domain::subscription::Subscription;
use engine::ports::ChangeRequest;

use super::keys::Keys;
use super::said::{is_about_option, said_form};
use crate::API_VERSION;
use crate::calls::MARKER;
use crate::calls::subscriptions::{EXPANSIONS, complete, find_subscription};
use crate::form::Form;
use crate::transport::{Client, Failure, Request};

/// What is sent, and how it is told that it was carried out.
pub(super) struct Update<'a> {
    call: &'static str,
    /// Behind the subscription's path, for calls of their own.
    suffix: &'static str,
    version: &'static str,
    /// Whether the request carries the marker: calls of their own take no metadata.
    is_marked: bool,
    keys: Keys,
    said: Option<Said>,
    is_done: Box<dyn Fn(&Subscription) -> bool + Send + Sync + 'a>,
}

impl<'a> Update<'a> {
    /// `POST /v1/subscriptions/{id}` with the marker, done when the change is reached.
    pub(super) fn of(request: &'a ChangeRequest) -> Self {
        Self {
            call: request.change.as_str(),
            suffix: "",
            version: API_VERSION,
            is_marked: true,
            keys: Keys::of_change(&request.action_id),
            said: None,
            is_done: Box::new(|now| is_reached(request, now)),
        }
    }

    /// A call of its own, `POST /v1/subscriptions/{id}/…`, which cannot carry the marker.
    pub(super) fn own_call(
        request: &'a ChangeRequest,
        suffix: &'static str,
        version: &'static str,
    ) -> Self {
        Self { suffix, version, is_marked: false, ..Self::of(request) }
    }

    /// With what the customer said.
    pub(super) fn saying(self, said: &Said) -> Self {
        Self { said: Some(said.clone()), ..self }
    }

    /// Done when the subscription looks otherwise.
    pub(super) fn done_when(
        self,
        is_done: impl Fn(&Subscription) -> bool + Send + Sync + 'a,
    ) -> Self {
        Self { is_done: Box::new(is_done), ..self }
    }

    /// One of several steps: it has keys of its own.
    pub(super) fn in_step(self, step: &str, request: &ChangeRequest) -> Self {
        Self { keys: Keys::of_step(&request.action_id, step), ..self }
    }
}

/// Whether the change shows on the subscription alone.
pub(super) fn is_reached(request: &ChangeRequest, now: &Subscription) -> bool {
    request.change.is_reached(Reading { subscription: now, has_entry: false })
}

/// Whether the action's marker is on it: its request had its effect.
pub(super) fn is_marked(request: &ChangeRequest, now: &Subscription) -> bool {
    now.marker.as_ref() == Some(&request.action_id)
}

/// Sends the update, with a body made for what the subscription has just before.
///
/// A failure Stripe has stored under the key would come back for a day, and so would the refusal
/// of parameters that differ from those first sent under it. A read then settles whether the
/// earlier request had its effect; only when it had none is the update sent under the next key.
/// A feedback option that Stripe refuses is left out: nothing may fail on it.
pub(super) async fn send(
    client: &Client<'_>,
    request: &ChangeRequest,
    mut update: Update<'_>,
    body: impl Fn(&Subscription) -> Form + Send + Sync,
) -> Result<Subscription, Failure> {
    let mut before = request.before.clone();
    loop {
        let form = body(&before);
        let failure = match send_once(client, request, &update, form).await {
            Ok(after) => return Ok(after),
            Err(failure) => failure,
        };
        let option = update
            .said
            .as_mut()
            .and_then(|said| said.feedback_option.take_if(|_| is_about_option(&failure)));
        if option.is_none() {
            if !failure.is_key_spent && !failure.is_refusal() {
                return Err(failure);
            }
            let Ok(Some(now)) = find_subscription(client, &request.subscription_id).await else {
                return Err(failure);
            };
            if (update.is_done)(&now) {
                return Ok(now);
            }
            // With our marker on it, the change was made and somebody has changed it again since.
            let is_undone = update.is_marked && is_marked(request, &now);
            let is_hopeless = is_undone || request.change.conflict(&now).is_some();
            if !failure.is_key_spent || is_hopeless {
                return Err(failure);
            }
            before = now;
        }
        if !update.keys.advance() {
            return Err(failure);
        }
    }
}

async fn send_once(
    client: &Client<'_>,
    request: &ChangeRequest,
    update: &Update<'_>,
    mut form: Form,
) -> Result<Subscription, Failure> {
    if let Some(said) = &update.said {
        form = form.and(&said_form(said));
    }
    if update.is_marked {
        form = form.with(&["metadata", MARKER], &request.action_id);
    }
    let path = format!("/v1/subscriptions/{}{}", request.subscription_id, update.suffix);
    let post = Request::post(update.call, path, form.expand(&EXPANSIONS), update.keys.current());
    let changed = client.try_send(&post.in_version(update.version)).await?;
    Ok(complete(client, update.call, changed).await?)
}

/// Puts the marker on a subscription that was changed by a call which cannot carry it. The change
/// is made, so a failure is only noted; the answer of the change then stands.
pub(super) async fn mark(
    client: &Client<'_>,
    request: &ChangeRequest,
    changed: Subscription,
) -> Subscription {
    let update =
        Update::of(request).in_step("mark", request).done_when(|now| is_marked(request, now));
    match send(client, request, update, |_| Form::new()).await {
        Ok(marked) => marked,
        Err(failure) => {
            tracing::debug!(error = %failure.error, "a change was made and could not be marked");
            changed
        }
    }
}
