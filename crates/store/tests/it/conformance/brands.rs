//! Brands, keys and connections.

use domain::billing_action::{ActionStatus, SubscriptionChange};
use domain::brand::Mode;
use domain::flow::FollowUp;
use domain::ids::{BrandId, BrandKeyId};
use domain::offer::{History, Usage};
use engine::ports::{AssessedWhen, BillingConnection, BrandKey, Store, StoreError};

use super::offers::{assessment, redemption, take};
use super::world::{TEST, at, brand, brand_id, cancel, customer_id, new_flow, session, world};
use crate::on_both;

fn key(name: &str) -> BrandKey {
    BrandKey {
        id: BrandKeyId::from_suffix(name),
        brand_id: brand_id(),
        mode: TEST,
        lookup_hash: vec![1, 0, 255],
        sealed_key: vec![9; 40],
        created_at: at(0),
        revoked_at: None,
    }
}

fn connection(mode: Mode) -> BillingConnection {
    BillingConnection {
        brand_id: brand_id(),
        mode,
        sealed_secret_key: vec![0, 1, 2],
        api_base: Some("http://127.0.0.1:12111".to_owned()),
        account: None,
    }
}

on_both! {
    async fn a_store_is_ready_only_with_its_schema(on) {
        let db = crate::support::empty(on).await;
        let store = store::SqlStore::open(&db.url, &store::db::Options::default()).expect("a store");
        assert!(matches!(store.check_ready().await, Err(StoreError::Failed(_))));
        store.migrate().await.expect("a schema");
        store.check_ready().await.expect("ready now");
        store.close().await;
        assert!(matches!(store.check_ready().await, Err(StoreError::Overloaded(_))));
    }

    async fn brands_are_listed_oldest_first_and_replaced_in_place(on) {
        let world = world(on).await;
        for name in ["b", "a", "c"] {
            world.store.save_brand(&brand(name)).await.expect("a brand");
        }
        let mut renamed = brand("b");
        renamed.name = "New name".to_owned();
        world.store.save_brand(&renamed).await.expect("a brand");
        let all = world.store.list_brands().await.expect("brands");
        assert_eq!(all, [renamed.clone(), brand("a"), brand("c")]);
        assert_eq!(world.store.find_brand(&renamed.id).await.expect("a read"), Some(renamed));
        assert_eq!(world.store.find_brand(&BrandId::from_suffix("x")).await.expect("a read"), None);
    }

    async fn a_key_is_found_by_its_hash_and_by_its_brand(on) {
        let world = world(on).await;
        world.store.save_brand(&brand("a")).await.expect("a brand");
        world.store.insert_brand_key(&key("1")).await.expect("a key");
        let store = &world.store;
        assert_eq!(store.find_brand_key(&[1, 0, 255]).await.expect("a read"), Some(key("1")));
        assert_eq!(store.find_brand_key(&[1, 0]).await.expect("a read"), None);
        let own = store.find_brand_key_by_id(&brand_id(), &key("1").id).await;
        assert_eq!(own.expect("a read"), Some(key("1")));
        let foreign = store.find_brand_key_by_id(&BrandId::from_suffix("b"), &key("1").id).await;
        assert_eq!(foreign.expect("a read"), None);
    }

    async fn a_key_is_revoked_once_and_only_by_its_brand(on) {
        let world = world(on).await;
        world.store.save_brand(&brand("a")).await.expect("a brand");
        world.store.insert_brand_key(&key("1")).await.expect("a key");
        let (own, other) = (brand_id(), BrandId::from_suffix("b"));
        for (brand, time) in [(&other, 5), (&own, 10), (&own, 20)] {
            world.store.revoke_brand_key(brand, &key("1").id, at(time)).await.expect("a write");
        }
        let found = world.store.find_brand_key(&[1, 0, 255]).await.expect("a read");
        assert_eq!(found.and_then(|key| key.revoked_at), Some(at(10)));
    }

    async fn a_key_with_a_known_hash_is_refused(on) {
        let world = world(on).await;
        world.store.save_brand(&brand("a")).await.expect("a brand");
        world.store.insert_brand_key(&key("1")).await.expect("a key");
        let refused = world.store.insert_brand_key(&key("2")).await;
        assert!(matches!(refused, Err(StoreError::Failed(_))), "{refused:?}");
    }

    async fn a_connection_belongs_to_a_brand_and_a_mode(on) {
        let world = world(on).await;
        world.store.save_brand(&brand("a")).await.expect("a brand");
        let mut changed = connection(Mode::Test);
        world.store.save_billing_connection(&changed).await.expect("a write");
        changed.account = Some("acct_1".to_owned());
        world.store.save_billing_connection(&changed).await.expect("a write");
        let store = &world.store;
        let found = store.find_billing_connection(&brand_id(), Mode::Test).await;
        assert_eq!(found.expect("a read"), Some(changed));
        let live = store.find_billing_connection(&brand_id(), Mode::Live).await;
        assert_eq!(live.expect("a read"), None);
    }

    async fn clearing_test_data_spares_the_brand_live_data_and_other_brands(on) {
        let world = world(on).await;
        world.store.save_brand(&brand("a")).await.expect("a brand");
        world.store.insert_brand_key(&key("1")).await.expect("a key");
        world.opened("1", at(0)).await;
        world.store.commit_decision(&cancel("1", at(1))).await.expect("a decision");
        let mut owing = take("2", redemption("x", 5), at(1));
        owing.assessment = Some(assessment(AssessedWhen::Accept, at(1)));
        if let Some(action) = &mut owing.action {
            let change = SubscriptionChange::Resume;
            action.follow_up = Some(FollowUp { change, due_at: Some(at(9_000)) });
        }
        world.opened_own("2", at(0)).await;
        world.store.commit_decision(&owing).await.expect("a decision");
        world.settled("2", ActionStatus::Confirmed).await;
        let mut live = new_flow("live", at(0));
        live.mode = Mode::Live;
        let mut foreign = new_flow("foreign", at(0));
        foreign.brand_id = BrandId::from_suffix("b");
        for flow in [&live, &foreign] {
            world.store.open_flow(flow).await.expect("a flow");
        }
        world.store.clear_test_data(&brand_id()).await.expect("a write");
        let store = &world.store;
        assert_eq!(store.find_flow(&brand_id(), &session("1")).await.expect("a read"), None);
        assert_eq!(store.next_action_due_at().await.expect("a read"), None);
        assert!(world.event_ids("1").await.is_empty());
        assert_eq!(store.next_planned_change_due_at().await.expect("a read"), None);
        assert_eq!(world.usage().await, Usage::default());
        let history = store.read_history(&brand_id(), TEST, &customer_id(), at(0)).await;
        assert_eq!(history.expect("a read"), History::default());
        let assessed = store.list_assessments(&brand_id(), &session("2")).await;
        assert_eq!(assessed.expect("a read"), []);
        for flow in [&live, &foreign] {
            let kept = store.find_flow(&flow.brand_id, &flow.session_uid).await.expect("a read");
            assert!(kept.is_some());
        }
        assert!(store.find_brand_key(&[1, 0, 255]).await.expect("a read").is_some());
    }
}
