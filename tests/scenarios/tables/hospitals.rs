//! Hospitals as a list writes them: known, new, or perhaps one that is known, and then somebody has to say.

use super::{bring, open, preview};
use serde_json::json;
use susono_tests::{empty, ward};

#[test]
fn a_name_that_resembles_a_known_one_is_asked_about() {
    let ward = ward();
    let known = ward.organisation("楠沢病院");
    open(
        &ward,
        "氏名,病院,入院日\n磯野目 潮,医療法人青葉会 楠沢病院,H30.2.1\n帆足川 みぎわ,ひばり病院,H30.2.1\n",
    );
    let shown = preview(&ward, "cases", json!({}));
    assert_eq!((&shown["good"], &shown["faulty"]), (&json!(1), &json!(1)));
    let asked = &shown["places"]
        .as_array()
        .unwrap()
        .iter()
        .find(|p| p["known"].is_null() && p["alike"][0].is_object())
        .unwrap();
    assert_eq!(asked["alike"][0], json!({"id": known, "name": "楠沢病院"}));
    assert!(shown["faults"][0]["reason"].as_str().unwrap().contains("同じかもしれません"));
    let answered = json!({"organisations": {"医療法人青葉会 楠沢病院": known}});
    let before = ward.records()["organisations.csv"].lines().count();
    assert_eq!(bring(&ward, "cases", answered).unwrap().imported, 2);
    assert_eq!(ward.records()["organisations.csv"].lines().count(), before + 1, "only ひばり病院 is new");
    let page = ward.call("CasePage", json!({"case_id": ward.case("磯野目 潮")}));
    assert!(page.to_string().contains("楠沢病院"), "{page}");
}

#[test]
fn a_list_of_one_hospital_needs_its_name_once() {
    let ward = empty();
    open(&ward, "氏名,病棟,入院日\n南 和夫,2病棟,H30.2.1\n");
    let shown = preview(&ward, "cases", json!({}));
    assert_eq!((&shown["good"], &shown["needs_hospital"]), (&json!(0), &json!(true)));
    let said = json!({"hospital": "しおさい病院"});
    let shown = preview(&ward, "cases", said.clone());
    assert_eq!((&shown["good"], &shown["hospital"]), (&json!(1), &json!("しおさい病院")));
    bring(&ward, "cases", said).unwrap();
    assert!(ward.records()["admissions.csv"].contains("2病棟,,2018-02-01"));
}
