//! 住まい: homes that were looked at, side by side, the nights slept on trial, and the services tried.

mod keep;
mod uses;

pub use keep::{KeepHome, KeepTrial, RemoveHome, RemoveTrial};
pub use uses::{KeepUse, RemoveUse, UseLine};

use crate::house::Query;
use crate::{Circumstances, Failure, Topic};
use domain::calendar::PartialDate;
use domain::measure::Id;
use serde::{Deserialize, Serialize};
use store::Reader;

/// Asks for the homes, the trial stays and the services tried of a case, newest first. Error: `case.unknown`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct Homes {
    case_id: Id,
}

/// The homes of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct HomesPage {
    /// What was looked at.
    pub homes: Vec<HomeLine>,
    /// Stays on trial.
    pub trials: Vec<TrialLine>,
    /// Nights slept on trial so far: the sum of what is known.
    pub nights: u32,
    /// Services used on trial.
    pub uses: Vec<UseLine>,
    /// Days on which they were used: the sum of what is known.
    pub days: u32,
}

/// A home that was looked at. Money in yen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct HomeLine {
    /// Identity.
    pub id: Id,
    /// Looked at on.
    #[ts(type = "string | null")]
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
    /// What came of it: a word of `home_result`, or of a foreign file.
    pub result: String,
    /// Why.
    pub reason: String,
}

/// A stay on trial.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct TrialLine {
    /// Identity.
    pub id: Id,
    /// Where; empty where nobody wrote it.
    pub place: String,
    /// First day.
    #[ts(type = "string")]
    pub from_on: PartialDate,
    /// Last day.
    #[ts(type = "string | null")]
    pub to_on: Option<PartialDate>,
    /// Nights slept there.
    pub nights: Option<u32>,
    /// What for.
    pub purpose: String,
    /// How it went: a word of `trial_result`, or of a foreign file.
    pub result: String,
    /// The person's view.
    pub person_view: String,
    /// The view of the staff.
    pub staff_view: String,
}

impl Query for Homes {
    type Answer = HomesPage;
    const TOPICS: &'static [Topic] = &[Topic::Cases, Topic::Organisations];

    fn answer(self, _: &Circumstances, reader: &Reader) -> Result<HomesPage, Failure> {
        crate::cases::known(reader, &self.case_id)?;
        let homes = reader.homes(&self.case_id)?.into_iter().map(|(id, home)| HomeLine {
            id,
            seen_on: home.seen_on,
            name: home.name,
            address: home.address,
            landlord: home.landlord,
            agent: home.agent,
            rent: home.rent,
            initial_cost: home.initial_cost,
            guarantor: home.guarantor,
            told: home.told,
            result: home.result,
            reason: home.reason,
        });
        let trials: Vec<TrialLine> = reader
            .trials(&self.case_id)?
            .into_iter()
            .map(|(id, trial, place)| TrialLine {
                id,
                place,
                from_on: trial.from_on,
                to_on: trial.to_on,
                nights: trial.nights,
                purpose: trial.purpose,
                result: trial.result,
                person_view: trial.person_view,
                staff_view: trial.staff_view,
            })
            .collect();
        let nights = trials.iter().filter_map(|trial| trial.nights).sum();
        let uses: Vec<UseLine> = reader.uses(&self.case_id)?.into_iter().map(UseLine::from).collect();
        let days = uses.iter().filter_map(|one| one.days).sum();
        Ok(HomesPage { homes: homes.collect(), trials, nights, uses, days })
    }
}
