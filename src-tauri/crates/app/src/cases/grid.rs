//! 表でまとめて書く: every field of a case that holds in one cell, read and written like a spreadsheet. One act, however many
//! cells; all of them or none.

use super::list::{CaseList, Scope, Sort};
use crate::house::{Command, Query};
use crate::{Circumstances, Failure, Topic};
use chrono::NaiveDate;
use domain::calendar::PartialDate;
use domain::measure::Id;
use domain::text::typed_date;
use domain::vocabulary as v;
use exchange::table::{Field, Holds, read_cell};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use store::cases::{GridFact, GridPut, Whose};
use store::{Reader, Writer};

/// Most cells of one act.
const MOST: usize = 20_000;

/// A column: its field, and whether its cells can be written here.
struct Column(Field, bool);

const fn open(id: &'static str, holds: Holds) -> Column {
    Column(Field { id, holds }, true)
}
/// What is written elsewhere, with its history.
const fn shut(id: &'static str, holds: Holds) -> Column {
    Column(Field { id, holds }, false)
}

use Holds::{Code, Codes, Kana, Past, Place, Short, Text, Texts};

static COLUMNS: &[Column] = &[
    open("family_name", Short),
    open("given_name", Short),
    open("family_kana", Kana),
    open("given_kana", Kana),
    open("sex", Code(&v::Sex::LIST)),
    open("birth_date", Past),
    open("case_code", Short),
    open("case_role", Code(&v::CaseRole::LIST)),
    shut("identified_on", Past),
    shut("hospital", Place),
    open("ward", Short),
    open("room", Short),
    open("chart_no", Short),
    open("admitted_on", Past),
    open("admission_form", Code(&v::AdmissionForm::LIST)),
    open("intake_route", Code(&v::IntakeRoute::LIST)),
    open("consent_on", Past),
    open("consent_form", Code(&v::ConsentForm::LIST)),
    open("wish", Text),
    open("wish_on", Past),
    open("wished_place", Text),
    open("anxieties", Text),
    open("diagnosis_group", Code(&v::DiagnosisGroup::LIST)),
    open("diagnosis_text", Text),
    open("income", Codes(&v::Income::LIST)),
    open("guardian", Code(&v::Guardian::LIST)),
    open("money_care", Code(&v::MoneyCare::LIST)),
    open("origin_area", Short),
    open("origin_address", Text),
    open("phone", Short),
    open("aliases", Texts),
    open("family_note", Text),
    open("benefit_municipality", Short),
    open("welfare_office", Short),
    open("residence_register", Short),
];
/// Fields that are never empty.
const NEEDED: &[&str] = &["family_name", "admitted_on"];
/// Fields of the stay that runs.
const OF_STAY: &[&str] = &["ward", "room", "chart_no", "admitted_on", "admission_form"];

/// Asks for people as a table of all their fields.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct CaseGrid {
    scope: Scope,
}

/// A column of the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct GridColumn {
    /// Its field.
    pub field: String,
    /// What its cells hold: text, kana, texts, date, code, codes.
    pub holds: String,
    /// Name of the list of codes.
    pub list: Option<String>,
    /// False where cells are only read here.
    pub open: bool,
}

/// A person of the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct GridRow {
    /// The case.
    pub id: Id,
    /// Name.
    pub name: String,
    /// Field and value: codes as codes, dates in ISO form, several values parted by `;`. What is not known is not there.
    pub cells: BTreeMap<String, String>,
}

/// The table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "CaseGrid")]
pub struct GridSheet {
    /// Its columns in order.
    pub columns: Vec<GridColumn>,
    /// Its rows in the order of the dictionary.
    pub rows: Vec<GridRow>,
}

impl Query for CaseGrid {
    type Answer = GridSheet;
    const TOPICS: &'static [Topic] = &[Topic::Cases, Topic::Organisations];

    fn answer(self, around: &Circumstances, reader: &Reader) -> Result<GridSheet, Failure> {
        let whose = if self.scope == Scope::Open { Whose::Open } else { Whose::Everybody };
        let mut facts = known(reader, around, whose)?;
        let lines = CaseList::all(self.scope, Sort::Kana).answer(around, reader)?.lines;
        let row = |line: super::CaseLine| {
            let cells = facts.remove(&line.id).map(|fact| fact.cells).unwrap_or_default();
            let cells = cells.into_iter().map(|(field, value)| (field.to_owned(), value)).collect();
            GridRow { id: line.id, name: line.name, cells }
        };
        let rows = lines.into_iter().map(row).collect();
        let column = |Column(field, open): &Column| {
            let (holds, list) = match field.holds {
                Code(list) => ("code", Some(list.name.to_owned())),
                Codes(list) => ("codes", Some(list.name.to_owned())),
                Past => ("date", None),
                Kana => ("kana", None),
                Texts => ("texts", None),
                _ => ("text", None),
            };
            GridColumn { field: field.id.to_owned(), holds: holds.to_owned(), list, open: *open }
        };
        Ok(GridSheet { columns: COLUMNS.iter().map(column).collect(), rows })
    }
}

/// The cases of some cells.
fn of_cells(cells: &[GridCell]) -> Vec<Id> {
    let mut ids: Vec<Id> = cells.iter().map(|cell| cell.case_id.clone()).collect();
    ids.dedup();
    ids
}

fn known(reader: &Reader, around: &Circumstances, whose: Whose) -> Result<HashMap<Id, GridFact>, Failure> {
    Ok(reader.case_grid(around.today(), whose)?.into_iter().map(|fact| (fact.case.clone(), fact)).collect())
}

/// What somebody wrote into a cell.
#[derive(Clone, Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct GridCell {
    case_id: Id,
    field: String,
    /// As typed or pasted; empty clears the cell.
    text: String,
}

/// Asks how cells would be read. Nothing is written. Error: `grid.too-much`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct ReadGrid {
    cells: Vec<GridCell>,
}

/// How a cell is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ReadCell {
    /// The value as it would be kept; empty where the cell is cleared, or wrong.
    pub value: String,
    /// What is wrong with it.
    pub fault: Option<String>,
}

impl Query for ReadGrid {
    type Answer = Vec<ReadCell>;
    const TOPICS: &'static [Topic] = &[Topic::Cases];

    fn answer(self, around: &Circumstances, reader: &Reader) -> Result<Vec<ReadCell>, Failure> {
        let facts = known(reader, around, Whose::These(&of_cells(&self.cells)))?;
        let language = crate::settings::language(reader);
        let told = |cell: &GridCell| match read(cell, &facts, around.today()) {
            Ok((.., value)) => ReadCell { value: value.unwrap_or_default(), fault: None },
            Err(why) => {
                let column = words::say(language, &format!("pack.table.field.{}", cell.field));
                let sentence = words::say(language, &why);
                let fault = words::fill(&sentence, &[("value", cell.text.trim()), ("column", &column)]);
                ReadCell { value: String::new(), fault: Some(fault) }
            }
        };
        few(&self.cells)?;
        Ok(self.cells.iter().map(told).collect())
    }
}

fn few(cells: &[GridCell]) -> Result<(), Failure> {
    if cells.len() > MOST { Err(Failure::new("grid.too-much").with("n", MOST)) } else { Ok(()) }
}

/// The case and the field of a cell, and its value; otherwise the key of the sentence that says what is wrong.
fn read<'a>(
    cell: &GridCell,
    facts: &'a HashMap<Id, GridFact>,
    today: NaiveDate,
) -> Result<(&'a GridFact, &'static str, Option<String>), String> {
    let own = |why: &str| format!("pack.grid.{why}");
    let fact = facts.get(&cell.case_id).ok_or_else(|| own("nobody"))?;
    let column = COLUMNS.iter().find(|Column(field, _)| field.id == cell.field);
    let Column(field, open) = column.ok_or_else(|| own("shut"))?;
    if !open {
        return Err(own("shut"));
    }
    if OF_STAY.contains(&field.id) && fact.stay.is_none() {
        return Err(own("no_stay"));
    }
    let value = match typed_day(&cell.text, field, today) {
        Some(day) => Some(day.to_string()),
        None => read_cell(&cell.text, field, today).map_err(|why| format!("pack.table.why.{why}"))?,
    };
    if value.is_none() && NEEDED.contains(&field.id) {
        return Err(own("needed"));
    }
    Ok((fact, field.id, value))
}

/// A date as it is typed everywhere else, 「5/1」 and 「きのう」 too, if it has come.
fn typed_day(text: &str, field: &Field, today: NaiveDate) -> Option<PartialDate> {
    let read = matches!(field.holds, Past).then(|| typed_date::read(text, today).ok()).flatten()?;
    (read.date.first_day() <= today).then_some(read.date)
}

/// Writes cells, all of them or none. A wish without a day is of today.
///
/// Errors: `grid.too-much`, `grid.faults` with their number.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct KeepGrid {
    cells: Vec<GridCell>,
}

impl Command for KeepGrid {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Cases];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        few(&self.cells)?;
        let facts = known(writer, around, Whose::These(&of_cells(&self.cells)))?;
        let read: Vec<_> = self.cells.iter().map(|cell| read(cell, &facts, around.today())).collect();
        let wrong = read.iter().filter(|cell| cell.is_err()).count();
        if wrong > 0 {
            return Err(Failure::new("grid.faults").with("n", wrong));
        }
        let mut puts: Vec<GridPut> =
            read.into_iter().flatten().map(|(of, field, value)| GridPut { of, field, value }).collect();
        puts.retain(|put| put.of.cells.get(put.field) != put.value.as_ref());
        for wish in puts.clone().iter().filter(|put| put.field == "wish" && put.value.is_some()) {
            if !puts.iter().any(|put| put.field == "wish_on" && put.of.case == wish.of.case) {
                let today = Some(PartialDate::day(around.today()).to_string());
                puts.push(GridPut { of: wish.of, field: "wish_on", value: today });
            }
        }
        Ok(writer.put_cells(&puts)?)
    }
}
