//! 前年度集計・導入前の集計: figures of years and months before this program was used, typed in and printed as such.

use super::tables::{TYPED_MONTHS, TYPED_SURVEY, typed_figures, typed_month_caption};
use crate::house::{Command, Query};
use crate::{Circumstances, Failure, Topic};
use domain::calendar::FiscalYear;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use store::{Reader, Writer};

/// One figure that was typed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct TypedFigure {
    /// Which figure: a code of the table's rows.
    pub figure: String,
    /// Its caption as printed; ignored when it is kept.
    #[serde(default)]
    pub caption: String,
    /// The number; none while unknown.
    pub value: Option<u32>,
}

/// Asks for the figures of one table and year that were typed in, those without a number included.
///
/// Error: `report.no-typed-table`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct EarlierFigures {
    fiscal_year: FiscalYear,
    /// Number of the table: `1`, `2-1` (months of the year) or `28`.
    table: String,
}

/// Keeps the figures of one table and year that were typed in (手入力); without a number they are taken away.
///
/// Errors: `report.no-typed-table`, `report.no-figure`. Changes: reports.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct KeepEarlierFigures {
    fiscal_year: FiscalYear,
    /// Number of the table: `1`, `2-1` (months of the year) or `28`.
    table: String,
    figures: Vec<TypedFigure>,
}

/// Figures of a table that can be typed in.
fn figures_of(table: &str) -> Result<Vec<&'static str>, Failure> {
    match table {
        "1" => Ok(typed_figures().collect()),
        "2-1" => Ok(TYPED_MONTHS.to_vec()),
        "28" => Ok(TYPED_SURVEY.to_vec()),
        _ => Err(Failure::new("report.no-typed-table").at("table")),
    }
}

impl Query for EarlierFigures {
    type Answer = Vec<TypedFigure>;
    const TOPICS: &'static [Topic] = &[Topic::Reports];
    fn answer(self, _around: &Circumstances, reader: &Reader) -> Result<Self::Answer, Failure> {
        let kept = reader.earlier_figures()?;
        let value = |figure: &str| {
            let of = |f: &&store::report_plans::EarlierFigure| {
                f.fiscal_year == self.fiscal_year && f.table == self.table && f.figure == figure
            };
            kept.iter().find(of).map(|f| f.value)
        };
        let figure = |figure: &str| TypedFigure {
            figure: figure.to_owned(),
            caption: match self.table.as_str() {
                "1" => words::ja(&format!("report.row.{figure}")),
                "2-1" => typed_month_caption(figure),
                _ => words::ja(&format!("report.column.{figure}")),
            },
            value: value(figure),
        };
        Ok(figures_of(&self.table)?.into_iter().map(figure).collect())
    }
}

impl Command for KeepEarlierFigures {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Reports];
    fn perform(self, _around: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        let known = figures_of(&self.table)?;
        let mut seen = BTreeSet::new();
        let mut kept = Vec::new();
        for TypedFigure { figure, value, .. } in self.figures {
            if !known.contains(&figure.as_str()) || !seen.insert(figure.clone()) {
                return Err(Failure::new("report.no-figure").at("figures"));
            }
            kept.extend(value.map(|value| (figure, value)));
        }
        Ok(writer.keep_earlier_figures(self.fiscal_year, &self.table, &kept)?)
    }
}
