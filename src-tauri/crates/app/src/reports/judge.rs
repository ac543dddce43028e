//! From records to tables that may be printed: the protector chooses the form of each, the independent auditor
//! attacks what it chose, and a table to which the auditor objects goes down its ladder.

use super::annual::ReportFinding;
use super::snapshot::Snapshot;
use super::tables::{View, headline, ladders};
use super::{AnnualRequest, Level};
use crate::{Circumstances, Failure};
use disclosure::{Ladder, Profile, Release, Request};
use std::collections::{BTreeMap, BTreeSet};

/// What may be printed.
pub(super) struct Judged {
    /// The tables and what became of each.
    pub release: Release,
    /// The published figures.
    pub figures_json: String,
    /// What the auditor still objects to when no ladder has a rung left.
    pub findings: Vec<ReportFinding>,
}

/// Makes the tables of a report and has them judged until both judges agree.
pub(super) fn judge(
    snapshot: &Snapshot,
    around: &Circumstances,
    request: AnnualRequest,
    profile: Profile,
) -> Result<Judged, Failure> {
    let view = View {
        records: &snapshot.records,
        year: snapshot.year,
        figures: &snapshot.figures,
        level: request.level,
        k: profile.k,
        today: around.today(),
        hospitals: &snapshot.hospitals,
    };
    let mut ladders = ladders(&view);
    let mut gone: BTreeMap<String, usize> = BTreeMap::new();
    loop {
        let mut release = disclosure::release(Request {
            fiscal_year: request.fiscal_year.year(),
            profile: profile.clone(),
            headline: headline(&snapshot.figures),
            ladders: ladders.clone(),
            withheld_sentence: words::ja("report.withheld"),
        });
        let figures_json = serde_json::to_string_pretty(&release.released)
            .map_err(|_| Failure::new("report.failed"))?
            + "\n";
        let mut found = audit::audit(&figures_json).map_err(|_| Failure::new("report.failed"))?;
        found.extend(beside(&figures_json, &snapshot.earlier, request.level)?);
        let objected: BTreeSet<&str> = found.iter().map(|f| f.table.as_str()).collect();
        if !step_down(&mut ladders, &release, &objected, &mut gone) {
            for fate in &mut release.fates {
                let above = gone.get(&fate.id).copied().unwrap_or(0);
                fate.rung += above;
                fate.rungs += above;
            }
            let findings = found.iter().map(table_finding).collect();
            return Ok(Judged { release, figures_json, findings });
        }
    }
}

/// Takes away the rungs to which the auditor objects, where a coarser one is left. True when something changed.
fn step_down(
    ladders: &mut [Ladder],
    release: &Release,
    objected: &BTreeSet<&str>,
    gone: &mut BTreeMap<String, usize>,
) -> bool {
    let mut changed = false;
    for fate in release.fates.iter().filter(|f| f.published && objected.contains(f.id.as_str())) {
        let ladder = ladders.iter_mut().find(|l| l.rungs.first().is_some_and(|table| table.id == fate.id));
        if let Some(ladder) = ladder.filter(|l| l.rungs.len() > fate.rung + 1) {
            ladder.rungs.drain(..=fate.rung);
            *gone.entry(fate.id.clone()).or_default() += fate.rung + 1;
            changed = true;
        }
    }
    changed
}

/// The independent auditor over what a reader sees.
pub(super) fn audited(figures_json: &str) -> Result<Vec<ReportFinding>, Failure> {
    let found = audit::audit(figures_json).map_err(|_| Failure::new("report.failed"))?;
    Ok(found.iter().map(table_finding).collect())
}

/// The same together with what a reader already has: the public has the public reports, the municipality both.
fn beside(
    figures_json: &str,
    earlier: &[(Level, String)],
    level: Level,
) -> Result<Vec<audit::Finding>, Failure> {
    let mut findings = Vec::new();
    for reader in [Level::Public, Level::Municipal].into_iter().filter(|_| level.leaves()) {
        let has = |of: Level| of == Level::Public || reader == Level::Municipal;
        if !has(level) {
            continue;
        }
        let known = earlier.iter().filter(|(of, figures)| has(*of) && figures != figures_json);
        let known: Vec<String> = known.map(|(_, figures)| figures.clone()).collect();
        let found = audit::audit_beside(figures_json, &known).map_err(|_| Failure::new("report.failed"))?;
        findings.extend(found);
    }
    findings.dedup();
    Ok(findings)
}

fn table_finding(found: &audit::Finding) -> ReportFinding {
    let table =
        words::fill(&words::ja("report.finding.table"), &[("id", &found.table), ("detail", &found.detail)]);
    ReportFinding { kind: "table".to_owned(), page: None, detail: table }
}
