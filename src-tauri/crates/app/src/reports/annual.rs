//! 活動実績報告書. Counts become tables, tables pass `disclosure` and the independent auditor, pages become bytes,
//! and the finished bytes are attacked; only then is there a report.

use super::judge::{Judged, judge};
use super::snapshot::Snapshot;
use super::{Level, chapters, sections};
use crate::{Circumstances, Failure, House};
use disclosure::{Fate, Released, Shown};
use domain::calendar::{FiscalYear, PartialDate, long_date, wareki_fiscal_year};
use report::attack::{ReadBack, read, search};
use report::{Annual, Cover, Fonts, Header};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use store::reports::ReleaseRow;

/// Which report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnnualRequest {
    /// Fiscal year.
    pub fiscal_year: FiscalYear,
    /// Who reads it.
    pub level: Level,
}

/// Something the check of the finished report found. It never repeats the secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ReportFinding {
    /// What kind: name, birth, number, place, table …
    pub kind: String,
    /// Page, counted from 1; none outside the pages.
    pub page: Option<u32>,
    /// Where and in which form.
    pub detail: String,
}

/// A report as computed, with everything the check found.
#[derive(Clone, Debug)]
pub struct Prepared {
    /// Which report.
    pub request: AnnualRequest,
    /// The finished bytes.
    pub pdf: Vec<u8>,
    /// The published figures, cell for cell as printed.
    pub figures_json: String,
    /// The published figures.
    pub released: Released,
    /// What became of every table.
    pub fates: Vec<Fate>,
    /// What the check found; [`prepare`] gives a report only where this is empty.
    pub findings: Vec<ReportFinding>,
    /// Name of the file by its template, without any name.
    pub file_name: String,
    /// Acts kept in the store when the figures were read.
    pub generation: u64,
    /// Pages.
    pub pages: usize,
    /// Minutes that were filled in by rule.
    pub estimated_minutes: u32,
    /// Hash of the bytes, in hexadecimal digits.
    pub sha256: String,
}

/// Computes the report. The store is read in one go and not held after that. A finding means no report.
///
/// Errors: `report.not-begun`, `report.leak`, `report.no-glyph`, `report.failed`, `act.stopped`.
pub fn prepare(house: &House, around: &Circumstances, request: AnnualRequest) -> Result<Prepared, Failure> {
    let prepared = compute(house, around, request)?;
    match prepared.findings.first() {
        None => Ok(prepared),
        Some(first) => Err(Failure::new("report.leak")
            .with("n", prepared.findings.len())
            .with("place", first.detail.trim_end_matches('。'))),
    }
}

/// Enters a report into the ledger of what left. The same bytes are entered once.
///
/// Error: `report.data-moved` when the store changed after the report was computed.
pub fn enter_release(house: &House, around: &Circumstances, prepared: &Prepared) -> Result<(), Failure> {
    if !prepared.findings.is_empty() {
        return Err(Failure::new("report.leak").with("n", prepared.findings.len()).with("place", ""));
    }
    let row = ReleaseRow {
        report: "annual".to_owned(),
        fiscal_year: prepared.request.fiscal_year,
        level: prepared.request.level.code().to_owned(),
        k: u32::try_from(prepared.released.k()).unwrap_or(u32::MAX),
        file_name: prepared.file_name.clone(),
        sha256: prepared.sha256.clone(),
        figures: prepared.figures_json.clone(),
    };
    let known = house.read(|reader| Ok(reader.release_of(&row.sha256)?))?;
    if house.generation() != prepared.generation {
        return Err(Failure::new("report.data-moved"));
    }
    if known.is_some() {
        return Ok(());
    }
    house.perform(around, None, |writer| {
        writer.log_event("export", &row.sha256[..16], "done")?;
        Ok(writer.enter_release(&row)?)
    })
}

/// Steps that are told to the event stream.
const STEPS: usize = 5;

/// Computes the report with everything the check finds.
pub(super) fn compute(
    house: &House,
    around: &Circumstances,
    request: AnnualRequest,
) -> Result<Prepared, Failure> {
    if around.today() < request.fiscal_year.first() {
        return Err(Failure::new("report.not-begun").at("fiscal_year"));
    }
    let progress = house.progress("annual_report");
    progress.step(0, STEPS)?;
    let snapshot = Snapshot::take(house, around, request)?;
    let profile = request.level.profile()?;
    progress.step(1, STEPS)?;
    let Judged { release, figures_json, mut findings } = judge(&snapshot, around, request, profile)?;
    progress.step(2, STEPS)?;
    findings.extend(texts_searched(&snapshot));
    let annual = pages(&snapshot, &release.released, around, request);
    let document = report::lay_out(&annual, Fonts::shared());
    progress.step(3, STEPS)?;
    let pdf =
        report::ink::pdf::write(&document, Fonts::shared(), around.today()).map_err(|e| ink_failure(&e))?;
    progress.step(4, STEPS)?;
    let read_back = read(&pdf).map_err(|_| Failure::new("report.failed"))?;
    findings.extend(search(&read_back, &snapshot.secrets).into_iter().map(finding));
    progress.step(STEPS, STEPS)?;
    Ok(Prepared {
        request,
        figures_json,
        released: release.released,
        fates: release.fates,
        findings,
        file_name: file_name(request, around),
        generation: snapshot.generation,
        pages: document.pages.len(),
        estimated_minutes: snapshot.estimated,
        sha256: Sha256::digest(&pdf).iter().map(|byte| format!("{byte:02x}")).collect(),
        pdf,
    })
}

/// The written texts are searched before they are laid out, so that the finding can name the text.
fn texts_searched(snapshot: &Snapshot) -> Vec<ReportFinding> {
    let aim = std::iter::once((words::ja("report.aim"), &snapshot.aim));
    let written = snapshot.texts.iter().filter(|(key, _)| sections::KEYS.contains(&key.as_str()));
    let anywhere = words::fill(&words::ja("report.paper.leak.page"), &[("page", "1")]);
    let place = |title: &str| words::fill(&words::ja("report.finding.text"), &[("title", title)]);
    let mut found = Vec::new();
    for (title, text) in aim.chain(written.map(|(key, text)| (sections::title(key), text))) {
        let one = ReadBack { pages: vec![text.clone()], ..ReadBack::default() };
        for leak in search(&one, &snapshot.secrets) {
            let leak = finding(leak);
            found.push(ReportFinding {
                page: None,
                detail: leak.detail.replace(&anywhere, &place(&title)),
                ..leak
            });
        }
    }
    found
}

pub(super) fn finding(found: report::attack::Finding) -> ReportFinding {
    let kind =
        serde_json::to_value(found.kind).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default();
    ReportFinding { kind, page: found.page.and_then(|p| u32::try_from(p).ok()), detail: found.detail }
}

fn ink_failure(error: &report::ink::InkError) -> Failure {
    match error {
        report::ink::InkError::NoGlyph(missing) => {
            Failure::new("report.no-glyph").with("characters", missing.iter().collect::<String>())
        }
        _ => Failure::new("report.failed"),
    }
}

fn file_name(request: AnnualRequest, around: &Circumstances) -> String {
    let year = domain::calendar::short_date(PartialDate::day(request.fiscal_year.half()));
    let year = year.split('.').next().unwrap_or_default().to_owned();
    let day = around.today().format("%Y%m%d").to_string();
    let level = request.level.name();
    words::fill(&words::ja("report.file_name"), &[("year", &year), ("level", &level), ("day", &day)])
}

fn pages<'a>(
    snapshot: &Snapshot,
    released: &'a Released,
    around: &Circumstances,
    request: AnnualRequest,
) -> Annual<'a> {
    let head = &snapshot.settings;
    let year_line = wareki_fiscal_year(request.fiscal_year);
    let coordinator = words::ja("report.coordinator");
    let inside = !request.level.leaves();
    let running = around.today() < request.fiscal_year.last();
    let day = long_date(PartialDate::day(around.today()));
    let year_end = if running { day.clone() } else { words::ja("report.year_end") };
    let mut rules: Vec<String> = (1..=RULES).map(|n| words::ja(&format!("report.rule.{n}"))).collect();
    if snapshot.estimated > 0 {
        let minutes = snapshot.estimated.to_string();
        rules.push(words::fill(&words::ja("report.rule.estimated"), &[("minutes", &minutes)]));
    }
    if running {
        rules.push(words::fill(&words::ja("report.rule.running"), &[("day", &day)]));
    }
    Annual {
        released,
        cover: Cover {
            title: words::ja("report.title"),
            year_line: year_line.clone(),
            receiver: if request.level == Level::Public { String::new() } else { head.receiver.clone() },
            organisation: head.organisation.clone(),
            author_line: if inside && !head.author.is_empty() { head.author.clone() } else { coordinator },
            date_line: day,
            level_mark: request.level.mark(),
        },
        header: Header {
            left: words::fill(&words::ja("report.short_title"), &[("year", &year_line)]),
            right: request.level.mark(),
        },
        aim: snapshot.aim.clone(),
        chapters: chapters::chapters(released, &snapshot.texts, &year_end),
        counting_rules: rules,
        suppression_note: request.level.leaves().then(|| suppression_note(released)),
    }
}

/// What is said about hiding: that small groups are put together, and what ｘ means where one stands.
fn suppression_note(released: &Released) -> String {
    let hides =
        |table: &disclosure::ReleasedTable| table.cells().iter().flatten().any(|c| *c == Shown::Hidden);
    let mut note = words::ja("report.coarsening_note");
    if released.tables().iter().any(hides) {
        note += &words::ja("report.suppression_note");
    }
    note
}

/// Sentences of 算出方法 that always stand.
const RULES: usize = 10;
