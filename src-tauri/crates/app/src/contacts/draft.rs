//! 未記入 never gets lost: text being typed is kept at every pause, apart from the records.

use crate::house::{Command, Query};
use crate::{Circumstances, Failure, Topic};
use serde::Deserialize;
use store::{Reader, Writer};

/// Longest text that is kept, in characters.
const LONGEST: usize = 100_000;

/// Asks for the text being typed at a place: `case/<id>`, `visit/<plan>/<case>`, or what a form calls itself.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    place: String,
}

impl Query for Draft {
    type Answer = Option<String>;
    const TOPICS: &'static [Topic] = &[];

    fn answer(self, _: &Circumstances, reader: &Reader) -> Result<Option<String>, Failure> {
        Ok(reader.draft(&self.place)?)
    }
}

/// Keeps the text being typed at a place, empty text drops it; gives the moment. No screen need ask anything anew.
/// Error: `draft.too-long`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct KeepDraft {
    place: String,
    body: String,
}

impl Command for KeepDraft {
    type Answer = String;
    const CHANGES: &'static [Topic] = &[];
    const UNDOABLE: bool = false;
    const LOGGED: bool = false;

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<String, Failure> {
        if self.body.chars().count() > LONGEST {
            return Err(Failure::new("draft.too-long").at("body"));
        }
        writer.keep_draft(&self.place, &self.body)?;
        Ok(around.at.to_rfc3339())
    }
}
