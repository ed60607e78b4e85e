//! Playbooks: versions that never change, a history, a draft.

use domain::brand::Mode;
use domain::ids::BrandId;
use engine::ports::{
    PlaybookDraft, PlaybookPublication, PlaybookVersion, PublishPlaybook, Store, StoreError,
};

use super::world::{TEST, World, at, brand, brand_id, world};
use crate::on_both;

fn version(hash: &str) -> PlaybookVersion {
    PlaybookVersion {
        hash: hash.to_owned(),
        document: format!("{{\"name\":\"{hash} 🙂\"}}"),
        source: format!("name = '{hash}' # $1 ?\n"),
    }
}

fn publish(hash: &str, at_seconds: i64) -> PublishPlaybook {
    PublishPlaybook {
        brand_id: brand_id(),
        mode: TEST,
        version: version(hash),
        is_rollback: false,
        by: "ana".to_owned(),
        why: format!("because of {hash}"),
        at: at(at_seconds),
    }
}

fn line(number: i64, hash: &str, at_seconds: i64) -> PlaybookPublication {
    PlaybookPublication {
        number,
        hash: hash.to_owned(),
        is_rollback: false,
        by: "ana".to_owned(),
        why: format!("because of {hash}"),
        at: at(at_seconds),
    }
}

fn draft(source: &str, saved_at: i64) -> PlaybookDraft {
    PlaybookDraft {
        brand_id: brand_id(),
        mode: TEST,
        source: source.to_owned(),
        by: "bo".to_owned(),
        saved_at: at(saved_at),
    }
}

async fn with_brands(world: &World) {
    for name in ["a", "b"] {
        world.store.save_brand(&brand(name)).await.expect("a brand");
    }
}

async fn current(world: &World, mode: Mode) -> Option<PlaybookVersion> {
    world.store.find_current_playbook(&brand_id(), mode).await.expect("a read")
}

on_both! {
    async fn the_version_published_last_is_current_and_the_history_tells_all(on) {
        let world = world(on).await;
        with_brands(&world).await;
        assert_eq!(current(&world, TEST).await, None);
        // The clock may go back between two publications; their order does not.
        for (hash, time, number) in [("one", 10, 1), ("two", 5, 2)] {
            let published = world.store.publish_playbook(&publish(hash, time)).await;
            assert_eq!(published.expect("a number"), number);
            assert_eq!(current(&world, TEST).await, Some(version(hash)));
        }
        let back = PublishPlaybook { is_rollback: true, ..publish("one", 30) };
        assert_eq!(world.store.publish_playbook(&back).await.expect("a number"), 3);
        assert_eq!(current(&world, TEST).await, Some(version("one")));
        let history = world.store.list_playbook_publications(&brand_id(), TEST).await;
        let rollback = PlaybookPublication { is_rollback: true, ..line(3, "one", 30) };
        assert_eq!(history.expect("a read"), [rollback, line(2, "two", 5), line(1, "one", 10)]);
    }

    async fn a_version_is_never_changed(on) {
        let world = world(on).await;
        with_brands(&world).await;
        world.store.publish_playbook(&publish("one", 10)).await.expect("a number");
        let mut other = publish("one", 20);
        other.version.document = "{}".to_owned();
        other.version.source = "other".to_owned();
        assert_eq!(world.store.publish_playbook(&other).await.expect("a number"), 2);
        let find = |hash: &'static str| {
            let (store, brand_id) = (world.store.clone(), brand_id());
            async move { store.find_playbook_version(&brand_id, hash).await.expect("a read") }
        };
        assert_eq!(find("one").await, Some(version("one")));
        assert_eq!(current(&world, TEST).await, Some(version("one")));
        assert_eq!(find("two").await, None);
    }

    async fn a_version_without_a_publication_is_found_and_not_current(on) {
        let world = world(on).await;
        with_brands(&world).await;
        let other = PlaybookVersion { document: "{}".to_owned(), ..version("one") };
        for each in [version("one"), other] {
            world.store.save_playbook_version(&brand_id(), &each).await.expect("a write");
        }
        let found = world.store.find_playbook_version(&brand_id(), "one").await;
        assert_eq!(found.expect("a read"), Some(version("one")));
        assert_eq!(current(&world, TEST).await, None);
        let foreign = BrandId::from_suffix("b");
        let found = world.store.find_playbook_version(&foreign, "one").await;
        assert_eq!(found.expect("a read"), None);
    }

    async fn brands_and_modes_publish_for_themselves(on) {
        let world = world(on).await;
        with_brands(&world).await;
        world.store.publish_playbook(&publish("one", 10)).await.expect("a number");
        assert_eq!(current(&world, Mode::Live).await, None);
        let live = PublishPlaybook { mode: Mode::Live, ..publish("two", 20) };
        assert_eq!(world.store.publish_playbook(&live).await.expect("a number"), 1);
        assert_eq!(current(&world, TEST).await, Some(version("one")));
        assert_eq!(current(&world, Mode::Live).await, Some(version("two")));
        let (store, other) = (&world.store, BrandId::from_suffix("b"));
        assert_eq!(store.find_current_playbook(&other, TEST).await.expect("a read"), None);
        assert_eq!(store.find_playbook_version(&other, "one").await.expect("a read"), None);
        assert_eq!(store.list_playbook_publications(&other, TEST).await.expect("a read"), []);
        let foreign = PublishPlaybook { brand_id: other.clone(), ..publish("one", 30) };
        assert_eq!(store.publish_playbook(&foreign).await.expect("a number"), 1);
    }

    async fn publications_at_once_have_numbers_of_their_own(on) {
        let world = world(on).await;
        with_brands(&world).await;
        let (first, second, third) = (publish("one", 10), publish("one", 11), publish("two", 12));
        let numbers = tokio::join!(
            world.store.publish_playbook(&first),
            world.store.publish_playbook(&second),
            world.store.publish_playbook(&third),
        );
        let mut numbers: Vec<i64> =
            [numbers.0, numbers.1, numbers.2].map(|number| number.expect("a number")).to_vec();
        numbers.sort_unstable();
        assert_eq!(numbers, [1, 2, 3]);
    }

    async fn a_publication_of_an_unknown_brand_leaves_nothing(on) {
        let world = world(on).await;
        let refused = world.store.publish_playbook(&publish("one", 10)).await;
        assert!(matches!(refused, Err(StoreError::Failed(_))), "{refused:?}");
        let found = world.store.find_playbook_version(&brand_id(), "one").await;
        assert_eq!(found.expect("a read"), None);
    }

    async fn a_draft_is_replaced_in_its_mode(on) {
        let world = world(on).await;
        with_brands(&world).await;
        let find = |mode| {
            let store = world.store.clone();
            async move { store.find_playbook_draft(&brand_id(), mode).await.expect("a read") }
        };
        assert_eq!(find(TEST).await, None);
        let live = PlaybookDraft { mode: Mode::Live, ..draft("live", 5) };
        for draft in [&draft("first", 10), &live, &draft("[broken", 20)] {
            world.store.save_playbook_draft(draft).await.expect("a write");
        }
        assert_eq!(find(TEST).await, Some(draft("[broken", 20)));
        assert_eq!(find(Mode::Live).await, Some(live));
        let other = world.store.find_playbook_draft(&BrandId::from_suffix("b"), TEST).await;
        assert_eq!(other.expect("a read"), None);
    }

    async fn clearing_test_data_leaves_playbooks(on) {
        let world = world(on).await;
        with_brands(&world).await;
        world.store.publish_playbook(&publish("one", 10)).await.expect("a number");
        world.store.save_playbook_draft(&draft("next", 20)).await.expect("a write");
        world.store.clear_test_data(&brand_id()).await.expect("a write");
        assert_eq!(current(&world, TEST).await, Some(version("one")));
        let found = world.store.find_playbook_draft(&brand_id(), TEST).await;
        assert_eq!(found.expect("a read"), Some(draft("next", 20)));
    }
}
