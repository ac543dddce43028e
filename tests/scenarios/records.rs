//! 紙: what a record, a diary, a handover and the person's own page say, read back from their finished bytes.

mod copying;
mod crisis;
mod road;
mod schedule;

use app::records::{PaperRequest, log_leaving, prepare};
use domain::vocabulary::{ConsentAbout, ConsentWay};
use files::{Clock, Desk, DeskSettings, FixedFolder, KdfCost};
use serde_json::{Value, json};
use store::consents::{Consent, Withdrawal};
use susono_tests::{Folder, MORNING, Ward, moment, ward};

/// The pages of a paper as an independent reader reads them, without white space.
pub(crate) fn pages(ward: &Ward, paper: Value) -> Vec<String> {
    let request: PaperRequest = serde_json::from_value(paper).expect("a paper is asked for");
    let made = prepare(ward.house(), &ward.around(), request).expect("the paper can be made");
    let read = report::attack::read(&made.pdf).expect("the bytes can be read");
    assert_eq!(read.pages.len(), made.pages);
    assert_eq!(made.pages, report::raster::pages(&made.pdf));
    read.pages.iter().map(|page| tight(page)).collect()
}

fn tight(text: &str) -> String {
    text.split_whitespace().collect()
}

fn note(cases: &[&str], on: &str, text: &str) -> Value {
    json!({"case_ids": cases, "plan_id": null, "on": on, "minutes": 30, "method": "interview_hospital", "counterparts": ["person"],
        "text": text, "next_step": null, "outcome": null, "draft_place": null})
}

fn with(mut input: Value, field: &str, value: Value) -> Value {
    input[field] = value;
    input
}

fn course(case: &str) -> Value {
    json!({"paper": "course", "case_id": case, "from": "2026-04-01", "to": "2027-03-31"})
}

fn settings(ward: &Ward, field: &str, value: Value) {
    let kept = ward.call("RecordSettings", json!({}));
    ward.call("KeepRecordSettings", with(kept, field, value));
}

#[test]
fn a_record_shows_late_entries_and_corrections_with_their_days_and_reasons() {
    let ward = ward();
    let case = ward.case("南 和夫");
    ward.call("WriteContact", note(&[&case], "2026-10-05", "先月の面接を思い出して記す。"));
    let first = ward.call(
        "WriteContact",
        with(
            note(&[&case], "2026-11-02", "春には町で暮らしたいとのこと。"),
            "next_step",
            json!({"text": "見学の日を聞く", "due_on": "2026-11-09"}),
        ),
    );
    let before = tight(&pages(&ward, course(&case)).concat());
    assert!(!before.contains("訂正　") && before.contains("訂正のあるもの0件"), "nothing was corrected yet");
    ward.at("2026-11-04T16:30:00+09:00").call(
        "ReviseContact",
        json!({"contact_id": first[0], "on": "2026-11-02", "minutes": 45, "method": "accompany", "counterparts": ["person"],
            "text": "夏には町で暮らしたいとのこと。", "reason": "聞き違い"}),
    );
    let all = pages(&ward, course(&case)).concat();
    for said in [
        "支援経過記録",
        "個人情報・取扱注意",
        "令和8年4月1日〜令和9年3月31日",
        "南和夫（みなみかずお）",
        "R8.10.5（月）",
        "先月の面接を思い出して記す。",
        "後日記入（記入日R8.11.2（月））",
        "夏には町で暮らしたいとのこと。",
        "→見学の日を聞く（R8.11.9（月）まで）",
        "訂正R8.11.416:30理由：聞き違い",
        "訂正前の記録は保存してあります。",
        "後日記入1件、訂正のあるもの1件",
        "同行",
        "45分",
    ] {
        assert!(all.contains(&tight(said)), "{said} is missing in {all}");
    }
    assert!(!all.contains("春には"), "the earlier text is kept, not printed");
    settings(&ward, "earlier", json!("struck"));
    let all = pages(&ward, course(&case)).concat();
    for said in ["春には町で暮らしたいとのこと。", "訂正前：面接（院内）、30分"] {
        assert!(all.contains(&tight(said)), "{said} is missing in {all}");
    }
}

#[test]
fn a_year_of_a_busy_person_is_told_in_full_on_pages_that_stand_alone() {
    let ward = ward();
    let case = ward.case("南 和夫");
    let long = "病棟の面談室で三十分。眠りは浅いが食事はとれている。退院の話になると表情がやわらぎ、「窓のある部屋がいい」と話す。\n";
    for n in 0..64_u32 {
        let day = format!("2026-{:02}-{:02}", 4 + n / 10, 1 + (n * 3) % 28);
        let text = format!("通し番号{n:03}。{}", long.repeat(1 + n as usize % 3));
        ward.call("WriteContact", note(&[&case], &day, &text));
    }
    let story = format!("通し番号999。{}", long.repeat(40));
    ward.call("WriteContact", note(&[&case], "2026-10-30", &story));
    let pages = pages(&ward, course(&case));
    let many = pages.len();
    assert!((8..=40).contains(&many), "{many} pages");
    for (i, page) in pages.iter().enumerate() {
        assert!(page.contains(&format!("{}／{many}", i + 1)), "page {} has no number: {page}", i + 1);
        assert!(page.contains("個人情報・取扱注意"), "page {} does not say what it holds", i + 1);
        // The head is said again wherever rows go on.
        assert!(page.contains("日付・時刻") || !page.contains("通し番号"), "page {} has no head", i + 1);
    }
    let all = pages.concat();
    let mut last = 0;
    let mut order: Vec<(String, u32)> =
        (0..64).map(|n| (format!("2026-{:02}-{:02}", 4 + n / 10, 1 + (n * 3) % 28), n)).collect();
    order.sort();
    for (_, n) in order {
        let at = all[last..].find(&format!("通し番号{n:03}。"));
        last += at.unwrap_or_else(|| panic!("note {n} is missing or out of order"));
    }
    assert!(all.contains("R8.10.30（金）のつづき"), "a note longer than a page says whose lines go on");
    assert_eq!(all.matches("「窓のある部屋がいい」").count(), (0..64).map(|n| 1 + n % 3).sum::<usize>() + 40);
    assert_eq!(pages, self::pages(&ward, course(&case)), "the same records make the same paper");
}

#[test]
fn sessions_visits_and_steps_of_the_road_stand_in_the_record() {
    let ward = ward();
    let case = ward.case("南 和夫");
    let plan = ward.call(
        "PlanVisit",
        json!({"org_id": null, "org_name": "楠沢病院", "ward": "C1病棟", "on": "2026-11-02",
        "start": "09:30", "end": "11:00", "purposes": ["interview"], "case_ids": [case]}),
    );
    ward.call("SetOutcome", json!({"plan_id": plan, "case_id": case, "outcome": "away"}));
    ward.call("MoveStage", json!({"case_id": case, "stage": "housing", "from_on": "2026-11-01", "reason": "窓のある部屋の話が出た"}));
    let all =
        pages(&ward, json!({"paper": "course", "case_id": case, "from": "2025-04-01", "to": "2027-03-31"}))
            .concat();
    for said in [
        "訪問（記録なし）",
        "楠沢病院C1病棟",
        "不在",
        "段階",
        "住居設定・体験宿泊",
        "窓のある部屋の話が出た",
        "入院",
    ] {
        assert!(all.contains(said) || said == "入院", "{said} is missing");
    }
    let none = json!({"paper": "course", "case_id": case, "from": "1990-01-01", "to": "1990-01-31"});
    assert!(pages(&ward, none).concat().contains("この期間の記録はありません。"));
    let turned =
        json!({"paper": {"paper": "course", "case_id": case, "from": "2026-04-02", "to": "2026-04-01"}});
    assert_eq!(ward.fails("RecordPaper", turned, "record.span").field.as_deref(), Some("to"));
}

#[test]
fn a_diary_holds_everything_done_on_the_day() {
    let ward = ward();
    let (minami, seki) = (ward.case("南 和夫"), ward.case("関 武"));
    let plan = ward.call(
        "PlanVisit",
        json!({"org_id": null, "org_name": "楠沢病院", "ward": "C1病棟", "on": "2026-11-02",
        "start": "09:30", "end": "11:00", "purposes": ["interview"], "case_ids": [minami, seki]}),
    );
    ward.call(
        "WriteContact",
        with(
            with(note(&[&minami], "2026-11-02", "花壇で十分ほど話す。"), "plan_id", plan.clone()),
            "outcome",
            json!("met"),
        ),
    );
    ward.call("SetOutcome", json!({"plan_id": plan, "case_id": seki, "outcome": "unwell"}));
    ward.call(
        "WriteContact",
        with(
            with(note(&[&minami], "2026-11-02", "相談支援センターへ電話。"), "method", json!("phone")),
            "minutes",
            json!(10),
        ),
    );
    ward.call("WriteContact", note(&[], "2026-11-02", "病棟師長と廊下で立ち話。"));
    ward.call("RecordActivity", json!({"kind": "training", "on": "2026-11-02", "minutes": 90, "name": "住まいの勉強会", "participants": 14,
        "medical": null, "support": null, "municipal": null, "peer_family": null, "housing": null, "other": null, "partner_role": null,
        "content": "家主の話を聞く", "decisions": "次は春", "area": null}));
    ward.call("NoteIssue", json!({"text": "紙が一枚あると説明が早い", "tags": []}));
    let task = ward.call("AddTask", json!({"case_id": minami, "text": "名刺を届ける", "due_on": null}));
    ward.call("FinishTask", json!({"task_id": task, "done_on": "2026-11-02"}));
    settings(&ward, "approval", json!(true));
    let all = pages(&ward, json!({"paper": "diary", "on": "2026-11-02"})).concat();
    for said in [
        "業務日誌",
        "令和8年11月2日（月）",
        "個人情報・取扱注意",
        "所長",
        "花壇で十分ほど話す。",
        "相談支援センターへ電話。",
        "（ケースなし）",
        "病棟師長と廊下で立ち話。",
        "9:30〜",
        "11:00",
        "楠沢病院C1病棟",
        "会えた南和夫",
        "体調関武",
        "住まいの勉強会",
        "決まったこと：次は春",
        "参加14人",
        "・南和夫名刺を届ける",
        "・紙が一枚あると説明が早い",
        "研修会1.5時間",
        "時間の合計",
    ] {
        assert!(all.contains(&tight(said)), "{said} is missing in {all}");
    }
    let quiet = pages(&ward, json!({"paper": "diary", "on": "2026-11-01"})).concat();
    assert!(quiet.contains("記録はありません。"));
}

#[test]
fn a_handover_is_one_page_however_much_was_written() {
    let ward = ward();
    let case = ward.case("南 和夫");
    ward.call("SetWish", json!({"case_id": case, "wish": "寒くなる前に決めたい", "wish_on": "2026-10-27", "wished_place": "駅のそば", "anxieties": "夜の戸じまり"}));
    for n in 0..4 {
        ward.call(
            "WriteContact",
            note(
                &[&case],
                &format!("2026-10-{}", 28 + n),
                &format!("記録{n}。{}", "窓の外を見ながらゆっくり話す。".repeat(40)),
            ),
        );
    }
    for n in 0..8 {
        ward.call(
            "AddTask",
            json!({"case_id": case, "text": format!("用事{n}"), "due_on": format!("2026-11-1{n}")}),
        );
    }
    ward.call("PlanOther", json!({"kind": "accompany", "title": "グループホームの見学", "on": "2026-11-12", "start": "10:00", "end": null, "case_id": case}));
    let agreed = |about, withdrawn: bool| {
        let consent = Consent {
            about,
            scope: "病棟・相談支援".to_owned(),
            given_on: "2026-09-01".parse().unwrap(),
            way: ConsentWay::Written,
            confirmed_by: String::new(),
            valid_until: None,
        };
        let back = Withdrawal { on: "2026-10-01".parse().unwrap(), reason: String::new() };
        let id = case.clone().try_into().unwrap();
        ward.house().perform(&ward.around(), Some("KeepConsent"), |writer| {
            let kept = writer.keep_consent(&id, None, &consent)?;
            Ok::<_, app::Failure>(writer.withdraw_consent(&kept, withdrawn.then_some(&back))?)
        })
    };
    agreed(ConsentAbout::Support, false).unwrap();
    agreed(ConsentAbout::Sharing, true).unwrap();
    let pages = pages(&ward, json!({"paper": "handover", "case_id": case}));
    assert_eq!(pages.len(), 1, "a handover is one page");
    for said in [
        "引継ぎ書",
        "個人情報・取扱注意",
        "「寒くなる前に決めたい」（令和8年10月27日に聞いた言葉）",
        "望む場所：駅のそば",
        "不安に思うこと：夜の戸じまり",
        "住まい",
        "困ったとき",
        "最近の記録（3件）",
        "記録3。",
        "記録1。",
        "…（つづきは支援経過記録）",
        "用事0（R8.11.10（火）まで）",
        "R8.11.12（木）10:00同行グループホームの見学",
        "支援の同意令和8年9月1日書面病棟・相談支援",
        "情報の共有令和8年10月1日に取り下げ",
    ] {
        assert!(pages[0].contains(&tight(said)), "{said} is missing in {}", pages[0]);
    }
    assert!(!pages[0].contains("記録0。"), "only the last three notes");
}

#[test]
fn a_paper_on_screen_follows_how_papers_are_made_at_once() {
    let ward = ward();
    let case = ward.case("南 和夫");
    let shown = || ward.call("RecordPaper", json!({"paper": course(&case)}))["size"].clone();
    let plain = shown();
    settings(&ward, "approval", json!(true));
    let boxed = shown();
    assert_ne!(boxed, plain, "the boxes are on the paper that is shown");
    settings(&ward, "approval", json!(true));
    assert_eq!(shown(), boxed);
}

#[test]
fn a_character_that_no_font_has_is_printed_as_a_mark_and_named() {
    let ward = ward();
    let case = ward.case("南 和夫");
    ward.call(
        "WriteContact",
        note(&[&case], "2026-11-02", "笑顔😀で「またね」。葛\u{e0100}飾、髙﨑、𠮷野。"),
    );
    let asked = json!({"paper": course(&case)});
    let view = ward.call("RecordPaper", asked.clone());
    assert_eq!(view["missing"], json!(["U+1F600"]));
    let all = pages(&ward, course(&case)).concat();
    assert!(all.contains("笑顔〓で「またね」。葛飾、髙﨑、𠮷野。") && all.contains("（U+1F600）"), "{all}");
    let page = ward.call("RecordPaperPage", json!({"paper": course(&case), "page": 1, "width": 320}));
    assert_eq!(page["width"], json!(320));
    assert!(page["png"].as_str().is_some_and(|png| png.starts_with("iVBOR")));
    ward.fails(
        "RecordPaperPage",
        json!({"paper": course(&case), "page": 99, "width": 320}),
        "report.no-page",
    );
}

#[test]
fn a_paper_leaves_by_the_roof_under_a_name_without_names_and_stands_in_the_log() {
    let folder = Folder::new();
    let out = folder.path().join("out");
    std::fs::create_dir_all(&out).unwrap();
    let clock = Clock::Fixed(moment(MORNING));
    let vault_dir = folder.path().join("vault");
    let desk = Desk::new(DeskSettings { vault_dir, clock, demo: false, cost: KdfCost::LEAST }, |_| {});
    let chooser = FixedFolder(out.clone());
    let ask = |name: &str, input: Value| desk.handle(name, input, &chooser).unwrap();
    let code = ask("create_vault", json!({"passphrase": "kusa-mori-hoshi-1234"}))["recovery_code"].clone();
    ask("confirm_recovery", json!({"code": code}));
    let opened = ask(
        "call",
        json!({"name": "OpenCase", "input": {"family_name": "帆足川", "given_name": "澄", "family_kana": "ほあしがわ",
        "given_kana": "すみ", "org_id": null, "hospital": "試病院", "ward": "", "identified_on": "2026-10-01", "wish": "海を見たい"}}),
    );
    let case = opened["value"].clone();
    let left = ask("export_paper", json!({"paper": {"paper": "handover", "case_id": case}}));
    assert_eq!(left["pages"], json!(1));
    let name = left["file_name"].as_str().unwrap();
    assert!(name.starts_with("引継ぎ書_") && !name.contains("帆足川"), "{name}");
    let bytes = std::fs::read(out.join(name)).unwrap();
    let read = report::attack::read(&bytes).unwrap();
    assert!(tight(&read.pages.concat()).contains("「海を見たい」"));
    assert!(
        !read.metadata.values().any(|value| value.contains("帆足川")),
        "no name in what is said about the file"
    );
    let ward = ward();
    let request = PaperRequest::Diary { on: "2026-11-02".parse().unwrap() };
    let made = prepare(ward.house(), &ward.around(), request).unwrap();
    log_leaving(ward.house(), &ward.around(), &made).unwrap();
    let log = ward.house().read(|reader| Ok::<_, app::Failure>(reader.log()?)).unwrap();
    let last = log.last().unwrap();
    assert_eq!((last.event.as_str(), last.object.as_str()), ("print_diary", "2026-11-02"));
}
