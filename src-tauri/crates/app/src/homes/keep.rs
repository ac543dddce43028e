//! Writing down a home or a stay on trial, and taking one out again.

use crate::house::Command;
use crate::{Circumstances, Failure, Topic};
use domain::calendar::PartialDate;
use domain::measure::Id;
use domain::vocabulary::{HomeResult, OrganisationType, TrialResult};
use serde::Deserialize;
use store::Writer;
use store::homes::{HomeFact, TrialFact};

/// Longest text of a field, in characters.
const LONGEST: usize = 400;

/// Keeps a home that was looked at: the row of `home_id`, or a new one.
///
/// Errors: `case.unknown`, `home.unknown`, `home.empty`, `home.future`, `home.no-reason`, `home.result`, `home.too-long`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct KeepHome {
    case_id: Id,
    home_id: Option<Id>,
    #[ts(type = "string | null")]
    seen_on: Option<PartialDate>,
    name: String,
    address: String,
    landlord: String,
    agent: String,
    rent: Option<u32>,
    initial_cost: Option<u32>,
    guarantor: String,
    told: String,
    result: String,
    reason: String,
}

/// Text without the white space around it. Error: `home.too-long`.
pub(super) fn trimmed(text: &str, field: &str) -> Result<String, Failure> {
    let text = text.trim();
    if text.chars().count() > LONGEST {
        return Err(Failure::new("home.too-long").at(field).with("n", LONGEST));
    }
    Ok(text.to_owned())
}

/// A day that has come. Error: `home.future`.
pub(super) fn not_ahead(on: Option<PartialDate>, around: &Circumstances, field: &str) -> Result<(), Failure> {
    if on.is_some_and(|on| on.first_day() > around.today()) {
        return Err(Failure::new("home.future").at(field));
    }
    Ok(())
}

/// The row that is to be changed, if one is named. Error: `home.unknown`.
pub(super) fn named<'a, T>(
    id: Option<&Id>,
    mut rows: impl Iterator<Item = (&'a Id, T)>,
) -> Result<Option<T>, Failure> {
    match id {
        None => Ok(None),
        Some(id) => rows
            .find(|(known, _)| *known == id)
            .map(|(_, row)| Some(row))
            .ok_or_else(|| Failure::new("home.unknown")),
    }
}

impl Command for KeepHome {
    type Answer = Id;
    const CHANGES: &'static [Topic] = &[Topic::Cases];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<Id, Failure> {
        crate::cases::known(writer, &self.case_id)?;
        let rows = writer.homes(&self.case_id)?;
        let before = named(self.home_id.as_ref(), rows.iter().map(|(id, row)| (id, row)))?;
        let home = HomeFact {
            seen_on: self.seen_on,
            name: trimmed(&self.name, "name")?,
            address: trimmed(&self.address, "address")?,
            landlord: trimmed(&self.landlord, "landlord")?,
            agent: trimmed(&self.agent, "agent")?,
            rent: self.rent,
            initial_cost: self.initial_cost,
            guarantor: trimmed(&self.guarantor, "guarantor")?,
            told: trimmed(&self.told, "told")?,
            result: self.result,
            reason: trimmed(&self.reason, "reason")?,
        };
        if home.name.is_empty() {
            return Err(Failure::new("home.empty").at("name"));
        }
        not_ahead(home.seen_on, around, "seen_on")?;
        let result = HomeResult::from_code(&home.result);
        let kept = home.result.is_empty() || before.is_some_and(|row| row.result == home.result);
        if result.is_none() && !kept {
            return Err(Failure::new("home.result").at("result"));
        }
        if matches!(result, Some(HomeResult::Refused | HomeResult::Declined)) && home.reason.is_empty() {
            return Err(Failure::new("home.no-reason").at("reason"));
        }
        Ok(writer.keep_home(&self.case_id, self.home_id.as_ref(), &home)?)
    }
}

/// Keeps a stay on trial: the row of `trial_id`, or a new one. Without a number, the nights between two exact days count.
///
/// Errors: `case.unknown`, `home.unknown`, `home.future`, `home.order`, `home.nights`, `home.result`, `home.too-long`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct KeepTrial {
    case_id: Id,
    trial_id: Option<Id>,
    place: String,
    #[ts(type = "string")]
    from_on: PartialDate,
    #[ts(type = "string | null")]
    to_on: Option<PartialDate>,
    nights: Option<u32>,
    purpose: String,
    result: String,
    person_view: String,
    staff_view: String,
}

impl KeepTrial {
    /// Nights slept: those typed, otherwise those between two exact days. Errors: `home.order`, `home.nights`.
    fn counted(&self) -> Result<Option<u32>, Failure> {
        if self.to_on.is_some_and(|to| to.first_day() < self.from_on.first_day()) {
            return Err(Failure::new("home.order").at("to_on"));
        }
        let days = self.from_on.exact().zip(self.to_on.and_then(PartialDate::exact));
        let between = days.and_then(|(from, to)| u32::try_from((to - from).num_days()).ok());
        if self.nights.zip(between).is_some_and(|(typed, most)| typed > most) {
            return Err(Failure::new("home.nights").at("nights"));
        }
        Ok(self.nights.or(between))
    }
}

impl Command for KeepTrial {
    type Answer = Id;
    const CHANGES: &'static [Topic] = &[Topic::Cases, Topic::Organisations];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<Id, Failure> {
        crate::cases::known(writer, &self.case_id)?;
        let rows = writer.trials(&self.case_id)?;
        let before = named(self.trial_id.as_ref(), rows.iter().map(|(id, row, place)| (id, (row, place))))?;
        not_ahead(Some(self.from_on), around, "from_on")?;
        not_ahead(self.to_on, around, "to_on")?;
        let nights = self.counted()?;
        let kept = self.result.is_empty() || before.is_some_and(|(row, _)| row.result == self.result);
        if TrialResult::from_code(&self.result).is_none() && !kept {
            return Err(Failure::new("home.result").at("result"));
        }
        let place = trimmed(&self.place, "place")?;
        let org_id = match before {
            Some((row, known)) if *known == place => row.org_id.clone(),
            _ if place.is_empty() => None,
            _ => Some(writer.organisation_for(&place, OrganisationType::Other)?),
        };
        let trial = TrialFact {
            from_on: self.from_on,
            to_on: self.to_on,
            org_id,
            nights,
            purpose: trimmed(&self.purpose, "purpose")?,
            result: self.result,
            person_view: trimmed(&self.person_view, "person_view")?,
            staff_view: trimmed(&self.staff_view, "staff_view")?,
        };
        Ok(writer.keep_trial(&self.case_id, self.trial_id.as_ref(), &trial)?)
    }
}

/// Takes a home out of the comparison. Errors: `case.unknown`, `home.unknown`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct RemoveHome {
    case_id: Id,
    home_id: Id,
}

impl Command for RemoveHome {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Cases];

    fn perform(self, _: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        crate::cases::known(writer, &self.case_id)?;
        named(Some(&self.home_id), writer.homes(&self.case_id)?.iter().map(|(id, _)| (id, ())))?;
        Ok(writer.remove_home(&self.home_id)?)
    }
}

/// Takes a stay on trial out. Errors: `case.unknown`, `home.unknown`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct RemoveTrial {
    case_id: Id,
    trial_id: Id,
}

impl Command for RemoveTrial {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Cases];

    fn perform(self, _: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        crate::cases::known(writer, &self.case_id)?;
        named(Some(&self.trial_id), writer.trials(&self.case_id)?.iter().map(|(id, _, _)| (id, ())))?;
        Ok(writer.remove_trial(&self.trial_id)?)
    }
}
