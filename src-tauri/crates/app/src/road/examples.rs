//! 似た条件の出口例: how others with like conditions left, from the house's own closed cases and without a name.

use crate::house::Query;
use crate::{Circumstances, Failure, Topic};
use chrono::NaiveDate;
use domain::likeness::{Common, Conditions};
use domain::measure::Id;
use domain::road::stretches;
use domain::vocabulary::{Destination, Obstacle, OrganisationType, Stage};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use store::Reader;
use store::alerts::WatchedCase;

/// So many conditions in common make an example.
const LEAST: usize = 2;
/// Most examples.
const MOST: usize = 5;
/// Days of a month on average, for lengths in months.
const MONTH: f64 = 365.25 / 12.0;

/// Asks how closed cases with like conditions left the hospital. Error: `case.unknown`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct ExitExamples {
    case_id: Id,
}

/// Examples, and of how many closed cases they were chosen.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct ExampleList {
    /// Conditions that are compared: how many are known of this case.
    #[ts(type = "number")]
    pub known: usize,
    /// Closed cases.
    #[ts(type = "number")]
    pub closed: usize,
    /// Those of them in which the person left the hospital for the town.
    #[ts(type = "number")]
    pub left: usize,
    /// The examples, those with most in common first.
    pub examples: Vec<Example>,
}

/// One road that was walked to its exit.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct Example {
    /// Age band in common, a code.
    pub age: Option<String>,
    /// Band of the years in hospital in common, a code.
    pub stay: Option<String>,
    /// Type of hospital in common.
    pub hospital: Option<OrganisationType>,
    /// Obstacles in common.
    pub obstacles: Vec<Obstacle>,
    /// Where to; none where nobody wrote it.
    pub destination: Option<Destination>,
    /// Months from 把握日 to the discharge.
    pub months: u32,
    /// The stages walked up to the discharge with their months, in order.
    pub stages: Vec<StageMonths>,
    /// Nights slept on trial.
    pub nights: u32,
    /// The person came back to a hospital while the case was open.
    pub readmitted: bool,
}

/// Months in a stage.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct StageMonths {
    /// The stage.
    pub stage: Stage,
    /// Months, rounded.
    pub months: u32,
}

impl Query for ExitExamples {
    type Answer = ExampleList;
    const TOPICS: &'static [Topic] = &[Topic::Cases, Topic::Organisations];

    fn answer(self, around: &Circumstances, reader: &Reader) -> Result<ExampleList, Failure> {
        crate::cases::known(reader, &self.case_id)?;
        let today = around.today();
        let grounds: HashMap<Id, _> =
            reader.exit_grounds()?.into_iter().map(|ground| (ground.case.clone(), ground)).collect();
        let conditions = |case: &WatchedCase| {
            let ground = grounds.get(&case.id);
            let hospital = ground.and_then(|g| g.hospital);
            let obstacles = ground.map(|g| g.obstacles.clone()).unwrap_or_default();
            Conditions::of(&case.subject, hospital, obstacles)
        };
        let roads = reader.watched_roads(today, store::cases::Whose::Everybody)?;
        let own = roads.iter().find(|case| case.id == self.case_id).map(conditions).unwrap_or_default();
        let others = roads.iter().filter(|case| case.id != self.case_id);
        let closed: Vec<&WatchedCase> =
            others.filter(|case| case.subject.case.closed_by(today).is_some()).collect();
        let mut left = 0;
        let mut examples = Vec::new();
        for case in &closed {
            let Some((home, destination)) = case.subject.case.discharges().min_by_key(|(on, _)| *on) else {
                continue;
            };
            left += 1;
            let theirs = conditions(case);
            let common = own.in_common(&theirs);
            if common.count() >= LEAST {
                let nights = grounds.get(&case.id).map_or(0, |g| g.nights);
                examples.push((common.count(), example(case, &common, &theirs, (home, destination), nights)));
            }
        }
        examples.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.months.cmp(&b.1.months)));
        Ok(ExampleList {
            known: own.in_common(&own).count(),
            closed: closed.len(),
            left,
            examples: examples.into_iter().take(MOST).map(|(_, example)| example).collect(),
        })
    }
}

fn example(
    case: &WatchedCase,
    common: &Common,
    theirs: &Conditions,
    (home, destination): (NaiveDate, Option<Destination>),
    nights: u32,
) -> Example {
    let record = &case.subject.case;
    let walked = stretches(record.identified_on, &record.stages, home);
    Example {
        age: theirs.age.filter(|_| common.age).map(str::to_owned),
        stay: theirs.stay.filter(|_| common.stay).map(str::to_owned),
        hospital: theirs.hospital.filter(|_| common.hospital),
        obstacles: common.obstacles.clone(),
        destination,
        months: months(home.signed_duration_since(record.identified_on).num_days()),
        stages: walked.iter().map(|s| StageMonths { stage: s.stage, months: months(s.days()) }).collect(),
        nights,
        readmitted: record.readmissions().next().is_some(),
    }
}

/// Days as months, rounded.
fn months(days: i64) -> u32 {
    (days.max(0) as f64 / MONTH).round() as u32
}
