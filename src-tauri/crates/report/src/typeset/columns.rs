//! Widths of the columns of a table: figures first, words take what is left and wrap.

use super::lines::{Setting, set, width};
use super::{HALF, MEASURE};
use crate::Fonts;
use crate::fonts::Weight;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Words, set from the left, wrapped.
    Words,
    /// Figures, set from the right.
    Figures,
}

/// One column before its width is known.
#[derive(Clone, Debug)]
pub struct Column {
    /// What it holds.
    pub holds: Holds,
    /// Its head.
    pub head: String,
    /// Its cells.
    pub cells: Vec<String>,
}

/// Solved widths.
#[derive(Clone, Debug, PartialEq)]
pub struct Columns {
    /// Size of the cells in points.
    pub size: f32,
    /// Left edge and width of every column.
    pub places: Vec<(f32, f32)>,
    /// Width of the table.
    pub width: f32,
}

/// Sizes a table may take, the usual first.
const SIZES: [f32; 3] = [9.0, 8.5, 8.0];
/// Widths a table may take, so that tables share their right edges: half, two thirds, the whole measure. A table that
/// is set into a part of the page fills it.
const STOPS: [f32; 3] = [HALF, MEASURE * 2.0 / 3.0, MEASURE];
/// Least width of a column of words that has to wrap, in em: first one that keeps a name whole, at any size, then one
/// that breaks it.
const NARROWEST: [f32; 2] = [10.0, 5.0];

/// The mark of a note behind a figure. It hangs outside the column, so that the digits stay in line.
const NOTE_MARK: char = '※';

/// A figure without the mark of its note.
pub fn digits(figure: &str) -> &str {
    figure.trim_end_matches(NOTE_MARK)
}

/// The columns stand on a measure at the usual size with every word on one line.
pub fn fits(columns: &[Column], measure: f32, fonts: &Fonts) -> bool {
    let size = SIZES[0];
    let natural =
        columns.iter().map(|column| natural(column, cells(column, fonts), size, 1, fonts)).sum::<f32>();
    natural + gaps(columns, size) <= measure
}

/// Chooses size and widths: unwrapped where it fits, else with wrapped words.
pub fn solve(columns: &[Column], measure: f32, fonts: &Fonts) -> Columns {
    let cells: Vec<f32> = columns.iter().map(|column| cells(column, fonts)).collect();
    let natural = |size: f32, rows: usize| -> Vec<f32> {
        columns.iter().zip(&cells).map(|(column, cells)| natural(column, *cells, size, rows, fonts)).collect()
    };
    for least in NARROWEST {
        for size in SIZES {
            for rows in 1..=3 {
                let natural = natural(size, rows);
                if natural.iter().sum::<f32>() + gaps(columns, size) <= measure {
                    return spread(columns, natural, size, measure);
                }
            }
            if let Some(widths) = wrap(columns, natural(size, 3), size, least * size, measure) {
                return spread(columns, widths, size, measure);
            }
        }
    }
    let size = SIZES[SIZES.len() - 1];
    let even = (measure - gaps(columns, size)) / columns.len().max(1) as f32;
    spread(columns, vec![even; columns.len()], size, measure)
}

fn gap(columns: &[Column], size: f32) -> f32 {
    size * match columns.len() {
        ..=8 => 1.5,
        // A bracket at the end of a cell reaches half an em beyond its column.
        9 | 10 => 1.2,
        _ => 0.8,
    }
}

fn gaps(columns: &[Column], size: f32) -> f32 {
    let marks: f32 = columns.iter().map(|column| mark(column, size)).sum();
    gap(columns, size) * columns.len().saturating_sub(1) as f32 + marks
}

/// Room behind a column of figures for the marks of their notes.
fn mark(column: &Column, size: f32) -> f32 {
    let marked = column.holds == Holds::Figures && column.cells.iter().any(|cell| digits(cell) != cell);
    if marked { size } else { 0.0 }
}

/// Width of the widest cell, in em.
fn cells(column: &Column, fonts: &Fonts) -> f32 {
    let ink = |cell: &String| match column.holds {
        Holds::Words => width(cell, Weight::Bold, 1.0, fonts),
        Holds::Figures => width(digits(cell), Weight::Bold, 1.0, fonts),
    };
    column.cells.iter().map(ink).fold(0.0, f32::max)
}

/// Width of the widest cell (given in em) and of the head broken into at most `rows` lines.
fn natural(column: &Column, cells: f32, size: f32, rows: usize, fonts: &Fonts) -> f32 {
    (cells * size).max(head(&column.head, size, rows, fonts))
}

/// The narrowest measure at which a head takes at most `rows` lines; short heads, and short words before a unit in
/// brackets, stay whole.
fn head(text: &str, size: f32, rows: usize, fonts: &Fonts) -> f32 {
    let whole = width(text, Weight::Regular, size, fonts);
    let word = text.split('（').next().map_or(0.0, |word| width(word, Weight::Regular, size, fonts));
    let short = if word <= size * 5.0 { word.max(size * 4.0) } else { size * 4.0 };
    let mut measure = (whole / rows as f32).max(whole.min(short));
    while measure < whole {
        let setting = Setting { weight: Weight::Regular, size, measure, justified: false };
        if set(text, &setting, fonts).len() <= rows {
            return measure;
        }
        measure += size / 2.0;
    }
    whole
}

/// Shrinks the widest columns of words, none below `least`, until the table fits; `None` where it cannot.
fn wrap(columns: &[Column], mut widths: Vec<f32>, size: f32, least: f32, measure: f32) -> Option<Vec<f32>> {
    let room = measure - gaps(columns, size);
    let over = widths.iter().sum::<f32>() - room;
    let words: Vec<usize> = (0..columns.len()).filter(|i| columns[*i].holds == Holds::Words).collect();
    let give: f32 = words.iter().map(|i| widths[*i] - widths[*i].min(least)).sum();
    if over > give {
        return None;
    }
    // Lower a common ceiling over the columns of words until they fit.
    let fixed: f32 = widths.iter().sum::<f32>() - words.iter().map(|i| widths[*i]).sum::<f32>();
    let (mut low, mut high) = (least, measure);
    for _ in 0..40 {
        let ceiling = (low + high) / 2.0;
        let total = fixed + words.iter().map(|i| widths[*i].min(ceiling)).sum::<f32>();
        if total > room { high = ceiling } else { low = ceiling }
    }
    words.iter().for_each(|i| widths[*i] = widths[*i].min(low));
    Some(widths)
}

/// Gives what is left up to the next stop to the figures evenly, so that their columns are equally wide where they can be.
fn spread(columns: &[Column], mut widths: Vec<f32>, size: f32, measure: f32) -> Columns {
    let gap = gap(columns, size);
    let natural = widths.iter().sum::<f32>() + gaps(columns, size);
    let width = STOPS
        .into_iter()
        .filter(|stop| *stop < measure && measure >= MEASURE)
        .find(|stop| natural <= stop + 0.05)
        .unwrap_or(measure);
    let figures: Vec<usize> = (0..columns.len()).filter(|i| columns[*i].holds == Holds::Figures).collect();
    let mut spare = (width - natural).max(0.0);
    let widest = figures.iter().map(|i| widths[*i]).fold(0.0, f32::max);
    let wanted: f32 = figures.iter().map(|i| widest - widths[*i]).sum();
    let share = if wanted > 0.0 { (spare / wanted).min(1.0) } else { 0.0 };
    for i in &figures {
        widths[*i] += (widest - widths[*i]) * share;
    }
    spare -= wanted * share;
    let many = figures.len() as f32;
    let first = widths.first().copied().unwrap_or(0.0);
    let words = (columns.len() - figures.len()) as f32;
    if figures.len() > 2 {
        // The first column takes a share too, so that long rows of figures do not crowd it.
        let each = spare / (many + 1.0);
        figures.iter().for_each(|i| widths[*i] += each);
        if let Some(w) = widths.first_mut() {
            *w = first + each;
        }
    } else if words > 1.0 {
        let each = spare / words;
        (0..columns.len()).filter(|i| columns[*i].holds == Holds::Words).for_each(|i| widths[i] += each);
    } else {
        figures.iter().for_each(|i| widths[*i] += spare / many);
    }
    let mut x = 0.0;
    let places = widths
        .into_iter()
        .zip(columns)
        .map(|(w, column)| {
            let place = (x, w);
            x += w + gap + mark(column, size);
            place
        })
        .collect();
    Columns { size, places, width }
}
