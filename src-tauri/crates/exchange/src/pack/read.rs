//! Reading a pack: first every file for itself, then what refers from one to the other.

use super::cells::value;
use super::decode::decode;
use super::fault::{Code, Faults};
use super::records::{Broken, Record, Records};
use super::{Cells, FILE_LIMIT, RECORD_LIMIT, ROW_LIMIT, Tables};
use domain::open_format::{File, Kind, file, files};
use std::collections::{BTreeMap, HashSet};

/// Asks whether the vault already knows a key of a file.
type Known<'a> = &'a mut dyn FnMut(&str, &str) -> bool;

/// One file that was read, with the line of every row.
struct Sheet {
    file: &'static File,
    rows: Vec<(usize, Cells)>,
    /// False when rows are missing, so that a key not found here proves nothing.
    whole: bool,
}

/// Reads the files of a folder. Files that are no CSV are left alone.
///
/// Errors: all faults, the first thousand of them listed.
pub fn read(contents: &BTreeMap<String, Vec<u8>>, known: Known) -> Result<Tables, Faults> {
    let mut faults = Faults::default();
    for name in contents.keys().filter(|n| file(n).is_none() && n.to_ascii_lowercase().ends_with(".csv")) {
        faults.add(name, 0, "", Code::MissingFile, "unknown_file", name);
    }
    if !contents.keys().any(|n| file(n).is_some()) {
        faults.add("", 0, "", Code::MissingFile, "no_known_file", "");
    }
    let mut sheets = Vec::new();
    for file in files() {
        if let Some(bytes) = contents.get(file.name) {
            sheets.push(sheet(file, bytes, &mut faults));
        }
    }
    let keys = own_keys(&sheets, known, &mut faults);
    references(&sheets, &keys, known, &mut faults);
    if faults.total > 0 {
        let place = |name: &str| files().position(|f| f.name == name);
        faults.list.sort_by_key(|f| (place(&f.file), f.line));
        return Err(faults);
    }
    Ok(sheets.into_iter().map(|s| (s.file, s.rows.into_iter().map(|(_, cells)| cells).collect())).collect())
}

/// Where the columns of a file stand in its head.
struct Head {
    /// Position in a record, by column of the file.
    places: Vec<Option<usize>>,
    width: usize,
}

fn head(file: &File, record: &Record, faults: &mut Faults) -> Head {
    let mut places = vec![None; file.columns.len()];
    for (at, name) in record.cells.iter().enumerate() {
        match file.columns.iter().position(|c| c.name == name.trim()) {
            None => faults.add(file.name, record.line, name, Code::UnknownColumn, "unknown_column", name),
            Some(column) if places[column].is_some() => {
                faults.add(file.name, record.line, name, Code::CsvSyntax, "column_twice", name);
            }
            Some(column) => places[column] = Some(at),
        }
    }
    missing(file, &places, record.line, faults);
    Head { places, width: record.cells.len() }
}

fn missing(file: &File, places: &[Option<usize>], line: usize, faults: &mut Faults) {
    for (column, _) in file.columns.iter().zip(places).filter(|(c, place)| c.required && place.is_none()) {
        faults.add(file.name, line, column.name, Code::MissingColumn, "missing_column", column.name);
    }
}

fn sheet(file: &'static File, bytes: &[u8], faults: &mut Faults) -> Sheet {
    let mut sheet = Sheet { file, rows: Vec::new(), whole: false };
    if bytes.len() > FILE_LIMIT {
        match long_line(bytes) {
            Some(line) => faults.add(file.name, line, "", Code::TooLong, "long_record", ""),
            None => faults.add(file.name, 0, "", Code::TooLong, "long_file", ""),
        }
        return sheet;
    }
    let text = match decode(bytes) {
        Ok(text) => text,
        Err(foreign) => {
            let why = if foreign.name.is_empty() { "not_utf8" } else { "encoding" };
            faults.add(file.name, foreign.line, "", Code::Encoding, why, foreign.name);
            return sheet;
        }
    };
    let mut records = Records::new(text);
    let head = match records.next() {
        Some(Ok(record)) => head(file, &record, faults),
        Some(Err((line, broken))) => {
            syntax(file, line, broken, faults);
            return sheet;
        }
        None => {
            missing(file, &vec![None; file.columns.len()], 1, faults);
            return sheet;
        }
    };
    sheet.whole = file
        .columns
        .iter()
        .zip(&head.places)
        .all(|(column, place)| place.is_some() || !file.unique().contains(&column.name));
    for record in records {
        match record {
            Err((line, broken)) => {
                syntax(file, line, broken, faults);
                sheet.whole = false;
            }
            Ok(record) if record.cells.len() != head.width => {
                sheet.whole = false;
                faults.add(
                    file.name,
                    record.line,
                    "",
                    Code::CsvSyntax,
                    "ragged",
                    &record.cells.len().to_string(),
                );
            }
            Ok(record) => sheet.rows.push((record.line, row(file, &head, &record, faults))),
        }
        if sheet.rows.len() > ROW_LIMIT {
            faults.add(file.name, 0, "", Code::TooLong, "many_rows", "");
            sheet.whole = false;
            break;
        }
    }
    sheet
}

/// Line of the record that makes a file too long, where it stands near the beginning.
fn long_line(bytes: &[u8]) -> Option<usize> {
    let start = &bytes[..bytes.len().min(2 * RECORD_LIMIT)];
    let valid = std::str::from_utf8(start).map_or_else(|e| e.valid_up_to(), str::len);
    let text = std::str::from_utf8(&start[..valid]).ok()?;
    Records::new(text).find_map(|record| match record {
        Err((line, Broken::TooLong)) => Some(line),
        _ => None,
    })
}

fn syntax(file: &File, line: usize, broken: Broken, faults: &mut Faults) {
    let (code, why) = match broken {
        Broken::UnclosedQuote => (Code::CsvSyntax, "unclosed_quote"),
        Broken::StrayQuote => (Code::CsvSyntax, "stray_quote"),
        Broken::AfterQuote => (Code::CsvSyntax, "after_quote"),
        Broken::LoneReturn => (Code::CsvSyntax, "lone_return"),
        Broken::Nul => (Code::CsvSyntax, "nul"),
        Broken::TooLong => (Code::TooLong, "long_record"),
    };
    faults.add(file.name, line, "", code, why, "");
}

fn row(file: &File, head: &Head, record: &Record, faults: &mut Faults) -> Cells {
    file.columns
        .iter()
        .zip(&head.places)
        .map(|(column, place)| {
            let text = place.and_then(|at| record.cells.get(at))?;
            value(column, text).unwrap_or_else(|(code, why)| {
                faults.add(file.name, record.line, column.name, code, why, text);
                None
            })
        })
        .collect()
}

/// Keys of the pack by table of the store, where two files may fill one table.
struct Keys {
    seen: HashSet<(&'static str, String)>,
    /// Tables of which not every key could be read.
    torn: HashSet<&'static str>,
}

/// Collects the keys and names those that stand twice, in the pack or in the vault.
fn own_keys(sheets: &[Sheet], known: Known, faults: &mut Faults) -> Keys {
    let mut keys = Keys { seen: HashSet::new(), torn: HashSet::new() };
    for sheet in sheets {
        let file = sheet.file;
        if !sheet.whole {
            keys.torn.insert(file.table);
        }
        let names = file.unique();
        let places: Vec<usize> =
            names.iter().filter_map(|name| file.columns.iter().position(|c| c.name == *name)).collect();
        let Some(last) = names.last() else { continue };
        for (line, cells) in &sheet.rows {
            let parts: Option<Vec<&str>> = places.iter().map(|at| cells[*at].as_deref()).collect();
            let Some(key) = parts.map(|p| p.join("/")) else { continue };
            if known(file.name, &key) {
                faults.add(file.name, *line, last, Code::DuplicateKey, "known_key", &key);
            }
            if !keys.seen.insert((file.table, key.clone())) {
                faults.add(file.name, *line, last, Code::DuplicateKey, "duplicate_key", &key);
            }
        }
    }
    keys
}

fn references(sheets: &[Sheet], keys: &Keys, known: Known, faults: &mut Faults) {
    let mut stands = |to: &str, key: &str| -> bool {
        let Some(target) = file(to) else { return true };
        keys.torn.contains(target.table)
            || keys.seen.contains(&(target.table, key.to_owned()))
            || known(to, key)
    };
    for sheet in sheets {
        let file = sheet.file;
        for (line, cells) in &sheet.rows {
            for (column, cell) in file.columns.iter().zip(cells) {
                if let (Kind::Ref(to), Some(key)) = (column.kind, cell)
                    && !stands(to, key)
                {
                    faults.add(
                        file.name,
                        *line,
                        column.name,
                        Code::UnknownReference,
                        "unknown_reference",
                        key,
                    );
                }
            }
            if let Some((programme, number)) = file.session_of(cells)
                && stands("programmes.csv", programme)
                && !stands("sessions.csv", &format!("{programme}/{number}"))
            {
                faults.add(file.name, *line, "session_no", Code::UnknownReference, "unknown_session", number);
            }
        }
    }
}
