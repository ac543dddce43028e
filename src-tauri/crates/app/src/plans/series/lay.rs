//! Laying a series out: its plans ahead are made, fitted and taken away until they are what the rule says.

use crate::house::Command;
use crate::plans::repeat::rule;
use crate::{Circumstances, Failure, Topic};
use chrono::{Days, NaiveDate};
use domain::calendar::recurrence::{MOST, Occurrence};
use domain::calendar::{FiscalYear, holiday};
use domain::measure::Id;
use serde::Deserialize;
use std::collections::BTreeMap;
use store::plans::Plan;
use store::series::Series;
use store::{Reader, Writer};

/// How far a holiday can shift a plan, in days, and as much again.
const REACH: Days = Days::new(45);

/// The last day to which series are laid out: the end of the coming fiscal year.
pub(crate) fn outlook(today: NaiveDate) -> NaiveDate {
    let year = FiscalYear::of(today);
    FiscalYear::try_from(year.year() + 1).unwrap_or(year).last()
}

/// Which days are off for a place: national holidays, the user's own and those of the place.
pub(crate) fn off_days(
    reader: &Reader,
    org: Option<&Id>,
) -> Result<impl Fn(NaiveDate) -> bool + use<>, Failure> {
    let own: Vec<_> =
        reader.days_off()?.into_iter().filter(|(_, of, _)| of.is_none() || of.as_ref() == org).collect();
    Ok(move |day: NaiveDate| holiday(day).is_some() || own.iter().any(|(_, _, off)| off.covers(day)))
}

/// Lays a series out. Nothing before `since` is made; `None` makes everything from its first day.
pub(super) fn lay(
    writer: &mut Writer,
    mut series: Series,
    since: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<(), Failure> {
    let mut wanted = wanted(writer, &series, since, today)?;
    for plan in writer.series_plans(&series.id)? {
        let due = plan.series.as_ref().map(|(_, due)| *due);
        let one = due.and_then(|due| wanted.remove(&due));
        match one {
            _ if plan.is_fixed(today) => {}
            Some(one) => fit(writer, &plan, &series, one)?,
            None => writer.remove_plan(&plan)?,
        }
    }
    for one in wanted.into_values() {
        writer.add_plan(&series.content, one.on, Some((&series.id, one.due)))?;
    }
    series.laid_until = Some(outlook(today));
    Ok(writer.keep_series(&series)?)
}

/// The occurrences that a series should have, by their day of the rule.
fn wanted(
    reader: &Reader,
    series: &Series,
    since: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<BTreeMap<NaiveDate, Occurrence>, Failure> {
    if series.rule.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rule = rule(&series.rule, series.starts)?;
    let off = off_days(reader, series.content.org_id.as_ref())?;
    let left_out = reader.series_exceptions(&series.id)?;
    let from = since.and_then(|day| day.checked_sub_days(REACH)).unwrap_or(series.starts).max(series.starts);
    let found = rule.occurrences(series.starts, (from, outlook(today)), series.holidays, off);
    Ok(found
        .into_iter()
        .filter(|one| !left_out.contains(&one.due) && since.is_none_or(|day| one.on >= day))
        .take(MOST as usize)
        .map(|one| (one.due, one))
        .collect())
}

/// Brings one plan in line, unless it already is.
fn fit(writer: &mut Writer, plan: &Plan, series: &Series, one: Occurrence) -> Result<(), Failure> {
    Ok(writer.fit_occurrence(plan, &series.content, one)?)
}

/// Lays every series out to the end of the coming fiscal year, where that has not happened yet; how many were.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(type = "Record<string, never>")]
pub struct ExtendSeries {}

impl Command for ExtendSeries {
    type Answer = u32;
    const CHANGES: &'static [Topic] = &[Topic::Plans];
    const UNDOABLE: bool = false;
    const LOGGED: bool = false;

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<u32, Failure> {
        let today = around.today();
        let mut extended = 0;
        for series in writer.all_series()? {
            if series.laid_until.is_none_or(|day| day < outlook(today)) {
                lay(writer, series, Some(today), today)?;
                extended += 1;
            }
        }
        Ok(extended)
    }
}
