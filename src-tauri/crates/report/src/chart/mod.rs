//! Charts: ink and one accent, patterns before colours, values beside their marks, zero at the base. They are
//! drawn from released tables only; a hidden cell leaves a gap with its mark.

mod bars;
mod data;
mod pen;

use crate::Fonts;
use crate::documents::annual::ChartKind;
use crate::page::Shape;
use data::{Data, Form};
use disclosure::Released;

/// A finished chart, its marks counted from the upper left corner.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Caption, without number.
    pub title: String,
    /// Height in points.
    pub height: f32,
    /// What is drawn.
    pub shapes: Vec<Shape>,
    /// The chart in words, with the figures that are shown.
    pub alternative: String,
}

/// The table of a chart is published and shows enough to draw.
pub fn shows(kind: ChartKind, released: &Released) -> bool {
    data::of(kind, released).is_some()
}

/// Draws one chart over a width, or nothing where the table is not published or shows too little.
pub fn draw(kind: ChartKind, released: &Released, measure: f32, fonts: &Fonts) -> Option<Figure> {
    Some(drawn(&data::of(kind, released)?, measure, fonts))
}

/// Draws one chart beside its table, or nothing where it needs the whole width.
pub fn draw_beside(kind: ChartKind, released: &Released, measure: f32, fonts: &Fonts) -> Option<Figure> {
    let data = data::of(kind, released).filter(|data| data.form == Form::Bars)?;
    let room = bars::start(&pen::Pen::new(fonts, measure), &data) <= measure * 0.5;
    room.then(|| drawn(&data, measure, fonts))
}

fn drawn(data: &Data, measure: f32, fonts: &Fonts) -> Figure {
    let (shapes, height) = match data.form {
        Form::Columns => bars::upright(data, measure, fonts),
        Form::Line => bars::line(data, measure, fonts),
        Form::Bars => bars::lying(data, measure, fonts),
        Form::Stacked => bars::stacked(data, measure, fonts),
    };
    Figure { title: data.title.clone(), height, shapes, alternative: alternative(data) }
}

fn alternative(data: &Data) -> String {
    let mut parts = Vec::new();
    for (i, label) in data.labels.iter().enumerate() {
        let values: Vec<String> = data
            .series
            .iter()
            .map(|series| match (series.name.is_empty(), data.printed(series.values[i])) {
                (true, value) => value,
                (false, value) => format!("{} {value}", series.name),
            })
            .collect();
        parts.push(format!("{label} {}", values.join("・")));
    }
    format!("{}。{}。", data.title, parts.join("、"))
}
