//! The real clock, the real randomness, and the probe of the crash tests.

use std::sync::atomic::{AtomicI64, Ordering};

use domain::Timestamp;
use engine::ports::{Clock, CrashPoint, Probe, Rng};
use rand::Rng as _;

/// The system's clock.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        system_now()
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the one place where time comes in")]
fn system_now() -> Timestamp {
    Timestamp::now()
}

/// The system's clock, moved forward by what the demo's visitor asked for.
#[derive(Debug, Default)]
pub(crate) struct MovedClock {
    offset_s: AtomicI64,
}

impl MovedClock {
    /// Moves the clock forward.
    pub(crate) fn advance(&self, seconds: i64) {
        self.offset_s.fetch_add(seconds, Ordering::Relaxed);
    }

    /// Back to the system's time.
    pub(crate) fn reset(&self) {
        self.offset_s.store(0, Ordering::Relaxed);
    }
}

impl Clock for MovedClock {
    fn now(&self) -> Timestamp {
        let offset = jiff::SignedDuration::from_secs(self.offset_s.load(Ordering::Relaxed));
        system_now().checked_add(offset).unwrap_or(Timestamp::MAX)
    }
}

/// Randomness for tokens and ids: a generator fit for keys (ChaCha) in each thread, seeded by the
/// operating system and seeded again every 64 KiB. A system call for each id would be a tenth of
/// the time a session takes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OsRng;

impl Rng for OsRng {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place where randomness comes in"
    )]
    fn fill(&self, buffer: &mut [u8]) {
        // Ends the thread when the system gives no seed: without one no token may be made.
        rand::rng().fill_bytes(buffer);
    }
}

/// Stops the process hard, as `kill -9` does, when a named point is reached.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CrashAt(pub(crate) CrashPoint);

impl Probe for CrashAt {
    fn reach(&self, point: CrashPoint) {
        if point == self.0 {
            // No destructor, no flush: nothing that was not durable before may become so now.
            std::process::abort();
        }
    }
}
