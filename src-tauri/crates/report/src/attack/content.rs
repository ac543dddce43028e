//! Content streams: every character that is drawn, where, how large and in which colour, and every area that could
//! lie over or under it.

use super::matrix::{UPRIGHT, after, moved};
use super::sheet::{Sheet, State};
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
pub const AREAS: usize = 3_000;

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
                (operator, given) => {
                    for operand in &operands {
                        if let Object::String(text) = operand {
                            sheet.odd(Kind::Invisible, "invisible");
                            sheet.said(&super::objects::words(text.as_bytes()));
                        }
                    }
                    sheet.path(operator, given, &mut state);
                }
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
