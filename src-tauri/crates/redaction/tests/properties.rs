//! What holds for every text whatsoever.

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use redaction::{Client, Dictionary, Job, Level, Organisation, OrganisationKind, Person, Register, redact};

fn dictionary() -> Dictionary {
    Dictionary::new(&Register {
        clients: vec![
            Client {
                family: "林".into(),
                given: "健吾".into(),
                family_kana: "はやし".into(),
                given_kana: "けんご".into(),
                birth: "1979-12-11".parse().ok(),
                ..Client::default()
            },
            Client {
                family: "小林".into(),
                given: "健吾".into(),
                family_kana: "こばやし".into(),
                given_kana: "けんご".into(),
                aliases: vec!["こば".into(), "K.K.".into()],
                ..Client::default()
            },
            Client { family: "グエン".into(), given: "ティ ラン".into(), ..Client::default() },
        ],
        people: vec![Person {
            name: "三枝 千晴".into(), kana: "さえぐさ ちはる".into(), job: Job::Staff
        }],
        organisations: vec![Organisation {
            name: "グループホームこもれび".into(),
            kana: String::new(),
            kind: OrganisationKind::GroupHome,
            ..Organisation::default()
        }],
        numbers: vec!["0044120".into(), "40-1187".into()],
        codes: vec!["C03".into()],
        wards: vec!["B2病棟".into()],
        districts: vec!["椿区".into()],
        ..Register::default()
    })
}

/// Pieces that bring the layers into every state.
const PIECES: &[&str] = &[
    "林健吾",
    "小林",
    "はやし",
    "ﾊﾔｼ",
    "HAYASHI",
    "Kengo",
    "さん",
    "様",
    "氏",
    "Dr.",
    "Ns",
    "PSW",
    "の",
    "が",
    "は",
    "、",
    "。",
    "（",
    "）",
    "「",
    "」",
    "\n",
    " ",
    "　",
    "\u{200b}",
    "\u{fe0f}",
    "\u{3099}",
    "\u{202e}",
    "S54.12.11",
    "昭和五十四年十二月十一日",
    "R7.12.15",
    "5/26〜28",
    "令和元年",
    "廿",
    "卅",
    "63才",
    "（63）",
    "０９０−００００−１１８２",
    "〇四五－〇〇〇－三三一〇",
    "1234-567890",
    "〒000-0123",
    "青葉野市",
    "椿区",
    "みどりヶ丘",
    "二丁目14番5号",
    "コーポ白樺203",
    "㈱",
    "(有)",
    "病院",
    "GH",
    "グループホームこもれび",
    "大学",
    "銀行",
    "@",
    "https://a.jp/b",
    "kengo_h1211",
    "H.K.",
    "W.M",
    "【利用者A】",
    "【",
    "】",
    "【母】",
    "母",
    "兄の忠夫",
    "長男",
    "旧姓",
    "金曜日",
    "年金",
    "林業",
    "原則",
    "C03",
    "B2病棟",
    "40-1187",
    "0044120",
    "X年12月",
    "🙂",
    "👨‍👩‍👧",
    "ａ",
    "Ａ",
    "ß",
    "İ",
    "ﷺ",
    "㍻",
    "\u{e0100}",
    "\u{0}",
    "e\u{301}",
    "々",
    "ー",
    "・",
    "-",
    "0",
    "一",
    "十",
];

fn held(text: &str, dictionary: &Dictionary) -> Result<(), TestCaseError> {
    let written: Vec<char> = text.chars().collect();
    for level in Level::ALL {
        let result = redact(text, dictionary, level);
        prop_assert_eq!(&redact(text, dictionary, level), &result, "the same twice");
        let (mut at, mut rebuilt) = (0, String::new());
        for hit in &result.hits {
            prop_assert!(at <= hit.start && hit.start < hit.end && hit.end <= written.len(), "{:?}", hit);
            prop_assert!(!hit.replacement.is_empty());
            rebuilt.extend(&written[at..hit.start]);
            rebuilt.push_str(&hit.replacement);
            at = hit.end;
        }
        rebuilt.extend(&written[at..]);
        prop_assert_eq!(&rebuilt, &result.text, "what lies outside the hits is as it was");
        let again = redact(&result.text, dictionary, level);
        prop_assert_eq!(&again.text, &result.text, "nothing is found in a result");
        for prompt in &result.prompts {
            prop_assert!(prompt.start < prompt.end && prompt.end <= written.len());
        }
    }
    Ok(())
}

fn runner(cases: u32) -> TestRunner {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]))
}

#[test]
fn any_text_keeps_what_is_no_hit_and_gives_the_same_again() {
    let dictionary = dictionary();
    runner(120).run(&".{0,80}", |text| held(&text, &dictionary)).unwrap();
}

#[test]
fn any_mixture_of_names_numbers_and_signs_does_so_too() {
    let dictionary = dictionary();
    let pieces = proptest::collection::vec(proptest::sample::select(PIECES), 0..14);
    runner(250).run(&pieces, |pieces| held(&pieces.concat(), &dictionary)).unwrap();
}

#[test]
fn twelve_digits_are_named_by_their_last() {
    let nobody = Dictionary::new(&Register::default());
    let parted = |digits: &[u32], sign: &str| -> String {
        let digits: Vec<String> = digits.iter().map(u32::to_string).collect();
        digits.chunks(4).map(<[String]>::concat).collect::<Vec<_>>().join(sign)
    };
    let right = |head: &[u32]| -> u32 {
        let sum: u32 = head.iter().rev().zip((2..=7).cycle()).map(|(digit, weight)| digit * weight).sum();
        if sum % 11 < 2 { 0 } else { 11 - sum % 11 }
    };
    let inputs = (
        proptest::collection::vec(0u32..10, 12),
        proptest::sample::select(vec!["", " ", "-", "　", "−", "・"]),
    );
    runner(400)
        .run(&inputs, |(digits, sign)| {
            let text = format!("控えに{}とある。", parted(&digits, sign));
            let hits = redact(&text, &nobody, Level::Municipal).hits;
            let valid = digits[11] == right(&digits[..11]);
            prop_assert_eq!(hits.iter().any(|hit| hit.code == "my_number"), valid, "{} {:?}", &text, &hits);
            let left: usize =
                redact(&text, &nobody, Level::Municipal).text.chars().filter(char::is_ascii_digit).count();
            prop_assert_eq!(left, 0, "{}", &text);
            let mut named = digits.clone();
            named[11] = right(&digits[..11]);
            let hits =
                redact(&format!("控えに{}とある。", parted(&named, sign)), &nobody, Level::Municipal).hits;
            prop_assert_eq!(hits.len(), 1);
            prop_assert_eq!(hits[0].code, "my_number", "{:?} {:?}", &named, sign);
            Ok(())
        })
        .unwrap();
}
