//! 元に戻す・やり直す. What is taken back is an act by its name; history is never rewritten.

use super::language;
use crate::house::{Command, Query};
use crate::{Circumstances, Failure, Topic};
use serde::{Deserialize, Serialize};
use store::{Reader, Writer};

/// Asks what could be taken back or done again now.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(type = "Record<string, never>")]
pub struct UndoState {}

/// Names of acts, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "UndoState")]
pub struct UndoView {
    /// The act that would be taken back.
    pub undo: Option<String>,
    /// The act that would be done again.
    pub redo: Option<String>,
}

/// The name of an act in words.
fn in_words(reader: &Reader, act: &str) -> String {
    words::say(language(reader), &format!("act.{act}"))
}

impl Query for UndoState {
    type Answer = UndoView;
    const TOPICS: &'static [Topic] = &[Topic::Undo, Topic::Settings];

    fn answer(self, _: &Circumstances, reader: &Reader) -> Result<UndoView, Failure> {
        let state = reader.undo_state()?;
        let worded = |act: Option<String>| act.map(|act| in_words(reader, &act));
        Ok(UndoView { undo: worded(state.undo), redo: worded(state.redo) })
    }
}

/// Takes the newest act back and gives its name. Error: `undo.nothing`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(type = "Record<string, never>")]
pub struct Undo {}

impl Command for Undo {
    type Answer = String;
    const CHANGES: &'static [Topic] = Topic::ALL;

    fn perform(self, _: &Circumstances, writer: &mut Writer) -> Result<String, Failure> {
        let act = writer.undo()?;
        Ok(in_words(writer, &act))
    }
}

/// Does the act that was taken back last again and gives its name. Error: `undo.nothing`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(type = "Record<string, never>")]
pub struct Redo {}

impl Command for Redo {
    type Answer = String;
    const CHANGES: &'static [Topic] = Topic::ALL;

    fn perform(self, _: &Circumstances, writer: &mut Writer) -> Result<String, Failure> {
        let act = writer.redo()?;
        Ok(in_words(writer, &act))
    }
}
