//! What a rule means before it is kept, and what a series is before it is changed.

use super::change::remaining;
use super::{SeriesScope, found, lay, pivot};
use crate::house::Query;
use crate::plans::repeat::rule as read_rule;
use crate::plans::{Clash, ClockTime, PlanItem, clash, in_order};
use crate::{Circumstances, Failure, Topic};
use chrono::{Datelike, NaiveDate};
use domain::calendar::holiday_words;
use domain::calendar::recurrence::Rule;
use domain::measure::Id;
use domain::vocabulary::HolidayRule;
use serde::{Deserialize, Serialize};
use store::Reader;
use words::Language;

/// How many days of a rule are shown.
const SHOWN: usize = 10;

/// Asks what a rule means that begins on a day.
///
/// Errors: `series.unreadable-rule`, `series.unsupported-rule`, `series.no-day`, `plan.ends-early`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct RulePreview {
    rule: String,
    #[ts(type = "string")]
    on: NaiveDate,
    start: Option<ClockTime>,
    end: Option<ClockTime>,
    holidays: HolidayRule,
    org_id: Option<Id>,
}

/// A rule in words, and its next days.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct RuleView {
    /// 毎月第2火曜.
    pub words: String,
    /// Its first days.
    pub dates: Vec<RuleDate>,
    /// True when there are more of them.
    pub more: bool,
}

/// One day of a rule.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct RuleDate {
    /// Day by the rule alone.
    #[ts(type = "string")]
    pub due: NaiveDate,
    /// Day on which it takes place; none when it is left out.
    #[ts(type = "string | null")]
    pub on: Option<NaiveDate>,
    /// 1 is Monday; of the day on which it takes place, else of the day by the rule.
    pub weekday: u32,
    /// Why the day by the rule is off: the holiday, or what the user calls it.
    pub why: Option<String>,
    /// What else is planned at that time.
    pub clash: Option<Clash>,
}

impl Query for RulePreview {
    type Answer = RuleView;
    const TOPICS: &'static [Topic] = &[Topic::Plans, Topic::Settings];

    fn answer(self, _: &Circumstances, reader: &Reader) -> Result<RuleView, Failure> {
        let rule = read_rule(&self.rule, self.on)?;
        let times = in_order(self.start, self.end)?;
        let due: Vec<NaiveDate> = rule.dates(self.on).take(SHOWN + 1).collect();
        let last = due.last().copied().unwrap_or(self.on);
        let off = lay::off_days(reader, self.org_id.as_ref())?;
        let found = rule.occurrences(self.on, (self.on, last), self.holidays, &off);
        let mut dates = Vec::new();
        for day in due.iter().take(SHOWN) {
            let on = found.iter().find(|one| one.due == *day).map(|one| one.on);
            let clash = match on {
                Some(on) => clash::at(reader, on, &times, self.org_id.as_ref())?,
                None => None,
            };
            let weekday = on.unwrap_or(*day).weekday().number_from_monday();
            let why = if off(*day) { why(reader, *day, self.org_id.as_ref())? } else { None };
            dates.push(RuleDate { due: *day, on, weekday, why, clash });
        }
        Ok(RuleView { words: words_of(reader, &rule), dates, more: due.len() > SHOWN })
    }
}

/// A rule in the language of the settings.
pub(super) fn words_of(reader: &Reader, rule: &Rule) -> String {
    match crate::settings::language(reader) {
        Language::Ja => rule.ja(),
        Language::En => rule.en(),
    }
}

/// What a day off is called.
fn why(reader: &Reader, day: NaiveDate, org: Option<&Id>) -> Result<Option<String>, Failure> {
    if let Some(name) = holiday_words(day) {
        return Ok(Some(name));
    }
    let own = reader
        .days_off()?
        .into_iter()
        .find(|(_, of, off)| (of.is_none() || of.as_ref() == org) && off.covers(day));
    Ok(own.map(|(_, _, off)| off.name))
}

/// Asks for the series of a plan, as a change of it would find it.
///
/// Errors: `plan.unknown`, `series.none`, `series.unknown`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct SeriesPage {
    plan_id: Id,
    scope: SeriesScope,
}

/// A series and what a change of it would touch.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct SeriesSheet {
    /// The rule in words.
    pub words: String,
    /// The rule that is left from the first changed plan on.
    pub rule: String,
    /// What it does on days off.
    pub holidays: HolidayRule,
    /// Day by the rule of the first plan that would change.
    #[ts(type = "string")]
    pub first: NaiveDate,
    /// How many plans would change.
    pub ahead: u32,
    /// Plans that have passed or are on record, which no change touches.
    pub past: u32,
    /// Plans ahead that went their own way or were cancelled: they stay as they are.
    pub kept: Vec<PlanItem>,
    /// Days ahead that are left out, and stay so.
    #[ts(type = "string[]")]
    pub left_out: Vec<NaiveDate>,
}

impl Query for SeriesPage {
    type Answer = SeriesSheet;
    const TOPICS: &'static [Topic] = &[Topic::Plans, Topic::Contacts, Topic::Programmes];

    fn answer(self, around: &Circumstances, reader: &Reader) -> Result<SeriesSheet, Failure> {
        let today = around.today();
        let (_, series, due) = found(reader, &self.plan_id)?;
        let plans = reader.series_plans(&series.id)?;
        let first = pivot(&plans, due, self.scope, today);
        let rule = match series.rule.as_str() {
            "" => None,
            text => Some(remaining(&read_rule(text, series.starts)?, series.starts, first)),
        };
        let left_out =
            reader.series_exceptions(&series.id)?.into_iter().filter(|day| *day >= first).collect();
        let (mut ahead, mut past, mut kept) = (0, 0, Vec::new());
        for plan in plans {
            let later = plan.series.as_ref().is_some_and(|(_, day)| *day >= first);
            match (plan.is_fixed(today), later) {
                (false, true) => ahead += 1,
                (true, true) if plan.on >= today && !plan.is_recorded() => kept.push(PlanItem::from(plan)),
                (true, _) => past += 1,
                (false, false) => {}
            }
        }
        Ok(SeriesSheet {
            words: rule.as_ref().map(|rule| words_of(reader, rule)).unwrap_or_default(),
            rule: rule.as_ref().map(Rule::text).unwrap_or_default(),
            holidays: series.holidays,
            first,
            ahead,
            past,
            kept,
            left_out,
        })
    }
}
