//! The process dies at each step of the outbox: an accepted decision happens exactly once, one that
//! was not accepted does not happen.

use engine::ports::CrashPoint;
use serde_json::json;
use testkit::ROBIN;

use crate::support::{Database, Process, Server, World, until};

/// What the customer decides, with the screens before and after.
#[derive(Debug, Clone, Copy)]
enum Choice {
    Cancel,
    Discount,
}

impl Choice {
    async fn prepare(self, server: &Server<'_>, session: &str) {
        if let Self::Discount = self {
            let fields = [("reason", "reason_too_expensive")];
            let step = server.press(session, "answer", &fields).await;
            assert_eq!(step.as_deref(), Some("offer"));
        }
    }

    async fn decide(self, server: &Server<'_>, session: &str) -> Option<String> {
        match self {
            Self::Cancel => server.press(session, "cancel", &[]).await,
            Self::Discount => {
                server.press(session, "accept", &[("offer_id", "offer_discount")]).await
            }
        }
    }

    fn screens(self) -> (&'static str, &'static str) {
        match self {
            Self::Cancel => ("reason", "receipt"),
            Self::Discount => ("offer", "kept"),
        }
    }

    async fn stands_once_at_stripe(self, world: &World, point: &str) {
        let subscription = world.at_stripe(ROBIN.subscription).await;
        let discounts = subscription["discounts"].as_array().unwrap().len();
        let expected = match self {
            Self::Cancel => (true, 0),
            Self::Discount => (false, 1),
        };
        let found = (subscription["cancel_at_period_end"] == true, discounts);
        assert_eq!((found, world.effects(ROBIN.subscription).await), (expected, 1), "{point}");
    }
}

/// Decides while the server is made to die at `point`, starts another, and looks what came of it.
async fn crash(database: Database, choice: Choice, point: CrashPoint) {
    let world = World::start(database).await;
    let (before, after) = choice.screens();
    let mut dying = world.serve(Some(point.as_str())).await;
    let session = dying.session(ROBIN).await;
    choice.prepare(&dying, &session).await;
    choice.decide(&dying, &session).await;
    dying.process.died().await;
    let server = world.serve(None).await;
    if point == CrashPoint::BeforeCommit {
        let step = server.press(&session, "refresh", &[]).await;
        assert_eq!(step.as_deref(), Some(before));
        assert_eq!(world.effects(ROBIN.subscription).await, 0, "{point:?}");
        choice.decide(&server, &session).await;
    }
    server.reaches(&session, after).await;
    choice.stands_once_at_stripe(&world, point.as_str()).await;
}

/// All at once: what is waited for is the lease of the dead worker.
async fn crash_at_every_point(choice: Choice) {
    let crashes = CrashPoint::ALL.map(|point| crash(Database::Sqlite, choice, point));
    futures_util::future::join_all(crashes).await;
}

#[tokio::test]
async fn a_cancellation_survives_a_crash_at_every_point() {
    crash_at_every_point(Choice::Cancel).await;
}

#[tokio::test]
async fn a_discount_survives_a_crash_at_every_point() {
    crash_at_every_point(Choice::Discount).await;
}

#[tokio::test]
async fn on_postgres_a_cancellation_survives_a_crash_after_the_commit() {
    crash(Database::Postgres, Choice::Cancel, CrashPoint::AfterCommit).await;
}

#[tokio::test]
async fn on_postgres_a_cancellation_survives_a_crash_after_the_change() {
    crash(Database::Postgres, Choice::Cancel, CrashPoint::AfterChange).await;
}

#[tokio::test]
async fn a_cancellation_survives_a_kill_while_stripe_is_thinking() {
    let world = World::start(Database::Sqlite).await;
    let hold = json!({"method": "POST", "path_prefix": "/v1/subscriptions/", "fault": "hold"});
    world.post_to_sandbox("faults", &hold).await;
    let mut server = world.serve(None).await;
    let session = server.session(ROBIN).await;
    let step = server.press(&session, "cancel", &[]).await;
    assert_eq!(step.as_deref(), Some("pending"));
    until("the change is in flight", async || {
        (!world.changes(ROBIN.subscription).await.is_empty()).then_some(())
    })
    .await;
    server.process.kill().await;
    world.post_to_sandbox("release", &json!({})).await;
    let server = world.serve(None).await;
    server.reaches(&session, "receipt").await;
    Choice::Cancel.stands_once_at_stripe(&world, "killed").await;
}

#[tokio::test]
async fn on_postgres_two_workers_of_their_own_carry_out_what_a_server_accepts() {
    let world = World::start(Database::Postgres).await;
    let server = world.serve_with(&["--no-worker"]).await;
    let session = server.session(ROBIN).await;
    let step = server.press(&session, "cancel", &[]).await;
    assert_eq!(step.as_deref(), Some("pending"));
    assert_eq!(world.effects(ROBIN.subscription).await, 0);
    let _one = Process::start(world.command(&["worker"])).await;
    let _two = Process::start(world.command(&["worker"])).await;
    server.reaches(&session, "receipt").await;
    Choice::Cancel.stands_once_at_stripe(&world, "two workers").await;
}
