//! A page in the making: where the pen stands, and what it has left so far.

use super::Kind;
use super::content::{AREAS, Area, Colour, Glyph, Leaf, Rule, Sides};
use super::matrix::{Matrix, after, moved, place, scale};
use hayro::hayro_syntax::object::{Name, Object};
use hayro::hayro_syntax::page::Resources;

/// The state of the pen.
#[derive(Clone)]
pub(super) struct State {
    pub(super) place: Matrix,
    pub(super) font: Option<usize>,
    pub(super) size: f32,
    pub(super) spacing: f32,
    pub(super) words: f32,
    pub(super) stretch: f32,
    pub(super) rise: f32,
    pub(super) leading: f32,
    pub(super) mode: u32,
    pub(super) fill: Option<Colour>,
    pub(super) stroke: Option<Colour>,
    pub(super) width: f32,
    pub(super) clip: Sides,
    pub(super) faint: bool,
}

/// A page in the making.
pub(super) struct Sheet {
    pub(super) leaf: Leaf,
    pub(super) line: Matrix,
    pub(super) pen: Matrix,
    pub(super) path: Vec<(f32, f32)>,
    pub(super) clips: bool,
    pub(super) order: usize,
}

/// The rectangle around some points.
fn around(points: &[(f32, f32)]) -> Option<Sides> {
    let first = points.first()?;
    let grow = |s: Sides, p: &(f32, f32)| [s[0].min(p.0), s[1].min(p.1), s[2].max(p.0), s[3].max(p.1)];
    Some(points.iter().fold([first.0, first.1, first.0, first.1], grow))
}

impl Sheet {
    pub(super) fn odd(&mut self, kind: Kind, key: &'static str) {
        self.leaf.odd.insert((kind, key));
    }

    pub(super) fn next(&mut self, x: f32, y: f32) {
        self.line = moved(self.line, x, y);
        self.pen = self.line;
    }

    pub(super) fn write(&mut self, text: String, advance: f32, step: f32, state: &State) {
        let whole = after(self.pen, state.place);
        let (x, y) = place(whole, 0.0, state.rise);
        let (end, _) = place(whole, advance * state.size * state.stretch, state.rise);
        let size = scale(whole) * state.size.abs() * state.stretch.abs().min(1.0);
        let stroked = state.mode == 1 || state.mode == 5;
        let colour = if stroked { state.stroke } else { state.fill }.unwrap_or([0.0; 3]);
        self.pen = moved(self.pen, step, 0.0);
        let [left, bottom, right, top] = state.clip;
        let middle = ((x + end) / 2.0, y + size * 0.35);
        let outside = |at: (f32, f32), s: Sides| at.0 < s[0] || at.0 > s[2] || at.1 < s[1] || at.1 > s[3];
        if outside(middle, self.leaf.window) {
            self.odd(Kind::Invisible, "off_page");
        } else if outside(middle, [left, bottom, right, top]) {
            self.odd(Kind::Invisible, "clipped");
        }
        let order = self.order;
        self.leaf.glyphs.push(Glyph { text, x, y, end, size, order, colour });
    }

    /// Replacement texts and layers of a marked stretch.
    pub(super) fn marked(&mut self, operands: &[&Object<'_>]) {
        for operand in operands {
            match operand {
                Object::Name(name) if &**name == b"OC" => self.odd(Kind::Layer, "layer"),
                Object::Name(name) => self.said(name.as_str()),
                Object::Dict(properties) => {
                    for key in ["ActualText", "Alt", "E", "T", "Title", "Lang"] {
                        let text = properties.get::<hayro::hayro_syntax::object::String<'_>>(key);
                        if let Some(text) = text {
                            self.odd(Kind::Foreign, "spoken");
                            self.leaf.replacements.push(super::objects::words(text.as_bytes()));
                        }
                    }
                }
                _ => {}
            }
        }
    }

    /// Words among the operators that are neither shown nor spoken.
    pub(super) fn said(&mut self, words: &str) {
        if !self.leaf.replacements.iter().any(|known| known == words) {
            self.leaf.replacements.push(words.to_owned());
        }
    }

    /// True when what follows can hardly be seen.
    pub(super) fn state(&mut self, operands: &[&Object<'_>], resources: &Resources<'_>) -> bool {
        let name = operands.iter().find_map(|o| if let Object::Name(n) = o { Some(n) } else { None });
        let Some(given) = name.and_then(|n| resources.get_ext_g_state(n)) else { return false };
        if given.contains_key("SMask") && given.get::<Name<'_>>("SMask").as_deref() != Some(b"None") {
            self.odd(Kind::Invisible, "invisible");
        }
        let blend = given.get::<Name<'_>>("BM");
        if blend.is_some_and(|mode| !["Normal", "Compatible"].contains(&mode.as_str())) {
            self.odd(Kind::Invisible, "invisible");
        }
        ["ca", "CA"].iter().any(|key| given.get::<f32>(key).is_some_and(|alpha| alpha < 0.2))
    }

    pub(super) fn area(&mut self, sides: Sides, colour: Option<Colour>, state: &State) {
        if state.faint {
            return;
        }
        let corners = [(0, 1), (2, 1), (2, 3), (0, 3)].map(|(x, y)| place(state.place, sides[x], sides[y]));
        if let Some([left, bottom, right, top]) = around(&corners) {
            let c = state.clip;
            let sides = [left.max(c[0]), bottom.max(c[1]), right.min(c[2]), top.min(c[3])];
            if self.leaf.areas.len() < AREAS {
                self.leaf.areas.push(Area { sides, colour, order: self.order });
            } else {
                self.odd(Kind::Unreadable, "unreadable");
            }
        }
    }

    pub(super) fn path(&mut self, operator: &[u8], n: &[f32], state: &mut State) {
        match (operator, n) {
            (b"m" | b"l", [x, y]) => self.path.push((*x, *y)),
            (b"c", [a, b, c, d, e, f]) => self.path.extend([(*a, *b), (*c, *d), (*e, *f)]),
            (b"v" | b"y", [a, b, c, d]) => self.path.extend([(*a, *b), (*c, *d)]),
            (b"re", [x, y, w, h]) => self.path.extend([(*x, *y), (x + w, y + h)]),
            (b"W" | b"W*", _) => self.clips = true,
            (b"n" | b"S" | b"s" | b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*", _) => {
                let drawn = std::mem::take(&mut self.path);
                if let Some(sides) = around(&drawn) {
                    if !matches!(operator, b"n" | b"S" | b"s") {
                        self.area(sides, state.fill, state);
                    } else if operator != b"n" {
                        self.stroke(sides, drawn.len(), state);
                    }
                    if std::mem::take(&mut self.clips) {
                        let corners = [(sides[0], sides[1]), (sides[2], sides[3])];
                        if let Some(s) = around(&corners.map(|(x, y)| place(state.place, x, y))) {
                            let c = state.clip;
                            state.clip = [s[0].max(c[0]), s[1].max(c[1]), s[2].min(c[2]), s[3].min(c[3])];
                        }
                    }
                }
            }
            _ => {}
        }
    }

    /// A level line is a rule of a table; a broad line covers what lies under it.
    pub(super) fn stroke(&mut self, sides: Sides, points: usize, state: &State) {
        let [left, bottom, right, top] = sides;
        let level = points == 2 && (top - bottom).abs() < 0.1;
        let width = state.width * scale(state.place);
        if level && width < 2.5 && self.leaf.rules.len() < AREAS {
            let (from, y) = place(state.place, left, bottom);
            let (to, _) = place(state.place, right, bottom);
            self.leaf.rules.push(Rule { y, left: from.min(to), right: from.max(to), width });
        } else if points == 2 && state.width > 2.5 {
            let half = state.width / 2.0;
            self.area([left - half, bottom - half, right + half, top + half], state.stroke, state);
        }
    }
}
