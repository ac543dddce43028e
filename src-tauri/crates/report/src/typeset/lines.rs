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
    let ends = opportunities(text);
    let mut cuts = fill(text, &ends, setting, fonts);
    mend_last(text, &ends, &mut cuts);
    let last = cuts.len().saturating_sub(1);
    let mut from = 0;
    cuts.iter()
        .enumerate()
        .map(|(i, to)| {
            let line = text[from..*to].trim_end_matches([' ', '\n']);
            from = *to;
            finish(line, setting.justified && i < last, setting, fonts)
        })
        .collect()
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
    for end in ends.iter().copied() {
        let candidate = text[from..end].trim_end_matches([' ', '\n']);
        if !fits(candidate, setting, fonts) && good > from {
            cuts.push(good);
            from = good;
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

fn fits(line: &str, setting: &Setting, fonts: &Fonts) -> bool {
    let (ink, _) = measure(line, setting, fonts);
    if ink <= setting.measure + HAIR {
        return true;
    }
    let Some(body) = line.strip_suffix(stops).filter(|_| setting.justified) else { return false };
    measure(body, setting, fonts).0 <= setting.measure + HAIR
}

/// Width of the ink (the blank halves at either end excluded) and the shift of every character.
fn measure(line: &str, setting: &Setting, fonts: &Fonts) -> (f32, Vec<f32>) {
    let mut ink = 0.0;
    let mut shifts = Vec::with_capacity(line.len() / 3 + 1);
    let mut before = None;
    for (i, c) in line.chars().enumerate() {
        let shift = match before {
            // Behind a number (第1　事業の概要) the space is narrower than at the head of a paragraph.
            Some('\u{3000}') if i > 1 => BEHIND_NUMBER,
            Some(b) => squeeze(b, c),
            None if opens(c) => 0.5,
            None => 0.0,
        } * setting.size;
        shifts.push(-shift);
        ink += fonts.advance(setting.weight, c) * setting.size - shift;
        before = Some(c);
    }
    if before.is_some_and(|c| closes(c) || stops(c)) {
        ink -= 0.5 * setting.size;
    }
    (ink, shifts)
}

fn finish(line: &str, stretch: bool, setting: &Setting, fonts: &Fonts) -> Line {
    let (mut width, shifts) = measure(line, setting, fonts);
    let mut gaps = shifts.len().saturating_sub(1);
    if width > setting.measure + HAIR
        && let Some(body) = line.strip_suffix(stops)
    {
        width = measure(body, setting, fonts).0;
        gaps = gaps.saturating_sub(1);
    }
    let spacing = if stretch && gaps > 0 {
        ((setting.measure - width) / gaps as f32).clamp(0.0, LOOSEST * setting.size)
    } else {
        0.0
    };
    let mut pieces: Vec<Piece> = Vec::new();
    for (c, shift) in line.chars().zip(shifts) {
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
