//! Everything that is logged on a test's thread.

use std::cell::RefCell;
use std::io::Write;
use std::sync::OnceLock;

use tracing_subscriber::filter::dynamic_filter_fn;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::{Layer as _, SubscriberExt as _};

thread_local! {
    static CAPTURED: RefCell<Option<Vec<u8>>> = const { RefCell::new(None) };
}

/// Collects log lines of every level of this thread until it is dropped. A `#[tokio::test]` runs on
/// one thread, so what it awaits is logged there too.
#[derive(Debug)]
pub struct LogCapture(());

impl LogCapture {
    /// Starts to collect.
    #[must_use]
    pub fn start() -> Self {
        // One subscriber for the process: one per test loses lines while tests run side by side.
        static INSTALLED: OnceLock<()> = OnceLock::new();
        INSTALLED.get_or_init(|| {
            let lines = tracing_subscriber::fmt::layer()
                .with_ansi(false)
                .with_writer(ThreadWriter)
                .with_filter(dynamic_filter_fn(|_, _| CAPTURED.with_borrow(Option::is_some)));
            let subscriber = tracing_subscriber::registry().with(lines);
            tracing::subscriber::set_global_default(subscriber).expect("no other subscriber");
        });
        CAPTURED.set(Some(Vec::new()));
        Self(())
    }

    /// What was logged so far.
    #[must_use]
    pub fn text(&self) -> String {
        CAPTURED.with_borrow(|bytes| {
            String::from_utf8_lossy(bytes.as_deref().unwrap_or_default()).into_owned()
        })
    }
}

impl Drop for LogCapture {
    fn drop(&mut self) {
        CAPTURED.set(None);
    }
}

#[derive(Debug, Clone, Copy)]
struct ThreadWriter;

impl Write for ThreadWriter {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        CAPTURED.with_borrow_mut(|captured| {
            if let Some(captured) = captured {
                captured.extend_from_slice(bytes);
            }
        });
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for ThreadWriter {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        Self
    }
}
