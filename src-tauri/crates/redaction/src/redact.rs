//! Replacing, and looking again at the result until nothing is found.

use crate::dictionary::{Dictionary, Subject};
use crate::label::Labels;
use crate::level::Level;
use crate::normal::Normal;
use crate::prompts::{Prompt, prompts};
use crate::register::{Job, OrganisationKind};
use crate::scan::{Calendar, Found, Hit, What, scan};
use std::ops::Range;

/// Looks at most so often; every look but the last finds something new, so that short texts end far earlier.
const LOOKS: usize = 12;

/// A text without what it may not say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redacted {
    /// The text as it may leave once a human has read it.
    pub text: String,
    /// What was replaced, in order.
    pub hits: Vec<Hit>,
    /// What no machine decides: peculiar facts that may point at one person.
    pub prompts: Vec<Prompt>,
}

/// Replaces everything that the text may not carry out of the office.
pub fn redact(text: &str, dictionary: &Dictionary, level: Level) -> Redacted {
    redact_keeping(text, dictionary, level, &[])
}

/// The same, leaving what somebody decided to keep: stretches whose folded text is in `kept`. Names, numbers and
/// birthdays of clients and 個人番号 are never kept.
pub fn redact_keeping(text: &str, dictionary: &Dictionary, level: Level, kept: &[String]) -> Redacted {
    let written: Vec<char> = text.chars().collect();
    let mut labels = Labels::of(text);
    let mut calendar = Calendar::default();
    let mut hits: Vec<Hit> = Vec::new();
    for _ in 0..LOOKS {
        let pieces = pieces(&written, &hits);
        let result: String = pieces.iter().map(|p| p.text.as_str()).collect();
        let normal = Normal::of(&result);
        let mut more = Vec::new();
        for found in scan(&normal, dictionary, level, &mut calendar) {
            let word = normal.key_text(found.units.clone());
            if kept.contains(&word) && !final_word(&found.what) {
                continue;
            }
            if let Some(range) = back(&pieces, &normal.original(&found.units)) {
                more.push(hit(&found, range, labels.of_found(&found, &word)));
            }
        }
        if more.is_empty() {
            break;
        }
        // What was put in before and is now part of a longer finding goes with it.
        let more = apart(more);
        hits.retain(|old| {
            let next = more.partition_point(|new| new.end <= old.start);
            more.get(next).is_none_or(|new| new.start >= old.end)
        });
        hits.extend(more);
        hits.sort_by_key(|h| h.start);
    }
    let text = pieces(&written, &hits).into_iter().map(|p| p.text).collect();
    Redacted { text, hits, prompts: prompts(&Normal::of(&written.iter().collect::<String>())) }
}

/// In order, those that meet in one replacement as one.
fn apart(mut hits: Vec<Hit>) -> Vec<Hit> {
    hits.sort_by_key(|hit| hit.start);
    let mut out: Vec<Hit> = Vec::with_capacity(hits.len());
    for hit in hits {
        match out.last_mut() {
            Some(last) if hit.start < last.end => last.end = last.end.max(hit.end),
            _ => out.push(hit),
        }
    }
    out
}

/// What nobody can decide to keep.
const fn final_word(what: &What) -> bool {
    matches!(what, What::Known(Subject::Client(_) | Subject::Number, _) | What::Birth | What::MyNumber)
}

fn hit(found: &Found, range: Range<usize>, replacement: String) -> Hit {
    Hit {
        start: range.start,
        end: range.end,
        layer: found.layer,
        code: code(&found.what),
        certainty: found.certainty,
        replacement,
    }
}

/// Identity of what a stretch is.
pub(crate) const fn code(what: &What) -> &'static str {
    match what {
        What::Known(Subject::Client(_), _) => "client",
        What::Known(Subject::Person(_, Job::Family), _) | What::Relative(_) => "family",
        What::Known(Subject::Person(..), _) => "staff",
        What::Known(Subject::Organisation(_, OrganisationKind::Hospital), _) | What::Hospital => "hospital",
        What::Known(Subject::Organisation(..), _) | What::GroupHome | What::Company | What::Organisation => {
            "organisation"
        }
        What::Known(Subject::Ward, _) | What::Ward => "ward",
        What::Known(Subject::District, _) => "district",
        What::Known(Subject::Address, _) | What::Address => "address",
        What::Known(Subject::Number, _) | What::Number => "number",
        What::MyNumber => "my_number",
        What::Insurer => "insurer",
        What::Somebody(_) => "name",
        What::Phone => "phone",
        What::Mail => "mail",
        What::Url => "url",
        What::Account => "account",
        What::Birth => "birth",
        What::Date(_) => "date",
        What::Age(_) => "age",
        What::School => "school",
        What::Bank => "bank",
    }
}

/// A stretch of the result: one of the original, or a replacement for one.
struct Piece {
    at: usize,
    text: String,
    length: usize,
    original: Range<usize>,
    kept: bool,
}

fn pieces(written: &[char], hits: &[Hit]) -> Vec<Piece> {
    let mut all: Vec<Piece> = Vec::with_capacity(hits.len() * 2 + 1);
    let mut put = |text: String, original: Range<usize>, kept: bool| {
        let at = all.last().map_or(0, |last| last.at + last.length);
        let length = text.chars().count();
        all.push(Piece { at, text, length, original, kept });
    };
    let mut from = 0;
    for hit in hits {
        put(written[from..hit.start].iter().collect(), from..hit.start, true);
        put(hit.replacement.clone(), hit.start..hit.end, false);
        from = hit.end;
    }
    put(written[from..].iter().collect(), from..written.len(), true);
    all
}

/// Where a stretch of the result lies in the original, with the whole of every replacement that it touches.
fn back(pieces: &[Piece], range: &Range<usize>) -> Option<Range<usize>> {
    let mut found: Option<Range<usize>> = None;
    let first = pieces.partition_point(|piece| piece.at + piece.length <= range.start);
    for piece in pieces[first..].iter().take_while(|piece| piece.at < range.end) {
        let at = piece.at;
        let (start, end) = (at.max(range.start), (at + piece.length).min(range.end));
        if start < end {
            let part = match piece.kept {
                true => piece.original.start + start - at..piece.original.start + end - at,
                false => piece.original.clone(),
            };
            found = Some(found.map_or(part.clone(), |f| f.start..part.end));
        }
    }
    found
}
