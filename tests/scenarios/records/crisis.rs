//! クライシスプラン on paper: the person's words, whom to call, and the mark of personal data, on one sheet.

use super::{pages, tight};
use app::records::{PaperRequest, log_leaving, prepare};
use serde_json::{Value, json};
use susono_tests::ward;

fn plan(case: &str, words: &str, calls: usize) -> Value {
    let call = |n: usize| json!({"who": format!("連絡先{n}"), "phone": format!("03-0000-000{n}"), "hours": "9時から17時"});
    json!({"case_id": case, "made_on": null, "well": "朝の散歩に行く", "signs": words, "own_ways": words, "wanted": words,
        "unwanted": "急に大勢で来ること", "hospital": "", "calls": (1..=calls).map(call).collect::<Vec<_>>()})
}

#[test]
fn a_crisis_plan_stands_on_one_sheet_with_its_mark_and_leaves_a_line_in_the_log() {
    let ward = ward();
    let case = ward.case("南 和夫");
    let paper = json!({"paper": "crisis", "case_id": case});
    let request = || serde_json::from_value::<PaperRequest>(paper.clone()).expect("a paper is asked for");
    let refused = prepare(ward.house(), &ward.around(), request()).err().map(|failure| failure.id);
    assert_eq!(refused.as_deref(), Some("crisis.none"), "an empty sheet helps nobody");
    ward.call("KeepCrisisPlan", plan(&case, "眠れない日が二日続く", 3));
    let read = pages(&ward, paper.clone());
    assert_eq!(read.len(), 1);
    for words in [
        "クライシスプラン",
        "個人情報",
        "南",
        "眠れない日が二日続く",
        "してほしくないこと",
        "連絡する順",
        "れんらく",
        "03-0000-0003",
    ] {
        assert!(read[0].contains(&tight(words)), "{words} in {}", read[0]);
    }
    assert!(!read[0].contains("入院が"), "a part without words is left out: {}", read[0]);
    let long = "人の多いところに行くと疲れて、次の日は起きられないことがある。".repeat(4);
    ward.call("KeepCrisisPlan", plan(&case, &long, 8));
    assert_eq!(pages(&ward, paper.clone()).len(), 1, "long words are set smaller, not on a second sheet");
    let made = prepare(ward.house(), &ward.around(), request()).expect("made");
    assert!(!made.file_name.contains('南'), "{}", made.file_name);
    log_leaving(ward.house(), &ward.around(), &made).expect("logged");
    let log = ward.house().read(|reader| Ok::<_, app::Failure>(reader.log()?)).expect("readable");
    let last = log.last().expect("a line");
    assert_eq!((last.event.as_str(), last.object.as_str()), ("print_crisis", case.as_str()));
}
