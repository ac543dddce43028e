//! A rule as RFC 5545 writes it, read and written. Forms that Google, Outlook and Apple use for the same thing are all read.

use super::{BadRule, Bound, MOST, Pattern, Rule};
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};
use std::collections::HashMap;

const DAYS: [(&str, Weekday); 7] = [
    ("MO", Weekday::Mon),
    ("TU", Weekday::Tue),
    ("WE", Weekday::Wed),
    ("TH", Weekday::Thu),
    ("FR", Weekday::Fri),
    ("SA", Weekday::Sat),
    ("SU", Weekday::Sun),
];
/// Parts that a rule of ours may have.
const KNOWN: [&str; 9] =
    ["FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "UNTIL", "COUNT", "WKST"];
/// Parts of RFC 5545 that we do not follow.
const UNFOLLOWED: [&str; 5] = ["BYSECOND", "BYMINUTE", "BYHOUR", "BYYEARDAY", "BYWEEKNO"];

/// The parts of a rule by name.
struct Parts<'a>(HashMap<&'a str, &'a str>);

impl<'a> Parts<'a> {
    fn of(text: &'a str) -> Result<Self, BadRule> {
        let mut parts = HashMap::new();
        for part in text.trim().trim_end_matches(';').split(';') {
            let (name, value) = part.split_once('=').ok_or(BadRule::Unreadable)?;
            if UNFOLLOWED.contains(&name) {
                return Err(BadRule::Unsupported);
            }
            if !KNOWN.contains(&name) || parts.insert(name, value).is_some() {
                return Err(BadRule::Unreadable);
            }
        }
        Ok(Self(parts))
    }
    fn number<T: std::str::FromStr>(&self, name: &str) -> Result<Option<T>, BadRule> {
        self.0.get(name).map(|text| text.parse().map_err(|_| BadRule::Unreadable)).transpose()
    }
    /// One number; several are a kind of rule that we do not follow.
    fn only<T: std::str::FromStr>(&self, name: &str) -> Result<Option<T>, BadRule> {
        if self.0.get(name).is_some_and(|text| text.contains(',')) {
            return Err(BadRule::Unsupported);
        }
        self.number(name)
    }
    fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }
    /// Numbers and weekdays of BYDAY; 0 without a number.
    fn days(&self) -> Result<Vec<(i8, Weekday)>, BadRule> {
        let Some(text) = self.0.get("BYDAY") else { return Ok(Vec::new()) };
        text.split(',')
            .map(|one| {
                let cut = one
                    .len()
                    .checked_sub(2)
                    .filter(|n| one.is_char_boundary(*n))
                    .ok_or(BadRule::Unreadable)?;
                let (nth, day) = one.split_at(cut);
                let day = DAYS.iter().find(|(code, _)| *code == day).ok_or(BadRule::Unreadable)?.1;
                let nth = if nth.is_empty() { 0 } else { nth.parse().map_err(|_| BadRule::Unreadable)? };
                Ok((nth, day))
            })
            .collect()
    }
}

impl Rule {
    /// Reads a rule that begins on a day, at a time where one is known (in Japan); what the text leaves open comes from there.
    ///
    /// Errors: [`BadRule`].
    pub fn read(text: &str, starts: NaiveDate, at: Option<NaiveTime>) -> Result<Self, BadRule> {
        let parts = Parts::of(text)?;
        let every = parts.number("INTERVAL")?.unwrap_or(1);
        let days = parts.days()?;
        let pattern = match parts.0.get("FREQ").copied() {
            Some("DAILY") => daily(&parts, &days, every)?,
            Some("WEEKLY") => weekly(&parts, days, every, starts)?,
            Some("MONTHLY") => monthly(&parts, days, starts)?,
            Some("YEARLY") => return yearly(&parts, days, every, starts, at),
            Some("SECONDLY" | "MINUTELY" | "HOURLY") => return Err(BadRule::Unsupported),
            _ => return Err(BadRule::Unreadable),
        };
        Self::new(pattern, every, bound(&parts, starts, at)?)?.comes_true(starts)
    }

    fn comes_true(self, starts: NaiveDate) -> Result<Self, BadRule> {
        if self.dates(starts).next().is_some() { Ok(self) } else { Err(BadRule::Never) }
    }

    /// The rule as text: `FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20270331`.
    pub fn text(&self) -> String {
        let code = |day: &Weekday| DAYS[day.num_days_from_monday() as usize].0;
        let (freq, on) = match &self.pattern {
            Pattern::Daily => ("DAILY", String::new()),
            Pattern::Weekly(days) => {
                ("WEEKLY", format!(";BYDAY={}", days.iter().map(code).collect::<Vec<_>>().join(",")))
            }
            Pattern::MonthlyWeekday(days) => {
                let days: Vec<String> = days.iter().map(|(nth, day)| format!("{nth}{}", code(day))).collect();
                ("MONTHLY", format!(";BYDAY={}", days.join(",")))
            }
            Pattern::MonthlyDay(day) => ("MONTHLY", format!(";BYMONTHDAY={day}")),
            Pattern::Yearly(month, day) => ("YEARLY", format!(";BYMONTH={month};BYMONTHDAY={day}")),
        };
        let every = if self.every == 1 { String::new() } else { format!(";INTERVAL={}", self.every) };
        let bound = match self.bound {
            Bound::Endless => String::new(),
            Bound::Until(day) => format!(";UNTIL={}", day.format("%Y%m%d")),
            Bound::Count(n) => format!(";COUNT={n}"),
        };
        format!("FREQ={freq}{every}{on}{bound}")
    }
}

fn daily(parts: &Parts, days: &[(i8, Weekday)], every: u32) -> Result<Pattern, BadRule> {
    let narrowed = ["BYMONTHDAY", "BYMONTH", "BYSETPOS"].iter().any(|name| parts.has(name));
    match (days.is_empty(), every) {
        _ if narrowed => Err(BadRule::Unsupported),
        (true, _) => Ok(Pattern::Daily),
        // Outlook's "every weekday".
        (false, 1) if days.iter().all(|(nth, _)| *nth == 0) => {
            Ok(Pattern::Weekly(days.iter().map(|(_, day)| *day).collect()))
        }
        _ => Err(BadRule::Unsupported),
    }
}

fn weekly(
    parts: &Parts,
    days: Vec<(i8, Weekday)>,
    every: u32,
    starts: NaiveDate,
) -> Result<Pattern, BadRule> {
    if ["BYMONTHDAY", "BYMONTH", "BYSETPOS"].iter().any(|name| parts.has(name)) {
        return Err(BadRule::Unsupported);
    }
    if days.iter().any(|(nth, _)| *nth != 0) {
        return Err(BadRule::Unreadable);
    }
    let mut days: Vec<Weekday> = days.into_iter().map(|(_, day)| day).collect();
    if days.is_empty() {
        days.push(starts.weekday());
    }
    let monday = match parts.0.get("WKST") {
        None | Some(&"MO") => true,
        Some(other) if DAYS.iter().any(|(code, _)| code == other) => false,
        Some(_) => return Err(BadRule::Unreadable),
    };
    // Where a week begins matters only if weeks are left out and the days lie on both sides of it.
    if !monday && every > 1 && days != [starts.weekday()] {
        return Err(BadRule::Unsupported);
    }
    Ok(Pattern::Weekly(days))
}

fn monthly(parts: &Parts, days: Vec<(i8, Weekday)>, starts: NaiveDate) -> Result<Pattern, BadRule> {
    if parts.has("BYMONTH") || (parts.has("BYMONTHDAY") && !days.is_empty()) {
        return Err(BadRule::Unsupported);
    }
    let position = parts.only::<i8>("BYSETPOS")?;
    match (parts.only::<i8>("BYMONTHDAY")?, position) {
        (_, Some(nth)) if days.len() == 1 && days[0].0 == 0 => {
            Ok(Pattern::MonthlyWeekday(vec![(nth, days[0].1)]))
        }
        (_, Some(_)) => Err(BadRule::Unsupported),
        (Some(day), None) if day < -1 => Err(BadRule::Unsupported),
        (Some(day), None) => Ok(Pattern::MonthlyDay(day)),
        (None, None) if days.is_empty() => Ok(Pattern::MonthlyDay(starts.day() as i8)),
        (None, None) if days.iter().all(|(nth, _)| *nth == 0) => Err(BadRule::Unsupported),
        (None, None) if days.iter().any(|(nth, _)| *nth < -1) => Err(BadRule::Unsupported),
        (None, None) => Ok(Pattern::MonthlyWeekday(days)),
    }
}

/// A year's rule: a month and a day, or a weekday of a month (a month's rule that comes back every twelfth month).
fn yearly(
    parts: &Parts,
    days: Vec<(i8, Weekday)>,
    every: u32,
    starts: NaiveDate,
    at: Option<NaiveTime>,
) -> Result<Rule, BadRule> {
    let month = parts.only("BYMONTH")?.unwrap_or(starts.month());
    let bound = bound(parts, starts, at)?;
    if days.is_empty() {
        if parts.has("BYSETPOS") {
            return Err(BadRule::Unsupported);
        }
        let day = match parts.only::<i32>("BYMONTHDAY")? {
            None => starts.day(),
            Some(day) => u32::try_from(day).map_err(|_| BadRule::Unsupported)?,
        };
        return Rule::new(Pattern::Yearly(month, day), every, bound)?.comes_true(starts);
    }
    if month != starts.month() || !parts.has("BYMONTH") || parts.has("BYMONTHDAY") {
        return Err(BadRule::Unsupported);
    }
    let position = parts.only::<i8>("BYSETPOS")?;
    let pattern = match position {
        Some(nth) if days.len() == 1 && days[0].0 == 0 => Pattern::MonthlyWeekday(vec![(nth, days[0].1)]),
        None if days.iter().all(|(nth, _)| matches!(nth, -1 | 1..=5)) => Pattern::MonthlyWeekday(days),
        _ => return Err(BadRule::Unsupported),
    };
    let months = every.checked_mul(12).ok_or(BadRule::Unreadable)?;
    Rule::new(pattern, months, bound)?.comes_true(starts)
}

fn bound(parts: &Parts, starts: NaiveDate, at: Option<NaiveTime>) -> Result<Bound, BadRule> {
    match (parts.0.get("UNTIL"), parts.number::<u64>("COUNT")?) {
        (Some(_), Some(_)) => Err(BadRule::Unreadable),
        (None, None) => Ok(Bound::Endless),
        (None, Some(0)) => Err(BadRule::Unreadable),
        (None, Some(n)) if n > u64::from(MOST) => Err(BadRule::Unsupported),
        (None, Some(n)) => Ok(Bound::Count(u32::try_from(n).unwrap_or(MOST))),
        (Some(text), None) => {
            let day = until(text, at)?;
            if day < starts { Err(BadRule::Never) } else { Ok(Bound::Until(day)) }
        }
    }
}

/// The last day that an UNTIL allows: a day, a moment in Japan, or one in UTC.
fn until(text: &str, at: Option<NaiveTime>) -> Result<NaiveDate, BadRule> {
    if let Ok(day) = NaiveDate::parse_from_str(text, "%Y%m%d") {
        return Ok(day);
    }
    let moment = match text.strip_suffix('Z') {
        Some(utc) => NaiveDateTime::parse_from_str(utc, "%Y%m%dT%H%M%S")
            .ok()
            .and_then(|moment| moment.checked_add_signed(TimeDelta::hours(9))),
        None => NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%S").ok(),
    };
    let moment = moment.ok_or(BadRule::Unreadable)?;
    match at {
        // What begins later on that day no longer takes place.
        Some(at) if at > moment.time() => moment.date().checked_sub_days(Days::new(1)).ok_or(BadRule::Never),
        _ => Ok(moment.date()),
    }
}
