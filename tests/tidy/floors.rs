//! Edges between crates go downwards only.

use crate::top;
use std::collections::BTreeMap;
use std::process::Command;

/// Every crate of the product with the crates of ours that it may use.
const FLOORS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("disclosure", &[]),
    ("words", &[]),
    ("audit", &[]),
    ("store", &["domain"]),
    ("report", &["domain", "words", "disclosure"]),
    ("exchange", &["domain", "words"]),
    ("redaction", &["domain"]),
    ("app", &["domain", "words", "disclosure", "audit", "store", "report", "exchange", "redaction"]),
    ("files", &["app", "store", "domain", "words"]),
    ("cli", &["app", "files", "domain", "words", "exchange"]),
    ("susono", &["app", "files", "words"]),
    ("xtask", &[]),
];

#[test]
fn edges_go_down_and_no_others() {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline"])
        .current_dir(top())
        .output()
        .expect("cargo metadata");
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).expect("metadata is JSON");
    let allowed: BTreeMap<&str, &[&str]> = FLOORS.iter().copied().collect();
    let packages = metadata["packages"].as_array().expect("packages");
    let ours: Vec<&str> = packages.iter().filter_map(|p| p["name"].as_str()).collect();
    for package in packages {
        let name = package["name"].as_str().unwrap_or_default();
        if name.starts_with("susono-") {
            continue;
        }
        let may = allowed.get(name).unwrap_or_else(|| panic!("{name} has no floor"));
        for edge in package["dependencies"].as_array().expect("dependencies") {
            let to = edge["name"].as_str().unwrap_or_default();
            if edge["kind"].is_null() && ours.contains(&to) {
                assert!(may.contains(&to), "{name} may not use {to}");
            }
        }
    }
}
