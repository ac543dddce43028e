//! Leaks planted in published figures, one for every way in which an outsider puts tables and reports together. Each is
//! found only by its own rule.

use audit::FindingKind::{self, CellMismatch, Difference, ExactValue, GroupDisclosure, Narrow, Revision};
use serde_json::{Value, json};

/// A column of numbers (−1 is hidden), each with what it counts beside the table's measure and period.
fn column(id: &str, kind: &str, measure: &str, period: [&str; 2], rows: &[(Value, i64)]) -> Value {
    let shown = |n: i64| if n < 0 { json!("x") } else { json!(n) };
    json!({"id": id, "kind": kind, "additive": true, "column_types": ["count"], "columns": ["人数"],
        "rows": (0..rows.len()).map(|r| format!("{r}")).collect::<Vec<_>>(), "total_row": false, "total_column": false,
        "cells": rows.iter().map(|r| [shown(r.1)]).collect::<Vec<_>>(),
        "scope": {"measure": measure, "from": period[0], "to": period[1],
            "rows": rows.iter().map(|r| r.0.clone()).collect::<Vec<_>>(), "columns": [{}]}})
}

/// The same with its last row as the total.
fn summed(mut table: Value) -> Value {
    table["total_row"] = json!(true);
    table
}

fn report(period: [&str; 2], head: [i64; 5], tables: Vec<Value>) -> String {
    let [active, new, discharged, closed, distinct] = head;
    json!({"k": 3, "fiscal_year": 2025, "from": period[0], "to": period[1], "tables": tables, "withheld": [],
        "headline": {"active": active, "new": new, "discharged": discharged, "closed": closed, "distinct": distinct}})
    .to_string()
}

const YEAR: [&str; 2] = ["2025-04-01", "2026-03-31"];
const HALF: [&str; 2] = ["2025-04-01", "2025-09-30"];
const REST: [&str; 2] = ["2025-10-01", "2026-03-31"];
const HEAD: [i64; 5] = [60, 40, 30, 20, 80];

fn kinds(found: Vec<audit::Finding>) -> Vec<FindingKind> {
    found.into_iter().map(|f| f.kind).collect()
}

fn alone(tables: Vec<Value>) -> Vec<FindingKind> {
    kinds(audit::audit(&report(YEAR, HEAD, tables)).expect("readable"))
}

fn beside(now: &str, earlier: &[String]) -> Vec<FindingKind> {
    kinds(audit::audit_beside(now, earlier).expect("readable"))
}

fn ages(old: i64, young: i64) -> Vec<(Value, i64)> {
    vec![(json!({"age": ["70"]}), old), (json!({"age": ["0"]}), young)]
}

#[test]
fn a_number_hidden_here_and_shown_there_is_known() {
    let here = column("6", "persons", "persons", YEAR, &ages(-1, 40));
    assert_eq!(alone(vec![here.clone()]), []);
    let there = column("7", "persons", "persons", YEAR, &ages(4, 40));
    assert_eq!(alone(vec![here, there]), [ExactValue]);
}

#[test]
fn a_part_that_nearly_fills_the_whole_leaves_few() {
    let by_sex = |n| {
        column(
            "9",
            "persons",
            "persons",
            YEAR,
            &[(json!({"age": ["70"], "sex": ["f"], "hospital": ["A"]}), n)],
        )
    };
    let whole = column("6", "persons", "persons", YEAR, &ages(12, 40));
    assert_eq!(alone(vec![whole.clone(), by_sex(11)]), [Difference]);
    assert_eq!(alone(vec![whole.clone(), by_sex(9)]), []);
    let all = column("6", "persons", "persons", YEAR, &ages(6, 40));
    assert_eq!(alone(vec![all, by_sex(6)]), [GroupDisclosure], "all of a small group are women of A");
}

#[test]
fn the_same_set_with_another_number_tells_who_was_added() {
    let of = |n| report(YEAR, HEAD, vec![column("6", "persons", "persons", YEAR, &ages(n, 40))]);
    assert_eq!(beside(&of(13), &[of(12)]), [Revision]);
    assert_eq!(beside(&of(15), &[of(12)]), [], "three at once");
    assert_eq!(beside(&of(12), &[of(12)]), []);
}

#[test]
fn what_all_hospitals_but_one_leave_is_known_though_nothing_prints_it() {
    let hospital = |h: &str, n| (json!({"hospital": [h]}), n);
    let total = |id, n| column(id, "persons", "contacted", YEAR, &[(json!({}), n)]);
    let three =
        column("8", "persons", "contacted", YEAR, &[hospital("A", 20), hospital("B", 15), hospital("C", 10)]);
    assert_eq!(alone(vec![three.clone(), total("9", 47)]), [Difference], "two at a fourth");
    assert_eq!(alone(vec![three.clone(), total("9", 55)]), []);
    // Nothing is shown of the third: the other two and the whole say that few are left for both.
    let two =
        column("8", "persons", "contacted", YEAR, &[hospital("A", 20), hospital("B", 15), hospital("C", -1)]);
    assert!(alone(vec![two, total("9", 37)]).contains(&Narrow));
}

#[test]
fn a_whole_and_its_months_leave_the_month_between() {
    let of = |period: [&str; 2], n| {
        column("11", "persons", "discharges", period, &[(json!({"hospital": ["A"]}), n)])
    };
    let half = report(HALF, HEAD, vec![of(HALF, 12)]);
    let year = |n| report(YEAR, HEAD, vec![of(YEAR, n)]);
    assert!(beside(&year(14), std::slice::from_ref(&half)).contains(&Difference));
    assert_eq!(beside(&year(17), std::slice::from_ref(&half)), []);
    // Persons do not add up over time, but more of them were there in the year all the same.
    let persons =
        |period: [&str; 2], n| column("6", "persons", "persons", period, &[(json!({"age": ["70"]}), n)]);
    let first = report(HALF, HEAD, vec![persons(HALF, 12)]);
    assert!(
        beside(&report(YEAR, HEAD, vec![persons(YEAR, 14)]), std::slice::from_ref(&first))
            .contains(&Difference)
    );
    assert_eq!(beside(&report(YEAR, HEAD, vec![persons(YEAR, 17)]), &[first]), []);
}

#[test]
fn the_halves_of_a_year_bound_its_persons() {
    let persons =
        |period: [&str; 2], n| column("6", "persons", "persons", period, &[(json!({"age": ["70"]}), n)]);
    // One was there in the first half and one in the second, so two at most in the year, and at least one.
    let halves =
        vec![report(HALF, HEAD, vec![persons(HALF, -1)]), report(REST, HEAD, vec![persons(REST, 20)])];
    assert_eq!(beside(&report(YEAR, HEAD, vec![persons(YEAR, 21)]), &halves), [Difference]);
    let year = report(YEAR, HEAD, vec![persons(YEAR, 22)]);
    assert!(beside(&year, &halves).contains(&Difference), "two who were not there in the second half");
    // Three in the first half and nobody in the second: the year has three, neither more nor fewer.
    let open = vec![persons(HALF, 3), persons(REST, 0), persons(YEAR, -1)];
    assert_eq!(alone(open), [ExactValue]);
    assert_eq!(alone(vec![persons(HALF, 3), persons(REST, 9), persons(YEAR, -1)]), [], "nine to twelve");
    let first = report(HALF, HEAD, vec![persons(HALF, 20)]);
    let rest = report(REST, HEAD, vec![persons(REST, 0)]);
    assert!(
        beside(&report(YEAR, HEAD, vec![persons(YEAR, -1)]), &[first, rest]).is_empty(),
        "twenty is no small count"
    );
}

#[test]
fn those_open_at_two_days_and_the_new_ones_tell_the_closed_ones() {
    // 50 open at the end of March, 60 a year later, 12 new: two were closed.
    let open = |day: &str, n| column("2", "headline", "active", [day, day], &[(json!({}), n)]);
    let new = column("3", "persons", "new", YEAR, &[(json!({}), 12)]);
    let closed = |n| column("4", "persons", "closed", YEAR, &[(json!({}), n)]);
    let text = |tables: Vec<Value>| report(HALF, [57, 8, 30, 1, 58], tables);
    let found = |tables| kinds(audit::audit(&text(tables)).expect("readable"));
    let days = [open("2025-03-31", 50), open("2026-03-31", 60)];
    let three = vec![days[0].clone(), days[1].clone(), new.clone(), closed(-1)];
    assert!(found(three).contains(&ExactValue));
    assert_eq!(found(vec![days[1].clone(), closed(-1)]), [], "nobody says how many are new since");
}

#[test]
fn a_part_is_never_greater_than_its_whole() {
    let part = column("9", "persons", "contacted", YEAR, &[(json!({"age": ["70"], "sex": ["f"]}), -1)]);
    let whole = |n| column("6", "persons", "contacted", YEAR, &[(json!({}), n)]);
    assert_eq!(alone(vec![part.clone(), whole(3)]), [Narrow], "one to three");
    assert_eq!(alone(vec![part, whole(9)]), []);
}

#[test]
fn a_ring_of_tables_too_large_to_try_is_not_called_safe() {
    let codes = |n: usize| (0..n).map(|c| c.to_string()).collect::<Vec<_>>();
    let cross = |id: &str, of: (&str, usize), by: (&str, usize)| {
        let set = |(name, n): (&str, usize)| -> Vec<Value> {
            codes(n).into_iter().map(|c| json!({name: [c]})).chain([json!({})]).collect()
        };
        let row = |r: usize| -> Vec<Value> {
            let inner = (0..by.1).map(|c| if r < 2 && c < 2 { json!("x") } else { json!(9) });
            inner.chain([json!(9 * by.1)]).collect()
        };
        let last = (0..by.1).map(|_| json!(9 * of.1)).chain([json!(9 * of.1 * by.1)]).collect();
        json!({"id": id, "kind": "persons", "additive": true, "column_types": vec!["count"; by.1 + 1], "total_row": true,
            "rows": vec![""; of.1 + 1], "columns": vec![""; by.1 + 1], "total_column": true,
            "cells": (0..of.1).map(row).chain([last]).collect::<Vec<Vec<Value>>>(),
            "scope": {"measure": "persons", "from": YEAR[0], "to": YEAR[1], "rows": set(of), "columns": set(by)}})
    };
    let sides = [("a", 5), ("b", 5), ("c", 5)];
    let two = vec![cross("1", sides[0], sides[1]), cross("2", sides[1], sides[2])];
    let mut three = two.clone();
    three.push(cross("3", sides[0], sides[2]));
    let tells = |tables| {
        let text = report(YEAR, [600, 400, 300, 200, 999], tables);
        kinds(audit::audit(&text).expect("readable")).contains(&CellMismatch)
    };
    assert!(!tells(two));
    assert!(tells(three), "not proven");
}

#[test]
fn a_mean_or_a_period_that_is_none_cannot_be_read() {
    let mut table =
        summed(column("6", "persons", "persons", YEAR, &[ages(12, 40), vec![(json!({}), 52)]].concat()));
    assert_eq!(alone(vec![table.clone()]), []);
    let mut reads = |field: &str, value: Value| {
        let before = table[field].clone();
        table[field] = value;
        let read = audit::audit(&report(YEAR, HEAD, vec![table.clone()])).is_ok();
        table[field] = before;
        read
    };
    let share = json!({"label": "", "part": [0, 0], "whole": [2, 0], "per_mille": 231});
    assert!(reads("derived", json!([share])));
    assert!(!reads(
        "derived",
        json!([{"label": "平均", "part": [0, 0], "whole": [2, 0], "per_mille": 231, "mean": 66.5}])
    ));
    assert!(!reads(
        "scope",
        json!({"measure": "persons", "from": "4月", "to": YEAR[1], "rows": [{}, {}, {}], "columns": [{}]})
    ));
    assert!(!reads(
        "scope",
        json!({"measure": "persons", "from": YEAR[0], "to": YEAR[1], "rows": [{}], "columns": [{}]})
    ));
}

#[test]
fn corrected_data_weaken_the_attack_only_where_they_contradict() {
    let of = |n, m| {
        report(
            HALF,
            HEAD,
            vec![column(
                "11",
                "persons",
                "discharges",
                HALF,
                &[(json!({"hospital": ["A"]}), n), (json!({"hospital": ["B"]}), m)],
            )],
        )
    };
    // Hospital A was corrected downwards: its months contradict the year. Hospital B still tells one too many.
    let year = report(
        YEAR,
        HEAD,
        vec![column(
            "11",
            "persons",
            "discharges",
            YEAR,
            &[(json!({"hospital": ["A"]}), 8), (json!({"hospital": ["B"]}), 13)],
        )],
    );
    assert!(beside(&year, &[of(12, 12)]).contains(&Difference));
    assert_eq!(beside(&year, &[of(12, 9)]), []);
}
