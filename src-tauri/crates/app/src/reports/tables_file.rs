//! The published tables as a file for a spreadsheet, or one of them as a text to paste: exactly what is printed, the
//! mark of its reader and its notes, and nothing else.

use super::Prepared;
use crate::Failure;
use disclosure::ReleasedTable;
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

/// The published tables of a report as a file. Error: `report.failed`.
pub(super) fn written(prepared: &Prepared, form: TableFile) -> Result<Vec<u8>, Failure> {
    let pages: Vec<Page> = prepared.released.tables().iter().map(page).collect();
    match form {
        TableFile::Csv => Ok(as_csv(prepared, &pages)),
        TableFile::Xlsx => as_xlsx(prepared, &pages).map_err(|_| Failure::new("report.failed")),
    }
}

/// One published table as a text that a spreadsheet takes when it is pasted; none where it is not published.
pub(super) fn pasted(prepared: &Prepared, id: &str) -> Option<String> {
    let page = page(prepared.released.table(id)?);
    let cell = |cell: &Cell| cell.text.replace(['\t', '\r', '\n'], " ");
    let row = |row: &Vec<Cell>| row.iter().map(cell).collect::<Vec<_>>().join("\t");
    let head = [prepared.request.level.mark(), prepared.proof.title.clone(), page.name.clone()];
    let lines = head.into_iter().chain(page.rows.iter().map(row)).chain(page.notes.iter().cloned());
    Some(lines.map(|line| line + "\n").collect())
}

/// One cell of the file: what it says, and the number where it is one, with the decimals it is printed with.
#[derive(Clone, Debug, PartialEq)]
struct Cell {
    text: String,
    number: Option<(f64, usize)>,
}

impl Cell {
    fn words(text: &str) -> Self {
        Self { text: text.to_owned(), number: None }
    }
    /// A cell as printed; a spreadsheet reckons with the figure, so it has no separators.
    fn printed(text: &str) -> Self {
        let plain = text.replace(',', "");
        let decimals = plain.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        match plain.parse::<f64>() {
            Ok(number) => Self { text: plain, number: Some((number, decimals)) },
            Err(_) => Self::words(text),
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
    let sheet = sheet::of(table);
    let heads = sheet.heads.iter().map(|(head, _)| Cell::words(head)).collect();
    let words = 1 + table.labels().len();
    let row = |row: &Vec<String>| {
        let cells = row.iter().enumerate();
        cells.map(|(c, text)| if c < words { Cell::words(text) } else { Cell::printed(text) }).collect()
    };
    Page {
        id: table.id().to_owned(),
        name: sheet.caption,
        rows: std::iter::once(heads).chain(sheet.rows.iter().map(row)).collect(),
        notes: sheet.notes,
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
    let mut out = "\u{feff}".to_owned();
    for line in [prepared.request.level.mark(), prepared.proof.title.clone()] {
        out += &(field(&line) + "\r\n");
    }
    for page in pages {
        out += &format!("\r\n{}\r\n", field(&page.name));
        for row in &page.rows {
            let fields: Vec<String> = row.iter().map(|cell| field(&cell.text)).collect();
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
    let tenths = Format::new().set_num_format("#,##0.0");
    let counts = Format::new().set_num_format("#,##0");
    for page in pages {
        let sheet = book.add_worksheet();
        sheet.set_name(words::fill(&words::ja("report.paper.table"), &[("id", &page.id)]))?;
        sheet.write_with_format(0, 0, prepared.request.level.mark(), &strong)?;
        sheet.write(1, 0, &prepared.proof.title)?;
        sheet.write_with_format(2, 0, &page.name, &strong)?;
        for (r, row) in (4u32..).zip(&page.rows) {
            for (c, cell) in (0u16..).zip(row) {
                match cell.number {
                    None if r == 4 => sheet.write_with_format(r, c, &cell.text, &strong)?,
                    None => sheet.write(r, c, &cell.text)?,
                    Some((n, 0)) => sheet.write_with_format(r, c, n, &counts)?,
                    Some((n, _)) => sheet.write_with_format(r, c, n, &tenths)?,
                };
            }
        }
        for (r, note) in (u32::try_from(page.rows.len()).unwrap_or(0) + 5..).zip(&page.notes) {
            sheet.write(r, 0, note)?;
        }
        sheet.set_column_width(0, 28)?;
    }
    if pages.is_empty() {
        book.add_worksheet();
    }
    book.save_to_buffer()
}
