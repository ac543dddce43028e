//! An independent attacker on published tables. Shares no code with the protector.
//!
//! Reads what a reader of the reports gets (published tables as JSON) and nothing else: parses them (`published`), holds
//! what each says to count against what it counts (`class`), finds
//! the cells that count the same set in whichever report (`keys`), writes down every equation a reader knows
//! (`equations`, `families`, `common`), works out the exact integer interval of every hidden cell and of every piece that
//! nothing prints (`interval` over `simplex`), takes the differences of printed cells (`pairs`) and holds each against
//! the rules (`rules`).

mod class;
mod common;
mod equations;
mod families;
mod finding;
mod interval;
mod keys;
mod pairs;
mod published;
mod rings;
mod rules;
mod settle;
mod simplex;

pub use finding::{CellName, Finding, FindingKind};

use published::Report;

/// Attacks the published tables of one report.
///
/// Gives every finding, table by table; an empty list means the attack found nothing. The error is a sentence for
/// a developer and says why the file could not be read; a report that cannot be read must not go out either.
pub fn audit(published_json: &str) -> Result<Vec<Finding>, String> {
    let report = published::read(published_json)?;
    let mut findings = rules::on_print(&report);
    findings.extend(worked_out(&report, false));
    let place = |f: &Finding| report.tables.iter().position(|t| t.id == f.table);
    findings.sort_by_key(|f| (place(f), f.row, f.column, f.kind));
    findings.dedup();
    Ok(findings)
}

fn worked_out(report: &Report, beside: bool) -> Vec<Finding> {
    if report.k == 0 {
        return Vec::new();
    }
    let system = equations::system(report);
    let known = interval::attack(&system);
    let mut findings = rules::on_hidden(report, &system, &known, beside);
    findings.extend(pairs::on_pairs(report, &system));
    findings
}

/// Attacks a report together with earlier ones that the same reader has.
///
/// Reports that hide nothing are left out, since their readers know everything, and so are tables of another fiscal
/// year that do not say what they count. A reader of all of them is the one allowed most, so the least threshold
/// holds. Gives only what the report adds to what the earlier ones say together; it must also pass [`audit`] by itself.
pub fn audit_beside(published_json: &str, earlier_json: &[String]) -> Result<Vec<Finding>, String> {
    let report = published::read(published_json)?;
    let (mut together, mut before) = (report, None::<Report>);
    let year = together.fiscal_year;
    // The newest of the earlier ones first: where a correction made two numbers, the newer one holds.
    for (index, earlier) in earlier_json.iter().enumerate().rev() {
        let read = || -> Result<Report, String> {
            let mut earlier = published::read(earlier)?;
            let same = earlier.fiscal_year == year;
            earlier.tables.retain(|sheet| same || sheet.scope.is_some());
            earlier.tables.iter_mut().for_each(|sheet| sheet.release = index + 1);
            Ok(earlier)
        };
        let earlier = read()?;
        if earlier.k == 0 {
            continue;
        }
        together.k = together.k.min(earlier.k);
        together.tables.extend(earlier.tables);
        let again = read()?;
        match &mut before {
            None => before = Some(again),
            Some(before) => before.tables.extend(again.tables),
        }
    }
    let mut findings = worked_out(&together, true);
    if let Some(mut before) = before.filter(|_| !findings.is_empty()) {
        before.k = together.k;
        let old = worked_out(&before, true);
        let same = |a: &Finding, b: &Finding| {
            (a.earlier, &a.table, a.row, a.column, a.kind) == (b.earlier, &b.table, b.row, b.column, b.kind)
        };
        findings.retain(|found| !old.iter().any(|known| same(found, known)));
    }
    findings.dedup();
    Ok(findings)
}

/// The interval that the attack works out for every hidden cell: table, row, column, least and greatest value
/// (`None`: no upper limit). For showing what a reader can know.
pub fn intervals(published_json: &str) -> Result<Vec<Interval>, String> {
    let report = published::read(published_json)?;
    let system = equations::system(&report);
    Ok(rules::intervals(&report, &system, &interval::attack(&system)))
}

pub use interval::Interval;

#[cfg(test)]
mod tests;
