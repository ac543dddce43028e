//! Other programs' calendars in and ours out.

mod terminal;

use app::exchange::calendar::{CalendarImported, export, import};
use exchange::ics;
use serde_json::json;
use std::collections::BTreeSet;
use susono_tests::{Ward, project, ward};

fn file(name: &str) -> Vec<u8> {
    std::fs::read(project().join(format!("tests/fixtures/ics/{name}.ics"))).expect("the file is there")
}

fn bring(ward: &Ward, bytes: &[u8]) -> CalendarImported {
    import(ward.house(), &ward.around(), bytes).expect("a calendar")
}

/// Plans of November to the end of March as day, time, title; those of the practice ward left out.
fn plans(ward: &Ward) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for (from, to) in [("2026-11-01", "2027-01-31"), ("2027-02-01", "2027-04-30")] {
        let span = ward.call("Span", json!({"from": from, "to": to}));
        for item in span["items"].as_array().into_iter().flatten() {
            let text = |name: &str| item[name].as_str().unwrap_or_default().to_owned();
            all.insert(format!("{} {}-{} {}", text("on"), text("start"), text("end"), text("title")));
        }
    }
    all
}

const FILES: [&str; 12] = [
    "01-google",
    "02-google-series",
    "03-outlook",
    "04-outlook-series",
    "05-apple",
    "06-no-vtimezone",
    "07-all-day",
    "08-cp932",
    "09-summer-time",
    "10-mark-and-quotes",
    "11-cancelled",
    "12-broken",
];

#[test]
fn a_second_import_of_each_of_twelve_calendars_adds_nothing() {
    let ward = ward();
    for name in FILES {
        let first = bring(&ward, &file(name));
        let records = ward.records();
        let second = bring(&ward, &file(name));
        assert_eq!((second.added, second.series), (0, 0), "{name}");
        assert_eq!(ward.records(), records, "{name}");
        if name != "11-cancelled" {
            assert!(first.added > 0 && second.known > 0, "{name}: {first:?} {second:?}");
        }
    }
}

#[test]
fn a_series_of_another_calendar_keeps_its_changed_and_its_left_out_days() {
    let ward = ward();
    let before = plans(&ward);
    let told = bring(&ward, &file("02-google-series"));
    assert_eq!((told.series, told.added, told.faults.len()), (1, 4, 0));
    let new: Vec<String> = plans(&ward).difference(&before).cloned().collect();
    assert_eq!(
        new,
        [
            "2026-11-10 10:00-11:30 地域移行部会",
            "2026-12-09 14:00-15:00 地域移行部会（日を変更）",
            "2027-02-09 10:00-11:30 地域移行部会",
            "2027-03-09 10:00-11:30 地域移行部会",
        ]
    );
    ward.undo();
    assert_eq!(plans(&ward), before, "one act takes all of it back");
    assert_eq!(bring(&ward, &file("02-google-series")).added, 4, "and then it can come again");
}

#[test]
fn what_has_passed_stays_out_what_is_called_off_takes_nothing_away_and_what_is_odd_is_told() {
    let ward = ward();
    bring(&ward, &file("01-google"));
    let records = ward.records();
    let told = bring(&ward, &file("11-cancelled"));
    assert_eq!((told.cancelled, told.added), (2, 0));
    assert_eq!(ward.records(), records);

    ward.at("2026-11-16T09:00+09:00");
    let told = bring(&ward, &file("05-apple"));
    assert_eq!((told.passed, told.added), (0, 2));
    let told = bring(&ward, &file("03-outlook"));
    assert_eq!((told.passed, told.added), (1, 0), "no plan of a day that has passed waits for a result");

    let told = bring(&ward, &file("12-broken"));
    let mut codes: Vec<&str> = told.faults.iter().map(|fault| fault.code.as_str()).collect();
    codes.sort_unstable();
    assert_eq!(codes, ["bad_date", "bad_date", "no_uid", "rule", "rule_cut", "syntax", "syntax"]);
    assert!(told.faults.iter().all(|fault| !fault.reason.contains("pack.calendar")), "{:?}", told.faults);
    assert_eq!(told.series, 1, "ten thousand million times are four hundred");
    for (bytes, id) in
        [(b"\x81".as_slice(), "calendar.encoding"), (b"BEGIN:VCARD".as_slice(), "calendar.no-calendar")]
    {
        assert_eq!(import(ward.house(), &ward.around(), bytes).unwrap_err().id, id);
    }
}

/// A visit every Tuesday with one plan moved, one cancelled and one left out, and a meeting with a name in its title.
fn planned() -> Ward {
    let ward = ward();
    ward.call(
        "PlanVisit",
        json!({"org_id": ward.organisation("楠沢病院"), "org_name": "", "ward": "C1病棟", "on": "2026-11-10", "start": "09:30",
               "end": "12:00", "purposes": [], "case_ids": [ward.case("南 和夫")],
               "repeat": {"rule": "FREQ=WEEKLY;BYDAY=TU;COUNT=8", "holidays": "next"}}),
    );
    ward.call(
        "PlanOther",
        json!({"kind": "meeting", "title": "南さんのケア会議", "on": "2026-11-12", "start": "15:00", "end": null, "case_id": null}),
    );
    let on = |day: &str| {
        let span = ward.call("Span", json!({"from": day, "to": day}));
        let visit =
            span["items"].as_array().into_iter().flatten().find(|item| item["kind"] == "visit").cloned();
        visit.expect("a visit")["id"].clone()
    };
    ward.call(
        "MovePlan",
        json!({"plan_id": on("2026-11-17"), "on": "2026-11-18", "start": "13:00", "end": "15:00"}),
    );
    ward.call("RemovePlan", json!({"plan_id": on("2026-11-24")}));
    ward.call(
        "FinishPlan",
        json!({"plan_id": on("2026-12-01"), "result": "cancelled", "reason": "病棟の都合"}),
    );
    ward
}

#[test]
fn our_calendar_names_nobody_unless_it_is_asked_to_and_comes_back_without_doubles() {
    let ward = planned();
    let without = export(ward.house(), &ward.around(), false).unwrap();
    let text = String::from_utf8(without.bytes.clone()).unwrap();
    for word in ["南", "ケア会議", "病棟の都合"] {
        assert!(!text.contains(word), "{word} left without being asked");
    }
    assert!(without.file_name.ends_with("_2026-11-02.ics"), "{}", without.file_name);
    let again = export(ward.house(), &ward.around(), false).unwrap();
    assert_eq!(again.bytes, without.bytes, "the same plans, the same bytes");

    let with = export(ward.house(), &ward.around(), true).unwrap();
    let calendar = ics::read(&with.bytes).unwrap();
    let said: Vec<&str> = calendar.events.iter().map(|event| event.summary.as_str()).collect();
    assert!(said.iter().any(|title| title.contains("南さんのケア会議")), "{said:?}");
    assert!(said.iter().any(|title| title.contains("南 和夫")), "{said:?}");
    assert!(ward.house().read(|reader| Ok(reader.log_break()?)).unwrap().is_none());

    let records = ward.records();
    let told = bring(&ward, &with.bytes);
    assert_eq!((told.added, told.series, told.faults.len()), (0, 0, 0));
    assert_eq!(ward.records(), records);
    ward.house().face().show_codes(true);
    assert_eq!(export(ward.house(), &ward.around(), false).unwrap_err().id, "face.masked");
    assert_eq!(import(ward.house(), &ward.around(), &with.bytes).unwrap_err().id, "face.masked");
}

#[test]
fn another_program_finds_the_same_days_in_our_calendar() {
    let ward = planned();
    let text = export(ward.house(), &ward.around(), false).unwrap().bytes;
    // Brought into a vault of somebody else, under names that it does not know.
    let foreign = String::from_utf8(text).unwrap().replace("@susono", "@elsewhere");
    let other = susono_tests::empty();
    let told = bring(&other, foreign.as_bytes());
    assert_eq!(told.faults, []);
    let days = |ward: &Ward| -> BTreeSet<String> {
        let span = ward.call("Span", json!({"from": "2026-11-03", "to": "2027-01-31"}));
        let open = |item: &&serde_json::Value| item["result"] != "cancelled";
        let items = span["items"].as_array().cloned().unwrap_or_default();
        items.iter().filter(open).map(|item| format!("{} {}", item["on"], item["start"])).collect()
    };
    assert_eq!(days(&other), days(&ward));
}
