//! Hides small cells and as few others as needed so that no hidden cell can be worked out.
//!
//! Every small cell gets a cycle of hidden cells on which it can move far enough. Hiding more never narrows a bound,
//! so the loop ends: each turn hides one more cell or gives up. Cells hidden for the sake of others obey the same
//! rule as far as a reader could take them for small ones: a reader does not know which is which.

use crate::alone;
use crate::frame::{Known, frame, number};
use crate::network::{Network, Way};
use crate::primary::Primary;
use crate::table::Table;
use crate::witness::Witness;
use std::collections::BTreeSet;

/// Hidden cells of one table and the proof of each small one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pattern {
    pub hidden: BTreeSet<(usize, usize)>,
    pub primaries: BTreeSet<(usize, usize)>,
    pub witnesses: Vec<Witness>,
}

/// Above this many hidden cells the pattern is not made smaller afterwards, which bounds the time.
const TIDY_UP_TO: usize = 60;

/// A pattern that protects every primary cell, or `None` where there is none.
pub(crate) fn suppress(table: &Table, primaries: &[Primary], k: u64, known: &Known<'_>) -> Option<Pattern> {
    if primaries.is_empty() {
        return Some(Pattern::default());
    }
    if primaries.iter().any(|p| known.locked.contains(&p.cell)) {
        return None;
    }
    let (hidden, witnesses) = if table.additive {
        within_network(table, primaries, k, known)?
    } else {
        alone::hide(table, primaries, k, known)?
    };
    let primaries = primaries.iter().map(|p| p.cell).collect();
    Some(Pattern { hidden, primaries, witnesses })
}

type Hidden = (BTreeSet<(usize, usize)>, Vec<Witness>);

/// A hidden arc with what it needs.
#[derive(Clone, Copy)]
struct Target {
    arc: usize,
    k: i64,
    width: i64,
    primary: bool,
}

fn within_network(table: &Table, primaries: &[Primary], k: u64, known: &Known<'_>) -> Option<Hidden> {
    let mut network = frame(table, known);
    let mut targets = Vec::new();
    for p in primaries {
        let arc = network.arc_of(p.cell)?;
        if network.arcs[arc].locked {
            return None;
        }
        network.arcs[arc].hidden = true;
        targets.push(Target { arc, k: number(p.k), width: number(p.width), primary: true });
    }
    targets.sort_by_key(|t| (-network.arcs[t.arc].value, t.arc));
    let k = number(k);
    let cells = network.arcs.len();
    for _ in 0..=cells {
        match failing(&network, &targets, k) {
            None => {
                tidy(&mut network, &targets, k);
                return Some(finish(table, &network, &targets));
            }
            Some(target) => extend(&mut network, target)?,
        }
    }
    None
}

/// The first hidden cell that a reader could work out too closely.
fn failing(network: &Network, targets: &[Target], k: i64) -> Option<Target> {
    let mut open: Vec<Target> = targets.to_vec();
    for (arc, a) in network.arcs.iter().enumerate() {
        if a.hidden && a.cell.is_some() && !targets.iter().any(|t| t.arc == arc) {
            open.push(Target { arc, k, width: k, primary: false });
        }
    }
    open.into_iter().find(|&t| !holds(network, t))
}

fn holds(network: &Network, target: Target) -> bool {
    let value = network.arcs[target.arc].value;
    let enough = target.k + target.width;
    let (down, _) = network.swing(target.arc, Way::Down, value);
    let low = value - down;
    let (up, _) = network.swing(target.arc, Way::Up, enough);
    if !target.primary && low >= target.k {
        return up + down > 0;
    }
    value + up >= target.k && up + down >= target.width
}

/// Hides the cells of the cheapest cycle that lets the target move further.
fn extend(network: &mut Network, target: Target) -> Option<()> {
    let mut amount = target.width.max(target.k);
    while amount >= 1 {
        let up = network.cheapest(target.arc, Way::Up, amount).filter(|(_, new)| !new.is_empty());
        let down = network.cheapest(target.arc, Way::Down, amount).filter(|(_, new)| !new.is_empty());
        let best = match (up, down) {
            (Some(up), Some(down)) => Some(if down.0 < up.0 { down } else { up }),
            (up, down) => up.or(down),
        };
        if let Some((_, new)) = best {
            for arc in new {
                network.arcs[arc].hidden = true;
            }
            return Some(());
        }
        amount = if amount > 32 { amount / 2 } else { amount - 1 };
    }
    let next = (0..network.arcs.len())
        .filter(|&i| !network.arcs[i].hidden && !network.arcs[i].locked && network.arcs[i].value > 0)
        .min_by_key(|&i| (network.arcs[i].price, i))?;
    network.arcs[next].hidden = true;
    Some(())
}

/// Shows again what need not be hidden: dear cells first.
fn tidy(network: &mut Network, targets: &[Target], k: i64) {
    let mut spare: Vec<usize> = (0..network.arcs.len())
        .filter(|&i| network.arcs[i].hidden && network.arcs[i].cell.is_some())
        .filter(|&i| !targets.iter().any(|t| t.arc == i))
        .collect();
    if spare.len() + targets.len() > TIDY_UP_TO {
        return;
    }
    spare.sort_by_key(|&i| (-network.arcs[i].price, i));
    for arc in spare {
        network.arcs[arc].hidden = false;
        if failing(network, targets, k).is_some() {
            network.arcs[arc].hidden = true;
        }
    }
}

fn finish(table: &Table, network: &Network, targets: &[Target]) -> Hidden {
    let hidden = network.arcs.iter().filter(|a| a.hidden).filter_map(|a| a.cell).collect();
    let mut witnesses = Vec::new();
    for target in targets {
        let Some((row, column)) = network.arcs[target.arc].cell else { continue };
        let value = network.arcs[target.arc].value;
        let (down, lower) = network.swing(target.arc, Way::Down, value);
        let reach = (target.k - value).max(target.width - down).max(0);
        let (_, raise) = network.swing(target.arc, Way::Up, reach);
        witnesses.push(Witness {
            table: table.id.clone(),
            row,
            column,
            k: u64::try_from(target.k).unwrap_or(0),
            width: u64::try_from(target.width).unwrap_or(0),
            low: moved(table, network, &lower),
            high: moved(table, network, &raise),
            beside: Vec::new(),
        });
    }
    witnesses.sort_by_key(|w| (w.row, w.column));
    (hidden, witnesses)
}

fn moved(table: &Table, network: &Network, change: &[i64]) -> Vec<Vec<u64>> {
    let mut values: Vec<Vec<u64>> =
        table.cells.iter().map(|row| row.iter().map(|c| c.value.unwrap_or(0)).collect()).collect();
    for (arc, change) in network.arcs.iter().zip(change) {
        if let Some((row, column)) = arc.cell {
            values[row][column] = u64::try_from(arc.value + change).unwrap_or(0);
        }
    }
    values
}
