//! Our plans as a calendar that other programs read.

use chrono::{DateTime, FixedOffset, NaiveDate};
use domain::calendar::recurrence::{Bound, Rule};

/// Longest line, in bytes, before it is folded.
const LINE: usize = 75;

/// One plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Out {
    /// Its name, the same in every export.
    pub uid: String,
    /// For a plan of a series that is not as the rule says: its day by the rule.
    pub instance_of: Option<NaiveDate>,
    /// Title.
    pub summary: String,
    /// Place.
    pub location: String,
    /// Day.
    pub on: NaiveDate,
    /// Begin, `09:30`; a whole day without one.
    pub start: Option<String>,
    /// End.
    pub end: Option<String>,
    /// It was cancelled.
    pub cancelled: bool,
    /// The series that it begins.
    pub series: Option<OutSeries>,
}

/// How the first plan of a series comes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutSeries {
    /// The rule.
    pub rule: Rule,
    /// Days that it leaves out.
    pub left_out: Vec<NaiveDate>,
}

/// The calendar as text, made at a moment. Times are those of Japan, with the zone explained.
pub fn text(plans: &[Out], made: DateTime<FixedOffset>) -> String {
    let mut out = Lines(String::new());
    for line in [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Susono//Susono//JA",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "BEGIN:VTIMEZONE",
        "TZID:Asia/Tokyo",
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0900",
        "TZOFFSETTO:+0900",
        "TZNAME:JST",
        "END:STANDARD",
        "END:VTIMEZONE",
    ] {
        out.line(line);
    }
    let made = made.to_utc().format("%Y%m%dT%H%M%SZ").to_string();
    for plan in plans {
        out.event(plan, &made);
    }
    out.line("END:VCALENDAR");
    out.0
}

struct Lines(String);

impl Lines {
    /// One content line, folded where it is long, never inside a character.
    fn line(&mut self, line: &str) {
        let mut room = LINE;
        for letter in line.chars() {
            if letter.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LINE - 1;
            }
            self.0.push(letter);
            room -= letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    fn event(&mut self, plan: &Out, made: &str) {
        self.line("BEGIN:VEVENT");
        self.line(&format!("UID:{}", escaped(&plan.uid)));
        self.line(&format!("DTSTAMP:{made}"));
        let timed = plan.start.as_deref();
        if let Some(day) = plan.instance_of {
            self.line(&when("RECURRENCE-ID", day, timed));
        }
        self.line(&when("DTSTART", plan.on, timed));
        match (timed, plan.end.as_deref()) {
            (None, _) => {
                if let Some(after) = plan.on.succ_opt() {
                    self.line(&when("DTEND", after, None));
                }
            }
            (Some(_), Some(end)) => self.line(&when("DTEND", plan.on, Some(end))),
            (Some(_), None) => self.line("DURATION:PT1H"),
        }
        if let Some(series) = &plan.series {
            self.line(&format!("RRULE:{}", rule(&series.rule, timed.is_some())));
            for day in &series.left_out {
                self.line(&when("EXDATE", *day, timed));
            }
        }
        self.line(&format!("SUMMARY:{}", escaped(&plan.summary)));
        if !plan.location.is_empty() {
            self.line(&format!("LOCATION:{}", escaped(&plan.location)));
        }
        if plan.cancelled {
            self.line("STATUS:CANCELLED");
        }
        self.line("END:VEVENT");
    }
}

/// A rule whose last day is a moment in UTC where its plans have times, as RFC 5545 asks.
fn rule(rule: &Rule, timed: bool) -> String {
    match rule.bound() {
        Bound::Until(day) if timed => {
            let text = rule.clone().ending(Bound::Endless).text();
            format!("{text};UNTIL={}T145959Z", day.format("%Y%m%d"))
        }
        _ => rule.text(),
    }
}

fn when(name: &str, day: NaiveDate, time: Option<&str>) -> String {
    match time {
        None => format!("{name};VALUE=DATE:{}", day.format("%Y%m%d")),
        Some(time) => format!("{name};TZID=Asia/Tokyo:{}T{}00", day.format("%Y%m%d"), time.replace(':', "")),
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(letter);
            }
            '\n' => out.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => {
                out.push(letter);
            }
        }
    }
    out
}
