//! The process dies at each step of the outbox: an accepted decision happens exactly once, one that
//! was not accepted does not happen.

use engine::ports::CrashPoint;
use serde_json::{Value, json};
use testkit::ROBIN;

use crate::support::{Database, Process, Server, World, run, until};

/// What the customer decides, with the screens before and after.
#[derive(Debug, Clone, Copy)]
enum Choice {
    Cancel,
    Discount,
    /// Another plan from the renewal on: a schedule, which takes several calls.
    PlanAtRenewal,
}

/// Whoever finds it too expensive is offered the smaller plan.
const SMALLER_PLAN: &str = r#"
schema = 1
name = "A smaller plan"
default_locale = "en"

[[reasons]]
id = "reason_too_expensive"
feedback = "too_expensive"
offers = [{ offer = "offer_basic" }]

[[offers]]
id = "offer_basic"
effect = { kind = "plan_change", price = "price_1LumenBasicMonthlyUsd", timing = "renewal" }
"#;

impl Choice {
    /// Before anybody comes.
    async fn set_up(self, world: &World) {
        let Self::PlanAtRenewal = self else { return };
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("smaller.toml").display().to_string();
        std::fs::write(&file, SMALLER_PLAN).unwrap();
        let brand = world.brand["brand_id"].as_str().unwrap();
        let publish = ["playbook", "publish", &file, "--brand", brand, "--by", "Kim", "--why", "w"];
        let (published, said, error) = run(world.command(&publish)).await;
        assert!(published, "{said}{error}");
    }

    async fn prepare(self, server: &Server<'_>, session: &str) {
        if let Self::Discount | Self::PlanAtRenewal = self {
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
            Self::PlanAtRenewal => {
                server.press(session, "accept", &[("offer_id", "offer_basic")]).await
            }
        }
    }

    fn screens(self) -> (&'static str, &'static str) {
        match self {
            Self::Cancel => ("reason", "receipt"),
            Self::Discount | Self::PlanAtRenewal => ("offer", "kept"),
        }
    }

    async fn stands_once_at_stripe(self, world: &World, point: &str) {
        if let Self::PlanAtRenewal = self {
            return plan_changes_once(world, point).await;
        }
        let subscription = world.at_stripe(ROBIN.subscription).await;
        let discounts = subscription["discounts"].as_array().unwrap().len();
        let expected = match self {
            Self::Cancel => (true, 0),
            Self::Discount | Self::PlanAtRenewal => (false, 1),
        };
        let found = (subscription["cancel_at_period_end"] == true, discounts);
        assert_eq!((found, world.effects(ROBIN.subscription).await), (expected, 1), "{point}");
    }
}

/// One schedule came into being, it runs, and it goes from this plan to the smaller one.
async fn plan_changes_once(world: &World, point: &str) {
    let schedules = world.schedules().await;
    let [schedule] = schedules.as_slice() else { panic!("{point}: {schedules:?}") };
    let phases = schedule["phases"].as_array().unwrap();
    let prices: Vec<_> = phases.iter().map(|phase| &phase["items"][0]["price"]).collect();
    assert_eq!(prices, ["price_1LumenProMonthlyUsd", "price_1LumenBasicMonthlyUsd"], "{point}");
    assert_eq!(
        (&schedule["status"], &schedule["end_behavior"]),
        (&"active".into(), &"release".into())
    );
    let subscription = world.at_stripe(ROBIN.subscription).await;
    assert_eq!(subscription["schedule"], schedule["id"], "{point}");
    assert_eq!(subscription["items"]["data"][0]["price"]["id"], prices[0].as_str().unwrap());
    assert_eq!(subscription["cancel_at_period_end"], false, "{point}");
}

/// Decides while the server is made to die at `point`, starts another, and looks what came of it.
async fn crash(database: Database, choice: Choice, point: CrashPoint) {
    let world = World::start(database).await;
    choice.set_up(&world).await;
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
        assert_eq!(world.schedules().await, Vec::<Value>::new(), "{point:?}");
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
async fn a_change_of_plan_at_renewal_survives_a_crash_at_every_point() {
    crash_at_every_point(Choice::PlanAtRenewal).await;
}

/// The schedule is there and has no second phase yet, which no point of the outbox can show.
#[tokio::test]
async fn a_change_of_plan_survives_a_kill_between_its_calls() {
    let world = World::start(Database::Sqlite).await;
    Choice::PlanAtRenewal.set_up(&world).await;
    let path = "/v1/subscription_schedules/";
    let lost = json!({"method": "POST", "path_prefix": path, "fault": "timeout_before_effect"});
    world.post_to_sandbox("faults", &lost).await;
    let mut server = world.serve(None).await;
    let session = server.session(ROBIN).await;
    Choice::PlanAtRenewal.prepare(&server, &session).await;
    Choice::PlanAtRenewal.decide(&server, &session).await;
    until("the schedule is half made", async || {
        let schedules = world.schedules().await;
        (schedules.len() == 1 && schedules[0]["phases"].as_array().unwrap().len() == 1)
            .then_some(())
    })
    .await;
    server.process.kill().await;
    let server = world.serve(None).await;
    server.reaches(&session, "kept").await;
    Choice::PlanAtRenewal.stands_once_at_stripe(&world, "between its calls").await;
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
