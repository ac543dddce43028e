//! What was read from a file, in a form that can be compared at a glance.

use chrono::NaiveDate;
use exchange::table::{Book, Encoding, Format, Layout, ListKind, Options, open, read};

/// The day on which all files are read.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 2).expect("a day")
}

/// Reads a list as it would be shown without anybody saying anything about it.
///
/// One line for the file, one for every row: `4 family_name=南 sex=male`, with `! column why` for its faults.
pub fn read_all(kind: ListKind, bytes: &[u8]) -> String {
    match open(bytes) {
        Ok(book) => of_sheet(kind, &book, book.first_sheet(), None),
        Err(error) => error.id().to_owned(),
    }
}

/// The same for one sheet, with the fiscal year of dates without one.
pub fn of_sheet(kind: ListKind, book: &Book, sheet: usize, fiscal_year: Option<i32>) -> String {
    let sheet = &book.sheets[sheet];
    let layout = Layout::find(kind, sheet);
    let options = Options {
        today: today(),
        fiscal_year,
        from_1904: book.format == Format::Workbook(true),
        surname: &|_| false,
    };
    let read = read(kind, sheet, &layout, &options);
    let format = match book.format {
        Format::Text(Encoding::Utf8, separator) => format!("utf8{}", name(separator)),
        Format::Text(Encoding::Cp932, separator) => format!("cp932{}", name(separator)),
        Format::Text(Encoding::Utf16Le, separator) => format!("utf16le{}", name(separator)),
        Format::Text(Encoding::Utf16Be, separator) => format!("utf16be{}", name(separator)),
        Format::Workbook(from_1904) => if from_1904 { "book1904" } else { "book" }.to_owned(),
    };
    let mut out = format!("{format} head {}", layout.head_row.unwrap_or(0));
    for missing in layout.missing(kind) {
        out.push_str(&format!(" no {missing}"));
    }
    if !read.left_out.is_empty() {
        out.push_str(&format!(" left out {:?}", read.left_out));
    }
    for row in &read.rows {
        out.push_str(&format!("\n{}", row.at));
        for (name, value) in &row.values {
            out.push_str(&format!(" {name}={}", value.replace('\n', "⏎")));
        }
        for fault in &row.faults {
            let column = fault.column.map_or(String::new(), |at| layout.heads[at].replace([' ', '\n'], ""));
            out.push_str(&format!(" ! {column} {}", fault.why));
        }
    }
    out
}

const fn name(separator: char) -> &'static str {
    match separator {
        '\t' => " tab",
        ';' => " semicolon",
        _ => "",
    }
}
