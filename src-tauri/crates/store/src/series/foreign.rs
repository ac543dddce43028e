//! Plans that came from another calendar, by the name that they have there.

use crate::plans::home;
use crate::{Reader, StoreError, Writer};
use chrono::NaiveDate;
use domain::measure::Id;
use domain::vocabulary::PlanKind;

impl Reader<'_> {
    /// True for a name of another calendar that is here already.
    pub fn knows_uid(&self, uid: &str) -> Result<bool, StoreError> {
        let known = self.first(
            "SELECT id FROM appointments WHERE uid = ?1 UNION ALL SELECT id FROM recurrences WHERE uid = ?1 LIMIT 1",
            [uid],
            |r| r.id("id"),
        )?;
        Ok(known.is_some())
    }

    /// The organisation that is called exactly like a place.
    pub fn organisation_called(&self, place: &str) -> Result<Option<Id>, StoreError> {
        self.first("SELECT id FROM organisations WHERE name = ?1 ORDER BY id LIMIT 1", [place.trim()], |r| {
            r.id("id")
        })
    }
}

impl Writer<'_> {
    /// Keeps the name that an appointment has in another calendar, its day there, and its place; `apart` for a day of a
    /// series that was changed by itself.
    pub fn name_plan(
        &mut self,
        id: &Id,
        uid: &str,
        due: NaiveDate,
        apart: bool,
        place: &str,
    ) -> Result<(), StoreError> {
        let mut now = vec![("uid", uid.into()), ("due_on", due.into()), ("place", place.into())];
        if apart {
            now.push(("apart", true.into()));
        }
        self.update(home(PlanKind::Meeting).0, id, &now)
    }
}
