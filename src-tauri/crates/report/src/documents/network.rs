//! The year in one picture: the coordinator in the middle, hospital, consultation, municipality and peers around,
//! each with what passed between them.

use super::builder::Builder;
use crate::Fonts;
use crate::fonts::Weight;
use crate::page::{Colour, Mark, Role, Shape};
use crate::typeset::flow::{Strip, on_grid};
use crate::typeset::lines::{Line, Setting, set};
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
/// Space between the rows, in which the arrows lie.
const GAP: f32 = 4.0 * STEP;
/// Space between a border and the words inside.
const INSET: f32 = 1.2 * STEP;
/// Lowest box.
const LOWEST: f32 = 8.0 * STEP;

/// Adds the picture to the flow. A box is as high as its words need, boxes in a row alike; nothing is cut.
pub fn add(builder: &mut Builder<'_>, network: &Network) {
    let (outer, inner) = WIDTHS;
    let fonts = builder.fonts;
    let [upper_left, upper_right, lower_left, lower_right] = &network.around;
    let needed = |found: &NetworkBox, width: f32| said(found, width, fonts).1;
    let upper = needed(upper_left, outer).max(needed(upper_right, outer));
    let middle = needed(&network.centre, inner);
    let lower = needed(lower_left, outer).max(needed(lower_right, outer));
    let (right, centre) = (MEASURE - outer, ((MEASURE - inner) / 2.0, upper + GAP));
    let below = centre.1 + middle + GAP;
    let mut strip = Strip { above: 2.0 * STEP, height: below + lower + STEP, ..Strip::default() };
    for x in [0.0, right] {
        let (from_x, to_x) = if x < centre.0 {
            (x + outer * 0.6, centre.0 + inner * 0.22)
        } else {
            (x + outer * 0.4, centre.0 + inner * 0.78)
        };
        strip.marks.extend(arrow((from_x, upper), (to_x, centre.1)));
        strip.marks.extend(arrow((from_x, below), (to_x, centre.1 + middle)));
    }
    let boxes = [
        (&network.centre, centre, (inner, middle), Colour::Soft),
        (upper_left, (0.0, 0.0), (outer, upper), Colour::Paper),
        (upper_right, (right, 0.0), (outer, upper), Colour::Paper),
        (lower_left, (0.0, below), (outer, lower), Colour::Paper),
        (lower_right, (right, below), (outer, lower), Colour::Paper),
    ];
    for (found, at, size, fill) in boxes {
        strip.marks.extend(drawn(builder, found, at, size, fill));
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

/// One thing said in a box: its lines, how they are set, their colour, the first baseline.
type Said = (Vec<Line>, Setting, Colour, f32);

/// Distance of two lines in a box.
const LEADING: f32 = 1.7 * STEP;

/// What a box says, and the height it needs.
fn said(found: &NetworkBox, width: f32, fonts: &Fonts) -> (Vec<Said>, f32) {
    let parts = std::iter::once((found.title.as_str(), Weight::Bold, 11.0, Colour::Ink))
        .chain(found.figures.iter().map(|figure| (figure.as_str(), Weight::Bold, 9.5, Colour::Ink)))
        .chain(found.text.lines().map(|text| (text, Weight::Regular, 9.0, Colour::Muted)));
    let mut all = Vec::new();
    let mut at = 1.9 * STEP;
    for (i, (text, weight, size, colour)) in parts.filter(|(text, ..)| !text.is_empty()).enumerate() {
        let setting = Setting { weight, size, measure: width - 2.0 * INSET, justified: false };
        at += if i == 1 { 0.5 * STEP } else { 0.0 };
        let lines = set(text, &setting, fonts);
        let height = lines.len() as f32 * LEADING;
        all.push((lines, setting, colour, at));
        at += height;
    }
    (all, on_grid(at - 0.4 * STEP).max(LOWEST))
}

fn drawn(
    builder: &mut Builder<'_>,
    found: &NetworkBox,
    (x, y): (f32, f32),
    (width, height): (f32, f32),
    fill: Colour,
) -> Vec<Mark> {
    let mut marks = vec![Mark { element: None, shape: Shape::Fill { x, y, width, height, colour: fill } }];
    let corners = vec![(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)];
    let border = Shape::Line { points: corners, width: 0.8, colour: Colour::Accent, dash: 0.0 };
    marks.push(Mark { element: None, shape: border });
    for (lines, setting, colour, at) in said(found, width, builder.fonts).0 {
        let element = builder.elements.element(Role::P, 0);
        for (i, line) in lines.into_iter().enumerate() {
            let text = line.text(&setting, colour, x + INSET, y + at + i as f32 * LEADING);
            marks.push(Mark { element: Some(element), shape: Shape::Text(text) });
        }
    }
    marks
}
