//! A document without cover and contents: a title, whom it is for, and parts below each other. A month, a programme,
//! a sheet of short lines, the year in one picture.

use super::annual::{ChartKind, Header};
use super::builder::{Builder, line, running};
use super::keys::{self, Key};
use super::network::{self, Network};
use crate::Fonts;
use crate::fonts::Weight;
use crate::page::{Colour, Document, Mark, Role};
use crate::typeset::flow::Strip;
use crate::typeset::lines::{Setting, set, width};
use crate::typeset::table::{Structure, note_strip, rule};
use crate::typeset::{MEASURE, STEP};
use disclosure::Released;

/// One part of a leaflet.
#[derive(Clone, Debug)]
pub enum Part {
    /// A heading.
    Heading(String),
    /// Text written for the report; paragraphs are parted by line breaks.
    Text(String),
    /// Figures in a row: label, value, unit.
    Figures(Vec<Key>),
    /// A table by its number, or the sentence in its place.
    Table(String),
    /// Tables below each other on the left and on the right half.
    Beside(Vec<String>, Vec<String>),
    /// A chart.
    Chart(ChartKind),
    /// Boxes round the coordinator.
    Network(Box<Network>),
}

/// Everything a leaflet says.
#[derive(Clone, Debug)]
pub struct Leaflet<'a> {
    /// The only figures that can be printed.
    pub released: &'a Released,
    /// 月次活動報告.
    pub title: String,
    /// 令和7年6月.
    pub period: String,
    /// 自治体提出用; empty for none.
    pub level_mark: String,
    /// Whom it is for; empty where nobody is named.
    pub receiver: String,
    /// Organisation, maker and day, one line each.
    pub lines: Vec<String>,
    /// The parts.
    pub parts: Vec<Part>,
    /// Sentences at the foot.
    pub notes: Vec<String>,
}

/// Size of the title.
const TITLE: f32 = 17.0;
/// Size of the receiver and of the maker's lines.
const SMALL: f32 = 9.5;

/// Lays a leaflet out. It takes as many pages as it needs.
pub fn lay_out(leaflet: &Leaflet<'_>, fonts: &Fonts) -> Document {
    let mut builder = Builder::new(fonts);
    head(leaflet, &mut builder);
    for part in &leaflet.parts {
        match part {
            Part::Heading(title) => builder.section("", title),
            Part::Text(text) => builder.text(text),
            Part::Figures(figures) => keys::row(&mut builder, figures),
            Part::Table(id) => builder.table(leaflet.released, id),
            Part::Beside(left, right) => builder.beside_each_other(leaflet.released, left, right),
            Part::Chart(kind) => builder.chart(*kind, leaflet.released),
            Part::Network(network) => network::add(&mut builder, network),
        }
    }
    for (i, note) in leaflet.notes.iter().enumerate() {
        let element = builder.elements.element(Role::P, 0);
        let strip = note_strip(note, element, fonts);
        builder.flow.push(Strip { above: if i == 0 { 2.0 * STEP } else { 0.0 }, ..strip });
    }
    let Builder { flow, elements, .. } = builder;
    let (mut pages, outline) = flow.pages(0);
    let title = [leaflet.period.as_str(), leaflet.title.as_str()].join(" ").trim().to_owned();
    let header = Header { left: title.clone(), right: leaflet.level_mark.clone() };
    // A single page carries everything on its face.
    if pages.len() > 1 {
        running(&mut pages, &header, 1, fonts);
    }
    Document { pages, elements: elements.0, outline, title, language: "ja" }
}

/// Title, level, receiver and maker.
fn head(leaflet: &Leaflet<'_>, builder: &mut Builder<'_>) {
    let fonts = builder.fonts;
    let mut strip = Strip { holds: true, ..Strip::default() };
    let title = builder.elements.element(Role::H1, 0);
    let words = super::builder::joined(&leaflet.period, &leaflet.title);
    let mark = width(&leaflet.level_mark, Weight::Bold, SMALL, fonts);
    let setting =
        Setting { weight: Weight::Bold, size: TITLE, measure: MEASURE - mark - 4.0 * STEP, justified: false };
    let mut y = 2.4 * STEP;
    for text in set(&words, &setting, fonts) {
        let shape = crate::page::Shape::Text(text.text(&setting, Colour::Ink, 0.0, y));
        strip.marks.push(Mark { element: Some(title), shape });
        y += 3.0 * STEP;
    }
    if !leaflet.level_mark.is_empty() {
        let element = builder.elements.element(Role::P, 0);
        let at = (MEASURE - mark, 2.4 * STEP);
        let shape = line(&leaflet.level_mark, Weight::Bold, SMALL, Colour::Ink, at, fonts);
        strip.marks.push(Mark { element: Some(element), shape });
    }
    let under = y - 1.6 * STEP;
    strip.marks.push(rule(under, 0.0, MEASURE, 1.6, Colour::Accent));
    let mut say = |builder: &mut Builder<'_>, text: &str, x: f32, y: f32| {
        let element = builder.elements.element(Role::P, 0);
        let shape = line(text, Weight::Regular, SMALL, Colour::Ink, (x, y), fonts);
        strip.marks.push(Mark { element: Some(element), shape });
    };
    if !leaflet.receiver.is_empty() {
        say(builder, &leaflet.receiver, 0.0, under + 1.8 * STEP);
    }
    let makers: Vec<&String> = leaflet.lines.iter().filter(|text| !text.is_empty()).collect();
    for (i, text) in makers.iter().enumerate() {
        let room = width(text, Weight::Regular, SMALL, fonts);
        say(builder, text, MEASURE - room, under + 1.8 * STEP + i as f32 * 1.5 * STEP);
    }
    let lines = makers.len().max(usize::from(!leaflet.receiver.is_empty())) as f32;
    strip.height = crate::typeset::flow::on_grid(under + (0.9 + 1.5 * lines) * STEP);
    strip.outline = Some((1, words));
    builder.flow.push(strip);
}
