//! Rules that nobody meets, entries that nobody reaches.

use super::{error, findings, hold, listed, offer, warning, with};

const PAUSE: &str = "kind = \"pause\", min_months = 1, max_months = 3";
const TRIAL: &str = "kind = \"trial_extension\", days = 7";

fn when(effect: &str, rule: &str) -> String {
    listed(effect, &format!("when = '{rule}'"))
}

/// An offer listed for the segments given, in order; an empty one is everybody.
fn entries(segments: &[(&str, &str)], effect: &str, more: &str) -> String {
    let entry = |(id, _): &(&str, &str)| match *id {
        "" => "{ offer = \"offer_a\" }".to_owned(),
        id => format!("{{ offer = \"offer_a\", segment = \"{id}\" }}"),
    };
    let list: Vec<String> = segments.iter().map(entry).collect();
    let mut defined: Vec<String> = segments
        .iter()
        .filter(|(id, _)| !id.is_empty())
        .map(|(id, rule)| format!("[[segments]]\nid = \"{id}\"\nname = \"S\"\nwhen = '{rule}'\n"))
        .collect();
    defined.sort();
    defined.dedup();
    format!("offers = [{}]\n{}{}", list.join(", "), defined.concat(), offer(effect, more))
}

#[test]
fn rules_decide_something() {
    hold(&[
        error(
            "never_true",
            "offers[0].when",
            &when(PAUSE, "quantity > 5 && quantity < 3"),
            &when(PAUSE, "quantity > 5"),
        ),
        error(
            "never_true",
            "offers[0].when",
            &when(PAUSE, "interval == \"yearly\""),
            &when(PAUSE, "interval == \"year\""),
        ),
        warning(
            "always_true",
            "offers[0].when",
            &when(PAUSE, "items >= 0"),
            &when(PAUSE, "items >= 2"),
        ),
        warning(
            "never_true",
            "offers[0].when",
            &when(PAUSE, "country == \"CA\" || interval == \"yearly\""),
            &when(PAUSE, "country == \"CA\" || interval == \"year\""),
        ),
    ]);
    let found = findings(&with(&when(PAUSE, "country == \"CA\" || interval == \"yearly\"")));
    let odd = found.iter().find(|each| each.code == "never_true").unwrap();
    assert_eq!(odd.offset, Some("country == \"CA\" || ".len()));
}

#[test]
fn rules_and_kinds_fit_together() {
    let code = "contradicts_kind";
    let place = "offers[0].when";
    let off = "kind = \"discount\", reduction = { amount = { usd = 5 } }, duration = \"once\"";
    let basic =
        "kind = \"plan_change\", price = \"price_b\", from = [\"price_a\"], timing = \"now\"";
    hold(&[
        error(
            code,
            place,
            &when(TRIAL, "status == \"active\""),
            &when(TRIAL, "status != \"active\""),
        ),
        error(
            code,
            place,
            &when(PAUSE, "status == \"trialing\""),
            &when(PAUSE, "interval == \"year\""),
        ),
        error(code, place, &when(off, "currency == \"eur\""), &when(off, "currency == \"usd\"")),
        error(
            code,
            place,
            &when(basic, "price_id == \"price_b\""),
            &when(basic, "price_id == \"price_a\""),
        ),
        error(
            code,
            place,
            &when("kind = \"seats\", target = { reduce_by = 1 }", "quantity == 1"),
            &when("kind = \"seats\", target = { reduce_by = 1 }", "quantity >= 4"),
        ),
        error(
            code,
            place,
            &when(PAUSE, "status == \"past_due\" // late"),
            &when(PAUSE, "status == \"active\" // paid"),
        ),
    ]);
}

#[test]
fn every_entry_can_be_reached() {
    let yearly = ("yearly", "interval == \"year\"");
    let everybody = ("everybody", "true");
    let monthly_rule = "when = 'interval == \"month\"'";
    let other_reason = "when = 'reason == \"reason_unused\"'";
    let own_reason = "when = 'reason == \"reason_other\"'";
    let entry = "reasons[0].offers[1]";
    hold(&[
        error(
            "repeated_offer",
            entry,
            &entries(&[("", ""), ("", "")], PAUSE, ""),
            &entries(&[("", "")], PAUSE, ""),
        ),
        error(
            "repeated_offer",
            entry,
            &entries(&[yearly, yearly], PAUSE, ""),
            &entries(&[yearly], PAUSE, ""),
        ),
        error(
            "unreachable_entry",
            entry,
            &entries(&[("", ""), yearly], PAUSE, ""),
            &entries(&[yearly, ("", "")], PAUSE, ""),
        ),
        error(
            "unreachable_entry",
            entry,
            &entries(&[everybody, yearly], PAUSE, ""),
            &entries(&[yearly, everybody], PAUSE, ""),
        ),
        error(
            "never_reached",
            "reasons[0].offers[0]",
            &entries(&[yearly], PAUSE, monthly_rule),
            &entries(&[("monthly", "interval == \"month\"")], PAUSE, monthly_rule),
        ),
        error(
            "never_reached",
            "reasons[0].offers[0]",
            &entries(&[("trial", "is_trialing && status == \"active\"")], TRIAL, ""),
            &entries(&[("trial", "is_trialing")], TRIAL, ""),
        ),
        error(
            "never_reached",
            "reasons[0].offers[0]",
            &entries(&[("", "")], PAUSE, other_reason),
            &entries(&[("", "")], PAUSE, own_reason),
        ),
    ]);
}
