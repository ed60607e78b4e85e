//! How often and how much: limits, cooldowns, budgets.

use domain::ids::OfferId;
use domain::offer::{Ineligible, Verdict, assess, reassess};
use domain::playbook::Rulebook;

use crate::shapes::{NOW, at, currency, seats, sub};
use crate::situation::{Situation, listing};

const DISCOUNT: &str = "[[offers]]\nid = \"offer_a\"\n\
    effect = { kind = \"discount\", reduction = { percent = 25 }, duration = { months = 3 } }\n";

fn rules(own: &str, of_all: &str) -> Rulebook {
    listing("{ offer = \"offer_a\" }", &format!("[limits]\n{of_all}\n{DISCOUNT}{own}"))
}

/// Why the one offer is not shown.
fn why(rules: &Rulebook, situation: &Situation) -> Vec<Ineligible> {
    let found = assess(rules, &situation.around(), &[]);
    let again = reassess(rules, &OfferId::from_suffix("a"), &situation.around());
    assert_eq!(found[0].because, again.because, "open and accept look at the same limits");
    let is_refused = found[0].verdict == Verdict::Refused;
    assert_eq!(is_refused, !found[0].because.is_empty());
    found[0].because.clone()
}

#[test]
fn an_offer_is_taken_as_often_as_allowed_per_customer_and_per_subscription() {
    let took = || Situation::default().took("a", "discount", 10);
    let taken_before = |by_customer| {
        vec![Ineligible::TakenBefore { last_at: at(NOW - 10 * 86_400), allowed: 1, by_customer }]
    };
    let of_customer = rules("limits = { per_customer = 1 }", "");
    let of_subscription = rules("limits = { per_subscription = 1 }", "");
    assert_eq!(why(&of_customer, &Situation::default()), []);
    assert_eq!(why(&of_customer, &took()), taken_before(true));
    assert_eq!(why(&of_subscription, &took()), taken_before(false));
    let mut elsewhere = took();
    elsewhere.history.acceptances[0].subscription_id = sub("2");
    assert_eq!(why(&of_customer, &elsewhere), taken_before(true));
    assert_eq!(why(&of_subscription, &elsewhere), []);
    let another = Situation::default().took("b", "discount", 10);
    assert_eq!(why(&of_customer, &another), []);
    assert_eq!(why(&rules("limits = { per_customer = 2 }", ""), &took()), []);
    assert_eq!(why(&rules("limits = { per_customer = 0 }", ""), &Situation::default()).len(), 1);
}

#[test]
fn a_customer_takes_no_more_offers_than_allowed_in_all() {
    let rules = rules("", "per_customer = 2");
    let once = Situation::default().took("b", "pause", 900);
    assert_eq!(why(&rules, &once), []);
    let twice = once.took("c", "credit", 800);
    assert_eq!(why(&rules, &twice), [Ineligible::CustomerLimit { allowed: 2 }]);
}

#[test]
fn a_cooldown_ends_to_the_second() {
    let rules = rules("", "cooldown_days = { discount = 180 }");
    for (days_ago, is_over) in [(0, false), (100, false), (179, false), (180, true), (181, true)] {
        let found = why(&rules, &Situation::default().took("b", "discount", days_ago));
        assert_eq!(found.is_empty(), is_over, "{days_ago}");
    }
    let mut just = Situation::default().took("b", "discount", 180);
    just.now = at(NOW - 1);
    assert_eq!(why(&rules, &just).len(), 1);
    let found = why(&rules, &Situation::default().took("b", "discount", 113));
    assert_eq!(found[0].to_string(), "discount taken on 2026-08-02, cooldown 180 days");
}

#[test]
fn a_cooldown_counts_its_own_kind_and_any_counts_all() {
    let own = rules("limits = { cooldown_days = 30 }", "");
    let by_kind = rules("", "cooldown_days = { discount = 30 }");
    let any = rules("", "cooldown_days = { any = 30 }");
    let paused = Situation::default().took("b", "pause", 10);
    assert_eq!(why(&own, &paused), []);
    assert_eq!(why(&by_kind, &paused), []);
    let cooldown = Ineligible::Cooldown {
        kind: "pause".to_owned(),
        taken_at: at(NOW - 10 * 86_400),
        days: 30,
    };
    assert_eq!(why(&any, &paused), [cooldown]);
    let other_kind = rules("", "cooldown_days = { pause = 30 }");
    assert_eq!(why(&other_kind, &paused), [], "a cooldown of pauses is not one of discounts");
}

#[test]
fn the_newest_offer_counts_and_each_cooldown_is_told_once() {
    let both = rules("limits = { cooldown_days = 30 }", "cooldown_days = { discount = 30 }");
    let found =
        why(&both, &Situation::default().took("b", "discount", 100).took("b", "discount", 5));
    let taken_at = at(NOW - 5 * 86_400);
    assert_eq!(found, [Ineligible::Cooldown { kind: "discount".to_owned(), taken_at, days: 30 }]);
}

#[test]
fn an_offer_is_given_to_as_many_as_allowed() {
    let rules = rules("limits = { total = 3 }", "");
    for (taken, is_left) in [(0, true), (2, true), (3, false), (4, false)] {
        let mut situation = Situation::default();
        situation.usage.taken.insert(OfferId::from_suffix("a"), taken);
        let found = why(&rules, &situation);
        let wanted = if is_left { vec![] } else { vec![Ineligible::TotalReached { allowed: 3 }] };
        assert_eq!(found, wanted, "{taken}");
    }
}

/// 25 % of 49.00 for three months is 36.75 and at most a cent a month more.
const COST: i64 = 3_678;

#[test]
fn a_budget_covers_the_worst_cost_of_what_it_still_gives() {
    let own = rules("limits = { budget_per_month = { usd = 10000 } }", "");
    let of_all = rules("", "budget_per_month = { usd = 10000 }");
    for (spent, is_left) in [(0, true), (10_000 - COST, true), (10_000 - COST + 1, false)] {
        let mut situation = Situation::default();
        situation.usage.cost_of_offer.insert((OfferId::from_suffix("a"), currency("usd")), spent);
        situation.usage.cost_of_all.insert(currency("usd"), spent);
        for (rules, is_of_all) in [(&own, false), (&of_all, true)] {
            let spent = Ineligible::BudgetSpent {
                of_all: is_of_all,
                budget_minor: 10_000,
                spent_minor: spent,
                cost_minor: COST,
                currency: "usd".to_owned(),
            };
            assert_eq!(why(rules, &situation), if is_left { vec![] } else { vec![spent] });
        }
    }
}

#[test]
fn a_budget_of_another_currency_does_not_limit() {
    let rules = rules("limits = { budget_per_month = { eur = 1 } }", "");
    assert_eq!(why(&rules, &Situation::default()), []);
}

#[test]
fn a_cost_that_would_overflow_is_above_every_budget() {
    let rules = rules("limits = { budget_per_month = { usd = 10000 } }", "");
    let mut situation = Situation::of(seats(1));
    let spent = i64::MAX;
    situation.usage.cost_of_offer.insert((OfferId::from_suffix("a"), currency("usd")), spent);
    assert_eq!(why(&rules, &situation).len(), 1);
}

#[test]
fn every_limit_that_holds_is_told() {
    let all = rules(
        "limits = { per_customer = 1, per_subscription = 1, cooldown_days = 30, total = 1, \
         budget_per_month = { usd = 1 } }",
        "per_customer = 1\nbudget_per_month = { usd = 1 }\ncooldown_days = { any = 40 }",
    );
    let mut situation = Situation::default().took("a", "discount", 10);
    situation.usage.taken.insert(OfferId::from_suffix("a"), 1);
    assert_eq!(why(&all, &situation).len(), 8);
}
