//! Whatever is done to a series: no past record changes, nothing is planned twice, and one undo takes a deed back.

use super::{change, visits};
use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use susono_tests::{Ward, ward};

#[derive(Clone, Debug)]
enum Deed {
    Pass { days: u64 },
    Move { plan: usize, by: i64 },
    Change { plan: usize, all: bool, by: i64, rule: usize, holidays: usize },
    Stop { plan: usize, all: bool },
    Remove { plan: usize },
    Cancel { plan: usize },
    Outcome { plan: usize },
    DayOff { day: u64 },
    Extend,
}

const RULES: [&str; 6] = [
    "",
    "",
    "FREQ=WEEKLY;BYDAY=MO,TH",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE",
    "FREQ=MONTHLY;BYDAY=2TU",
    "FREQ=WEEKLY;BYDAY=FR;COUNT=5",
];
const HOLIDAYS: [&str; 4] = ["keep", "skip", "next", "previous"];

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = prop_oneof![
        2 => (1u64..16).prop_map(|days| Deed::Pass { days }),
        2 => (0usize..12, -3i64..9).prop_map(|(plan, by)| Deed::Move { plan, by }),
        5 => (0usize..12, any::<bool>(), -3i64..4, 0usize..6, 0usize..4)
            .prop_map(|(plan, all, by, rule, holidays)| Deed::Change { plan, all, by, rule, holidays }),
        1 => (0usize..12, any::<bool>()).prop_map(|(plan, all)| Deed::Stop { plan, all }),
        1 => (0usize..12).prop_map(|plan| Deed::Remove { plan }),
        1 => (0usize..12).prop_map(|plan| Deed::Cancel { plan }),
        2 => (0usize..12).prop_map(|plan| Deed::Outcome { plan }),
        1 => (0u64..60).prop_map(|day| Deed::DayOff { day }),
        1 => Just(Deed::Extend),
    ];
    prop::collection::vec(deed, 1..8)
}

/// The visits of the store by their key, with the people to be seen.
fn plans(ward: &Ward) -> BTreeMap<String, Vec<String>> {
    let records = ward.records();
    let rows = |name: &str| -> Vec<Vec<String>> {
        let text = records.get(name).cloned().unwrap_or_default();
        text.trim_start_matches('\u{feff}')
            .lines()
            .skip(1)
            .map(|l| l.split(',').map(str::to_owned).collect())
            .collect()
    };
    let mut all: BTreeMap<String, Vec<String>> =
        rows("visits.csv").into_iter().map(|row| (row[0].clone(), row)).collect();
    for person in rows("visit_cases.csv") {
        all.entry(person[0].clone()).or_default().extend(person);
    }
    all
}

/// Day of each plan of the series from November to December, for choosing one.
fn known(ward: &Ward) -> Vec<Value> {
    let mut all = Vec::new();
    for n in 0..8 {
        let from = chrono::NaiveDate::from_ymd_opt(2026, 11, 2).unwrap() + chrono::Days::new(7 * n);
        let week = ward.call("Week", json!({"from": from.to_string()}));
        all.extend(week["items"].as_array().cloned().unwrap_or_default());
    }
    all.retain(|item| item["series_id"].is_string());
    all
}

fn act(ward: &Ward, deed: &Deed, today: &mut chrono::NaiveDate) -> bool {
    let all = known(ward);
    let chosen = |n: usize| all.get(n % all.len().max(1)).cloned().unwrap_or_default();
    let id = |n: usize| chosen(n)["id"].as_str().unwrap_or_default().to_owned();
    let moved = |n: usize, by: i64| {
        let on: chrono::NaiveDate = chosen(n)["on"].as_str().unwrap_or("2026-11-10").parse().unwrap();
        (on + chrono::TimeDelta::days(by)).to_string()
    };
    let (name, input) = match deed {
        Deed::Pass { days } => {
            *today = *today + chrono::Days::new(*days);
            ward.at(&format!("{today}T09:00+09:00"));
            return false;
        }
        Deed::Move { plan, by } => (
            "MovePlan",
            json!({"plan_id": id(*plan), "on": moved(*plan, *by), "start": "15:00", "end": null}),
        ),
        Deed::Change { plan, all, by, rule, holidays } => {
            let scope = if *all { "all" } else { "following" };
            let mut input = change(&id(*plan), scope, &moved(*plan, *by), "10:15");
            if !RULES[*rule].is_empty() {
                input["rule"] = json!(RULES[*rule]);
            }
            input["holidays"] = json!(HOLIDAYS[*holidays]);
            ("ChangeSeries", input)
        }
        Deed::Stop { plan, all } => {
            ("StopSeries", json!({"plan_id": id(*plan), "scope": if *all { "all" } else { "following" }}))
        }
        Deed::Remove { plan } => ("RemovePlan", json!({"plan_id": id(*plan)})),
        Deed::Cancel { plan } => {
            ("FinishPlan", json!({"plan_id": id(*plan), "result": "cancelled", "reason": "病棟の都合"}))
        }
        Deed::Outcome { plan } => {
            ("SetOutcome", json!({"plan_id": id(*plan), "case_id": ward.case("南 和夫"), "outcome": "met"}))
        }
        Deed::DayOff { day } => {
            let on =
                (chrono::NaiveDate::from_ymd_opt(2026, 11, 2).unwrap() + chrono::Days::new(*day)).to_string();
            ("KeepDayOff", json!({"from": on, "to": on, "yearly": false, "name": "休み", "org_id": null}))
        }
        Deed::Extend => ("ExtendSeries", json!({})),
    };
    ward.try_call(name, input).is_ok() && !matches!(deed, Deed::Extend)
}

/// Deeds that are changes of a series, not of one plan.
fn of_series(deed: &Deed) -> bool {
    matches!(deed, Deed::Change { .. } | Deed::Stop { .. } | Deed::DayOff { .. } | Deed::Extend)
}

#[test]
fn no_past_record_changes_under_any_change_of_a_series() {
    let mut runner = TestRunner::new_with_rng(
        ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() },
        TestRng::deterministic_rng(RngAlgorithm::ChaCha),
    );
    let outcome = runner.run(&deeds(), |deeds| {
        let ward = ward();
        let mut today = chrono::NaiveDate::from_ymd_opt(2026, 11, 2).unwrap();
        visits(&ward, "2026-11-03", "FREQ=WEEKLY;BYDAY=TU", "next");
        for deed in &deeds {
            let before = plans(&ward);
            let whole = ward.records();
            let undone = act(&ward, deed, &mut today);
            let after = plans(&ward);
            if of_series(deed) {
                let on = today.to_string();
                for (id, row) in
                    before.iter().filter(|(_, row)| row[1] < on || row.iter().any(|cell| cell == "met"))
                {
                    prop_assert_eq!(Some(row), after.get(id), "{:?} touched what has passed", deed);
                }
                for (id, row) in before.iter().filter(|(_, row)| row.iter().any(|cell| cell == "cancelled")) {
                    prop_assert_eq!(Some(row), after.get(id), "{:?} touched what was settled", deed);
                }
            }
            let mut seen = BTreeSet::new();
            let standing = |item: &&Value| item["apart"] != true && item["result"] == "planned";
            for item in known(&ward).iter().filter(standing) {
                // Two halves of a series that was parted may meet on a day; one never does with itself.
                let (series, on) = (item["series_id"].to_string(), item["on"].to_string());
                prop_assert!(seen.insert((series, on.clone())), "{:?} planned {} twice", deed, on);
            }
            if undone {
                let done = ward.records();
                ward.undo();
                prop_assert_eq!(ward.records(), whole, "{:?} taken back", deed);
                ward.redo();
                prop_assert_eq!(ward.records(), done, "{:?} done again", deed);
            }
        }
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}
