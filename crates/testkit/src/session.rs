//! A customer's way through the view, by plain forms.

use serde_json::{Value, json};

use crate::app::TestApp;
use crate::http::Answer;
use crate::page::Page;

/// A session to be made by the brand's backend.
#[must_use]
pub struct NewSession<'a> {
    app: &'a TestApp,
    fields: Value,
}

impl<'a> NewSession<'a> {
    pub(crate) fn new(app: &'a TestApp) -> Self {
        Self { app, fields: json!({}) }
    }

    /// For the customer with this id.
    pub fn for_customer(self, id: &str) -> Self {
        self.with("customer_id", id)
    }

    /// For whoever has this e-mail.
    pub fn for_email(self, email: &str) -> Self {
        self.with("customer_email", email)
    }

    /// To cancel this subscription.
    pub fn to_cancel(self, subscription_id: &str) -> Self {
        self.with("subscription_id", subscription_id)
    }

    /// With any other field.
    pub fn with(mut self, field: &str, value: impl Into<Value>) -> Self {
        self.fields[field] = value.into();
        self
    }

    /// What the API answers.
    pub async fn send(self) -> Answer {
        self.app.create_session(&json!({"retention": self.fields})).await
    }

    /// The session's id.
    ///
    /// # Panics
    /// When the API refuses.
    pub async fn token(self) -> String {
        let answer = self.send().await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        answer.json()["id"].as_str().expect("an id").to_owned()
    }

    /// Opens the view as the SDK does.
    pub async fn open(self) -> View<'a> {
        let app = self.app;
        let token = self.token().await;
        app.open(&token).await
    }
}

/// One tab with the view. A clone is another tab on the same page.
#[derive(Clone)]
pub struct View<'a> {
    app: &'a TestApp,
    token: String,
    page: Page,
}

impl<'a> View<'a> {
    pub(crate) async fn open(app: &'a TestApp, token: &str) -> Self {
        let page = app.post_page("/retention", &[("session_id", token)]).await;
        Self { app, token: token.to_owned(), page }
    }

    /// The page shown.
    #[must_use]
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// The session's id.
    #[must_use]
    pub fn token(&self) -> &str {
        &self.token
    }

    /// Presses a button of the form with further fields.
    pub async fn press(mut self, action: &str, fields: &[(&str, &str)]) -> Self {
        let mut form = vec![("session_id", self.token.as_str()), ("action", action)];
        form.extend_from_slice(fields);
        self.page = self.app.post_page("/retention", &form).await;
        self
    }

    /// Chooses one of several subscriptions.
    pub async fn choose_subscription(self, id: &str) -> Self {
        self.press("choose", &[("subscription_id", id)]).await
    }

    /// Picks a reason and goes on.
    pub async fn choose_reason(self, reason: &str) -> Self {
        self.answer(reason, "").await
    }

    /// Picks a reason, writes something and goes on.
    pub async fn answer(self, reason: &str, comment: &str) -> Self {
        let reason = format!("reason_{reason}");
        self.press("answer", &[("reason", &reason), ("comment", comment)]).await
    }

    /// Takes the offer shown.
    ///
    /// # Panics
    /// When no offer is shown.
    pub async fn accept(self) -> Self {
        let offer_id = self.page.field("offer_id").expect("an offer is shown");
        self.press("accept", &[("offer_id", &offer_id)]).await
    }

    /// Takes the pause shown, for so many months.
    ///
    /// # Panics
    /// When no offer is shown.
    pub async fn pause_for(self, months: &str) -> Self {
        let offer_id = self.page.field("offer_id").expect("an offer is shown");
        self.press("accept", &[("offer_id", &offer_id), ("months", months)]).await
    }

    /// Goes on past the offer.
    pub async fn decline(self) -> Self {
        self.press("decline", &[]).await
    }

    /// Presses the finishing control.
    pub async fn cancel(self) -> Self {
        self.press("cancel", &[]).await
    }

    /// Keeps the subscription as it is.
    pub async fn keep(self) -> Self {
        self.press("keep", &[]).await
    }

    /// Takes the cancellation back.
    pub async fn undo(self) -> Self {
        self.press("undo", &[]).await
    }

    /// Asks where things stand.
    pub async fn refresh(self) -> Self {
        self.press("refresh", &[]).await
    }
}
