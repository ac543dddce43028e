//! The door's one stream of events, and the brake of long acts.

use super::House;
use crate::{Failure, Topic};
use serde::Serialize;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// One event of the door's stream, for every long act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[ts(rename = "HouseEvent")]
pub enum Event {
    /// A long act has come so far.
    Progress {
        /// Name of the act.
        #[ts(type = "string")]
        act: &'static str,
        /// Steps done.
        #[ts(type = "number")]
        done: usize,
        /// Steps in all, 0 while unknown.
        #[ts(type = "number")]
        total: usize,
    },
    /// Topics changed outside a reply.
    Changed {
        /// The topics.
        topics: Vec<Topic>,
    },
    /// The house was locked; nothing can be asked any more.
    Locked,
}

/// The brake of long acts. Its copies all stop the same house.
#[derive(Clone, Debug, Default)]
pub struct Cancel(Arc<AtomicU64>);

impl Cancel {
    /// Asks every long act that runs now to stop; one that begins later is not meant.
    pub fn stop(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
    fn asked(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// How far a long act has come.
pub struct Progress<'a> {
    house: &'a House,
    act: &'static str,
    asked_before: u64,
}

impl<'a> Progress<'a> {
    pub(super) fn begin(house: &'a House, act: &'static str) -> Self {
        Self { house, act, asked_before: house.cancel.asked() }
    }

    /// Says that `done` of `total` steps are done (0 while unknown). Error: `act.stopped`, then nothing may be kept.
    pub fn step(&self, done: usize, total: usize) -> Result<(), Failure> {
        self.house.tell(Event::Progress { act: self.act, done, total });
        if self.house.cancel.asked() == self.asked_before { Ok(()) } else { Err(Failure::new("act.stopped")) }
    }
}
