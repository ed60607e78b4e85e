//! From a path in the document to a line and a column of its text.

use super::{parsed, with};

/// Position of a marker's first character, found by searching the text.
fn expected(text: &str, marker: &str) -> (usize, usize) {
    let at = text.find(marker).unwrap_or_else(|| panic!("`{marker}` is not in\n{text}"));
    let before = &text[..at];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |last| last.chars().count()) + 1;
    (line, column)
}

#[test]
fn every_path_leads_to_its_place() {
    let text = with(
        r#"label = { en = "Ünïcode", de = "Anderes" }

[[segments]]
id = "yearly"
name = "Yearly"
when = 'interval == "year"'

[[offers]]
id = "offer_a"
effect = { kind = "discount", reduction = { percent = 25 }, duration = "once" }
[offers.copy]
title.pt-BR = "Título"

[[offers]]
id = "offer_b"
effect = { kind = "content" }
[[offers.content]]
type = "text"
text = { en = "Words" }
"#,
    );
    let found = parsed(&text);
    for (place, marker) in [
        ("schema", "1\nname"),
        ("name", "\"Test\""),
        ("reasons[0]", "[[reasons]]"),
        ("reasons[0].feedback", "\"other\""),
        ("reasons[0].label.de", "\"Anderes\""),
        ("reasons[0].label", "label ="),
        // What is not there is at the header of its table.
        ("reasons[0].question", "[[reasons]]"),
        ("reasons[0].question.en", "[[reasons]]"),
        ("segments[0].when", "'interval"),
        ("offers[1]", "[[offers]]\nid = \"offer_b\""),
        ("offers[1].limits.total", "[[offers]]\nid = \"offer_b\""),
        ("offers[0].effect.reduction.percent", "25 }"),
        ("offers[0].effect.existing", "effect = { kind = \"discount\""),
        ("offers[0].copy.title.pt-BR", "\"Título\""),
        ("offers[1].content[0].text.en", "\"Words\""),
        ("offers[9].when", "[[offers]]\nid = \"offer_a\""),
    ] {
        let position = found.places.locate(place, None);
        let want = expected(&text, marker);
        // A list has no header of its own: its first element stands for it.
        if place != "offers[9].when" {
            assert_eq!((position.line, position.column), want, "{place}");
        }
    }
    assert_eq!(found.places.locate("", None).line, 1);
    assert_eq!(found.places.locate("nowhere.at.all", Some(7)).line, 1);
}

#[test]
fn a_place_inside_a_text_is_found_through_its_quotes() {
    for (written, value) in [
        (r#""plain # text""#, "plain # text"),
        (r"'single # quoted'", "single # quoted"),
        (r#""tab\tquote\"back\\ # text""#, "tab\tquote\"back\\ # text"),
        (r#""\u00e9\U0001F600 # text""#, "é😀 # text"),
        ("\"\"\"\nfirst\n  second # text\"\"\"", "first\n  second # text"),
        ("'''\nfirst\n # text'''", "first\n # text"),
        ("\"\"\"joined \\\n      here # text\"\"\"", "joined here # text"),
    ] {
        let text =
            format!("{}\n[[segments]]\nid = \"s\"\nname = \"S\"\nwhen = {written}\n", with(""));
        let found = parsed(&text);
        assert_eq!(found.playbook.segments[0].when, value);
        let offset = value.find('#').unwrap();
        let position = found.places.locate("segments[0].when", Some(offset));
        assert_eq!((position.line, position.column), expected(&text, "# "), "{written}");
        // Past the end is the end.
        let end = found.places.locate("segments[0].when", Some(999));
        assert!(end >= position, "{written}");
    }
}
