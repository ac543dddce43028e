//! Who of a roster came and who did not, in the programmes that go on.

use crate::{Reader, StoreError};
use chrono::NaiveDate;
use domain::measure::Id;
use domain::vocabulary::Attendance;
use rusqlite::named_params;

/// The attendance of one case in one programme that goes on.
#[derive(Clone, Debug, PartialEq)]
pub struct Presence {
    /// The case.
    pub case_id: Id,
    /// Name of the programme.
    pub programme: String,
    /// What is written, in the order of the sessions.
    pub marks: Vec<(NaiveDate, Attendance)>,
}

/// One row per case and session of a programme that is not finished, whose hospital takes visitors, and which the person
/// has not left. :on ISO date
const PRESENCES: &str = "\
SELECT g.id AS programme_id, g.name AS programme, a.case_id AS case_id, s.on_date AS on_date, a.attendance AS attendance \
FROM programmes g JOIN sessions s ON s.programme_id = g.id JOIN attendance a ON a.session_id = s.id \
LEFT JOIN organisations o ON o.id = g.org_id \
WHERE g.status IS NOT 'finished' AND s.on_date <= :on AND s.result IS NOT 'cancelled' AND a.case_id IS NOT NULL \
  AND (o.closed_to_visits_from IS NULL OR o.closed_to_visits_from > :on OR o.closed_to_visits_to < :on) \
  AND NOT EXISTS (SELECT 1 FROM participants p WHERE p.programme_id = g.id AND p.case_id = a.case_id AND p.left_on <= :on) \
ORDER BY g.id, a.case_id, s.on_date, s.session_no";

impl Reader<'_> {
    /// The attendance of everybody in the programmes that go on, up to a day.
    pub fn presences(&self, on: NaiveDate) -> Result<Vec<Presence>, StoreError> {
        let mut found: Vec<(Id, Presence)> = Vec::new();
        self.all(PRESENCES, named_params! { ":on": on.to_string() }, |r| {
            let (programme_id, case_id) = (r.id("programme_id")?, r.id("case_id")?);
            let Some(attendance) = Attendance::from_code(&r.text("attendance")?) else { return Ok(()) };
            let mark = (r.date("on_date")?.first_day(), attendance);
            match found.last_mut() {
                Some((of, presence)) if *of == programme_id && presence.case_id == case_id => {
                    presence.marks.push(mark);
                }
                _ => {
                    let presence = Presence { case_id, programme: r.text("programme")?, marks: vec![mark] };
                    found.push((programme_id, presence));
                }
            }
            Ok(())
        })?;
        Ok(found.into_iter().map(|(_, presence)| presence).collect())
    }
}
