//! 次の一手 out of the text of a note: a line that begins with an arrow. Proposed here, created only with the note, as shown.

use crate::house::Query;
use crate::{Circumstances, Failure, Topic};
use chrono::NaiveDate;
use domain::text::typed_date::ahead;
use serde::{Deserialize, Serialize};
use store::Reader;

/// How a line begins that is something to do.
const ARROWS: [&str; 8] = ["→", "⇒", "➡", "⟶", "➔", "->", "=>", "－＞"];
/// Most proposals of one text.
const MOST: usize = 20;

/// Asks what the lines of a text say that is to be done, seen from the day of the note.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct ProposedSteps {
    text: String,
    #[ts(type = "string")]
    on: NaiveDate,
}

/// Something to do, read from a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ProposedStep {
    /// The line as written.
    pub line: String,
    /// What is to be done, without the arrow and the day.
    pub text: String,
    /// The day that the line names.
    #[ts(type = "string | null")]
    pub due_on: Option<NaiveDate>,
}

impl Query for ProposedSteps {
    type Answer = Vec<ProposedStep>;
    const TOPICS: &'static [Topic] = &[];

    fn answer(self, _: &Circumstances, _: &Reader) -> Result<Vec<ProposedStep>, Failure> {
        let steps = self.text.lines().filter_map(|line| {
            let written = line.trim();
            let told = ARROWS.iter().find_map(|arrow| written.strip_prefix(arrow))?;
            let told = told.trim_start_matches('\u{fe0f}').trim();
            let found = ahead(told, self.on);
            // A blank of a template that nobody filled is nothing to do.
            let blank = found.text.chars().all(|c| matches!(c, '＿' | '_') || c.is_whitespace());
            (!blank).then(|| ProposedStep { line: written.to_owned(), text: found.text, due_on: found.on })
        });
        Ok(steps.take(MOST).collect())
    }
}
