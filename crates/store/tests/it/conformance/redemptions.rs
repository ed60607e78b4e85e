//! What offers use up is counted with the decision, never past a limit, and given back once.

use std::collections::BTreeMap;

use domain::billing_action::ActionStatus;
use domain::brand::Mode;
use domain::ids::OfferId;
use domain::money::{Currency, Money};
use domain::offer::{Ineligible, Usage};
use engine::ports::{CommitOutcome, Redemption, Store};
use store::SqlStore;
use store::db::Options;

use super::offers::{MONTH, assessment, redemption, sums, take, usd};
use super::world::{
    TEST, World, at, brand_id, event, new_flow, session, settlement, stay, sub, world,
};
use crate::on_both;

fn spent(of_all: bool, budget_minor: i64, spent_minor: i64, cost_minor: i64) -> CommitOutcome {
    let currency = "usd".to_owned();
    CommitOutcome::LimitReached(Ineligible::BudgetSpent {
        of_all,
        budget_minor,
        spent_minor,
        cost_minor,
        currency,
    })
}

/// As many sessions as names decide at the same time, on two nodes.
async fn crowd(world: &World, names: &[String], redemption: &Redemption) -> Vec<CommitOutcome> {
    let second = SqlStore::open(&world.url, &Options::default()).expect("a second node");
    for name in names {
        world.opened_own(name, at(0)).await;
    }
    let tasks: Vec<_> = names
        .iter()
        .enumerate()
        .map(|(number, name)| {
            let store = if number % 2 == 0 { world.store.clone() } else { second.clone() };
            let commit = take(name, redemption.clone(), at(10));
            tokio::spawn(async move { store.commit_decision(&commit).await })
        })
        .collect();
    let mut outcomes = Vec::new();
    for task in tasks {
        outcomes.push(task.await.expect("no panic").expect("an answer"));
    }
    outcomes
}

fn named(prefix: &str, count: usize) -> Vec<String> {
    (0..count).map(|number| format!("{prefix}{number}")).collect()
}

on_both! {
    async fn takings_and_costs_are_summed_by_offer_month_and_currency(on) {
        let world = world(on).await;
        let eur = Currency::parse("eur").expect("a currency");
        let mut in_eur = redemption("x", 0);
        in_eur.cost = Some(Money::new(70, eur));
        let mut before = redemption("x", 900);
        before.month = "2026-12".to_owned();
        let mut free = redemption("y", 0);
        free.cost = None;
        let all = [redemption("x", 500), redemption("x", 200), in_eur, before, free, redemption("y", 30)];
        for (number, redemption) in all.into_iter().enumerate() {
            let outcome = world.taken(&number.to_string(), redemption).await;
            assert_eq!(outcome, CommitOutcome::Committed);
        }
        let [x, y] = ["x", "y"].map(OfferId::from_suffix);
        let expected = Usage {
            taken: BTreeMap::from([(x.clone(), 4), (y.clone(), 2)]),
            cost_of_offer: BTreeMap::from([((x.clone(), usd()), 700), ((x.clone(), eur), 70), ((y, usd()), 30)]),
            cost_of_all: BTreeMap::from([(usd(), 730), (eur, 70)]),
        };
        assert_eq!(world.usage().await, expected);
        let before = world.usage_in(TEST, "2026-12").await;
        assert_eq!((&before.taken, before.cost_of(&x, usd())), (&expected.taken, 900));
        assert_eq!(before.cost_of_all, BTreeMap::from([(usd(), 900)]));
    }

    async fn brands_and_modes_are_counted_apart(on) {
        let world = world(on).await;
        world.taken("1", redemption("x", 500)).await;
        assert_eq!(world.usage_in(Mode::Live, MONTH).await, Usage::default());
        let other = domain::ids::BrandId::from_suffix("b");
        let foreign = world.store.read_usage(&other, TEST, MONTH).await;
        assert_eq!(foreign.expect("a read"), Usage::default());
        let mut flow = new_flow("live", at(0));
        flow.mode = Mode::Live;
        world.store.open_flow(&flow).await.expect("a flow");
        let mut limited = redemption("x", 500);
        (limited.max_total, limited.all_budget_minor) = (Some(1), Some(500));
        let mut commit = take("live", limited, at(10));
        commit.mode = Mode::Live;
        let outcome = world.store.commit_decision(&commit).await.expect("an answer");
        assert_eq!(outcome, CommitOutcome::Committed);
        assert_eq!(sums(&world.usage().await, "x"), (1, 500, 500));
    }

    async fn an_offer_is_taken_as_often_as_allowed_and_then_nothing_is_written(on) {
        let world = world(on).await;
        let limited = Redemption { max_total: Some(2), ..redemption("x", 500) };
        for name in ["1", "2"] {
            assert_eq!(world.taken(name, limited.clone()).await, CommitOutcome::Committed);
        }
        world.opened_own("3", at(0)).await;
        let mut commit = take("3", limited, at(10));
        commit.assessment = Some(assessment(engine::ports::AssessedWhen::Accept, at(10)));
        let outcome = world.store.commit_decision(&commit).await.expect("an answer");
        assert_eq!(outcome, CommitOutcome::LimitReached(Ineligible::TotalReached { allowed: 2 }));
        world.assert_untouched("3").await;
        assert_eq!(sums(&world.usage().await, "x"), (2, 1_000, 1_000));
        assert_eq!(world.taken("4", redemption("other", 500)).await, CommitOutcome::Committed);
    }

    async fn a_budget_may_be_used_up_and_not_passed(on) {
        let world = world(on).await;
        let own = |cost| Redemption { offer_budget_minor: Some(1_000), ..redemption("x", cost) };
        let all = |cost| Redemption { all_budget_minor: Some(1_100), ..redemption("y", cost) };
        assert_eq!(world.taken("1", own(600)).await, CommitOutcome::Committed);
        assert_eq!(world.taken("2", own(401)).await, spent(false, 1_000, 600, 401));
        world.assert_untouched("2").await;
        assert_eq!(world.taken("3", own(400)).await, CommitOutcome::Committed);
        assert_eq!(world.taken("4", all(101)).await, spent(true, 1_100, 1_000, 101));
        world.assert_untouched("4").await;
        assert_eq!(world.taken("5", all(100)).await, CommitOutcome::Committed);
        let usage = world.usage().await;
        assert_eq!((sums(&usage, "x"), sums(&usage, "y")), ((2, 1_000, 1_100), (1, 100, 1_100)));
    }

    async fn a_new_month_has_its_budget_again(on) {
        let world = world(on).await;
        let month = |month: &str| Redemption {
            month: month.to_owned(),
            all_budget_minor: Some(500),
            ..redemption("x", 500)
        };
        assert_eq!(world.taken("1", month("2027-01")).await, CommitOutcome::Committed);
        assert_eq!(world.taken("2", month("2027-01")).await, spent(true, 500, 500, 500));
        assert_eq!(world.taken("3", month("2027-02")).await, CommitOutcome::Committed);
    }

    async fn what_is_free_is_taken_past_a_spent_budget(on) {
        let world = world(on).await;
        world.taken("1", redemption("x", 900)).await;
        let free = |cost| Redemption {
            cost,
            offer_budget_minor: Some(100),
            all_budget_minor: Some(100),
            ..redemption("x", 0)
        };
        for (name, cost) in [("2", None), ("3", Some(Money::new(0, usd())))] {
            assert_eq!(world.taken(name, free(cost)).await, CommitOutcome::Committed);
        }
        assert_eq!(sums(&world.usage().await, "x"), (3, 900, 900));
    }

    async fn an_offer_that_may_never_be_taken_is_not(on) {
        let world = world(on).await;
        let never = Redemption { max_total: Some(0), ..redemption("x", 0) };
        let reached = CommitOutcome::LimitReached(Ineligible::TotalReached { allowed: 0 });
        assert_eq!(world.taken("1", never).await, reached);
        assert_eq!(world.usage().await, Usage::default());
    }

    async fn a_limit_leaves_the_standing_stay(on) {
        let world = world(on).await;
        world.opened("1", at(0)).await;
        world.store.commit_decision(&stay("1", at(10))).await.expect("a decision");
        world.opened("2", at(20)).await;
        let mut commit = take("2", Redemption { max_total: Some(0), ..redemption("x", 0) }, at(30));
        commit.subscription_id = sub("1");
        let outcome = world.store.commit_decision(&commit).await.expect("an answer");
        assert!(matches!(outcome, CommitOutcome::LimitReached(_)), "{outcome:?}");
        let standing = world.store.find_standing_decision(&brand_id(), TEST, &sub("1")).await;
        assert_eq!(standing.expect("a read").expect("it").session_uid, session("1"));
    }

    async fn an_offer_without_an_action_is_counted(on) {
        let world = world(on).await;
        world.opened_own("1", at(0)).await;
        let mut commit = take("1", redemption("x", 0), at(10));
        commit.action = None;
        world.store.commit_decision(&commit).await.expect("a decision");
        assert_eq!(sums(&world.usage().await, "x"), (1, 0, 0));
    }

    async fn a_decision_that_is_not_written_uses_nothing_up(on) {
        let world = world(on).await;
        world.opened_own("1", at(0)).await;
        let mut commit = take("1", redemption("x", 500), at(10));
        commit.events.push(event("opened_1"));
        assert!(world.store.commit_decision(&commit).await.is_err());
        commit.expected_version = 7;
        let stale = world.store.commit_decision(&commit).await.expect("an answer");
        assert_eq!(stale, CommitOutcome::Stale);
        assert_eq!(world.usage().await, Usage::default());
    }

    async fn a_refused_offer_gives_back_once_and_may_be_taken_again(on) {
        let world = world(on).await;
        let limited = Redemption {
            max_total: Some(1),
            offer_budget_minor: Some(500),
            all_budget_minor: Some(500),
            ..redemption("x", 500)
        };
        assert_eq!(world.taken("1", limited.clone()).await, CommitOutcome::Committed);
        let claimed = world.claimed("w", 100).await.remove(0);
        let refused = settlement(&claimed, ActionStatus::Rejected);
        assert!(world.store.settle_action(&refused).await.expect("a write"));
        assert!(!world.store.settle_action(&refused).await.expect("an answer"));
        assert_eq!(world.usage().await, Usage::default());
        assert_eq!(world.taken("2", limited.clone()).await, CommitOutcome::Committed);
        let reached = CommitOutcome::LimitReached(Ineligible::TotalReached { allowed: 1 });
        assert_eq!(world.taken("3", limited).await, reached);
    }

    async fn only_a_refusal_gives_back(on) {
        let world = world(on).await;
        let statuses = [ActionStatus::Unknown, ActionStatus::Blocked, ActionStatus::Confirmed];
        for (number, status) in statuses.into_iter().enumerate() {
            let name = number.to_string();
            world.taken(&name, redemption("x", 500)).await;
            world.settled(&name, status).await;
        }
        assert_eq!(sums(&world.usage().await, "x"), (3, 1_500, 1_500));
    }

    async fn a_refused_offer_of_a_superseded_decision_gives_back(on) {
        let world = world(on).await;
        world.taken("1", redemption("x", 500)).await;
        let mut again = new_flow("2", at(20));
        again.flow.subscription_id = Some(sub("1"));
        world.store.open_flow(&again).await.expect("a flow");
        let mut commit = take("2", redemption("y", 100), at(30));
        commit.subscription_id = sub("1");
        let outcome = world.store.commit_decision(&commit).await.expect("an answer");
        assert_eq!(outcome, CommitOutcome::Committed);
        world.settled("1", ActionStatus::Rejected).await;
        let usage = world.usage().await;
        assert_eq!((sums(&usage, "x"), sums(&usage, "y")), ((0, 0, 100), (1, 100, 100)));
    }

    async fn a_refusal_that_is_not_written_gives_nothing_back(on) {
        let world = world(on).await;
        world.taken("1", redemption("x", 500)).await;
        let claimed = world.claimed("w", 100).await.remove(0);
        let mut refused = settlement(&claimed, ActionStatus::Rejected);
        refused.events = vec![event("opened_1")];
        assert!(world.store.settle_action(&refused).await.is_err());
        assert_eq!(sums(&world.usage().await, "x"), (1, 500, 500));
    }

    async fn of_many_at_once_exactly_as_many_take_it_as_allowed(on) {
        let world = world(on).await;
        let limited = Redemption { max_total: Some(25), ..redemption("x", 10) };
        let outcomes = crowd(&world, &named("c", 60), &limited).await;
        let committed = outcomes.iter().filter(|each| **each == CommitOutcome::Committed).count();
        let reached = CommitOutcome::LimitReached(Ineligible::TotalReached { allowed: 25 });
        let refused = outcomes.iter().filter(|each| **each == reached).count();
        assert_eq!((committed, refused), (25, 35));
        assert_eq!(sums(&world.usage().await, "x"), (25, 250, 250));
    }

    async fn of_many_at_once_exactly_as_many_take_it_as_the_budget_covers(on) {
        let world = world(on).await;
        let limited = Redemption { all_budget_minor: Some(105), ..redemption("x", 10) };
        let outcomes = crowd(&world, &named("c", 40), &limited).await;
        let committed = outcomes.iter().filter(|each| **each == CommitOutcome::Committed).count();
        let refused = outcomes.iter().filter(|each| **each == spent(true, 105, 100, 10)).count();
        assert_eq!((committed, refused), (10, 30));
        assert_eq!(sums(&world.usage().await, "x"), (10, 100, 100));
    }

    async fn no_count_is_lost_when_many_take_and_many_are_refused_at_once(on) {
        let world = world(on).await;
        crowd(&world, &named("before", 20), &redemption("x", 10)).await;
        let claimed = world.store.claim_actions("w", at(100), at(130), 100).await.expect("claims");
        assert_eq!(claimed.len(), 20);
        let settling: Vec<_> = claimed.iter().map(|claimed| {
            let (store, refused) = (world.store.clone(), settlement(claimed, ActionStatus::Rejected));
            tokio::spawn(async move { store.settle_action(&refused).await })
        }).collect();
        let outcomes = crowd(&world, &named("after", 30), &redemption("x", 10)).await;
        assert!(outcomes.iter().all(|each| *each == CommitOutcome::Committed));
        for task in settling {
            assert!(task.await.expect("no panic").expect("a write"));
        }
        assert_eq!(sums(&world.usage().await, "x"), (30, 300, 300));
    }
}
