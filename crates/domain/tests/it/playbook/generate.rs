//! Random playbooks: well formed as documents, not necessarily sensible.

use std::collections::BTreeMap;

use domain::ids::{OfferId, ReasonId};
use domain::money::{Currency, Percent};
use domain::offer::{
    ContactChannel, CreditTo, DiscountDuration, ExistingDiscounts, Offer, OfferCopy, OfferKind,
    Proration, Reduction, SeatTarget, Timing,
};
use domain::playbook::{
    Amounts, CancelMode, ContentBlock, Feedback, FlowOptions, ListedOffer, OfferLimits, Playbook,
    PlaybookLimits, Reason, Segment, SurveyStage, TextField, UnusedTime,
};
use domain::segment::AttributeType;
use domain::session::AttributeValue;
use domain::text::LocalizedText;
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{1,8}",
        any::<String>(),
        select(vec![
            "",
            "\"",
            "'",
            "'''",
            "\"\"\"",
            "\\",
            "\n",
            "\r\n",
            "\u{7f}",
            "#",
            "a = 1",
            "é\u{301}"
        ])
        .prop_map(str::to_owned),
    ]
}

fn words() -> impl Strategy<Value = LocalizedText> {
    let locale = prop_oneof![select(vec!["en", "de", "pt-BR"]).prop_map(str::to_owned), text()];
    btree_map(locale, text(), 0..3).prop_map(LocalizedText)
}

fn amounts() -> impl Strategy<Value = Amounts> {
    let currency = "[a-z]{3}".prop_map(|code| Currency::parse(&code).unwrap());
    btree_map(currency, any::<i64>(), 0..3).prop_map(Amounts)
}

fn percent() -> impl Strategy<Value = Percent> {
    (1_u8..=100).prop_map(|value| Percent::try_from(value).unwrap())
}

fn offer_id() -> impl Strategy<Value = OfferId> {
    "[A-Za-z0-9_-]{1,6}".prop_map(|suffix| OfferId::from_suffix(&suffix))
}

fn segments() -> impl Strategy<Value = Vec<Segment>> {
    vec((text(), text(), text()).prop_map(|(id, name, when)| Segment { id, name, when }), 0..3)
}

fn reason() -> impl Strategy<Value = Reason> {
    let listed = (offer_id(), option::of(text()))
        .prop_map(|(offer, segment)| ListedOffer { offer, segment });
    (
        "[a-z]{1,6}",
        words(),
        select(Feedback::ALL.to_vec()),
        option::of(text()),
        option::of(text()),
        words(),
        select(vec![TextField::Optional, TextField::Off]),
        vec(listed, 0..3),
    )
        .prop_map(
            |(id, label, feedback, feedback_option, category, question, text, offers)| Reason {
                id: ReasonId::from_suffix(&id),
                label,
                feedback,
                feedback_option,
                category,
                question,
                text,
                offers,
            },
        )
}

fn parameter() -> impl Strategy<Value = AttributeValue> {
    prop_oneof![
        any::<bool>().prop_map(AttributeValue::Bool),
        any::<f64>().prop_filter("has a value", |n| n.is_finite()).prop_map(AttributeValue::Number),
        text().prop_map(AttributeValue::Text),
    ]
}

/// A whole number that a document can hold.
fn count() -> impl Strategy<Value = u64> {
    any::<u64>().prop_map(|count| count >> 1)
}

fn effect() -> impl Strategy<Value = OfferKind> {
    let reduction =
        prop_oneof![percent().prop_map(Reduction::Percent), amounts().prop_map(Reduction::Amount)];
    let duration = prop_oneof![
        Just(DiscountDuration::Once),
        any::<u32>().prop_map(DiscountDuration::Months),
        Just(DiscountDuration::Forever),
    ];
    let existing = select(vec![ExistingDiscounts::Keep, ExistingDiscounts::Replace]);
    let timing = select(vec![Timing::Now, Timing::Renewal]);
    let proration = select(vec![Proration::None, Proration::NextInvoice, Proration::Immediately]);
    let target =
        prop_oneof![count().prop_map(SeatTarget::ReduceBy), count().prop_map(SeatTarget::ReduceTo)];
    let to = prop_oneof![
        Just(CreditTo::Balance),
        any::<u32>().prop_map(|within_days| CreditTo::LastInvoice { within_days }),
    ];
    let channel = select(vec![ContactChannel::Link, ContactChannel::Mail, ContactChannel::Booking]);
    prop_oneof![
        (reduction, duration, existing).prop_map(|(reduction, duration, existing)| {
            OfferKind::Discount { reduction, duration, existing }
        }),
        any::<(u32, u32)>()
            .prop_map(|(min_months, max_months)| OfferKind::Pause { min_months, max_months }),
        (text(), vec(text(), 0..3), timing, proration).prop_map(
            |(price, from, timing, proration)| OfferKind::PlanChange {
                price,
                from,
                timing,
                proration
            }
        ),
        target.prop_map(|target| OfferKind::Seats { target }),
        any::<u32>().prop_map(|months| OfferKind::FreePeriod { months }),
        any::<u32>().prop_map(|days| OfferKind::TrialExtension { days }),
        (amounts(), to).prop_map(|(amount, to)| OfferKind::Credit { amount, to }),
        (channel, text()).prop_map(|(channel, address)| OfferKind::TalkToUs { channel, address }),
        Just(OfferKind::Content {}),
        (text(), btree_map(text(), parameter(), 0..3))
            .prop_map(|(url, parameters)| OfferKind::Custom { url, parameters }),
    ]
}

fn content() -> impl Strategy<Value = ContentBlock> {
    prop_oneof![
        words().prop_map(|text| ContentBlock::Text { text }),
        (text(), words()).prop_map(|(url, alt)| ContentBlock::Image { url, alt }),
        (text(), words(), btree_map(text(), text(), 0..2))
            .prop_map(|(url, title, captions)| ContentBlock::Video { url, title, captions }),
    ]
}

fn offer() -> impl Strategy<Value = Offer> {
    let limits = (
        option::of(any::<u32>()),
        option::of(any::<u32>()),
        option::of(any::<u32>()),
        option::of(count()),
        amounts(),
    )
        .prop_map(
            |(per_customer, per_subscription, cooldown_days, total, budget_per_month)| {
                OfferLimits {
                    per_customer,
                    per_subscription,
                    cooldown_days,
                    total,
                    budget_per_month,
                }
            },
        );
    let copy = (words(), words(), words()).prop_map(|(title, body, accept)| OfferCopy {
        title,
        body,
        accept,
    });
    let rest = (limits, copy, vec(content(), 0..3));
    (offer_id(), text(), effect(), option::of(text()), rest).prop_map(
        |(id, name, effect, when, (limits, copy, content))| Offer {
            id,
            name,
            effect,
            when,
            limits,
            copy,
            content,
        },
    )
}

fn flow() -> impl Strategy<Value = FlowOptions> {
    let survey = select(vec![SurveyStage::Before, SurveyStage::After, SurveyStage::Off]);
    let unused = select(vec![UnusedTime::Nothing, UnusedTime::Credit, UnusedTime::Refund]);
    let cancel = prop_oneof![
        Just(CancelMode::AtPeriodEnd),
        unused.prop_map(|unused_time| CancelMode::Now { unused_time }),
        any::<u32>().prop_map(|days| CancelMode::AtDate { days }),
    ];
    (survey, any::<u32>(), cancel).prop_map(|(survey, offer_screens, cancel)| FlowOptions {
        survey,
        offer_screens,
        cancel,
    })
}

fn limits() -> impl Strategy<Value = PlaybookLimits> {
    (
        btree_map(text(), any::<u32>(), 0..3),
        option::of(any::<u32>()),
        any::<bool>(),
        amounts(),
        option::of(percent()),
        option::of(any::<u32>()),
        amounts(),
    )
        .prop_map(
            |(
                cooldown_days,
                per_customer,
                stacking,
                budget,
                max_percent,
                max_months,
                max_credit,
            )| {
                PlaybookLimits {
                    cooldown_days,
                    per_customer,
                    stacking,
                    budget_per_month: budget,
                    max_percent,
                    max_months,
                    max_credit,
                }
            },
        )
}

pub(super) fn playbook() -> impl Strategy<Value = Playbook> {
    let attribute = select(vec![AttributeType::Text, AttributeType::Number, AttributeType::Bool]);
    let attributes: BoxedStrategy<BTreeMap<String, AttributeType>> =
        btree_map(text(), attribute, 0..3).boxed();
    let head = (any::<u32>(), text(), text(), vec(text(), 0..3));
    let lists = (segments(), vec(reason(), 0..3), vec(offer(), 0..3));
    (head, flow(), attributes, limits(), lists).prop_map(
        |((schema, name, default_locale, locales), flow, attributes, limits, lists)| Playbook {
            schema,
            name,
            default_locale,
            locales,
            flow,
            attributes,
            segments: lists.0,
            limits,
            reasons: lists.1,
            offers: lists.2,
        },
    )
}
