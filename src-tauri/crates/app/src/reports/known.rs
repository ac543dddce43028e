//! The attack of somebody who knows a person (A7 of the attack suite).
//!
//! The attacker knows of one person of the vault: that she is among those counted, her hospital, her sex and the
//! finest band of her age that any table tells. He takes the rows and columns of a table that can hold her and asks
//! in which categories of every further attribute (length of stay, stage, destination, service …) she can be: those
//! with a printed number above zero or a hidden one, since zeros are never hidden. He joins what all tables of one
//! measure and period say, those of earlier reports that he has included. A table tells something new when
//!
//! - of at least two categories only one is left within one table, and the group he looks at is small (below 3k, or
//!   of hidden size): what holds for everybody in a large group is a statement about the group, not about her; or
//! - of at least two categories only one is left when tables are joined that each leave several.

use super::snapshot::Snapshot;
use super::tables::{NO_STAY, sex_code, years_code};
use domain::vocabulary::ClosureReason;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What the attacker knows of one person: dimension and code.
pub(super) type Known = BTreeMap<&'static str, String>;

/// Dimensions that the attacker knows.
const KNOWN: [&str; 3] = ["hospital", "sex", "age"];
/// Dimensions that say when or what was counted, and nothing about a person.
const NEUTRAL: &[&str] = &[
    "measure",
    "day",
    "month",
    "quarter",
    "half",
    "year",
    "method",
    "counterpart",
    "work",
    "kind",
    "session",
    "programme",
];

/// Every person of the year as this attacker knows them; those he cannot tell apart are one.
pub(super) fn persons(snapshot: &Snapshot) -> BTreeSet<Known> {
    let records = &snapshot.records;
    let last = snapshot.year.fiscal.last();
    let shown = |hospital: usize| {
        let key = records.organisations.get(hospital).map(|o| o.key.as_str());
        snapshot
            .hospitals
            .iter()
            .find(|alias| Some(alias.key.as_str()) == key)
            .map(|alias| alias.shown.clone())
    };
    let one = |case: &domain::metrics::CaseRecord| {
        let stay = case.stay_on(case.identified_on);
        let died = case.closure_reason == Some(ClosureReason::Deceased);
        let day = case.closed_by(last).filter(|_| died).unwrap_or(last);
        let age = case.birth.and_then(|birth| day.years_since(birth.first_day()));
        Known::from([
            ("hospital", stay.and_then(|s| shown(s.hospital)).unwrap_or_else(|| NO_STAY.to_owned())),
            ("sex", sex_code(case.sex).to_owned()),
            ("age", years_code("age", age)),
        ])
    };
    snapshot.year.one_case_a_person(records).map(one).collect()
}

/// A set of a scope: dimension and codes.
type Set = BTreeMap<String, BTreeSet<String>>;

/// One cell that may hold somebody.
struct Cell {
    set: Set,
    count: Option<u64>,
    zero: bool,
}

/// One table of persons with the sets that its inner cells count.
struct Sheet {
    id: String,
    small: u64,
    period: String,
    cells: Vec<Cell>,
}

fn set(value: &Value) -> Set {
    serde_json::from_value(value.clone()).unwrap_or_default()
}

/// The tables of persons in some figures.
fn sheets(figures: &Value) -> Vec<Sheet> {
    let k = figures["k"].as_u64().unwrap_or(0);
    let tables = figures["tables"].as_array().map_or(&[][..], Vec::as_slice);
    let counted = |table: &&Value| k > 0 && (table["kind"] == "persons" || table["kind"] == "sensitive");
    tables.iter().filter(counted).filter_map(|table| sheet(table, 3 * k)).collect()
}

fn sheet(table: &Value, small: u64) -> Option<Sheet> {
    let scope = &table["scope"];
    let sets = |key: &str| scope[key].as_array().map(|list| list.iter().map(set).collect::<Vec<Set>>());
    let (mut rows, mut columns) = (sets("rows")?, sets("columns")?);
    let inner = |list: &mut Vec<Set>, total: &str| {
        list.truncate(list.len() - usize::from(table[total] == true && !list.is_empty()));
    };
    inner(&mut rows, "total_row");
    inner(&mut columns, "total_column");
    let mut cells = Vec::new();
    for (r, row) in rows.iter().enumerate() {
        for (c, column) in columns.iter().enumerate() {
            let value = &table["cells"][r][c];
            if table["column_types"][c] == "count" && !value.is_null() {
                let mut set = row.clone();
                set.extend(column.clone());
                cells.push(Cell { set, count: value.as_u64(), zero: value.as_u64() == Some(0) });
            }
        }
    }
    let say = |key: &str| scope[key].as_str().unwrap_or_default().to_owned();
    let period = [say("measure"), say("from"), say("to")].join("|");
    Some(Sheet { id: table["id"].as_str()?.to_owned(), small, period, cells })
}

/// Categories of each further attribute within one slice, as one attacker sees them.
#[derive(Default)]
struct Categories {
    /// Codes of each category, and whether somebody can be in it.
    codes: BTreeMap<BTreeSet<String>, bool>,
    /// Persons in the group, where every number is printed.
    size: Option<u64>,
}

/// What is left of an attribute when tables are joined: its codes, and the categories of the tables.
type Joined = BTreeMap<(String, String), (BTreeSet<String>, Vec<BTreeSet<String>>)>;

impl Sheet {
    /// Slices by what is neither known nor asked (day, measure), with the categories of every further attribute.
    fn seen_by(&self, known: &Known) -> BTreeMap<(String, String), Categories> {
        let mut slices: BTreeMap<(String, String), Categories> = BTreeMap::new();
        for cell in &self.cells {
            let fits = |name: &str| {
                cell.set.get(name).is_none_or(|codes| known.get(name).is_some_and(|k| codes.contains(k)))
            };
            if !KNOWN.iter().all(|name| fits(name)) {
                continue;
            }
            let neutral: Vec<String> = cell
                .set
                .iter()
                .filter(|(name, _)| NEUTRAL.contains(&name.as_str()))
                .map(|e| format!("{e:?}"))
                .collect();
            for (name, codes) in &cell.set {
                if NEUTRAL.contains(&name.as_str()) || KNOWN.contains(&name.as_str()) {
                    continue;
                }
                let slice = slices
                    .entry((neutral.join(";"), name.clone()))
                    .or_insert_with(|| Categories { size: Some(0), ..Categories::default() });
                *slice.codes.entry(codes.clone()).or_default() |= !cell.zero;
                slice.size = slice.size.zip(cell.count).map(|(size, count)| size + count);
            }
        }
        slices
    }
}

/// What somebody who knows a person learns: the number of the table and the attribute.
pub(super) fn learned(
    figures: &Value,
    earlier: &[Value],
    persons: &BTreeSet<Known>,
) -> BTreeSet<(String, String)> {
    let own = sheets(figures);
    let before: Vec<Sheet> = earlier.iter().flat_map(sheets).collect();
    let mut found = BTreeSet::new();
    for known in persons {
        let mut joined = Joined::new();
        // What he has read before comes first, so that what completes it is the new table.
        for (sheet, new) in before.iter().map(|s| (s, false)).chain(own.iter().map(|s| (s, true))) {
            for ((slice, name), categories) in sheet.seen_by(known) {
                let open: Vec<&BTreeSet<String>> =
                    categories.codes.iter().filter(|(_, some)| **some).map(|(codes, _)| codes).collect();
                let several = categories.codes.len() > 1;
                let small = categories.size.is_none_or(|size| size < sheet.small);
                if new && several && open.len() == 1 && small {
                    found.insert((sheet.id.clone(), name.clone()));
                }
                if open.len() > 1 {
                    let codes: BTreeSet<String> = open.iter().copied().flatten().cloned().collect();
                    let key = (format!("{}|{slice}", sheet.period), name.clone());
                    let (left, tables) = joined.entry(key).or_insert_with(|| (codes.clone(), Vec::new()));
                    left.retain(|code| codes.contains(code));
                    tables.extend(open.into_iter().cloned());
                    if new && !left.is_empty() && tables.iter().any(|category| left.is_subset(category)) {
                        found.insert((sheet.id.clone(), name));
                    }
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn somebody() -> BTreeSet<Known> {
        let known = [("hospital", "A"), ("sex", "male"), ("age", "60")];
        BTreeSet::from([known.map(|(name, code)| (name, code.to_owned())).into()])
    }

    /// Stays by sex.
    fn figures(male: [Value; 2], female: [Value; 2]) -> Value {
        let [a, b] = male;
        let [c, d] = female;
        json!({"k": 3, "tables": [{
            "id": "7", "kind": "persons", "column_types": ["count", "count"], "total_row": false, "total_column": false,
            "cells": [[a, c], [b, d]],
            "scope": {
                "measure": "persons", "from": "2025-04-01", "to": "2026-03-31",
                "rows": [{"stay": ["0", "1"]}, {"stay": ["5", "10", "20"]}],
                "columns": [{"sex": ["male"]}, {"sex": ["female"]}],
            },
        }]})
    }

    #[test]
    fn a_small_group_that_stands_in_one_category_tells() {
        let told = learned(&figures([json!(0), json!(4)], [json!(3), json!(5)]), &[], &somebody());
        assert_eq!(told, BTreeSet::from([("7".into(), "stay".into())]));
        let hidden = learned(&figures([json!(0), json!("x")], [json!(3), json!(5)]), &[], &somebody());
        assert_eq!(hidden.len(), 1, "that the number is hidden does not hide where it stands");
    }

    #[test]
    fn a_group_in_several_categories_and_a_large_group_do_not() {
        let several = figures([json!(3), json!("x")], [json!(0), json!(5)]);
        assert!(learned(&several, &[], &somebody()).is_empty(), "the woman is not the person");
        assert!(learned(&figures([json!(0), json!(30)], [json!(3), json!(5)]), &[], &somebody()).is_empty());
    }

    #[test]
    fn two_tables_together_may_tell_what_neither_does() {
        let by_sex = figures([json!(3), json!(4)], [json!(3), json!(5)]);
        let mut by_age = by_sex.clone();
        by_age["tables"][0]["scope"]["columns"] = json!([{"age": ["60"]}, {"age": ["70"]}]);
        by_age["tables"][0]["scope"]["rows"] = json!([{"stay": ["0"]}, {"stay": ["5", "10", "20"]}]);
        assert!(learned(&by_sex, &[by_age.clone()], &somebody()).is_empty());
        by_age["tables"][0]["scope"]["rows"] = json!([{"stay": ["0"]}, {"stay": ["20"]}]);
        let narrow = json!([{"stay": ["20"]}, {"stay": ["none"]}]);
        let mut other = by_sex.clone();
        other["tables"][0]["scope"]["rows"] = narrow;
        assert_eq!(learned(&other, &[by_age], &somebody()).len(), 1);
    }
}
