//! The published tables as a file for a spreadsheet: exactly the cells that are printed, and nothing else. What the
//! file says passes the same search as the pages.

use super::Prepared;
use super::make::finding;
use super::snapshot::secrets_of;
use crate::{Failure, House};
use disclosure::{ColumnType, ReleasedTable, Shown};
use report::attack::{ReadBack, search};
use report::documents::sheet;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

/// Form of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum TableFile {
    /// UTF-8 with a byte-order mark.
    Csv,
    /// One sheet per table.
    Xlsx,
}

impl TableFile {
    /// By the end of a file's name.
    pub fn of(name: &str) -> Option<Self> {
        let end = name.rsplit_once('.')?.1.to_ascii_lowercase();
        match end.as_str() {
            "csv" => Some(Self::Csv),
            "xlsx" => Some(Self::Xlsx),
            _ => None,
        }
    }
    /// End of a file's name.
    pub const fn end(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }
}

/// The published tables of a report as a file. Errors: `report.leak`, `report.failed`.
pub fn tables_as(house: &House, prepared: &Prepared, form: TableFile) -> Result<Vec<u8>, Failure> {
    let pages: Vec<Page> = prepared.released.tables().iter().map(page).collect();
    let text = |page: &Page| {
        let words =
            page.rows.iter().flatten().map(Cell::text).chain([page.name.clone()]).chain(page.notes.clone());
        words.collect::<Vec<_>>().join("\n")
    };
    let read_back = ReadBack { pages: pages.iter().map(text).collect(), ..ReadBack::default() };
    let secrets = house.read(|reader| secrets_of(reader, prepared.request.level))?;
    let found = search(&read_back, &secrets);
    if let Some(first) = found.first() {
        let place = finding(first.clone()).detail;
        return Err(Failure::new("report.leak")
            .with("n", found.len())
            .with("place", place.trim_end_matches('。')));
    }
    match form {
        TableFile::Csv => Ok(as_csv(prepared, &pages)),
        TableFile::Xlsx => as_xlsx(prepared, &pages).map_err(|_| Failure::new("report.failed")),
    }
}

/// One cell of the file.
#[derive(Clone, Debug, PartialEq)]
enum Cell {
    Words(String),
    Count(u64),
    Hours(u64),
}

impl Cell {
    fn text(&self) -> String {
        match self {
            Self::Words(words) => words.clone(),
            Self::Count(n) => n.to_string(),
            // A spreadsheet reckons with the figure, so it has no separators.
            Self::Hours(minutes) => sheet::hours(*minutes).replace(',', ""),
        }
    }
}

/// One table of the file.
struct Page {
    id: String,
    name: String,
    rows: Vec<Vec<Cell>>,
    notes: Vec<String>,
}

fn page(table: &ReleasedTable) -> Page {
    let words = |text: &str| Cell::Words(text.to_owned());
    let mut head = vec![words("")];
    head.extend(table.labels().iter().map(|label| words(&label.head)));
    head.extend(table.columns().iter().map(|caption| words(caption)));
    let mut rows = vec![head];
    for (r, (caption, cells)) in table.rows().iter().zip(table.cells()).enumerate() {
        let mut row = vec![words(caption)];
        row.extend(table.labels().iter().map(|label| words(label.texts.get(r).map_or("", String::as_str))));
        row.extend(cells.iter().zip(table.column_types()).map(|(shown, kind)| match (shown, kind) {
            (Shown::Number(n), ColumnType::Count) => Cell::Count(*n),
            (Shown::Number(n), ColumnType::Minutes) => Cell::Hours(*n),
            (Shown::Hidden, _) => Cell::Words(sheet::hidden_mark()),
            (Shown::NotApplicable, _) => Cell::Words(sheet::not_applicable_mark()),
        }));
        rows.push(row);
    }
    Page {
        id: table.id().to_owned(),
        name: sheet::name(table.id(), table.title()),
        rows,
        notes: table.notes().to_vec(),
    }
}

/// A field of a CSV file (RFC 4180).
fn field(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

fn as_csv(prepared: &Prepared, pages: &[Page]) -> Vec<u8> {
    let mark = prepared.request.level.mark();
    let mut out = format!("\u{feff}{}\r\n", field(&mark));
    for page in pages {
        out += &format!("\r\n{}\r\n", field(&page.name));
        for row in &page.rows {
            let fields: Vec<String> = row.iter().map(|cell| field(&cell.text())).collect();
            out += &(fields.join(",") + "\r\n");
        }
        for note in &page.notes {
            out += &(field(note) + "\r\n");
        }
    }
    out.into_bytes()
}

fn as_xlsx(prepared: &Prepared, pages: &[Page]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The day of the report, so that the same report gives the same bytes.
    let day = ExcelDateTime::parse_from_str(&prepared.on.to_string())?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&day));
    let strong = Format::new().set_bold();
    let hours = Format::new().set_num_format("#,##0.0");
    let counts = Format::new().set_num_format("#,##0");
    for page in pages {
        let sheet = book.add_worksheet();
        sheet.set_name(words::fill(&words::ja("report.paper.table"), &[("id", &page.id)]))?;
        sheet.write_with_format(0, 0, prepared.request.level.mark(), &strong)?;
        sheet.write_with_format(1, 0, &page.name, &strong)?;
        for (r, row) in (3u32..).zip(&page.rows) {
            for (c, cell) in (0u16..).zip(row) {
                match cell {
                    Cell::Words(text) if r == 3 => sheet.write_with_format(r, c, text, &strong)?,
                    Cell::Words(text) => sheet.write(r, c, text)?,
                    Cell::Count(n) => sheet.write_with_format(r, c, *n as f64, &counts)?,
                    // Half up to one decimal, as printed.
                    Cell::Hours(minutes) => {
                        sheet.write_with_format(r, c, ((minutes * 10 + 30) / 60) as f64 / 10.0, &hours)?
                    }
                };
            }
        }
        for (r, note) in (u32::try_from(page.rows.len()).unwrap_or(0) + 4..).zip(&page.notes) {
            sheet.write(r, 0, note)?;
        }
        sheet.set_column_width(0, 28)?;
    }
    if pages.is_empty() {
        book.add_worksheet();
    }
    book.save_to_buffer()
}
