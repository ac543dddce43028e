//! The plain way: folded text in a column of bare SQLCipher, scanned with LIKE.

use super::snippet::snippet;
use super::{Found, SHOWN};
use crate::corpus::Note;
use crate::place::key;
use domain::text::fold::fold;
use rusqlite::Connection;
use std::path::Path;

/// A file of notes with their folded text.
pub struct Like(Connection);

impl Like {
    /// Writes the notes into a new file with the key and the settings of the real store.
    pub fn over(file: &Path, notes: &[Note]) -> Self {
        let conn = store::vault::open::connect(file, &key()).expect("the file opens");
        conn.execute_batch(
            "CREATE TABLE notes(id INTEGER PRIMARY KEY, day TEXT NOT NULL, body TEXT NOT NULL, folded TEXT NOT NULL); BEGIN;",
        )
        .expect("the table is new");
        let mut insert =
            conn.prepare("INSERT INTO notes VALUES (?1, ?2, ?3, ?4)").expect("the table was just made");
        for note in notes {
            insert.execute((note.id, &note.day, &note.body, fold(&note.body))).expect("the note is kept");
        }
        drop(insert);
        conn.execute_batch("COMMIT").expect("the notes are kept");
        Self(conn)
    }

    /// Counts, and shows the newest.
    pub fn search(&self, query: &str) -> Found {
        let word = fold(query);
        let pattern = format!("%{word}%");
        let mut count = self
            .0
            .prepare_cached("SELECT count(*) FROM notes WHERE folded LIKE ?1")
            .expect("the table stands");
        let total = count.query_row([&pattern], |row| row.get(0)).expect("the scan counts");
        let mut newest = self
            .0
            .prepare_cached("SELECT body FROM notes WHERE folded LIKE ?1 ORDER BY id DESC LIMIT ?2")
            .expect("the table stands");
        let bodies =
            newest.query_map((&pattern, SHOWN), |row| row.get::<_, String>(0)).expect("the scan runs");
        let shown = bodies.filter_map(|body| snippet(&body.expect("a body is text"), &word)).count();
        Found { total, shown }
    }
}
