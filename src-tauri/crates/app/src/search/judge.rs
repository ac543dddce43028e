//! What a condition means: of a person, and of a record. Typed or chosen, in a list of people or of records, it is judged
//! here and nowhere else.

use super::held::Held;
use crate::cases::{CaseLine, Status};
use crate::{Circumstances, Failure, road, today};
use chrono::NaiveDate;
use domain::asked::{Asked, Condition, Key};
use domain::measure::Id;
use domain::text::filter::Filter;
use domain::text::fold::fold;
use domain::vocabulary::{CaseRole, Certainty, Concern, Standing};
use std::collections::{HashMap, HashSet};
use store::Reader;
use store::written::Record;

/// What must be known of people to judge the conditions of one question.
#[derive(Default)]
pub(crate) struct People {
    hospitals: HashMap<String, HashSet<Id>>,
    roles: HashMap<Id, CaseRole>,
    concerns: HashMap<Concern, HashSet<Id>>,
    exits: HashMap<Certainty, HashSet<Id>>,
}

impl People {
    /// Reads what the conditions need, and nothing else.
    pub(crate) fn read(reader: &Reader, on: NaiveDate, asked: &Asked) -> Result<Self, Failure> {
        let mut people = Self::default();
        for condition in &asked.conditions {
            match condition {
                Condition::Hospital(text) => {
                    let named = reader
                        .organisation_readings()?
                        .into_iter()
                        .filter(|(_, names)| is_named(text, names));
                    people.hospitals.insert(text.clone(), named.map(|(id, _)| id).collect());
                }
                Condition::Role(_) if people.roles.is_empty() => people.roles = reader.case_roles()?,
                Condition::Concern(concern) => {
                    people.concerns.insert(*concern, of_concern(reader, on, *concern)?);
                }
                Condition::Exit(certainty) => {
                    people.exits.insert(*certainty, of_exit(reader, *certainty)?);
                }
                _ => {}
            }
        }
        Ok(people)
    }

    /// Whether a condition holds of a person today. What is asked of records only holds of nobody.
    pub(crate) fn holds(&self, condition: &Condition, line: &CaseLine) -> bool {
        let among = |ids: Option<&HashSet<Id>>| ids.is_some_and(|ids| ids.contains(&line.id));
        match condition {
            Condition::Person(text) => is_named(text, &[line.name.clone(), line.kana.clone()]),
            Condition::Hospital(text) => {
                let known = self.hospitals.get(text);
                line.org_id.as_ref().is_some_and(|id| known.is_some_and(|ids| ids.contains(id)))
            }
            Condition::Stage(stage) => line.stage == *stage,
            Condition::Role(role) => self.roles.get(&line.id) == Some(role),
            Condition::Standing(standing) => match standing {
                Standing::Active => line.status == Status::Active,
                Standing::OnHold => line.status == Status::OnHold,
                Standing::Ended => line.status == Status::Closed,
                _ => false,
            },
            Condition::Concern(concern) => among(self.concerns.get(concern)),
            Condition::Exit(certainty) => among(self.exits.get(certainty)),
            Condition::Quiet(days) => line.last_contact_days.is_none_or(|n| n >= i64::from(*days)),
            Condition::Unmet(days) => line.face_to_face_days.is_none_or(|n| n >= i64::from(*days)),
            _ => false,
        }
    }
}

/// Whether any name holds what was typed, in kanji, kana or Latin letters.
fn is_named(text: &str, names: &[String]) -> bool {
    let wanted = Filter::new(text);
    !wanted.is_empty() && names.iter().any(|name| wanted.finds(name))
}

/// Which of many are meant by a name: those of exactly this name where there are any, otherwise all whose name or
/// reading holds it.
fn named<T>(text: &str, all: &[T], names: impl Fn(&T) -> &[String]) -> Vec<bool> {
    let wanted = fold(text);
    let whole: Vec<bool> = all.iter().map(|one| names(one).iter().any(|name| fold(name) == wanted)).collect();
    if whole.contains(&true) { whole } else { all.iter().map(|one| is_named(text, names(one))).collect() }
}

/// Everybody about whom there is something to keep in mind on a day.
fn of_concern(reader: &Reader, on: NaiveDate, concern: Concern) -> Result<HashSet<Id>, Failure> {
    Ok(match concern {
        Concern::Gap => today::alerts_of_day(reader, on)?.0.into_iter().map(|gap| gap.case_id).collect(),
        Concern::Deadline => {
            today::alerts_of_day(reader, on)?.1.into_iter().filter_map(|due| due.case_id).collect()
        }
        Concern::Stalled => road::stalled(reader, on)?.into_iter().map(|line| line.case_id).collect(),
    })
}

/// Everybody one of whose four exit lines is so certain.
fn of_exit(reader: &Reader, certainty: Certainty) -> Result<HashSet<Id>, Failure> {
    let mut found = HashSet::new();
    for case in reader.case_ids()? {
        if reader.exit_board(&case)?.iter().any(|line| line.certainty == certainty) {
            found.insert(case);
        }
    }
    Ok(found)
}

/// The conditions of one question, ready to be held against thousands of records.
pub(super) struct Judge {
    keys: Vec<(Key, Vec<Test>)>,
}

enum Test {
    /// Belongs to one of these cases.
    Cases(Vec<bool>),
    /// Was written about, at or with one of these organisations.
    Organisations(Vec<bool>),
    /// Belongs to one of these programmes.
    Programmes(Vec<bool>),
    /// Carries this word.
    Tag(String),
    /// Its day lies between these.
    Days(Option<NaiveDate>, Option<NaiveDate>),
    /// Has this code.
    Code(Condition),
}

impl Judge {
    /// Makes the conditions ready.
    pub(super) fn of(asked: &Asked, held: &Held, reader: &Reader) -> Result<Self, Failure> {
        let people = People::read(reader, held.today, asked)?;
        let written = &held.written;
        let mut keys: Vec<(Key, Vec<Test>)> = asked.keys().into_iter().map(|key| (key, Vec::new())).collect();
        for condition in &asked.conditions {
            let test = match condition {
                Condition::Programme(text) => {
                    Test::Programmes(named(text, &written.programmes, |(_, name)| std::slice::from_ref(name)))
                }
                Condition::Hospital(text) => {
                    let named = people.hospitals.get(text);
                    let among = |id: &Id| named.is_some_and(|ids| ids.contains(id));
                    Test::Organisations(written.organisations.iter().map(|(id, ..)| among(id)).collect())
                }
                Condition::Tag(text) => Test::Tag(fold(text)),
                Condition::Period(span) => {
                    let (from, to) = span.days(held.today);
                    Test::Days(from, to)
                }
                Condition::Stage(_) => Test::Code(condition.clone()),
                of_person if of_person.is_of_person() => {
                    let lines = held.lines(reader)?.iter().filter(|line| people.holds(of_person, line));
                    let ids: HashSet<&str> = lines.map(|line| line.id.as_str()).collect();
                    Test::Cases(written.cases.iter().map(|id| ids.contains(id.as_str())).collect())
                }
                code => Test::Code(code.clone()),
            };
            if let Some((_, tests)) = keys.iter_mut().find(|(key, _)| *key == condition.key()) {
                tests.push(test);
            }
        }
        Ok(Self { keys })
    }

    /// Whether a record fits.
    pub(super) fn fits(&self, record: &Record) -> bool {
        self.keys.iter().all(|(_, tests)| tests.iter().any(|test| test.holds(record)))
    }
}

impl Test {
    fn holds(&self, record: &Record) -> bool {
        let one =
            |set: &[bool], at: Option<usize>| at.and_then(|at| set.get(at)).copied().unwrap_or_default();
        match self {
            Self::Cases(set) => one(set, record.case),
            Self::Organisations(set) => {
                [record.hospital, record.organisation, record.visited].into_iter().any(|at| one(set, at))
            }
            Self::Programmes(set) => one(set, record.programme),
            Self::Tag(tag) => record.tags.split(';').any(|own| fold(own).contains(tag)),
            Self::Days(from, to) => record
                .on
                .is_some_and(|day| from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to)),
            Self::Code(Condition::Stage(stage)) => record.stage == Some(*stage),
            Self::Code(Condition::Kind(kind)) => record.kind == *kind,
            Self::Code(Condition::Activity(kind)) => record.activity == Some(*kind),
            Self::Code(Condition::Method(method)) => record.method == Some(*method),
            Self::Code(Condition::Work(work)) => record.work == Some(*work),
            Self::Code(Condition::Standing(standing)) => record.standing == Some(*standing),
            Self::Code(_) => false,
        }
    }
}

/// What a question asks, read on the day of the circumstances.
pub(super) fn asked(text: &str, around: &Circumstances) -> Asked {
    Asked::read(text, around.today())
}
