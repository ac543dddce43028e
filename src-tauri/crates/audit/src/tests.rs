//! Whatever a file says, the attacker answers: findings, or why it cannot be read.

use crate::{audit, audit_beside, intervals};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Asks everything about one file. `Ok` and `Err` are both answers.
fn asked(text: &str) -> Result<usize, String> {
    let beside = audit_beside(text, &[text.to_owned()]);
    let known = intervals(text);
    let found = audit(text)?;
    Ok(found.len() + beside?.len() + known?.len())
}

fn report(k: Value, headline: Value, tables: Value) -> String {
    json!({"k": k, "fiscal_year": 2025, "headline": headline, "tables": tables, "withheld": []}).to_string()
}

fn headline(n: i64) -> Value {
    json!({"active": n, "new": n, "discharged": n, "closed": n, "distinct": n})
}

#[test]
fn a_table_without_columns_is_no_reason_to_fall() {
    let bare = json!([{"id": "7", "kind": "persons", "additive": true, "column_types": [], "rows": ["a", "b", "計"],
        "columns": [], "total_row": true, "total_column": false, "cells": [[], [], []]}]);
    assert_eq!(asked(&report(json!(3), headline(21), bare)), Ok(0));
}

#[test]
fn numbers_that_no_project_counts_are_refused() {
    let hidden = json!([{"id": "7", "kind": "persons", "additive": true, "column_types": ["count"], "rows": ["a", "b", "計"],
        "columns": ["人数"], "total_row": true, "total_column": false, "cells": [["x"], ["x"], ["x"]]}]);
    for n in [i64::MIN, -1, i64::MAX] {
        assert!(asked(&report(json!(3), headline(n), hidden.clone())).is_err(), "{n} persons");
        assert!(asked(&report(json!(n), headline(21), hidden.clone())).is_err(), "a threshold of {n}");
    }
}

/// A number as a file may hold it: mostly small, now and then at an edge.
fn number() -> impl Strategy<Value = i64> {
    prop_oneof![8 => 0..30i64, 1 => Just(1i64 << 40), 1 => Just(i64::MAX), 1 => Just(i64::MIN), 1 => any::<i64>()]
}

fn cell() -> impl Strategy<Value = Value> {
    prop_oneof![
        4 => (0..12i64).prop_map(Value::from),
        4 => Just(json!("x")),
        1 => Just(Value::Null),
        1 => number().prop_map(Value::from),
    ]
}

/// A table of the right shape with any content, none at all included.
fn table() -> impl Strategy<Value = Value> {
    let kind = prop::sample::select(vec!["persons", "sensitive", "facility", "workload", "headline", "?"]);
    let id = prop::sample::select(vec!["1", "6", "7", "8", "9", "11", "13", ""]);
    let place = || (0..4usize, 0..4usize);
    (0..5usize, 0..4usize, kind, id, any::<[bool; 3]>()).prop_flat_map(move |(rows, columns, kind, id, yes)| {
        let cells = prop::collection::vec(prop::collection::vec(cell(), columns), rows);
        let types = prop::collection::vec(prop::sample::select(vec!["count", "minutes", ""]), columns);
        let captions = |n| prop::collection::vec(prop::sample::select(vec!["計", "人数", "新規", "退院", "a"]), n);
        let derived = prop::collection::vec((place(), place(), number()), 0..2);
        (cells, types, captions(rows), captions(columns), derived).prop_map(move |(cells, types, rows, columns, derived)| {
            let derived: Vec<Value> = derived
                .into_iter()
                .map(|(part, whole, n)| json!({"part": part, "whole": whole, "per_mille": n}))
                .collect();
            json!({"id": id, "kind": kind, "additive": yes[0], "column_types": types, "rows": rows, "columns": columns,
                "total_row": yes[1], "total_column": yes[2], "cells": cells, "derived": derived})
        })
    })
}

/// Puts something else at one place of a tree.
fn spoil(tree: &mut Value, way: &[u8], with: &Value) {
    let Some((step, rest)) = way.split_first() else {
        *tree = with.clone();
        return;
    };
    let step = usize::from(*step);
    match tree {
        Value::Array(items) if !items.is_empty() => {
            let at = step % items.len();
            spoil(&mut items[at], rest, with);
        }
        Value::Object(fields) if !fields.is_empty() => {
            let at = step % fields.len();
            if let Some(field) = fields.values_mut().nth(at) {
                spoil(field, rest, with);
            }
        }
        _ => *tree = with.clone(),
    }
}

fn anything() -> impl Strategy<Value = Value> {
    prop_oneof![
        number().prop_map(Value::from),
        Just(Value::Null),
        Just(json!("x")),
        Just(json!([])),
        Just(json!({})),
        Just(json!([[]])),
        Just(json!(["count"])),
        Just(json!(true)),
        Just(json!(0.5)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn no_published_report_makes_the_attacker_fall(
        k in number(),
        persons in number(),
        tables in prop::collection::vec(table(), 0..4),
        spoilt in prop::collection::vec((prop::collection::vec(any::<u8>(), 0..6), anything()), 0..3),
    ) {
        let mut tree: Value =
            serde_json::from_str(&report(json!(k), headline(persons), json!(tables))).expect("it was written here");
        let _ = asked(&tree.to_string());
        for (way, with) in &spoilt {
            spoil(&mut tree, way, with);
        }
        let _ = asked(&tree.to_string());
    }

    #[test]
    fn no_text_makes_the_attacker_fall(text in "\\PC{0,60}", cut in 0..2000usize) {
        prop_assert!(asked(&text).is_err());
        let whole = report(json!(3), headline(21), json!([]));
        let _ = asked(&whole.chars().take(cut).collect::<String>());
    }
}
