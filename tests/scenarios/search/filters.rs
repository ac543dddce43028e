//! Conditions, typed or chosen: they find what reading everything with the same conditions would find.

use super::{Written, everything, furnished, newest_first, scan};
use domain::text::fold::fold;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::json;
use std::collections::BTreeSet;
use susono_tests::Ward;

const TODAY: &str = "2026-11-02";

/// The rows of the open format, read as a person with a ruler would.
struct Books {
    all: Vec<Written>,
    stages: Vec<Vec<String>>,
    stays: Vec<Vec<String>>,
    holds: Vec<Vec<String>>,
    visits: Vec<Vec<String>>,
    attendance: BTreeSet<(String, String)>,
}

impl Books {
    fn of(ward: &Ward) -> Self {
        let files = ward.records();
        let rows = |file: &str, columns: &[&str]| -> Vec<Vec<String>> {
            let Some(text) = files.get(file) else { return Vec::new() };
            let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
            let head = reader.headers().expect("a head").clone();
            // Columns that nothing stands in are not written.
            let at: Vec<Option<usize>> = columns.iter().map(|c| head.iter().position(|h| h == *c)).collect();
            let rows = reader.records().map(|row| row.expect("CSV"));
            rows.map(|row| at.iter().map(|i| i.map_or(String::new(), |i| row[i].to_owned())).collect())
                .collect()
        };
        let mut stages = rows("stages.csv", &["case_id", "from", "seq", "stage"]);
        stages.sort_by_key(|row| (row[1].clone(), row[2].parse::<u32>().unwrap_or(0)));
        let mut stays = rows("admissions.csv", &["case_id", "admitted_on", "discharged_on", "org_id"]);
        stays.sort_by_key(|row| row[1].clone());
        let attended = rows("attendance.csv", &["programme_id", "session_no"]);
        Self {
            all: everything(ward),
            stages,
            stays,
            holds: rows("holds.csv", &["case_id", "from", "to"]),
            visits: rows("visits.csv", &["visit_id", "org_id"]),
            attendance: attended.into_iter().map(|row| (row[0].clone(), row[1].clone())).collect(),
        }
    }

    fn day<'a>(&self, one: &'a Written) -> &'a str {
        let column = match one.kind {
            "task" => "due_on",
            "publication" => "month",
            _ => "date",
        };
        one.cells.get(column).map_or("", String::as_str)
    }

    fn stage_on(&self, case: &str, day: &str) -> String {
        let begun = self.stages.iter().rev().find(|row| row[0] == case && row[1].as_str() <= day);
        begun.map_or("identified".to_owned(), |row| row[3].clone())
    }

    fn hospital_on(&self, case: &str, day: &str) -> String {
        let stay = self.stays.iter().rev().find(|row| row[0] == case && row[1].as_str() <= day);
        let stay = stay.filter(|row| row[2].is_empty() || day < row[2].as_str());
        stay.map_or(String::new(), |row| row[3].clone())
    }

    fn case<'a>(&self, one: &'a Written) -> &'a str {
        one.cells.get("case_id").map_or("", String::as_str)
    }

    fn case_row(&self, key: &str) -> Option<&Written> {
        self.all.iter().find(|one| one.kind == "case" && one.key == key)
    }

    fn contact_days(&self, case: &str, today: &str) -> Option<i64> {
        let contacts = self.all.iter().filter(|one| one.kind == "contact" && self.case(one) == case);
        let last = contacts.map(|one| self.day(one)).filter(|day| *day <= today).max()?;
        let day = |text: &str| text.parse::<chrono::NaiveDate>().expect("contacts have whole days");
        Some((day(today) - day(last)).num_days())
    }

    /// Whether a condition holds of a record; `what` is its key and value.
    fn holds(&self, one: &Written, key: &str, value: &str) -> bool {
        let cell = |name: &str| one.cells.get(name).map_or("", String::as_str);
        let day = Some(self.day(one)).filter(|day| !day.is_empty()).unwrap_or(TODAY);
        let case = self.case(one);
        match key {
            "kind" => one.kind == value,
            "method" => one.kind == "contact" && cell("method") == value,
            "stage" => !case.is_empty() && self.stage_on(case, day) == value,
            "role" => self.case_row(case).is_some_and(|row| row.cells["case_role"] == value),
            "hospital" => {
                let visited =
                    self.visits.iter().find(|row| !cell("visit_id").is_empty() && row[0] == cell("visit_id"));
                let programme =
                    self.all.iter().find(|p| p.kind == "programme" && p.key == cell("programme_id"));
                let of_programme = programme.map_or("", |p| p.cells["org_id"].as_str());
                let own = match one.kind {
                    "activity" => cell("body_org"),
                    "session" => of_programme,
                    _ => cell("org_id"),
                };
                [self.hospital_on(case, day).as_str(), own, visited.map_or("", |row| row[1].as_str())]
                    .contains(&value)
            }
            "period" => {
                let (from, to) = value.split_once("..").expect("from and to");
                let day = self.day(one);
                let first = match day.len() {
                    4 => format!("{day}-01-01"),
                    7 => format!("{day}-01"),
                    _ => day.to_owned(),
                };
                !day.is_empty() && from <= first.as_str() && first.as_str() <= to
            }
            "quiet" => {
                let days: i64 = value.parse().expect("a number");
                !case.is_empty()
                    && self.case_row(case).is_some_and(|row| row.cells["identified_on"].as_str() <= TODAY)
                    && self.contact_days(case, TODAY).is_none_or(|n| n >= days)
            }
            "state" => match value {
                "held" | "planned" | "cancelled" if one.kind == "session" => {
                    let there = (cell("programme_id").to_owned(), cell("session_no").to_owned());
                    let stands = match cell("result") {
                        "cancelled" => "cancelled",
                        "done" => "held",
                        _ if self.attendance.contains(&there) => "held",
                        _ => "planned",
                    };
                    stands == value
                }
                "todo" => one.kind == "task" && cell("done_on").is_empty(),
                "finished" => one.kind == "task" && !cell("done_on").is_empty(),
                "active" | "on_hold" | "ended" if !case.is_empty() => {
                    let known =
                        self.case_row(case).is_some_and(|row| row.cells["identified_on"].as_str() <= TODAY);
                    let held = self.holds.iter().any(|row| {
                        row[0] == case
                            && row[1].as_str() <= TODAY
                            && (row[2].is_empty() || TODAY < row[2].as_str())
                    });
                    let stands = match (self.stage_on(case, TODAY).as_str(), held) {
                        ("closed", _) => "ended",
                        (_, true) => "on_hold",
                        _ => "active",
                    };
                    known && stands == value
                }
                _ => false,
            },
            "tag" => {
                one.kind == "issue" && cell("tags").split(';').any(|tag| fold(tag).contains(&fold(value)))
            }
            other => panic!("{other} is not asked here"),
        }
    }
}

/// Conditions that the story draws from: key, value, and how they are typed.
fn pool(ward: &Ward) -> Vec<(&'static str, String, String)> {
    let mut pool: Vec<(&'static str, String, String)> = Vec::new();
    let mut add = |key: &'static str, value: &str, typed: &str| {
        pool.push((key, value.to_owned(), typed.to_owned()));
    };
    for (value, typed) in [
        ("contact", "種別:記録"),
        ("session", "種別:プログラムの回"),
        ("activity", "kind:activity"),
        ("case", "種別：対象者"),
        ("issue", "shubetsu:気づき"),
        ("support", "種別:支援者への支援"),
        ("publication", "種別:情報発信"),
        ("task", "種別:次の一手"),
        ("organisation", "種別:機関"),
    ] {
        add("kind", value, typed);
    }
    for (value, typed) in [
        ("phone", "方法:電話"),
        ("interview_hospital", "method:interview_hospital"),
        ("accompany", "houhou:同行"),
    ] {
        add("method", value, typed);
    }
    for (value, typed) in [
        ("housing", "段階:住居"),
        ("planning", "dankai:3"),
        ("closed", "段階:終結"),
        ("settlement", "stage:settlement"),
        ("identified", "段階:把握・選定"),
    ] {
        add("stage", value, typed);
    }
    add("role", "direct", "担当:直接支援");
    add("role", "backup", "tantou:バックアップ");
    for (value, typed) in [
        ("2025-04-01..2026-03-31", "期間:令和7年度"),
        ("2026-04-01..2026-10-31", "期間:2026-04..2026-10"),
        ("2025-10-01..2025-10-31", "kikan:2025-10"),
        ("2026-11-01..2026-11-30", "期間:今月"),
        ("2026-10-04..2026-11-02", "period:last30"),
    ] {
        add("period", value, typed);
    }
    add("quiet", "30", "30日以上未接触");
    add("quiet", "200", "quiet:200");
    for (value, typed) in [
        ("held", "状態:実施"),
        ("active", "状態:支援中"),
        ("ended", "state:ended"),
        ("todo", "状態:これから"),
        ("on_hold", "joutai:保留"),
    ] {
        add("state", value, typed);
    }
    add("tag", "人材", "分類:人材");
    let organisations = ward.records()["organisations.csv"].clone();
    let mut reader = csv::Reader::from_reader(organisations.trim_start_matches('\u{feff}').as_bytes());
    let head = reader.headers().expect("a head").clone();
    let at = |name: &str| head.iter().position(|h| h == name).expect("a known column");
    for row in reader.records().map(|row| row.expect("CSV")) {
        if row[at("type")].ends_with("hospital") {
            add("hospital", &row[at("org_id")], &format!("病院:「{}」", &row[at("name")]));
        }
    }
    pool
}

fn with_programmes(ward: &Ward, all: &mut Vec<Written>) {
    let text = ward.records()["programmes.csv"].clone();
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let head = reader.headers().expect("a head").clone();
    for row in reader.records().map(|row| row.expect("CSV")) {
        let cells: std::collections::BTreeMap<String, String> =
            head.iter().zip(row.iter()).map(|(h, c)| (h.to_owned(), c.to_owned())).collect();
        all.push(Written {
            kind: "programme",
            key: cells["programme_id"].clone(),
            texts: Vec::new(),
            folded: Vec::new(),
            cells,
        });
    }
}

#[test]
fn thousands_of_pieces_with_conditions_are_found_like_by_reading_it_all() {
    let ward = furnished();
    ward.call("NoteIssue", json!({"text": "橋渡しの人がいない", "tags": ["人材"]}));
    let mut books = Books::of(&ward);
    with_programmes(&ward, &mut books.all);
    let pool = pool(&ward);
    assert!(pool.len() > 30, "{}", pool.len());
    let texts: Vec<Vec<char>> = books
        .all
        .iter()
        .flat_map(|w| &w.texts)
        .filter(|t| !t.is_empty())
        .map(|t| t.chars().collect())
        .collect();
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[11; 32]);
    let config = Config { cases: 5_000, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, rng);
    let conditions = prop::collection::btree_set(0..pool.len(), 1..4);
    let question = (0..texts.len(), any::<prop::sample::Index>(), 0_usize..=4, conditions);
    let some = std::cell::Cell::new(0_u32);
    runner
        .run(&question, |(text, at, length, conditions)| {
            let text = &texts[text];
            let piece: String = text.iter().skip(at.index(text.len())).take(length).collect();
            let chosen: Vec<&(&str, String, String)> = conditions.iter().map(|at| &pool[*at]).collect();
            let keys: BTreeSet<&str> = chosen.iter().map(|one| one.0).collect();
            let fits = |one: &&Written| {
                keys.iter()
                    .all(|key| chosen.iter().filter(|c| c.0 == *key).any(|c| books.holds(one, c.0, &c.1)))
            };
            let worded = !domain::text::fold::words(&piece).is_empty();
            let all: Vec<&Written> = if worded {
                scan(&books.all, &piece)
            } else {
                books.all.iter().filter(|one| one.kind != "programme").collect()
            };
            let expected: Vec<&Written> = all.into_iter().filter(fits).collect();
            let typed: Vec<&str> = chosen.iter().map(|one| one.2.as_str()).collect();
            let query = format!("{} {}", typed.join(" "), domain::asked::literally(&piece));
            let found = app::search::find(ward.house(), &ward.around(), &query, 5_000);
            let found = found.unwrap_or_else(|failure| panic!("{query:?} failed: {failure:?}"));
            assert_eq!(found.total as usize, expected.len(), "{query:?}");
            assert_eq!(found.hits.len(), expected.len(), "{query:?}");
            let keyed = |kind: &str| matches!(kind, "contact" | "case" | "organisation" | "person");
            let hits: BTreeSet<(&str, &str)> = found
                .hits
                .iter()
                .filter(|h| keyed(&h.kind))
                .map(|h| (h.kind.as_str(), h.key.as_str()))
                .collect();
            let expected: BTreeSet<(&str, &str)> =
                expected.iter().filter(|w| keyed(w.kind)).map(|w| (w.kind, w.key.as_str())).collect();
            assert_eq!(hits, expected, "{query:?}");
            assert!(newest_first(&found.hits), "{query:?}: newest first");
            some.set(some.get() + u32::from(!found.hits.is_empty()));
            Ok(())
        })
        .unwrap();
    assert!(some.get() > 1_000, "only {} questions found anything", some.get());
}
