//! PostgreSQL: a pool, units on a snapshot that are run again when they collide, and an answer to
//! "did my commit happen?" when the connection broke at the wrong moment.
//!
//! Units run REPEATABLE READ. SERIALIZABLE was measured and refused: it locks whole index pages for
//! reading, customers who come one after the other share pages (ids sort by time), and with 32 of
//! them at once every second unit was aborted and some gave up. So what must hold across rows is a
//! unique index or a write to a row that all parties write; a unit that meets such a row runs again
//! and sees it.

use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use deadpool_postgres::{Client, Manager, ManagerConfig, Object, Pool, RecyclingMethod, Runtime};
use tokio::sync::{Mutex, Semaphore};
use tokio_postgres::types::ToSql;
use tokio_postgres::{NoTls, SimpleQueryMessage};

use super::tx::{On, Tx, UnitFuture};
use super::{DbError, Options, Row, Statement, Val};

/// Runs of one unit before we say that the server is away: together about 4 s.
const RUNS: u32 = 12;
/// Runs of one unit before we say that it keeps colliding. Each lost run is a commit of somebody
/// else, and the losers of this process line up, so it takes a storm of newcomers to lose so often.
const RUNS_IN_LINE: u32 = 100;
/// Attempts to ask for the outcome of a broken commit: together about 6 s, a fail-over's length.
const QUESTIONS: u32 = 12;
/// One run in this many also removes old unit rows.
const PRUNE_EVERY: u64 = 1_000;

/// Runs of a unit that reports a violated constraint: it may be a row its snapshot did not show.
const RUNS_AT_CONSTRAINT: u32 = 3;

/// Begins a unit and marks it: if this row exists later, the unit was committed.
const BEGIN: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ; \
    INSERT INTO units (id, at) VALUES (gen_random_uuid()::text, \
    (extract(epoch FROM now()) * 1000)::bigint) RETURNING id";

crate::statements! {
    /// Claims a unit's mark for nobody. Waits for a transaction that still holds the mark; touches
    /// a row only if that transaction is gone without a commit, which it then can never do.
    BURY: "units", "INSERT INTO units (id, at) VALUES ($1, 0) ON CONFLICT (id) DO NOTHING";
    /// Marks are asked for within seconds; an hour is generous.
    PRUNE: "units", "DELETE FROM units WHERE at < (SELECT max(at) FROM units) - 3600000";
}

/// The PostgreSQL side of a [`super::Db`].
#[derive(Debug)]
pub(super) struct Postgres {
    pub(super) config: tokio_postgres::Config,
    shared: Arc<Shared>,
    gate: Arc<Semaphore>,
    permits: u32,
    is_closing: AtomicBool,
}

#[derive(Debug)]
struct Shared {
    pool: Pool,
    commits: AtomicU64,
    /// Units of this process that have collided run one after the other.
    line: Mutex<()>,
}

impl Postgres {
    pub(super) fn open(url: &str, options: &Options) -> Result<Postgres, DbError> {
        let mut config = tokio_postgres::Config::from_str(url).map_err(|error| {
            DbError::Unavailable(format!("the PostgreSQL URL is wrong: {error}"))
        })?;
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(Duration::from_secs(5));
        }
        let recycling = ManagerConfig { recycling_method: RecyclingMethod::Fast };
        let pool = Pool::builder(Manager::from_config(config.clone(), NoTls, recycling))
            .max_size(options.connections)
            .runtime(Runtime::Tokio1)
            .wait_timeout(Some(options.lock_wait))
            .build()
            .map_err(|error| DbError::Unavailable(error.to_string()))?;
        let permits = u32::try_from(options.queue).unwrap_or(u32::MAX);
        Ok(Postgres {
            config,
            shared: Arc::new(Shared { pool, commits: AtomicU64::new(0), line: Mutex::new(()) }),
            gate: Arc::new(Semaphore::new(permits as usize)),
            permits,
            is_closing: AtomicBool::new(false),
        })
    }

    /// Runs the unit in a task of its own, so that a caller who goes away does not cut it off.
    pub(super) async fn write<I, T, E, F>(&self, input: I, unit: F) -> Result<T, E>
    where
        I: Send + Sync + 'static,
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
        F: for<'t> Fn(&'t mut Tx, &'t I) -> UnitFuture<'t, T, E> + Send + Sync + 'static,
    {
        if !self.is_open() {
            return Err(DbError::Closed.into());
        }
        let Ok(permit) = Arc::clone(&self.gate).try_acquire_owned() else {
            return Err(DbError::Overloaded.into());
        };
        metrics::gauge!("store_queue_depth")
            .set(f64::from(self.permits) - self.gate.available_permits() as f64);
        let shared = Arc::clone(&self.shared);
        let task = tokio::spawn(async move {
            let result = shared.run(&input, &unit).await;
            drop(permit);
            result
        });
        match task.await {
            Ok(result) => result,
            Err(error) if error.is_panic() => Err(DbError::Panicked.into()),
            Err(_) => Err(DbError::Closed.into()),
        }
    }

    /// Runs one statement that changes nothing; asked again once when the connection was stale.
    pub(super) async fn read(
        &self,
        statement: &'static Statement,
        params: &[Val],
    ) -> Result<Vec<Row>, DbError> {
        let client = self.shared.pool.get().await?;
        match query(&client, statement, params).await {
            Err(DbError::Unavailable(_)) => {
                let client = self.shared.pool.get().await?;
                query(&client, statement, params).await
            }
            answer => answer,
        }
    }

    pub(super) async fn prepare(&self, statement: &'static Statement) -> Result<(), DbError> {
        self.shared.pool.get().await?.prepare(statement.for_postgres()).await?;
        Ok(())
    }

    pub(super) fn is_open(&self) -> bool {
        !self.is_closing.load(Ordering::Acquire)
    }

    /// Waits for the units under way, then closes every connection. Later units are refused.
    pub(super) async fn close(&self) {
        self.is_closing.store(true, Ordering::Release);
        let all_are_done = self.gate.acquire_many(self.permits).await;
        drop(all_are_done);
        self.shared.pool.close();
    }
}

/// How one run of a unit ended.
enum Run<R> {
    Done(R),
    /// To be run again unless it has run `runs` times; then this is the answer.
    Again {
        runs: u32,
        /// Whether another unit was in the way.
        collided: bool,
        answer: R,
    },
}

impl<T, E: From<DbError>> Run<Result<T, E>> {
    fn failed(error: DbError) -> Self {
        let collided = matches!(error, DbError::Contention);
        let runs = match error {
            DbError::Contention => RUNS_IN_LINE,
            DbError::Unavailable(_) => RUNS,
            _ => 1,
        };
        Run::Again { runs, collided, answer: Err(error.into()) }
    }
}

impl Shared {
    /// Runs a unit until it is done or has run often enough.
    ///
    /// Units that meet at one row, such as an offer's counter, all lose but one. Were they to come
    /// back together, one more would win each time; so they line up, without a connection, and
    /// whoever is in front meets only newcomers and other processes.
    async fn run<I, T, E, F>(&self, input: &I, unit: &F) -> Result<T, E>
    where
        E: From<DbError>,
        F: for<'t> Fn(&'t mut Tx, &'t I) -> UnitFuture<'t, T, E>,
    {
        let mut run = 1;
        let mut turn = None;
        loop {
            match self.run_once(input, unit).await {
                Run::Done(answer) => return answer,
                Run::Again { runs, answer, .. } if run >= runs => return answer,
                Run::Again { collided: true, .. } if turn.is_none() => {
                    turn = Some(self.line.lock().await);
                }
                // In front of the line: what was in the way has been committed.
                Run::Again { collided: true, .. } => {}
                Run::Again { collided: false, .. } => tokio::time::sleep(pause(run)).await,
            }
            run += 1;
        }
    }

    async fn run_once<I, T, E, F>(&self, input: &I, unit: &F) -> Run<Result<T, E>>
    where
        E: From<DbError>,
        F: for<'t> Fn(&'t mut Tx, &'t I) -> UnitFuture<'t, T, E>,
    {
        let (mut tx, mark) = match self.begin().await {
            Ok(begun) => begun,
            Err(error) => return Run::failed(error),
        };
        let result = unit(&mut tx, input).await;
        let failure = tx.failure.take();
        let On::Postgres(checkout) = tx.on else {
            return Run::failed(DbError::Closed);
        };
        match (result, failure) {
            (Ok(value), None) => self.commit(checkout, &mark, value).await,
            (result, failure) => {
                checkout.roll_back().await;
                match (result, failure) {
                    // A row that appeared since our snapshot can only be met as a violated
                    // constraint; another run sees it and takes the unit's own way round it.
                    (Err(error), Some(DbError::Constraint(_))) => {
                        Run::Again { runs: RUNS_AT_CONSTRAINT, collided: false, answer: Err(error) }
                    }
                    (Err(error), failure) if !failure.as_ref().is_some_and(is_transient) => {
                        Run::Done(Err(error))
                    }
                    (_, failure) => Run::failed(failure.unwrap_or(DbError::Closed)),
                }
            }
        }
    }

    async fn commit<T, E: From<DbError>>(
        &self,
        mut checkout: Checkout,
        mark: &str,
        value: T,
    ) -> Run<Result<T, E>> {
        let began = Instant::now();
        let committed = checkout.finish("COMMIT").await;
        drop(checkout);
        metrics::histogram!("store_commit_seconds").record(began.elapsed().as_secs_f64());
        match committed {
            Ok(()) => {
                self.prune().await;
                Run::Done(Ok(value))
            }
            Err(error @ DbError::Unavailable(_)) => match self.was_committed(mark).await {
                Some(true) => Run::Done(Ok(value)),
                Some(false) => Run::failed(error),
                None => Run::failed(DbError::Unknown),
            },
            Err(error) => Run::failed(error),
        }
    }

    /// Opens a transaction; also hands out its mark in the table of units.
    async fn begin(&self) -> Result<(Tx, String), DbError> {
        let checkout = Checkout { client: Some(self.pool.get().await?), is_clean: false };
        let answer = checkout.client().simple_query(BEGIN).await?;
        let mark = answer.iter().find_map(|message| match message {
            SimpleQueryMessage::Row(row) => row.get(0).map(str::to_owned),
            _ => None,
        });
        let mark = mark.ok_or_else(|| DbError::Engine("a unit got no mark".to_owned()))?;
        Ok((Tx::new(On::Postgres(checkout)), mark))
    }

    /// Whether the unit with this mark was committed; `None` if nobody can tell in time.
    async fn was_committed(&self, mark: &str) -> Option<bool> {
        for attempt in 1..=QUESTIONS {
            tokio::time::sleep(pause(attempt)).await;
            let Ok(client) = self.pool.get().await else { continue };
            let params = [mark.into()];
            let bury = execute(&client, &BURY, &params);
            if let Ok(Ok(touched)) = tokio::time::timeout(Duration::from_secs(5), bury).await {
                return Some(touched == 0);
            }
            // The statement may still run on that connection, so nobody else should get it.
            drop(Object::take(client));
        }
        tracing::error!(unit.mark = mark, "the outcome of a commit could not be learned");
        None
    }

    /// Now and then removes the marks nobody will ask for. A failure only leaves them for later.
    async fn prune(&self) {
        if self.commits.fetch_add(1, Ordering::Relaxed) % PRUNE_EVERY != PRUNE_EVERY - 1 {
            return;
        }
        let pruned = async { execute(&self.pool.get().await?, &PRUNE, &[]).await };
        if let Err(error) = pruned.await {
            tracing::warn!(error = %error, "old unit marks were not removed");
        }
    }
}

/// Whether the same unit, run again from the start, may succeed without anybody's help.
fn is_transient(error: &DbError) -> bool {
    matches!(error, DbError::Contention | DbError::Unavailable(_))
}

/// How long to wait for the server to come back; grows with the attempts.
fn pause(attempt: u32) -> Duration {
    Duration::from_millis(u64::from(attempt * attempt) * 8)
}

/// A pooled connection that returns to the pool only with its transaction ended.
#[derive(Debug)]
pub(super) struct Checkout {
    client: Option<Client>,
    is_clean: bool,
}

impl Checkout {
    #[expect(clippy::expect_used, reason = "only drop() takes the client out")]
    pub(super) fn client(&self) -> &Client {
        self.client.as_ref().expect("a checkout holds its client until it is dropped")
    }

    async fn finish(&mut self, sql: &str) -> Result<(), DbError> {
        self.client().batch_execute(sql).await?;
        self.is_clean = true;
        Ok(())
    }

    /// Cannot fail: if the server does not hear us, the connection is closed, which means the same.
    async fn roll_back(mut self) {
        if let Err(error) = self.finish("ROLLBACK").await {
            tracing::debug!(error = %error, "a connection was closed instead of rolled back");
        }
    }
}

impl Drop for Checkout {
    fn drop(&mut self) {
        if !self.is_clean
            && let Some(client) = self.client.take()
        {
            // Closing the connection makes the server roll back whatever is open on it.
            drop(Object::take(client));
        }
    }
}

pub(super) async fn query(
    client: &Client,
    statement: &'static Statement,
    params: &[Val],
) -> Result<Vec<Row>, DbError> {
    let prepared = client.prepare_cached(statement.for_postgres()).await?;
    statement.learn_columns(prepared.columns().iter().map(tokio_postgres::Column::name));
    let rows = client.query(&prepared, &bind(params)?).await?;
    let mut answer = Vec::with_capacity(rows.len());
    for row in &rows {
        let values: Result<Vec<Val>, _> =
            (0..row.len()).map(|index| Val::from_postgres(row, index)).collect();
        answer.push(Row::new(statement, values?));
    }
    Ok(answer)
}

pub(super) async fn execute(
    client: &Client,
    statement: &'static Statement,
    params: &[Val],
) -> Result<u64, DbError> {
    let prepared = client.prepare_cached(statement.for_postgres()).await?;
    Ok(client.execute(&prepared, &bind(params)?).await?)
}

fn bind(params: &[Val]) -> Result<Vec<&(dyn ToSql + Sync)>, DbError> {
    params.iter().map(|value| value.check().map(|()| value as &(dyn ToSql + Sync))).collect()
}
