//! What one customer may take is held against what they took, however many decide at once.

use domain::Timestamp;
use domain::billing_action::ActionStatus;
use domain::brand::Mode;
use domain::ids::CustomerId;
use domain::offer::{Ineligible, Usage};
use engine::ports::{CommitDecision, CommitOutcome, Cooldown, Redemption, Store};
use store::SqlStore;
use store::db::Options;

use super::offers::{redemption, sums, take};
use super::world::{TEST, World, at, brand_id, customer_id, new_flow, sub, world};
use crate::on_both;

const DAY: i64 = 86_400;

/// Commits a taking for a subscription and at a time of its own.
async fn takes(
    world: &World,
    name: &str,
    of: &str,
    redemption: Redemption,
    decided_at: Timestamp,
) -> CommitOutcome {
    // Opened just before, so that an earlier stay of the same subscription does not bind it.
    let mut flow = new_flow(name, decided_at);
    flow.flow.subscription_id = Some(sub(of));
    world.store.open_flow(&flow).await.expect("a flow");
    let mut commit = take(name, redemption, decided_at);
    commit.subscription_id = sub(of);
    world.store.commit_decision(&commit).await.expect("an answer")
}

fn before(last_at: Timestamp, allowed: u32, by_customer: bool) -> CommitOutcome {
    CommitOutcome::LimitReached(Ineligible::TakenBefore { last_at, allowed, by_customer })
}

fn too_soon(taken_at: Timestamp, days: u32) -> CommitOutcome {
    let kind = "credit".to_owned();
    CommitOutcome::LimitReached(Ineligible::Cooldown { kind, taken_at, days })
}

/// A cooldown of `days` after an offer of this kind, or after any.
fn cooling(name: &str, kind: Option<&str>, days: u32) -> Redemption {
    let cooldowns = vec![Cooldown { kind: kind.map(str::to_owned), days }];
    Redemption { cooldowns, ..redemption(name, 10) }
}

/// Twenty sessions of one customer about two subscriptions decide at once, on two nodes.
async fn crowd(world: &World, redemption: &Redemption) -> Vec<CommitOutcome> {
    let second = SqlStore::open(&world.url, &Options::default()).expect("a second node");
    let mut commits: Vec<CommitDecision> = Vec::new();
    for number in 0..20 {
        let (name, of) = (format!("c{number}"), if number % 4 < 2 { "1" } else { "2" });
        let mut flow = new_flow(&name, at(20));
        flow.flow.subscription_id = Some(sub(of));
        world.store.open_flow(&flow).await.expect("a flow");
        // Decided before the others' flows were opened: no stay binds another session here, and
        // only the limit stands between them.
        let mut commit = take(&name, redemption.clone(), at(10));
        commit.subscription_id = sub(of);
        commits.push(commit);
    }
    let tasks = commits.into_iter().enumerate().map(|(number, commit)| {
        let store = if number % 2 == 0 { world.store.clone() } else { second.clone() };
        tokio::spawn(async move { store.commit_decision(&commit).await })
    });
    let mut outcomes = Vec::new();
    for task in tasks.collect::<Vec<_>>() {
        outcomes.push(task.await.expect("no panic").expect("an answer"));
    }
    outcomes
}

fn count(outcomes: &[CommitOutcome], wanted: &CommitOutcome) -> usize {
    outcomes.iter().filter(|outcome| *outcome == wanted).count()
}

on_both! {
    async fn of_one_customers_sessions_at_once_one_takes_the_offer(on) {
        let limits = [
            (Redemption { max_per_customer: Some(1), ..redemption("x", 10) }, before(at(10), 1, true)),
            (
                Redemption { max_of_customer: Some(1), ..redemption("x", 10) },
                CommitOutcome::LimitReached(Ineligible::CustomerLimit { allowed: 1 }),
            ),
            (cooling("x", Some("credit"), 180), too_soon(at(10), 180)),
            (cooling("x", None, 180), too_soon(at(10), 180)),
        ];
        for (limited, refused) in limits {
            let world = world(on).await;
            let outcomes = crowd(&world, &limited).await;
            assert_eq!(count(&outcomes, &CommitOutcome::Committed), 1, "{limited:?}");
            assert_eq!(count(&outcomes, &refused), 19, "{outcomes:?}");
            assert_eq!(sums(&world.usage().await, "x"), (1, 10, 10));
        }
    }

    async fn of_one_customers_sessions_at_once_one_per_subscription_takes_the_offer(on) {
        let world = world(on).await;
        let limited = Redemption { max_per_subscription: Some(1), ..redemption("x", 10) };
        let outcomes = crowd(&world, &limited).await;
        assert_eq!(count(&outcomes, &CommitOutcome::Committed), 2);
        assert_eq!(count(&outcomes, &before(at(10), 1, false)), 18);
    }

    async fn without_such_limits_all_of_them_take_it(on) {
        let world = world(on).await;
        let outcomes = crowd(&world, &redemption("x", 10)).await;
        assert_eq!(count(&outcomes, &CommitOutcome::Committed), 20);
    }

    async fn a_reached_limit_of_a_customer_writes_nothing(on) {
        let world = world(on).await;
        let limited = Redemption { max_per_customer: Some(1), ..redemption("x", 500) };
        assert_eq!(world.taken("1", limited.clone()).await, CommitOutcome::Committed);
        assert_eq!(world.taken("2", limited).await, before(at(10), 1, true));
        world.assert_untouched("2").await;
        let history = world.store.read_history(&brand_id(), TEST, &customer_id(), at(0)).await;
        assert_eq!(history.expect("a read").acceptances.len(), 1);
    }

    async fn each_limit_counts_what_it_is_about(on) {
        let world = world(on).await;
        let first = takes(&world, "1", "a", redemption("x", 0), at(10)).await;
        assert_eq!(first, CommitOutcome::Committed);
        let two = |name| Redemption { max_per_customer: Some(2), ..redemption(name, 0) };
        assert_eq!(takes(&world, "2", "b", two("x"), at(20)).await, CommitOutcome::Committed);
        assert_eq!(takes(&world, "3", "c", two("x"), at(30)).await, before(at(20), 2, true));
        assert_eq!(takes(&world, "4", "c", two("y"), at(40)).await, CommitOutcome::Committed);
        let per_subscription = Redemption { max_per_subscription: Some(1), ..redemption("x", 0) };
        let again = takes(&world, "5", "a", per_subscription.clone(), at(50)).await;
        assert_eq!(again, before(at(10), 1, false));
        let new = takes(&world, "6", "d", per_subscription, at(60)).await;
        assert_eq!(new, CommitOutcome::Committed);
        let all = |allowed| Redemption { max_of_customer: Some(allowed), ..redemption("z", 0) };
        let reached = CommitOutcome::LimitReached(Ineligible::CustomerLimit { allowed: 4 });
        assert_eq!(takes(&world, "7", "e", all(4), at(70)).await, reached);
        assert_eq!(takes(&world, "8", "e", all(5), at(80)).await, CommitOutcome::Committed);
        let never = Redemption { max_per_customer: Some(0), ..redemption("never", 0) };
        let epoch = before(Timestamp::UNIX_EPOCH, 0, true);
        assert_eq!(takes(&world, "9", "f", never, at(90)).await, epoch);
    }

    async fn a_cooldown_ends_to_the_second_and_knows_its_kind(on) {
        let world = world(on).await;
        let first = takes(&world, "1", "a", redemption("x", 0), at(10)).await;
        assert_eq!(first, CommitOutcome::Committed);
        let own = || cooling("y", Some("credit"), 30);
        let last_second = at(10 + 30 * DAY - 1);
        assert_eq!(takes(&world, "2", "b", own(), last_second).await, too_soon(at(10), 30));
        let any = takes(&world, "3", "c", cooling("y", None, 30), last_second).await;
        assert_eq!(any, too_soon(at(10), 30));
        let other = takes(&world, "4", "d", cooling("y", Some("pause"), 30), last_second).await;
        assert_eq!(other, CommitOutcome::Committed);
        let after = at(10 + 30 * DAY - 1 + 30 * DAY);
        assert_eq!(takes(&world, "5", "e", own(), after).await, CommitOutcome::Committed);
    }

    async fn customers_brands_and_modes_are_held_apart(on) {
        let world = world(on).await;
        let limited = Redemption { max_of_customer: Some(1), ..redemption("x", 0) };
        assert_eq!(world.taken("1", limited.clone()).await, CommitOutcome::Committed);
        world.opened_own("2", at(0)).await;
        let mut foreign = take("2", limited.clone(), at(10));
        foreign.customer_id = CustomerId::from_suffix("2");
        let outcome = world.store.commit_decision(&foreign).await.expect("an answer");
        assert_eq!(outcome, CommitOutcome::Committed);
        let mut flow = new_flow("live", at(0));
        flow.mode = Mode::Live;
        world.store.open_flow(&flow).await.expect("a flow");
        let mut live = take("live", limited, at(10));
        live.mode = Mode::Live;
        let outcome = world.store.commit_decision(&live).await.expect("an answer");
        assert_eq!(outcome, CommitOutcome::Committed);
    }

    async fn an_offer_the_provider_refused_counts_against_nobody(on) {
        let world = world(on).await;
        let limited = Redemption {
            max_per_customer: Some(1),
            max_of_customer: Some(1),
            ..cooling("x", None, 30)
        };
        assert_eq!(world.taken("1", limited.clone()).await, CommitOutcome::Committed);
        world.settled("1", ActionStatus::Rejected).await;
        assert_eq!(world.usage().await, Usage::default(), "nor does the customer's turn count");
        assert_eq!(world.taken("2", limited).await, CommitOutcome::Committed);
    }
}
