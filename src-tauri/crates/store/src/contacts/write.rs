//! Writing a note, correcting it, and the visit that several notes share.

use crate::schema::Field;
use crate::{StoreError, Writer};
use chrono::NaiveDate;
use domain::measure::Id;
use domain::vocabulary::{Counterpart, Method, Outcome, PlanResult, RecordSource, Stage};

/// A note about one contact.
#[derive(Clone, Debug)]
pub struct NewContact {
    /// Its case; a talk on the ward or a call to an office may have none.
    pub case_id: Option<Id>,
    /// Day of the contact, however late it is written.
    pub on: NaiveDate,
    /// Minutes.
    pub minutes: Option<u32>,
    /// The minutes were filled in by the method.
    pub estimated: bool,
    /// Method.
    pub method: Option<Method>,
    /// Counterparts.
    pub counterparts: Vec<Counterpart>,
    /// The text, as written.
    pub text: String,
    /// Hospital or organisation.
    pub org_id: Option<Id>,
    /// Visit that it shares with other notes.
    pub visit_id: Option<Id>,
    /// Session that it shares with other notes.
    pub session_id: Option<Id>,
    /// Outcome of the attempt to meet.
    pub outcome: Option<Outcome>,
    /// Stage of the case on that day.
    pub stage: Option<Stage>,
    /// On the spot, or later.
    pub source: RecordSource,
}

/// A new version of a note.
#[derive(Clone, Debug)]
pub struct Revision {
    /// Day.
    pub on: NaiveDate,
    /// Minutes.
    pub minutes: Option<u32>,
    /// The minutes were filled in by the method.
    pub estimated: bool,
    /// Method.
    pub method: Option<Method>,
    /// Counterparts.
    pub counterparts: Vec<Counterpart>,
    /// The text.
    pub text: String,
}

fn codes(counterparts: &[Counterpart]) -> Field {
    Field::from(counterparts.iter().map(|c| c.code()).collect::<Vec<_>>().join(";"))
}

impl Writer<'_> {
    /// Adds a contact record and gives its identity.
    pub fn add_contact(&mut self, contact: &NewContact) -> Result<Id, StoreError> {
        let written_at = self.at().to_rfc3339();
        self.insert(
            "contacts",
            &[
                ("case_id", contact.case_id.as_ref().into()),
                ("on_date", contact.on.into()),
                ("minutes", contact.minutes.into()),
                ("minutes_estimated", contact.estimated.into()),
                ("method", contact.method.map(Method::code).into()),
                ("counterpart", codes(&contact.counterparts)),
                ("text", (&contact.text).into()),
                ("org_id", contact.org_id.as_ref().into()),
                ("visit_id", contact.visit_id.as_ref().into()),
                ("session_id", contact.session_id.as_ref().into()),
                ("outcome", contact.outcome.map(Outcome::code).into()),
                ("stage_at_time", contact.stage.map(Stage::code).into()),
                ("written_at", written_at.into()),
                ("source", contact.source.code().into()),
            ],
        )
    }

    /// Replaces a contact record by a new version; the old one is kept with the reason. The new text holds all of the
    /// note: what stood in parts (本人の言葉, 様子, 見立て, 予定) stands in it.
    pub fn revise_contact(&mut self, id: &Id, new: &Revision, reason: &str) -> Result<(), StoreError> {
        self.because(reason)?;
        self.update(
            "contacts",
            id,
            &[
                ("on_date", new.on.into()),
                ("minutes", new.minutes.into()),
                ("minutes_estimated", new.estimated.into()),
                ("method", new.method.map(Method::code).into()),
                ("counterpart", codes(&new.counterparts)),
                ("text", (&new.text).into()),
                ("s", Field::null()),
                ("o", Field::null()),
                ("a", Field::null()),
                ("p", Field::null()),
            ],
        )
    }

    /// A visit that was not planned, so that notes about several people share one.
    pub fn add_unplanned_visit(&mut self, on: NaiveDate, org: Option<&Id>) -> Result<Id, StoreError> {
        self.insert(
            "visits",
            &[("on_date", on.into()), ("org_id", org.into()), ("result", PlanResult::Done.code().into())],
        )
    }
}
