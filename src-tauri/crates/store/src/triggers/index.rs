//! The search index as a whole: held back while many records come in, built anew, and held against the records.

use super::numbers::next_doc;
use super::{FOLD_VERSION, SOURCES, Source, insert_trigger, waiting};
use crate::StoreError;
use rusqlite::{Connection, Params, Transaction, TransactionBehavior};

/// Holds the index of new records back until [`follow_again`]: thousands of records come in faster so.
pub(crate) fn hold(conn: &Connection) -> Result<(), StoreError> {
    let drops: Vec<String> =
        SOURCES.iter().map(|s| format!("DROP TRIGGER temp.search_{}_insert;", s.table)).collect();
    conn.execute_batch(&drops.join("\n"))?;
    Ok(())
}

/// Indexes every record that the index lacks, those of a day in the order in which they came, and follows new ones again.
pub(crate) fn follow_again(conn: &Connection) -> Result<(), StoreError> {
    waiting::take_in(conn)?;
    add_missing(conn)?;
    for source in SOURCES {
        conn.execute_batch(&insert_trigger(source))?;
    }
    Ok(())
}

/// Memory in which the index of many records is collected, in bytes, and what it is for one record.
const COLLECTED: (u32, u32) = (128 << 20, 1 << 20);

/// Where at least this part of all records came in at once, the index is put together into one piece again.
const PUT_TOGETHER: i64 = 8;

/// Gives every record that has none its number, and indexes all of them. A word of several pairs is found a fifth faster
/// in one piece than in three; putting together costs as much as indexing, so that few records do not cause it.
fn add_missing(conn: &Connection) -> Result<(), StoreError> {
    let docs = || conn.query_row("SELECT count(*) FROM search_docs", [], |r| r.get::<_, i64>(0));
    let before = docs()?;
    SOURCES.iter().try_for_each(|source| number_missing(conn, source))?;
    add(conn, "NOT EXISTS (SELECT 1 FROM search_index i WHERE i.rowid = d.doc)", [])?;
    let all = docs()?;
    if (all - before) * PUT_TOGETHER >= all {
        conn.execute("INSERT INTO search_index(search_index) VALUES ('optimize')", [])?;
    }
    Ok(())
}

/// Indexes records that have just got their numbers.
pub(super) fn add_numbered(conn: &Connection, docs: &[i64]) -> Result<(), StoreError> {
    let docs = serde_json::to_string(docs).map_err(|_| StoreError::Unreadable("search_docs"))?;
    add(conn, "d.doc IN (SELECT value FROM json_each(?1))", [docs])
}

/// Indexes the numbered records of which a condition holds in one walk upwards: they then come in one piece, which is
/// smaller and asked faster than pieces that were merged.
fn add(conn: &Connection, which: &str, params: impl Params) -> Result<(), StoreError> {
    let texts: Vec<String> = SOURCES
        .iter()
        .map(|Source { kind, table, text, .. }| {
            format!("WHEN '{kind}' THEN (SELECT {text} FROM {table} r WHERE r.id = unpacked(d.record))")
        })
        .collect();
    let collect = |bytes: u32| {
        conn.execute("INSERT INTO search_index(search_index, rank) VALUES ('hashsize', ?1)", [bytes])
    };
    collect(COLLECTED.0)?;
    let sql = format!(
        "INSERT INTO search_index(rowid, grams) SELECT d.doc, grams(CASE d.kind {} END) FROM search_docs d WHERE {which} ORDER BY d.doc",
        texts.join(" ")
    );
    conn.prepare_cached(&sql)?.execute(params)?;
    collect(COLLECTED.1)?;
    Ok(())
}

/// Gives every record of a kind that has none its number.
fn number_missing(conn: &Connection, source: &Source) -> Result<(), StoreError> {
    let Source { kind, table, date, .. } = source;
    let mut missing = conn.prepare(&format!(
        "SELECT r.id, {date} FROM {table} r WHERE r.id NOT IN (SELECT unpacked(record) FROM search_docs WHERE kind = '{kind}') ORDER BY 2 DESC, r.rowid"
    ))?;
    let missing: Vec<(String, Option<String>)> =
        missing.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?.collect::<Result<_, _>>()?;
    let mut number = conn.prepare(&format!(
        "INSERT INTO search_docs(doc, kind, record) VALUES ({}, '{kind}', packed(?2))",
        next_doc("last_doc(?1)")
    ))?;
    for (id, date) in missing {
        number.execute((date, id))?;
    }
    Ok(())
}

pub(super) fn version(conn: &Connection) -> Result<u32, StoreError> {
    let mut statement = conn.prepare("SELECT value FROM settings WHERE id = 'fold_version'")?;
    let mut rows = statement.query([])?;
    match rows.next()? {
        Some(row) => Ok(row.get::<_, String>(0)?.parse().unwrap_or(0)),
        None => Ok(0),
    }
}

/// True when every record has its entry in the index, no entry stands without its record, and the index itself is whole.
pub(crate) fn fits(conn: &Connection) -> Result<bool, StoreError> {
    let count = |sql: &str| conn.query_row(sql, [], |r| r.get::<_, i64>(0));
    let (mut records, mut fitting) = (0, 0);
    for Source { kind, table, date, text } in SOURCES {
        records += count(&format!("SELECT count(*) FROM {table}"))?;
        fitting += count(&format!(
            "SELECT count(*) FROM (SELECT r.id FROM search_docs d CROSS JOIN {table} r ON r.id = unpacked(d.record) \
             CROSS JOIN search_index i ON i.rowid = d.doc WHERE d.kind = '{kind}' AND d.doc <= last_doc({date}) \
             UNION SELECT r.id FROM search_waiting w CROSS JOIN {table} r ON r.id = w.record \
             WHERE w.kind = '{kind}' AND w.last_doc = last_doc({date}) AND w.folded = folded({text}))"
        ))?;
    }
    let docs = count("SELECT count(*) FROM search_docs")?;
    let waiting = count("SELECT count(*) FROM search_waiting")?;
    let entries = count("SELECT count(*) FROM search_index")?;
    let whole = conn.execute("INSERT INTO search_index(search_index) VALUES ('integrity-check')", []).is_ok();
    Ok(whole
        && version(conn)? == FOLD_VERSION
        && [fitting, docs + waiting, entries + waiting].iter().all(|n| *n == records))
}

/// Builds the index anew from the records, in one transaction of its own.
pub(crate) fn rebuild(conn: &Connection) -> Result<(), StoreError> {
    let tx = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
    renew(&tx)?;
    tx.execute_batch(&format!(
        "INSERT INTO settings(id, value) VALUES ('fold_version', '{FOLD_VERSION}') ON CONFLICT(id) DO UPDATE SET value = excluded.value;"
    ))?;
    tx.commit()?;
    Ok(())
}

/// Builds the index anew from the records: nothing is left in it of what was deleted.
pub(crate) fn renew(conn: &Connection) -> Result<(), StoreError> {
    conn.execute_batch(
        "INSERT INTO search_index(search_index) VALUES ('delete-all'); DELETE FROM search_docs; DELETE FROM search_waiting;",
    )?;
    add_missing(conn)
}

#[cfg(test)]
mod tests {
    use super::super::trial::{Trial, issues};

    #[test]
    fn many_records_at_once_leave_the_index_in_one_piece_and_few_do_not_move_it() {
        let mut trial = Trial::new("one-piece");
        trial.act(&issues("2026-11-02", 0, 1));
        for (first, count, pieces) in [(100, 400, 1), (500, 400, 1), (900, 20, 2), (1_000, 400, 1)] {
            let conn = trial.store.connection();
            super::hold(conn).unwrap();
            conn.execute_batch(&issues("2026-11-03", first, count)).unwrap();
            super::follow_again(conn).unwrap();
            let found = "SELECT count(DISTINCT segid) FROM search_index_idx";
            let found = conn.query_row(found, [], |r| r.get::<_, u32>(0)).unwrap();
            assert_eq!(found, pieces, "after {count} from {first}");
        }
        assert_eq!(trial.search("足りないもの").len(), 1_221);
        assert_eq!(trial.store.check().unwrap(), Vec::<&str>::new());
    }

    #[test]
    fn a_day_with_more_records_than_its_numbers_loses_none() {
        let mut trial = Trial::new("full-day");
        trial.act(&issues("2026-11-02", 0, 600));
        trial.act(&issues("2026-11-03", 1_000, 300));
        trial.act(&issues("2026-11-01", 2_000, 10));
        trial.act(&issues("2026-11-20", 3_000, 5));
        trial.act(&issues("2026-11-02", 4_000, 1));
        let hits = trial.search("足りないもの");
        assert_eq!(hits.len(), 916);
        // Days that spilled may mingle with their neighbours; none comes before a later or after an earlier day of the rest.
        let days: Vec<&str> = hits.iter().filter_map(|hit| hit.date.as_deref()).collect();
        assert!(days[..5].iter().all(|day| *day == "2026-11-20"));
        assert!(days[906..].iter().all(|day| *day == "2026-11-01"));
        let ids: std::collections::BTreeSet<&str> = hits.iter().map(|hit| hit.id.as_str()).collect();
        assert_eq!(ids.len(), 916, "each stands once");
        // Those that lie in the numbers of other days are found to be corrected, moved and removed.
        trial.act("UPDATE issues SET text = '書き直した' WHERE on_date = '2026-11-02'");
        assert_eq!((trial.search("書き直した").len(), trial.search("足りないもの").len()), (601, 315));
        assert_eq!(
            (trial.search("書き").len(), trial.search("足り").len(), trial.search("足").len()),
            (601, 315, 315)
        );
        trial.act("UPDATE issues SET on_date = '2026-12-01' WHERE 0 + substr(id, -12) IN (0, 599, 4000)");
        let moved: Vec<String> =
            trial.search("書き直した")[..3].iter().map(|hit| hit.date.clone().unwrap()).collect();
        assert_eq!(moved, ["2026-12-01"; 3]);
        trial.act("DELETE FROM issues WHERE on_date < '2026-11-03'");
        assert_eq!((trial.search("書き直した").len(), trial.search("足りないもの").len()), (3, 305));
        assert_eq!(
            (trial.search("書き").len(), trial.search("足り").len(), trial.search("足").len()),
            (3, 305, 305)
        );
        assert_eq!(trial.store.check().unwrap(), Vec::<&str>::new());
    }

    #[test]
    fn more_records_without_a_day_than_a_day_has_numbers_are_all_found() {
        let mut trial = Trial::new("undated");
        let sql = "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 799) \
             INSERT INTO organisations(id, name) SELECT printf('00000000-0000-7000-8000-%012d', i), 'みなと' || i FROM n;";
        trial.act(sql);
        trial.act(&issues("2026-11-02", 0, 3));
        assert_eq!(trial.search("みなと").len(), 800);
        trial.act("UPDATE organisations SET name = 'あさひ' WHERE 0 + substr(id, -12) < 300");
        trial.act("DELETE FROM organisations WHERE 0 + substr(id, -12) >= 700");
        assert_eq!((trial.search("みなと").len(), trial.search("あさひ").len()), (400, 300));
        assert_eq!(trial.store.check().unwrap(), Vec::<&str>::new());
    }

    #[test]
    fn a_check_heals_an_index_in_which_one_record_stands_twice_and_another_lacks() {
        let mut trial = Trial::new("twice");
        trial.act(&issues("2026-11-02", 0, 50));
        let index = "UPDATE search_docs SET record = packed(replace(unpacked(record), '07', '03')) WHERE unpacked(record) LIKE '%07'";
        trial.store.connection().execute_batch(index).unwrap();
        assert_eq!(trial.store.check().unwrap(), ["search_index"]);
        assert_eq!(trial.store.check().unwrap(), Vec::<&str>::new());
        assert_eq!(trial.search("足りないもの").len(), 50);
    }
}
