//! From characters on a page to lines of text: in the order in which they are drawn, in the order in which they lie,
//! and from top to bottom.

use super::Kind;
use super::content::{Area, Colour, Glyph, Leaf};
use std::collections::BTreeSet;

/// A stretch of a line without a gap.
#[derive(Clone, Debug)]
pub struct Chunk {
    /// Left end.
    pub left: f32,
    /// Right end.
    pub right: f32,
    /// Size of its characters.
    pub size: f32,
    /// The text.
    pub text: String,
}

/// A line of a page.
#[derive(Clone, Debug)]
pub struct Line {
    /// Baseline.
    pub y: f32,
    /// From left to right.
    pub chunks: Vec<Chunk>,
}

impl Line {
    /// The whole line.
    pub fn text(&self) -> String {
        self.chunks.iter().map(|chunk| chunk.text.as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// A gap in em that parts two cells.
const GAP: f32 = 0.62;
/// Characters smaller than this nobody reads.
const SMALLEST: f32 = 2.0;
/// Least difference in one of red, green and blue that an eye sees.
const CONTRAST: f32 = 0.2;

/// The text in the order in which it is drawn.
pub fn drawn(leaf: &Leaf) -> String {
    let mut text = String::new();
    let mut last: Option<(f32, f32)> = None;
    for glyph in &leaf.glyphs {
        match last {
            Some((_, line)) if (line - glyph.y).abs() > glyph.size * 0.3 => text.push('\n'),
            Some((end, _)) if (glyph.x - end).abs() > glyph.size * 0.8 => text.push(' '),
            _ => {}
        }
        text.push_str(&glyph.text);
        last = Some((glyph.end, glyph.y));
    }
    text
}

/// Glyphs in groups that share a height (or a place across, where `across`), each in the order of reading.
fn groups(leaf: &Leaf, across: bool) -> Vec<Vec<&Glyph>> {
    let middle = |g: &Glyph| (g.x + g.end) / 2.0;
    let key = |g: &Glyph| if across { middle(g) } else { -g.y };
    let mut sorted: Vec<&Glyph> = leaf.glyphs.iter().filter(|g| key(g).is_finite()).collect();
    sorted.sort_by(|a, b| key(a).total_cmp(&key(b)));
    let mut groups: Vec<Vec<&Glyph>> = Vec::new();
    let mut first = f32::NAN;
    for glyph in sorted {
        let apart = if across { 0.45 } else { 0.3 } * glyph.size.max(1.0);
        match groups.last_mut() {
            Some(group) if (key(glyph) - first).abs() <= apart => group.push(glyph),
            _ => {
                first = key(glyph);
                groups.push(vec![glyph]);
            }
        }
    }
    for group in &mut groups {
        group.sort_by(|a, b| if across { b.y.total_cmp(&a.y) } else { a.x.total_cmp(&b.x) });
    }
    groups
}

/// The lines of a page from top to bottom, parted where there is a gap.
pub fn lines(leaf: &Leaf) -> Vec<Line> {
    let line = |group: Vec<&Glyph>| {
        let mut chunks: Vec<Chunk> = Vec::new();
        for glyph in &group {
            match chunks.last_mut() {
                Some(chunk) if glyph.x - chunk.right <= GAP * glyph.size.min(chunk.size) => {
                    chunk.text.push_str(&glyph.text);
                    chunk.right = chunk.right.max(glyph.end);
                }
                _ => chunks.push(Chunk {
                    left: glyph.x,
                    right: glyph.end,
                    size: glyph.size,
                    text: glyph.text.clone(),
                }),
            }
        }
        Line { y: group.first().map_or(0.0, |g| g.y), chunks }
    };
    groups(leaf, false).into_iter().map(line).collect()
}

/// The text as an upright reader, a backward reader and a reader of columns take it.
pub fn views(leaf: &Leaf, lines: &[Line]) -> Vec<String> {
    let level: String = lines.iter().map(|line| line.text() + "\n").collect();
    let upright: Vec<String> = groups(leaf, true)
        .into_iter()
        .map(|group| group.into_iter().map(|g| g.text.as_str()).collect::<String>())
        .collect();
    vec![level.clone(), level.chars().rev().collect(), upright.join("\n")]
}

fn differs(a: Colour, b: Colour) -> bool {
    a.iter().zip(b).any(|(a, b)| (a - b).abs() > CONTRAST)
}

fn holds(area: &Area, x: f32, y: f32) -> bool {
    let [left, bottom, right, top] = area.sides;
    (left..=right).contains(&x) && (bottom..=top).contains(&y)
}

/// Text that is drawn and that nobody sees.
pub fn unseen(leaf: &Leaf) -> BTreeSet<(Kind, &'static str)> {
    let mut found = BTreeSet::new();
    for glyph in leaf.glyphs.iter().filter(|g| !g.text.trim().is_empty()) {
        if glyph.size < SMALLEST {
            found.insert((Kind::Invisible, "tiny"));
        }
        let (x, y) = ((glyph.x + glyph.end) / 2.0, glyph.y + glyph.size * 0.35);
        let (mut ground, mut covered) = (Some([1.0; 3]), false);
        for area in leaf.areas.iter().filter(|area| holds(area, x, y)) {
            if area.order < glyph.order { ground = area.colour } else { covered = true }
        }
        if ground.is_some_and(|ground| !differs(ground, glyph.colour)) {
            found.insert((Kind::Invisible, "white"));
        }
        if covered {
            found.insert((Kind::Invisible, "covered"));
        }
    }
    found
}
