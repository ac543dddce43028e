//! F4: a typed number bypasses the hiding of small cells, so that only printed numbers of persons may be told. What
//! counts things, places, times or turns tells nothing about anybody; the counters are those of
//! `assets/redaction/counters.toml`.

use super::{Published, Severity};
use crate::data::Words;
use crate::normal::Normal;
use crate::scan::{kanji_value, pattern};
use regex::Regex;
use serde::Deserialize;
use std::ops::Range;
use std::sync::LazyLock;

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct CountersFile {
    persons: Vec<String>,
    not_persons: Vec<String>,
    acts: Vec<String>,
    shares: Vec<String>,
    things: Vec<String>,
    person_words: Vec<String>,
    work: Vec<String>,
    labels: Vec<String>,
}

/// What stands behind a number, by what it counts.
struct Counters {
    persons: Words,
    not_persons: Words,
    acts: Words,
    shares: Words,
    things: Words,
    person_words: Words,
    work: Words,
    labels: Words,
}

static COUNTERS: LazyLock<Counters> = LazyLock::new(|| {
    let text = include_str!("../../../../../assets/redaction/counters.toml");
    let file: CountersFile = toml::from_str(text).unwrap_or_default();
    Counters {
        persons: Words::of(&file.persons),
        not_persons: Words::of(&file.not_persons),
        acts: Words::of(&file.acts),
        shares: Words::of(&file.shares),
        things: Words::of(&file.things),
        person_words: Words::of(&file.person_words),
        work: Words::of(&file.work),
        labels: Words::of(&file.labels),
    }
});

/// A number in digits, or in kanji.
static NUMBER: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern("[0-9][0-9,.]*|[一二三四五六七八九十百千〇]+"));
/// Words that are numbers of persons.
static WORDS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        "全員|全ての方|すべての方|皆が|半数|過半数|大半|大多数|ほとんど|数名|数人|数件|若干名|ひとりだけ|お?[一二]人(?:だけ|とも)|おひとり|お一人|おふたり|お二人|ふたりとも|だれも|誰も|唯一|最多|最少|最長|最高齢|最年少|倍増|半減|ゼロ",
    )
});
/// Signs behind a number that is a date, a time or a range.
const SIGNS: &[char] = &['~', '/', ':', '-'];
/// What may stand between a word and the number of it: 退院は計3件, 患者の約2割.
const LINKS: &str = "はがもの:,約計数者延べに、";
/// How many of them.
const LINKED: usize = 4;

/// What a number counts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Counted {
    Persons,
    ActsOrShares,
    Things,
    Nothing,
}

/// Numbers that no table prints: of persons they must go; of acts, shares and what nobody knows they need a reason.
pub(super) fn find(normal: &Normal, published: &Published) -> Vec<(Range<usize>, &'static str, Severity)> {
    let mut found: Vec<(Range<usize>, &'static str, Severity)> = Vec::new();
    for m in WORDS.iter().flat_map(|r| r.find_iter(&normal.text)) {
        found.push((normal.units(m.range()), "quantity", Severity::Reason));
    }
    for m in NUMBER.iter().flat_map(|r| r.find_iter(&normal.text)) {
        let units = normal.units(m.range());
        let told = found.iter().any(|(f, ..)| f.start < units.end && units.start < f.end);
        if told || printed(m.as_str(), published) {
            continue;
        }
        let at = units.end + usize::from(normal.here(units.end) == Some(' '));
        let (counted, length) = counted(normal, &units, at);
        let digits = m.as_str().starts_with(|c: char| c.is_ascii_digit());
        let label = ordinal(normal, units.start);
        match counted {
            Counted::Persons => found.push((units.start..at + length, "count", Severity::Block)),
            Counted::ActsOrShares if !label => {
                found.push((units.start..at + length, "number", Severity::Reason));
            }
            Counted::Nothing if digits && !label => found.push((units, "number", Severity::Reason)),
            _ => {}
        }
    }
    found
}

/// What the word behind a number counts, and its length. The longest word wins: 4人部屋 is a room.
fn counted(normal: &Normal, number: &Range<usize>, at: usize) -> (Counted, usize) {
    let all = &*COUNTERS;
    let length = |words: &Words| normal.one_of(at, words).unwrap_or(0);
    let person = if alone(normal, number, at) { 0 } else { length(&all.persons) };
    let [not, thing, act, share] = [&all.not_persons, &all.things, &all.acts, &all.shares].map(length);
    let act = act.max(share);
    if person > 0 && person >= not.max(thing).max(act) {
        return (Counted::Persons, person);
    }
    if act > 0 && act >= thing {
        let persons = means_persons(normal, number, at + act);
        return (if persons { Counted::Persons } else { Counted::ActsOrShares }, act);
    }
    let sign = normal.here(number.end).is_some_and(|c| SIGNS.contains(&c));
    (if not > 0 || thing > 0 || sign { Counted::Things } else { Counted::Nothing }, not.max(thing))
}

/// 一人で, 一方, 四方: words that are no number of persons although they begin with one.
fn alone(normal: &Normal, number: &Range<usize>, at: usize) -> bool {
    let kanji = !normal.raw[number.start].is_ascii_digit();
    let by_oneself = normal.raw[number.clone()] == ['一'] && normal.any_of(at, &["人で", "人でも"]);
    kanji && (by_oneself || normal.any_of(at, &["方"]) && normal.before(number.start) != Some('お'))
}

/// The acts or the share are those of persons: 退院は3件, 患者の2割, 3割の方. Not 退院支援の相談3件.
fn means_persons(normal: &Normal, number: &Range<usize>, end: usize) -> bool {
    let all = &*COUNTERS;
    let link = |c: char| LINKS.contains(c);
    let before = normal.back_while(number.start, link).max(number.start.saturating_sub(LINKED));
    let behind = normal.on_while(end, link).min(end + 1);
    let of_persons = (before..=number.start).any(|at| normal.ends_in(at, &all.person_words).is_some());
    let persons = normal.one_of(behind, &all.person_words);
    of_persons || persons.is_some_and(|length| normal.one_of(behind + length, &all.work).is_none())
}

/// A word or a sign before it makes a label of the number: 様式2, 第3, 10:30, A型.
fn ordinal(normal: &Normal, start: usize) -> bool {
    let before = normal.before(start);
    before.is_some_and(|c| SIGNS.contains(&c) || c.is_ascii_alphabetic())
        || normal.ends_in(start, &COUNTERS.labels).is_some()
}

/// True when a table prints the number.
fn printed(text: &str, published: &Published) -> bool {
    let plain: String = text.chars().filter(|c| *c != ',').collect();
    let plain = plain.trim_end_matches('.');
    let value = plain.parse::<u64>().ok().or_else(|| kanji_value(plain).map(u64::from));
    value.is_some_and(|n| published.numbers.contains(&n))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<&'static str> {
        find(&Normal::of(text), &Published::default()).into_iter().map(|(_, code, _)| code).collect()
    }

    #[test]
    fn numbers_of_persons_block() {
        for text in [
            "退院した方は7人だった。",
            "７人が退院した。",
            "参加は12名。",
            "五人が見学に来た。",
            "4月3人が町へ移った。",
            "5 人の方と会えた。",
            "1人で外出した。",
            "お二方に話を聞いた。",
            "3世帯が入居した。",
            "夫婦2組が来られた。",
            "2家族に会えた。",
            "新規は4ケース。",
            "2事例をまとめた。",
            "退院は3件だった。",
            "再入院が2件あった。",
            "転院は計3件。",
            "死亡１件を含む。",
            "3件の退院があった。",
            "入院者の3割が高齢。",
            "患者の約2割。",
            "利用者数の25%に当たる。",
            "6割の方が希望した。",
            "対象者の半分、12%の方が迷っている。",
            "六十人ほどに会った。",
            "男性8名と女性5名。",
            "20人未満の集まり。",
            "10~15人が参加した。",
            "終結2件、休止なし。",
            "候補者は11人。",
            "毎回６名様が来られる。",
        ] {
            assert!(codes(text).contains(&"count"), "{text}: {:?}", codes(text));
        }
    }

    #[test]
    fn numbers_of_things_pass() {
        for text in [
            "5か所を回った。",
            "３回開いた。",
            "2病院と話を始めた。",
            "4月から始めた。",
            "五カ所の事業所。",
            "週２回、10時から11時半まで。",
            "24時間365日の電話。",
            "第3期の計画。",
            "全5回の講座を2会場で。",
            "3病棟で説明会を開いた。",
            "部屋は6畳、家賃は4万円。",
            "4人部屋から個室へ。",
            "二人三脚で進めた。",
            "一人で外出する練習。",
            "一人ひとりの希望。",
            "一人暮らしを始める方の講座。",
            "一方で、課題も残る。",
            "3方向から支える。",
            "様式2を使う。",
            "令和7年度の上半期。",
            "3つの柱。",
            "資料を120部配った。",
            "片道40分、バスで2本。",
            "12団体と顔を合わせた。",
            "3区で同じ試みをした。",
            "表7のとおり。",
            "1か月に1度の集まり。",
            "B型事業所2か所を見た。",
            "3ケース会議室を予約した。",
            "2名義の通帳。",
            "五月晴れの十分な広さの庭。",
            "60代の暮らし。",
            "120床の病棟。",
            "3-2-1の約束。",
            "10:30に集合。",
        ] {
            assert!(codes(text).is_empty(), "{text}: {:?}", codes(text));
        }
    }

    #[test]
    fn numbers_of_acts_and_shares_need_a_reason() {
        for text in [
            "相談12件。",
            "電話は8件だった。",
            "退院支援の相談3件。",
            "目標の8割。",
            "予算の5%。",
            "40が目安。",
        ] {
            assert_eq!(codes(text), ["number"], "{text}");
        }
        let told = Published { numbers: [7, 12].into() };
        assert_eq!(find(&Normal::of("7人が退院し、相談は12件。"), &told), []);
    }
}
