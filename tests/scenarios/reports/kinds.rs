//! The other kinds of report: a month, a half, a programme, sheets of one page.

use super::{all_text, in_spring, published, row, table, year};
use app::reports::{
    Level, Part, Prepared, ReportKind, ReportRequest, TableFile, enter_release, hand, prepare,
};
use domain::calendar::FiscalYear;
use domain::measure::Id;
use report::attack;
use serde_json::{Value, json};
use susono_tests::Ward;

fn made(ward: &Ward, request: ReportRequest) -> Prepared {
    let named = format!("{request:?}");
    match prepare(ward.house(), &ward.around(), request) {
        Ok(prepared) => prepared,
        Err(failure) => panic!("{named} was refused: {failure:?}"),
    }
}

fn june(level: Level) -> ReportRequest {
    ReportRequest::monthly("2025-06-01".parse().expect("a day"), level)
}

fn programme(ward: &Ward) -> domain::measure::Id {
    let list = ward.call("Programmes", json!({}));
    let id = list[0]["id"].as_str().expect("the programme of the ward").to_owned();
    domain::measure::Id::try_from(id).expect("an identity")
}

#[test]
fn a_month_fits_on_one_page_and_tells_its_work_at_every_level() {
    let ward = in_spring();
    for level in Level::ALL {
        let report = made(&ward, june(level));
        assert_eq!(report.pages, 1, "{}", level.name());
        let figures = published(&report);
        let methods = table(&figures, "3");
        // Counted by hand in June: 36 interviews, 7 visits, 10 ways together, 14 calls, 2 meetings, 5 mails, 1 at the office.
        for (method, n) in
            [("面接（院内）", 36), ("訪問（居宅等）", 7), ("同行", 10), ("電話", 14), ("会議", 2), ("計", 75)]
        {
            assert_eq!(row(methods, method)[0], n, "{method}");
        }
        // A month in one hospital is the work with one or two people: outside only all hospitals together are told.
        let whole = if level == Level::Internal { "計" } else { "当月" };
        assert_eq!(row(table(&figures, "17"), whole), &json!([13, 36]), "visit days and interviews");
        let rows = table(&figures, "17")["rows"].as_array().expect("rows").len();
        assert_eq!(rows, if level == Level::Internal { 4 } else { 1 }, "{}", level.name());
        assert_eq!(row(table(&figures, "19"), "退院プログラム")[0], 2, "two sessions");
        assert_eq!(row(table(&figures, "29"), "プログラム")[0], 3, "three sessions are planned for July");
        let text = all_text(&report.pdf);
        assert!(text.contains("令和7年6月月次活動報告"), "{text}");
    }
    let inside = published(&made(&ward, june(Level::Internal)));
    assert_eq!(row(table(&inside, "1"), "当月"), &json!([16, 2, 1, 0, 0]));
    assert_eq!(row(table(&inside, "1"), "4月からの累計"), &json!([16, 5, 2, 0, 0]));
}

#[test]
fn a_month_tells_no_single_person_outside() {
    let ward = in_spring();
    for level in [Level::Municipal, Level::Public] {
        let report = made(&ward, june(level));
        let figures = published(&report);
        assert_eq!(
            figures["headline"],
            json!({"active": 16, "active_on": "2025-06-30"}),
            "nothing that moved"
        );
        assert!(report.released.table("2-3").is_none(), "two new people and one discharge are single people");
        assert!(all_text(&report.pdf).contains("新規・退院・終結は"), "and the page says so");
        let may = ReportRequest::monthly("2025-05-01".parse().expect("a day"), level);
        let may = published(&made(&ward, may));
        assert_eq!(
            may["headline"]["active_on"], "2025-03-31",
            "between quarters the last end of one is told"
        );
    }
}

#[test]
fn what_was_noticed_is_three_lines() {
    let ward = in_spring();
    let keep = |text: &str| {
        let report = json!({"kind": "monthly", "fiscal_year": 2025, "month": 6, "level": "internal"});
        json!({"report": report, "key": "notice", "text": text})
    };
    ward.fails("KeepSection", keep("一\n二\n三\n四"), "report.too-many-lines");
    ward.fails(
        "KeepSection",
        json!({"report": {"kind": "monthly", "fiscal_year": 2025, "level": "internal"}, "key": "notice", "text": "一"}),
        "report.no-month",
    );
    ward.call("KeepSection", keep("病棟の茶話会に職員の参加が増えた。\n体験宿泊の空きが足りない。"));
    let text = all_text(&made(&ward, june(Level::Municipal)).pdf);
    assert!(text.contains("体験宿泊の空きが足りない。"));
    let july = ReportRequest::monthly("2025-07-01".parse().expect("a day"), Level::Municipal);
    assert!(!all_text(&made(&ward, july).pdf).contains("体験宿泊の空きが"), "each month has its own");
    ward.call("KeepSection", keep("髙橋正一さんが退院した。"));
    let refused = prepare(ward.house(), &ward.around(), june(Level::Municipal)).expect_err("a name");
    assert_eq!(refused.id, "report.leak");
}

#[test]
fn the_half_ends_in_september() {
    let ward = in_spring();
    for level in Level::ALL {
        let report = made(&ward, ReportRequest::of_year(ReportKind::Half, year(), level));
        let figures = published(&report);
        assert_eq!(figures["headline"]["active"], 17, "{}", level.name());
        // 56 + 59 + 75 + 93 + 79 + 80.
        assert_eq!(row(table(&figures, "3"), "計")[6], 442, "contacts from April to September");
        assert_eq!(row(table(&figures, "9"), row_of_all(table(&figures, "9"))), &json!([11, 17]));
        let text = all_text(&report.pdf);
        assert!(text.contains("9月末現在17名を支援している"), "the half in one sentence");
        assert!(!text.contains("10月"), "nothing of October");
    }
    // A programme's sessions 1 to 8 lie in the half: 4 + 4 + 4 + 5 + 5 + 5 + 5 + 4.
    let half = published(&made(&ward, ReportRequest::of_year(ReportKind::Half, year(), Level::Internal)));
    assert_eq!(row(table(&half, "16"), "計")[0], 36);
}

fn row_of_all(table: &Value) -> &str {
    table["rows"].as_array().and_then(|rows| rows.last()).and_then(Value::as_str).expect("a last row")
}

#[test]
fn a_programme_without_words_is_one_page_and_no_drawing_asks_for_another() {
    let ward = in_spring();
    for level in [Level::Internal, Level::Municipal, Level::Public] {
        let paper = made(&ward, ReportRequest::programme(programme(&ward), year(), level));
        assert_eq!(paper.pages, 1, "{level:?}");
    }
}

#[test]
fn a_programme_is_told_without_names() {
    let ward = in_spring();
    let request = |level| ReportRequest::programme(programme(&ward), year(), level);
    for (key, text) in [
        ("aim", "退院後の暮らしを思い描けるようにする。"),
        ("participants_voices", "・「外に出て、自分でも買い物ができると分かった」"),
        ("next_term", "来年度は二つの病棟で行う。"),
    ] {
        let id = programme(&ward);
        let input =
            json!({"kind": "programme", "fiscal_year": 2025, "programme_id": id, "level": "internal"});
        let input = json!({"report": input, "key": key, "text": text});
        ward.call("KeepSection", input);
    }
    let city = made(&ward, request(Level::Municipal));
    let figures = published(&city);
    assert_eq!(row(table(&figures, "16"), "計")[0], 45);
    assert_eq!(row(table(&figures, "16"), "第4回")[0], 5);
    let text = all_text(&city.pdf);
    for said in ["あしたの会", "退院後の暮らしを", "買い物ができる", "来年度は二つの病棟で"]
    {
        assert!(text.contains(said), "{said}");
    }
    let public = made(&ward, request(Level::Public));
    assert_eq!(
        row(table(&published(&public), "16"), "第4回")[0],
        Value::Null,
        "participants of a session are few"
    );
    assert!(!all_text(&public.pdf).contains("つばきヶ原"), "no hospital to the public");
    assert!(all_text(&public.pdf).contains("精神科病院"));
    let nobody = ReportRequest { programme_id: None, ..request(Level::Public) };
    let refused = prepare(ward.house(), &ward.around(), nobody).expect_err("which programme?");
    assert_eq!(refused.id, "report.no-programme");
}

#[test]
fn sheets_of_one_page_say_what_was_written_for_them() {
    let ward = in_spring();
    let texts = [
        ("agenda", "strengths", "病院との定例の連携がある"),
        ("agenda", "approach", "住まい：居住支援法人と協定を結ぶ（9月まで、コーディネーター）"),
        ("overview", "message", "病院とまちの間に、いつでも通れる道をつくる。"),
        ("overview", "box_hospital", "院内の茶話会"),
    ];
    for (kind, key, text) in texts {
        ward.call("KeepSection", json!({"report": {"kind": kind, "fiscal_year": 2025, "level": "internal"}, "key": key, "text": text}));
    }
    for kind in [ReportKind::Agenda, ReportKind::Overview] {
        let report = made(&ward, ReportRequest::of_year(kind, year(), Level::Public));
        assert_eq!(report.pages, 1, "{}", kind.code());
        let text = all_text(&report.pdf);
        for (of, _, said) in texts {
            assert_eq!(text.contains(said), of == kind.code(), "{said} in {}", kind.code());
        }
    }
}

#[test]
fn sections_are_chosen_ordered_and_named() {
    let ward = in_spring();
    let plan = ward.call("SectionPlan", json!({"fiscal_year": 2025}));
    let of = |plan: &Value, key: &str| {
        plan.as_array().and_then(|p| p.iter().find(|s| s["key"] == key)).cloned().expect("a section")
    };
    assert_eq!(of(&plan, "self_evaluation")["shown"], false, "what only some want is off");
    assert_eq!(of(&plan, "individual")["shown"], true);
    let shown = |key: &str, title: &str| json!({"key": key, "title": title, "shown": true});
    let sections = json!([
        shown("self_evaluation", "ふりかえりと評価"),
        {"key": "purpose", "title": "", "shown": false},
        shown("results", ""),
    ]);
    ward.call("KeepSectionPlan", json!({"fiscal_year": 2025, "sections": sections}));
    for (key, text) in [("self_evaluation", "計画どおり実施できた。"), ("purpose", "この文は出ない。")]
    {
        ward.call(
            "KeepSection",
            json!({"report": {"fiscal_year": 2025, "level": "internal"}, "key": key, "text": text}),
        );
    }
    let text =
        all_text(&made(&ward, ReportRequest::of_year(ReportKind::Annual, year(), Level::Municipal)).pdf);
    assert!(text.contains("第1管理運営1ふりかえりと評価計画どおり実施できた。"), "first of all");
    assert!(!text.contains("この文は出ない。"));
    assert!(text.contains("第2成果1数値でみる成果"));
    let next = ward.call("SectionPlan", json!({"fiscal_year": 2026}));
    assert_eq!(next[0]["title"], "ふりかえりと評価", "the next year begins with this year's plan");
    ward.fails(
        "KeepSectionPlan",
        json!({"fiscal_year": 2025, "sections": [shown("nowhere", "")]}),
        "report.no-section",
    );
    ward.call("KeepSectionPlan", json!({"fiscal_year": 2025, "sections": []}));
    assert_eq!(ward.call("SectionPlan", json!({"fiscal_year": 2025})), plan, "the usual order again");
}

#[test]
fn years_before_are_typed_in_and_say_so() {
    let ward = in_spring();
    let figures = [("carried_over", 6), ("new", 8), ("closed", 3), ("open_at_end", 11), ("distinct", 14)];
    let figures: Vec<Value> =
        figures.iter().map(|(figure, n)| json!({"figure": figure, "value": n})).collect();
    ward.call("KeepEarlierFigures", json!({"fiscal_year": 2024, "table": "1", "figures": figures}));
    let report = made(&ward, ReportRequest::of_year(ReportKind::Annual, year(), Level::Municipal));
    let years = published(&report);
    let years = table(&years, "1");
    assert_eq!(years["columns"], json!(["令和6年度（手入力）", "令和7年度"]));
    assert_eq!(row(years, "新規"), &json!([8, 10]));
    assert!(all_text(&report.pdf).contains("（手入力）は"), "with a footnote");
    ward.fails(
        "KeepEarlierFigures",
        json!({"fiscal_year": 2024, "table": "6", "figures": []}),
        "report.no-typed-table",
    );
    ward.undo();
    let again = made(&ward, ReportRequest::of_year(ReportKind::Annual, year(), Level::Municipal));
    assert_eq!(table(&published(&again), "1")["columns"], json!(["令和7年度"]));
}

#[test]
fn months_before_the_program_was_used_are_typed_in_and_stand_apart_from_the_records() {
    let ward = in_spring();
    let typed = |year: i32, figures: &[(&str, u32)]| {
        let figures: Vec<Value> =
            figures.iter().map(|(figure, n)| json!({"figure": figure, "value": n})).collect();
        ward.call("KeepEarlierFigures", json!({"fiscal_year": year, "table": "2-1", "figures": figures}));
    };
    let asked = ward.call("EarlierFigures", json!({"fiscal_year": 2024, "table": "2-1"}));
    assert_eq!((asked.as_array().map(Vec::len), &asked[0]["caption"]), (Some(24), &json!("4月の延べ件数")));
    typed(2025, &[("contacts.4", 400)]);
    typed(2024, &[("contacts.4", 30), ("hours.4", 20), ("contacts.5", 41)]);
    for level in [Level::Internal, Level::Municipal, Level::Public] {
        let this = made(&ward, ReportRequest::of_year(ReportKind::Annual, year(), level));
        assert!(this.released.table("2-1").is_none(), "April has records of its own");
        let before = FiscalYear::try_from(2024).expect("令和6年度");
        let report = made(&ward, ReportRequest::of_year(ReportKind::Annual, before, level));
        let figures = published(&report);
        let months = table(&figures, "2-1");
        assert_eq!(months["rows"], json!(["4月（手入力）", "5月（手入力）", "記録のある月（表2）", "計"]));
        assert_eq!(months["cells"], json!([[30, 1200], [41, null], [0, 0], [71, 1200]]));
        assert!(all_text(&report.pdf).contains("このアプリを使う前の月の集計"), "with a footnote");
    }
    let unknown =
        json!({"fiscal_year": 2024, "table": "2-1", "figures": [{"figure": "contacts.13", "value": 1}]});
    ward.fails("KeepEarlierFigures", unknown, "report.no-figure");
}

#[test]
fn years_and_persons_are_written_as_the_receiver_wants_them() {
    let ward = in_spring();
    let settings = json!({
        "years": "western", "persons": "nin", "approval": true,
        "commissioner_clause": "", "commissioner_receiver": "", "hospital": false
    });
    ward.call("KeepReportSettings", settings.clone());
    assert_eq!(ward.call("ReportSettings", json!({})), settings);
    let text =
        all_text(&made(&ward, ReportRequest::of_year(ReportKind::Annual, year(), Level::Municipal)).pdf);
    assert!(text.contains("2025年度") && !text.contains("令和7年度"));
    assert!(text.contains("年度末現在16人を支援している"));
    assert!(text.contains("2026年4月2日") && text.contains("所長"), "date and approvals on the cover");
}

#[test]
fn audiences_that_are_off_need_their_reason() {
    let ward = in_spring();
    let exact = ReportRequest::of_year(ReportKind::Annual, year(), Level::Commissioner);
    let own = Id::try_from(ward.organisation("楠沢病院")).expect("its identity");
    let own = ReportRequest::for_hospital(own, ReportKind::Annual, year());
    for (request, id) in [(&exact, "report.no-clause"), (&own, "report.audience-off")] {
        let refused = prepare(ward.house(), &ward.around(), request.clone()).expect_err("it is off");
        assert_eq!(refused.id, id);
    }
    ward.call(
        "KeepReportSettings",
        json!({
            "years": "era", "persons": "usual", "approval": false, "hospital": true,
            "commissioner_clause": "業務委託契約書第12条", "commissioner_receiver": "青葉野市障害福祉課長"
        }),
    );
    let exact = made(&ward, exact);
    let figures = published(&exact);
    assert_eq!(row(table(&figures, "11"), "アパート等（単身）")[0], 3, "as they are");
    let text = all_text(&exact.pdf);
    assert!(text.contains("青葉野市障害福祉課長") && text.contains("所管課限り"));
    assert!(text.contains("業務委託契約書第12条"), "and on which clause");
    let text = all_text(&made(&ward, own).pdf);
    assert!(text.contains("楠沢病院") && text.contains("貴院の対象者"), "its own paper");
    assert!(
        text.contains("貴院が把握している数として、少数でもそのまま示す"),
        "and it says why small numbers stand"
    );
    assert!(!text.contains("つばきヶ原病院"));
}

#[test]
fn published_cells_go_into_a_spreadsheet_as_they_are_printed() {
    let ward = in_spring();
    let report = made(&ward, ReportRequest::of_year(ReportKind::Annual, year(), Level::Municipal));
    let handed =
        |form| hand(ward.house(), &ward.around(), &report, Part::Tables(form)).expect("a file").bytes;
    let csv = String::from_utf8(handed(TableFile::Csv)).expect("text");
    assert!(csv.starts_with("\u{feff}自治体提出用\r\n令和7年度 "), "a mark for spreadsheets, then the level");
    assert!(csv.contains("\r\n5年未満,5,23.8\r\n5〜20年,8,38.1\r\n20年以上,8,38.1\r\n計,21,\r\n"), "{csv}");
    assert!(csv.contains("楠沢病院,48,135,76.3"), "hours with one decimal");
    let xlsx = handed(TableFile::Xlsx);
    assert_eq!(xlsx, handed(TableFile::Xlsx), "the same bytes again");
    assert!(xlsx.starts_with(b"PK"));
}

#[test]
fn every_kind_repeats_its_bytes_and_enters_the_ledger_once() {
    let ward = in_spring();
    let requests = [
        june(Level::Municipal),
        ReportRequest::of_year(ReportKind::Half, year(), Level::Municipal),
        ReportRequest::programme(programme(&ward), year(), Level::Municipal),
        ReportRequest::of_year(ReportKind::Agenda, year(), Level::Public),
        ReportRequest::of_year(ReportKind::Overview, year(), Level::Public),
    ];
    for request in requests {
        let first = made(&ward, request.clone());
        enter_release(ward.house(), &ward.around(), &first).expect("it enters the ledger");
        assert_eq!(first.pdf, made(&ward, request.clone()).pdf, "{request:?}");
        let read = attack::read(&first.pdf).expect("it can be read back");
        assert!(!read.outline.is_empty(), "a place to jump to");
    }
    let name = made(&ward, june(Level::Municipal)).file_name;
    assert_eq!(name, "R7-06_月次活動報告_自治体提出用_20260402.pdf");
}
