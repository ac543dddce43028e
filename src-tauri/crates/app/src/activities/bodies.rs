//! 会議体: what meets again and again — how often in the year, when last, when next — and hospitals that were briefed.

use crate::Failure;
use chrono::{Days, NaiveDate};
use domain::calendar::{FiscalYear, PartialDate};
use domain::measure::Id;
use domain::text::body::body;
use domain::text::fold::fold;
use domain::vocabulary::ActivityKind;
use serde::Serialize;
use std::collections::HashSet;
use store::Reader;
use store::activities::HeldDay;

/// Fiscal years before the one asked for from which the rhythm is read.
const BEFORE: i32 = 2;

/// Something that meets again and again.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct Body {
    /// Its name, without the number of one meeting.
    pub name: String,
    /// Kind, a code.
    pub kind: String,
    /// How often it met in the year.
    pub times: u32,
    /// Days on which it met in the year, in order.
    pub days: Vec<PartialDate>,
    /// When it met last.
    pub last_on: PartialDate,
    /// When it meets next: as planned, else by its rhythm.
    #[ts(type = "string | null")]
    pub next_on: Option<NaiveDate>,
    /// True where the next meeting stands in the schedule.
    pub planned: bool,
}

/// A hospital to which the project was explained.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct BriefedHospital {
    /// The hospital or office.
    pub org_id: Id,
    /// Its name.
    pub org: String,
    /// Briefings and explanations inside it in the year.
    pub times: u32,
    /// The last of them.
    pub last_on: PartialDate,
}

/// Everything that was held up to the end of a year, and what is planned.
pub(super) struct Held {
    year: FiscalYear,
    days: Vec<(Key, HeldDay)>,
    planned: Vec<(Key, NaiveDate)>,
}

/// A body under whatever name it has: folded, without number and brackets.
type Key = String;

fn key(name: &str) -> Key {
    fold(body(name))
}

impl Held {
    pub(super) fn read(reader: &Reader, year: FiscalYear, today: NaiveDate) -> Result<Self, Failure> {
        let first =
            FiscalYear::try_from(year.year() - BEFORE).map_or_else(|_| year.first(), FiscalYear::first);
        let planned =
            if year == FiscalYear::of(today) { reader.planned_meetings(today)? } else { Vec::new() };
        let planned = planned.into_iter().map(|(title, on)| (key(&title), on)).collect();
        let days = reader.held_days(first, year.last())?.into_iter();
        Ok(Self { year, days: days.map(|day| (key(&day.name), day)).collect(), planned })
    }

    /// The meetings of one body in order.
    fn of<'a>(&'a self, kind: &'a str, key: &'a str) -> impl Iterator<Item = &'a HeldDay> {
        self.days.iter().filter(move |(known, day)| day.kind == kind && known == key).map(|(_, day)| day)
    }

    fn in_year(&self, day: &HeldDay) -> bool {
        self.year.contains(day.on.first_day())
    }

    /// How often a body had met in the year with the meeting of a day.
    pub(super) fn nth(&self, kind: &str, name: &str, on: PartialDate) -> u32 {
        let key = key(name);
        let until =
            self.of(kind, &key).filter(|day| self.in_year(day) && day.on.first_day() <= on.first_day());
        u32::try_from(until.count()).unwrap_or(u32::MAX)
    }

    /// What met in the year and meets more than once, the last held first.
    pub(super) fn bodies(&self) -> Vec<Body> {
        let mut found: Vec<Body> = Vec::new();
        let mut seen: HashSet<(&str, &str)> = HashSet::new();
        for (key, day) in self.days.iter().rev().filter(|(key, day)| self.in_year(day) && !key.is_empty()) {
            if !seen.insert((&day.kind, key)) {
                continue;
            }
            let all: Vec<&HeldDay> = self.of(&day.kind, key).collect();
            let days: Vec<PartialDate> = all.iter().filter(|d| self.in_year(d)).map(|d| d.on).collect();
            let planned = self.planned.iter().find(|(title, _)| title == key).map(|(_, on)| *on);
            if all.len() < 2 && planned.is_none() {
                continue;
            }
            let exact: Vec<NaiveDate> = all.iter().filter_map(|d| d.on.exact()).collect();
            found.push(Body {
                name: body(&day.name).to_owned(),
                kind: day.kind.clone(),
                times: u32::try_from(days.len()).unwrap_or(u32::MAX),
                last_on: day.on,
                next_on: planned.or_else(|| by_rhythm(&exact)),
                planned: planned.is_some(),
                days,
            });
        }
        found
    }

    /// Hospitals and offices to which the project was explained in the year, those most often first.
    pub(super) fn briefed(&self) -> Vec<BriefedHospital> {
        let explains = |day: &&HeldDay| {
            matches!(ActivityKind::from_code(&day.kind), Some(ActivityKind::Briefing | ActivityKind::InHouse))
        };
        let mut found: Vec<BriefedHospital> = Vec::new();
        let days = self.days.iter().map(|(_, day)| day);
        for day in days.filter(|day| self.in_year(day)).filter(explains) {
            let Some((org_id, org)) = &day.org else { continue };
            match found.iter_mut().find(|known| known.org_id == *org_id) {
                Some(known) => {
                    known.times += 1;
                    known.last_on = day.on;
                }
                None => found.push(BriefedHospital {
                    org_id: org_id.clone(),
                    org: org.clone(),
                    times: 1,
                    last_on: day.on,
                }),
            }
        }
        found.sort_by(|a, b| (b.times, &a.org).cmp(&(a.times, &b.org)));
        found
    }
}

/// The day after the last one by the middle of the distances between days.
fn by_rhythm(days: &[NaiveDate]) -> Option<NaiveDate> {
    let mut between: Vec<u64> = days
        .windows(2)
        .filter_map(|pair| u64::try_from((pair[1] - pair[0]).num_days()).ok())
        .filter(|days| *days > 0)
        .collect();
    between.sort_unstable();
    let middle = between.get(between.len() / 2)?;
    days.last()?.checked_add_days(Days::new(*middle))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_meeting_is_expected_by_the_usual_distance() {
        let days = |of: &[&str]| of.iter().map(|d| d.parse().unwrap()).collect::<Vec<NaiveDate>>();
        assert_eq!(by_rhythm(&days(&["2026-04-01"])), None);
        assert_eq!(by_rhythm(&days(&["2026-04-01", "2026-06-30"])), "2026-09-28".parse().ok());
        assert_eq!(
            by_rhythm(&days(&["2026-04-01", "2026-05-01", "2026-05-31", "2026-09-01"])),
            "2026-10-01".parse().ok()
        );
    }
}
