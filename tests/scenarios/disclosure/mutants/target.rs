//! One place of a published report that a mutant changes.

use disclosure::Table;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What a mutant may change: the published report, the true numbers of its tables, and a place.
pub(super) struct Target<'a> {
    pub report: Value,
    pub truth: &'a BTreeMap<String, Table>,
    pub table: usize,
    pub row: usize,
    pub column: usize,
}

impl Target<'_> {
    pub fn table(&mut self) -> &mut Value {
        &mut self.report["tables"][self.table]
    }
    pub fn cell(&mut self) -> &mut Value {
        let (row, column) = (self.row, self.column);
        &mut self.table()["cells"][row][column]
    }
    pub fn id(&self) -> &str {
        self.report["tables"][self.table]["id"].as_str().expect("an id")
    }
    pub fn true_count(&self) -> u64 {
        self.truth[self.id()].cells[self.row][self.column].value.expect("a count")
    }
    pub fn k(&self) -> u64 {
        self.report["k"].as_u64().expect("a threshold")
    }
    pub fn hidden(&mut self) -> bool {
        *self.cell() == json!("x")
    }
    pub fn is(&self, kind: &str) -> bool {
        self.report["tables"][self.table]["kind"] == kind
    }
    /// The table says to be of another class.
    pub fn called(&mut self, kind: &str) -> bool {
        self.table()["kind"] = json!(kind);
        true
    }
    pub fn flag(&self, name: &str) -> bool {
        self.report["tables"][self.table][name] == true
    }
    /// The place lies in no total.
    pub fn inner(&self) -> bool {
        let table = &self.report["tables"][self.table];
        let last = |list: &str| table[list].as_array().expect("captions").len() - 1;
        !(self.flag("total_row") && self.row == last("rows")
            || self.flag("total_column") && self.column == last("columns"))
    }
    pub fn first(&self) -> bool {
        self.row == 0 && self.column == 0
    }
    /// The table once more under another number.
    pub fn twin(&mut self, change: impl FnOnce(&mut Value)) {
        let mut twin = self.table().clone();
        twin["id"] = json!("99");
        change(&mut twin);
        self.report["tables"].as_array_mut().expect("tables").push(twin);
    }
}
