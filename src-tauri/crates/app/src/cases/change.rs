//! 本人の希望 and 出口の見通し.

use super::known;
use crate::house::Command;
use crate::{Circumstances, Failure, Topic};
use domain::calendar::PartialDate;
use domain::measure::Id;
use domain::vocabulary::{Certainty, ExitKey};
use serde::Deserialize;
use store::Writer;
use store::cases::{ExitFact, Wish};

/// Keeps the wish of a person in her words. Without a day it is of today. Error: `case.unknown`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct SetWish {
    case_id: Id,
    wish: String,
    wish_on: Option<PartialDate>,
    wished_place: String,
    anxieties: String,
}

impl Command for SetWish {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Cases];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        known(writer, &self.case_id)?;
        let wish = self.wish.trim().to_owned();
        let said = (!wish.is_empty()).then(|| self.wish_on.unwrap_or(PartialDate::day(around.today())));
        let wish = Wish {
            wish,
            wish_on: said,
            wished_place: self.wished_place.trim().to_owned(),
            anxieties: self.anxieties.trim().to_owned(),
        };
        Ok(writer.set_wish(&self.case_id, &wish)?)
    }
}

/// Writes one line of the exit board. Errors: `case.unknown`, `organisation.unknown`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct SetExitLine {
    case_id: Id,
    key: ExitKey,
    wish: String,
    idea: String,
    org_id: Option<Id>,
    certainty: Certainty,
}

impl Command for SetExitLine {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Cases];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        known(writer, &self.case_id)?;
        if let Some(org) = &self.org_id {
            crate::organisations::known(writer, org)?;
        }
        let line = ExitFact {
            key: self.key,
            wish: self.wish.trim().to_owned(),
            idea: self.idea.trim().to_owned(),
            org: self.org_id.map(|id| (id, String::new())),
            certainty: self.certainty,
            updated_on: Some(PartialDate::day(around.today())),
        };
        Ok(writer.set_exit_line(&self.case_id, &line)?)
    }
}
