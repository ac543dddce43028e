//! 業務日誌: everything done on one day, for the file of the office.

use super::entries::{body, counterpart_lines, method, minutes};
use super::make::Office;
use super::settings::KeepRecordSettings;
use super::style::{called, filled, hours, joined, times, weekday, word};
use crate::Failure;
use chrono::NaiveDate;
use domain::calendar::{FiscalYear, PartialDate, holiday, long_date};
use domain::vocabulary::{ActivityKind, Outcome, PlanKind, PlanResult, SupportKind};
use report::documents::records::{Block, Column, Entry, Head, Ledger, Paper, Part, Tone};
use std::collections::BTreeSet;
use store::Reader;
use store::plans::Plan;
use store::records::Written;

/// The paper, and how many rows it has.
pub(super) fn paper(reader: &Reader, office: &Office, on: NaiveDate) -> Result<(Paper, usize), Failure> {
    let settings = KeepRecordSettings::read(reader)?;
    let notes = by_person(reader.written_notes(None, on, on)?);
    let work = work(reader, on)?;
    let rows = notes.len() + work.len();
    let mut parts = vec![Part::Heading(word("diary.notes"))];
    parts.push(if notes.is_empty() {
        Part::Lines(vec![word("diary.nothing")])
    } else {
        let rows = notes.iter().map(|(first, note)| note_row(note, *first, &settings)).collect();
        Part::Ledger(Ledger { columns: note_columns(), body: 3, rows })
    });
    parts.push(Part::Heading(word("diary.work")));
    parts.push(if work.is_empty() {
        Part::Lines(vec![word("diary.nothing")])
    } else {
        Part::Ledger(Ledger { columns: work_columns(), body: 2, rows: work })
    });
    let done: Vec<String> = reader
        .tasks_on(on)?
        .into_iter()
        .filter(|task| task.done_on.is_some())
        .map(|task| {
            let who = task.case.map(|(_, name)| name + "\u{3000}").unwrap_or_default();
            filled("diary.task", &[("who", &who), ("text", &task.text)])
        })
        .collect();
    let noted = reader.issues()?.into_iter().filter(|issue| issue.on == PartialDate::day(on));
    let noted: Vec<String> = noted.map(|issue| filled("diary.issue", &[("text", &issue.text)])).collect();
    for (key, lines) in [("diary.tasks", done), ("diary.issues", noted)] {
        if !lines.is_empty() {
            parts.extend([Part::Heading(word(key)), Part::Lines(lines)]);
        }
    }
    let long = long_date(PartialDate::day(on));
    let named = filled("weekday", &[("day", &long), ("weekday", &weekday(on, words::Language::Ja))]);
    let period = holiday(on)
        .map_or(named.clone(), |name| filled("diary.holiday", &[("day", &named), ("holiday", name)]));
    let head = Head {
        title: word("diary.title"),
        mark: word("mark"),
        whose: named,
        period,
        facts: sums(reader, on, &notes)?,
        lines: office.lines(),
        approval: settings.heads(),
    };
    Ok((Paper { head, parts, notes: Vec::new() }, rows))
}

/// Notes of one person stand together, people in the order of their first note and those that are nobody's last; true
/// marks the first of a person.
fn by_person(notes: Vec<Written>) -> Vec<(bool, Written)> {
    let of = |note: &Written| note.case.as_ref().map(|(id, _)| id.clone());
    let mut order = Vec::new();
    for note in &notes {
        if !order.contains(&of(note)) {
            order.push(of(note));
        }
    }
    let mut sorted: Vec<(usize, Written)> = notes
        .into_iter()
        .map(|note| {
            let place = order.iter().position(|case| case.is_some() && *case == of(&note));
            (place.unwrap_or(order.len()), note)
        })
        .collect();
    sorted.sort_by_key(|(place, _)| *place);
    let mut before = None;
    sorted.into_iter().map(|(place, note)| (before.replace(place) != Some(place), note)).collect()
}

/// Number of notes and people, and the time by kind of work.
fn sums(reader: &Reader, on: NaiveDate, notes: &[(bool, Written)]) -> Result<Vec<(String, String)>, Failure> {
    let people: BTreeSet<String> =
        notes.iter().filter_map(|(_, note)| Some(note.case.as_ref()?.0.to_string())).collect();
    let minutes = reader.minutes_by_work(on, on)?;
    let timed = |minutes: u32| filled("hours", &[("n", &hours(minutes))]);
    let kinds = minutes.iter().map(|(kind, n)| format!("{}{}", kind.ja(), timed(*n)));
    let count = [("n", notes.len().to_string()), ("persons", people.len().to_string())];
    let count: Vec<(&str, &str)> = count.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let all = [
        (word("diary.counts"), filled("diary.count", &count)),
        (word("diary.total"), timed(minutes.iter().map(|(_, n)| n).sum())),
        (word("diary.by_kind"), joined(kinds, &word("and"))),
    ];
    Ok(all.into_iter().filter(|(_, value)| !value.is_empty()).collect())
}

fn columns(wide: &[(&str, f32)]) -> Vec<Column> {
    wide.iter().map(|(key, width)| Column { head: word(&format!("diary.{key}")), width: *width }).collect()
}

fn note_columns() -> Vec<Column> {
    columns(&[("time", 21.0), ("who", 26.0), ("method", 24.0), ("body", 0.0), ("minutes", 12.0)])
}

fn work_columns() -> Vec<Column> {
    columns(&[("time", 21.0), ("kind", 28.0), ("what", 0.0), ("result", 18.0), ("minutes", 12.0)])
}

fn note_row(note: &Written, first: bool, settings: &KeepRecordSettings) -> Entry {
    let who = note.case.as_ref().map_or_else(|| word("diary.nobody"), |(_, name)| called(name));
    Entry {
        cells: vec![
            times(&note.times),
            if first { who.clone() } else { String::new() },
            joined([method(note), counterpart_lines(note)], "\n"),
            minutes(note),
        ],
        body: body(note, settings.earlier),
        continued: filled("course.continued", &[("day", &who)]),
    }
}

/// Visits, sessions, appointments and activities of the day by their time.
fn work(reader: &Reader, on: NaiveDate) -> Result<Vec<Entry>, Failure> {
    let mut rows = Vec::new();
    for plan in reader.plans_between(on, on)? {
        rows.push(plan_row(reader, &plan, on)?);
    }
    let year = FiscalYear::of(on);
    let day = PartialDate::day(on);
    let timed = |minutes: Option<u32>| {
        minutes.map(|n| filled("minutes", &[("n", &n.to_string())])).unwrap_or_default()
    };
    for (_, _, activity) in reader.activities(year)?.into_iter().filter(|(_, at, _)| *at == day).rev() {
        let kind = ActivityKind::from_code(&activity.kind).map_or("", ActivityKind::ja).to_owned();
        let decisions = activity.decisions.trim();
        let decided = (!decisions.is_empty()).then(|| filled("diary.decisions", &[("text", decisions)]));
        let people = activity.participants.map(|n| filled("diary.people", &[("n", &n.to_string())]));
        let text = joined([activity.name, activity.content, decided.unwrap_or_default()], "\n");
        rows.push(row([String::new(), kind, people.unwrap_or_default(), timed(activity.minutes)], text));
    }
    for support in reader.support(year)?.into_iter().filter(|support| support.on == day).rev() {
        let kind = SupportKind::from_code(&support.kind).map_or("", SupportKind::ja).to_owned();
        let text = joined([support.org.unwrap_or_default(), support.theme], "\u{3000}");
        rows.push(row([String::new(), kind, String::new(), timed(support.minutes)], text));
    }
    Ok(rows)
}

fn row([time, kind, result, minutes]: [String; 4], text: String) -> Entry {
    let continued = filled("course.continued", &[("day", &kind)]);
    Entry {
        cells: vec![time, kind, result, minutes],
        body: vec![Block { tone: Tone::Plain, text }],
        continued,
    }
}

/// A plan with what became of it and of its people.
fn plan_row(reader: &Reader, plan: &Plan, on: NaiveDate) -> Result<Entry, Failure> {
    let place =
        joined([plan.org.clone().unwrap_or_default(), plan.ward.clone().unwrap_or_default()], "\u{3000}");
    let mut lines = vec![joined([plan.title.clone(), place], "\u{3000}")];
    let mut result = plan.result.ja().to_owned();
    match plan.kind {
        PlanKind::Visit => lines.extend(met(reader, plan, on)?),
        PlanKind::Session => {
            let session = reader.session(&plan.id)?;
            let number = plan.session_no.unwrap_or_default().to_string();
            lines = vec![joined(
                [filled("course.session", &[("name", &plan.title), ("n", &number)]), session.theme],
                "\u{3000}",
            )];
            lines.extend([session.good, session.concern, session.words, session.next]);
            if plan.written > 0 {
                result = filled("diary.attended", &[("n", &plan.written.to_string())]);
            }
        }
        PlanKind::Accompany => {
            if let Some(case) = &plan.case_id {
                lines.push(called(&reader.case_on(case, on)?.name()));
            }
        }
        _ => {}
    }
    if plan.result == PlanResult::Cancelled || plan.result == PlanResult::Changed {
        lines.push(plan.reason.clone().unwrap_or_default());
    }
    let span = times(&[plan.start.clone(), plan.end.clone()]);
    Ok(row([span, plan.kind.ja().to_owned(), result, String::new()], joined(lines, "\n")))
}

/// Whom a visit met and whom not: 会えた　南 和夫、関 武.
fn met(reader: &Reader, plan: &Plan, on: NaiveDate) -> Result<Vec<String>, Failure> {
    let people = reader.visit_people(&plan.id, on)?;
    let mut lines = Vec::new();
    for outcome in Outcome::ALL {
        let mut names = Vec::new();
        for person in &people {
            let stood = person.outcome.or(person.contact.as_ref().map(|_| Outcome::Met));
            if stood == Some(*outcome) {
                names.push(called(&reader.case_on(&person.case_id, on)?.name()));
            }
        }
        if !names.is_empty() {
            lines.push(joined([outcome.ja().to_owned(), joined(names, &word("and"))], "\u{3000}"));
        }
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_of_one_person_stand_together_in_the_order_of_the_first() {
        let note = |case: Option<&str>, text: &str| Written {
            id: "0192f0c1-2a57-7000-8000-000000000001".to_owned().try_into().unwrap(),
            case: case.map(|id| (id.to_owned().try_into().unwrap(), id.to_owned())),
            on: "2026-11-02".parse().unwrap(),
            times: [None, None],
            minutes: None,
            estimated: false,
            method: None,
            counterparts: Vec::new(),
            people: Vec::new(),
            participants: None,
            place: String::new(),
            org: String::new(),
            session: None,
            content_kinds: Vec::new(),
            text: text.to_owned(),
            soap: Default::default(),
            important: String::new(),
            outcome: None,
            stage: None,
            written_at: None,
            source: None,
            copied_on: None,
            next_steps: Vec::new(),
            corrections: Vec::new(),
        };
        let (a, b) = ("0192f0c1-2a57-7000-8000-00000000000a", "0192f0c1-2a57-7000-8000-00000000000b");
        let sorted =
            by_person(vec![note(Some(b), "1"), note(None, "2"), note(Some(a), "3"), note(Some(b), "4")]);
        let order: Vec<(bool, &str)> = sorted.iter().map(|(first, n)| (*first, n.text.as_str())).collect();
        assert_eq!(order, [(true, "1"), (false, "4"), (true, "3"), (true, "2")]);
    }
}
