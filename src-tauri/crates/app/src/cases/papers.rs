//! Admission and discharge, holds and benefit decisions.

use super::{known, not_ahead};
use crate::house::Command;
use crate::{Circumstances, Failure, Topic};
use chrono::{Days, NaiveDate};
use domain::calendar::PartialDate;
use domain::measure::Id;
use domain::vocabulary::{AdmissionForm, Destination, HoldReason, OrganisationType, Service};
use serde::Deserialize;
use store::Writer;
use store::cases::{Decision, Stay};

/// Days after which a hold is looked at again, unless a day is given; at most as many.
const HOLD_DAYS: u64 = 90;

/// Keeps a stay in hospital: that of `stay_id`, or a new one. With a last day the person is discharged, and the contacts
/// after the discharge become tasks.
///
/// Errors: `case.unknown`, `stay.unknown`, `stay.no-hospital`, `organisation.unknown`, `stay.future`, `stay.order`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct KeepStay {
    case_id: Id,
    stay_id: Option<Id>,
    org_id: Option<Id>,
    hospital: String,
    ward: String,
    room: String,
    admitted_on: PartialDate,
    admission_form: Option<AdmissionForm>,
    discharged_on: Option<PartialDate>,
    destination: Option<Destination>,
}

impl Command for KeepStay {
    type Answer = Id;
    const CHANGES: &'static [Topic] = &[Topic::Cases, Topic::Organisations, Topic::Tasks];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<Id, Failure> {
        known(writer, &self.case_id)?;
        own(writer, &self.case_id, self.stay_id.as_ref(), "stay.unknown", "stay_id")?;
        not_ahead(self.admitted_on, around, "stay.future", "admitted_on")?;
        if let Some(out) = self.discharged_on {
            not_ahead(out, around, "stay.future", "discharged_on")?;
            if out.first_day() < self.admitted_on.first_day() {
                return Err(Failure::new("stay.order").at("discharged_on"));
            }
        }
        let kind = OrganisationType::PsychiatricHospital;
        let org_id =
            crate::organisations::place(writer, self.org_id, &self.hospital, kind, "stay.no-hospital")?;
        let stay = Stay {
            org_id,
            ward: self.ward.trim().to_owned(),
            room: self.room.trim().to_owned(),
            admitted_on: self.admitted_on,
            form: self.admission_form,
            discharged_on: self.discharged_on,
            destination: self.destination.filter(|_| self.discharged_on.is_some()),
        };
        let before = match &self.stay_id {
            Some(id) => writer.discharge_of(id)?,
            None => None,
        };
        let id = writer.keep_stay(&self.case_id, self.stay_id.as_ref(), &stay)?;
        crate::settlement::follow(writer, &self.case_id, before, &stay)?;
        Ok(id)
    }
}

/// Keeps a benefit decision: that of `decision_id`, or a new one.
///
/// Errors: `case.unknown`, `decision.unknown`, `decision.order`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct KeepDecision {
    case_id: Id,
    decision_id: Option<Id>,
    service: Service,
    from_on: PartialDate,
    to_on: Option<PartialDate>,
    ended_on: Option<PartialDate>,
    end_reason: String,
}

impl Command for KeepDecision {
    type Answer = Id;
    const CHANGES: &'static [Topic] = &[Topic::Cases];

    fn perform(self, _: &Circumstances, writer: &mut Writer) -> Result<Id, Failure> {
        known(writer, &self.case_id)?;
        own(writer, &self.case_id, self.decision_id.as_ref(), "decision.unknown", "decision_id")?;
        let from = self.from_on.first_day();
        for (field, day) in [("to_on", self.to_on), ("ended_on", self.ended_on)] {
            if day.is_some_and(|day| day.first_day() < from) {
                return Err(Failure::new("decision.order").at(field));
            }
        }
        let decision = Decision {
            service: self.service,
            from_on: self.from_on,
            to_on: self.to_on,
            ended_on: self.ended_on,
            end_reason: self.end_reason.trim().to_owned(),
        };
        Ok(writer.keep_decision(&self.case_id, self.decision_id.as_ref(), &decision)?)
    }
}

/// 保留: the stage stays, and a day is set on which it is looked at again (within 90 days).
///
/// Errors: `case.unknown`, `case.closed`, `hold.running`, `hold.future`, `hold.review`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct HoldCase {
    case_id: Id,
    #[ts(type = "string")]
    from_on: NaiveDate,
    reason: HoldReason,
    #[ts(type = "string | null")]
    review_on: Option<NaiveDate>,
    note: String,
}

impl Command for HoldCase {
    type Answer = Id;
    const CHANGES: &'static [Topic] = &[Topic::Cases];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<Id, Failure> {
        known(writer, &self.case_id)?;
        let from_on = PartialDate::day(self.from_on);
        not_ahead(from_on, around, "hold.future", "from_on")?;
        let facts = writer.case_on(&self.case_id, around.today())?;
        if facts.stage == domain::vocabulary::Stage::Closed {
            return Err(Failure::new("case.closed").at("case_id"));
        }
        if facts.on_hold {
            return Err(Failure::new("hold.running").at("case_id"));
        }
        let last = self.from_on.checked_add_days(Days::new(HOLD_DAYS)).unwrap_or(self.from_on);
        let review_on = self.review_on.unwrap_or(last);
        if review_on < self.from_on || review_on > last {
            return Err(Failure::new("hold.review").at("review_on"));
        }
        let review_on = PartialDate::day(review_on);
        Ok(writer.begin_hold(&self.case_id, from_on, self.reason, review_on, self.note.trim())?)
    }
}

/// Ends the hold that is running; its last day is the day before. Errors: `case.unknown`, `hold.none`, `hold.future`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct EndHold {
    case_id: Id,
    #[ts(type = "string")]
    to_on: NaiveDate,
}

impl Command for EndHold {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Cases];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        known(writer, &self.case_id)?;
        let to_on = PartialDate::day(self.to_on);
        not_ahead(to_on, around, "hold.future", "to_on")?;
        if !writer.case_on(&self.case_id, around.today())?.on_hold {
            return Err(Failure::new("hold.none").at("case_id"));
        }
        Ok(writer.end_hold(&self.case_id, to_on)?)
    }
}

/// Refuses the identity of a stay or a decision that is not of this case.
fn own(writer: &Writer, case: &Id, id: Option<&Id>, refusal: &str, field: &str) -> Result<(), Failure> {
    match id {
        Some(id) if !writer.is_paper_of(case, id)? => Err(Failure::new(refusal).at(field)),
        _ => Ok(()),
    }
}
