//! 予定表: every plan stands on the paper, once.

use super::pages;
use app::records::{PaperRequest, prepare};
use chrono::{Days, NaiveDate};
use serde_json::json;
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
        let to = from + chrono::Months::new(1) - Days::new(1);
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
