//! One ward visit: who is to be seen, what was said last, and what is written so far.

use super::{PlanItem, find};
use crate::cases::{self, CaseLine};
use crate::contacts::{MentionView, mentions_in};
use crate::house::Query;
use crate::{Circumstances, Failure, Topic};
use chrono::NaiveDate;
use domain::calendar::PartialDate;
use domain::measure::Id;
use domain::vocabulary::{Outcome, PlanKind, Stage};
use serde::{Deserialize, Serialize};
use store::Reader;
use store::cases::Whose;
use store::plans::VisitContact;

/// How much of the last note is shown, in characters.
const GLIMPSE: usize = 80;

/// Asks for the page of a visit. Errors: `plan.unknown`, `plan.no-visit`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct VisitPage {
    plan_id: Id,
}

impl VisitPage {
    /// The page of this visit.
    pub(crate) fn of(plan_id: Id) -> Self {
        Self { plan_id }
    }
}

/// One person of a ward visit with what is needed to speak and write.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct VisitPerson {
    /// The case.
    pub case_id: Id,
    /// Name.
    pub name: String,
    /// Reading.
    pub kana: String,
    /// Ward.
    pub ward: Option<String>,
    /// Room.
    pub room: Option<String>,
    /// Stage.
    pub stage: Stage,
    /// True when the visit was to see her.
    pub planned: bool,
    /// Outcome of the attempt.
    pub outcome: Option<Outcome>,
    /// Day of the last contact record before this visit.
    #[ts(type = "string | null")]
    pub last_on: Option<NaiveDate>,
    /// Beginning of its text.
    pub last_text: Option<String>,
    /// The open next step that is due first.
    pub open_step: Option<String>,
    /// The note of this visit.
    pub contact: Option<VisitNote>,
    /// Text being typed for her in this visit.
    pub draft: Option<String>,
}

/// The note of a person in a visit.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct VisitNote {
    /// The contact record.
    pub id: Id,
    /// Text.
    pub text: String,
    /// Minutes.
    pub minutes: Option<u32>,
    /// Method, a code.
    pub method: String,
    /// Counterparts, codes.
    pub counterparts: Vec<String>,
    /// Next step that was noted with it.
    pub next_step: Option<String>,
    /// Links in the text.
    pub mentions: Vec<MentionView>,
}

/// A visit with its people.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
#[ts(rename = "VisitPage")]
pub struct VisitSheet {
    /// The plan.
    pub plan: PlanItem,
    /// Purposes, codes.
    pub purposes: Vec<String>,
    /// Everybody planned, added or written about.
    pub persons: Vec<VisitPerson>,
    /// Everybody else of the open cases who stays in that hospital, in that ward if the visit names one.
    pub others: Vec<CaseLine>,
    /// Note about the ward, as a pack brought it in.
    pub ward_note: Option<String>,
    /// 病棟（職員と）.
    pub ward: VisitWard,
}

/// What was talked about with the staff of a ward: notes about nobody's case.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct VisitWard {
    /// The notes of this visit.
    pub notes: Vec<VisitNote>,
    /// Day of the last such note before this visit.
    #[ts(type = "string | null")]
    pub last_on: Option<NaiveDate>,
    /// Beginning of its text.
    pub last_text: Option<String>,
}

impl Query for VisitPage {
    type Answer = VisitSheet;
    const TOPICS: &'static [Topic] = &[Topic::Plans, Topic::Contacts, Topic::Cases, Topic::Tasks];

    fn answer(self, around: &Circumstances, reader: &Reader) -> Result<VisitSheet, Failure> {
        let plan = find(reader, &self.plan_id)?;
        if plan.kind != PlanKind::Visit {
            return Err(Failure::new("plan.no-visit").at("plan_id"));
        }
        let (purposes, ward_note) = reader.visit_frame(&plan.id)?;
        let people = reader.visit_people(&plan.id, around.today())?;
        let of_visit: Vec<Id> = people.iter().map(|person| person.case_id.clone()).collect();
        let mut seen = cases::lines(reader, around.today(), Whose::These(&of_visit))?;
        let mut lines = cases::lines(reader, around.today(), Whose::Open)?;
        let mut persons = Vec::new();
        for person in people {
            let Some(at) = seen.iter().position(|line| line.id == person.case_id) else { continue };
            let line = seen.remove(at);
            let draft = reader.draft(&draft_place(&plan.id, &person.case_id))?;
            persons.push(sheet_line(reader, person, line, draft)?);
        }
        lines.retain(|line| {
            !of_visit.contains(&line.id)
                && line.org_id.is_some()
                && line.org_id == plan.org_id
                && (plan.ward.is_none() || line.ward == plan.ward)
        });
        let purposes = purposes.iter().map(|p| p.code().to_owned()).collect();
        let ward = ward(reader, &plan.id)?;
        Ok(VisitSheet { plan: plan.into(), purposes, persons, others: lines, ward_note, ward })
    }
}

fn ward(reader: &Reader, visit: &Id) -> Result<VisitWard, Failure> {
    let notes = reader.ward_notes(visit)?.into_iter().map(|note| with_links(reader, note));
    let (last_on, last_text) = last(reader.last_ward_note(visit)?);
    Ok(VisitWard { notes: notes.collect::<Result<_, _>>()?, last_on, last_text })
}

/// Day and beginning of a note.
fn last(note: Option<(PartialDate, String)>) -> (Option<NaiveDate>, Option<String>) {
    match note {
        Some((on, text)) => (Some(on.first_day()), (!text.is_empty()).then(|| glimpse(&text))),
        None => (None, None),
    }
}

fn with_links(reader: &Reader, note: VisitContact) -> Result<VisitNote, Failure> {
    Ok(VisitNote {
        mentions: mentions_in(reader, &note.id)?,
        id: note.id,
        text: note.text,
        minutes: note.minutes,
        method: note.method,
        counterparts: note.counterparts,
        next_step: note.next_step,
    })
}

/// Where the text being typed for a person in a visit is kept.
pub fn draft_place(visit: &Id, case: &Id) -> String {
    format!("visit/{visit}/{case}")
}

fn sheet_line(
    reader: &Reader,
    person: store::plans::VisitPerson,
    line: CaseLine,
    draft: Option<String>,
) -> Result<VisitPerson, Failure> {
    let (last_on, last_text) = last(person.last);
    let contact = person.contact.map(|note| with_links(reader, note)).transpose()?;
    Ok(VisitPerson {
        case_id: line.id,
        name: line.name,
        kana: line.kana,
        ward: line.ward,
        room: line.room,
        stage: line.stage,
        planned: person.planned,
        outcome: person.outcome,
        last_on,
        last_text,
        open_step: person.open_step,
        contact,
        draft,
    })
}

/// The beginning of a text, with a sign when more follows.
fn glimpse(text: &str) -> String {
    let mut begin: String = text.chars().take(GLIMPSE).collect();
    if begin.len() < text.len() {
        begin.push('…');
    }
    begin
}
