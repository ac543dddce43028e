//! Decisions about words that may stay. A word that was decided about is not asked about again at that level; all of
//! them can be looked at and taken back.

use super::TextLevel;
use crate::house::{Command, Query};
use crate::{Circumstances, Failure, Topic};
use serde::{Deserialize, Serialize};
use store::redaction::KeptWord;
use store::{Reader, Writer};

/// What nobody may decide to keep.
const NEVER: &[&str] = &["client", "birth", "my_number", "count", "combination"];

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

/// Asks for every word that somebody decided to keep, newest first.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(type = "Record<string, never>")]
pub struct KeptWords {}

/// One word that may stay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct KeptWordLine {
    /// The word as a decision about it is remembered.
    pub word: String,
    /// For whose texts.
    pub level: TextLevel,
    /// What it was found as.
    pub code: String,
    /// Why it may stay.
    pub reason: String,
    /// Day of the decision.
    pub on: String,
    /// Who decided; empty where no name was set.
    pub by: String,
}

impl Query for KeptWords {
    type Answer = Vec<KeptWordLine>;
    const TOPICS: &'static [Topic] = &[Topic::Reports, Topic::Settings];

    fn answer(self, _: &Circumstances, reader: &Reader) -> Result<Self::Answer, Failure> {
        let line = |kept: KeptWord| {
            Some(KeptWordLine {
                level: TextLevel::from_code(&kept.level)?,
                on: kept.decided_at.chars().take(10).collect(),
                word: kept.word,
                code: kept.code,
                reason: kept.reason,
                by: kept.decided_by,
            })
        };
        Ok(reader.kept_words()?.into_iter().filter_map(line).collect())
    }
}

impl Command for KeepWord {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Reports, Topic::Settings];

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
        let decided_by = writer.setting("author")?.unwrap_or_default();
        Ok(writer.keep_word(&KeptWord {
            word,
            level,
            code: self.code,
            reason,
            decided_by,
            ..KeptWord::default()
        })?)
    }
}

impl Command for ForgetWord {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Reports, Topic::Settings];

    fn perform(self, _: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        Ok(writer.forget_word(&redaction::folded(&self.word), self.level.inner().code())?)
    }
}
