//! 匿名化: notes through the door and the terminal, the screen of texts for a report, and decisions that are remembered.

use cli::{DONE, Terminal, USAGE, run};
use files::{Clock, KdfCost};
use serde_json::{Value, json};
use susono_tests::{Folder, MORNING, Ward, empty, moment, project, ward};

fn notes() -> Vec<Value> {
    let text = std::fs::read_to_string(project().join("tests/fixtures/redaction/notes.json"))
        .expect("the notes are there");
    serde_json::from_str(&text).expect("the notes are JSON")
}

fn strings<'v>(note: &'v Value, key: &str) -> impl Iterator<Item = &'v str> {
    note[key].as_array().into_iter().flatten().filter_map(Value::as_str)
}

/// Strings that stayed although they must go, and that went although they should stay.
fn judged(ward: &Ward, level: &str) -> (Vec<String>, Vec<String>) {
    let (mut left, mut lost) = (Vec::new(), Vec::new());
    for note in notes() {
        let full = format!("{}\n{}", note["header"].as_str().unwrap(), note["text"].as_str().unwrap());
        let answer = ward.call("Redact", json!({"text": full, "level": level}));
        let text = answer["text"].as_str().unwrap();
        left.extend(strings(&note, "remove").filter(|s| text.contains(s)).map(str::to_owned));
        lost.extend(strings(&note, "keep").filter(|s| !text.contains(s)).map(str::to_owned));
        let written: Vec<char> = full.chars().collect();
        let hits = answer["hits"].as_array().unwrap();
        let (mut at, mut rebuilt) = (0, String::new());
        for hit in hits {
            let (start, end) =
                (hit["start"].as_u64().unwrap() as usize, hit["end"].as_u64().unwrap() as usize);
            rebuilt.extend(&written[at..start]);
            rebuilt.push_str(hit["replacement"].as_str().unwrap());
            at = end;
        }
        rebuilt.extend(&written[at..]);
        assert_eq!(rebuilt, text, "outside its hits a text stays as it was");
    }
    (left, lost)
}

#[test]
fn a_note_leaves_without_anybody_in_it() {
    let ward = ward();
    for level in ["municipal", "public", "case_study"] {
        let (left, lost) = judged(&ward, level);
        assert!(left.is_empty(), "{level}: {left:?}");
        assert!(lost.is_empty(), "{level}: {lost:?}");
    }
}

#[test]
fn in_a_vault_that_knows_nobody_the_layers_still_hold() {
    let (left, lost) = judged(&empty(), "public");
    assert!(left.len() <= 2, "{left:?}");
    assert!(lost.is_empty(), "{lost:?}");
}

#[test]
fn what_no_machine_decides_is_asked() {
    let text = "96歳の方の事件が報道された。双子の兄がいる。";
    let answer = ward().call("Redact", json!({"text": text, "level": "public"}));
    let codes: Vec<&str> =
        answer["prompts"].as_array().unwrap().iter().filter_map(|p| p["code"].as_str()).collect();
    for code in ["very_old", "crime", "twins"] {
        assert!(codes.contains(&code), "{code} in {codes:?}");
    }
    assert!(
        answer["prompts"].as_array().unwrap().iter().all(|p| !p["question"].as_str().unwrap().is_empty())
    );
}

fn screened(ward: &Ward, text: &str, numbers: &[u32]) -> Vec<(String, String, Option<u64>, Value)> {
    let input = json!({"text": text, "level": "municipal", "fiscal_year": 2025, "numbers": numbers});
    let answer = ward.call("ScreenText", input);
    let line = |f: &Value| {
        let code = f["code"].as_str().unwrap().to_owned();
        (code, f["severity"].as_str().unwrap().to_owned(), f["people"].as_u64(), f["kept"].clone())
    };
    answer["findings"].as_array().unwrap().iter().map(line).collect()
}

#[test]
fn a_text_for_a_report_says_what_must_go() {
    let ward = ward();
    let has = |text: &str, numbers: &[u32], code: &str, severity: &str| {
        let found = screened(&ward, text, numbers);
        assert!(found.iter().any(|(c, s, ..)| c == code && s == severity), "{code} in {found:?} of {text}");
    };
    has("林健吾さんが体験を話した。", &[], "client", "block");
    has("グエンさんの話。", &[], "client", "block");
    has("問い合わせは045-000-1234まで。", &[], "phone", "reason");
    has("鷲尾さんに講師を頼んだ。", &[], "name", "look");
    has("退院した方は7人だった。", &[5], "count", "block");
    has("全員が地域で暮らしている。", &[], "quantity", "reason");
    assert_eq!(screened(&ward, "退院した方は7人だった。", &[7]), []);
    assert_eq!(screened(&ward, "平日の午後、原則として関係機関と会議を開いた。", &[]), []);
    for thing in ["5か所を回り、3回の講座を開いた。", "2病院と4月から話を始めた。"]
    {
        assert_eq!(screened(&ward, thing, &[]), [], "{thing}");
    }
    has("退院は3件だった。", &[], "count", "block");
    has("相談は3件だった。", &[], "number", "reason");
}

#[test]
fn a_combination_that_fits_too_few_people_is_counted() {
    let ward = ward();
    let found = screened(&ward, "80歳代の女性が退院に向けて動きはじめた。", &[]);
    let combination =
        found.iter().find(|(code, ..)| code == "combination").expect("one woman is over eighty");
    assert_eq!((combination.1.as_str(), combination.2), ("block", Some(1)));
    let wide = screened(&ward, "男性も女性も、外出の練習を重ねた。", &[]);
    assert!(wide.iter().all(|(code, ..)| code != "combination"), "{wide:?}");
}

#[test]
fn a_decision_is_remembered_with_its_reason_and_can_be_taken_back() {
    let ward = ward();
    let text = "講師は鷲尾さん。";
    let before = screened(&ward, text, &[]);
    assert_eq!(before.len(), 1, "{before:?}");
    ward.fails(
        "KeepWord",
        json!({"word": "鷲尾", "level": "municipal", "code": "name", "reason": " "}),
        "redaction.no-reason",
    );
    ward.call(
        "KeepWord",
        json!({"word": "鷲尾", "level": "municipal", "code": "name", "reason": "公開の講師名"}),
    );
    assert_eq!(screened(&ward, text, &[])[0].3, json!("公開の講師名"));
    let redacted = ward.call("Redact", json!({"text": text, "level": "municipal"}));
    assert_eq!(redacted["text"], json!(text), "what somebody decided to keep stays");
    let public = ward.call("Redact", json!({"text": text, "level": "public"}));
    assert_ne!(public["text"], json!(text), "at another level it is asked about again");
    ward.call("ForgetWord", json!({"word": "鷲尾", "level": "municipal"}));
    assert_eq!(screened(&ward, text, &[])[0].3, Value::Null);
    ward.fails(
        "KeepWord",
        json!({"word": "林健吾", "level": "municipal", "code": "client", "reason": "本人の希望"}),
        "redaction.never",
    );
    ward.call(
        "KeepWord",
        json!({"word": "林健吾", "level": "municipal", "code": "name", "reason": "偽りの種類"}),
    );
    let client = ward.call("Redact", json!({"text": "林健吾さん", "level": "municipal"}));
    assert!(!client["text"].as_str().unwrap().contains("林健吾"), "no decision keeps a client");
}

#[test]
fn every_kept_word_is_seen_with_its_reason_and_can_be_forgotten_and_brought_back() {
    let ward = ward();
    assert_eq!(ward.call("KeptWords", json!({})), json!([]));
    let author = "三枝 千晴";
    let mut settings = ward.call("Settings", json!({}));
    settings["author"] = json!(author);
    if let Some(fields) = settings.as_object_mut() {
        fields.remove("demo");
    }
    ward.call("KeepSettings", settings);
    let keep = |word: &str, level: &str, code: &str, reason: &str| {
        ward.call("KeepWord", json!({"word": word, "level": level, "code": code, "reason": reason}));
    };
    keep("鷲尾", "municipal", "name", "公開の講師名");
    keep("ひだまり工房", "public", "organisation", "市の広報に載っている");
    let words = ward.call("KeptWords", json!({}));
    let line =
        |word: &str| words.as_array().unwrap().iter().find(|w| w["word"] == json!(word)).unwrap().clone();
    assert_eq!(
        line("鷲尾"),
        json!({"word": "鷲尾", "level": "municipal", "code": "name", "reason": "公開の講師名",
            "on": &MORNING[..10], "by": author})
    );
    assert_eq!(words.as_array().unwrap().len(), 2);
    let text = json!({"text": "講師は鷲尾さん。", "level": "municipal"});
    ward.call("ForgetWord", json!({"word": "鷲尾", "level": "municipal"}));
    assert_ne!(ward.call("Redact", text.clone())["text"], text["text"], "it is asked about again");
    assert_eq!(ward.call("KeptWords", json!({})).as_array().unwrap().len(), 1);
    ward.call("Undo", json!({}));
    assert_eq!(ward.call("KeptWords", json!({})), words, "with its reason, day and decider as before");
    assert_eq!(ward.call("Redact", text.clone())["text"], text["text"], "and it stays again");
}

#[test]
fn a_number_that_checks_itself_is_called_by_its_name() {
    let ward = ward();
    let labelled = |text: &str| {
        ward.call("Redact", json!({"text": text, "level": "municipal"}))["text"].as_str().unwrap().to_owned()
    };
    assert_eq!(labelled("控えに1234 5678 9018とある。"), "控えに【マイナンバー】とある。");
    assert_eq!(labelled("控えに1234 5678 9012とある。"), "控えに【番号】とある。");
    assert_eq!(labelled("保険者番号は06130017。"), "保険者番号は【保険者番号】。");
    let found = screened(&ward, "番号は１２３４−５６７８−９０１８です。", &[]);
    assert!(found.iter().any(|(code, severity, ..)| code == "my_number" && severity == "block"), "{found:?}");
    ward.fails(
        "KeepWord",
        json!({"word": "123456789018", "level": "municipal", "code": "my_number", "reason": "控え"}),
        "redaction.never",
    );
}

/// Runs a command in a vault of its own: exit code, results.
fn typed(input: &str, arguments: &[&str]) -> (i32, String) {
    let folder = Folder::new();
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    std::fs::write(path("pass"), "fictional-ward-2026\n").expect("the folder is ours");
    let (vault, pass) = (path("vault"), path("pass"));
    let mut last = (DONE, String::new());
    let init: Vec<&str> =
        vec!["init", "--recovery-out", "code", "--vault", &vault, "--passphrase-file", &pass];
    let code = path("code");
    let init: Vec<&str> =
        init.into_iter().map(|word| if word == "code" { code.as_str() } else { word }).collect();
    for arguments in [init, [arguments, &["--vault", &vault]].concat()] {
        let (mut out, mut talk) = (Vec::new(), Vec::new());
        let mut input = input.as_bytes();
        let mut terminal = Terminal { input: &mut input, ask: None, output: &mut out, talk: &mut talk };
        let clock = Clock::Fixed(moment(MORNING));
        let code = run(arguments.iter().map(Into::into).collect(), &mut terminal, clock, KdfCost::LEAST);
        last = (code, String::from_utf8(out).expect("UTF-8"));
    }
    last
}

#[test]
fn the_terminal_redacts_what_follows_the_passphrase() {
    let text = "山田太郎さん（S33.3.5生）へ電話。\nTEL 045-000-1234。原則は平日。\n";
    let (code, out) = typed(&format!("fictional-ward-2026\n{text}"), &["redact"]);
    assert_eq!(code, DONE);
    assert!(
        out.contains("原則は平日") && out.contains("【生年月日】生") && out.contains("【電話番号】"),
        "{out}"
    );
    assert!(!out.contains("山田太郎") && !out.contains("045-000-1234"), "{out}");
    let (code, out) =
        typed(&format!("fictional-ward-2026\n{text}"), &["redact", "--json", "--level", "public"]);
    assert_eq!(code, DONE);
    let answer: Value = serde_json::from_str(&out).expect("JSON");
    let first = &answer["hits"][0];
    assert_eq!((first["start"].as_u64(), first["end"].as_u64()), (Some(0), Some(4)), "{answer}");
    for key in ["layer", "replacement"] {
        assert!(first[key].is_string(), "{first}");
    }
    assert_eq!(typed("x\n", &["redact", "--level", "secret"]).0, USAGE);
}
