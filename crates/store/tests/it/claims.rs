//! Two workers that claim at the same moment, of which only PostgreSQL has any.

use domain::Timestamp;
use engine::ports::Store;
use store::SqlStore;
use store::db::Options;

use crate::conformance::actions::{canceled, canceled_later};
use crate::conformance::world::{at, world};
use crate::support::{On, postgres_url};

/// How many connections wait for a row that another is about to claim.
const WAITING: &str = "SELECT count(*) FROM pg_stat_activity \
                       WHERE wait_event_type = 'Lock' AND query LIKE 'UPDATE billing_actions SET attempts = attempts %'";

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_cancellation_waits_for_an_offer_that_is_claimed_in_the_same_moment() {
    let world = world(On::Postgres).await;
    canceled(&world, "offer", at(10), false).await;
    canceled_later(&world, "offer", at(40)).await;
    let (mut other, connection) =
        tokio_postgres::connect(&world.url, tokio_postgres::NoTls).await.expect("the server");
    let pump = tokio::spawn(connection);
    let ms = |time: Timestamp| time.as_millisecond();
    // Another worker has claimed the offer, and its unit is not through yet.
    let unit = other.transaction().await.expect("a unit");
    let sql =
        "UPDATE billing_actions SET lease_owner = 'other', lease_until = $1 WHERE NOT is_cancel";
    assert_eq!(unit.execute(sql, &[&ms(at(80))]).await.expect("a claim"), 1);
    let store = SqlStore::open(&world.url, &Options::default()).expect("a second node");
    let claims = tokio::spawn(async move { store.claim_actions("w", at(50), at(80), 10).await });
    let (watcher, watched) =
        tokio_postgres::connect(&postgres_url(), tokio_postgres::NoTls).await.expect("the server");
    let watching = tokio::spawn(watched);
    while !claims.is_finished() {
        let row = watcher.query_one(WAITING, &[]).await.expect("a count");
        if row.get::<_, i64>(0) > 0 {
            break;
        }
    }
    unit.commit().await.expect("the other claim");
    assert_eq!(claims.await.expect("no panic").expect("claims"), []);
    drop((other, watcher));
    pump.await.expect("no panic").expect("a clean end");
    watching.await.expect("no panic").expect("a clean end");
    assert_eq!(world.claimed("w", 80).await.len(), 1, "when that lease is over");
}
