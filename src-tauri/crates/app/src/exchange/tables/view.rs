//! What a list would do, as a screen or a terminal shows it.

use super::check::{Checked, Written};
use super::import::{counted, look};
use super::mapping::Mapping;
use super::places::Meant;
use super::{Chosen, TableKind};
use crate::house::Study;
use crate::{Circumstances, Failure, House, Topic};
use ::exchange::table::{CellFault, Holds, Row, fields};
use domain::measure::Id;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use words::Language;

/// Rows that are shown from the beginning, and of those with a fault or a twin.
const SHOWN: usize = 30;
const SHOWN_FAULTY: usize = 200;

/// Shows what the waiting file would bring in. Nothing is written.
///
/// Errors: `table.none`, `table.no-sheet`, `table.no-head-row`, `table.no-column`, `table.no-field`,
/// `table.no-organisation`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TablePreview {
    kind: TableKind,
    mapping: Mapping,
    /// Changes with every chosen file, so that answers of an earlier one are not taken for this one's.
    #[expect(dead_code, reason = "only tells one file from the other in the cache of a screen")]
    file: u32,
}

impl Study for TablePreview {
    type Answer = TableView;
    const TOPICS: &'static [Topic] =
        &[Topic::Cases, Topic::Contacts, Topic::Activities, Topic::Organisations, Topic::Undo];
    fn study(self, around: &Circumstances, house: &House) -> Result<TableView, Failure> {
        look(house, around, self.kind, &self.mapping)
    }
}

/// One column of a list.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TableColumn {
    /// Head as it stands in the file.
    pub head: String,
    /// What the column is taken for; `None` is left out.
    pub field: Option<String>,
}

/// What a column can be.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TableField {
    /// Name of the field.
    pub id: String,
    /// In words.
    pub label: String,
}

/// One cell of a list.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TableCell {
    /// As it stands in the file.
    pub text: String,
    /// As it will be kept, in words, where that differs; dates in ISO form.
    pub value: Option<String>,
    /// What is wrong, in one sentence.
    pub fault: Option<String>,
}

/// One row of a list.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TableRow {
    /// Its number as the file counts.
    #[ts(type = "number")]
    pub row: usize,
    /// Its cells.
    pub cells: Vec<TableCell>,
    /// What is wrong with the row as a whole.
    pub faults: Vec<String>,
    /// Who or what is there already, in one sentence.
    pub duplicate: Option<String>,
    /// True when it comes in.
    pub comes_in: bool,
}

/// A hospital as the list writes it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TablePlace {
    /// As written.
    pub name: String,
    /// Rows that name it.
    #[ts(type = "number")]
    pub rows: usize,
    /// Name in the directory, where it is known.
    pub known: Option<String>,
    /// Those that it may be.
    pub alike: Vec<TableLikeness>,
    /// What was said about it: an id, a name or `new`.
    pub answer: Option<String>,
}

/// An organisation that a written name may mean.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TableLikeness {
    /// Identity.
    pub id: Id,
    /// Name.
    pub name: String,
}

/// One fault, for the terminal and for other programs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TableFault {
    /// Row as the file counts.
    #[ts(type = "number")]
    pub line: usize,
    /// Head of the column; empty for the row as a whole.
    pub column: String,
    /// Code by which other programs know the fault.
    pub code: String,
    /// One plain sentence.
    pub reason: String,
}

/// What a list would do.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TableView {
    /// The sheet that is read, from 0.
    #[ts(type = "number")]
    pub sheet: usize,
    /// Row of the head; 0 where there is none.
    #[ts(type = "number")]
    pub head_row: usize,
    /// Columns in their order.
    pub columns: Vec<TableColumn>,
    /// What a column can be.
    pub fields: Vec<TableField>,
    /// The first rows, and those with a fault or a twin.
    pub rows: Vec<TableRow>,
    /// Rows in all.
    #[ts(type = "number")]
    pub total: usize,
    /// Rows that come in.
    #[ts(type = "number")]
    pub good: usize,
    /// Rows with a fault.
    #[ts(type = "number")]
    pub faulty: usize,
    /// Rows left out because somebody or something like it is there.
    #[ts(type = "number")]
    pub duplicates: usize,
    /// Lines that are no rows: sums, notes, the head once more.
    #[ts(type = "number[]")]
    pub left_out: Vec<usize>,
    /// Columns without which nothing comes in, in words.
    pub missing: Vec<String>,
    /// Hospitals of the list.
    pub places: Vec<TablePlace>,
    /// Hospital of the rows that say none.
    pub hospital: Option<String>,
    /// Some row speaks of a stay and no hospital is known.
    pub needs_hospital: bool,
    /// Some date says no year.
    pub needs_year: bool,
    /// No row says since when the person is known.
    pub needs_identified_on: bool,
    /// The columns are those of last time.
    pub remembered: bool,
    /// The first thousand faults.
    pub faults: Vec<TableFault>,
}

/// Faults that are listed.
const FAULT_LIMIT: usize = 1_000;

pub(super) fn view(chosen: &Chosen, checked: &Checked, mapping: &Mapping, language: Language) -> TableView {
    let layout = checked.layout();
    let label = |id: &str| words::say(language, &format!("pack.table.field.{id}"));
    let counts = counted(checked, mapping);
    let faults = checked.rows.iter().flat_map(|row| row.faults.iter().map(move |fault| (row, fault)));
    TableView {
        sheet: checked.reading.sheet_at.min(chosen.book.sheets.len()),
        head_row: layout.head_row.unwrap_or(0),
        columns: (layout.heads.iter().zip(&layout.columns))
            .map(|(head, field)| TableColumn { head: head.clone(), field: field.map(|f| f.id.to_owned()) })
            .collect(),
        fields: fields(checked.kind)
            .iter()
            .map(|f| TableField { id: f.id.to_owned(), label: label(f.id) })
            .collect(),
        rows: shown(checked).into_iter().map(|at| row(checked, mapping, at, language)).collect(),
        total: checked.rows.len(),
        good: counts.imported,
        faulty: counts.faulty,
        duplicates: counts.duplicates,
        left_out: checked.left_out.clone(),
        missing: layout.missing(checked.kind).into_iter().map(label).collect(),
        places: checked.written.iter().map(place).collect(),
        hospital: checked.hospital.clone(),
        needs_hospital: checked.needs_hospital,
        needs_year: checked.rows.iter().flat_map(|row| &row.faults).any(|fault| fault.why == "no_year"),
        needs_identified_on: checked.rows.iter().any(|row| !row.values.contains_key("identified_on"))
            && checked.kind == ::exchange::table::ListKind::Cases,
        remembered: checked.reading.remembered,
        faults: faults
            .take(FAULT_LIMIT)
            .map(|(row, fault)| TableFault {
                line: row.at,
                column: head_of(checked, fault),
                code: fault.code.to_owned(),
                reason: fault_sentence(checked, fault, language),
            })
            .collect(),
    }
}

/// Places of the rows that are shown.
fn shown(checked: &Checked) -> Vec<usize> {
    let mut left = SHOWN_FAULTY;
    (0..checked.rows.len())
        .filter(|at| {
            let remarkable = !checked.rows[*at].faults.is_empty() || checked.twins.contains_key(at);
            let take = *at < SHOWN || (remarkable && left > 0);
            left -= usize::from(remarkable && take);
            take
        })
        .collect()
}

fn row(checked: &Checked, mapping: &Mapping, at: usize, language: Language) -> TableRow {
    let row = &checked.rows[at];
    let cells = row.cells.iter().enumerate().map(|(column, text)| {
        let fault = row.faults.iter().find(|fault| fault.column == Some(column));
        TableCell {
            text: text.clone(),
            value: if fault.is_none() { kept(checked, row, at, column, language) } else { None },
            fault: fault.map(|fault| fault_sentence(checked, fault, language)),
        }
    });
    let twin = checked.twins.get(&at).map(|twin| match twin.strip_prefix('#') {
        Some(first) => words::fill(&words::say(language, "pack.table.twin.earlier"), &[("row", first)]),
        None => {
            let key = format!("pack.table.twin.{}", checked.kind.name());
            words::fill(&words::say(language, &key), &[("name", twin)])
        }
    });
    TableRow {
        row: row.at,
        cells: cells.collect(),
        faults: row
            .faults
            .iter()
            .filter(|f| f.column.is_none())
            .map(|f| fault_sentence(checked, f, language))
            .collect(),
        duplicate: twin,
        comes_in: checked.comes_in(at, mapping),
    }
}

/// What a cell will be kept as, where that is not what stands in it.
fn kept(checked: &Checked, row: &Row, at: usize, column: usize, language: Language) -> Option<String> {
    let field = (*checked.layout().columns.get(column)?)?;
    let text = row.cells.get(column)?;
    let value = match field.holds {
        Holds::Name => match checked.cases.get(&at) {
            Some((_, name)) => name.clone(),
            None => with_furigana(checked, row, language),
        },
        Holds::Kana if field.id == "kana" => {
            store::cases::full_name(row.value("family_kana"), row.value("given_kana"))
        }
        Holds::Span => format!("{}–{}", row.value("start"), row.value("end")),
        Holds::Code(list) | Holds::Codes(list) => {
            let codes = row.value(field.id).split(';').filter(|code| !code.is_empty());
            let labels = codes.map(|code| match (language, list.entries.iter().find(|e| e.code == code)) {
                (Language::En, Some(entry)) => entry.en,
                (Language::Ja, Some(entry)) => entry.ja,
                (_, None) => code,
            });
            labels.collect::<Vec<_>>().join("・")
        }
        Holds::Text => return None,
        _ => row.value(field.id).to_owned(),
    };
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!value.is_empty() && value != squeezed(text)).then_some(value)
}

/// The name of a row, with the reading that the workbook kept inside of it where the list has no column for one.
fn with_furigana(checked: &Checked, row: &Row, language: Language) -> String {
    let name = super::people::row_name(row);
    let kana = store::cases::full_name(row.value("family_kana"), row.value("given_kana"));
    if kana.is_empty() || !checked.layout().readings().is_empty() {
        return name;
    }
    words::fill(&words::say(language, "pack.table.furigana"), &[("name", &name), ("kana", &kana)])
}

fn place(written: &Written) -> TablePlace {
    let (known, alike) = match &written.meant {
        Meant::Known(_, name) => (Some(name.clone()), Vec::new()),
        Meant::New => (None, Vec::new()),
        Meant::Alike(found) => (
            None,
            found.iter().map(|(id, name)| TableLikeness { id: id.clone(), name: name.clone() }).collect(),
        ),
    };
    TablePlace {
        name: written.name.clone(),
        rows: written.rows,
        known,
        alike,
        answer: written.answer.clone(),
    }
}

fn head_of(checked: &Checked, fault: &CellFault) -> String {
    let head = fault.column.and_then(|column| checked.layout().heads.get(column));
    head.cloned().unwrap_or_default()
}

/// What is wrong, in one sentence.
pub(super) fn fault_sentence(checked: &Checked, fault: &CellFault, language: Language) -> String {
    let sentence = words::say(language, &format!("pack.table.why.{}", fault.why));
    words::fill(&sentence, &[("value", &fault.value), ("column", &head_of(checked, fault))])
}
