//! What stands behind a figure, on the screen: its definition in words, its period, and the records.

use super::evidence::{Evidence, RecordKind, behind};
use super::snapshot::Snapshot;
use super::tables::{View, ladders};
use super::{Level, ReportRequest};
use crate::house::Study;
use crate::{Circumstances, Failure, House, Topic};
use chrono::NaiveDate;
use disclosure::{ColumnType, Table};
use serde::{Deserialize, Serialize};
use words::Language;

/// How a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Counting {
    /// 実人数: each person once.
    Persons,
    /// 件数: each case or event once.
    Events,
    /// 延べ: sums over records.
    Sum,
    /// Minutes.
    Minutes,
}

/// One record behind a figure.
#[derive(Clone, Debug, Serialize, ts_rs::TS)]
pub struct FigureRecord {
    /// What it is.
    pub kind: RecordKind,
    /// Identity, where the store has one.
    pub id: Option<String>,
    /// Identity of its case.
    pub case_id: Option<String>,
    /// Day of the event; for a state the day on which the case was opened.
    #[ts(type = "string")]
    pub on: NaiveDate,
    /// How much it adds to the figure.
    pub amount: u64,
}

/// Where a figure comes from.
#[derive(Clone, Debug, Serialize, ts_rs::TS)]
pub struct FigureOrigin {
    /// Title of the table.
    pub title: String,
    /// Caption of the row.
    pub row: String,
    /// Caption of the column.
    pub column: String,
    /// The figure; none where the question does not apply.
    pub value: Option<u64>,
    /// The figure is minutes.
    pub counting: Counting,
    /// What is counted, in a sentence.
    pub definition: String,
    /// The same in English.
    pub definition_en: String,
    /// What is left out, in a sentence; empty for nothing.
    pub exclusions: String,
    /// The same in English.
    pub exclusions_en: String,
    /// First day of the period.
    #[ts(type = "string")]
    pub from: NaiveDate,
    /// Last day that is counted.
    #[ts(type = "string")]
    pub to: NaiveDate,
    /// The records; their amounts make the figure. None where a figure has no records of the store.
    pub records: Option<Vec<FigureRecord>>,
}

/// Asks what stands behind one figure of a report of the internal level. Rows and columns count from 0.
///
/// Errors: `report.no-figure-there`, and what [`Report`](super::Report) refuses.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct FigureRecords {
    /// Which report.
    report: ReportRequest,
    /// Number of the table.
    table: String,
    row: usize,
    column: usize,
}

impl Study for FigureRecords {
    type Answer = FigureOrigin;
    const TOPICS: &'static [Topic] = &[
        Topic::Cases,
        Topic::Contacts,
        Topic::Programmes,
        Topic::Activities,
        Topic::Organisations,
        Topic::Reports,
    ];
    fn study(self, around: &Circumstances, house: &House) -> Result<FigureOrigin, Failure> {
        let Self { report, table: id, row, column } = self;
        let request = ReportRequest { level: Level::Internal, ..report }.settled(around)?;
        let snapshot = Snapshot::take(house, around, &request)?;
        let view = View::of(&snapshot, &request, 0);
        let missing = || Failure::new("report.no-figure-there").at("table");
        let table = finest(&view).find(|table| table.id == id).ok_or_else(missing)?;
        origin_of(&view, &table, row, column).ok_or_else(missing)
    }
}

/// Origins of every figure of a report of the internal level, with the number of its table, its row and its column.
pub fn origins(
    house: &House,
    around: &Circumstances,
    request: ReportRequest,
) -> Result<Vec<(String, usize, usize, FigureOrigin)>, Failure> {
    let request = ReportRequest { level: Level::Internal, ..request }.settled(around)?;
    let snapshot = Snapshot::take(house, around, &request)?;
    let view = View::of(&snapshot, &request, 0);
    let mut found = Vec::new();
    for table in finest(&view) {
        for row in 0..table.rows.len() {
            for column in 0..table.columns.len() {
                let origin = origin_of(&view, &table, row, column);
                found.extend(origin.map(|origin| (table.id.clone(), row, column, origin)));
            }
        }
    }
    Ok(found)
}

/// The finest form of every table.
fn finest(view: &View) -> impl Iterator<Item = Table> {
    ladders(view).into_iter().filter_map(|ladder| ladder.rungs.into_iter().next())
}

fn origin_of(view: &View, table: &Table, row: usize, column: usize) -> Option<FigureOrigin> {
    let cell = table.cells.get(row)?.get(column)?;
    let scope = table.scope.as_ref()?;
    let measure = scope.measure_of(row, column)?;
    let minutes = table.column_types.get(column) == Some(&ColumnType::Minutes);
    let records = cell.value.and_then(|_| behind(view, scope, row, column));
    // A figure without any record was typed in.
    let records = records.filter(|found| !found.is_empty() || cell.value == Some(0));
    let say = |language, part: &str| {
        let key = format!("report.measure.{measure}.{part}");
        let text = words::say(language, &key);
        if text == key { String::new() } else { text }
    };
    let shown = |item: Evidence| FigureRecord {
        kind: item.kind,
        id: item.id,
        case_id: item.case,
        on: item.on,
        amount: item.amount,
    };
    Some(FigureOrigin {
        title: table.title.clone(),
        row: table.rows.get(row)?.clone(),
        column: table.columns.get(column)?.clone(),
        value: cell.value,
        counting: if minutes { Counting::Minutes } else { counting(&measure) },
        definition: say(Language::Ja, "is"),
        definition_en: say(Language::En, "is"),
        exclusions: say(Language::Ja, "without"),
        exclusions_en: say(Language::En, "without"),
        from: scope.from.parse().ok()?,
        to: scope.to.parse().ok()?,
        records: records.map(|records| records.into_iter().map(shown).collect()),
    })
}

/// How a measure counts.
fn counting(measure: &str) -> Counting {
    match measure {
        "persons" | "contacted" | "peer_persons" => Counting::Persons,
        "attended"
        | "peers"
        | "staff_medical"
        | "staff_support"
        | "staff_municipal"
        | "meeting_participants"
        | "training_participants"
        | "activity_participants"
        | "contacts" => Counting::Sum,
        _ => Counting::Events,
    }
}
