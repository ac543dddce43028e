//! 主な数字: the year at a glance, from the headline totals and the totals of two tables.

use super::builder::{Builder, line};
use super::sheet::{hours, thousands};
use crate::Fonts;
use crate::fonts::Weight;
use crate::page::{Colour, Mark, Piece, Role, Shape, Text};
use crate::typeset::flow::Strip;
use crate::typeset::table::{Structure, rule};
use crate::typeset::{MEASURE, STEP};
use disclosure::{ColumnType, Released, Shown};

/// Figures in a row.
const ACROSS: usize = 4;
/// Space between columns.
const GUTTER: f32 = 4.0 * STEP;

/// One figure: what it is, its value, its unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// 実人数.
    pub label: String,
    /// 21.
    pub value: String,
    /// 人.
    pub unit: String,
}

fn key(label: &str, value: String, unit: &str) -> Key {
    let word = |name: &str| words::ja(&format!("report.paper.key.{name}"));
    Key { label: word(label), value, unit: word(unit) }
}

/// The figures of a year that may be shown.
pub fn of_released(released: &Released, active_label: &str, person_unit: &str) -> Vec<Key> {
    let totals = released.headline();
    let people = |label: &str, n: u64| Key {
        unit: person_unit.to_owned(),
        ..key(label, thousands(n), "persons_unit")
    };
    let mut keys = Vec::new();
    if released.tells_totals() {
        keys.extend([
            people("distinct", totals.distinct),
            Key { label: active_label.to_owned(), ..people("active", totals.active) },
            people("new", totals.new),
            people("discharged", totals.discharged),
            people("closed", totals.closed),
        ]);
    }
    if let Some(n) = total(released, "3", &["計", "件数"], ColumnType::Count) {
        keys.push(key("contacts", thousands(n), "contacts_unit"));
    }
    if let Some(n) = total(released, "3", &["時間"], ColumnType::Minutes) {
        keys.push(key("hours", hours(n), "hours_unit"));
    }
    if let Some(n) = total(released, "17", &["訪問日数", "日数"], ColumnType::Count) {
        keys.push(key("visit_days", thousands(n), "days_unit"));
    }
    keys
}

/// The total in the first column of that kind with one of these captions: of the total row, or of the only row.
fn total(released: &Released, id: &str, captions: &[&str], unit: ColumnType) -> Option<u64> {
    let table = released.table(id).filter(|t| *t.total_row() || t.rows().len() == 1)?;
    let column = captions.iter().find_map(|caption| {
        let fits = |(name, kind): (&String, &ColumnType)| name.contains(caption) && *kind == unit;
        table.columns().iter().zip(table.column_types()).position(fits)
    })?;
    match table.cells().last()?.get(column)? {
        Shown::Number(n) => Some(*n),
        Shown::Hidden | Shown::NotApplicable => None,
    }
}

/// Adds figures to the flow, four in a row.
pub fn row(builder: &mut Builder<'_>, keys: &[Key]) {
    let width = (MEASURE - GUTTER * (ACROSS as f32 - 1.0)) / ACROSS as f32;
    for (at, row) in keys.chunks(ACROSS).enumerate() {
        let mut strip = Strip { above: STEP, height: 7.0 * STEP, ..Strip::default() };
        for (i, key) in row.iter().enumerate() {
            let x = i as f32 * (width + GUTTER);
            let element = builder.elements.element(Role::P, 0);
            let fonts = builder.fonts;
            let say = |text: &str, weight, size, colour, x, y| Mark {
                element: Some(element),
                shape: line(text, weight, size, colour, (x, y), fonts),
            };
            let Key { label, unit, .. } = key;
            if at > 0 {
                strip.marks.push(rule(0.0, x, x + width, 0.4, Colour::Line));
            }
            strip.marks.push(say(label, Weight::Regular, 9.0, Colour::Muted, x, 1.7 * STEP));
            let (value, wide) = large(&key.value, (x, 5.0 * STEP), fonts);
            strip.marks.push(Mark { element: Some(element), shape: value });
            let after = x + wide + 4.0;
            strip.marks.push(say(unit, Weight::Regular, 9.0, Colour::Muted, after, 5.0 * STEP));
        }
        builder.flow.push(strip);
    }
}

/// Size of a large figure in points.
const LARGE: f32 = 22.0;
/// A point or comma has the width of a digit in a table; in a large figure what follows it is drawn so far back, in em.
const CLOSER: f32 = 0.22;

/// A large figure and its width.
fn large(value: &str, (x, y): (f32, f32), fonts: &Fonts) -> (Shape, f32) {
    let mut pieces: Vec<Piece> = Vec::new();
    for part in value.split_inclusive(['.', ',']) {
        let shift = if pieces.is_empty() { 0.0 } else { -CLOSER * LARGE };
        pieces.push(Piece { text: part.to_owned(), shift });
    }
    let shifts: f32 = pieces.iter().map(|piece| piece.shift).sum();
    let wide = fonts.width(Weight::Bold, value, LARGE) + shifts;
    let text = Text { x, y, size: LARGE, weight: Weight::Bold, colour: Colour::Ink, spacing: 0.0, pieces };
    (Shape::Text(text), wide)
}
