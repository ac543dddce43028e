//! Holds what is printed, and what can be worked out from it, against the rules.

use crate::equations::{Sum, sums};
use crate::finding::{Finding, FindingKind};
use crate::interval::{Interval, of_hidden};
use crate::published::{Mark, Report, Sheet};

/// Shares need a whole of at least this many, and at least three times the threshold.
const SHARE_FLOOR: i64 = 10;

fn finding(sheet: &Sheet, place: Option<(usize, usize)>, kind: FindingKind, detail: String) -> Finding {
    let (row, column) = place.unzip();
    Finding { table: sheet.id.clone(), row, column, kind, detail }
}

/// What print alone gives away.
pub(crate) fn on_print(report: &Report) -> Vec<Finding> {
    let mut findings = Vec::new();
    for sheet in &report.tables {
        if report.k > 0 {
            small_cells(report, sheet, &mut findings);
            groups(report, sheet, &mut findings);
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

/// Zeros that put a whole small group into one category, hidden or not.
fn groups(report: &Report, sheet: &Sheet, findings: &mut Vec<Finding>) {
    if !sheet.of_persons() || !sheet.additive {
        return;
    }
    for sum in sums(sheet).iter().filter(|s| sheet.column_types[s.total.1] == "count") {
        let large = matches!(sheet.at(sum.total.0, sum.total.1), Mark::Shown(n) if n >= 3 * report.k);
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

/// What can be worked out about hidden cells.
pub(crate) fn on_hidden(report: &Report) -> Vec<Finding> {
    hidden(report, |_| true)
}

/// What can be worked out about hidden cells that may hold a small count: a count of k or more that another report
/// shows was no secret of its own.
pub(crate) fn on_small(report: &Report) -> Vec<Finding> {
    hidden(report, |cell| cell.least < report.k)
}

fn hidden(report: &Report, matters: impl Fn(&Interval) -> bool) -> Vec<Finding> {
    let attack = of_hidden(report);
    let mut findings = Vec::new();
    for cell in attack.found.into_iter().filter(matters) {
        let (kind, detail) = match cell.most {
            Some(most) if most == cell.least => {
                (FindingKind::ExactValue, "the hidden cell has one possible value".to_owned())
            }
            Some(most) if cell.least < report.k && (most < report.k || most - cell.least < report.k) => {
                (FindingKind::Narrow, format!("the hidden cell lies between {} and {most}", cell.least))
            }
            _ => continue,
        };
        findings.push(Finding {
            table: cell.table,
            row: Some(cell.row),
            column: Some(cell.column),
            kind,
            detail,
        });
    }
    let told = [
        (attack.unsolved, "the attack on this cell came to no end"),
        (attack.contradictory, "the printed numbers around this hidden cell contradict each other"),
    ];
    for (places, detail) in told {
        for (t, row, column) in places {
            let place = Some((row, column));
            findings.push(finding(&report.tables[t], place, FindingKind::CellMismatch, detail.to_owned()));
        }
    }
    findings
}
