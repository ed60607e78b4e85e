//! What a form of the view says. Everything is optional and nothing is trusted.

use domain::ids::{OfferId, ReasonId, SubscriptionId};
use engine::retention::Action;

use crate::i18n::Locale;

/// Begins the name of the field that answers a reason's question; the reason's id follows.
pub(crate) const FOLLOW_UP: &str = "follow_up_";

/// The fields of a form or of a query.
#[derive(Debug, Default, Clone)]
pub(crate) struct ViewForm {
    pub(crate) session_id: String,
    pub(crate) parent_origin: String,
    action: String,
    subscription_id: String,
    pub(crate) reason: String,
    comment: String,
    /// Answers to the questions that reasons ask, by the reason's id.
    follow_ups: Vec<(String, String)>,
    offer_id: String,
    months: String,
    locale: String,
}

impl ViewForm {
    /// Reads the fields; of a field that stands twice the first counts.
    pub(crate) fn read(fields: Vec<(String, String)>) -> Self {
        let mut form = Self::default();
        for (name, value) in fields {
            if let Some(reason) = name.strip_prefix(FOLLOW_UP) {
                form.follow_ups.push((reason.to_owned(), value));
                continue;
            }
            let field = match name.as_str() {
                "session_id" => &mut form.session_id,
                "parent_origin" => &mut form.parent_origin,
                "action" => &mut form.action,
                "subscription_id" => &mut form.subscription_id,
                "reason" => &mut form.reason,
                "comment" => &mut form.comment,
                "offer_id" => &mut form.offer_id,
                "months" => &mut form.months,
                "locale" => &mut form.locale,
                _ => continue,
            };
            if field.is_empty() {
                *field = value;
            }
        }
        form
    }

    /// The language the host page asked for, if the view speaks it.
    pub(crate) fn locale(&self) -> Option<Locale> {
        Locale::find(&self.locale)
    }

    /// Whether a finishing cancel control was pressed.
    pub(crate) fn is_cancel(&self) -> bool {
        self.action == "cancel"
    }

    /// The customer's words: to the question of the chosen reason, else the comment. Browsers send
    /// two characters for the end of a line, of which the form's limit counts one.
    pub(crate) fn comment(&self) -> String {
        let own = self.follow_ups.iter().find(|(reason, _)| *reason == self.reason);
        let own = own.map(|(_, text)| text.trim()).filter(|text| !text.is_empty());
        own.unwrap_or_else(|| self.comment.trim()).replace('\0', "").replace("\r\n", "\n")
    }

    /// What was pressed. Opening the view presses nothing. A field that was left out or is
    /// malformed leaves the customer on the screen, with the words that belong there.
    pub(crate) fn action(&self) -> Result<Action, MissingField> {
        let reason_id = ReasonId::parse(&self.reason).ok();
        let comment = Some(self.comment()).filter(|text| !text.is_empty());
        match self.action.as_str() {
            "choose" => SubscriptionId::parse(&self.subscription_id)
                .map(Action::Choose)
                .map_err(|_| MissingField::Subscription),
            "answer" => Ok(Action::Answer { reason_id, comment }),
            "cancel" => {
                let subscription_id = SubscriptionId::parse(&self.subscription_id).ok();
                Ok(Action::Cancel { subscription_id, reason_id, comment })
            }
            "accept" => OfferId::parse(&self.offer_id)
                .map(|offer_id| Action::Accept { offer_id, months: self.months.parse().ok() })
                .map_err(|_| MissingField::Offer),
            "decline" => Ok(Action::Decline),
            "keep" => Ok(Action::Keep),
            "survey" => Ok(Action::Survey { reason_id, comment }),
            "undo" => Ok(Action::Undo),
            _ => Ok(Action::Refresh),
        }
    }
}

/// A choice the form needs and does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MissingField {
    /// Which subscription.
    Subscription,
    /// Which offer.
    Offer,
}
