//! Pages of marks: what lies where, in points from the upper left corner, and what it means.

/// Points in a millimetre.
pub const MM: f32 = 72.0 / 25.4;
/// Width of A4 upright.
pub const WIDTH: f32 = 210.0 * MM;
/// Height of A4 upright.
pub const HEIGHT: f32 = 297.0 * MM;

use crate::fonts::Weight;

/// The colours of the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// Text and main rules.
    Ink,
    /// Secondary text.
    Muted,
    /// Hairlines.
    Line,
    /// The one accent, deep green.
    Accent,
    /// The accent thinned to a tint, for areas.
    Soft,
    /// White.
    Paper,
}

impl Colour {
    /// Red, green, blue.
    pub const fn rgb(self) -> [u8; 3] {
        match self {
            Self::Ink => [0x1f, 0x25, 0x23],
            Self::Muted => [0x55, 0x60, 0x5b],
            Self::Line => [0xb4, 0xb8, 0xb2],
            Self::Accent => [0x0f, 0x5f, 0x5c],
            Self::Soft => [0xcf, 0xe0, 0xdd],
            Self::Paper => [0xff, 0xff, 0xff],
        }
    }
}

/// A piece of a line of text, set off from the end of the piece before it.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// What is printed.
    pub text: String,
    /// Points between the end of the piece before and this one; negative where punctuation is squeezed.
    pub shift: f32,
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// Left end.
    pub x: f32,
    /// Baseline.
    pub y: f32,
    /// Size in points.
    pub size: f32,
    /// Weight.
    pub weight: Weight,
    /// Colour.
    pub colour: Colour,
    /// Points added after every character.
    pub spacing: f32,
    /// The line.
    pub pieces: Vec<Piece>,
}

impl Text {
    /// The characters of the line.
    pub fn string(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }
}

/// What lies on the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A line of text.
    Text(Text),
    /// A straight or broken line: points, width, colour, dash length (0 is a full line).
    Line {
        /// Corners.
        points: Vec<(f32, f32)>,
        /// Width in points.
        width: f32,
        /// Colour.
        colour: Colour,
        /// Length of dashes and gaps; 0 for none.
        dash: f32,
    },
    /// A filled rectangle.
    Fill {
        /// Left.
        x: f32,
        /// Top.
        y: f32,
        /// Width.
        width: f32,
        /// Height.
        height: f32,
        /// Colour.
        colour: Colour,
    },
}

/// A mark and the element it belongs to; a mark without element is decoration (header, rule, repeated head).
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Index into [`Document::elements`].
    pub element: Option<usize>,
    /// What is drawn.
    pub shape: Shape,
}

impl Mark {
    /// The same mark moved by points.
    #[must_use]
    pub fn moved(mut self, dx: f32, dy: f32) -> Self {
        match &mut self.shape {
            Shape::Text(text) => {
                text.x += dx;
                text.y += dy;
            }
            Shape::Line { points, .. } => points.iter_mut().for_each(|p| *p = (p.0 + dx, p.1 + dy)),
            Shape::Fill { x, y, .. } => {
                *x += dx;
                *y += dy;
            }
        }
        self
    }
}

/// What an element is to a reading machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The whole.
    Document,
    /// The title on the cover and the chapters.
    H1,
    /// A section.
    H2,
    /// A part of a section.
    H3,
    /// A paragraph.
    P,
    /// The table of contents.
    Toc,
    /// A line of it.
    TocLine,
    /// A table.
    Table,
    /// The caption of a table or figure.
    Caption,
    /// The rows of the head.
    TableHead,
    /// The rows of the body.
    TableBody,
    /// A row.
    Row,
    /// Head of a column.
    ColumnHead,
    /// Head of a row.
    RowHead,
    /// A cell.
    Cell,
    /// A chart.
    Figure,
}

/// A node of the structure of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Element {
    /// What it is.
    pub role: Role,
    /// The element it lies in; the root has none.
    pub parent: Option<usize>,
    /// Words in place of a picture.
    pub alternative: Option<String>,
}

/// One page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// In the order of reading.
    pub marks: Vec<Mark>,
}

/// A place in the outline.
#[derive(Clone, Debug, PartialEq)]
pub struct OutlineEntry {
    /// 1 for chapters, 2 for sections, 3 for tables.
    pub level: u8,
    /// Template words with their number.
    pub title: String,
    /// Index of the page.
    pub page: usize,
    /// Top of the place, in points from the top of the page.
    pub y: f32,
}

/// A finished document, before any ink.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// The pages.
    pub pages: Vec<Page>,
    /// The structure; the first element is the root.
    pub elements: Vec<Element>,
    /// The outline in order.
    pub outline: Vec<OutlineEntry>,
    /// The title, from template words.
    pub title: String,
    /// `ja`.
    pub language: &'static str,
}

impl Document {
    /// Every character that is printed or spoken, for the check of the fonts.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        self.pages.iter().flat_map(|page| &page.marks).filter_map(|mark| match &mark.shape {
            Shape::Text(text) => Some(text),
            _ => None,
        })
    }
}
