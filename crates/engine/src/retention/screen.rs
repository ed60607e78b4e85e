//! What the view shows, as plain values.

use std::sync::Arc;

use domain::brand::Brand;
use domain::flow::{Answer, Refusal};
use domain::offer::{Offer, Quote};
use domain::policy::Policy;
use domain::subscription::Subscription;

use super::OpenSession;
use crate::playbooks::PinnedPlaybook;
use crate::ports::{ActionRecord, DecisionRecord};

/// One page of the view.
#[derive(Debug, Clone)]
pub struct RetentionView {
    /// The brand.
    pub brand: Arc<Brand>,
    /// The session.
    pub session: OpenSession,
    /// The playbook version the session follows.
    pub pinned: Arc<PinnedPlaybook>,
    /// Rules of the region.
    pub policy: Arc<Policy>,
    /// The screen.
    pub screen: Screen,
    /// Something to say on top of the screen.
    pub notice: Option<Notice>,
}

/// Something to say on top of a screen. The cancel control stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The last step was refused; nothing changed.
    Refused(Refusal),
    /// The last decision was refused, by the provider or by the brand's own endpoint; nothing
    /// changed there.
    NotCarriedOut {
        /// Whether the brand's endpoint refused it.
        by_brand: bool,
    },
}

/// An offer with what it means for this customer.
#[derive(Debug, Clone, PartialEq)]
pub struct OfferCard {
    /// The offer.
    pub offer: Offer,
    /// What its card promises.
    pub quote: Quote,
    /// Whether another offer may follow when the customer goes on without this one.
    pub more_may_follow: bool,
}

/// The screens.
#[derive(Debug, Clone)]
pub enum Screen {
    /// Which of several subscriptions.
    Choose {
        /// Those that can be canceled.
        subscriptions: Vec<Subscription>,
    },
    /// Why.
    Reason {
        /// The subscription.
        subscription: Subscription,
        /// What was answered before.
        answer: Option<Answer>,
    },
    /// One offer.
    Offer {
        /// The subscription.
        subscription: Subscription,
        /// The card.
        card: Box<OfferCard>,
    },
    /// The way to a person; nothing has changed.
    Redirected {
        /// The subscription.
        subscription: Subscription,
        /// The offer that leads there.
        card: Box<OfferCard>,
    },
    /// What ends and when.
    Confirm {
        /// The subscription.
        subscription: Subscription,
    },
    /// A decision, with where it stands at the provider.
    Decided {
        /// The decision.
        decision: Box<DecisionRecord>,
        /// The subscription as last read.
        subscription: Option<Subscription>,
        /// Bearer of the receipt of a cancellation.
        receipt_bearer: Option<String>,
        /// Whether the customer may still be asked why they canceled.
        asks_survey: bool,
    },
    /// An end was already set before this session.
    AlreadyEnding {
        /// The subscription.
        subscription: Subscription,
    },
    /// That end was taken back in this session.
    Undone {
        /// The action that does it.
        action: Box<ActionRecord>,
        /// The subscription as last read.
        subscription: Option<Subscription>,
    },
    /// Nothing is left that could be canceled.
    NothingToCancel,
    /// The provider cannot be asked and nothing is known yet.
    ProviderDown {
        /// Whether the session names the subscription, so that a cancellation can be accepted
        /// all the same.
        can_cancel: bool,
    },
}

/// The screen's name in pages, events and metrics.
#[must_use]
pub fn screen_name(screen: &Screen) -> &'static str {
    match screen {
        Screen::Choose { .. } => "choose",
        Screen::Reason { .. } => "reason",
        Screen::Offer { .. } => "offer",
        Screen::Redirected { .. } => "redirected",
        Screen::Confirm { .. } => "confirm",
        Screen::Decided { .. } => "done",
        Screen::AlreadyEnding { .. } => "undo",
        Screen::Undone { .. } => "undone",
        Screen::NothingToCancel | Screen::ProviderDown { .. } => "message",
    }
}
