//! Recording a session: who came, what was good, what comes next.

use super::session::find_session;
use crate::contacts::{self, NextStep};
use crate::house::Command;
use crate::plans::find;
use crate::{Circumstances, Failure, Topic};
use domain::measure::Id;
use domain::vocabulary::{Attendance, OrganisationType, Place, PlanResult};
use serde::Deserialize;
use store::Writer;
use store::programmes::{Session, Staff};

/// The attendance of one person on the list; an empty code takes it away.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// Place on the roster, as the session's page gives it.
    participant_id: Id,
    /// Attendance, a code.
    attendance: String,
    /// A line about the person; without one what stands there stays.
    #[serde(default)]
    #[ts(optional = nullable)]
    remark: Option<String>,
}

/// What a session was, beyond who came.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[ts(rename = "SessionDetails")]
#[serde(deny_unknown_fields)]
pub struct Details {
    theme: String,
    contents: String,
    materials: String,
    #[ts(type = "string | null")]
    place: Option<Place>,
    observers: Option<u32>,
    staff: Vec<StaffMember>,
}

/// Somebody of the staff: an organisation, a person of it, or both. Unknown names are added to the directory.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct StaffMember {
    person: String,
    org_id: Option<Id>,
    org_name: String,
    role: String,
}

impl Details {
    /// Puts what is told into a session and gives its staff. Error: `organisation.unknown`.
    fn put(self, writer: &mut Writer, session: &mut Session) -> Result<Vec<Staff>, Failure> {
        session.theme = self.theme.trim().to_owned();
        session.contents = self.contents;
        session.materials = self.materials.trim().to_owned();
        session.place = self.place.map(|place| place.code().to_owned()).unwrap_or_default();
        session.observers = self.observers;
        let mut staff = Vec::new();
        for one in self.staff {
            let person = one.person.trim().to_owned();
            let named = one.org_id.is_some() || !one.org_name.trim().is_empty();
            let org_id = if named {
                let kind = OrganisationType::Other;
                Some(crate::organisations::place(
                    writer,
                    one.org_id,
                    &one.org_name,
                    kind,
                    "organisation.unknown",
                )?)
            } else {
                None
            };
            if named || !person.is_empty() {
                staff.push(Staff { person, org_id, role: one.role.trim().to_owned(), ..Staff::default() });
            }
        }
        Ok(staff)
    }
}

/// Records a session. Whoever is added came, and is on the roster from that day; attendance before a case was opened
/// is kept like any other. With nobody of the roster left the session is done. Names behind 「@」 and 「#」 in its texts become
/// links, and the steps that were read from their lines and confirmed become tasks.
///
/// Errors: `plan.unknown`, `plan.no-session`, `plan.in-the-future`, `plan.cancelled`, `plan.unknown-person`,
/// `session.unknown-attendance`, `session.unknown-participant`, `organisation.unknown`.
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
    /// Theme, contents, place and staff; without them what stands there stays.
    #[serde(default)]
    #[ts(optional = nullable)]
    details: Option<Details>,
}

impl Command for RecordSession {
    type Answer = ();
    const CHANGES: &'static [Topic] =
        &[Topic::Plans, Topic::Programmes, Topic::Contacts, Topic::Cases, Topic::Tasks, Topic::Organisations];

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
            if let Some(remark) = &mark.remark {
                writer.set_remark(&plan.id, person.case_id.as_ref(), label, remark.trim())?;
            }
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
        let mut session = Session {
            good: self.good,
            concern: self.concern,
            words: self.words,
            next: self.next,
            peer_supporters: names(&self.peer_supporters),
            staff_medical: self.staff_medical,
            staff_support: self.staff_support,
            staff_municipal: self.staff_municipal,
            ..writer.session(&plan.id)?
        };
        if let Some(details) = self.details {
            let staff = details.put(writer, &mut session)?;
            writer.keep_staff(&plan.id, &staff)?;
        }
        contacts::link_texts(
            writer,
            &[&session.contents, &session.good, &session.concern, &session.words, &session.next],
        )?;
        contacts::add_steps(writer, &self.more_steps)?;
        writer.keep_session(&plan.id, &session)?;
        let after = find(writer, &plan.id)?;
        if after.left == 0 { Ok(writer.settle_plan(&after, PlanResult::Done, "")?) } else { Ok(()) }
    }
}

/// Names of a list as the store keeps it, whichever mark was typed between them, each once.
fn names(typed: &str) -> String {
    let mut names: Vec<&str> = Vec::new();
    for name in typed.split([';', '；', '、', '，']).map(str::trim).filter(|name| !name.is_empty()) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(";")
}
