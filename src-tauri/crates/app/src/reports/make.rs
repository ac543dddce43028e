//! The one way of every report, whatever its kind: counts become tables, tables pass `disclosure` and the independent
//! auditor, pages become bytes, and the finished bytes are attacked; only then is there a report.

use super::attack::{Attack, Attacked};
use super::check::hash;
use super::insider::insiders;
use super::judge::{Judged, Occasion, judge_among};
use super::known::persons;
use super::left::Places;
use super::proof::{About, Proof};
use super::snapshot::{Receiver, Snapshot};
use super::tables::{View, headline, ladders};
use super::{Level, ReportRequest, documents};
use crate::consents::{ConsentState, episodes, marked_notes};
use crate::{Circumstances, Failure, House};
use chrono::NaiveDate;
use disclosure::{Fate, Released};
use domain::calendar::long_date;
use report::Fonts;
use report::attack::{ReadBack, read, search};
use serde::Serialize;

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
    pub request: ReportRequest,
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
    /// Files that had left when the figures were judged.
    pub ledger: u32,
    /// Its hospitals by the codes under which the figures tell them; for the ledger, never for print.
    pub places: Places,
    /// Its name in the ledger.
    pub ledger_name: String,
    /// The hospital that it is made for.
    pub(super) receiver: Option<Receiver>,
    /// Pages.
    pub pages: usize,
    /// Minutes that were filled in by rule.
    pub estimated_minutes: u32,
    /// Hash of the bytes, in hexadecimal digits.
    pub sha256: String,
    /// The sheet that says what was tried on the finished bytes.
    pub proof: Proof,
    /// Day on which it was made.
    pub on: NaiveDate,
}

/// Computes the report. The store is read in one go and not held after that. A finding means no report.
///
/// Errors: `report.not-begun`, `report.no-month`, `report.no-programme`, `report.leak`, `report.no-glyph`,
/// `report.failed`, `act.stopped`.
pub fn prepare(
    house: &House,
    around: &Circumstances,
    request: impl Into<ReportRequest>,
) -> Result<Prepared, Failure> {
    let prepared = compute(house, around, request.into())?;
    prepared.may_leave()?;
    Ok(prepared)
}

impl Prepared {
    /// Refuses where the check found something. Error: `report.leak`.
    pub fn may_leave(&self) -> Result<(), Failure> {
        refused(&self.findings)
    }
}

/// Any finding is a refusal. Error: `report.leak`.
pub(super) fn refused(findings: &[ReportFinding]) -> Result<(), Failure> {
    findings.first().map_or(Ok(()), |first| {
        Err(Failure::new("report.leak")
            .with("n", findings.len())
            .with("place", first.detail.trim_end_matches('。')))
    })
}

/// Steps that are told to the event stream.
const STEPS: usize = 6;

/// Computes the report with everything the check finds.
pub(super) fn compute(
    house: &House,
    around: &Circumstances,
    request: ReportRequest,
) -> Result<Prepared, Failure> {
    let request = request.settled(around)?;
    let progress = house.progress("report");
    progress.step(0, STEPS)?;
    let snapshot = Snapshot::take(house, around, &request)?;
    let profile = request.level.profile()?;
    progress.step(1, STEPS)?;
    let view = View::of(&snapshot, &request, profile.k);
    let (ladders, headline) = (ladders(&view), headline(&view));
    let occasion = Occasion::of(&request, &snapshot, &view);
    let (ledger_name, hospital) = (occasion.report.clone(), occasion.hospital.clone());
    let Judged { release, figures_json, mut findings } = judge_among(
        ladders,
        headline,
        profile,
        &occasion,
        &snapshot.earlier,
        &insiders(&snapshot, &request),
    )?;
    progress.step(2, STEPS)?;
    findings.extend(consents_lapsed(house, around, &snapshot, &request)?);
    findings.extend(texts_searched(&snapshot));
    findings.extend(texts_screened(house, around, &snapshot, request.level, &figures_json)?);
    progress.step(3, STEPS)?;
    let document = documents::lay_out(&snapshot, &release.released, around, &request);
    progress.step(4, STEPS)?;
    let pdf =
        report::ink::pdf::write(&document, Fonts::shared(), around.today()).map_err(|e| ink_failure(&e))?;
    progress.step(5, STEPS)?;
    let read_back = read(&pdf).map_err(|_| Failure::new("report.failed"))?;
    let attack = Attack {
        level: request.level,
        hospital: hospital.as_deref(),
        figures: &figures_json,
        its_own: false,
        secrets: &snapshot.secrets,
        left: &snapshot.earlier,
        persons: &persons(&snapshot),
    };
    let file_name = request.file_name(around);
    let Attacked { findings: found, tried } =
        attack.on(&ReadBack { file_name: Some(file_name.clone()), ..read_back })?;
    findings.extend(found);
    let sha256 = hash(&pdf);
    let about = About {
        report: ledger_name.clone(),
        title: document.title.clone(),
        level: request.level,
        file_name: file_name.clone(),
        sha256: sha256.clone(),
        findings: &findings,
        tried,
        left: &snapshot.earlier,
    };
    let proof = Proof::of(around, about);
    progress.step(STEPS, STEPS)?;
    Ok(Prepared {
        file_name,
        proof,
        on: around.today(),
        request,
        figures_json,
        released: release.released,
        fates: release.fates,
        findings,
        generation: snapshot.generation,
        ledger: snapshot.ledger,
        places: snapshot.places.clone(),
        receiver: snapshot.hospital.clone(),
        ledger_name,
        pages: document.pages.len(),
        estimated_minutes: snapshot.estimated,
        sha256,
        pdf,
    })
}

/// Every written text with its title.
fn written(snapshot: &Snapshot) -> impl Iterator<Item = (String, &String)> {
    let aim = std::iter::once((words::ja("report.aim"), &snapshot.aim));
    aim.chain(snapshot.texts.iter().map(|(key, text)| (snapshot.plan.title(key), text)))
}

/// Where a text stands, in words.
fn place(title: &str) -> String {
    words::fill(&words::ja("report.finding.text"), &[("title", title)])
}

/// The section of episodes.
const EXAMPLES: &str = "case_examples";

/// An episode whose person took the consent back, or whose consent has run out, does not leave: words of that person's
/// notes in any text, a note of the period that is still marked for the texts, or a text of episodes when of all who
/// once agreed nobody does any more.
fn consents_lapsed(
    house: &House,
    around: &Circumstances,
    snapshot: &Snapshot,
    request: &ReportRequest,
) -> Result<Vec<ReportFinding>, Failure> {
    let texts: Vec<(String, String)> = written(snapshot)
        .filter(|(_, text)| !text.trim().is_empty())
        .map(|(t, text)| (t, text.clone()))
        .collect();
    if !request.level.leaves() || texts.is_empty() {
        return Ok(Vec::new());
    }
    let (people, marked) = house.read(|reader| {
        let marked = marked_notes(reader, around, request.first(), request.last())?;
        Ok::<_, Failure>((episodes(reader, around, &texts)?, marked))
    })?;
    let line = |key: &str, values: &[(&str, &str)]| ReportFinding {
        kind: "consent".to_owned(),
        page: None,
        detail: words::fill(&words::ja(&format!("report.finding.{key}")), values),
    };
    let mut found = Vec::new();
    let lapsed = || people.iter().filter(|person| person.state.has_lapsed());
    for person in lapsed() {
        let (key, on) = match person.withdrawn_on {
            Some(on) if person.state == ConsentState::Withdrawn => ("withdrawn", Some(on)),
            _ => ("ended", person.valid_until),
        };
        let on = on.map_or_else(String::new, long_date);
        let quoted = person.quoted_in.iter();
        found.extend(quoted.map(|title| line(key, &[("place", &place(title)), ("on", &on)])));
    }
    let marked = marked.iter().filter(|note| note.state.is_some_and(ConsentState::has_lapsed));
    found.extend(marked.map(|note| line("marked", &[("on", &long_date(note.on))])));
    let told = snapshot.texts.get(EXAMPLES).is_some_and(|text| !text.trim().is_empty());
    let agrees = people.iter().any(|person| person.state == ConsentState::Valid);
    if found.is_empty() && told && !agrees && lapsed().next().is_some() {
        found.push(line("nobody_agrees", &[("place", &place(&snapshot.plan.title(EXAMPLES)))]));
    }
    Ok(found)
}

/// The written texts pass the screen before they are laid out: no name, no number that no table prints, no words that
/// fit too few people, unless somebody decided about them with a reason.
fn texts_screened(
    house: &House,
    around: &Circumstances,
    snapshot: &Snapshot,
    level: Level,
    figures_json: &str,
) -> Result<Vec<ReportFinding>, Failure> {
    let found = house.read(|reader| {
        crate::redaction::texts_screened(reader, around, level, figures_json, written(snapshot))
    })?;
    let line = |(title, line): (String, crate::redaction::ScreenedLine)| ReportFinding {
        kind: line.pass,
        page: None,
        detail: format!("{}：{}", place(&title), line.sentence),
    };
    Ok(found.into_iter().map(line).collect())
}

/// The written texts are searched before they are laid out, so that the finding can name the text.
fn texts_searched(snapshot: &Snapshot) -> Vec<ReportFinding> {
    let anywhere = words::fill(&words::ja("report.paper.leak.page"), &[("page", "1")]);
    let mut found = Vec::new();
    for (title, text) in written(snapshot) {
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
