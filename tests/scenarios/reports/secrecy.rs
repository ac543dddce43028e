//! What nobody finds in a report, and how a name in a text stops it.

use super::{all_text, in_spring, made, year};
use app::reports::{AnnualRequest, Level, check_release, enter_release, prepare};
use serde_json::json;
use std::collections::BTreeMap;
use susono_tests::Ward;

fn refused(ward: &Ward, level: Level) -> app::Failure {
    match prepare(ward.house(), &ward.around(), AnnualRequest { fiscal_year: year(), level }) {
        Ok(_) => panic!("{} should have been refused", level.code()),
        Err(failure) => failure,
    }
}

/// Rows of a CSV of the practice pack, by column.
fn pack(file: &str) -> Vec<BTreeMap<String, String>> {
    let text = std::fs::read_to_string(susono_tests::project().join("assets/demo/pack").join(file))
        .expect("the pack");
    let mut lines = text
        .trim_start_matches('\u{feff}')
        .lines()
        .map(|l| l.split(',').map(str::to_owned).collect::<Vec<_>>());
    let head = lines.next().expect("a head");
    lines.map(|line| head.iter().cloned().zip(line).collect()).collect()
}

#[test]
fn nobody_can_be_found_in_any_report() {
    let ward = in_spring();
    for level in Level::ALL {
        let text = all_text(&made(&ward, level).pdf);
        for case in pack("cases.csv") {
            let [family, given, birth] = [&case["family_name"], &case["given_name"], &case["birth_date"]];
            for word in [
                format!("{family}{given}"),
                format!("{given}{family}"),
                birth.clone(),
                birth.replace('-', ""),
            ] {
                assert!(!text.contains(&word), "{} names {}", level.name(), case["case_id"]);
            }
            let kana = format!("{}{}", case["family_kana"], case["given_kana"]);
            assert!(!text.contains(&kana), "{} spells {}", level.name(), case["case_id"]);
            assert!(
                !text.contains(&case["case_id"]) || !level.leaves(),
                "{} has the code {}",
                level.name(),
                case["case_id"]
            );
        }
        for stay in pack("admissions.csv") {
            assert!(!text.contains(&stay["chart_no"]), "{} has a chart number", level.name());
        }
        let hospitals = pack("organisations.csv");
        let hospitals = hospitals.iter().filter(|o| o["type"].ends_with("hospital"));
        for hospital in hospitals {
            let plain = hospital["name"].split('（').next().unwrap_or_default();
            assert_eq!(text.contains(plain), level != Level::Public, "{plain} in {}", level.name());
        }
        let title = text.contains("GHこもれび") || text.contains("まどか工房");
        assert_eq!(title, level == Level::Internal, "themes leave only in the words of the curriculum");
    }
}

#[test]
fn a_name_in_a_text_stops_the_report_and_nothing_is_entered() {
    let planted = [
        ("individual", "髙橋正一さんの退院が実現した。", Level::Municipal),
        ("issues", "小鳥遊さんの住まい探しに時間がかかった。", Level::Municipal),
        ("results", "Takahashi Shoichi moved into a group home.", Level::Municipal),
        ("purpose", "カルテ番号0031482の方を中心に取り組んだ。", Level::Municipal),
        ("housing", "昭和33年3月5日生まれの方が転居した。", Level::Municipal),
        ("hospitals", "楠沢病院の協力を得た。", Level::Public),
    ];
    for (key, text, level) in planted {
        let ward = in_spring();
        ward.call(
            "KeepSection",
            json!({"report": {"fiscal_year": 2025, "level": "internal"}, "key": key, "text": text}),
        );
        let failure = refused(&ward, level);
        assert_eq!(failure.id, "report.leak", "{key}");
        let secret = text.split(['の', 'さ']).next().unwrap_or(text);
        assert!(!failure.sentence.contains(secret), "the refusal must not repeat what it found");
        let title = ward.call("Sections", json!({"fiscal_year": 2025, "level": "municipal"}));
        let title =
            title.as_array().and_then(|s| s.iter().find(|s| s["key"] == key)).expect("the text").clone();
        assert!(
            failure.sentence.contains(title["title"].as_str().expect("a title")),
            "it says where: {}",
            failure.sentence
        );
        let ledger =
            ward.house().read(|r| Ok::<_, app::Failure>(r.releases_of(year())?)).expect("the ledger");
        assert!(ledger.is_empty(), "nothing has left");
        made(&ward, Level::Internal);
    }
}

#[test]
fn words_that_look_like_names_pass() {
    let ward = in_spring();
    let text = "関係機関と原則月一回の連絡会をもち、森林公園への外出、南部への展開、東口での待ち合わせを行った。実人数は一定である。";
    ward.call(
        "KeepSection",
        json!({"report": {"fiscal_year": 2025, "level": "internal"}, "key": "networks", "text": text}),
    );
    let report = made(&ward, Level::Public);
    assert!(all_text(&report.pdf).contains("森林公園への外出"), "林, 森, 南, 東, 原 and 関 are words here");
}

#[test]
fn a_finished_file_can_be_checked_again() {
    let ward = in_spring();
    for level in Level::ALL {
        let report = made(&ward, level);
        enter_release(ward.house(), &ward.around(), &report).expect("it leaves");
        let checked = check_release(ward.house(), &ward.around(), &report.pdf, Some(&report.file_name))
            .expect("it can be read");
        assert_eq!((checked.level, checked.in_ledger), (level, true));
        assert!(checked.findings.is_empty(), "{:?}", checked.findings);
    }
    let internal = in_spring();
    internal.call(
        "KeepSection",
        json!({"report": {"fiscal_year": 2025, "level": "internal"}, "key": "voices", "text": "渡邉美津子さんは喜んでいた。"}),
    );
    let report = made(&internal, Level::Internal);
    let checked =
        check_release(internal.house(), &internal.around(), &report.pdf, None).expect("it can be read");
    assert!(
        !checked.findings.is_empty(),
        "a report for inside with a name in it must not be taken for one that may leave"
    );
    let failure = check_release(internal.house(), &internal.around(), b"no document", None)
        .expect_err("this is no report");
    assert_eq!(failure.id, "report.unreadable");
}
