//! Far back: more than a hundred steps, and after the program was closed and opened again.

use super::small_ward;
use serde_json::{Value, json};

#[test]
fn more_than_a_hundred_steps_are_taken_back_after_an_opening_and_done_again() {
    let ward = small_ward();
    let begun = ward.records();
    for n in 0..120 {
        ward.call("NoteIssue", json!({"text": format!("気づき{n}"), "tags": []}));
    }
    let note = ward.call(
        "WriteContact",
        json!({"case_ids": [], "plan_id": null, "on": "2026-11-02", "minutes": null, "method": "", "counterparts": [],
        "text": "あとで捨てる", "next_step": null, "outcome": null, "draft_place": null}),
    );
    ward.call("ThrowAway", json!({"kind": "contact", "record_id": note[0]}));
    let done = ward.records();
    let ward = ward.opened_again();
    assert_eq!(ward.call("UndoState", json!({}))["undo"], "ごみ箱に入れる", "what was done is still known");
    ward.undo();
    assert_eq!(ward.call("Trash", json!({}))["items"], json!([]));
    for _ in 0..121 {
        ward.undo();
    }
    assert_eq!(ward.records(), begun, "to the last byte");
    let ward = ward.opened_again();
    for _ in 0..122 {
        ward.redo();
    }
    assert_eq!(ward.records(), done);
    assert_eq!(ward.call("UndoState", json!({}))["redo"], Value::Null);
    let thrown = ward.call("Trash", json!({}))["items"][0]["id"].clone();
    let ward = ward.opened_again();
    ward.call("TakeBack", json!({"trash_id": thrown}));
    let loose = ward.call("Activities", json!({"fiscal_year": 2026}))["loose"].clone();
    assert_eq!(loose[0]["text"], "あとで捨てる");
}
