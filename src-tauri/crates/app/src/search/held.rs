//! What a search with conditions judges, kept as long as nothing changes: thousands of records are judged at every key.

use crate::cases::{self, CaseLine};
use crate::{Failure, House};
use chrono::NaiveDate;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use store::Reader;
use store::written::Written;

/// What was read for the last search with conditions. It lives and dies with the open house.
#[derive(Default)]
pub struct Cache(Mutex<Option<Arc<Held>>>);

/// The records of one moment.
pub(super) struct Held {
    generation: u64,
    pub(super) today: NaiveDate,
    pub(super) written: Written,
    lines: OnceLock<Vec<CaseLine>>,
}

impl Cache {
    /// What is kept, if it is of this moment; otherwise it is read anew and kept.
    pub(super) fn get(
        &self,
        reader: &Reader,
        generation: u64,
        today: NaiveDate,
    ) -> Result<Arc<Held>, Failure> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(held) = kept.as_ref().filter(|h| h.generation == generation && h.today == today) {
            return Ok(Arc::clone(held));
        }
        let written = reader.written(today)?;
        let held = Arc::new(Held { generation, today, written, lines: OnceLock::new() });
        *kept = Some(Arc::clone(&held));
        Ok(held)
    }
}

impl Held {
    /// Everybody, as a list of people shows them.
    pub(super) fn lines(&self, reader: &Reader) -> Result<&[CaseLine], Failure> {
        if let Some(lines) = self.lines.get() {
            return Ok(lines);
        }
        let lines = cases::lines(reader, self.today, store::cases::Whose::Everybody)?;
        Ok(self.lines.get_or_init(|| lines))
    }
}

/// Reads the store for as long as `question` runs, with the count of acts that it stands at.
pub(super) fn look<T>(
    house: &House,
    question: impl FnOnce(&Reader, u64) -> Result<T, Failure>,
) -> Result<T, Failure> {
    house.with_store(|store| store.read(|reader| question(reader, store.generation())))
}
