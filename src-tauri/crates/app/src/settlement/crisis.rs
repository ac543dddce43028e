//! クライシスプラン: signs, what helps, whom to call. Written with the person, in her words.

use super::{not_ahead, trimmed};
use crate::house::Command;
use crate::{Circumstances, Failure, Topic};
use domain::calendar::PartialDate;
use domain::measure::Id;
use serde::{Deserialize, Serialize};
use store::settlement::{CallFact, CrisisFact};
use store::{Reader, Writer};

/// Most people to call.
const MOST: usize = 8;

/// The crisis plan of a case. Where nobody wrote one, it shows what an older settlement plan says of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct CrisisView {
    /// Made or looked at again on; none while nobody made one.
    pub made_on: Option<PartialDate>,
    /// How it is when all is well.
    pub well: String,
    /// Signs that it is getting worse.
    pub signs: String,
    /// What helps, done alone.
    pub own_ways: String,
    /// What others are asked to do.
    pub wanted: String,
    /// What others are asked not to do.
    pub unwanted: String,
    /// What is wished for should a stay in hospital be needed.
    pub hospital: String,
    /// Whom to call, in order.
    pub calls: Vec<CrisisCall>,
}

/// Somebody to call.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct CrisisCall {
    /// Who.
    pub who: String,
    /// Number.
    pub phone: String,
    /// When they can be reached.
    pub hours: String,
}

impl CrisisView {
    /// The plan of a case.
    pub(crate) fn read(reader: &Reader, case: &Id) -> Result<Self, Failure> {
        let calls = reader.crisis_calls(case)?.into_iter();
        let calls = calls.map(|CallFact { who, phone, hours }| CrisisCall { who, phone, hours });
        if let Some((_, fact)) = reader.crisis_plan(case)? {
            let CrisisFact { made_on, well, signs, own_ways, wanted, unwanted, hospital } = fact;
            let calls = calls.collect();
            return Ok(Self { made_on, well, signs, own_ways, wanted, unwanted, hospital, calls });
        }
        let older = reader.settlement_plan(case)?.map(|(_, plan)| plan).unwrap_or_default();
        let named = older.calls_text.lines().map(str::trim).filter(|line| !line.is_empty());
        let named = named.map(|who| CrisisCall { who: who.to_owned(), ..CrisisCall::default() });
        Ok(Self {
            own_ways: older.crisis_text.clone(),
            calls: calls.chain(named).collect(),
            ..Self::default()
        })
    }

    /// True while nothing is written.
    pub(crate) fn is_empty(&self) -> bool {
        let texts = [&self.well, &self.signs, &self.own_ways, &self.wanted, &self.unwanted, &self.hospital];
        self.calls.is_empty() && texts.iter().all(|text| text.is_empty())
    }
}

/// Keeps the crisis plan of a case; a row that names nobody is left out. Without a day it is of today.
///
/// Errors: `case.unknown`, `crisis.empty`, `settlement.future`, `settlement.too-long`, `settlement.too-many`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct KeepCrisisPlan {
    case_id: Id,
    made_on: Option<PartialDate>,
    well: String,
    signs: String,
    own_ways: String,
    wanted: String,
    unwanted: String,
    hospital: String,
    calls: Vec<CrisisCall>,
}

impl Command for KeepCrisisPlan {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Cases];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        crate::cases::known(writer, &self.case_id)?;
        not_ahead(self.made_on, around, "made_on")?;
        if self.calls.len() > MOST {
            return Err(Failure::new("settlement.too-many").at("calls").with("n", MOST));
        }
        let mut calls = Vec::new();
        for one in &self.calls {
            let fact = CallFact {
                who: trimmed(&one.who, "calls")?,
                phone: trimmed(&one.phone, "calls")?,
                hours: trimmed(&one.hours, "calls")?,
            };
            if !(fact.who.is_empty() && fact.phone.is_empty()) {
                calls.push(fact);
            }
        }
        let plan = CrisisFact {
            made_on: Some(self.made_on.unwrap_or(PartialDate::day(around.today()))),
            well: trimmed(&self.well, "well")?,
            signs: trimmed(&self.signs, "signs")?,
            own_ways: trimmed(&self.own_ways, "own_ways")?,
            wanted: trimmed(&self.wanted, "wanted")?,
            unwanted: trimmed(&self.unwanted, "unwanted")?,
            hospital: trimmed(&self.hospital, "hospital")?,
        };
        let texts = [&plan.well, &plan.signs, &plan.own_ways, &plan.wanted, &plan.unwanted, &plan.hospital];
        if calls.is_empty() && texts.iter().all(|text| text.is_empty()) {
            return Err(Failure::new("crisis.empty").at("signs"));
        }
        Ok(writer.keep_crisis_plan(&self.case_id, &plan, &calls)?)
    }
}
