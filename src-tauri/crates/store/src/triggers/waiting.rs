//! Records that wait for the search index. A record alone would touch a dozen pages of it; so one that was just
//! written waits, folded, in a table of its own, where a search looks as well, and many go into the index together.

use super::Source;
use super::index::add_numbered;
use super::numbers::{PER_DAY, next_doc};
use crate::{Reader, StoreError};
use rusqlite::Connection;

/// Most records that wait after an act.
pub(crate) const MOST: u32 = 32;

/// Pages of the index that are merged when records go in. Enough that its pieces stay few, so few that nobody waits for
/// it: without it, a large import is one day written anew in one go.
const MERGED: u32 = 400;

/// SQL that lets a record of this kind wait, for the row of a trigger.
pub(super) fn join(source: &Source, row: &str) -> String {
    let named = |text: &str| text.replace("r.", &format!("{row}."));
    let Source { kind, date, text, .. } = source;
    format!(
        "INSERT INTO search_waiting(last_doc, kind, record, folded) VALUES (last_doc({}), '{kind}', {row}.id, folded({}));",
        named(date),
        named(text)
    )
}

/// Takes the waiting records into the index when they have become many.
pub(crate) fn settle(conn: &Connection) -> Result<(), StoreError> {
    let waiting: u32 =
        conn.prepare_cached("SELECT count(*) FROM search_waiting")?.query_row([], |r| r.get(0))?;
    if waiting > MOST { take_in(conn) } else { Ok(()) }
}

/// Takes every waiting record into the index, those of a day in the order in which they came.
pub(super) fn take_in(conn: &Connection) -> Result<(), StoreError> {
    let mut waiting =
        conn.prepare_cached("SELECT last_doc, kind, record FROM search_waiting ORDER BY seq")?;
    let waiting: Vec<(i64, String, String)> =
        waiting.query_map([], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?.collect::<Result<_, _>>()?;
    let mut number = conn.prepare_cached(&format!(
        "INSERT INTO search_docs(doc, kind, record) VALUES ({}, ?2, packed(?3))",
        next_doc("?1")
    ))?;
    let mut docs = Vec::with_capacity(waiting.len());
    for row in waiting {
        number.execute(row)?;
        docs.push(conn.last_insert_rowid());
    }
    add_numbered(conn, &docs)?;
    conn.prepare_cached("INSERT INTO search_index(search_index, rank) VALUES ('merge', ?1)")?
        .execute([MERGED])?;
    conn.prepare_cached("DELETE FROM search_waiting")?.execute([])?;
    Ok(())
}

/// A waiting record that holds all words of a query.
pub(crate) struct Waiting {
    /// Kind of the record.
    pub(crate) kind: String,
    /// Its identity.
    pub(crate) record: String,
    last_doc: i64,
}

impl Waiting {
    /// True when it is newer than a record of the index. Among the records of a day those that wait are the newest.
    pub(crate) const fn newer_than(&self, doc: i64) -> bool {
        self.last_doc - PER_DAY < doc
    }
}

impl Reader<'_> {
    /// The waiting records that hold all words, the newest first.
    pub(crate) fn waiting(&self, words: &[String]) -> Result<Vec<Waiting>, StoreError> {
        let mut found = Vec::new();
        // One row per waiting record, the last written first.
        self.all("SELECT folded, last_doc, kind, record FROM search_waiting ORDER BY seq DESC", [], |r| {
            let folded = r.text("folded")?;
            if words.iter().all(|word| folded.contains(word.as_str())) {
                let last_doc = i64::from(r.count("last_doc")?);
                found.push(Waiting { kind: r.text("kind")?, record: r.text("record")?, last_doc });
            }
            Ok(())
        })?;
        found.sort_by_key(|one| one.last_doc);
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Trial, issues};
    use super::MOST;

    fn waiting(trial: &Trial) -> u32 {
        let count = "SELECT count(*) FROM search_waiting";
        trial.store.connection().query_row(count, [], |r| r.get(0)).unwrap()
    }

    /// The last digits of the identities that a search finds, newest first.
    fn found(trial: &Trial, query: &str) -> Vec<u32> {
        trial.search(query).iter().map(|hit| hit.id.as_str()[24..].parse().unwrap()).collect()
    }

    #[test]
    fn what_waits_is_found_among_what_is_indexed_and_keeps_its_place_when_it_goes_in() {
        let mut trial = Trial::new("waiting");
        trial.act(&issues("2026-11-02", 100, 40));
        assert_eq!(waiting(&trial), 0, "many go in at once");
        trial.act(&issues("2026-11-02", 200, 2));
        trial.act(&issues("2026-11-03", 300, 1));
        trial.act(&issues("2026-11-01", 400, 2));
        trial.act(&issues("2026-11-02", 202, 1));
        assert_eq!(waiting(&trial), 6);
        let newest_first: Vec<u32> =
            [300, 202, 201, 200].into_iter().chain((100..140).rev()).chain([401, 400]).collect();
        assert_eq!(found(&trial, "足りないもの"), newest_first);
        assert_eq!(found(&trial, "い"), newest_first);
        assert_eq!(found(&trial, "足りないもの20"), [202, 201, 200]);
        assert_eq!(
            found(&trial, "もの 3"),
            [300, 139, 138, 137, 136, 135, 134, 133, 132, 131, 130, 123, 113, 103]
        );
        let some = trial.store.read(|reader| reader.search("足りないもの", 5)).unwrap();
        assert_eq!(
            (some.total, some.hits.len(), some.hits[4].id.as_str()),
            (46, 5, trial.search("足りないもの139")[0].id.as_str())
        );
        trial.act(&issues("2026-10-01", 500, MOST as usize));
        assert_eq!(waiting(&trial), 0);
        assert_eq!(found(&trial, "足りないもの")[..46], newest_first);
        assert_eq!(trial.store.check().unwrap(), Vec::<&str>::new());
    }

    #[test]
    fn what_waits_can_be_corrected_moved_and_removed_and_is_checked() {
        let mut trial = Trial::new("correct");
        trial.act(&issues("2026-11-02", 0, 40));
        trial.act(&issues("2026-11-02", 40, 3));
        trial.act("UPDATE issues SET text = '書き直した' WHERE 0 + substr(id, -12) IN (3, 41)");
        trial.act("UPDATE issues SET status = 'open'");
        assert_eq!(
            (waiting(&trial), found(&trial, "書き直した")),
            (4, vec![41, 3]),
            "what is not searched moves nothing"
        );
        trial.act("UPDATE issues SET on_date = '2026-12-01' WHERE 0 + substr(id, -12) IN (5, 42)");
        assert_eq!(found(&trial, "ないもの")[..3], [42, 5, 40]);
        trial.act("DELETE FROM issues WHERE 0 + substr(id, -12) IN (3, 4, 40)");
        assert_eq!((found(&trial, "書き直した"), found(&trial, "ないもの").len()), (vec![41], 39));
        assert_eq!(trial.store.check().unwrap(), Vec::<&str>::new());
        for damage in [
            "UPDATE search_waiting SET folded = 'ほか' WHERE kind = 'issue' AND folded = '書き直した'",
            "INSERT INTO search_waiting(last_doc, kind, record, folded) SELECT last_doc, kind, record, folded FROM search_waiting LIMIT 1",
            "DELETE FROM search_waiting WHERE seq = (SELECT max(seq) FROM search_waiting)",
        ] {
            trial.act("UPDATE issues SET text = '書き直した' WHERE 0 + substr(id, -12) = 41");
            trial.act(&issues("2026-11-02", 50, 1));
            trial.store.connection().execute_batch(damage).unwrap();
            assert_eq!(trial.store.check().unwrap(), ["search_index"], "{damage}");
            assert_eq!(trial.store.check().unwrap(), Vec::<&str>::new());
            assert_eq!((found(&trial, "書き直した"), found(&trial, "ないもの").len()), (vec![41], 40));
            trial.act("DELETE FROM issues WHERE 0 + substr(id, -12) = 50");
            trial.act("UPDATE issues SET text = '足りないもの' WHERE 0 + substr(id, -12) = 41");
        }
    }

    #[test]
    fn a_thousand_acts_without_a_pause_leave_a_whole_index_of_few_pieces() {
        let mut trial = Trial::new("thousand");
        // The disk need not keep these.
        trial.store.connection().execute_batch("PRAGMA synchronous = OFF").unwrap();
        trial.act(&issues("2026-10-01", 10_000, 3_000));
        let mut most = 0;
        for act in 0..1_000 {
            trial.act(&issues(&format!("2026-11-{:02}", act / 40 + 1), act, 1));
            assert!(waiting(&trial) <= MOST);
            let pieces = "SELECT count(DISTINCT segid) FROM search_index_idx";
            most = most.max(trial.store.connection().query_row(pieces, [], |r| r.get::<_, u32>(0)).unwrap());
            if act % 97 == 0 {
                let found = trial.store.read(|reader| reader.search("もの 足りない", 1)).unwrap();
                assert_eq!((found.total as usize, found.hits.len()), (act + 3_001, 1));
            }
        }
        assert!(most <= 12, "{most} pieces");
        let newest: Vec<u32> = (0..1_000).rev().collect();
        let some = trial.store.read(|reader| reader.search("足りないもの", 1_000)).unwrap();
        let some: Vec<u32> = some.hits.iter().map(|hit| hit.id.as_str()[24..].parse().unwrap()).collect();
        assert_eq!(some, newest);
        assert_eq!(trial.store.check().unwrap(), Vec::<&str>::new());
    }
}
