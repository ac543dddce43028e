//! 意向・同意: what was agreed to stays in the ledger, and so does what was taken back.

use app::Failure;
use app::reports::{AnnualRequest, Level, Prepared, prepare};
use domain::calendar::FiscalYear;
use serde_json::{Value, json};
use susono_tests::{Ward, empty, ward};

fn consent(case: &str, about: &str, given_on: &str, until: Option<&str>) -> Value {
    json!({"case_id": case, "consent_id": null, "about": about, "scope": "年度の報告書", "given_on": given_on,
        "way": "oral", "confirmed_by": "病棟の看護師", "valid_until": until})
}

fn states(ward: &Ward, case: &str) -> Vec<Value> {
    let lines = ward.call("Consents", json!({"case_id": case}));
    lines.as_array().into_iter().flatten().map(|line| line["state"].clone()).collect()
}

fn made(ward: &Ward, level: Level) -> Result<Prepared, Failure> {
    let fiscal_year = FiscalYear::try_from(2025).expect("令和7年度");
    prepare(ward.house(), &ward.around(), AnnualRequest { fiscal_year, level })
}

fn episodes(ward: &Ward) -> Value {
    ward.call("EpisodeConsents", json!({"fiscal_year": 2025, "level": "municipal"}))
}

#[test]
fn a_consent_is_kept_taken_back_and_that_is_undone() {
    let ward = ward();
    let case = ward.case("南 和夫");
    let id = ward.call("KeepConsent", consent(&case, "episode", "2026-05-12", Some("2026-11")));
    assert_eq!(states(&ward, &case), ["valid"]);
    ward.at("2026-12-01T09:00:00+09:00");
    assert_eq!(states(&ward, &case), ["ended"], "a month holds to its last day");
    ward.at("2026-11-30T09:00:00+09:00");
    assert_eq!(states(&ward, &case), ["valid"]);
    let back = json!({"consent_id": id, "withdrawn_on": "2026-11-20", "reason": "やっぱり載せないで"});
    ward.call("WithdrawConsent", back);
    assert_eq!(states(&ward, &case), ["withdrawn"]);
    let line = ward.call("Consents", json!({"case_id": case}))[0].clone();
    assert_eq!(
        (&line["withdrawn_reason"], &line["given_on"]),
        (&json!("やっぱり載せないで"), &json!("2026-05-12"))
    );
    ward.undo();
    assert_eq!(states(&ward, &case), ["valid"]);
    ward.redo();
    assert_eq!(states(&ward, &case), ["withdrawn"]);
    ward.call("WithdrawConsent", json!({"consent_id": id, "withdrawn_on": null, "reason": ""}));
    assert_eq!(states(&ward, &case), ["valid"]);
    let with = |field: &str, value: Value| {
        let mut input = consent(&case, "other", "2026-05-12", None);
        input[field] = value;
        input
    };
    ward.fails("KeepConsent", with("scope", json!(" ")), "consent.no-scope");
    ward.fails("KeepConsent", with("given_on", json!("2026-12-01")), "consent.future");
    ward.fails("KeepConsent", with("valid_until", json!("2026-05-11")), "consent.order");
    ward.fails("KeepConsent", with("consent_id", json!(case)), "consent.unknown");
    let early = json!({"consent_id": id, "withdrawn_on": "2026-05-11", "reason": ""});
    ward.fails("WithdrawConsent", early, "consent.withdrawn-early");
}

#[test]
fn a_text_that_repeats_a_note_asks_for_the_consent_and_a_withdrawal_is_listed() {
    let ward = ward();
    let case = ward.case("南 和夫");
    assert_eq!(episodes(&ward), json!([]));
    ward.call(
        "WriteContact",
        json!({"case_ids": [case], "plan_id": null, "on": "2025-10-20", "minutes": 30, "method": "interview_hospital",
            "counterparts": ["person"], "text": "海の見える部屋で朝のコーヒーを飲みたいと話した", "next_step": null,
            "outcome": null, "draft_place": null}),
    );
    let text = "「海の見える部屋で、朝のコーヒーを飲みたい」と話す方がいました。";
    ward.call(
        "KeepSection",
        json!({"report": {"fiscal_year": 2025, "level": "internal"}, "key": "voices", "text": text}),
    );
    let listed = episodes(&ward);
    assert_eq!((&listed[0]["case_id"], &listed[0]["state"]), (&json!(case), &json!("none")));
    assert_eq!(listed[0]["quoted_in"].as_array().map(Vec::len), Some(1));
    let id = ward.call("KeepConsent", consent(&case, "episode", "2026-05-12", None));
    assert_eq!(episodes(&ward)[0]["state"], "valid");
    ward.call("WithdrawConsent", json!({"consent_id": id, "withdrawn_on": "2026-11-01", "reason": ""}));
    assert_eq!(episodes(&ward)[0]["state"], "withdrawn");
    assert_eq!(episodes(&ward)[0]["withdrawn_on"], "2026-11-01");
    let refused = made(&ward, Level::Municipal).expect_err("the consent was taken back");
    assert_eq!(refused.id, "report.leak");
    assert!(refused.sentence.contains("同意を令和8年11月1日に取り下げた方"), "{}", refused.sentence);
    assert!(!refused.sentence.contains("南"), "nobody is named: {}", refused.sentence);
    made(&ward, Level::Internal).expect("inside the office it is only listed");
}

#[test]
fn episodes_do_not_leave_when_nobody_agrees_any_more() {
    let ward = ward();
    let case = ward.case("南 和夫");
    let text = "町で暮らす準備を、少しずつ進めている方がいます。";
    ward.call(
        "KeepSection",
        json!({"report": {"fiscal_year": 2025, "level": "internal"}, "key": "case_examples", "text": text}),
    );
    made(&ward, Level::Public).expect("nothing was ever taken back");
    let id = ward.call("KeepConsent", consent(&case, "episode", "2026-05-12", None));
    ward.call("WithdrawConsent", json!({"consent_id": id, "withdrawn_on": "2026-11-01", "reason": ""}));
    let refused = made(&ward, Level::Public).expect_err("nobody agrees");
    assert!(refused.sentence.contains("いま同意が続いている方がいません"), "{}", refused.sentence);
    ward.call("KeepConsent", consent(&ward.case("林 健吾"), "episode", "2026-05-12", None));
    made(&ward, Level::Public).expect("somebody agrees");
}

#[test]
fn a_story_told_in_other_words_does_not_leave_after_its_consent_while_its_note_is_marked() {
    let ward = ward();
    let case = ward.case("南 和夫");
    let told = json!({"case_ids": [case], "plan_id": null, "on": "2025-10-20", "minutes": 30, "method": "interview_hospital",
        "counterparts": ["person"], "text": "はじめて一人で電車に乗り、終点まで行って帰ってきた。", "next_step": null,
        "outcome": null, "draft_place": null});
    let note = ward.call("WriteContact", told)[0].clone();
    let consent = ward.call("KeepConsent", consent(&case, "episode", "2026-05-12", Some("2026-11-01")));
    let mark = |marked: bool| ward.call("MarkEpisode", json!({"contact_id": note, "marked": marked}));
    mark(true);
    let section = |text: &str| {
        let report = json!({"fiscal_year": 2025, "level": "internal"});
        ward.call("KeepSection", json!({"report": report, "key": "voices", "text": text}));
    };
    let refused = |why: &str| {
        let refused = made(&ward, Level::Municipal).expect_err(why);
        assert!(refused.sentence.contains("令和7年10月20日"), "{}", refused.sentence);
        assert!(
            refused.sentence.contains("報告用の印") && !refused.sentence.contains("南"),
            "{}",
            refused.sentence
        );
    };
    section("");
    made(&ward, Level::Municipal).expect("no text tells anything");
    section("ひとりでの遠出をやりとげた方がいます。");
    ward.at("2026-11-01T09:00:00+09:00");
    made(&ward, Level::Municipal).expect("the consent holds to its last day");
    ward.at("2026-11-02T09:00:00+09:00");
    refused("the consent has run out");
    ward.call("WithdrawConsent", json!({"consent_id": consent, "withdrawn_on": "2026-10-30", "reason": ""}));
    refused("the consent was taken back");
    made(&ward, Level::Internal).expect("inside the office it is only listed");
    mark(false);
    section("遠出をする方が増えました。");
    made(&ward, Level::Municipal).expect("the story is out of the texts, and its note no longer marked");
}

#[test]
fn the_ledger_travels_with_everything_else() {
    let ward = ward();
    let case = ward.case("南 和夫");
    ward.call("KeepConsent", consent(&case, "episode", "2026-05-12", Some("2027-03-31")));
    let id = ward.call("KeepConsent", consent(&case, "family", "2026-06", None));
    ward.call(
        "WithdrawConsent",
        json!({"consent_id": id, "withdrawn_on": "2026-10-01", "reason": "いまは話したくない"}),
    );
    let files = app::exchange::export(ward.house()).expect("an export");
    let rows = String::from_utf8_lossy(&files["consents.csv"]).lines().count();
    assert_eq!(rows, 3, "a head and two rows");
    let other = empty();
    other.import(&files);
    assert_eq!(app::exchange::export(other.house()).expect("an export"), files, "again the same to the byte");
}

#[test]
fn a_note_marked_for_the_report_is_listed_with_its_consent_and_the_mark_is_no_part_of_it() {
    let ward = ward();
    let case = ward.case("南 和夫");
    let told = json!({"case_ids": [case], "plan_id": null, "on": "2026-04-20", "minutes": 30, "method": "interview_hospital",
        "counterparts": ["person"], "text": "はじめて一人で電車に乗った。", "next_step": null, "outcome": null, "draft_place": null});
    let id = ward.call("WriteContact", told)[0].clone();
    let listed = |year: i32| ward.call("EpisodeNotes", json!({"fiscal_year": year, "level": "municipal"}));
    let mark = |marked: bool| ward.call("MarkEpisode", json!({"contact_id": id, "marked": marked}));
    assert_eq!(
        (mark(true), mark(true)),
        (json!("none"), json!("none")),
        "nobody was asked yet; twice is once"
    );
    assert_eq!(
        listed(2026),
        json!([{"contact_id": id, "case_id": case, "name": "南 和夫", "on": "2026-04-20",
            "text": "はじめて一人で電車に乗った。", "state": "none"}])
    );
    assert_eq!(listed(2025), json!([]), "another year's report");
    assert_eq!(
        ward.call(
            "EpisodeNotes",
            json!({"kind": "monthly", "fiscal_year": 2026, "month": 5, "level": "municipal"})
        ),
        json!([])
    );
    let newest = ward.call("Timeline", json!({"case_id": case, "offset": 0, "limit": 400}));
    let item = newest.as_array().into_iter().flatten().find(|i| i["id"] == id).expect("the note").clone();
    assert_eq!((&item["episode"], &item["revised"]), (&json!(true), &json!(0)));
    let consent = ward.call("KeepConsent", consent(&case, "episode", "2026-05-12", None));
    assert_eq!((mark(true), &listed(2026)[0]["state"]), (json!("valid"), &json!("valid")));
    ward.call("WithdrawConsent", json!({"consent_id": consent, "withdrawn_on": "2026-11-01", "reason": ""}));
    assert_eq!(listed(2026)[0]["state"], "withdrawn");
    let files = app::exchange::export(ward.house()).expect("an export");
    let other = empty();
    other.import(&files);
    assert_eq!(
        other.call("EpisodeNotes", json!({"fiscal_year": 2026, "level": "municipal"}))[0]["name"],
        "南 和夫"
    );
    let thrown = ward.call("ThrowAway", json!({"kind": "contact", "record_id": id}));
    assert_eq!(listed(2026), json!([]));
    ward.call("TakeBack", json!({"trash_id": thrown}));
    assert_eq!(listed(2026)[0]["contact_id"], id, "the mark waited for its note");
    mark(false);
    assert_eq!(listed(2026), json!([]));
    ward.undo();
    assert_eq!(listed(2026)[0]["contact_id"], id);
    ward.fails("MarkEpisode", json!({"contact_id": case, "marked": true}), "contact.unknown");
}
