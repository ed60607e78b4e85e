//! What a customer did before: sessions they opened, offers they took.

use domain::Timestamp;
use domain::billing_action::ActionStatus;
use domain::brand::Mode;
use domain::ids::{BrandId, CustomerId, OfferId};
use domain::offer::{Acceptance, History};
use engine::ports::{CommitDecision, Store};

use super::offers::{redemption, take};
use super::world::{TEST, World, at, brand_id, cancel, customer_id, new_flow, stay, sub, world};
use crate::on_both;

async fn of(world: &World, customer_id: &CustomerId, since: Timestamp) -> History {
    let found = world.store.read_history(&brand_id(), TEST, customer_id, since).await;
    found.expect("a read")
}

async fn sessions(world: &World, customer_id: &CustomerId, since: i64) -> u32 {
    of(world, customer_id, at(since)).await.sessions_90d
}

async fn decided(world: &World, commit: &CommitDecision) {
    world.store.commit_decision(commit).await.expect("a decision");
}

fn acceptance(offer: &str, kind: &str, subscription: &str, accepted_at: i64) -> Acceptance {
    Acceptance {
        offer_id: OfferId::from_suffix(offer),
        kind: kind.to_owned(),
        subscription_id: sub(subscription),
        accepted_at: at(accepted_at),
    }
}

on_both! {
    async fn sessions_are_counted_for_each_customer_since_a_time(on) {
        let world = world(on).await;
        assert_eq!(of(&world, &customer_id(), at(0)).await, History::default());
        for (name, opened_at) in [("1", 10), ("2", 20), ("3", 20)] {
            world.opened(name, at(opened_at)).await;
            world.opened(name, at(opened_at + 100)).await;
        }
        let [other, unknown] = ["2", "3"].map(CustomerId::from_suffix);
        let mut shared = new_flow("shared", at(30));
        shared.customer_ids = vec![customer_id(), other.clone(), other.clone()];
        world.store.open_flow(&shared).await.expect("a flow");
        for (since, expected) in [(0, 4), (10, 4), (11, 3), (20, 3), (21, 1), (31, 0)] {
            assert_eq!(sessions(&world, &customer_id(), since).await, expected, "since {since}");
        }
        assert_eq!(sessions(&world, &other, 0).await, 1);
        assert_eq!(sessions(&world, &unknown, 0).await, 0);
    }

    async fn offers_are_remembered_in_order_over_all_subscriptions(on) {
        let world = world(on).await;
        for (name, decided_at) in [("late", 90), ("early", 20)] {
            world.opened_own(name, at(0)).await;
            decided(&world, &take(name, redemption(name, 5), at(decided_at))).await;
        }
        world.opened("tip", at(0)).await;
        decided(&world, &stay("tip", at(50))).await;
        world.opened_own("canceled", at(0)).await;
        let mut canceled = cancel("canceled", at(60));
        canceled.subscription_id = sub("canceled");
        decided(&world, &canceled).await;
        let found = of(&world, &customer_id(), at(1)).await;
        let expected = [
            acceptance("early", "credit", "early", 20),
            acceptance("tip", "content", "1", 50),
            acceptance("late", "credit", "late", 90),
        ];
        assert_eq!((found.acceptances.as_slice(), found.sessions_90d), (&expected[..], 0));
        let nobody = of(&world, &CustomerId::from_suffix("2"), at(1)).await;
        assert_eq!(nobody, History::default());
    }

    async fn a_stay_without_an_offer_takes_none(on) {
        let world = world(on).await;
        world.opened("1", at(0)).await;
        let mut commit = stay("1", at(10));
        commit.offer_id = None;
        commit.flow.step = domain::flow::Step::Done {
            decision: domain::flow::Decision::Retained { taken: None },
        };
        decided(&world, &commit).await;
        assert_eq!(of(&world, &customer_id(), at(0)).await.acceptances, []);
    }

    async fn an_offer_that_failed_was_not_taken_and_one_that_was_superseded_was(on) {
        let world = world(on).await;
        for (name, status) in [("1", ActionStatus::Rejected), ("2", ActionStatus::Confirmed)] {
            world.taken(name, redemption(name, 5)).await;
            assert!(!of(&world, &customer_id(), at(0)).await.acceptances.is_empty());
            world.settled(name, status).await;
        }
        let mut again = new_flow("again", at(20));
        again.flow.subscription_id = Some(sub("2"));
        world.store.open_flow(&again).await.expect("a flow");
        let mut canceled = cancel("again", at(30));
        canceled.subscription_id = sub("2");
        decided(&world, &canceled).await;
        let found = of(&world, &customer_id(), at(0)).await.acceptances;
        assert_eq!(found, [acceptance("2", "credit", "2", 10)]);
    }

    async fn brands_and_modes_have_histories_of_their_own(on) {
        let world = world(on).await;
        world.taken("1", redemption("x", 5)).await;
        let store = &world.store;
        let live = store.read_history(&brand_id(), Mode::Live, &customer_id(), at(0)).await;
        assert_eq!(live.expect("a read"), History::default());
        let other = BrandId::from_suffix("b");
        let foreign = store.read_history(&other, TEST, &customer_id(), at(0)).await;
        assert_eq!(foreign.expect("a read"), History::default());
    }
}
