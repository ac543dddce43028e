//! 引継ぎ書: one page about one person for whoever goes on with the work.

use super::course::{birth, named};
use super::entries::{body, counterpart_lines, method};
use super::make::Office;
use super::settings::Earlier;
use super::style::{day, filled, joined, word};
use crate::Failure;
use chrono::NaiveDate;
use domain::calendar::{PartialDate, long_date, short_date};
use domain::measure::Id;
use domain::vocabulary::{AdmissionForm, Certainty, ConsentAbout, ConsentForm, PlanKind, Service};
use report::documents::records::{Block, Column, Entry, Head, Ledger, Paper, Part, Tone};
use store::Reader;
use store::cases::CaseFacts;
use store::consents::ConsentRow;
use store::records::Written;

/// How many characters of a note are printed, tried in this order until everything fits on one page.
pub(super) const LENGTHS: [usize; 5] = [400, 240, 140, 80, 40];
/// Notes that are printed.
const NOTES: usize = 3;
/// Most next steps and days ahead.
const MOST: usize = 6;

/// The paper with at most so many characters of each note.
pub(super) fn paper(
    reader: &Reader,
    office: &Office,
    case: &Id,
    today: NaiveDate,
    longest: usize,
) -> Result<Paper, Failure> {
    let facts = reader.case_on(case, today)?;
    let notes = reader.written_notes(Some(case), NaiveDate::MIN, today)?;
    let last: Vec<&Written> = notes.iter().rev().take(NOTES).collect();
    let mut parts = wish(&facts);
    parts.push(Part::Heading(word("handover.exit")));
    parts.push(Part::Ledger(exit(reader, case)?));
    let count = last.len().to_string();
    parts.push(Part::Heading(filled("handover.notes", &[("n", &count)])));
    parts.push(if last.is_empty() {
        Part::Lines(vec![word("handover.none")])
    } else {
        let rows = last.iter().map(|note| note_row(note, longest)).collect();
        Part::Ledger(Ledger { columns: note_columns(), body: 2, rows })
    });
    parts.push(Part::Heading(word("handover.tasks")));
    parts.push(Part::Lines(tasks(reader, case)?));
    parts.push(Part::Heading(word("handover.ahead")));
    parts.push(Part::Lines(ahead(reader, case, today)?));
    let head = Head {
        title: word("handover.title"),
        mark: word("mark"),
        whose: facts.name(),
        period: String::new(),
        facts: about(reader, &facts, today)?,
        lines: office.lines(),
        approval: Vec::new(),
    };
    Ok(Paper { head, parts, notes: Vec::new() })
}

/// Who it is, where, how far, what was agreed, and who stands around.
fn about(reader: &Reader, facts: &CaseFacts, today: NaiveDate) -> Result<Vec<(String, String)>, Failure> {
    let around = reader.around_case(&facts.id)?;
    let since = reader.stage_history(&facts.id)?.into_iter().rev().find(|step| step.stage == facts.stage);
    let stage = since.map_or_else(
        || facts.stage.ja().to_owned(),
        |step| {
            let values = [("stage", facts.stage.ja()), ("day", &short_date(step.from_on))];
            filled("handover.stage_since", &values)
        },
    );
    let form = around.consent_form.as_deref().and_then(ConsentForm::from_code).map(ConsentForm::ja);
    let consent = joined(
        [around.consent_on.map(long_date).unwrap_or_default(), form.unwrap_or_default().to_owned()],
        "\u{3000}",
    );
    let agreements = reader.consents(&facts.id)?;
    let consent = agreed(&agreements, ConsentAbout::Support).unwrap_or(consent);
    let sharing = agreed(&agreements, ConsentAbout::Sharing).unwrap_or_default();
    let obstacles = joined(around.obstacles.iter().map(|code| code.ja().to_owned()), &word("and"));
    let [attending, nurse, worker, counsellor] = around.hospital_people;
    let all = [
        ("name", named(facts)),
        ("birth", birth(facts, today)),
        ("code", facts.code.clone().unwrap_or_default()),
        ("since", long_date(facts.identified_on)),
        ("stage", stage),
        ("place", stay(facts, today)),
        ("consent", if consent.is_empty() { word("none") } else { consent }),
        ("sharing", sharing),
        ("main_supporter", around.main_supporter),
        ("key_person", around.key_person),
        ("attending", attending),
        ("nurse", nurse),
        ("worker", worker),
        ("counsellor", counsellor),
        ("obstacles", obstacles),
    ];
    let known = all.into_iter().filter(|(_, value)| !value.is_empty());
    Ok(known.map(|(key, value)| (word(&format!("handover.fact.{key}")), value)).collect())
}

/// What was agreed last about something: the day, how, and with whom; or that it was taken back.
fn agreed(agreements: &[ConsentRow], about: ConsentAbout) -> Option<String> {
    let row = agreements.iter().find(|row| row.consent.about == about)?;
    if let Some(back) = &row.withdrawal {
        return Some(filled("handover.withdrawn", &[("day", &long_date(back.on))]));
    }
    let consent = &row.consent;
    let until = consent.valid_until.map(|last| filled("until", &[("day", &long_date(last))]));
    let parts = [long_date(consent.given_on), consent.way.ja().to_owned(), consent.scope.clone()];
    Some(joined(parts, "\u{3000}") + &until.unwrap_or_default())
}

/// The stay, while the person is in hospital.
fn stay(facts: &CaseFacts, today: NaiveDate) -> String {
    let Some(stay) = facts.stay_on(today) else { return String::new() };
    let form = stay.form.as_deref().and_then(AdmissionForm::from_code).map(AdmissionForm::ja);
    let day = short_date(stay.admitted_on);
    let values = [
        ("hospital", stay.hospital.as_str()),
        ("ward", stay.ward.as_deref().unwrap_or_default()),
        ("day", day.as_str()),
        ("form", form.unwrap_or_default()),
    ];
    filled(if form.is_some() { "handover.stay" } else { "handover.stay_plain" }, &values)
}

/// The person's own words with their day.
fn wish(facts: &CaseFacts) -> Vec<Part> {
    let mut lines = Vec::new();
    if facts.wish.trim().is_empty() {
        lines.push(word("handover.no_wish"));
    } else {
        let said = facts.wish_on.map(|on| filled("handover.wish_on", &[("day", &long_date(on))]));
        let words = filled("handover.wish_text", &[("text", facts.wish.trim())]);
        lines.push(words + &said.unwrap_or_default());
    }
    for (key, text) in [("handover.place", &facts.wished_place), ("handover.anxieties", &facts.anxieties)] {
        if !text.trim().is_empty() {
            lines.push(filled(key, &[("text", text.trim())]));
        }
    }
    vec![Part::Heading(word("handover.wish")), Part::Lines(lines)]
}

/// The exit board, a row a line.
fn exit(reader: &Reader, case: &Id) -> Result<Ledger, Failure> {
    let columns = [("line", 30.0), ("certainty", 16.0), ("idea", 0.0), ("org", 42.0)];
    let columns = columns.map(|(key, width)| Column { head: word(&format!("handover.{key}")), width });
    let rows = reader.exit_board(case)?.into_iter().map(|line| {
        let mut body = Vec::new();
        for (key, text) in [("handover.exit_wish", line.wish), ("handover.exit_idea", line.idea)] {
            if !text.trim().is_empty() {
                body.push(Block { tone: Tone::Plain, text: filled(key, &[("text", text.trim())]) });
            }
        }
        if body.is_empty() {
            body.push(Block { tone: Tone::Plain, text: super::style::word("none") });
        }
        Entry {
            cells: vec![
                line.key.ja().to_owned(),
                Certainty::ja(line.certainty).to_owned(),
                line.org.map(|(_, name)| name).unwrap_or_default(),
            ],
            body,
            continued: line.key.ja().to_owned(),
        }
    });
    Ok(Ledger { columns: columns.into(), body: 2, rows: rows.collect() })
}

fn note_columns() -> Vec<Column> {
    let columns = [("date", 24.0), ("method", 30.0), ("body", 0.0)];
    columns.map(|(key, width)| Column { head: word(&format!("course.{key}")), width }).into()
}

/// A note, cut where it is longer than there is room.
fn note_row(note: &Written, longest: usize) -> Entry {
    let mut room = longest;
    let mut blocks = Vec::new();
    for mut block in body(note, Earlier::Marked).into_iter().filter(|block| block.tone == Tone::Plain) {
        let length = block.text.chars().count();
        if length > room {
            block.text = block.text.chars().take(room).collect::<String>() + &word("handover.more");
        }
        room = room.saturating_sub(length);
        blocks.push(block);
        if room == 0 {
            break;
        }
    }
    Entry {
        cells: vec![day(note.on), joined([method(note), counterpart_lines(note)], "\n")],
        body: blocks,
        continued: day(note.on),
    }
}

/// Open next steps, those due first in front.
fn tasks(reader: &Reader, case: &Id) -> Result<Vec<String>, Failure> {
    let open = reader.tasks_of(case)?.into_iter().filter(|task| task.done_on.is_none());
    let lines: Vec<String> = open
        .take(MOST)
        .map(|task| {
            let until = task.due_on.map(|due| filled("until", &[("day", &day(due))])).unwrap_or_default();
            filled("handover.task", &[("text", &task.text), ("until", &until)])
        })
        .collect();
    Ok(or_none(lines))
}

/// What is planned, and the last days of the decisions that run.
fn ahead(reader: &Reader, case: &Id, today: NaiveDate) -> Result<Vec<String>, Failure> {
    let mut lines: Vec<(PartialDate, String)> = Vec::new();
    for plan in reader.days_ahead(case, today)?.into_iter().take(MOST) {
        let time = plan.start.map(|start| format!(" {}", start.strip_prefix('0').unwrap_or(&start)));
        let kind = PlanKind::from_code(&plan.kind).map_or("", PlanKind::ja);
        let values = [
            ("day", &day(plan.on)),
            ("time", &time.unwrap_or_default()),
            ("kind", &kind.to_owned()),
            ("what", &plan.what),
        ];
        let values: Vec<(&str, &str)> = values.iter().map(|(name, text)| (*name, text.as_str())).collect();
        lines.push((plan.on, filled("handover.day", &values)));
    }
    for decision in reader.decisions_of(case)? {
        if let Some(to) = decision.to_on.filter(|to| decision.ended_on.is_none() && to.first_day() >= today) {
            let service = Service::from_code(&decision.service).map_or("", Service::ja);
            let line = filled("handover.decision", &[("service", service), ("day", &day(to))]);
            lines.push((to, line));
        }
    }
    lines.sort_by_key(|(on, _)| on.first_day());
    Ok(or_none(lines.into_iter().map(|(_, line)| line).collect()))
}

fn or_none(lines: Vec<String>) -> Vec<String> {
    if lines.is_empty() { vec![word("handover.none")] } else { lines }
}
