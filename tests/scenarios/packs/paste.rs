//! A caseload from a spreadsheet: shown first, then taken over in one act.

use serde_json::{Value, json};
use susono_tests::{empty, ward};

const LIST: &str = "氏名\tふりがな\t病院\t病棟\t生年月日\t入院日\t性別\n\
    磯野目 潮\tいそのめ うしお\tしおさい病院\t2病棟\tS40.5.6\tH30.2.1\t男\n\
    帆足川　みぎわ\tほあしがわ みぎわ\tしおさい病院\t3病棟\t1971/2/30\tH30.2.1\t女\n\
    南 和夫\tみなみ かずお\tしおさい病院\t3病棟\t\t\t男\n\
    磯野目 潮\tいそのめ うしお\tしおさい病院\t2病棟\tS40.5.6\t\t男\n";

fn preview(ward: &susono_tests::Ward) -> Value {
    ward.call("PastePreview", json!({"text": LIST, "columns": null}))
}

#[test]
fn a_paste_is_shown_cell_by_cell() {
    let shown = preview(&ward());
    assert_eq!(
        shown["columns"],
        json!(["name", "kana", "hospital", "ward", "birth_date", "admitted_on", "sex"])
    );
    assert_eq!((&shown["good"], &shown["faulty"]), (&json!(3), &json!(1)));
    assert_eq!(shown["rows"][0][4], json!({"text": "S40.5.6", "value": "1965-05-06", "fault": null}));
    let fault = shown["rows"][1][4]["fault"].as_str().expect("30 February is no day");
    assert!(!fault.starts_with("pack."), "{fault}");
    assert_eq!(shown["duplicates"], json!([{"row": 2, "name": "南 和夫"}, {"row": 3, "name": "磯野目 潮"}]));
}

#[test]
fn good_rows_come_in_as_one_act() {
    let ward = ward();
    let before = ward.records();
    let columns = preview(&ward)["columns"].clone();
    let pasted =
        ward.call("PasteCaseload", json!({"text": LIST, "columns": columns, "identified_on": "2026-10-30"}));
    assert_eq!(pasted, json!({"imported": 1, "skipped": 3}));
    let page = ward.call("CasePage", json!({"case_id": ward.case("磯野目 潮")}));
    assert_eq!(page["identified_on"], json!("2026-10-30"), "{page}");
    let records = ward.records();
    assert!(
        records["organisations.csv"].contains("しおさい病院"),
        "an unknown hospital is added to the directory"
    );
    assert!(records["admissions.csv"].contains("2病棟,,2018-02-01"), "{}", records["admissions.csv"]);
    assert!(records["cases.csv"].contains("磯野目,潮,いそのめ,うしお,,male,1965-05-06"));
    ward.undo();
    assert_eq!(ward.records(), before, "one undo takes all of it back, the hospital too");
}

#[test]
fn a_paste_without_anything_new_is_refused() {
    let ward = ward();
    let columns = json!(["name"]);
    ward.fails(
        "PasteCaseload",
        json!({"text": "南 和夫", "columns": columns, "identified_on": null}),
        "paste.nothing",
    );
    ward.fails(
        "PasteCaseload",
        json!({"text": " \n", "columns": columns, "identified_on": null}),
        "paste.empty",
    );
    ward.fails("PastePreview", json!({"text": "山\n".repeat(1_100), "columns": null}), "paste.too-long");
    let empty = empty();
    assert_eq!(
        empty.call("PasteCaseload", json!({"text": "南 和夫", "columns": columns, "identified_on": null}))["imported"],
        json!(1)
    );
}
