//! Every kind of offer: what its card promises, and what its result page says once it holds.
//!
//! Amounts come from the cast's prices: Pro 49.00 a month or 490.00 a year, Basic 19.00, a seat of
//! Team 12.00.

use domain::brand::OriginPattern;
use testkit::{KIM, Member, NOA, QUINN, ROBIN, SAM, TestApp, View};

/// One reason, `reason_other`, and one offer that answers it.
pub(crate) fn playbook(effect: &str, rest: &str) -> String {
    format!(
        r#"schema = 1
name = "Test"
default_locale = "en"
[flow]
survey = "before"
offer_screens = 1
cancel = {{ mode = "at_period_end" }}
[[reasons]]
id = "reason_other"
feedback = "other"
offers = [{{ offer = "offer_it" }}]
[[offers]]
id = "offer_it"
name = "What the brand calls it"
effect = {effect}
{rest}"#
    )
}

/// The card of an offer.
async fn card<'a>(app: &'a TestApp, member: Member, effect: &str, rest: &str) -> View<'a> {
    app.publish(&playbook(effect, rest)).await;
    let view = app.session().for_customer(member.customer).open().await;
    let view = view.choose_reason("other").await;
    assert_eq!(view.page().step(), "offer", "{}", view.page().words());
    assert!(view.page().has_button("cancel") && view.page().has_button("decline"));
    view
}

/// The page after it was taken and carried out.
async fn taken<'a>(app: &'a TestApp, view: View<'a>) -> View<'a> {
    app.run_jobs().await;
    let view = view.refresh().await;
    assert_eq!(view.page().step(), "kept", "{}", view.page().words());
    view
}

fn says(view: &View<'_>, all: &[&str]) {
    let words = view.page().words();
    for said in all {
        assert!(words.contains(said), "`{said}` is not in:\n{words}");
    }
}

#[tokio::test]
async fn another_plan_at_the_renewal() {
    let app = TestApp::start().await;
    let effect = r#"{ kind = "plan_change", price = "price_1LumenBasicMonthlyUsd", timing = "renewal", proration = "none" }"#;
    let view = card(&app, ROBIN, effect, "").await;
    says(&view, &["Change to Lumen Notes Basic", "New plan", "$19.00 per month", "Your plan now"]);
    says(&view, &["$49.00 per month", "Your plan changes at the renewal on "]);
    let view = taken(&app, view.accept().await).await;
    says(&view, &["Your plan is changed", "Lumen Notes Basic from "]);
    let payload = view.page().payload().unwrap();
    assert_eq!(payload["offer"]["kind"], "plan_change");
}

#[tokio::test]
async fn another_plan_at_once() {
    let app = TestApp::start().await;
    let effect = r#"{ kind = "plan_change", price = "price_1LumenBasicMonthlyUsd", timing = "now", proration = "none" }"#;
    let view = card(&app, ROBIN, effect, "").await;
    says(&view, &["Your plan changes today.", "Nothing is charged today.", "$19.00 per month"]);
    let view = taken(&app, view.accept().await).await;
    says(&view, &["Lumen Notes Basic from today"]);
}

#[tokio::test]
async fn a_pause_of_a_yearly_plan_moves_its_renewal() {
    let app = TestApp::start().await;
    let view = card(&app, SAM, r#"{ kind = "pause", min_months = 1, max_months = 3 }"#, "").await;
    says(&view, &["Pause your plan", "The renewal moves by the same time.", "3 months"]);
    let view = taken(&app, view.pause_for("3").await).await;
    says(&view, &["Your pause is set", "Resumes"]);
    let subscription = app.at_stripe(SAM.subscription);
    assert!(subscription["trial_end"].is_i64() && subscription["pause_collection"].is_null());
}

#[tokio::test]
async fn free_months_of_a_yearly_plan_move_its_renewal() {
    let app = TestApp::start().await;
    let copy = r#"[offers.copy]
title.en = "{months} more months"
body.en = "From {renews_on} to {ends_on}.""#;
    let view = card(&app, SAM, r#"{ kind = "free_period", months = 2 }"#, copy).await;
    // Sam's year began 200 days before November 23, 2026, so it ends on May 7, 2027.
    says(&view, &["2 more months", "From May 7, 2027 to July 7, 2027."]);
    says(&view, &["Renewal", "Moves from May 7, 2027 to July 7, 2027"]);
    let view = taken(&app, view.accept().await).await;
    says(&view, &["Your plan continues", "2 months free", "July 7, 2027"]);
}

#[tokio::test]
async fn free_months_of_a_monthly_plan_are_invoices_of_nothing() {
    let app = TestApp::start().await;
    let view = card(&app, ROBIN, r#"{ kind = "free_period", months = 2 }"#, "").await;
    says(&view, &["2 months free", "$0.00", "$49.00 per month, renews until you cancel"]);
    let view = taken(&app, view.accept().await).await;
    says(&view, &["2 months free", "$0.00 on "]);
}

#[tokio::test]
async fn a_longer_trial() {
    let app = TestApp::start().await;
    let view = card(&app, KIM, r#"{ kind = "trial_extension", days = 14 }"#, "").await;
    // Kim's trial of 14 days began 5 days before November 23, 2026.
    says(&view, &["14 more days of trial", "Your trial goes on until December 16, 2026."]);
    let view = taken(&app, view.accept().await).await;
    says(&view, &["Your trial is extended", "Trial until December 16, 2026"]);
}

#[tokio::test]
async fn fewer_seats() {
    let app = TestApp::start().await;
    let effect = r#"{ kind = "seats", target = { reduce_by = 5 } }"#;
    let view = card(&app, QUINN, effect, "").await;
    says(
        &view,
        &["Reduce to 7 seats", "From 12 to 7 seats at the renewal on ", "$84.00 per month"],
    );
    let view = taken(&app, view.accept().await).await;
    says(&view, &["Your plan is changed", "7 seats from "]);
}

#[tokio::test]
async fn a_credit_on_the_next_invoices() {
    let app = TestApp::start().await;
    let effect = r#"{ kind = "credit", amount = { usd = 1000 }, to = "balance" }"#;
    let view = card(&app, ROBIN, effect, "").await;
    says(&view, &["$10.00 credit", "$10.00 is taken off your next invoices.", "$39.00 on "]);
    let view = taken(&app, view.accept().await).await;
    says(&view, &["$10.00 credit", "$39.00 on "]);
}

#[tokio::test]
async fn a_part_of_the_last_invoice_back() {
    let app = TestApp::start().await;
    let effect = r#"{ kind = "credit", amount = { usd = 1000 }, to = { last_invoice = { within_days = 60 } } }"#;
    let view = card(&app, ROBIN, effect, "").await;
    says(&view, &["$10.00 back", "is refunded the way you paid it."]);
    let view = taken(&app, view.accept().await).await;
    says(&view, &["$10.00 refunded"]);
}

#[tokio::test]
async fn the_way_to_a_person_changes_nothing_and_keeps_every_control() {
    let app = TestApp::start().await;
    for (effect, href, label) in [
        (
            r#"{ kind = "talk_to_us", channel = "booking", address = "https://www.example.com/call?a=1&b=2" }"#,
            "https://www.example.com/call?a=1&#38;b=2",
            "Book a call",
        ),
        (
            r#"{ kind = "talk_to_us", channel = "mail", address = "help@example.com" }"#,
            "mailto:help@example.com",
            "Write to us",
        ),
    ] {
        // A past due customer too: nothing is changed.
        for member in [ROBIN, NOA] {
            let view = card(&app, member, effect, "").await.accept().await;
            assert_eq!(view.page().step(), "redirected");
            says(&view, &[label, "Your subscription does not change."]);
            let link = format!("href=\"{href}\" target=\"_blank\" rel=\"noopener noreferrer\"");
            assert!(view.page().html().contains(&link), "{}", view.page().html());
            for control in ["cancel", "decline", "keep"] {
                assert!(view.page().has_button(control), "{control}");
            }
            // Going to talk is not a decision: the host page hears nothing.
            assert_eq!(view.page().payload(), None);
            assert!(app.effects_on(member.subscription).is_empty());
        }
    }
}

fn origins(all: &[&str]) -> Vec<OriginPattern> {
    all.iter().map(|origin| OriginPattern::parse(origin).unwrap()).collect()
}

/// A picture from `origin`, on a tip.
const TIP: &str = r#"[offers.copy]
title.en = "{plan} in three steps"
[[offers.content]]
type = "text"
text.en = "First, {brand}."
[[offers.content]]
type = "image"
url = "https://media.example.com/a.png"
alt.en = "The search"
[[offers.content]]
type = "image"
url = "https://old.example.com/b.png"
alt.en = "Not any more"
[[offers.content]]
type = "video"
url = "https://media.example.com/c.mp4"
title.en = "The tour"
captions = { en = "https://media.example.com/c.vtt" }"#;

/// The card of a tip whose brand has taken origins off its list since it was published.
async fn tip<'a>(app: &'a TestApp, left: &[&str]) -> View<'a> {
    let all = origins(&["https://media.example.com", "https://old.example.com"]);
    app.change_brand(|brand| brand.media_origins = all).await;
    app.publish(&playbook(r#"{ kind = "content" }"#, TIP)).await;
    app.change_brand(|brand| brand.media_origins = origins(left)).await;
    app.session().for_customer(ROBIN.customer).open().await.choose_reason("other").await
}

#[tokio::test]
async fn a_tip_is_shown_in_the_brands_order_and_words() {
    let app = TestApp::start().await;
    let view = tip(&app, &["https://media.example.com"]).await;
    says(&view, &["Lumen Notes Pro in three steps", "First, Lumen Notes."]);
    let html = view.page().html();
    let at = |what: &str| html.find(what).unwrap_or_else(|| panic!("{what} in {html}"));
    assert!(at("First, Lumen") < at("src=\"https://media.example.com/a.png\" alt=\"The search\""));
    assert!(at("a.png") < at("src=\"https://media.example.com/c.mp4\" controls preload=\"none\""));
    assert!(at("<track kind=\"captions\" srclang=\"en\"") > at("c.mp4"));
    assert!(!html.contains("old.example.com") && !html.contains("autoplay"));
    let csp = view.page().answer.header("content-security-policy").to_owned();
    for source in ["img-src https://media.example.com;", "media-src https://media.example.com;"] {
        assert!(csp.contains(source), "{csp}");
    }
}

#[tokio::test]
async fn without_media_origins_nothing_is_loaded_from_anywhere() {
    let app = TestApp::start().await;
    let view = tip(&app, &[]).await;
    assert!(!view.page().html().contains("<img") && !view.page().html().contains("<video"));
    says(&view, &["First, Lumen Notes."]);
    let csp = view.page().answer.header("content-security-policy").to_owned();
    assert!(!csp.contains("img-src") && !csp.contains("media-src"), "{csp}");
}

#[tokio::test]
async fn an_offer_is_said_in_the_customers_language() {
    let app = TestApp::start().await;
    let copy = r#"[offers.copy]
title.en = "{percent} off"
title.de = "{percent} weniger für {plan}""#;
    let effect = r#"{ kind = "discount", reduction = { percent = 25 }, duration = "forever" }"#;
    app.publish(&playbook(effect, copy)).await;
    let session = app.session().for_customer(ROBIN.customer).with("locale", "de");
    let view = session.open().await.choose_reason("other").await;
    says(&view, &["25\u{a0}% weniger für Lumen Notes Pro", "36,75\u{a0}$"]);
}
