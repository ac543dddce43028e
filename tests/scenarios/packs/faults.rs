//! Everything that can be wrong with a pack is named by file, line, column and code, and nothing is written.

use super::Files;
use app::exchange::{FILE_LIMIT, Imported, import};
use susono_tests::{Ward, empty, practice_pack, ward};

/// Imports and expects a refusal that leaves no trace.
fn refused(ward: &Ward, files: &Files) -> Imported {
    let (before, generation) = (ward.records(), ward.house().generation());
    let outcome = import(ward.house(), &ward.around(), files).expect("faults are an answer, not a failure");
    assert!(outcome.imported.is_empty() && !outcome.faults.is_empty());
    assert_eq!(ward.records(), before, "nothing may be written");
    assert_eq!(ward.house().generation(), generation, "a refused pack is no act");
    for fault in &outcome.faults {
        assert!(
            !fault.reason.is_empty()
                && !fault.reason.contains(['{', '}'])
                && !fault.reason.starts_with("pack."),
            "{fault:?}"
        );
        let english = fault.clone().worded(words::Language::En);
        assert!(english.reason.is_ascii() || english.reason.contains('“'), "{english:?}");
    }
    outcome
}

/// The practice pack with one file changed.
fn with(file: &str, change: impl Fn(String) -> String) -> Files {
    let mut files = practice_pack();
    let text = String::from_utf8(files[file].clone()).expect("the pack is UTF-8");
    files.insert(file.to_owned(), change(text).into_bytes());
    files
}

/// The one fault that a change of one file must give.
fn check(file: &str, change: impl Fn(String) -> String, line: usize, column: &str, code: &str) {
    let ward = empty();
    let outcome = refused(&ward, &with(file, change));
    let found: Vec<(&str, usize, &str, &str)> = outcome
        .faults
        .iter()
        .map(|f| (f.file.as_str(), f.line, f.column.as_str(), f.code.as_str()))
        .collect();
    assert_eq!(found, [(file, line, column, code)]);
}

#[test]
fn a_missing_column() {
    let without_reason = |t: String| -> String {
        t.lines().map(|l| format!("{}\r\n", l.rsplit_once(',').unwrap().0)).collect()
    };
    check("holds.csv", without_reason, 1, "reason", "missing_column");
}

#[test]
fn an_unknown_column() {
    let files = with("people.csv", |t| t.replacen(",job\r\n", ",shokushu\r\n", 1));
    let outcome = refused(&empty(), &files);
    let found: Vec<(usize, &str, &str)> =
        outcome.faults.iter().map(|f| (f.line, f.column.as_str(), f.code.as_str())).collect();
    assert_eq!(found, [(1, "shokushu", "unknown_column"), (1, "job", "missing_column")]);
}

#[test]
fn an_unknown_code() {
    check("contacts.csv", |t| t.replacen(",phone,", ",telephone,", 1), 2, "method", "unknown_code");
}

#[test]
fn a_reference_to_nobody() {
    check("contacts.csv", |t| t.replacen("K0058,C02,", "K0058,C99,", 1), 2, "case_id", "unknown_reference");
    check("attendance.csv", |t| t.replacen("G1,1,C02", "G1,77,C02", 1), 2, "session_no", "unknown_reference");
    check("admissions.csv", |t| t.replacen("C01,H1,", "C01,H9,", 1), 2, "org_id", "unknown_reference");
}

#[test]
fn a_broken_date_and_a_broken_number() {
    check("contacts.csv", |t| t.replacen("2025-04-01", "2025-04-31", 1), 2, "date", "bad_date");
    check("sessions.csv", |t| t.replacen("13:30", "25:30", 1), 2, "start", "bad_date");
    check("contacts.csv", |t| t.replacen(",5,phone", ",five,phone", 1), 2, "minutes", "bad_number");
}

#[test]
fn a_key_that_stands_twice() {
    check("contacts.csv", |t| t.replacen("K0275,", "K0058,", 1), 3, "contact_id", "duplicate_key");
    check(
        "sessions.csv",
        |t| {
            t.replacen("G1,10,", "G1,1,", 1).replacen("\r\nG1,1,", "\r\nG1,10,", 1)
                + "G1,5,2025-10-16,,,,,\r\n"
        },
        12,
        "session_no",
        "duplicate_key",
    );
}

#[test]
fn an_empty_cell_that_never_is() {
    check("contacts.csv", |t| t.replacen("K0058,C02,", "K0058,,", 1), 2, "case_id", "empty_value");
    check("stages.csv", |t| t.replacen("C01,identified,", "C01,,", 1), 2, "stage", "empty_value");
}

#[test]
fn another_encoding_is_named() {
    let mut files = practice_pack();
    let text = String::from_utf8(files["organisations.csv"].clone()).unwrap();
    let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode(text.trim_start_matches('\u{FEFF}'));
    files.insert("organisations.csv".into(), bytes.into_owned());
    let outcome = refused(&empty(), &files);
    let fault = &outcome.faults[0];
    assert_eq!((fault.file.as_str(), fault.line, fault.code.as_str()), ("organisations.csv", 2, "encoding"));
    assert!(fault.reason.contains("Shift_JIS"), "{}", fault.reason);
    assert_eq!(outcome.faults.len(), 1, "references into a file that cannot be read are no further faults");
}

#[test]
fn quotes_that_do_not_fit() {
    check("contacts.csv", |t| t.replacen("support,\r\n", "support,\"おわりまで\r\n", 1), 2, "", "csv_syntax");
    check(
        "contacts.csv",
        |t| t.replacen("support,\r\n", "support,ある \"ことば\"\r\n", 1),
        2,
        "",
        "csv_syntax",
    );
}

#[test]
fn rows_of_another_width() {
    check("holds.csv", |t| t.replacen("wavering", "wavering,more", 1), 2, "", "csv_syntax");
}

#[test]
fn a_line_without_end_is_refused_at_once() {
    let mut files = practice_pack();
    let mut bytes = files["contacts.csv"].clone();
    bytes.extend_from_slice(b"K9999,C01,2025-04-01,5,phone,support,");
    bytes.resize(FILE_LIMIT + 1, b'x');
    files.insert("contacts.csv".into(), bytes);
    let outcome = refused(&empty(), &files);
    let found: Vec<(&str, usize, &str)> =
        outcome.faults.iter().map(|f| (f.file.as_str(), f.line, f.code.as_str())).collect();
    assert_eq!(found, [("contacts.csv", 1_372, "too_long")]);
}

#[test]
fn a_text_that_is_too_long() {
    let long = "あ".repeat(100_001);
    check(
        "contacts.csv",
        |t| t.replacen("support,\r\n", &format!("support,{long}\r\n"), 1),
        2,
        "text",
        "too_long",
    );
}

#[test]
fn a_folder_that_is_no_pack() {
    let ward = ward();
    let outcome = refused(&ward, &Files::new());
    assert_eq!((outcome.faults[0].code.as_str(), outcome.faults[0].file.as_str()), ("missing_file", ""));
    let mut files = practice_pack();
    files.insert("case.csv".into(), b"case_id\r\n".to_vec());
    let outcome = refused(&empty(), &files);
    assert_eq!(
        (outcome.faults[0].code.as_str(), outcome.faults[0].file.as_str(), outcome.faults.len()),
        ("missing_file", "case.csv", 1)
    );
    let outcome = refused(&empty(), &Files::from([("cases.csv".to_owned(), Vec::new())]));
    assert!(outcome.faults.iter().all(|f| f.code == "missing_column"));
}
