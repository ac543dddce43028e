//! The door. Every question and every act of both roofs passes here, in one way.

mod event;
mod input;

pub use event::{Cancel, Event, Progress};
pub(crate) use input::{object_of, read_input, write_answer};

use crate::contract;
use crate::{Circumstances, Failure, Topic};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::sync::{Mutex, MutexGuard};
use store::{Reader, Store, Writer};

/// A question. It cannot change anything.
pub trait Query: DeserializeOwned {
    /// What is answered.
    type Answer: Serialize;
    /// Topics whose change makes the answer stale.
    const TOPICS: &'static [Topic];
    /// Answers.
    fn answer(self, around: &Circumstances, reader: &Reader) -> Result<Self::Answer, Failure>;
}

/// A question that takes long: it reads what it needs and computes without holding the store.
pub trait Study: DeserializeOwned {
    /// What is answered.
    type Answer: Serialize;
    /// Topics whose change makes the answer stale.
    const TOPICS: &'static [Topic];
    /// Studies.
    fn study(self, around: &Circumstances, house: &House) -> Result<Self::Answer, Failure>;
}

/// An act: all of it happens or nothing.
pub trait Command: DeserializeOwned {
    /// What is answered.
    type Answer: Serialize;
    /// Topics that change.
    const CHANGES: &'static [Topic];
    /// False for housekeeping (drafts, settings of the screen) that no 「元に戻す」 should meet.
    const UNDOABLE: bool = true;
    /// False for what happens at every pause in typing: it leaves no row in the log.
    const LOGGED: bool = true;
    /// Acts.
    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<Self::Answer, Failure>;
}

/// What the door gives back.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reply {
    /// The answer.
    pub value: Value,
    /// Topics that changed.
    pub changed: Vec<Topic>,
}

type Listener = Box<dyn Fn(Event) + Send + Sync>;

/// One open vault and its door. Dropping the house locks it: key wiped, file closed.
pub struct House {
    store: Mutex<Store>,
    listener: Listener,
    cancel: Cancel,
    reports: crate::reports::Cache,
    tables: crate::exchange::tables::Waiting,
    papers: crate::records::Cache,
    face: crate::face::Face,
    searched: crate::search::Cache,
}

impl House {
    /// A house over an open store. `listener` hears the event stream.
    pub fn new(store: Store, listener: impl Fn(Event) + Send + Sync + 'static) -> Self {
        Self {
            store: Mutex::new(store),
            listener: Box::new(listener),
            cancel: Cancel::default(),
            reports: Default::default(),
            tables: Default::default(),
            papers: Default::default(),
            face: Default::default(),
            searched: Default::default(),
        }
    }

    /// Tells the event stream.
    pub fn tell(&self, event: Event) {
        (self.listener)(event);
    }

    /// Reports computed a moment ago.
    pub(crate) const fn reports(&self) -> &crate::reports::Cache {
        &self.reports
    }

    /// The paper made a moment ago.
    pub(crate) const fn papers(&self) -> &crate::records::Cache {
        &self.papers
    }

    /// The list that was chosen and waits to be brought in.
    pub(crate) const fn tables(&self) -> &crate::exchange::tables::Waiting {
        &self.tables
    }

    /// What searches with conditions judge.
    pub(crate) const fn searched(&self) -> &crate::search::Cache {
        &self.searched
    }

    /// Whether names or codes are shown.
    pub const fn face(&self) -> &crate::face::Face {
        &self.face
    }

    /// The handle that stops long acts; it can be kept and used while one is running.
    pub fn cancel(&self) -> Cancel {
        self.cancel.clone()
    }

    /// Begins a long act: it reports its steps here and learns here that it is to stop.
    pub fn progress(&self, act: &'static str) -> Progress<'_> {
        Progress::begin(self, act)
    }

    fn store(&self) -> MutexGuard<'_, Store> {
        self.store.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Calls a query or a command of the contract by its name. A failure is worded in the language of the settings.
    /// While codes are shown no answer carries a name, and no command is performed.
    ///
    /// Errors: `door.unknown-name`, `door.bad-input`, and whatever the query or command refuses.
    pub fn call(&self, around: &Circumstances, name: &str, input: Value) -> Result<Reply, Failure> {
        self.face
            .may_show(name)
            .and_then(|()| contract::dispatch(self, around, name, input))
            .and_then(|reply| crate::face::turned(self, name, reply))
            .map_err(|failure| failure.worded(self.language()))
    }

    /// The language of the settings.
    pub fn language(&self) -> words::Language {
        self.read(|reader| Ok::<_, Failure>(crate::settings::language(reader))).unwrap_or(words::Language::Ja)
    }

    /// Asks one question.
    pub fn ask<Q: Query>(&self, around: &Circumstances, query: Q) -> Result<Q::Answer, Failure> {
        self.read(|reader| query.answer(around, reader))
    }

    /// Reads the store for as long as `question` runs.
    pub fn read<T>(&self, question: impl FnOnce(&Reader) -> Result<T, Failure>) -> Result<T, Failure> {
        self.store().read(question)
    }

    /// Performs one act under a name for the undo list (or none, for housekeeping). One act per circumstances:
    /// their identities begin anew each time.
    pub fn perform<T>(
        &self,
        around: &Circumstances,
        name: Option<&str>,
        deed: impl FnOnce(&mut Writer) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let mut ids = around.ids.clone();
        self.store().act(name, around.at, &mut ids, deed)
    }

    /// How many acts were kept since the house was opened. Whoever computes without holding the store compares it
    /// before writing.
    pub fn generation(&self) -> u64 {
        self.store().generation()
    }

    /// Checks the whole store and heals what it can; the names of what was healed.
    ///
    /// Error: `vault.damaged`.
    pub fn check(&self) -> Result<Vec<&'static str>, Failure> {
        self.store().check().map_err(|_| Failure::new("vault.damaged"))
    }

    /// Runs something with the store itself: backups and the schema's text.
    pub fn with_store<T>(&self, work: impl FnOnce(&Store) -> T) -> T {
        work(&self.store())
    }
}

/// Performs a command of the contract: one transaction with its row in the log.
pub(crate) fn perform_command<C: Command>(
    house: &House,
    around: &Circumstances,
    name: &'static str,
    input: Value,
) -> Result<Reply, Failure> {
    house.face().may_write()?;
    let object = object_of(&input);
    let command: C = read_input(input)?;
    let act = match name {
        "Undo" => Some(store::UNDO),
        "Redo" => Some(store::REDO),
        _ => C::UNDOABLE.then_some(name),
    };
    let value = house.perform(around, act, |writer| {
        let value = write_answer(command.perform(around, writer)?)?;
        if C::LOGGED {
            let object = object.or_else(|| input::as_id(&value));
            writer.log_event(name, object.as_ref().map_or("", domain::measure::Id::as_str), "done")?;
        }
        Ok(value)
    })?;
    let mut changed = C::CHANGES.to_vec();
    if act.is_some() && !changed.contains(&Topic::Undo) {
        changed.push(Topic::Undo);
    }
    Ok(Reply { value, changed })
}
