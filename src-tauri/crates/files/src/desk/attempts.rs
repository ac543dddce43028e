//! Failed attempts: after the fifth the next try waits, longer each time, up to a minute. Nothing is ever wiped.

use std::time::{Duration, Instant};

/// Attempts that cost nothing.
const FREE: u32 = 5;

/// Failed attempts since the last success, and until when the next one waits. Counted on a clock that nobody can
/// set; after a restart the whole wait begins anew.
#[derive(Debug)]
pub(super) struct Attempts {
    failures: u32,
    until: Option<Instant>,
}

impl Attempts {
    /// Goes on after failures before the program was started.
    pub(super) fn after(failures: u32) -> Self {
        let mut attempts = Self { failures, until: None };
        attempts.wait();
        attempts
    }

    fn wait(&mut self) {
        self.until = Instant::now().checked_add(delay(self.failures));
    }

    pub(super) fn failed(&mut self) {
        self.failures = self.failures.saturating_add(1);
        self.wait();
    }

    pub(super) fn succeeded(&mut self) {
        *self = Self { failures: 0, until: None };
    }

    pub(super) const fn failures(&self) -> u32 {
        self.failures
    }

    /// Whole seconds until the next attempt is heard.
    pub(super) fn wait_seconds(&self) -> u64 {
        let left = self.until.map_or(Duration::ZERO, |until| until.saturating_duration_since(Instant::now()));
        left.as_millis().div_ceil(1000).try_into().unwrap_or(60)
    }
}

/// How long the attempt after so many failures waits: 1, 2, 4 … 60 seconds.
fn delay(failures: u32) -> Duration {
    match failures.checked_sub(FREE) {
        None => Duration::ZERO,
        Some(more) => Duration::from_secs(1u64.checked_shl(more).unwrap_or(60).clamp(1, 60)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_grows_to_a_minute_and_ends_with_a_success() {
        let seconds: Vec<u64> =
            [0, 4, 5, 6, 7, 10, 11, 12, 200, u32::MAX].map(|n| delay(n).as_secs()).to_vec();
        assert_eq!(seconds, [0, 0, 1, 2, 4, 32, 60, 60, 60, 60]);
        let mut attempts = Attempts::after(10);
        assert!((31..=32).contains(&attempts.wait_seconds()));
        attempts.failed();
        assert!((59..=60).contains(&attempts.wait_seconds()));
        attempts.succeeded();
        assert_eq!((attempts.failures(), attempts.wait_seconds()), (0, 0));
    }
}
