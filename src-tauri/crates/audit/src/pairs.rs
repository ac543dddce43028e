//! Pairs of printed cells of which one is a part of the other: their difference is a count as well.
//!
//! Differencing is the classic attack on two safe tables (Hundepool et al., Statistical Disclosure Control, on
//! differencing; OpenSAFELY, Statistical disclosure control). The same set printed twice with other numbers tells who
//! was added by the correction; two printed numbers must differ by nothing or by the threshold.

use crate::equations::{Place, System, Unknown};
use crate::finding::{Finding, FindingKind};
use crate::keys::Time;
use crate::published::Report;
use crate::rules::{SMALL_BASE, finding_at, names};
use std::collections::BTreeMap;

pub(crate) fn on_pairs(report: &Report, system: &System) -> Vec<Finding> {
    let mut by_measure: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (v, unknown) in system.unknowns.iter().enumerate() {
        if let (Some(key), Some(_)) = (&unknown.key, unknown.shown)
            && (unknown.guarded || unknown.headline)
        {
            by_measure.entry(&key.measure).or_default().push(v);
        }
    }
    let mut findings = Vec::new();
    for group in by_measure.values() {
        for (i, &a) in group.iter().enumerate() {
            for &b in &group[i + 1..] {
                findings.extend(pair(report, system, a, b));
            }
        }
    }
    findings
}

fn pair(report: &Report, system: &System, a: usize, b: usize) -> Option<Finding> {
    let (one, other) = (&system.unknowns[a], &system.unknowns[b]);
    let (n, m) = (one.shown?, other.shown?);
    let apart = (n - m).abs();
    // Totals of the whole project are exact at every level, and so are their differences.
    if apart >= report.k || (one.headline && other.headline) || !(one.guarded || other.guarded) {
        return None;
    }
    // What the reader learns of people whom it knows is no secret to it.
    let (own, others) = (system.is_own(one), system.is_own(other));
    if (own && others) || ((own || others) && apart == 0) {
        return None;
    }
    let (x, y) = (one.key.as_ref()?, other.key.as_ref()?);
    if x == y {
        let detail = format!("printed as {n} and as {m}");
        return (apart > 0).then(|| told(report, one, other, FindingKind::Revision, detail)).flatten();
    }
    let (part, whole) = if x.within(y) {
        (one, other)
    } else if y.within(x) {
        (other, one)
    } else {
        return None;
    };
    if apart > 0 {
        // A part of nobody leaves the whole, which is printed as it is.
        if part.shown > whole.shown || part.shown == Some(0) {
            return None;
        }
        let detail = format!("a part of {} in {} leaves {apart}", part.shown?, whole.shown?);
        return told(report, part, whole, FindingKind::Difference, detail);
    }
    let small = n > 0 && n < SMALL_BASE * report.k;
    let by_attribute = part.key.as_ref()?.set != whole.key.as_ref()?.set
        && match (&part.key.as_ref()?.time, &whole.key.as_ref()?.time) {
            (Time::Day(_), Time::Day(_)) => true,
            (x, y) => x == y,
        };
    let detail = format!("all {n} of a small group stand in one part of it");
    (small && by_attribute).then(|| told(report, part, whole, FindingKind::GroupDisclosure, detail)).flatten()
}

/// The finding at the newer of the two cells; nothing where one table tells both, for there its own rules hold.
fn told(
    report: &Report,
    one: &Unknown,
    other: &Unknown,
    kind: FindingKind,
    detail: String,
) -> Option<Finding> {
    let table_of = |p: &Place| p.0;
    let alone = !one.places.is_empty()
        && !other.places.is_empty()
        && one.places.iter().chain(&other.places).all(|p| table_of(p) == one.places[0].0);
    let additive = one.places.first().is_some_and(|p| report.tables[p.0].additive);
    if alone && additive {
        return None;
    }
    // A total of the project stays exact; what it leaves beside a cell that left before is nobody's to hide.
    let present = |u: &Unknown| u.places.iter().any(|p| report.tables[p.0].release == 0);
    if (one.headline && !present(other)) || (other.headline && !present(one)) {
        return None;
    }
    let newest = |u: &Unknown| u.places.iter().map(|p| (report.tables[p.0].release, *p)).min();
    let place = match (newest(one), newest(other)) {
        (Some(a), Some(b)) => {
            if b.0 < a.0 {
                b.1
            } else {
                a.1
            }
        }
        (a, b) => a.or(b)?.1,
    };
    let mut found = finding_at(report, place, kind, detail);
    found.with = names(report, one.places.iter().chain(&other.places).copied().filter(|p| *p != place));
    Some(found)
}
