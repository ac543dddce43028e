//! Content streams: every character that is drawn, where, how large and in which colour, and every area that could
//! lie over or under it.

use super::matrix::{Matrix, UPRIGHT, after, moved, place, scale};
use super::shown::Fonts;
use super::{AttackError, Kind};
use hayro::hayro_syntax::content::UntypedIter;
use hayro::hayro_syntax::object::{Dict, Name, Object, Stream};
use hayro::hayro_syntax::page::{Page, Resources};
use std::collections::BTreeSet;

/// Deepest nesting of drawings inside drawings.
const DEEPEST: usize = 8;
/// Most operators of a file.
const OPERATORS: usize = 3_000_000;
/// Most characters of a file.
const GLYPHS: usize = 300_000;
/// Most areas of a page.
const AREAS: usize = 3_000;

/// A rectangle: left, bottom, right, top.
pub type Sides = [f32; 4];

/// Red, green, blue.
pub type Colour = [f32; 3];

/// One character as drawn.
#[derive(Clone, Debug)]
pub struct Glyph {
    /// What it stands for.
    pub text: String,
    /// Left end of its baseline.
    pub x: f32,
    /// Baseline, upwards from the bottom of the page.
    pub y: f32,
    /// Right end.
    pub end: f32,
    /// Effective size.
    pub size: f32,
    /// When it was drawn.
    pub order: usize,
    /// Its colour.
    pub colour: Colour,
}

/// An area of one colour.
#[derive(Clone, Debug)]
pub struct Area {
    /// Where.
    pub sides: Sides,
    /// Its colour; none where nobody can say.
    pub colour: Option<Colour>,
    /// When it was drawn.
    pub order: usize,
}

/// A level line.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Height.
    pub y: f32,
    /// Left end.
    pub left: f32,
    /// Right end.
    pub right: f32,
    /// Breadth.
    pub width: f32,
}

/// What is on a page.
#[derive(Debug, Default)]
pub struct Leaf {
    /// Characters in the order in which they are drawn.
    pub glyphs: Vec<Glyph>,
    /// Areas in the order in which they are drawn.
    pub areas: Vec<Area>,
    /// Level lines, as rules of tables are.
    pub rules: Vec<Rule>,
    /// The part of the page that is shown.
    pub window: Sides,
    /// Replacement texts among the operators.
    pub replacements: Vec<String>,
    /// What a report never has.
    pub odd: BTreeSet<(Kind, &'static str)>,
}

/// Reads the pages of one file.
#[derive(Default)]
pub struct Reader<'a> {
    /// The fonts met so far.
    pub fonts: Fonts<'a>,
    operators: usize,
    glyphs: usize,
}

#[derive(Clone)]
struct State {
    place: Matrix,
    font: Option<usize>,
    size: f32,
    spacing: f32,
    words: f32,
    stretch: f32,
    rise: f32,
    leading: f32,
    mode: u32,
    fill: Option<Colour>,
    stroke: Option<Colour>,
    width: f32,
    clip: Sides,
    faint: bool,
}

struct Sheet {
    leaf: Leaf,
    line: Matrix,
    pen: Matrix,
    path: Vec<(f32, f32)>,
    clips: bool,
    order: usize,
}

fn numbers(operands: &[&Object<'_>]) -> Vec<f32> {
    let number = |object: &&Object<'_>| match object {
        Object::Number(n) => Some(n.as_f32()),
        _ => None,
    };
    operands.iter().filter_map(number).filter(|n| n.is_finite()).collect()
}

fn colour(n: &[f32]) -> Option<Colour> {
    match *n {
        [grey] => Some([grey; 3]),
        [r, g, b] => Some([r, g, b]),
        [c, m, y, k] => Some([c, m, y].map(|ink| (1.0 - ink) * (1.0 - k))),
        _ => None,
    }
}

/// The rectangle around some points.
fn around(points: &[(f32, f32)]) -> Option<Sides> {
    let first = points.first()?;
    let grow = |s: Sides, p: &(f32, f32)| [s[0].min(p.0), s[1].min(p.1), s[2].max(p.0), s[3].max(p.1)];
    Some(points.iter().fold([first.0, first.1, first.0, first.1], grow))
}

impl<'a> Reader<'a> {
    /// Everything on a page.
    pub fn page(&mut self, page: &Page<'a>) -> Result<Leaf, AttackError> {
        let shown = page.intersected_crop_box();
        let window = [shown.x0 as f32, shown.y0 as f32, shown.x1 as f32, shown.y1 as f32];
        let mut sheet = Sheet {
            leaf: Leaf { window, ..Leaf::default() },
            line: UPRIGHT,
            pen: UPRIGHT,
            path: Vec::new(),
            clips: false,
            order: 0,
        };
        let state = State {
            place: UPRIGHT,
            font: None,
            size: 1.0,
            spacing: 0.0,
            words: 0.0,
            stretch: 1.0,
            rise: 0.0,
            leading: 0.0,
            mode: 0,
            fill: Some([0.0; 3]),
            stroke: Some([0.0; 3]),
            width: 1.0,
            clip: window,
            faint: false,
        };
        let bytes = page.page_stream().unwrap_or_default();
        if super::raw::comments(bytes) {
            sheet.odd(Kind::Trailing, "comment");
        }
        self.stream(bytes, page.resources(), state, &mut sheet, 0)?;
        Ok(sheet.leaf)
    }

    fn stream(
        &mut self,
        bytes: &[u8],
        resources: &Resources<'a>,
        mut state: State,
        sheet: &mut Sheet,
        depth: usize,
    ) -> Result<(), AttackError> {
        let mut kept: Vec<State> = Vec::new();
        let mut operators = UntypedIter::new(bytes);
        while let Some(instruction) = operators.next() {
            self.operators += 1;
            if self.operators > OPERATORS || self.glyphs > GLYPHS || kept.len() > 10_000 {
                return Err(AttackError("too much on the pages".into()));
            }
            let operands: Vec<&Object<'_>> = instruction.operands().collect();
            let n = numbers(&operands);
            sheet.order += 1;
            match (&**instruction.operator, n.as_slice()) {
                (b"q", _) => kept.push(state.clone()),
                (b"Q", _) => state = kept.pop().unwrap_or(state),
                (b"cm", [a, b, c, d, e, f]) => state.place = after([*a, *b, *c, *d, *e, *f], state.place),
                (b"w", [width]) => state.width = *width,
                (b"g" | b"rg" | b"k" | b"sc" | b"scn", given) => {
                    state.fill = colour(given);
                    if state.fill.is_none() {
                        sheet.odd(Kind::Image, "image");
                    }
                }
                (b"G" | b"RG" | b"K" | b"SC" | b"SCN", given) => state.stroke = colour(given),
                (b"gs", _) => state.faint |= sheet.state(&operands, resources),
                (b"BT", _) => (sheet.line, sheet.pen) = (UPRIGHT, UPRIGHT),
                (b"Tf", [size]) => {
                    state.size = *size;
                    let name =
                        operands.iter().find_map(|o| if let Object::Name(n) = o { Some(n) } else { None });
                    state.font = name.and_then(|n| resources.get_font(n)).map(|font| self.fonts.place(&font));
                    if state.font.is_some_and(|f| self.fonts.draws(f)) {
                        sheet.odd(Kind::Image, "image");
                    }
                }
                (b"Tc", [spacing]) => state.spacing = *spacing,
                (b"Tw", [spacing]) => state.words = *spacing,
                (b"Tz", [percent]) => state.stretch = percent / 100.0,
                (b"Ts", [rise]) => state.rise = *rise,
                (b"TL", [leading]) => state.leading = *leading,
                (b"Tr", [mode]) => state.mode = *mode as u32,
                (b"Tm", [a, b, c, d, e, f]) => {
                    sheet.line = [*a, *b, *c, *d, *e, *f];
                    sheet.pen = sheet.line;
                }
                (b"Td", [x, y]) => sheet.next(*x, *y),
                (b"TD", [x, y]) => {
                    state.leading = -y;
                    sheet.next(*x, *y);
                }
                (b"T*", _) => sheet.next(0.0, -state.leading),
                (b"Tj", _) => self.show(&operands, &state, sheet),
                (b"'" | b"\"", _) => {
                    if let [words, spacing] = n[..] {
                        (state.words, state.spacing) = (words, spacing);
                    }
                    sheet.next(0.0, -state.leading);
                    let texts: Vec<&Object<'_>> =
                        operands.iter().copied().filter(|o| matches!(o, Object::String(_))).collect();
                    self.show(&texts, &state, sheet);
                }
                (b"TJ", _) => {
                    let items =
                        operands.iter().find_map(|o| if let Object::Array(a) = o { Some(a) } else { None });
                    let items: Vec<Object<'_>> = items.map(|a| a.iter().collect()).unwrap_or_default();
                    self.show(&items.iter().collect::<Vec<_>>(), &state, sheet);
                }
                (b"BDC" | b"DP" | b"BMC" | b"MP", _) => sheet.marked(&operands),
                (b"Do", _) => {
                    let name =
                        operands.iter().find_map(|o| if let Object::Name(n) = o { Some(n) } else { None });
                    let drawing = name.and_then(|n| resources.get_x_object(n));
                    sheet.odd(Kind::Image, "image");
                    if let Some(drawing) = drawing.filter(|_| depth < DEEPEST) {
                        self.drawing(&drawing, resources, &state, sheet, depth)?;
                    }
                }
                (b"BI" | b"sh", _) => {
                    sheet.odd(Kind::Image, "image");
                    let unit = [0.0, 0.0, 1.0, 1.0];
                    sheet.area(unit, None, &state);
                }
                (operator, given) => sheet.path(operator, given, &mut state),
            }
        }
        Ok(())
    }

    fn drawing(
        &mut self,
        drawing: &Stream<'a>,
        resources: &Resources<'a>,
        state: &State,
        sheet: &mut Sheet,
        depth: usize,
    ) -> Result<(), AttackError> {
        let dictionary = drawing.dict();
        if dictionary.get::<Name<'_>>("Subtype").as_deref() != Some(b"Form") {
            sheet.area([0.0, 0.0, 1.0, 1.0], None, state);
            return Ok(());
        }
        let Ok(bytes) = drawing.decoded_data() else { return Ok(()) };
        let own = dictionary.get::<Dict<'a>>("Resources").map(Resources::new);
        let mut state = state.clone();
        let matrix = dictionary.get::<hayro::hayro_syntax::object::Array<'_>>("Matrix");
        let matrix: Vec<f32> = matrix.map(|m| m.iter::<f32>().collect()).unwrap_or_default();
        if let [a, b, c, d, e, f] = matrix[..] {
            state.place = after([a, b, c, d, e, f], state.place);
        }
        self.stream(&bytes, own.as_ref().unwrap_or(resources), state, sheet, depth + 1)
    }

    fn show(&mut self, items: &[&Object<'_>], state: &State, sheet: &mut Sheet) {
        let Some(font) = state.font else {
            sheet.odd(Kind::Unreadable, "unreadable");
            return;
        };
        if state.mode == 3 || state.mode > 6 || state.faint {
            sheet.odd(Kind::Invisible, "invisible");
        }
        for item in items {
            if let Object::Number(back) = item {
                sheet.pen = moved(sheet.pen, -back.as_f32() / 1000.0 * state.size * state.stretch, 0.0);
            }
            let Object::String(bytes) = item else { continue };
            for shown in self.fonts.show(font, bytes.as_bytes()) {
                self.glyphs += 1;
                if shown.text.is_none() {
                    sheet.odd(Kind::Unreadable, "unreadable");
                }
                let space = if shown.space { state.words } else { 0.0 };
                let step = (shown.advance * state.size + state.spacing + space) * state.stretch;
                sheet.write(shown.text.unwrap_or_else(|| "\u{FFFD}".into()), shown.advance, step, state);
            }
        }
    }
}

impl Sheet {
    fn odd(&mut self, kind: Kind, key: &'static str) {
        self.leaf.odd.insert((kind, key));
    }

    fn next(&mut self, x: f32, y: f32) {
        self.line = moved(self.line, x, y);
        self.pen = self.line;
    }

    fn write(&mut self, text: String, advance: f32, step: f32, state: &State) {
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
    fn marked(&mut self, operands: &[&Object<'_>]) {
        for operand in operands {
            match operand {
                Object::Name(name) if &**name == b"OC" => self.odd(Kind::Layer, "layer"),
                Object::Dict(properties) => {
                    for key in ["ActualText", "Alt", "E", "T", "Title", "Lang"] {
                        let text = properties.get::<hayro::hayro_syntax::object::String<'_>>(key);
                        self.leaf.replacements.extend(text.map(|t| super::objects::words(t.as_bytes())));
                    }
                }
                _ => {}
            }
        }
    }

    /// True when what follows can hardly be seen.
    fn state(&mut self, operands: &[&Object<'_>], resources: &Resources<'_>) -> bool {
        let name = operands.iter().find_map(|o| if let Object::Name(n) = o { Some(n) } else { None });
        let Some(given) = name.and_then(|n| resources.get_ext_g_state(n)) else { return false };
        if given.contains_key("SMask") && given.get::<Name<'_>>("SMask").as_deref() != Some(b"None") {
            self.odd(Kind::Invisible, "invisible");
        }
        ["ca", "CA"].iter().any(|key| given.get::<f32>(key).is_some_and(|alpha| alpha < 0.2))
    }

    fn area(&mut self, sides: Sides, colour: Option<Colour>, state: &State) {
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

    fn path(&mut self, operator: &[u8], n: &[f32], state: &mut State) {
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
    fn stroke(&mut self, sides: Sides, points: usize, state: &State) {
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
