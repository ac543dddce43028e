//! The proof of hidden cells that hang together: whole numbers for all tables at once that leave each small one open, and
//! more cells to hide where there are none.

use super::{Joint, LARGEST, ROOF};
use crate::integers::{Equation, System};
use crate::witness::{Beside, Witness};
use std::collections::BTreeMap;

/// How the proof of a part ended.
pub(super) enum Protected {
    Proven(Vec<Witness>),
    Extended,
    Nothing,
}

/// What a hidden unknown needs.
struct Target {
    unknown: usize,
    k: i64,
    width: i64,
    primary: Option<(usize, usize, usize)>,
}

impl Joint<'_, '_> {
    pub(super) fn protect(&mut self, part: &[usize]) -> Protected {
        if part.len() > LARGEST {
            return Protected::Nothing;
        }
        let mut proofs = Vec::new();
        for target in self.targets(part) {
            let low = self.ask(part, &target, 1, None);
            let high = self.ask(part, &target, -1, None);
            let (Some(low), Some(high)) = (low, high) else { return Protected::Nothing };
            let (least, most) = (low[target.unknown], high[target.unknown]);
            let wide = most >= target.k && most - least >= target.width;
            if wide || (target.primary.is_none() && least >= target.k && most > least) {
                proofs.extend(self.witness(&target, &low, &high));
                continue;
            }
            return if self.extend(part, &target, least) { Protected::Extended } else { Protected::Nothing };
        }
        Protected::Proven(proofs)
    }

    fn targets(&self, part: &[usize]) -> Vec<Target> {
        let number = |n: u64| i64::try_from(n).unwrap_or(ROOF);
        let mut targets = Vec::new();
        for &v in part {
            let present = self.unknowns[v].places.iter().filter(|p| p.0 < self.sheets.len());
            for &(t, r, c) in present {
                let sheet = &self.sheets[t];
                let Some(k) = sheet.k else { continue };
                let small = sheet.primaries.iter().find(|p| p.cell == (r, c));
                targets.push(Target {
                    unknown: v,
                    k: number(small.map_or(k, |p| p.k)),
                    width: number(small.map_or(k, |p| p.width)),
                    primary: small.map(|_| (t, r, c)),
                });
            }
        }
        targets
    }

    /// A point of whole numbers that fits everything shown, with the target as small (+1) or as great (−1) as can be;
    /// or, where `reach` is given, the cheapest one with the target at that number and shown cells moved for a price.
    fn ask(&self, part: &[usize], target: &Target, sign: i64, reach: Option<i64>) -> Option<Vec<i64>> {
        let mut limits: Vec<(i64, i64)> = Vec::new();
        let mut prices: Vec<i64> = Vec::new();
        let mut places: BTreeMap<usize, usize> = BTreeMap::new();
        let mut movable: BTreeMap<usize, usize> = BTreeMap::new();
        let mut equations: Vec<Equation> = Vec::new();
        let tables = self.tables_of(part);
        for (terms, of) in &self.equations {
            let touches = terms.iter().any(|t| part.contains(&t.0));
            if !(touches || (reach.is_some() && of.iter().any(|t| tables.contains(t)))) {
                continue;
            }
            let (mut row, mut constant) = (Vec::new(), 0);
            for &(v, factor) in terms {
                let u = &self.unknowns[v];
                if u.hidden {
                    let at = *places.entry(v).or_insert_with(|| {
                        let wanted = reach.filter(|_| v == target.unknown);
                        limits.push(wanted.map_or((1, u.most), |n| (n, n)));
                        prices.push(if reach.is_none() && v == target.unknown { sign } else { 0 });
                        limits.len() - 1
                    });
                    row.push((at, factor));
                    continue;
                }
                constant -= factor * u.value?;
                if reach.is_some() && !u.locked {
                    let value = u.value?;
                    let at = *movable.entry(v).or_insert_with(|| {
                        limits.extend([(0, (u.most - value).max(0)), (0, (value - 1).max(0))]);
                        prices.extend([u.price, u.price]);
                        limits.len() - 2
                    });
                    row.extend([(at, factor), (at + 1, -factor)]);
                }
            }
            equations.push((row, constant));
        }
        if limits.len() > 2 * LARGEST {
            return None;
        }
        let point = System { limits: &limits, equations: &equations, prices: &prices }.cheapest()?;
        let mut values: Vec<i64> = self.unknowns.iter().map(|u| u.value.unwrap_or(0)).collect();
        for (v, at) in places {
            values[v] = point[at];
        }
        for (v, at) in movable {
            values[v] += point[at] - point[at + 1];
        }
        Some(values)
    }

    /// Hides what lets the target move far enough, at the least price. False where nothing does.
    fn extend(&mut self, part: &[usize], target: &Target, least: i64) -> bool {
        let need = target.k.max(least + target.width);
        let value = self.unknowns[target.unknown].value.unwrap_or(least);
        for reach in [need, (need + value) / 2, value + 1] {
            let Some(point) = self.ask(part, target, 1, Some(reach)) else { continue };
            let new: Vec<usize> = (0..point.len())
                .filter(|&v| {
                    !self.unknowns[v].hidden && self.unknowns[v].value.is_some_and(|n| n != point[v])
                })
                .collect();
            if new.is_empty() {
                continue;
            }
            for v in new {
                self.unknowns[v].hidden = true;
                for &(t, r, c) in &self.unknowns[v].places {
                    if let Some(sheet) = self.sheets.get_mut(t) {
                        sheet.hidden.insert((r, c));
                    }
                }
            }
            return true;
        }
        false
    }

    fn witness(&self, target: &Target, low: &[i64], high: &[i64]) -> Option<Witness> {
        let (t, row, column) = target.primary?;
        let sheet = |t: usize, values: &[i64]| -> Vec<Vec<u64>> {
            let table = self.sheets[t].table;
            let cell =
                |r, c| self.index.get(&(t, r, c)).map_or(0, |&v| u64::try_from(values[v]).unwrap_or(0));
            (0..table.rows.len()).map(|r| (0..table.columns.len()).map(|c| cell(r, c)).collect()).collect()
        };
        let others =
            (0..self.sheets.len()).filter(|&other| other != t && self.sheets[other].table.scope.is_some());
        let beside = others.map(|t| Beside {
            table: self.sheets[t].table.id.clone(),
            low: sheet(t, low),
            high: sheet(t, high),
        });
        Some(Witness {
            table: self.sheets[t].table.id.clone(),
            row,
            column,
            k: u64::try_from(target.k).ok()?,
            width: u64::try_from(target.width).ok()?,
            low: sheet(t, low),
            high: sheet(t, high),
            beside: beside.collect(),
        })
    }
}
