//! What follows every change by itself: the undo log, revisions of contact records, the search index.
//!
//! The triggers are temporary and made before the first act from the tables as they are, so they can never lag
//! behind the schema, and undo, being ordinary changes, keeps revisions and search right without knowing them.

pub(crate) mod index;

use crate::StoreError;
use crate::schema::{RECORDS, UNDONE, columns};
use chrono::{Datelike, NaiveDate};
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
    if index::version(conn)? != FOLD_VERSION {
        index::rebuild(conn)?;
    }
    Ok(())
}

/// Makes the triggers. They take longer than all the rest of an opening, and no question needs them: the first act
/// makes them.
pub(crate) fn create(conn: &Connection) -> Result<(), StoreError> {
    let mut sql = String::from(
        "CREATE TEMP TABLE act (n INTEGER, at TEXT, reason TEXT);\nINSERT INTO act VALUES (NULL, NULL, NULL);\n",
    );
    for table in RECORDS.iter().chain(UNDONE) {
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
