//! 次の一手.

use crate::cases::days;
use crate::house::Command;
use crate::{Circumstances, Failure, Topic};
use chrono::NaiveDate;
use domain::calendar::PartialDate;
use domain::measure::Id;
use serde::{Deserialize, Serialize};
use store::Writer;
use store::tasks::{NewTask, TaskFact};

/// One task in a list.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct TaskLine {
    /// Identity.
    pub id: Id,
    /// What to do.
    pub text: String,
    /// Until when.
    #[ts(type = "string | null")]
    pub due_on: Option<NaiveDate>,
    /// Days until then; negative when it has passed.
    pub days: Option<i64>,
    /// Done on.
    #[ts(type = "string | null")]
    pub done_on: Option<NaiveDate>,
    /// Its case.
    pub case_id: Option<Id>,
    /// Name of the person.
    pub case_name: Option<String>,
    /// Who does it; empty is the user.
    pub owner: String,
}

impl TaskLine {
    pub(crate) fn of(task: TaskFact, on: NaiveDate) -> Self {
        let due_on = task.due_on.map(PartialDate::first_day);
        let (case_id, case_name) = task.case.unzip();
        Self {
            id: task.id,
            text: task.text,
            due_on,
            days: due_on.map(|due| days(on, due)),
            done_on: task.done_on.map(PartialDate::first_day),
            case_id,
            case_name,
            owner: task.owner,
        }
    }
}

/// Adds a task. Errors: `task.empty`, `case.unknown`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct AddTask {
    case_id: Option<Id>,
    text: String,
    #[ts(type = "string | null")]
    due_on: Option<NaiveDate>,
}

impl Command for AddTask {
    type Answer = Id;
    const CHANGES: &'static [Topic] = &[Topic::Tasks];

    fn perform(self, _: &Circumstances, writer: &mut Writer) -> Result<Id, Failure> {
        let text = self.text.trim().to_owned();
        if text.is_empty() {
            return Err(Failure::new("task.empty").at("text"));
        }
        if let Some(case) = &self.case_id {
            crate::cases::known(writer, case)?;
        }
        Ok(writer.add_task(&NewTask {
            case_id: self.case_id,
            contact_id: None,
            text,
            due_on: self.due_on,
            owner: String::new(),
        })?)
    }
}

/// Notes on which day a task was done; without a day it is open again. Errors: `task.unknown`, `task.future`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct FinishTask {
    task_id: Id,
    #[ts(type = "string | null")]
    done_on: Option<NaiveDate>,
}

impl Command for FinishTask {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Tasks];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        if self.done_on.is_some_and(|on| on > around.today()) {
            return Err(Failure::new("task.future").at("done_on"));
        }
        if !writer.is_task(&self.task_id)? {
            return Err(Failure::new("task.unknown").at("task_id"));
        }
        Ok(writer.finish_task(&self.task_id, self.done_on)?)
    }
}
