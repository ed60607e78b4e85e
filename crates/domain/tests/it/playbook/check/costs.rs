//! Offers that cost: limits, budgets, amounts the provider takes.

use super::{error, findings, hold, listed, warning, with};

const OFF: &str = "kind = \"discount\", reduction = { percent = 5 }, duration = \"once\"";

#[test]
fn what_costs_can_be_taken_so_often() {
    let (code, place) = ("unlimited_offer", "offers[0].limits");
    let kinds = [
        ("discount", OFF),
        ("pause", "kind = \"pause\", min_months = 1, max_months = 2"),
        ("free_period", "kind = \"free_period\", months = 1"),
        ("trial_extension", "kind = \"trial_extension\", days = 3"),
        ("credit", "kind = \"credit\", amount = { usd = 5 }, to = \"balance\""),
    ];
    for (kind, effect) in kinds {
        let own = |limits: &str| listed(effect, &format!("limits = {{ {limits} }}"));
        let all = |limits: &str| format!("{}[limits]\n{limits}\n", listed(effect, ""));
        let other = if kind == "pause" { "credit" } else { "pause" };
        hold(&[
            warning(code, place, &listed(effect, ""), &own("per_customer = 1")),
            warning(code, place, &own("total = 5"), &own("per_subscription = 1")),
            warning(code, place, &own("cooldown_days = 0"), &own("cooldown_days = 1")),
            warning(code, place, &all("stacking = true"), &all("per_customer = 2")),
            warning(
                code,
                place,
                &all(&format!("cooldown_days = {{ {other} = 9 }}")),
                &all(&format!("cooldown_days = {{ {kind} = 9 }}")),
            ),
            warning(
                code,
                place,
                &all("cooldown_days = { any = 0 }"),
                &all("cooldown_days = { any = 9 }"),
            ),
        ]);
    }
    for free in ["kind = \"content\"", "kind = \"seats\", target = { reduce_by = 1 }"] {
        let found = findings(&with(&listed(free, "")));
        assert!(found.iter().all(|each| each.code != code), "{found:#?}");
    }
}

#[test]
fn a_budget_caps_every_currency_its_offers_are_shown_in() {
    let code = "budget_currencies";
    let budget = "budget_per_month = { usd = 900, eur = 900 }";
    let own = |effect: &str, when: &str| {
        listed(effect, &format!("when = '{when}'\nlimits = {{ per_customer = 1, {budget} }}"))
    };
    let all = |effect: &str, when: &str| {
        let more = format!("when = '{when}'\nlimits = {{ per_customer = 1 }}");
        format!("{}[limits]\n{budget}\n", listed(effect, &more))
    };
    let (anybody, named) = ("quantity > 1", "currency in [\"usd\", \"eur\"]");
    let credit =
        |amount: &str| format!("kind = \"credit\", amount = {{ {amount} }}, to = \"balance\"");
    let (of_offer, of_all) = ("offers[0].limits.budget_per_month", "limits.budget_per_month");
    let free = "kind = \"free_period\", months = 1";
    let pause = "kind = \"pause\", min_months = 1, max_months = 2";
    hold(&[
        warning(code, of_offer, &own(OFF, anybody), &own(OFF, named)),
        warning(
            code,
            of_offer,
            &own(free, "currency != \"usd\""),
            &own(free, "currency == \"usd\""),
        ),
        // An offer with amounts is shown in their currencies alone.
        warning(
            code,
            of_offer,
            &own(&credit("usd = 5, gbp = 5"), anybody),
            &own(&credit("usd = 5, eur = 5"), anybody),
        ),
        warning(code, of_all, &all(OFF, anybody), &all(OFF, named)),
        // A pause takes nothing from a budget.
        warning(code, of_all, &all(free, anybody), &all(pause, anybody)),
    ]);
}

#[test]
fn amounts_with_three_decimals_end_with_a_zero() {
    let credit = |amount: &str| {
        listed(&format!("kind = \"credit\", amount = {{ {amount} }}, to = \"balance\""), "")
    };
    let off = |amount: &str| {
        let effect = format!(
            "kind = \"discount\", reduction = {{ amount = {{ {amount} }} }}, duration = \"once\""
        );
        listed(&effect, "")
    };
    let code = "not_multiple_of_ten";
    hold(&[
        error(code, "offers[0].effect.amount.kwd", &credit("kwd = 1255"), &credit("kwd = 1250")),
        error(
            code,
            "offers[0].effect.reduction.amount.bhd",
            &off("bhd = 5"),
            &off("bhd = 10, usd = 5, jpy = 5"),
        ),
    ]);
}
