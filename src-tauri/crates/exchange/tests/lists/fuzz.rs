//! Bytes that nobody wrote: reading ends, never panics, and holds no more than was agreed.

use crate::summary::{of_sheet, today};
use exchange::table::{Layout, ListKind, Options, open, read, rest};
use proptest::prelude::*;
use rust_xlsxwriter::Workbook;
use std::sync::OnceLock;

/// A small workbook with everything that a reader meets: texts, numbers, dates, a formula, a merged field.
fn workbook() -> &'static [u8] {
    static BYTES: OnceLock<Vec<u8>> = OnceLock::new();
    BYTES.get_or_init(|| crate::books::small().save_to_buffer().expect("a workbook"))
}

fn edited(bytes: &[u8], edits: &[(prop::sample::Index, u8, u8)]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for (at, byte, how) in edits {
        if bytes.is_empty() {
            break;
        }
        let at = at.index(bytes.len());
        match how {
            0 => bytes[at] = *byte,
            1 => drop(bytes.remove(at)),
            2 => bytes.insert(at, *byte),
            _ => bytes.truncate(at.max(1)),
        }
    }
    bytes
}

/// Reads to the end whatever can be opened.
fn read_through(bytes: &[u8]) {
    if let Ok(book) = open(bytes) {
        for at in 0..book.sheets.len() {
            for kind in ListKind::ALL {
                of_sheet(*kind, &book, at, Some(2025));
            }
        }
    }
}

/// Parts of a workbook, changed and packed again, so that changes reach the reader behind the checksums.
fn repacked(change: impl Fn(&str, Vec<u8>) -> Vec<u8>) -> Vec<u8> {
    use std::io::{Cursor, Read, Write};
    let mut from = zip::ZipArchive::new(Cursor::new(workbook())).expect("a workbook");
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..from.len() {
        let mut file = from.by_index(at).expect("a part");
        let name = file.name().expect("a name").into_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("a part");
        to.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).expect("a part");
        to.write_all(&change(&name, bytes)).expect("a part");
    }
    to.finish().expect("a workbook").into_inner()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        read_through(&bytes);
    }

    #[test]
    fn any_text_is_read_or_refused(text in "[氏名生年月日,;\t\"\r\n〃南和夫S40./5-６時半～:]{0,200}") {
        read_through(text.as_bytes());
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        read_through(&utf16);
    }

    #[test]
    fn a_damaged_workbook_is_read_or_refused(edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..4u8), 1..6)) {
        read_through(&edited(workbook(), &edits));
    }

    #[test]
    fn a_workbook_with_damaged_parts_is_read_or_refused(
        part in prop::sample::select(vec!["sheet1.xml", "workbook.xml", "sharedStrings.xml", "styles.xml", "workbook.xml.rels"]),
        edits in prop::collection::vec((any::<prop::sample::Index>(), prop::sample::select(b"<>/\"'& 019AZ=:tr".to_vec()), 0..4u8), 1..5),
    ) {
        read_through(&repacked(|name, bytes| if name.ends_with(part) { edited(&bytes, &edits) } else { bytes }));
    }

    #[test]
    fn what_could_not_come_in_is_read_again_as_it_was(
        rows in prop::collection::vec(("[南森=+@\"',\n山 ]{1,6}", "[S40./5-x\n=]{0,8}"), 1..8)
    ) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["氏名", "生年月日"]).unwrap();
        for (name, birth) in &rows {
            writer.write_record([name, birth]).unwrap();
        }
        let bytes = writer.into_inner().unwrap();
        let again = |bytes: &[u8]| {
            let book = open(bytes).unwrap();
            let layout = Layout::find(ListKind::Cases, &book.sheets[0]);
            let options = Options { today: today(), fiscal_year: None, from_1904: false, surname: &|_| false };
            let read = read(ListKind::Cases, &book.sheets[0], &layout, &options);
            let written = rest(&layout, read.rows.iter().map(|row| (row, "直すところ".to_owned())), "理由");
            (read.rows.into_iter().map(|row| (row.values, row.faults)).collect::<Vec<_>>(), written)
        };
        let (first, written) = again(&bytes);
        let (second, _) = again(&written);
        prop_assert_eq!(first, second);
    }
}

#[test]
fn a_sheet_that_claims_to_be_endless_costs_nothing() {
    let far = repacked(|name, bytes| {
        if !name.ends_with("sheet1.xml") {
            return bytes;
        }
        b"<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>\
          <row r=\"1048576\"><c r=\"B1048576\"><v>2</v></c></row></sheetData>\
          <mergeCells count=\"1\"><mergeCell ref=\"A1:XFD1048576\"/></mergeCells></worksheet>"
            .to_vec()
    });
    let book = open(&far).expect("two cells");
    assert_eq!(book.sheets[0].lines.iter().map(|l| l.at).collect::<Vec<_>>(), [1, 1_048_576]);
}

#[test]
fn many_rows_are_read_in_good_time_and_too_many_are_refused() {
    let row = "南 和夫,S40.5.6,しおさい病院,H30.2.1\n";
    let list = format!("氏名,生年月日,病院,入院日\n{}", row.repeat(20_000));
    let book = open(list.as_bytes()).unwrap();
    assert_eq!(book.sheets[0].lines.len(), 20_001);
    let short = "a,b\n".repeat(200_001);
    assert_eq!(open(short.as_bytes()), Err(exchange::table::TableError::TooLarge));
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write(0, 300, "x").unwrap();
    assert_eq!(open(&workbook.save_to_buffer().unwrap()), Err(exchange::table::TableError::TooLarge));
}
