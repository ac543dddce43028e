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

/// Draws one chart, or nothing where the table is not published or shows too little.
pub fn draw(kind: ChartKind, released: &Released, fonts: &Fonts) -> Option<Figure> {
    let data = data::of(kind, released)?;
    let (shapes, height) = match data.form {
        Form::Columns => bars::upright(&data, fonts),
        Form::Line => bars::line(&data, fonts),
        Form::Bars => bars::lying(&data, fonts),
        Form::Stacked => bars::stacked(&data, fonts),
    };
    Some(Figure { title: data.title.clone(), height, shapes, alternative: alternative(&data) })
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
