//! A ledger: rows of short cells beside one column of text in full. A long row goes on over the page, its head is
//! repeated, and its day is said again.

use super::{CELL, LEADING, SMALL, ruby};
use crate::documents::builder::{Builder, line};
use crate::fonts::Weight;
use crate::page::{Colour, MM, Mark, Role, Shape};
use crate::typeset::flow::{Strip, on_grid};
use crate::typeset::lines::{Setting, set};
use crate::typeset::table::{Structure, rule};
use crate::typeset::{MEASURE, STEP};

/// Rows of up to so many lines are never parted.
const WHOLE: usize = 8;
/// So many lines of a parted row stay together at either end.
const TOGETHER: usize = 3;
/// Space between columns.
const GAP: f32 = 2.5 * MM;
/// Space above the first line of a row.
const PAD: f32 = 0.3 * STEP;

/// One column.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// Its width in millimetres; the column of the text takes what is left.
    pub width: f32,
}

/// How a piece of the text is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// As written.
    Plain,
    /// Names in a row: lines end between them and are not stretched.
    Names,
    /// Beside the record: a late entry, a correction.
    Quiet,
    /// An earlier version, struck through.
    Struck,
}

/// A paragraph of the text.
#[derive(Clone, Debug)]
pub struct Block {
    /// How it is meant.
    pub tone: Tone,
    /// The words.
    pub text: String,
}

/// One row.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// The short cells in the order of the columns, the column of the text left out.
    pub cells: Vec<String>,
    /// The text.
    pub body: Vec<Block>,
    /// What the head says where the row goes on overleaf: R8.11.2（月）のつづき.
    pub continued: String,
}

/// Rows under one head.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// The columns.
    pub columns: Vec<Column>,
    /// Which of them holds the text.
    pub body: usize,
    /// The rows.
    pub rows: Vec<Entry>,
}

/// One set line of a cell.
struct Laid {
    shape: Shape,
    strike: Option<Shape>,
}

/// Left edges and widths of the columns.
fn places(ledger: &Ledger, measure: f32) -> Vec<(f32, f32)> {
    let fixed: f32 = ledger
        .columns
        .iter()
        .enumerate()
        .filter(|(i, _)| *i != ledger.body)
        .map(|(_, column)| column.width * MM)
        .sum();
    let left = measure - fixed - GAP * ledger.columns.len().saturating_sub(1) as f32;
    let mut x = 0.0;
    let place = |(i, column): (usize, &Column)| {
        let width = if i == ledger.body { left } else { column.width * MM };
        let place = (x, width);
        x += width + GAP;
        place
    };
    ledger.columns.iter().enumerate().map(place).collect()
}

/// Adds a ledger to the flow.
pub fn add(ledger: &Ledger, builder: &mut Builder<'_>) {
    let measure = MEASURE;
    let places = places(ledger, measure);
    let table = builder.elements.element(Role::Table, 0);
    let head_part = builder.elements.element(Role::TableHead, table);
    let head_row = builder.elements.element(Role::Row, head_part);
    let elements: Vec<Option<usize>> =
        ledger.columns.iter().map(|_| Some(builder.elements.element(Role::ColumnHead, head_row))).collect();
    let part = builder.elements.element(Role::TableBody, table);
    builder.flow.push(head(ledger, &places, &elements, measure, builder));
    let unmarked = vec![None; elements.len()];
    let again = head(ledger, &places, &unmarked, measure, builder);
    let repeated = builder.flow.head(again.clone());
    let mut used = 0.0;
    let count = ledger.rows.len();
    for (i, row) in ledger.rows.iter().enumerate() {
        let strips = row_strips(row, ledger, &places, part, builder);
        let lines = strips.len();
        let longer = (lines > WHOLE).then(|| builder.flow.head(going_on(&again, &row.continued, builder)));
        for (k, mut strip) in strips.into_iter().enumerate() {
            if k == 0 && i > 0 {
                strip.marks.push(rule(0.0, 0.0, measure, 0.2, Colour::Line));
            }
            strip.head = if k == 0 { Some(repeated) } else { longer.or(Some(repeated)) };
            let within = lines <= WHOLE || k + 1 < TOGETHER || k + TOGETHER >= lines;
            // The last line of the last row holds on to the closing rule.
            strip.holds = if k + 1 == lines { i + 1 == count } else { within };
            used += strip.height;
            builder.flow.push(strip);
        }
    }
    let marks = vec![rule(0.0, 0.0, measure, 0.8, Colour::Ink)];
    builder.flow.push(Strip { height: on_grid(used + 0.5 * STEP) - used, marks, ..Strip::default() });
}

fn head(
    ledger: &Ledger,
    places: &[(f32, f32)],
    elements: &[Option<usize>],
    measure: f32,
    builder: &Builder<'_>,
) -> Strip {
    let height = 2.0 * STEP;
    let mut strip = Strip { height, holds: true, ..Strip::default() };
    strip.marks.push(rule(0.0, 0.0, measure, 0.8, Colour::Ink));
    for ((column, place), element) in ledger.columns.iter().zip(places).zip(elements) {
        let at = (place.0, 1.3 * STEP);
        let shape = line(&column.head, Weight::Regular, SMALL, Colour::Muted, at, builder.fonts);
        strip.marks.push(Mark { element: *element, shape });
    }
    strip.marks.push(rule(height, 0.0, measure, 0.4, Colour::Ink));
    strip
}

/// The head with the day of the row that goes on.
fn going_on(head: &Strip, continued: &str, builder: &Builder<'_>) -> Strip {
    let mut strip = head.clone();
    let at = (0.0, head.height + 1.2 * STEP);
    let shape =
        crate::documents::builder::line(continued, Weight::Regular, SMALL, Colour::Muted, at, builder.fonts);
    strip.marks.push(Mark { element: None, shape });
    strip.height += LEADING;
    strip
}

/// A row, a strip for every line of it.
fn row_strips(
    row: &Entry,
    ledger: &Ledger,
    places: &[(f32, f32)],
    part: usize,
    builder: &mut Builder<'_>,
) -> Vec<Strip> {
    let element = builder.elements.element(Role::Row, part);
    let mut cells = row.cells.iter();
    let mut columns: Vec<(usize, Vec<Laid>)> = Vec::new();
    for (i, (x, width)) in places.iter().enumerate() {
        let role = if i == 0 { Role::RowHead } else { Role::Cell };
        let cell = builder.elements.element(role, element);
        let lines = if i == ledger.body {
            row.body.iter().flat_map(|block| block_lines(block, *x, *width, builder)).collect()
        } else {
            cell_lines(cells.next().map_or("", String::as_str), *x, *width, builder)
        };
        columns.push((cell, lines));
    }
    let count = columns.iter().map(|(_, lines)| lines.len()).max().unwrap_or(1).max(1);
    let mut strips: Vec<Strip> = (0..count)
        .map(|k| {
            let edges = if k == 0 { PAD } else { 0.0 } + if k + 1 == count { PAD } else { 0.0 };
            Strip { height: LEADING + edges, ..Strip::default() }
        })
        .collect();
    for (cell, lines) in columns {
        for (k, line) in lines.into_iter().enumerate() {
            let down = if k == 0 { PAD } else { 0.0 };
            let strike = line.strike.map(|shape| Mark { element: None, shape });
            let marks = std::iter::once(Mark { element: Some(cell), shape: line.shape }).chain(strike);
            strips[k].marks.extend(marks.map(|mark| mark.moved(0.0, down)));
        }
    }
    strips
}

fn cell_lines(text: &str, x: f32, width: f32, builder: &Builder<'_>) -> Vec<Laid> {
    let setting = Setting { weight: Weight::Regular, size: 9.0, measure: width + 0.3, justified: false };
    let parted = ruby::parted(text, &ruby::SPACES, &setting, builder.fonts);
    let lines = parted.lines().flat_map(|part| set(part, &setting, builder.fonts));
    lines
        .map(|line| Laid {
            shape: Shape::Text(line.text(&setting, Colour::Ink, x, 1.1 * STEP)),
            strike: None,
        })
        .collect()
}

fn block_lines(block: &Block, x: f32, width: f32, builder: &Builder<'_>) -> Vec<Laid> {
    let (size, colour) = match block.tone {
        Tone::Plain | Tone::Names => (CELL, Colour::Ink),
        Tone::Quiet | Tone::Struck => (SMALL, Colour::Muted),
    };
    let justified = block.tone != Tone::Names;
    let setting = Setting { weight: Weight::Regular, size, measure: width, justified };
    let mut laid = Vec::new();
    let text = match block.tone {
        Tone::Names => ruby::parted(&block.text, &['、'], &setting, builder.fonts),
        _ => block.text.clone(),
    };
    for line in text.lines().flat_map(|part| set(part, &setting, builder.fonts)) {
        let gaps = line.string().chars().count().saturating_sub(1) as f32;
        let end = x + line.width + line.spacing * gaps;
        let through = 1.1 * STEP - 0.36 * size;
        let strike = (block.tone == Tone::Struck).then(|| Shape::Line {
            points: vec![(x, through), (end, through)],
            width: 0.6,
            colour: Colour::Muted,
            dash: 0.0,
        });
        laid.push(Laid { shape: Shape::Text(line.text(&setting, colour, x, 1.1 * STEP)), strike });
    }
    laid
}
