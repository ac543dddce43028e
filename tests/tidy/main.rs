//! The promises of the house, each as a test.

mod floors;
mod network;
mod rooms;
mod size;

use std::path::{Path, PathBuf};

/// Top folder of the project.
fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every tracked kind of source file below a folder, without what is built or generated.
fn sources(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    collect(&top().join(folder), endings, &mut found);
    assert!(!found.is_empty(), "no sources under {folder}");
    found
}

fn collect(folder: &Path, endings: &[&str], found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).expect("a folder of the project").flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() {
            if !["target", "node_modules", "dist", "gen", ".git"].contains(&name.as_str()) {
                collect(&path, endings, found);
            }
        } else if endings.iter().any(|e| name.ends_with(e)) && !name.contains(".gen.") {
            let shown = path.strip_prefix(top()).unwrap_or(&path).to_string_lossy().into_owned();
            found.push((shown, std::fs::read_to_string(&path).expect("a readable source")));
        }
    }
}
