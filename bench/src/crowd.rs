//! Many connections that work off one list.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use crate::Failure;
use crate::http::Connection;

/// Lets `connections` workers take the items one after the other; answers what each worker
/// gathered and how long it took altogether.
///
/// # Errors
/// The first [`Failure`] of a worker: a load test with failing requests measures nothing.
pub async fn work<T, G, F>(
    origin: &str,
    connections: usize,
    items: Arc<Vec<T>>,
    job: F,
) -> Result<(Vec<G>, Duration), Failure>
where
    T: Send + Sync + 'static,
    G: Default + Send + 'static,
    F: AsyncJob<T, G>,
{
    let next = Arc::new(AtomicUsize::new(0));
    let mut open = Vec::with_capacity(connections);
    for _ in 0..connections {
        open.push(Connection::open(origin).await?);
    }
    let start = Instant::now();
    let mut workers = tokio::task::JoinSet::new();
    for mut connection in open {
        let (next, items, job) = (Arc::clone(&next), Arc::clone(&items), job.clone());
        workers.spawn(async move {
            let mut gathered = G::default();
            while let Some(item) = items.get(next.fetch_add(1, Ordering::Relaxed)) {
                job.run(&mut connection, item, &mut gathered).await?;
            }
            Ok::<G, Failure>(gathered)
        });
    }
    let mut all = Vec::with_capacity(connections);
    while let Some(worker) = workers.join_next().await {
        all.push(worker??);
    }
    Ok((all, start.elapsed()))
}

/// What a worker does with one item.
pub trait AsyncJob<T, G>: Clone + Send + Sync + 'static {
    /// Does it and notes what it found.
    fn run(
        &self,
        connection: &mut Connection,
        item: &T,
        gathered: &mut G,
    ) -> impl Future<Output = Result<(), Failure>> + Send;
}
