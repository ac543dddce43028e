//! Plans that overlap, or leave no time for the way between them. They are shown, never forbidden.

use crate::Failure;
use chrono::NaiveDate;
use domain::measure::Id;
use serde::Serialize;
use store::Reader;
use store::plans::Plan;

/// How long a plan without an end is taken to be, in minutes.
const USUAL: u32 = 60;

/// How two plans stand in each other's way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Clash {
    /// 移動の時間が足りない.
    Travel,
    /// 時間が重なる.
    Overlap,
}

/// A time of day that is taken: minutes after midnight, the way there, and where it is.
#[derive(Clone, Copy)]
struct Span<'a> {
    begin: u32,
    end: u32,
    travel: u32,
    org: Option<&'a Id>,
}

/// Minutes after midnight of `09:30`.
pub(super) fn minutes(time: &str) -> Option<u32> {
    let (hour, minute) = time.split_once(':')?;
    Some(hour.parse::<u32>().ok()? * 60 + minute.parse::<u32>().ok()?)
}

impl<'a> Span<'a> {
    fn of(
        start: Option<&String>,
        end: Option<&String>,
        travel: Option<u32>,
        org: Option<&'a Id>,
    ) -> Option<Self> {
        let begin = minutes(start?)?;
        let end = end.and_then(|end| minutes(end)).unwrap_or(begin + USUAL);
        Some(Self { begin, end, travel: travel.unwrap_or_default(), org })
    }
    /// Two plans at one place need no way between them; else the longer of both ways must fit.
    fn with(self, other: Self) -> Option<Clash> {
        let (first, second) = if self.begin <= other.begin { (self, other) } else { (other, self) };
        let way = if self.org.is_some() && self.org == other.org { 0 } else { self.travel.max(other.travel) };
        match second.begin.checked_sub(first.end) {
            None => Some(Clash::Overlap),
            Some(between) if between < way => Some(Clash::Travel),
            Some(_) => None,
        }
    }
}

fn span(plan: &Plan) -> Option<Span<'_>> {
    let counts = plan.result != domain::vocabulary::PlanResult::Cancelled;
    Span::of(plan.start.as_ref(), plan.end.as_ref(), plan.travel_minutes, plan.org_id.as_ref())
        .filter(|_| counts)
}

/// What each plan of a list clashes with; the list is in order of days.
pub(super) fn among(plans: &[Plan]) -> Vec<Option<Clash>> {
    let mut found = vec![None; plans.len()];
    for (at, plan) in plans.iter().enumerate() {
        for (later, other) in
            plans.iter().enumerate().skip(at + 1).take_while(|(_, other)| other.on == plan.on)
        {
            let clash = span(plan).zip(span(other)).and_then(|(one, two)| one.with(two));
            found[at] = found[at].max(clash);
            found[later] = found[later].max(clash);
        }
    }
    found
}

/// What a new plan at a time would clash with; the way is as it was the last time.
pub(crate) fn at(
    reader: &Reader,
    on: NaiveDate,
    [start, end]: &[Option<String>; 2],
    org: Option<&Id>,
) -> Result<Option<Clash>, Failure> {
    let travel = org.map(|org| reader.usual_travel(org)).transpose()?.flatten();
    let Some(new) = Span::of(start.as_ref(), end.as_ref(), travel, org) else { return Ok(None) };
    let plans = reader.plans_between(on, on)?;
    Ok(plans.iter().filter_map(span).filter_map(|other| new.with(other)).max())
}
