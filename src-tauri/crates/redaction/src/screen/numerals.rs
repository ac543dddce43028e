//! F4: a typed number bypasses the hiding of small cells, so that only printed numbers may be told.

use super::{Published, Severity};
use crate::normal::Normal;
use crate::scan::{kanji_value, pattern};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// A number with what counts people, acts or shares behind it.
static COUNTED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        "(?P<n>[0-9][0-9,.]*|[一二三四五六七八九十百千〇]+)[ ]?(?P<unit>人|名|件|ケース|事例|割|%|パーセント|世帯|か所|箇所|カ所|病院|床|倍|分の|組|方)",
    )
});
/// Any other number.
static BARE: LazyLock<Option<Regex>> = LazyLock::new(|| pattern("[0-9][0-9,.]*"));
/// Words that are numbers.
static WORDS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        "全員|全ての方|すべての方|皆が|半数|過半数|大半|大多数|ほとんど|数名|数人|数件|若干名|ひとりだけ|お?[一二]人(?:だけ|とも)|おひとり|お一人|おふたり|お二人|ふたりとも|だれも|誰も|唯一|最多|最少|最長|最高齢|最年少|倍増|半減|[一二三四五六七八九]割|ゼロ",
    )
});
/// What stands behind a number that counts nobody.
const ORDINAL: &[&str] = &[
    "年", "月", "日", "時", "分", "期", "回目", "階", "級", "条", "号", "章", "番", "丁目", "か月", "ヶ月",
    "カ月", "週", "歳", "型", "次", "つ", "泊", "~", "/", ":", "-",
];

/// Numbers that no table prints.
pub(super) fn find(normal: &Normal, published: &Published) -> Vec<(Range<usize>, &'static str, Severity)> {
    let mut found: Vec<(Range<usize>, &'static str, Severity)> = Vec::new();
    for captures in COUNTED.iter().flat_map(|r| r.captures_iter(&normal.text)) {
        let (Some(whole), Some(n)) = (captures.get(0), captures.name("n")) else { continue };
        let units = normal.units(whole.range());
        let kanji = !n.as_str().starts_with(|c: char| c.is_ascii_digit());
        let word = kanji && normal.any_of(units.end, &["ひとり", "暮らし", "前", "分"]);
        if !printed(n.as_str(), published) && !ordinal_before(normal, units.start) && !word {
            found.push((units, "count", Severity::Block));
        }
    }
    for m in WORDS.iter().flat_map(|r| r.find_iter(&normal.text)) {
        found.push((normal.units(m.range()), "quantity", Severity::Reason));
    }
    for m in BARE.iter().flat_map(|r| r.find_iter(&normal.text)) {
        let units = normal.units(m.range());
        let told = found.iter().any(|(f, ..)| f.start <= units.start && units.end <= f.end);
        let letter = normal.before(units.start).is_some_and(|c| c.is_ascii_alphabetic());
        let free = printed(m.as_str(), published)
            || normal.any_of(units.end, ORDINAL)
            || ordinal_before(normal, units.start)
            || letter;
        if !told && !free {
            found.push((units, "number", Severity::Reason));
        }
    }
    found
}

fn ordinal_before(normal: &Normal, start: usize) -> bool {
    normal
        .before(start)
        .is_some_and(|c| matches!(c, '第' | '週' | '月' | '年' | '日' | '/' | ':' | '~' | '計' | '毎'))
        && normal.before(start) != Some('計')
}

/// True when a table prints the number.
fn printed(text: &str, published: &Published) -> bool {
    let plain: String = text.chars().filter(|c| *c != ',').collect();
    let plain = plain.trim_end_matches('.');
    let value = plain.parse::<u64>().ok().or_else(|| kanji_value(plain).map(u64::from));
    value.is_some_and(|n| published.numbers.contains(&n))
}
