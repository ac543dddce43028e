//! What follows every change by itself: the undo log, revisions of contact records, the search index.
//!
//! The triggers are temporary and made before the first act from the tables as they are, so they can never lag
//! behind the schema, and undo, being ordinary changes, keeps revisions and search right without knowing them.

use crate::StoreError;
use crate::schema::{RECORDS, columns};
use domain::text::fold::grams;
use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;

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

/// SQL of the text of a kind of record that is searched, for a row named `r`.
pub(crate) fn searched_text(kind: &str) -> &'static str {
    SOURCES.iter().find(|s| s.kind == kind).map_or("NULL", |s| s.text)
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
    conn.create_scalar_function("day_number", 1, flags, |ctx| {
        let text: Option<String> = ctx.get(0)?;
        Ok(day_number(text.as_deref()))
    })?;
    Ok(())
}

/// 20250401 for a date, partial dates by their first day; records without a date sort after every date.
fn day_number(date: Option<&str>) -> i64 {
    let Some(date) = date else { return 99_999_999 };
    let mut digits: String = date.chars().filter(char::is_ascii_digit).collect();
    while digits.len() < 8 {
        digits.push_str("01");
    }
    digits[..8].parse().unwrap_or(99_999_999)
}

fn undo_triggers(conn: &Connection, table: &str, sql: &mut String) -> Result<(), StoreError> {
    let pairs: Vec<String> = columns(conn, table)?.iter().map(|c| format!("'{c}', OLD.{c}")).collect();
    let old = format!("json_object({})", pairs.join(", "));
    let log = |event: &str, op: &str, record: &str| {
        format!(
            "CREATE TEMP TRIGGER undo_{table}_{event} AFTER {event} ON {table} BEGIN \
             INSERT INTO undo_rows SELECT NULL, n, '{table}', '{op}', {record} FROM act WHERE n NOTNULL; END;\n"
        )
    };
    sql.push_str(&log("insert", "delete", "json_object('id', NEW.id)"));
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
        "INSERT INTO search_docs(doc, kind, record, on_date) SELECT 1 + coalesce((SELECT max(doc) FROM search_docs \
         WHERE doc BETWEEN day_number({date}) * 1000000 AND day_number({date}) * 1000000 + 999999), day_number({date}) * 1000000), \
         '{kind}', {row}.id, {date}; \
         INSERT INTO search_index(rowid, grams) SELECT doc, grams({text}) FROM search_docs WHERE kind = '{kind}' AND record = {row}.id;"
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
    let remove = format!(
        "DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_docs WHERE kind = '{kind}' AND record = OLD.id); \
         DELETE FROM search_docs WHERE kind = '{kind}' AND record = OLD.id;"
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

/// Indexes every record that the index lacks, in the order in which they came, and follows new ones again.
pub(crate) fn index_the_rest(conn: &Connection) -> Result<(), StoreError> {
    for source in SOURCES {
        let Source { kind, table, date, text } = source;
        conn.execute_batch(&format!(
            "INSERT INTO search_docs(doc, kind, record, on_date) \
             SELECT base + row_number() OVER (PARTITION BY base ORDER BY place) \
             + coalesce((SELECT max(doc) - base FROM search_docs WHERE doc BETWEEN base AND base + 999999), 0), '{kind}', id, on_date \
             FROM (SELECT r.id AS id, r.rowid AS place, {date} AS on_date, day_number({date}) * 1000000 AS base FROM {table} r \
             WHERE NOT EXISTS (SELECT 1 FROM search_docs s WHERE s.kind = '{kind}' AND s.record = r.id));\n\
             INSERT INTO search_index(rowid, grams) SELECT d.doc, grams({text}) FROM {table} r \
             JOIN search_docs d ON d.kind = '{kind}' AND d.record = r.id \
             WHERE NOT EXISTS (SELECT 1 FROM search_index i WHERE i.rowid = d.doc);\n\
             {}",
            insert_trigger(source)
        ))?;
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
    for Source { kind, table, .. } in SOURCES {
        records += count(&format!("SELECT count(*) FROM {table}"))?;
        fitting += count(&format!(
            "SELECT count(*) FROM {table} r JOIN search_docs d ON d.kind = '{kind}' AND d.record = r.id \
             JOIN search_index i ON i.rowid = d.doc"
        ))?;
    }
    let docs = count("SELECT count(*) FROM search_docs")?;
    let entries = count("SELECT count(*) FROM search_index")?;
    let whole = conn.execute("INSERT INTO search_index(search_index) VALUES ('integrity-check')", []).is_ok();
    Ok(whole
        && index_version(conn)? == FOLD_VERSION
        && [fitting, docs, entries].iter().all(|n| *n == records))
}

/// Builds the index anew from the records, in one transaction of its own if none is open.
pub(crate) fn rebuild_index(conn: &Connection) -> Result<(), StoreError> {
    let mut sql = String::from(
        "INSERT INTO search_index(search_index) VALUES ('delete-all'); DELETE FROM search_docs;\n",
    );
    for source in SOURCES {
        let (kind, table) = (source.kind, source.table);
        let (date, text) = (source.date, source.text);
        sql.push_str(&format!(
            "INSERT INTO search_docs(doc, kind, record, on_date) \
             SELECT base + row_number() OVER (PARTITION BY base ORDER BY id) + coalesce((SELECT max(doc) - base FROM search_docs WHERE doc BETWEEN base AND base + 999999), 0), \
             '{kind}', id, on_date FROM (SELECT r.id AS id, {date} AS on_date, day_number({date}) * 1000000 AS base FROM {table} r);\n\
             INSERT INTO search_index(rowid, grams) SELECT d.doc, grams({text}) FROM {table} r JOIN search_docs d ON d.kind = '{kind}' AND d.record = r.id;\n"
        ));
    }
    sql.push_str(&format!(
        "INSERT INTO settings(id, value) VALUES ('fold_version', '{FOLD_VERSION}') ON CONFLICT(id) DO UPDATE SET value = excluded.value;"
    ));
    conn.execute_batch(&format!("BEGIN IMMEDIATE; {sql} COMMIT;"))?;
    Ok(())
}
