//! What a person says about a list: sheet, head, columns, hospitals.

use super::TableKind;
use crate::Failure;
use ::exchange::table::{Book, Field, Layout, ListKind, Sheet, by_id};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use store::{Reader, StoreError};
use ts_rs::TS;

/// What a person says about a list. Everything that is not said is found by rule.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct Mapping {
    /// Name of the sheet.
    pub sheet: Option<String>,
    /// Row of the head as the sheet counts; 0 for a list without one.
    #[ts(type = "number | null")]
    pub head_row: Option<usize>,
    /// Columns by their head or by their place (`#3`), and the field of each; no field leaves a column out.
    #[ts(type = "Record<string, string | null>")]
    pub columns: BTreeMap<String, Option<String>>,
    /// Hospitals as the list writes them, and for each the id or the name of the directory, or `new`.
    #[ts(type = "Record<string, string>")]
    pub organisations: BTreeMap<String, String>,
    /// Hospital of the rows that say none.
    pub hospital: Option<String>,
    /// 把握日 of the rows that say none; today where it is not given.
    #[ts(type = "string | null")]
    pub identified_on: Option<NaiveDate>,
    /// Fiscal year of dates that say none.
    pub fiscal_year: Option<i32>,
    /// Rows that come in although somebody or something like it is there.
    #[ts(type = "number[]")]
    pub take: Vec<usize>,
}

/// Lines in which a head is looked for that no rule knows.
const LOOKED_AT: usize = 20;

/// How a list is read: its sheet, its head, and whether the columns were remembered.
pub(super) struct Reading<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) sheet_at: usize,
    pub(super) layout: Layout,
    pub(super) remembered: bool,
}

impl Mapping {
    /// The sheet and the columns that are meant.
    ///
    /// Errors: `table.no-sheet`, `table.no-head-row`, `table.no-column`, `table.no-field`.
    pub(super) fn reading<'a>(
        &self,
        TableKind(kind): TableKind,
        book: &'a Book,
        reader: &Reader,
    ) -> Result<Reading<'a>, Failure> {
        let (sheet_at, sheet) = self.sheet(book)?;
        let mut layout = match self.head_row {
            None => self.found(kind, sheet, reader)?,
            Some(row) => Layout::at(kind, sheet, row),
        };
        if self.head_row.is_some_and(|row| row > 0) && layout.head_row.is_none() {
            return Err(Failure::new("table.no-head-row").at("head_row"));
        }
        let remembered = self.columns.is_empty() && recall(kind, &mut layout, reader)?;
        for (name, field) in &self.columns {
            let columns = named(&layout, name);
            let field = match field {
                None => None,
                Some(id) => Some(
                    by_id(kind, id)
                        .ok_or_else(|| Failure::new("table.no-field").with("name", id).at("columns"))?,
                ),
            };
            let column =
                columns.ok_or_else(|| Failure::new("table.no-column").with("name", name).at("columns"))?;
            layout.set(column, field);
        }
        Ok(Reading { sheet, sheet_at, layout, remembered })
    }

    /// The head by rule; where the rule knows none, a line that has the heads that were named, or one whose columns are
    /// remembered.
    fn found(&self, kind: ListKind, sheet: &Sheet, reader: &Reader) -> Result<Layout, Failure> {
        let layout = Layout::find(kind, sheet);
        if layout.head_row.is_some() {
            return Ok(layout);
        }
        let heads: Vec<&String> = self.columns.keys().filter(|name| !name.starts_with('#')).collect();
        for line in sheet.lines.iter().take(LOOKED_AT) {
            let tried = Layout::at(kind, sheet, line.at);
            let named = !heads.is_empty() && heads.iter().all(|head| named(&tried, head).is_some());
            let kept = match signature(kind, &tried) {
                Some(signature) if self.columns.is_empty() => reader.import_columns(&signature)?.is_some(),
                _ => false,
            };
            if named || kept {
                return Ok(tried);
            }
        }
        Ok(layout)
    }

    fn sheet<'a>(&self, book: &'a Book) -> Result<(usize, &'a Sheet), Failure> {
        let at = match &self.sheet {
            None => Some(book.first_sheet()),
            Some(name) => book.sheets.iter().position(|s| s.name == *name),
        };
        let found = at.and_then(|at| book.sheets.get(at).map(|sheet| (at, sheet)));
        found.ok_or_else(|| {
            let name = self.sheet.as_deref().unwrap_or_default();
            Failure::new("table.no-sheet").with("name", name).at("sheet")
        })
    }
}

/// Place of a column that is named by its head or as `#3`.
fn named(layout: &Layout, name: &str) -> Option<usize> {
    let by_place =
        name.strip_prefix('#').and_then(|n| n.parse::<usize>().ok()).and_then(|n| n.checked_sub(1));
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    by_place
        .filter(|at| *at < layout.columns.len())
        .or_else(|| layout.heads.iter().position(|head| head == name))
        .or_else(|| layout.heads.iter().position(|head| squeezed(head) == squeezed(name)))
}

/// Under which the columns of a head are remembered: nothing of the head itself is kept.
pub(super) fn signature(kind: ListKind, layout: &Layout) -> Option<String> {
    layout.head_row?;
    let mut hash = Sha256::new();
    for part in std::iter::once(kind.name()).chain(layout.heads.iter().map(String::as_str)) {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    Some(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// The columns of a layout as they are remembered.
pub(super) fn written(layout: &Layout) -> String {
    let ids: Vec<&str> = layout.columns.iter().map(|field| field.map_or("", |f| f.id)).collect();
    ids.join(",")
}

/// Takes over what the columns of this head were taken for last time; true where that is another reading than the
/// rule's.
fn recall(kind: ListKind, layout: &mut Layout, reader: &Reader) -> Result<bool, StoreError> {
    let Some(signature) = signature(kind, layout) else { return Ok(false) };
    let Some(kept) = reader.import_columns(&signature)? else { return Ok(false) };
    let columns: Vec<Option<&'static Field>> = kept.split(',').map(|id| by_id(kind, id)).collect();
    if columns.len() != layout.columns.len() || kept == written(layout) {
        return Ok(false);
    }
    layout.columns = columns;
    Ok(true)
}
