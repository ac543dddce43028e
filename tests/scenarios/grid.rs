//! 表でまとめて書く: cells of many people as one act, all of them or none.

use serde_json::{Value, json};
use susono_tests::{Ward, ward};

fn cell(case: &str, field: &str, text: &str) -> Value {
    json!({"case_id": case, "field": field, "text": text})
}

fn shown(ward: &Ward, case: &str, field: &str) -> Value {
    let grid = ward.call("CaseGrid", json!({"scope": "all"}));
    let row =
        grid["rows"].as_array().into_iter().flatten().find(|row| row["id"] == case).expect("the person");
    row["cells"][field].clone()
}

fn faults(ward: &Ward, cells: &[Value]) -> Vec<Option<String>> {
    let told = ward.call("ReadGrid", json!({"cells": cells}));
    told.as_array().into_iter().flatten().map(|c| c["fault"].as_str().map(str::to_owned)).collect()
}

#[test]
fn every_field_that_holds_in_a_cell_is_written_as_it_is_typed_anywhere_else() {
    let ward = ward();
    let case = ward.case("南 和夫");
    for (field, text, kept) in [
        ("given_name", "和雄", "和雄"),
        ("family_kana", "ミナミ", "みなみ"),
        ("birth_date", "S33.3.5", "1958-03-05"),
        ("consent_on", "きのう", "2026-11-01"),
        ("sex", "女", "female"),
        ("income", "生活保護、障害年金2級", "welfare;pension2"),
        ("wish", "海の見える部屋で\n暮らしたい", "海の見える部屋で\n暮らしたい"),
        ("room", "５０３", "５０３"),
        ("admission_form", "任意", "voluntary"),
        ("diagnosis_group", "統合失調症等", "F2"),
    ] {
        ward.call("KeepGrid", json!({"cells": [cell(&case, field, text)]}));
        assert_eq!(shown(&ward, &case, field), kept, "{field}");
    }
    assert_eq!(shown(&ward, &case, "wish_on"), "2026-11-02", "a wish is of the day on which it is written");
    ward.call(
        "KeepGrid",
        json!({"cells": [cell(&case, "wish", "山の近く"), cell(&case, "wish_on", "2026/10/3")]}),
    );
    assert_eq!(shown(&ward, &case, "wish_on"), "2026-10-03", "unless a day is given");
    ward.call("KeepGrid", json!({"cells": [cell(&case, "sex", "")]}));
    assert_eq!(shown(&ward, &case, "sex"), Value::Null, "an empty cell is nothing known");
}

#[test]
fn forty_people_by_twelve_columns_are_one_act_and_one_undo() {
    let ward = ward();
    for n in 0..20 {
        ward.call(
            "OpenCase",
            json!({"family_name": format!("試{n}"), "given_name": "", "family_kana": "", "given_kana": "", "org_id": null,
            "hospital": "楠沢病院", "ward": "", "identified_on": "2026-04-01", "wish": ""}),
        );
    }
    let before = ward.records();
    let grid = ward.call("CaseGrid", json!({"scope": "all"}));
    let fields = [
        ("given_kana", "はな"),
        ("sex", "男"),
        ("birth_date", "1960-02-03"),
        ("case_code", "K"),
        ("phone", "000-0000"),
        ("intake_route", "病院"),
        ("consent_on", "R8.5.1"),
        ("consent_form", "書面"),
        ("wished_place", "駅の近く"),
        ("guardian", "なし"),
        ("money_care", "本人"),
        ("origin_area", "北区"),
    ];
    let rows = grid["rows"].as_array().expect("rows");
    let cells: Vec<Value> = rows
        .iter()
        .take(40)
        .flat_map(|row| fields.map(|(field, text)| cell(row["id"].as_str().expect("a case"), field, text)))
        .collect();
    assert_eq!(cells.len(), 480);
    assert!(faults(&ward, &cells).iter().all(Option::is_none));
    ward.call("KeepGrid", json!({"cells": cells}));
    let (one, last) = (rows[0]["id"].as_str().expect("a case"), rows[39]["id"].as_str().expect("a case"));
    assert_eq!(
        (shown(&ward, one, "origin_area"), shown(&ward, last, "consent_on")),
        (json!("北区"), json!("2026-05-01"))
    );
    assert_eq!(ward.call("UndoState", json!({}))["undo"], "表でまとめて書く");
    ward.undo();
    assert_eq!(ward.records(), before, "one act, one undo");
}

#[test]
fn one_wrong_cell_keeps_all_of_them_out_and_every_wrong_cell_says_why() {
    let ward = ward();
    let case = ward.case("南 和夫");
    let before = ward.records();
    let cells = [
        cell(&case, "wished_place", "駅の近く"),
        cell(&case, "birth_date", "2月30日"),
        cell(&case, "birth_date", "2027-01-01"),
        cell(&case, "sex", "不思議"),
        cell(&case, "family_kana", "漢字"),
        cell(&case, "family_name", " "),
        cell(&case, "hospital", "別の病院"),
        cell(&case, "stage", "住居"),
        cell("0192f0c1-2a57-7000-8000-00000000ffff", "wish", "だれ"),
    ];
    let told = faults(&ward, &cells);
    assert_eq!(
        told.iter().map(Option::is_some).collect::<Vec<_>>(),
        [false, true, true, true, true, true, true, true, true]
    );
    assert_eq!(told[3].as_deref(), Some("「不思議」は性別の選択肢として読めません。"));
    assert_eq!(told[5].as_deref(), Some("姓は空にできません。"));
    let failure = ward.fails("KeepGrid", json!({"cells": cells}), "grid.faults");
    assert!(failure.sentence.contains('8'), "{}", failure.sentence);
    assert_eq!(ward.records(), before);
}

#[test]
fn a_person_outside_hospital_has_no_cells_of_a_stay() {
    let ward = ward();
    let case = ward.call(
        "OpenCase",
        json!({"family_name": "森", "given_name": "町子", "family_kana": "", "given_kana": "", "org_id": null, "hospital": "",
        "ward": "", "identified_on": null, "wish": ""}),
    );
    let case = case.as_str().expect("a case");
    let told = faults(&ward, &[cell(case, "ward", "B2病棟"), cell(case, "phone", "000")]);
    assert!(told[0].as_deref().is_some_and(|why| why.contains("入院の記録がない")), "{told:?}");
    assert_eq!(told[1], None);
    ward.fails("KeepGrid", json!({"cells": [cell(case, "ward", "B2病棟")]}), "grid.faults");
}
