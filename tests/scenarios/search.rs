//! さがす: the index finds what reading everything would find.

mod counts;
mod filters;
mod saved;
mod timeline;
mod understood;

use domain::asked::literally;
use domain::text::fold::{fold, words};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use susono_tests::{Ward, empty, project, ward};

/// Hits that one comparison looks at.
const MOST: u32 = 100;

/// One record that can be found: kind, key, and its texts as written and folded.
struct Written {
    kind: &'static str,
    key: String,
    texts: Vec<String>,
    folded: Vec<String>,
    /// All cells of its row, by the name of their column.
    cells: BTreeMap<String, String>,
}

/// Files of the open format, their kind in a search, the cell that names a record, and the cells that are searched;
/// cells joined by + are one text.
const FILES: &[(&str, &str, &str, &[&str])] = &[
    ("contacts.csv", "contact", "contact_id", &["text", "s", "o", "a", "p"]),
    ("loose_contacts.csv", "contact", "contact_id", &["text", "s", "o", "a", "p"]),
    (
        "cases.csv",
        "case",
        "case_id",
        &[
            "family_name+given_name",
            "family_kana+given_kana",
            "aliases",
            "case_code",
            "wish",
            "wished_place",
            "anxieties",
        ],
    ),
    ("organisations.csv", "organisation", "org_id", &["name", "kana", "note"]),
    ("people.csv", "person", "person_id", &["name", "kana", "department", "role"]),
    ("activities.csv", "activity", "", &["name", "content", "decisions", "homework", "reaction"]),
    ("sessions.csv", "session", "", &["theme", "contents", "good", "concern", "words", "next"]),
    ("support_to_others.csv", "support", "", &["theme", "change_seen"]),
    ("publications.csv", "publication", "", &["title"]),
    ("issues.csv", "issue", "", &["text"]),
    ("tasks.csv", "task", "", &["text"]),
];

/// Everything that was written, read from the open format.
fn everything(ward: &Ward) -> Vec<Written> {
    let records = ward.records();
    let mut all = Vec::new();
    for (file, kind, key, cells) in FILES {
        let Some(text) = records.get(*file) else { continue };
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let head = reader.headers().expect("a file has a head").clone();
        for row in reader.records() {
            let row = row.expect("what the house writes is CSV");
            let cell =
                |name: &str| head.iter().position(|h| h == name).and_then(|i| row.get(i)).unwrap_or_default();
            let texts: Vec<String> = cells.iter().map(|names| names.split('+').map(cell).collect()).collect();
            let folded = texts.iter().map(|text| fold(text)).collect();
            let cells = head.iter().zip(row.iter()).map(|(h, c)| (h.to_owned(), c.to_owned())).collect();
            all.push(Written { kind, key: cell(key).to_owned(), texts, folded, cells });
        }
    }
    all
}

/// The practice ward with the texts of its notes.
fn furnished() -> Ward {
    let ward = empty();
    app::practice::move_in(ward.house(), &ward.around()).expect("the practice ward is complete");
    ward
}

fn scan<'a>(all: &'a [Written], query: &str) -> Vec<&'a Written> {
    let words = words(query);
    let holds =
        |written: &&Written| words.iter().all(|word| written.folded.iter().any(|text| text.contains(word)));
    if words.is_empty() { Vec::new() } else { all.iter().filter(holds).collect() }
}

fn check(ward: &Ward, all: &[Written], query: &str) {
    let found = app::search::find(ward.house(), &ward.around(), &literally(query), MOST);
    let found = found.unwrap_or_else(|failure| panic!("{query:?} failed: {failure:?}"));
    let expected = scan(all, query);
    assert_eq!(found.total as usize, expected.len(), "{query:?}");
    assert_eq!(found.hits.len(), expected.len().min(MOST as usize), "{query:?}");
    if expected.len() <= MOST as usize {
        let keyed = |kind: &str| matches!(kind, "contact" | "case" | "organisation" | "person");
        let hits: BTreeSet<(&str, &str)> =
            found.hits.iter().filter(|h| keyed(&h.kind)).map(|h| (h.kind.as_str(), h.key.as_str())).collect();
        let expected: BTreeSet<(&str, &str)> =
            expected.iter().filter(|w| keyed(w.kind)).map(|w| (w.kind, w.key.as_str())).collect();
        assert_eq!(hits, expected, "{query:?}");
    }
    let words = words(query);
    for hit in &found.hits {
        let chars: Vec<char> = hit.snippet.chars().collect();
        assert!(chars.len() <= 80, "{query:?}: {}", hit.snippet);
        assert!(!hit.ranges.is_empty(), "{query:?} is nowhere in {}", hit.snippet);
        for (from, to) in &hit.ranges {
            assert!(from < to && *to <= chars.len(), "{query:?}: {from}..{to} of {}", hit.snippet);
            let piece = fold(&chars[*from..*to].iter().collect::<String>());
            let at_the_edge = *to == chars.len();
            assert!(at_the_edge || words.iter().any(|word| piece.contains(word)), "{query:?} marks {piece}");
        }
    }
    assert!(newest_first(&found.hits), "{query:?}: newest first");
}

/// Whether hits stand from the newest to the oldest; a month counts as its first day.
fn newest_first(hits: &[app::search::SearchHit]) -> bool {
    let dates = hits.iter().filter_map(|hit| hit.date.as_deref());
    let days: Vec<String> = dates.map(|date| format!("{date}-01-01")[..10].to_owned()).collect();
    days.windows(2).all(|pair| pair[0] >= pair[1])
}

#[test]
fn thousands_of_pieces_of_what_was_written_are_found_like_by_reading_it_all() {
    let ward = furnished();
    let case = ward.case("髙橋 正一");
    for text in [
        "𠮷川さん、渡邊さん。ｸﾞﾙｰﾌﾟﾎｰﾑ（㈱みなと）の見学\n血圧１２０／８０",
        "\"引用\" AND OR NOT * ( ) NEAR: 'x'",
    ] {
        ward.call("WriteContact", json!({"case_ids": [case], "plan_id": null, "on": "2026-11-01", "minutes": null, "method": "phone",
            "counterparts": [], "text": text, "next_step": {"text": "Ｒ６年度の書類", "due_on": null}, "outcome": null, "draft_place": null}));
    }
    ward.call("NoteIssue", json!({"text": "橋渡しの人がいない", "tags": ["人材"]}));
    let all = everything(&ward);
    let texts: Vec<Vec<char>> =
        all.iter().flat_map(|w| &w.texts).filter(|t| !t.is_empty()).map(|t| t.chars().collect()).collect();
    assert!(texts.len() > 1_000, "there is something to read");
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut runner = TestRunner::new_with_rng(
        Config { cases: 5_000, failure_persistence: None, ..Config::default() },
        rng,
    );
    let piece = (0..texts.len(), any::<prop::sample::Index>(), 1_usize..=7);
    runner
        .run(&piece, |(text, at, length)| {
            let text = &texts[text];
            let query: String = text.iter().skip(at.index(text.len())).take(length).collect();
            check(&ward, &all, &query);
            Ok(())
        })
        .unwrap();
}

#[test]
fn words_of_one_query_may_stand_anywhere_in_a_record() {
    let ward = furnished();
    let all = everything(&ward);
    for query in [
        "退院 住まい",
        "本人　病棟",
        "電話 GH",
        "ない言葉ばかり",
        "",
        "。、 ",
        "*",
        "\"",
        "退院*",
        "a AND b",
        "髙橋",
        "ﾀｶﾊｼ",
    ] {
        check(&ward, &all, query);
    }
}

#[test]
fn a_person_is_found_by_any_writing_of_the_name_and_comes_before_the_notes() {
    let ward = ward();
    for query in ["高橋正一", "髙橋　正一", "たかはし しょういち", "ﾀｶﾊｼ"] {
        let found = ward.call("Search", json!({"query": query, "limit": 20}));
        assert_eq!(
            (&found["hits"][0]["kind"], &found["hits"][0]["title"]),
            (&json!("case"), &json!("髙橋 正一")),
            "{query}"
        );
        assert_eq!(found["hits"][0]["case_id"], found["hits"][0]["id"]);
    }
}

#[test]
fn two_hundred_pairs_of_writings_find_each_other() {
    let pairs =
        std::fs::read_to_string(project().join("tests/fixtures/search/writings.tsv")).expect("the pairs");
    let pairs: Vec<(&str, &str)> = pairs.lines().filter_map(|line| line.split_once('\t')).collect();
    assert!(pairs.len() >= 200, "{} pairs", pairs.len());
    let ward = empty();
    let (mut written, mut typed) = (Vec::new(), Vec::new());
    for (one, other) in &pairs {
        for (text, kept) in [(one, &mut written), (other, &mut typed)] {
            let note = json!({"case_ids": [], "plan_id": null, "on": "2026-11-02", "minutes": null, "method": "",
                "counterparts": [], "text": format!("廊下で、{text}。"), "next_step": null, "outcome": null, "draft_place": null});
            kept.push(ward.call("WriteContact", note)[0].clone());
        }
    }
    let finds = |query: &str, id: &Value| {
        let found = ward.call("Search", json!({"query": query, "limit": 500}));
        found["hits"].as_array().is_some_and(|hits| hits.iter().any(|hit| hit["id"] == *id))
    };
    let lost: Vec<_> = pairs
        .iter()
        .enumerate()
        .filter(|(n, (one, other))| !finds(other, &written[*n]) || !finds(one, &typed[*n]))
        .map(|(_, pair)| pair)
        .collect();
    assert!(lost.is_empty(), "{lost:?}");
}

#[test]
fn what_is_corrected_moved_or_taken_back_is_found_as_it_stands() {
    let ward = empty();
    let open = json!({"family_name": "瀬名", "given_name": "ひかり", "family_kana": "せな", "given_kana": "ひかり", "org_id": null,
        "hospital": "", "ward": "", "identified_on": null, "wish": "海のそば"});
    let case = ward.call("OpenCase", open);
    let total = |query: &str| ward.call("Search", json!({"query": query, "limit": 5}))["total"].clone();
    assert_eq!((total("海のそば"), total("瀬名ひかり")), (json!(1), json!(1)));
    ward.call(
        "SetWish",
        json!({"case_id": case, "wish": "山のそば", "wish_on": null, "wished_place": "", "anxieties": ""}),
    );
    assert_eq!((total("海のそば"), total("山のそば")), (json!(0), json!(1)));
    ward.undo();
    assert_eq!((total("海のそば"), total("山のそば")), (json!(1), json!(0)));
    let note = ward.call(
        "WriteContact",
        json!({"case_ids": [case], "plan_id": null, "on": "2026-11-02", "minutes": null, "method": "",
        "counterparts": [], "text": "はじめまして", "next_step": null, "outcome": null, "draft_place": null}),
    );
    ward.call(
        "ReviseContact",
        json!({"contact_id": note[0], "on": "2026-11-02", "minutes": null, "method": "", "counterparts": [],
        "text": "また明日", "reason": "書き直し"}),
    );
    assert_eq!((total("はじめまして"), total("また明日")), (json!(0), json!(1)));
    ward.undo();
    ward.undo();
    assert_eq!((total("はじめまして"), total("また明日")), (json!(0), json!(0)));
    assert_eq!(ward.house().check().unwrap(), Vec::<&str>::new(), "the index is whole");
}

#[test]
fn a_limit_shortens_the_list_and_not_the_count() {
    let ward = furnished();
    let all = ward.call("Search", json!({"query": "本人", "limit": 200}));
    let few = ward.call("Search", json!({"query": "本人", "limit": 3}));
    assert_eq!(all["total"], few["total"]);
    assert_eq!(few["hits"].as_array().map(Vec::len), Some(3));
    assert_eq!(all["hits"].as_array().map(|hits| hits[..3].to_vec()), few["hits"].as_array().cloned());
    assert_eq!(
        ward.call("Search", json!({"query": " ", "limit": 3})),
        json!({"total": 0, "minutes": 0, "hits": Value::Array(vec![])})
    );
}

#[test]
fn a_person_and_a_place_are_found_by_kanji_kana_or_latin_letters() {
    let ward = ward();
    for typed in ["南 和夫", "みなみ", "ﾐﾅﾐ", "minami", "Minami Kazuo", "mina"] {
        let found = ward.call("CaseList", json!({"filter": typed, "scope": "all", "sort": "kana"}));
        let lines = found["lines"].as_array().into_iter().flatten();
        assert_eq!(lines.map(|line| line["name"].clone()).collect::<Vec<_>>(), [json!("南 和夫")], "{typed}");
    }
    let found = ward.call("Organisations", json!({"filter": "kusuzawa"}));
    let named: Vec<&str> =
        found.as_array().into_iter().flatten().filter_map(|o| o["name"].as_str()).collect();
    assert_eq!(named, ["楠沢病院"]);
}
