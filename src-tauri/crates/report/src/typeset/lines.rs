//! Filling lines: greedy, with hanging stops, squeezed marks and a flush right edge.

use super::breaks::{closes, opens, opportunities, squeeze, stops};
use crate::Fonts;
use crate::fonts::Weight;
use crate::page::{Colour, Piece, Text};

/// Widest gap that justification may add between two characters, in em.
const LOOSEST: f32 = 0.25;
/// How much narrower than an em a full-width space is inside a line, in em.
const BEHIND_NUMBER: f32 = 0.35;
/// Tolerance of comparisons, in points.
const HAIR: f32 = 0.01;
/// White space that vanishes at the end of a line.
const BLANK: [char; 2] = [' ', '\n'];

/// How a text is set.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Weight.
    pub weight: Weight,
    /// Size in points.
    pub size: f32,
    /// Width of the lines in points.
    pub measure: f32,
    /// Stretch all but the last line to the measure and let a stop hang outside.
    pub justified: bool,
}

/// One set line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its pieces, squeezed where marks meet.
    pub pieces: Vec<Piece>,
    /// Points added after every character.
    pub spacing: f32,
    /// Width of the ink, a hanging stop excluded, before stretching.
    pub width: f32,
}

impl Line {
    /// The characters of the line.
    pub fn string(&self) -> String {
        self.pieces.iter().map(|p| p.text.as_str()).collect()
    }
    /// The line as a mark.
    pub fn text(self, setting: &Setting, colour: Colour, x: f32, y: f32) -> Text {
        Text {
            x,
            y,
            size: setting.size,
            weight: setting.weight,
            colour,
            spacing: self.spacing,
            pieces: self.pieces,
        }
    }
}

/// Sets one paragraph.
pub fn set(text: &str, setting: &Setting, fonts: &Fonts) -> Vec<Line> {
    if text.is_empty() {
        return Vec::new();
    }
    let mut whole = Ink::default();
    whole.extend(text, setting, fonts);
    if whole.fits(setting) {
        return vec![finish(blank_ends(text), false, setting, fonts)];
    }
    let ends = opportunities(text);
    let mut cuts = fill(text, &ends, setting, fonts);
    mend_last(text, &ends, &mut cuts);
    let last = cuts.len().saturating_sub(1);
    let mut from = 0;
    cuts.iter()
        .enumerate()
        .map(|(i, to)| {
            let line = blank_ends(&text[from..*to]);
            from = *to;
            finish(line, setting.justified && i < last, setting, fonts)
        })
        .collect()
}

/// A line without the white space at its end.
fn blank_ends(line: &str) -> &str {
    line.trim_end_matches(BLANK)
}

/// The text on one line, however wide.
pub fn single(text: &str, weight: Weight, size: f32, fonts: &Fonts) -> Line {
    let setting = Setting { weight, size, measure: f32::INFINITY, justified: false };
    finish(text, false, &setting, fonts)
}

/// Width of a text on one line with its marks squeezed.
pub fn width(text: &str, weight: Weight, size: f32, fonts: &Fonts) -> f32 {
    single(text, weight, size, fonts).width
}

fn fill(text: &str, ends: &[usize], setting: &Setting, fonts: &Fonts) -> Vec<usize> {
    let mut cuts = Vec::new();
    let (mut from, mut good) = (0, 0);
    let mut line = Ink::default();
    for end in ends.iter().copied() {
        line.extend(&text[good..end], setting, fonts);
        if !line.fits(setting) && good > from {
            cuts.push(good);
            from = good;
            line = Ink::default();
            line.extend(&text[from..end], setting, fonts);
        }
        good = end;
    }
    if from < text.len() {
        cuts.push(text.len());
    }
    cuts
}

/// A last line of one character and a stop looks like a mistake: it gets company from the line before.
fn mend_last(text: &str, ends: &[usize], cuts: &mut [usize]) {
    let [.., before, end] = cuts else { return };
    let lonely = |from: usize| text[from..*end].chars().filter(|c| !stops(*c) && !closes(*c)).count() < 2;
    if !lonely(*before) {
        return;
    }
    if let Some(earlier) = ends.iter().copied().rev().find(|at| *at < *before && !lonely(*at)) {
        *before = earlier;
    }
}

/// The ink of a line as it grows: how far it reaches behind each of its characters.
#[derive(Default)]
struct Ink {
    /// Every character with its shift and where it ends, in points.
    characters: Vec<(char, f32, f32)>,
}

impl Ink {
    fn extend(&mut self, text: &str, setting: &Setting, fonts: &Fonts) {
        for c in text.chars() {
            let (before, ink) = self.characters.last().map_or((None, 0.0), |(b, _, ink)| (Some(*b), *ink));
            let shift = match before {
                // Behind a number (第1　事業の概要) the space is narrower than at the head of a paragraph.
                Some('\u{3000}') if self.characters.len() > 1 => BEHIND_NUMBER,
                Some(b) => squeeze(b, c),
                None if opens(c) => 0.5,
                None => 0.0,
            } * setting.size;
            let advance = fonts.advance(setting.weight, c) * setting.size;
            self.characters.push((c, -shift, ink + advance - shift));
        }
    }

    /// Width of the first `count` characters, the blank half at their end excluded.
    fn width(&self, count: usize, size: f32) -> f32 {
        match count.checked_sub(1).and_then(|last| self.characters.get(last)) {
            Some((c, _, ink)) if closes(*c) || stops(*c) => ink - 0.5 * size,
            Some((_, _, ink)) => *ink,
            None => 0.0,
        }
    }

    /// Whether the line, white space at its end and a stop that may hang aside, stays within the measure.
    fn fits(&self, setting: &Setting) -> bool {
        let count = self.characters.iter().rposition(|(c, ..)| !BLANK.contains(c)).map_or(0, |last| last + 1);
        let within = |count| self.width(count, setting.size) <= setting.measure + HAIR;
        let hangs =
            |last: usize| setting.justified && self.characters.get(last).is_some_and(|(c, ..)| stops(*c));
        within(count) || count.checked_sub(1).is_some_and(|last| hangs(last) && within(last))
    }
}

fn finish(line: &str, stretch: bool, setting: &Setting, fonts: &Fonts) -> Line {
    let mut ink = Ink::default();
    ink.extend(line, setting, fonts);
    let count = ink.characters.len();
    let mut width = ink.width(count, setting.size);
    let mut gaps = count.saturating_sub(1);
    if width > setting.measure + HAIR && line.ends_with(stops) {
        width = ink.width(count - 1, setting.size);
        gaps = gaps.saturating_sub(1);
    }
    let spacing = if stretch && gaps > 0 {
        ((setting.measure - width) / gaps as f32).clamp(0.0, LOOSEST * setting.size)
    } else {
        0.0
    };
    let mut pieces: Vec<Piece> = Vec::new();
    for (c, shift, _) in ink.characters {
        match pieces.last_mut() {
            Some(piece) if shift == 0.0 => piece.text.push(c),
            _ => pieces.push(Piece { text: c.to_string(), shift }),
        }
    }
    Line { pieces, spacing, width }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STORY: &str = "　今年度は、入口にあたる病院との関係づくりに力を入れた。「退院したい」という声を、病棟の職員が\
        「どう受けとめればよいか（家族・主治医・相談室）」を話し合う場を3か月に1回、計4回もち、延べ1,234件の面接と24回のプログラムを行った。\
        きっかけは、ショートステイの見学に同行した病棟看護師の「あれっ、こんなに笑う人だったんだ」という一言である。人々の暮らしは、\
        ゆっくりとしか動かない。それでも、第2回のプログラム（院外）では、はじめて自分から切符を買った方が3名いた。";

    fn set_at(measure: f32) -> Vec<Line> {
        let setting = Setting { weight: Weight::Regular, size: 10.5, measure, justified: true };
        set(STORY, &setting, Fonts::shared())
    }

    #[test]
    fn no_line_begins_or_ends_with_a_forbidden_mark_at_any_width() {
        for em in 12..48 {
            let lines = set_at(em as f32 * 10.5 + 3.0);
            assert_eq!(lines.iter().map(Line::string).collect::<String>(), STORY, "nothing may be lost");
            for line in &lines {
                let text = line.string();
                let head = text.chars().next().unwrap();
                let tail = text.chars().last().unwrap();
                assert!(
                    !"、。，．・：；？！」』）】〕ーっゃゅょぁぃぅぇぉッャュョァィゥェォ々〜％"
                        .contains(head),
                    "{text}"
                );
                assert!(!opens(tail), "{text}");
                assert!(!(tail.is_ascii_digit()), "a number lost its counter: {text}");
            }
        }
    }

    #[test]
    fn lines_end_flush_or_with_a_hanging_stop_and_are_never_torn() {
        for em in [20, 30, 44] {
            let lines = set_at(em as f32 * 10.5);
            for line in &lines[..lines.len() - 1] {
                let count = line.string().chars().count();
                let gaps = if line.width > em as f32 * 10.5 - HAIR { 1 } else { count - 1 };
                assert!(line.spacing <= LOOSEST * 10.5 + HAIR, "{}", line.string());
                let end = line.width + line.spacing * gaps as f32;
                assert!(
                    end <= em as f32 * 10.5 + 0.3 && (end > em as f32 * 10.5 - 11.0 || line.spacing > 2.0)
                );
            }
            let last = lines.last().unwrap().string();
            assert!(last.chars().count() > 2, "a lonely last character: {last}");
        }
    }

    #[test]
    fn marks_side_by_side_share_a_blank_half() {
        let fonts = Fonts::shared();
        for (text, em) in [("あ。「い」、う", 6.0), ("（「あ」）", 3.0), ("あ（い）う", 5.0)]
        {
            assert!((width(text, Weight::Regular, 10.0, fonts) - em * 10.0).abs() < 0.1, "{text}");
        }
    }
}
