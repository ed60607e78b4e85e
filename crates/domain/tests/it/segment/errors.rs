//! What is refused, where, and with which advice.

use domain::segment::{Expression, MAX_NODES, MAX_SOURCE_BYTES};
use proptest::prelude::*;

use super::vocabulary;

/// Source, offset, and a part of the message.
type Case = (&'static str, Option<usize>, &'static str);

fn check(table: &[Case]) {
    for (source, offset, part) in table {
        let error = Expression::compile(source, &vocabulary()).unwrap_err();
        assert!(error.message.contains(part), "{source}: {}", error.message);
        assert_eq!(error.offset, *offset, "{source}: {}", error.message);
    }
}

#[test]
fn syntax() {
    check(&[
        ("", Some(0), "`true` means everyone"),
        ("  \n", Some(0), "`true` means everyone"),
        ("plan ==", Some(7), "ends too early"),
        ("(plan == \"Pro\"", Some(14), "closing bracket"),
        ("plan = \"Pro\"", Some(5), "write `==`"),
        ("is_paused & is_trialing", Some(10), "write `&&`"),
        ("is_paused | is_trialing", Some(10), "write `||`"),
        ("plan == \"Pro", Some(8), "quote is missing"),
        ("plan == 'é' && is_paused)", Some(25), "`)` is not expected"),
        ("plan == é", Some(8), "`é` is not understood"),
        ("!", Some(1), "ends too early"),
        ("is_paused ?", Some(11), "ends too early"),
        ("plan. == \"Pro\"", Some(6), "`. ==` is not expected"),
        ("plan == \"\\q\"", Some(8), "quote is missing"),
        ("quantity ==\n\n  3 3", Some(17), "`3` is not expected"),
        ("quantity > 9223372036854775808", Some(11), "invalid int literal"),
    ]);
}

#[test]
fn names() {
    check(&[
        ("contry == \"CA\"", Some(0), "`contry` is not a fact; did you mean `country`?"),
        ("is_paused && amount > 5", Some(13), "did you mean `amount_minor`?"),
        ("Plan == \"Pro\"", Some(0), "did you mean `plan`?"),
        ("bananas", Some(0), "see the list of facts"),
        ("vip", Some(0), "write `attributes.vip`"),
        ("yearly", Some(0), "write `in_segment.yearly`"),
        ("true && attributes.seat > 5", Some(8), "did you mean `attributes.seats`?"),
        ("attributes.color == \"red\"", Some(0), "declare it"),
        ("attributes[\"colour of\"] == 1", Some(0), "`colour of` is not declared"),
        ("attributes[plan] == 1", Some(0), "a map and a quoted name"),
        ("attributes == 1", Some(0), "`attributes.<name>`"),
        ("days_since > 1", Some(0), "`days_since.<kind>`"),
        ("days_since.discont > 1", Some(0), "did you mean `days_since.discount`?"),
        ("days_since.lottery > 1", Some(0), "kinds are discount, pause"),
        ("in_segment", Some(0), "`in_segment.<id>`"),
        ("in_segment.yealy", Some(0), "did you mean `in_segment.yearly`?"),
        ("in_segment.dormant", Some(0), "define it first"),
        ("has(contry)", Some(4), "did you mean `country`?"),
        ("plan.name == \"Pro\"", Some(0), "a single value"),
        ("facts.plan == \"Pro\"", Some(0), "`facts` is not a fact"),
        ("attributes.tier.x == \"Pro\"", Some(0), "at most one dot"),
    ]);
}

#[test]
fn types() {
    check(&[
        ("country > 5", Some(10), "a text cannot be compared with a whole number"),
        ("5 == plan", Some(5), "a whole number cannot be compared with a text"),
        ("is_paused == \"yes\"", Some(13), "compare with a true or false"),
        ("is_paused > false", Some(0), "have no order"),
        ("plan", Some(0), "gives a text, not true or false"),
        ("quantity + 1", Some(0), "gives a whole number"),
        ("is_paused && quantity", Some(13), "`&&` needs true or false"),
        ("is_paused || (is_trialing || plan)", Some(29), "`||` needs true or false"),
        ("!quantity", Some(1), "`!` needs true or false"),
        ("-plan == \"a\"", Some(1), "`-` needs a number"),
        ("plan + \"x\" == \"Prox\"", Some(0), "`+` needs numbers"),
        ("attributes.seats + 1 > 2", Some(19), "write `2.0` for `2`"),
        ("attributes.seats % 2.0 > 1.0", Some(0), "`%` needs whole numbers"),
        ("quantity ? is_paused : is_trialing", Some(0), "before `?`"),
        ("is_paused ? 1 : \"a\"", Some(16), "both branches need one type"),
        ("country in [\"CA\", 5]", Some(18), "can never match"),
        ("country in \"CA\"", Some(11), "write a list"),
        ("country in [plan]", Some(12), "a list holds texts"),
        ("[1] == [1]", Some(0), "only stand after `in`"),
        ("country == null", Some(11), "`has(fact)`"),
        ("quantity == 5u", Some(12), "without `u`"),
        ("plan == b\"Pro\"", Some(8), "no maps, bytes or records"),
        ("plan == {\"a\": 1}", Some(8), "no maps, bytes or records"),
    ]);
}

#[test]
fn functions() {
    check(&[
        ("[1, 2].all(x, x > 1)", Some(0), "`all` is not allowed"),
        ("[1, 2].exists(x, x > 1)", Some(0), "use `in [...]`"),
        ("[1, 2].map(x, x) == [1]", Some(0), "`map` is not allowed"),
        ("[1, 2].filter(x, true) == [1]", Some(0), "`filter` is not allowed"),
        ("plan.matches(\"(a+)+$\")", Some(0), "`matches` is not allowed"),
        ("matches(plan, plan)", Some(0), "`matches` is not allowed"),
        ("lower(plan) == \"pro\"", Some(0), "there is no function `lower`"),
        ("startsWith(plan, \"P\")", Some(0), "write `fact.startsWith(\"text\")`"),
        ("plan.startsWith(1)", Some(16), "`startsWith` needs a text"),
        ("size(quantity) > 1", Some(5), "`size` needs a text"),
        ("double(plan) > 1.0", Some(7), "not a number"),
        ("has(plan == \"Pro\")", Some(0), "`has` takes one fact"),
        ("has(plan, country)", Some(0), "`has` takes one fact"),
        ("has(in_segment.big)", Some(0), "leave `has` out"),
    ]);
}

#[test]
fn sizes() {
    let compile = |source: &str| Expression::compile(source, &vocabulary());
    let long = format!("plan == \"{}\"", "x".repeat(MAX_SOURCE_BYTES - 10));
    assert_eq!(long.len(), MAX_SOURCE_BYTES);
    compile(&long).unwrap();
    let error = compile(&format!("{long} ")).unwrap_err();
    assert!(error.message.contains("has 1001 bytes"), "{}", error.message);
    // A list of 97, the list itself, the name and `in`.
    let items = |count: usize| format!("items in [{}]", vec!["1"; count].join(","));
    compile(&items(MAX_NODES - 3)).unwrap();
    let error = compile(&items(MAX_NODES - 2)).unwrap_err();
    assert!(error.message.contains("has 101 parts"), "{}", error.message);
    let nested = |depth: usize| format!("{}is_paused{}", "(".repeat(depth), ")".repeat(depth));
    compile(&nested(15)).unwrap();
    let error = compile(&nested(50)).unwrap_err();
    assert!(error.message.contains("nested deeper than 20"), "{}", error.message);
    assert_eq!(error.offset, Some(20));
}

/// Texts made of what rules are made of, in any order.
fn soup() -> impl Strategy<Value = String> {
    let tokens = [
        "plan",
        "quantity",
        "attributes",
        "days_since",
        "in_segment",
        ".",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ",",
        "?",
        ":",
        "!",
        "-",
        "==",
        "!=",
        "<",
        ">=",
        "&&",
        "||",
        "in",
        "has",
        "size",
        "startsWith",
        "1",
        "2.5",
        "\"a\"",
        "'é'",
        "true",
        "null",
        " ",
        "\n",
        "`x`",
        "?.",
        "r'a'",
        "b'a'",
        "1u",
        "0x",
        "e9",
        "\\",
        "\"",
        "\"\"\"",
        "//",
        "é",
        "\u{0}",
        "all",
        "x",
    ];
    prop::collection::vec(prop::sample::select(tokens.to_vec()), 0..60)
        .prop_map(|tokens| tokens.concat())
}

proptest! {
    #[test]
    fn no_text_makes_the_compiler_panic(source in prop_oneof![soup(), ".{0,80}", "\\PC{0,300}"]) {
        if let Err(error) = Expression::compile(&source, &vocabulary()) {
            prop_assert!(error.offset.is_none_or(|offset| offset <= source.len()));
            prop_assert!(!error.message.is_empty());
        }
    }

    /// Repetition is what parsers stumble over.
    #[test]
    fn no_repetition_makes_the_compiler_panic(token in soup(), times in 1_usize..500) {
        let source: String = token.repeat(times).chars().take(MAX_SOURCE_BYTES / 4).collect();
        let _ = Expression::compile(&source, &vocabulary());
    }
}
