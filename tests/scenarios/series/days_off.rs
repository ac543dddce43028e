//! Days off of one's own and of a hospital.

use super::{days, visits};
use serde_json::json;
use susono_tests::ward;

#[test]
fn series_follow_the_days_off_of_the_user_and_of_the_hospital() {
    let ward = ward();
    visits(&ward, "2026-12-22", "FREQ=WEEKLY;BYDAY=TU", "skip");
    assert_eq!(days(&ward, "2026-12-21"), ["12-22 09:30", "12-29 09:30", "01-05 09:30", "01-12 09:30"]);
    let year =
        json!({"from": "2026-12-29", "to": "2027-01-03", "yearly": true, "name": "年末年始", "org_id": null});
    let id = ward.call("KeepDayOff", year);
    assert_eq!(days(&ward, "2026-12-21"), ["12-22 09:30", "01-05 09:30", "01-12 09:30"]);
    let own = json!({"from": "2027-01-05", "to": "2027-01-05", "yearly": false, "name": "創立記念日",
                     "org_id": ward.organisation("楠沢病院")});
    ward.call("KeepDayOff", own.clone());
    assert_eq!(days(&ward, "2026-12-21"), ["12-22 09:30", "01-12 09:30"]);
    let mut elsewhere = own;
    elsewhere["org_id"] = json!(ward.organisation("つばきヶ原病院"));
    elsewhere["from"] = json!("2027-01-12");
    elsewhere["to"] = json!("2027-01-12");
    ward.call("KeepDayOff", elsewhere);
    assert_eq!(
        days(&ward, "2026-12-21"),
        ["12-22 09:30", "01-12 09:30"],
        "another hospital's day off changes nothing"
    );
    assert_eq!(ward.call("DaysOff", json!({})).as_array().map(Vec::len), Some(3));

    ward.call("RemoveDayOff", json!({"id": id}));
    assert_eq!(days(&ward, "2026-12-21"), ["12-22 09:30", "12-29 09:30", "01-12 09:30"]);
    ward.undo();
    assert_eq!(days(&ward, "2026-12-21"), ["12-22 09:30", "01-12 09:30"]);
    ward.fails("RemoveDayOff", json!({"id": ward.organisation("楠沢病院")}), "days-off.unknown");
    let nameless =
        json!({"from": "2026-12-29", "to": "2026-12-28", "yearly": true, "name": " ", "org_id": null});
    ward.fails("KeepDayOff", nameless, "days-off.no-name");
}

#[test]
fn a_week_says_what_a_substitute_day_stands_for() {
    let ward = ward();
    let week = ward.call("Week", json!({"from": "2027-03-22"}));
    assert_eq!(week["days"][0]["holiday"], "振替休日（春分の日）");
}
