//! Tables that close a ring, such as age by sex, sex by hospital and hospital by age.
//!
//! Margins of tables whose attributes form no ring tell no more together than the sums of their cells (Dobra and
//! Fienberg, Bounds for cell entries in contingency tables given marginal totals and decomposable graphs, 2000). Where
//! they form one, every person's full combination is an unknown of its own, and each printed cell a sum of them; where
//! these are too many to try, nothing is proven and the cells count as open to attack.

use crate::equations::{System, Unknown};
use crate::keys::{Dimensions, Key, Time};
use std::collections::{BTreeMap, BTreeSet};

/// Most combinations that are tried.
const COMBINATIONS: usize = 120;

pub(crate) fn close(dimensions: &Dimensions, system: &mut System) {
    let mut groups: BTreeMap<(String, Time), Vec<usize>> = BTreeMap::new();
    for (key, &v) in &system.sets {
        let printed = !system.unknowns[v].places.is_empty();
        if printed && key.set.keys().all(|name| !dimensions.overlaps(&key.measure, name)) {
            groups.entry((key.measure.clone(), key.time.clone())).or_default().push(v);
        }
    }
    for members in groups.into_values() {
        let open = members.iter().any(|&v| system.unknowns[v].shown.is_none());
        let keys: Vec<Key> = members.iter().filter_map(|&v| system.unknowns[v].key.clone()).collect();
        if open && ringed(keys.iter().map(|key| key.set.keys().cloned().collect()).collect()) {
            combine(dimensions, &members, &keys, system);
        }
    }
}

/// Whether sets of attributes form a ring: what is in one set only, or in a set within another, is taken away until
/// nothing is left or nothing can be (Graham; Yu and Özsoyoğlu).
fn ringed(mut sets: Vec<BTreeSet<String>>) -> bool {
    loop {
        let before: usize = sets.iter().map(|set| set.len() + 1).sum();
        let mut held: BTreeMap<String, usize> = BTreeMap::new();
        sets.sort();
        sets.dedup();
        for name in sets.iter().flatten() {
            *held.entry(name.clone()).or_default() += 1;
        }
        sets.iter_mut().for_each(|set| set.retain(|name| held.get(name).is_some_and(|n| *n > 1)));
        let all = sets.clone();
        sets.retain(|set| !set.is_empty() && !all.iter().any(|other| other != set && set.is_subset(other)));
        sets.sort();
        sets.dedup();
        if sets.len() < 2 {
            return false;
        }
        if sets.iter().map(|set| set.len() + 1).sum::<usize>() == before {
            return true;
        }
    }
}

/// The code of whoever stands under none of the printed codes.
const ELSEWHERE: &str = "\u{0}";

fn combine(dimensions: &Dimensions, members: &[usize], keys: &[Key], system: &mut System) {
    let names: BTreeSet<&String> = keys.iter().flat_map(|key| key.set.keys()).collect();
    // Codes of each attribute that no printed set tells apart are one piece.
    let mut pieces: Vec<(&String, Vec<BTreeSet<String>>)> = Vec::new();
    for name in names {
        let mut codes: BTreeSet<String> =
            keys.iter().filter_map(|key| key.set.get(name)).flatten().cloned().collect();
        match dimensions.whole(name) {
            Some(all) => codes.extend(all.iter().cloned()),
            None => drop(codes.insert(ELSEWHERE.to_owned())),
        }
        let mut by_sets: BTreeMap<Vec<bool>, BTreeSet<String>> = BTreeMap::new();
        for code in codes {
            let signature =
                keys.iter().map(|key| key.set.get(name).is_none_or(|set| set.contains(&code))).collect();
            by_sets.entry(signature).or_default().insert(code);
        }
        pieces.push((name, by_sets.into_values().collect()));
    }
    let count = pieces.iter().try_fold(1usize, |n, (_, list)| n.checked_mul(list.len()));
    let Some(count) = count.filter(|n| *n <= COMBINATIONS) else {
        members.iter().for_each(|&v| system.unknowns[v].unproven |= system.unknowns[v].shown.is_none());
        return;
    };
    let first = system.unknowns.len();
    for _ in 0..count {
        system.add(Unknown::default());
    }
    for (&member, key) in members.iter().zip(keys) {
        let inside = |&atom: &usize| {
            let mut rest = atom;
            pieces.iter().all(|(name, list)| {
                let piece = &list[rest % list.len()];
                rest /= list.len();
                key.set.get(*name).is_none_or(|codes| piece.is_subset(codes))
            })
        };
        let atoms: Vec<usize> = (0..count).filter(inside).collect();
        let terms = atoms.into_iter().map(|atom| (first + atom, 1)).chain([(member, -1)]);
        system.equate(terms.collect::<Vec<_>>(), 0, true);
    }
}

#[cfg(test)]
mod tests {
    use super::ringed;

    #[test]
    fn three_tables_in_a_circle_are_a_ring_and_two_are_not() {
        let sets = |list: &[&[&str]]| {
            list.iter().map(|set| set.iter().map(|name| (*name).to_owned()).collect()).collect::<Vec<_>>()
        };
        assert!(!ringed(sets(&[&["a", "b"], &["a", "c"], &["a"], &[]])));
        assert!(ringed(sets(&[&["a", "b"], &["b", "c"], &["a", "c"], &["a"], &["b"]])));
        assert!(!ringed(sets(&[&["a", "b"], &["b", "c"], &["a", "c"], &["a", "b", "c"]])));
        assert!(ringed(sets(&[&["a", "b"], &["b", "c"], &["c", "d"], &["a", "d"]])));
    }
}
