//! 予定表: every plan stands on the paper, once.

use super::pages;
use app::records::{PaperRequest, prepare};
use chrono::{Days, Months, NaiveDate};
use serde_json::{Value, json};
use susono_tests::soak::texts::Dice;
use susono_tests::{Ward, ward};

/// The pages of a schedule, and how many plans it says it has.
fn schedule(ward: &Ward, from: NaiveDate, to: NaiveDate) -> (Vec<String>, usize) {
    let made = prepare(ward.house(), &ward.around(), PaperRequest::Schedule { from, to }).expect("a paper");
    (pages(ward, json!({"paper": "schedule", "from": from, "to": to})), made.rows)
}

#[test]
fn every_plan_of_a_month_stands_on_its_paper_once_and_nothing_is_cut() {
    let ward = ward();
    let first = NaiveDate::from_ymd_opt(2026, 11, 1).unwrap();
    // Six months of plans with titles of their own, more on some days than on others.
    let mut titles = Vec::new();
    for n in 0_u64..150 {
        let on = first + Days::new(n * n * 7 % 181);
        let title = format!("打合せ第{n}番、地域移行の進め方と来年度の体制について話し合う");
        ward.call(
            "PlanOther",
            json!({"kind": "meeting", "title": title, "on": on.to_string(), "start": format!("{:02}:15", 8 + n % 10), "end": null, "case_id": null}),
        );
        titles.push((on, format!("第{n}番、")));
    }
    for month in [(2026, 11), (2026, 12), (2027, 1), (2027, 2), (2027, 3), (2027, 4)] {
        let from = NaiveDate::from_ymd_opt(month.0, month.1, 1).unwrap();
        let to = from + Months::new(1) - Days::new(1);
        let (pages, rows) = schedule(&ward, from, to);
        let text = pages.concat();
        let span = ward.call("Span", json!({"from": from.to_string(), "to": to.to_string()}));
        assert_eq!(Some(rows), span["items"].as_array().map(Vec::len), "{from}");
        for (on, title) in &titles {
            let expected = usize::from((from..=to).contains(on));
            assert_eq!(
                text.matches(title.as_str()).count(),
                expected,
                "{title} of {on} on the paper of {from}"
            );
        }
        assert_eq!(
            text.matches("体制について話し合う").count(),
            titles.iter().filter(|(on, _)| (from..=to).contains(on)).count()
        );
        assert!(
            pages.iter().all(|page| page.contains("予定と会う方")),
            "the head is said again on each page"
        );
    }
}

/// A month as it hangs on the wall: its pages, and how many plans it says it has.
fn month(ward: &Ward, of: NaiveDate) -> (Vec<String>, usize) {
    let made = prepare(ward.house(), &ward.around(), PaperRequest::Month { of }).expect("a paper");
    (pages(ward, json!({"paper": "month", "of": of})), made.rows)
}

#[test]
fn two_hundred_random_months_hold_every_plan_once_in_boxes_that_nothing_leaves() {
    let ward = ward();
    let mut dice = Dice::new(200);
    let ends =
        ["体制について", "Teleconference-without-any-blank", "会議室Ａ　持ち物：名札、筆記用具", "(仮)"];
    let mut first = NaiveDate::from_ymd_opt(2027, 1, 1).unwrap();
    for n in 0..200 {
        let many = [0, 3, 6, 9, 12, 15, 200][dice.below(if n % 50 == 7 { 7 } else { 6 })];
        let days = (first + Months::new(1) - first).num_days() as usize;
        // Some months crowd on one day.
        let crowded = dice.below(8) == 0;
        for k in 0..many {
            let on = first + Days::new(if crowded { 11 } else { dice.below(days) as u64 });
            let title = format!("甲{n}の{k}番{}{n}の{k}乙", ends[dice.below(ends.len())]);
            let start =
                if dice.below(4) == 0 { Value::Null } else { json!(format!("{:02}:30", 8 + dice.below(10))) };
            ward.call(
                "PlanOther",
                json!({"kind": "meeting", "title": title, "on": on.to_string(), "start": start, "end": null, "case_id": null}),
            );
        }
        let (pages, rows) = month(&ward, first + Days::new(dice.below(days) as u64));
        let text = pages.concat();
        assert_eq!(rows, many, "{first}");
        for k in 0..many {
            for end in [format!("甲{n}の{k}番"), format!("{n}の{k}乙")] {
                assert_eq!(text.matches(&end).count(), 1, "{end} of {first}");
            }
        }
        assert!(pages.iter().all(|page| page.contains("月火水木金土日")), "{first}");
        first = first + Months::new(1);
    }
}

#[test]
fn a_month_on_the_wall_names_nobody_whom_the_coordinator_will_see() {
    let ward = ward();
    ward.call(
        "PlanVisit",
        json!({"org_id": ward.organisation("楠沢病院"), "org_name": "", "ward": "C1病棟", "on": "2026-11-10", "start": "09:30",
               "end": "12:00", "purposes": [], "case_ids": [ward.case("南 和夫"), ward.case("関 武")], "travel_minutes": 40}),
    );
    let (pages, _) = month(&ward, NaiveDate::from_ymd_opt(2026, 11, 10).unwrap());
    let text = pages.concat();
    for word in
        ["予定表（月）", "令和8年11月", "楠沢病院", "C1病棟", "9:30〜12:00", "文化の日", "勤労感謝の日"]
    {
        assert!(text.contains(word), "{word}: {text}");
    }
    assert!(!text.contains("南和夫") && !text.contains("関武"));
}

#[test]
fn the_paper_of_a_day_says_whom_to_see_and_where() {
    let ward = ward();
    ward.call(
        "PlanVisit",
        json!({"org_id": ward.organisation("楠沢病院"), "org_name": "", "ward": "C1病棟", "on": "2026-11-10", "start": "09:30",
               "end": "12:00", "purposes": [], "case_ids": [ward.case("南 和夫"), ward.case("関 武")], "travel_minutes": 40}),
    );
    let on = NaiveDate::from_ymd_opt(2026, 11, 10).unwrap();
    let (pages, rows) = schedule(&ward, on, on);
    assert_eq!((rows, pages.len()), (1, 1));
    let text = pages.concat();
    for word in
        ["予定表", "令和8年11月10日（火）", "楠沢病院", "南和夫", "関武", "C1病棟", "9:30〜12:00", "40分"]
    {
        assert!(text.contains(word), "{word}: {text}");
    }
    let empty = NaiveDate::from_ymd_opt(2026, 11, 15).unwrap();
    assert!(schedule(&ward, empty, empty).0.concat().contains("予定はありません"));
    let wrong = PaperRequest::Schedule { from: on, to: empty - Days::new(30) };
    assert_eq!(
        prepare(ward.house(), &ward.around(), wrong).err().map(|f| f.id),
        Some("plan.span".to_owned())
    );
}

#[test]
fn the_preparation_of_a_round_is_one_page_for_twenty_people_and_shows_codes_unless_names_are_wanted() {
    let ward = ward();
    let hospital = ward.organisation("楠沢病院");
    let mut cases = Vec::new();
    for n in 0..20 {
        let opened = ward.call(
            "OpenCase",
            json!({"family_name": "試野", "given_name": format!("花{}", ["子", "江", "代", "枝"][n % 4].repeat(1 + n / 4)),
                   "family_kana": "しの", "given_kana": "はな", "org_id": hospital, "hospital": "", "ward": "C1病棟",
                   "identified_on": null, "wish": ""}),
        );
        let case = opened.as_str().unwrap().to_owned();
        ward.call(
            "WriteContact",
            json!({"case_ids": [case], "plan_id": null, "on": "2026-10-20", "minutes": null, "method": "", "counterparts": [],
                   "text": format!("南 和夫さんと将棋をさした話を{n}回きく。窓の外をよく見ている"), "next_step": null,
                   "outcome": null, "draft_place": null}),
        );
        ward.call("AddTask", json!({"case_id": case, "text": "外出の同意書を家族に送る", "due_on": null}));
        cases.push(case);
    }
    let visit = ward.call(
        "PlanVisit",
        json!({"org_id": hospital, "org_name": "", "ward": "C1病棟", "on": "2026-11-10", "start": "09:30", "end": "12:00",
               "purposes": ["interview"], "case_ids": cases, "travel_minutes": null}),
    );
    let paper = |names: bool| pages(&ward, json!({"paper": "round", "plan_id": visit, "names": names}));
    let coded = paper(false);
    assert_eq!(coded.len(), 1, "twenty people are one page");
    assert!(
        coded[0].contains("病棟（職員と）")
            && coded[0].contains("楠沢病院C1病棟")
            && coded[0].contains("20人")
    );
    assert!(
        !coded[0].contains("試野") && !coded[0].contains("南和夫") && !coded[0].contains("和夫"),
        "{}",
        coded[0]
    );
    assert_eq!(coded[0].matches("将棋をさし").count(), 20);
    assert_eq!(coded[0].matches("→外出の同意書").count(), 20);
    let named = paper(true);
    assert_eq!(named.len(), 1);
    assert_eq!(named[0].matches("試野").count(), 20);
}
