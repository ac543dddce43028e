//! 準備表 of a ward visit: whom to see, what was said last, what comes next, and room to write. It is carried through
//! wards, so it shows codes unless names are asked for.

use super::style::{day, filled, joined, weekday, word};
use crate::face::Codes;
use crate::house::Query;
use crate::plans::{VisitPage, VisitSheet};
use crate::{Circumstances, Failure};
use chrono::NaiveDate;
use domain::calendar::{PartialDate, long_date};
use domain::measure::Id;
use domain::vocabulary::{Purpose, Stage};
use report::documents::records::{Block, Column, Entry, Head, Ledger, Paper, Part, Tone};
use store::Reader;

/// Characters of the last note and of the next step: a line each.
const LINE: usize = 18;

/// One person of the paper.
struct Person {
    case: Id,
    name: String,
    room: String,
    stage: Stage,
    last: Option<(NaiveDate, String)>,
    step: Option<String>,
}

/// The paper, how many people are on it, and the day of the visit. A visit to nobody in particular lists everybody of
/// the ward.
///
/// Errors: `plan.unknown`, `plan.no-visit`.
pub(super) fn paper(
    reader: &Reader,
    around: &Circumstances,
    plan: &Id,
    names: bool,
) -> Result<(Paper, usize, NaiveDate), Failure> {
    let visit = VisitPage::of(plan.clone()).answer(around, reader)?;
    let codes = if names { None } else { Some(Codes::read(reader)?) };
    let people = people(&visit);
    let note = visit
        .ward
        .last_text
        .as_deref()
        .map_or_else(String::new, |text| line(&coded(text, None, codes.as_ref())));
    let met = visit.ward.last_on.map_or_else(String::new, |on| day(PartialDate::day(on)));
    let staff = Entry {
        cells: vec![word("round.staff"), met, String::new()],
        body: vec![Block { tone: Tone::Quiet, text: note }],
        ..Entry::default()
    };
    let rows: Vec<Entry> =
        std::iter::once(staff).chain(people.iter().map(|person| row(person, codes.as_ref()))).collect();
    let on = visit.plan.on;
    let named = filled(
        "weekday",
        &[("day", &long_date(PartialDate::day(on))), ("weekday", &weekday(on, words::Language::Ja))],
    );
    let purposes =
        visit.purposes.iter().filter_map(|code| Purpose::from_code(code)).map(|p| p.ja().to_owned());
    let place = joined(
        [visit.plan.org.clone().unwrap_or_default(), visit.plan.ward.clone().unwrap_or_default()],
        " ",
    );
    let facts = [(word("round.ward"), place), (word("round.purposes"), joined(purposes, "・"))];
    let count = filled("round.count", &[("n", &people.len().to_string())]);
    let head = Head {
        title: word(if names { "round.title" } else { "round.title_codes" }),
        mark: word("mark"),
        whose: named.clone(),
        period: joined([named, count], "\u{3000}"),
        facts: facts.into_iter().filter(|(_, value)| !value.is_empty()).collect(),
        ..Head::default()
    };
    let column = |key: &str, width: f32| Column { head: word(&format!("round.{key}")), width };
    let columns =
        vec![column("who", 26.0), column("stage", 26.0), column("before", 0.0), column("memo", 42.0)];
    let ledger = Part::Ledger(Ledger { columns, body: 2, rows });
    Ok((Paper { head, parts: vec![ledger], notes: Vec::new() }, people.len(), on))
}

fn people(visit: &VisitSheet) -> Vec<Person> {
    if visit.persons.is_empty() {
        let whoever = visit.others.iter().map(|line| Person {
            case: line.id.clone(),
            name: line.name.clone(),
            room: line.room.clone().unwrap_or_default(),
            stage: line.stage,
            last: line.last_contact_on.map(|on| (on, String::new())),
            step: line.next_text.clone(),
        });
        return whoever.collect();
    }
    let planned = visit.persons.iter().map(|person| Person {
        case: person.case_id.clone(),
        name: person.name.clone(),
        room: person.room.clone().unwrap_or_default(),
        stage: person.stage,
        last: person.last_on.map(|on| (on, person.last_text.clone().unwrap_or_default())),
        step: person.open_step.clone(),
    });
    planned.collect()
}

fn row(person: &Person, codes: Option<&Codes>) -> Entry {
    let who = match codes {
        None => person.name.clone(),
        Some(codes) => codes.whose(person.case.as_str()).map_or("", |who| codes.code(who)).to_owned(),
    };
    let say = |text: &str| line(&coded(text, Some(&person.case), codes));
    let (last_on, last_text) = match &person.last {
        None => (word("round.never"), String::new()),
        Some((on, text)) => (day(PartialDate::day(*on)), say(text)),
    };
    let step = person.step.as_ref().map(|step| filled("round.step", &[("text", &say(step))]));
    let body = [(Tone::Quiet, last_text), (Tone::Plain, step.unwrap_or_default())];
    Entry {
        cells: vec![
            joined([who, person.room.clone()], "\n"),
            joined([person.stage.ja().to_owned(), last_on], "\n"),
            String::new(),
        ],
        body: body
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(tone, text)| Block { tone, text })
            .collect(),
        ..Entry::default()
    }
}

/// A text with codes in the place of names, where codes are shown.
fn coded(text: &str, about: Option<&Id>, codes: Option<&Codes>) -> String {
    let turned = codes.and_then(|codes| codes.text(text, about.and_then(|id| codes.whose(id.as_str()))));
    turned.unwrap_or_else(|| text.to_owned())
}

/// The first line of a text as far as there is room.
fn line(text: &str) -> String {
    let first = text.lines().next().unwrap_or_default();
    let mut shown: String = first.chars().take(LINE).collect();
    if shown.len() < first.len() {
        shown.push('…');
    }
    shown
}
