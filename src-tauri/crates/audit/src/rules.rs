//! Holds what is printed, and what can be worked out from it, against the rules.

use crate::class::Class;
use crate::equations::{Place, Sum, System, sums};
use crate::finding::{CellName, Finding, FindingKind};
use crate::interval::{Interval, Known};
use crate::published::{Mark, Report, Sheet};

/// A group below this many times the threshold is small.
pub(crate) const SMALL_BASE: i64 = 3;
/// Shares need a whole of at least this many, and at least three times the threshold.
const SHARE_FLOOR: i64 = 10;

fn finding(sheet: &Sheet, place: Option<(usize, usize)>, kind: FindingKind, detail: String) -> Finding {
    let (row, column) = place.unzip();
    let earlier = sheet.release.checked_sub(1);
    Finding { table: sheet.id.clone(), row, column, kind, detail, earlier, with: Vec::new() }
}

pub(crate) fn finding_at(
    report: &Report,
    (t, row, column): Place,
    kind: FindingKind,
    detail: String,
) -> Finding {
    finding(&report.tables[t], Some((row, column)), kind, detail)
}

/// Most cells named beside a finding.
const NAMED: usize = 8;

/// Cells by name: those of earlier reports first, each once.
pub(crate) fn names(report: &Report, places: impl Iterator<Item = Place>) -> Vec<CellName> {
    let mut places: Vec<Place> = places.collect();
    places.sort_by_key(|p| (report.tables[p.0].release == 0, *p));
    places.dedup();
    places.truncate(NAMED);
    let name = |(t, row, column): Place| {
        let sheet: &Sheet = &report.tables[t];
        CellName { earlier: sheet.release.checked_sub(1), table: sheet.id.clone(), row, column }
    };
    places.into_iter().map(name).collect()
}

/// What print alone gives away.
pub(crate) fn on_print(report: &Report) -> Vec<Finding> {
    let mut findings = Vec::new();
    for sheet in &report.tables {
        if report.k > 0 {
            small_cells(report, sheet, &mut findings);
            groups(report, sheet, &mut findings);
            small_base(report, sheet, &mut findings);
        } else {
            for (place, _) in cells(sheet).filter(|&(_, mark)| mark == Mark::Hidden) {
                let detail = "a cell is hidden at a level that hides nothing".to_owned();
                findings.push(finding(sheet, Some(place), FindingKind::CellMismatch, detail));
            }
        }
        shares(report, sheet, &mut findings);
        for sum in sums(sheet) {
            line(report, sheet, &sum, &mut findings);
        }
        if report.withheld.iter().any(|w| w.id == sheet.id) {
            let detail = "the table is printed and withheld at once".to_owned();
            findings.push(finding(sheet, None, FindingKind::CellMismatch, detail));
        }
    }
    findings
}

fn cells(sheet: &Sheet) -> impl Iterator<Item = ((usize, usize), Mark)> + '_ {
    let row = |(r, marks): (usize, &'_ Vec<Mark>)| {
        marks.iter().enumerate().map(|(c, &mark)| ((r, c), mark)).collect::<Vec<_>>()
    };
    sheet.marks.iter().enumerate().flat_map(row)
}

fn small_cells(report: &Report, sheet: &Sheet, findings: &mut Vec<Finding>) {
    for (place, mark) in cells(sheet).filter(|&((_, column), _)| sheet.guarded(column)) {
        if let Mark::Shown(n) = mark
            && n >= 1
            && n < report.k
        {
            let detail = format!("{n} is below {}", report.k);
            findings.push(finding(sheet, Some(place), FindingKind::SmallShown, detail));
        }
    }
}

/// A cross table: two dimensions with at least two categories in each.
fn crossed(sheet: &Sheet) -> bool {
    let margins = sheet.additive && sheet.total_row && sheet.total_column;
    // The total column and those that it sums.
    let summed = sheet.column_types.iter().filter(|kind| Some(*kind) == sheet.column_types.last()).count();
    margins && sheet.rows.len() > 2 && summed > 2
}

/// Too few persons to be broken down twice.
fn small_base(report: &Report, sheet: &Sheet, findings: &mut Vec<Finding>) {
    let corner = (sheet.rows.len().wrapping_sub(1), sheet.columns.len().wrapping_sub(1));
    if let Mark::Shown(total) = sheet.at(corner.0, corner.1)
        && sheet.of_persons()
        && crossed(sheet)
        && (1..SMALL_BASE * report.k).contains(&total)
    {
        let detail = format!("{total} persons are too few for a cross table");
        findings.push(finding(sheet, Some(corner), FindingKind::SmallBase, detail));
    }
}

/// Zeros that put a whole small group into one category, hidden or not; of a sensitive attribute every zero of a small
/// group speaks of all of it, and so does a category of nine tenths.
fn groups(report: &Report, sheet: &Sheet, findings: &mut Vec<Finding>) {
    if !sheet.of_persons() || !sheet.additive {
        return;
    }
    for sum in sums(sheet).iter().filter(|s| sheet.column_types[s.total.1] == "count") {
        let total = sheet.at(sum.total.0, sum.total.1);
        let large = matches!(total, Mark::Shown(n) if n >= SMALL_BASE * report.k);
        let marks: Vec<((usize, usize), Mark)> = sum
            .parts
            .iter()
            .map(|&(r, c)| ((r, c), sheet.at(r, c)))
            .filter(|(_, mark)| *mark != Mark::Dash)
            .collect();
        let mut some = marks.iter().filter(|(_, mark)| *mark != Mark::Shown(0));
        if let (false, Some((place, _)), None, true) = (large, some.next(), some.next(), marks.len() >= 2) {
            let detail = "everybody of a small group stands in this category".to_owned();
            findings.push(finding(sheet, Some(*place), FindingKind::GroupDisclosure, detail));
        }
        if large || total == Mark::Shown(0) || sheet.class != Class::Sensitive || marks.len() < 2 {
            continue;
        }
        for (place, mark) in marks {
            let detail = match (mark, total) {
                (Mark::Shown(0), _) if crossed(sheet) => "nobody of a small group stands in this category",
                (Mark::Shown(n), Mark::Shown(whole)) if n * 10 >= whole * 9 => {
                    "nine tenths of a small group stand in this category"
                }
                _ => continue,
            };
            findings.push(finding(sheet, Some(place), FindingKind::GroupDisclosure, detail.to_owned()));
        }
    }
}

fn shares(report: &Report, sheet: &Sheet, findings: &mut Vec<Finding>) {
    for share in &sheet.derived {
        let at = |(r, c): (usize, usize)| sheet.at(r, c);
        let (Mark::Shown(part), Mark::Shown(whole)) = (at(share.part), at(share.whole)) else {
            let detail = "a share of a hidden number is printed".to_owned();
            findings.push(finding(sheet, Some(share.part), FindingKind::ShareSmallBase, detail));
            continue;
        };
        if report.k > 0 && whole < SHARE_FLOOR.max(3 * report.k) {
            let detail = format!("a share of {whole} is printed");
            findings.push(finding(sheet, Some(share.part), FindingKind::ShareSmallBase, detail));
        }
        let right = (whole > 0).then(|| (part * 2000 + whole) / (2 * whole));
        if right != Some(share.per_mille) {
            let detail = "a share does not follow from its numbers".to_owned();
            findings.push(finding(sheet, Some(share.part), FindingKind::CellMismatch, detail));
        }
    }
}

/// One line: sums that do not hold, and lines with exactly one hidden cell.
fn line(report: &Report, sheet: &Sheet, sum: &Sum, findings: &mut Vec<Finding>) {
    let total = sheet.at(sum.total.0, sum.total.1);
    let marks = sum.parts.iter().map(|&(r, c)| sheet.at(r, c));
    let shown: i64 = marks.filter_map(|m| if let Mark::Shown(n) = m { Some(n) } else { None }).sum();
    let hidden: Vec<(usize, usize)> = sum
        .parts
        .iter()
        .copied()
        .chain([sum.total])
        .filter(|&(r, c)| sheet.at(r, c) == Mark::Hidden)
        .collect();
    if sheet.additive {
        if let ([], Mark::Shown(total)) = (hidden.as_slice(), total)
            && total != shown
        {
            let detail = format!("the cells sum to {shown}, the total says {total}");
            findings.push(finding(sheet, Some(sum.total), FindingKind::CellMismatch, detail));
        }
        if let [place] = hidden.as_slice() {
            let detail = "the only hidden cell of its line".to_owned();
            findings.push(finding(sheet, Some(*place), FindingKind::SingleHidden, detail));
        }
    } else if let ([place], Mark::Shown(total)) = (hidden.as_slice(), total)
        && report.k > 0
        && shown < total
    {
        let detail = "the only hidden cell under a total that the others do not reach".to_owned();
        findings.push(finding(sheet, Some(*place), FindingKind::SingleHidden, detail));
    }
}

/// What can be worked out about hidden cells, and about pieces that nothing prints. Where a reader holds several
/// reports only those matter that may hold a small count: a count of k or more that another report shows was no secret.
pub(crate) fn on_hidden(report: &Report, system: &System, known: &Known, beside: bool) -> Vec<Finding> {
    let mut findings = Vec::new();
    for &(place, v) in system.hidden.iter().filter(|(_, v)| !system.is_own(&system.unknowns[*v])) {
        let told = match known.bounds[v] {
            Some((least, _)) if beside && least >= report.k => None,
            Some((least, Some(most))) if most == least => {
                Some((FindingKind::ExactValue, "the hidden cell has one possible value".to_owned()))
            }
            Some((least, Some(most))) if least < report.k && (most < report.k || most - least < report.k) => {
                Some((FindingKind::Narrow, format!("the hidden cell lies between {least} and {most}")))
            }
            Some(_) => None,
            None if known.contradictory[v] => Some((
                FindingKind::CellMismatch,
                "the printed numbers around this hidden cell contradict each other".to_owned(),
            )),
            None => Some((FindingKind::CellMismatch, "the attack on this cell came to no end".to_owned())),
        };
        if let Some((kind, detail)) = told {
            let mut found = finding_at(report, place, kind, detail);
            found.with = names(report, sources(system, known, v).into_iter().filter(|p| *p != place));
            findings.push(found);
        }
    }
    for (v, unknown) in system.unknowns.iter().enumerate() {
        if !unknown.guarded || !unknown.places.is_empty() || system.is_own(unknown) {
            continue;
        }
        let sources = sources(system, known, v);
        // A total of the project stays exact and is nobody's to hide.
        let free = |p: &Place| !system.index.get(p).is_some_and(|&u| system.unknowns[u].headline);
        let newest = sources.iter().copied().filter(free).min_by_key(|p| (report.tables[p.0].release, *p));
        let (Some((least, Some(most))), Some(place)) = (known.bounds[v], newest) else { continue };
        // Only what the present report prints can still be changed.
        if report.tables[place.0].release == 0 && least >= 1 && most < report.k {
            let detail = format!("a piece that nothing prints lies between {least} and {most}");
            let mut found = finding_at(report, place, FindingKind::Difference, detail);
            found.with = names(report, sources.into_iter().filter(|p| *p != place));
            findings.push(found);
        }
    }
    findings
}

/// Printed cells in the equations that bear on an unknown.
fn sources(system: &System, known: &Known, v: usize) -> Vec<Place> {
    let mut seen = vec![false; system.unknowns.len()];
    let mut open = vec![v];
    let mut places = Vec::new();
    while let Some(v) = open.pop() {
        if std::mem::replace(&mut seen[v], true) {
            continue;
        }
        places.extend(&system.unknowns[v].places);
        if system.unknowns[v].shown.is_none() {
            for &e in &known.because[v] {
                open.extend(system.equations[e].terms.iter().map(|&(other, _)| other));
            }
        }
    }
    places.sort_unstable();
    places.dedup();
    places
}

/// Intervals of hidden cells in reading order, for showing what a reader can know.
pub(crate) fn intervals(report: &Report, system: &System, known: &Known) -> Vec<Interval> {
    let shown = |&((t, row, column), v): &(Place, usize)| {
        let (least, most) = known.bounds[v]?;
        Some(Interval { table: report.tables[t].id.clone(), row, column, least, most })
    };
    system.hidden.iter().filter_map(shown).collect()
}
