//! 退院プログラム: programmes, their sessions and who came.
//!
//! A session is one record. Everybody who attended sees it in the timeline; nothing of it is copied.

mod keep;
mod page;
mod plan;
mod record;
mod roster;
mod session;

pub use keep::{
    AddUsualPreparations, KeepOrganiser, KeepPreparation, KeepProgramme, RemoveOrganiser, RemovePreparation,
};
pub use page::{OrganiserLine, PreparationLine, ProgrammePage, ProgrammeSheet, RosterLine, SessionLine};
pub use plan::PlanSession;
pub use record::{Details, Mark, RecordSession, StaffMember};
pub use roster::{KeepParticipant, RemoveParticipant};
pub use session::{Attendee, Change, SessionPage, SessionSheet, StaffLine};

use crate::house::Query;
use crate::{Circumstances, Failure, Topic};
use domain::measure::Id;
use serde::{Deserialize, Serialize};
use store::Reader;

/// Asks for all programmes, running ones first.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(type = "Record<string, never>")]
pub struct Programmes {}

/// A programme in a list.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
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

impl Query for Programmes {
    type Answer = Vec<Programme>;
    const TOPICS: &'static [Topic] = &[Topic::Programmes, Topic::Plans];

    fn answer(self, _: &Circumstances, reader: &Reader) -> Result<Vec<Programme>, Failure> {
        let found = reader.programmes()?.into_iter().map(|p| Programme {
            id: p.id,
            name: p.name,
            org_id: p.org_id,
            org: p.org,
            status: p.status,
            sessions: p.sessions,
            next_no: p.next_no,
        });
        Ok(found.collect())
    }
}

/// Refuses a programme that nobody knows. Error: `session.unknown-programme`.
fn known(reader: &Reader, id: &Id) -> Result<(), Failure> {
    if reader.is_programme(id)? {
        Ok(())
    } else {
        Err(Failure::new("session.unknown-programme").at("programme_id"))
    }
}
