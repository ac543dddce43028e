//! Overlaps: the longest first; of a shorter one only what lies outside stays.

use super::{Certainty, Found, Layer, What};
use crate::dictionary::Subject;
use crate::normal::{Normal, PUT};
use std::cmp::Reverse;
use std::ops::Range;

/// Order among findings of the same length.
const fn rank(found: &Found) -> u8 {
    match (found.layer, &found.what) {
        (Layer::Dictionary, _) => 0,
        (Layer::Dates, _) => 1,
        (Layer::Ages, _) => 2,
        (Layer::Net, _) => 3,
        (Layer::Numbers, What::MyNumber) => 3,
        (Layer::Numbers, What::Phone) => 4,
        (Layer::Places, What::Bank) => 5,
        (Layer::Numbers, _) => 6,
        (Layer::Places, _) => 7,
        (Layer::Context, _) => 8,
    }
}

/// Findings without overlap, in order.
pub(super) fn settle(normal: &Normal, mut found: Vec<Found>) -> Vec<Found> {
    found.retain(|f| !f.units.is_empty() && f.units.end <= normal.len());
    found.sort_by_key(|f| (Reverse(f.units.len()), rank(f), f.units.start));
    let mut owner: Vec<Option<usize>> = vec![None; normal.len()];
    let mut kept: Vec<Found> = Vec::new();
    for mut one in found {
        for free in free_parts(&owner, &one.units) {
            let whole = free == one.units;
            let says_something =
                free.clone().any(|n| normal.raw[n].is_alphanumeric() && normal.raw[n] != PUT);
            if !says_something {
                continue;
            }
            let what = match &one.what {
                What::Date(_) | What::Age(_) if !whole => What::Number,
                what => what.clone(),
            };
            owner[free.clone()].iter_mut().for_each(|o| *o = Some(kept.len()));
            kept.push(Found { units: free, what, ..one.clone() });
        }
        adopt(&mut kept, &owner, &mut one);
    }
    kept.sort_by_key(|f| f.units.start);
    let mut kept = joined(normal, kept);
    only_one(&mut kept);
    kept
}

/// The parts of a stretch that nothing longer has taken.
fn free_parts(owner: &[Option<usize>], units: &Range<usize>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut at = units.start;
    while at < units.end {
        let end = (at..units.end).find(|n| owner[*n].is_some() != owner[at].is_some()).unwrap_or(units.end);
        if owner[at].is_none() {
            parts.push(at..end);
        }
        at = end;
    }
    parts
}

/// A longer name without a register entry takes the identity of the registered one inside it.
fn adopt(kept: &mut [Found], owner: &[Option<usize>], one: &mut Found) {
    if one.layer != Layer::Dictionary || !one.what.is_person() {
        return;
    }
    let Some(Some(holder)) = owner.get(one.units.start) else { return };
    let holder = &mut kept[*holder];
    if matches!(holder.what, What::Somebody(_) | What::Relative(_)) {
        if one.units.len() * 4 >= holder.units.len() * 3 {
            holder.what = one.what.clone();
            holder.owners = one.owners.clone();
        }
        holder.layer = Layer::Dictionary;
        holder.certainty = Certainty::Block;
    }
}

/// Where several share a name and one of them is named in full, the name means that one.
fn only_one(found: &mut [Found]) {
    let alone = |f: &Found| match f.what {
        What::Known(subject, false) => Some(subject),
        _ => None,
    };
    let named: Vec<Subject> = found.iter().filter_map(alone).collect();
    for one in found.iter_mut().filter(|f| !f.owners.is_empty()) {
        let mut meant = one.owners.iter().filter(|owner| named.contains(owner));
        if let (Some(only), None) = (meant.next().copied(), meant.next()) {
            one.what = What::Known(only, false);
        }
    }
}

/// A surname and a given name side by side are one person.
fn joined(normal: &Normal, found: Vec<Found>) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::new();
    for one in found {
        if let Some(last) = out.last_mut() {
            let gap = &normal.raw[last.units.end..one.units.start];
            let together = gap.is_empty() || (gap.len() == 1 && matches!(gap[0], ' ' | '・'));
            let same = one.what == last.what && !matches!(one.what, What::Date(_) | What::Age(_));
            let place = matches!((&last.what, &one.what), (What::Address, What::Address));
            if together && (last.what.is_person() && one.what.is_person() || gap.is_empty() && same || place)
            {
                last.units.end = one.units.end;
                if one.layer == Layer::Dictionary && last.layer != Layer::Dictionary {
                    (last.what, last.layer, last.certainty, last.owners) =
                        (one.what, one.layer, one.certainty, one.owners);
                }
                continue;
            }
        }
        out.push(one);
    }
    out
}
