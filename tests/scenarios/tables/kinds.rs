//! Notes, activities, organisations and figures of hospitals.

use super::{bring, open, preview};
use serde_json::json;
use susono_tests::{empty, ward};

#[test]
fn notes_find_their_people() {
    let ward = ward();
    let before = ward.records();
    open(
        &ward,
        "日付,対象者,方法,相手方,時間,内容\n2026/10/1,南 和夫,面接,本人,10:00～10:40,\"退院の話。\r\n体調は良い\"\n\
         R8.10.2,南和夫,TEL,母,,電話\n2026/10/3,大空 ひろし,電話,本人,,知らない人\n2026/12/1,南 和夫,電話,本人,,先の日\n",
    );
    let shown = preview(&ward, "contacts", json!({}));
    assert_eq!((&shown["good"], &shown["faulty"]), (&json!(2), &json!(2)), "{shown}");
    assert_eq!(shown["rows"][1]["cells"][1]["value"], json!("南 和夫"));
    assert_eq!(shown["faults"][0]["code"], json!("unknown_reference"));
    assert_eq!(bring(&ward, "contacts", json!({})).unwrap().imported, 2);
    let records = ward.records();
    let added: Vec<&str> =
        records["contacts.csv"].lines().filter(|line| !before["contacts.csv"].contains(*line)).collect();
    assert!(added.iter().any(|l| l.contains("2026-10-01,40,interview_hospital,person,")), "{added:?}");
    assert!(added.iter().any(|l| l.contains("2026-10-02,10,phone,family,電話")), "{added:?}");
    assert!(records["contacts.csv"].contains("退院の話。\n体調は良い"));
    assert!(added.iter().any(|l| l.contains("transcribed,2026-11-02")), "{added:?}");
    let found = ward.call("Search", json!({"query": "体調は良い", "limit": 5}));
    assert_eq!(found["total"], json!(1), "what came in can be searched");
    assert_eq!(
        preview(&ward, "contacts", json!({}))["duplicates"],
        json!(2),
        "the same file again brings nothing"
    );
    assert_eq!(bring(&ward, "contacts", json!({})).unwrap_err().id, "table.nothing");
    ward.undo();
    assert_eq!(ward.records(), before);
}

#[test]
fn two_people_of_one_name_are_told_apart_by_number_or_birth() {
    let ward = empty();
    open(&ward, "氏名,生年月日,ケース番号\n南 和夫,S40.5.6,25-001\n南 和夫,S50.1.1,25-002\n");
    assert_eq!(bring(&ward, "cases", json!({"identified_on": "2026-01-05"})).unwrap().imported, 2);
    open(
        &ward,
        "日付,氏名,生年月日,ケース番号,内容\n2026/10/1,南 和夫,,,誰の\n2026/10/1,南 和夫,S50.1.1,,二人目\n2026/10/2,,,25-001,一人目\n",
    );
    let shown = preview(&ward, "contacts", json!({}));
    assert_eq!((&shown["good"], &shown["faulty"]), (&json!(2), &json!(1)), "{shown}");
    assert!(shown["faults"][0]["reason"].as_str().unwrap().contains("何人か"));
    bring(&ward, "contacts", json!({})).unwrap();
    let contacts = ward.records()["contacts.csv"].clone();
    let line = |text: &str| {
        contacts.lines().find(|l| l.contains(text)).unwrap().split(',').nth(1).unwrap().to_owned()
    };
    assert_ne!(line("二人目"), line("一人目"));
}

#[test]
fn activities_come_in_with_their_sides() {
    let ward = empty();
    open(
        &ward,
        "開催日,区分,会議名,時間,参加者数,,,内容\n,,,,計,医療,行政,\n2026/5/20,部会,地域移行部会,2時間,１５名,5,3,年間計画\n",
    );
    assert_eq!(bring(&ward, "activities", json!({})).unwrap().imported, 1);
    let records = ward.records();
    assert!(
        records["activities.csv"].contains("2026-05-20,council,地域移行部会,120,15,5,,3,,年間計画"),
        "{}",
        records["activities.csv"]
    );
    assert_eq!(preview(&ward, "activities", json!({}))["duplicates"], json!(1));
}

#[test]
fn organisations_and_figures_come_in_and_do_not_come_twice() {
    let ward = empty();
    open(
        &ward,
        "事業所名,サービス種別,電話番号\n相談室 なぎさ,計画相談,090-0000-0000\n楠沢病院,精神科病院,\n相談室なぎさ,計画相談,\n",
    );
    let done = bring(&ward, "organisations", json!({})).unwrap();
    assert_eq!((done.imported, done.duplicates), (2, 1));
    open(
        &ward,
        "調査年度,病院名,病床数,20年以上\n令和6年度,楠沢病院,200,12\n令和7年度,楠沢病院,198,11\n令和7年度,ひばり病院,100,\n",
    );
    let done = bring(&ward, "survey630", json!({})).unwrap();
    assert_eq!((done.imported, done.organisations), (3, 1));
    let records = ward.records();
    assert_eq!(records["survey630.csv"].lines().count(), 4, "{}", records["survey630.csv"]);
    assert!(records["organisations.csv"].contains("ひばり病院,,psychiatric_hospital"));
    assert_eq!(preview(&ward, "survey630", json!({}))["duplicates"], json!(3));
}
