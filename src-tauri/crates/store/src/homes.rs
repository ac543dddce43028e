//! 住まい: the homes that were looked at for a person, and the nights spent on trial.

use crate::schema::Field;
use crate::{Reader, Row, StoreError, Writer};
use domain::calendar::PartialDate;
use domain::measure::Id;
use rusqlite::named_params;

/// A home that was looked at. Empty text is unknown; money in yen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HomeFact {
    /// Looked at on.
    pub seen_on: Option<PartialDate>,
    /// Its name.
    pub name: String,
    /// Where it is.
    pub address: String,
    /// 大家.
    pub landlord: String,
    /// 不動産業者・管理会社.
    pub agent: String,
    /// Rent of a month.
    pub rent: Option<u32>,
    /// What moving in costs.
    pub initial_cost: Option<u32>,
    /// Who stands surety.
    pub guarantor: String,
    /// What was told to the landlord.
    pub told: String,
    /// What came of it: a word of [`domain::vocabulary::HomeResult`], or of a foreign file.
    pub result: String,
    /// Why.
    pub reason: String,
}

/// A stay on trial. Empty text is unknown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrialFact {
    /// First day.
    pub from_on: PartialDate,
    /// Last day.
    pub to_on: Option<PartialDate>,
    /// Where.
    pub org_id: Option<Id>,
    /// Nights slept there.
    pub nights: Option<u32>,
    /// What for.
    pub purpose: String,
    /// How it went: a word of [`domain::vocabulary::TrialResult`], or of a foreign file.
    pub result: String,
    /// The person's view.
    pub person_view: String,
    /// The view of the staff.
    pub staff_view: String,
}

/// 体験利用 of a service. Empty text is unknown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UseFact {
    /// First day.
    pub from_on: PartialDate,
    /// Which service.
    pub service: String,
    /// Where.
    pub org_id: Option<Id>,
    /// Days on which it was used.
    pub days: Option<u32>,
}

fn home(r: &Row<'_>) -> Result<HomeFact, StoreError> {
    Ok(HomeFact {
        seen_on: r.maybe_date("seen_on")?,
        name: r.text("name")?,
        address: r.text("address")?,
        landlord: r.text("landlord")?,
        agent: r.text("agent")?,
        rent: r.number("rent")?,
        initial_cost: r.number("initial_cost")?,
        guarantor: r.text("guarantor_kind")?,
        told: r.text("condition_told")?,
        result: r.text("result")?,
        reason: r.text("reason")?,
    })
}

fn trial(r: &Row<'_>) -> Result<TrialFact, StoreError> {
    Ok(TrialFact {
        from_on: r.date("from_on")?,
        to_on: r.maybe_date("to_on")?,
        org_id: r.maybe_id("org_id")?,
        nights: r.number("nights")?,
        purpose: r.text("purpose")?,
        result: r.text("result")?,
        person_view: r.text("person_view")?,
        staff_view: r.text("staff_view")?,
    })
}

impl Reader<'_> {
    /// The homes that were looked at for a case, newest first.
    pub fn homes(&self, case: &Id) -> Result<Vec<(Id, HomeFact)>, StoreError> {
        // One row per home.
        self.all(
            "SELECT * FROM housing_candidates WHERE case_id = :case ORDER BY id DESC",
            named_params! { ":case": case.as_str() },
            |r| Ok((r.id("id")?, home(r)?)),
        )
    }

    /// The trial stays of a case, newest first, each with the name of its place.
    pub fn trials(&self, case: &Id) -> Result<Vec<(Id, TrialFact, String)>, StoreError> {
        // One row per stay.
        self.all(
            "SELECT t.*, o.name AS place FROM trial_stays t LEFT JOIN organisations o ON o.id = t.org_id WHERE t.case_id = :case ORDER BY t.from_on DESC, t.id DESC",
            named_params! { ":case": case.as_str() },
            |r| Ok((r.id("id")?, trial(r)?, r.text("place")?)),
        )
    }

    /// The services that somebody used on trial, newest first, each with the name of its place.
    pub fn uses(&self, case: &Id) -> Result<Vec<(Id, UseFact, String)>, StoreError> {
        // One row per use.
        self.all(
            "SELECT t.*, o.name AS place FROM trial_uses t LEFT JOIN organisations o ON o.id = t.org_id WHERE t.case_id = :case ORDER BY t.from_on DESC, t.id DESC",
            named_params! { ":case": case.as_str() },
            |r| {
                let fact = UseFact {
                    from_on: r.date("from_on")?,
                    service: r.text("service")?,
                    org_id: r.maybe_id("org_id")?,
                    days: r.number("days")?,
                };
                Ok((r.id("id")?, fact, r.text("place")?))
            },
        )
    }
}

impl Writer<'_> {
    /// Keeps a home of a case: the row of `id`, or a new one.
    pub fn keep_home(&mut self, case: &Id, id: Option<&Id>, home: &HomeFact) -> Result<Id, StoreError> {
        let fields = [
            ("case_id", Field::from(case)),
            ("seen_on", home.seen_on.into()),
            ("name", (&home.name).into()),
            ("address", (&home.address).into()),
            ("landlord", (&home.landlord).into()),
            ("agent", (&home.agent).into()),
            ("rent", home.rent.into()),
            ("initial_cost", home.initial_cost.into()),
            ("guarantor_kind", (&home.guarantor).into()),
            ("condition_told", (&home.told).into()),
            ("result", (&home.result).into()),
            ("reason", (&home.reason).into()),
        ];
        match id {
            Some(id) => self.update("housing_candidates", id, &fields).map(|()| id.clone()),
            None => self.insert("housing_candidates", &fields),
        }
    }

    /// Keeps a trial stay of a case: the row of `id`, or a new one.
    pub fn keep_trial(&mut self, case: &Id, id: Option<&Id>, trial: &TrialFact) -> Result<Id, StoreError> {
        let fields = [
            ("case_id", Field::from(case)),
            ("from_on", trial.from_on.into()),
            ("to_on", trial.to_on.into()),
            ("org_id", trial.org_id.as_ref().into()),
            ("nights", trial.nights.into()),
            ("purpose", (&trial.purpose).into()),
            ("result", (&trial.result).into()),
            ("person_view", (&trial.person_view).into()),
            ("staff_view", (&trial.staff_view).into()),
        ];
        match id {
            Some(id) => self.update("trial_stays", id, &fields).map(|()| id.clone()),
            None => self.insert("trial_stays", &fields),
        }
    }

    /// Keeps a use on trial of a case: the row of `id`, or a new one.
    pub fn keep_use(&mut self, case: &Id, id: Option<&Id>, fact: &UseFact) -> Result<Id, StoreError> {
        let fields = [
            ("case_id", Field::from(case)),
            ("from_on", fact.from_on.into()),
            ("service", (&fact.service).into()),
            ("org_id", fact.org_id.as_ref().into()),
            ("days", fact.days.into()),
        ];
        match id {
            Some(id) => self.update("trial_uses", id, &fields).map(|()| id.clone()),
            None => self.insert("trial_uses", &fields),
        }
    }

    /// Removes a use on trial. Error: [`StoreError::Missing`].
    pub fn remove_use(&mut self, id: &Id) -> Result<(), StoreError> {
        self.delete("trial_uses", id)
    }

    /// Removes a home that was looked at. Error: [`StoreError::Missing`].
    pub fn remove_home(&mut self, id: &Id) -> Result<(), StoreError> {
        self.delete("housing_candidates", id)
    }

    /// Removes a trial stay. Error: [`StoreError::Missing`].
    pub fn remove_trial(&mut self, id: &Id) -> Result<(), StoreError> {
        self.delete("trial_stays", id)
    }
}
