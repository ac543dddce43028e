//! Rows that did not come in, as a file to correct: the same columns and the reason behind them.

use super::{Layout, Row};

/// A CSV for spreadsheets: UTF-8 with its mark, line ends of Windows. `reason` says what is wrong with a row.
pub fn rest<'a>(
    layout: &Layout,
    rows: impl Iterator<Item = (&'a Row, String)>,
    reason_head: &str,
) -> Vec<u8> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(b"\xEF\xBB\xBF".to_vec());
    let head =
        layout.heads.iter().map(|head| harmless(&head.replace(' ', ""))).chain([reason_head.to_owned()]);
    // A writer into memory does not fail.
    let _ = writer.write_record(head);
    for (row, reason) in rows {
        let cells = row.cells.iter().map(|cell| harmless(cell)).chain([reason]);
        let _ = writer.write_record(cells);
    }
    writer.into_inner().unwrap_or_default()
}

/// A text that a spreadsheet would take for a formula stands behind an apostrophe.
fn harmless(text: &str) -> String {
    if is_formula(text) { format!("'{text}") } else { text.to_owned() }
}

/// The text behind the apostrophe of [`rest`].
pub(super) fn without_guard(text: &str) -> &str {
    text.strip_prefix('\'').filter(|guarded| is_formula(guarded)).unwrap_or(text)
}

/// Numbers with a sign and phone numbers are none.
fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '@']) || (text.starts_with(['+', '-']) && text.contains('('))
}
