//! The programme's own page: what it is, who holds it, what is prepared, its roster and its sessions.

use crate::cases::full_name;
use crate::schema::Field;
use crate::{Reader, StoreError, Writer};
use chrono::NaiveDate;
use domain::calendar::PartialDate;
use domain::measure::Id;
use domain::vocabulary::Attendance;
use rusqlite::named_params;

/// A programme's own fields.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProgrammeFact {
    /// Name.
    pub name: String,
    /// Hospital.
    pub org_id: Option<Id>,
    /// ねらい.
    pub aim: String,
    /// First day.
    pub starts: Option<PartialDate>,
    /// Last day.
    pub ends: Option<PartialDate>,
    /// Sessions that are meant to be held.
    pub planned_sessions: Option<u32>,
    /// 対象.
    pub eligibility: String,
    /// 費用.
    pub cost: String,
    /// Status, a code.
    pub status: String,
    /// What the list of a session begins with.
    pub default_attendance: Option<Attendance>,
}

/// Who holds a programme.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Organiser {
    /// Organisation.
    pub org_id: Option<Id>,
    /// Its name.
    pub org: String,
    /// Side, a code or as a foreign file wrote it.
    pub side: String,
    /// 主催・共催・協力, a code.
    pub role: String,
}

/// One thing to prepare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preparation {
    /// What.
    pub item: String,
    /// Done on.
    pub done_on: Option<PartialDate>,
}

/// A place on the roster.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RosterPlace {
    /// The case, `None` for somebody known by a label only.
    pub case_id: Option<Id>,
    /// Label of somebody unregistered.
    pub label: String,
    /// First day.
    pub joined_on: Option<PartialDate>,
    /// Last day.
    pub left_on: Option<PartialDate>,
    /// Why she left.
    pub reason: String,
}

/// One attendance of a programme.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Session.
    pub session: Id,
    /// Day of the session.
    pub on: NaiveDate,
    /// The case, or nobody's.
    pub case_id: Option<Id>,
    /// Label of somebody unregistered.
    pub label: String,
    /// What is written.
    pub attendance: Attendance,
}

/// One session in the list of its programme.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionFact {
    /// Session.
    pub id: Id,
    /// Number.
    pub no: u32,
    /// Day.
    pub on: NaiveDate,
    /// Begin.
    pub start: Option<String>,
    /// End.
    pub end: Option<String>,
    /// Theme.
    pub theme: String,
    /// Inside or outside, a code.
    pub place: String,
    /// Peer supporters.
    pub peers: Vec<String>,
    /// Staff of the three sides together.
    pub staff: Option<u32>,
    /// Observers.
    pub observers: Option<u32>,
    /// Result, a code.
    pub result: String,
    /// Why it was cancelled.
    pub reason: String,
}

impl Reader<'_> {
    /// A programme's own fields. Error: [`StoreError::Missing`].
    pub fn programme(&self, id: &Id) -> Result<ProgrammeFact, StoreError> {
        let found = self.first("SELECT * FROM programmes WHERE id = ?1", [id.as_str()], |r| {
            Ok(ProgrammeFact {
                name: r.text("name")?,
                org_id: r.maybe_id("org_id")?,
                aim: r.text("aim")?,
                starts: r.maybe_date("starts")?,
                ends: r.maybe_date("ends")?,
                planned_sessions: r.number("planned_sessions")?,
                eligibility: r.text("eligibility")?,
                cost: r.text("cost")?,
                status: r.text("status")?,
                default_attendance: Attendance::from_code(&r.text("default_attendance")?),
            })
        })?;
        found.ok_or(StoreError::Missing("programmes"))
    }

    /// Who holds a programme, hosts first.
    pub fn organisers(&self, programme: &Id) -> Result<Vec<(Id, Organiser)>, StoreError> {
        // One row per organisation.
        self.all(
            "SELECT t.id AS id, t.org_id AS org_id, o.name AS org, t.side AS side, t.role AS role FROM programme_organisers t \
             LEFT JOIN organisations o ON o.id = t.org_id WHERE t.programme_id = ?1 \
             ORDER BY CASE t.role WHEN 'host' THEN 0 WHEN 'co_host' THEN 1 ELSE 2 END, t.id",
            [programme.as_str()],
            |r| {
                let organiser = Organiser {
                    org_id: r.maybe_id("org_id")?,
                    org: r.text("org")?,
                    side: r.text("side")?,
                    role: r.text("role")?,
                };
                Ok((r.id("id")?, organiser))
            },
        )
    }

    /// What is to be prepared, in the order in which it was written.
    pub fn preparations(&self, programme: &Id) -> Result<Vec<(Id, Preparation)>, StoreError> {
        // One row per item.
        self.all(
            "SELECT id, item, done_on FROM programme_preparations WHERE programme_id = ?1 ORDER BY position, id",
            [programme.as_str()],
            |r| Ok((r.id("id")?, Preparation { item: r.text("item")?, done_on: r.maybe_date("done_on")? })),
        )
    }

    /// The places on a roster, each with the person's name and reading; of somebody unregistered both are her label.
    pub fn roster(&self, programme: &Id) -> Result<Vec<(Id, RosterPlace, String, String)>, StoreError> {
        // One row per place.
        self.all(
            "SELECT p.*, k.family_name, k.given_name, k.family_kana, k.given_kana FROM participants p \
             LEFT JOIN cases c ON c.id = p.case_id LEFT JOIN clients k ON k.id = c.client_id WHERE p.programme_id = ?1 ORDER BY p.id",
            [programme.as_str()],
            |r| {
                let place = RosterPlace {
                    case_id: r.maybe_id("case_id")?,
                    label: r.text("label")?,
                    joined_on: r.maybe_date("joined_on")?,
                    left_on: r.maybe_date("left_on")?,
                    reason: r.text("reason")?,
                };
                let (name, kana) = match place.case_id {
                    Some(_) => (
                        full_name(&r.text("family_name")?, &r.text("given_name")?),
                        full_name(&r.text("family_kana")?, &r.text("given_kana")?),
                    ),
                    None => (place.label.clone(), place.label.clone()),
                };
                Ok((r.id("id")?, place, name, kana))
            },
        )
    }

    /// Every attendance of a programme in the order of its sessions.
    pub fn programme_marks(&self, programme: &Id) -> Result<Vec<Mark>, StoreError> {
        // One row per person and session.
        self.all(
            "SELECT s.id AS session_id, s.on_date, a.case_id, a.label, a.attendance FROM sessions s JOIN attendance a ON a.session_id = s.id \
             WHERE s.programme_id = ?1 AND s.result IS NOT 'cancelled' ORDER BY s.on_date, s.session_no, a.id",
            [programme.as_str()],
            |r| {
                Ok(Mark {
                    session: r.id("session_id")?,
                    on: r.date("on_date")?.first_day(),
                    case_id: r.maybe_id("case_id")?,
                    label: r.text("label")?,
                    attendance: Attendance::from_code(&r.text("attendance")?)
                        .ok_or(StoreError::Unreadable("attendance"))?,
                })
            },
        )
    }

    /// The sessions of a programme by their day, those not held included.
    pub fn programme_sessions(&self, programme: &Id) -> Result<Vec<SessionFact>, StoreError> {
        // One row per session.
        self.all(
            "SELECT id, session_no, on_date, start_time, end_time, theme, place, peer_supporters, observers, result, cancelled_reason, \
               CASE WHEN coalesce(staff_medical, staff_support, staff_municipal) IS NULL THEN NULL \
                 ELSE coalesce(staff_medical, 0) + coalesce(staff_support, 0) + coalesce(staff_municipal, 0) END AS staff \
             FROM sessions WHERE programme_id = ?1 ORDER BY on_date, session_no",
            [programme.as_str()],
            |r| {
                Ok(SessionFact {
                    id: r.id("id")?,
                    no: r.count("session_no")?,
                    on: r.date("on_date")?.first_day(),
                    start: r.maybe("start_time")?,
                    end: r.maybe("end_time")?,
                    theme: r.text("theme")?,
                    place: r.text("place")?,
                    peers: r.list("peer_supporters")?,
                    staff: r.number("staff")?,
                    observers: r.number("observers")?,
                    result: r.text("result")?,
                    reason: r.text("cancelled_reason")?,
                })
            },
        )
    }
}

impl Writer<'_> {
    /// Keeps a programme's own fields: those of `id`, or a new programme.
    pub fn keep_programme(&mut self, id: Option<&Id>, fact: &ProgrammeFact) -> Result<Id, StoreError> {
        let fields = [
            ("name", Field::text(&fact.name)),
            ("org_id", fact.org_id.as_ref().into()),
            ("aim", Field::text(&fact.aim)),
            ("starts", fact.starts.into()),
            ("ends", fact.ends.into()),
            ("planned_sessions", fact.planned_sessions.into()),
            ("eligibility", Field::text(&fact.eligibility)),
            ("cost", Field::text(&fact.cost)),
            ("status", Field::text(&fact.status)),
            ("default_attendance", fact.default_attendance.map(Attendance::code).into()),
        ];
        match id {
            Some(id) => self.update("programmes", id, &fields).map(|()| id.clone()),
            None => self.insert("programmes", &fields),
        }
    }

    /// Keeps an organiser: the row of `id`, or a new one.
    pub fn keep_organiser(
        &mut self,
        programme: &Id,
        id: Option<&Id>,
        organiser: &Organiser,
    ) -> Result<Id, StoreError> {
        let fields = [
            ("programme_id", programme.into()),
            ("org_id", organiser.org_id.as_ref().into()),
            ("side", Field::text(&organiser.side)),
            ("role", Field::text(&organiser.role)),
        ];
        match id {
            Some(id) => self.update("programme_organisers", id, &fields).map(|()| id.clone()),
            None => self.insert("programme_organisers", &fields),
        }
    }

    /// Takes an organiser out. Error: [`StoreError::Missing`].
    pub fn remove_organiser(&mut self, id: &Id) -> Result<(), StoreError> {
        self.delete("programme_organisers", id)
    }

    /// Keeps an item of the preparation: the row of `id`, or a new one.
    pub fn keep_preparation(
        &mut self,
        programme: &Id,
        id: Option<&Id>,
        preparation: &Preparation,
    ) -> Result<Id, StoreError> {
        let mut fields = vec![
            ("programme_id", programme.into()),
            ("item", Field::text(&preparation.item)),
            ("done_on", preparation.done_on.into()),
        ];
        match id {
            Some(id) => self.update("programme_preparations", id, &fields).map(|()| id.clone()),
            None => {
                // One row.
                let next = self.first(
                    "SELECT 1 + coalesce(max(position), 0) AS next FROM programme_preparations WHERE programme_id = ?1",
                    [programme.as_str()],
                    |r| r.count("next"),
                )?;
                fields.push(("position", next.into()));
                self.insert("programme_preparations", &fields)
            }
        }
    }

    /// Takes an item of the preparation out. Error: [`StoreError::Missing`].
    pub fn remove_preparation(&mut self, id: &Id) -> Result<(), StoreError> {
        self.delete("programme_preparations", id)
    }

    /// Keeps a place on the roster: the row of `id`, or a new one. Somebody who was known by a label and is a case from now
    /// on takes her attendance along.
    pub fn keep_place(
        &mut self,
        programme: &Id,
        id: Option<&Id>,
        place: &RosterPlace,
    ) -> Result<Id, StoreError> {
        let fields = [
            ("programme_id", programme.into()),
            ("case_id", place.case_id.as_ref().into()),
            ("label", Field::text(&place.label)),
            ("joined_on", place.joined_on.into()),
            ("left_on", place.left_on.into()),
            ("reason", Field::text(&place.reason)),
        ];
        match id {
            Some(id) => self.update("participants", id, &fields).map(|()| id.clone()),
            None => self.insert("participants", &fields),
        }
    }

    /// Makes what is written about a label in a programme the case's. Where a session knows both, the case's own
    /// attendance stays.
    pub fn tie_label(&mut self, programme: &Id, label: &str, case: &Id) -> Result<(), StoreError> {
        let names =
            named_params! { ":programme": programme.as_str(), ":label": label, ":case": case.as_str() };
        let of = "case_id IS NULL AND label = :label AND session_id IN (SELECT s.id FROM sessions s WHERE s.programme_id = :programme)";
        self.conn
            .prepare_cached(&format!(
                "DELETE FROM attendance WHERE {of} AND EXISTS \
                   (SELECT 1 FROM attendance o WHERE o.session_id = attendance.session_id AND o.case_id = :case)"
            ))?
            .execute(names)?;
        for table in ["attendance", "attendance_changes"] {
            self.conn
                .prepare_cached(&format!("UPDATE {table} SET case_id = :case, label = NULL WHERE {of}"))?
                .execute(names)?;
        }
        Ok(())
    }

    /// Gives everything that is written about a label in a programme another label.
    pub fn rename_label(&mut self, programme: &Id, from: &str, to: &str) -> Result<(), StoreError> {
        for table in ["attendance", "attendance_changes"] {
            self.conn
                .prepare_cached(&format!(
                    "UPDATE {table} SET label = :to WHERE case_id IS NULL AND label = :from \
                       AND session_id IN (SELECT s.id FROM sessions s WHERE s.programme_id = :programme)"
                ))?
                .execute(named_params! { ":programme": programme.as_str(), ":from": from, ":to": to })?;
        }
        Ok(())
    }

    /// Takes a place off the roster. Error: [`StoreError::Missing`].
    pub fn remove_place(&mut self, id: &Id) -> Result<(), StoreError> {
        self.delete("participants", id)
    }
}
