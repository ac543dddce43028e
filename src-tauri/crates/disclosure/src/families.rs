//! Sets that are printed beside their parts: months and their quarter, hospitals and all of them, old categories and
//! the one they were merged into.

use crate::book::Key;
use std::collections::{BTreeMap, BTreeSet};

/// Persons, and states: of two spans the same ones may be counted. Everything else happens on one day, so that counts of
/// two spans add up; where that is not so the sums do not hold, and no reader relies on them.
const NOT_ADDITIVE: [&str; 13] = [
    "persons",
    "contacted",
    "interviewed",
    "candidates",
    "peer_persons",
    "obstacles_found",
    "obstacles_now",
    "partners",
    "running",
    "relations",
    "beds",
    "inpatients",
    "long_stays",
];

/// Codes of each set that differs from the others along one dimension only.
type Members<'a> = Vec<(&'a BTreeSet<String>, usize)>;

/// Every set that is the sum of other sets that are printed: the parts and the whole.
pub(crate) fn tilings(keys: &BTreeMap<Key, usize>) -> Vec<(Vec<usize>, usize)> {
    let mut found = Vec::new();
    let mut in_time: BTreeMap<Key, Members<'_>> = BTreeMap::new();
    let mut by_code: BTreeMap<(&String, Key), Members<'_>> = BTreeMap::new();
    for (key, &v) in keys {
        if !NOT_ADDITIVE.contains(&key.measure.as_str()) {
            in_time.entry(Key { time: BTreeSet::new(), ..key.clone() }).or_default().push((&key.time, v));
        }
        for (dimension, codes) in &key.set {
            let mut rest = key.clone();
            rest.set.remove(dimension);
            by_code.entry((dimension, rest)).or_default().push((codes, v));
        }
    }
    for members in in_time.values().chain(by_code.values()) {
        for &(whole, v) in members {
            let mut parts: Vec<_> = members
                .iter()
                .filter(|(part, _)| part.len() < whole.len() && part.is_subset(whole))
                .collect();
            parts.sort_by_key(|(part, _)| part.len());
            let mut covered: BTreeSet<&String> = BTreeSet::new();
            let mut taken = Vec::new();
            for (part, p) in parts {
                if part.iter().all(|code| !covered.contains(code)) {
                    covered.extend(*part);
                    taken.push(*p);
                }
            }
            if covered.len() == whole.len() {
                found.push((taken, v));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_make_a_quarter_and_persons_do_not_add_up() {
        let key = |measure: &str, months: &[&str]| Key {
            measure: measure.into(),
            time: months.iter().map(|m| (*m).to_owned()).collect(),
            set: BTreeMap::new(),
        };
        let quarter = ["2025-04", "2025-05", "2025-06"];
        for (measure, equations) in [("new", 1), ("persons", 0)] {
            let mut keys: BTreeMap<Key, usize> = BTreeMap::new();
            keys.insert(key(measure, &quarter), 3);
            for (v, month) in quarter.iter().enumerate() {
                keys.insert(key(measure, &[month]), v);
            }
            assert_eq!(tilings(&keys).len(), equations, "{measure}");
        }
    }
}
