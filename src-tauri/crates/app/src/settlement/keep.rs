//! Writing the settlement plan and the checks on everyday life.

use super::{Supporter, not_ahead, trimmed};
use crate::house::Command;
use crate::{Circumstances, Failure, Topic};
use domain::calendar::PartialDate;
use domain::measure::Id;
use domain::vocabulary::Method;
use serde::Deserialize;
use store::Writer;
use store::settlement::{AREAS, LifeCheckFact, PlanFact, SupporterFact};

/// Most supporters of a plan.
const MOST: usize = 20;
/// Highest level of a check: something has to be done.
const HIGHEST: u32 = 3;

/// Keeps the settlement plan of a case with who comes when; a row without role and name is left out.
///
/// Errors: `case.unknown`, `settlement.future`, `settlement.too-long`, `settlement.too-many`, `settlement.empty`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct KeepSettlement {
    case_id: Id,
    planned_on: Option<PartialDate>,
    supporters: Vec<Supporter>,
    day_activity: String,
    medication: String,
    money: String,
    others: String,
}

impl Command for KeepSettlement {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Cases];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        crate::cases::known(writer, &self.case_id)?;
        not_ahead(self.planned_on, around, "planned_on")?;
        if self.supporters.len() > MOST {
            return Err(Failure::new("settlement.too-many").at("supporters").with("n", MOST));
        }
        let mut supporters = Vec::new();
        for one in &self.supporters {
            let fact = SupporterFact {
                role: trimmed(&one.role, "supporters")?,
                name: trimmed(&one.name, "supporters")?,
                contact: trimmed(&one.contact, "supporters")?,
                first_weeks: trimmed(&one.first_weeks, "supporters")?,
                first_months: trimmed(&one.first_months, "supporters")?,
                later: trimmed(&one.later, "supporters")?,
            };
            if !(fact.role.is_empty() && fact.name.is_empty()) {
                supporters.push(fact);
            }
        }
        let plan = PlanFact {
            planned_on: Some(self.planned_on.unwrap_or(PartialDate::day(around.today()))),
            day_activity: trimmed(&self.day_activity, "day_activity")?,
            medication: trimmed(&self.medication, "medication")?,
            money: trimmed(&self.money, "money")?,
            others: trimmed(&self.others, "others")?,
            ..PlanFact::default()
        };
        let written = [&plan.day_activity, &plan.medication, &plan.money, &plan.others];
        if supporters.is_empty() && written.iter().all(|text| text.is_empty()) {
            return Err(Failure::new("settlement.empty").at("supporters"));
        }
        Ok(writer.keep_settlement(&self.case_id, &plan, &supporters)?)
    }
}

/// Keeps a check on everyday life: the row of `check_id`, or a new one. Each area may stay open.
///
/// Errors: `case.unknown`, `life.unknown`, `life.level`, `life.empty`, `settlement.future`, `settlement.too-long`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct KeepLifeCheck {
    case_id: Id,
    check_id: Option<Id>,
    on: PartialDate,
    method: Option<Method>,
    sleep: Option<u32>,
    meals: Option<u32>,
    medicine: Option<u32>,
    money: Option<u32>,
    neighbours: Option<u32>,
    loneliness: Option<u32>,
    note: String,
}

impl Command for KeepLifeCheck {
    type Answer = Id;
    const CHANGES: &'static [Topic] = &[Topic::Cases];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<Id, Failure> {
        crate::cases::known(writer, &self.case_id)?;
        if let Some(id) = &self.check_id {
            of_case(writer, &self.case_id, id)?;
        }
        not_ahead(Some(self.on), around, "on")?;
        let levels = [self.sleep, self.meals, self.medicine, self.money, self.neighbours, self.loneliness];
        for (level, area) in levels.iter().zip(AREAS) {
            if level.is_some_and(|level| level > HIGHEST) {
                return Err(Failure::new("life.level").at(area));
            }
        }
        let note = trimmed(&self.note, "note")?;
        if note.is_empty() && levels.iter().all(Option::is_none) {
            return Err(Failure::new("life.empty").at("note"));
        }
        let method = self.method.map_or("", Method::code).to_owned();
        let check = LifeCheckFact { on: self.on, method, levels, note };
        Ok(writer.keep_life_check(&self.case_id, self.check_id.as_ref(), &check)?)
    }
}

/// Takes a check on everyday life out. Errors: `case.unknown`, `life.unknown`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct RemoveLifeCheck {
    case_id: Id,
    check_id: Id,
}

impl Command for RemoveLifeCheck {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Cases];

    fn perform(self, _: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        crate::cases::known(writer, &self.case_id)?;
        of_case(writer, &self.case_id, &self.check_id)?;
        Ok(writer.remove_life_check(&self.check_id)?)
    }
}

/// Refuses a check that is not of this case. Error: `life.unknown`.
fn of_case(writer: &Writer, case: &Id, check: &Id) -> Result<(), Failure> {
    let known = writer.life_checks(case)?.iter().any(|(id, _)| id == check);
    if known { Ok(()) } else { Err(Failure::new("life.unknown").at("check_id")) }
}
