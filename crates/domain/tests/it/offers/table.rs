//! `docs/offers.md` says what happens: offer × shape, and cancellation × shape.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use domain::billing_action::{CancelWhen, CouponReduction, SubscriptionChange};
use domain::flow::ending;
use domain::offer::{DiscountDuration, Offer, Timing, effect, shape};
use domain::playbook::{CancelMode, UnusedTime};
use domain::subscription::Subscription;

use super::cancel::modes;
use crate::eligibility::{OFFERS, offers};
use crate::shapes::{self, NOW, at};
use crate::situation::Situation;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/offers.md");

/// What each offer of the tables is, in words.
const HEADINGS: [(&str, &str, &str); 14] = [
    ("discount", "Discount for months", "25 % off for three months"),
    ("amount", "Discount of an amount, once", "5.00 USD or 700 JPY off the next invoice"),
    ("replacing", "Discount that replaces others", "25 % off for good, in place of what runs"),
    ("pause", "Pause", "one to three months; the table shows one"),
    ("plan_now", "Plan change now", "to another monthly price in USD, difference at once"),
    ("plan_later", "Plan change at renewal", "to another monthly price in USD"),
    ("seats", "Seats", "one seat less from the next period on"),
    ("free", "Free period", "one month"),
    ("trial", "Trial extension", "seven days"),
    ("credit", "Credit to the balance", "5.00 USD or 700 JPY"),
    ("refund", "Credit from the last invoice", "5.00 USD or 700 JPY, paid within 30 days"),
    ("talk", "Talk to us", "a mail address"),
    ("content", "Content", "something to read"),
    ("custom", "Custom", "a call to the brand's endpoint"),
];

fn change_words(change: &SubscriptionChange) -> String {
    match change {
        SubscriptionChange::Discount { coupon, replace } => {
            let off = match coupon.reduction {
                CouponReduction::Percent(percent) => format!("{} %", percent.value()),
                CouponReduction::Amount(amount) => {
                    format!("{} {} (minor units)", amount.minor, amount.currency)
                }
            };
            let time = match coupon.duration {
                DiscountDuration::Once => "on the next invoice".to_owned(),
                DiscountDuration::Months(months) => format!("for {months} month(s)"),
                DiscountDuration::Forever => "for good".to_owned(),
            };
            let others =
                if *replace { "in place of the discounts" } else { "beside the discounts" };
            format!("coupon `{}`: {off} off {time}, {others} that run", coupon.id())
        }
        SubscriptionChange::Pause { .. } => {
            "`pause_collection` with `void` until the skipped renewal is past; Stripe resumes"
                .into()
        }
        SubscriptionChange::MoveRenewal { .. } => {
            "the renewal moves: `trial_end` at the later date, `proration_behavior` `none`".into()
        }
        SubscriptionChange::ChangeItem(change) if change.timing == Timing::Now => {
            "the line is updated at once".into()
        }
        SubscriptionChange::ChangeItem(_) => {
            "a schedule changes the line when the next period begins".into()
        }
        SubscriptionChange::Credit { .. } => "a credit on the customer's balance".into(),
        SubscriptionChange::Refund { .. } => {
            "a credit note with a refund of the last invoice".into()
        }
        SubscriptionChange::Custom { .. } => "one signed call; nothing is changed at Stripe".into(),
        other => panic!("no offer makes {other:?}"),
    }
}

/// What happens when the offer meets the shape; never empty.
fn cell(offer: &Offer, subscription: &Subscription) -> (bool, String) {
    let situation = Situation::of(subscription.clone());
    let around = situation.around();
    let because = shape::refusals(offer, &around, false);
    if !because.is_empty() {
        let sentences: Vec<String> = because.iter().map(ToString::to_string).collect();
        return (false, format!("not offered: {}", sentences.join("; ")));
    }
    match effect::change(offer, Some(1), &around) {
        Some(change) => (true, change_words(&change)),
        None => (true, "shown; nothing is changed".to_owned()),
    }
}

fn overview() -> String {
    let mut text = String::from("| subscription |");
    for (_, heading, _) in HEADINGS {
        let _ = write!(text, " {heading} |");
    }
    text.push_str("\n|---|");
    text.push_str(&"---|".repeat(HEADINGS.len()));
    text.push('\n');
    for (name, subscription) in shapes::all() {
        let _ = write!(text, "| {name} |");
        for offer in offers() {
            let word = if cell(&offer, &subscription).0 { "yes" } else { "no" };
            let _ = write!(text, " {word} |");
        }
        text.push('\n');
    }
    text
}

/// One table for each offer; shapes that answer the same stand together.
fn details() -> String {
    let mut text = String::new();
    for (offer, (id, heading, what)) in offers().iter().zip(HEADINGS) {
        assert_eq!(offer.name, id, "headings are in the order of the offers");
        let _ = writeln!(
            text,
            "\n### {heading}\n\nExample: {what}. Kind `{}`.\n",
            offer.effect.as_str()
        );
        text.push_str("| what happens | subscription |\n|---|---|\n");
        let mut rows: Vec<(String, Vec<&str>)> = Vec::new();
        for (name, subscription) in shapes::all() {
            let (_, words) = cell(offer, &subscription);
            match rows.iter_mut().find(|(known, _)| *known == words) {
                Some((_, names)) => names.push(name),
                None => rows.push((words, vec![name])),
            }
        }
        for (words, names) in rows {
            let _ = writeln!(text, "| {words} | {} |", names.join(", "));
        }
    }
    text
}

fn mode_words(mode: CancelMode) -> &'static str {
    match mode {
        CancelMode::AtPeriodEnd => "`at_period_end`",
        CancelMode::Now { unused_time: UnusedTime::Nothing } => "`now`",
        CancelMode::Now { unused_time: UnusedTime::Credit } => "`now`, credit",
        CancelMode::Now { unused_time: UnusedTime::Refund } => "`now`, refund",
        CancelMode::AtDate { .. } => "`at_date`",
    }
}

fn cancel_cell(mode: CancelMode, subscription: &Subscription) -> String {
    if !subscription.is_cancelable() {
        return "has ended; there is nothing to cancel".to_owned();
    }
    if subscription.is_ending() {
        return "ends already; taking that back is offered".to_owned();
    }
    let ending = ending(mode, Some(subscription), at(NOW));
    let first = match ending.when {
        _ if subscription.schedule.is_none() => "",
        CancelWhen::Now { .. } => "the schedule ends with it; ",
        CancelWhen::AtPeriodEnd | CancelWhen::At { .. } => "the schedule is released; ",
    };
    let how = match ending.when {
        CancelWhen::AtPeriodEnd => "ends with the period".to_owned(),
        CancelWhen::At { .. } => "ends at the date".to_owned(),
        CancelWhen::Now { credit_unused: true } => {
            "ends at once, unused time is credited".to_owned()
        }
        CancelWhen::Now { credit_unused: false } if ending.refund.is_some() => {
            "ends at once, unused time is paid back".to_owned()
        }
        CancelWhen::Now { credit_unused: false } => "ends at once".to_owned(),
    };
    format!("{first}{how}")
}

fn cancellations() -> String {
    let mut text = String::from("| subscription |");
    for mode in modes() {
        let _ = write!(text, " {} |", mode_words(mode));
    }
    text.push_str("\n|---|---|---|---|---|---|\n");
    for (name, subscription) in shapes::all() {
        let _ = write!(text, "| {name} |");
        for mode in modes() {
            let _ = write!(text, " {} |", cancel_cell(mode, &subscription));
        }
        text.push('\n');
    }
    text
}

/// The text with what stands between two marks replaced.
fn replaced(text: &str, mark: &str, with: &str) -> String {
    let (begin, end) = (format!("<!-- begin {mark} -->\n"), format!("<!-- end {mark} -->"));
    let from = text.find(&begin).expect("the mark begins") + begin.len();
    let to = text.find(&end).expect("the mark ends");
    format!("{}{with}{}", &text[..from], &text[to..])
}

#[test]
fn the_document_is_fresh() {
    let written = std::fs::read_to_string(PATH).unwrap();
    let mut wanted = written.clone();
    for (mark, table) in
        [("overview", overview()), ("details", details()), ("cancellations", cancellations())]
    {
        wanted = replaced(&wanted, mark, &table);
    }
    if std::env::var_os("REFRESH").is_some() {
        std::fs::write(PATH, &wanted).unwrap();
        return;
    }
    assert!(
        written == wanted,
        "docs/offers.md is stale; run `REFRESH=1 cargo test -p domain --test it offers`"
    );
}

#[test]
fn no_cell_is_empty_and_every_kind_has_a_table() {
    for table in [overview(), details(), cancellations()] {
        for row in table.lines().filter(|line| line.starts_with('|')) {
            let cells: Vec<&str> = row.trim_matches('|').split('|').collect();
            assert!(cells.iter().all(|cell| !cell.trim().is_empty()), "{row}");
        }
    }
    let mut kinds: BTreeMap<&str, u32> = BTreeMap::new();
    for offer in offers() {
        *kinds.entry(offer.effect.as_str()).or_default() += 1;
    }
    let all: Vec<&str> = kinds.into_keys().collect();
    let mut words = domain::offer::OfferKind::WORDS;
    words.sort_unstable();
    assert_eq!(all, words);
    assert_eq!(OFFERS.len(), HEADINGS.len());
}
