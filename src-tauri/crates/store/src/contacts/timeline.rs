//! 経過: notes, stages, sessions, visits without a note, stays and holds of one case in one list, newest first.

use crate::{Reader, Row, StoreError};
use chrono::NaiveDate;
use domain::calendar::PartialDate;
use domain::measure::Id;
use rusqlite::named_params;

/// What an entry of the timeline is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimelineKind {
    /// A contact record.
    Contact,
    /// A step of the road.
    Stage,
    /// Attendance at a session; `method` is the code of the attendance.
    Session,
    /// A visit at which no note was written; `method` is the code of the outcome.
    Visit,
    /// The beginning of a stay.
    Admission,
    /// Its end; `method` is the code of the destination.
    Discharge,
    /// A hold; `method` is the code of the reason.
    Hold,
}

/// One entry.
#[derive(Clone, Debug)]
pub struct TimelineFact {
    /// Identity of the record behind it.
    pub id: Id,
    /// What it is.
    pub kind: TimelineKind,
    /// Its day.
    pub on: PartialDate,
    /// Code of the method, or as the kind says.
    pub method: Option<String>,
    /// Codes of the counterparts.
    pub counterparts: Vec<String>,
    /// Minutes.
    pub minutes: Option<u32>,
    /// Text as written.
    pub text: String,
    /// What was written of the whole session, for whoever was there. It may speak of others.
    pub shared: String,
    /// 次の一手 that came of it.
    pub next_step: Option<String>,
    /// Place, hospital or programme.
    pub place: Option<String>,
    /// Number of corrections.
    pub revised: u32,
    /// Code of the stage.
    pub stage: Option<String>,
    /// Moment of writing.
    pub written_at: Option<String>,
}

/// One row per entry of one case, in the columns of [`fact`].
const ENTRIES: &str = "
    SELECT c.id AS id, 'contact' AS kind, c.on_date AS on_date, c.method AS method, c.counterpart AS counterpart, c.minutes AS minutes,
      concat_ws(char(10), c.text, c.s, c.o, c.a, c.p) AS text,
      (SELECT t.text FROM tasks t WHERE t.contact_id = c.id ORDER BY t.id LIMIT 1) AS next_step,
      coalesce(c.place, o.name) AS place, c.stage_at_time AS stage, c.written_at AS written_at,
      (SELECT count(*) FROM contact_revisions r WHERE r.contact_id = c.id AND r.reason IS NOT NULL) AS revised, NULL AS shared
      FROM contacts c LEFT JOIN organisations o ON o.id = c.org_id WHERE c.case_id = :case
    UNION ALL SELECT id, 'stage', from_on, NULL, NULL, NULL, reason, NULL, NULL, stage, NULL, 0, NULL FROM stage_events WHERE case_id = :case
    UNION ALL SELECT a.id, 'session', s.on_date, a.attendance, NULL, NULL, concat_ws('　', s.theme, a.remark), NULL, p.name, NULL, NULL, 0,
      CASE WHEN a.attendance IN ('present', 'partial') THEN concat_ws(char(10), s.contents, s.good, s.concern, s.words) END
      FROM attendance a JOIN sessions s ON s.id = a.session_id JOIN programmes p ON p.id = s.programme_id WHERE a.case_id = :case
    UNION ALL SELECT vc.id, 'visit', v.on_date, vc.outcome, NULL, NULL, NULL, NULL, concat_ws(' ', o.name, v.ward), NULL, NULL, 0, NULL
      FROM visit_cases vc JOIN visits v ON v.id = vc.visit_id LEFT JOIN organisations o ON o.id = v.org_id
      WHERE vc.case_id = :case AND vc.outcome IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM contacts c WHERE c.visit_id = v.id AND c.case_id = :case)
    UNION ALL SELECT a.id, 'admission', a.admitted_on, NULL, NULL, NULL, NULL, NULL, concat_ws(' ', o.name, a.ward), NULL, NULL, 0, NULL
      FROM admissions a JOIN organisations o ON o.id = a.org_id WHERE a.case_id = :case
    UNION ALL SELECT a.id, 'discharge', a.discharged_on, a.destination, NULL, NULL, NULL, NULL, o.name, NULL, NULL, 0, NULL
      FROM admissions a JOIN organisations o ON o.id = a.org_id WHERE a.case_id = :case AND a.discharged_on IS NOT NULL
    UNION ALL SELECT id, 'hold', from_on, reason, NULL, NULL, note, NULL, NULL, NULL, NULL, 0, NULL FROM holds WHERE case_id = :case";

impl Reader<'_> {
    /// A stretch of the timeline of a case, newest first.
    pub fn timeline(&self, case: &Id, offset: u32, limit: u32) -> Result<Vec<TimelineFact>, StoreError> {
        self.all(
            &format!("{ENTRIES} ORDER BY on_date DESC, written_at DESC, id DESC LIMIT :limit OFFSET :offset"),
            named_params! { ":case": case.as_str(), ":limit": limit, ":offset": offset },
            fact,
        )
    }

    /// Number of entries of the timeline of a case.
    pub fn timeline_total(&self, case: &Id) -> Result<u32, StoreError> {
        // One row: the number of rows that the timeline has.
        let total = self.first(
            "SELECT (SELECT count(*) FROM contacts WHERE case_id = :case) + (SELECT count(*) FROM stage_events WHERE case_id = :case)
               + (SELECT count(*) FROM attendance WHERE case_id = :case)
               + (SELECT count(*) FROM visit_cases vc WHERE vc.case_id = :case AND vc.outcome IS NOT NULL
                    AND NOT EXISTS (SELECT 1 FROM contacts c WHERE c.visit_id = vc.visit_id AND c.case_id = :case))
               + (SELECT count(*) + count(discharged_on) FROM admissions WHERE case_id = :case)
               + (SELECT count(*) FROM holds WHERE case_id = :case) AS total",
            named_params! { ":case": case.as_str() },
            |r| r.count("total"),
        )?;
        Ok(total.unwrap_or(0))
    }

    /// Contacts without a case between two days, newest first.
    pub fn loose_contacts(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<TimelineFact>, StoreError> {
        // One row per note that belongs to nobody's case.
        self.all(
            "SELECT c.id AS id, 'contact' AS kind, c.on_date AS on_date, c.method, c.counterpart, c.minutes,
               concat_ws(char(10), c.text, c.s, c.o, c.a, c.p) AS text,
               (SELECT t.text FROM tasks t WHERE t.contact_id = c.id ORDER BY t.id LIMIT 1) AS next_step,
               coalesce(c.place, o.name) AS place, c.stage_at_time AS stage, c.written_at,
               (SELECT count(*) FROM contact_revisions r WHERE r.contact_id = c.id AND r.reason IS NOT NULL) AS revised, NULL AS shared
             FROM contacts c LEFT JOIN organisations o ON o.id = c.org_id
             WHERE c.case_id IS NULL AND c.on_date BETWEEN :from AND :to ORDER BY c.on_date DESC, c.id DESC",
            named_params! { ":from": from.to_string(), ":to": to.to_string() },
            fact,
        )
    }
}

fn fact(r: &Row) -> Result<TimelineFact, StoreError> {
    Ok(TimelineFact {
        id: r.id("id")?,
        kind: match r.text("kind")?.as_str() {
            "contact" => TimelineKind::Contact,
            "stage" => TimelineKind::Stage,
            "session" => TimelineKind::Session,
            "visit" => TimelineKind::Visit,
            "admission" => TimelineKind::Admission,
            "discharge" => TimelineKind::Discharge,
            _ => TimelineKind::Hold,
        },
        on: r.date("on_date")?,
        method: r.maybe("method")?,
        counterparts: r.list("counterpart")?,
        minutes: r.number("minutes")?,
        text: r.text("text")?,
        shared: r.text("shared")?,
        next_step: r.maybe("next_step")?,
        place: r.maybe("place")?,
        revised: r.count("revised")?,
        stage: r.maybe("stage")?,
        written_at: r.maybe("written_at")?,
    })
}
