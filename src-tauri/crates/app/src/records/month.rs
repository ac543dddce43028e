//! 予定表（月）: the plans of a month in the boxes of their days, without the names of those to be seen, since a month
//! hangs on the wall.

use super::make::Office;
use super::schedule::{counted, title};
use super::style::{filled, joined, times, weekday, word};
use crate::Failure;
use chrono::{Datelike, Days, Months, NaiveDate, Weekday as OfWeek};
use domain::calendar::{PartialDate, holiday_words, long_date};
use domain::vocabulary::PlanResult;
use report::documents::records::{DayBox, Head, Month, Paper, Part, Planned, Weekday};
use store::Reader;
use store::plans::Plan;
use words::Language;

/// The month in which a day lies.
pub(super) fn month_of(of: NaiveDate) -> PartialDate {
    of.format("%Y-%m").to_string().parse().unwrap_or_else(|_| PartialDate::day(of))
}

/// The paper of the month in which a day lies, and how many plans it has. Cancelled ones stand on it too.
pub(super) fn paper(reader: &Reader, office: &Office, of: NaiveDate) -> Result<(Paper, usize), Failure> {
    let first = of - Days::new(u64::from(of.day0()));
    let last = first + Months::new(1) - Days::new(1);
    let plans = reader.plans_between(first, last)?;
    let sunday_first = reader.setting("week_starts")?.as_deref() == Some("sunday");
    let before = if sunday_first {
        first.weekday().num_days_from_sunday()
    } else {
        first.weekday().num_days_from_monday()
    };
    let start = first - Days::new(u64::from(before));
    let weekdays = start.iter_days().take(7).map(|on| Weekday {
        head: weekday(on, Language::Ja),
        off: matches!(on.weekday(), OfWeek::Sat | OfWeek::Sun),
    });
    let weeks = start
        .iter_weeks()
        .take_while(|monday| *monday <= last)
        .map(|monday| {
            monday
                .iter_days()
                .take(7)
                .map(|on| if (first..=last).contains(&on) { day_box(on, &plans) } else { DayBox::default() })
                .collect()
        })
        .collect();
    let name = long_date(month_of(of));
    let head = Head {
        title: word("month.title"),
        mark: word("mark"),
        whose: name.clone(),
        period: name,
        facts: counted(&plans),
        lines: office.lines(),
        approval: Vec::new(),
    };
    let month = Part::Month(Month { weekdays: weekdays.collect(), weeks });
    Ok((Paper { head, parts: vec![month], notes: vec![word("month.names")] }, plans.len()))
}

fn day_box(on: NaiveDate, plans: &[Plan]) -> DayBox {
    let holiday = holiday_words(on);
    DayBox {
        number: on.day().to_string(),
        rest: holiday.is_some() || on.weekday() == OfWeek::Sun,
        note: holiday.unwrap_or_default(),
        plans: plans.iter().filter(|plan| plan.on == on).map(planned).collect(),
    }
}

fn planned(plan: &Plan) -> Planned {
    let title = title(plan);
    let number =
        plan.session_no.map(|n| filled("schedule.number", &[("n", &n.to_string())])).unwrap_or_default();
    let place = plan.org.clone().filter(|org| !title.contains(org.as_str())).unwrap_or_default();
    let cancelled = (plan.result == PlanResult::Cancelled)
        .then(|| joined([word("schedule.cancelled"), plan.reason.clone().unwrap_or_default()], "\u{3000}"));
    Planned {
        time: times(&[plan.start.clone(), plan.end.clone()]),
        what: joined(
            [joined([title, number], " "), joined([place, plan.ward.clone().unwrap_or_default()], " ")],
            "\n",
        ),
        cancelled,
    }
}
