//! Papers of the practice, with real names: they stay in the office or go to the person they are about, and never
//! pass for a report. They share ink, fonts and typesetting with the reports and nothing of their figures.

pub mod crisis;
mod head;
mod ledger;
mod month;
pub mod road;
mod ruby;

pub use head::Head;
pub use ledger::{Block, Column, Entry, Ledger, Tone};
pub use month::{DayBox, Month, Planned, Weekday};
pub use road::Road;
pub use ruby::{plain, spans};

use super::builder::{Builder, joined, line};
use crate::Fonts;
use crate::fonts::Weight;
use crate::page::{Colour, Document, MM, Mark, Page, Role, Shape};
use crate::typeset::flow::{Strip, on_grid};
use crate::typeset::lines::{Setting, set, width};
use crate::typeset::table::Structure;
use crate::typeset::{LEFT, MEASURE, STEP};

/// Size of small text: labels, notes, header and footer.
const SMALL: f32 = 8.5;
/// Size of text in cells.
const CELL: f32 = 9.5;
/// Distance of lines of cells.
const LEADING: f32 = 1.5 * STEP;
/// Printed where no font has the character, as printers do.
const GETA: char = '〓';

/// One paper.
#[derive(Clone, Debug, Default)]
pub struct Paper {
    /// Its head.
    pub head: Head,
    /// What follows, in order.
    pub parts: Vec<Part>,
    /// Sentences at the foot.
    pub notes: Vec<String>,
}

/// A part of a paper.
#[derive(Clone, Debug)]
pub enum Part {
    /// A heading.
    Heading(String),
    /// Short facts, a label and a value each, over as many columns.
    Facts(usize, Vec<(String, String)>),
    /// Sentences, a line each.
    Lines(Vec<String>),
    /// Rows with one column of text.
    Ledger(Ledger),
    /// A month of weeks.
    Month(Month),
}

/// Lays a paper out over as many pages as it needs.
pub fn lay_out(paper: &Paper, fonts: &Fonts) -> Document {
    let mut builder = Builder::new(fonts);
    head::add(&paper.head, &mut builder);
    for part in &paper.parts {
        match part {
            Part::Heading(title) => heading(title, &mut builder),
            Part::Facts(columns, facts) => {
                let strips = facts_strips(facts, *columns, MEASURE, &mut builder);
                strips.into_iter().for_each(|strip| builder.flow.push(strip));
            }
            Part::Lines(lines) => lines.iter().for_each(|text| sentence(text, &mut builder)),
            Part::Ledger(ledger) => ledger::add(ledger, &mut builder),
            Part::Month(month) => month::add(month, &mut builder),
        }
    }
    for (i, note) in paper.notes.iter().enumerate() {
        let above = if i == 0 { STEP } else { 0.0 };
        foot_note(note, above, &mut builder);
    }
    let Builder { flow, elements, .. } = builder;
    let (mut pages, outline) = flow.pages(0);
    margins(&mut pages, &paper.head, fonts);
    Document { pages, elements: elements.0, outline, title: paper.head.title.clone(), language: "ja" }
}

/// A text in which every character can be printed, and the characters that could not.
pub fn printable(text: &str, fonts: &Fonts) -> (String, Vec<char>) {
    let mut missing = Vec::new();
    let put = |c: char| match c {
        '\n' | '\u{3000}' => c,
        // Selectors choose a form that no font of ours has; the character itself is printed.
        '\u{fe00}'..='\u{fe0f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2060}'
        | '\u{feff}'
        | '\u{e0100}'..='\u{e01ef}' => '\0',
        _ if c.is_whitespace() || c.is_control() => ' ',
        _ if fonts.face(Weight::Regular, c).is_some() => c,
        _ => {
            if !missing.contains(&c) {
                missing.push(c);
            }
            GETA
        }
    };
    let text: String = text.chars().map(put).filter(|c| *c != '\0').collect();
    (text, missing)
}

fn heading(title: &str, builder: &mut Builder<'_>) {
    let element = builder.elements.element(Role::H2, 0);
    let shape = line(title, Weight::Bold, 11.0, Colour::Ink, (0.0, 1.35 * STEP), builder.fonts);
    builder.flow.push(Strip {
        above: 1.5 * STEP,
        height: 2.3 * STEP,
        marks: vec![Mark { element: Some(element), shape }],
        holds: true,
        outline: Some((2, title.to_owned())),
        ..Strip::default()
    });
}

fn sentence(text: &str, builder: &mut Builder<'_>) {
    let element = builder.elements.element(Role::P, 0);
    let (lead, text) = text.strip_prefix('・').map_or(("", text), |rest| ("・", rest));
    let indent = builder.fonts.width(Weight::Regular, lead, CELL);
    let setting = Setting { weight: Weight::Regular, size: CELL, measure: MEASURE - indent, justified: true };
    let lines = set(text, &setting, builder.fonts);
    let count = lines.len();
    for (i, words) in lines.into_iter().enumerate() {
        let mut marks = Vec::new();
        if i == 0 && !lead.is_empty() {
            let shape = line(lead, Weight::Regular, CELL, Colour::Ink, (0.0, 1.1 * STEP), builder.fonts);
            marks.push(Mark { element: Some(element), shape });
        }
        let shape = Shape::Text(words.text(&setting, Colour::Ink, indent, 1.1 * STEP));
        marks.push(Mark { element: Some(element), shape });
        builder.flow.push(Strip { height: LEADING, marks, holds: i + 1 < count, ..Strip::default() });
    }
}

fn foot_note(text: &str, above: f32, builder: &mut Builder<'_>) {
    let element = builder.elements.element(Role::P, 0);
    let setting = Setting { weight: Weight::Regular, size: SMALL, measure: MEASURE, justified: true };
    for (i, words) in set(text, &setting, builder.fonts).into_iter().enumerate() {
        let shape = Shape::Text(words.text(&setting, Colour::Muted, 0.0, 1.1 * STEP));
        let above = if i == 0 { above } else { 0.0 };
        let marks = vec![Mark { element: Some(element), shape }];
        builder.flow.push(Strip { above, height: LEADING, marks, ..Strip::default() });
    }
}

/// Labels and values side by side: rows of `columns` facts each.
fn facts_strips(
    facts: &[(String, String)],
    columns: usize,
    measure: f32,
    builder: &mut Builder<'_>,
) -> Vec<Strip> {
    let gutter = 2.0 * STEP;
    let across = columns.max(1);
    let room = (measure - gutter * (across as f32 - 1.0)) / across as f32;
    let labels = facts.iter().map(|(label, _)| width(label, Weight::Regular, SMALL, builder.fonts));
    let label_room = labels.fold(0.0, f32::max) + STEP;
    let setting =
        Setting { weight: Weight::Regular, size: CELL, measure: room - label_room, justified: false };
    let mut strips = Vec::new();
    for row in facts.chunks(across) {
        let mut strip = Strip::default();
        for (column, (label, value)) in row.iter().enumerate() {
            let x = column as f32 * (room + gutter);
            let element = builder.elements.element(Role::P, 0);
            let shape = line(label, Weight::Regular, SMALL, Colour::Muted, (x, 1.1 * STEP), builder.fonts);
            strip.marks.push(Mark { element: Some(element), shape });
            let mut y = 1.1 * STEP;
            for words in value.lines().flat_map(|part| set(part, &setting, builder.fonts)) {
                let shape = Shape::Text(words.text(&setting, Colour::Ink, x + label_room, y));
                strip.marks.push(Mark { element: Some(element), shape });
                y += LEADING;
            }
            strip.height = strip.height.max(y - 1.1 * STEP).max(LEADING);
        }
        strips.push(strip);
    }
    if let Some(last) = strips.last_mut() {
        last.height = on_grid(last.height);
    }
    strips
}

/// The mark and the title above every page but the first, and 1／3 below every page.
fn margins(pages: &mut [Page], head: &Head, fonts: &Fonts) {
    let many = pages.len().to_string();
    for (i, page) in pages.iter_mut().enumerate() {
        let number =
            words::fill(&words::ja("report.paper.page"), &[("n", &(i + 1).to_string()), ("m", &many)]);
        let mut say = |text: &str, weight: Weight, x: f32, y: f32| {
            let shape = line(text, weight, SMALL, Colour::Muted, (x, y), fonts);
            page.marks.push(Mark { element: None, shape });
        };
        let wide = |text: &str, weight: Weight| width(text, weight, SMALL, fonts);
        if i > 0 {
            say(&joined(&head.title, &head.whose), Weight::Regular, LEFT, 14.0 * MM);
            let right = LEFT + MEASURE - wide(&head.mark, Weight::Bold);
            say(&head.mark, Weight::Bold, right, 14.0 * MM);
        }
        let middle = LEFT + (MEASURE - wide(&number, Weight::Regular)) / 2.0;
        say(&number, Weight::Regular, middle, 286.0 * MM);
    }
}
