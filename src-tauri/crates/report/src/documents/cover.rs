//! The cover: title, year, receiver, organisation, level, date, one accent rule, nothing else.

use super::annual::Cover;
use super::builder::{Builder, line, wrapped};
use crate::fonts::Weight;
use crate::page::{Colour, MM, Mark, Page, Role, Shape};
use crate::typeset::lines::{Setting, set, width};
use crate::typeset::table::Structure;
use crate::typeset::{LEFT, MEASURE};

/// Size of the title.
const TITLE: f32 = 24.0;
/// Baseline of the first line of the title.
const TITLE_AT: f32 = 100.0 * MM;

/// Lays out the cover and adds its elements.
pub fn page(cover: &Cover, builder: &mut Builder<'_>) -> Page {
    let fonts = builder.fonts;
    let mut page = Page::default();
    let mut say = |builder: &mut Builder<'_>, role: Role, shape: Shape| {
        let element = builder.elements.element(role, 0);
        page.marks.push(Mark { element: Some(element), shape });
    };
    if !cover.level_mark.is_empty() {
        let width = width(&cover.level_mark, Weight::Bold, 10.5, fonts);
        let at = (LEFT + MEASURE - width, 31.0 * MM);
        say(builder, Role::P, line(&cover.level_mark, Weight::Bold, 10.5, Colour::Ink, at, fonts));
    }
    say(
        builder,
        Role::P,
        line(&cover.year_line, Weight::Regular, 15.0, Colour::Ink, (LEFT, TITLE_AT - 15.0 * MM), fonts),
    );
    let title = builder.elements.element(Role::H1, 0);
    let mut y = TITLE_AT;
    let setting = Setting { weight: Weight::Bold, size: TITLE, measure: MEASURE, justified: false };
    // Words given apart by a space or a line break in the title stand on lines of their own where one line is too short.
    let parts = parts(&cover.title, MEASURE, fonts);
    for part in parts {
        for words in set(&part, &setting, fonts) {
            let shape = Shape::Text(words.text(&setting, Colour::Ink, LEFT, y));
            page.marks.push(Mark { element: Some(title), shape });
            y += 12.0 * MM;
        }
    }
    let accent = Shape::Line {
        points: vec![(LEFT, y), (LEFT + MEASURE, y)],
        width: 2.0,
        colour: Colour::Accent,
        dash: 0.0,
    };
    page.marks.push(Mark { element: None, shape: accent });
    let mut block = |builder: &mut Builder<'_>, text: &str, size: f32, weight: Weight, y: f32| {
        if text.is_empty() {
            return y;
        }
        let element = builder.elements.element(Role::P, 0);
        let setting = Setting { weight, size, measure: MEASURE, justified: false };
        let (shapes, after) = wrapped(text, &setting, Colour::Ink, (LEFT, y), 7.0 * MM, fonts);
        page.marks.extend(shapes.into_iter().map(|shape| Mark { element: Some(element), shape }));
        after + 2.0 * MM
    };
    block(builder, &cover.receiver, 12.5, Weight::Regular, y + 14.0 * MM);
    let mut y = 243.0 * MM;
    y = block(builder, &cover.date_line, 11.0, Weight::Regular, y);
    y = block(builder, &cover.organisation, 12.5, Weight::Bold, y);
    block(builder, &cover.author_line, 11.0, Weight::Regular, y);
    approvals(&cover.approval, builder, &mut page);
    page
}

/// Boxes for stamps, right above the foot, one under each head.
fn approvals(heads: &[String], builder: &mut Builder<'_>, page: &mut Page) {
    let (width, head, box_height) = (22.0 * MM, 6.0 * MM, 18.0 * MM);
    let (right, top) = (LEFT + MEASURE, 196.0 * MM);
    for (i, text) in heads.iter().rev().enumerate() {
        let x = right - (i as f32 + 1.0) * width;
        let (middle, bottom) = (top + head, top + head + box_height);
        let corners = vec![(x, top), (x + width, top), (x + width, bottom), (x, bottom), (x, top)];
        for points in [corners, vec![(x, middle), (x + width, middle)]] {
            let shape = Shape::Line { points, width: 0.4, colour: Colour::Ink, dash: 0.0 };
            page.marks.push(Mark { element: None, shape });
        }
        let element = builder.elements.element(Role::P, 0);
        let words = builder.fonts.width(Weight::Regular, text, 9.0);
        let at = (x + (width - words) / 2.0, top + 4.2 * MM);
        let shape = line(text, Weight::Regular, 9.0, Colour::Ink, at, builder.fonts);
        page.marks.push(Mark { element: Some(element), shape });
    }
}

/// The title on one line where it fits, else cut at its spaces.
fn parts(title: &str, measure: f32, fonts: &crate::Fonts) -> Vec<String> {
    if fonts.width(Weight::Bold, title, TITLE) <= measure {
        return vec![title.to_owned()];
    }
    title.split([' ', '\u{3000}', '\n']).filter(|p| !p.is_empty()).map(str::to_owned).collect()
}
