//! An independent attacker on published tables. Shares no code with the protector.
//!
//! Reads what a reader of the report gets (published tables as JSON) and nothing else: parses them (`published`),
//! writes down every equation a reader knows (`equations`, `common`), works out the exact integer interval of every
//! hidden cell (`interval` over `simplex`) and holds each against the rules (`rules`).

mod common;
mod equations;
mod finding;
mod interval;
mod published;
mod rules;
mod simplex;

pub use finding::{Finding, FindingKind};

/// Attacks the published tables of one report.
///
/// Gives every finding, table by table; an empty list means the attack found nothing. The error is a sentence for
/// a developer and says why the file could not be read; a report that cannot be read must not go out either.
pub fn audit(published_json: &str) -> Result<Vec<Finding>, String> {
    let report = published::read(published_json)?;
    let mut findings = rules::on_print(&report);
    findings.extend(rules::on_hidden(&report));
    let place = |f: &Finding| report.tables.iter().position(|t| t.id == f.table);
    findings.sort_by_key(|f| (place(f), f.row, f.column, f.kind));
    findings.dedup();
    Ok(findings)
}

/// Attacks a report together with earlier ones that the same reader has.
///
/// Only earlier reports of the same fiscal year say anything about the same persons; those that hide nothing are left
/// out, since their readers know everything. A reader of all of them is the one allowed most, so the least threshold
/// holds. Gives only what the reports say together about hidden cells; each must also pass [`audit`] by itself.
pub fn audit_beside(published_json: &str, earlier_json: &[String]) -> Result<Vec<Finding>, String> {
    let mut report = published::read(published_json)?;
    for earlier in earlier_json {
        let earlier = published::read(earlier)?;
        if earlier.fiscal_year == report.fiscal_year && earlier.k > 0 {
            report.k = report.k.min(earlier.k);
            report.tables.extend(earlier.tables);
        }
    }
    let mut findings = rules::on_small(&report);
    findings.dedup();
    Ok(findings)
}

/// The interval that the attack works out for every hidden cell: table, row, column, least and greatest value
/// (`None`: no upper limit). For showing what a reader can know.
pub fn intervals(published_json: &str) -> Result<Vec<Interval>, String> {
    let report = published::read(published_json)?;
    Ok(interval::of_hidden(&report).found)
}

pub use interval::Interval;

#[cfg(test)]
mod tests;
