//! A month as it hangs on the wall: a row of seven days for each week, every plan in the box of its day. A week grows
//! with its fullest day and stays on one page; one that no page holds goes on overleaf, its dates said again.

use crate::documents::builder::{Builder, line};
use crate::fonts::Weight;
use crate::page::{Colour, MM, Mark, Role, Shape};
use crate::typeset::flow::Strip;
use crate::typeset::lines::{Line, Setting, set};
use crate::typeset::table::{Structure, rule};
use crate::typeset::{MEASURE, STEP};

/// Size of the plans.
const SIZE: f32 = 7.5;
/// Size of the dates.
const DATE: f32 = 10.0;
/// Distance of the lines of a box.
const LEADING: f32 = 1.2 * STEP;
/// Height of the line with the date, and room below the last line.
const EDGES: f32 = 1.8 * STEP;
/// Space between the edge of a box and its words.
const PAD: f32 = 0.8 * MM;
/// Width of a day off; the days between share what is left.
const OFF: f32 = 18.0 * MM;
/// Height that the weeks of an ordinary month share.
const SHARED: f32 = 204.0 * MM;
/// Lines of a box that one page holds under the heads.
const MOST: usize = 62;

/// One of the seven columns.
#[derive(Clone, Debug)]
pub struct Weekday {
    /// 月, 火 …
    pub head: String,
    /// A Saturday or a Sunday: its column is narrower.
    pub off: bool,
}

/// A plan in its box.
#[derive(Clone, Debug)]
pub struct Planned {
    /// From when to when; may be empty.
    pub time: String,
    /// What it is.
    pub what: String,
    /// Why it is struck through; none where it stands.
    pub cancelled: Option<String>,
}

/// One day.
#[derive(Clone, Debug, Default)]
pub struct DayBox {
    /// Its number; empty outside the month, where nothing stands.
    pub number: String,
    /// Nobody works: Sundays and holidays.
    pub rest: bool,
    /// The holiday.
    pub note: String,
    /// Its plans in order.
    pub plans: Vec<Planned>,
}

/// The month.
#[derive(Clone, Debug, Default)]
pub struct Month {
    /// The seven columns.
    pub weekdays: Vec<Weekday>,
    /// A row of seven boxes a week.
    pub weeks: Vec<Vec<DayBox>>,
}

/// A line of a box.
struct Laid {
    line: Line,
    setting: Setting,
    colour: Colour,
    struck: bool,
}

/// Adds a month to the flow.
pub fn add(month: &Month, builder: &mut Builder<'_>) {
    let places = places(&month.weekdays);
    let table = builder.elements.element(Role::Table, 0);
    let head_part = builder.elements.element(Role::TableHead, table);
    let head_row = builder.elements.element(Role::Row, head_part);
    let elements: Vec<Option<usize>> =
        month.weekdays.iter().map(|_| Some(builder.elements.element(Role::ColumnHead, head_row))).collect();
    let part = builder.elements.element(Role::TableBody, table);
    builder.flow.push(head(month, &places, &elements, builder));
    let again = head(month, &places, &vec![None; elements.len()], builder);
    let again = builder.flow.head(again);
    let least = ((SHARED / month.weeks.len().max(1) as f32 - EDGES) / LEADING) as usize;
    for week in &month.weeks {
        let row = builder.elements.element(Role::Row, part);
        let cells: Vec<usize> = week.iter().map(|_| builder.elements.element(Role::Cell, row)).collect();
        let boxes: Vec<Vec<Laid>> =
            week.iter().zip(&places).map(|(day, (_, width))| box_lines(day, *width, builder)).collect();
        let longest = boxes.iter().map(Vec::len).max().unwrap_or_default();
        for from in (0..longest.max(1)).step_by(MOST) {
            let lines = longest.saturating_sub(from).min(MOST).max(if from == 0 { least } else { 0 });
            let height = EDGES + lines as f32 * LEADING;
            let mut strip = Strip { height, head: Some(again), ..Strip::default() };
            for (((day, cell), place), laid) in week.iter().zip(&cells).zip(&places).zip(&boxes) {
                let shown = laid.iter().skip(from).take(MOST);
                strip.marks.extend(box_marks(day, *cell, place.0, shown, builder));
            }
            for (x, _) in &places[1..] {
                let points = vec![(*x, 0.0), (*x, height)];
                let shape = Shape::Line { points, width: 0.2, colour: Colour::Line, dash: 0.0 };
                strip.marks.push(Mark { element: None, shape });
            }
            strip.marks.push(rule(height, 0.0, MEASURE, 0.4, Colour::Ink));
            builder.flow.push(strip);
        }
    }
}

/// Left edges and widths of the columns.
fn places(weekdays: &[Weekday]) -> Vec<(f32, f32)> {
    let off = weekdays.iter().filter(|day| day.off).count();
    let other = (MEASURE - off as f32 * OFF) / weekdays.len().saturating_sub(off).max(1) as f32;
    let mut x = 0.0;
    let place = |day: &Weekday| {
        let width = if day.off { OFF } else { other };
        x += width;
        (x - width, width)
    };
    weekdays.iter().map(place).collect()
}

fn head(month: &Month, places: &[(f32, f32)], elements: &[Option<usize>], builder: &Builder<'_>) -> Strip {
    let height = 2.0 * STEP;
    let mut strip = Strip { height, holds: true, ..Strip::default() };
    strip.marks.push(rule(0.0, 0.0, MEASURE, 0.8, Colour::Ink));
    for ((day, place), element) in month.weekdays.iter().zip(places).zip(elements) {
        let at = (place.0 + PAD, 1.3 * STEP);
        let shape = line(&day.head, Weight::Regular, super::SMALL, Colour::Muted, at, builder.fonts);
        strip.marks.push(Mark { element: *element, shape });
    }
    strip.marks.push(rule(height, 0.0, MEASURE, 0.4, Colour::Ink));
    strip
}

/// The lines below the date of a box.
fn box_lines(day: &DayBox, width: f32, builder: &Builder<'_>) -> Vec<Laid> {
    let mut laid = Vec::new();
    let mut say = |text: &str, weight: Weight, colour: Colour, struck: bool| {
        let setting = Setting { weight, size: SIZE, measure: width - 2.0 * PAD, justified: false };
        let lines = fitting(text, &setting, builder);
        laid.extend(lines.into_iter().map(|line| Laid { line, setting, colour, struck }));
    };
    say(&day.note, Weight::Regular, Colour::Muted, false);
    for plan in &day.plans {
        let colour = if plan.cancelled.is_some() { Colour::Muted } else { Colour::Ink };
        say(&plan.time, Weight::Bold, colour, plan.cancelled.is_some());
        say(&plan.what, Weight::Regular, colour, plan.cancelled.is_some());
        say(plan.cancelled.as_deref().unwrap_or_default(), Weight::Regular, Colour::Muted, false);
    }
    laid
}

/// Lines no wider than the box: words that are wider on their own, as Latin ones may be, are parted where they must be.
fn fitting(text: &str, setting: &Setting, builder: &Builder<'_>) -> Vec<Line> {
    let wide = |text: &str| builder.fonts.width(setting.weight, text, setting.size) > setting.measure;
    let mut parted = String::new();
    for line in text.lines().flat_map(|line| set(line, setting, builder.fonts)) {
        let mut piece = String::new();
        for c in line.string().chars() {
            piece.push(c);
            if line.width > setting.measure && wide(&piece) {
                piece.pop();
                parted.push_str(&std::mem::take(&mut piece));
                parted.push('\n');
                piece.push(c);
            }
        }
        parted.push_str(&piece);
        parted.push('\n');
    }
    parted.lines().flat_map(|line| set(line, setting, builder.fonts)).collect()
}

/// The date of a box and some of its lines.
fn box_marks<'l>(
    day: &DayBox,
    cell: usize,
    left: f32,
    lines: impl Iterator<Item = &'l Laid>,
    builder: &Builder<'_>,
) -> Vec<Mark> {
    let x = left + PAD;
    let colour = if day.rest { Colour::Accent } else { Colour::Ink };
    let date = line(&day.number, Weight::Bold, DATE, colour, (x, 1.3 * STEP), builder.fonts);
    let mut marks = vec![Mark { element: Some(cell), shape: date }];
    for (i, laid) in lines.enumerate() {
        let y = 1.3 * STEP + (i + 1) as f32 * LEADING;
        let shape = Shape::Text(laid.line.clone().text(&laid.setting, laid.colour, x, y));
        marks.push(Mark { element: Some(cell), shape });
        if laid.struck {
            let through = y - 0.36 * SIZE;
            let points = vec![(x, through), (x + laid.line.width, through)];
            let shape = Shape::Line { points, width: 0.5, colour: laid.colour, dash: 0.0 };
            marks.push(Mark { element: None, shape });
        }
    }
    marks
}
