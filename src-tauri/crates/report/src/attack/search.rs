//! The search for what must not be in a file. A full name, an alias or a number is a hit wherever it stands; a
//! surname or given name only beside an honorific or a role; nothing inside the report's own words.

use super::haystack::{Haystack, bounded, places, plain};
use super::{Finding, Kind, ReadBack, Secrets, births};
use domain::text::fold::fold;
use std::collections::BTreeSet;
use std::sync::LazyLock;
use words::{fill, ja};

/// Words in the folded form of the text they are compared with.
type Words = LazyLock<Vec<Vec<char>>>;

/// What follows a name of a person.
static AFTER: Words = LazyLock::new(|| {
    folded(&[
        "さん",
        "さま",
        "様",
        "氏",
        "君",
        "くん",
        "ちゃん",
        "殿",
        "先生",
        "せんせい",
        "医師",
        "看護師",
        "看護部長",
        "師長",
        "保健師",
        "主任",
        "院長",
        "部長",
        "課長",
        "係長",
        "所長",
        "施設長",
        "相談員",
        "支援員",
        "世話人",
        "精神保健福祉士",
        "社会福祉士",
        "作業療法士",
        "公認心理師",
        "心理師",
        "薬剤師",
        "ピアサポーター",
        "ワーカー",
        "ケースワーカー",
        "dr",
        "ns",
        "psw",
        "cw",
    ])
});
/// What goes on after an honorific and makes it another word.
static OTHER_WORDS: Words = LazyLock::new(|| {
    folded(&[
        "様々",
        "様式",
        "様子",
        "様相",
        "様態",
        "様な",
        "様に",
        "氏名",
        "さんか",
        "君臨",
        "部長期",
        "主任者",
    ])
});
/// Whole words that end like a name with an honorific.
static NOBODY: Words =
    LazyLock::new(|| folded(&["みなさん", "みなさま", "たくさん", "皆さん", "皆様", "お客様", "お子さん"]));
/// What stands before a name of a person.
static BEFORE: Words = LazyLock::new(|| {
    folded(&[
        "主治医",
        "担当",
        "担当者",
        "利用者",
        "対象者",
        "患者",
        "本人",
        "医師",
        "看護師",
        "師長",
        "保健師",
        "精神保健福祉士",
        "相談員",
        "支援員",
        "世話人",
        "ケースワーカー",
        "ピアサポーター",
        "氏名",
        "名前",
        "母",
        "父",
        "兄",
        "弟",
        "姉",
        "妹",
        "妻",
        "夫",
        "息子",
        "娘",
        "dr",
        "ns",
        "psw",
    ])
});
/// What may stand between a role and a name.
const BETWEEN: &[char] = &['の', ':', '・', '(', '/', '.', '、'];
/// What the information about a report may say.
const INFORMATION: &[&str] = &["Title", "CreationDate", "ModDate"];
/// Numbers shorter than this say nothing by themselves.
const SHORT: usize = 4;
/// Numbers from this length on are looked for across spaces too.
const LONG: usize = 9;

/// One place of the file.
struct Place {
    page: Option<usize>,
    name: String,
    hay: Haystack,
}

/// Looks for secrets in what was read.
pub fn search(read: &ReadBack, secrets: &Secrets) -> Vec<Finding> {
    let mut found = foreign(read);
    let fixed = fixed(&secrets.fixed_words);
    for place in places_of(read) {
        let mut hit = |kind: Kind, key: &str, form: &str| {
            let form = if form.is_empty() { String::new() } else { ja(&format!("report.paper.leak.{form}")) };
            let detail =
                fill(&ja(&format!("report.paper.leak.{key}")), &[("place", &place.name), ("form", &form)]);
            found.insert(Finding { kind, page: place.page, detail });
        };
        let mask = Mask { hay: &place.hay.folded, fixed: &fixed };
        for secret in &secrets.whole {
            match whole(secret, &place.hay, &mask) {
                Some(Kind::Number) => hit(Kind::Number, "number", ""),
                Some(Kind::LoneName) => hit(Kind::LoneName, "lone_name", ""),
                Some(kind) => hit(kind, "name", ""),
                None => {}
            }
        }
        if secrets.lone.iter().any(|name| lone(&chars(&fold(name)), &mask)) {
            hit(Kind::LoneName, "lone_name", "");
        }
        if secrets.places.iter().any(|name| mask.finds(&chars(&fold(name)))) {
            hit(Kind::Place, "place", "");
        }
        for (form, notation) in secrets.births.iter().flat_map(|birth| births::notations(*birth)) {
            if stands(&place.hay.plain, &chars(&notation)) {
                hit(Kind::Birth, "birth", form.key());
            }
        }
    }
    found.into_iter().collect()
}

fn folded(words: &[&str]) -> Vec<Vec<char>> {
    words.iter().map(|word| chars(&fold(word))).collect()
}

fn chars(text: &str) -> Vec<char> {
    text.chars().collect()
}

fn places_of(read: &ReadBack) -> Vec<Place> {
    let name = |key: &str| ja(&format!("report.paper.leak.{key}"));
    let place =
        |page: Option<usize>, name: String, text: &str| Place { page, name, hay: Haystack::new(text) };
    let mut all: Vec<Place> = read
        .pages
        .iter()
        .enumerate()
        .map(|(i, text)| {
            let words = fill(&name("page"), &[("page", &(i + 1).to_string())]);
            place(Some(i + 1), words, text)
        })
        .collect();
    let dates = |key: &str| key.ends_with("Date");
    all.extend(
        read.metadata.iter().filter(|(k, _)| !dates(k)).map(|(_, text)| place(None, name("metadata"), text)),
    );
    all.extend(read.outline.iter().map(|text| place(None, name("outline"), text)));
    all.extend(read.alternatives.iter().map(|text| place(None, name("alternative"), text)));
    all
}

/// What no report has, whatever it says.
fn foreign(read: &ReadBack) -> BTreeSet<Finding> {
    let mut found = BTreeSet::new();
    let mut add = |detail: String| {
        found.insert(Finding { kind: Kind::Foreign, page: None, detail });
    };
    if !read.extras.is_empty() {
        add(ja("report.paper.leak.extra"));
    }
    for key in read.metadata.keys().filter(|key| !INFORMATION.contains(&key.as_str())) {
        add(fill(&ja("report.paper.leak.author"), &[("key", key)]));
    }
    if !read.unprinted.is_empty() {
        add(fill(&ja("report.paper.leak.unprinted"), &[("n", &read.unprinted.len().to_string())]));
    }
    found
}

/// The report's own words, folded, placeholders cut out, longest first.
fn fixed(words: &[String]) -> Vec<Vec<char>> {
    let mut all: BTreeSet<Vec<char>> = BTreeSet::new();
    for word in words {
        for part in word.split('{').map(|p| p.split_once('}').map_or(p, |(_, after)| after)) {
            let part = chars(&fold(part));
            if part.len() > 1 {
                all.insert(part);
            }
        }
    }
    all.into_iter().collect()
}

/// A place with the words inside which nothing counts.
struct Mask<'a> {
    hay: &'a [char],
    fixed: &'a [Vec<char>],
}

impl Mask<'_> {
    /// True when the stretch lies inside a longer word of the report's own.
    fn covers(&self, at: usize, length: usize) -> bool {
        self.fixed.iter().filter(|word| word.len() > length).any(|word| {
            let from = (at + length).saturating_sub(word.len());
            (from..=at).any(|start| self.hay[start..].starts_with(word))
        })
    }
    fn hits(&self, needle: &[char]) -> Vec<usize> {
        let mut at = places(self.hay, needle);
        at.retain(|at| !self.covers(*at, needle.len()));
        at
    }
    fn finds(&self, needle: &[char]) -> bool {
        needle.len() > 1 && !self.hits(needle).is_empty()
    }
}

fn stands(hay: &[char], needle: &[char]) -> bool {
    places(hay, needle).into_iter().any(|at| bounded(hay, at, needle.len()))
}

/// A secret that is a hit wherever it stands.
fn whole(secret: &str, hay: &Haystack, mask: &Mask<'_>) -> Option<Kind> {
    let form = plain(secret);
    if form.iter().any(char::is_ascii_digit) && form.iter().all(|c| c.is_ascii() || *c == ' ') {
        return number(&form, &hay.plain).then_some(Kind::Number);
    }
    let folded = chars(&fold(secret));
    let kana = folded.iter().all(|c| is_kana(*c));
    if folded.len() < 2 || (kana && folded.len() < 3) {
        return lone(&folded, mask).then_some(Kind::LoneName);
    }
    let both = turned(secret).is_some_and(|other| mask.finds(&other));
    (both || mask.finds(&folded)).then_some(Kind::Name)
}

/// The name with its two parts the other way round.
fn turned(name: &str) -> Option<Vec<char>> {
    let parts: Vec<&str> = name.split_whitespace().collect();
    let [first, second] = parts[..] else { return None };
    Some(chars(&fold(&format!("{second}{first}"))))
}

/// A number, code or telephone: as a word of its own, with or without its dashes.
fn number(form: &[char], hay: &[char]) -> bool {
    let digits: Vec<char> = form.iter().copied().filter(char::is_ascii_digit).collect();
    let letters = form.iter().any(char::is_ascii_alphabetic);
    if !letters && digits.len() < SHORT {
        return false;
    }
    let without = |drop: &[char]| -> Vec<char> {
        let between = |i: usize| {
            let side = |j: Option<usize>| j.and_then(|j| hay.get(j)).is_some_and(char::is_ascii_alphanumeric);
            side(i.checked_sub(1)) && side(Some(i + 1))
        };
        (0..hay.len()).filter(|i| !(drop.contains(&hay[*i]) && between(*i))).map(|i| hay[i]).collect()
    };
    let bare: Vec<char> = form.iter().copied().filter(char::is_ascii_alphanumeric).collect();
    let joined = without(&['-']);
    if stands(hay, form) || stands(&joined, &bare) {
        return true;
    }
    if letters || digits.len() < LONG {
        return false;
    }
    let tight: Vec<char> =
        without(&['-', ' ', '.']).into_iter().filter(|c| !matches!(c, '(' | ')' | '-')).collect();
    let abroad: Option<Vec<char>> = bare.strip_prefix(&['0']).map(|rest| [&['8', '1'], rest].concat());
    stands(&tight, &bare) || abroad.is_some_and(|abroad| stands(&tight, &abroad) || stands(&joined, &abroad))
}

fn is_kana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー')
}

fn is_kanji(c: char) -> bool {
    matches!(c, '々' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// A surname or given name beside an honorific or a role.
fn lone(name: &[char], mask: &Mask<'_>) -> bool {
    let kana = name.iter().all(|c| is_kana(*c));
    if name.is_empty() || (kana && name.len() < 2) {
        return false;
    }
    mask.hits(name).into_iter().any(|at| {
        let (before, behind) = (&mask.hay[..at], &mask.hay[at + name.len()..]);
        let role = ends_with_role(before);
        let inside = before.last().is_some_and(|c| is_kanji(*c)) && !role;
        let addressed = addressed(behind) && !(name.len() == 1 && inside) && !nobody(before, name, behind);
        let called = role && !kana && !behind.first().is_some_and(|c| is_kanji(*c));
        addressed || called
    })
}

fn starts(hay: &[char], words: &[Vec<char>]) -> bool {
    words.iter().any(|word| hay.starts_with(word))
}

/// An honorific or role follows, perhaps in brackets.
fn addressed(behind: &[char]) -> bool {
    let inner = behind.strip_prefix(&['(']).unwrap_or(behind);
    starts(inner, &AFTER) && !starts(behind, &OTHER_WORDS)
}

fn ends_with_role(before: &[char]) -> bool {
    let trimmed = match before {
        [rest @ .., last] if BETWEEN.contains(last) => rest,
        _ => before,
    };
    BEFORE.iter().any(|role| before.ends_with(role) || trimmed.ends_with(role))
}

fn nobody(before: &[char], name: &[char], behind: &[char]) -> bool {
    let around: Vec<char> =
        before.iter().rev().take(2).rev().chain(name).chain(behind.iter().take(2)).copied().collect();
    NOBODY.iter().any(|word| !places(&around, word).is_empty())
}
