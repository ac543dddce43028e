//! 次の一手: what somebody has to do next, with or without a day, and 気づき.

use crate::{Reader, Row, StoreError, Writer};
use chrono::NaiveDate;
use domain::calendar::PartialDate;
use domain::measure::Id;
use domain::vocabulary::IssueStatus;
use rusqlite::named_params;

/// One task.
#[derive(Clone, Debug)]
pub struct TaskFact {
    /// Identity.
    pub id: Id,
    /// What to do.
    pub text: String,
    /// Until when.
    pub due_on: Option<PartialDate>,
    /// Done on.
    pub done_on: Option<PartialDate>,
    /// Case and name of the person.
    pub case: Option<(Id, String)>,
    /// Who does it.
    pub owner: String,
}

/// A task to be added.
#[derive(Clone, Debug)]
pub struct NewTask {
    /// Its case.
    pub case_id: Option<Id>,
    /// The note it came from.
    pub contact_id: Option<Id>,
    /// What to do.
    pub text: String,
    /// Until when.
    pub due_on: Option<NaiveDate>,
    /// Who does it; empty is the user.
    pub owner: String,
}

/// A task that is due some days after a discharge.
#[derive(Clone, Debug)]
pub struct AfterTask {
    /// The discharge.
    pub discharged_on: PartialDate,
    /// Days after it.
    pub days_after: u32,
    /// Until when.
    pub due_on: Option<NaiveDate>,
}

/// One 気づき.
#[derive(Clone, Debug)]
pub struct IssueFact {
    /// Identity.
    pub id: Id,
    /// Day.
    pub on: PartialDate,
    /// Text.
    pub text: String,
    /// Tags as written.
    pub tags: Vec<String>,
    /// What became of it.
    pub status: IssueStatus,
}

/// Columns of [`task`].
const TASK: &str = "SELECT t.id, t.text, t.due_on, t.done_on, t.case_id, t.owner, k.family_name, k.given_name
    FROM tasks t LEFT JOIN cases c ON c.id = t.case_id LEFT JOIN clients k ON k.id = c.client_id";

fn task(r: &Row) -> Result<TaskFact, StoreError> {
    let name = crate::cases::full_name(&r.text("family_name")?, &r.text("given_name")?);
    Ok(TaskFact {
        id: r.id("id")?,
        text: r.text("text")?,
        due_on: r.maybe_date("due_on")?,
        done_on: r.maybe_date("done_on")?,
        case: r.maybe_id("case_id")?.map(|id| (id, name)),
        owner: r.text("owner")?,
    })
}

impl Reader<'_> {
    /// Tasks of one case: open ones by their day, then those that were done, newest first.
    pub fn tasks_of(&self, case: &Id) -> Result<Vec<TaskFact>, StoreError> {
        // One row per task of the case.
        self.all(
            &format!(
                "{TASK} WHERE t.case_id = :case ORDER BY t.done_on IS NOT NULL, t.done_on DESC, t.due_on IS NULL, t.due_on, t.id"
            ),
            named_params! { ":case": case.as_str() },
            task,
        )
    }

    /// Tasks open on a day, those due first in front, and those that were done on that very day.
    pub fn tasks_on(&self, day: NaiveDate) -> Result<Vec<TaskFact>, StoreError> {
        // One row per task.
        self.all(
            &format!(
                "{TASK} WHERE (t.done_on IS NULL OR t.done_on = :day) AND coalesce(t.created_on, :day) <= :day
                 ORDER BY t.done_on IS NOT NULL, t.due_on IS NULL, t.due_on, t.id"
            ),
            named_params! { ":day": day.to_string() },
            task,
        )
    }

    /// Tasks that a discharge of a case set in motion, in order, each with its days after it.
    pub fn tasks_after(
        &self,
        case: &Id,
        discharged_on: PartialDate,
    ) -> Result<Vec<(TaskFact, u32)>, StoreError> {
        // One row per task of the discharge.
        let sql = format!(
            "{TASK} WHERE t.case_id = :case AND t.discharged_on = :on AND t.days_after IS NOT NULL ORDER BY t.days_after, t.id"
        );
        let sql = sql.replacen("SELECT t.id,", "SELECT t.days_after, t.id,", 1);
        self.all(&sql, named_params! { ":case": case.as_str(), ":on": discharged_on.to_string() }, |r| {
            Ok((task(r)?, r.count("days_after")?))
        })
    }

    /// Cases in which a task after a discharge is open.
    pub fn cases_with_after_tasks(&self) -> Result<Vec<Id>, StoreError> {
        // One row per case.
        self.all(
            "SELECT DISTINCT case_id FROM tasks WHERE case_id IS NOT NULL AND days_after IS NOT NULL AND done_on IS NULL",
            [],
            |r| r.id("case_id"),
        )
    }

    /// True for the identity of a task.
    pub fn is_task(&self, id: &Id) -> Result<bool, StoreError> {
        let found =
            self.first("SELECT id FROM tasks WHERE id = :id", named_params! { ":id": id.as_str() }, |r| {
                r.id("id")
            })?;
        Ok(found.is_some())
    }

    /// Every 気づき, newest first.
    pub fn issues(&self) -> Result<Vec<IssueFact>, StoreError> {
        // One row per 気づき.
        self.all(
            "SELECT id, on_date, text, tags, status FROM issues ORDER BY on_date DESC, id DESC",
            [],
            |r| {
                Ok(IssueFact {
                    id: r.id("id")?,
                    on: r.date("on_date")?,
                    text: r.text("text")?,
                    tags: r.list("tags")?,
                    status: IssueStatus::from_code(&r.text("status")?).unwrap_or(IssueStatus::Open),
                })
            },
        )
    }
}

impl Writer<'_> {
    /// Adds a task, created on the day of the act.
    pub fn add_task(&mut self, new: &NewTask) -> Result<Id, StoreError> {
        let today = self.at().date_naive();
        self.insert(
            "tasks",
            &[
                ("created_on", today.into()),
                ("case_id", new.case_id.as_ref().into()),
                ("contact_id", new.contact_id.as_ref().into()),
                ("text", (&new.text).into()),
                ("due_on", new.due_on.into()),
                ("owner", (&new.owner).into()),
            ],
        )
    }

    /// Adds a task that is due after a discharge.
    pub fn add_after(&mut self, case: &Id, text: &str, after: &AfterTask) -> Result<(), StoreError> {
        let today = self.at().date_naive();
        let fields = [
            ("created_on", today.into()),
            ("case_id", case.into()),
            ("text", text.into()),
            ("due_on", after.due_on.into()),
            ("discharged_on", after.discharged_on.into()),
            ("days_after", after.days_after.into()),
        ];
        self.insert("tasks", &fields).map(drop)
    }

    /// Moves a task with its discharge. Error: [`StoreError::Missing`].
    pub fn move_after(&mut self, id: &Id, after: &AfterTask) -> Result<(), StoreError> {
        let fields = [("due_on", after.due_on.into()), ("discharged_on", after.discharged_on.into())];
        self.update("tasks", id, &fields)
    }

    /// Removes a task that has lost its ground. Error: [`StoreError::Missing`].
    pub fn remove_task(&mut self, id: &Id) -> Result<(), StoreError> {
        self.delete("tasks", id)
    }

    /// Notes that a task was done, or that it is open again.
    pub fn finish_task(&mut self, id: &Id, done_on: Option<NaiveDate>) -> Result<(), StoreError> {
        self.update("tasks", id, &[("done_on", done_on.into())])
    }

    /// Keeps a 気づき of the day of the act.
    pub fn add_issue(&mut self, text: &str, tags: &[String]) -> Result<Id, StoreError> {
        let today = self.at().date_naive();
        self.insert(
            "issues",
            &[
                ("on_date", today.into()),
                ("text", text.into()),
                ("tags", tags.join(";").into()),
                ("status", IssueStatus::Open.code().into()),
            ],
        )
    }
}
