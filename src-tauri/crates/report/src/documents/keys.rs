//! 主な数字: the year at a glance, from the headline totals and the totals of two tables.

use super::builder::{Builder, line};
use super::sheet::{hours, thousands};
use crate::fonts::Weight;
use crate::page::{Colour, Mark, Role};
use crate::typeset::flow::Strip;
use crate::typeset::table::{Structure, rule};
use crate::typeset::{MEASURE, STEP};
use disclosure::{ColumnType, Released, Shown};

/// Figures in a row.
const ACROSS: usize = 4;
/// Space between columns.
const GUTTER: f32 = 4.0 * STEP;

struct Key {
    label: &'static str,
    value: String,
    unit: &'static str,
}

/// The figures that may be shown.
fn keys(released: &Released) -> Vec<Key> {
    let totals = released.headline();
    let people = |label, n: u64| Key { label, value: thousands(n), unit: "persons_unit" };
    let mut keys = vec![
        people("distinct", totals.distinct),
        people("active", totals.active),
        people("new", totals.new),
        people("discharged", totals.discharged),
        people("closed", totals.closed),
    ];
    if let Some(n) = total(released, "3", &["計", "件数"], ColumnType::Count) {
        keys.push(Key { label: "contacts", value: thousands(n), unit: "contacts_unit" });
    }
    if let Some(n) = total(released, "3", &["時間"], ColumnType::Minutes) {
        keys.push(Key { label: "hours", value: hours(n), unit: "hours_unit" });
    }
    if let Some(n) = total(released, "17", &["訪問日数", "日数"], ColumnType::Count) {
        keys.push(Key { label: "visit_days", value: thousands(n), unit: "days_unit" });
    }
    keys
}

/// The total row's value in the first column of that kind with one of these captions.
fn total(released: &Released, id: &str, captions: &[&str], unit: ColumnType) -> Option<u64> {
    let table = released.table(id).filter(|t| *t.total_row())?;
    let column = captions.iter().find_map(|caption| {
        let fits = |(name, kind): (&String, &ColumnType)| name.contains(caption) && *kind == unit;
        table.columns().iter().zip(table.column_types()).position(fits)
    })?;
    match table.cells().last()?.get(column)? {
        Shown::Number(n) => Some(*n),
        Shown::Hidden | Shown::NotApplicable => None,
    }
}

/// Adds the figures to the flow, four in a row.
pub fn add(builder: &mut Builder<'_>, released: &Released) {
    let keys = keys(released);
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
            let label = words::ja(&format!("report.paper.key.{}", key.label));
            let unit = words::ja(&format!("report.paper.key.{}", key.unit));
            if at > 0 {
                strip.marks.push(rule(0.0, x, x + width, 0.4, Colour::Line));
            }
            strip.marks.push(say(&label, Weight::Regular, 9.0, Colour::Muted, x, 1.7 * STEP));
            strip.marks.push(say(&key.value, Weight::Bold, 22.0, Colour::Ink, x, 5.0 * STEP));
            let after = x + fonts.width(Weight::Bold, &key.value, 22.0) + 4.0;
            strip.marks.push(say(&unit, Weight::Regular, 9.0, Colour::Muted, after, 5.0 * STEP));
        }
        builder.flow.push(strip);
    }
}
