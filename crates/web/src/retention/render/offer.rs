//! An offer as its card: the brand's words or the built-in ones of its kind, and what it changes.

use axum::response::Response;
use domain::Timestamp;
use domain::flow::Refusal;
use domain::money::Money;
use domain::offer::{
    ContactChannel, CreditTo, DiscountDuration, ExistingDiscounts, OfferKind, Quote, Reduction,
    Timing,
};
use domain::playbook::{ContentBlock, Feedback};
use domain::subscription::Subscription;
use domain::text::LocalizedText;
use engine::retention::{Notice, OfferCard, RetentionView};

use super::super::words as say;
use super::brand_texts::BrandTexts;
use super::{PageContext, ok};
use crate::i18n::Words;
use crate::view::pages::{Chrome, Content, Fact, OfferPage, PauseOption, RedirectedPage};

/// What a card is made of.
struct Card<'a> {
    words: Words,
    view: &'a RetentionView,
    subscription: &'a Subscription,
    card: &'a OfferCard,
    now: Timestamp,
}

pub(super) fn offer(
    chrome: Chrome,
    view: &RetentionView,
    context: &PageContext<'_>,
    subscription: &Subscription,
    card: &OfferCard,
) -> Response {
    let words = chrome.words;
    let shown = Card { words, view, subscription, card, now: context.now };
    let is_unanswered = matches!(view.notice, Some(Notice::Refused(Refusal::InvalidMonths)));
    let own = &card.offer.copy;
    let decline_label =
        if card.more_may_follow { words.show_another_option() } else { words.continue_to_cancel() };
    ok(&OfferPage {
        offer_id: card.offer.id.to_string(),
        is_tip: !card.offer.effect.has_effect(),
        heading: shown.own(&own.title).unwrap_or_else(|| shown.heading()),
        paragraphs: shown.paragraphs(),
        content: shown.content(),
        facts: shown.facts(),
        pauses: shown.pauses(),
        accept_label: shown.own(&own.accept).unwrap_or_else(|| shown.accept_label()),
        decline_label,
        error: is_unanswered.then(|| words.pause_error().to_owned()),
        cancel_effect: say::cancel_effect(words, &view.pinned, subscription, context.now),
        chrome,
    })
}

pub(super) fn redirected(
    chrome: Chrome,
    view: &RetentionView,
    context: &PageContext<'_>,
    subscription: &Subscription,
    card: &OfferCard,
) -> Response {
    let words = chrome.words;
    let shown = Card { words, view, subscription, card, now: context.now };
    let (channel, address) = match &card.offer.effect {
        OfferKind::TalkToUs { channel, address } => (*channel, address.as_str()),
        _ => (ContactChannel::Link, ""),
    };
    ok(&RedirectedPage {
        heading: shown.own(&card.offer.copy.title).unwrap_or_else(|| shown.heading()),
        address: match channel {
            ContactChannel::Mail => format!("mailto:{address}"),
            ContactChannel::Link | ContactChannel::Booking => address.to_owned(),
        },
        open_label: contact_label(words, channel),
        cancel_effect: say::cancel_effect(words, &view.pinned, subscription, context.now),
        chrome,
    })
}

fn contact_label(words: Words, channel: ContactChannel) -> &'static str {
    match channel {
        ContactChannel::Link => words.contact_open(),
        ContactChannel::Mail => words.contact_write(),
        ContactChannel::Booking => words.contact_book(),
    }
}

impl Card<'_> {
    fn quote(&self) -> &Quote {
        &self.card.quote
    }

    /// The brand's own words, with their variables filled; none where it has none.
    fn own(&self, text: &LocalizedText) -> Option<String> {
        let (words, view) = (self.words, self.view);
        let texts = BrandTexts { words, view, subscription: Some(self.subscription) };
        texts.say(text, |name| self.variable(name))
    }

    /// A variable of an offer's words; `domain::playbook::variables` lists them.
    fn variable(&self, name: &str) -> Option<String> {
        let (words, quote) = (self.words, self.quote());
        let price = |amount, interval| Some(words.price(amount, interval?));
        match name {
            "price_with" => price(quote.price_with?, self.target_interval()),
            "price_afterwards" => price(quote.price_afterwards?, self.subscription.interval()),
            "percent" => match &self.card.offer.effect {
                OfferKind::Discount { reduction: Reduction::Percent(percent), .. } => {
                    Some(words.percent(*percent))
                }
                _ => None,
            },
            "amount" => self.reduction().or_else(|| quote.credit.map(|credit| words.money(credit))),
            "months" => self.months().map(|months| words.number(months)),
            "min_months" => match &self.card.offer.effect {
                OfferKind::Pause { min_months, .. } => Some(words.number(*min_months)),
                _ => None,
            },
            "days" => match &self.card.offer.effect {
                OfferKind::TrialExtension { days } => Some(words.number(*days)),
                _ => None,
            },
            "date" => Some(words.day(quote.starts_at.unwrap_or(self.now))),
            "ends_on" => quote.ends_at.or(quote.renewal_moves_to).map(|at| words.day(at)),
            "new_plan" => quote.new_plan.clone(),
            "seats" => self.seats().map(|seats| words.number(seats)),
            "seats_now" => Some(words.number(self.seats_now())),
            _ => None,
        }
    }

    fn seats(&self) -> Option<u32> {
        self.quote().seats.and_then(|seats| u32::try_from(seats).ok())
    }

    fn seats_now(&self) -> u32 {
        let item = self.subscription.items.first();
        let seats = item.and_then(|item| item.quantity).unwrap_or(1);
        u32::try_from(seats).unwrap_or(u32::MAX)
    }

    fn months(&self) -> Option<u32> {
        match &self.card.offer.effect {
            OfferKind::Discount { duration: DiscountDuration::Months(months), .. }
            | OfferKind::FreePeriod { months }
            | OfferKind::Pause { max_months: months, .. } => Some(*months),
            _ => None,
        }
    }

    /// `25%` or `$5.00`.
    fn reduction(&self) -> Option<String> {
        match &self.card.offer.effect {
            OfferKind::Discount { reduction, .. } => {
                say::reduction(self.words, reduction, self.subscription.currency)
            }
            _ => None,
        }
    }

    fn heading(&self) -> String {
        let (words, quote) = (self.words, self.quote());
        match &self.card.offer.effect {
            OfferKind::Discount { reduction, duration, .. } => {
                say::discount(words, reduction, *duration, self.subscription.currency)
            }
            OfferKind::Pause { .. } => words.pause_title().to_owned(),
            OfferKind::PlanChange { .. } => {
                words.plan_change_title(quote.new_plan.as_deref().unwrap_or_default())
            }
            OfferKind::Seats { .. } => words.seats_title(self.seats().unwrap_or(1)),
            OfferKind::FreePeriod { months } => words.free_months_title(*months),
            OfferKind::TrialExtension { days } => words.trial_title(*days),
            OfferKind::Credit { to, .. } => {
                let amount = quote.credit.map(|credit| words.money(credit)).unwrap_or_default();
                match to {
                    CreditTo::Balance => words.credit_title(&amount),
                    CreditTo::LastInvoice { .. } => words.refund_title(&amount),
                }
            }
            OfferKind::TalkToUs { .. } => words.contact_title().to_owned(),
            OfferKind::Content {} => say::tip(words, self.feedback()).0.to_owned(),
            OfferKind::Custom { .. } => self.card.offer.name.clone(),
        }
    }

    /// Stripe's word for the reason this offer answers.
    fn feedback(&self) -> Feedback {
        let reasons = &self.view.pinned.playbook().reasons;
        let listed = reasons
            .iter()
            .find(|reason| reason.offers.iter().any(|listed| listed.offer == self.card.offer.id));
        listed.map_or(Feedback::Other, |reason| reason.feedback)
    }

    fn paragraphs(&self) -> Vec<String> {
        let copy = &self.card.offer.copy;
        match self.own(&copy.body) {
            Some(own) => vec![own],
            None if !copy.title.is_empty() && !self.card.offer.effect.has_effect() => Vec::new(),
            None => self.effects(),
        }
    }

    /// The built-in sentences on what happens.
    fn effects(&self) -> Vec<String> {
        let (words, quote) = (self.words, self.quote());
        let day = |at: Option<Timestamp>| at.map(|at| words.day(at)).unwrap_or_default();
        match &self.card.offer.effect {
            OfferKind::Discount { existing: ExistingDiscounts::Replace, .. }
                if !self.subscription.discounts.is_empty() =>
            {
                vec![words.discount_replaces().to_owned()]
            }
            OfferKind::Pause { .. } if domain::offer::shape::moves_renewal(self.subscription) => {
                vec![words.fair_pause_effect().to_owned()]
            }
            OfferKind::Pause { .. } => vec![words.pause_effect().to_owned()],
            OfferKind::PlanChange { timing: Timing::Now, .. } => {
                let mut said = vec![words.plan_change_now().to_owned()];
                said.extend(self.charged_now(Timing::Now));
                said
            }
            OfferKind::PlanChange { timing: Timing::Renewal, .. } => {
                vec![words.plan_change_at_renewal(&day(quote.starts_at))]
            }
            OfferKind::Seats { .. } => {
                let to = self.seats().unwrap_or(1);
                vec![words.seats_effect(self.seats_now(), to, &day(quote.starts_at))]
            }
            OfferKind::FreePeriod { .. } => {
                let until = quote.renewal_moves_to.or(quote.ends_at);
                vec![words.free_months_effect(&day(until))]
            }
            OfferKind::TrialExtension { .. } => {
                vec![words.trial_effect(&day(quote.renewal_moves_to))]
            }
            OfferKind::Credit { to, .. } => {
                let amount = quote.credit.map(|credit| words.money(credit)).unwrap_or_default();
                let paid = self.subscription.latest_invoice.as_ref().map(|paid| paid.paid_at);
                vec![match to {
                    CreditTo::Balance => words.credit_effect(&amount),
                    CreditTo::LastInvoice { .. } => words.refund_effect(&amount, &day(paid)),
                }]
            }
            OfferKind::TalkToUs { .. } => vec![words.contact_effect().to_owned()],
            OfferKind::Content {} => say::tip(words, self.feedback()).1.map(str::to_owned).to_vec(),
            OfferKind::Discount { .. } | OfferKind::Custom { .. } => Vec::new(),
        }
    }

    /// What the brand shows, in its order. Pictures and films only from where it says they come.
    fn content(&self) -> Vec<Content> {
        let said = |text: &LocalizedText| self.own(text).unwrap_or_default();
        let is_known = |url: &str| self.view.brand.is_media_source(url);
        let blocks = self.card.offer.content.iter();
        let shown = blocks.filter_map(|block| match block {
            ContentBlock::Text { text } => self.own(text).map(Content::Text),
            ContentBlock::Image { url, alt } if is_known(url) => {
                Some(Content::Image { url: url.clone(), alt: said(alt) })
            }
            ContentBlock::Video { url, title, captions } if is_known(url) => {
                let captions = captions.iter().filter(|(_, url)| is_known(url));
                Some(Content::Video {
                    url: url.clone(),
                    title: said(title),
                    captions: captions.map(|(tag, url)| (tag.clone(), url.clone())).collect(),
                })
            }
            ContentBlock::Image { .. } | ContentBlock::Video { .. } => None,
        });
        shown.collect()
    }

    fn facts(&self) -> Vec<Fact> {
        let (words, quote) = (self.words, self.quote());
        let mut facts = Vec::new();
        if let (Some(price), Some(interval)) = (quote.price_with, self.subscription.interval())
            && !matches!(self.card.offer.effect, OfferKind::PlanChange { .. })
        {
            let price = words.price(price, interval);
            facts.push(Fact::headline(words.with_this_offer(), price));
        }
        if let OfferKind::PlanChange { .. } = self.card.offer.effect {
            self.plan_facts(&mut facts);
        }
        if let (Some(old), Some(new)) =
            (self.subscription.current_period_end(), quote.renewal_moves_to)
        {
            let moves = words.renewal_moves(&words.day(old), &words.day(new));
            facts.push(Fact::new(words.renewal(), moves));
        }
        if let Some(next) = say::next_invoice(words, quote.next_invoice.as_ref()) {
            facts.push(Fact::new(words.next_invoice(), next.text(words)));
        }
        if let Some(at) = quote.ends_at {
            facts.push(Fact::new(words.ends(), words.day(at)));
        }
        if let (Some(price), Some(interval)) =
            (quote.price_afterwards, self.subscription.interval())
        {
            let price = words.price(price, interval);
            facts.push(Fact::new(words.after_that(), say::renews(words, &price)));
        }
        if let OfferKind::Pause { .. } = self.card.offer.effect {
            let price = say::renewal_price(words, self.subscription);
            facts.push(Fact::new(words.after_the_pause(), say::renews(words, &price)));
        }
        facts
    }

    fn plan_facts(&self, facts: &mut Vec<Fact>) {
        let (words, quote) = (self.words, self.quote());
        let new_price = quote.price_with.zip(self.target_interval());
        if let Some((price, interval)) = new_price {
            facts.push(Fact::headline(words.new_plan(), words.price(price, interval)));
        }
        let (plan, price) =
            (self.subscription.plan_name(), say::price_of(words, self.subscription));
        facts.push(Fact::new(words.current_plan(), words.price_of_plan(&plan, &price)));
    }

    /// What a change at once costs today.
    fn charged_now(&self, timing: Timing) -> Option<String> {
        let words = self.words;
        match self.quote().charged_now {
            Some(charge) if charge.minor > 0 => Some(words.charged_today(&words.money(charge))),
            Some(credit) if credit.minor < 0 => {
                let credit = Money::new(-credit.minor, credit.currency);
                Some(words.credited(&words.money(credit)))
            }
            _ => (timing == Timing::Now).then(|| words.nothing_charged_today().to_owned()),
        }
    }

    /// How often the new plan is charged.
    fn target_interval(&self) -> Option<domain::subscription::Interval> {
        self.quote().new_interval.or_else(|| self.subscription.interval())
    }

    fn pauses(&self) -> Vec<PauseOption> {
        let words = self.words;
        let choices = self.quote().pause_choices.iter();
        choices
            .map(|choice| PauseOption {
                months: choice.months,
                length: words.pause_months(choice.months),
                resumes: words.resumes_on(&words.day(choice.until)),
                is_chosen: false,
            })
            .collect()
    }

    fn accept_label(&self) -> String {
        let (words, quote) = (self.words, self.quote());
        let label = match &self.card.offer.effect {
            OfferKind::Discount { .. } => words.keep_with_offer(),
            OfferKind::Pause { .. } => words.keep_with_pause(),
            OfferKind::PlanChange { .. } => {
                return words.keep_with_plan_change(quote.new_plan.as_deref().unwrap_or_default());
            }
            OfferKind::Seats { .. } => {
                let seats = self.seats().unwrap_or(1);
                return words.keep_with_seats(seats);
            }
            OfferKind::FreePeriod { .. } => words.keep_with_free_time(),
            OfferKind::TrialExtension { .. } => words.keep_with_trial(),
            OfferKind::Credit { to: CreditTo::Balance, .. } => words.keep_with_credit(),
            OfferKind::Credit { .. } => words.keep_with_refund(),
            OfferKind::TalkToUs { channel, .. } => contact_label(words, *channel),
            OfferKind::Content {} => words.keep_plan(),
            OfferKind::Custom { .. } => words.accept_offer(),
        };
        label.to_owned()
    }
}
