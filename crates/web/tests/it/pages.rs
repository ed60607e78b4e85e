//! Every sample of every page: its structure, its escaping, and the weight of its controls.

use insta::assert_snapshot;
use web::view::pages::samples::{MARKUP, gallery};

/// All samples as (name, HTML).
fn pages() -> Vec<(String, String)> {
    gallery().expect("every sample renders")
}

fn page(name: &str) -> String {
    let found = pages().into_iter().find(|(n, _)| n == name);
    found.unwrap_or_else(|| panic!("no sample {name}")).1
}

/// The tags of a page, without the contents of style and script. Escaped text holds no `<`.
fn tags(html: &str) -> Vec<&str> {
    html.split('<')
        .skip(1)
        .map(|piece| piece.split('>').next().expect("split yields one piece"))
        .filter(|tag| !tag.starts_with('/'))
        .collect()
}

/// A tag's attribute names; values never hold a double quote.
fn attribute_names(tag: &str) -> Vec<String> {
    let names: String = tag.split('"').step_by(2).collect();
    names.split_whitespace().skip(1).map(|n| n.trim_end_matches('=').to_owned()).collect()
}

/// How the link to a person ends.
const WAY_OUT: &str = "target=\"_blank\" rel=\"noopener noreferrer\"";

fn is_media(tag: &str) -> bool {
    let from_brand = |element: &str| {
        tag.starts_with(element) && tag.contains(" src=\"https://media.acme.example/")
    };
    from_brand("img class=\"media\"") || from_brand("video class=\"media\"") || from_brand("track ")
}

fn buttons(html: &str) -> Vec<&str> {
    tags(html).into_iter().filter(|tag| tag.starts_with("button")).collect()
}

fn main_tag(html: &str) -> &str {
    tags(html).into_iter().find(|tag| tag.starts_with("main")).expect("a page has a main element")
}

#[test]
fn every_page_is_complete_and_has_one_heading_and_one_main() {
    for (name, html) in pages() {
        assert!(
            html.starts_with("<!doctype html>") && html.trim_end().ends_with("</html>"),
            "{name}"
        );
        for (element, count) in [("h1", 1), ("main", 1), ("style", 1), ("title", 1)] {
            let is = |tag: &&&str| tag.split_whitespace().next() == Some(element);
            assert_eq!(tags(&html).iter().filter(is).count(), count, "{element} in {name}");
        }
        assert!(html.contains("role=\"status\""), "{name}");
    }
}

#[test]
fn no_text_ever_becomes_markup() {
    for (name, html) in pages() {
        assert!(!html.contains(MARKUP), "{name}");
        let elements = tags(&html);
        let scripts: Vec<_> = elements.iter().filter(|tag| tag.starts_with("script")).collect();
        assert!(scripts.len() <= 1 && scripts.iter().all(|s| s.contains("nonce=")), "{name}");
        let images = elements.iter().filter(|tag| tag.starts_with("img"));
        assert!(images.into_iter().all(|tag| tag.starts_with("img class=\"media\"")), "{name}");
    }
}

#[test]
fn no_page_carries_inline_styles_handlers_or_foreign_addresses() {
    for (name, html) in pages() {
        for tag in tags(&html) {
            for attribute in attribute_names(tag) {
                assert_ne!(attribute, "style", "{name}: {tag}");
                assert!(!attribute.starts_with("on"), "{name}: {tag}");
                assert_ne!(attribute, "disabled", "{name}: {tag}");
            }
            // What the brand shows comes from origins that the server checks against its list.
            let has_source = attribute_names(tag).iter().any(|attribute| attribute == "src");
            assert_eq!(has_source, is_media(tag), "{name}: {tag}");
            let value =
                |name: &str| tag.split(name).nth(1).is_some_and(|v| !v.starts_with(['/', '"']));
            // Only the way to a person leads elsewhere, and takes nothing along.
            let is_way_out = name.starts_with("redirected-") && tag.ends_with(WAY_OUT);
            let leads_away = value(" href=\"") || value(" action=\"");
            assert_eq!(leads_away, is_way_out, "{name}: {tag}");
        }
    }
}

#[test]
fn every_undecided_screen_can_cancel() {
    for (name, html) in pages() {
        let is_undecided = match name.split_once('-').expect("names are page-sample") {
            ("choose" | "reason" | "offer" | "redirected" | "confirm", _) => true,
            ("message", _) => main_tag(&html).contains("data-session"),
            _ => false,
        };
        let cancels = buttons(&html).iter().filter(|b| b.contains("value=\"cancel\"")).count();
        assert_eq!(cancels, usize::from(is_undecided), "{name}");
    }
}

#[test]
fn leaving_and_staying_are_drawn_alike_and_leaving_comes_second() {
    for (name, html) in pages() {
        let buttons = buttons(&html);
        let Some(at) = buttons.iter().position(|b| b.contains("value=\"cancel\"")) else {
            continue;
        };
        assert!(buttons[at].starts_with("button class=\"button\""), "{name}");
        assert_eq!(at, 1, "{name}");
        assert!(buttons[0].starts_with("button class=\"button\""), "{name}");
    }
}

#[test]
fn nothing_is_preselected_and_cancel_needs_no_answer() {
    for name in ["reason-plain", "offer-pause", "receipt-survey"] {
        assert!(!tags(&page(name)).iter().any(|tag| tag.contains(" checked")), "{name}");
    }
    let offer = page("offer-pause");
    for button in buttons(&offer).iter().filter(|b| !b.contains("value=\"accept\"")) {
        assert!(button.contains("formnovalidate"), "{button}");
    }
}

#[test]
fn pages_without_a_session_carry_none_and_have_no_way_to_act() {
    for name in
        ["message-expired", "message-unknown", "message-failure", "message-error-no-session"]
    {
        let html = page(name);
        assert!(!html.contains("<form") && !html.contains("data-session"), "{name}");
    }
    assert_snapshot!(main_tag(&page("message-failure")), @r#"main id="view" data-step="message" data-failure"#);
    assert_snapshot!(main_tag(&page("message-shell")), @r#"main id="view" data-step="message" data-shell"#);
    assert_snapshot!(main_tag(&page("message-unknown")), @r#"main id="view" data-step="message" data-failure"#);
}

#[test]
fn main_tells_the_script_what_it_needs() {
    assert_snapshot!(main_tag(&page("reason-plain")), @r#"main id="view" data-step="reason" data-session="ret_sample" data-target-origin="https://app.acme.example" data-allowed-origins="[&#34;https://app.acme.example&#34;,&#34;http://localhost:*&#34;]""#);
    assert_snapshot!(main_tag(&page("receipt-plain")), @r#"main id="view" data-step="receipt" data-session="ret_sample" data-target-origin="https://app.acme.example" data-allowed-origins="[&#34;https://app.acme.example&#34;,&#34;http://localhost:*&#34;]" data-outcome="cancelled" data-payload="{&#34;outcome&#34;:&#34;cancelled&#34;,&#34;sessionId&#34;:&#34;Acme&#34;}""#);
    assert_snapshot!(main_tag(&page("pending-offer")), @r#"main id="view" data-step="pending" data-session="ret_sample" data-target-origin="https://app.acme.example" data-allowed-origins="[&#34;https://app.acme.example&#34;,&#34;http://localhost:*&#34;]" data-outcome="retained" data-payload="{&#34;outcome&#34;:&#34;retained&#34;,&#34;sessionId&#34;:&#34;Acme&#34;}" data-poll="1500""#);
    assert_snapshot!(main_tag(&page("document-plain")), @r#"main id="view" data-step="receipt""#);
}

#[test]
fn the_forms_speak_the_protocol() {
    let fields = |name: &str| {
        let html = page(name);
        let values = tags(&html).into_iter().filter(|tag| tag.contains(" name=\""));
        let values = values.filter(|tag| !tag.starts_with("meta"));
        values.map(|tag| tag.replace(" class=\"button\"", "")).collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(fields("choose-plain"), @r#"
    input type="hidden" name="session_id" value="ret_sample"
    input type="hidden" name="parent_origin" value="https://app.acme.example"
    input type="hidden" name="step" value="choose"
    input type="radio" name="subscription_id" value="sub_1" required checked
    input type="radio" name="subscription_id" value="sub_2" required
    button name="action" value="choose"
    button name="action" value="cancel"
    "#);
    assert_snapshot!(fields("offer-pause"), @r#"
    input type="hidden" name="session_id" value="ret_sample"
    input type="hidden" name="parent_origin" value="https://app.acme.example"
    input type="hidden" name="step" value="offer"
    input type="hidden" name="offer_id" value="offer_discount"
    input type="radio" name="months" value="1" required
    input type="radio" name="months" value="2" required
    input type="radio" name="months" value="3" required
    button name="action" value="accept"
    button name="action" value="cancel" formnovalidate aria-describedby="effect"
    button class="button outlined" name="action" value="decline" formnovalidate
    "#);
    assert_snapshot!(fields("confirm-at-once"), @r#"
    input type="hidden" name="session_id" value="ret_sample"
    input type="hidden" name="parent_origin" value="https://app.acme.example"
    input type="hidden" name="step" value="confirm"
    button name="action" value="keep"
    button name="action" value="cancel"
    "#);
    assert_snapshot!(fields("pending-cancel"), @r#"
    input type="hidden" name="session_id" value="ret_sample"
    input type="hidden" name="parent_origin" value="https://app.acme.example"
    input type="hidden" name="step" value="pending"
    input type="hidden" name="action" value="refresh"
    "#);
    assert_snapshot!(fields("message-shell"), @r#"
    input type="hidden" name="session_id" value=""
    input type="hidden" name="parent_origin" value=""
    input type="hidden" name="step" value="message"
    input type="hidden" name="action" value="refresh"
    "#);
}

#[test]
fn the_first_screen_stays_small() {
    let bytes = page("reason-plain").len();
    assert!(bytes < 18_000, "{bytes} bytes before compression, and without the script");
}

#[test]
fn a_comment_that_begins_with_a_line_break_keeps_it() {
    let html = page("reason-answered");
    assert!(html.contains("dir=\"auto\">\nToo big for us.</textarea>"));
}
