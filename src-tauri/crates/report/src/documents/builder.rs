//! Builds a document block by block: headings, paragraphs, tables, charts.

use super::sheet;
use crate::Fonts;
use crate::chart::{self, Figure};
use crate::documents::annual::{ChartKind, Header};
use crate::fonts::Weight;
use crate::page::{Colour, Element, MM, Mark, Page, Role, Shape, Text};
use crate::typeset::flow::{Flow, Strip, on_grid};
use crate::typeset::lines::{Setting, set, single, width as set_width};
use crate::typeset::table::{
    SMALL, Structure, caption_strip, is_small, note_strip_within, rule, strips, strips_within,
};
use crate::typeset::{BODY, HALF, LEFT, MEASURE, STEP};
use disclosure::{Released, ReleasedTable};

/// Where the baseline of body text lies in its two steps.
pub const BASELINE: f32 = 1.45 * STEP;
/// Room a chapter needs on a page that has already begun.
const CHAPTER_ROOM: f32 = 22.0 * STEP;

/// The structure of the document as it grows.
#[derive(Debug)]
pub struct Elements(pub Vec<Element>);

impl Structure for Elements {
    fn element(&mut self, role: Role, parent: usize) -> usize {
        self.0.push(Element { role, parent: Some(parent), alternative: None });
        self.0.len() - 1
    }
}

/// A document in the making. Element 0 is the root.
pub struct Builder<'a> {
    /// Fonts that measure.
    pub fonts: &'a Fonts,
    /// The structure.
    pub elements: Elements,
    /// The strips.
    pub flow: Flow,
    figures: usize,
    heads: usize,
    after_chapter: bool,
}

/// One line of text as a mark.
pub fn line(text: &str, weight: Weight, size: f32, colour: Colour, at: (f32, f32), fonts: &Fonts) -> Shape {
    let set = single(text, weight, size, fonts);
    Shape::Text(Text { x: at.0, y: at.1, size, weight, colour, spacing: 0.0, pieces: set.pieces })
}

/// Text over as many lines as it needs, and the baseline that comes after them.
pub fn wrapped(
    text: &str,
    setting: &Setting,
    colour: Colour,
    (x, y): (f32, f32),
    leading: f32,
    fonts: &Fonts,
) -> (Vec<Shape>, f32) {
    let lines = set(text, setting, fonts);
    let after = y + lines.len() as f32 * leading;
    let shape = |(i, line): (usize, crate::typeset::lines::Line)| {
        Shape::Text(line.text(setting, colour, x, y + i as f32 * leading))
    };
    (lines.into_iter().enumerate().map(shape).collect(), after)
}

impl<'a> Builder<'a> {
    /// An empty document.
    pub fn new(fonts: &'a Fonts) -> Self {
        let root = Element { role: Role::Document, parent: None, alternative: None };
        Self {
            fonts,
            elements: Elements(vec![root]),
            flow: Flow::default(),
            figures: 0,
            heads: 0,
            after_chapter: false,
        }
    }

    /// 第1　事業の概要.
    pub fn chapter(&mut self, number: &str, title: &str) {
        let element = self.elements.element(Role::H1, 0);
        let mut strip = Strip {
            above: 4.0 * STEP,
            height: 4.0 * STEP,
            holds: true,
            room: CHAPTER_ROOM,
            ..Strip::default()
        };
        let words = joined(number, title);
        let text = line(&words, Weight::Bold, 15.0, Colour::Ink, (0.0, 2.2 * STEP), self.fonts);
        strip.marks.push(Mark { element: Some(element), shape: text });
        strip.marks.push(rule(3.5 * STEP, 0.0, MEASURE, 0.4, Colour::Ink));
        strip.outline = Some((1, words));
        self.flow.push(strip);
        self.after_chapter = true;
    }

    /// 1　個別支援.
    pub fn section(&mut self, number: &str, title: &str) {
        let element = self.elements.element(Role::H2, 0);
        let above = if std::mem::take(&mut self.after_chapter) { STEP } else { 3.0 * STEP };
        let words = joined(number, title);
        let setting = Setting { weight: Weight::Bold, size: 12.5, measure: MEASURE, justified: false };
        let at = (0.0, 1.6 * STEP);
        let (shapes, after) = wrapped(&words, &setting, Colour::Ink, at, 2.0 * STEP, self.fonts);
        let marks = shapes.into_iter().map(|shape| Mark { element: Some(element), shape }).collect();
        let height = on_grid(after - 0.6 * STEP);
        let strip =
            Strip { above, height, holds: true, marks, outline: Some((2, words)), ..Strip::default() };
        self.flow.push(strip);
    }

    /// Text as it was written: a paragraph a line, points with 「・」 hang, a short line with （1） is a heading.
    pub fn text(&mut self, text: &str) {
        for paragraph in text.lines().map(str::trim).filter(|p| !p.is_empty()) {
            match paragraph.strip_prefix('・') {
                Some(point) => self.paragraph(point.trim_start(), Some("・")),
                None if is_heading(paragraph) => self.part(paragraph),
                None => self.paragraph(&format!("\u{3000}{paragraph}"), None),
            }
        }
    }

    /// A text that leads to a table: a single line stays with the table, so that it does not stand with its heading
    /// above an empty foot.
    pub fn leading(&mut self, text: &str) {
        let before = self.flow.count();
        self.text(text);
        if self.flow.count() <= before + 1 {
            self.flow.hold_last();
        }
    }

    fn part(&mut self, title: &str) {
        let element = self.elements.element(Role::H3, 0);
        let text = line(title, Weight::Bold, BODY, Colour::Ink, (0.0, BASELINE), self.fonts);
        let marks = vec![Mark { element: Some(element), shape: text }];
        self.flow.push(Strip { above: STEP, height: 2.0 * STEP, holds: true, marks, ..Strip::default() });
    }

    /// A justified paragraph; with a lead (a point or a number) the text hangs behind it.
    pub fn paragraph(&mut self, text: &str, lead: Option<&str>) {
        let element = self.elements.element(Role::P, 0);
        let indent = lead.map_or(0.0, |lead| self.fonts.width(Weight::Regular, lead, BODY));
        let setting =
            Setting { weight: Weight::Regular, size: BODY, measure: MEASURE - indent, justified: true };
        let lines = set(text, &setting, self.fonts);
        let count = lines.len();
        for (i, words) in lines.into_iter().enumerate() {
            let mut strip = Strip { height: 2.0 * STEP, ..Strip::default() };
            // Two lines stay together at either end, three or fewer are never parted.
            strip.holds = i + 1 < count && (i == 0 || i + 2 == count);
            if let Some(lead) = lead.filter(|_| i == 0) {
                let shape = line(lead, Weight::Regular, BODY, Colour::Ink, (0.0, BASELINE), self.fonts);
                strip.marks.push(Mark { element: Some(element), shape });
            }
            let shape = Shape::Text(words.text(&setting, Colour::Ink, indent, BASELINE));
            strip.marks.push(Mark { element: Some(element), shape });
            self.flow.push(strip);
        }
    }

    /// A table by its number, or the sentence that stands in its place.
    pub fn table(&mut self, released: &Released, id: &str) {
        if let Some(table) = released.table(id) {
            self.set(table).into_iter().for_each(|strip| self.flow.push(strip));
            self.gap(STEP);
        } else {
            let set = self.narrow(released, id, MEASURE);
            set.into_iter().for_each(|strip| self.flow.push(strip));
        }
    }

    /// The tables of a section, each with its charts; two small ones without a chart stand side by side.
    pub fn tables(&mut self, released: &Released, ids: &[String], charts: &[ChartKind]) {
        let drawn = |id: &str| -> Vec<ChartKind> {
            charts
                .iter()
                .copied()
                .filter(|kind| kind.table() == id && chart::shows(*kind, released))
                .collect()
        };
        let small = |id: &String| {
            let fits = |table| is_small(&sheet::of(table), HALF, self.fonts);
            drawn(id).is_empty() && released.table(id).is_some_and(fits)
        };
        let pairs: Vec<bool> = ids.iter().map(small).collect();
        let mut at = 0;
        while let Some(id) = ids.get(at) {
            if pairs[at..].starts_with(&[true, true]) {
                self.beside_each_other(released, &ids[at..=at], &ids[at + 1..at + 2]);
                self.gap(STEP);
                at += 2;
            } else {
                self.table_with_charts(released, id, &drawn(id));
                at += 1;
            }
        }
        let elsewhere = charts.iter().filter(|kind| !ids.iter().any(|id| id == kind.table()));
        elsewhere.for_each(|kind| self.chart(*kind, released));
    }

    /// A table with its charts: the first stands beside a short, narrow table, the others below.
    fn table_with_charts(&mut self, released: &Released, id: &str, charts: &[ChartKind]) {
        let Some(table) = released.table(id) else { return self.table(released, id) };
        let mut set = self.set(table);
        let beside =
            charts.first().filter(|kind| self.beside(**kind, released, table.rows().len(), &mut set));
        set.into_iter().for_each(|strip| self.flow.push(strip));
        self.gap(STEP);
        let below = &charts[usize::from(beside.is_some())..];
        below.iter().for_each(|kind| self.chart(*kind, released));
    }

    /// Tables below each other on the left and on the right half of the page, never broken.
    pub fn beside_each_other(&mut self, released: &Released, left: &[String], right: &[String]) {
        let mut whole = Strip::default();
        for (ids, x) in [(left, 0.0), (right, MEASURE - HALF)] {
            let mut y = 0.0;
            for id in ids {
                let set = self.narrow(released, id, HALF);
                for (i, mut strip) in set.into_iter().enumerate() {
                    y += if i == 0 && y > 0.0 { strip.above } else { 0.0 };
                    whole.above = if i == 0 { strip.above } else { whole.above };
                    if let Some(entry) = strip.outline.take() {
                        self.flow.push(Strip { holds: true, outline: Some(entry), ..Strip::default() });
                    }
                    whole.marks.extend(strip.marks.into_iter().map(|mark| mark.moved(x, y)));
                    y += strip.height;
                }
                y = on_grid(y);
            }
            whole.height = whole.height.max(y);
        }
        if whole.height > 0.0 {
            self.flow.push(whole);
        }
    }

    /// A table set into a part of the page, or the sentence in its place; nothing where there is neither.
    fn narrow(&mut self, released: &Released, id: &str, measure: f32) -> Vec<Strip> {
        if let Some(table) = released.table(id) {
            let sheet = sheet::of(table);
            let mut set = strips_within(&sheet, measure, 0, self.heads, &mut self.elements, self.fonts).0;
            if let Some(caption) = set.first_mut() {
                caption.outline = Some((3, sheet.caption));
            }
            return set;
        }
        let Some(withheld) = released.withheld().iter().find(|w| w.id == id) else { return Vec::new() };
        self.withheld(&withheld.id, &withheld.title, &withheld.reason, measure)
    }

    /// Name of a table that is not published, and the sentence in its place.
    fn withheld(&mut self, id: &str, title: &str, reason: &str, measure: f32) -> Vec<Strip> {
        let name = sheet::name(id, title);
        let element = self.elements.element(Role::P, 0);
        let mut caption = caption_strip(&name, measure, Some(element), Weight::Bold, self.fonts);
        caption.outline = Some((3, name));
        let element = self.elements.element(Role::P, 0);
        vec![caption, note_strip_within(reason, measure, element, self.fonts)]
    }

    fn set(&mut self, table: &ReleasedTable) -> Vec<Strip> {
        let sheet = sheet::of(table);
        let (mut set, head) = strips(&sheet, 0, self.heads, &mut self.elements, self.fonts);
        if let Some(caption) = set.first_mut() {
            caption.outline = Some((3, sheet.caption.clone()));
        }
        self.heads = self.flow.head(head) + 1;
        set
    }

    /// Hangs a chart on the closing rule of a table that leaves half of the width; false where it does not.
    fn beside(&mut self, kind: ChartKind, released: &Released, rows: usize, set: &mut [Strip]) -> bool {
        // Caption, head, rows, closing rule.
        let Some((above, [foot, ..])) = set.split_at_mut_checked(rows + 2) else { return false };
        let narrow = foot.marks.iter().all(|mark| match &mark.shape {
            Shape::Line { points, .. } => points.iter().all(|p| p.0 <= HALF + 1.0),
            _ => true,
        });
        let (left, width) = (MEASURE - HALF, HALF);
        let Some(figure) = (narrow && rows <= SMALL)
            .then(|| chart::draw_beside(kind, released, width, self.fonts))
            .flatten()
        else {
            return false;
        };
        let caption = above.first().map_or(0.0, |strip| strip.height);
        let down = above.iter().map(|strip| strip.height).sum::<f32>() - caption;
        let (marks, height) = self.figure(figure);
        foot.marks.extend(marks.into_iter().map(|mark| mark.moved(left, -down)));
        foot.height = foot.height.max(on_grid(caption + height) - caption - down);
        true
    }

    /// A chart with its caption below, or nothing.
    pub fn chart(&mut self, kind: ChartKind, released: &Released) {
        if let Some(figure) = chart::draw(kind, released, MEASURE, self.fonts) {
            let (marks, height) = self.figure(figure);
            self.flow.push(Strip { above: 2.0 * STEP, height, marks, ..Strip::default() });
            self.gap(STEP);
        }
    }

    /// Drawing and caption of a chart, and their height.
    fn figure(&mut self, figure: Figure) -> (Vec<Mark>, f32) {
        let Figure { title, height, shapes, alternative } = figure;
        self.figures += 1;
        let element = self.elements.element(Role::Figure, 0);
        self.elements.0[element].alternative = Some(alternative);
        let mut marks: Vec<Mark> =
            shapes.into_iter().map(|shape| Mark { element: Some(element), shape }).collect();
        let n = self.figures.to_string();
        let number = words::fill(&words::ja("report.paper.figure"), &[("n", &n)]);
        let element = self.elements.element(Role::P, 0);
        let at = (0.0, height + 1.1 * STEP);
        let shape = line(&joined(&number, &title), Weight::Bold, 9.5, Colour::Ink, at, self.fonts);
        marks.push(Mark { element: Some(element), shape });
        (marks, height + 2.0 * STEP)
    }

    /// White space, nothing at the top of a page.
    pub fn gap(&mut self, height: f32) {
        self.flow.push(Strip { above: on_grid(height), ..Strip::default() });
    }
}

/// Number and title with a full-width space between.
pub fn joined(number: &str, title: &str) -> String {
    if number.is_empty() { title.to_owned() } else { format!("{number}\u{3000}{title}") }
}

/// A short line that begins with a number in brackets and is no sentence.
fn is_heading(line: &str) -> bool {
    let numbered = line.strip_prefix(['（', '(']).and_then(|rest| rest.split_once(['）', ')']));
    let counts = numbered.is_some_and(|(n, _)| !n.is_empty() && n.chars().all(|c| c.is_numeric()));
    counts && line.chars().count() <= 40 && !line.contains('。')
}

/// Header and page number of every page but the first ones.
pub fn running(pages: &mut [Page], header: &Header, first: usize, fonts: &Fonts) {
    let many = pages.len().to_string();
    for (i, page) in pages.iter_mut().enumerate().skip(first) {
        let number =
            words::fill(&words::ja("report.paper.page"), &[("n", &(i + 1).to_string()), ("m", &many)]);
        let mut say = |text: &str, x: f32, y: f32| {
            let shape = line(text, Weight::Regular, 8.5, Colour::Muted, (x, y), fonts);
            page.marks.push(Mark { element: None, shape });
        };
        let width = |text: &str| set_width(text, Weight::Regular, 8.5, fonts);
        say(&header.left, LEFT, 14.0 * MM);
        say(&header.right, LEFT + MEASURE - width(&header.right), 14.0 * MM);
        say(&number, LEFT + (MEASURE - width(&number)) / 2.0, 286.0 * MM);
    }
}
