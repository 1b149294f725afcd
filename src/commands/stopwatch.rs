//! A stopwatch for work that many threads do between other work.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// Adds up times of many threads.
#[derive(Debug)]
pub(super) struct Stopwatch {
    begun: Instant,
    nanoseconds: AtomicU64,
}

impl Default for Stopwatch {
    fn default() -> Self {
        Self { begun: Instant::now(), nanoseconds: AtomicU64::new(0) }
    }
}

impl Stopwatch {
    /// Does something and adds the time that it took.
    pub(super) fn time<T>(&self, work: impl FnOnce() -> T) -> T {
        let begun = Instant::now();
        let done = work();
        self.nanoseconds.fetch_add(u64::try_from(begun.elapsed().as_nanos()).unwrap_or(u64::MAX), Ordering::Relaxed);
        done
    }

    /// Which share of the threads' time since the beginning it was, in words: `12 %`.
    pub(super) fn share_of_threads(&self) -> String {
        let whole = self.begun.elapsed() * u32::try_from(rayon::current_num_threads()).unwrap_or(u32::MAX);
        let own = Duration::from_nanos(self.nanoseconds.load(Ordering::Relaxed));
        format!("{:.0} %", 100.0 * own.as_secs_f64() / whole.as_secs_f64().max(1e-9))
    }
}
