//! 「これからの道のり」: a page for the person. Large type, a road from the entrance to the exit, where we stand, and
//! what comes next. Nothing else.

use super::ruby;
use crate::Fonts;
use crate::documents::builder::{Builder, line};
use crate::fonts::Weight;
use crate::page::{Colour, Document, MM, Mark, Role, Shape};
use crate::typeset::flow::{Strip, on_grid};
use crate::typeset::lines::Setting;
use crate::typeset::table::Structure;
use crate::typeset::{MEASURE, STEP};

/// Sizes the person's own words may take, the largest first.
const WORDS: [f32; 3] = [18.0, 15.5, 13.5];
/// Lines that the largest sizes may take.
const FEW: usize = 3;
/// Distance of the stops where there is room.
const STOP: f32 = 12.6 * MM;
/// What is tried until the page fits: the first size of the person's words, and the distance of the stops.
const TRIES: [(usize, f32); 4] = [(0, STOP), (1, STOP), (2, STOP), (2, 10.4 * MM)];
/// Where the road runs, and how far it swings.
const ROAD: (f32, f32) = (21.0 * MM, 7.0 * MM);
/// How broad it is.
const ROAD_WIDTH: f32 = 8.0;
/// Where the words of the stops begin.
const LABEL: f32 = 40.0 * MM;

/// Everything the page says. Texts may carry ふりがな: 退院《たいいん》.
#[derive(Clone, Debug, Default)]
pub struct Road {
    /// これからの道のり.
    pub title: String,
    /// Name of the person with its kana.
    pub name: String,
    /// Heading and words of the wish; no words, no part.
    pub wish: (String, String),
    /// The stops in order.
    pub stops: Vec<String>,
    /// Which of them we have reached; the stops before it lie behind.
    pub here: usize,
    /// いま ここ.
    pub here_word: String,
    /// 入口 and 出口.
    pub ends: [String; 2],
    /// A sentence under the road.
    pub comfort: String,
    /// Headings and words of what comes next; those without words are left out.
    pub next: Vec<(String, String)>,
    /// Small lines at the foot.
    pub foot: Vec<String>,
}

/// Lays the page out as large as it fits on one sheet; only very long words take a second one.
pub fn lay_out(road: &Road, fonts: &Fonts) -> Document {
    let mut document = set(road, TRIES[0], fonts);
    for scale in &TRIES[1..] {
        if document.pages.len() > 1 {
            document = set(road, *scale, fonts);
        }
    }
    document
}

/// The page at a scale: the first size that the person's words may take, and the distance of the stops.
fn set(road: &Road, (first, pitch): (usize, f32), fonts: &Fonts) -> Document {
    let sizes = &WORDS[first..];
    let mut builder = Builder::new(fonts);
    title(road, &mut builder);
    part(&road.wish, sizes, &mut builder);
    builder.flow.push(Strip { height: STEP, ..Strip::default() });
    way(road, pitch, &mut builder);
    text(&road.comfort, 12.0, Weight::Regular, Colour::Muted, Role::P, 0.0, &mut builder);
    for next in &road.next {
        part(next, sizes, &mut builder);
    }
    for (i, words) in road.foot.iter().filter(|words| !words.is_empty()).enumerate() {
        let above = if i == 0 { STEP } else { 0.0 };
        text(words, 11.0, Weight::Regular, Colour::Muted, Role::P, above, &mut builder);
    }
    let Builder { flow, elements, .. } = builder;
    let (pages, outline) = flow.pages(0);
    Document { pages, elements: elements.0, outline, title: ruby::plain(&road.title), language: "ja" }
}

fn title(road: &Road, builder: &mut Builder<'_>) {
    let fonts = builder.fonts;
    let element = builder.elements.element(Role::H1, 0);
    let bold = |size: f32| Setting { weight: Weight::Bold, size, measure: MEASURE, justified: false };
    let mut strip = Strip { height: 5.0 * STEP, holds: true, ..Strip::default() };
    let (shapes, _) =
        ruby::lines(&road.title, &bold(24.0), Colour::Ink, (0.0, 3.4 * STEP), 4.0 * STEP, fonts);
    strip.marks.extend(shapes.into_iter().map(|shape| Mark { element: Some(element), shape }));
    let element = builder.elements.element(Role::P, 0);
    let plain = ruby::plain(&road.name);
    let x = MEASURE - fonts.width(Weight::Bold, &plain, 17.0);
    let (shapes, _) = ruby::lines(&road.name, &bold(17.0), Colour::Ink, (x, 3.4 * STEP), 4.0 * STEP, fonts);
    strip.marks.extend(shapes.into_iter().map(|shape| Mark { element: Some(element), shape }));
    let points = vec![(0.0, 4.5 * STEP), (MEASURE, 4.5 * STEP)];
    let shape = Shape::Line { points, width: 2.0, colour: Colour::Accent, dash: 0.0 };
    strip.marks.push(Mark { element: None, shape });
    strip.outline = Some((1, ruby::plain(&road.title)));
    builder.flow.push(strip);
}

/// A heading and its words, as large as they fit.
fn part((heading, words): &(String, String), sizes: &[f32], builder: &mut Builder<'_>) {
    if words.trim().is_empty() {
        return;
    }
    text(heading, 12.5, Weight::Bold, Colour::Accent, Role::H2, 1.5 * STEP, builder);
    builder.flow.hold_last();
    let fits = |size: &f32| {
        let setting = Setting { weight: Weight::Bold, size: *size, measure: MEASURE, justified: false };
        let plain = ruby::plain(&ruby::parted(words, &ruby::SPACES, &setting, builder.fonts));
        plain
            .lines()
            .map(|line| crate::typeset::lines::set(line, &setting, builder.fonts).len())
            .sum::<usize>()
            <= FEW
    };
    let last = sizes.last().copied().unwrap_or(WORDS[0]);
    let size = sizes.iter().copied().find(|size| fits(size)).unwrap_or(last);
    text(words, size, Weight::Bold, Colour::Ink, Role::P, 0.0, builder);
}

/// Text with its kana, a strip for every paragraph.
fn text(
    words: &str,
    size: f32,
    weight: Weight,
    colour: Colour,
    role: Role,
    above: f32,
    builder: &mut Builder<'_>,
) {
    let leading = size * 1.75;
    let setting = Setting { weight, size, measure: MEASURE, justified: false };
    for (i, paragraph) in words.lines().filter(|line| !line.trim().is_empty()).enumerate() {
        let element = builder.elements.element(role, 0);
        let parted = ruby::parted(paragraph, &ruby::SPACES, &setting, builder.fonts);
        let (shapes, after) =
            ruby::lines(&parted, &setting, colour, (0.0, size * 1.45), leading, builder.fonts);
        let marks = shapes.into_iter().map(|shape| Mark { element: Some(element), shape }).collect();
        let height = on_grid(after - size * 1.45);
        let above = if i == 0 { above } else { 0.0 };
        builder.flow.push(Strip { above, height, marks, ..Strip::default() });
    }
}

/// The road: its stops lie `pitch` apart and at its turns.
#[derive(Clone, Copy)]
struct Way {
    pitch: f32,
}

impl Way {
    /// The middle of the road at a height: it swings from side to side and passes every stop at its turn.
    fn middle(self, y: f32) -> f32 {
        ROAD.0 - ROAD.1 * (std::f32::consts::PI * (y / self.pitch - 0.5)).cos()
    }

    /// Where a stop lies.
    fn stop(self, i: usize) -> (f32, f32) {
        let y = (i as f32 + 0.5) * self.pitch;
        (self.middle(y), y)
    }

    /// A stretch of it from one stop to another.
    fn stretch(self, from: usize, to: usize, width: f32, colour: Colour) -> Shape {
        let (from, to) = (self.stop(from).1, self.stop(to).1);
        let steps = ((to - from) / MM).ceil().max(1.0) as usize;
        let at = |i: usize| from + (to - from) * i as f32 / steps as f32;
        let points = (0..=steps).map(|i| (self.middle(at(i)), at(i))).collect();
        Shape::Line { points, width, colour, dash: 0.0 }
    }
}

/// A disc: a circle drawn with a pen as wide as its radius.
fn disc((x, y): (f32, f32), radius: f32, colour: Colour) -> Shape {
    circle((x, y), radius / 2.0, radius, colour)
}

fn circle((x, y): (f32, f32), radius: f32, width: f32, colour: Colour) -> Shape {
    let turn = |i: usize| std::f32::consts::TAU * i as f32 / 48.0;
    let points = (0..=48).map(|i| (x + radius * turn(i).cos(), y + radius * turn(i).sin())).collect();
    Shape::Line { points, width, colour, dash: 0.0 }
}

/// The road with its stops.
fn way(road: &Road, pitch: f32, builder: &mut Builder<'_>) {
    let way = Way { pitch };
    let fonts = builder.fonts;
    let count = road.stops.len();
    let mut strip = Strip { height: on_grid(count as f32 * pitch), ..Strip::default() };
    let mut draw = |shape: Shape| strip.marks.push(Mark { element: None, shape });
    draw(way.stretch(road.here, count.saturating_sub(1), ROAD_WIDTH, Colour::Soft));
    draw(way.stretch(0, road.here, ROAD_WIDTH, Colour::Accent));
    for i in 0..count {
        let at = way.stop(i);
        if i < road.here {
            draw(disc(at, 4.4 * MM, Colour::Accent));
        } else if i == road.here {
            draw(disc(at, 6.4 * MM, Colour::Paper));
            draw(circle(at, 6.0 * MM, 2.2, Colour::Accent));
            draw(disc(at, 4.6 * MM, Colour::Accent));
        } else {
            draw(disc(at, 4.4 * MM, Colour::Paper));
            draw(circle(at, 4.4 * MM, 1.4, Colour::Accent));
        }
    }
    for (i, words) in road.stops.iter().enumerate() {
        let element = builder.elements.element(Role::P, 0);
        let mut say = |shape: Shape| strip.marks.push(Mark { element: Some(element), shape });
        let (x, y) = way.stop(i);
        let here = i == road.here;
        let number = (i + 1).to_string();
        let colour = if i <= road.here { Colour::Paper } else { Colour::Ink };
        let wide = fonts.width(Weight::Bold, &number, 12.0);
        say(line(&number, Weight::Bold, 12.0, colour, (x - wide / 2.0, y + 4.3), fonts));
        let size = if here { 18.0 } else { 14.0 };
        let weight = if here { Weight::Bold } else { Weight::Regular };
        let setting = Setting { weight, size, measure: MEASURE - LABEL, justified: false };
        let colour = if i < road.here { Colour::Muted } else { Colour::Ink };
        let (shapes, _) = ruby::lines(words, &setting, colour, (LABEL, y + size * 0.38), size * 1.5, fonts);
        shapes.into_iter().for_each(&mut say);
        if here {
            let wide = fonts.width(Weight::Bold, &ruby::plain(words), size);
            let from = LABEL + wide + 4.0 * MM;
            let flag = fonts.width(Weight::Bold, &road.here_word, 12.0);
            let (top, bottom) = (y - 4.0 * MM, y + 4.0 * MM);
            say(Shape::Fill {
                x: from,
                y: top,
                width: flag + 6.0 * MM,
                height: bottom - top,
                colour: Colour::Accent,
            });
            say(line(&road.here_word, Weight::Bold, 12.0, Colour::Paper, (from + 3.0 * MM, y + 4.5), fonts));
        }
    }
    for (words, y) in road.ends.iter().zip([way.stop(0).1, way.stop(count.saturating_sub(1)).1]) {
        let element = builder.elements.element(Role::P, 0);
        let setting = Setting { weight: Weight::Bold, size: 11.0, measure: MEASURE, justified: false };
        let (shapes, _) = ruby::lines(words, &setting, Colour::Accent, (0.0, y + 4.0), 16.0, fonts);
        strip.marks.extend(shapes.into_iter().map(|shape| Mark { element: Some(element), shape }));
    }
    builder.flow.push(strip);
}
