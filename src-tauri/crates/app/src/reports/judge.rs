//! From tables to tables that may be printed: the protector chooses the form of each, the independent auditor attacks
//! what it chose together with everything the same reader already has, and what it objects to is hidden or coarsened.

use super::insider::Insider;
use super::left::Left;
use super::make::ReportFinding;
use super::snapshot::Snapshot;
use super::tables::{self, View};
use super::{Level, ReportRequest};
use crate::Failure;
use chrono::NaiveDate;
use disclosure::{Clash, EarlierTable, Headline, Ladder, Objection, Profile, Release, Request, Set, Why};
use domain::calendar::FiscalYear;
use std::collections::BTreeSet;

/// Which report is judged: the same for every kind.
#[derive(Clone, Debug)]
pub struct Occasion {
    /// Its name in the ledger: `annual`, `monthly 2025-06`.
    pub report: String,
    /// Fiscal year in which the period lies.
    pub fiscal_year: FiscalYear,
    /// First day of the period.
    pub first: NaiveDate,
    /// Last day that is counted: the end of the period, or today in one that is still running.
    pub last: NaiveDate,
    /// Who reads it.
    pub level: Level,
    /// The hospital that reads it, at the level of a hospital.
    pub hospital: Option<String>,
    /// Whose people alone are counted; of nobody a report of the whole project.
    pub own: Set,
    /// Of the project's totals only those open on this day are told.
    pub only_active_on: Option<NaiveDate>,
}

impl Occasion {
    /// The occasion of a report.
    pub(super) fn of(request: &ReportRequest, snapshot: &Snapshot, view: &View<'_>) -> Self {
        let hospital = snapshot.hospital.as_ref().map(|own| own.key.clone());
        let own = snapshot.hospital.iter().flat_map(|_| &snapshot.hospitals).map(|own| own.shown.clone());
        let own: BTreeSet<String> = own.collect();
        Self {
            report: request.ledger_name(hospital.as_deref()),
            fiscal_year: request.fiscal_year,
            first: request.first(),
            last: snapshot.day,
            level: request.level,
            hospital,
            own: if own.is_empty() { Set::new() } else { Set::from([("hospital".to_owned(), own)]) },
            only_active_on: tables::only_active_on(view),
        }
    }
}

/// What may be printed.
pub struct Judged {
    /// The tables and what became of each.
    pub release: Release,
    /// The published figures.
    pub figures_json: String,
    /// What the auditor still objects to when no ladder has a rung left.
    pub findings: Vec<ReportFinding>,
}

/// Objections after which a report that still leaks is refused: every turn hides a cell or leaves a rung.
const TURNS: usize = 200;

/// Has the tables of a report judged until both judges agree.
pub fn judge(
    ladders: Vec<Ladder>,
    headline: Headline,
    profile: Profile,
    occasion: &Occasion,
    left: &[Left],
) -> Result<Judged, Failure> {
    judge_among(ladders, headline, profile, occasion, left, &[])
}

/// The same where some readers know people who are counted: to them what is left without these must be safe as well.
pub fn judge_among(
    ladders: Vec<Ladder>,
    headline: Headline,
    profile: Profile,
    occasion: &Occasion,
    left: &[Left],
    insiders: &[Insider],
) -> Result<Judged, Failure> {
    let failed = || Failure::new("report.failed");
    let apart = Level::Hospital.profile()?.k;
    let readers = readers(occasion.level, occasion.hospital.as_deref(), left);
    let mut request = Request {
        fiscal_year: occasion.fiscal_year.year(),
        profile,
        headline,
        own: occasion.own.clone(),
        only_active_on: occasion.only_active_on.map(|day| day.to_string()),
        ladders,
        withheld_sentence: words::ja("report.withheld"),
        occasion: disclosure::Occasion {
            report: occasion.report.clone(),
            from: occasion.first.to_string(),
            to: occasion.last.to_string(),
        },
        earlier: known_to_all(&readers).ok_or_else(failed)?,
        objections: Vec::new(),
    };
    for turn in 0.. {
        let release = disclosure::release(request.clone());
        let figures_json = serde_json::to_string_pretty(&release.released).map_err(|_| failed())? + "\n";
        let audited = |json: &str| audit::audit(json).map_err(|_| failed());
        let alone = |why: Why| move |found| Found { found, reader: &[], otherwise: why.clone() };
        let mut found: Vec<Found<'_>> =
            audited(&figures_json)?.into_iter().map(alone(Why::Attacked)).collect();
        for insider in insiders {
            let left_over = audited(&insider.left_over(&release.released, apart))?;
            found.extend(left_over.into_iter().map(alone(Why::Insider)));
        }
        for reader in &readers {
            let known: Vec<String> = reader.iter().map(|left| left.figures.clone()).collect();
            if known.contains(&figures_json) {
                // The same report again tells nothing new.
                continue;
            }
            let beside = audit::audit_beside(&figures_json, &known).map_err(|_| failed())?;
            found.extend(beside.into_iter().map(|found| Found { found, reader, otherwise: Why::Attacked }));
        }
        let before = request.objections.len();
        for one in &found {
            request.objections.extend(objection(one, &release, &request.objections));
            let Found { found, otherwise, .. } = one;
            let alone = found.earlier.is_none() && found.with.iter().all(|cell| cell.earlier.is_none());
            if alone && *otherwise == Why::Attacked {
                continue;
            }
            // One clash at a time: what mends it may mend the others.
            if request.objections.len() > before {
                break;
            }
        }
        if request.objections.len() == before || turn == TURNS {
            let findings = found.iter().map(|one| table_finding(&one.found)).collect();
            return Ok(Judged { release, figures_json, findings });
        }
    }
    Err(failed())
}

/// What an auditor found, as whose knowledge.
struct Found<'a> {
    found: audit::Finding,
    /// Earlier reports that its reader has.
    reader: &'a [Left],
    /// Why a form goes for it, where no earlier report bears on it.
    otherwise: Why,
}

/// What a finding asks of the protector: first that the cell be hidden, then that the form go.
fn objection(one: &Found<'_>, release: &Release, made: &[Objection]) -> Option<Objection> {
    let Found { found: finding, reader, otherwise } = one;
    let own = finding.row.zip(finding.column).filter(|_| finding.earlier.is_none());
    let beside = || finding.with.iter().find(|cell| cell.earlier.is_none());
    let (table, cell) = match (finding.earlier, beside()) {
        (None, _) => (finding.table.clone(), own),
        (Some(_), Some(cell)) => (cell.table.clone(), Some((cell.row, cell.column))),
        (Some(_), None) => return None,
    };
    let fate = release.fates.iter().find(|f| f.id == table && f.published)?;
    let clash = clash(finding, reader, release, &table, cell);
    let why = clash.map_or_else(|| otherwise.clone(), |clash| Why::Earlier(Box::new(clash)));
    let shown = cell.filter(|&(r, c)| {
        let cells = release.released.table(&table).map(disclosure::ReleasedTable::cells);
        matches!(cells.and_then(|cells| cells.get(r)?.get(c)), Some(disclosure::Shown::Number(n)) if *n > 0)
    });
    // Within one report the protector has chosen with the same knowledge: hiding more by hand would not help.
    let across = !matches!(why, Why::Attacked);
    let hide =
        Objection { table: table.clone(), rung: fate.rung, cell: shown.filter(|_| across), why: why.clone() };
    if hide.cell.is_some() && !made.contains(&hide) {
        return Some(hide);
    }
    let leave = Objection { table, rung: fate.rung, cell: None, why };
    (!made.iter().any(|o| o.table == leave.table && o.rung == leave.rung && o.cell.is_none()))
        .then_some(leave)
}

/// The two cells that would disclose, by name.
fn clash(
    finding: &audit::Finding,
    reader: &[Left],
    release: &Release,
    own_table: &str,
    own: Option<(usize, usize)>,
) -> Option<Clash> {
    let place = finding.row.zip(finding.column);
    let at_finding = finding.earlier.zip(place).map(|(e, (r, c))| (e, finding.table.as_str(), r, c));
    let others = finding.with.iter().filter_map(|n| Some((n.earlier?, n.table.as_str(), n.row, n.column)));
    let own_sheet = release.released.table(own_table);
    let caption = |list: &[String], at: usize| list.get(at).cloned().unwrap_or_default();
    let (own_row, own_column) = match (own, own_sheet) {
        (Some((row, column)), Some(sheet)) => (caption(sheet.rows(), row), caption(sheet.columns(), column)),
        _ => Default::default(),
    };
    let named = |(earlier, table, row, column): (usize, &str, usize, usize)| {
        let left = reader.get(earlier)?;
        let known: disclosure::Earlier = serde_json::from_str(&left.figures).ok()?;
        let sheet: &EarlierTable = known.tables.iter().find(|t| t.id == table)?;
        Some(Clash {
            report: left.title.clone(),
            table: table.to_owned(),
            row: caption(&sheet.rows, row),
            column: caption(&sheet.columns, column),
            own_table: own_table.to_owned(),
            own_row: own_row.clone(),
            own_column: own_column.clone(),
        })
    };
    // Of several cells the one that looks most like the own one.
    let alike = |clash: &Clash| {
        let same = |a: &str, b: &str| usize::from(a == b);
        let captions = same(&clash.row, own_row.as_str()) + same(&clash.column, own_column.as_str());
        3 * same(&clash.table, own_table) + captions
    };
    let all = at_finding.into_iter().chain(others).filter_map(named);
    all.reduce(|best, other| if alike(&other) > alike(&best) { other } else { best })
}

/// Somebody who reads reports.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Who<'a> {
    /// Anybody: what is public.
    Everybody,
    /// The municipality: what is public, and its own.
    Municipality,
    /// One hospital: what the municipality has may reach it; what another hospital was given does not.
    Hospital(Option<&'a str>),
}

impl Who<'_> {
    /// It has a report that left.
    fn has(self, left: &Left) -> bool {
        match left.level {
            Level::Public => true,
            Level::Municipal => self != Who::Everybody,
            Level::Hospital => self == Who::Hospital(left.hospital.as_deref()),
            Level::Internal | Level::Commissioner => false,
        }
    }
}

/// What each reader of a report already has: of a public report everybody, of the municipality's this and every hospital
/// that was ever given one, of a hospital's only this. Who is shown everything (inside the office, the section that
/// decides) learns nothing new from any table. Files with the same figures — the pages and the tables of one report —
/// tell them once.
pub(super) fn readers(level: Level, hospital: Option<&str>, left: &[Left]) -> Vec<Vec<Left>> {
    let given = left.iter().filter(|left| left.level == Level::Hospital);
    let hospitals: BTreeSet<Who<'_>> = given.map(|left| Who::Hospital(left.hospital.as_deref())).collect();
    let mut readers = match level {
        Level::Internal | Level::Commissioner => return Vec::new(),
        Level::Hospital => vec![Who::Hospital(hospital)],
        Level::Public => vec![Who::Everybody, Who::Municipality],
        Level::Municipal => vec![Who::Municipality],
    };
    if level != Level::Hospital {
        readers.extend(hospitals);
    }
    let has = |reader: Who<'_>| {
        let mut told: Vec<Left> = Vec::new();
        for one in left.iter().filter(|left| reader.has(left)) {
            if !told.iter().any(|known| known.figures == one.figures) {
                told.push(one.clone());
            }
        }
        told
    };
    readers.into_iter().map(has).collect()
}

/// Earlier reports as the protector reads them: those of the reader who has most.
fn known_to_all(readers: &[Vec<Left>]) -> Option<Vec<disclosure::Earlier>> {
    let most = readers.iter().max_by_key(|reader| reader.len());
    let read = |left: &Left| -> Option<disclosure::Earlier> {
        let known: disclosure::Earlier = serde_json::from_str(&left.figures).ok()?;
        Some(disclosure::Earlier { name: left.title.clone(), ..known })
    };
    most.into_iter().flatten().map(read).collect()
}

/// A finding of the auditor in words.
pub(super) fn table_finding(found: &audit::Finding) -> ReportFinding {
    let table =
        words::fill(&words::ja("report.finding.table"), &[("id", &found.table), ("detail", &found.detail)]);
    ReportFinding { kind: "table".to_owned(), page: None, detail: table }
}
