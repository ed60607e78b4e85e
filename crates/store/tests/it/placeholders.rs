//! `$1` becomes `?1` where it is a placeholder, and nothing else changes.

use proptest::prelude::*;
use store::db::question_marks;

/// A piece of SQL and what it must become.
fn piece() -> impl Strategy<Value = (String, String)> {
    let same = |text: String| (text.clone(), text);
    prop_oneof![
        (1u32..200).prop_map(|n| (format!("${n}"), format!("?{n}"))),
        "[a-zé_=<>()+,%;:. \n]{0,8}".prop_map(same),
        "'([^'$]|''|\\$[0-9])*'".prop_map(same),
        "\"([^\"$]|\\$[0-9])*\"".prop_map(same),
        "--[^\n]{0,8}\n".prop_map(same),
        "/\\*[a-z $1'\"-]{0,8}\\*/".prop_map(same),
        "[a-z_]\\$[0-9]".prop_map(same),
        Just((" $ ".to_owned(), " $ ".to_owned())),
        Just((" - / ".to_owned(), " - / ".to_owned())),
    ]
}

proptest! {
    #[test]
    fn only_placeholders_change(pieces in prop::collection::vec(piece(), 0..12)) {
        // A space between the pieces keeps one from changing the meaning of the next.
        let (sql, expected): (Vec<_>, Vec<_>) = pieces.into_iter().unzip();
        prop_assert_eq!(question_marks(&sql.join(" ")), expected.join(" "));
    }

    #[test]
    fn no_text_panics(sql in ".*") {
        let rewritten = question_marks(&sql);
        prop_assert_eq!(rewritten.len(), sql.len());
    }
}

#[test]
fn two_digits_stay_together() {
    assert_eq!(question_marks("SELECT $10, $1"), "SELECT ?10, ?1");
}

#[test]
fn a_text_that_never_ends_is_left_alone() {
    assert_eq!(question_marks("SELECT '$1"), "SELECT '$1");
    assert_eq!(question_marks("/* $1"), "/* $1");
}
