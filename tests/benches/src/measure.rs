//! Measuring: processor time that other work on the machine does not disturb, and the middle of many runs.

use rustix::time::{ClockId, Timespec, clock_gettime};
use std::time::Instant;

fn milliseconds(time: Timespec) -> f64 {
    time.tv_sec as f64 * 1e3 + time.tv_nsec as f64 / 1e6
}

/// Processor time of this thread, in milliseconds.
pub fn thread_cpu() -> f64 {
    milliseconds(clock_gettime(ClockId::ThreadCPUTime))
}

/// Processor time of this process with all its threads, in milliseconds.
pub fn process_cpu() -> f64 {
    milliseconds(clock_gettime(ClockId::ProcessCPUTime))
}

/// Runs something; processor time of this thread in milliseconds, and what came out.
pub fn cpu_of<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let before = thread_cpu();
    let out = work();
    (thread_cpu() - before, out)
}

/// Runs something; time on the wall in milliseconds, and what came out.
pub fn wall_of<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let before = Instant::now();
    let out = work();
    (before.elapsed().as_secs_f64() * 1e3, out)
}

/// Most memory that this process ever held, in MiB; zero where the system does not say.
pub fn peak_mib() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok()).unwrap_or(0.0) / 1024.0
}

/// The value below which this share of the runs lies.
pub fn at(share: f64, runs: &[f64]) -> f64 {
    let mut sorted = runs.to_vec();
    sorted.sort_by(f64::total_cmp);
    let place = (sorted.len().saturating_sub(1) as f64 * share).round() as usize;
    sorted.get(place).copied().unwrap_or(f64::NAN)
}

/// The middle of the runs.
pub fn median(runs: &[f64]) -> f64 {
    at(0.5, runs)
}

/// The best of the runs.
pub fn least(runs: &[f64]) -> f64 {
    at(0.0, runs)
}
