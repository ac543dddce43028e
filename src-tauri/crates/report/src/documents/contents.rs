//! 目次: chapters and sections with their pages, joined by a dotted line.

use super::builder::{BASELINE, line};
use crate::Fonts;
use crate::fonts::Weight;
use crate::page::{Colour, Mark, OutlineEntry, Page, Role, Shape};
use crate::typeset::flow::{Flow, Strip};
use crate::typeset::lines::width;
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
        let words = width(&entry.title, weight, BODY, fonts);
        let figure = fonts.width(weight, &number, BODY);
        let mut marks = vec![Mark {
            element: Some(element),
            shape: line(&entry.title, weight, BODY, Colour::Ink, (indent, BASELINE), fonts),
        }];
        let dots = (indent + words + 8.0, MEASURE - figure - 8.0);
        let points = vec![(dots.0, BASELINE - 3.0), (dots.1, BASELINE - 3.0)];
        marks.push(Mark {
            element: None,
            shape: Shape::Line { points, width: 0.5, colour: Colour::Line, dash: 1.5 },
        });
        marks.push(Mark {
            element: Some(element),
            shape: line(&number, weight, BODY, Colour::Ink, (MEASURE - figure, BASELINE), fonts),
        });
        let above = if chapter { STEP } else { 0.0 };
        flow.push(Strip { above, height: 2.0 * STEP, holds: chapter, marks, ..Strip::default() });
    }
    flow.pages(0).0
}
