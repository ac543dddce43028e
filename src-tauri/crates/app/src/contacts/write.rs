//! Writing a note, about one person, several people of one visit, or nobody's case.

use super::attachments::{self, StagedFile};
use super::{Checked, checked, mentions};
use crate::house::Command;
use crate::{Circumstances, Failure, Topic};
use chrono::NaiveDate;
use domain::measure::Id;
use domain::vocabulary::{Method, Outcome, PlanKind, PlanResult, RecordSource};
use serde::Deserialize;
use store::Writer;
use store::cases::CaseFacts;
use store::contacts::NewContact;
use store::plans::Plan;
use store::tasks::NewTask;

/// 次の一手 that comes of a note.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct NextStep {
    text: String,
    #[ts(type = "string | null")]
    due_on: Option<NaiveDate>,
    /// Who does it; the user, unless said.
    #[serde(default)]
    #[ts(as = "Option<String>", optional)]
    owner: String,
}

/// Keeps steps that came of a text about nobody's case.
pub(crate) fn add_steps(writer: &mut Writer, steps: &[NextStep]) -> Result<(), Failure> {
    for step in steps.iter().filter(|step| !step.text.trim().is_empty()) {
        let text = step.text.trim().to_owned();
        let owner = step.owner.trim().to_owned();
        writer.add_task(&NewTask { case_id: None, contact_id: None, text, due_on: step.due_on, owner })?;
    }
    Ok(())
}

/// Writes a note: one record for each case, or one without a case. It keeps the day of the contact, however late it is
/// written. With a plan it is the record of that visit or session and sets the outcome of a visit (会えた unless said
/// otherwise); without one, notes about several people share a visit of their own. Gives the records' identities in
/// the order of the cases.
///
/// Errors: `contact.empty`, `contact.future`, `contact.minutes`, `contact.method`, `contact.counterpart`,
/// `case.unknown`, `plan.unknown`, `attachment.too-many`, `attachment.gone`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct WriteContact {
    case_ids: Vec<Id>,
    plan_id: Option<Id>,
    #[ts(type = "string")]
    on: NaiveDate,
    minutes: Option<u32>,
    method: String,
    counterparts: Vec<String>,
    text: String,
    next_step: Option<NextStep>,
    outcome: Option<Outcome>,
    draft_place: Option<String>,
    /// Further steps, such as those read from lines of the text and confirmed.
    #[serde(default)]
    #[ts(as = "Option<Vec<NextStep>>", optional)]
    more_steps: Vec<NextStep>,
    /// Photos and papers that were put into the vault before.
    #[serde(default)]
    #[ts(as = "Option<Vec<StagedFile>>", optional)]
    files: Vec<StagedFile>,
}

impl Command for WriteContact {
    type Answer = Vec<Id>;
    const CHANGES: &'static [Topic] = &[Topic::Contacts, Topic::Cases, Topic::Plans, Topic::Tasks];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<Vec<Id>, Failure> {
        let today = around.today();
        let note = checked(&self.text, self.on, today, self.minutes, &self.method, &self.counterparts)?;
        let plan = self.plan_id.as_ref().map(|id| crate::plans::find(writer, id)).transpose()?;
        let cases = self.cases(writer)?;
        let shared = self.share(writer, plan.as_ref(), &cases)?;
        let source = if self.on == today { RecordSource::OnTheSpot } else { RecordSource::Later };
        let mut written = Vec::new();
        if cases.is_empty() {
            written.push(writer.add_contact(&self.record(&note, None, &shared, source))?);
        }
        for case in &cases {
            let record = self.record(&note, Some(case), &shared, source);
            written.push(writer.add_contact(&record)?);
            if let (Some(visit), Some(outcome)) = (&record.visit_id, record.outcome) {
                writer.set_outcome(visit, &case.id, Some(outcome))?;
            }
        }
        for contact in &written {
            mentions::link(writer, contact, &note.text)?;
            attachments::add(writer, contact, &self.files)?;
        }
        self.add_next_steps(writer, &cases, &written)?;
        if let Some(place) = &self.draft_place {
            writer.drop_draft(place)?;
        }
        Ok(written)
    }
}

/// What the records of one act share.
struct Shared {
    visit_id: Option<Id>,
    session_id: Option<Id>,
    org_id: Option<Id>,
    outcome: Option<Outcome>,
}

impl WriteContact {
    /// The cases as they stood on the day of the contact, each once.
    fn cases(&self, writer: &Writer) -> Result<Vec<CaseFacts>, Failure> {
        let mut cases: Vec<CaseFacts> = Vec::new();
        for id in &self.case_ids {
            if !writer.is_case(id)? {
                return Err(Failure::new("case.unknown").at("case_ids"));
            }
            if cases.iter().all(|known| known.id != *id) {
                cases.push(writer.case_on(id, self.on)?);
            }
        }
        Ok(cases)
    }

    fn share(
        &self,
        writer: &mut Writer,
        plan: Option<&Plan>,
        cases: &[CaseFacts],
    ) -> Result<Shared, Failure> {
        let mut shared = Shared { visit_id: None, session_id: None, org_id: None, outcome: None };
        match plan {
            Some(plan) => {
                shared.org_id = plan.org_id.clone();
                match plan.kind {
                    PlanKind::Visit => {
                        shared.visit_id = Some(plan.id.clone());
                        shared.outcome = Some(self.outcome.unwrap_or(Outcome::Met));
                    }
                    PlanKind::Session => shared.session_id = Some(plan.id.clone()),
                    _ if plan.result == PlanResult::Planned => {
                        writer.settle_plan(plan, PlanResult::Done, "")?
                    }
                    _ => {}
                }
            }
            None if cases.len() > 1 => {
                let mut hospitals = cases.iter().map(|c| c.stay_on(self.on).map(|s| s.org_id.clone()));
                let first = hospitals.next().flatten();
                let common = first.filter(|hospital| hospitals.all(|other| other.as_ref() == Some(hospital)));
                shared.visit_id = Some(writer.add_unplanned_visit(self.on, common.as_ref())?);
            }
            None => {}
        }
        Ok(shared)
    }

    fn record(
        &self,
        note: &Checked,
        case: Option<&CaseFacts>,
        shared: &Shared,
        source: RecordSource,
    ) -> NewContact {
        let inside = note.method == Some(Method::InterviewHospital);
        let hospital =
            || case.filter(|_| inside).and_then(|c| c.stay_on(self.on)).map(|stay| stay.org_id.clone());
        NewContact {
            case_id: case.map(|c| c.id.clone()),
            on: self.on,
            minutes: note.minutes,
            estimated: note.estimated,
            method: note.method,
            counterparts: note.counterparts.clone(),
            text: note.text.clone(),
            org_id: shared.org_id.clone().or_else(hospital),
            visit_id: shared.visit_id.clone(),
            session_id: shared.session_id.clone(),
            outcome: shared.outcome.filter(|_| case.is_some()),
            stage: case.map(|c| c.stage),
            source,
        }
    }

    fn add_next_steps(
        &self,
        writer: &mut Writer,
        cases: &[CaseFacts],
        written: &[Id],
    ) -> Result<(), Failure> {
        let steps = self.next_step.iter().chain(&self.more_steps);
        for step in steps.filter(|step| !step.text.trim().is_empty()) {
            for (i, contact) in written.iter().enumerate() {
                writer.add_task(&NewTask {
                    case_id: cases.get(i).map(|c| c.id.clone()),
                    contact_id: Some(contact.clone()),
                    text: step.text.trim().to_owned(),
                    due_on: step.due_on,
                    owner: step.owner.trim().to_owned(),
                })?;
            }
        }
        Ok(())
    }
}
