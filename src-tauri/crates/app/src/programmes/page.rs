//! The programme's own page: what it is, who holds it, what is prepared, and everybody's attendance of every session.

use crate::house::Query;
use crate::{Circumstances, Failure, Topic, settings};
use chrono::NaiveDate;
use domain::alerts::{Threshold, absence};
use domain::calendar::PartialDate;
use domain::measure::Id;
use domain::vocabulary::Attendance;
use serde::{Deserialize, Serialize};
use store::Reader;
use store::programmes::{Mark, RosterPlace};

/// Themes of the curriculum (words `programmes.curriculum.<key>`), in the order in which they are usually held.
const CURRICULUM: &[&str] = &[
    "opening",
    "stories",
    "housing",
    "outing",
    "medicine",
    "trouble",
    "household",
    "money",
    "day",
    "papers",
    "people",
    "crisis",
    "closing",
];

/// Asks for the page of a programme. Error: `session.unknown-programme`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct ProgrammePage {
    programme_id: Id,
}

/// A programme with everything that belongs to it.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
#[ts(rename = "ProgrammePage")]
pub struct ProgrammeSheet {
    /// Identity.
    pub id: Id,
    /// Name.
    pub name: String,
    /// Hospital.
    pub org_id: Option<Id>,
    /// Name of the hospital.
    pub org: String,
    /// ねらい.
    pub aim: String,
    /// First day.
    pub starts: Option<PartialDate>,
    /// Last day.
    pub ends: Option<PartialDate>,
    /// Sessions that are meant to be held.
    pub planned_sessions: Option<u32>,
    /// 対象.
    pub eligibility: String,
    /// 費用.
    pub cost: String,
    /// Status, a code.
    pub status: String,
    /// What the list of a session begins with, a code.
    #[ts(type = "string | null")]
    pub default_attendance: Option<Attendance>,
    /// Who holds it.
    pub organisers: Vec<OrganiserLine>,
    /// What is to be prepared.
    pub preparations: Vec<PreparationLine>,
    /// Everybody who is or was on the roster, or came.
    pub roster: Vec<RosterLine>,
    /// Its sessions by their day.
    pub sessions: Vec<SessionLine>,
    /// Themes of the curriculum.
    pub themes: Vec<String>,
    /// Absences in a row from which somebody is named.
    pub absences: u32,
}

/// Who holds a programme.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct OrganiserLine {
    /// Identity.
    pub id: Id,
    /// Organisation.
    pub org_id: Option<Id>,
    /// Its name.
    pub org: String,
    /// Side, a code or as a foreign file wrote it.
    pub side: String,
    /// 主催・共催・協力, a code.
    pub role: String,
}

/// One thing to prepare.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct PreparationLine {
    /// Identity.
    pub id: Id,
    /// What.
    pub item: String,
    /// Done on.
    pub done_on: Option<PartialDate>,
}

/// Somebody on the roster.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct RosterLine {
    /// Place on the roster, opaque.
    pub participant_id: Id,
    /// The case, if she is one.
    pub case_id: Option<Id>,
    /// Name, or the label of somebody unregistered.
    pub name: String,
    /// First day; of somebody who only came, the day of her first session.
    pub joined_on: Option<PartialDate>,
    /// Last day.
    pub left_on: Option<PartialDate>,
    /// Why she left.
    pub reason: String,
    /// Sessions at which she was.
    pub attended: u32,
    /// Sessions at which she could have been.
    pub of: u32,
    /// Absences in a row up to now.
    pub absences: u32,
    /// Day of the last session at which she was.
    #[ts(type = "string | null")]
    pub last_on: Option<NaiveDate>,
    /// Her attendance of each session, codes.
    #[ts(type = "(string | null)[]")]
    pub attendance: Vec<Option<Attendance>>,
}

/// One session of a programme.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct SessionLine {
    /// The plan.
    pub id: Id,
    /// Number.
    pub no: u32,
    /// Day.
    #[ts(type = "string")]
    pub on: NaiveDate,
    /// Begin.
    pub start: Option<String>,
    /// End.
    pub end: Option<String>,
    /// Theme.
    pub theme: String,
    /// Inside or outside the hospital, a code.
    pub place: String,
    /// Names of peer supporters.
    pub peers: Vec<String>,
    /// Staff of all sides.
    pub staff: Option<u32>,
    /// Observers.
    pub observers: Option<u32>,
    /// Result, a code.
    pub result: String,
    /// Why it was cancelled.
    pub reason: String,
    /// Participants who were there.
    pub attended: u32,
}

impl Query for ProgrammePage {
    type Answer = ProgrammeSheet;
    const TOPICS: &'static [Topic] =
        &[Topic::Programmes, Topic::Plans, Topic::Cases, Topic::Organisations, Topic::Settings];

    fn answer(self, around: &Circumstances, reader: &Reader) -> Result<ProgrammeSheet, Failure> {
        let id = self.programme_id;
        super::known(reader, &id)?;
        let fact = reader.programme(&id)?;
        let org = match &fact.org_id {
            Some(org) => reader.organisation_name(org)?.unwrap_or_default(),
            None => String::new(),
        };
        let sessions = reader.programme_sessions(&id)?;
        let marks = reader.programme_marks(&id)?;
        let (today, language) = (around.today(), settings::language(reader));
        let mut roster: Vec<(String, RosterLine)> = people(reader, &id, &marks)?
            .into_iter()
            .map(|(place_id, place, name, kana)| {
                let own = of(&marks, &place);
                let found = absence(own.iter().filter(|m| m.on <= today).map(|m| (m.on, m.attendance)));
                let at = |session: &Id| own.iter().find(|m| m.session == *session).map(|m| m.attendance);
                let could = |a: &Attendance| !matches!(a, Attendance::NotYet | Attendance::Discharged);
                let line = RosterLine {
                    participant_id: place_id,
                    attended: number(own.iter().filter(|m| m.attendance.is_there()).count()),
                    of: number(own.iter().filter(|m| could(&m.attendance)).count()),
                    absences: if place.left_on.is_some() { 0 } else { found.times },
                    last_on: found.last,
                    attendance: sessions.iter().map(|s| at(&s.id)).collect(),
                    case_id: place.case_id,
                    name,
                    joined_on: place.joined_on,
                    left_on: place.left_on,
                    reason: place.reason,
                };
                (kana, line)
            })
            .collect();
        let key = |(kana, line): &(String, RosterLine)| {
            (line.left_on.is_some(), line.case_id.is_none(), kana.clone())
        };
        roster.sort_by_key(key);
        let sessions = sessions.into_iter().map(|s| SessionLine {
            attended: number(marks.iter().filter(|m| m.session == s.id && m.attendance.is_there()).count()),
            id: s.id,
            no: s.no,
            on: s.on,
            start: s.start,
            end: s.end,
            theme: s.theme,
            place: s.place,
            peers: s.peers,
            staff: s.staff,
            observers: s.observers,
            result: s.result,
            reason: s.reason,
        });
        let themes =
            CURRICULUM.iter().map(|key| words::say(language, &format!("programmes.curriculum.{key}")));
        Ok(ProgrammeSheet {
            organisers: reader.organisers(&id)?.into_iter().map(|(id, o)| organiser(id, o)).collect(),
            preparations: reader
                .preparations(&id)?
                .into_iter()
                .map(|(id, p)| PreparationLine { id, item: p.item, done_on: p.done_on })
                .collect(),
            roster: roster.into_iter().map(|(_, line)| line).collect(),
            sessions: sessions.collect(),
            themes: themes.collect(),
            absences: crate::today::thresholds(reader)?.of(Threshold::Absences),
            id,
            name: fact.name,
            org_id: fact.org_id,
            org,
            aim: fact.aim,
            starts: fact.starts,
            ends: fact.ends,
            planned_sessions: fact.planned_sessions,
            eligibility: fact.eligibility,
            cost: fact.cost,
            status: fact.status,
            default_attendance: fact.default_attendance,
        })
    }
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn organiser(id: Id, organiser: store::programmes::Organiser) -> OrganiserLine {
    OrganiserLine {
        id,
        org_id: organiser.org_id,
        org: organiser.org,
        side: organiser.side,
        role: organiser.role,
    }
}

/// The attendance of one place.
fn of<'a>(marks: &'a [Mark], place: &RosterPlace) -> Vec<&'a Mark> {
    let own = |mark: &&Mark| {
        mark.case_id == place.case_id && (place.case_id.is_some() || mark.label == place.label)
    };
    marks.iter().filter(own).collect()
}

/// The places of a roster, then whoever came without one: known by the case, from the first session on.
fn people(
    reader: &Reader,
    programme: &Id,
    marks: &[Mark],
) -> Result<Vec<(Id, RosterPlace, String, String)>, Failure> {
    let mut all = reader.roster(programme)?;
    for mark in marks {
        let known = all.iter().any(|(_, place, ..)| {
            place.case_id == mark.case_id && (mark.case_id.is_some() || place.label == mark.label)
        });
        if known {
            continue;
        }
        let place = RosterPlace {
            case_id: mark.case_id.clone(),
            label: mark.label.clone(),
            joined_on: mark.attendance.is_there().then(|| PartialDate::day(mark.on)),
            ..RosterPlace::default()
        };
        let (id, name, kana) = match &mark.case_id {
            Some(case) => {
                let name = reader.case_on(case, mark.on)?;
                (case.clone(), name.name(), name.kana())
            }
            None => (mark.session.clone(), mark.label.clone(), mark.label.clone()),
        };
        all.push((id, place, name, kana));
    }
    Ok(all)
}
