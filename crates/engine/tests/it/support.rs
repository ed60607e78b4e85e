//! A customer's way through the engine, without pages: what the screens hold, as values.

use domain::brand::Mode;
use domain::ids::{OfferId, ReasonId, SubscriptionId};
use domain::offer::{Assessment, Quote, Verdict};
use domain::playbook::Playbook;
use domain::playbook::source::{canonical, parse};
use engine::playbooks::{Published, Publisher, content_hash};
use engine::ports::{AssessedWhen, AssessmentRecord, PlaybookVersion, PublishPlaybook};
use engine::retention::{Action, RetentionView, Screen};
use serde_json::Value;
use testkit::{Member, TestApp};

/// In yen, a currency without decimals.
pub(crate) const YUKI: Member = Member {
    customer: "cus_LumenYen000001",
    subscription: "sub_1LumenYen000000000000001",
    email: "yuki.shore@example.com",
};
/// In dinar, a currency with three decimals.
pub(crate) const NOOR: Member = Member {
    customer: "cus_LumenDinar0001",
    subscription: "sub_1LumenDinar0000000000001",
    email: "noor.valley@example.com",
};
/// Yearly, in Canada.
pub(crate) const AVERY: Member = Member {
    customer: "cus_LumenCanada001",
    subscription: "sub_1LumenCanada000000000001",
    email: "avery.maple@example.com",
};
/// Monthly Basic.
pub(crate) const SASHA: Member = Member {
    customer: "cus_LumenBasic0001",
    subscription: "sub_1LumenBasic0000000000001",
    email: "sasha.pebble@example.com",
};
/// Twelve seats.
pub(crate) const QUINN: Member = Member {
    customer: "cus_LumenSeats0001",
    subscription: "sub_1LumenSeats0000000000001",
    email: "quinn.delta@example.com",
};

/// A playbook whose one reason lists `offer_a`, which does `effect`; `own` is more of the offer,
/// `top` more of the document.
pub(crate) fn one_offer(effect: &str, own: &str, top: &str) -> String {
    format!(
        "schema = 1\nname = \"Test\"\ndefault_locale = \"en\"\n{top}\n\
         [[reasons]]\nid = \"reason_other\"\nfeedback = \"other\"\n\
         offers = [{{ offer = \"offer_a\" }}]\n\
         [[offers]]\nid = \"offer_a\"\nname = \"A\"\neffect = {{ {effect} }}\n{own}\n"
    )
}

/// Publishes a playbook, which the engine checks.
pub(crate) async fn publish(app: &TestApp, text: &str) -> Published {
    let playbook = parsed(text);
    let publisher = Publisher { by: "a test".to_owned(), why: "to see".to_owned() };
    let (brand_id, source) = (app.brand_id(), text.to_owned());
    let published = app.engine.publish_playbook(&brand_id, Mode::Test, playbook, source, publisher);
    published.await.unwrap()
}

fn parsed(text: &str) -> Playbook {
    let parsed = parse(text).unwrap_or_else(|findings| panic!("{findings:?}\n{text}"));
    parsed.playbook
}

/// Makes a playbook current that the check would refuse.
pub(crate) async fn publish_unchecked(app: &TestApp, text: &str) {
    let playbook = parsed(text);
    let publish = PublishPlaybook {
        brand_id: app.brand_id(),
        mode: Mode::Test,
        version: PlaybookVersion {
            hash: content_hash(&playbook),
            document: canonical(&playbook),
            source: text.to_owned(),
        },
        is_rollback: false,
        by: "a test".to_owned(),
        why: "to see".to_owned(),
        at: app.engine.clock().now(),
    };
    app.engine.store().publish_playbook(&publish).await.unwrap();
}

/// One session and the screen it is on.
pub(crate) struct Tab<'a> {
    pub(crate) app: &'a TestApp,
    token: String,
    pub(crate) view: Box<RetentionView>,
}

impl<'a> Tab<'a> {
    pub(crate) async fn open(app: &'a TestApp, member: Member) -> Self {
        Self::open_for(app, member.customer, member.subscription).await
    }

    pub(crate) async fn open_for(app: &'a TestApp, customer: &str, subscription: &str) -> Self {
        let session = app.session().for_customer(customer).to_cancel(subscription);
        let token = Box::pin(session.with("expires_in", 604_800).token()).await;
        // On the heap: a test makes many steps, and each would have its place in the test's future.
        let view = Box::new(Box::pin(app.engine.open_view(&token)).await.unwrap());
        Self { app, token, view }
    }

    pub(crate) async fn act(mut self, action: Action) -> Self {
        *self.view = Box::pin(self.app.engine.act(&self.token, action)).await.unwrap();
        self
    }

    pub(crate) async fn answer(self, reason: &str) -> Self {
        let reason_id = Some(ReasonId::from_suffix(reason));
        self.act(Action::Answer { reason_id, comment: None }).await
    }

    pub(crate) async fn accept(self, months: Option<u32>) -> Self {
        let offer_id = self.shown().expect("an offer is shown").0;
        self.act(Action::Accept { offer_id, months }).await
    }

    /// Cancels with a reason and some words.
    pub(crate) async fn cancel(self) -> Self {
        let subscription_id: Option<SubscriptionId> = None;
        let reason_id = Some(ReasonId::from_suffix("other"));
        let comment = Some("It was fun.".to_owned());
        self.act(Action::Cancel { subscription_id, reason_id, comment }).await
    }

    pub(crate) async fn refresh(self) -> Self {
        self.act(Action::Refresh).await
    }

    pub(crate) fn screen(&self) -> &'static str {
        engine::retention::screen_name(&self.view.screen)
    }

    /// The offer on the screen, and what its card promises.
    pub(crate) fn shown(&self) -> Option<(OfferId, Quote)> {
        match &self.view.screen {
            Screen::Offer { card, .. } => Some((card.offer.id.clone(), card.quote.clone())),
            _ => None,
        }
    }

    /// Everything that was found out about offers in this session, oldest first.
    pub(crate) async fn assessments(&self) -> Vec<AssessmentRecord> {
        let uid = &self.view.session.claims.uid;
        self.app.engine.store().list_assessments(&self.app.brand_id(), uid).await.unwrap()
    }

    /// What was stored of an offer, oldest first: when, and every reason why not in words.
    pub(crate) async fn stored(&self, offer: &str) -> Vec<(AssessedWhen, Verdict, Vec<String>)> {
        let id = OfferId::from_suffix(offer);
        let mut found = Vec::new();
        for record in self.assessments().await {
            let of_offer = record.offers.iter().filter(|each| each.offer_id == id);
            found.extend(of_offer.map(|each| (record.when, each.verdict, sentences(each))));
        }
        found
    }

    /// Words of the reasons why the offer was not shown.
    pub(crate) async fn refused(&self, offer: &str) -> Vec<String> {
        let stored = self.stored(offer).await;
        let (when, verdict, because) = stored.last().expect("the offer was assessed").clone();
        assert_eq!((when, verdict), (AssessedWhen::Open, Verdict::Refused));
        because
    }
}

pub(crate) fn sentences(assessment: &Assessment) -> Vec<String> {
    assessment.because.iter().map(ToString::to_string).collect()
}

/// Somebody changes a subscription past the engine.
pub(crate) async fn dashboard(app: &TestApp, subscription: &str, fields: &[(&str, &str)]) {
    app.post_to_stripe(&format!("/v1/subscriptions/{subscription}"), fields).await;
}

/// Invoices of a subscription, oldest first.
pub(crate) fn invoices(app: &TestApp, subscription: &str) -> Vec<Value> {
    let snapshot = app.sandbox.inspect();
    let mut found: Vec<Value> = snapshot
        .objects
        .values()
        .filter(|object| object["object"] == "invoice")
        .filter(|invoice| invoice["parent"]["subscription_details"]["subscription"] == subscription)
        .cloned()
        .collect();
    found.sort_by_key(|invoice| (invoice["created"].as_i64(), invoice["id"].to_string()));
    found
}
