//! SQLite's one writer: waiting units of work share a transaction and one fsync.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::task::{Context, Poll, Waker};
use std::time::Instant;

use rusqlite::Connection;
use tokio::sync::{mpsc, oneshot};

use super::tx::{On, Tx, UnitFuture};
use super::{DbError, Options};

/// Units that share one commit at most: enough that the fsync no longer counts (measured in ADR 2),
/// few enough that the first of them need not wait long.
const BATCH: usize = 256;

/// Sends units to the writer thread.
#[derive(Debug)]
pub(super) struct Writer {
    queue: mpsc::Sender<Message>,
}

enum Message {
    Unit(Box<dyn Job>),
    Close(oneshot::Sender<()>),
}

/// A unit of work whose types are forgotten.
trait Job: Send {
    /// Runs the unit in the open savepoint; says whether its changes are to be kept.
    fn run(&mut self, tx: &mut Tx) -> bool;
    /// Answers the caller: with the unit's own result, or with why the whole batch was lost.
    fn answer(self: Box<Self>, lost: Option<DbError>);
}

struct Unit<I, T, E, F> {
    input: I,
    unit: F,
    result: Option<Result<T, E>>,
    caller: oneshot::Sender<Result<T, E>>,
}

impl<I, T, E, F> Job for Unit<I, T, E, F>
where
    I: Send + Sync,
    T: Send,
    E: From<DbError> + Send,
    F: for<'t> Fn(&'t mut Tx, &'t I) -> UnitFuture<'t, T, E> + Send,
{
    fn run(&mut self, tx: &mut Tx) -> bool {
        // A panicking unit leaves nothing behind but its savepoint, which is rolled back.
        let polled = catch_unwind(AssertUnwindSafe(|| {
            (self.unit)(tx, &self.input).as_mut().poll(&mut Context::from_waker(Waker::noop()))
        }));
        let result = match polled {
            Ok(Poll::Ready(result)) => result,
            Ok(Poll::Pending) => Err(DbError::Pending.into()),
            Err(_) => Err(DbError::Panicked.into()),
        };
        let result = match &tx.failure {
            Some(failure) if result.is_ok() => Err(failure.clone().into()),
            _ => result,
        };
        self.result.insert(result).is_ok()
    }

    fn answer(self: Box<Self>, lost: Option<DbError>) {
        let result = match (lost, self.result) {
            (Some(error), _) => Err(error.into()),
            (None, Some(result)) => result,
            (None, None) => Err(DbError::Closed.into()),
        };
        if self.caller.send(result).is_err() {
            // The caller went away (its connection closed); what was committed stays committed.
            tracing::debug!("nobody waits for a finished unit of work");
        }
    }
}

impl Writer {
    /// Starts the thread. It ends when the [`Writer`] is closed or dropped.
    pub(super) fn start(connection: Connection, options: &Options) -> Result<Writer, DbError> {
        let (queue, waiting) = mpsc::channel(options.queue);
        std::thread::Builder::new()
            .name("sqlite-writer".to_owned())
            .spawn(move || serve(waiting, Tx::new(On::Sqlite(connection))))
            .map_err(|error| DbError::Unavailable(format!("no writer thread: {error}")))?;
        Ok(Writer { queue })
    }

    /// Queues a unit and waits until its commit is on the disk.
    pub(super) async fn write<I, T, E, F>(&self, input: I, unit: F) -> Result<T, E>
    where
        I: Send + Sync + 'static,
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
        F: for<'t> Fn(&'t mut Tx, &'t I) -> UnitFuture<'t, T, E> + Send + 'static,
    {
        let (caller, answer) = oneshot::channel();
        let job = Box::new(Unit { input, unit, result: None, caller });
        match self.queue.try_send(Message::Unit(job)) {
            Ok(()) => answer.await.unwrap_or_else(|_| Err(DbError::Closed.into())),
            Err(mpsc::error::TrySendError::Full(_)) => Err(DbError::Overloaded.into()),
            Err(mpsc::error::TrySendError::Closed(_)) => Err(DbError::Closed.into()),
        }
    }

    /// Whether units are still taken.
    pub(super) fn is_open(&self) -> bool {
        !self.queue.is_closed()
    }

    /// Commits everything that waits, then ends the thread. Later units are refused.
    pub(super) async fn close(&self) {
        let (done, flushed) = oneshot::channel();
        if self.queue.send(Message::Close(done)).await.is_ok() && flushed.await.is_err() {
            tracing::error!("the writer thread ended before it had flushed");
        }
    }
}

fn serve(mut waiting: mpsc::Receiver<Message>, mut tx: Tx) {
    let mut messages = Vec::with_capacity(BATCH);
    let mut closers = Vec::new();
    while waiting.blocking_recv_many(&mut messages, BATCH) > 0 {
        let mut jobs = Vec::with_capacity(messages.len());
        for message in messages.drain(..) {
            match message {
                Message::Unit(job) => jobs.push(job),
                Message::Close(done) => {
                    // What is already queued is still served; then the loop finds it empty.
                    waiting.close();
                    closers.push(done);
                }
            }
        }
        metrics::gauge!("store_queue_depth").set(waiting.len() as f64);
        metrics::histogram!("store_batch_units").record(jobs.len() as f64);
        let lost = commit(&mut tx, &mut jobs).err();
        if let Some(error) = &lost {
            tracing::error!(error = %error, units = jobs.len(), "a batch of units was not committed");
        }
        for job in jobs {
            job.answer(lost.clone());
        }
    }
    // The connection goes first: closing it moves the log into the main file.
    drop(tx);
    for done in closers {
        // Nobody waiting for the end of the flush is fine; it is done all the same.
        done.send(()).ok();
    }
}

/// Runs all `jobs` in one transaction, each in a savepoint of its own. An error means that none of
/// them left anything.
fn commit(tx: &mut Tx, jobs: &mut [Box<dyn Job>]) -> Result<(), DbError> {
    if jobs.is_empty() {
        return Ok(());
    }
    let outcome = run_all(tx, jobs);
    if outcome.is_err()
        && let On::Sqlite(connection) = &tx.on
        && !connection.is_autocommit()
        && let Err(error) = connection.execute_batch("ROLLBACK")
    {
        tracing::error!(error = %error, "a lost batch could not be rolled back");
    }
    outcome
}

fn run_all(tx: &mut Tx, jobs: &mut [Box<dyn Job>]) -> Result<(), DbError> {
    control(tx, "BEGIN IMMEDIATE")?;
    for job in jobs.iter_mut() {
        tx.failure = None;
        control(tx, "SAVEPOINT unit")?;
        let keep = job.run(tx);
        if let (On::Sqlite(connection), Some(failure)) = (&tx.on, &tx.failure)
            && connection.is_autocommit()
        {
            // Some failures (disk full, damage) make SQLite end the transaction by itself, and
            // with it the work of every unit before this one.
            return Err(failure.clone());
        }
        if !keep {
            control(tx, "ROLLBACK TO unit")?;
        }
        control(tx, "RELEASE unit")?;
    }
    let began = Instant::now();
    control(tx, "COMMIT")?;
    metrics::histogram!("store_commit_seconds").record(began.elapsed().as_secs_f64());
    Ok(())
}

fn control(tx: &Tx, sql: &str) -> Result<(), DbError> {
    if let On::Sqlite(connection) = &tx.on {
        connection.prepare_cached(sql)?.execute(())?;
    }
    Ok(())
}
