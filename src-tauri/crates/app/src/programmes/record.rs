//! Recording a session: who came, what was good, what comes next.

use super::session::find_session;
use crate::contacts::{self, NextStep};
use crate::house::Command;
use crate::plans::find;
use crate::{Circumstances, Failure, Topic};
use domain::measure::Id;
use domain::vocabulary::{Attendance, PlanResult};
use serde::Deserialize;
use store::Writer;
use store::programmes::Session;

/// The attendance of one person on the list; an empty code takes it away.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// Place on the roster, as the session's page gives it.
    participant_id: Id,
    /// Attendance, a code.
    attendance: String,
}

/// Records a session. Whoever is added came, and is on the roster from that day; attendance before a case was opened
/// is kept like any other. With nobody of the roster left the session is done. Names behind 「@」 and 「#」 in its texts become
/// links, and the steps that were read from their lines and confirmed become tasks.
///
/// Errors: `plan.unknown`, `plan.no-session`, `plan.in-the-future`, `plan.cancelled`, `plan.unknown-person`,
/// `session.unknown-attendance`, `session.unknown-participant`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct RecordSession {
    plan_id: Id,
    attendance: Vec<Mark>,
    add_case_ids: Vec<Id>,
    add_labels: Vec<String>,
    good: String,
    concern: String,
    words: String,
    next: String,
    peer_supporters: String,
    staff_medical: Option<u32>,
    staff_support: Option<u32>,
    staff_municipal: Option<u32>,
    #[serde(default)]
    #[ts(as = "Option<Vec<NextStep>>", optional)]
    more_steps: Vec<NextStep>,
}

impl Command for RecordSession {
    type Answer = ();
    const CHANGES: &'static [Topic] =
        &[Topic::Plans, Topic::Programmes, Topic::Contacts, Topic::Cases, Topic::Tasks];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        let plan = find_session(writer, &self.plan_id)?;
        if plan.on > around.today() {
            return Err(Failure::new("plan.in-the-future").at("plan_id"));
        }
        if plan.result == PlanResult::Cancelled {
            return Err(Failure::new("plan.cancelled").at("plan_id"));
        }
        let Some(programme) = plan.programme_id.clone() else {
            return Err(Failure::new("plan.no-session").at("plan_id"));
        };
        let listed = writer.session_people(&plan.id)?;
        for mark in &self.attendance {
            let attendance = match mark.attendance.as_str() {
                "" => None,
                code => Some(
                    Attendance::from_code(code)
                        .ok_or_else(|| Failure::new("session.unknown-attendance").at("attendance"))?,
                ),
            };
            let person = listed
                .iter()
                .find(|p| p.id == mark.participant_id)
                .ok_or_else(|| Failure::new("session.unknown-participant").at("attendance"))?;
            let label = if person.case_id.is_none() { person.name.as_str() } else { "" };
            writer.join_programme(&programme, person.case_id.as_ref(), label, plan.on)?;
            writer.set_attendance(&plan.id, person.case_id.as_ref(), label, attendance)?;
        }
        let came = Some(Attendance::Present);
        for case in &self.add_case_ids {
            crate::plans::known_person(writer, case, "add_case_ids")?;
            writer.join_programme(&programme, Some(case), "", plan.on)?;
            writer.set_attendance(&plan.id, Some(case), "", came)?;
        }
        for label in self.add_labels.iter().map(|l| l.trim()).filter(|l| !l.is_empty()) {
            writer.join_programme(&programme, None, label, plan.on)?;
            writer.set_attendance(&plan.id, None, label, came)?;
        }
        contacts::link_texts(writer, &[&self.good, &self.concern, &self.words, &self.next])?;
        contacts::add_steps(writer, &self.more_steps)?;
        writer.keep_session(
            &plan.id,
            &Session {
                good: self.good,
                concern: self.concern,
                words: self.words,
                next: self.next,
                peer_supporters: self.peer_supporters,
                staff_medical: self.staff_medical,
                staff_support: self.staff_support,
                staff_municipal: self.staff_municipal,
                ..Session::default()
            },
        )?;
        let after = find(writer, &plan.id)?;
        if after.left == 0 { Ok(writer.settle_plan(&after, PlanResult::Done, "")?) } else { Ok(()) }
    }
}
