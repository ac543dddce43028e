//! The head of a paper: what it is, that it holds names, whom it is about, who made it, and the boxes for stamps.

use super::{CELL, SMALL, facts_strips};
use crate::documents::builder::{Builder, line};
use crate::fonts::Weight;
use crate::page::{Colour, MM, Mark, Role, Shape};
use crate::typeset::flow::{Strip, on_grid};
use crate::typeset::lines::width;
use crate::typeset::table::{Structure, rule};
use crate::typeset::{MEASURE, STEP};

/// Size of the title.
const TITLE: f32 = 17.0;
/// Baseline of the title.
const TITLE_AT: f32 = 2.2 * STEP;
/// One box for a stamp: width, height of its head, height of the room under it.
const STAMP: (f32, f32, f32) = (18.0 * MM, 5.0 * MM, 16.0 * MM);

/// What stands at the top of a paper.
#[derive(Clone, Debug, Default)]
pub struct Head {
    /// 支援経過記録. Also the title of the file, so it never holds a name.
    pub title: String,
    /// 個人情報・取扱注意.
    pub mark: String,
    /// Beside the title above later pages: the person or the day.
    pub whose: String,
    /// Beside the title: the period or the day.
    pub period: String,
    /// Whom or what it is about.
    pub facts: Vec<(String, String)>,
    /// Organisation, maker and day, one line each.
    pub lines: Vec<String>,
    /// Heads of the boxes for stamps; none for no boxes.
    pub approval: Vec<String>,
}

/// Adds the head to the flow.
pub fn add(head: &Head, builder: &mut Builder<'_>) {
    let fonts = builder.fonts;
    let mut strip = Strip { holds: true, ..Strip::default() };
    let title = builder.elements.element(Role::H1, 0);
    let shape = line(&head.title, Weight::Bold, TITLE, Colour::Ink, (0.0, TITLE_AT), fonts);
    strip.marks.push(Mark { element: Some(title), shape });
    let after = width(&head.title, Weight::Bold, TITLE, fonts) + 2.0 * STEP;
    let element = builder.elements.element(Role::P, 0);
    let shape = line(&head.period, Weight::Regular, 10.5, Colour::Ink, (after, TITLE_AT), fonts);
    strip.marks.push(Mark { element: Some(element), shape });
    mark(&head.mark, builder, &mut strip);
    let under = 3.2 * STEP;
    strip.marks.push(rule(under, 0.0, MEASURE, 1.6, Colour::Accent));

    let stamps = head.approval.len() as f32 * STAMP.0;
    let measure = if stamps > 0.0 { MEASURE - stamps - 2.0 * STEP } else { MEASURE };
    let mut y = under + 0.8 * STEP;
    // Beside the stamps there is room for one column of facts.
    let columns = if stamps > 0.0 { 1 } else { 2 };
    for facts in facts_strips(&head.facts, columns, measure, builder) {
        strip.marks.extend(facts.marks.into_iter().map(|mark| mark.moved(0.0, y)));
        y += facts.height;
    }
    let below = approvals(&head.approval, under + 0.8 * STEP, builder, &mut strip);
    // The maker stands under the stamps where they leave room beside the facts, else under the facts.
    let under_facts = if stamps > 0.0 { 0.0 } else { y };
    let mut line_y = (below + 0.6 * STEP).max(under_facts + 0.4 * STEP) + 1.1 * STEP;
    for text in head.lines.iter().filter(|text| !text.is_empty()) {
        let element = builder.elements.element(Role::P, 0);
        let x = MEASURE - width(text, Weight::Regular, CELL, fonts);
        let shape = line(text, Weight::Regular, CELL, Colour::Ink, (x, line_y), fonts);
        strip.marks.push(Mark { element: Some(element), shape });
        line_y += 1.5 * STEP;
    }
    strip.height = on_grid(y.max(line_y - 1.1 * STEP)) + 0.5 * STEP;
    strip.outline = Some((1, head.title.clone()));
    builder.flow.push(strip);
}

/// The mark in a frame at the upper right corner.
fn mark(text: &str, builder: &mut Builder<'_>, strip: &mut Strip) {
    if text.is_empty() {
        return;
    }
    let words = width(text, Weight::Bold, SMALL + 1.0, builder.fonts);
    let (left, right) = (MEASURE - words - 1.4 * STEP, MEASURE);
    let (top, bottom) = (TITLE_AT - 1.35 * STEP, TITLE_AT + 0.45 * STEP);
    let points = vec![(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
    let frame = Shape::Line { points, width: 0.8, colour: Colour::Ink, dash: 0.0 };
    strip.marks.push(Mark { element: None, shape: frame });
    let element = builder.elements.element(Role::P, 0);
    let at = (left + 0.7 * STEP, TITLE_AT - 0.1 * STEP);
    let shape = line(text, Weight::Bold, SMALL + 1.0, Colour::Ink, at, builder.fonts);
    strip.marks.push(Mark { element: Some(element), shape });
}

/// Boxes for stamps at the right, one under each head; gives the height below them.
fn approvals(heads: &[String], top: f32, builder: &mut Builder<'_>, strip: &mut Strip) -> f32 {
    let (wide, head, room) = STAMP;
    for (i, text) in heads.iter().rev().enumerate() {
        let x = MEASURE - (i as f32 + 1.0) * wide;
        let (middle, bottom) = (top + head, top + head + room);
        let corners = vec![(x, top), (x + wide, top), (x + wide, bottom), (x, bottom), (x, top)];
        for points in [corners, vec![(x, middle), (x + wide, middle)]] {
            let shape = Shape::Line { points, width: 0.4, colour: Colour::Ink, dash: 0.0 };
            strip.marks.push(Mark { element: None, shape });
        }
        let element = builder.elements.element(Role::P, 0);
        let words = builder.fonts.width(Weight::Regular, text, SMALL);
        let at = (x + (wide - words) / 2.0, top + 3.6 * MM);
        let shape = line(text, Weight::Regular, SMALL, Colour::Ink, at, builder.fonts);
        strip.marks.push(Mark { element: Some(element), shape });
    }
    if heads.is_empty() { 0.0 } else { top + head + room }
}
