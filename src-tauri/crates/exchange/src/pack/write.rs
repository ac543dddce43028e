//! Writing a pack: always in one order, so that the same records give the same bytes.

use super::{Cells, Tables, schema};
use domain::open_format::File;
use std::collections::BTreeMap;

/// The files of an export: UTF-8 with BOM, CRLF, the columns of the pack first, further columns and files only
/// where they say something, rows by key, otherwise by date and then by all columns; and `schema.json`.
pub fn write(tables: &Tables) -> BTreeMap<String, Vec<u8>> {
    let mut folder = BTreeMap::new();
    for (file, rows) in tables {
        if !(file.further && rows.is_empty()) {
            folder.insert(file.name.to_owned(), sheet(file, rows));
        }
    }
    folder.insert("schema.json".to_owned(), schema::schema());
    folder
}

fn sheet(file: &File, rows: &[Cells]) -> Vec<u8> {
    let mut rows: Vec<Cells> = rows.to_vec();
    sort(file, &mut rows);
    if file.name == "stages.csv" {
        leave_out_natural_order(file, &mut rows);
        sort(file, &mut rows);
    }
    let said = |at: usize| file.columns[at].required || rows.iter().any(|r| r[at].is_some());
    let shown: Vec<usize> = (0..file.columns.len()).filter(|at| said(*at)).collect();
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(b"\xEF\xBB\xBF".to_vec());
    let head = shown.iter().map(|at| file.columns[*at].name);
    let written = writer.write_record(head).and_then(|()| {
        rows.iter().try_for_each(|row| {
            writer.write_record(shown.iter().map(|at| row[*at].as_deref().unwrap_or_default()))
        })
    });
    // Writing into memory cannot fail, and every record is as wide as the head.
    debug_assert!(written.is_ok());
    writer.into_inner().unwrap_or_default()
}

fn sort(file: &File, rows: &mut [Cells]) {
    let lead = file.key().or_else(|| file.date());
    let at = lead.and_then(|lead| file.columns.iter().position(|c| c.name == lead.name));
    rows.sort_by(|a, b| {
        at.map(|at| a[at].cmp(&b[at])).unwrap_or(std::cmp::Ordering::Equal).then_with(|| a.cmp(b))
    });
}

/// Of two stages of a case on one day the later row wins. Their number is written only where the order of the
/// rows does not already say it.
fn leave_out_natural_order(file: &File, rows: &mut [Cells]) {
    let place = |name: &str| file.columns.iter().position(|c| c.name == name);
    let (Some(case), Some(from), Some(seq)) = (place("case_id"), place("from"), place("seq")) else { return };
    let number = |row: &Cells| row[seq].as_deref().and_then(|n| n.parse::<u32>().ok());
    let mut days: BTreeMap<(Option<String>, Option<String>), Vec<usize>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        days.entry((row[case].clone(), row[from].clone())).or_default().push(at);
    }
    for places in days.values() {
        let numbers: Vec<Option<u32>> = places.iter().map(|at| number(&rows[*at])).collect();
        if numbers.is_sorted() {
            for at in places {
                rows[*at][seq] = None;
            }
        }
    }
}
