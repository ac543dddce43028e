//! Stays in hospital, holds and benefit decisions of a case.

use crate::{StoreError, Writer};
use domain::calendar::PartialDate;
use domain::measure::Id;
use domain::vocabulary::{AdmissionForm, Destination, HoldReason, Service};
use rusqlite::named_params;

/// One stay as it is to be kept.
#[derive(Clone, Debug)]
pub struct Stay {
    /// Hospital.
    pub org_id: Id,
    /// Ward.
    pub ward: String,
    /// Room.
    pub room: String,
    /// First day.
    pub admitted_on: PartialDate,
    /// Admission form.
    pub form: Option<AdmissionForm>,
    /// Last day, once it is known.
    pub discharged_on: Option<PartialDate>,
    /// Where to.
    pub destination: Option<Destination>,
}

/// One benefit decision as it is to be kept.
#[derive(Clone, Debug)]
pub struct Decision {
    /// Service decided.
    pub service: Service,
    /// First day.
    pub from_on: PartialDate,
    /// Last day of the period.
    pub to_on: Option<PartialDate>,
    /// Ended early on.
    pub ended_on: Option<PartialDate>,
    /// Why it ended.
    pub end_reason: String,
}

impl Writer<'_> {
    /// Keeps a stay of a case: the one of that identity, or a new one. Error: [`StoreError::Missing`].
    pub fn keep_stay(&mut self, case: &Id, id: Option<&Id>, stay: &Stay) -> Result<Id, StoreError> {
        let fields = [
            ("case_id", case.into()),
            ("org_id", (&stay.org_id).into()),
            ("ward", (&stay.ward).into()),
            ("room", (&stay.room).into()),
            ("admitted_on", stay.admitted_on.into()),
            ("admission_form", stay.form.map(AdmissionForm::code).into()),
            ("discharged_on", stay.discharged_on.into()),
            ("destination", stay.destination.map(Destination::code).into()),
        ];
        match id {
            Some(id) => self.update("admissions", id, &fields).map(|()| id.clone()),
            None => self.insert("admissions", &fields),
        }
    }

    /// Keeps the day on which a stay is to end. Error: [`StoreError::Missing`].
    pub fn plan_discharge(&mut self, stay: &Id, on: Option<PartialDate>) -> Result<(), StoreError> {
        self.update("admissions", stay, &[("discharge_planned_on", on.into())])
    }

    /// Keeps a decision of a case: the one of that identity, or a new one. Error: [`StoreError::Missing`].
    pub fn keep_decision(
        &mut self,
        case: &Id,
        id: Option<&Id>,
        decision: &Decision,
    ) -> Result<Id, StoreError> {
        let fields = [
            ("case_id", case.into()),
            ("service", decision.service.code().into()),
            ("from_on", decision.from_on.into()),
            ("to_on", decision.to_on.into()),
            ("ended_on", decision.ended_on.into()),
            ("end_reason", (&decision.end_reason).into()),
        ];
        match id {
            Some(id) => self.update("decisions", id, &fields).map(|()| id.clone()),
            None => self.insert("decisions", &fields),
        }
    }

    /// Begins a hold.
    pub fn begin_hold(
        &mut self,
        case: &Id,
        from_on: PartialDate,
        reason: HoldReason,
        review_on: PartialDate,
        note: &str,
    ) -> Result<Id, StoreError> {
        self.insert(
            "holds",
            &[
                ("case_id", case.into()),
                ("from_on", from_on.into()),
                ("reason", reason.code().into()),
                ("review_on", review_on.into()),
                ("note", note.into()),
            ],
        )
    }

    /// Ends the hold that is running. Error: [`StoreError::Missing`] when none is.
    pub fn end_hold(&mut self, case: &Id, to_on: PartialDate) -> Result<(), StoreError> {
        // The one row of the hold without an end.
        let running = self.first(
            "SELECT id FROM holds WHERE case_id = :case AND to_on IS NULL ORDER BY from_on DESC, id DESC LIMIT 1",
            named_params! { ":case": case.as_str() },
            |r| r.id("id"),
        )?;
        let id = running.ok_or(StoreError::Missing("holds"))?;
        self.update("holds", &id, &[("to_on", to_on.into())])
    }
}

impl crate::Reader<'_> {
    /// The last day of a stay, if it has one.
    pub fn discharge_of(&self, stay: &Id) -> Result<Option<PartialDate>, StoreError> {
        // The one row of the stay.
        let found = self.first(
            "SELECT discharged_on FROM admissions WHERE id = :id",
            named_params! { ":id": stay.as_str() },
            |r| r.maybe_date("discharged_on"),
        )?;
        Ok(found.flatten())
    }

    /// The day of the last discharge of a case to the community.
    pub fn last_discharge(&self, case: &Id) -> Result<Option<PartialDate>, StoreError> {
        let home: Vec<String> =
            Destination::ALL.iter().filter(|d| d.is_discharge()).map(|d| format!("'{}'", d.code())).collect();
        // The one newest discharge.
        let sql = format!(
            "SELECT max(discharged_on) AS home FROM admissions WHERE case_id = :case AND coalesce(destination, 'other') IN ({})",
            home.join(", ")
        );
        let found = self.first(&sql, named_params! { ":case": case.as_str() }, |r| r.maybe_date("home"))?;
        Ok(found.flatten())
    }

    /// The day on which the stay of a case that began last is to end.
    pub fn planned_discharge(&self, case: &Id) -> Result<Option<PartialDate>, StoreError> {
        // The one newest stay.
        let found = self.first(
            "SELECT discharge_planned_on FROM admissions WHERE case_id = :case ORDER BY admitted_on DESC, id DESC LIMIT 1",
            named_params! { ":case": case.as_str() },
            |r| r.maybe_date("discharge_planned_on"),
        )?;
        Ok(found.flatten())
    }

    /// True for the identity of a stay or a decision of this case.
    pub fn is_paper_of(&self, case: &Id, id: &Id) -> Result<bool, StoreError> {
        let found = self.first(
            "SELECT id FROM admissions WHERE id = :id AND case_id = :case UNION ALL SELECT id FROM decisions WHERE id = :id AND case_id = :case",
            named_params! { ":id": id.as_str(), ":case": case.as_str() },
            |r| r.id("id"),
        )?;
        Ok(found.is_some())
    }
}
