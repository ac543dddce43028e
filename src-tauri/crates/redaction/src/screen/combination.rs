//! F5: what a sentence says together may fit one person only. Everything is counted against the people of the vault.

use super::Severity;
use crate::data::DATA;
use crate::normal::{Normal, is_kanji, is_katakana};
use crate::scan::{kanji_value, pattern};
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

/// What is known about one person, as far as a text can say it.
#[derive(Clone, Debug, Default)]
pub struct Traits {
    /// `sex:male`, `age:60`, `hospital:…`, `event:death`, `discharge:6` …
    pub facets: BTreeSet<String>,
    /// Everything that was written about the person, folded.
    pub notes: String,
}

/// The people against whom a text is counted.
#[derive(Clone, Debug, Default)]
pub struct Crowd {
    /// The people.
    pub people: Vec<Traits>,
    /// Folded words and the facet that each says: 楠沢病院 says `hospital:H2`.
    pub words: Vec<(String, String)>,
    /// Fewer people than this are too few.
    pub least: usize,
}

static AGE: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern("(?P<n>[0-9]{2}|[二三四五六七八九]十)(?:歳)?代"));
static SEX: LazyLock<Option<Regex>> = LazyLock::new(|| pattern("男性|女性|男の方|女の方"));
static EVENT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        "(?P<m>[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?:に|の|から|、)?[^。、]{0,6}?(?P<e>退院|入院|亡くな|逝去|転院)",
    )
});
const EVENTS: &[(&str, &str)] = &[
    ("亡くな", "event:death"),
    ("死亡", "event:death"),
    ("逝去", "event:death"),
    ("再入院", "event:readmission"),
    ("転院", "event:transfer"),
    ("辞退", "event:declined"),
    ("措置入院", "form:involuntary"),
    ("医療保護", "form:medical_protection"),
    ("統合失調症", "diagnosis:F2"),
    ("うつ", "diagnosis:F3"),
    ("双極", "diagnosis:F3"),
    ("あるこーる", "diagnosis:F1"),
    ("依存症", "diagnosis:F1"),
    ("発達障害", "diagnosis:F8"),
    ("認知症", "diagnosis:F0"),
    ("知的障害", "diagnosis:F7"),
    ("20年以上", "stay:20"),
    ("二十年以上", "stay:20"),
    ("30年以上", "stay:30"),
    ("三十年以上", "stay:30"),
    ("40年以上", "stay:40"),
    ("四十年以上", "stay:40"),
    ("生活保護", "income:welfare"),
    ("外国籍", "foreign:yes"),
];

/// Combinations and words that fit too few people.
pub(super) fn find(normal: &Normal, crowd: &Crowd) -> Vec<(Range<usize>, &'static str, Severity, usize)> {
    let mut found = Vec::new();
    let mut start = 0;
    while start < normal.len() {
        let end = normal.on_while(start, |c| !matches!(c, '。' | '\n'));
        let facets = facets(normal, &(start..end), crowd);
        let together = |who: &&Traits| facets.iter().all(|(facet, _)| who.facets.contains(facet));
        let people = crowd.people.iter().filter(together).count();
        let from = facets.iter().map(|(_, units)| units.start).min();
        let to = facets.iter().map(|(_, units)| units.end).max();
        if let (Some(from), Some(to), true) = (from, to, (1..crowd.least).contains(&people)) {
            found.push((from..to, "combination", Severity::Block, people));
        }
        start = end + 1;
    }
    found.extend(rare_words(normal, crowd));
    found
}

/// What one sentence says about somebody, each facet once.
fn facets(normal: &Normal, sentence: &Range<usize>, crowd: &Crowd) -> Vec<(String, Range<usize>)> {
    let mut said: BTreeMap<String, Range<usize>> = BTreeMap::new();
    let mut say = |facet: String, units: Range<usize>| {
        said.entry(facet).or_insert(units);
    };
    let inside = |units: &Range<usize>| sentence.start <= units.start && units.end <= sentence.end;
    for captures in AGE.iter().flat_map(|r| r.captures_iter(&normal.text)) {
        let (Some(whole), Some(n)) =
            (captures.get(0), captures.name("n").and_then(|n| kanji_value(n.as_str())))
        else {
            continue;
        };
        let units = normal.units(whole.range());
        if inside(&units) {
            say(format!("age:{}", n / 10 * 10), units);
        }
    }
    for m in SEX.iter().flat_map(|r| r.find_iter(&normal.text)) {
        let units = normal.units(m.range());
        if inside(&units) {
            say(format!("sex:{}", if m.as_str().starts_with('男') { "male" } else { "female" }), units);
        }
    }
    for captures in EVENT.iter().flat_map(|r| r.captures_iter(&normal.text)) {
        let (Some(whole), Some(month), Some(event)) =
            (captures.get(0), captures.name("m"), captures.name("e"))
        else {
            continue;
        };
        let units = normal.units(whole.range());
        let kind = match event.as_str() {
            "退院" => "discharge",
            "入院" => "admission",
            "転院" => "transfer",
            _ => "death",
        };
        if let (true, Some(month)) = (inside(&units), kanji_value(month.as_str())) {
            say(format!("{kind}:{month}"), units);
        }
    }
    let listed = EVENTS.iter().map(|(word, facet)| (*word, *facet));
    for (word, facet) in listed.chain(crowd.words.iter().map(|(w, f)| (w.as_str(), f.as_str()))) {
        let word: Vec<char> = word.chars().collect();
        if word.len() < 2 {
            continue;
        }
        let last = sentence.end.saturating_sub(word.len() - 1);
        if let Some(at) = (sentence.start..last).find(|at| normal.goes_on(*at, &word)) {
            say(facet.to_owned(), at..at + word.len());
        }
    }
    said.into_iter().collect()
}

/// Words that are written about few people only.
fn rare_words(normal: &Normal, crowd: &Crowd) -> Vec<(Range<usize>, &'static str, Severity, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < normal.len() {
        let kata = normal.on_while(at, is_katakana);
        let end = if kata > at { kata } else { normal.on_while(at, is_kanji) };
        let word = normal.key_text(at..end);
        let long = word.chars().count() >= if kata > at { 3 } else { 2 };
        if long && !DATA.allowed.contains(&word) && !DATA.before_names.contains(&word) {
            let people = crowd.people.iter().filter(|who| who.notes.contains(&word)).count();
            if (1..crowd.least).contains(&people) {
                found.push((at..end, "rare_word", Severity::Look, people));
            }
        }
        at = end.max(at + 1);
    }
    found
}
