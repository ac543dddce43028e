//! A document without cover and contents: a title, whom it is for, and parts below each other. A month, a programme,
//! a sheet of short lines, the year in one picture.

use super::annual::{ChartKind, Header};
use super::builder::{self, Builder, line, running, wrapped};
use super::keys::{self, Key};
use super::network::{self, Network};
use crate::Fonts;
use crate::fonts::Weight;
use crate::page::{Colour, Document, MM, Mark, Role, Shape};
use crate::typeset::flow::{Strip, on_grid};
use crate::typeset::lines::{Setting, set, width};
use crate::typeset::table::{Structure, note_strip, rule};
use crate::typeset::{BODY, MEASURE, STEP, TOP};
use disclosure::Released;

/// One part of a leaflet.
#[derive(Clone, Debug)]
pub enum Part {
    /// A heading.
    Heading(String),
    /// Text written for the report; paragraphs are parted by line breaks.
    Text(String),
    /// Facts below each other: what it is, and what it was.
    Facts(Vec<(String, String)>),
    /// Lines to be written on by hand: what belongs there, and how many.
    Lines(String, usize),
    /// Figures in a row: label, value, unit.
    Figures(Vec<Key>),
    /// A table by its number, or the sentence in its place.
    Table(String),
    /// Tables below each other on the left and on the right half.
    Beside(Vec<String>, Vec<String>),
    /// A chart.
    Chart(ChartKind),
    /// A table and its chart.
    TableWithChart(String, ChartKind),
    /// A part that is left out where it would need another page.
    IfRoom(Box<Part>),
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
    /// Day of the report.
    pub day: String,
    /// Organisation and maker, one line each; empty lines are left out.
    pub makers: Vec<String>,
    /// The parts.
    pub parts: Vec<Part>,
    /// Sentences at the foot.
    pub notes: Vec<String>,
}

/// Sizes of the title: the first at which it stands on one line.
const TITLES: [f32; 4] = [17.0, 16.0, 15.0, 14.0];
/// Size of the receiver and of the maker's lines.
const SMALL: f32 = 9.5;
/// Distance between two of these lines.
const LEADING: f32 = 1.5 * STEP;
/// Width of what a fact is about.
const ABOUT: f32 = 7.0 * BODY;

/// Lays a leaflet out. It takes as many pages as it needs; what is there only to fill a page never asks for another.
pub fn lay_out(leaflet: &Leaflet<'_>, fonts: &Fonts) -> Document {
    let bare = laid(leaflet, false, fonts);
    let full = laid(leaflet, true, fonts);
    if full.pages.len() > bare.pages.len() { bare } else { full }
}

fn laid(leaflet: &Leaflet<'_>, full: bool, fonts: &Fonts) -> Document {
    let mut builder = Builder::new(fonts);
    head(leaflet, &mut builder);
    for part in &leaflet.parts {
        match part {
            Part::IfRoom(part) if full => add(part, leaflet.released, &mut builder),
            Part::IfRoom(_) => {}
            part => add(part, leaflet.released, &mut builder),
        }
    }
    for (i, note) in leaflet.notes.iter().enumerate() {
        // A note never stands alone on a page.
        builder.flow.hold_last();
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

fn add(part: &Part, released: &Released, builder: &mut Builder<'_>) {
    match part {
        Part::Heading(title) => builder.section("", title),
        Part::Text(text) => builder.text(text),
        Part::Facts(facts) => facts.iter().for_each(|(about, fact)| self::fact(builder, about, fact)),
        Part::Lines(guide, count) => lines(builder, guide, *count),
        Part::Figures(figures) => keys::row(builder, figures),
        Part::Table(id) => builder.table(released, id),
        Part::TableWithChart(id, kind) => builder.tables(released, std::slice::from_ref(id), &[*kind]),
        Part::Beside(left, right) => builder.beside_each_other(released, left, right),
        Part::Chart(kind) => builder.chart(*kind, released),
        Part::Network(network) => network::add(builder, network),
        Part::IfRoom(part) => add(part, released, builder),
    }
}

/// Level, title, receiver and day, makers.
fn head(leaflet: &Leaflet<'_>, builder: &mut Builder<'_>) {
    let fonts = builder.fonts;
    let mut strip = Strip { holds: true, ..Strip::default() };
    if !leaflet.level_mark.is_empty() {
        // The level stands where every other page has it.
        let element = builder.elements.element(Role::P, 0);
        let x = MEASURE - width(&leaflet.level_mark, Weight::Bold, SMALL, fonts);
        let shape = line(&leaflet.level_mark, Weight::Bold, SMALL, Colour::Ink, (x, 14.0 * MM - TOP), fonts);
        strip.marks.push(Mark { element: Some(element), shape });
    }
    let title = builder.elements.element(Role::H1, 0);
    let words = builder::joined(&leaflet.period, &leaflet.title);
    let fits = |size: &f32| width(&words, Weight::Bold, *size, fonts) <= MEASURE;
    let size = TITLES.into_iter().find(fits).unwrap_or(TITLES[TITLES.len() - 1]);
    let setting = Setting { weight: Weight::Bold, size, measure: MEASURE, justified: false };
    let (shapes, after) = wrapped(&words, &setting, Colour::Ink, (0.0, 2.4 * STEP), 2.5 * STEP, fonts);
    strip.marks.extend(shapes.into_iter().map(|shape| Mark { element: Some(title), shape }));
    let under = after - 1.1 * STEP;
    strip.marks.push(rule(under, 0.0, MEASURE, 1.6, Colour::Accent));
    strip.outline = Some((1, words));
    let day = width(&leaflet.day, Weight::Regular, SMALL, fonts);
    let mut y = under + 1.8 * STEP;
    let below = small(builder, &mut strip, &leaflet.receiver, MEASURE - day - 2.0 * BODY, false, y);
    small(builder, &mut strip, &leaflet.day, MEASURE, true, y);
    y = below.max(y + LEADING);
    for maker in &leaflet.makers {
        y = small(builder, &mut strip, maker, MEASURE, true, y);
    }
    strip.height = on_grid(y - 0.9 * STEP);
    builder.flow.push(strip);
}

/// Small lines of a text from the left or from the right; the baseline that comes after them.
fn small(
    builder: &mut Builder<'_>,
    strip: &mut Strip,
    text: &str,
    measure: f32,
    from_right: bool,
    mut y: f32,
) -> f32 {
    if text.is_empty() {
        return y;
    }
    let setting = Setting { weight: Weight::Regular, size: SMALL, measure, justified: false };
    let element = builder.elements.element(Role::P, 0);
    for words in set(text, &setting, builder.fonts) {
        let x = if from_right { MEASURE - words.width } else { 0.0 };
        let shape = Shape::Text(words.text(&setting, Colour::Ink, x, y));
        strip.marks.push(Mark { element: Some(element), shape });
        y += LEADING;
    }
    y
}

/// What it is in muted letters, and beside it what it was.
fn fact(builder: &mut Builder<'_>, about: &str, fact: &str) {
    let element = builder.elements.element(Role::P, 0);
    let setting = Setting { weight: Weight::Regular, size: BODY, measure: MEASURE - ABOUT, justified: false };
    let mut strip = Strip::default();
    let at = (0.0, builder::BASELINE);
    let shape = line(about, Weight::Regular, BODY, Colour::Muted, at, builder.fonts);
    strip.marks.push(Mark { element: Some(element), shape });
    let at = (ABOUT, builder::BASELINE);
    let (shapes, after) = wrapped(fact, &setting, Colour::Ink, at, 2.0 * STEP, builder.fonts);
    strip.marks.extend(shapes.into_iter().map(|shape| Mark { element: Some(element), shape }));
    strip.height = on_grid(after - builder::BASELINE);
    builder.flow.push(strip);
}

/// What belongs here in small letters, and lines to write it on.
fn lines(builder: &mut Builder<'_>, guide: &str, count: usize) {
    let element = builder.elements.element(Role::P, 0);
    let strip = note_strip(guide, element, builder.fonts);
    builder.flow.push(Strip { holds: true, ..strip });
    for i in 0..count {
        let marks = vec![rule(3.0 * STEP, 0.0, MEASURE, 0.4, Colour::Line)];
        let holds = i + 1 < count;
        builder.flow.push(Strip { height: 3.0 * STEP, holds, marks, ..Strip::default() });
    }
}
