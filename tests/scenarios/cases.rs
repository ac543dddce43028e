//! People: opening a case, the road, the exit board, the list, and who is waiting.

use serde_json::{Value, json};
use susono_tests::{Ward, empty, ward};

fn open_case(ward: &Ward, family: &str, given: &str) -> String {
    let input = json!({"family_name": family, "given_name": given, "family_kana": "", "given_kana": "", "org_id": null,
        "hospital": "楠沢病院", "ward": "B2病棟", "identified_on": null, "wish": ""});
    ward.call("OpenCase", input).as_str().expect("opening gives the case").to_owned()
}

fn page(ward: &Ward, case: &str) -> Value {
    ward.call("CasePage", json!({"case_id": case}))
}

fn list(ward: &Ward, filter: &str, scope: &str, sort: &str) -> Vec<Value> {
    let list = ward.call("CaseList", json!({"filter": filter, "scope": scope, "sort": sort}));
    list["lines"].as_array().expect("a list has lines").clone()
}

fn names(lines: &[Value]) -> Vec<&str> {
    lines.iter().filter_map(|line| line["name"].as_str()).collect()
}

fn line(ward: &Ward, name: &str) -> Value {
    let lines = list(ward, "", "all", "kana");
    lines.into_iter().find(|line| line["name"] == name).unwrap_or_else(|| panic!("{name} is not in the list"))
}

fn move_stage(case: &str, stage: &str, from_on: &str, reason: &str) -> Value {
    json!({"case_id": case, "stage": stage, "from_on": from_on, "reason": reason})
}

fn kinds<'a>(page: &'a Value, kind: &str) -> Vec<&'a Value> {
    page["timeline"].as_array().into_iter().flatten().filter(|item| item["kind"] == kind).collect()
}

#[test]
fn a_name_and_a_hospital_open_a_case_with_four_exit_lines() {
    let ward = empty();
    let case = open_case(&ward, "瀬名", "ひかり");
    let page = page(&ward, &case);
    assert_eq!(
        (&page["name"], &page["hospital"], &page["ward"]),
        (&json!("瀬名 ひかり"), &json!("楠沢病院"), &json!("B2病棟"))
    );
    assert_eq!(
        (&page["stage"], &page["status"], &page["identified_on"]),
        (&json!("identified"), &json!("active"), &json!("2026-11-02"))
    );
    let exit: Vec<(&str, &str)> = page["exit"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|line| Some((line["key"].as_str()?, line["certainty"].as_str()?)))
        .collect();
    let undecided = ["housing", "daytime", "supporters", "trouble"].map(|key| (key, "undecided"));
    assert_eq!(exit, undecided, "the exit is in sight from the first day");
    assert_eq!(page["steps"].as_array().map(Vec::len), Some(9), "the whole road is shown");
    assert_eq!(page["steps"][0]["current"], true);
}

#[test]
fn a_case_needs_a_name_and_no_day_of_the_future() {
    let ward = empty();
    let mut input = json!({"family_name": " ", "given_name": "", "family_kana": "", "given_kana": "", "org_id": null,
        "hospital": "", "ward": "", "identified_on": null, "wish": ""});
    assert_eq!(ward.fails("OpenCase", input.clone(), "case.no-name").field.as_deref(), Some("family_name"));
    input["family_name"] = json!("瀬名");
    input["identified_on"] = json!("2026-11-03");
    ward.fails("OpenCase", input.clone(), "case.future");
    input["identified_on"] = json!("2026-05");
    let case = ward.call("OpenCase", input);
    assert_eq!(page(&ward, case.as_str().unwrap())["identified_on"], "2026-05", "a month is kept as a month");
}

#[test]
fn a_wish_is_dated_and_an_exit_line_says_when_it_changed() {
    let ward = ward();
    let case = ward.case("南 和夫");
    ward.call("SetWish", json!({"case_id": case, "wish": "海の見えるところで暮らしたい", "wish_on": null, "wished_place": "浜風区", "anxieties": "火の始末"}));
    ward.call(
        "SetExitLine",
        json!({"case_id": case, "key": "housing", "wish": "一人がいい", "idea": "アパート",
        "org_id": ward.organisation("楠沢病院"), "certainty": "arranging"}),
    );
    let page = page(&ward, &case);
    assert_eq!(
        (&page["wish"], &page["wish_on"]),
        (&json!("海の見えるところで暮らしたい"), &json!("2026-11-02"))
    );
    assert_eq!(
        page["exit"][0],
        json!({"key": "housing", "wish": "一人がいい", "idea": "アパート", "org_id": ward.organisation("楠沢病院"),
        "org": "楠沢病院", "certainty": "arranging", "updated_on": "2026-11-02"})
    );
    assert_eq!(page["exit"][1]["certainty"], "undecided", "lines that nobody touched stay 未定");
}

#[test]
fn going_back_on_the_road_keeps_every_step() {
    let ward = ward();
    let case = ward.case("南 和夫");
    let before = kinds(&page(&ward, &case), "stage").len();
    ward.call("MoveStage", move_stage(&case, "housing", "2026-10-20", "物件を見はじめた"));
    ward.call("MoveStage", move_stage(&case, "preparation", "2026-11-02", "もう一度ゆっくり"));
    let page = page(&ward, &case);
    assert_eq!(page["stage"], "preparation");
    let steps = kinds(&page, "stage");
    assert_eq!(steps.len(), before + 2);
    assert_eq!(
        (&steps[0]["text"], &steps[1]["text"]),
        (&json!("もう一度ゆっくり"), &json!("物件を見はじめた"))
    );
    let housing = &page["steps"][4];
    assert_eq!((&housing["from_on"], &housing["to_on"]), (&json!("2026-10-20"), &json!("2026-11-02")));
}

#[test]
fn of_two_steps_on_one_day_the_later_written_holds() {
    let ward = ward();
    let case = ward.case("南 和夫");
    for stage in ["housing", "discharge_coordination", "housing"] {
        ward.call("MoveStage", move_stage(&case, stage, "2026-11-02", ""));
        assert_eq!(page(&ward, &case)["stage"], stage);
        assert_eq!(line(&ward, "南 和夫")["stage"], stage, "list and page agree");
    }
}

#[test]
fn closing_needs_a_reason_and_coming_back_is_a_new_case() {
    let ward = ward();
    let case = ward.case("南 和夫");
    ward.fails("MoveStage", move_stage(&case, "closed", "2026-11-02", ""), "stage.closing-reason");
    ward.fails("MoveStage", move_stage(&case, "closed", "2026-11-03", "settled"), "stage.future");
    ward.fails("MoveStage", move_stage(&case, "closed", "2020-01-01", "settled"), "stage.before-case");
    let client = page(&ward, &case)["client_id"].clone();
    let again = json!({"family_name": "", "given_name": "", "family_kana": "", "given_kana": "", "org_id": null, "hospital": "",
        "ward": "", "identified_on": null, "wish": "", "client_id": client});
    ward.fails("OpenCase", again.clone(), "case.still-open");
    ward.call("MoveStage", move_stage(&case, "closed", "2026-11-02", "handed_over：基幹へ"));
    assert_eq!(page(&ward, &case)["status"], "closed");
    ward.fails("MoveStage", move_stage(&case, "housing", "2026-11-02", ""), "case.closed");
    let open_before = list(&ward, "", "open", "kana").len();
    let next = ward.call("OpenCase", again);
    let next = page(&ward, next.as_str().unwrap());
    assert_eq!(
        (&next["name"], &next["stage"], &next["client_id"]),
        (&json!("南 和夫"), &json!("identified"), &client)
    );
    assert_eq!(list(&ward, "", "open", "kana").len(), open_before + 1);
    assert_eq!(page(&ward, &case)["stage"], "closed", "the first case stays closed");
}

#[test]
fn the_list_is_in_the_order_of_the_dictionary_and_found_in_any_script() {
    let ward = ward();
    let all = list(&ward, "", "all", "kana");
    assert_eq!(all.len(), 24);
    let indexes: Vec<&str> = all.iter().filter_map(|line| line["index"].as_str()).collect();
    let mut order: Vec<usize> =
        indexes.iter().map(|i| "あかさたなはまやらわ他".find(i).expect("an index letter")).collect();
    let as_listed = order.clone();
    order.sort_unstable();
    assert_eq!(as_listed, order);
    for wanted in ["高橋正一", "ﾀｶﾊｼ", "たかはし　しょう", "髙橋"] {
        assert_eq!(names(&list(&ward, wanted, "all", "kana")), ["髙橋 正一"], "{wanted}");
    }
    let open = list(&ward, "", "open", "kana");
    let closed = list(&ward, "", "closed", "kana");
    assert_eq!(open.len() + closed.len(), all.len());
    assert!(closed.iter().all(|line| line["status"] == "closed"));
    let there = list(&ward, "楠沢", "open", "kana");
    assert!(!there.is_empty() && there.iter().all(|line| line["hospital"] == "楠沢病院"));
}

#[test]
fn a_hold_shows_while_it_lasts() {
    let ward = ward();
    let holding = |at: &str| {
        ward.at(at);
        list(&ward, "", "open", "kana").iter().filter(|l| l["status"] == "on_hold").count()
    };
    assert_eq!(holding("2026-11-02T09:00+09:00"), 1, "one person is on hold");
    assert_eq!(holding("2026-03-01T09:00+09:00"), 2, "two were in March");
    assert_eq!(holding("2026-04-09T09:00+09:00"), 1, "the day on which a hold ends is no day of it");
}

#[test]
fn a_line_names_the_step_that_comes_first() {
    let ward = ward();
    let case = ward.case("南 和夫");
    let next = || {
        let line = line(&ward, "南 和夫");
        (line["next_text"].clone(), line["next_on"].clone(), line["next_days"].clone())
    };
    ward.call("AddTask", json!({"case_id": case, "text": "家賃を調べる", "due_on": null}));
    assert_eq!(next(), (json!("家賃を調べる"), Value::Null, Value::Null));
    ward.call("AddTask", json!({"case_id": case, "text": "GHへ電話", "due_on": "2026-11-26"}));
    assert_eq!(next(), (json!("GHへ電話"), json!("2026-11-26"), json!(24)));
    ward.call("PlanVisit", json!({"org_id": ward.organisation("楠沢病院"), "org_name": "", "ward": "", "on": "2026-11-10", "start": null,
        "end": null, "purposes": ["interview"], "case_ids": [case]}));
    assert_eq!(next(), (json!("楠沢病院"), json!("2026-11-10"), json!(8)));
    let late = ward.call("AddTask", json!({"case_id": case, "text": "書類を返す", "due_on": "2026-10-30"}));
    assert_eq!(next(), (json!("書類を返す"), json!("2026-10-30"), json!(-3)), "what is over comes first");
    ward.call("FinishTask", json!({"task_id": late, "done_on": "2026-11-02"}));
    assert_eq!(next().0, "楠沢病院");
}

#[test]
fn the_gaps_of_the_practice_ward_are_those_worked_out_by_hand() {
    let ward = ward();
    let day = |iso: &str| iso.parse().unwrap();
    let (from, to) = (day("2025-04-01"), day("2026-11-02"));
    let found = ward.house().read(|reader| app::today::gaps_between(reader, from, to)).unwrap();
    let found: Vec<(String, String, String, String, i64)> = found
        .into_iter()
        .map(|(key, gap)| (key, gap.period.to_string(), gap.from.to_string(), gap.to.to_string(), gap.days))
        .collect();
    let by_hand = [
        ("C10", "2025-02-01", "2025-04-22", "2025-05-19", 27),
        ("C10", "2025-08-01", "2025-09-22", "2025-10-07", 15),
        ("C12", "2025-09-01", "2025-12-11", "2026-01-08", 28),
        ("C13", "2025-10-01", "2026-01-21", "2026-02-17", 27),
        ("C15", "2025-12-01", "2025-12-16", "2026-01-13", 28),
        ("C15", "2025-12-01", "2026-04-21", "2026-05-18", 27),
        ("C17", "2025-09-01", "2025-10-02", "2025-10-17", 15),
        ("C19", "2026-05-01", "2026-05-01", "2026-05-18", 17),
        ("C19", "2026-05-01", "2026-09-07", "2026-10-05", 28),
    ];
    let by_hand: Vec<_> = by_hand
        .iter()
        .map(|(k, p, f, t, n)| ((*k).to_owned(), (*p).to_owned(), (*f).to_owned(), (*t).to_owned(), *n))
        .collect();
    assert_eq!(found, by_hand);
}

/// Rule, key, days and sentence of everything due on a day.
fn due(ward: &Ward, on: &str) -> Vec<(&'static str, String, i64, String)> {
    let on = on.parse().unwrap();
    let lines = ward.house().read(|reader| app::today::alerts(reader, on)).unwrap();
    lines
        .into_iter()
        .map(|l| (l.rule, l.case_id.or(l.org_id).unwrap_or_default(), l.days, l.sentence))
        .collect()
}

#[test]
fn deadlines_speak_in_words() {
    let ward = ward();
    let found = due(&ward, "2026-11-02");
    for (rule, key, days, sentence) in [
        ("decision", "C10", -2, "地域定着支援の支給決定 期限切れ（2日超過）"),
        ("decision", "C19", -2, "地域移行支援の支給決定 期限切れ（2日超過）"),
        ("decision", "C21", 28, "地域移行支援の支給決定 あと28日"),
        ("certificate", "C13", 59, "自立支援医療の期限 あと59日"),
        ("medical_protection", "C23", 30, "医療保護入院の期間 あと30日・退院支援委員会の時期"),
    ] {
        assert!(
            found.contains(&(rule, key.to_owned(), days, sentence.to_owned())),
            "{key} {rule} in {found:#?}"
        );
    }
    let named =
        |rule: &str, key: &str, on: &str| due(&ward, on).iter().any(|(r, k, ..)| *r == rule && k == key);
    assert!(
        !named("medical_protection", "C19", "2026-11-13") && named("medical_protection", "C19", "2026-11-14")
    );
    assert!(!named("certificate", "C09", "2026-11-02"), "two years are not due");
    assert!(
        !named("hospital", "H1", "2026-11-02") && named("hospital", "H1", "2027-01-04"),
        "eight weeks without a word"
    );
    let over = due(&ward, "2026-11-21");
    assert!(
        over.iter().any(|(.., sentence)| sentence == "地域定着支援の支給決定 期限切れ（3週間超過）"),
        "{over:#?}"
    );
}

#[test]
fn a_day_knows_nothing_of_what_came_later() {
    let ward = ward();
    let today = ward.call("Today", json!({"on": "2025-12-30"}));
    let gaps: Vec<(&str, i64, &str)> = today["gaps"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|gap| Some((gap["name"].as_str()?, gap["days"].as_i64()?, gap["sentence"].as_str()?)))
        .collect();
    let c12 = ward.call("CasePage", json!({"case_id": key(&ward, "C12")}))["name"].clone();
    let waiting =
        gaps.iter().find(|(name, ..)| c12 == *name).unwrap_or_else(|| panic!("C12 waits: {gaps:?}"));
    assert_eq!((waiting.1, waiting.2), (19, "対面から19日"));
    let longest: Vec<i64> = gaps.iter().map(|(_, days, _)| *days).collect();
    assert!(longest.windows(2).all(|pair| pair[0] >= pair[1]), "the longest wait comes first");
}

/// The case of a key of the pack.
fn key(ward: &Ward, key: &str) -> String {
    let watched = ward
        .house()
        .read(|reader| Ok(reader.watched(chrono::NaiveDate::MAX, store::cases::Whose::Everybody)?))
        .unwrap();
    let case = watched.cases.into_iter().find(|case| case.key == key);
    case.map(|case| case.id.to_string()).unwrap_or_else(|| panic!("{key} is not in the pack"))
}

#[test]
fn a_contact_ends_the_wait_and_undo_brings_it_back() {
    let ward = ward();
    let case = key(&ward, "C21");
    ward.at("2026-11-20T09:00+09:00");
    let waiting = || {
        let today = ward.call("Today", json!({"on": null}));
        today["gaps"].as_array().into_iter().flatten().any(|gap| gap["case_id"] == case)
    };
    assert!(waiting(), "nobody has written for three weeks");
    let note = |method: &str, with: &str| {
        ward.call("WriteContact", json!({"case_ids": [case], "plan_id": null, "on": "2026-11-19", "minutes": null, "method": method,
            "counterparts": [with], "text": "話した", "next_step": null, "outcome": null, "draft_place": null}))
    };
    note("phone", "person");
    assert!(waiting(), "a call is not face to face");
    note("interview_hospital", "hospital");
    assert!(waiting(), "a talk with the ward is not one with her");
    note("interview_hospital", "person");
    assert!(!waiting());
    ward.undo();
    assert!(waiting());
}

#[test]
fn typed_dates_are_read_by_the_call_s_day() {
    let ward = empty();
    let read = |text: &str| ward.call("ReadDate", json!({"text": text}));
    assert_eq!(
        (&read("きのう")["date"], &read("H31.5.1")["date"]),
        (&json!("2026-11-01"), &json!("2019-05-01"))
    );
    assert_eq!(read("昭和54年")["precision"], "year");
    ward.fails("ReadDate", json!({"text": "2/30"}), "date.impossible");
}

#[test]
fn a_discharge_a_hold_and_a_decision_are_kept_and_taken_back() {
    let ward = ward();
    let before = ward.records();
    let case = ward.case("関 武");
    let stay = page(&ward, &case);
    let mut input = json!({"case_id": case, "stay_id": stay["stay_id"], "org_id": stay["org_id"], "hospital": "", "ward": "C1病棟",
        "room": "305", "admitted_on": stay["admitted_on"], "admission_form": "voluntary", "discharged_on": "1990-01-01", "destination": "group_home"});
    ward.fails("KeepStay", input.clone(), "stay.order");
    input["discharged_on"] = json!("2026-11-03");
    ward.fails("KeepStay", input.clone(), "stay.future");
    input["discharged_on"] = json!("2026-10-30");
    ward.call("KeepStay", input);
    let home = page(&ward, &case);
    assert_eq!((&home["hospital"], &home["stay_months"]), (&Value::Null, &Value::Null));
    assert_eq!(kinds(&home, "discharge")[0]["text"], "グループホーム");
    let next = &home["tasks"][0];
    assert_eq!((&next["due_on"], &next["text"]), (&json!("2026-11-02"), &json!("退院3日の連絡")));

    let hold = json!({"case_id": case, "from_on": "2026-11-01", "reason": "wavering", "review_on": "2027-03-01", "note": ""});
    ward.fails("HoldCase", hold.clone(), "hold.review");
    let mut hold = hold;
    hold["review_on"] = Value::Null;
    ward.call("HoldCase", hold.clone());
    assert_eq!(line(&ward, "関 武")["status"], "on_hold");
    ward.fails("HoldCase", hold, "hold.running");
    ward.call("EndHold", json!({"case_id": case, "to_on": "2026-11-02"}));
    assert_eq!(line(&ward, "関 武")["status"], "active");
    ward.fails("EndHold", json!({"case_id": case, "to_on": "2026-11-02"}), "hold.none");

    let mut decision = json!({"case_id": case, "decision_id": null, "service": "community_settlement_support", "from_on": "2026-11-01",
        "to_on": "2026-10-31", "ended_on": null, "end_reason": ""});
    ward.fails("KeepDecision", decision.clone(), "decision.order");
    decision["to_on"] = json!("2027-10-31");
    ward.call("KeepDecision", decision);
    assert_eq!(page(&ward, &case)["decisions"][0]["days_left"], 363);
    for _ in 0..4 {
        ward.undo();
    }
    assert_eq!(ward.records(), before);
}
