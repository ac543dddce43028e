//! The export leaves nothing of the practice behind.

use crate::Store;
use crate::schema::{RECORDS, columns};
use crate::vault::DataKey;
use domain::open_format::{Kind, files};
use std::collections::{BTreeMap, BTreeSet};

/// Fields that a file shows in another way: own identities, and what names a row by its keys.
const OTHERWISE: &[&str] = &["id", "pack_key", "client_id", "session_id"];

fn empty_store(name: &str) -> Store {
    let path = std::env::temp_dir().join(format!("susono-{name}-{}.db", std::process::id()));
    let _ = std::fs::remove_file(&path);
    let store = Store::open(&path, &DataKey::new([3; 32])).unwrap();
    std::fs::remove_file(&path).unwrap();
    store
}

#[test]
fn every_field_of_every_record_has_its_column() {
    let store = empty_store("columns");
    let mut shown: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for file in files() {
        for column in file.columns {
            let table = if column.of_client { "clients" } else { file.table };
            shown.entry(table).or_default().insert(column.field);
        }
    }
    for table in RECORDS.iter().chain(&["releases"]).filter(|t| **t != "settings") {
        for field in
            columns(store.connection(), table).unwrap().iter().filter(|f| !OTHERWISE.contains(&f.as_str()))
        {
            let found = shown.get(table).is_some_and(|s| s.contains(field.as_str()));
            assert!(found, "{table}.{field} would be lost in an export");
        }
    }
}

#[test]
fn every_column_has_its_field() {
    let store = empty_store("fields");
    for file in files() {
        let fields = columns(store.connection(), file.table).unwrap();
        let clients = columns(store.connection(), "clients").unwrap();
        for column in file.columns {
            let there = if column.of_client { &clients } else { &fields };
            let by_session = column.field == "-"
                || (file.names_session() && matches!(column.name, "programme_id" | "session_no"));
            let key = matches!(column.kind, Kind::Key) && there.iter().any(|f| f == "pack_key");
            assert!(
                by_session || key || there.iter().any(|f| f == column.field),
                "{}: {}",
                file.name,
                column.name
            );
        }
    }
}
