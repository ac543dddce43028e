//! One event.

use super::lines::Line;
use super::zone::{Zones, date, moment};
use super::{Calendar, Reason};
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use std::collections::BTreeSet;

/// Longest text that is kept of a title or a place, in characters.
const LONGEST: usize = 500;
/// Most single days that are kept of one event.
const MOST_DAYS: usize = 1_000;

/// An event in Japanese time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its name, the same in every copy of the calendar.
    pub uid: String,
    /// For one that was changed by itself: the day on which its series puts it.
    pub instance_of: Option<NaiveDate>,
    /// Title.
    pub summary: String,
    /// Place.
    pub location: String,
    /// First day.
    pub on: NaiveDate,
    /// Last day, the same for nearly all.
    pub last: NaiveDate,
    /// Begin; none for a whole day.
    pub start: Option<NaiveTime>,
    /// End, where there is one on the last day.
    pub end: Option<NaiveTime>,
    /// How it comes back, as written.
    pub rule: Option<String>,
    /// Days that its series leaves out.
    pub left_out: BTreeSet<NaiveDate>,
    /// Days that it takes place on besides.
    pub besides: BTreeSet<NaiveDate>,
    /// It was called off there.
    pub cancelled: bool,
}

/// A date or a moment of a line.
#[derive(Clone, Copy)]
enum When {
    Day(NaiveDate),
    Moment(NaiveDateTime),
}

impl When {
    fn day(self) -> NaiveDate {
        match self {
            Self::Day(day) => day,
            Self::Moment(moment) => moment.date(),
        }
    }
}

fn when(text: &str, line: &Line, zones: &Zones, assumed: &mut u32) -> Option<When> {
    let text = text.trim();
    if !text.contains('T') {
        return date(text).map(When::Day);
    }
    let at = moment(text)?;
    if text.ends_with('Z') {
        return Zones::utc(at).map(When::Moment);
    }
    let (at, unexplained) = zones.in_japan(at, line.param("TZID"))?;
    *assumed += u32::from(unexplained);
    Some(When::Moment(at))
}

fn usual(day: NaiveDate) -> bool {
    (1900..2200).contains(&day.year())
}

/// Reads the lines of one event. Errors: [`Reason`].
pub(super) fn read(lines: &[&Line], zones: &Zones, calendar: &mut Calendar) -> Result<Event, Reason> {
    let mut event = Event {
        uid: String::new(),
        instance_of: None,
        summary: String::new(),
        location: String::new(),
        on: NaiveDate::MIN,
        last: NaiveDate::MIN,
        start: None,
        end: None,
        rule: None,
        left_out: BTreeSet::new(),
        besides: BTreeSet::new(),
        cancelled: false,
    };
    let (mut begin, mut finish, mut lasts) = (None, None, None);
    let assumed = &mut calendar.assumed;
    for line in lines {
        match line.name.as_str() {
            "" => return Err(Reason::Syntax),
            "UID" => event.uid = short(line.text()),
            "SUMMARY" => event.summary = short(line.text()),
            "LOCATION" => event.location = short(line.text()),
            "STATUS" => event.cancelled |= line.is("STATUS", "CANCELLED"),
            "RRULE" => event.rule = Some(line.value.trim().to_ascii_uppercase()),
            "DTSTART" => begin = Some(when(&line.value, line, zones, assumed).ok_or(Reason::BadDate)?),
            "DTEND" => finish = when(&line.value, line, zones, assumed),
            "DURATION" => lasts = duration(&line.value),
            "RECURRENCE-ID" => {
                let day = when(&line.value, line, zones, assumed).ok_or(Reason::BadDate)?;
                event.instance_of = Some(day.day());
            }
            "EXDATE" | "RDATE" => {
                let days: Vec<NaiveDate> = line
                    .value
                    .split(',')
                    .take(MOST_DAYS)
                    .filter_map(|text| when(text.split('/').next()?, line, zones, assumed))
                    .map(When::day)
                    .filter(|day| usual(*day))
                    .collect();
                if line.name == "EXDATE" { event.left_out.extend(days) } else { event.besides.extend(days) }
            }
            "ATTACH" | "URL" | "X-ALT-DESC" | "BEGIN" => calendar.dropped += 1,
            _ => {}
        }
    }
    if event.uid.is_empty() {
        return Err(Reason::NoUid);
    }
    span(&mut event, begin.ok_or(Reason::BadDate)?, finish, lasts);
    if usual(event.on) && usual(event.last) { Ok(event) } else { Err(Reason::BadDate) }
}

/// Begin and end. An end that is no later than the begin is none; the end of a whole day is the day after it.
fn span(event: &mut Event, begin: When, finish: Option<When>, lasts: Option<TimeDelta>) {
    event.on = begin.day();
    event.last = event.on;
    match (begin, finish) {
        (When::Day(day), finish) => {
            let after =
                finish.map(When::day).or_else(|| lasts.and_then(|lasts| day.checked_add_signed(lasts)));
            if let Some(last) = after.and_then(|day| day.pred_opt()).filter(|last| *last > day) {
                event.last = last;
            }
        }
        (When::Moment(begin), finish) => {
            event.start = Some(begin.time());
            let end = match finish {
                Some(When::Moment(end)) => Some(end),
                Some(When::Day(_)) => None,
                None => lasts.and_then(|lasts| begin.checked_add_signed(lasts)),
            };
            let Some(end) = end.filter(|end| *end > begin) else { return };
            // Midnight ends the day before.
            event.last = if end.time() == NaiveTime::MIN {
                end.date().pred_opt().unwrap_or(event.on)
            } else {
                end.date()
            };
            event.end = (event.last == event.on && end.time() != NaiveTime::MIN).then_some(end.time());
        }
    }
}

/// `P1DT2H30M`, `PT45M`, `P1W`.
fn duration(text: &str) -> Option<TimeDelta> {
    let mut total = TimeDelta::zero();
    let mut number = String::new();
    for letter in text.trim().strip_prefix('P')?.chars() {
        if letter.is_ascii_digit() && number.len() < 6 {
            number.push(letter);
            continue;
        }
        let n = if letter == 'T' { 0 } else { std::mem::take(&mut number).parse::<i64>().ok()? };
        let part = match letter {
            'W' => TimeDelta::weeks(n),
            'D' => TimeDelta::days(n),
            'H' => TimeDelta::hours(n),
            'M' => TimeDelta::minutes(n),
            'S' => TimeDelta::seconds(n),
            'T' => TimeDelta::zero(),
            _ => return None,
        };
        total = total.checked_add(&part)?;
    }
    number.is_empty().then_some(total)
}

fn short(text: String) -> String {
    if text.chars().count() > LONGEST { text.chars().take(LONGEST).collect() } else { text }
}
