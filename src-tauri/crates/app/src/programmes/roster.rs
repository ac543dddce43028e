//! The dated roster: who joined when, who left and why, and whoever was a label and is a case now.

use super::keep::trimmed;
use crate::house::Command;
use crate::{Circumstances, Failure, Topic};
use domain::calendar::PartialDate;
use domain::measure::Id;
use serde::Deserialize;
use store::Writer;
use store::programmes::RosterPlace;

/// Keeps a place on a roster: that of `participant_id`, or a new one. Somebody who came without a place gets hers. A person
/// who was known by a label and is a case from now on takes her attendance along.
///
/// Errors: `session.unknown-programme`, `session.unknown-participant`, `case.unknown`, `programme.nobody`,
/// `programme.there-already`, `programme.order`, `programme.another-person`, `programme.too-long`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct KeepParticipant {
    programme_id: Id,
    participant_id: Option<Id>,
    case_id: Option<Id>,
    label: String,
    joined_on: Option<PartialDate>,
    left_on: Option<PartialDate>,
    reason: String,
}

impl Command for KeepParticipant {
    type Answer = Id;
    const CHANGES: &'static [Topic] = &[Topic::Programmes, Topic::Plans, Topic::Cases, Topic::Contacts];

    fn perform(self, _: &Circumstances, writer: &mut Writer) -> Result<Id, Failure> {
        super::known(writer, &self.programme_id)?;
        if let Some(case) = &self.case_id {
            crate::cases::known(writer, case)?;
        }
        let label = if self.case_id.is_some() { String::new() } else { trimmed(&self.label, "label")? };
        if self.case_id.is_none() && label.is_empty() {
            return Err(Failure::new("programme.nobody").at("label"));
        }
        if self.joined_on.zip(self.left_on).is_some_and(|(from, to)| to.first_day() < from.first_day()) {
            return Err(Failure::new("programme.order").at("left_on"));
        }
        let places = writer.roster(&self.programme_id)?;
        let own = self.participant_id.as_ref();
        let same = |place: &RosterPlace| {
            place.case_id == self.case_id && (self.case_id.is_some() || place.label == label)
        };
        if places.iter().any(|(id, place, ..)| Some(id) != own && same(place)) {
            return Err(Failure::new("programme.there-already").at("case_id"));
        }
        let row = places.iter().find(|(id, ..)| Some(id) == own);
        let came = writer.programme_marks(&self.programme_id)?;
        if let Some((_, before, ..)) = row {
            if before.case_id.is_some() && before.case_id != self.case_id {
                return Err(Failure::new("programme.another-person").at("case_id"));
            }
            match &self.case_id {
                Some(case) if before.case_id.is_none() => {
                    writer.tie_label(&self.programme_id, &before.label, case)?;
                }
                None if before.label != label
                    && came.iter().any(|m| m.case_id.is_none() && m.label == before.label) =>
                {
                    writer.rename_label(&self.programme_id, &before.label, &label)?;
                }
                _ => {}
            }
        } else if own.is_some()
            && !came.iter().any(|m| m.case_id == self.case_id && (m.case_id.is_some() || m.label == label))
        {
            return Err(Failure::new("session.unknown-participant").at("participant_id"));
        }
        let place = RosterPlace {
            case_id: self.case_id,
            label,
            joined_on: self.joined_on,
            left_on: self.left_on,
            reason: trimmed(&self.reason, "reason")?,
        };
        Ok(writer.keep_place(&self.programme_id, row.map(|(id, ..)| id), &place)?)
    }
}

/// Takes somebody off the roster of whom no attendance is written.
///
/// Errors: `session.unknown-programme`, `session.unknown-participant`, `programme.came`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct RemoveParticipant {
    programme_id: Id,
    participant_id: Id,
}

impl Command for RemoveParticipant {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Programmes, Topic::Plans];

    fn perform(self, _: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        super::known(writer, &self.programme_id)?;
        let places = writer.roster(&self.programme_id)?;
        let place = places.iter().find(|(id, ..)| *id == self.participant_id);
        let Some((id, place, ..)) = place else {
            return Err(Failure::new("session.unknown-participant").at("participant_id"));
        };
        let came = writer.programme_marks(&self.programme_id)?;
        if came.iter().any(|m| m.case_id == place.case_id && (m.case_id.is_some() || m.label == place.label))
        {
            return Err(Failure::new("programme.came").at("participant_id"));
        }
        Ok(writer.remove_place(id)?)
    }
}
