//! 今日: what is planned, what comes next, who has not been met for long and what is due.

mod alerts;
mod limits;
mod task;

pub(crate) use alerts::of_day as alerts_of_day;
pub use alerts::{AlertLine, Deadline, GapLine, alerts, gaps_between};
pub(crate) use limits::thresholds;
pub use limits::{AlertLimit, AlertLimits, KeepAlertLimits};
pub use task::{AddTask, FinishTask, TaskLine};

use crate::house::Query;
use crate::plans::{self, PlanItem};
use crate::{Circumstances, Failure, Topic};
use chrono::{Datelike, NaiveDate};
use domain::calendar::FiscalYear;
use domain::vocabulary::WorkKind;
use serde::{Deserialize, Serialize};
use store::Reader;

/// Asks for one day; without one for today.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct Today {
    #[ts(type = "string | null")]
    on: Option<NaiveDate>,
}

/// One day.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
#[ts(rename = "Today")]
pub struct DaySheet {
    /// The day.
    #[ts(type = "string")]
    pub on: NaiveDate,
    /// 1 is Monday.
    pub weekday: u32,
    /// Name of the holiday.
    pub holiday: Option<String>,
    /// ねらい of the fiscal year.
    pub aim: Option<String>,
    /// Plans of the day.
    pub plans: Vec<PlanItem>,
    /// 結果が未記入の予定.
    pub unrecorded: Vec<PlanItem>,
    /// 次の一手: open ones by their day, then those done on the day.
    pub tasks: Vec<TaskLine>,
    /// People who have not been met for long, the longest first.
    pub gaps: Vec<GapLine>,
    /// 期限, those due first in front.
    pub deadlines: Vec<Deadline>,
    /// Minutes of the month up to the day by kind of work.
    pub hours: Vec<Hours>,
}

/// Minutes of one kind of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Hours {
    /// Kind of work.
    #[ts(type = "string")]
    pub kind: WorkKind,
    /// Minutes.
    pub minutes: u32,
}

impl Query for Today {
    type Answer = DaySheet;
    const TOPICS: &'static [Topic] = &[
        Topic::Plans,
        Topic::Cases,
        Topic::Contacts,
        Topic::Tasks,
        Topic::Programmes,
        Topic::Activities,
        Topic::Organisations,
        Topic::Settings,
    ];

    fn answer(self, around: &Circumstances, reader: &Reader) -> Result<DaySheet, Failure> {
        let on = self.on.unwrap_or(around.today());
        let (gaps, deadlines) = alerts::of_day(reader, on)?;
        let hours = reader.minutes_by_work(on.with_day(1).unwrap_or(on), on)?;
        Ok(DaySheet {
            on,
            weekday: on.weekday().number_from_monday(),
            holiday: domain::calendar::holiday_words(on),
            aim: reader.year_aim(FiscalYear::of(on).year())?,
            plans: plans::between(reader, on, on)?,
            unrecorded: plans::unrecorded(reader, on)?,
            tasks: reader.tasks_on(on)?.into_iter().map(|task| TaskLine::of(task, on)).collect(),
            gaps,
            deadlines,
            hours: hours.into_iter().map(|(kind, minutes)| Hours { kind, minutes }).collect(),
        })
    }
}
