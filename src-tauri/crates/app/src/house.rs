//! The door. Every question and every act of both roofs passes here, in one way.

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

/// An act: all of it happens or nothing.
pub trait Command: DeserializeOwned {
    /// What is answered.
    type Answer: Serialize;
    /// Topics that change.
    const CHANGES: &'static [Topic];
    /// False for housekeeping (drafts, settings of the screen) that no 「元に戻す」 should meet.
    const UNDOABLE: bool = true;
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

/// One event of the door's stream, for progress of long acts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// A long act has come so far.
    Progress {
        /// Name of the act.
        act: &'static str,
        /// Steps done.
        done: usize,
        /// Steps in all, 0 while unknown.
        total: usize,
    },
    /// Topics changed outside a reply.
    Changed {
        /// The topics.
        topics: Vec<Topic>,
    },
}

type Listener = Box<dyn Fn(Event) + Send + Sync>;

/// One open vault and its door. Dropping the house locks it: key wiped, file closed.
pub struct House {
    store: Mutex<Store>,
    listener: Listener,
}

impl House {
    /// A house over an open store. `listener` hears the event stream.
    pub fn new(store: Store, listener: impl Fn(Event) + Send + Sync + 'static) -> Self {
        Self { store: Mutex::new(store), listener: Box::new(listener) }
    }

    /// Tells the event stream.
    pub fn tell(&self, event: Event) {
        (self.listener)(event);
    }

    fn store(&self) -> MutexGuard<'_, Store> {
        self.store.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Calls a query or a command of the contract by its name.
    ///
    /// Errors: `door.unknown-name`, `door.bad-input`, and whatever the query or command refuses.
    pub fn call(&self, around: &Circumstances, name: &str, input: Value) -> Result<Reply, Failure> {
        contract::dispatch(self, around, name, input)
    }

    /// Asks one question.
    pub fn ask<Q: Query>(&self, around: &Circumstances, query: Q) -> Result<Q::Answer, Failure> {
        self.read(|reader| query.answer(around, reader))
    }

    /// Reads the store for as long as `question` runs.
    pub fn read<T>(&self, question: impl FnOnce(&Reader) -> Result<T, Failure>) -> Result<T, Failure> {
        self.store().read(question)
    }

    /// Performs one act under a name for the undo list (or none, for housekeeping).
    pub fn perform<T>(
        &self,
        around: &Circumstances,
        name: Option<&str>,
        deed: impl FnOnce(&mut Writer) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let mut ids = around.ids.clone();
        self.store().act(name, around.at, &mut ids, deed)
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

/// Reads the input of a call. Error: `door.bad-input`.
pub(crate) fn read_input<T: DeserializeOwned>(input: Value) -> Result<T, Failure> {
    serde_json::from_value(input).map_err(|e| Failure::new("door.bad-input").with("detail", e))
}

/// Makes the answer of a call into a value. Error: `door.bad-answer`.
pub(crate) fn write_answer(answer: impl Serialize) -> Result<Value, Failure> {
    serde_json::to_value(answer).map_err(|_| Failure::new("door.bad-answer"))
}
