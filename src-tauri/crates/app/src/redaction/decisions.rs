//! Decisions about words that may stay. A word that was decided about is not asked about again at that level.

use super::TextLevel;
use crate::house::Command;
use crate::{Circumstances, Failure, Topic};
use serde::Deserialize;
use store::Writer;
use store::redaction::KeptWord;

/// What nobody may decide to keep.
const NEVER: &[&str] = &["client", "birth", "count", "combination"];

/// Remembers that a word may stay in texts of a level, with the reason. Errors: `redaction.never`, `redaction.no-reason`,
/// `redaction.empty`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct KeepWord {
    /// The word as a finding gives it.
    word: String,
    level: TextLevel,
    /// What it was found as.
    code: String,
    /// Why it may stay.
    reason: String,
}

/// Takes a decision back.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct ForgetWord {
    word: String,
    level: TextLevel,
}

impl Command for KeepWord {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Reports, Topic::Settings];
    const UNDOABLE: bool = false;

    fn perform(self, _: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        let word = redaction::folded(&self.word);
        if word.is_empty() {
            return Err(Failure::new("redaction.empty").at("word"));
        }
        if NEVER.contains(&self.code.as_str()) {
            return Err(Failure::new("redaction.never").at("word"));
        }
        let reason = self.reason.trim().to_owned();
        if reason.is_empty() {
            return Err(Failure::new("redaction.no-reason").at("reason"));
        }
        let level = self.level.inner().code().to_owned();
        Ok(writer.keep_word(&KeptWord { word, level, code: self.code, reason })?)
    }
}

impl Command for ForgetWord {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Reports, Topic::Settings];
    const UNDOABLE: bool = false;

    fn perform(self, _: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        Ok(writer.forget_word(&redaction::folded(&self.word), self.level.inner().code())?)
    }
}
