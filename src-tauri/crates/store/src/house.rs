//! What the house keeps for itself: settings, drafts, the year's aim and the log of what happened.

use crate::{Reader, Row, StoreError, Writer};
use rusqlite::named_params;
use sha2::{Digest, Sha256};

/// One event of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logged {
    /// Running number from 1.
    pub seq: u32,
    /// Moment.
    pub at: String,
    /// What happened: unlock, lock, export, backup, restore …
    pub event: String,
    /// Identity of what it happened to, never a name.
    pub object: String,
    /// How it ended.
    pub result: String,
    /// Hash of the row before.
    pub previous: String,
}

/// How far the log has come: its newest row. Every named act leaves a row, so the mark moves with each of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// Running number of the row; 0 before the first.
    pub count: u32,
    /// Hash of the row, which carries the hash of the row before; empty before the first.
    pub hash: String,
}

impl Logged {
    fn mark(&self) -> Mark {
        Mark { count: self.seq, hash: self.hash() }
    }

    fn hash(&self) -> String {
        let mut hash = Sha256::new();
        for part in [&self.seq.to_string(), &self.at, &self.event, &self.object, &self.result, &self.previous]
        {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part.as_bytes());
        }
        hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

fn logged(r: &Row) -> Result<Logged, StoreError> {
    Ok(Logged {
        seq: r.count("seq")?,
        at: r.text("at")?,
        event: r.text("event")?,
        object: r.text("object")?,
        result: r.text("result")?,
        previous: r.text("previous")?,
    })
}

impl Reader<'_> {
    /// Every setting that was ever kept, by its key.
    pub fn settings(&self) -> Result<Vec<(String, String)>, StoreError> {
        // One row per setting.
        self.all("SELECT id, value FROM settings ORDER BY id", [], |r| Ok((r.text("id")?, r.text("value")?)))
    }

    /// One setting.
    pub fn setting(&self, key: &str) -> Result<Option<String>, StoreError> {
        // The one row of the setting.
        self.first("SELECT value FROM settings WHERE id = :key", named_params! { ":key": key }, |r| {
            r.text("value")
        })
    }

    /// ねらい of a fiscal year.
    pub fn year_aim(&self, fiscal_year: i32) -> Result<Option<String>, StoreError> {
        // The one row of the year.
        self.first(
            "SELECT aim FROM year_aims WHERE fiscal_year = :year",
            named_params! { ":year": fiscal_year },
            |r| r.text("aim"),
        )
    }

    /// Text being typed at a place.
    pub fn draft(&self, place: &str) -> Result<Option<String>, StoreError> {
        // The one row of the place.
        self.first("SELECT body FROM drafts WHERE place = :place", named_params! { ":place": place }, |r| {
            r.text("body")
        })
    }

    /// The log from its beginning.
    pub fn log(&self) -> Result<Vec<Logged>, StoreError> {
        // One row per event.
        self.all("SELECT seq, at, event, object, result, previous FROM access_log ORDER BY seq", [], logged)
    }

    /// The newest row of the log.
    pub fn mark(&self) -> Result<Mark, StoreError> {
        // The newest row.
        let last = self.first(
            "SELECT seq, at, event, object, result, previous FROM access_log ORDER BY seq DESC LIMIT 1",
            [],
            logged,
        )?;
        Ok(last.as_ref().map(Logged::mark).unwrap_or_default())
    }

    /// True when the log goes on from `mark`: its row is there, and every later row is chained to the one before.
    pub fn follows(&self, mark: &Mark) -> Result<bool, StoreError> {
        // The row of the mark and every row after it.
        let rows = self.all(
            "SELECT seq, at, event, object, result, previous FROM access_log WHERE seq >= :seq ORDER BY seq",
            named_params! { ":seq": mark.count },
            logged,
        )?;
        let mut last = match rows.first() {
            Some(row) if row.seq == mark.count => row.mark(),
            _ => Mark::default(),
        };
        if last != *mark {
            return Ok(false);
        }
        for row in rows.iter().filter(|row| row.seq > mark.count) {
            if row.seq != last.count + 1 || row.previous != last.hash {
                return Ok(false);
            }
            last = row.mark();
        }
        Ok(true)
    }

    /// Places of texts that were typed and not recorded, the latest first.
    pub fn draft_places(&self) -> Result<Vec<String>, StoreError> {
        self.all("SELECT place FROM drafts ORDER BY saved_at DESC, place", [], |r| r.text("place"))
    }

    /// The first row of the log that does not follow from the row before it; `None` when the chain is whole.
    pub fn log_break(&self) -> Result<Option<u32>, StoreError> {
        let mut previous = String::new();
        for (row, seq) in self.log()?.iter().zip(1..) {
            if row.previous != previous || row.seq != seq {
                return Ok(Some(seq));
            }
            previous = row.hash();
        }
        Ok(None)
    }
}

impl Writer<'_> {
    /// Keeps one setting.
    pub fn keep_setting(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        self.set |= self.keep_aside(key, value)?;
        Ok(())
    }

    /// Keeps what the house needs beside the settings of a person, and tells whether it was other before.
    pub(crate) fn keep_aside(&mut self, key: &str, value: &str) -> Result<bool, StoreError> {
        let sql = "INSERT INTO settings(id, value) VALUES (:key, :value) ON CONFLICT(id) DO UPDATE SET value = excluded.value
                   WHERE value <> excluded.value";
        let changed =
            self.conn.prepare_cached(sql)?.execute(named_params! { ":key": key, ":value": value })?;
        Ok(changed > 0)
    }

    /// Keeps the ねらい of a fiscal year; empty takes it away.
    pub fn keep_year_aim(&mut self, fiscal_year: i32, aim: &str) -> Result<(), StoreError> {
        if aim.is_empty() {
            self.conn.execute("DELETE FROM year_aims WHERE fiscal_year = ?1", [fiscal_year])?;
            return Ok(());
        }
        let id = self.new_id();
        let sql = "INSERT INTO year_aims(id, fiscal_year, aim) VALUES (:id, :year, :aim)
                   ON CONFLICT(fiscal_year) DO UPDATE SET aim = excluded.aim WHERE aim <> excluded.aim";
        self.conn
            .prepare_cached(sql)?
            .execute(named_params! { ":id": id.as_str(), ":year": fiscal_year, ":aim": aim })?;
        Ok(())
    }

    /// Keeps text that is being typed; empty text drops it.
    pub fn keep_draft(&mut self, place: &str, body: &str) -> Result<(), StoreError> {
        if body.is_empty() {
            return self.drop_draft(place);
        }
        let at = self.at().to_rfc3339();
        let sql = "INSERT INTO drafts(place, body, saved_at) VALUES (:place, :body, :at)
                   ON CONFLICT(place) DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at";
        self.conn
            .prepare_cached(sql)?
            .execute(named_params! { ":place": place, ":body": body, ":at": at })?;
        Ok(())
    }

    /// Drops the text of a place, because it was recorded or emptied.
    pub fn drop_draft(&mut self, place: &str) -> Result<(), StoreError> {
        self.conn.execute("DELETE FROM drafts WHERE place = ?1", [place])?;
        Ok(())
    }

    /// Adds an event to the log, chained to the event before.
    pub fn log_event(&mut self, event: &str, object: &str, result: &str) -> Result<(), StoreError> {
        let Mark { count, hash: previous } = self.mark()?;
        let seq = count + 1;
        let at = self.at().to_rfc3339();
        let sql = "INSERT INTO access_log(seq, at, event, object, result, previous) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        self.conn.prepare_cached(sql)?.execute((seq, at, event, object, result, previous))?;
        Ok(())
    }
}
