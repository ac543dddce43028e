//! 表26 to 表28, hospital figures of the yearly survey, counted again from its files; and what becomes of an indicator whose
//! base is small.

use super::files::{Files, Row, YEAR};
use super::{Rows, rows, with_total, word};
use crate::reports::{Value, prepare, published, table};
use app::reports::{AnnualRequest, Level};
use domain::calendar::FiscalYear;
use std::collections::BTreeMap;
use susono_tests::empty;

const BANDS: [(&str, &str); 6] = [
    ("lt3m", "los_lt_3m"),
    ("3m_1y", "los_3m_1y"),
    ("1_5y", "los_1_5y"),
    ("5_10y", "los_5_10y"),
    ("10_20y", "los_10_20y"),
    ("ge20y", "los_ge_20y"),
];

/// What is not known is no number.
fn number(row: &Row, column: &str) -> Option<u64> {
    (!row[column].is_empty()).then(|| row[column].parse().expect("a number"))
}

fn of_year(files: &Files, year: i32) -> Vec<&Row> {
    files.rows("survey630.csv").iter().filter(|s| s["year"] == year.to_string()).collect()
}

fn survey(files: &Files, year: i32, column: &str) -> u64 {
    of_year(files, year).into_iter().map(|s| number(s, column).expect("known")).sum()
}

/// Every hospital of the year by its name, in the order of the names.
fn by_name(files: &Files) -> BTreeMap<String, &Row> {
    let name = |id: &str| {
        let found = files.rows("organisations.csv").iter().find(|o| o["org_id"] == id);
        found.expect("a hospital")["name"].clone()
    };
    of_year(files, YEAR).into_iter().map(|row| (name(&row["org_id"]), row)).collect()
}

/// 表26: beds and inpatients.
pub fn hospitals(files: &Files) -> Rows {
    let cells = |row: &Row| ["beds", "inpatients"].map(|column| number(row, column).expect("known"));
    with_total(by_name(files).into_iter().map(|(name, row)| (name, cells(row))).collect())
}

/// The columns of words of 表26, hospital by hospital and last all together, as they are printed.
pub fn indicators(figures: &Value) -> Vec<Vec<String>> {
    let texts = |list: &Value| {
        let all = list.as_array().expect("texts").iter();
        all.map(|text| text.as_str().expect("words").to_owned()).collect()
    };
    table(figures, "26")["labels"].as_array().expect("columns of words").iter().map(texts).collect()
}

/// A share in percent, half up; a mark under ten, a sign beside it under fifty.
fn percent(part: Option<u64>, whole: Option<u64>) -> String {
    let (Some(part), Some(whole)) = (part, whole) else { return "…".to_owned() };
    if whole < 10 {
        return "—（少数）".to_owned();
    }
    let shown = format!("{:.1}", (part as f64 / whole as f64 * 1000.0 + 1e-9).round() / 10.0);
    if whole < 50 { format!("{shown}※") } else { shown }
}

/// Occupancy, a year and more, 65 and over, mean stay, discharge rate with and without transfer and death.
pub fn indicators_counted(files: &Files) -> Vec<Vec<String>> {
    let all: Vec<&Row> = by_name(files).into_values().collect();
    let groups: Vec<Vec<&Row>> = all.iter().map(|row| vec![*row]).chain([all.clone()]).collect();
    let sum = |group: &[&Row], columns: &[&str]| -> Option<u64> {
        group.iter().flat_map(|row| columns.iter().map(|column| number(row, column))).sum()
    };
    let long = |group: &[&Row]| sum(group, &BANDS.map(|(_, column)| column)[2..]);
    let left = |group: &[&Row], everybody: bool| -> u64 {
        let rows = files.rows("survey630_discharges.csv").iter().filter(|row| {
            let other = ["transfer", "death", "転院", "死亡"].contains(&row["destination"].as_str());
            row["year"] == YEAR.to_string()
                && group.iter().any(|own| own["org_id"] == row["org_id"])
                && (everybody || !other)
        });
        rows.map(|row| row["ge1y"].parse::<u64>().unwrap_or(0)).sum()
    };
    let mean = |group: &[&Row]| {
        let moved = sum(group, &["annual_admissions", "annual_discharges"]);
        let (Some(moved), Some(days)) = (moved, sum(group, &["annual_inpatient_days"])) else {
            return "…".to_owned();
        };
        if moved < 20 {
            return "—（少数）".to_owned();
        }
        let days = days as f64 / (moved as f64 / 2.0);
        format!("{:.1}", (days * 10.0 + 1e-9).round() / 10.0)
    };
    let each = |of: &dyn Fn(&[&Row]) -> String| groups.iter().map(|group| of(group)).collect::<Vec<_>>();
    vec![
        each(&|group| percent(sum(group, &["inpatients"]), sum(group, &["beds"]))),
        each(&|group| percent(long(group), sum(group, &["inpatients"]))),
        each(&|group| percent(sum(group, &["ge1y_ge65"]), long(group))),
        each(&|group| mean(group)),
        each(&|group| percent(Some(left(group, true) * 12), long(group))),
        each(&|group| percent(Some(left(group, false) * 12), long(group))),
    ]
}

/// 表26-2.
pub fn stays(files: &Files) -> Rows {
    let row = |(key, column): (&str, &str)| (word(&format!("stay.{key}")), [survey(files, YEAR, column)]);
    with_total(BANDS.map(row).into())
}

/// 表27.
pub fn june(files: &Files) -> Rows {
    let mut counted: BTreeMap<String, [u64; 2]> = BTreeMap::new();
    let of_year = files.rows("survey630_discharges.csv").iter().filter(|s| s["year"] == YEAR.to_string());
    for row in of_year {
        let cells = counted.entry(row["destination"].clone()).or_default();
        cells[0] += row["all"].parse::<u64>().unwrap_or(0);
        cells[1] += row["ge1y"].parse::<u64>().unwrap_or(0);
    }
    with_total(counted)
}

/// 表28.
pub fn years(files: &Files) -> Rows {
    let year = |year: i32| {
        let long = BANDS[2..].iter().map(|(_, column)| survey(files, year, column)).sum();
        let caption = format!("令和{}年6月30日", year - 2018);
        (caption, [survey(files, year, "beds"), survey(files, year, "inpatients"), long])
    };
    rows([year(YEAR - 1), year(YEAR)])
}

/// The survey of one year in three hospitals, the last of them with so many inpatients of a year and more.
fn ward_with(last: u64) -> susono_tests::Ward {
    let mut files = Files::of(2);
    let known: Vec<String> = of_year(&files, YEAR).iter().map(|row| row["org_id"].clone()).collect();
    let template = of_year(&files, YEAR)[0].clone();
    files.rows_mut("survey630_discharges.csv").clear();
    let survey = files.rows_mut("survey630.csv");
    survey.clear();
    for (at, org) in known.iter().take(3).enumerate() {
        let long = if at == 2 { last } else { 60 };
        let mut row = template.clone();
        let own = [("org_id", org.clone()), ("beds", "120".into()), ("inpatients", (40 + long).to_string())];
        row.extend(own.map(|(column, text)| (column.to_owned(), text)));
        for (column, n) in [
            ("los_lt_3m", 20),
            ("los_3m_1y", 20),
            ("los_1_5y", long),
            ("los_5_10y", 0),
            ("los_10_20y", 0),
            ("los_ge_20y", 0),
            ("ge1y_lt65", long / 2),
            ("ge1y_ge65", long - long / 2),
            ("involuntary", 0),
            ("medical_protection", 20),
            ("voluntary", 20 + long),
            ("other_form", 0),
        ] {
            row.insert(column.to_owned(), n.to_string());
        }
        survey.push(row);
    }
    let ward = empty();
    ward.at("2024-04-02T09:00:00+09:00").import(&files.bytes());
    ward
}

fn printed(ward: &susono_tests::Ward, level: Level) -> Value {
    let fiscal_year = FiscalYear::try_from(YEAR).expect("a year");
    let report = prepare(ward.house(), &ward.around(), AnnualRequest { fiscal_year, level });
    published(&report.expect("it may leave"))
}

#[test]
fn an_indicator_of_few_is_marked_or_told_of_no_hospital() {
    let old = |figures: &Value| {
        let head = words::ja("report.label.old");
        let notes = table(figures, "26")["notes"].to_string();
        let left_out = notes.contains(&words::ja("report.note.survey_left_out"));
        (indicators(figures), left_out, head)
    };
    // Twelve with a year and more: told as a reference to the city, to everybody not at all.
    let ward = ward_with(12);
    let (city, left_out, _) = old(&printed(&ward, Level::Municipal));
    assert!(!left_out, "six and six are no secret at the level of the city: {city:?}");
    assert!(city.iter().flatten().any(|text| text == "50.0※"), "{city:?}");
    let (public, left_out, _) = old(&printed(&ward, Level::Public));
    assert!(left_out && !public.iter().flatten().any(|text| text == "50.0※"), "{public:?}");
    // Eight: the base is too small for a share, so the hospital has a mark and the others keep theirs.
    let ward = ward_with(8);
    let (city, left_out, _) = old(&printed(&ward, Level::Municipal));
    assert!(!left_out && city.iter().flatten().any(|text| text == "—（少数）"), "{city:?}");
    assert!(!city.iter().flatten().any(|text| text == "50.0※"), "{city:?}");
    // Four, two of them old: a share of two could be worked back, so it is told of no hospital.
    let ward = ward_with(4);
    let (city, left_out, head) = old(&printed(&ward, Level::Municipal));
    assert!(left_out, "{city:?}");
    let (inside, ..) = old(&printed(&ward, Level::Internal));
    assert_eq!(inside.len(), city.len() + 1, "only {head} is missing");
}
