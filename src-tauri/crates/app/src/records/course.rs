//! 支援経過記録: everything on record about one person in a span of days, oldest first, in full.

use super::entries::{self, body, company, event, is_late, method, minutes, place, when};
use super::make::Office;
use super::settings::KeepRecordSettings;
use super::style::{called, day, filled, hours, joined, word};
use crate::Failure;
use chrono::NaiveDate;
use domain::calendar::{PartialDate, long_date, short_date};
use domain::measure::Id;
use report::documents::records::{Block, Column, Entry, Head, Ledger, Paper, Part, Tone};
use store::Reader;
use store::cases::CaseFacts;
use store::contacts::{TimelineFact, TimelineKind};
use store::records::Written;

/// Most events of one case beside its notes.
const MOST: u32 = 100_000;

/// The paper, and how many rows it has.
pub(super) fn paper(
    reader: &Reader,
    office: &Office,
    case: &Id,
    (from, to): (NaiveDate, NaiveDate),
    today: NaiveDate,
) -> Result<(Paper, usize), Failure> {
    let facts = reader.case_on(case, today)?;
    let settings = KeepRecordSettings::read(reader)?;
    let notes = reader.written_notes(Some(case), from, to)?;
    let mut events = reader.timeline(case, 0, MOST)?;
    events.retain(|fact| fact.kind != TimelineKind::Contact && (from..=to).contains(&fact.on.first_day()));
    let rows = rows(&notes, &events, office, &settings);
    let count = rows.len();
    let period = between(from, to);
    let head = Head {
        title: word("course.title"),
        mark: word("mark"),
        whose: joined([called(&facts.name()), period.clone()], "\u{3000}"),
        period,
        facts: about(&facts, today),
        lines: office.lines(),
        approval: settings.heads(),
    };
    let parts = if count == 0 {
        vec![Part::Lines(vec![word("course.nothing")])]
    } else {
        vec![Part::Ledger(Ledger { columns: columns(), body: 3, rows })]
    };
    Ok((Paper { head, parts, notes: vec![summary(&notes)] }, count))
}

/// 令和8年4月1日〜令和9年3月31日.
fn between(from: NaiveDate, to: NaiveDate) -> String {
    let long = |day: NaiveDate| long_date(PartialDate::day(day));
    filled("between", &[("from", &long(from)), ("to", &long(to))])
}

/// Whom the paper is about.
fn about(facts: &CaseFacts, today: NaiveDate) -> Vec<(String, String)> {
    let stay = facts.stay_on(today);
    let place =
        stay.map(|stay| joined([stay.hospital.clone(), stay.ward.clone().unwrap_or_default()], "\u{3000}"));
    let all = [
        ("name", named(facts)),
        ("code", facts.code.clone().unwrap_or_default()),
        ("birth", birth(facts, today)),
        ("place", place.unwrap_or_default()),
        ("stage", facts.stage.ja().to_owned()),
        ("since", long_date(facts.identified_on)),
    ];
    let known = all.into_iter().filter(|(_, value)| !value.is_empty());
    known.map(|(key, value)| (word(&format!("course.fact.{key}")), value)).collect()
}

/// 南 和夫（みなみ かずお）; of somebody erased, that it was so.
pub(super) fn named(facts: &CaseFacts) -> String {
    match (facts.name(), facts.kana()) {
        (name, kana) if kana.is_empty() => called(&name),
        (name, kana) => filled("kana", &[("name", &name), ("kana", &kana)]),
    }
}

/// 昭和33年3月5日（68歳）.
pub(super) fn birth(facts: &CaseFacts, today: NaiveDate) -> String {
    let Some(birth) = facts.birth else { return String::new() };
    let born = long_date(birth);
    match crate::cases::age(Some(birth), today) {
        Some(age) => filled("age", &[("day", &born), ("n", &age.to_string())]),
        None => born,
    }
}

fn columns() -> Vec<Column> {
    let columns = [("date", 22.5), ("method", 24.0), ("counterpart", 19.0), ("body", 0.0), ("author", 20.0)];
    columns.map(|(key, width)| Column { head: word(&format!("course.{key}")), width }).into()
}

/// Notes and events by their days; of one day, the notes after what began on it.
fn rows(
    notes: &[Written],
    events: &[TimelineFact],
    office: &Office,
    settings: &KeepRecordSettings,
) -> Vec<Entry> {
    let mut rows: Vec<(NaiveDate, u8, Entry)> = Vec::new();
    for fact in events {
        let (what, text) = event(fact);
        let row = Entry {
            cells: vec![day(fact.on), what, String::new(), String::new()],
            body: vec![Block { tone: Tone::Plain, text }],
            continued: filled("course.continued", &[("day", &day(fact.on))]),
        };
        rows.push((fact.on.first_day(), 0, row));
    }
    // Events come newest first.
    rows.reverse();
    for note in notes {
        let who = if note.minutes.is_some() || !entries::method(note).is_empty() {
            office.author.clone()
        } else {
            String::new()
        };
        let row = Entry {
            cells: vec![
                when(note),
                joined([method(note), place(note)], "\n"),
                company(note),
                joined([who, minutes(note)], "\n"),
            ],
            body: body(note, settings.earlier),
            continued: filled("course.continued", &[("day", &day(note.on))]),
        };
        rows.push((note.on.first_day(), 1, row));
    }
    rows.sort_by_key(|(on, kind, _)| (*on, *kind));
    rows.into_iter().map(|(_, _, row)| row).collect()
}

/// How many notes, how many of them late or corrected, and the time.
fn summary(notes: &[Written]) -> String {
    let sum = |estimated_only: bool| -> u32 {
        let counted = notes.iter().filter(|note| note.estimated || !estimated_only);
        counted.filter_map(|note| note.minutes).sum()
    };
    let count = |test: fn(&Written) -> bool| notes.iter().filter(|note| test(note)).count().to_string();
    let (estimated, all) = (sum(true), hours(sum(false)));
    let key = if estimated > 0 { "course.summary_estimated" } else { "course.summary" };
    filled(
        key,
        &[
            ("n", &notes.len().to_string()),
            ("late", &count(is_late)),
            ("corrected", &count(|note| !note.corrections.is_empty())),
            ("hours", &all),
            ("estimated", &hours(estimated)),
        ],
    )
}

/// Name of the file: the code of the case and the span, never a name.
pub(super) fn file_name(facts: &CaseFacts, from: NaiveDate, to: NaiveDate) -> String {
    let short = |day: NaiveDate| short_date(PartialDate::day(day));
    let code = super::style::file_code(facts.code.as_deref());
    filled("course.file", &[("code", &code), ("from", &short(from)), ("to", &short(to))])
}
