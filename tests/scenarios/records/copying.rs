//! 写す: notes as text in the order of the office's columns, and the mark that it was done.

use super::{note, settings, with};
use serde_json::{Value, json};
use susono_tests::{Ward, empty, ward};

fn left(ward: &Ward, case: Value, left_only: bool) -> Value {
    ward.call(
        "NotesToCopy",
        json!({"case_id": case, "from": "2026-11-01", "to": "2026-11-30", "left_only": left_only}),
    )
}

#[test]
fn notes_are_copied_in_the_order_of_the_offices_columns() {
    let ward = ward();
    let case = ward.case("南 和夫");
    let first = ward.call("WriteContact", note(&[&case], "2026-11-01", "廊下で。\n\t「またね」と手をふる。"));
    let second =
        ward.call("WriteContact", with(note(&[], "2026-11-02", "病棟へ電話。"), "method", json!("phone")));
    let ids = json!({"contact_ids": [second[0], first[0]]});
    assert_eq!(
        ward.call("CopyNotes", ids.clone()),
        json!(
            "2026/11/01\t南 和夫\t面接（院内）\t本人\t廊下で。 「またね」と手をふる。\t30\n2026/11/02\t\t電話\t本人\t病棟へ電話。\t30"
        )
    );
    let order = json!(["text", "date", "minutes", "text"]);
    settings(&ward, "columns", order);
    settings(&ward, "separator", json!("line"));
    settings(&ward, "labels", json!(true));
    settings(&ward, "dates", json!("era"));
    assert_eq!(
        ward.call("CopyNotes", json!({"contact_ids": [first[0]]})),
        json!("内容：廊下で。\n\t「またね」と手をふる。\n日付：R8.11.1\n時間：30")
    );
    ward.fails("CopyNotes", json!({"contact_ids": [case]}), "contact.unknown");
    let none = with(ward.call("RecordSettings", json!({})), "columns", json!([]));
    ward.fails("KeepRecordSettings", none, "record.no-columns");
    let log = ward.house().read(|reader| Ok::<_, app::Failure>(reader.log()?)).unwrap();
    assert!(log.iter().any(|row| row.event == "CopyNotes"), "what was copied stands in the log");
}

#[test]
fn the_mark_tells_what_is_left_is_undone_and_travels() {
    let ward = ward();
    let case = ward.case("南 和夫");
    let ids: Vec<Value> = ["2026-11-01", "2026-11-02"]
        .iter()
        .map(|on| ward.call("WriteContact", note(&[&case], on, &format!("{on}の記録")))[0].clone())
        .collect();
    let before = ward.records();
    ward.call("MarkCopied", json!({"contact_ids": [ids[0]], "copied": true}));
    let open = left(&ward, json!(case), true);
    assert_eq!((&open["total"], &open["left"]), (&json!(1), &json!(1)));
    assert_eq!(open["notes"][0]["contact_id"], ids[1]);
    let all = left(&ward, Value::Null, false);
    let marked = all["notes"].as_array().unwrap().iter().find(|one| one["contact_id"] == ids[0]).unwrap();
    assert_eq!((&marked["copied_on"], &marked["name"]), (&json!("2026-11-02"), &json!("南 和夫")));
    // Marking again keeps the day; a correction keeps the mark.
    ward.at("2026-11-03T09:00:00+09:00").call("MarkCopied", json!({"contact_ids": ids, "copied": true}));
    let kept = left(&ward, json!(case), false);
    assert_eq!(kept["notes"][1]["copied_on"], json!("2026-11-02"));
    let marks = ward.records();
    assert_eq!(marks["contact_copies.csv"].lines().count(), 3);
    let other = empty();
    let files = app::exchange::export(ward.house()).unwrap();
    other.import(&files);
    assert_eq!(app::exchange::export(other.house()).unwrap(), files, "marks and road pages travel");
    ward.call("MarkCopied", json!({"contact_ids": ids, "copied": false}));
    assert_eq!(ward.records(), before);
    ward.undo();
    assert_eq!(ward.records(), marks);
    ward.fails("MarkCopied", json!({"contact_ids": [case], "copied": true}), "contact.unknown");
}
