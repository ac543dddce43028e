//! Times of other places as times in Japan. A zone is what its VTIMEZONE says; Japanese names and UTC are known without one.

use super::lines::Line;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use domain::calendar::recurrence::Rule;
use std::collections::HashMap;

/// Offset of Japan from UTC, in seconds; there is no summer time.
const JAPAN: i64 = 9 * 3600;
/// Names under which programs speak of Japan.
const JAPANESE: [&str; 6] = ["asia/tokyo", "japan", "jst", "tokyo standard time", "jst-9", "etc/gmt-9"];
const UTC: [&str; 5] = ["utc", "etc/utc", "gmt", "etc/gmt", "z"];

/// One change of the clock in a zone: from when, and the offset from then on.
#[derive(Clone, Debug, Default)]
struct Change {
    from: Option<NaiveDateTime>,
    rule: Option<String>,
    offset: Option<i64>,
}

/// The zones that a file explains, by name.
pub(super) struct Zones(HashMap<String, Vec<Change>>);

impl Zones {
    /// Zones of a file. Where a name is explained twice, the first holds.
    pub(super) fn of(lines: &[Line]) -> Self {
        let mut zones = HashMap::new();
        let mut name = None;
        let mut changes: Vec<Change> = Vec::new();
        for line in lines {
            match (line.name.as_str(), line.value.trim().to_ascii_uppercase().as_str()) {
                ("BEGIN", "VTIMEZONE") => (name, changes) = (None, Vec::new()),
                ("BEGIN", "STANDARD" | "DAYLIGHT") => changes.push(Change::default()),
                ("END", "VTIMEZONE") => {
                    if let Some(name) = name.take() {
                        zones.entry(name).or_insert_with(|| std::mem::take(&mut changes));
                    }
                }
                ("TZID", _) => name = Some(key(&line.value)),
                ("TZOFFSETTO", _) => {
                    if let Some(change) = changes.last_mut() {
                        change.offset = offset(&line.value);
                    }
                }
                ("DTSTART", _) => {
                    if let Some(change) = changes.last_mut() {
                        change.from = moment(&line.value);
                    }
                }
                ("RRULE", _) => {
                    if let Some(change) = changes.last_mut() {
                        change.rule = Some(line.value.clone());
                    }
                }
                _ => {}
            }
        }
        Self(zones)
    }

    /// A time of a zone in Japan, and true when nobody explains the zone.
    pub(super) fn in_japan(&self, at: NaiveDateTime, zone: Option<&str>) -> Option<(NaiveDateTime, bool)> {
        let Some(zone) = zone.map(key) else { return Some((at, false)) };
        if JAPANESE.contains(&zone.as_str()) {
            return Some((at, false));
        }
        let (offset, assumed) = match self.0.get(&zone) {
            _ if UTC.contains(&zone.as_str()) => (0, false),
            Some(changes) => (offset_at(changes, at).unwrap_or(JAPAN), false),
            None => (JAPAN, true),
        };
        let there = at.checked_add_signed(TimeDelta::seconds(JAPAN - offset))?;
        Some((there, assumed))
    }

    /// A moment in UTC, in Japan.
    pub(super) fn utc(at: NaiveDateTime) -> Option<NaiveDateTime> {
        at.checked_add_signed(TimeDelta::seconds(JAPAN))
    }
}

fn key(name: &str) -> String {
    name.trim().trim_matches('"').trim_start_matches('/').to_lowercase()
}

/// The offset that holds at a local time: that of the latest change before it, else of the first one.
fn offset_at(changes: &[Change], at: NaiveDateTime) -> Option<i64> {
    let latest = changes.iter().filter_map(|change| Some((onset(change, at)?, change.offset?))).max();
    latest.map(|(_, offset)| offset).or_else(|| changes.iter().find_map(|change| change.offset))
}

/// The last time at or before `at` at which a change happened.
fn onset(change: &Change, at: NaiveDateTime) -> Option<NaiveDateTime> {
    let from = change.from?;
    if from > at {
        return None;
    }
    let rule = change.rule.as_ref().and_then(|text| Rule::read(text, from.date(), Some(from.time())).ok());
    // A zone's rule may begin centuries ago; the change of this year or the year before is enough.
    let year = at.date().checked_sub_days(chrono::Days::new(400))?;
    let days = rule.iter().flat_map(|rule| rule.dates(from.date()));
    let last = days
        .skip_while(|day| *day < year)
        .take_while(|day| *day <= at.date())
        .map(|day| day.and_time(from.time()))
        .filter(|change| *change <= at)
        .last();
    Some(last.unwrap_or(from))
}

/// `+0900` in seconds.
fn offset(text: &str) -> Option<i64> {
    let text = text.trim();
    let sign = match text.as_bytes().first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let digits = text.get(1..)?;
    let hours: i64 = digits.get(..2)?.parse().ok()?;
    let minutes: i64 = digits.get(2..4)?.parse().ok()?;
    let seconds: i64 = digits.get(4..6).and_then(|text| text.parse().ok()).unwrap_or(0);
    ((0..=15).contains(&hours)).then_some(sign * (hours * 3600 + minutes * 60 + seconds))
}

/// A local date and time as iCalendar writes it; 24:00 is the midnight after, a leap second the second before.
pub(super) fn moment(text: &str) -> Option<NaiveDateTime> {
    let text = text.trim().trim_end_matches('Z');
    let (day, time) = text.split_once('T')?;
    let day = date(day)?;
    let digits = |from: usize| time.get(from..from + 2).and_then(|text| text.parse::<u32>().ok());
    let (hour, minute, second) = (digits(0)?, digits(2)?, if time.len() > 4 { digits(4)? } else { 0 });
    if (hour, minute, second) == (24, 0, 0) {
        return Some(day.succ_opt()?.and_time(NaiveTime::MIN));
    }
    Some(day.and_time(NaiveTime::from_hms_opt(hour, minute, second.min(59))?))
}

/// A day of the years 1600 to 2199 (zones begin early); events look more closely.
pub(super) fn date(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    if text.len() != 8 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let day = NaiveDate::parse_from_str(text, "%Y%m%d").ok()?;
    (1600..2200).contains(&chrono::Datelike::year(&day)).then_some(day)
}
