//! A file is one to four hundred lines and says what it is for.

use crate::sources;

#[test]
fn no_file_is_longer_than_four_hundred_lines() {
    for folder in ["src-tauri", "tests", "ui/src"] {
        for (path, text) in sources(folder, &[".rs", ".ts", ".tsx", ".css", ".sql"]) {
            if path.contains("golden/") {
                continue;
            }
            let lines = text.lines().count();
            assert!(lines <= 400, "{path} has {lines} lines");
        }
    }
}

#[test]
fn every_module_says_what_it_is_for() {
    for folder in ["src-tauri", "tests"] {
        for (path, text) in sources(folder, &[".rs"]) {
            assert!(text.starts_with("//!"), "{path} does not open with what it is for");
        }
    }
}
