//! The brand's own words: languages, variables, pressure.

use domain::playbook::variables::{OF_REASONS, VARIABLES, of_offer};

use super::{Case, error, findings, hold, listed, parsed, warning, with};

const OFF: &str = "kind = \"discount\", reduction = { percent = 25 }, duration = { months = 3 }";

fn copy(lines: &str) -> String {
    listed(OFF, &format!("[offers.copy]\n{lines}"))
}

/// Title in the default language.
fn title(words: &str) -> String {
    copy(&format!("title.en = \"{words}\""))
}

#[test]
fn texts_are_there_in_every_language() {
    let place = "offers[0].copy.title";
    hold(&[
        error(
            "missing_locale",
            place,
            &copy("title.de = \"Titel\""),
            &copy("title.en = \"Title\""),
        ),
        error(
            "missing_locale",
            place,
            &copy("title = { en = \" \" }"),
            &copy("title.EN = \"Title\""),
        ),
        error(
            "malformed_locale",
            "offers[0].copy.title.pt_BR",
            &copy("title.en = \"T\"\ntitle.pt_BR = \"T\""),
            &copy("title.en = \"T\"\ntitle.pt-BR = \"T\""),
        ),
        warning(
            "unlisted_locale",
            "offers[0].copy.title.de",
            &copy("title.en = \"T\"\ntitle.de = \"T\""),
            &copy("title.en = \"T\""),
        ),
        error("missing_locale", "reasons[0].label", "label.fr = \"Autre\"", "label.en = \"Other\""),
        error(
            "missing_locale",
            "reasons[0].question",
            "question.fr = \"Quoi ?\"",
            "question.en = \"What?\"",
        ),
    ]);
    let two = with(&title("T"))
        .replace("default_locale = \"en\"", "default_locale = \"en\"\nlocales = [\"de\"]");
    let found = findings(&two);
    assert!(
        found.iter().any(|each| each.code == "missing_locale" && each.message.contains("`de`"))
    );
}

#[test]
fn variables_have_values() {
    let place = "offers[0].copy.title.en";
    let talk = |words: &str| {
        listed(
            "kind = \"talk_to_us\", channel = \"mail\", address = \"a@example.com\"",
            &format!("[offers.copy]\ntitle.en = \"{words}\""),
        )
    };
    hold(&[
        error("unknown_variable", place, &title("{precent} off"), &title("{percent} off")),
        error("unknown_variable", place, &title("{amount} off"), &title("{ percent } off")),
        error("unknown_variable", place, &talk("{percent}"), &talk("{plan} of {brand}")),
        error(
            "unknown_variable",
            "reasons[0].label.en",
            "label.en = \"{percent}\"",
            "label.en = \"{plan}\"",
        ),
        error("lone_brace", place, &title("25 } off"), &title("25 off")),
        error("line_break", place, &title("Two\\nlines"), &title("One line")),
        error(
            "line_break",
            "reasons[0].label.en",
            "label.en = \"Two\\nlines\"",
            "label.en = \"One\"",
        ),
        warning("long_text", place, &title(&"x".repeat(81)), &title(&"x".repeat(80))),
    ]);
    let found = findings(&with(&title("Now {precent} off")));
    let odd = found.iter().find(|each| each.code == "unknown_variable").unwrap();
    assert_eq!(odd.offset, Some(4));
    assert!(odd.message.contains("did you mean `percent`?"), "{}", odd.message);
}

#[test]
fn every_variable_is_documented_and_used() {
    let effects = [
        OFF,
        "kind = \"discount\", reduction = { amount = { usd = 5 } }, duration = \"forever\"",
        "kind = \"pause\", min_months = 1, max_months = 3",
        "kind = \"plan_change\", price = \"p\", timing = \"now\"",
        "kind = \"seats\", target = { reduce_by = 1 }",
        "kind = \"free_period\", months = 1",
        "kind = \"trial_extension\", days = 3",
        "kind = \"credit\", amount = { usd = 5 }, to = \"balance\"",
        "kind = \"content\"",
    ];
    let mut used = OF_REASONS.to_vec();
    for effect in effects {
        used.extend(of_offer(&parsed(&with(&listed(effect, ""))).playbook.offers[0].effect));
    }
    used.sort_unstable();
    used.dedup();
    let mut documented: Vec<&str> = VARIABLES.iter().map(|variable| variable.name).collect();
    documented.sort_unstable();
    assert_eq!(used, documented);
}

#[test]
fn words_do_not_press() {
    let place = "offers[0].copy.title.en";
    let case =
        |code, bad: &str, good: &str| -> Case { error(code, place, &title(bad), &title(good)) };
    hold(&[
        case("DP06_confirm_shaming", "No thanks, I hate saving money", "Keep my plan"),
        case(
            "DP06_confirm_shaming",
            "No, I don\u{2019}t want  to save",
            "Pay less for three months",
        ),
        case("DP11_fake_urgency", "Last chance: {percent} off", "{percent} off until {ends_on}"),
        case("DP11_fake_urgency", "HURRY!", "Hurrying is not needed"),
        case("DP12_fake_scarcity", "Most customers stay", "Your plan stays as it is"),
        error(
            "DP11_fake_urgency",
            "offers[0].copy.body.en",
            &copy("body.en = \"This offer expires soon.\""),
            &copy("body.en = \"It lasts {months} months.\""),
        ),
        error(
            "DP06_confirm_shaming",
            "reasons[0].label.en",
            "label.en = \"I don't care about my team\"",
            "label.en = \"My team is gone\"",
        ),
    ]);
}

#[test]
fn regret_is_said_on_one_step_at_most() {
    let sorry = "[offers.copy]\ntitle.en = \"Sorry to see you go\"\nbody.en = \"We'll miss you.\"";
    let once = listed(OFF, sorry);
    let twice = format!("question.en = \"We're sad to see you go. Why?\"\n{once}");
    hold(&[error("DP07_emotional_repetition", "offers[0].copy.title.en", &twice, &once)]);
    // Two offers are two steps only where one customer may meet both.
    let second =
        once.replace("offer_a", "offer_b").replacen("offers = [{ offer = \"offer_b\" }]\n", "", 1);
    let both = format!("{once}\n{second}");
    let regrets =
        |text: &str| findings(text).iter().filter(|each| each.code.starts_with("DP07")).count();
    assert_eq!(regrets(&with(&both)), 0);
    assert_eq!(regrets(&with(&format!("{both}\n[flow]\noffer_screens = 2\n"))), 2);
}

#[test]
fn other_languages_are_read_too() {
    for (locale, words, code) in [
        ("de", "Letzte Chance!", "DP11_fake_urgency"),
        ("fr-CA", "Dernière chance", "DP11_fake_urgency"),
        ("es", "Prefiero pagar más", "DP06_confirm_shaming"),
    ] {
        let text = with(&copy(&format!("title.en = \"T\"\ntitle.{locale} = \"{words}\"")));
        let found = findings(&text);
        let place = format!("offers[0].copy.title.{locale}");
        assert!(found.iter().any(|each| each.code == code && each.place == place), "{found:#?}");
    }
}
