//! Everybody and everything of the vault. A full name is a hit wherever it stands; a name that is an everyday word only
//! beside an honorific, a job or another person, and never inside a word of the field (南部, 金曜日, 林業).

use super::honorific::addressed;
use super::{Certainty, Found, Layer, What};
use crate::data::DATA;
use crate::dictionary::{Dictionary, Sighting, Strength, Subject, kind_length};
use crate::normal::{Normal, is_digit, is_hiragana, is_kana, is_kanji, is_katakana};
use std::ops::Range;

/// What may stand between a job and a name.
const BETWEEN: &[char] = &['の', ':', '・', '(', '/', ' ', '「', '『', '=', '・'];
/// What goes on after a surname and still speaks of the person.
const AFTER_SURNAME: &[&str] =
    &["家の", "家に", "家で", "宅", "姓", "夫妻", "親子", "邸", "方の", "の名前", "の名字", "の姓", "一家"];
/// Particles behind a person.
const PARTICLES: &[char] = &['が', 'は', 'も', 'の', 'と', 'を', 'に', 'へ'];
/// What makes a place of a surname: 中野区, 白石駅.
const PLACES: &str = "県市区町村駅線川山港橋通街道海湖島半";

/// Every hit of the dictionary.
pub(super) fn find(normal: &Normal, dictionary: &Dictionary) -> Vec<Found> {
    let reach = DATA.allowed_reach(normal);
    let inside_word = |units: &Range<usize>| {
        let from = units.start.saturating_sub(8);
        (from..=units.start)
            .any(|n| reach[n] >= units.end && (reach[n] - n > units.end - units.start) && reach[n] > n)
    };
    let mut found = Vec::new();
    let mut waiting = Vec::new();
    let mut known = vec![false; normal.len()];
    for seen in dictionary.sightings(normal) {
        let person = matches!(seen.subject, Subject::Client(_) | Subject::Person(..));
        let sure = match seen.strength {
            Strength::Sure => !inside_word(&seen.units) || seen.units.len() > 3,
            Strength::Bounded => bounded(normal, &seen, person) && !inside_word(&seen.units),
            Strength::KatakanaRun => whole_katakana(normal, &seen.units),
            Strength::Latin => whole_latin(normal, &seen.units, false),
            Strength::Capitals => whole_latin(normal, &seen.units, true),
            Strength::Cued => false,
        };
        if sure {
            known[seen.units.clone()].iter_mut().for_each(|k| *k |= person);
            found.push(hit(normal, &seen));
        } else if matches!(seen.strength, Strength::Cued | Strength::KatakanaRun | Strength::Bounded)
            && !inside_word(&seen.units)
        {
            waiting.push(seen);
        }
    }
    for (at, c) in normal.raw.iter().enumerate() {
        known[at] |= *c == crate::normal::PUT;
    }
    // Names beside names: each one found may be the cue of the next.
    loop {
        let before = waiting.len();
        waiting.retain(|seen| {
            if !cued(normal, seen, &known) {
                return true;
            }
            if matches!(seen.subject, Subject::Client(_) | Subject::Person(..)) {
                known[seen.units.clone()].iter_mut().for_each(|k| *k = true);
            }
            found.push(hit(normal, seen));
            false
        });
        if waiting.len() == before {
            break;
        }
    }
    found.extend(nearly(normal, dictionary));
    found.extend(dictionary.numbers(normal).into_iter().map(|units| {
        Found::new(units, Layer::Dictionary, What::Known(Subject::Number, false), Certainty::Block)
    }));
    found
}

fn hit(normal: &Normal, seen: &Sighting) -> Found {
    let mut units = seen.units.clone();
    if let Subject::Organisation(..) = seen.subject {
        let kind = kind_length(&normal.key_text(units.clone()));
        let own = (units.start..units.end).filter(|n| !normal.raw[*n].is_whitespace()).nth(kind);
        units.start = own.unwrap_or(units.start);
    }
    let what = What::Known(seen.subject, seen.shared);
    Found { owners: seen.owners.clone(), ..Found::new(units, Layer::Dictionary, what, Certainty::Block) }
}

/// No letter of the same script goes on at the ends, or what goes on belongs to a person.
fn bounded(normal: &Normal, seen: &Sighting, person: bool) -> bool {
    let units = &seen.units;
    let (Some(first), Some(last)) = (normal.here(units.start), normal.before(units.end)) else {
        return false;
    };
    let before_ok = match normal.before(units.start) {
        None => true,
        Some(c) if is_kanji(first) && is_kanji(c) => person && word_ends(normal, units.start),
        Some(c) if is_katakana(first) => !is_katakana(c),
        Some(c) if is_hiragana(first) && is_hiragana(c) => "はがをにへとでもの".contains(c),
        Some(c) if first.is_ascii_digit() || first.is_ascii_alphabetic() => !c.is_ascii_alphanumeric(),
        Some(_) => true,
    };
    let behind_ok = match normal.here(units.end) {
        None => true,
        Some(c) if is_kanji(last) && is_kanji(c) => {
            person && !PLACES.contains(c) || addressed(normal, units.end)
        }
        Some(c) if is_katakana(last) => !is_katakana(c),
        Some(c) if is_hiragana(last) && is_hiragana(c) => {
            "はがをにへとでものやか、".contains(c) || addressed(normal, units.end)
        }
        Some(c) if last.is_ascii_digit() || last.is_ascii_alphabetic() => !c.is_ascii_alphanumeric(),
        Some(c) if !person && is_hiragana(last) && is_katakana(c) => false,
        Some(_) => true,
    };
    before_ok && behind_ok
}

/// A job, a time or another word that is no name ends here.
fn word_ends(normal: &Normal, at: usize) -> bool {
    let start = normal.back_while(at, is_kanji).max(at.saturating_sub(8));
    (start..at.saturating_sub(1)).any(|n| {
        let word = normal.key_text(n..at);
        DATA.before_names.contains(&word) || DATA.allowed.contains(&word) || DATA.surnames.contains(&word)
    }) || [&DATA.roles, &DATA.kin, &DATA.titles].into_iter().any(|words| normal.ends_in(at, words).is_some())
}

fn whole_katakana(normal: &Normal, units: &Range<usize>) -> bool {
    let inside = normal.raw[units.clone()].iter().all(|c| is_katakana(*c) || *c == ' ');
    inside
        && normal.before(units.start).is_none_or(|c| !is_katakana(c))
        && normal.here(units.end).is_none_or(|c| !is_katakana(c))
        && !DATA.common.contains(&normal.key_text(units.clone()))
}

fn whole_latin(normal: &Normal, units: &Range<usize>, capitals: bool) -> bool {
    let letters: Vec<char> =
        normal.raw[units.clone()].iter().copied().filter(char::is_ascii_alphabetic).collect();
    let shown = letters.iter().any(char::is_ascii_uppercase) || letters.len() > 5;
    normal.before(units.start).is_none_or(|c| !c.is_ascii_alphanumeric())
        && normal.here(units.end).is_none_or(|c| !c.is_ascii_alphanumeric())
        && if capitals { letters.iter().all(char::is_ascii_uppercase) } else { shown }
}

/// Something beside the word says that it is a person (or an organisation).
fn cued(normal: &Normal, seen: &Sighting, known: &[bool]) -> bool {
    let units = &seen.units;
    if !edges(normal, units) {
        return false;
    }
    if let Subject::Organisation(..) = seen.subject {
        return organisation_cue(normal, units);
    }
    if matches!(seen.subject, Subject::Ward | Subject::District) {
        return false;
    }
    addressed(normal, units.end)
        || normal.any_of(units.end, AFTER_SURNAME)
        || role_before(normal, units)
        || beside_person(normal, units, known)
        || opens_sentence(normal, units)
}

/// The word is not the middle of a longer one.
fn edges(normal: &Normal, units: &Range<usize>) -> bool {
    let first = normal.raw[units.start];
    let last = normal.raw[units.end - 1];
    let same = |a: char, b: char| {
        is_kanji(a) && is_kanji(b)
            || is_katakana(a) && is_katakana(b)
            || a.is_ascii_alphabetic() && b.is_ascii_alphabetic()
    };
    let before = normal.before(units.start).is_none_or(|c| {
        !(same(c, first) || is_hiragana(c) && is_hiragana(first) && !"はがをにへとでもの".contains(c))
            || word_ends(normal, units.start)
            || units.len() > 2 && is_hiragana(first) && addressed(normal, units.end)
    });
    let behind = normal.here(units.end).is_none_or(|c| !same(last, c) || is_hiragana(c))
        || addressed(normal, units.end)
        || normal.any_of(units.end, AFTER_SURNAME);
    before && behind
}

fn role_before(normal: &Normal, units: &Range<usize>) -> bool {
    let single = units.len() == 1;
    let kana = is_kana(normal.raw[units.start]);
    let closed =
        normal.here(units.end).is_none_or(|c| PARTICLES.contains(&c) || !(is_kanji(c) || is_kana(c)));
    let mut at = units.start;
    let mut linked = None;
    if let Some(c) = normal.before(at).filter(|c| BETWEEN.contains(c)) {
        at -= 1;
        linked = Some(c);
        if normal.before(at) == Some(' ') {
            at -= 1;
        }
    }
    let role = normal.ends_in(at, &DATA.roles).is_some();
    let kin = normal.ends_in(at, &DATA.kin).is_some();
    match linked {
        _ if !closed => false,
        Some('の') if kana || single => role && !kana,
        _ => role || kin && !single,
    }
}

/// Another person right beside: 渡邉(わたなべ), 平さん、堀、金さん.
fn beside_person(normal: &Normal, units: &Range<usize>, known: &[bool]) -> bool {
    let near = |at: Option<usize>| at.and_then(|n| known.get(n)).copied().unwrap_or(false);
    if near(units.start.checked_sub(1)) || near(Some(units.end)) || behind_reading(normal, units.start, known)
    {
        return true;
    }
    let separator = |c: Option<char>| {
        c.is_none_or(|c| {
            matches!(c, '、' | ',' | '・' | '/' | '(' | ')' | '。' | '\n' | ' ' | ':' | '「' | '」')
        })
    };
    let before = normal.before(units.start);
    let behind = normal.here(units.end);
    let inside_list = separator(before)
        && (separator(behind) || matches!(behind, Some('と' | 'が' | 'は' | 'の')))
        && (matches!(before, Some('、' | ',' | '・' | '/' | '('))
            || matches!(behind, Some('、' | ',' | '・' | '/' | ')')));
    let window = units.start.saturating_sub(12)..(units.end + 12).min(known.len());
    inside_list && window.clone().any(|n| known[n] && !units.contains(&n))
}

/// 大河内(おおこうち)恵: the reading of the surname stands in between.
fn behind_reading(normal: &Normal, start: usize, known: &[bool]) -> bool {
    let open = (start.saturating_sub(14)..start).rev().find(|n| normal.raw[*n] == '(');
    let closes = normal.before(start) == Some(')');
    closes
        && open.is_some_and(|n| {
            n > 0 && known[n - 1] && normal.raw[n + 1..start - 1].iter().all(|c| is_kana(*c))
        })
}

/// 「林は……と話す」 at the beginning of a sentence, with something that people do in it.
fn opens_sentence(normal: &Normal, units: &Range<usize>) -> bool {
    let opens = normal
        .before(units.start)
        .is_none_or(|c| matches!(c, '。' | '\n' | '「' | '」' | '(' | '!' | '?' | '|' | ' '));
    let of_somebody = normal.any_of(units.end, &["の"])
        && [&DATA.kin, &DATA.roles].into_iter().any(|words| normal.one_of(units.end + 1, words).is_some());
    let particle =
        normal.here(units.end).is_some_and(|c| matches!(c, 'が' | 'は' | 'も' | 'と')) || of_somebody;
    if !opens || !particle || is_kana(normal.raw[units.start]) {
        return false;
    }
    let rest = normal.on_while(units.end, |c| !matches!(c, '。' | '\n')).min(units.end + 40);
    (units.end + 1..rest).any(|at| normal.one_of(at, &DATA.person_verbs).is_some())
}

/// An organisation by a short name that is an everyday word: only behind its kind or in quotes.
fn organisation_cue(normal: &Normal, units: &Range<usize>) -> bool {
    const KINDS: &[&str] = &[
        "gh",
        "ぐるーぷほーむ",
        "訪看",
        "すてーしょん",
        "せんたー",
        "支援法人",
        "作業所",
        "事業所",
        "会社",
        "工房",
    ];
    let kind = KINDS.iter().any(|kind| {
        let word: Vec<char> = kind.chars().collect();
        normal.ends(units.start, &word)
            || normal.before(units.start).is_some_and(|c| matches!(c, '「' | '『' | ' '))
                && normal.ends(units.start - 1, &word)
    });
    kind || (normal.before(units.start) == Some('「') && normal.here(units.end) == Some('」'))
}

/// A run of katakana that is a registered name but for one letter.
fn nearly(normal: &Normal, dictionary: &Dictionary) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < normal.len() {
        let end = normal.on_while(at, is_katakana);
        if (4..=7).contains(&(end - at)) && !DATA.allowed.contains(&normal.key_text(at..end)) {
            let run = &normal.key[at..end];
            if let Some(subject) = dictionary.nearly(run) {
                found.push(Found::new(
                    at..end,
                    Layer::Dictionary,
                    What::Known(subject, true),
                    Certainty::Warn,
                ));
            }
        }
        at = end.max(at + 1);
    }
    found
}

/// True for what reads as a number, not as a name.
pub(super) fn numeral(normal: &Normal, units: &Range<usize>) -> bool {
    normal.raw[units.clone()].iter().all(|c| is_digit(*c) || matches!(c, '十' | '百' | '千'))
}
