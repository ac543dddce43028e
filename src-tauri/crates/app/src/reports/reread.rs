//! A file that is to be checked, read back as a stranger would: pages as the attack reads them; a file of tables —
//! CSV, a text from the clipboard, a workbook — by the reader of foreign lists, a workbook's package part by part.

use super::workbook::taken_apart;
use crate::Failure;
use exchange::table::{Book, Format, Line, package};
use report::attack::{Kind, ReadBack, ReadTable, caption, read};

/// How far into a file the beginning of a PDF may stand.
const FRONT: usize = 1024;
/// Lines above the first table of a sheet: the mark of the reader and the title of the report.
const ABOVE: usize = 2;

/// Reads a finished file. Error: `report.unreadable`.
pub(super) fn reread(bytes: &[u8]) -> Result<ReadBack, Failure> {
    let unreadable = || Failure::new("report.unreadable");
    let front = &bytes[..bytes.len().min(FRONT)];
    if front.windows(5).any(|word| word == b"%PDF-") {
        return read(bytes).map_err(|_| unreadable());
    }
    let book = exchange::table::open(bytes).map_err(|_| unreadable())?;
    let (tables, loose) = tables(&book);
    let mut found = ReadBack { tables, pages: pages(&book), ..ReadBack::default() };
    if loose {
        found.odd.insert((Kind::Foreign, None, "loose"));
    }
    if let Format::Workbook(_) = book.format {
        taken_apart(&package(bytes).map_err(|_| unreadable())?, &mut found);
    } else if found.tables.is_empty() {
        return Err(unreadable());
    }
    Ok(found)
}

fn texts(line: &Line) -> Vec<String> {
    line.cells.iter().map(|cell| cell.text.clone()).collect()
}

/// Each sheet as a page.
fn pages(book: &Book) -> Vec<String> {
    let line = |line: &Line| texts(line).join("\n");
    let page = |lines: &[Line]| lines.iter().map(line).collect::<Vec<_>>().join("\n");
    book.sheets.iter().map(|sheet| page(&sheet.lines)).collect()
}

/// Tables: a line with a number of a table, a line of heads, rows as long as lines have more than one cell, and the
/// lines under them. True beside them when something stands in no table.
fn tables(book: &Book) -> (Vec<ReadTable>, bool) {
    let mut found: Vec<ReadTable> = Vec::new();
    let mut loose = false;
    for (page, sheet) in book.sheets.iter().enumerate() {
        let before = found.len();
        let mut open = false;
        for (at, line) in sheet.lines.iter().enumerate() {
            let mut cells = texts(line);
            let table = found[before..].last_mut();
            if let [only] = &mut cells[..] {
                open = false;
                if let Some((id, title)) = caption(only) {
                    found.push(ReadTable { id, title, ..ReadTable::default() });
                    open = true;
                } else if let Some(table) = table {
                    table.notes.push(std::mem::take(only));
                } else {
                    loose |= at >= ABOVE || only.parse::<f64>().is_ok();
                }
            } else if let Some(table) = table.filter(|_| open) {
                if table.heads.is_empty() {
                    table.heads = cells;
                } else {
                    table.rows.push(cells);
                    table.pages.push(page + 1);
                }
            } else {
                loose = true;
            }
        }
    }
    (found, loose)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_tables_is_read_as_its_tables() {
        let text = "自治体提出用\n\n表9　段階別人数（人）\n\t年度当初\t年度末\n1 把握\t1\tｘ\n計\t11\t16\n伏せた数がある。\n";
        let read = reread(text.as_bytes()).expect("it can be read");
        let [table] = &read.tables[..] else { panic!("{:?}", read.tables) };
        assert_eq!((table.id.as_str(), table.heads.len(), table.rows.len()), ("9", 3, 2));
        assert_eq!(table.rows[0], ["1 把握", "1", "ｘ"]);
        assert!(reread("献立".as_bytes()).is_err(), "no table of a report");
    }
}
