//! Figures of a year: right to the last integer, for the practice ward and for wards nobody has seen.

use app::exchange::figures;
use serde_json::{Value, json};
use susono_tests::recount::recount;
use susono_tests::second_pack::{YEAR, second_pack};
use susono_tests::{Ward, empty, practice_pack, project, ward};

fn counted(ward: &Ward, year: i32) -> Value {
    let figures = figures(ward.house(), &ward.around(), year).expect("the year can be counted");
    serde_json::to_value(figures).expect("figures are JSON")
}

/// The first place where two figures differ, for a message that helps.
fn difference(path: &str, one: &Value, other: &Value) -> Option<String> {
    match (one, other) {
        (Value::Object(a), Value::Object(b)) => a.keys().chain(b.keys()).find_map(|key| {
            difference(
                &format!("{path}/{key}"),
                a.get(key).unwrap_or(&Value::Null),
                b.get(key).unwrap_or(&Value::Null),
            )
        }),
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            a.iter().zip(b).enumerate().find_map(|(n, (x, y))| difference(&format!("{path}/{n}"), x, y))
        }
        _ if one == other => None,
        _ => Some(format!("{path}: {one} against {other}")),
    }
}

#[test]
fn the_practice_year_is_counted_as_expected() {
    let expected = std::fs::read_to_string(project().join("tests/golden/figures-2025.json"))
        .expect("the expected figures are there");
    let expected: Value = serde_json::from_str(&expected).expect("the expected figures are JSON");
    let counted = counted(&ward(), 2025);
    assert_eq!(difference("", &counted, &expected), None);
    assert_eq!(
        difference("", &recount(&practice_pack(), 2025, 20_261_102), &expected),
        None,
        "the recount counts by the same rules"
    );
}

#[test]
fn other_years_of_the_practice_ward_agree_with_the_recount() {
    let ward = ward();
    for year in [2023, 2024, 2026, 2027] {
        assert_eq!(
            difference("", &counted(&ward, year), &recount(&practice_pack(), year, 20_261_102)),
            None,
            "{year}"
        );
    }
}

#[test]
fn thirty_other_wards_are_counted_twice_with_one_result() {
    let mut seen = json!({"readmissions": 0, "twins": 0, "unknown_births": 0});
    for seed in 1..=30 {
        let pack = second_pack(seed);
        let ward = empty();
        ward.import(&pack);
        for year in [YEAR - 1, YEAR, YEAR + 1] {
            let figures = counted(&ward, year);
            assert_eq!(
                difference("", &figures, &recount(&pack, year, 20_261_102)),
                None,
                "seed {seed}, year {year}"
            );
            let persons = &figures["persons"];
            let cases = persons["carried_over"].as_u64().unwrap() + persons["new"].as_u64().unwrap();
            let add =
                |seen: &mut Value, key: &str, n: u64| seen[key] = json!(seen[key].as_u64().unwrap() + n);
            add(&mut seen, "readmissions", figures["readmissions"].as_u64().unwrap());
            add(&mut seen, "twins", cases - persons["distinct"].as_u64().unwrap());
            add(
                &mut seen,
                "unknown_births",
                u64::from(figures["age_sex"].as_object().unwrap().keys().any(|k| k.starts_with("unknown"))),
            );
        }
    }
    for key in ["readmissions", "twins", "unknown_births"] {
        assert!(
            seen[key].as_u64().unwrap() > 0,
            "the wards hold no {key}, so that nothing was proven about it: {seen}"
        );
    }
}

#[test]
fn reference_days_that_have_not_come_are_left_out() {
    let ward = ward();
    let days = |ward: &Ward| -> Vec<String> {
        counted(ward, 2026)["stages"].as_object().unwrap().keys().cloned().collect()
    };
    assert_eq!(days(&ward), ["2026-04-01", "2026-09-30"]);
    ward.at("2026-09-29T23:59:00+09:00");
    assert_eq!(days(&ward), ["2026-04-01"]);
    ward.at("2027-03-31T00:00:00+09:00");
    assert_eq!(days(&ward), ["2026-04-01", "2026-09-30", "2027-03-31"]);
}

#[test]
fn a_year_out_of_range_is_refused() {
    let ward = empty();
    let failure = figures(ward.house(), &ward.around(), 25).expect_err("25 is no fiscal year");
    assert_eq!(failure.id, "figures.bad-year");
}
