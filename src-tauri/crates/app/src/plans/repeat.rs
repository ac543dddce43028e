//! How a plan comes back, as a form says it, and planning something once or as a series.

use super::series;
use crate::{Circumstances, Failure};
use chrono::NaiveDate;
use domain::calendar::recurrence::{BadRule, Rule};
use domain::measure::Id;
use domain::vocabulary::HolidayRule;
use serde::Deserialize;
use store::Writer;
use store::series::Content;

/// How a plan comes back.
#[derive(Clone, Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct Repeat {
    /// The rule as RFC 5545 writes it: `FREQ=WEEKLY;BYDAY=TU`.
    pub rule: String,
    /// What it does on days off.
    pub holidays: HolidayRule,
}

/// Reads a rule that begins on a day.
///
/// Errors: `series.unreadable-rule`, `series.unsupported-rule`, `series.no-day`.
pub(crate) fn rule(text: &str, starts: NaiveDate) -> Result<Rule, Failure> {
    Rule::read(text, starts, None).map_err(|bad| {
        let id = match bad {
            BadRule::Unreadable => "series.unreadable-rule",
            BadRule::Unsupported => "series.unsupported-rule",
            BadRule::Never => "series.no-day",
        };
        Failure::new(id).at("rule")
    })
}

/// Plans something on a day, or from that day on as often as it comes back; the first plan.
///
/// Errors: those of [`rule`].
pub(crate) fn plan(
    around: &Circumstances,
    writer: &mut Writer,
    content: &Content,
    on: NaiveDate,
    repeat: Option<&Repeat>,
) -> Result<Id, Failure> {
    match repeat {
        None => Ok(writer.add_plan(content, on, None)?),
        Some(repeat) => series::begin(around, writer, content, on, repeat),
    }
}
