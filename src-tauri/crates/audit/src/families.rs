//! Sets that stand in different tables and reports and are parts of one another.
//!
//! Along one dimension (ages, hospitals, months …) all sets that are printed cut the whole into the smallest pieces
//! a reader can tell apart; each printed set is a sum of pieces. A piece that nothing prints is a difference of printed
//! cells, and a small one is a small count all the same. Persons do not add up over time: there the largest part and
//! the sum of the parts are the bounds.

use crate::equations::{System, Unknown};
use crate::keys::{Dimensions, Key, Time};
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

pub(crate) fn relate(dimensions: &Dimensions, system: &mut System) {
    stocks(system);
    let mut by_dimension: BTreeMap<(String, Key), Vec<usize>> = BTreeMap::new();
    let mut in_time: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    let names: BTreeSet<String> =
        system.unknowns.iter().filter_map(|u| u.key.as_ref()).flat_map(|k| k.set.keys().cloned()).collect();
    let mut seen: BTreeSet<&Key> = BTreeSet::new();
    for (v, unknown) in system.unknowns.iter().enumerate() {
        // A corrected set is related by its newest number, which comes first.
        let Some(key) = unknown.key.as_ref().filter(|key| seen.insert(key)) else { continue };
        for name in names.iter().filter(|name| !dimensions.overlaps(&key.measure, name)) {
            let mut rest = key.clone();
            rest.set.remove(name);
            by_dimension.entry((name.clone(), rest)).or_default().push(v);
        }
        if let Time::Spans(_) = key.time {
            let mut rest = key.clone();
            rest.time = Time::Day(0);
            in_time.entry(rest).or_default().push(v);
        }
    }
    let tells = |members: &[usize], system: &System| {
        let open = |&m: &usize| system.unknowns[m].guarded || system.unknowns[m].shown.is_none();
        members.len() > 1 && members.iter().any(open)
    };
    for ((name, rest), members) in by_dimension {
        if tells(&members, system) {
            along(dimensions, &name, &rest, &members, system);
        }
    }
    for (rest, members) in in_time {
        if !tells(&members, system) {
            continue;
        }
        if !NOT_ADDITIVE.contains(&rest.measure.as_str()) {
            over_time(&rest, &members, system);
        } else {
            persons_over_time(&members, system);
        }
    }
    contained(system);
}

/// Pieces by which printed sets hold them, and what each member is made of.
fn pieces<T: Clone>(
    rest: &Key,
    members: &[usize],
    held: Vec<(Vec<bool>, T)>,
    system: &mut System,
    restrict: impl Fn(&mut Key, Vec<T>),
) {
    let mut by_members: BTreeMap<Vec<bool>, Vec<T>> = BTreeMap::new();
    for (signature, code) in held {
        if signature.contains(&true) {
            by_members.entry(signature).or_default().push(code);
        }
    }
    let guarded = members.iter().any(|&m| system.unknowns[m].guarded && !system.unknowns[m].headline);
    let mut sums: Vec<Vec<usize>> = vec![Vec::new(); members.len()];
    for (signature, codes) in by_members {
        let inside: Vec<usize> = (0..members.len()).filter(|&m| signature[m]).collect();
        let mut key = rest.clone();
        restrict(&mut key, codes);
        let piece = system.set(key, guarded);
        for m in inside {
            sums[m].push(piece);
        }
    }
    for (&member, parts) in members.iter().zip(sums) {
        if parts.len() > 1 || parts.first().is_some_and(|&p| p != member) {
            let terms = parts.into_iter().map(|p| (p, 1)).chain([(member, -1)]);
            system.equate(terms.collect::<Vec<_>>(), 0, true);
        }
    }
}

/// The code of whoever stands under none of the printed codes.
const ELSEWHERE: &str = "\u{0}";

fn along(dimensions: &Dimensions, name: &str, rest: &Key, members: &[usize], system: &mut System) {
    let of =
        |v: usize, system: &System| system.unknowns[v].key.as_ref().and_then(|k| k.set.get(name)).cloned();
    let sets: Vec<Option<BTreeSet<String>>> = members.iter().map(|&v| of(v, system)).collect();
    let mut codes: BTreeSet<String> = sets.iter().flatten().flatten().cloned().collect();
    let outside = match dimensions.whole(name) {
        Some(all) => {
            codes.extend(all.iter().cloned());
            false
        }
        None => true,
    };
    if outside {
        codes.insert(ELSEWHERE.to_owned());
    }
    let everything = codes.clone();
    let held = codes.into_iter().map(|code| {
        let signature = sets.iter().map(|set| set.as_ref().is_none_or(|s| s.contains(&code))).collect();
        (signature, code)
    });
    pieces(rest, members, held.collect(), system, |key, codes| {
        let codes: BTreeSet<String> = codes.into_iter().collect();
        if codes != everything {
            key.set.insert(name.to_owned(), codes);
        }
    });
}

fn spans(v: usize, system: &System) -> Vec<(i64, i64)> {
    match system.unknowns[v].key.as_ref().map(|k| &k.time) {
        Some(Time::Spans(spans)) => spans.clone(),
        _ => Vec::new(),
    }
}

fn over_time(rest: &Key, members: &[usize], system: &mut System) {
    let all: Vec<Vec<(i64, i64)>> = members.iter().map(|&v| spans(v, system)).collect();
    let edges: BTreeSet<i64> = all.iter().flatten().flat_map(|&(a, b)| [a, b]).collect();
    let edges: Vec<i64> = edges.into_iter().collect();
    let held = edges.windows(2).map(|edge| {
        let inside = |spans: &Vec<(i64, i64)>| spans.iter().any(|&(a, b)| a <= edge[0] && edge[1] <= b);
        (all.iter().map(inside).collect(), (edge[0], edge[1]))
    });
    pieces(rest, members, held.collect(), system, |key, spans| {
        key.time = Time::Spans(crate::keys::joined(spans));
    });
}

/// No more persons in a span than in all its parts together.
fn persons_over_time(members: &[usize], system: &mut System) {
    let all: Vec<Vec<(i64, i64)>> = members.iter().map(|&v| spans(v, system)).collect();
    for (whole, &v) in all.iter().zip(members) {
        let mut parts: Vec<usize> = (0..members.len())
            .filter(|&p| all[p] != *whole && Time::Spans(all[p].clone()).within(&Time::Spans(whole.clone())))
            .collect();
        // The shortest parts that do not overlap.
        parts.sort_by_key(|&p| (all[p].iter().map(|(a, b)| b - a).sum::<i64>(), all[p].clone()));
        let mut tiles: Vec<(i64, i64)> = Vec::new();
        let mut taken = Vec::new();
        for p in parts {
            if all[p].iter().all(|&(a, b)| tiles.iter().all(|&(c, d)| b <= c || d <= a)) {
                tiles.extend(all[p].iter().copied());
                taken.push(members[p]);
            }
        }
        if crate::keys::joined(tiles) == crate::keys::joined(whole.clone()) && !taken.is_empty() {
            let room = system.add(Unknown::default());
            let terms = taken.into_iter().map(|p| (p, 1)).chain([(v, -1), (room, -1)]);
            system.equate(terms.collect::<Vec<_>>(), 0, true);
        }
    }
}

/// 年度末 = 年度初め + 新規 − 終結, for the whole project, between any two days that are printed.
fn stocks(system: &mut System) {
    let whole =
        |u: &Unknown, measure: &str| u.key.as_ref().is_some_and(|k| k.measure == measure && k.set.is_empty());
    let mut days: BTreeMap<i64, usize> = BTreeMap::new();
    for (v, unknown) in system.unknowns.iter().enumerate().filter(|(_, u)| whole(u, "active")) {
        if let Some(Key { time: Time::Day(day), .. }) = unknown.key {
            days.entry(day).or_insert(v);
        }
    }
    let flows = ["new", "closed"];
    if !flows.iter().all(|flow| system.unknowns.iter().any(|u| whole(u, flow))) {
        return;
    }
    let days: Vec<(i64, usize)> = days.into_iter().collect();
    for pair in days.windows(2) {
        let ((start, before), (end, after)) = (pair[0], pair[1]);
        let flow = flows.map(|measure| {
            let time = Time::Spans(vec![(start + 1, end + 1)]);
            let key = Key { measure: measure.to_owned(), time, set: BTreeMap::new() };
            system.set(key, false)
        });
        system.equate([(before, 1), (flow[0], 1), (flow[1], -1), (after, -1)], 0, true);
    }
}

/// A part is never greater than the whole, in any dimension.
fn contained(system: &mut System) {
    let printed: Vec<usize> = (0..system.unknowns.len())
        .filter(|&v| system.unknowns[v].key.is_some() && !system.unknowns[v].places.is_empty())
        .collect();
    let mut between = Vec::new();
    for &hidden in printed.iter().filter(|&&v| system.unknowns[v].shown.is_none()) {
        for &other in printed.iter().filter(|&&v| v != hidden) {
            let (h, o) = (&system.unknowns[hidden], &system.unknowns[other]);
            let (Some(a), Some(b)) = (&h.key, &o.key) else { continue };
            match o.shown {
                Some(n) if n > 1 && b.within(a) => between.push((other, hidden)),
                Some(_) | None if a.within(b) => between.push((hidden, other)),
                _ => {}
            }
        }
    }
    for (part, whole) in between {
        let room = system.add(Unknown::default());
        system.equate([(part, 1), (room, 1), (whole, -1)], 0, true);
    }
}
