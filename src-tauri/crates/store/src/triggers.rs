//! What follows every change by itself: the undo log, revisions of contact records, the search index.
//!
//! The triggers are temporary and made before the first act from the tables as they are, so they can never lag
//! behind the schema, and undo, being ordinary changes, keeps revisions and search right without knowing them.

use crate::StoreError;
use crate::schema::{RECORDS, columns};
use chrono::{Datelike, NaiveDate};
use domain::text::fold::grams;
use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, Transaction, TransactionBehavior};

/// Version of the folding rules; a vault indexed with another one is indexed anew.
const FOLD_VERSION: u32 = 1;

/// A kind of record that can be searched: its table, date and text, written for a row named `r`.
struct Source {
    kind: &'static str,
    table: &'static str,
    date: &'static str,
    text: &'static str,
}

const SOURCES: &[Source] = &[
    Source {
        kind: "contact",
        table: "contacts",
        date: "r.on_date",
        text: "concat_ws('。', r.text, r.s, r.o, r.a, r.p)",
    },
    Source {
        kind: "case",
        table: "cases",
        date: "NULL",
        text: "(SELECT concat_ws('。', concat(k.family_name, ' ', k.given_name), concat(k.family_kana, ' ', k.given_kana), k.aliases,
               r.case_code, r.wish, r.wished_place, r.anxieties) FROM clients k WHERE k.id = r.client_id)",
    },
    Source { kind: "organisation", table: "organisations", date: "NULL", text: "concat_ws('。', r.name, r.kana, r.note)" },
    Source { kind: "person", table: "people", date: "NULL", text: "concat_ws('。', r.name, r.kana, r.department, r.role)" },
    Source {
        kind: "activity",
        table: "activities",
        date: "r.on_date",
        text: "concat_ws('。', r.name, r.content, r.decisions, r.homework, r.reaction)",
    },
    Source {
        kind: "session",
        table: "sessions",
        date: "r.on_date",
        text: "concat_ws('。', r.theme, r.contents, r.good, r.concern, r.words, r.next)",
    },
    Source { kind: "issue", table: "issues", date: "r.on_date", text: "r.text" },
    Source { kind: "task", table: "tasks", date: "r.due_on", text: "r.text" },
];

/// SQL of the date and the text of a kind of record that is searched, for a row named `r`.
pub(crate) fn searched(kind: &str) -> (&'static str, &'static str) {
    SOURCES.iter().find(|s| s.kind == kind).map_or(("NULL", "NULL"), |s| (s.date, s.text))
}

/// Fields of a contact record whose change makes a revision.
const REVISED: &[&str] = &[
    "on_date",
    "start_time",
    "end_time",
    "minutes",
    "method",
    "counterpart",
    "place",
    "participants",
    "content_kinds",
    "text",
    "s",
    "o",
    "a",
    "p",
    "important",
    "case_id",
    "org_id",
];

/// Makes a fresh connection fit for questions, and the index anew if its rules have changed.
pub(crate) fn prepare(conn: &Connection) -> Result<(), StoreError> {
    functions(conn)?;
    if index_version(conn)? != FOLD_VERSION {
        rebuild_index(conn)?;
    }
    Ok(())
}

/// Makes the triggers. They take longer than all the rest of an opening, and no question needs them: the first act
/// makes them.
pub(crate) fn create(conn: &Connection) -> Result<(), StoreError> {
    let mut sql = String::from(
        "CREATE TEMP TABLE act (n INTEGER, at TEXT, reason TEXT);\nINSERT INTO act VALUES (NULL, NULL, NULL);\n",
    );
    for table in RECORDS {
        undo_triggers(conn, table, &mut sql)?;
    }
    revision_triggers(&mut sql);
    for source in SOURCES {
        search_triggers(source, &mut sql);
    }
    sql.push_str(
        "CREATE TEMP TRIGGER search_clients_update AFTER UPDATE ON clients BEGIN UPDATE cases SET client_id = client_id WHERE client_id = NEW.id; END;\n",
    );
    conn.execute_batch(&sql)?;
    Ok(())
}

fn functions(conn: &Connection) -> Result<(), StoreError> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    conn.create_scalar_function("grams", 1, flags, |ctx| {
        let text: Option<String> = ctx.get(0)?;
        Ok(grams(text.as_deref().unwrap_or_default()))
    })?;
    conn.create_scalar_function("last_doc", 1, flags, |ctx| {
        let text: Option<String> = ctx.get(0)?;
        Ok(last_doc(text.as_deref()))
    })?;
    Ok(())
}

/// Running numbers of the index that one day has to itself. Small, because the index keeps the distance from record to
/// record for every pair of characters: at 256, days that lie within two months take two bytes.
const PER_DAY: i64 = 256;
/// A day after every date; the numbers of days count down from it, because the index is walked fastest upwards.
const LATEST: i64 = 4_000_000;
/// The day of records without a date, in this count.
const UNDATED: i64 = 300_000;

/// The last running number of a day, partial dates by their first day. The newest have the smallest.
fn last_doc(date: Option<&str>) -> i64 {
    let mut parts = date.unwrap_or_default().split('-').map(|part| part.parse::<u32>().ok());
    let year = parts.next().flatten().and_then(|year| i32::try_from(year).ok());
    let mut next = || parts.next().flatten().unwrap_or(1);
    let day = year.and_then(|year| NaiveDate::from_ymd_opt(year, next(), next()));
    day.map_or(UNDATED, |day| LATEST - i64::from(day.num_days_from_ce())) * PER_DAY
}

/// SQL of the number that the next record of a date gets: the one before the first of its day. A day that is full goes
/// on in the numbers of the next.
fn next_doc(date: &str) -> String {
    let more = PER_DAY - 1;
    let free = |last: &str| {
        format!(
            "coalesce((SELECT min(doc) - 1 FROM search_docs WHERE doc BETWEEN {last} - {more} AND {last}), {last})"
        )
    };
    let full = |last: &str| format!("EXISTS (SELECT 1 FROM search_docs WHERE doc = {last} - {more})");
    let last = format!("last_doc({date})");
    format!(
        "CASE WHEN NOT {} THEN {} ELSE (WITH RECURSIVE day(last) AS (SELECT {last} UNION ALL SELECT last - {PER_DAY} FROM day WHERE {}) \
         SELECT {} FROM day ORDER BY last LIMIT 1) END",
        full(&last),
        free(&last),
        full("last"),
        free("last")
    )
}

fn undo_triggers(conn: &Connection, table: &str, sql: &mut String) -> Result<(), StoreError> {
    let pairs: Vec<String> = columns(conn, table)?.iter().map(|c| format!("'{c}', OLD.{c}")).collect();
    let old = format!("json_object({})", pairs.join(", "));
    let log = |event: &str, op: &str, record: &str| {
        format!(
            "CREATE TEMP TRIGGER undo_{table}_{event} AFTER {event} ON {table} WHEN (SELECT n FROM act) NOTNULL BEGIN \
             INSERT INTO undo_rows VALUES ((SELECT 1 + max(coalesce((SELECT max(row) FROM undo_rows), 0), n << 24) FROM act), \
             '{table}', '{op}', {record}); END;\n"
        )
    };
    sql.push_str(&log("insert", "delete", "NEW.id"));
    sql.push_str(&log("update", "update", &old));
    sql.push_str(&log("delete", "insert", &old));
    Ok(())
}

fn revision_triggers(sql: &mut String) {
    let changed: Vec<String> = REVISED.iter().map(|c| format!("OLD.{c} IS NOT NEW.{c}")).collect();
    let pairs: Vec<String> = REVISED.iter().map(|c| format!("'{c}', OLD.{c}")).collect();
    for (event, when) in [("UPDATE", changed.join(" OR ")), ("DELETE", "1".to_owned())] {
        sql.push_str(&format!(
            "CREATE TEMP TRIGGER revise_contacts_{event} AFTER {event} ON contacts WHEN {when} BEGIN \
             INSERT INTO contact_revisions(id, contact_id, revision_no, replaced_at, reason, body) \
             SELECT OLD.id || '/' || n, OLD.id, n, (SELECT at FROM act), (SELECT reason FROM act), json_object({}) \
             FROM (SELECT 1 + coalesce(max(revision_no), 0) AS n FROM contact_revisions WHERE contact_id = OLD.id); END;\n",
            pairs.join(", ")
        ));
    }
}

fn doc_insert(source: &Source, row: &str) -> String {
    let named = |text: &str| text.replace("r.", &format!("{row}."));
    let (kind, date, text) = (source.kind, named(source.date), named(source.text));
    format!(
        "INSERT INTO search_docs(doc, kind, record) VALUES ({}, '{kind}', {row}.id); \
         INSERT INTO search_index(rowid, grams) VALUES (last_insert_rowid(), grams({text}));",
        next_doc(&date)
    )
}

fn insert_trigger(source: &Source) -> String {
    let table = source.table;
    format!(
        "CREATE TEMP TRIGGER search_{table}_insert AFTER INSERT ON {table} BEGIN {} END;\n",
        doc_insert(source, "NEW")
    )
}

fn search_triggers(source: &Source, sql: &mut String) {
    let Source { kind, table, .. } = source;
    let add = doc_insert(source, "NEW");
    // A record lies at or before the last number of its day, nearly always among the few of that day.
    let found = format!(
        "(SELECT doc FROM search_docs WHERE doc <= last_doc({}) AND record = OLD.id AND kind = '{kind}' ORDER BY doc DESC LIMIT 1)",
        source.date.replace("r.", "OLD.")
    );
    let remove = format!(
        "DELETE FROM search_index WHERE rowid = {found}; DELETE FROM search_docs WHERE doc = {found};"
    );
    sql.push_str(&insert_trigger(source));
    sql.push_str(&format!(
        "CREATE TEMP TRIGGER search_{table}_delete AFTER DELETE ON {table} BEGIN {remove} END;\n\
         CREATE TEMP TRIGGER search_{table}_update AFTER UPDATE ON {table} BEGIN {remove} {add} END;\n"
    ));
}

/// Holds the index of new records back until [`index_the_rest`]: thousands of records come in faster so.
pub(crate) fn hold_index(conn: &Connection) -> Result<(), StoreError> {
    let drops: Vec<String> =
        SOURCES.iter().map(|s| format!("DROP TRIGGER temp.search_{}_insert;", s.table)).collect();
    conn.execute_batch(&drops.join("\n"))?;
    Ok(())
}

/// Indexes every record that the index lacks, those of a day in the order in which they came, and follows new ones again.
pub(crate) fn index_the_rest(conn: &Connection) -> Result<(), StoreError> {
    add_missing(conn)?;
    for source in SOURCES {
        conn.execute_batch(&insert_trigger(source))?;
    }
    Ok(())
}

/// Memory in which the index of many records is collected, in bytes, and what it is for one record.
const COLLECTED: (u32, u32) = (128 << 20, 1 << 20);

/// Gives every record that has none its number, and indexes all of them in one walk upwards: the index then comes in
/// one piece, which is smaller and asked faster than pieces that were merged.
fn add_missing(conn: &Connection) -> Result<(), StoreError> {
    SOURCES.iter().try_for_each(|source| number_missing(conn, source))?;
    let texts: Vec<String> = SOURCES
        .iter()
        .map(|Source { kind, table, text, .. }| {
            format!("WHEN '{kind}' THEN (SELECT {text} FROM {table} r WHERE r.id = d.record)")
        })
        .collect();
    let collect = |bytes: u32| {
        conn.execute("INSERT INTO search_index(search_index, rank) VALUES ('hashsize', ?1)", [bytes])
    };
    collect(COLLECTED.0)?;
    conn.execute_batch(&format!(
        "INSERT INTO search_index(rowid, grams) SELECT d.doc, grams(CASE d.kind {} END) FROM search_docs d \
         WHERE NOT EXISTS (SELECT 1 FROM search_index i WHERE i.rowid = d.doc) ORDER BY d.doc;",
        texts.join(" ")
    ))?;
    collect(COLLECTED.1)?;
    Ok(())
}

/// Gives every record of a kind that has none its number.
fn number_missing(conn: &Connection, source: &Source) -> Result<(), StoreError> {
    let Source { kind, table, date, .. } = source;
    let mut missing = conn.prepare(&format!(
        "SELECT r.id, {date} FROM {table} r WHERE r.id NOT IN (SELECT record FROM search_docs WHERE kind = '{kind}') ORDER BY 2 DESC, r.rowid"
    ))?;
    let missing: Vec<(String, Option<String>)> =
        missing.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?.collect::<Result<_, _>>()?;
    let mut number = conn.prepare(&format!(
        "INSERT INTO search_docs(doc, kind, record) VALUES ({}, '{kind}', ?2)",
        next_doc("?1")
    ))?;
    for (id, date) in missing {
        number.execute((date, id))?;
    }
    Ok(())
}

fn index_version(conn: &Connection) -> Result<u32, StoreError> {
    let mut statement = conn.prepare("SELECT value FROM settings WHERE id = 'fold_version'")?;
    let mut rows = statement.query([])?;
    match rows.next()? {
        Some(row) => Ok(row.get::<_, String>(0)?.parse().unwrap_or(0)),
        None => Ok(0),
    }
}

/// True when every record has its entry in the index, no entry stands without its record, and the index itself is whole.
pub(crate) fn index_fits(conn: &Connection) -> Result<bool, StoreError> {
    let count = |sql: &str| conn.query_row(sql, [], |r| r.get::<_, i64>(0));
    let (mut records, mut fitting) = (0, 0);
    for Source { kind, table, date, .. } in SOURCES {
        records += count(&format!("SELECT count(*) FROM {table}"))?;
        fitting += count(&format!(
            "SELECT count(DISTINCT r.id) FROM search_docs d CROSS JOIN {table} r ON r.id = d.record \
             CROSS JOIN search_index i ON i.rowid = d.doc WHERE d.kind = '{kind}' AND d.doc <= last_doc({date})"
        ))?;
    }
    let docs = count("SELECT count(*) FROM search_docs")?;
    let entries = count("SELECT count(*) FROM search_index")?;
    let whole = conn.execute("INSERT INTO search_index(search_index) VALUES ('integrity-check')", []).is_ok();
    Ok(whole
        && index_version(conn)? == FOLD_VERSION
        && [fitting, docs, entries].iter().all(|n| *n == records))
}

/// Builds the index anew from the records, in one transaction of its own.
pub(crate) fn rebuild_index(conn: &Connection) -> Result<(), StoreError> {
    let tx = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
    tx.execute_batch(
        "INSERT INTO search_index(search_index) VALUES ('delete-all'); DELETE FROM search_docs;",
    )?;
    add_missing(&tx)?;
    tx.execute_batch(&format!(
        "INSERT INTO settings(id, value) VALUES ('fold_version', '{FOLD_VERSION}') ON CONFLICT(id) DO UPDATE SET value = excluded.value;"
    ))?;
    tx.commit()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::search::Hit;
    use crate::vault::DataKey;
    use crate::{Store, StoreError};
    use chrono::DateTime;
    use domain::measure::IdSource;

    /// A store in a file of its own, which goes with it.
    struct Trial {
        store: Store,
        ids: IdSource,
        path: std::path::PathBuf,
    }

    impl Trial {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("susono-{name}-{}.db", std::process::id()));
            let store = Store::open(&path, &DataKey::new([5; 32])).unwrap();
            Self { store, ids: IdSource::new([7; 32]), path }
        }

        fn act(&mut self, sql: &str) {
            let at = DateTime::parse_from_rfc3339("2026-11-02T09:00:00+09:00").unwrap();
            let done: Result<(), StoreError> = self
                .store
                .act(Some("Trial"), at, &mut self.ids, |writer| Ok(writer.conn.execute_batch(sql)?));
            done.unwrap();
        }

        fn search(&self, query: &str) -> Vec<Hit> {
            let found = self.store.read(|reader| reader.search(query, 2_000)).unwrap();
            assert_eq!(found.total as usize, found.hits.len());
            found.hits
        }
    }

    impl Drop for Trial {
        fn drop(&mut self) {
            let _ = std::fs::remove_file(&self.path);
        }
    }

    /// Records of one day, numbered from `first`.
    fn issues(day: &str, first: usize, count: usize) -> String {
        format!(
            "WITH RECURSIVE n(i) AS (SELECT {first} UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {first} + {count}) \
             INSERT INTO issues(id, on_date, text) SELECT printf('00000000-0000-7000-8000-%012d', i), '{day}', '足りないもの' || i FROM n;"
        )
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
        trial.act("UPDATE issues SET on_date = '2026-12-01' WHERE 0 + substr(id, -12) IN (0, 599, 4000)");
        let moved: Vec<String> =
            trial.search("書き直した")[..3].iter().map(|hit| hit.date.clone().unwrap()).collect();
        assert_eq!(moved, ["2026-12-01"; 3]);
        trial.act("DELETE FROM issues WHERE on_date < '2026-11-03'");
        assert_eq!((trial.search("書き直した").len(), trial.search("足りないもの").len()), (3, 305));
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
        trial.act(&issues("2026-11-02", 0, 20));
        let index = "UPDATE search_docs SET record = replace(record, '07', '03') WHERE record LIKE '%07'";
        trial.store.connection().execute_batch(index).unwrap();
        assert_eq!(trial.store.check().unwrap(), ["search_index"]);
        assert_eq!(trial.store.check().unwrap(), Vec::<&str>::new());
        assert_eq!(trial.search("足りないもの").len(), 20);
    }
}
