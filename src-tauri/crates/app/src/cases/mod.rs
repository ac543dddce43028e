//! 対象者: the list of people, one person's page, and what changes a case.

mod change;
mod grid;
mod list;
mod open;
mod page;
mod papers;
mod read_date;
mod road;
mod twins;

pub use change::{SetExitLine, SetWish};
pub use grid::{CaseGrid, GridCell, GridColumn, GridRow, GridSheet, KeepGrid, ReadCell, ReadGrid};
pub use list::{CaseLines, CaseList, Scope, Sort};
pub use open::OpenCase;
pub use page::{CasePage, CaseSheet, DecisionLine, ExitLine, StageStep};
pub use papers::{EndHold, HoldCase, KeepDecision, KeepStay};
pub use read_date::{ReadDate, TypedDate};
pub use road::MoveStage;
pub use twins::{MergePeople, MergePreview, MergeSide, MergeView, SimilarPeople};

use crate::{Circumstances, Failure};
use chrono::NaiveDate;
use domain::calendar::PartialDate;
use domain::measure::Id;
use domain::text::kana;
use domain::vocabulary::Stage;
use serde::Serialize;
use store::Reader;
use store::cases::{CaseFacts, Whose};

/// Whether a case is running.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// 支援中.
    Active,
    /// 保留.
    OnHold,
    /// 終結.
    Closed,
}

impl Status {
    pub(crate) const fn of(facts: &CaseFacts) -> Self {
        match (facts.stage, facts.on_hold) {
            (Stage::Closed, _) => Self::Closed,
            (_, true) => Self::OnHold,
            (_, false) => Self::Active,
        }
    }
}

/// Somebody in a list: enough for one line.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct CaseLine {
    /// The case.
    pub id: Id,
    /// Name as written.
    pub name: String,
    /// Reading.
    pub kana: String,
    /// あ か さ … or 他.
    pub index: String,
    /// The user's own number of the case.
    pub code: Option<String>,
    /// Hospital in which the person stays now.
    pub org_id: Option<Id>,
    /// Its name.
    pub hospital: Option<String>,
    /// Ward.
    pub ward: Option<String>,
    /// Room.
    pub room: Option<String>,
    /// Stage.
    pub stage: Stage,
    /// Whether the case is running.
    pub status: Status,
    /// Full years.
    pub age: Option<u32>,
    /// Last contact of any kind.
    #[ts(type = "string | null")]
    pub last_contact_on: Option<NaiveDate>,
    /// Days since then.
    pub last_contact_days: Option<i64>,
    /// Days since the last face-to-face contact with the person.
    pub face_to_face_days: Option<i64>,
    /// The next planned step: the open task or the planned visit that comes first.
    pub next_text: Option<String>,
    /// Its day.
    #[ts(type = "string | null")]
    pub next_on: Option<NaiveDate>,
    /// Days until then; negative when it has passed.
    pub next_days: Option<i64>,
}

impl CaseLine {
    /// True while the case is running or on hold.
    pub fn is_open(&self) -> bool {
        self.status != Status::Closed
    }

    fn of(facts: CaseFacts, on: NaiveDate) -> Self {
        let kana = facts.kana();
        let stay = facts.stay_on(on);
        let task_on = facts.task.as_ref().and_then(|(_, due)| *due).map(PartialDate::first_day);
        let plan_on = facts.plan.as_ref().map(|(day, _)| day.first_day());
        let plan_first = plan_on.is_some_and(|plan| task_on.is_none_or(|task| plan < task));
        let (next_text, next_on) = if plan_first {
            (facts.plan.as_ref().map(|(_, what)| what.clone()), plan_on)
        } else {
            (facts.task.as_ref().map(|(text, _)| text.clone()), task_on)
        };
        let last = facts.last_contact_on.map(PartialDate::first_day);
        Self {
            name: facts.name(),
            index: kana::index_letter(&kana).to_string(),
            code: facts.code.clone(),
            org_id: stay.map(|s| s.org_id.clone()),
            hospital: stay.map(|s| s.hospital.clone()),
            ward: stay.and_then(|s| s.ward.clone()),
            room: stay.and_then(|s| s.room.clone()),
            stage: facts.stage,
            status: Status::of(&facts),
            age: age(facts.birth, on),
            last_contact_on: last,
            last_contact_days: last.map(|day| days(day, on)),
            face_to_face_days: facts.last_face_on.map(|day| days(day.first_day(), on)),
            next_text,
            next_on,
            next_days: next_on.map(|day| days(on, day)),
            kana,
            id: facts.id,
        }
    }
}

/// Those of the cases that are known on a day, in the order of the dictionary.
pub fn lines(reader: &Reader, on: NaiveDate, whose: Whose) -> Result<Vec<CaseLine>, Failure> {
    let facts = reader.cases_on(on, whose)?;
    let mut lines: Vec<CaseLine> = facts
        .into_iter()
        .filter(|f| f.identified_on.first_day() <= on)
        .map(|f| CaseLine::of(f, on))
        .collect();
    lines.sort_by_cached_key(|line| (kana::sort_key(&line.kana), line.name.clone(), line.id.to_string()));
    Ok(lines)
}

/// Full years on a day; a birth date of which only the year is known counts from its first day.
pub(crate) fn age(birth: Option<PartialDate>, on: NaiveDate) -> Option<u32> {
    birth.and_then(|b| on.years_since(b.first_day()))
}

/// Days from one day to another.
pub(crate) fn days(from: NaiveDate, to: NaiveDate) -> i64 {
    to.signed_duration_since(from).num_days()
}

/// Refuses a case that nobody opened. Error: `case.unknown`.
pub(crate) fn known(reader: &Reader, case: &Id) -> Result<(), Failure> {
    if reader.is_case(case)? { Ok(()) } else { Err(Failure::new("case.unknown").at("case_id")) }
}

/// Refuses a day of the future.
fn not_ahead(day: PartialDate, around: &Circumstances, refusal: &str, field: &str) -> Result<(), Failure> {
    if day.first_day() > around.today() { Err(Failure::new(refusal).at(field)) } else { Ok(()) }
}
