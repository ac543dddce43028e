//! A caseload pasted from a spreadsheet: tab or comma separated lines with perhaps a head, recognised column
//! by column, checked cell by cell. Nothing is guessed silently: the preview shows what every column is taken for.

pub(crate) mod cell;
mod columns;
mod table;

use chrono::NaiveDate;
use domain::calendar::PartialDate;
use domain::vocabulary::Sex;

/// Most lines of one paste.
pub const ROW_LIMIT: usize = 1_000;
/// Most columns.
pub const COLUMN_LIMIT: usize = 40;
/// Longest text in bytes.
pub const BYTE_LIMIT: usize = 2 * 1024 * 1024;

/// What a column of the paste is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// 氏名. Several such columns are family name and given name.
    Name,
    /// かな.
    Kana,
    /// 病院.
    Hospital,
    /// 病棟.
    Ward,
    /// 生年月日.
    BirthDate,
    /// 入院日.
    AdmittedOn,
    /// 把握日.
    IdentifiedOn,
    /// 性別.
    Sex,
    /// Left out.
    Skip,
}

/// One cell of the preview.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// As pasted.
    pub text: String,
    /// As it would be kept; `None` where it is empty, left out or faulty.
    pub value: Option<String>,
    /// Key of the sentence inside `pack.paste` that says what is wrong.
    pub fault: Option<&'static str>,
}

/// One person of the paste.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// 姓; the whole name where no space divides it.
    pub family_name: String,
    /// 名.
    pub given_name: String,
    /// せい.
    pub family_kana: String,
    /// めい.
    pub given_kana: String,
    /// Name of the hospital.
    pub hospital: String,
    /// Ward.
    pub ward: String,
    /// 生年月日.
    pub birth_date: Option<PartialDate>,
    /// 入院日.
    pub admitted_on: Option<PartialDate>,
    /// 把握日.
    pub identified_on: Option<PartialDate>,
    /// 性別.
    pub sex: Option<Sex>,
}

/// What a paste says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// What every column is taken for.
    pub columns: Vec<Column>,
    /// Heads as pasted; empty where there were none.
    pub heads: Vec<String>,
    /// Cells, row by row.
    pub rows: Vec<Vec<Cell>>,
    /// The person of every row, or `None` where a cell is faulty.
    pub people: Vec<Option<Person>>,
}

/// A paste that cannot be shown at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasteError {
    /// Nothing but spaces.
    Empty,
    /// Too many lines, columns or characters.
    TooLong,
}

impl PasteError {
    /// Identity of the error.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Empty => "paste.empty",
            Self::TooLong => "paste.too-long",
        }
    }
}

/// Reads a paste. `columns` are those that the user chose; without them they are recognised by their heads,
/// and where there is no head, by what stands in them. `today` reads dates such as 5/1.
pub fn preview(text: &str, columns: Option<&[Column]>, today: NaiveDate) -> Result<Preview, PasteError> {
    let mut rows = table::table(text)?;
    let named: Vec<Option<Column>> = rows[0].iter().map(|cell| columns::by_head(cell)).collect();
    let heads = if named.iter().any(Option::is_some) { rows.remove(0) } else { Vec::new() };
    let width = rows.iter().map(Vec::len).chain([heads.len()]).max().unwrap_or(0);
    let found = if heads.is_empty() {
        columns::by_content(&rows, width, today)
    } else {
        columns::complete(&named, width)
    };
    let mut chosen = columns.map_or(found, <[Column]>::to_vec);
    chosen.resize(width, Column::Skip);
    let mut preview = Preview { columns: chosen, heads, ..Preview::default() };
    for mut row in rows {
        row.resize(width, String::new());
        let cells: Vec<Cell> =
            row.into_iter().zip(&preview.columns).map(|(text, c)| cell::cell(text, *c, today)).collect();
        let (cells, person) = cell::person(cells, &preview.columns);
        preview.rows.push(cells);
        preview.people.push(person);
    }
    Ok(preview)
}

#[cfg(test)]
mod tests;
