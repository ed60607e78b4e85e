//! Numbers, amounts, addresses and prices of offers.

use domain::brand::OfferCeilings;
use domain::playbook::{CheckContext, check};
use domain::policy::Policy;

use super::{Case, error, hold, listed, parsed, warning, with};

fn effect(code: &'static str, place: &'static str, bad: &str, good: &str) -> Case {
    error(code, place, &listed(bad, ""), &listed(good, ""))
}

#[test]
fn numbers_are_in_range() {
    let code = "out_of_range";
    let off = |months: u32| {
        format!(
            "kind = \"discount\", reduction = {{ percent = 5 }}, duration = {{ months = {months} }}"
        )
    };
    let pause =
        |low: u32, high: u32| format!("kind = \"pause\", min_months = {low}, max_months = {high}");
    let free = |months: u32| format!("kind = \"free_period\", months = {months}");
    let trial = |days: u32| format!("kind = \"trial_extension\", days = {days}");
    let seats = |target: &str| format!("kind = \"seats\", target = {{ {target} }}");
    let back = |days: u32| {
        format!(
            "kind = \"credit\", amount = {{ usd = 5 }}, to = {{ last_invoice = {{ within_days = {days} }} }}"
        )
    };
    hold(&[
        effect(code, "offers[0].effect.duration.months", &off(0), &off(1)),
        effect(code, "offers[0].effect.duration.months", &off(37), &off(6)),
        effect(code, "offers[0].effect.min_months", &pause(0, 3), &pause(1, 1)),
        effect(code, "offers[0].effect.max_months", &pause(1, 13), &pause(1, 6)),
        effect(code, "offers[0].effect.min_months", &pause(4, 3), &pause(3, 3)),
        effect(code, "offers[0].effect.months", &free(0), &free(1)),
        effect(code, "offers[0].effect.months", &free(13), &free(6)),
        effect(code, "offers[0].effect.days", &trial(0), &trial(1)),
        effect(code, "offers[0].effect.days", &trial(366), &trial(365)),
        effect(
            code,
            "offers[0].effect.target.reduce_by",
            &seats("reduce_by = 0"),
            &seats("reduce_by = 1"),
        ),
        effect(
            code,
            "offers[0].effect.target.reduce_to",
            &seats("reduce_to = 0"),
            &seats("reduce_to = 1"),
        ),
        effect(code, "offers[0].effect.to.last_invoice.within_days", &back(0), &back(30)),
    ]);
}

#[test]
fn limits_limit_and_can_be_met() {
    let content = |limits: &str| listed("kind = \"content\"", &format!("limits = {{ {limits} }}"));
    let case = |place, field: &str| {
        error(
            "zero_limit",
            place,
            &content(&format!("{field} = 0")),
            &content(&format!("{field} = 1")),
        )
    };
    hold(&[
        case("offers[0].limits.per_customer", "per_customer"),
        case("offers[0].limits.per_subscription", "per_subscription"),
        case("offers[0].limits.total", "total"),
        warning(
            "zero_limit",
            "offers[0].limits.cooldown_days",
            &content("cooldown_days = 0"),
            &content("cooldown_days = 9"),
        ),
        error(
            "amount_not_positive",
            "offers[0].limits.budget_per_month.usd",
            &content("budget_per_month = { usd = 0 }"),
            &content("budget_per_month = { usd = 1 }"),
        ),
        error(
            "amount_not_positive",
            "limits.budget_per_month.eur",
            "[limits]\nbudget_per_month = { eur = -5 }",
            "[limits]\nbudget_per_month = { eur = 5 }",
        ),
    ]);
}

#[test]
fn nothing_is_above_a_limit() {
    let off = |percent: u32, duration: &str| {
        listed(
            &format!(
                "kind = \"discount\", reduction = {{ percent = {percent} }}, duration = {duration}"
            ),
            "",
        )
    };
    let credit = |minor: i64| {
        listed(&format!("kind = \"credit\", amount = {{ usd = {minor} }}, to = \"balance\""), "")
    };
    let own = |limit: &str, offer: &str| format!("{offer}[limits]\n{limit}\n");
    let pause =
        |high: u32| listed(&format!("kind = \"pause\", min_months = 1, max_months = {high}"), "");
    let free = |months: u32| listed(&format!("kind = \"free_period\", months = {months}"), "");
    let (brand, playbook) = ("above_brand_ceiling", "above_playbook_limit");
    let percent = "offers[0].effect.reduction.percent";
    hold(&[
        error(brand, percent, &off(31, "\"once\""), &off(30, "\"once\"")),
        error(
            brand,
            "offers[0].effect.duration.months",
            &off(5, "{ months = 7 }"),
            &off(5, "{ months = 6 }"),
        ),
        error(brand, "offers[0].effect.duration", &off(5, "\"forever\""), &off(5, "\"once\"")),
        error(brand, "offers[0].effect.max_months", &pause(7), &pause(6)),
        error(brand, "offers[0].effect.months", &free(7), &free(6)),
        error(brand, "offers[0].effect.amount.usd", &credit(1_001), &credit(1_000)),
        error(
            playbook,
            percent,
            &own("max_percent = 10", &off(11, "\"once\"")),
            &own("max_percent = 11", &off(11, "\"once\"")),
        ),
        error(
            playbook,
            "offers[0].effect.max_months",
            &own("max_months = 2", &pause(3)),
            &own("max_months = 3", &pause(3)),
        ),
        error(
            playbook,
            "offers[0].effect.amount.usd",
            &own("max_credit = { usd = 500 }", &credit(501)),
            &own("max_credit = { usd = 501 }", &credit(501)),
        ),
    ]);
}

#[test]
fn amounts_are_money_that_customers_pay_in() {
    let credit =
        |amount: &str| format!("kind = \"credit\", amount = {{ {amount} }}, to = \"balance\"");
    let named = |when: &str, amount: &str| {
        listed(
            &format!(
                "kind = \"discount\", reduction = {{ amount = {{ {amount} }} }}, duration = \"once\""
            ),
            &format!("when = '{when}'"),
        )
    };
    hold(&[
        effect(
            "amount_not_positive",
            "offers[0].effect.amount.usd",
            &credit("usd = 0"),
            &credit("usd = 1"),
        ),
        effect(
            "unknown_currency",
            "offers[0].effect.amount.abc",
            &credit("usd = 1, abc = 1"),
            &credit("usd = 1, eur = 1"),
        ),
        effect("no_amount", "offers[0].effect.amount", &credit(""), &credit("usd = 1")),
        warning(
            "missing_currency",
            "offers[0].effect.reduction.amount",
            &named("currency in [\"usd\", \"eur\"]", "usd = 1"),
            &named("currency in [\"usd\", \"eur\"]", "usd = 1, eur = 1"),
        ),
        // A rule that keeps the others out needs no amount for them.
        warning(
            "missing_currency",
            "offers[0].effect.reduction.amount",
            &named("currency != \"eur\" || quantity > 3", "usd = 1"),
            &named("currency == \"usd\"", "usd = 1"),
        ),
    ]);
}

#[test]
fn addresses_are_ones() {
    let talk = |channel: &str, address: &str| {
        format!("kind = \"talk_to_us\", channel = \"{channel}\", address = \"{address}\"")
    };
    let custom = |url: &str| format!("kind = \"custom\", url = \"{url}\"");
    let place = "offers[0].effect.address";
    let code = "malformed_address";
    hold(&[
        effect(
            code,
            place,
            &talk("mail", "https://example.com"),
            &talk("mail", "a.b+c@mail.example.com"),
        ),
        effect(code, place, &talk("mail", "a@b@example.com"), &talk("mail", "a@example.com")),
        effect(code, place, &talk("mail", "a@example"), &talk("mail", "a@example.com")),
        effect(
            code,
            place,
            &talk("link", "a@example.com"),
            &talk("link", "https://example.com/a?b#c"),
        ),
        effect(
            code,
            place,
            &talk("booking", "http://example.com"),
            &talk("booking", "https://example.com"),
        ),
        effect(
            code,
            place,
            &talk("link", "https://example.com@evil.test/"),
            &talk("link", "https://example.com:8443/"),
        ),
        effect(
            code,
            place,
            &talk("link", "https://exa mple.com/"),
            &talk("link", "https://example.com/"),
        ),
        effect(
            "not_https",
            "offers[0].effect.url",
            &custom("http://api.example.com"),
            &custom("https://api.example.com/a"),
        ),
        effect(
            "call_host",
            "offers[0].effect.url",
            &custom("https://api.example.com.evil.test/"),
            &custom("https://API.example.com:443/"),
        ),
    ]);
}

#[test]
fn what_cannot_be_sent_is_no_parameter() {
    use domain::offer::OfferKind;
    use domain::session::AttributeValue;
    let text = with(&listed(
        "kind = \"custom\", url = \"https://api.example.com/x\", parameters = { a = 1 }",
        "",
    ));
    let mut playbook = parsed(&text).playbook;
    let (ceilings, policy) = (OfferCeilings::default(), Policy::us_general());
    let context = CheckContext {
        ceilings: &ceilings,
        media_origins: None,
        call_hosts: None,
        policy: &policy,
        prices: None,
    };
    assert!(check(&playbook, &context).is_empty());
    for value in [AttributeValue::Null, AttributeValue::Number(f64::NAN)] {
        let OfferKind::Custom { parameters, .. } = &mut playbook.offers[0].effect else { panic!() };
        parameters.insert("a".to_owned(), value);
        let found = check(&playbook, &context);
        assert_eq!((found.len(), found[0].code.as_str()), (1, "empty_parameter"), "{found:#?}");
        assert_eq!(found[0].place, "offers[0].effect.parameters.a");
    }
}

#[test]
fn pictures_and_films_come_from_where_the_brand_allows() {
    let content =
        |lines: &str| listed("kind = \"content\"", &format!("[[offers.content]]\n{lines}"));
    let image = |url: &str, alt: &str| {
        content(&format!("type = \"image\"\nurl = \"{url}\"\nalt = {{ {alt} }}"))
    };
    let video = |title: &str, captions: &str| {
        content(&format!(
            "type = \"video\"\nurl = \"https://media.example.com/v.mp4\"\ntitle = {{ {title} }}\ncaptions = {{ {captions} }}"
        ))
    };
    let (own, alt) = ("https://media.example.com/a.png", "en = \"A chart\"");
    let captions = "en = \"https://media.example.com/en.vtt\"";
    hold(&[
        error(
            "not_https",
            "offers[0].content[0].url",
            &image("http://media.example.com/a.png", alt),
            &image(own, alt),
        ),
        error(
            "media_origin",
            "offers[0].content[0].url",
            &image("https://elsewhere.test/a.png", alt),
            &image(own, alt),
        ),
        error(
            "media_origin",
            "offers[0].content[0].url",
            &image("https://media.example.com:444/a.png", alt),
            &image(own, alt),
        ),
        error("missing_text", "offers[0].content[0].alt", &image(own, ""), &image(own, alt)),
        error(
            "missing_text",
            "offers[0].content[0].text",
            &content("type = \"text\"\ntext = {}"),
            &content("type = \"text\"\ntext.en = \"W\""),
        ),
        error(
            "missing_text",
            "offers[0].content[0].title",
            &video("", captions),
            &video("en = \"T\"", captions),
        ),
        warning(
            "no_captions",
            "offers[0].content[0]",
            &video("en = \"T\"", ""),
            &video("en = \"T\"", captions),
        ),
        error(
            "not_https",
            "offers[0].content[0].captions.en",
            &video("en = \"T\"", "en = \"/en.vtt\""),
            &video("en = \"T\"", captions),
        ),
    ]);
}
