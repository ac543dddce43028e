//! Every number on a screen opens exactly its list: the number is asked as its screen asks it, the list as the link asks it.

use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};
use susono_tests::second_pack::second_pack;
use susono_tests::{Ward, empty, ward};

fn items(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_default()
}

/// Number and length of what a search with this question lists.
fn listed(ward: &Ward, query: &str) -> (u64, u64) {
    let found = ward.call("Search", json!({"query": query, "limit": 5_000}));
    let length = items(&found["hits"]).count() as u64;
    assert_eq!(found["total"].as_u64(), Some(length), "{query}: the list is as long as it says");
    (length, found["minutes"].as_u64().unwrap_or_default())
}

/// Length of the list of people that a question opens.
fn people(ward: &Ward, query: &str, scope: &str) -> usize {
    let list = ward.call("CaseList", json!({"filter": query, "scope": scope, "sort": "kana"}));
    items(&list["lines"]).count()
}

fn quoted(key: &str, name: &str) -> String {
    format!("{key}:「{name}」")
}

/// 今日: gaps, hours, plans.
fn today(ward: &Ward, place: &str) {
    let day = ward.call("Today", json!({"on": null}));
    assert_eq!(people(ward, "気がかり:間があいた方", "all"), items(&day["gaps"]).count(), "{place}: gaps");
    let on: NaiveDate = text(&day, "on").parse().expect("a day");
    let first = on.with_day(1).expect("every month begins");
    for part in items(&day["hours"]) {
        let query = format!("仕事:{} 期間:{first}..{on}", text(part, "kind"));
        let (length, minutes) = listed(ward, &query);
        assert_eq!(Some(minutes), part["minutes"].as_u64(), "{place}: {query}");
        assert!(length > 0, "{place}: {query}");
    }
    let plans = items(&day["plans"]).chain(items(&day["unrecorded"]));
    for plan in plans.filter(|plan| plan["kind"] == "visit") {
        let page = ward.call("VisitPage", json!({"plan_id": plan["id"]}));
        assert_eq!(
            plan["persons"].as_u64(),
            Some(items(&page["persons"]).count() as u64),
            "{place}: a visit"
        );
    }
}

/// 対象者: heads of the lists and of the boards.
fn caseload(ward: &Ward, place: &str) {
    let all = ward.call("CaseList", json!({"filter": "", "scope": "all", "sort": "kana"}));
    let open = ward.call("CaseList", json!({"filter": "", "scope": "open", "sort": "kana"}));
    assert_eq!(all["total"].as_u64(), Some(items(&all["lines"]).count() as u64), "{place}");
    assert_eq!(all["open"].as_u64(), Some(items(&open["lines"]).count() as u64), "{place}");
    for stage in domain::vocabulary::Stage::ALL {
        let here = items(&open["lines"]).filter(|line| text(line, "stage") == stage.code()).count();
        assert_eq!(
            people(ward, &format!("段階:{}", stage.code()), "open"),
            here,
            "{place}: {}",
            stage.code()
        );
    }
    for (state, code) in [("active", "active"), ("on_hold", "on_hold"), ("ended", "closed")] {
        let here = items(&all["lines"]).filter(|line| text(line, "status") == code).count();
        assert_eq!(people(ward, &format!("状態:{state}"), "all"), here, "{place}: {state}");
    }
    let undecided = ward.call("ExitBoard", json!({}));
    let undecided = items(&undecided)
        .filter(|row| items(&row["exit"]).any(|line| line["certainty"] == "undecided"))
        .count();
    assert_eq!(people(ward, "出口:未定", "open"), undecided, "{place}: exit lines");
    let stalled = ward.call("Stalled", json!({}));
    assert_eq!(people(ward, "気がかり:動きのない方", "all"), items(&stalled).count(), "{place}: stalled");
    for line in items(&open["lines"]).take(6) {
        let page = ward.call("CasePage", json!({"case_id": line["id"]}));
        let timeline = ward.call("Timeline", json!({"case_id": line["id"], "offset": 0, "limit": 500}));
        assert_eq!(
            page["timeline_total"].as_u64(),
            Some(items(&timeline).count() as u64),
            "{place}: timeline"
        );
        for stage in items(&ward.call("Checklist", json!({"case_id": line["id"]}))) {
            let done = items(&stage["items"]).filter(|item| !item["done_on"].is_null()).count() as u64;
            assert!(stage["done"].as_u64() <= stage["asked"].as_u64(), "{place}: checklist");
            assert!(stage["done"].as_u64() <= Some(done), "{place}: checklist");
        }
    }
}

/// 機関, プログラム, 活動, 気づき.
fn work(ward: &Ward, place: &str, year: i32) {
    for org in items(&ward.call("Organisations", json!({"filter": ""}))) {
        let length = people(ward, &quoted("病院", text(org, "name")), "open") as u64;
        assert_eq!(org["open_cases"].as_u64(), Some(length), "{place}: {}", text(org, "name"));
    }
    for programme in items(&ward.call("Programmes", json!({}))) {
        let query = format!("種別:session 状態:実施 {}", quoted("プログラム", text(programme, "name")));
        assert_eq!(programme["sessions"].as_u64(), Some(listed(ward, &query).0), "{place}: {query}");
    }
    let done = ward.call("Activities", json!({"fiscal_year": year}));
    let minutes: u64 = items(&done["activities"]).filter_map(|one| one["minutes"].as_u64()).sum();
    let length = items(&done["activities"]).count() as u64;
    assert_eq!(
        listed(ward, &format!("種別:activity 期間:{year}年度")),
        (length, minutes),
        "{place}: activities"
    );
    for (kind, list) in [("support", "support"), ("publication", "publications")] {
        let length = items(&done[list]).count() as u64;
        assert_eq!(listed(ward, &format!("種別:{kind} 期間:{year}年度")).0, length, "{place}: {kind}");
    }
    let issues = ward.call("Issues", json!({}));
    let of_year =
        |on: &str| on.parse::<NaiveDate>().is_ok_and(|d| (d.year() - i32::from(d.month() < 4)) == year);
    let length = items(&issues).filter(|one| of_year(text(one, "on"))).count() as u64;
    assert_eq!(listed(ward, &format!("種別:issue 期間:fy{year}")).0, length, "{place}: issues");
}

#[test]
fn every_count_of_the_practice_year_is_the_length_of_its_list() {
    let ward = ward();
    ward.call("NoteIssue", json!({"text": "橋渡しの人がいない", "tags": ["人材"]}));
    for (now, year) in
        [("2025-09-30T09:00+09:00", 2025), ("2026-03-31T09:00+09:00", 2025), ("2026-11-02T09:00+09:00", 2026)]
    {
        ward.at(now);
        today(&ward, now);
        caseload(&ward, now);
        work(&ward, now, year);
    }
}

#[test]
fn every_count_of_other_wards_is_the_length_of_its_list() {
    for seed in 0..50 {
        let ward = empty();
        ward.import(&second_pack(seed));
        let now = if seed % 2 == 0 { "2023-09-30T09:00+09:00" } else { "2024-03-31T09:00+09:00" };
        let place = format!("ward {seed} on {now}");
        ward.at(now);
        today(&ward, &place);
        caseload(&ward, &place);
        work(&ward, &place, 2023);
    }
}
