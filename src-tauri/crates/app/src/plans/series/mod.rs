//! くり返しの予定: series of plans, laid out ahead as ordinary plans and changed for one, for those from one on, or for all
//! that lie ahead. What has passed, what is on record and what went its own way is never touched.

mod change;
mod days_off;
mod lay;
mod preview;
mod stop;

pub use change::{ChangeSeries, SeriesScope};
pub use days_off::{DayOffLine, DaysOff, KeepDayOff, RemoveDayOff};
pub use lay::ExtendSeries;
pub(crate) use lay::outlook;
pub use preview::{RuleDate, RulePreview, RuleView, SeriesPage, SeriesSheet};
pub use stop::{RemovePlan, StopSeries};

use super::repeat::{Repeat, rule};
use crate::{Circumstances, Failure};
use chrono::NaiveDate;
use domain::measure::Id;
use std::collections::BTreeSet;
use store::plans::Plan;
use store::series::{Content, Series};
use store::{Reader, Writer};

/// What a series brings along that comes from another calendar.
#[derive(Debug, Default)]
pub(crate) struct Begun<'a> {
    /// Its name there.
    pub(crate) uid: Option<&'a str>,
    /// Days of its rule that are left out.
    pub(crate) left_out: BTreeSet<NaiveDate>,
    /// Nothing is made before this day.
    pub(crate) since: Option<NaiveDate>,
}

/// Begins a series on a day and lays its plans out; the first of them.
///
/// Errors: `series.no-day` when holidays leave nothing of it, and those of [`rule`].
pub(crate) fn begin(
    around: &Circumstances,
    writer: &mut Writer,
    content: &Content,
    on: NaiveDate,
    repeat: &Repeat,
) -> Result<Id, Failure> {
    let (id, _) = begin_with(around, writer, content, on, repeat, &Begun::default())?;
    let first = writer.series_plans(&id)?.into_iter().next();
    first.map(|plan| plan.id).ok_or_else(|| Failure::new("series.no-day").at("rule"))
}

/// Begins a series as another calendar has it; the series, and how many plans it has.
pub(crate) fn begin_with(
    around: &Circumstances,
    writer: &mut Writer,
    content: &Content,
    on: NaiveDate,
    repeat: &Repeat,
    begun: &Begun,
) -> Result<(Id, u32), Failure> {
    let rule = rule(&repeat.rule, on)?;
    let id = writer.add_series(on, &rule.text(), repeat.holidays, content, begun.uid)?;
    for day in &begun.left_out {
        writer.add_series_exception(&id, *day)?;
    }
    let series = of(writer, &id)?;
    lay::lay(writer, series, begun.since, around.today())?;
    let plans = writer.series_plans(&id)?.len();
    Ok((id, u32::try_from(plans).unwrap_or(u32::MAX)))
}

/// A series by its id. Error: `series.unknown`.
pub(crate) fn of(reader: &Reader, id: &Id) -> Result<Series, Failure> {
    reader.series(id)?.ok_or_else(|| Failure::new("series.unknown").at("plan_id"))
}

/// A plan with its series and its day by the rule. Errors: `plan.unknown`, `series.none`.
fn found(reader: &Reader, plan: &Id) -> Result<(Plan, Series, NaiveDate), Failure> {
    let plan = super::find(reader, plan)?;
    let Some((id, due)) = plan.series.clone() else {
        return Err(Failure::new("series.none").at("plan_id"));
    };
    let series = of(reader, &id)?;
    Ok((plan, series, due))
}

/// The day by the rule from which a change counts: that of the plan, or of the first plan that still can change.
fn pivot(plans: &[Plan], due: NaiveDate, scope: SeriesScope, today: NaiveDate) -> NaiveDate {
    match scope {
        SeriesScope::Following => due,
        SeriesScope::All => {
            let ahead = plans.iter().filter(|plan| !plan.is_fixed(today));
            ahead.filter_map(|plan| Some(plan.series.as_ref()?.1)).min().map_or(due, |first| first.min(due))
        }
    }
}
