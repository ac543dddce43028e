//! Memory of a program with everything it started, as the system counts it: pages of its own, shared ones by share.

use std::collections::BTreeMap;
use std::fs;

/// Anonymous memory in MiB of all processes below a process, itself aside.
pub fn anonymous_below(root: u32) -> f64 {
    let parents: BTreeMap<u32, u32> = fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let id: u32 = entry.file_name().to_str()?.parse().ok()?;
            Some((id, parent(id)?))
        })
        .collect();
    let below = |mut id: u32| {
        while let Some(&up) = parents.get(&id) {
            if up == root {
                return true;
            }
            id = up;
        }
        false
    };
    parents.keys().copied().filter(|id| below(*id)).map(anonymous).sum::<f64>() / 1024.0
}

fn parent(id: u32) -> Option<u32> {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    // The name stands in brackets and may hold anything; after it come the state and the parent.
    stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}

fn anonymous(id: u32) -> f64 {
    let sums = fs::read_to_string(format!("/proc/{id}/smaps_rollup")).unwrap_or_default();
    let line = sums.lines().find_map(|line| line.strip_prefix("Pss_Anon:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0.0)
}
