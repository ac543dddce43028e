//! Tables: three rules, figures on the digit, heads that repeat, never fewer than three rows on either side of a break.

use super::STEP;
use super::columns::{Column, Columns, Holds, digits, fits, solve};
use super::flow::{Strip, on_grid};
use super::lines::{Line, Setting, set, single, width};
use crate::Fonts;
use crate::fonts::Weight;
use crate::page::{Colour, Mark, Role, Shape, Text};

/// A table as words, ready to be set.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Caption above the table.
    pub caption: String,
    /// What is added to the caption where the table goes on after a break.
    pub continued: String,
    /// Head and kind of every column, the row captions first.
    pub heads: Vec<(String, bool)>,
    /// Rows of as many cells.
    pub rows: Vec<Vec<String>>,
    /// The last row is the total.
    pub total: bool,
    /// Sentences below.
    pub notes: Vec<String>,
}

/// The elements a table adds to the structure, in the order it asks for them.
pub trait Structure {
    /// A new element inside another.
    fn element(&mut self, role: Role, parent: usize) -> usize;
}

/// Size of captions.
const CAPTION: f32 = 9.5;
/// Size of notes.
const NOTE: f32 = 8.5;
/// Fewest rows on either side of a break.
const TOGETHER: usize = 3;
/// Tables of up to so many rows are never broken: the months of a year and their total.
const WHOLE: usize = 13;
/// Tables of up to so many rows may stand beside another or beside their chart.
pub const SMALL: usize = 9;
/// Widths of the rules: above and below, under the head and over the total, between rows.
const RULES: (f32, f32, f32) = (0.8, 0.4, 0.2);

/// The columns of a table, its words and its figures.
fn columns(sheet: &Sheet) -> Vec<Column> {
    let column = |(i, (head, figures)): (usize, &(String, bool))| Column {
        holds: if *figures { Holds::Figures } else { Holds::Words },
        head: head.clone(),
        cells: sheet.rows.iter().filter_map(|row| row.get(i).cloned()).collect(),
    };
    sheet.heads.iter().enumerate().map(column).collect()
}

/// A short table of which no word has to be broken on a part of the page's width.
pub fn is_small(sheet: &Sheet, measure: f32, fonts: &Fonts) -> bool {
    sheet.rows.len() <= SMALL && fits(&columns(sheet), measure, fonts)
}

struct Set<'a> {
    columns: Columns,
    kinds: Vec<Holds>,
    fonts: &'a Fonts,
}

/// Sets a table as strips. The second value is the head to repeat; `number` is the index the flow will give it.
pub fn strips(
    sheet: &Sheet,
    parent: usize,
    number: usize,
    structure: &mut dyn Structure,
    fonts: &Fonts,
) -> (Vec<Strip>, Strip) {
    strips_within(sheet, super::MEASURE, parent, number, structure, fonts)
}

/// The same within a part of the page's width.
pub fn strips_within(
    sheet: &Sheet,
    measure: f32,
    parent: usize,
    number: usize,
    structure: &mut dyn Structure,
    fonts: &Fonts,
) -> (Vec<Strip>, Strip) {
    let columns = columns(sheet);
    let kinds = columns.iter().map(|c| c.holds).collect();
    let set = Set { columns: solve(&columns, measure, fonts), kinds, fonts };
    let table = structure.element(Role::Table, parent);
    let caption = structure.element(Role::Caption, table);
    let head = structure.element(Role::TableHead, table);
    let head_row = structure.element(Role::Row, head);
    let heads: Vec<usize> =
        sheet.heads.iter().map(|_| structure.element(Role::ColumnHead, head_row)).collect();
    let body = structure.element(Role::TableBody, table);

    let mut strips = vec![caption_strip(&sheet.caption, measure, Some(caption), Weight::Bold, fonts)];
    strips.push(set.head(sheet, &heads.iter().copied().map(Some).collect::<Vec<_>>()));
    let rows = sheet.rows.len();
    for (i, row) in sheet.rows.iter().enumerate() {
        let total = sheet.total && i + 1 == rows;
        let element = structure.element(Role::Row, body);
        let cells: Vec<usize> = (0..row.len())
            .map(|c| structure.element(if c == 0 { Role::RowHead } else { Role::Cell }, element))
            .collect();
        let mut strip = set.row(row, &cells, i, total);
        strip.head = Some(number);
        strip.holds = rows <= WHOLE || i + 1 < TOGETHER || i + 1 + TOGETHER > rows;
        strips.push(strip);
    }
    strips.push(set.foot(&strips));
    for (i, note) in sheet.notes.iter().enumerate() {
        let element = structure.element(Role::P, parent);
        let mut strip = note_strip_within(note, measure, element, fonts);
        strip.holds = i + 1 < sheet.notes.len();
        if let Some(above) = strips.last_mut() {
            above.holds = true;
        }
        strips.push(strip);
    }
    let mut again = caption_strip(
        &format!("{}{}", sheet.caption, sheet.continued),
        measure,
        None,
        Weight::Regular,
        fonts,
    );
    let repeated = set.head(sheet, &vec![None; heads.len()]);
    again.marks.extend(repeated.marks.into_iter().map(|m| m.moved(0.0, again.height)));
    again.height += repeated.height;
    (strips, again)
}

/// A caption line; it holds on to what follows.
pub fn caption_strip(
    caption: &str,
    measure: f32,
    element: Option<usize>,
    weight: Weight,
    fonts: &Fonts,
) -> Strip {
    let setting = Setting { weight, size: CAPTION, measure, justified: false };
    let mut strip = Strip { holds: true, above: 2.0 * STEP, ..Strip::default() };
    for line in set(caption, &setting, fonts) {
        let colour = if element.is_some() { Colour::Ink } else { Colour::Muted };
        let text = line.text(&setting, colour, 0.0, strip.height + 0.95 * STEP);
        strip.marks.push(Mark { element, shape: Shape::Text(text) });
        strip.height += 1.5 * STEP;
    }
    strip
}

/// A note below a table or figure.
pub fn note_strip(note: &str, element: usize, fonts: &Fonts) -> Strip {
    note_strip_within(note, super::MEASURE, element, fonts)
}

/// The same within a part of the page's width.
pub fn note_strip_within(note: &str, measure: f32, element: usize, fonts: &Fonts) -> Strip {
    let setting = Setting { weight: Weight::Regular, size: NOTE, measure, justified: true };
    let mut strip = Strip::default();
    for line in set(note, &setting, fonts) {
        let text = line.text(&setting, Colour::Muted, 0.0, strip.height + 0.95 * STEP);
        strip.marks.push(Mark { element: Some(element), shape: Shape::Text(text) });
        strip.height += 1.5 * STEP;
    }
    strip.height = on_grid(strip.height);
    strip
}

/// A rule as wide as given.
pub fn rule(y: f32, from: f32, to: f32, width: f32, colour: Colour) -> Mark {
    Mark { element: None, shape: Shape::Line { points: vec![(from, y), (to, y)], width, colour, dash: 0.0 } }
}

impl Set<'_> {
    fn lines(&self, text: &str, column: usize, weight: Weight) -> Vec<Line> {
        let size = self.columns.size;
        let (_, width) = self.columns.places[column];
        let setting = Setting { weight, size, measure: width + 0.3, justified: false };
        let whole = set(text, &setting, self.fonts);
        // What stands in brackets at the end goes to a line of its own rather than being torn.
        match text.rfind('（').filter(|at| *at > 0 && whole.len() > 1 && text.ends_with('）')) {
            Some(at) => {
                let (name, bracket) = text.split_at(at);
                let apart = [name, bracket].map(|part| set(part, &setting, self.fonts)).concat();
                if apart.len() <= whole.len() { apart } else { whole }
            }
            None => whole,
        }
    }

    /// The lines of a cell, the first baseline at `y`.
    fn cell(
        &self,
        lines: Vec<Line>,
        column: usize,
        weight: Weight,
        colour: Colour,
        y: f32,
        element: Option<usize>,
    ) -> Vec<Mark> {
        let (left, width) = self.columns.places[column];
        lines
            .into_iter()
            .enumerate()
            .map(|(i, line)| {
                let x = match self.kinds[column] {
                    Holds::Words => left,
                    Holds::Figures => left + width - self.ink(&line, weight),
                };
                let text = Text {
                    x,
                    y: y + i as f32 * 1.5 * STEP,
                    size: self.columns.size,
                    weight,
                    colour,
                    spacing: 0.0,
                    pieces: line.pieces,
                };
                Mark { element, shape: Shape::Text(text) }
            })
            .collect()
    }

    /// Width of a figure up to its last digit; the mark of a note hangs behind.
    fn ink(&self, line: &Line, weight: Weight) -> f32 {
        let text = line.string();
        match digits(&text) {
            own if own.len() < text.len() => width(own, weight, self.columns.size, self.fonts),
            _ => line.width,
        }
    }

    fn head(&self, sheet: &Sheet, elements: &[Option<usize>]) -> Strip {
        let cells: Vec<Vec<Line>> = sheet
            .heads
            .iter()
            .enumerate()
            .map(|(i, (head, _))| self.lines(head, i, Weight::Regular))
            .collect();
        let rows = cells.iter().map(Vec::len).max().unwrap_or(1) as f32;
        let height = (rows * 1.5 + 0.75) * STEP;
        let mut strip = Strip { height, holds: true, ..Strip::default() };
        strip.marks.push(rule(0.0, 0.0, self.columns.width, RULES.0, Colour::Ink));
        for (i, cell) in cells.into_iter().enumerate() {
            let y = 1.35 * STEP + (rows - cell.len() as f32) * 1.5 * STEP;
            strip.marks.extend(self.cell(cell, i, Weight::Regular, Colour::Muted, y, elements[i]));
        }
        strip.marks.push(rule(height, 0.0, self.columns.width, RULES.1, Colour::Ink));
        strip
    }

    fn row(&self, row: &[String], elements: &[usize], index: usize, total: bool) -> Strip {
        let weight = if total { Weight::Bold } else { Weight::Regular };
        let cells: Vec<Vec<Line>> = row
            .iter()
            .enumerate()
            .map(|(i, cell)| match self.kinds[i] {
                Holds::Words => self.lines(cell, i, weight),
                Holds::Figures => vec![single(cell, weight, self.columns.size, self.fonts)],
            })
            .collect();
        let rows = cells.iter().map(Vec::len).max().unwrap_or(1).max(1) as f32;
        let mut strip = Strip { height: (rows * 1.5 + 0.5) * STEP, ..Strip::default() };
        if total {
            strip.marks.push(rule(0.0, 0.0, self.columns.width, RULES.1, Colour::Ink));
        } else if index > 0 {
            strip.marks.push(rule(0.0, 0.0, self.columns.width, RULES.2, Colour::Line));
        }
        for (i, cell) in cells.into_iter().enumerate() {
            strip.marks.extend(self.cell(cell, i, weight, Colour::Ink, 1.35 * STEP, Some(elements[i])));
        }
        strip
    }

    /// The closing rule, and the way back to the grid.
    fn foot(&self, above: &[Strip]) -> Strip {
        let used: f32 = above.iter().map(|s| s.height).sum();
        let marks = vec![rule(0.0, 0.0, self.columns.width, RULES.0, Colour::Ink)];
        Strip { height: on_grid(used + 0.5 * STEP) - used, marks, ..Strip::default() }
    }
}
