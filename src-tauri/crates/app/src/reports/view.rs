//! The report on screen: what would leave, what became of every table, and its pages as pictures.

use super::fates::{TableFate, table_fate};
use super::make::compute;
use super::{Level, PagePicture, Prepared, ReportFinding, ReportKind, ReportRequest};
use crate::house::Study;
use crate::{Circumstances, Failure, House, Topic};
use chrono::NaiveDate;
use disclosure::Fate;
use domain::calendar::FiscalYear;
use serde::{Deserialize, Serialize};
use std::sync::{Arc, Mutex, PoisonError};
use words::Language;

/// Reports computed a moment ago, so that turning a page computes nothing anew. One per level.
#[derive(Default)]
pub struct Cache(Mutex<Vec<(Key, Arc<Prepared>)>>);

/// The report, the acts kept, the files that had left, and the day.
type Key = (ReportRequest, u64, u32, NaiveDate);

impl Cache {
    fn get(
        &self,
        house: &House,
        around: &Circumstances,
        request: ReportRequest,
    ) -> Result<Arc<Prepared>, Failure> {
        let ledger = house.read(|reader| Ok::<_, Failure>(reader.release_count()?))?;
        let key = (request, house.generation(), ledger, around.today());
        let held = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, report)) = held().iter().find(|(known, _)| *known == key) {
            return Ok(Arc::clone(report));
        }
        let report = Arc::new(compute(house, around, key.0.clone())?);
        let key = (key.0, report.generation, report.ledger, key.3);
        let mut reports = held();
        reports.retain(|((known, generation, ledger, day), _)| {
            (known.level, known.kind) != (key.0.level, key.0.kind)
                && (*generation, *ledger, *day) == (key.1, key.2, key.3)
        });
        reports.push((key, Arc::clone(&report)));
        Ok(report)
    }
}

/// A report that may leave, as it was computed when the screen showed it, or anew.
///
/// Errors: `report.leak`, and what [`Report`] refuses.
pub fn shown(
    house: &House,
    around: &Circumstances,
    request: ReportRequest,
) -> Result<Arc<Prepared>, Failure> {
    let report = house.reports().get(house, around, request)?;
    report.may_leave()?;
    Ok(report)
}

/// Totals of the project; outside a monthly report tells only those open, one for a hospital none.
#[derive(Clone, Copy, Debug, Serialize, ts_rs::TS)]
#[allow(missing_docs, reason = "the names of the published figures")]
pub struct ReportHeadline {
    pub active: Option<u64>,
    pub new: Option<u64>,
    pub discharged: Option<u64>,
    pub closed: Option<u64>,
    pub distinct: Option<u64>,
}

/// A report as it would leave.
#[derive(Clone, Debug, Serialize, ts_rs::TS)]
pub struct ReportView {
    /// Kind.
    pub kind: ReportKind,
    /// First day of the period.
    #[ts(type = "string")]
    pub from: NaiveDate,
    /// Last day of the period.
    #[ts(type = "string")]
    pub to: NaiveDate,
    /// Name of the file.
    pub file_name: String,
    /// Fiscal year.
    pub fiscal_year: FiscalYear,
    /// Who reads it.
    pub level: Level,
    /// Threshold in persons; 0 inside the office.
    pub k: u64,
    /// Pages.
    pub pages: usize,
    /// Bytes.
    pub size: usize,
    /// Totals.
    pub headline: ReportHeadline,
    /// What became of every table.
    pub fates: Vec<TableFate>,
    /// What the check found.
    pub findings: Vec<ReportFinding>,
    /// True when nothing was found.
    pub may_leave: bool,
    /// The check in one sentence.
    pub verdict: String,
    /// The sentence in English.
    pub verdict_en: String,
    /// Minutes that were filled in by rule (推定).
    pub estimated_minutes: u32,
}

/// A report as it would leave, checked.
///
/// Errors: `report.not-begun`, `report.no-month`, `report.no-programme`, `report.no-clause`, `report.audience-off`,
/// `report.no-glyph`, `report.failed`.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub struct Report(ReportRequest);

const TOPICS: &[Topic] = &[
    Topic::Cases,
    Topic::Contacts,
    Topic::Programmes,
    Topic::Activities,
    Topic::Organisations,
    Topic::Reports,
    Topic::Settings,
];

impl Study for Report {
    type Answer = ReportView;
    const TOPICS: &'static [Topic] = TOPICS;
    fn study(self, around: &Circumstances, house: &House) -> Result<ReportView, Failure> {
        Ok(view(&*house.reports().get(house, around, self.0)?))
    }
}

fn view(report: &Prepared) -> ReportView {
    let head = report.released.headline();
    let all = report.released.tells_totals();
    let told = |n: u64| (all && !report.released.tells_only_active()).then_some(n);
    let clear = report.findings.is_empty();
    let verdict = match (clear, report.request.level.leaves()) {
        (false, _) => "found",
        (true, true) => "clear",
        (true, false) => "internal",
    };
    let found = report.findings.len().to_string();
    let verdict =
        |language| words::fill(&words::say(language, &format!("report.verdict.{verdict}")), &[("n", &found)]);
    ReportView {
        kind: report.request.kind,
        from: report.request.first(),
        to: report.request.last(),
        file_name: report.file_name.clone(),
        fiscal_year: report.request.fiscal_year,
        level: report.request.level,
        k: report.released.k(),
        pages: report.pages,
        size: report.pdf.len(),
        headline: ReportHeadline {
            active: all.then_some(head.active),
            new: told(head.new),
            discharged: told(head.discharged),
            closed: told(head.closed),
            distinct: told(head.distinct),
        },
        fates: {
            let printed = |fate: &Fate| report.released.table(&fate.id);
            report.fates.iter().map(|fate| table_fate(fate, printed(fate), report.request.level)).collect()
        },
        findings: report.findings.clone(),
        may_leave: clear,
        verdict: verdict(Language::Ja),
        verdict_en: verdict(Language::En),
        estimated_minutes: report.estimated_minutes,
    }
}

/// One page of the finished bytes as a picture. Pages count from 1.
///
/// Error: `report.no-page`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct ReportPage {
    /// Which report.
    report: ReportRequest,
    page: u32,
    width: u32,
}

impl Study for ReportPage {
    type Answer = PagePicture;
    const TOPICS: &'static [Topic] = TOPICS;
    fn study(self, around: &Circumstances, house: &House) -> Result<PagePicture, Failure> {
        let report = house.reports().get(house, around, self.report)?;
        PagePicture::of(&report.pdf, self.page, self.width)
    }
}
