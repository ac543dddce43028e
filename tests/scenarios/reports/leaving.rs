//! How a report is seen, written and let go.

use super::{all_text, in_spring, made, published, table};
use app::reports::{Level, enter_release};
use serde_json::json;

#[test]
fn the_same_data_on_the_same_day_give_the_same_bytes() {
    let ward = in_spring();
    for level in Level::ALL {
        let first = made(&ward, level);
        assert_eq!(first.pdf, made(&ward, level).pdf, "{}", level.name());
        enter_release(ward.house(), &ward.around(), &first).expect("it enters the ledger");
        let again = made(&ward, level);
        assert_eq!(first.sha256, again.sha256, "a report that left does not change the next");
        let before = ward.house().generation();
        enter_release(ward.house(), &ward.around(), &again).expect("an identical re-issue is allowed");
        assert_eq!(ward.house().generation(), before, "and changes nothing");
    }
    let name = |level| made(&ward, level).file_name;
    assert_eq!(name(Level::Municipal), "R7_活動実績報告_自治体提出用_20260402.pdf");
    assert_eq!(name(Level::Public), "R7_活動実績報告_公開用_20260402.pdf");
}

#[test]
fn a_report_of_yesterdays_data_does_not_leave() {
    let ward = in_spring();
    let report = made(&ward, Level::Municipal);
    ward.call("NoteIssue", json!({"text": "体験宿泊の空きが足りない", "tags": []}));
    let refused = enter_release(ward.house(), &ward.around(), &report).expect_err("the data moved");
    assert_eq!(refused.id, "report.data-moved");
    let again = made(&ward, Level::Municipal);
    enter_release(ward.house(), &ward.around(), &again).expect("computed anew it may leave");
}

#[test]
fn a_second_report_of_the_year_may_follow_when_the_data_have_changed() {
    let ward = in_spring();
    for level in [Level::Municipal, Level::Public] {
        let first = made(&ward, level);
        enter_release(ward.house(), &ward.around(), &first).expect("the first leaves");
    }
    let case = ward.case("林 健吾");
    ward.call(
        "WriteContact",
        json!({
            "case_ids": [case], "plan_id": null, "on": "2026-03-30", "minutes": 20, "method": "phone",
            "counterparts": ["person"], "text": "通院の日を確かめた。", "next_step": null, "outcome": null, "draft_place": null
        }),
    );
    for level in [Level::Municipal, Level::Public] {
        let second = made(&ward, level);
        assert_eq!(table(&published(&second), "3")["cells"][7][12], 860, "one more contact");
        enter_release(ward.house(), &ward.around(), &second).expect("the second leaves");
    }
}

#[test]
fn the_screen_sees_the_report_before_it_leaves() {
    let ward = in_spring();
    let view = ward.call("Report", json!({"fiscal_year": 2025, "level": "municipal"}));
    assert_eq!(view["may_leave"], true);
    assert_eq!(view["headline"]["active"], 16);
    let fates = view["fates"].as_array().expect("fates");
    // 表12: how the few fared who left the hospital is not told outside.
    assert!(
        fates.iter().all(|f| (f["published"] == true) == (f["id"] != "12") && f["hidden"] == 0),
        "{fates:?}"
    );
    assert!(fates.iter().all(|f| f["sentence"].as_str().is_some_and(|s| s.ends_with('。'))), "{fates:?}");
    let page = ward.call(
        "ReportPage",
        json!({"report": {"fiscal_year": 2025, "level": "municipal"}, "page": 1, "width": 300}),
    );
    assert_eq!(page["width"], 300);
    assert!(
        page["height"].as_u64().is_some_and(|h| (420..430).contains(&h)),
        "A4 upright: {}",
        page["height"]
    );
    assert!(page["png"].as_str().is_some_and(|p| p.starts_with("iVBOR")), "a PNG");
    ward.fails(
        "ReportPage",
        json!({"report": {"fiscal_year": 2025, "level": "municipal"}, "page": 99, "width": 300}),
        "report.no-page",
    );
}

#[test]
fn the_texts_have_the_years_material_beside_them_and_nothing_goes_in_by_itself() {
    let ward = in_spring();
    let sections = ward.call("Sections", json!({"fiscal_year": 2025, "level": "municipal"}));
    let of = |key: &str| {
        sections.as_array().and_then(|s| s.iter().find(|s| s["key"] == key)).cloned().expect("a text")
    };
    let training = of("training");
    assert_eq!(training["text"], "", "nothing is written by itself");
    let materials = training["materials"].as_array().expect("materials");
    assert!(
        materials.iter().any(|m| m["text"].as_str().is_some_and(|t| t.contains("広域アドバイザー講演会"))),
        "{materials:?}"
    );
    assert!(
        !all_text(&made(&ward, Level::Municipal).pdf).contains("広域アドバイザー講演会"),
        "material stays beside the text"
    );
    ward.call("KeepSection", json!({"report": {"fiscal_year": 2025, "level": "internal"}, "key": "training", "text": "研修を重ねた。"}));
    assert!(all_text(&made(&ward, Level::Municipal).pdf).contains("研修を重ねた。"));
    ward.call(
        "KeepSection",
        json!({"report": {"fiscal_year": 2025, "level": "internal"}, "key": "training", "text": ""}),
    );
    assert!(!all_text(&made(&ward, Level::Municipal).pdf).contains("研修を重ねた。"));
    ward.fails(
        "KeepSection",
        json!({"report": {"fiscal_year": 2025, "level": "internal"}, "key": "gossip", "text": "x"}),
        "report.no-section",
    );
}
