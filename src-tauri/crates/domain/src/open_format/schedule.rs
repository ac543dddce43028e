//! Columns of the schedule: visits, appointments, what comes back, and days off.

use super::further::{key, of_case, org};
use super::{Column, Kind::*, more};
use crate::vocabulary as v;

pub(super) const VISITS: &[Column] = &[
    key("visit_id"),
    more("date", Date).field("on_date").filled(),
    more("start", Time).field("start_time"),
    more("end", Time).field("end_time"),
    org("org_id"),
    more("ward", Text),
    more("purposes", Codes(&v::Purpose::LIST)),
    more("travel_minutes", Number),
    more("materials", Text),
    more("result", Code(&v::PlanResult::LIST)),
    more("reason", Text),
    more("ward_note", Text),
    more("recurrence_id", Ref("recurrences.csv")),
    more("due", Date).field("due_on"),
    more("apart", Flag),
];
pub(super) const VISIT_CASES: &[Column] = &[
    more("visit_id", Ref("visits.csv")).filled(),
    of_case(),
    more("planned", Flag),
    more("outcome", Code(&v::Outcome::LIST)),
];
pub(super) const APPOINTMENTS: &[Column] = &[
    more("date", Date).field("on_date").filled(),
    more("start", Time).field("start_time"),
    more("end", Time).field("end_time"),
    more("kind", Code(&v::PlanKind::LIST)).filled(),
    more("title", Text),
    more("case_id", Ref("cases.csv")),
    org("org_id"),
    more("result", Code(&v::PlanResult::LIST)),
    more("reason", Text),
    more("travel_minutes", Number),
    more("place", Text),
    more("uid", Text),
    more("recurrence_id", Ref("recurrences.csv")),
    more("due", Date).field("due_on"),
    more("apart", Flag),
];
pub(super) const RECURRENCES: &[Column] = &[
    key("recurrence_id"),
    more("starts", Date).filled(),
    more("ends", Date),
    more("kind", Code(&v::PlanKind::LIST)),
    more("rule", Text),
    more("holiday_rule", Text),
    more("title", Text),
    org("org_id"),
    more("start", Time).field("start_time"),
    more("end", Time).field("end_time"),
    more("ward", Text),
    more("purposes", Codes(&v::Purpose::LIST)),
    more("travel_minutes", Number),
    more("programme_id", Ref("programmes.csv")),
    more("place", Text),
    more("laid_until", Date),
    more("uid", Text),
];
pub(super) const RECURRENCE_CASES: &[Column] =
    &[more("recurrence_id", Ref("recurrences.csv")).filled(), of_case()];
pub(super) const RECURRENCE_EXCEPTIONS: &[Column] =
    &[more("recurrence_id", Ref("recurrences.csv")).filled(), more("due", Date).field("due_on").filled()];
pub(super) const DAYS_OFF: &[Column] = &[
    more("from", Date).field("from_on").filled(),
    more("to", Date).field("to_on").filled(),
    more("yearly", Flag).filled(),
    more("name", Text).filled(),
    org("org_id"),
];
