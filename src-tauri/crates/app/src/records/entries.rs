//! Notes and events as rows of a paper: their words, when they were written, and what a correction changed.

use super::settings::Earlier;
use super::style::{day, day_of, filled, joined, moment, times, word};
use domain::calendar::PartialDate;
use domain::vocabulary::{
    Attendance, Counterpart, Destination, HoldReason, Importance, List, Method, Outcome, RecordSource, Stage,
};
use report::documents::records::{Block, Tone};
use store::contacts::{TimelineFact, TimelineKind};
use store::records::Written;

fn block(tone: Tone, text: String) -> Block {
    Block { tone, text }
}

/// The label of a code; nothing for no code or 不明.
fn named(list: &List, code: &str) -> String {
    if code.is_empty() || code == "unknown" { String::new() } else { list.ja(code).to_owned() }
}

/// 面接（院内）; nothing where nobody said.
pub(super) fn method(note: &Written) -> String {
    note.method.map(|method| named(&Method::LIST, method.code())).unwrap_or_default()
}

/// 本人、家族等.
pub(super) fn counterparts(note: &Written) -> String {
    let list = &Counterpart::LIST;
    joined(note.counterparts.iter().map(|code| named(list, code)), &word("and"))
}

/// The same in a narrow cell, one a line.
pub(super) fn counterpart_lines(note: &Written) -> String {
    joined(note.counterparts.iter().map(|code| named(&Counterpart::LIST, code)), "\n")
}

/// Where it was: the session, the place as written, or the organisation.
pub(super) fn place(note: &Written) -> String {
    let session = note.session.as_ref();
    let session = session.map(|(name, n)| filled("course.session", &[("name", name), ("n", &n.to_string())]));
    let place = if note.place.is_empty() { note.org.clone() } else { note.place.clone() };
    session.unwrap_or(place)
}

/// Who was there, people by their names and the others by their number.
pub(super) fn company(note: &Written) -> String {
    let mut parts = vec![counterpart_lines(note)];
    parts.extend(note.people.iter().cloned());
    let known = u32::try_from(note.people.len()).unwrap_or(u32::MAX);
    if let Some(others) = note.participants.and_then(|n| n.checked_sub(known)).filter(|n| *n > 0) {
        parts.push(filled("course.others", &[("n", &others.to_string())]));
    }
    joined(parts, "\n")
}

/// 30分（推定）.
pub(super) fn minutes(note: &Written) -> String {
    let n = note.minutes.map(|n| filled("minutes", &[("n", &n.to_string())]));
    let mark = if note.estimated { word("estimated") } else { String::new() };
    n.map(|n| n + &mark).unwrap_or_default()
}

/// The day with its weekday, and the time below.
pub(super) fn when(note: &Written) -> String {
    joined([day(note.on), times(&note.times)], "\n")
}

/// The text of a note in full, with everything that belongs to it.
pub(super) fn body(note: &Written, earlier: Earlier) -> Vec<Block> {
    let mut blocks = Vec::new();
    let outcome = note.outcome.filter(|outcome| *outcome != Outcome::Met);
    let before = outcome.map(|outcome| filled("reason", &[("reason", outcome.ja())])).unwrap_or_default();
    let kinds = joined(note.content_kinds.iter().cloned(), &word("dot"));
    if !kinds.is_empty() {
        blocks.push(block(Tone::Quiet, filled("course.kinds", &[("kinds", &kinds)])));
    }
    if !note.text.trim().is_empty() || !before.is_empty() {
        let text = before + note.text.trim_end();
        let kind = named(&Importance::LIST, &note.important);
        let important =
            (!kind.is_empty()).then(|| filled("course.important", &[("kind", &kind), ("text", &text)]));
        blocks.push(block(Tone::Plain, important.unwrap_or(text)));
    }
    for (key, text) in ["s", "o", "a", "p"].iter().zip(&note.soap) {
        if !text.trim().is_empty() {
            blocks.push(block(Tone::Plain, filled(&format!("course.{key}"), &[("text", text.trim_end())])));
        }
    }
    if blocks.iter().all(|block| block.tone != Tone::Plain) {
        let erased = note.case.as_ref().is_some_and(|(_, name)| name.is_empty());
        blocks.push(block(Tone::Quiet, word(if erased { "course.erased" } else { "course.empty" })));
    }
    for (text, due) in &note.next_steps {
        let until = due.map(|due| filled("until", &[("day", &day(due))])).unwrap_or_default();
        blocks.push(block(Tone::Plain, filled("course.next", &[("text", text), ("until", &until)])));
    }
    blocks.extend(late(note).map(|text| block(Tone::Quiet, text)));
    corrections(note, earlier, &mut blocks);
    blocks
}

/// True for a note that was written on a later day than its contact.
pub(super) fn is_late(note: &Written) -> bool {
    let written = note.written_at.as_deref().and_then(day_of);
    note.source == Some(RecordSource::Later)
        || written.zip(note.on.exact()).is_some_and(|(written, on)| written > on)
}

/// 後日記入 with the day of writing; nothing for what was written on its day or nobody knows when.
fn late(note: &Written) -> Option<String> {
    let written = note.written_at.as_deref().and_then(day_of)?;
    let written = day(PartialDate::day(written));
    let key = match note.source {
        Some(RecordSource::Transcribed) => "course.transcribed",
        _ if is_late(note) => "course.late",
        _ => return None,
    };
    Some(filled(key, &[("day", &written)]))
}

/// Every correction: when, why, and by setting what stood there before.
fn corrections(note: &Written, earlier: Earlier, blocks: &mut Vec<Block>) {
    for (i, correction) in note.corrections.iter().enumerate() {
        let at = moment(&correction.at);
        let reason = correction.reason.trim_end_matches('。');
        let said = filled("course.corrected", &[("day", &at), ("reason", reason)]);
        if earlier == Earlier::Marked {
            blocks.push(block(Tone::Quiet, joined([said, word("course.kept")], &word("stop"))));
            continue;
        }
        blocks.push(block(Tone::Quiet, said));
        let Some(old) = Version::of(&correction.body) else { continue };
        let next = note.corrections.get(i + 1).and_then(|next| Version::of(&next.body));
        let next = next.unwrap_or_else(|| Version::now(note));
        let facts = old.facts_unlike(&next);
        if !facts.is_empty() {
            let what = joined(facts, &word("and"));
            blocks.push(block(Tone::Quiet, filled("course.before", &[("what", &what)])));
        }
        if old.text != next.text && !old.text.is_empty() {
            blocks.push(block(Tone::Struck, old.text));
        }
    }
}

/// What can be told apart of a version.
struct Version {
    on: String,
    method: String,
    counterparts: String,
    minutes: String,
    text: String,
}

impl Version {
    /// A version as it was kept.
    fn of(body: &str) -> Option<Self> {
        let fields: serde_json::Value = serde_json::from_str(body).ok()?;
        let text = |name: &str| fields[name].as_str().unwrap_or_default().to_owned();
        let list = |name: &str, list: &List| {
            joined(text(name).split(';').map(|code| named(list, code)), &word("and"))
        };
        let minutes = fields["minutes"].as_u64().map(|n| filled("minutes", &[("n", &n.to_string())]));
        Some(Self {
            on: text("on_date").parse::<PartialDate>().map(day).unwrap_or_default(),
            method: list("method", &Method::LIST),
            counterparts: list("counterpart", &Counterpart::LIST),
            minutes: minutes.unwrap_or_default(),
            text: joined(["text", "s", "o", "a", "p"].map(|name| text(name).trim_end().to_owned()), "\n"),
        })
    }

    /// The version that is on record now.
    fn now(note: &Written) -> Self {
        let mut texts = vec![note.text.trim_end().to_owned()];
        texts.extend(note.soap.iter().map(|text| text.trim_end().to_owned()));
        let minutes = note.minutes.map(|n| filled("minutes", &[("n", &n.to_string())]));
        Self {
            on: day(note.on),
            method: method(note),
            counterparts: counterparts(note),
            minutes: minutes.unwrap_or_default(),
            text: joined(texts, "\n"),
        }
    }

    /// What differs beside the text, as it stood here.
    fn facts_unlike(&self, next: &Self) -> Vec<String> {
        let pairs = [
            (&self.on, &next.on),
            (&self.method, &next.method),
            (&self.counterparts, &next.counterparts),
            (&self.minutes, &next.minutes),
        ];
        pairs
            .into_iter()
            .filter(|(old, new)| old != new && !old.is_empty())
            .map(|(old, _)| old.clone())
            .collect()
    }
}

/// An event of the road that is no note: what it is called, and what is said of it.
pub(super) fn event(fact: &TimelineFact) -> (String, String) {
    let code = fact.method.as_deref().unwrap_or_default();
    let (key, what) = match fact.kind {
        TimelineKind::Contact => ("course.empty", String::new()),
        TimelineKind::Stage => {
            let stage = fact.stage.as_deref().and_then(Stage::from_code).map(Stage::ja);
            ("course.stage", stage.unwrap_or_default().to_owned())
        }
        TimelineKind::Session => ("course.programme", named(&Attendance::LIST, code)),
        TimelineKind::Visit => ("course.visit", named(&Outcome::LIST, code)),
        TimelineKind::Admission => ("course.admission", String::new()),
        TimelineKind::Discharge => ("course.discharge", named(&Destination::LIST, code)),
        TimelineKind::Hold => ("course.hold", named(&HoldReason::LIST, code)),
    };
    let place = fact.place.clone().unwrap_or_default();
    (word(key), joined([place, what, fact.text.clone()], "\u{3000}"))
}
