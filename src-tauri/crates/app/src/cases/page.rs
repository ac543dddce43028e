//! One person's page: her wish, the next steps, the exit board, the road and the time so far.

use super::{Status, age, days};
use crate::contacts::{self, TimelineItem};
use crate::house::Query;
use crate::today::TaskLine;
use crate::{Circumstances, Failure, Topic};
use chrono::{Datelike, NaiveDate};
use domain::calendar::PartialDate;
use domain::measure::Id;
use domain::vocabulary::{Certainty, ExitKey, Stage};
use serde::{Deserialize, Serialize};
use store::Reader;
use store::cases::StageFact;

/// Entries of the timeline that the page brings with it.
const FIRST: u32 = 40;

/// Asks for the page of a case. Error: `case.unknown`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct CasePage {
    case_id: Id,
}

/// One line of the exit board.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct ExitLine {
    /// Which line.
    pub key: ExitKey,
    /// In the person's words.
    pub wish: String,
    /// 案.
    pub idea: String,
    /// Organisation in charge.
    pub org_id: Option<Id>,
    /// Its name.
    pub org: Option<String>,
    /// 確かさ.
    pub certainty: Certainty,
    /// Last change.
    #[ts(type = "string | null")]
    pub updated_on: Option<NaiveDate>,
}

/// One stage of the road, walked or ahead.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct StageStep {
    /// The stage.
    pub stage: Stage,
    /// When it began last; none while it lies ahead or was left out.
    pub from_on: Option<PartialDate>,
    /// When the next one began.
    pub to_on: Option<PartialDate>,
    /// The person stands here.
    pub current: bool,
}

/// One benefit decision.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct DecisionLine {
    /// Identity.
    pub id: Id,
    /// Service, a code.
    pub service: String,
    /// First day.
    pub from_on: PartialDate,
    /// Last day: of the period, or earlier if it was ended.
    pub to_on: Option<PartialDate>,
    /// Days until then; negative when it has passed, none when it was ended.
    pub days_left: Option<i64>,
}

/// The page.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
#[ts(rename = "CasePage")]
pub struct CaseSheet {
    /// The case.
    pub id: Id,
    /// The person, for a new case after this one.
    pub client_id: Id,
    /// Name.
    pub name: String,
    /// Family name as written.
    pub family_name: String,
    /// Given name as written.
    pub given_name: String,
    /// Reading of the family name.
    pub family_kana: String,
    /// Reading of the given name.
    pub given_kana: String,
    /// Reading.
    pub kana: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// The user's own number of the case.
    pub code: Option<String>,
    /// Sex, a code; empty while unknown.
    pub sex: String,
    /// Full years.
    pub age: Option<u32>,
    /// Birth date.
    pub birth_date: Option<PartialDate>,
    /// Hospital in which the person stays now.
    pub org_id: Option<Id>,
    /// Its name.
    pub hospital: Option<String>,
    /// Ward.
    pub ward: Option<String>,
    /// Room.
    pub room: Option<String>,
    /// The stay, for a correction.
    pub stay_id: Option<Id>,
    /// First day of the stay.
    pub admitted_on: Option<PartialDate>,
    /// Full months of the stay.
    pub stay_months: Option<u32>,
    /// Admission form, a code.
    pub admission_form: Option<String>,
    /// Stage.
    pub stage: Stage,
    /// Whether the case is running.
    pub status: Status,
    /// 本人の希望.
    pub wish: String,
    /// Day of the wish.
    pub wish_on: Option<PartialDate>,
    /// 望む場所.
    pub wished_place: String,
    /// 不安に思うこと.
    pub anxieties: String,
    /// 把握日.
    pub identified_on: PartialDate,
    /// Full months since then.
    pub support_months: u32,
    /// The road, all stages.
    pub steps: Vec<StageStep>,
    /// The four lines of the exit board.
    pub exit: Vec<ExitLine>,
    /// Tasks: open ones by their day, then those done.
    pub tasks: Vec<TaskLine>,
    /// Benefit decisions, newest first.
    pub decisions: Vec<DecisionLine>,
    /// The newest entries of the timeline.
    pub timeline: Vec<TimelineItem>,
    /// Number of all its entries.
    pub timeline_total: u32,
    /// Text being typed for the person, kept at `case/<id>`.
    pub draft: Option<String>,
}

impl Query for CasePage {
    type Answer = CaseSheet;
    const TOPICS: &'static [Topic] = &[
        Topic::Cases,
        Topic::Contacts,
        Topic::Plans,
        Topic::Programmes,
        Topic::Tasks,
        Topic::Organisations,
        Topic::Settings,
    ];

    fn answer(self, around: &Circumstances, reader: &Reader) -> Result<CaseSheet, Failure> {
        super::known(reader, &self.case_id)?;
        let (id, on) = (&self.case_id, around.today());
        let facts = reader.case_on(id, on)?;
        let stay = facts.stay_on(on);
        let tasks = reader.tasks_of(id)?.into_iter().map(|task| TaskLine::of(task, on)).collect();
        Ok(CaseSheet {
            name: facts.name(),
            kana: facts.kana(),
            age: age(facts.birth, on),
            org_id: stay.map(|s| s.org_id.clone()),
            hospital: stay.map(|s| s.hospital.clone()),
            ward: stay.and_then(|s| s.ward.clone()),
            room: stay.and_then(|s| s.room.clone()),
            stay_id: stay.map(|s| s.id.clone()),
            admitted_on: stay.map(|s| s.admitted_on),
            stay_months: stay.map(|s| months(s.admitted_on.first_day(), on)),
            admission_form: stay.and_then(|s| s.form.clone()),
            status: Status::of(&facts),
            support_months: months(facts.identified_on.first_day(), on),
            steps: steps(&reader.stage_history(id)?, facts.stage, on),
            exit: exit_board(reader, id)?,
            tasks,
            decisions: decisions(reader, id, on)?,
            timeline: contacts::timeline(reader, id, 0, FIRST)?,
            timeline_total: reader.timeline_total(id)?,
            draft: reader.draft(&contacts::draft_place(id))?,
            id: facts.id,
            client_id: facts.client_id,
            family_name: facts.family_name,
            given_name: facts.given_name,
            family_kana: facts.family_kana,
            given_kana: facts.given_kana,
            aliases: facts.aliases,
            code: facts.code,
            sex: facts.sex,
            birth_date: facts.birth,
            stage: facts.stage,
            wish: facts.wish,
            wish_on: facts.wish_on,
            wished_place: facts.wished_place,
            anxieties: facts.anxieties,
            identified_on: facts.identified_on,
        })
    }
}

/// All stages with the days on which the person came there last. Days after `on` are not shown yet.
fn steps(history: &[StageFact], current: Stage, on: NaiveDate) -> Vec<StageStep> {
    let walked: Vec<&StageFact> = history.iter().filter(|step| step.from_on.first_day() <= on).collect();
    Stage::ALL
        .iter()
        .map(|stage| {
            let at = walked.iter().rposition(|step| step.stage == *stage);
            StageStep {
                stage: *stage,
                from_on: at.map(|i| walked[i].from_on),
                to_on: at.and_then(|i| walked.get(i + 1)).map(|next| next.from_on),
                current: *stage == current,
            }
        })
        .collect()
}

fn exit_board(reader: &Reader, case: &Id) -> Result<Vec<ExitLine>, Failure> {
    let lines = reader.exit_board(case)?.into_iter().map(|line| {
        let (org_id, org) = line.org.unzip();
        ExitLine {
            key: line.key,
            wish: line.wish,
            idea: line.idea,
            org_id,
            org,
            certainty: line.certainty,
            updated_on: line.updated_on.map(PartialDate::first_day),
        }
    });
    Ok(lines.collect())
}

fn decisions(reader: &Reader, case: &Id, on: NaiveDate) -> Result<Vec<DecisionLine>, Failure> {
    let lines = reader.decisions_of(case)?.into_iter().map(|d| DecisionLine {
        id: d.id,
        service: d.service,
        from_on: d.from_on,
        to_on: d.ended_on.or(d.to_on),
        days_left: d.to_on.filter(|_| d.ended_on.is_none()).map(|to| days(on, to.first_day())),
    });
    Ok(lines.collect())
}

/// Full months from one day to another.
fn months(from: NaiveDate, to: NaiveDate) -> u32 {
    let months = (to.year() - from.year()) * 12 + to.month().cast_signed() - from.month().cast_signed();
    u32::try_from(months - i32::from(to.day() < from.day())).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_full_on_its_day() {
        let day = |iso: &str| iso.parse::<NaiveDate>().unwrap();
        for (from, to, full) in [
            ("1996-11-20", "2026-11-19", 359),
            ("1996-11-20", "2026-11-20", 360),
            ("2026-11-02", "2026-11-02", 0),
            ("2026-11-02", "2026-10-01", 0),
        ] {
            assert_eq!(months(day(from), day(to)), full, "{from} to {to}");
        }
    }
}
