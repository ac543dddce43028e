//! 出口の見通し of everybody: who still has no home, no place for the day, nobody at her side.

use crate::cases::{self, CaseLine};
use crate::house::Query;
use crate::{Circumstances, Failure, Topic};
use domain::vocabulary::{Certainty, ExitKey};
use serde::{Deserialize, Serialize};
use store::Reader;
use store::cases::Whose;

/// Asks for the exit lines of everybody whose case is open, in the order of the dictionary.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(type = "Record<string, never>")]
pub struct ExitBoard {}

/// Somebody's exit.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct ExitRow {
    /// Who it is.
    pub person: CaseLine,
    /// The four lines in their order: which, what is thought of, how certain.
    pub exit: Vec<ExitCell>,
}

/// One line of somebody's exit.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct ExitCell {
    /// Which line.
    pub key: ExitKey,
    /// 案, or the organisation in charge where there is none.
    pub idea: String,
    /// 確かさ.
    pub certainty: Certainty,
}

impl Query for ExitBoard {
    type Answer = Vec<ExitRow>;
    const TOPICS: &'static [Topic] =
        &[Topic::Cases, Topic::Contacts, Topic::Plans, Topic::Tasks, Topic::Organisations];

    fn answer(self, around: &Circumstances, reader: &Reader) -> Result<Vec<ExitRow>, Failure> {
        let people = cases::lines(reader, around.today(), Whose::Open)?.into_iter();
        people
            .map(|person| {
                let exit = reader.exit_board(&person.id)?.into_iter().map(|line| ExitCell {
                    key: line.key,
                    idea: if line.idea.is_empty() {
                        line.org.map(|(_, name)| name).unwrap_or_default()
                    } else {
                        line.idea
                    },
                    certainty: line.certainty,
                });
                Ok(ExitRow { exit: exit.collect(), person })
            })
            .collect()
    }
}
