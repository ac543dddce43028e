//! Names by the honorific behind them: 柏木さん, ﾀｶﾊｼ様, 正ちゃん, グエン・バン・ミンさん, H.K.さん, 入江主任.

use super::{Certainty, Found, Layer, What};
use crate::data::DATA;
use crate::normal::{Normal, is_hiragana, is_kana, is_kanji, is_katakana};
use crate::register::Job;
use std::ops::Range;

/// Longest name in characters.
const LONGEST: usize = 8;
/// Particles after which a name in hiragana may begin.
const PARTICLES: &str = "はがをにへとでものや";
/// Abbreviations of jobs, which are nobody's initials.
const JOBS: &[&str] = &[
    "ns", "psw", "mhsw", "cw", "otr", "ot", "cp", "sw", "msw", "cm", "pt", "st", "dr", "gh", "npo", "phn",
    "na", "cns",
];

/// Jobs before which a word of two or three kanji is nearly always a name.
const PROFESSIONS: &[&str] = &["弁護士", "司法書士", "教授", "議員", "両名", "両氏"];

/// Every name with an honorific or a job behind it.
pub(super) fn find(normal: &Normal) -> Vec<Found> {
    let mut found = Vec::new();
    for at in 1..normal.len() {
        if let Some(length) = honorific_at(normal, at) {
            let hiragana = is_hiragana(normal.raw[at]);
            let name = name_before(normal, at, hiragana);
            if let Some(units) = name.filter(|units| honoured(normal, units, at)) {
                let job = job_of(normal, at, length);
                found.push(Found::new(units, Layer::Context, What::Somebody(job), Certainty::Warn));
            }
        } else if let Some(length) = normal.one_of(at, &DATA.titles)
            && let Some(units) = name_before(normal, at, false)
            && titled(normal, &units, at)
        {
            let job = job_of(normal, at, length);
            found.push(Found::new(units, Layer::Context, What::Somebody(job), Certainty::Warn));
        }
    }
    found
}

/// Length of the honorific that stands at a place.
pub(super) fn honorific_at(normal: &Normal, at: usize) -> Option<usize> {
    let length = normal.one_of(at, &DATA.honorifics)?;
    let other = normal.one_of(at, &DATA.not_honorific).is_some();
    let latin = normal.key[at].is_ascii_alphabetic();
    let goes_on = normal.key.get(at + length).is_some_and(char::is_ascii_alphabetic);
    let verb = normal.goes_on(at, &['く', 'ん']) && normal.any_of(at + 2, &["じゃ", "な", "の", "で", "だ"]);
    let begins_inside = latin && normal.before(at).is_some_and(|c| c.is_ascii_alphabetic());
    let katakana = is_katakana(normal.raw[at]) && normal.here(at + length).is_some_and(is_katakana);
    (!(other || verb || begins_inside || katakana || latin && goes_on)).then_some(length)
}

/// True when a name is addressed: an honorific or a job follows, perhaps behind a space or a reading in brackets.
pub(super) fn addressed(normal: &Normal, end: usize) -> bool {
    let mut at = end;
    if let Some(inside) = normal.bracketed(at, 14)
        && normal.raw[inside.clone()].iter().all(|c| is_kana(*c) || *c == ' ')
    {
        at = inside.end + 1;
    }
    if normal.here(at) == Some(' ') {
        at += 1;
    }
    honorific_at(normal, at).is_some() || normal.one_of(at, &DATA.titles).is_some()
}

/// What somebody does by the words behind the name.
fn job_of(normal: &Normal, at: usize, length: usize) -> Job {
    let word: String = normal.key[at..at + length].iter().collect();
    match word.as_str() {
        "dr" | "dr." | "医師" | "先生" | "どくたー" => Job::Physician,
        "ns" | "看護師" | "准看護師" | "師長" | "看護師長" | "看護部長" => Job::Nurse,
        "大家" => Job::Landlord,
        "ぴあ" | "ぴあさぽーたー" => Job::Peer,
        "さん" | "さま" | "様" | "氏" | "君" | "くん" | "ちゃん" | "殿" => Job::Other,
        _ => Job::Staff,
    }
}

/// The name that ends before an honorific.
fn name_before(normal: &Normal, at: usize, hiragana_honorific: bool) -> Option<Range<usize>> {
    let mut end = at;
    if normal.before(end) == Some(' ') {
        end -= 1;
    }
    if normal.before(end) == Some(')') {
        let open = (end.saturating_sub(16)..end - 1).rev().find(|n| normal.raw[*n] == '(')?;
        let inside = &normal.raw[open + 1..end - 1];
        if inside.len() < 2 || !inside.iter().all(|c| is_kana(*c) || *c == ' ') {
            return None;
        }
        end = open;
    }
    match normal.before(end)? {
        c if c.is_ascii_alphabetic() || c == '.' => initials(normal, end),
        c if is_hiragana(c) => in_hiragana(normal, end, hiragana_honorific),
        c if is_kanji(c) || is_katakana(c) => in_words(normal, end),
        _ => None,
    }
}

/// H.K., M, Lan, Nguyen Thi Lan.
fn initials(normal: &Normal, end: usize) -> Option<Range<usize>> {
    let letter = |c: char| c.is_ascii_alphabetic() || matches!(c, '.' | '-' | '\'');
    let mut start = normal.back_while(end, letter);
    while normal.before(start) == Some(' ')
        && normal.before(start - 1).is_some_and(|c| c.is_ascii_alphabetic())
    {
        let next = normal.back_while(start - 1, letter);
        if !normal.raw[next].is_ascii_uppercase() {
            break;
        }
        start = next;
    }
    let word: String = normal.key[start..end].iter().filter(|c| c.is_ascii_alphabetic()).collect();
    let capital = normal.raw[start].is_ascii_uppercase();
    (!word.is_empty() && !JOBS.contains(&word.as_str()) && (capital || word.len() > 2)).then_some(start..end)
}

/// わたなべ, さくら.
fn in_hiragana(normal: &Normal, end: usize, hiragana_honorific: bool) -> Option<Range<usize>> {
    let start = normal.back_while(end, |c| is_hiragana(c) || c == 'ー');
    let run: Vec<char> = normal.raw[start..end].to_vec();
    let ends_as_nobody = (0..run.len()).any(|n| {
        let begins = n == 0 || run.len() - n > 2 || PARTICLES.contains(run[n - 1]);
        begins && DATA.nobody.contains(&run[n..].iter().collect::<String>())
    });
    // 原さくら: a surname in kanji with a given name in hiragana.
    let from = normal.back_while(start, is_kanji);
    let family: String = normal.key[from..start].iter().collect();
    let whole = (2..=4).contains(&run.len()) && DATA.surnames.contains(&family);
    if ends_as_nobody {
        return None;
    }
    if !hiragana_honorific && normal.here(end) == Some('様') {
        return whole.then_some(from..end);
    }
    let opens =
        normal.before(start).is_none_or(|c| !(is_kanji(c) || is_katakana(c) || c.is_ascii_alphanumeric()));
    if opens && (2..=6).contains(&run.len()) {
        return Some(start..end);
    }
    let role = normal.ends_in(start, &DATA.roles).or_else(|| normal.ends_in(start, &DATA.kin)).is_some();
    if role && (2..=4).contains(&run.len()) {
        return Some(start..end);
    }
    let cut = (1..run.len()).find(|n| PARTICLES.contains(run[n - 1]) && (2..=5).contains(&(run.len() - n)));
    if let Some(cut) = cut {
        return Some(start + cut..end);
    }
    if whole {
        return Some(from..end);
    }
    None
}

/// 柏木, 村瀬和江, ﾀｶﾊｼ, グエン ティ ラン, 林トメ子, 一ノ瀬.
fn in_words(normal: &Normal, end: usize) -> Option<Range<usize>> {
    let kata_only = is_katakana(normal.raw[end - 1]);
    let mut start = normal.back_while(end, |c| is_kanji(c) || is_katakana(c));
    if kata_only {
        // A name in several words: グエン・バン・ミン.
        while matches!(normal.before(start), Some(' ' | '・' | '=')) {
            let next = normal.back_while(start - 1, is_katakana);
            if start - 1 - next < 1 || end - next > 24 {
                break;
            }
            start = next;
        }
    }
    let start = start + stripped(normal, start..end)?;
    let word = normal.key_text(start..end);
    let length = end - start;
    if length == 0 || nobody(&word) || (length > LONGEST && !kata_only) {
        return None;
    }
    Some(start..end)
}

/// True for words with an honorific that name nobody: 利用者さん, 隣室患者さん.
pub(super) fn nobody(word: &str) -> bool {
    let chars: Vec<char> = word.chars().collect();
    DATA.nobody.contains(word)
        || (1..chars.len().saturating_sub(1))
            .any(|n| DATA.nobody.contains(&chars[n..].iter().collect::<String>()))
}

/// How many characters in front of a name are other words: 昨日|山田, 世話人|浜田. None when nothing else is there.
pub(super) fn stripped(normal: &Normal, run: Range<usize>) -> Option<usize> {
    let chars = &normal.key[run.clone()];
    let word = |from: usize, to: usize| chars[from..to].iter().collect::<String>();
    let mut from = 0;
    loop {
        let rest = chars.len() - from;
        if rest == 0 {
            return None;
        }
        if DATA.surnames.contains(&word(from, chars.len())) {
            return Some(from);
        }
        let cut = (1..rest).rev().find(|n| {
            let head = word(from, from + n);
            let tail = word(from + n, chars.len());
            let listed = DATA.before_names.contains(&head) || (*n >= 2 && DATA.allowed.contains(&head));
            let enough = tail.chars().count() >= 2 || DATA.surnames.contains(&tail);
            let head_and_next = (chars.get(from).copied(), chars.get(from + 1).copied());
            let starts_a_surname = *n == 1
                && matches!(head_and_next, (Some(a), Some(b)) if DATA.short_surnames.contains(&[a, b]));
            listed && enough && !starts_a_surname
        });
        match cut {
            Some(n) => from += n,
            None => return Some(from),
        }
    }
}

/// Not 同様, 某氏, B棟Ns.
fn honoured(normal: &Normal, units: &Range<usize>, at: usize) -> bool {
    let word = normal.key_text(units.clone());
    match normal.key[at] {
        '様' => !DATA.not_before_sama.contains(&word),
        '氏' => !DATA.not_before_shi.contains(&word),
        '殿' => units.len() > 1,
        c if c.is_ascii_alphabetic() => {
            !DATA.not_titled.contains(&word) && (units.len() > 1 || DATA.surnames.contains(&word))
        }
        _ => true,
    }
}

/// Before a job the word must look like a name: 入江主任, not 担当医師.
fn titled(normal: &Normal, units: &Range<usize>, at: usize) -> bool {
    let word = normal.key_text(units.clone());
    let chars: Vec<char> = word.chars().collect();
    if DATA.allowed.contains(&word)
        || DATA.not_titled.contains(&word)
        || DATA.before_names.contains(&word)
        || !is_kanji(chars[0])
    {
        return false;
    }
    let last = chars.last().copied().unwrap_or_default();
    let opens = normal.before(units.start).is_none_or(|c| !is_kanji(c));
    DATA.surnames.contains(&word) && chars.len() > 1
        || ((2..=3).contains(&chars.len())
            && opens
            && (DATA.surname_last.contains(&last) || normal.any_of(at, PROFESSIONS))
            && !DATA.common.contains(&word))
}
