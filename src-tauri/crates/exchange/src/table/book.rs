//! Workbooks (.xlsx, .xlsm): values as they were computed last, cells of a merged field filled, hidden sheets named.
//!
//! Cells are read one after the other and never laid out over the size that a sheet claims to have.

use super::{
    Book, CELL_LIMIT, COLUMN_LIMIT, Cell, Format, Line, Measure, Origin, Sheet, TableError, UNPACKED_LIMIT,
    bounded, furigana, serial,
};
use calamine::{DataRef, Dimensions, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use std::collections::BTreeMap;
use std::io::Cursor;

/// Most sheets.
const SHEET_LIMIT: usize = 200;

/// True for a compound file that holds an encrypted workbook.
pub(super) fn is_encrypted(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|window| window == name)
}

/// Reads a workbook.
pub(super) fn open(bytes: &[u8]) -> Result<Book, TableError> {
    bounded::check(bytes, UNPACKED_LIMIT)?;
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(why)?;
    let from_1904 = workbook.has_1904_epoch();
    let listed: Vec<(String, bool)> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible))
        .collect();
    if listed.len() > SHEET_LIMIT {
        return Err(TableError::TooLarge);
    }
    let readings = furigana::readings(bytes);
    let mut measure = Measure::default();
    let mut sheets = Vec::new();
    for (name, hidden) in listed {
        let mut rows = cells(&mut workbook, &name, &mut measure)?;
        if !readings.is_empty() {
            for cell in rows.values_mut().flatten() {
                cell.reading = readings.get(&cell.text).cloned();
            }
        }
        fill_merged(&mut rows, &workbook.merge_cells_by_sheet_name(&name).unwrap_or_default(), &mut measure)?;
        let lines = rows.into_iter().filter_map(|(row, cells)| line(row, cells)).collect();
        sheets.push(Sheet { name, hidden, lines });
    }
    if sheets.iter().all(|s| s.lines.is_empty()) {
        return Err(TableError::Empty);
    }
    Ok(Book { format: Format::Workbook(from_1904), sheets })
}

fn why(error: XlsxError) -> TableError {
    match error {
        XlsxError::Password => TableError::Protected,
        _ => TableError::Damaged,
    }
}

type Rows = BTreeMap<u32, Vec<Cell>>;

/// Cells of a sheet that say something, row by row.
fn cells(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str, measure: &mut Measure) -> Result<Rows, TableError> {
    let mut rows = Rows::new();
    let from_1904 = workbook.has_1904_epoch();
    let mut reader = match workbook.worksheet_cells_reader(name) {
        Ok(reader) => reader,
        Err(XlsxError::NotAWorksheet(_) | XlsxError::WorksheetNotFound(_)) => return Ok(rows),
        Err(error) => return Err(why(error)),
    };
    while let Some(found) = reader.next_cell().map_err(why)? {
        let Some(cell) = value(found.get_value(), from_1904) else { continue };
        let (row, column) = found.get_position();
        let column = column as usize;
        if column >= COLUMN_LIMIT {
            return Err(TableError::TooLarge);
        }
        let known = rows.len();
        let cells = rows.entry(row).or_default();
        let before = cells.len();
        if cells.len() <= column {
            cells.resize(column + 1, Cell::default());
        }
        measure.take(known, cells.len() - before, cell.text.len())?;
        cells[column] = cell;
    }
    Ok(rows)
}

/// What a cell says; `None` for an empty one.
fn value(value: &DataRef, from_1904: bool) -> Option<Cell> {
    let (text, origin) = match value {
        DataRef::Empty => return None,
        DataRef::String(text) => (text.replace("\r\n", "\n"), Origin::Text),
        DataRef::SharedString(text) => (text.replace("\r\n", "\n"), Origin::Text),
        DataRef::Int(number) => (number.to_string(), Origin::Number),
        DataRef::Float(number) => (plain(*number), Origin::Number),
        DataRef::Bool(flag) => (if *flag { "1" } else { "0" }.to_owned(), Origin::Text),
        DataRef::DateTime(moment) if moment.is_duration() => {
            (serial::length(moment.as_f64())?, Origin::Moment)
        }
        DataRef::DateTime(moment) => match serial::written(moment.as_f64(), from_1904) {
            Some(text) => (text, Origin::Moment),
            None => (plain(moment.as_f64()), Origin::Number),
        },
        DataRef::DateTimeIso(text) => (text.replace('T', " "), Origin::Moment),
        DataRef::DurationIso(text) => (text.clone(), Origin::Text),
        DataRef::Error(error) => (error.to_string(), Origin::Broken),
    };
    let text = text.trim();
    (!text.is_empty()).then(|| Cell { text: text.to_owned(), origin, reading: None })
}

/// A number as a person would type it: whole numbers without a point, and no rests of binary arithmetic.
fn plain(number: f64) -> String {
    let rounded = (number * 1e9).round() / 1e9;
    if rounded.is_finite() { rounded.to_string() } else { number.to_string() }
}

/// Every cell of a merged field says what its first cell says, in rows that are there.
fn fill_merged(rows: &mut Rows, merged: &[Dimensions], measure: &mut Measure) -> Result<(), TableError> {
    let mut steps = 0;
    for field in merged {
        let ((top, left), (bottom, right)) = (field.start, field.end);
        let (left, right) = (left as usize, (right as usize).min(COLUMN_LIMIT - 1));
        let Some(cell) = rows.get(&top).and_then(|cells| cells.get(left)).cloned() else { continue };
        if cell.text.is_empty() || top > bottom {
            continue;
        }
        let known = rows.len();
        for (_, cells) in rows.range_mut(top..=bottom) {
            steps += 1 + right.saturating_sub(left);
            if steps > CELL_LIMIT {
                return Err(TableError::TooLarge);
            }
            let before = cells.len();
            if cells.len() <= right {
                cells.resize(right + 1, Cell::default());
            }
            for one in cells.iter_mut().take(right + 1).skip(left).filter(|c| c.text.is_empty()) {
                measure.take(known, 0, cell.text.len())?;
                *one = cell.clone();
            }
            measure.take(known, cells.len() - before, 0)?;
        }
    }
    Ok(())
}

fn line(row: u32, mut cells: Vec<Cell>) -> Option<Line> {
    while cells.last().is_some_and(|c| c.text.is_empty()) {
        cells.pop();
    }
    (!cells.is_empty()).then(|| Line { at: row as usize + 1, cells })
}
