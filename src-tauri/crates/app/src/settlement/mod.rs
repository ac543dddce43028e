//! 定着: who comes when after the discharge, how everyday life goes, and what to do when it gets worse.

mod crisis;
mod discharge;
mod keep;

pub use crisis::{CrisisCall, CrisisView, KeepCrisisPlan};
pub use discharge::PlanDischarge;
pub(crate) use discharge::follow;
pub use keep::{KeepLifeCheck, KeepSettlement, RemoveLifeCheck};

use crate::house::Query;
use crate::{Circumstances, Failure, Topic};
use chrono::NaiveDate;
use domain::calendar::PartialDate;
use domain::measure::Id;
use serde::{Deserialize, Serialize};
use store::Reader;
use store::settlement::{LifeCheckFact, SupporterFact};

/// Longest text of a field, in characters.
const LONGEST: usize = 400;

/// Asks for the settlement of a case. Error: `case.unknown`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct Settlement {
    case_id: Id,
}

/// What carries a person after the discharge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct SettlementPage {
    /// 退院日 of the last discharge to the community.
    pub discharged_on: Option<PartialDate>,
    /// 退院予定日, while the person is in hospital.
    pub planned_on: Option<PartialDate>,
    /// True while the person is in hospital.
    pub in_hospital: bool,
    /// Contacts that are due after the last discharge, in order.
    pub contacts: Vec<AfterContact>,
    /// 定着の計画.
    pub plan: SettlementPlan,
    /// 生活の確認, newest first.
    pub checks: Vec<LifeCheckLine>,
    /// クライシスプラン.
    pub crisis: CrisisView,
}

/// A contact that is due after a discharge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct AfterContact {
    /// Its task.
    pub task_id: Id,
    /// Days after the discharge.
    pub days_after: u32,
    /// Due on.
    #[ts(type = "string | null")]
    pub due_on: Option<NaiveDate>,
    /// Done on.
    #[ts(type = "string | null")]
    pub done_on: Option<NaiveDate>,
}

/// 定着の計画.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct SettlementPlan {
    /// Made or looked at again on; none while nobody made one.
    pub planned_on: Option<PartialDate>,
    /// Who comes when, in order.
    pub supporters: Vec<Supporter>,
    /// What the days are filled with.
    pub day_activity: String,
    /// How the medicine is taken.
    pub medication: String,
    /// How money is managed.
    pub money: String,
    /// Who else stands by.
    pub others: String,
}

/// Somebody who comes after the discharge.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct Supporter {
    /// What for.
    pub role: String,
    /// Who.
    pub name: String,
    /// How to reach them.
    pub contact: String,
    /// When in the first two weeks.
    pub first_weeks: String,
    /// When up to the third month.
    pub first_months: String,
    /// When after that.
    pub later: String,
}

impl From<SupporterFact> for Supporter {
    fn from(fact: SupporterFact) -> Self {
        let SupporterFact { role, name, contact, first_weeks, first_months, later } = fact;
        Self { role, name, contact, first_weeks, first_months, later }
    }
}

/// 生活の確認 on one day. A level is 0 (nothing to worry about) to 3 (something has to be done).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct LifeCheckLine {
    /// Identity.
    pub id: Id,
    /// Day.
    pub on: PartialDate,
    /// Method, a code; empty while unknown.
    pub method: String,
    /// Sleep.
    pub sleep: Option<u32>,
    /// Meals.
    pub meals: Option<u32>,
    /// Medicine.
    pub medicine: Option<u32>,
    /// Money.
    pub money: Option<u32>,
    /// Neighbours, rubbish, noise.
    pub neighbours: Option<u32>,
    /// Loneliness.
    pub loneliness: Option<u32>,
    /// In words.
    pub note: String,
}

impl LifeCheckLine {
    fn of(id: Id, fact: LifeCheckFact) -> Self {
        let [sleep, meals, medicine, money, neighbours, loneliness] = fact.levels;
        let LifeCheckFact { on, method, note, .. } = fact;
        Self { id, on, method, sleep, meals, medicine, money, neighbours, loneliness, note }
    }
}

impl Query for Settlement {
    type Answer = SettlementPage;
    const TOPICS: &'static [Topic] = &[Topic::Cases, Topic::Tasks];

    fn answer(self, around: &Circumstances, reader: &Reader) -> Result<SettlementPage, Failure> {
        crate::cases::known(reader, &self.case_id)?;
        let case = &self.case_id;
        let stay = reader.case_on(case, around.today())?.stay;
        let in_hospital =
            stay.as_ref().is_some_and(|s| s.discharged_on.is_none_or(|out| around.today() < out.first_day()));
        let discharged_on = reader.last_discharge(case)?;
        let contacts = match discharged_on {
            Some(on) => reader.tasks_after(case, on)?,
            None => Vec::new(),
        };
        let contacts = contacts.into_iter().map(|(task, days_after)| AfterContact {
            task_id: task.id,
            days_after,
            due_on: task.due_on.map(PartialDate::first_day),
            done_on: task.done_on.map(PartialDate::first_day),
        });
        let fact = reader.settlement_plan(case)?.map(|(_, fact)| fact).unwrap_or_default();
        let plan = SettlementPlan {
            planned_on: fact.planned_on,
            supporters: reader.supporters(case)?.into_iter().map(Supporter::from).collect(),
            day_activity: fact.day_activity.clone(),
            medication: fact.medication.clone(),
            money: fact.money.clone(),
            others: fact.others.clone(),
        };
        let checks = reader.life_checks(case)?.into_iter().map(|(id, fact)| LifeCheckLine::of(id, fact));
        Ok(SettlementPage {
            discharged_on,
            planned_on: if in_hospital { reader.planned_discharge(case)? } else { None },
            in_hospital,
            contacts: contacts.collect(),
            plan,
            checks: checks.collect(),
            crisis: CrisisView::read(reader, case)?,
        })
    }
}

/// Text without the white space around it. Error: `settlement.too-long`.
fn trimmed(text: &str, field: &str) -> Result<String, Failure> {
    let text = text.trim();
    if text.chars().count() > LONGEST {
        return Err(Failure::new("settlement.too-long").at(field).with("n", LONGEST));
    }
    Ok(text.to_owned())
}

/// A day that has come. Error: `settlement.future`.
fn not_ahead(on: Option<PartialDate>, around: &Circumstances, field: &str) -> Result<(), Failure> {
    if on.is_some_and(|on| on.first_day() > around.today()) {
        return Err(Failure::new("settlement.future").at(field));
    }
    Ok(())
}
