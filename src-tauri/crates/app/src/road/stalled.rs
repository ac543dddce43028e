//! 動きのない方: who has stayed long, was not met, or has no next step, each with the rule that named her.

use crate::cases::{self, CaseLine};
use crate::house::{Command, Query};
use crate::{Circumstances, Failure, Topic, settings};
use chrono::NaiveDate;
use domain::alerts::stall::{self, Limit, Sign};
use domain::measure::Id;
use domain::vocabulary::Stage;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use store::cases::Whose;
use store::{Reader, Writer};

/// Setting under which limits of one's own are kept.
const LIMITS: &str = "stall_limits";
/// Most days that a limit may have.
const MOST: u32 = 3_660;

/// Asks for everybody whose road does not move, those with most signs first.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(type = "Record<string, never>")]
pub struct Stalled {}

/// Somebody who does not move.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct StalledLine {
    /// The case.
    pub case_id: Id,
    /// Name.
    pub name: String,
    /// Reading.
    pub kana: String,
    /// Hospital in which the person stays now.
    pub hospital: Option<String>,
    /// Stage.
    pub stage: Stage,
    /// Days in the stage.
    pub days_in_stage: i64,
    /// Days without a contact with the person.
    pub silent_days: i64,
    /// Codes of the rules that fired: long_in_stage, silent, no_next_step, hold_over.
    pub signs: Vec<String>,
    /// Each rule in words, in the same order.
    pub reasons: Vec<String>,
}

impl Query for Stalled {
    type Answer = Vec<StalledLine>;
    const TOPICS: &'static [Topic] =
        &[Topic::Cases, Topic::Contacts, Topic::Plans, Topic::Tasks, Topic::Organisations, Topic::Settings];

    fn answer(self, around: &Circumstances, reader: &Reader) -> Result<Vec<StalledLine>, Failure> {
        stalled(reader, around.today())
    }
}

/// Everybody whose road does not move on a day, those with most signs first.
pub(crate) fn stalled(reader: &Reader, on: NaiveDate) -> Result<Vec<StalledLine>, Failure> {
    let language = settings::language(reader);
    let own = limits(reader)?;
    let lines: HashMap<Id, CaseLine> =
        cases::lines(reader, on, Whose::Open)?.into_iter().map(|line| (line.id.clone(), line)).collect();
    let watched = reader.watched(on, Whose::Open)?;
    let mut found = Vec::new();
    for case in &watched.cases {
        let Some(line) = lines.get(&case.id) else { continue };
        let limit = |stage| limit(&own, stage);
        let step = line.next_text.is_some();
        let Some(clocks) = stall::clocks(&case.subject, &watched.closures, on, step, limit) else {
            continue;
        };
        if clocks.signs.is_empty() {
            continue;
        }
        let reason = |sign: &Sign| {
            let (n, limit) = match sign {
                Sign::LongInStage => (clocks.in_stage, clocks.limit.in_stage),
                _ => (clocks.silent, clocks.limit.silent),
            };
            let values = [("n", n.to_string()), ("limit", limit.to_string())];
            let values: Vec<(&str, &str)> = values.iter().map(|(k, v)| (*k, v.as_str())).collect();
            words::fill(&words::say(language, &format!("road.sign.{}", sign.code())), &values)
        };
        found.push(StalledLine {
            case_id: case.id.clone(),
            name: line.name.clone(),
            kana: line.kana.clone(),
            hospital: line.hospital.clone(),
            stage: clocks.stage,
            days_in_stage: clocks.in_stage,
            silent_days: clocks.silent,
            signs: clocks.signs.iter().map(|s| s.code().to_owned()).collect(),
            reasons: clocks.signs.iter().map(reason).collect(),
        });
    }
    found.sort_by_key(|l| (std::cmp::Reverse(l.signs.len()), -l.silent_days, l.case_id.clone()));
    Ok(found)
}

/// Asks for the limits of every stage.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(type = "Record<string, never>")]
pub struct StallLimits {}

/// The limits of one stage, in days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct StallLimit {
    stage: Stage,
    in_stage: u32,
    silent: u32,
}

impl Query for StallLimits {
    type Answer = Vec<StallLimit>;
    const TOPICS: &'static [Topic] = &[Topic::Settings];

    fn answer(self, _: &Circumstances, reader: &Reader) -> Result<Vec<StallLimit>, Failure> {
        let own = limits(reader)?;
        let of = |stage: &Stage| {
            let Limit { in_stage, silent } = limit(&own, *stage);
            let days = |n: i64| u32::try_from(n).unwrap_or(MOST);
            StallLimit { stage: *stage, in_stage: days(in_stage), silent: days(silent) }
        };
        Ok(Stage::ALL.iter().filter(|s| **s != Stage::Closed).map(of).collect())
    }
}

/// Keeps limits of one's own; stages that are not named keep the usual ones. Error: `stall.limit`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct KeepStallLimits {
    limits: Vec<StallLimit>,
}

impl Command for KeepStallLimits {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Settings];

    fn perform(self, _: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        let fits = |n: u32| (1..=MOST).contains(&n);
        if !self.limits.iter().all(|l| fits(l.in_stage) && fits(l.silent)) {
            return Err(Failure::new("stall.limit").at("limits"));
        }
        let kept = serde_json::to_string(&self.limits).map_err(|_| Failure::new("stall.limit"))?;
        Ok(writer.keep_setting(LIMITS, &kept)?)
    }
}

/// Limits of one's own, as kept; none where the setting cannot be read any more.
fn limits(reader: &Reader) -> Result<Vec<StallLimit>, Failure> {
    let kept = reader.setting(LIMITS)?;
    Ok(kept.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
}

fn limit(own: &[StallLimit], stage: Stage) -> Limit {
    own.iter().find(|l| l.stage == stage).map_or_else(
        || stall::usual(stage),
        |l| Limit { in_stage: i64::from(l.in_stage), silent: i64::from(l.silent) },
    )
}
