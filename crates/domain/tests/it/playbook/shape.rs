//! What keeps a text from being a playbook, and what is said about it.

use domain::playbook::source::parse;

use super::with;

/// Each finding as `line:column: severity[code] message`.
fn refused(text: &str) -> Vec<String> {
    match parse(text) {
        Ok(_) => panic!("was read:\n{text}"),
        Err(findings) => findings.iter().map(ToString::to_string).collect(),
    }
}

/// Line 8 is the first after the smallest playbook.
#[test]
fn each_mistake_has_a_place_and_a_sentence() {
    for (more, said) in [
        (
            "whne = 1",
            "8:1: error[unknown_field] there is no field `whne` in `reasons[0]`; fields here are",
        ),
        ("lable = { en = \"x\" }", "did you mean `label`?"),
        ("label = 3", "8:9: error[wrong_type] `label` is a whole number; expected a table"),
        ("label = { en = 3 }", "8:16: error[wrong_type] `en` is a whole number; expected a text"),
        (
            "offers = { offer = \"offer_a\" }",
            "8:1: error[wrong_type] `offers` is a table; expected a list",
        ),
        ("offers = [{}]", "8:11: error[missing_field] `offer` is missing"),
        (
            "offers = [{ offer = \"discount\" }]",
            "8:21: error[malformed] `discount`: expected an id that begins with `offer_`",
        ),
        (
            "text = \"on\"",
            "8:8: error[unknown_word] `text` cannot be \"on\"; expected one of `optional`, `off`",
        ),
        ("category = 2026-01-01", "8:12: error[wrong_type] `category` is a date; expected a text"),
        (
            "[flow]\nsurvey = true",
            "9:10: error[wrong_type] `survey` is true or false; expected one of `before`, `after`, `off`",
        ),
        (
            "[flow]\noffer_screens = -1",
            "9:17: error[out_of_range] `offer_screens` is out of range; expected 0 to 4294967295",
        ),
        ("[flow]\noffer_screens = 99999999999999999999", "error[out_of_range]"),
        (
            "[flow]\ncancel = \"now\"",
            "9:10: error[wrong_type] `cancel` cannot be \"now\"; expected a table with `mode`",
        ),
        (
            "[flow]\ncancel = { mode = \"at_once\" }",
            "9:19: error[unknown_word] `mode` cannot be \"at_once\"; expected one of `at_period_end`, `now`, `at_date`",
        ),
        (
            "[flow]\ncancel = { mode = \"at_date\" }",
            "9:1: error[missing_field] `days` is missing: Days from the request: 1 to 365",
        ),
        (
            "[flow]\ncancel = { mode = \"at_period_end\", days = 3 }",
            "error[unknown_field] there is no field `days` in `flow.cancel`",
        ),
        (
            "[attributes]\nseats = \"integer\"",
            "9:9: error[unknown_word] `seats` cannot be \"integer\"; expected one of `text`, `number`, `bool`",
        ),
        (
            "[limits]\nmax_percent = 101",
            "9:15: error[out_of_range] `max_percent` is out of range; expected 1 to 100",
        ),
        (
            "[limits]\nmax_credit = { dollars = 5 }",
            "error[malformed] `dollars`: a currency is three small letters",
        ),
        (
            "[limits]\nmax_credit = { usd = 5.5 }",
            "`usd` is a number with decimals; expected a whole number",
        ),
        (
            "[[offers]]\nid = \"offer_a\"",
            "8:1: error[missing_field] `effect` is missing: What it does",
        ),
        (
            "[[offers]]\nid = \"offer_a\"\neffect = { }",
            "10:1: error[missing_field] `kind` is missing: one of `discount`, `pause`",
        ),
        (
            "[[offers]]\nid = \"offer_a\"\neffect = { kind = \"discout\" }",
            "10:19: error[unknown_word] `kind` cannot be \"discout\"",
        ),
        (
            "[[offers]]\nid = \"offer_a\"\neffect = { kind = \"discout\" }",
            "did you mean `discount`?",
        ),
        (
            "[[offers]]\nid = \"offer_a\"\neffect = { kind = \"pause\", min_months = 1, max_month = 2 }",
            "10:44: error[unknown_field] there is no field `max_month` in `offers[0].effect`",
        ),
        (
            "[[offers]]\nid = \"offer_a\"\neffect = { kind = \"discount\", reduction = { percent = 200 }, duration = \"once\" }",
            "10:55: error[out_of_range] `percent`",
        ),
        (
            "[[offers]]\nid = \"offer_a\"\neffect = { kind = \"discount\", reduction = { procent = 20 }, duration = \"once\" }",
            "error[unknown_field] `reduction`: expected a table with one of `percent`, `amount`; did you mean `percent`?",
        ),
        (
            "[[offers]]\nid = \"offer_a\"\neffect = { kind = \"discount\", reduction = { percent = 20 }, duration = 3 }",
            "error[wrong_type] `duration` is a whole number; expected one of `once`, `forever` or a table with `months`",
        ),
        ("label = ", "8:9: error[syntax] this is not TOML"),
        ("id = \"reason_again\"", "error[syntax] this is not TOML: duplicate key"),
    ] {
        let found = refused(&with(more));
        assert!(
            found.iter().any(|line| line.contains(said)),
            "{more}\nsaid {found:#?}\nnot {said}"
        );
    }
}

#[test]
fn every_mistake_is_reported_at_once_in_the_order_of_the_text() {
    let text = with(
        "tetx = 1\n[[offers]]\nid = \"offer_a\"\neffect = { kind = \"nothing\" }\n[[offers]]\nid = 3\neffect = { kind = \"content\", x = 1 }\n",
    );
    let lines: Vec<String> = refused(&text)
        .iter()
        .map(|line| line.split(' ').take(2).collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(
        lines,
        [
            "8:1: error[unknown_field]",
            "11:19: error[unknown_word]",
            "13:6: error[wrong_type]",
            "14:30: error[unknown_field]",
        ]
    );
}

#[test]
fn an_empty_text_says_what_a_playbook_needs() {
    let found = refused("");
    for field in ["schema", "name", "default_locale", "reasons"] {
        assert!(
            found.iter().any(|line| line.contains(&format!("`{field}` is missing"))),
            "{found:#?}"
        );
    }
}
