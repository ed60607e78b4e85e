//! Names, languages, the flow.

use super::{Case, error, findings, hold, listed, offer, parsed, warning, with};
use domain::playbook::Severity;

const CONTENT: &str = "kind = \"content\"";

fn segment(id: &str, when: &str) -> String {
    format!("[[segments]]\nid = \"{id}\"\nname = \"Name\"\nwhen = '{when}'\n")
}

fn used(id: &str, when: &str) -> String {
    let entry = format!("offers = [{{ offer = \"offer_a\", segment = \"{id}\" }}]\n");
    format!("{entry}{}{}", segment(id, when), offer(CONTENT, ""))
}

#[test]
fn names_are_there_and_differ() {
    let reason = |id: &str, more: &str| {
        format!("[[reasons]]\nid = \"{id}\"\nfeedback = \"unused\"\n{more}\n")
    };
    let twice = format!("{}{}", offer(CONTENT, ""), offer(CONTENT, ""));
    let segments = format!("{}{}", segment("a", "true"), segment("a", "true"));
    let many: String =
        (0..12).map(|n| reason(&format!("reason_{n}"), "label.en = \"L\"")).collect();
    let few: String = (0..11).map(|n| reason(&format!("reason_{n}"), "label.en = \"L\"")).collect();
    let same = reason("reason_a", "") + &reason("reason_b", "");
    let differ = reason("reason_a", "") + &reason("reason_b", "label.en = \"Not used\"");
    let unnamed = used("a", "true").replace("\"Name\"", "\" \"");
    hold(&[
        error(
            "duplicate_id",
            "reasons[1].id",
            &reason("reason_other", ""),
            &reason("reason_b", ""),
        ),
        error("duplicate_id", "offers[1].id", &twice, &offer(CONTENT, "")),
        error("duplicate_id", "segments[1].id", &segments, &segment("a", "true")),
        error("malformed_id", "segments[0].id", &used("Big-One", "true"), &used("big_1", "true")),
        error("empty_name", "segments[0].name", &unnamed, &used("a", "true")),
        error("empty_name", "reasons[0].category", "category = \"\"", "category = \"price\""),
        error(
            "empty_name",
            "attributes",
            "[attributes]\n\"\" = \"text\"",
            "[attributes]\na = \"text\"",
        ),
        error(
            "malformed_feedback_option",
            "reasons[0].feedback_option",
            "feedback_option = \"my option\"",
            "feedback_option = \"fbo_1Abc\"",
        ),
        error(
            "question_without_text",
            "reasons[0].question",
            "text = \"off\"\nquestion.en = \"Why?\"",
            "question.en = \"Why?\"",
        ),
        warning("many_reasons", "reasons", &many, &few),
        warning("same_words", "reasons[2]", &same, &differ),
    ]);
}

#[test]
fn the_head_of_the_document_is_checked() {
    let whole = |text: String, code: &str, place: &str| {
        let found = findings(&text);
        assert!(found.iter().any(|each| each.code == code && each.place == place), "{found:#?}");
    };
    let base = with("");
    whole(base.replace("schema = 1", "schema = 2"), "schema_version", "schema");
    whole(base.replace("\"Test\"", "\" \""), "empty_name", "name");
    whole(base.replace("\"en\"", "\"en_US\""), "malformed_locale", "default_locale");
    let head = "schema = 1\nname = \"Test\"\ndefault_locale = \"en\"\n";
    whole(format!("{head}reasons = []\n"), "no_reason", "reasons");
    whole(
        format!("{head}locales = [\"de\", \"DE\"]\nreasons = []\n"),
        "repeated_locale",
        "locales[1]",
    );
    assert!(findings(&base).is_empty(), "{:#?}", findings(&base));
    assert_eq!(parsed(&base).playbook.reasons.len(), 1);
}

#[test]
fn lists_that_are_too_long_are_refused_before_anything_else() {
    let segments = |count: usize| -> String {
        (0..count).map(|n| segment(&format!("s{n}"), "is_trialing")).collect()
    };
    hold(&[error("too_many", "segments", &segments(301), &segments(300))]);
    let entries = vec!["{ offer = \"offer_a\" }"; 101].join(", ");
    let found = findings(&with(&format!("offers = [{entries}]\n{}", offer(CONTENT, ""))));
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(
        (found[0].code.as_str(), found[0].place.as_str()),
        ("too_many", "reasons[0].offers")
    );
}

#[test]
fn names_lead_somewhere() {
    let none = "offers = [{ offer = \"offer_a\" }]";
    let no_segment = used("b", "true").replace("id = \"b\"", "id = \"c\"");
    hold(&[
        error("unknown_offer", "reasons[0].offers[0].offer", none, &listed(CONTENT, "")),
        error("unknown_segment", "reasons[0].offers[0].segment", &no_segment, &used("b", "true")),
        error("expression", "segments[0].when", &used("b", "cuntry == \"CA\""), &used("b", "true")),
        error(
            "expression",
            "segments[0].when",
            &used("b", "attributes.tier == \"gold\""),
            &format!("{}[attributes]\ntier = \"text\"\n", used("b", "attributes.tier == \"gold\"")),
        ),
        error(
            "segment_loop",
            "segments[0].when",
            &used("b", "!in_segment.b"),
            &(used("b", "!in_segment.c") + &segment("c", "is_trialing")),
        ),
        warning("unlisted_offer", "offers[0]", &offer(CONTENT, ""), &listed(CONTENT, "")),
        warning("unused_segment", "segments[0]", &segment("b", "true"), &used("b", "true")),
    ]);
}

#[test]
fn a_name_that_is_nearly_right_is_suggested_for_both_at_once() {
    let text = format!(
        "offers = [{{ offer = \"offer_aa\", segment = \"yearlyy\" }}]\n{}{}",
        segment("yearly", "interval == \"year\""),
        offer(CONTENT, "")
    );
    let said: Vec<String> = findings(&with(&text)).into_iter().map(|each| each.message).collect();
    for near in ["did you mean `offer_a`?", "did you mean `yearly`?"] {
        assert!(said.iter().any(|message| message.contains(near)), "{said:#?}");
    }
}

#[test]
fn the_flow_is_possible() {
    let flow = |line: &str| format!("{}[flow]\n{line}\n", listed(CONTENT, ""));
    let limits = |line: &str| format!("[limits]\n{line}\n");
    let cases: Vec<Case> = vec![
        error(
            "out_of_range",
            "flow.offer_screens",
            &flow("offer_screens = 4"),
            &flow("offer_screens = 3"),
        ),
        warning(
            "capped_screens",
            "flow.offer_screens",
            &flow("offer_screens = 2"),
            &flow("offer_screens = 1"),
        ),
        error(
            "out_of_range",
            "flow.cancel.days",
            &flow("cancel = { mode = \"at_date\", days = 366 }"),
            &flow("cancel = { mode = \"at_date\", days = 1 }"),
        ),
        error(
            "out_of_range",
            "flow.cancel.days",
            &flow("cancel = { mode = \"at_date\", days = 0 }"),
            &flow("cancel = { mode = \"at_date\", days = 365 }"),
        ),
        warning(
            "offers_never_shown",
            "flow.survey",
            &flow("survey = \"after\""),
            &flow("survey = \"before\""),
        ),
        warning(
            "offers_never_shown",
            "flow.survey",
            &flow("survey = \"off\""),
            "[flow]\nsurvey = \"off\"",
        ),
        warning("offers_never_shown", "flow.offer_screens", &flow("offer_screens = 0"), &flow("")),
        error(
            "unknown_kind",
            "limits.cooldown_days.discout",
            &limits("cooldown_days = { discout = 10 }"),
            &limits("cooldown_days = { any = 10, discount = 10 }"),
        ),
        warning(
            "zero_limit",
            "limits.cooldown_days.any",
            &limits("cooldown_days = { any = 0 }"),
            &limits("cooldown_days = { any = 1 }"),
        ),
        error(
            "zero_limit",
            "limits.per_customer",
            &limits("per_customer = 0"),
            &limits("per_customer = 1"),
        ),
        error(
            "zero_limit",
            "limits.max_months",
            &limits("max_months = 0"),
            &limits("max_months = 1"),
        ),
    ];
    hold(&cases);
    assert!(cases.iter().any(|case| case.severity == Severity::Warning));
}
