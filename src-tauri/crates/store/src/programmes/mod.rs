//! Discharge programmes: roster, sessions, attendance.

mod absences;
mod page;
mod session;

pub use absences::Presence;
pub use page::{Mark, Organiser, Preparation, ProgrammeFact, RosterPlace, SessionFact};
pub use session::{NewSession, Participant, Session, Staff};

use crate::{Reader, StoreError, Writer};
use chrono::NaiveDate;
use domain::measure::Id;
use domain::vocabulary::ProgrammeStatus;

/// A programme in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Programme {
    /// Identity.
    pub id: Id,
    /// Name.
    pub name: String,
    /// Hospital.
    pub org_id: Option<Id>,
    /// Name of the hospital.
    pub org: Option<String>,
    /// Status, a code.
    pub status: String,
    /// Sessions that were held: recorded as done, or with somebody's attendance.
    pub sessions: u32,
    /// Number of the session that would be planned next.
    pub next_no: u32,
}

/// One row per programme.
const PROGRAMMES: &str = "\
SELECT g.id AS id, g.name AS name, g.org_id AS org_id, o.name AS org, g.status AS status, \
  (SELECT count(*) FROM sessions s WHERE s.programme_id = g.id AND s.result IS NOT 'cancelled' \
     AND (s.result IS 'done' OR EXISTS (SELECT 1 FROM attendance a WHERE a.session_id = s.id))) AS sessions, \
  (SELECT 1 + coalesce(max(s.session_no), 0) FROM sessions s WHERE s.programme_id = g.id) AS next_no \
FROM programmes g LEFT JOIN organisations o ON o.id = g.org_id ORDER BY g.status IS 'finished', g.starts DESC, g.name, g.id";

impl Reader<'_> {
    /// All programmes, running ones first.
    pub fn programmes(&self) -> Result<Vec<Programme>, StoreError> {
        self.all(PROGRAMMES, [], |r| {
            Ok(Programme {
                id: r.id("id")?,
                name: r.text("name")?,
                org_id: r.maybe_id("org_id")?,
                org: r.maybe("org")?,
                status: r.text("status")?,
                sessions: r.count("sessions")?,
                next_no: r.count("next_no")?,
            })
        })
    }

    /// The programme of exactly this name, the newest if there are several.
    pub fn programme_named(&self, name: &str) -> Result<Option<Id>, StoreError> {
        self.first(
            "SELECT id FROM programmes WHERE name = ?1 ORDER BY starts DESC, id DESC LIMIT 1",
            [name],
            |r| r.id("id"),
        )
    }

    /// True for the identity of a programme.
    pub fn is_programme(&self, id: &Id) -> Result<bool, StoreError> {
        Ok(self.first("SELECT id FROM programmes WHERE id = ?1", [id.as_str()], |r| r.id("id"))?.is_some())
    }
}

impl Writer<'_> {
    /// Adds a programme that is running, or being prepared until its first day.
    pub fn add_programme(
        &mut self,
        name: &str,
        org: Option<&Id>,
        starts: NaiveDate,
    ) -> Result<Id, StoreError> {
        let status = if starts > self.at().date_naive() {
            ProgrammeStatus::Preparing
        } else {
            ProgrammeStatus::Running
        };
        self.insert(
            "programmes",
            &[
                ("name", name.into()),
                ("org_id", org.into()),
                ("starts", starts.into()),
                ("status", status.code().into()),
            ],
        )
    }
}
