//! One session: its own fields, who came, who helped.

use crate::schema::Field;
use crate::{Reader, StoreError, Writer};
use chrono::NaiveDate;
use domain::measure::Id;
use domain::vocabulary::{Attendance, Place};

/// A session as its page shows it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Session {
    /// Theme.
    pub theme: String,
    /// 内容.
    pub contents: String,
    /// 資料.
    pub materials: String,
    /// Inside or outside the hospital, a code.
    pub place: String,
    /// Names of peer supporters, separated by `;`.
    pub peer_supporters: String,
    /// よかった点.
    pub good: String,
    /// 気になった点.
    pub concern: String,
    /// 参加者の言葉.
    pub words: String,
    /// 次回に向けて.
    pub next: String,
    /// Staff of the hospital side.
    pub staff_medical: Option<u32>,
    /// Staff of the support side.
    pub staff_support: Option<u32>,
    /// Staff of the municipality.
    pub staff_municipal: Option<u32>,
    /// Observers.
    pub observers: Option<u32>,
    /// Moment at which it was first recorded.
    pub written_at: Option<String>,
}

/// Somebody on the list of a session.
#[derive(Clone, Debug, PartialEq)]
pub struct Participant {
    /// Place on the roster; for somebody of whom only attendance is known, the case.
    pub id: Id,
    /// The case, `None` for somebody known by a label only.
    pub case_id: Option<Id>,
    /// Name of the case's person, or the label.
    pub name: String,
    /// Attendance of this session.
    pub attendance: Option<Attendance>,
    /// A line about the person in this session.
    pub remark: String,
    /// Corrections, oldest first: what stood there before, and the moment of the change.
    pub changes: Vec<(Option<Attendance>, String)>,
}

/// Somebody of the staff in a session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Staff {
    /// Name of the person, empty where only the organisation is known.
    pub person: String,
    /// Organisation.
    pub org_id: Option<Id>,
    /// Its name.
    pub org: String,
    /// What was done there: 進行, 記録, 講話.
    pub role: String,
}

/// A session to be planned.
#[derive(Clone, Debug)]
pub struct NewSession<'a> {
    /// Programme.
    pub programme: &'a Id,
    /// Day.
    pub on: NaiveDate,
    /// Begin.
    pub start: Option<String>,
    /// End.
    pub end: Option<String>,
    /// Theme.
    pub theme: &'a str,
    /// Place.
    pub place: Place,
    /// The series that plans it, and its day by the rule.
    pub series: Option<(&'a Id, NaiveDate)>,
}

/// One row per person of a session: the roster of that day, whoever attended, and whoever came to an earlier session of a
/// programme without a roster and has not left hospital since. :session id
const PARTICIPANTS: &str = "\
WITH here AS (SELECT * FROM sessions WHERE id = :session), \
listed AS ( \
  SELECT p.id AS id, p.case_id AS case_id, p.label AS label, 0 AS rank FROM participants p JOIN here s ON s.programme_id = p.programme_id \
    WHERE coalesce(p.joined_on, '') <= s.on_date AND coalesce(p.left_on, '9999') >= s.on_date \
  UNION ALL SELECT coalesce((SELECT p.id FROM participants p JOIN here s ON s.programme_id = p.programme_id \
      WHERE p.case_id = a.case_id OR (a.case_id IS NULL AND p.label = a.label) ORDER BY p.id LIMIT 1), a.case_id, a.id), \
      a.case_id, a.label, 1 FROM attendance a JOIN here s ON s.id = a.session_id \
  UNION ALL SELECT a.case_id, a.case_id, NULL, 2 FROM attendance a JOIN sessions e ON e.id = a.session_id \
    JOIN here s ON s.programme_id = e.programme_id AND e.session_no < s.session_no \
    WHERE a.case_id IS NOT NULL AND s.result IS NULL \
      AND NOT EXISTS (SELECT 1 FROM participants p WHERE p.programme_id = s.programme_id) \
      AND NOT EXISTS (SELECT 1 FROM attendance l JOIN sessions d ON d.id = l.session_id \
        WHERE l.case_id = a.case_id AND d.programme_id = s.programme_id AND l.attendance = 'discharged') \
      AND NOT EXISTS (SELECT 1 FROM attendance own WHERE own.session_id = s.id)) \
SELECT min(x.rank), x.id AS id, x.case_id AS case_id, coalesce(nullif(trim(concat(k.family_name, ' ', k.given_name)), ''), x.label, '') AS name, \
  (SELECT a.attendance FROM attendance a WHERE a.session_id = :session \
     AND (a.case_id = x.case_id OR (a.case_id IS NULL AND x.case_id IS NULL AND a.label = x.label)) ORDER BY a.id DESC LIMIT 1) AS attendance, \
  (SELECT a.remark FROM attendance a WHERE a.session_id = :session \
     AND (a.case_id = x.case_id OR (a.case_id IS NULL AND x.case_id IS NULL AND a.label = x.label)) ORDER BY a.id DESC LIMIT 1) AS remark \
FROM listed x LEFT JOIN cases c ON c.id = x.case_id LEFT JOIN clients k ON k.id = c.client_id \
GROUP BY coalesce(x.case_id, x.label) \
ORDER BY x.case_id IS NULL, concat(k.family_kana, ' ', k.given_kana), x.label, x.id";

impl Reader<'_> {
    /// A session's own fields. Error: [`StoreError::Missing`].
    pub fn session(&self, id: &Id) -> Result<Session, StoreError> {
        let found = self.first("SELECT * FROM sessions WHERE id = ?1", [id.as_str()], |r| {
            Ok(Session {
                theme: r.text("theme")?,
                contents: r.text("contents")?,
                materials: r.text("materials")?,
                place: r.text("place")?,
                peer_supporters: r.text("peer_supporters")?,
                good: r.text("good")?,
                concern: r.text("concern")?,
                words: r.text("words")?,
                next: r.text("next")?,
                staff_medical: r.number("staff_medical")?,
                staff_support: r.number("staff_support")?,
                staff_municipal: r.number("staff_municipal")?,
                observers: r.number("observers")?,
                written_at: r.maybe("written_at")?,
            })
        })?;
        found.ok_or(StoreError::Missing("sessions"))
    }

    /// The people of a session, by reading; people known by a label last.
    pub fn session_people(&self, session: &Id) -> Result<Vec<Participant>, StoreError> {
        // One row per correction.
        let changes = self.all(
            "SELECT case_id, label, was, changed_at FROM attendance_changes WHERE session_id = ?1 ORDER BY changed_at, id",
            [session.as_str()],
            |r| Ok((r.maybe_id("case_id")?, r.text("label")?, r.text("was")?, r.text("changed_at")?)),
        )?;
        self.all(PARTICIPANTS, &[(":session", session.as_str())], |r| {
            let (case_id, name) = (r.maybe_id("case_id")?, r.text("name")?);
            let own = changes
                .iter()
                .filter(|(case, label, ..)| *case == case_id && (case_id.is_some() || *label == name));
            Ok(Participant {
                id: r.id("id")?,
                attendance: Attendance::from_code(&r.text("attendance")?),
                remark: r.text("remark")?,
                changes: own.map(|(.., was, at)| (Attendance::from_code(was), at.clone())).collect(),
                case_id,
                name,
            })
        })
    }

    /// The staff of a session in the order in which it was written.
    pub fn session_staff(&self, session: &Id) -> Result<Vec<Staff>, StoreError> {
        // One row per person or organisation.
        self.all(
            "SELECT p.name AS person, t.org_id AS org_id, o.name AS org, t.role AS role FROM session_staff t \
             LEFT JOIN people p ON p.id = t.person_id LEFT JOIN organisations o ON o.id = t.org_id WHERE t.session_id = ?1 ORDER BY t.id",
            [session.as_str()],
            |r| {
                Ok(Staff {
                    person: r.text("person")?,
                    org_id: r.maybe_id("org_id")?,
                    org: r.text("org")?,
                    role: r.text("role")?,
                })
            },
        )
    }
}

impl Writer<'_> {
    /// Plans the next session of a programme.
    pub fn add_session(&mut self, session: &NewSession) -> Result<Id, StoreError> {
        let number = self.first(
            "SELECT 1 + coalesce(max(session_no), 0) AS n FROM sessions WHERE programme_id = ?1",
            [session.programme.as_str()],
            |r| r.count("n"),
        )?;
        self.insert(
            "sessions",
            &[
                ("programme_id", session.programme.into()),
                ("session_no", number.into()),
                ("on_date", session.on.into()),
                ("start_time", session.start.clone().into()),
                ("end_time", session.end.clone().into()),
                ("theme", session.theme.into()),
                ("place", session.place.code().into()),
                ("recurrence_id", session.series.map(|(id, _)| id).into()),
                ("due_on", session.series.map(|(_, due)| due).into()),
            ],
        )
    }

    /// Puts somebody on the roster from a day, unless already there; gives the place on the roster.
    pub fn join_programme(
        &mut self,
        programme: &Id,
        case: Option<&Id>,
        label: &str,
        on: NaiveDate,
    ) -> Result<Id, StoreError> {
        let known = self.first(
            "SELECT id FROM participants WHERE programme_id = ?1 AND (case_id = ?2 OR (?2 IS NULL AND case_id IS NULL AND label = ?3)) \
             ORDER BY id LIMIT 1",
            (programme.as_str(), case.map(Id::as_str), label),
            |r| r.id("id"),
        )?;
        match known {
            Some(id) => Ok(id),
            None => self.insert(
                "participants",
                &[
                    ("programme_id", programme.into()),
                    ("case_id", case.into()),
                    ("label", label.into()),
                    ("joined_on", on.into()),
                ],
            ),
        }
    }

    /// Keeps the attendance of somebody listed in a session; `None` takes it away. What stood there before and is changed stays
    /// on record.
    pub fn set_attendance(
        &mut self,
        session: &Id,
        case: Option<&Id>,
        label: &str,
        attendance: Option<Attendance>,
    ) -> Result<(), StoreError> {
        let known = self.attendance_row(session, case, label)?;
        if let Some((_, was)) = known.as_ref().filter(|(_, was)| *was != attendance) {
            let at = self.at().to_rfc3339();
            let fields = [
                ("session_id", session.into()),
                ("case_id", case.into()),
                ("label", label.into()),
                ("was", was.map(Attendance::code).into()),
                ("became", attendance.map(Attendance::code).into()),
                ("changed_at", at.into()),
            ];
            self.insert("attendance_changes", &fields)?;
        }
        match (known, attendance) {
            (Some((row, _)), Some(a)) => self.update("attendance", &row, &[("attendance", a.code().into())]),
            (Some((row, _)), None) => self.delete("attendance", &row),
            (None, Some(a)) => self
                .insert(
                    "attendance",
                    &[
                        ("session_id", session.into()),
                        ("case_id", case.into()),
                        ("label", label.into()),
                        ("attendance", a.code().into()),
                    ],
                )
                .map(|_| ()),
            (None, None) => Ok(()),
        }
    }

    /// Keeps the line about somebody whose attendance is known; without attendance there is no place for one.
    pub fn set_remark(
        &mut self,
        session: &Id,
        case: Option<&Id>,
        label: &str,
        remark: &str,
    ) -> Result<(), StoreError> {
        match self.attendance_row(session, case, label)? {
            Some((row, _)) => self.update("attendance", &row, &[("remark", remark.into())]),
            None => Ok(()),
        }
    }

    fn attendance_row(
        &self,
        session: &Id,
        case: Option<&Id>,
        label: &str,
    ) -> Result<Option<(Id, Option<Attendance>)>, StoreError> {
        self.first(
            "SELECT id, attendance FROM attendance WHERE session_id = ?1 AND (case_id = ?2 OR (?2 IS NULL AND case_id IS NULL AND label = ?3)) \
             ORDER BY id DESC LIMIT 1",
            (session.as_str(), case.map(Id::as_str), label),
            |r| Ok((r.id("id")?, Attendance::from_code(&r.text("attendance")?))),
        )
    }

    /// Keeps what belongs to the whole session, and when that was first done.
    pub fn keep_session(&mut self, id: &Id, session: &Session) -> Result<(), StoreError> {
        let written_at = self.session(id)?.written_at.unwrap_or_else(|| self.at().to_rfc3339());
        self.update(
            "sessions",
            id,
            &[
                ("theme", Field::text(&session.theme)),
                ("contents", Field::text(&session.contents)),
                ("materials", Field::text(&session.materials)),
                ("place", Field::text(&session.place)),
                ("peer_supporters", Field::text(&session.peer_supporters)),
                ("good", Field::text(&session.good)),
                ("concern", Field::text(&session.concern)),
                ("words", Field::text(&session.words)),
                ("next", Field::text(&session.next)),
                ("staff_medical", session.staff_medical.into()),
                ("staff_support", session.staff_support.into()),
                ("staff_municipal", session.staff_municipal.into()),
                ("observers", session.observers.into()),
                ("written_at", written_at.into()),
            ],
        )
    }

    /// Keeps the whole list of a session's staff.
    pub fn keep_staff(&mut self, session: &Id, staff: &[Staff]) -> Result<(), StoreError> {
        self.conn
            .prepare_cached("DELETE FROM session_staff WHERE session_id = ?")?
            .execute([session.as_str()])?;
        for one in staff {
            let person = match one.person.as_str() {
                "" => None,
                name => Some(self.person_for(name, one.org_id.as_ref(), None)?),
            };
            let fields = [
                ("session_id", session.into()),
                ("person_id", person.as_ref().into()),
                ("org_id", one.org_id.as_ref().into()),
                ("role", Field::text(&one.role)),
            ];
            self.insert("session_staff", &fields)?;
        }
        Ok(())
    }
}
