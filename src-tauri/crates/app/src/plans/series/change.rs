//! Changing a series from one plan on, or all of it that lies ahead.

use super::{found, lay, pivot};
use crate::house::Command;
use crate::plans::repeat::rule as read_rule;
use crate::plans::{ClockTime, in_order, known_person};
use crate::{Circumstances, Failure, Topic};
use chrono::{NaiveDate, TimeDelta, Weekday};
use domain::calendar::recurrence::{Bound, Pattern, Rule};
use domain::measure::Id;
use domain::vocabulary::HolidayRule;
use serde::Deserialize;
use std::collections::BTreeSet;
use store::Writer;
use store::plans::Plan;
use store::series::Series;

/// How much of a series a change is for; a single plan is changed as any other plan is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum SeriesScope {
    /// この回から後.
    Following,
    /// すべて（これから先の分）.
    All,
}

/// Changes the plans of a series from one of them on, or all that lie ahead. What has passed, is on record, was cancelled or
/// had been moved by itself stays as it is. `null` leaves a field as it was; moving the day moves the rule along.
///
/// Errors: `plan.unknown`, `series.none`, `series.settled`, `plan.ends-early`, `plan.unknown-person`, `series.no-day` and
/// the other refusals of a rule.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeSeries {
    plan_id: Id,
    scope: SeriesScope,
    #[ts(type = "string")]
    on: NaiveDate,
    start: Option<ClockTime>,
    end: Option<ClockTime>,
    rule: Option<String>,
    holidays: Option<HolidayRule>,
    title: Option<String>,
    ward: Option<String>,
    travel_minutes: Option<u32>,
    case_ids: Option<Vec<Id>>,
}

impl Command for ChangeSeries {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Plans, Topic::Programmes];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        let today = around.today();
        let (plan, old, due) = found(writer, &self.plan_id)?;
        if plan.is_fixed(today) && !(plan.apart && plan.on >= today) {
            return Err(Failure::new("series.settled").at("plan_id"));
        }
        let plans = writer.series_plans(&old.id)?;
        // A holiday may have shifted the plan; only what the user shifts moves the rule.
        let by = self.on - if plan.apart { due } else { plan.on };
        let change = Change { first: pivot(&plans, due, self.scope, today), due, by };
        let new = self.changed(writer, &old, change)?;
        let ahead = |plan: &Plan| plan.series.as_ref().is_some_and(|(_, day)| *day >= change.first);
        if plans.iter().all(|plan| ahead(plan) && !plan.is_fixed(today)) {
            writer.keep_series(&new)?;
            return hand_over(writer, &old, new, plans, (by, today));
        }
        let id = writer.add_series(new.starts, &new.rule, new.holidays, &new.content, None)?;
        let ended = Series { rule: ended(&old, change.first)?, ..old.clone() };
        writer.keep_series(&ended)?;
        let plans = plans.into_iter().filter(ahead).collect();
        hand_over(writer, &old, Series { id, uid: None, ..new }, plans, (by, today))?;
        lay::lay(writer, ended, Some(today), today)
    }
}

/// From which day of the rule a change counts, on which day the plan was due that it was made on, and by how much it moved.
#[derive(Clone, Copy)]
struct Change {
    first: NaiveDate,
    due: NaiveDate,
    by: TimeDelta,
}

impl ChangeSeries {
    /// The series as it is from its first changed day on.
    fn changed(&self, writer: &Writer, old: &Series, change: Change) -> Result<Series, Failure> {
        let [start, end] = in_order(self.start, self.end)?;
        let (rule, starts) = match &self.rule {
            Some(text) => {
                let starts = change.first + change.by;
                (read_rule(text, starts)?, starts)
            }
            None => {
                let was = remaining(&read_rule(&old.rule, old.starts)?, old.starts, change.first);
                let rule =
                    if change.by.is_zero() { was } else { was.moved(change.due, change.due + change.by) };
                let starts = moved_start(&rule, change.first, change.by);
                (read_rule(&rule.text(), starts)?, starts)
            }
        };
        let mut content = old.content.clone();
        content.start = start;
        content.end = end;
        if let Some(title) = &self.title {
            content.title = title.trim().to_owned();
        }
        if let Some(ward) = &self.ward {
            content.ward = ward.trim().to_owned();
        }
        if self.travel_minutes.is_some() {
            content.travel_minutes = self.travel_minutes;
        }
        if let Some(cases) = &self.case_ids {
            for case in cases {
                known_person(writer, case, "case_ids")?;
            }
            content.cases.clone_from(cases);
        }
        let holidays = self.holidays.unwrap_or(old.holidays);
        Ok(Series { starts, rule: rule.text(), holidays, content, ..old.clone() })
    }
}

/// The rule from one of its days on: a number of times is what is left of it.
pub(super) fn remaining(rule: &Rule, starts: NaiveDate, from: NaiveDate) -> Rule {
    match rule.bound() {
        Bound::Count(n) => {
            let gone = rule.dates(starts).take_while(|day| *day < from).count();
            let left = n.saturating_sub(u32::try_from(gone).unwrap_or(n)).max(1);
            rule.clone().ending(Bound::Count(left))
        }
        _ => rule.clone(),
    }
}

/// Where a moved rule begins: on its moved first day, or, with several days a week, within the week of its first day.
fn moved_start(rule: &Rule, first: NaiveDate, by: TimeDelta) -> NaiveDate {
    let moved = first + by;
    match rule.pattern() {
        Pattern::Weekly(days) if days.len() > 1 => moved.clamp(first.week(Weekday::Mon).first_day(), first),
        _ => moved,
    }
}

/// The text of a rule that ends with its last day before a day; empty where nothing of it is left.
pub(super) fn ended(series: &Series, before: NaiveDate) -> Result<String, Failure> {
    if series.rule.is_empty() {
        return Ok(String::new());
    }
    let rule = read_rule(&series.rule, series.starts)?;
    let last = rule.dates(series.starts).take_while(|day| *day < before).last();
    Ok(last.map(|day| rule.clone().ending(Bound::Until(day)).text()).unwrap_or_default())
}

/// Hands plans over to the changed series and lays it out. Those that no change touches stay with theirs, and the changed
/// series leaves their days out, so that nothing is planned twice; days that were left out stay left out.
fn hand_over(
    writer: &mut Writer,
    old: &Series,
    new: Series,
    plans: Vec<Plan>,
    (by, today): (TimeDelta, NaiveDate),
) -> Result<(), Failure> {
    let mut days = Standing::of(&new, by, today)?;
    for due in writer.series_exceptions(&old.id)? {
        if let Some(day) = days.take(due) {
            writer.add_series_exception(&new.id, day)?;
        }
    }
    let (fixed, open): (Vec<Plan>, Vec<Plan>) = plans.into_iter().partition(|plan| plan.is_fixed(today));
    for (plan, fixed) in fixed.into_iter().map(|p| (p, true)).chain(open.into_iter().map(|p| (p, false))) {
        let Some((_, due)) = plan.series.clone() else { continue };
        match (days.take(due), fixed) {
            (Some(day), true) => writer.add_series_exception(&new.id, day)?,
            (Some(day), false) => writer.hand_over(&plan, &new.id, day)?,
            (None, true) => {}
            (None, false) => writer.remove_plan(&plan)?,
        }
    }
    lay::lay(writer, new, Some(today), today)
}

/// The days of a changed rule, each standing for at most one day of the rule before.
struct Standing {
    days: BTreeSet<NaiveDate>,
    by: TimeDelta,
    near: i64,
}

impl Standing {
    fn of(new: &Series, by: TimeDelta, today: NaiveDate) -> Result<Self, Failure> {
        let rule = read_rule(&new.rule, new.starts)?;
        let last = lay::outlook(today);
        let near = match rule.pattern() {
            Pattern::Daily => 0,
            Pattern::Weekly(_) => 6,
            _ => 15,
        };
        Ok(Self { days: rule.dates(new.starts).take_while(|day| *day <= last).collect(), by, near })
    }

    /// The day that now stands for a day: moved as the plan was, the same, or the nearest of its week or month.
    fn take(&mut self, due: NaiveDate) -> Option<NaiveDate> {
        let moved = [due + self.by, due].into_iter().find(|day| self.days.contains(day));
        let away = |day: &NaiveDate| (*day - due).num_days().abs();
        let near = || self.days.iter().copied().filter(|day| away(day) <= self.near).min_by_key(away);
        let day = moved.or_else(near)?;
        self.days.remove(&day);
        Some(day)
    }
}
