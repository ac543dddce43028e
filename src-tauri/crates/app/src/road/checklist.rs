//! 確認事項 of one person, stage by stage. Any item may be done at any stage.

use crate::house::{Command, Query};
use crate::{Circumstances, Failure, Topic};
use domain::calendar::PartialDate;
use domain::checklist::items;
use domain::measure::Id;
use domain::vocabulary::Stage;
use serde::{Deserialize, Serialize};
use store::checklist::CheckFact;
use store::{Reader, Writer};

/// Longest item in somebody's own words, in characters.
const LONGEST: usize = 80;

/// Asks for the items of every stage. Error: `case.unknown`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct Checklist {
    case_id: Id,
}

/// The items of one stage.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct CheckStage {
    /// The stage.
    pub stage: Stage,
    /// Its items: those of the list, then what was added.
    pub items: Vec<CheckItem>,
    /// Number of items that are asked for.
    #[ts(type = "number")]
    pub asked: usize,
    /// Number of those that are done.
    #[ts(type = "number")]
    pub done: usize,
}

/// One item.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct CheckItem {
    /// Its code, or its words where it was added.
    pub item: String,
    /// True for one that was added in somebody's own words.
    pub added: bool,
    /// Done on.
    pub done_on: Option<PartialDate>,
    /// Done by.
    pub done_by: String,
    /// Note.
    pub note: String,
    /// Not asked for this person.
    pub hidden: bool,
}

impl Query for Checklist {
    type Answer = Vec<CheckStage>;
    const TOPICS: &'static [Topic] = &[Topic::Cases];

    fn answer(self, _: &Circumstances, reader: &Reader) -> Result<Vec<CheckStage>, Failure> {
        crate::cases::known(reader, &self.case_id)?;
        let touched = reader.checklist(&self.case_id)?;
        Ok(Stage::ALL.iter().map(|stage| of_stage(*stage, &touched)).collect())
    }
}

fn of_stage(stage: Stage, touched: &[CheckFact]) -> CheckStage {
    let seeded = items(stage);
    let own = touched.iter().filter(|t| t.stage == stage);
    let listed = seeded.iter().map(|code| match own.clone().find(|t| t.item == **code) {
        Some(fact) => item(fact, false),
        None => CheckItem {
            item: (*code).to_owned(),
            added: false,
            done_on: None,
            done_by: String::new(),
            note: String::new(),
            hidden: false,
        },
    });
    let added = own.clone().filter(|t| !seeded.contains(&t.item.as_str())).map(|fact| item(fact, true));
    let items: Vec<CheckItem> = listed.chain(added).collect();
    let asked = items.iter().filter(|i| !i.hidden).count();
    let done = items.iter().filter(|i| !i.hidden && i.done_on.is_some()).count();
    CheckStage { stage, items, asked, done }
}

fn item(fact: &CheckFact, added: bool) -> CheckItem {
    CheckItem {
        item: fact.item.clone(),
        added,
        done_on: fact.done_on,
        done_by: fact.done_by.clone(),
        note: fact.note.clone(),
        hidden: fact.hidden,
    }
}

/// Keeps how an item stands: done on a day or not, by whom, a note, asked for or not. An item that the list of its stage
/// does not hold is added in its own words.
///
/// Errors: `case.unknown`, `check.empty`, `check.too-long`, `check.future`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct KeepCheck {
    case_id: Id,
    stage: Stage,
    item: String,
    done_on: Option<PartialDate>,
    done_by: String,
    note: String,
    hidden: bool,
}

impl Command for KeepCheck {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Cases];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        crate::cases::known(writer, &self.case_id)?;
        let item = self.item.trim();
        if item.is_empty() {
            return Err(Failure::new("check.empty").at("item"));
        }
        if item.chars().count() > LONGEST {
            return Err(Failure::new("check.too-long").at("item"));
        }
        if self.done_on.is_some_and(|on| on.first_day() > around.today()) {
            return Err(Failure::new("check.future").at("done_on"));
        }
        let check = CheckFact {
            stage: self.stage,
            item: item.to_owned(),
            done_on: self.done_on,
            done_by: self.done_by.trim().to_owned(),
            note: self.note.trim().to_owned(),
            hidden: self.hidden,
        };
        Ok(writer.keep_check(&self.case_id, &check)?)
    }
}
