//! Another calendar's events as plans. Only what lies ahead comes in, once; what is there already is never changed.

use super::OURS;
use crate::house::House;
use crate::plans::repeat::Repeat;
use crate::plans::{empty, series};
use crate::{Circumstances, Failure};
use chrono::NaiveDate;
use domain::calendar::recurrence::{BadRule, MOST, Rule};
use domain::measure::Id;
use domain::vocabulary::{HolidayRule, PlanKind};
use exchange::ics::{Event, IcsError, read};
use serde::Serialize;
use std::collections::BTreeMap;
use store::Writer;
use store::series::Content;

/// Most days of one event that lasts several days.
const LONGEST: usize = 31;

/// What became of a calendar that was brought in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct CalendarImported {
    /// Plans that were added, each of a series counted.
    pub added: u32,
    /// Series among them.
    pub series: u32,
    /// Events that were here already; nothing of them was changed.
    pub known: u32,
    /// Events whose day has passed; they are left out.
    pub passed: u32,
    /// Events that are called off there; plans of ours are never taken away because of that.
    pub cancelled: u32,
    /// Alarms, attachments and links that were dropped.
    pub dropped: u32,
    /// Times in a zone that nobody explains; they were taken to be Japanese.
    pub assumed: u32,
    /// Events that did not come in, or not as they are written.
    pub faults: Vec<CalendarFault>,
}

/// One event that did not come in, or not as it is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct CalendarFault {
    /// Line of the file at which the event begins, where it is known.
    pub line: Option<u32>,
    /// Title, where there is one.
    pub title: String,
    /// Stable code.
    pub code: String,
    /// Why, in words.
    pub reason: String,
}

/// Brings a calendar in, all of it in one act that can be taken back.
///
/// Errors: `calendar.too-large`, `calendar.encoding`, `calendar.no-calendar`, `face.masked`.
pub fn import(house: &House, around: &Circumstances, bytes: &[u8]) -> Result<CalendarImported, Failure> {
    house.face().may_write()?;
    let calendar = read(bytes).map_err(|error| {
        Failure::new(match error {
            IcsError::TooLarge => "calendar.too-large",
            IcsError::Encoding => "calendar.encoding",
            IcsError::NoCalendar => "calendar.no-calendar",
        })
        .worded(house.language())
    })?;
    let mut told = Told { done: CalendarImported::default(), language: house.language() };
    told.done.dropped = calendar.dropped;
    told.done.assumed = calendar.assumed;
    for fault in &calendar.faults {
        told.fault(u32::try_from(fault.line).ok(), "", fault.reason.code());
    }
    let mut groups: BTreeMap<&str, Vec<&Event>> = BTreeMap::new();
    for event in &calendar.events {
        groups.entry(&event.uid).or_default().push(event);
    }
    house.perform(around, Some("ImportCalendar"), |writer| {
        for (uid, events) in &groups {
            take(around, writer, uid, events, &mut told)?;
        }
        Ok::<_, Failure>(writer.log_event("ImportCalendar", "", "done")?)
    })?;
    Ok(told.done)
}

struct Told {
    done: CalendarImported,
    language: words::Language,
}

impl Told {
    fn fault(&mut self, line: Option<u32>, title: &str, code: &str) {
        let reason = words::say(self.language, &format!("pack.calendar.fault.{code}"));
        self.done.faults.push(CalendarFault { line, title: title.to_owned(), code: code.to_owned(), reason });
    }
}

/// Takes the events of one name: an event, or a series with those of its days that were changed.
fn take(
    around: &Circumstances,
    writer: &mut Writer,
    uid: &str,
    events: &[&Event],
    told: &mut Told,
) -> Result<(), Failure> {
    let known = match uid.strip_suffix(OURS).map(|id| Id::try_from(id.to_owned())) {
        Some(Ok(id)) => writer.plan(&id)?.is_some() || writer.series(&id)?.is_some(),
        _ => writer.knows_uid(uid)?,
    };
    let count = u32::try_from(events.len()).unwrap_or(u32::MAX);
    let called_off = u32::try_from(events.iter().filter(|event| event.cancelled).count()).unwrap_or(u32::MAX);
    told.done.cancelled += called_off;
    if known {
        told.done.known += count - called_off;
        return Ok(());
    }
    let master = events.iter().find(|event| event.instance_of.is_none());
    let changed: Vec<&&Event> = events.iter().filter(|event| event.instance_of.is_some()).collect();
    let series = match master {
        Some(event) if !event.cancelled => match &event.rule {
            Some(rule) => repeated(around, writer, event, rule, &changed, told)?,
            None => {
                alone(around, writer, event, None, told)?;
                None
            }
        },
        _ => None,
    };
    for event in changed.iter().filter(|event| !event.cancelled) {
        alone(around, writer, event, series.as_ref(), told)?;
    }
    for day in master.iter().filter(|event| !event.cancelled).flat_map(|event| &event.besides) {
        let besides = Event {
            on: *day,
            last: *day,
            instance_of: Some(*day),
            ..(**master.unwrap_or(&events[0])).clone()
        };
        alone(around, writer, &besides, series.as_ref(), told)?;
    }
    Ok(())
}

/// What an event plans each time.
fn content(writer: &Writer, event: &Event) -> Result<Content, Failure> {
    let clock = |time: chrono::NaiveTime| time.format("%H:%M").to_string();
    Ok(Content {
        title: event.summary.replace('\n', " "),
        org_id: writer.organisation_called(&event.location)?,
        start: event.start.map(clock),
        end: event.end.map(clock),
        ..empty(PlanKind::Meeting)
    })
}

/// An event by itself, one plan for each of its days ahead. A changed day of a series goes its own way.
fn alone(
    around: &Circumstances,
    writer: &mut Writer,
    event: &Event,
    series: Option<&Id>,
    told: &mut Told,
) -> Result<(), Failure> {
    let content = content(writer, event)?;
    let days: Vec<NaiveDate> =
        event.on.iter_days().take_while(|day| *day <= event.last).take(LONGEST).collect();
    let ahead: Vec<NaiveDate> = days.into_iter().filter(|day| *day >= around.today()).collect();
    if ahead.is_empty() {
        told.done.passed += 1;
    }
    for day in ahead {
        let due = event.instance_of.unwrap_or(day);
        let id = writer.add_plan(&content, day, series.map(|series| (series, due)))?;
        writer.name_plan(&id, &event.uid, due, series.is_some(), &event.location)?;
        told.done.added += 1;
    }
    Ok(())
}

/// A series: its plans ahead, without the days that are left out or were changed.
fn repeated(
    around: &Circumstances,
    writer: &mut Writer,
    event: &Event,
    rule: &str,
    changed: &[&&Event],
    told: &mut Told,
) -> Result<Option<Id>, Failure> {
    let read = match Rule::read(rule, event.on, event.start) {
        Err(BadRule::Unsupported) => match shortened(rule) {
            Some(short) => {
                let read = Rule::read(&short, event.on, event.start);
                if read.is_ok() {
                    told.fault(None, &event.summary, "rule_cut");
                }
                read
            }
            None => Err(BadRule::Unsupported),
        },
        read => read,
    };
    let Ok(rule) = read else {
        told.fault(None, &event.summary, "rule");
        alone(around, writer, event, None, told)?;
        return Ok(None);
    };
    let today = around.today();
    if !rule.dates(event.on).take(80_000).any(|day| day >= today) {
        told.done.passed += 1;
        return Ok(None);
    }
    let left_out = event.left_out.iter().copied().chain(changed.iter().filter_map(|event| event.instance_of));
    let repeat = Repeat { rule: rule.text(), holidays: HolidayRule::Keep };
    let begun = series::Begun { uid: Some(&event.uid), left_out: left_out.collect(), since: Some(today) };
    let (id, plans) =
        series::begin_with(around, writer, &content(writer, event)?, event.on, &repeat, &begun)?;
    told.done.series += 1;
    told.done.added += plans;
    Ok(Some(id))
}

/// A rule with more times than are ever laid out, cut to as many as are.
fn shortened(rule: &str) -> Option<String> {
    let mut parts: Vec<String> = rule.split(';').map(str::to_owned).collect();
    let count = parts.iter_mut().find(|part| part.starts_with("COUNT="))?;
    let many = count["COUNT=".len()..].parse::<u64>().ok()? > u64::from(MOST);
    *count = format!("COUNT={MOST}");
    many.then(|| parts.join(";"))
}
