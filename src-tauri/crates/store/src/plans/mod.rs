//! Plans: visits, programme sessions and appointments under one roof, each known by the id of its own record.
//!
//! A plan is settled when it was recorded or cancelled with a reason; until then a past plan stays on the list
//! of those without a result.

mod visit;
mod write;

pub use visit::{VisitContact, VisitPerson};
pub(crate) use write::home;
pub use write::{NewAppointment, NewVisit};

use crate::{Reader, Row, StoreError};
use chrono::NaiveDate;
use domain::measure::Id;
use domain::vocabulary::{PlanKind, PlanResult};

/// One planned item and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Identity of the visit, the session or the appointment.
    pub id: Id,
    /// Which of them it is.
    pub kind: PlanKind,
    /// Day.
    pub on: NaiveDate,
    /// Begin, `09:30`.
    pub start: Option<String>,
    /// End, `12:00`.
    pub end: Option<String>,
    /// Title of an appointment or name of the programme; empty for a visit.
    pub title: String,
    /// Place.
    pub org_id: Option<Id>,
    /// Name of the place.
    pub org: Option<String>,
    /// Ward of a visit.
    pub ward: Option<String>,
    /// Programme of a session.
    pub programme_id: Option<Id>,
    /// Number of a session.
    pub session_no: Option<u32>,
    /// Person of an accompaniment.
    pub case_id: Option<Id>,
    /// Persons of the visit or session: planned, added and written about.
    pub persons: u32,
    /// Persons of whom something is recorded: a note, an outcome, an attendance.
    pub written: u32,
    /// Planned persons of whom nothing is recorded.
    pub left: u32,
    /// Everything recorded in it: persons, and notes without a person.
    pub records: u32,
    /// What became of it.
    pub result: PlanResult,
    /// Why it was cancelled or changed, or finished with persons left.
    pub reason: Option<String>,
    /// True when the hospital takes no visitors on that day.
    pub closed_to_visits: bool,
    /// Minutes that the way there takes.
    pub travel_minutes: Option<u32>,
    /// The series that it belongs to, and its day by the rule.
    pub series: Option<(Id, NaiveDate)>,
    /// True for a plan of a series that has gone its own way.
    pub apart: bool,
}

impl Plan {
    /// True once something of it is on record.
    pub fn is_recorded(&self) -> bool {
        self.records > 0 || self.result == PlanResult::Done
    }
    /// True for what no change of its series touches any more: it lies in the past, something of it is on record, it was
    /// settled, or it has gone its own way.
    pub fn is_fixed(&self, today: NaiveDate) -> bool {
        self.on < today || self.is_recorded() || self.result != PlanResult::Planned || self.apart
    }
}

/// What a plan stands at. A plan with a record is never cancelled, and one that leaves nobody out is done.
fn standing(stored: Option<PlanResult>, records: u32, left: u32) -> PlanResult {
    match stored {
        Some(settled @ (PlanResult::Done | PlanResult::Changed)) => settled,
        Some(PlanResult::Cancelled) if records == 0 => PlanResult::Cancelled,
        _ if records > 0 && left == 0 => PlanResult::Done,
        _ => PlanResult::Planned,
    }
}

/// One row per planned item. Filters are added by [`select`].
const PLANS: &str = "\
SELECT 'visit' AS kind, v.id AS id, v.on_date AS on_date, v.start_time AS start_time, v.end_time AS end_time, NULL AS title, \
  v.org_id AS org_id, o.name AS org, v.ward AS ward, NULL AS programme_id, NULL AS session_no, NULL AS case_id, \
  (SELECT count(*) FROM (SELECT p.case_id FROM visit_cases p WHERE p.visit_id = v.id UNION \
     SELECT c.case_id FROM contacts c WHERE c.visit_id = v.id AND c.case_id IS NOT NULL)) AS persons, \
  (SELECT count(*) FROM (SELECT p.case_id FROM visit_cases p WHERE p.visit_id = v.id AND p.outcome IS NOT NULL UNION \
     SELECT c.case_id FROM contacts c WHERE c.visit_id = v.id AND c.case_id IS NOT NULL)) AS written, \
  (SELECT count(*) FROM contacts c WHERE c.visit_id = v.id AND c.case_id IS NULL) AS loose, \
  (SELECT count(*) FROM visit_cases p WHERE p.visit_id = v.id AND p.planned = 1 AND p.outcome IS NULL AND NOT EXISTS \
     (SELECT 1 FROM contacts c WHERE c.visit_id = v.id AND c.case_id = p.case_id)) AS remaining, \
  v.result AS result, v.reason AS reason, \
  (o.closed_to_visits_from <= v.on_date AND coalesce(o.closed_to_visits_to, '9999') >= v.on_date) AS closed, \
  v.travel_minutes AS travel, v.recurrence_id AS recurrence_id, v.due_on AS due_on, v.apart AS apart \
FROM visits v LEFT JOIN organisations o ON o.id = v.org_id \
UNION ALL \
SELECT 'session', s.id, s.on_date, s.start_time, s.end_time, g.name, g.org_id, o.name, NULL, s.programme_id, s.session_no, NULL, \
  NULL, (SELECT count(*) FROM attendance a WHERE a.session_id = s.id), \
  (SELECT count(*) FROM contacts c WHERE c.session_id = s.id), \
  (SELECT count(*) FROM participants p WHERE p.programme_id = s.programme_id AND coalesce(p.joined_on, '') <= s.on_date \
     AND coalesce(p.left_on, '9999') >= s.on_date AND NOT EXISTS (SELECT 1 FROM attendance a WHERE a.session_id = s.id \
     AND (a.case_id = p.case_id OR (a.case_id IS NULL AND p.case_id IS NULL AND a.label = p.label)))), \
  s.result, s.cancelled_reason, \
  (s.place IS NOT 'outside' AND o.closed_to_visits_from <= s.on_date AND coalesce(o.closed_to_visits_to, '9999') >= s.on_date), \
  NULL, s.recurrence_id, s.due_on, s.apart \
FROM sessions s JOIN programmes g ON g.id = s.programme_id LEFT JOIN organisations o ON o.id = g.org_id \
UNION ALL \
SELECT t.kind, t.id, t.on_date, t.start_time, t.end_time, t.title, t.org_id, coalesce(o.name, t.place), NULL, NULL, NULL, t.case_id, \
  t.case_id IS NOT NULL, t.case_id IS NOT NULL AND t.result IS 'done', 0, 0, t.result, t.reason, 0, \
  t.travel_minutes, t.recurrence_id, t.due_on, t.apart \
FROM appointments t LEFT JOIN organisations o ON o.id = t.org_id";

/// One row per day with plans. ?1 first day · ?2 last day
const PLAN_COUNTS: &str = "\
SELECT on_date, count(*) AS plans, sum(visit) AS visits FROM ( \
  SELECT on_date, 1 AS visit FROM visits WHERE on_date BETWEEN ?1 AND ?2 AND result IS NOT 'cancelled' \
  UNION ALL SELECT on_date, 0 FROM sessions WHERE on_date BETWEEN ?1 AND ?2 AND result IS NOT 'cancelled' \
  UNION ALL SELECT on_date, 0 FROM appointments WHERE on_date BETWEEN ?1 AND ?2 AND result IS NOT 'cancelled') \
GROUP BY on_date ORDER BY on_date";

pub(crate) fn select(filter: &str) -> String {
    format!("SELECT * FROM ({PLANS}) WHERE {filter} ORDER BY on_date, start_time IS NULL, start_time, id")
}

pub(crate) fn plan(row: &Row) -> Result<Plan, StoreError> {
    let due = row.maybe_date("due_on")?.and_then(domain::calendar::PartialDate::exact);
    let kind = PlanKind::from_code(&row.text("kind")?).ok_or(StoreError::Unreadable("plans"))?;
    let (written, left) = (row.count("written")?, row.count("remaining")?);
    let records = written + row.count("loose")?;
    Ok(Plan {
        id: row.id("id")?,
        kind,
        on: row.date("on_date")?.first_day(),
        start: row.maybe("start_time")?,
        end: row.maybe("end_time")?,
        title: row.text("title")?,
        org_id: row.maybe_id("org_id")?,
        org: row.maybe("org")?,
        ward: row.maybe("ward")?,
        programme_id: row.maybe_id("programme_id")?,
        session_no: row.number("session_no")?,
        case_id: row.maybe_id("case_id")?,
        persons: row.number("persons")?.unwrap_or(written + left),
        written,
        left,
        records,
        result: standing(PlanResult::from_code(&row.text("result")?), records, left),
        reason: row.maybe("reason")?,
        closed_to_visits: row.flag("closed")?,
        travel_minutes: row.number("travel")?,
        series: row.maybe_id("recurrence_id")?.zip(due),
        apart: row.flag("apart")?,
    })
}

impl Reader<'_> {
    /// Plans of the days from `from` to `to`, both included, by day and time; plans without a time last.
    pub fn plans_between(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<Plan>, StoreError> {
        let sql = select("on_date BETWEEN ?1 AND ?2");
        self.all(&sql, (from.to_string(), to.to_string()), plan)
    }

    /// Plans before `today` of which it is not yet known what became of them, oldest first.
    pub fn unrecorded_plans(&self, today: NaiveDate) -> Result<Vec<Plan>, StoreError> {
        let waits = "on_date < ?1 AND coalesce(result, '') NOT IN ('done', 'changed')";
        let mut plans =
            self.all(&select(&format!("kind <> 'session' AND {waits}")), [today.to_string()], plan)?;
        // One row per session of which somebody may be left; one that was attended and has no roster leaves nobody.
        let sessions = self.all(
            &format!(
                "SELECT s.id AS id FROM sessions s WHERE {waits} AND (NOT EXISTS (SELECT 1 FROM attendance a WHERE a.session_id = s.id) \
                   OR EXISTS (SELECT 1 FROM participants p WHERE p.programme_id = s.programme_id))"
            ),
            [today.to_string()],
            |r| r.id("id"),
        )?;
        for session in sessions {
            plans.extend(self.plan(&session)?);
        }
        plans.retain(|p| p.result == PlanResult::Planned);
        plans.sort_by(|a, b| {
            let order = |p: &Plan| (p.on, p.start.is_none(), p.start.clone(), p.id.to_string());
            order(a).cmp(&order(b))
        });
        Ok(plans)
    }

    /// How many plans that were not cancelled each day has between two days, both included, and hospital visits among them.
    pub fn plan_counts(
        &self,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Vec<(NaiveDate, u32, u32)>, StoreError> {
        self.all(PLAN_COUNTS, (from.to_string(), to.to_string()), |r| {
            Ok((r.date("on_date")?.first_day(), r.count("plans")?, r.count("visits")?))
        })
    }

    /// One plan, whatever it is.
    pub fn plan(&self, id: &Id) -> Result<Option<Plan>, StoreError> {
        self.first(&select("id = ?1"), [id.as_str()], plan)
    }

    /// True for the identity of a case.
    pub fn is_case(&self, id: &Id) -> Result<bool, StoreError> {
        Ok(self.first("SELECT id FROM cases WHERE id = ?1", [id.as_str()], |r| r.id("id"))?.is_some())
    }

    /// The next day from `on` for which somebody planned to see a person of a case: a visit or an accompaniment.
    pub fn next_planned(&self, case: &Id, on: NaiveDate) -> Result<Option<NaiveDate>, StoreError> {
        let day = self.first(
            "SELECT min(on_date) AS on_date FROM (\
               SELECT v.on_date FROM visits v JOIN visit_cases p ON p.visit_id = v.id \
                 WHERE p.case_id = ?1 AND p.outcome IS NULL AND v.on_date >= ?2 AND coalesce(v.result, 'planned') = 'planned' \
               UNION ALL SELECT t.on_date FROM appointments t \
                 WHERE t.case_id = ?1 AND t.on_date >= ?2 AND coalesce(t.result, 'planned') = 'planned')",
            (case.as_str(), on.to_string()),
            |r| r.maybe_date("on_date"),
        )?;
        Ok(day.flatten().map(domain::calendar::PartialDate::first_day))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_with_a_record_is_done_unless_somebody_is_left() {
        for (stored, records, left, expected) in [
            (None, 0, 0, PlanResult::Planned),
            (None, 2, 1, PlanResult::Planned),
            (None, 3, 0, PlanResult::Done),
            (Some(PlanResult::Done), 1, 2, PlanResult::Done),
            (Some(PlanResult::Cancelled), 0, 3, PlanResult::Cancelled),
            (Some(PlanResult::Cancelled), 1, 0, PlanResult::Done),
            (Some(PlanResult::Changed), 0, 3, PlanResult::Changed),
        ] {
            assert_eq!(
                standing(stored, records, left),
                expected,
                "{stored:?} with {records} records, {left} left"
            );
        }
    }
}
