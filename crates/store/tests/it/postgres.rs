//! What only a server can do to us: collisions, killed connections, silence at the commit.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use store::db::{Db, DbError, Options, Tx};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Barrier;

use crate::support::{self, FIND, INSERT, On, SET, admin, ids, insert};

store::statements! {
    BACKEND: "pg_stat_activity", "SELECT pg_backend_pid() AS pid";
}

/// Reads, waits in its first run until as many units as collide have read too, then writes one
/// more.
async fn colliding_increment(db: Db, colliding: u32, all_read: Arc<Barrier>, runs: Arc<AtomicU32>) {
    let done: Result<u64, DbError> = db
        .write((colliding, all_read, runs), |tx: &mut Tx, (colliding, all_read, runs)| {
            Box::pin(async move {
                let row = tx.query_opt(&FIND, &["a".into()]).await?;
                let count = row.map_or(Ok(0), |row| row.int("count"))?;
                if runs.fetch_add(1, Ordering::SeqCst) < *colliding {
                    all_read.wait().await;
                }
                tx.execute(&SET, &["a".into(), (count + 1).into()]).await
            })
        })
        .await;
    assert_eq!(done, Ok(1));
}

/// Lets so many units add one to the same row at the same time; answers how often they ran.
async fn runs_of_colliding(colliding: u32) -> u32 {
    let test = support::notes(On::Postgres).await;
    insert(&test.db, "a").await.expect("a counter");
    let all_read = Arc::new(Barrier::new(colliding as usize));
    let runs = Arc::new(AtomicU32::new(0));
    let units: Vec<_> = (0..colliding)
        .map(|_| {
            let (all_read, runs) = (Arc::clone(&all_read), Arc::clone(&runs));
            tokio::spawn(colliding_increment(test.db.clone(), colliding, all_read, runs))
        })
        .collect();
    for unit in units {
        unit.await.expect("no panic");
    }
    let row = test.db.read_opt(&FIND, &["a".into()]).await.expect("a read").expect("the note");
    assert_eq!(row.int("count"), Ok(i64::from(colliding)));
    runs.load(Ordering::SeqCst)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_unit_that_collides_is_run_again() {
    assert_eq!(runs_of_colliding(2).await, 3);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn units_that_collided_line_up_and_each_runs_once_more() {
    assert_eq!(runs_of_colliding(16).await, 16 + 15);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_unit_whose_connection_is_killed_runs_again_on_another() {
    let test = support::notes(On::Postgres).await;
    let runs = Arc::new(AtomicU32::new(0));
    let done: Result<u64, DbError> = test
        .db
        .write(Arc::clone(&runs), |tx: &mut Tx, runs| {
            Box::pin(async move {
                tx.execute(&INSERT, &["a".into(), "x".into()]).await?;
                if runs.fetch_add(1, Ordering::SeqCst) == 0 {
                    let row = tx.query_opt(&BACKEND, &[]).await?.expect("a process");
                    admin(&format!("SELECT pg_terminate_backend({})", row.int("pid")?)).await;
                }
                tx.execute(&INSERT, &["b".into(), "x".into()]).await
            })
        })
        .await;
    assert_eq!(done, Ok(1));
    assert_eq!(runs.load(Ordering::SeqCst), 2);
    assert_eq!(ids(&test.db).await, ["a", "b"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_stale_pooled_connection_is_replaced() {
    let test = support::notes(On::Postgres).await;
    let row = test.db.read_opt(&BACKEND, &[]).await.expect("a read").expect("a process");
    admin(&format!("SELECT pg_terminate_backend({})", row.int("pid").expect("a number"))).await;
    assert_eq!(ids(&test.db).await, [""; 0]);
    assert_eq!(insert(&test.db, "a").await, Ok(1));
}

/// When the proxy cuts the first connection that commits.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Cut {
    BeforeTheServerHearsIt,
    BeforeTheClientHearsBack,
}

/// Stands between client and server, cuts one connection at its COMMIT, then behaves.
async fn cutting_proxy(cut: Cut) -> u16 {
    let config: tokio_postgres::Config = support::postgres_url().parse().expect("a URL");
    let port = config.get_ports()[0];
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let own = listener.local_addr().expect("its number").port();
    let is_armed = Arc::new(AtomicU32::new(1));
    tokio::spawn(async move {
        while let Ok((client, _)) = listener.accept().await {
            let server = TcpStream::connect(("127.0.0.1", port)).await.expect("the server");
            tokio::spawn(relay(client, server, cut, Arc::clone(&is_armed)));
        }
    });
    own
}

async fn relay(client: TcpStream, server: TcpStream, cut: Cut, is_armed: Arc<AtomicU32>) {
    let (mut from_client, mut to_client) = client.into_split();
    let (mut from_server, mut to_server) = server.into_split();
    let (mut asked, mut answered) = ([0; 65_536], [0; 65_536]);
    let mut is_committing = false;
    loop {
        tokio::select! {
            read = from_client.read(&mut asked) => {
                let Ok(length @ 1..) = read else { return };
                let is_commit = asked[..length].windows(6).any(|word| word == b"COMMIT");
                if is_commit && is_armed.swap(0, Ordering::SeqCst) == 1 {
                    if cut == Cut::BeforeTheServerHearsIt { return }
                    is_committing = true;
                }
                to_server.write_all(&asked[..length]).await.expect("the server listens");
            }
            read = from_server.read(&mut answered) => {
                let Ok(length @ 1..) = read else { return };
                if is_committing { return }
                if to_client.write_all(&answered[..length]).await.is_err() { return }
            }
        }
    }
}

/// Inserts one note through the proxy; tells how often the unit ran.
async fn insert_through(cut: Cut) -> (u32, Vec<String>) {
    let test = support::notes(On::Postgres).await;
    let port = cutting_proxy(cut).await;
    let (_, schema) = test.url.split_once('?').expect("a schema");
    let url = format!("postgres://renumerate@127.0.0.1:{port}/postgres?sslmode=disable&{schema}");
    let db = Db::open(&url, &Options::default()).expect("a database");
    let runs = Arc::new(AtomicU32::new(0));
    let done: Result<u64, DbError> = db
        .write(Arc::clone(&runs), |tx: &mut Tx, runs| {
            Box::pin(async move {
                runs.fetch_add(1, Ordering::SeqCst);
                tx.execute(&INSERT, &["a".into(), "x".into()]).await
            })
        })
        .await;
    assert_eq!(done, Ok(1));
    (runs.load(Ordering::SeqCst), ids(&test.db).await)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_commit_the_server_never_heard_is_run_again() {
    let (runs, ids) = insert_through(Cut::BeforeTheServerHearsIt).await;
    assert_eq!((runs, ids), (2, vec!["a".to_owned()]));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_commit_whose_answer_was_lost_is_learned_and_not_repeated() {
    let (runs, ids) = insert_through(Cut::BeforeTheClientHearsBack).await;
    assert_eq!((runs, ids), (1, vec!["a".to_owned()]));
}

#[tokio::test]
async fn a_server_that_is_not_there_is_reported_without_its_password() {
    let url = "postgres://renumerate:hunter2@127.0.0.1:1/postgres?connect_timeout=1";
    let db = Db::open(url, &Options::default()).expect("opening contacts nobody");
    let error = db.ready(&[]).await.expect_err("nobody listens");
    assert!(matches!(error, DbError::Unavailable(_)), "{error:?}");
    assert!(!error.to_string().contains("hunter2"));
}
