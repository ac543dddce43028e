//! Each thing has one room.

use crate::sources;

fn only_in(room: impl Fn(&str) -> bool, needles: &[&str]) {
    for (path, text) in sources("src-tauri", &[".rs"]) {
        if room(&path) {
            continue;
        }
        for needle in needles {
            assert!(!text.contains(needle), "{path} mentions {needle}");
        }
    }
}

#[test]
fn sql_lives_in_the_store() {
    only_in(|p| p.contains("crates/store/"), &["SELECT ", "INSERT INTO", "DELETE FROM", "rusqlite"]);
}

#[test]
fn printpdf_lives_in_one_file() {
    only_in(|p| p.ends_with("report/src/ink/pdf.rs"), &["printpdf::"]);
}

#[test]
fn tauri_lives_in_the_roof() {
    only_in(
        |p| p.starts_with("src-tauri/src/") || p.ends_with("src-tauri/build.rs") || p.contains("xtask"),
        &["tauri::"],
    );
}

#[test]
fn the_auditor_knows_nothing_of_the_protector() {
    for (path, text) in sources("src-tauri/crates/audit", &[".rs"]) {
        assert!(!text.contains("disclosure::"), "{path}");
    }
}

#[test]
fn the_web_view_is_reached_in_one_file() {
    for (path, text) in sources("ui/src", &[".ts", ".tsx"]) {
        assert!(
            path.ends_with("house/transport.ts") || !text.contains("@tauri-apps"),
            "{path} mentions Tauri"
        );
        assert!(!text.contains("innerHTML"), "{path} writes raw HTML");
        assert!(
            !text.contains("localStorage") && !text.contains("indexedDB"),
            "{path} keeps something outside the vault"
        );
    }
}
