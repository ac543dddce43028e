//! The year in one picture: the coordinator in the middle, hospital, consultation, municipality and peers around,
//! each with what passed between them.

use super::builder::{Builder, line};
use crate::fonts::Weight;
use crate::page::{Colour, Mark, Role, Shape};
use crate::typeset::flow::Strip;
use crate::typeset::lines::{Setting, set};
use crate::typeset::table::Structure;
use crate::typeset::{MEASURE, STEP};

/// One box.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NetworkBox {
    /// 病院.
    pub title: String,
    /// Published figures, one line each.
    pub figures: Vec<String>,
    /// Words written for the report.
    pub text: String,
}

/// The coordinator and four boxes around: above left, above right, below left, below right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Network {
    /// The box in the middle.
    pub centre: NetworkBox,
    /// The boxes around.
    pub around: [NetworkBox; 4],
}

/// Width of the boxes around, and of the one in the middle.
const WIDTHS: (f32, f32) = (MEASURE * 0.38, MEASURE * 0.44);
/// Heights of the boxes around and in the middle, and the space between the rows.
const HEIGHTS: (f32, f32, f32) = (15.0 * STEP, 12.0 * STEP, 5.0 * STEP);

/// Adds the picture to the flow.
pub fn add(builder: &mut Builder<'_>, network: &Network) {
    let (outer, inner) = WIDTHS;
    let (high, middle, gap) = HEIGHTS;
    let height = 2.0 * high + middle + 2.0 * gap;
    let right = MEASURE - outer;
    let places = [(0.0, 0.0), (right, 0.0), (0.0, height - high), (right, height - high)];
    let centre = ((MEASURE - inner) / 2.0, high + gap);
    let mut strip = Strip { above: 2.0 * STEP, height: height + STEP, ..Strip::default() };
    for (x, y) in places {
        let above = y < centre.1;
        let from_x = if x < centre.0 { x + outer * 0.6 } else { x + outer * 0.4 };
        let to_x = if x < centre.0 { centre.0 + inner * 0.22 } else { centre.0 + inner * 0.78 };
        let from = (from_x, if above { y + high } else { y });
        let to = (to_x, if above { centre.1 } else { centre.1 + middle });
        strip.marks.extend(arrow(from, to));
    }
    let boxes = network.around.iter().zip(places).map(|(found, at)| (found, at, (outer, high), false));
    let all = std::iter::once((&network.centre, centre, (inner, middle), true)).chain(boxes);
    for (found, at, size, strong) in all {
        strip.marks.extend(drawn(builder, found, at, size, strong));
    }
    builder.flow.push(strip);
}

/// A line with a head at either end: something passes both ways.
fn arrow(from: (f32, f32), to: (f32, f32)) -> Vec<Mark> {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = dx.hypot(dy).max(0.01);
    let (ux, uy) = (dx / length, dy / length);
    let mark = |points: Vec<(f32, f32)>| Mark {
        element: None,
        shape: Shape::Line { points, width: 1.0, colour: Colour::Accent, dash: 0.0 },
    };
    let head = |tip: (f32, f32), back: f32| {
        let side = |way: f32| {
            (tip.0 + back * (ux * 6.0 - way * uy * 3.0), tip.1 + back * (uy * 6.0 + way * ux * 3.0))
        };
        mark(vec![side(1.0), tip, side(-1.0)])
    };
    vec![mark(vec![from, to]), head(from, 1.0), head(to, -1.0)]
}

fn drawn(
    builder: &mut Builder<'_>,
    found: &NetworkBox,
    (x, y): (f32, f32),
    (width, height): (f32, f32),
    strong: bool,
) -> Vec<Mark> {
    let fonts = builder.fonts;
    let fill = if strong { Colour::Soft } else { Colour::Paper };
    let mut marks = vec![Mark { element: None, shape: Shape::Fill { x, y, width, height, colour: fill } }];
    let corners = vec![(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)];
    let border = Shape::Line { points: corners, width: 0.8, colour: Colour::Accent, dash: 0.0 };
    marks.push(Mark { element: None, shape: border });
    let inset = 1.2 * STEP;
    let mut at = y + 1.9 * STEP;
    let element = builder.elements.element(Role::P, 0);
    let title = line(&found.title, Weight::Bold, 11.0, Colour::Ink, (x + inset, at), fonts);
    marks.push(Mark { element: Some(element), shape: title });
    at += 2.2 * STEP;
    let mut say = |builder: &mut Builder<'_>, text: &str, weight: Weight, size: f32, colour: Colour| {
        if text.is_empty() {
            return;
        }
        let element = builder.elements.element(Role::P, 0);
        let setting = Setting { weight, size, measure: width - 2.0 * inset, justified: false };
        for words in text.lines().flat_map(|text| set(text, &setting, fonts)) {
            // What does not fit its box is the writer's to shorten; the room of the text is counted in characters.
            if at > y + height - 0.4 * STEP {
                return;
            }
            let shape = Shape::Text(words.text(&setting, colour, x + inset, at));
            marks.push(Mark { element: Some(element), shape });
            at += 1.7 * STEP;
        }
    };
    for figure in &found.figures {
        say(builder, figure, Weight::Bold, 9.5, Colour::Ink);
    }
    say(builder, &found.text, Weight::Regular, 9.0, Colour::Muted);
    marks
}
