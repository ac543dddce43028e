//! Lines and cells as a spreadsheet puts them on the clipboard.

use super::{BYTE_LIMIT, COLUMN_LIMIT, PasteError, ROW_LIMIT};

/// The cells of a paste without blank lines. Cells may be quoted, with line breaks inside, as spreadsheets do;
/// a quote that is never closed is an ordinary character.
pub(super) fn table(text: &str) -> Result<Vec<Vec<String>>, PasteError> {
    if text.len() > BYTE_LIMIT {
        return Err(PasteError::TooLong);
    }
    let text = text.trim_start_matches('\u{FEFF}');
    let first = text.lines().find(|l| !l.trim().is_empty()).ok_or(PasteError::Empty)?;
    let separator = if first.contains('\t') || !first.contains(',') { '\t' } else { ',' };
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut row = Vec::new();
    let mut rest = text;
    loop {
        let (cell, ended, after) = next_cell(rest, separator);
        row.push(clean(&cell));
        if row.len() > COLUMN_LIMIT {
            return Err(PasteError::TooLong);
        }
        rest = after;
        if ended || rest.is_empty() {
            if row.iter().any(|c| !c.is_empty()) {
                rows.push(std::mem::take(&mut row));
            }
            row.clear();
            if rows.len() > ROW_LIMIT + 1 {
                return Err(PasteError::TooLong);
            }
        }
        if rest.is_empty() {
            break;
        }
    }
    if rows.is_empty() { Err(PasteError::Empty) } else { Ok(rows) }
}

/// The next cell, whether its row ends with it, and what follows.
fn next_cell(rest: &str, separator: char) -> (String, bool, &str) {
    if let Some(quoted) = rest.strip_prefix('"').and_then(|inner| quoted_cell(inner, separator)) {
        return quoted;
    }
    let end = rest.find([separator, '\n', '\r']).unwrap_or(rest.len());
    let (ended, after) = after_cell(&rest[end..], separator);
    (rest[..end].to_owned(), ended, after)
}

fn quoted_cell(inner: &str, separator: char) -> Option<(String, bool, &str)> {
    let mut cell = String::new();
    let mut from = 0;
    loop {
        let at = from + inner[from..].find('"')?;
        cell.push_str(&inner[from..at]);
        let after = &inner[at + 1..];
        if after.starts_with('"') {
            cell.push('"');
            from = at + 2;
            continue;
        }
        let closes = after.is_empty() || after.starts_with([separator, '\n', '\r']);
        return closes.then(|| {
            let (ended, after) = after_cell(after, separator);
            (cell, ended, after)
        });
    }
}

fn after_cell(rest: &str, separator: char) -> (bool, &str) {
    if let Some(after) = rest.strip_prefix(separator) {
        return (false, after);
    }
    let after = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r'])).unwrap_or(rest);
    (true, after)
}

/// A cell on one line without invisible characters.
fn clean(cell: &str) -> String {
    let visible = |c: &char| !matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}');
    let spaced: String = cell.chars().filter(visible).map(|c| if c.is_control() { ' ' } else { c }).collect();
    spaced.trim().to_owned()
}
