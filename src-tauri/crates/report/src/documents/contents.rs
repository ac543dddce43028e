//! 目次: chapters and sections with their pages, joined by a dotted line.

use super::builder::{BASELINE, line, wrapped};
use crate::Fonts;
use crate::fonts::Weight;
use crate::page::{Colour, Mark, OutlineEntry, Page, Role, Shape};
use crate::typeset::flow::{Flow, Strip, on_grid};
use crate::typeset::lines::{Setting, width};
use crate::typeset::table::{Structure, rule};
use crate::typeset::{BODY, MEASURE, STEP};

/// Lays out the table of contents; `entries` carry final page indices.
pub fn pages(entries: &[OutlineEntry], structure: &mut dyn Structure, fonts: &Fonts) -> Vec<Page> {
    let title = words::ja("report.paper.contents");
    let mut flow = Flow::default();
    let heading = structure.element(Role::H1, 0);
    let text = line(&title, Weight::Bold, 15.0, Colour::Ink, (0.0, 2.2 * STEP), fonts);
    let marks =
        vec![Mark { element: Some(heading), shape: text }, rule(3.5 * STEP, 0.0, MEASURE, 0.4, Colour::Ink)];
    flow.push(Strip { height: 4.0 * STEP, holds: true, marks, ..Strip::default() });
    let toc = structure.element(Role::Toc, 0);
    for entry in entries.iter().filter(|e| e.level <= 2) {
        let chapter = entry.level == 1;
        let (weight, indent) = if chapter { (Weight::Bold, 0.0) } else { (Weight::Regular, 2.0 * BODY) };
        let element = structure.element(Role::TocLine, toc);
        let number = (entry.page + 1).to_string();
        let figure = fonts.width(weight, &number, BODY);
        let measure = MEASURE - indent - figure - 3.0 * BODY;
        let setting = Setting { weight, size: BODY, measure, justified: false };
        let (shapes, after) =
            wrapped(&entry.title, &setting, Colour::Ink, (indent, BASELINE), 2.0 * STEP, fonts);
        let last = shapes.last().map_or(0.0, |shape| match shape {
            Shape::Text(text) => width(&text.string(), weight, BODY, fonts),
            _ => 0.0,
        });
        let y = after - 2.0 * STEP;
        let mut marks: Vec<Mark> =
            shapes.into_iter().map(|shape| Mark { element: Some(element), shape }).collect();
        let points = vec![(indent + last + 8.0, y - 3.0), (MEASURE - figure - 8.0, y - 3.0)];
        marks.push(Mark {
            element: None,
            shape: Shape::Line { points, width: 0.5, colour: Colour::Line, dash: 1.5 },
        });
        marks.push(Mark {
            element: Some(element),
            shape: line(&number, weight, BODY, Colour::Ink, (MEASURE - figure, y), fonts),
        });
        let above = if chapter { STEP } else { 0.0 };
        flow.push(Strip {
            above,
            height: on_grid(after - BASELINE),
            holds: chapter,
            marks,
            ..Strip::default()
        });
    }
    flow.pages(0).0
}
