//! What cannot be read or is said wrongly is refused in a sentence, and nothing changes.

use super::{PEOPLE, bring, kind, mapping, open, preview};
use app::exchange::tables;
use serde_json::json;
use susono_tests::empty;

#[test]
fn files_that_are_no_lists_are_refused_in_a_sentence() {
    let ward = empty();
    for (bytes, id) in [
        (b"\xD0\xCF\x11\xE0 old".as_slice(), "table.old-workbook"),
        (b"\xD0\xCF\x11\xE0 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", "table.protected"),
        (b"%PDF-1.7", "table.other-file"),
        (b"", "table.empty"),
        (b"a,b\n\n1,\"x", "table.unclosed-quote"),
    ] {
        let failure = tables::open(ward.house(), "x", bytes).unwrap_err();
        assert_eq!(failure.id, id);
        assert!(!failure.sentence.contains('{') && failure.sentence.contains('。'), "{failure:?}");
    }
    let failure = tables::open(ward.house(), "x", b"a,b\n\n1,\"x").unwrap_err();
    assert!(failure.sentence.contains("3行目"), "{failure:?}");
    assert_eq!(bring(&ward, "cases", json!({})).unwrap_err().id, "table.none", "no file waits");
}

#[test]
fn what_a_person_says_wrongly_is_refused_by_name() {
    let ward = empty();
    open(&ward, PEOPLE);
    for (said, id, field) in [
        (json!({"sheet": "別表"}), "table.no-sheet", "sheet"),
        (json!({"head_row": 99}), "table.no-head-row", "head_row"),
        (json!({"columns": {"無い": "name"}}), "table.no-column", "columns"),
        (json!({"columns": {"#99": "name"}}), "table.no-column", "columns"),
        (json!({"columns": {"氏名": "shoe_size"}}), "table.no-field", "columns"),
        (json!({"organisations": {"しおさい病院": "無い病院"}}), "table.no-organisation", "organisations"),
    ] {
        let failure =
            tables::look(ward.house(), &ward.around(), kind("cases"), &mapping(said.clone())).unwrap_err();
        assert_eq!((failure.id.as_str(), failure.field.as_deref()), (id, Some(field)), "{said}");
        assert!(!failure.sentence.contains('{'), "{failure:?}");
    }
}

#[test]
fn every_fault_and_every_field_has_its_words() {
    let ward = empty();
    open(
        &ward,
        "氏名,ふりがな,生年月日,入院日,性別,収入,把握日,段階,病院\n,南,2/30,5/1,x,y,2099/1/1,終結,A\n一 一,いち,S31211,#N/A,男,なし,R9.9.9,,A\n",
    );
    let shown = preview(&ward, "cases", json!({}));
    assert_eq!(shown["good"], json!(0));
    for fault in shown["faults"].as_array().unwrap() {
        let reason = fault["reason"].as_str().unwrap();
        assert!(!reason.contains("pack.") && !reason.contains('{'), "{fault}");
    }
    for kind in ["cases", "contacts", "activities", "organisations", "survey630"] {
        let shown = preview(&ward, kind, json!({}));
        for field in shown["fields"].as_array().unwrap() {
            assert!(!field["label"].as_str().unwrap().contains("pack."), "{field}");
        }
    }
    assert!(shown["needs_year"].as_bool().unwrap());
}
