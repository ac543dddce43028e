//! クライシスプラン: a page that hangs where the person sees it. Large type, her own words, and whom to call.

use super::ruby;
use crate::Fonts;
use crate::documents::builder::{Builder, line};
use crate::fonts::Weight;
use crate::page::{Colour, Document, MM, Mark, Role};
use crate::typeset::flow::{Strip, on_grid};
use crate::typeset::lines::Setting;
use crate::typeset::table::{Structure, rule};
use crate::typeset::{MEASURE, STEP};

/// Sizes of the words, the largest first; the first with which everything fits on one sheet is taken.
const SIZES: [f32; 4] = [15.0, 13.5, 12.0, 10.5];
/// Room of the headings at the left.
const LABEL: f32 = 46.0 * MM;
/// Where the hours of a call begin.
const HOURS: f32 = 82.0 * MM;

/// Everything the page says. Texts may carry ふりがな: 入院《にゅういん》.
#[derive(Clone, Debug, Default)]
pub struct Crisis {
    /// クライシスプラン.
    pub title: String,
    /// 個人情報・取扱注意.
    pub mark: String,
    /// Name of the person with its kana.
    pub name: String,
    /// Headings and words; those without words are left out.
    pub parts: Vec<(String, String)>,
    /// Heading of the calls, with readings.
    pub calls_head: String,
    /// Whom to call, in order: who, when they can be reached, number.
    pub calls: Vec<[String; 3]>,
    /// Small lines at the foot.
    pub foot: Vec<String>,
}

/// Lays the page out as large as it fits on one sheet; only very long words take a second one.
pub fn lay_out(crisis: &Crisis, fonts: &Fonts) -> Document {
    let mut document = set(crisis, SIZES[0], fonts);
    for size in &SIZES[1..] {
        if document.pages.len() > 1 {
            document = set(crisis, *size, fonts);
        }
    }
    document
}

fn set(crisis: &Crisis, size: f32, fonts: &Fonts) -> Document {
    let mut builder = Builder::new(fonts);
    head(crisis, &mut builder);
    for (heading, words) in crisis.parts.iter().filter(|(_, words)| !words.trim().is_empty()) {
        part(heading, words, size, &mut builder);
    }
    if !crisis.calls.is_empty() {
        calls(crisis, size, &mut builder);
    }
    for (i, words) in crisis.foot.iter().filter(|words| !words.is_empty()).enumerate() {
        let element = builder.elements.element(Role::P, 0);
        let shape = line(words, Weight::Regular, 10.0, Colour::Muted, (0.0, 1.2 * STEP), fonts);
        let marks = vec![Mark { element: Some(element), shape }];
        let above = if i == 0 { 2.0 * STEP } else { 0.0 };
        builder.flow.push(Strip { above, height: 2.0 * STEP, marks, ..Strip::default() });
    }
    let Builder { flow, elements, .. } = builder;
    let (pages, outline) = flow.pages(0);
    Document { pages, elements: elements.0, outline, title: crisis.title.clone(), language: "ja" }
}

fn head(crisis: &Crisis, builder: &mut Builder<'_>) {
    let fonts = builder.fonts;
    let mut strip = Strip { height: 7.0 * STEP, holds: true, ..Strip::default() };
    let element = builder.elements.element(Role::H1, 0);
    let shape = line(&crisis.title, Weight::Bold, 24.0, Colour::Ink, (0.0, 3.4 * STEP), fonts);
    strip.marks.push(Mark { element: Some(element), shape });
    let element = builder.elements.element(Role::P, 0);
    let setting = Setting { weight: Weight::Bold, size: 17.0, measure: MEASURE, justified: false };
    let x = MEASURE - fonts.width(Weight::Bold, &ruby::plain(&crisis.name), 17.0);
    let (shapes, _) = ruby::lines(&crisis.name, &setting, Colour::Ink, (x, 3.4 * STEP), 4.0 * STEP, fonts);
    strip.marks.extend(shapes.into_iter().map(|shape| Mark { element: Some(element), shape }));
    strip.marks.push(rule(4.5 * STEP, 0.0, MEASURE, 2.0, Colour::Accent));
    let element = builder.elements.element(Role::P, 0);
    let wide = fonts.width(Weight::Bold, &crisis.mark, 10.0);
    let at = (MEASURE - wide, 6.0 * STEP);
    let shape = line(&crisis.mark, Weight::Bold, 10.0, Colour::Ink, at, fonts);
    strip.marks.push(Mark { element: Some(element), shape });
    strip.outline = Some((1, crisis.title.clone()));
    builder.flow.push(strip);
}

/// A heading at the left and its words beside it, under a hairline.
fn part(heading: &str, words: &str, size: f32, builder: &mut Builder<'_>) {
    let fonts = builder.fonts;
    let label = Setting { weight: Weight::Bold, size: 12.0, measure: LABEL - 3.0 * MM, justified: false };
    let body = Setting { weight: Weight::Regular, size, measure: MEASURE - LABEL, justified: false };
    let mut strip = Strip { above: 0.5 * STEP, ..Strip::default() };
    strip.marks.push(rule(0.0, 0.0, MEASURE, 0.4, Colour::Line));
    let element = builder.elements.element(Role::H2, 0);
    let parted = ruby::parted(heading, &ruby::SPACES, &label, fonts);
    let (shapes, mut after) =
        ruby::lines(&parted, &label, Colour::Accent, (0.0, size * 1.55), 12.0 * 1.75, fonts);
    strip.marks.extend(shapes.into_iter().map(|shape| Mark { element: Some(element), shape }));
    let mut y = size * 1.55;
    for paragraph in words.lines().filter(|paragraph| !paragraph.trim().is_empty()) {
        let element = builder.elements.element(Role::P, 0);
        let (shapes, next) = ruby::lines(paragraph, &body, Colour::Ink, (LABEL, y), size * 1.7, fonts);
        strip.marks.extend(shapes.into_iter().map(|shape| Mark { element: Some(element), shape }));
        y = next;
    }
    after = after.max(y);
    strip.height = on_grid(after - size * 0.9);
    strip.outline = Some((2, ruby::plain(heading)));
    builder.flow.push(strip);
}

/// Whom to call, in order, with the number large.
fn calls(crisis: &Crisis, size: f32, builder: &mut Builder<'_>) {
    let fonts = builder.fonts;
    let element = builder.elements.element(Role::H2, 0);
    let mut strip = Strip { above: 2.0 * STEP, height: 3.0 * STEP, holds: true, ..Strip::default() };
    let setting = Setting { weight: Weight::Bold, size: 14.0, measure: MEASURE, justified: false };
    let at = (0.0, 1.8 * STEP);
    let (shapes, _) = ruby::lines(&crisis.calls_head, &setting, Colour::Accent, at, 2.0 * STEP, fonts);
    strip.marks.extend(shapes.into_iter().map(|shape| Mark { element: Some(element), shape }));
    strip.outline = Some((2, ruby::plain(&crisis.calls_head)));
    builder.flow.push(strip);
    let number = size + 3.0;
    let count = crisis.calls.len();
    for (i, [who, hours, phone]) in crisis.calls.iter().enumerate() {
        let mut strip = Strip { height: on_grid(number * 1.6), holds: i + 1 < count, ..Strip::default() };
        let (width, colour) = if i == 0 { (0.8, Colour::Ink) } else { (0.4, Colour::Line) };
        strip.marks.push(rule(0.0, 0.0, MEASURE, width, colour));
        let base = strip.height / 2.0 + number * 0.36;
        let mut say = |text: &str, weight: Weight, size: f32, x: f32| {
            let element = builder.elements.element(Role::P, 0);
            let shape = line(text, weight, size, Colour::Ink, (x, base), fonts);
            strip.marks.push(Mark { element: Some(element), shape });
        };
        let order = (i + 1).to_string();
        say(&order, Weight::Bold, number, 2.0 * MM);
        say(
            &ruby::plain(who),
            Weight::Bold,
            fitting(&ruby::plain(who), size, HOURS - 14.0 * MM, fonts),
            12.0 * MM,
        );
        let wide = fonts.width(Weight::Bold, phone, number);
        say(
            hours,
            Weight::Regular,
            fitting(hours, size * 0.8, MEASURE - HOURS - wide - 3.0 * MM, fonts),
            HOURS,
        );
        say(phone, Weight::Bold, number, MEASURE - wide);
        if i + 1 == count {
            strip.marks.push(rule(strip.height, 0.0, MEASURE, 0.8, Colour::Ink));
        }
        builder.flow.push(strip);
    }
}

/// A size at which one line of text keeps within a width.
fn fitting(text: &str, size: f32, room: f32, fonts: &Fonts) -> f32 {
    let wide = fonts.width(Weight::Bold, text, size);
    if wide > room && wide > 0.0 { size * (room / wide).max(0.4) } else { size }
}
