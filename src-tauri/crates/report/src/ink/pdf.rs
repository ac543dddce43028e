//! PDF: marks become page operators and fonts become subsets here; [`super::finish`] adds the structure.

use super::InkError;
use super::finish::{Anchors, finish};
use crate::Fonts;
use crate::fonts::Face;
use crate::page::{Colour, Document, HEIGHT, Mark, Page, Shape, Text, WIDTH};
use chrono::NaiveDate;
use printpdf::{
    Color, DictItem, FontId, FontMetrics, Line, LineDashPattern, LinePoint, Op, PaintMode, ParsedFont,
    PdfDocument, PdfFont, PdfFontHandle, PdfFontMetricsStub, PdfPage, PdfSaveOptions, Point, Pt, Rect, Rgb,
    TextItem, TextMatrix,
};
use skrifa::FontRef;
use skrifa::raw::TableProvider;
use std::collections::{BTreeMap, BTreeSet};

/// Characters printed in each face.
type Used = BTreeMap<Face, BTreeSet<char>>;

/// Writes a document as PDF: tagged, with outline, fonts embedded as subsets of what is printed, and the same
/// bytes for the same document every time.
pub fn write(document: &Document, fonts: &Fonts, created: NaiveDate) -> Result<Vec<u8>, InkError> {
    let used = used(document, fonts)?;
    let mut pdf = PdfDocument::new("");
    for (face, characters) in &used {
        pdf.resources.fonts.map.insert(id(*face), PdfFont::new(subset(*face, characters, fonts)?));
    }
    let mut anchors = Anchors::default();
    for page in &document.pages {
        let (ops, elements) = operators(page, document, fonts);
        anchors.pages.push(elements);
        let (width, height) = (printpdf::Mm(210.0), printpdf::Mm(297.0));
        pdf.pages.push(PdfPage::new(width, height, ops));
    }
    let mut warnings = Vec::new();
    let lower = pdf.to_lopdf_document(&PdfSaveOptions::default(), &mut warnings);
    finish(lower, document, &anchors, created)
}

/// The faces and their characters; an error that lists what no face has.
fn used(document: &Document, fonts: &Fonts) -> Result<Used, InkError> {
    let mut used = Used::new();
    let mut missing = BTreeSet::new();
    for text in document.texts() {
        for c in text.pieces.iter().flat_map(|piece| piece.text.chars()) {
            match fonts.face(text.weight, c) {
                Some(face) => {
                    used.entry(face).or_default().insert(c);
                }
                None => {
                    missing.insert(c);
                }
            }
        }
    }
    if missing.is_empty() { Ok(used) } else { Err(InkError::NoGlyph(missing.into_iter().collect())) }
}

fn id(face: Face) -> FontId {
    FontId(
        match face {
            Face::Regular => "TR",
            Face::Bold => "TB",
            Face::Rare => "TK",
        }
        .to_owned(),
    )
}

/// Tag of a subset, as the format wants it before the name of the font.
const fn tag(face: Face) -> &'static str {
    match face {
        Face::Regular => "SSNREG",
        Face::Bold => "SSNBLD",
        Face::Rare => "SSNRAR",
    }
}

/// A font with the used glyphs only, its codes the subset's own glyph numbers.
fn subset(face: Face, characters: &BTreeSet<char>, fonts: &Fonts) -> Result<ParsedFont, InkError> {
    let broken = |what: &str| InkError::Broken(format!("{}: {what}", face.name()));
    let mut glyphs = subsetter::GlyphRemapper::new();
    let (mut codes, mut widths) = (BTreeMap::new(), BTreeMap::new());
    for c in characters {
        let glyph = fonts.glyph(face, *c).ok_or_else(|| broken("glyph"))?;
        let code = glyphs.remap(glyph.id);
        codes.insert(u32::from(*c), code);
        widths.insert(code, glyph.units);
    }
    let bytes = subsetter::subset(face.bytes(), 0, &glyphs).map_err(|e| broken(&e.to_string()))?;
    let whole = FontRef::new(face.bytes()).map_err(|e| broken(&e.to_string()))?;
    let (Ok(head), Ok(hhea)) = (whole.head(), whole.hhea()) else { return Err(broken("metrics")) };
    let metrics = FontMetrics { ascent: hhea.ascender().to_i16(), descent: hhea.descender().to_i16() };
    let name = Some(format!("{}+{}", tag(face), face.name()));
    let mut font = ParsedFont::with_glyph_data(bytes, 0, name, codes, widths, head.units_per_em(), metrics);
    font.pdf_font_metrics = PdfFontMetricsStub {
        units_per_em: head.units_per_em(),
        x_min: head.x_min(),
        y_min: head.y_min(),
        x_max: head.x_max(),
        y_max: head.y_max(),
        us_weight_class: whole.os2().map_or(0, |os2| os2.us_weight_class()),
        ..PdfFontMetricsStub::default()
    };
    Ok(font)
}

/// The operators of a page, and the element behind each of its marked contents.
fn operators(page: &Page, document: &Document, fonts: &Fonts) -> (Vec<Op>, Vec<usize>) {
    let mut pen =
        Pen { ops: Vec::new(), fonts, font: None, fill: None, stroke: None, width: None, dash: 0.0 };
    let mut elements = Vec::new();
    let mut open: Option<Option<usize>> = None;
    for Mark { element, shape } in &page.marks {
        if open != Some(*element) {
            if open.is_some() {
                pen.ops.push(Op::EndMarkedContent);
            }
            pen.ops.push(match element {
                Some(element) => {
                    let number = elements.len() as i64;
                    elements.push(*element);
                    let map = BTreeMap::from([("MCID".to_owned(), DictItem::Int(number))]);
                    let tag = super::finish::tag(document.elements[*element].role).to_owned();
                    Op::BeginMarkedContentWithProperties { tag, properties: DictItem::Dict { map } }
                }
                None => Op::BeginMarkedContent { tag: "Artifact".to_owned() },
            });
            open = Some(*element);
        }
        pen.draw(shape);
    }
    if open.is_some() {
        pen.ops.push(Op::EndMarkedContent);
    }
    (pen.ops, elements)
}

/// Emits operators and remembers the state, so that nothing is set twice.
struct Pen<'a> {
    ops: Vec<Op>,
    fonts: &'a Fonts,
    font: Option<(Face, f32)>,
    fill: Option<Colour>,
    stroke: Option<Colour>,
    width: Option<f32>,
    dash: f32,
}

fn round(points: f32) -> f32 {
    (points * 100.0).round() / 100.0
}

fn point((x, y): (f32, f32)) -> Point {
    Point { x: Pt(round(x)), y: Pt(round(HEIGHT - y)) }
}

fn rgb(colour: Colour) -> Color {
    let [r, g, b] = colour.rgb().map(|c| round(f32::from(c) / 255.0 * 10.0) / 10.0);
    Color::Rgb(Rgb { r, g, b, icc_profile: None })
}

impl Pen<'_> {
    fn draw(&mut self, shape: &Shape) {
        match shape {
            Shape::Text(text) => self.text(text),
            Shape::Line { points, width, colour, dash } => self.line(points, *width, *colour, *dash),
            Shape::Fill { x, y, width, height, colour } => {
                self.fill(*colour);
                let lower = point((*x, y + height));
                self.ops.push(Op::DrawRectangle {
                    rectangle: Rect {
                        x: lower.x,
                        y: lower.y,
                        width: Pt(round(width.min(WIDTH))),
                        height: Pt(round(*height)),
                        mode: Some(PaintMode::Fill),
                        winding_order: None,
                    },
                });
            }
        }
    }

    fn fill(&mut self, colour: Colour) {
        if self.fill != Some(colour) {
            self.ops.push(Op::SetFillColor { col: rgb(colour) });
            self.fill = Some(colour);
        }
    }

    fn line(&mut self, points: &[(f32, f32)], width: f32, colour: Colour, dash: f32) {
        if self.stroke != Some(colour) {
            self.ops.push(Op::SetOutlineColor { col: rgb(colour) });
            self.stroke = Some(colour);
        }
        if self.width != Some(width) {
            self.ops.push(Op::SetOutlineThickness { pt: Pt(width) });
            self.width = Some(width);
        }
        if self.dash != dash {
            let pattern = if dash > 0.0 { vec![dash, dash] } else { Vec::new() };
            let dash_pattern = LineDashPattern { pattern: pattern.into(), ..Default::default() };
            self.ops.push(Op::SetLineDashPattern { dash: dash_pattern });
            self.dash = dash;
        }
        let closed = points.len() > 2 && points.first() == points.last();
        let points = points.iter().map(|p| LinePoint { p: point(*p), bezier: false }).collect();
        self.ops.push(Op::DrawLine { line: Line { points, is_closed: closed } });
    }

    fn text(&mut self, text: &Text) {
        let runs = self.runs(text);
        if runs.is_empty() {
            return;
        }
        self.fill(text.colour);
        let indent = text.pieces.first().map_or(0.0, |piece| piece.shift);
        let start = point((text.x + indent, text.y));
        self.ops.push(Op::StartTextSection);
        if text.spacing != 0.0 {
            self.ops.push(Op::SetCharacterSpacing { multiplier: (text.spacing * 1000.0).round() / 1000.0 });
        }
        self.ops.push(Op::SetTextMatrix { matrix: TextMatrix::Translate(start.x, start.y) });
        for (face, items) in runs {
            if self.font != Some((face, text.size)) {
                self.ops.push(Op::SetFont { font: PdfFontHandle::External(id(face)), size: Pt(text.size) });
                self.font = Some((face, text.size));
            }
            self.ops.push(Op::ShowText { items });
        }
        if text.spacing != 0.0 {
            self.ops.push(Op::SetCharacterSpacing { multiplier: 0.0 });
        }
        self.ops.push(Op::EndTextSection);
    }

    /// Stretches of one face with the squeezes between their pieces.
    fn runs(&self, text: &Text) -> Vec<(Face, Vec<TextItem>)> {
        let mut runs: Vec<(Face, Vec<TextItem>)> = Vec::new();
        for (i, piece) in text.pieces.iter().enumerate() {
            let mut squeeze = if i > 0 { -piece.shift / text.size * 1000.0 } else { 0.0 };
            for c in piece.text.chars() {
                let Some(face) = self.fonts.face(text.weight, c) else { continue };
                if runs.last().is_none_or(|(f, _)| *f != face) {
                    runs.push((face, Vec::new()));
                }
                let Some((_, items)) = runs.last_mut() else { continue };
                if squeeze != 0.0 {
                    items.push(TextItem::Offset(round(std::mem::take(&mut squeeze))));
                }
                match items.last_mut() {
                    Some(TextItem::Text(run)) => run.push(c),
                    _ => items.push(TextItem::Text(c.to_string())),
                }
            }
        }
        runs
    }
}
