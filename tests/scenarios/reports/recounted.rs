//! The tables whose records the practice ward does not keep, counted again from the files by a slow count that shares
//! nothing with the program.

mod files;
mod survey;

use super::{Value, prepare, published, table};
use app::reports::{AnnualRequest, Level};
use domain::calendar::FiscalYear;
use files::{Files, YEAR, number_of};
use std::collections::{BTreeMap, BTreeSet};
use survey::{hospitals, indicators, indicators_counted, june, stays, years};
use susono_tests::empty;

/// Caption and cells of every row.
type Rows = BTreeMap<String, Vec<Option<u64>>>;

const FIRST: i32 = YEAR * 10_000 + 401;
const LAST: i32 = (YEAR + 1) * 10_000 + 331;

fn printed(figures: &Value, id: &str) -> Rows {
    let tables = figures["tables"].as_array().expect("tables");
    // A table nobody had a record for is left out.
    let Some(table) = tables.iter().find(|table| table["id"] == id) else { return Rows::new() };
    let captions = table["rows"].as_array().expect("rows").iter();
    let cells = table["cells"].as_array().expect("cells").iter();
    captions
        .zip(cells)
        .map(|(caption, cells)| {
            let cells = cells.as_array().expect("a row").iter().map(Value::as_u64).collect();
            (caption.as_str().expect("a caption").to_owned(), cells)
        })
        .collect()
}

fn rows<const N: usize>(counted: impl IntoIterator<Item = (String, [u64; N])>) -> Rows {
    counted.into_iter().map(|(caption, cells)| (caption, cells.map(Some).to_vec())).collect()
}

fn with_total<const N: usize>(counted: BTreeMap<String, [u64; N]>) -> Rows {
    let total: [u64; N] = std::array::from_fn(|n| counted.values().map(|cells| cells[n]).sum());
    rows(counted.into_iter().chain([("計".to_owned(), total)]))
}

fn in_year(day: i32) -> bool {
    (FIRST..=LAST).contains(&day)
}

fn word(key: &str) -> String {
    words::ja(&format!("report.{key}"))
}

#[test]
fn tables_of_rare_records_are_what_a_slow_count_finds() {
    let fiscal_year = FiscalYear::try_from(YEAR).expect("a year");
    let mut told = BTreeSet::new();
    for seed in [2, 4, 6, 8] {
        let files = Files::of(seed);
        let ward = empty();
        ward.at("2024-04-02T09:00:00+09:00").import(&files.bytes());
        let request = AnnualRequest { fiscal_year, level: Level::Internal };
        let report = prepare(ward.house(), &ward.around(), request)
            .unwrap_or_else(|failure| panic!("ward {seed}: {failure:?}"));
        let figures = published(&report);
        for (id, counted) in [
            ("5", contents(&files)),
            ("10", durations(&files)),
            ("12", followed(&files)),
            ("13", obstacles(&files)),
            ("14-2", benefits(&files)),
            ("15", homes(&files)),
            ("15-2", answers(&files)),
            ("18", relations(&files)),
            ("22", partners(&files)),
            ("26", hospitals(&files)),
            ("26-2", stays(&files)),
            ("27", june(&files)),
            ("28", years(&files)),
        ] {
            told.extend((!counted.is_empty()).then_some(id));
            assert_eq!(printed(&figures, id), counted, "表{id} of ward {seed}");
        }
        assert_eq!(medians(&figures), medians_counted(&files), "medians of ward {seed}");
        assert_eq!(indicators(&figures), indicators_counted(&files), "indicators of ward {seed}");
    }
    assert_eq!(told.len(), 13, "every table is told of some ward: {told:?}");
}

/// 表5.
fn contents(files: &Files) -> Rows {
    let mut counted: BTreeMap<String, [u64; 1]> = BTreeMap::new();
    for contact in files.rows("contacts.csv").iter().filter(|c| in_year(number_of(&c["date"]))) {
        let kinds: BTreeSet<&str> = contact["content_kinds"].split(';').filter(|k| !k.is_empty()).collect();
        let known = ["housing", "money", "anxiety"];
        let kinds: BTreeSet<&str> =
            kinds.into_iter().map(|k| if known.contains(&k) { k } else { "other" }).collect();
        kinds.iter().for_each(|k| counted.entry(word(&format!("content.{k}"))).or_default()[0] += 1);
    }
    rows(counted)
}

/// Days in every stage that a case left in the year, by stage.
fn passages(files: &Files) -> BTreeMap<String, Vec<i64>> {
    let mut found: BTreeMap<String, Vec<i64>> = BTreeMap::new();
    for case in files.rows("cases.csv") {
        let road = files.road(&case["case_id"]);
        let mut own: BTreeMap<&str, (i64, bool)> = BTreeMap::new();
        for (now, next) in road.iter().zip(road.iter().skip(1)) {
            let sum = own.entry(&now.1).or_default();
            sum.0 += files::days_between(now.0, next.0);
            sum.1 |= in_year(next.0);
        }
        for (stage, (days, _)) in own.into_iter().filter(|(stage, (_, left))| *left && *stage != "closed") {
            found.entry(stage.to_owned()).or_default().push(days);
        }
    }
    found
}

fn stage_name(code: &str) -> String {
    domain::vocabulary::Stage::from_code(code).expect("a stage").ja().to_owned()
}

const ROAD: [&str; 8] = [
    "identified",
    "engagement",
    "planning",
    "preparation",
    "housing",
    "discharge_coordination",
    "transition",
    "settlement",
];

/// 表10.
fn durations(files: &Files) -> Rows {
    let found = passages(files);
    let count = |stage: &str| found.get(stage).map_or(0, Vec::len) as u64;
    rows(ROAD.map(|stage| (stage_name(stage), [count(stage)])))
}

fn medians(figures: &Value) -> Vec<String> {
    let texts = &table(figures, "10")["labels"][0];
    texts
        .as_array()
        .expect("a median a stage")
        .iter()
        .map(|t| t.as_str().expect("words").to_owned())
        .collect()
}

/// Months of 365.25 ÷ 12 days, one decimal; a mark where fewer than five stand behind.
fn medians_counted(files: &Files) -> Vec<String> {
    let found = passages(files);
    let median = |stage: &&str| {
        let mut days = found.get(*stage).cloned().unwrap_or_default();
        days.sort_unstable();
        if days.len() < 5 {
            return word("few");
        }
        let middle = (days[(days.len() - 1) / 2] + days[days.len() / 2]) as f64 / 2.0;
        format!("{:.1}", (middle / (365.25 / 12.0) * 10.0 + 1e-9).round() / 10.0)
    };
    ROAD.iter().map(median).collect()
}

/// 表12.
fn followed(files: &Files) -> Rows {
    let states = ["living", "readmitted", "moved", "died", "unknown"];
    let mut counted: BTreeMap<String, [u64; 3]> =
        states.iter().map(|state| (word(&format!("row.{state}")), [0; 3])).collect();
    for stay in files.rows("admissions.csv").iter().filter(|stay| files.is_discharge(stay)) {
        let (id, left) = (&stay["case_id"], number_of(&stay["discharged_on"]));
        for (column, months) in [3, 6, 12].into_iter().enumerate() {
            let day = files::months_later(left, months);
            if !in_year(day) {
                continue;
            }
            let again = files
                .rows("admissions.csv")
                .iter()
                .any(|s| s["case_id"] == *id && (left..=day).contains(&number_of(&s["admitted_on"])));
            let state = match (files.is_open(id, day), files.case(id)["closure_reason"].as_str()) {
                (false, "deceased") => "died",
                _ if again => "readmitted",
                (false, "moved_away") => "moved",
                (false, _) => "unknown",
                (true, _) => "living",
            };
            counted.get_mut(&word(&format!("row.{state}"))).expect("a state")[column] += 1;
        }
    }
    with_total(counted)
}

/// 表13.
fn obstacles(files: &Files) -> Rows {
    let mut counted: BTreeMap<String, [u64; 2]> = BTreeMap::new();
    for case in files.persons_of_year() {
        let (id, found) = (&case["case_id"], number_of(&case["identified_on"]));
        let holds = |row: &files::Row, day: i32| {
            let (from, to) = (number_of(&row["noted_on"]), number_of(&row["resolved_on"]));
            from <= day && (to == 0 || to > day)
        };
        let of = |day: i32| -> BTreeSet<&str> {
            let own = files.rows("obstacles.csv").iter().filter(|o| o["case_id"] == *id && holds(o, day));
            own.map(|o| o["code"].as_str()).collect()
        };
        let now = if files.is_open(id, LAST) { of(LAST) } else { BTreeSet::new() };
        for (column, codes) in [of(found), now].into_iter().enumerate() {
            for code in codes {
                let name = domain::vocabulary::Obstacle::from_code(code).expect("a reason").ja();
                counted.entry(name.to_owned()).or_default()[column] += 1;
            }
        }
    }
    rows(counted)
}

/// 表14-2.
fn benefits(files: &Files) -> Rows {
    let mut counted: BTreeMap<String, [u64; 1]> = BTreeMap::new();
    for case in files.rows("cases.csv").iter().filter(|c| files.is_open(&c["case_id"], LAST)) {
        let own: Vec<_> =
            files.rows("decisions.csv").iter().filter(|d| d["case_id"] == case["case_id"]).collect();
        let runs = own.iter().any(|d| {
            let (to, ended) = (number_of(&d["to"]), number_of(&d["ended_on"]));
            number_of(&d["from"]) <= LAST && (to == 0 || to >= LAST) && (ended == 0 || ended > LAST)
        });
        let later = own.iter().any(|d| number_of(&d["from"]) > LAST);
        let key = if runs {
            "decided"
        } else if later {
            "pending"
        } else {
            "none"
        };
        counted.entry(key.to_owned()).or_default()[0] += 1;
    }
    let of = |key: &str| counted.get(key).map_or(0, |n| n[0]);
    let named = |key: &str, n: u64| (word(&format!("row.benefit_{key}")), [n]);
    if of("decided") == 0 {
        return Rows::new();
    }
    with_total(match of("pending") {
        0 => BTreeMap::from([named("decided", of("decided")), named("other", of("none"))]),
        n => {
            BTreeMap::from([named("decided", of("decided")), named("pending", n), named("none", of("none"))])
        }
    })
}

/// 表15: looked at, slept in, applied for.
fn homes(files: &Files) -> Rows {
    let seen: Vec<_> =
        files.rows("housing_candidates.csv").iter().filter(|h| in_year(number_of(&h["seen_on"]))).collect();
    let slept: Vec<_> =
        files.rows("trial_stays.csv").iter().filter(|s| in_year(number_of(&s["from"]))).collect();
    let nights = slept.iter().map(|s| s["nights"].parse().unwrap_or(0)).sum();
    let applied = seen.iter().filter(|h| h["result"].contains("申込")).count() as u64;
    let name = |act: &str| word(&format!("row.home_{act}"));
    let mut found = Rows::from([
        (name("viewed"), vec![Some(seen.len() as u64), None]),
        (name("trial_stay"), vec![Some(slept.len() as u64), Some(nights)]),
        (name("applied"), vec![Some(applied), None]),
    ]);
    found.retain(|_, cells| cells[0] != Some(0));
    found
}

/// 表15-2.
fn answers(files: &Files) -> Rows {
    let seen = || files.rows("housing_candidates.csv").iter().filter(|h| in_year(number_of(&h["seen_on"])));
    let of = |sign: &str| [seen().filter(|h| h["result"].contains(sign)).count() as u64];
    let answers = [("accepted", "承諾"), ("refused", "断られた"), ("declined", "辞退")];
    let counted: BTreeMap<String, [u64; 1]> =
        answers.map(|(key, sign)| (word(&format!("row.home_{key}")), of(sign))).into();
    if counted.values().all(|n| n[0] == 0) { Rows::new() } else { with_total(counted) }
}

/// 表18: departments of hospitals.
fn relations(files: &Files) -> Rows {
    let mut counted: BTreeMap<String, [u64; 2]> = domain::vocabulary::RelationshipState::ALL
        .iter()
        .map(|state| (state.ja().to_owned(), [0; 2]))
        .collect();
    for (column, day) in [YEAR * 10_000 + 331, LAST].into_iter().enumerate() {
        let mut states: BTreeMap<(&str, &str), (i32, &str)> = BTreeMap::new();
        for row in files.rows("relationship_states.csv") {
            let on = number_of(&row["date"]);
            if !row["org_id"].starts_with('M') || on > day {
                continue;
            }
            let known = states.entry((&row["org_id"], &row["department"])).or_insert((0, ""));
            if on >= known.0 {
                *known = (on, &row["state"]);
            }
        }
        for (_, code) in states.into_values() {
            let state = domain::vocabulary::RelationshipState::from_code(code).expect("a state").ja();
            counted.get_mut(state).expect("a state")[column] += 1;
        }
    }
    with_total(counted)
}

/// 表22: organisations by kind, and those that had never taken part before.
fn partners(files: &Files) -> Rows {
    let mut days: BTreeMap<&str, Vec<i32>> = BTreeMap::new();
    let mut add = |row: &'_ files::Row| -> Option<(String, i32)> {
        (!row["org_id"].is_empty()).then(|| (row["org_id"].clone(), number_of(&row["date"])))
    };
    let mut all: Vec<(String, i32)> = Vec::new();
    for name in ["contacts.csv", "support_to_others.csv"] {
        all.extend(files.rows(name).iter().filter_map(&mut add));
    }
    let moved = files.rows("relationship_states.csv").iter().filter(|r| r["state"] != "none");
    all.extend(moved.filter_map(&mut add));
    for (organisation, day) in &all {
        days.entry(organisation).or_default().push(*day);
    }
    let mut counted: BTreeMap<String, [u64; 2]> = BTreeMap::new();
    for (organisation, days) in days.iter().filter(|(_, days)| days.iter().any(|day| in_year(*day))) {
        let row = counted.entry(files.kind(organisation)).or_default();
        row[0] += 1;
        row[1] += u64::from(days.iter().all(|day| *day >= FIRST));
    }
    with_total(counted)
}
