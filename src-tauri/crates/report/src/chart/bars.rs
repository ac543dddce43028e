//! The drawings: upright columns, a line over months, lying bars, bars cut into parts.

use super::data::{Data, amount, gap_mark};
use super::pen::{LABEL, Pattern, Pen, Side};
use crate::Fonts;
use crate::page::{Colour, Shape};
use crate::typeset::STEP;
use crate::typeset::flow::on_grid;

/// Height of the field of upright charts.
const FIELD: f32 = 13.0 * STEP;
/// Room above the field for the labels of the highest marks.
const HEADROOM: f32 = 2.0 * STEP;
/// Distance of a label from its mark.
const AWAY: f32 = 3.0;

/// Columns over a row of labels, every value above its column.
pub fn upright(data: &Data, measure: f32, fonts: &Fonts) -> (Vec<Shape>, f32) {
    let mut pen = Pen::new(fonts, measure);
    let base = HEADROOM + FIELD;
    let slot = slot(&pen, data);
    let thick = (slot * 0.62).min(30.0);
    for (i, value) in data.series[0].values.iter().copied().enumerate() {
        let middle = slot * (i as f32 + 0.5);
        let top = match amount(value) {
            Some(n) => {
                let height = FIELD * n / data.top();
                pen.area(middle - thick / 2.0, base - height, thick, height, Pattern::Solid);
                base - height
            }
            None => base,
        };
        let (text, colour) = said(data, value);
        pen.label(&text, middle, top - AWAY, Side::Middle, colour);
    }
    feet(&mut pen, data, base);
    (pen.shapes, base + 2.0 * STEP)
}

/// A line over the labels, broken where a value is hidden.
pub fn line(data: &Data, measure: f32, fonts: &Fonts) -> (Vec<Shape>, f32) {
    let mut pen = Pen::new(fonts, measure);
    let base = HEADROOM + FIELD * 0.8;
    let slot = slot(&pen, data);
    let mut run: Vec<(f32, f32)> = Vec::new();
    let mut runs = Vec::new();
    for (i, value) in data.series[0].values.iter().copied().enumerate() {
        let x = slot * (i as f32 + 0.5);
        let (text, colour) = said(data, value);
        match amount(value) {
            Some(n) => {
                let y = base - FIELD * 0.8 * n / data.top();
                run.push((x, y));
                pen.label(&text, x, y - AWAY - 1.5, Side::Middle, colour);
            }
            None => {
                runs.push(std::mem::take(&mut run));
                pen.label(&text, x, base - AWAY, Side::Middle, colour);
            }
        }
    }
    runs.push(run);
    for run in runs {
        for (x, y) in &run {
            pen.fill(x - 1.6, y - 1.6, 3.2, 3.2, Colour::Accent);
        }
        if run.len() > 1 {
            pen.line(run, 1.2, Colour::Accent);
        }
    }
    feet(&mut pen, data, base);
    (pen.shapes, base + 2.0 * STEP)
}

/// Lying bars, the label before and the value after each.
pub fn lying(data: &Data, measure: f32, fonts: &Fonts) -> (Vec<Shape>, f32) {
    let mut pen = Pen::new(fonts, measure);
    let several = data.series.len() > 1;
    let mut y = if several { key(&mut pen, data) } else { 0.5 * STEP };
    let start = start(&pen, data);
    let longest =
        data.series.iter().flat_map(|s| &s.values).map(|v| pen.width(&data.printed(*v))).fold(0.0, f32::max);
    let field = (measure - start - longest - 2.0 * AWAY).min(measure * 0.62);
    let thick = if several { 1.1 * STEP } else { 1.2 * STEP };
    let top = y;
    let row = data.series.len() as f32 * thick + 0.75 * STEP;
    for (i, label) in data.labels.iter().enumerate() {
        pen.label(label, start - 2.0 * AWAY, y + row / 2.0 + LABEL * 0.36, Side::Before, Colour::Ink);
        for (s, series) in data.series.iter().enumerate() {
            let value = series.values[i];
            let at = y + 0.375 * STEP + s as f32 * thick;
            let length = amount(value).map_or(0.0, |n| field * n / data.top());
            pen.area(
                start,
                at,
                length,
                thick - if several { 1.0 } else { 0.0 },
                pattern(s, data.series.len()),
            );
            let (text, colour) = said(data, value);
            pen.label(&text, start + length + AWAY, at + thick / 2.0 + LABEL * 0.34, Side::After, colour);
        }
        y += row;
    }
    pen.axis((start, top), (start, y));
    (pen.shapes, on_grid(y + 0.5 * STEP))
}

/// Lying bars cut into parts, the sum of what is shown is not written: the table says it.
pub fn stacked(data: &Data, measure: f32, fonts: &Fonts) -> (Vec<Shape>, f32) {
    let mut pen = Pen::new(fonts, measure);
    let mut y = key(&mut pen, data);
    let start = start(&pen, data);
    let sum = |i: usize| data.series.iter().filter_map(|s| amount(s.values[i])).sum::<f32>();
    let top = (0..data.labels.len()).map(sum).fold(1.0, f32::max);
    let field = (measure - start) * 0.9;
    let (from, thick, row) = (y, 1.5 * STEP, 2.25 * STEP);
    for (i, label) in data.labels.iter().enumerate() {
        pen.label(label, start - 2.0 * AWAY, y + row / 2.0 + LABEL * 0.36, Side::Before, Colour::Ink);
        let mut x = start;
        if data.series.iter().all(|series| amount(series.values[i]).is_none()) {
            let mark = data.series.first().map_or_else(String::new, |series| gap_mark(series.values[i]));
            pen.label(&mark, x + AWAY, y + row / 2.0 + LABEL * 0.34, Side::After, Colour::Muted);
            y += row;
            continue;
        }
        for (s, series) in data.series.iter().enumerate() {
            let value = series.values[i];
            let length = amount(value).map_or(LABEL * 1.4, |n| field * n / top);
            if amount(value).is_some() {
                pen.area(x, y + 0.375 * STEP, length, thick, Pattern::ALL[s % Pattern::ALL.len()]);
            } else {
                pen.label(
                    &gap_mark(value),
                    x + length / 2.0,
                    y + row / 2.0 + LABEL * 0.34,
                    Side::Middle,
                    Colour::Muted,
                );
            }
            x += length;
        }
        y += row;
    }
    pen.axis((start, from), (start, y));
    (pen.shapes, on_grid(y + 0.5 * STEP))
}

fn slot(pen: &Pen<'_>, data: &Data) -> f32 {
    (pen.measure / data.labels.len().max(1) as f32).min(64.0)
}

fn said(data: &Data, value: disclosure::Shown) -> (String, Colour) {
    match amount(value) {
        Some(_) => (data.printed(value), Colour::Ink),
        None => (gap_mark(value), Colour::Muted),
    }
}

/// One series is solid; of two, the earlier is hatched and the later solid; more go by order.
fn pattern(series: usize, of: usize) -> Pattern {
    match (of, series) {
        (2, 0) => Pattern::Hatched,
        (2, _) => Pattern::Solid,
        _ => Pattern::ALL[series % Pattern::ALL.len()],
    }
}

/// The base line and the labels below it.
fn feet(pen: &mut Pen<'_>, data: &Data, base: f32) {
    let slot = slot(pen, data);
    pen.axis((0.0, base), (slot * data.labels.len() as f32, base));
    let widest = data.labels.iter().map(|l| pen.width(l)).fold(0.0, f32::max);
    // Where the labels would touch, every second or third is written.
    let every = ((widest + AWAY) / slot).ceil().max(1.0) as usize;
    for (i, label) in data.labels.iter().enumerate().step_by(every) {
        pen.label(label, slot * (i as f32 + 0.5), base + 1.4 * STEP, Side::Middle, Colour::Muted);
    }
}

/// Where lying bars begin: after the longest label.
pub fn start(pen: &Pen<'_>, data: &Data) -> f32 {
    data.labels.iter().map(|l| pen.width(l)).fold(0.0, f32::max) + 2.0 * AWAY
}

/// The names of the series with their patterns; returns where the bars may begin.
fn key(pen: &mut Pen<'_>, data: &Data) -> f32 {
    let mut x = start(pen, data);
    for (s, series) in data.series.iter().enumerate() {
        let chosen = if data.form == super::data::Form::Stacked {
            Pattern::ALL[s % Pattern::ALL.len()]
        } else {
            pattern(s, data.series.len())
        };
        pen.area(x, 0.55 * STEP, 14.0, 7.5, chosen);
        pen.label(&series.name, x + 18.0, 0.55 * STEP + 7.0, Side::After, Colour::Ink);
        x += 18.0 + pen.width(&series.name) + 14.0;
    }
    2.25 * STEP
}
