//! Keeping what a programme is: its own fields, who holds it, what is to be prepared.

use crate::house::Command;
use crate::{Circumstances, Failure, Topic, settings};
use domain::calendar::PartialDate;
use domain::measure::Id;
use domain::vocabulary::{Attendance, OrganisationType, OrganiserRole, ProgrammeStatus, Side};
use serde::Deserialize;
use store::programmes::{Organiser, Preparation, ProgrammeFact};
use store::{Reader, Writer};

/// Longest text of a field, in characters.
const LONGEST: usize = 400;

/// What is usually prepared (words `programmes.usual.<key>`).
const USUAL: &[&str] = &[
    "hospital",
    "place",
    "sessions",
    "roles",
    "peers",
    "consent",
    "outing",
    "fees",
    "travel",
    "insurance",
    "closing",
];

/// Text without the white space around it. Error: `programme.too-long`.
pub(super) fn trimmed(text: &str, field: &str) -> Result<String, Failure> {
    let text = text.trim();
    if text.chars().count() > LONGEST {
        return Err(Failure::new("programme.too-long").at(field).with("n", LONGEST));
    }
    Ok(text.to_owned())
}

/// Keeps a programme's own fields: those of `programme_id`, or a new programme with the usual list of what to prepare.
///
/// Errors: `session.unknown-programme`, `session.no-programme`, `organisation.unknown`, `programme.order`,
/// `programme.default`, `programme.too-long`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct KeepProgramme {
    programme_id: Option<Id>,
    name: String,
    org_id: Option<Id>,
    aim: String,
    starts: Option<PartialDate>,
    ends: Option<PartialDate>,
    planned_sessions: Option<u32>,
    eligibility: String,
    cost: String,
    #[ts(type = "string")]
    status: ProgrammeStatus,
    #[ts(type = "string | null")]
    default_attendance: Option<Attendance>,
}

impl Command for KeepProgramme {
    type Answer = Id;
    const CHANGES: &'static [Topic] = &[Topic::Programmes, Topic::Plans];

    fn perform(self, _: &Circumstances, writer: &mut Writer) -> Result<Id, Failure> {
        if let Some(id) = &self.programme_id {
            super::known(writer, id)?;
        }
        if let Some(org) = &self.org_id {
            crate::organisations::known(writer, org)?;
        }
        let name = trimmed(&self.name, "name")?;
        if name.is_empty() {
            return Err(Failure::new("session.no-programme").at("name"));
        }
        if self.starts.zip(self.ends).is_some_and(|(from, to)| to.first_day() < from.first_day()) {
            return Err(Failure::new("programme.order").at("ends"));
        }
        if !matches!(self.default_attendance, None | Some(Attendance::Present | Attendance::Absent)) {
            return Err(Failure::new("programme.default").at("default_attendance"));
        }
        let fact = ProgrammeFact {
            name,
            org_id: self.org_id,
            aim: trimmed(&self.aim, "aim")?,
            starts: self.starts,
            ends: self.ends,
            planned_sessions: self.planned_sessions,
            eligibility: trimmed(&self.eligibility, "eligibility")?,
            cost: trimmed(&self.cost, "cost")?,
            status: self.status.code().to_owned(),
            default_attendance: self.default_attendance,
        };
        let id = writer.keep_programme(self.programme_id.as_ref(), &fact)?;
        if self.programme_id.is_none() {
            add_usual(writer, &id)?;
        }
        Ok(id)
    }
}

/// Adds to the preparation of a programme what is usual and does not stand there yet. Error: `session.unknown-programme`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct AddUsualPreparations {
    programme_id: Id,
}

impl Command for AddUsualPreparations {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Programmes];

    fn perform(self, _: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        super::known(writer, &self.programme_id)?;
        add_usual(writer, &self.programme_id)
    }
}

fn add_usual(writer: &mut Writer, programme: &Id) -> Result<(), Failure> {
    let language = settings::language(writer);
    let known = writer.preparations(programme)?;
    for key in USUAL {
        let item = words::say(language, &format!("programmes.usual.{key}"));
        if known.iter().all(|(_, one)| one.item != item) {
            writer.keep_preparation(programme, None, &Preparation { item, done_on: None })?;
        }
    }
    Ok(())
}

/// Keeps an item of the preparation: the row of `preparation_id`, or a new one.
///
/// Errors: `session.unknown-programme`, `programme.unknown-row`, `programme.no-item`, `programme.future`, `programme.too-long`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct KeepPreparation {
    programme_id: Id,
    preparation_id: Option<Id>,
    item: String,
    done_on: Option<PartialDate>,
}

impl Command for KeepPreparation {
    type Answer = Id;
    const CHANGES: &'static [Topic] = &[Topic::Programmes];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<Id, Failure> {
        preparation(writer, &self.programme_id, self.preparation_id.as_ref())?;
        let item = trimmed(&self.item, "item")?;
        if item.is_empty() {
            return Err(Failure::new("programme.no-item").at("item"));
        }
        if self.done_on.is_some_and(|on| on.first_day() > around.today()) {
            return Err(Failure::new("programme.future").at("done_on"));
        }
        let kept = Preparation { item, done_on: self.done_on };
        Ok(writer.keep_preparation(&self.programme_id, self.preparation_id.as_ref(), &kept)?)
    }
}

/// Takes an item of the preparation out. Errors: `session.unknown-programme`, `programme.unknown-row`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct RemovePreparation {
    programme_id: Id,
    preparation_id: Id,
}

impl Command for RemovePreparation {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Programmes];

    fn perform(self, _: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        preparation(writer, &self.programme_id, Some(&self.preparation_id))?;
        Ok(writer.remove_preparation(&self.preparation_id)?)
    }
}

fn preparation(reader: &Reader, programme: &Id, id: Option<&Id>) -> Result<(), Failure> {
    super::known(reader, programme)?;
    let rows = reader.preparations(programme)?;
    row(id, rows.iter().map(|(id, _)| id))
}

/// Refuses a row that is not among those of the programme. Error: `programme.unknown-row`.
fn row<'a>(id: Option<&Id>, mut rows: impl Iterator<Item = &'a Id>) -> Result<(), Failure> {
    if id.is_none_or(|id| rows.any(|known| known == id)) {
        Ok(())
    } else {
        Err(Failure::new("programme.unknown-row"))
    }
}

/// Keeps who holds a programme: the row of `organiser_id`, or a new one; an unknown name is added to the directory.
///
/// Errors: `session.unknown-programme`, `programme.unknown-row`, `programme.no-organiser`, `organisation.unknown`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct KeepOrganiser {
    programme_id: Id,
    organiser_id: Option<Id>,
    org_id: Option<Id>,
    org_name: String,
    #[ts(type = "string | null")]
    side: Option<Side>,
    #[ts(type = "string")]
    role: OrganiserRole,
}

impl Command for KeepOrganiser {
    type Answer = Id;
    const CHANGES: &'static [Topic] = &[Topic::Programmes, Topic::Organisations];

    fn perform(self, _: &Circumstances, writer: &mut Writer) -> Result<Id, Failure> {
        super::known(writer, &self.programme_id)?;
        let rows = writer.organisers(&self.programme_id)?;
        row(self.organiser_id.as_ref(), rows.iter().map(|(id, _)| id))?;
        let (missing, kind) = ("programme.no-organiser", OrganisationType::Other);
        let org = crate::organisations::place(writer, self.org_id, &self.org_name, kind, missing)?;
        let organiser = Organiser {
            org_id: Some(org),
            side: self.side.map(|side| side.code().to_owned()).unwrap_or_default(),
            role: self.role.code().to_owned(),
            ..Organiser::default()
        };
        Ok(writer.keep_organiser(&self.programme_id, self.organiser_id.as_ref(), &organiser)?)
    }
}

/// Takes somebody out who holds a programme. Errors: `session.unknown-programme`, `programme.unknown-row`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct RemoveOrganiser {
    programme_id: Id,
    organiser_id: Id,
}

impl Command for RemoveOrganiser {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Programmes];

    fn perform(self, _: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        super::known(writer, &self.programme_id)?;
        let rows = writer.organisers(&self.programme_id)?;
        row(Some(&self.organiser_id), rows.iter().map(|(id, _)| id))?;
        Ok(writer.remove_organiser(&self.organiser_id)?)
    }
}
