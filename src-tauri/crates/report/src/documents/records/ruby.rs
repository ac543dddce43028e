//! ふりがな as people type it: 漢字《かんじ》, or ｜ where the word does not begin with its kanji.

use crate::Fonts;
use crate::fonts::Weight;
use crate::page::{Colour, Shape};
use crate::typeset::lines::{Setting, set, width};

/// A text in stretches, each with the kana that stand above it (or none).
pub fn spans(text: &str) -> Vec<(String, String)> {
    let mut spans: Vec<(String, String)> = Vec::new();
    let mut open = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('《') {
        let Some((kana, behind)) = after.split_once('》') else { break };
        open.push_str(before);
        let marked = open.rfind('｜').map(|at| (at, at + '｜'.len_utf8()));
        let (end, begin) = marked.unwrap_or_else(|| {
            let kanji = open.char_indices().rev().take_while(|(_, c)| is_kanji(*c)).last();
            let at = kanji.map_or(open.len(), |(at, _)| at);
            (at, at)
        });
        let base = open[begin..].to_owned();
        open.truncate(end);
        if !open.is_empty() {
            spans.push((std::mem::take(&mut open), String::new()));
        }
        if !base.is_empty() {
            spans.push((base, kana.to_owned()));
        }
        rest = behind;
    }
    open.push_str(rest);
    if !open.is_empty() {
        spans.push((open, String::new()));
    }
    spans
}

/// The text without its ふりがな.
pub fn plain(text: &str) -> String {
    spans(text).into_iter().map(|(base, _)| base).collect()
}

const fn is_kanji(c: char) -> bool {
    matches!(c, '々' | '〆' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Where a phrase ends: its author left a space.
pub const SPACES: [char; 2] = [' ', '\u{3000}'];

/// The text parted behind some signs, as far as a line has room: a line ends between phrases or names, not within one.
pub fn parted(text: &str, ends: &[char], setting: &Setting, fonts: &Fonts) -> String {
    let fits = |line: &str| width(&plain(line), setting.weight, setting.size, fonts) <= setting.measure;
    let mut lines: Vec<String> = Vec::new();
    for paragraph in text.lines() {
        let mut open = String::new();
        for phrase in paragraph.split_inclusive(ends) {
            let longer = format!("{open}{phrase}");
            if !open.is_empty() && !fits(longer.trim_end()) {
                lines.push(open.trim_end().to_owned());
                open = phrase.to_owned();
            } else {
                open = longer;
            }
        }
        lines.push(open);
    }
    lines.join("\n")
}

/// Lines of text with the kana above them, the first baseline at `y`, and the baseline that comes after them.
pub fn lines(
    text: &str,
    setting: &Setting,
    colour: Colour,
    (x, y): (f32, f32),
    leading: f32,
    fonts: &Fonts,
) -> (Vec<Shape>, f32) {
    let mut shapes = Vec::new();
    let mut baseline = y;
    for paragraph in text.lines() {
        let spans = spans(paragraph);
        let whole: String = spans.iter().map(|(base, _)| base.as_str()).collect();
        let mut from = 0;
        for line in set(&whole, setting, fonts) {
            let words = line.string();
            let to = from + words.chars().count();
            shapes.extend(above(&spans, &words, from, setting, (x, baseline), fonts));
            shapes.push(Shape::Text(line.text(setting, colour, x, baseline)));
            baseline += leading;
            // A space at the end of a line was dropped from it.
            from = to + whole.chars().skip(to).take_while(|c| *c == ' ').count();
        }
    }
    (shapes, baseline)
}

/// The kana above one line that begins with character `from` of the text.
fn above(
    spans: &[(String, String)],
    line: &str,
    from: usize,
    setting: &Setting,
    (x, y): (f32, f32),
    fonts: &Fonts,
) -> Vec<Shape> {
    let chars: Vec<char> = line.chars().collect();
    let mut shapes = Vec::new();
    let mut at = 0;
    for (base, kana) in spans {
        let length = base.chars().count();
        let begin = at;
        at += length;
        // A word that is cut by the end of a line has its kana where it begins.
        if kana.is_empty() || begin < from || begin >= from + chars.len() {
            continue;
        }
        let before: String = chars[..begin - from].iter().collect();
        let here: String = chars[begin - from..].iter().take(length).collect();
        let measured = |text: &str| width(text, setting.weight, setting.size, fonts);
        let wide = fonts.width(setting.weight, &here, setting.size);
        let left = measured(&format!("{before}{here}")) - wide;
        let size = setting.size * 0.5;
        let kana_wide = fonts.width(Weight::Regular, kana, size);
        // Long kana above the first word stay inside the margin.
        let place = (x + left + (wide - kana_wide) / 2.0).max(x);
        let at = (place, y - setting.size * 0.95);
        shapes.push(crate::documents::builder::line(kana, Weight::Regular, size, Colour::Muted, at, fonts));
    }
    shapes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kana_belong_to_the_kanji_before_them_or_to_what_the_bar_begins() {
        for (text, found) in [
            ("退院《たいいん》のじゅんび", vec![("退院", "たいいん"), ("のじゅんび", "")]),
            (
                "これから外《そと》に出《で》る",
                vec![("これから", ""), ("外", "そと"), ("に", ""), ("出", "で"), ("る", "")],
            ),
            ("｜グループホーム《ＧＨ》", vec![("グループホーム", "ＧＨ")]),
            ("かな《》だけ", vec![("かな", ""), ("だけ", "")]),
            ("閉じない《かっこ", vec![("閉じない《かっこ", "")]),
            ("", vec![]),
        ] {
            let spans = spans(text);
            let spans: Vec<(&str, &str)> = spans.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
            assert_eq!(spans, found, "{text}");
        }
        assert_eq!(plain("町《まち》の くらし"), "町の くらし");
    }

    #[test]
    fn a_line_ends_between_phrases_as_long_as_a_phrase_fits() {
        let fonts = Fonts::shared();
        let narrow = Setting { weight: Weight::Bold, size: 10.0, measure: 95.0, justified: false };
        for (text, lines) in [
            ("調子《ちょうし》のよいときの わたし", "調子《ちょうし》のよいときの\nわたし"),
            ("まわりの 人《ひと》に", "まわりの 人《ひと》に"),
            ("一つの言葉だけで行より長いもの", "一つの言葉だけで行より長いもの"),
        ] {
            assert_eq!(parted(text, &SPACES, &narrow, fonts), lines);
        }
        assert_eq!(
            parted("関 武、岡 千代子、阿部 五月", &['、'], &narrow, fonts),
            "関 武、岡 千代子、\n阿部 五月"
        );
    }
}
