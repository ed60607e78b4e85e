//! The mirror keeps the youngest reading.

use domain::brand::Mode;
use domain::ids::BrandId;
use domain::subscription::{Subscription, SubscriptionStatus};
use engine::ports::{CustomerSnapshot, Store};

use super::world::{TEST, World, at, brand_id, customer_id, ending, snapshot, subscription, world};
use crate::on_both;

async fn saved(world: &World, snapshot: &CustomerSnapshot) {
    world.store.save_snapshot(&brand_id(), TEST, snapshot).await.expect("a write");
}

async fn found(world: &World) -> Option<CustomerSnapshot> {
    world.store.find_snapshot(&brand_id(), TEST, &customer_id()).await.expect("a read")
}

on_both! {
    async fn a_snapshot_comes_back_in_its_order(on) {
        let world = world(on).await;
        assert_eq!(found(&world).await, None);
        let reading = snapshot(vec![subscription("z"), ending("a"), subscription("m")], at(0));
        saved(&world, &reading).await;
        assert_eq!(found(&world).await, Some(reading));
    }

    async fn a_customer_without_subscriptions_is_known(on) {
        let world = world(on).await;
        saved(&world, &snapshot(vec![subscription("1")], at(0))).await;
        saved(&world, &snapshot(Vec::new(), at(1))).await;
        assert_eq!(found(&world).await, Some(snapshot(Vec::new(), at(1))));
    }

    async fn an_older_reading_replaces_nothing(on) {
        let world = world(on).await;
        let young = snapshot(vec![ending("1")], at(10));
        saved(&world, &young).await;
        saved(&world, &snapshot(vec![subscription("1"), subscription("2")], at(9))).await;
        assert_eq!(found(&world).await, Some(young));
    }

    async fn a_subscription_that_has_ended_is_left_out(on) {
        let world = world(on).await;
        let ended = Subscription { status: SubscriptionStatus::Canceled, ..subscription("2") };
        saved(&world, &snapshot(vec![subscription("1"), ended], at(0))).await;
        assert_eq!(found(&world).await, Some(snapshot(vec![subscription("1")], at(0))));
    }

    async fn brands_and_modes_have_mirrors_of_their_own(on) {
        let world = world(on).await;
        saved(&world, &snapshot(vec![subscription("1")], at(0))).await;
        let other = BrandId::from_suffix("b");
        let store = &world.store;
        let foreign = store.find_snapshot(&other, TEST, &customer_id()).await;
        assert_eq!(foreign.expect("a read"), None);
        let live = store.find_snapshot(&brand_id(), Mode::Live, &customer_id()).await;
        assert_eq!(live.expect("a read"), None);
        let theirs = snapshot(vec![ending("1")], at(5));
        store.save_snapshot(&other, TEST, &theirs).await.expect("a write");
        assert_eq!(found(&world).await, Some(snapshot(vec![subscription("1")], at(0))));
    }
}
