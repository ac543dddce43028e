//! A store for the tests of what follows every change.

use crate::search::Hit;
use crate::vault::{DataKey, open};
use crate::{Store, StoreError, UNDO};
use chrono::{DateTime, FixedOffset};
use domain::measure::IdSource;
use rusqlite::Connection;

/// A store in a file of its own, which goes with it.
pub(crate) struct Trial {
    pub(crate) store: Store,
    ids: IdSource,
    path: std::path::PathBuf,
}

impl Trial {
    pub(crate) fn new(name: &str) -> Self {
        Self::after(name, |_| ())
    }

    /// A store whose file was made before.
    pub(crate) fn after(name: &str, make: impl FnOnce(&Connection)) -> Self {
        let path = std::env::temp_dir().join(format!("susono-{name}-{}.db", std::process::id()));
        let key = DataKey::new([5; 32]);
        make(&open::connect(&path, &key).unwrap());
        let store = Store::open(&path, &key).unwrap();
        Self { store, ids: IdSource::new([7; 32]), path }
    }

    pub(crate) fn act(&mut self, sql: &str) {
        let done: Result<(), StoreError> = self
            .store
            .act(Some("Trial"), moment(), &mut self.ids, |writer| Ok(writer.conn.execute_batch(sql)?));
        done.unwrap();
    }

    /// Takes the newest act back and gives its name.
    pub(crate) fn undo(&mut self) -> String {
        let done: Result<String, StoreError> =
            self.store.act(Some(UNDO), moment(), &mut self.ids, |writer| writer.undo());
        done.unwrap()
    }

    pub(crate) fn search(&self, query: &str) -> Vec<Hit> {
        let search = |limit: u32| self.store.read(|reader| reader.search(query, limit)).unwrap();
        let (found, first) = (search(2_000), search(3));
        assert_eq!(found.total as usize, found.hits.len());
        let ids = |hits: &[Hit]| hits.iter().map(|hit| hit.id.clone()).collect::<Vec<_>>();
        assert_eq!((first.total, ids(&first.hits)), (found.total, ids(&found.hits[..first.hits.len()])));
        found.hits
    }
}

impl Drop for Trial {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.path);
    }
}

/// The moment of every act.
pub(crate) fn moment() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-02T09:00:00+09:00").unwrap()
}

/// Records of one day, numbered from `first`.
pub(crate) fn issues(day: &str, first: usize, count: usize) -> String {
    format!(
        "WITH RECURSIVE n(i) AS (SELECT {first} UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {first} + {count}) \
         INSERT INTO issues(id, on_date, text) SELECT printf('00000000-0000-7000-8000-%012d', i), '{day}', '足りないもの' || i FROM n;"
    )
}
