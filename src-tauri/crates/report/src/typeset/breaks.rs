//! Where a line of Japanese may end: Unicode's rules in their strict form, and what a number owns stays with it.

use icu_locale_core::langid;
use icu_segmenter::options::{LineBreakOptions, LineBreakStrictness};
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};
use std::sync::LazyLock;

/// What follows a number and belongs to it, longest first where one begins another.
const COUNTERS: &[&str] = &[
    "か月間",
    "か月",
    "ヶ月",
    "カ月",
    "ケ月",
    "か所",
    "ヶ所",
    "カ所",
    "か年",
    "時間",
    "時間半",
    "週間",
    "日間",
    "年間",
    "年度",
    "年",
    "月末",
    "月",
    "日",
    "時",
    "分",
    "秒",
    "週",
    "件",
    "人",
    "名",
    "回",
    "歳",
    "代",
    "泊",
    "床",
    "機関",
    "施設",
    "病院",
    "病棟",
    "地区",
    "割",
    "点",
    "号",
    "項",
    "条",
    "章",
    "節",
    "部",
    "冊",
    "台",
    "枚",
    "室",
    "組",
    "校",
    "市",
    "区",
    "町",
    "村",
    "者",
    "倍",
    "ページ",
    "段階",
    "種類",
    "通",
    "本",
    "社",
    "円",
    "万円",
    "万人",
    "万",
    "千",
    "級",
    "次",
    "番",
    "階",
    "単位",
    "％",
    "%",
];
/// What stands before a number and belongs to it.
const LEADERS: &[&str] =
    &["第", "令和", "平成", "昭和", "大正", "明治", "表", "図", "約", "計", "延べ", "全"];

/// Unicode's rules for Japanese in their strict form.
static RULES: LazyLock<LineSegmenterBorrowed<'static>> = LazyLock::new(|| {
    let language = langid!("ja");
    let mut options = LineBreakOptions::default();
    options.strictness = Some(LineBreakStrictness::Strict);
    options.content_locale = Some(&language);
    LineSegmenter::new_for_non_complex_scripts(options)
});

/// Byte offsets at which `text` may be broken, its end included.
pub fn opportunities(text: &str) -> Vec<usize> {
    let bound = bound_inside(text);
    RULES.segment_str(text).filter(|at| *at > 0 && !bound.contains(at)).collect()
}

/// Offsets inside a number with its counter or leader.
fn bound_inside(text: &str) -> Vec<usize> {
    let mut bound = Vec::new();
    let numeric = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let mut before = None;
    for (at, c) in text.char_indices() {
        if before.is_some_and(numeric) && !numeric(c) {
            let rest = &text[at..];
            if let Some(counter) = COUNTERS.iter().filter(|w| rest.starts_with(**w)).max_by_key(|w| w.len()) {
                bound.extend(counter.char_indices().map(|(offset, _)| at + offset));
            }
        }
        if numeric(c) && !before.is_some_and(numeric) {
            let head = &text[..at];
            if let Some(leader) = LEADERS.iter().find(|w| head.ends_with(**w)) {
                let from = at - leader.len();
                bound.extend(leader.char_indices().map(|(offset, _)| from + offset).filter(|o| *o > from));
                bound.push(at);
            }
        }
        before = Some(c);
    }
    bound
}

/// Full-width marks whose left half is blank.
pub const fn opens(c: char) -> bool {
    matches!(c, '（' | '「' | '『' | '【' | '〔' | '［' | '｛' | '〈' | '《')
}
/// Full-width marks whose right half is blank.
pub const fn closes(c: char) -> bool {
    matches!(c, '）' | '」' | '』' | '】' | '〕' | '］' | '｝' | '〉' | '》')
}
/// Marks that may hang outside the line.
pub const fn stops(c: char) -> bool {
    matches!(c, '、' | '。' | '，' | '．')
}

/// How much closer a mark moves to the one before it, in em: two marks side by side share one blank half.
pub const fn squeeze(before: char, c: char) -> f32 {
    let blank_before = closes(before) || stops(before);
    let meets = (blank_before && (opens(c) || closes(c) || stops(c)))
        || (opens(before) && opens(c))
        || (before == '\u{3000}' && opens(c));
    if meets { 0.5 } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<&str> {
        let mut from = 0;
        opportunities(text).into_iter().map(|at| &text[std::mem::replace(&mut from, at)..at]).collect()
    }

    #[test]
    fn a_number_keeps_its_counter_and_its_leader() {
        assert_eq!(parts("面接は1,234件で3か月に"), ["面", "接", "は", "1,234件", "で", "3か月", "に"]);
        assert_eq!(parts("令和7年度の第2回、12.5％"), ["令和7年度", "の", "第2回、", "12.5％"]);
    }

    #[test]
    fn small_kana_and_closing_marks_never_begin_a_line() {
        for text in ["きっかけ", "ケアー会", "人々が", "「はい」と", "（別紙）の"] {
            for at in opportunities(text) {
                let next = text[at..].chars().next();
                assert!(!next.is_some_and(|c| "っー々」）と".contains(c) && c != 'と'), "{text} at {at}");
                assert!(!text[..at].ends_with(opens), "{text} at {at}");
            }
        }
    }
}
