//! A coordinator's own lists come in: shown first, brought in as one act, taken back as one.

mod desk;
mod faults;
mod hospitals;
mod kinds;
mod terminal;

use app::exchange::tables::{self, Mapping, TableImported, TableKind};
use app::{Cancel, Circumstances, Event, Failure, House};
use serde_json::{Value, json};
use std::sync::{Arc, OnceLock};
use store::Store;
use store::vault::DataKey;
use susono_tests::{Folder, MORNING, Ward, empty, moment, ward};

pub(crate) const PEOPLE: &str = "氏名,ふりがな,生年月日,性別,病院,病棟,入院日,段階\n\
    磯野目 潮,いそのめ うしお,S40.5.6,男,しおさい病院,2病棟,H30.2.1,退院調整\n\
    帆足川　みぎわ,ほあしがわ みぎわ,1971/2/30,女,しおさい病院,3病棟,H30.2.1,\n\
    南 和夫,みなみ かずお,,男,,,,\n\
    磯野目 潮,いそのめ うしお,S40.5.6,男,しおさい病院,2病棟,,\n";

pub(crate) fn kind(name: &str) -> TableKind {
    TableKind::named(name).expect("a kind")
}

pub(crate) fn open(ward: &Ward, text: &str) {
    tables::open(ward.house(), "名簿.csv", text.as_bytes()).expect("a list");
}

pub(crate) fn mapping(said: Value) -> Mapping {
    serde_json::from_value(said).expect("a mapping")
}

pub(crate) fn preview(ward: &Ward, kind: &str, said: Value) -> Value {
    ward.call(
        "TablePreview",
        json!({"kind": kind, "mapping": serde_json::to_value(mapping(said)).unwrap(), "file": 1}),
    )
}

pub(crate) fn bring(ward: &Ward, of: &str, said: Value) -> Result<TableImported, Failure> {
    tables::import(ward.house(), &ward.around(), kind(of), &mapping(said))
}

#[test]
fn a_list_is_shown_cell_by_cell_before_anything_is_written() {
    let ward = ward();
    let before = ward.records();
    let opened = tables::open(ward.house(), "名簿.csv", PEOPLE.as_bytes()).unwrap();
    assert_eq!(serde_json::to_value(opened.kind).unwrap(), json!("cases"));
    let shown = preview(&ward, "cases", json!({}));
    assert_eq!((&shown["good"], &shown["faulty"], &shown["duplicates"]), (&json!(1), &json!(1), &json!(2)));
    assert_eq!(
        shown["rows"][0]["cells"][2],
        json!({"text": "S40.5.6", "value": "1965-05-06", "fault": null})
    );
    let fault = shown["rows"][1]["cells"][2]["fault"].as_str().unwrap();
    assert!(fault.contains("1971/2/30") && !fault.contains('{'), "{fault}");
    assert!(shown["rows"][2]["duplicate"].as_str().unwrap().contains("南 和夫"));
    assert_eq!(shown["rows"][3]["duplicate"], json!("2行目と同じです"));
    assert_eq!(shown["columns"][0], json!({"head": "氏名", "field": "name"}));
    assert_eq!(shown["needs_identified_on"], json!(true));
    assert_eq!(ward.records(), before);
}

#[test]
fn good_rows_come_in_as_one_act_that_one_undo_takes_back() {
    let ward = ward();
    let before = ward.records();
    open(&ward, PEOPLE);
    let done = bring(&ward, "cases", json!({"identified_on": "2026-10-30"})).unwrap();
    assert_eq!((done.imported, done.faulty, done.duplicates, done.organisations), (1, 1, 2, 1));
    let page = ward.call("CasePage", json!({"case_id": ward.case("磯野目 潮")}));
    assert_eq!(page["identified_on"], json!("2026-10-30"), "{page}");
    let after = ward.records();
    assert!(after["cases.csv"].contains("磯野目,潮,いそのめ,うしお,,male,1965-05-06"));
    assert!(after["admissions.csv"].contains("2病棟,,2018-02-01"));
    assert!(
        after["stages.csv"].contains("identified,2026-10-30")
            && after["stages.csv"].contains("discharge_coordination,2026-11-02")
    );
    assert_eq!(ward.call("UndoState", json!({}))["undo"], json!("一覧の取り込み"));
    ward.undo();
    assert_eq!(ward.records(), before, "one undo takes all of it back, the hospital too");
    ward.redo();
    assert_eq!(ward.records(), after);
}

#[test]
fn somebody_of_the_same_name_comes_in_when_that_is_said() {
    let ward = ward();
    open(&ward, PEOPLE);
    let shown = preview(&ward, "cases", json!({"take": [4]}));
    assert_eq!((&shown["good"], &shown["rows"][2]["comes_in"]), (&json!(2), &json!(true)));
    assert_eq!(bring(&ward, "cases", json!({"take": [4]})).unwrap().imported, 2);
    let list = ward.call("CaseList", json!({"filter": "", "scope": "all", "sort": "kana"}));
    let same = list["lines"].as_array().unwrap().iter().filter(|line| line["name"] == "南 和夫").count();
    assert_eq!(same, 2);
}

#[test]
fn rows_that_did_not_come_in_are_a_file_to_correct() {
    let ward = ward();
    open(&ward, PEOPLE);
    assert_eq!(tables::rest(ward.house()).unwrap_err().id, "table.no-rest");
    bring(&ward, "cases", json!({})).unwrap();
    let (name, bytes) = tables::rest(ward.house()).unwrap();
    assert_eq!(name, "名簿_直す行.csv");
    let text = String::from_utf8(bytes).unwrap();
    let mut lines = text.strip_prefix('\u{FEFF}').expect("a mark for spreadsheets").lines();
    assert_eq!(lines.next(), Some("氏名,ふりがな,生年月日,性別,病院,病棟,入院日,段階,理由"));
    let row = lines.next().unwrap();
    assert!(
        row.starts_with("帆足川　みぎわ,ほあしがわ みぎわ,1971/2/30,女,")
            && row.contains("という日はありません"),
        "{row}"
    );
    assert_eq!(lines.next(), None);
    open(&ward, &text.replace("1971/2/30", "1971/2/28"));
    assert_eq!(bring(&ward, "cases", json!({})).unwrap().imported, 1);
    ward.case("帆足川 みぎわ");
}

#[test]
fn columns_that_a_person_corrected_are_remembered_by_their_head() {
    let ward = empty();
    let list = "番号,呼び方,元いた区\n1,南 和夫,椿区\n";
    open(&ward, list);
    let shown = preview(&ward, "cases", json!({}));
    assert_eq!((&shown["good"], &shown["missing"]), (&json!(0), &json!(["氏名"])));
    let failure = bring(&ward, "cases", json!({})).unwrap_err();
    assert_eq!(failure.id, "table.missing-columns");
    let columns = json!({"columns": {"呼び方": "name", "#3": "origin_area"}});
    assert_eq!(preview(&ward, "cases", columns.clone())["good"], json!(1));
    bring(&ward, "cases", columns).unwrap();
    open(&ward, &list.replace("南 和夫", "森 春子"));
    let again = preview(&ward, "cases", json!({}));
    assert_eq!((&again["remembered"], &again["good"]), (&json!(true), &json!(1)));
    bring(&ward, "cases", json!({})).unwrap();
    ward.case("森 春子");
}

/// A house whose long acts are stopped once `limit` steps are done.
fn house_that_stops(folder: &Folder, limit: usize) -> House {
    let store =
        Store::open(&folder.path().join("vault.db"), &DataKey::new([7; 32])).expect("the vault opens");
    let brake: Arc<OnceLock<Cancel>> = Arc::default();
    let held = brake.clone();
    let house = House::new(store, move |event| {
        if let (Event::Progress { done, .. }, Some(brake)) = (event, held.get())
            && done >= limit
        {
            brake.stop();
        }
    });
    assert!(brake.set(house.cancel()).is_ok());
    house
}

#[test]
fn a_long_list_tells_how_far_it_has_come_and_can_be_stopped() {
    let people: String = (0..1_500).map(|n| format!("南 和夫{n},S40.5.6\n")).collect();
    let list = format!("氏名,生年月日\n{people}");
    let folder = Folder::new();
    let house = house_that_stops(&folder, 500);
    let around = Circumstances::new(moment(MORNING), [3; 32]);
    tables::open(&house, "名簿.csv", list.as_bytes()).unwrap();
    let failure = tables::import(&house, &around, kind("cases"), &Mapping::default()).unwrap_err();
    assert_eq!((failure.id.as_str(), house.generation()), ("act.stopped", 0));
    let records = app::exchange::export(&house).unwrap();
    assert_eq!(
        records["cases.csv"].iter().filter(|b| **b == b'\n').count(),
        1,
        "a stopped import leaves nothing"
    );
    let ward = empty();
    open(&ward, &list);
    assert_eq!(bring(&ward, "cases", json!({})).unwrap().imported, 1_500);
    let steps =
        ward.heard().into_iter().filter(|e| matches!(e, Event::Progress { act: "ImportTable", .. })).count();
    assert!(steps > 5, "{steps}");
}
