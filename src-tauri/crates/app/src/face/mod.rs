//! 仮名面: the same record shown with codes instead of names, so that a screen can be turned to others.
//!
//! The switch stands at the door and nowhere else: while it is on, every answer passes [`turned`] before it leaves the
//! house, no act is done (a form filled with codes would be kept as if they were names), and what cannot be searched
//! for names (papers as pictures, attachments, drafts) is not shown. It is never stored and off in a fresh house.

mod codes;
mod reveal;
mod turn;

pub(crate) use codes::Codes;
pub use reveal::{RevealName, RevealedName};

use crate::{Failure, House, Reply};
use serde_json::Value;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// Answers that are pictures or made for one person, and previews of what would be written.
const UNSEEN: &[&str] = &[
    "RecordPaper",
    "RecordPaperPage",
    "ReportPage",
    "AttachmentPage",
    "PersonRoad",
    "PastePreview",
    "TablePreview",
    "FilledTemplate",
];
/// Answers that are the names themselves.
const OPEN: &[&str] = &["RevealName"];

/// The switch, and the codes of the vault as it was when they were last needed.
#[derive(Default)]
pub struct Face {
    on: AtomicBool,
    codes: Mutex<Option<(u64, Arc<Codes>)>>,
}

impl Face {
    /// Shows codes, or names again.
    pub fn show_codes(&self, on: bool) {
        self.on.store(on, Ordering::SeqCst);
        if !on {
            *self.codes.lock().unwrap_or_else(PoisonError::into_inner) = None;
        }
    }

    /// True while codes are shown.
    pub fn shows_codes(&self) -> bool {
        self.on.load(Ordering::SeqCst)
    }

    /// Refuses what writes into the vault or out of it. Error: `face.masked`.
    pub fn may_write(&self) -> Result<(), Failure> {
        if self.shows_codes() { Err(Failure::new("face.masked")) } else { Ok(()) }
    }

    /// Refuses what cannot be shown without names. Error: `face.unseen`.
    pub(crate) fn may_show(&self, name: &str) -> Result<(), Failure> {
        if self.shows_codes() && UNSEEN.contains(&name) { Err(Failure::new("face.unseen")) } else { Ok(()) }
    }

    fn codes(&self, house: &House) -> Result<Arc<Codes>, Failure> {
        let generation = house.generation();
        let mut known = self.codes.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, codes)) = known.as_ref().filter(|(of, _)| *of == generation) {
            return Ok(Arc::clone(codes));
        }
        let codes = Arc::new(house.read(Codes::read)?);
        *known = Some((generation, Arc::clone(&codes)));
        Ok(codes)
    }
}

/// A reply as it may leave the house: with codes while they are shown.
pub(crate) fn turned(house: &House, name: &str, mut reply: Reply) -> Result<Reply, Failure> {
    let face = house.face();
    if !face.shows_codes() || OPEN.contains(&name) {
        return Ok(reply);
    }
    if name == "Draft" {
        reply.value = Value::Null;
        return Ok(reply);
    }
    let codes = face.codes(house)?;
    turn::turn(&mut reply.value, &codes);
    Ok(reply)
}
