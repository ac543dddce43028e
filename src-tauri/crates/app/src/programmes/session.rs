//! One session: its people, its reflection.

use crate::house::Query;
use crate::plans::{PlanItem, find};
use crate::{Circumstances, Failure, Topic};
use domain::measure::Id;
use domain::vocabulary::{Attendance, PlanKind};
use serde::{Deserialize, Serialize};
use store::Reader;
use store::plans::Plan;

/// Asks for the page of a session. Errors: `plan.unknown`, `plan.no-session`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct SessionPage {
    plan_id: Id,
}

/// A session with everything that is recorded of it.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
#[ts(rename = "SessionPage")]
pub struct SessionSheet {
    /// The plan.
    pub plan: PlanItem,
    /// Name of the programme.
    pub programme: String,
    /// The programme.
    pub programme_id: Option<Id>,
    /// Theme.
    pub theme: String,
    /// 内容.
    pub contents: String,
    /// 資料.
    pub materials: String,
    /// Staff by organisation.
    pub staff: Vec<StaffLine>,
    /// What the list begins with while nothing is recorded, a code.
    #[ts(type = "string | null")]
    pub default_attendance: Option<Attendance>,
    /// Inside or outside the hospital, a code.
    pub place: String,
    /// Names of peer supporters, separated by `;`.
    pub peer_supporters: String,
    /// よかった点.
    pub good: String,
    /// 気になった点.
    pub concern: String,
    /// 参加者の言葉.
    pub words: String,
    /// 次回に向けて.
    pub next: String,
    /// Staff of the hospital side.
    pub staff_medical: Option<u32>,
    /// Staff of the support side.
    pub staff_support: Option<u32>,
    /// Staff of the municipality.
    pub staff_municipal: Option<u32>,
    /// Observers.
    pub observers: Option<u32>,
    /// Moment at which it was first recorded here.
    pub written_at: Option<String>,
    /// Everybody on the roster of that day, and whoever came.
    pub attendance: Vec<Attendee>,
}

/// Somebody on the list of a session.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct Attendee {
    /// Place on the roster, opaque.
    pub participant_id: Id,
    /// The case, if she is one.
    pub case_id: Option<Id>,
    /// Name, or the label of somebody unregistered.
    pub name: String,
    /// Attendance, a code.
    #[ts(type = "string | null")]
    pub attendance: Option<Attendance>,
    /// A line about the person in this session.
    pub remark: String,
    /// Corrections of the attendance, oldest first.
    pub changes: Vec<Change>,
}

/// A correction of an attendance.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
#[ts(rename = "AttendanceChange")]
pub struct Change {
    /// What stood there before, a code.
    #[ts(type = "string | null")]
    pub was: Option<Attendance>,
    /// Moment of the change.
    pub at: String,
}

/// Somebody of the staff in a session.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct StaffLine {
    /// Name of the person, empty where only the organisation is known.
    pub person: String,
    /// Organisation.
    pub org_id: Option<Id>,
    /// Its name.
    pub org: String,
    /// What was done there: 進行, 記録, 講話.
    pub role: String,
}

impl Query for SessionPage {
    type Answer = SessionSheet;
    const TOPICS: &'static [Topic] = &[Topic::Plans, Topic::Programmes, Topic::Cases, Topic::Organisations];

    fn answer(self, _: &Circumstances, reader: &Reader) -> Result<SessionSheet, Failure> {
        let plan = find_session(reader, &self.plan_id)?;
        let session = reader.session(&plan.id)?;
        let attendance = reader.session_people(&plan.id)?.into_iter().map(|p| Attendee {
            participant_id: p.id,
            case_id: p.case_id,
            name: p.name,
            attendance: p.attendance,
            remark: p.remark,
            changes: p.changes.into_iter().map(|(was, at)| Change { was, at }).collect(),
        });
        let staff = reader.session_staff(&plan.id)?.into_iter().map(|s| StaffLine {
            person: s.person,
            org_id: s.org_id,
            org: s.org,
            role: s.role,
        });
        let default_attendance = match &plan.programme_id {
            Some(programme) => reader.programme(programme)?.default_attendance,
            None => None,
        };
        Ok(SessionSheet {
            programme: plan.title.clone(),
            attendance: attendance.collect(),
            programme_id: plan.programme_id.clone(),
            plan: plan.into(),
            theme: session.theme,
            contents: session.contents,
            materials: session.materials,
            staff: staff.collect(),
            default_attendance,
            place: session.place,
            peer_supporters: session.peer_supporters,
            good: session.good,
            concern: session.concern,
            words: session.words,
            next: session.next,
            staff_medical: session.staff_medical,
            staff_support: session.staff_support,
            staff_municipal: session.staff_municipal,
            observers: session.observers,
            written_at: session.written_at,
        })
    }
}

/// A plan that is a session. Errors: `plan.unknown`, `plan.no-session`.
pub(super) fn find_session(reader: &Reader, id: &Id) -> Result<Plan, Failure> {
    let plan = find(reader, id)?;
    if plan.kind == PlanKind::Session { Ok(plan) } else { Err(Failure::new("plan.no-session").at("plan_id")) }
}
