//! The pen of the charts: labels, hairlines, and areas told apart by pattern.

use crate::Fonts;
use crate::fonts::Weight;
use crate::page::{Colour, Piece, Shape, Text};

/// Size of labels in points.
pub const LABEL: f32 = 8.5;
/// Width of axes.
const HAIRLINE: f32 = 0.4;

/// Where a label stands to its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// To the right of it.
    After,
    /// To the left of it.
    Before,
    /// Centred on it.
    Middle,
}

/// How an area is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// Full accent.
    Solid,
    /// Slanted lines.
    Hatched,
    /// Light tint.
    Tint,
    /// Outline only.
    Open,
    /// Slanted the other way, close.
    Dense,
}

impl Pattern {
    /// Patterns in order of series.
    pub const ALL: [Self; 5] = [Self::Solid, Self::Hatched, Self::Tint, Self::Open, Self::Dense];
}

/// Collects shapes.
pub struct Pen<'a> {
    /// The fonts that measure labels.
    pub fonts: &'a Fonts,
    /// Width of the drawing.
    pub measure: f32,
    /// What was drawn.
    pub shapes: Vec<Shape>,
}

impl<'a> Pen<'a> {
    /// A new pen.
    pub fn new(fonts: &'a Fonts, measure: f32) -> Self {
        Self { fonts, measure, shapes: Vec::new() }
    }
    /// Width of a label.
    pub fn width(&self, text: &str) -> f32 {
        self.fonts.width(Weight::Regular, text, LABEL)
    }
    /// A label with its baseline at `y`.
    pub fn label(&mut self, text: &str, x: f32, y: f32, side: Side, colour: Colour) {
        let width = self.width(text);
        let x = match side {
            Side::After => x,
            Side::Before => x - width,
            Side::Middle => x - width / 2.0,
        };
        let pieces = vec![Piece { text: text.to_owned(), shift: 0.0 }];
        let text = Text { x, y, size: LABEL, weight: Weight::Regular, colour, spacing: 0.0, pieces };
        self.shapes.push(Shape::Text(text));
    }
    /// A hairline.
    pub fn axis(&mut self, from: (f32, f32), to: (f32, f32)) {
        self.line(vec![from, to], HAIRLINE, Colour::Muted);
    }
    /// A line.
    pub fn line(&mut self, points: Vec<(f32, f32)>, width: f32, colour: Colour) {
        self.shapes.push(Shape::Line { points, width, colour, dash: 0.0 });
    }
    /// A filled rectangle.
    pub fn fill(&mut self, x: f32, y: f32, width: f32, height: f32, colour: Colour) {
        self.shapes.push(Shape::Fill { x, y, width, height, colour });
    }
    /// An area in a pattern.
    pub fn area(&mut self, x: f32, y: f32, width: f32, height: f32, pattern: Pattern) {
        if width <= 0.0 || height <= 0.0 {
            return;
        }
        match pattern {
            Pattern::Solid => return self.fill(x, y, width, height, Colour::Accent),
            Pattern::Tint => self.fill(x, y, width, height, Colour::Soft),
            Pattern::Hatched => self.hatch((x, y, width, height), 3.2, 1.0),
            Pattern::Dense => self.hatch((x, y, width, height), 1.8, -1.0),
            Pattern::Open => {}
        }
        let (right, below) = (x + width, y + height);
        self.line(vec![(x, y), (right, y), (right, below), (x, below), (x, y)], 0.5, Colour::Accent);
    }

    /// Lines of slope 1 or −1 across a rectangle.
    fn hatch(&mut self, (x, y, width, height): (f32, f32, f32, f32), step: f32, slope: f32) {
        let mut offset = step;
        while offset < width + height {
            let (from, to) = ((offset - height).max(0.0), offset.min(width));
            let at = |along: f32| {
                let rise = offset - along;
                (x + along, if slope > 0.0 { y + rise } else { y + height - rise })
            };
            self.line(vec![at(from), at(to)], 0.5, Colour::Accent);
            offset += step;
        }
    }
}
