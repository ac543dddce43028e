//! What follows every change by itself: the undo log, revisions of contact records, the search index.
//!
//! The triggers are temporary and made before the first act from the tables as they are, so they can never lag
//! behind the schema, and undo, being ordinary changes, keeps revisions and search right without knowing them.

pub(crate) mod index;
pub(crate) mod newest;
mod numbers;
mod packed;
#[cfg(test)]
pub(crate) mod trial;
pub(crate) mod waiting;

use crate::StoreError;
use crate::schema::{RECORDS, UNDONE, columns};
use domain::text::fold::{fold, grams};
pub(crate) use numbers::PER_DAY as NUMBERS_PER_DAY;
use numbers::last_doc;
use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;

/// Version of the folding rules; a vault indexed with another one is indexed anew.
const FOLD_VERSION: u32 = 3;

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
        // Nearly always there is only the text, which need not be copied.
        text: "iif(coalesce(r.s, r.o, r.a, r.p) IS NULL, r.text, concat_ws('。', r.text, r.s, r.o, r.a, r.p))",
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
    Source {
        kind: "support",
        table: "support_to_others",
        date: "r.on_date",
        text: "concat_ws('。', r.theme, r.change_seen)",
    },
    Source { kind: "publication", table: "publications", date: "r.month", text: "coalesce(r.title, '')" },
    Source { kind: "issue", table: "issues", date: "r.on_date", text: "r.text" },
    Source { kind: "task", table: "tasks", date: "r.due_on", text: "r.text" },
];

/// SQL of the date and the text of a kind of record that is searched, for a row named `r`.
pub(crate) fn searched(kind: &str) -> (&'static str, &'static str) {
    SOURCES.iter().find(|s| s.kind == kind).map_or(("NULL", "NULL"), |s| (s.date, s.text))
}

/// Fields of a contact record whose change makes a revision.
pub(crate) const REVISED: &[&str] = &[
    "on_date",
    "start_time",
    "end_time",
    "minutes",
    "minutes_estimated",
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
    conn.execute_batch("CREATE VIRTUAL TABLE temp.search_terms USING fts5vocab(main, search_index, row);")?;
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
    names_trigger(&mut sql);
    conn.execute_batch(&sql)?;
    Ok(())
}

fn functions(conn: &Connection) -> Result<(), StoreError> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    conn.create_scalar_function("grams", 1, flags, |ctx| {
        let text: Option<String> = ctx.get(0)?;
        Ok(grams(text.as_deref().unwrap_or_default()))
    })?;
    conn.create_scalar_function("folded", 1, flags, |ctx| {
        let text: Option<String> = ctx.get(0)?;
        Ok(fold(text.as_deref().unwrap_or_default()))
    })?;
    conn.create_scalar_function("packed", 1, flags, |ctx| {
        let id: String = ctx.get(0)?;
        Ok(packed::packed(&id))
    })?;
    newest::create(conn)?;
    conn.create_scalar_function("unpacked", 1, flags, |ctx| Ok(packed::unpacked(ctx.get_raw(0))))?;
    conn.create_scalar_function("last_doc", 1, flags, |ctx| {
        let text: Option<String> = ctx.get(0)?;
        Ok(last_doc(text.as_deref()))
    })?;
    Ok(())
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
    sql.push_str(&log("insert", "-", "packed(NEW.id)"));
    sql.push_str(&log("update", "=", &old));
    sql.push_str(&log("delete", "+", &old));
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

fn insert_trigger(source: &Source) -> String {
    let Source { table, .. } = source;
    let add = waiting::join(source, "NEW");
    format!("CREATE TEMP TRIGGER search_{table}_insert AFTER INSERT ON {table} BEGIN {add} END;\n")
}

/// SQL that takes a record out of the search, wherever it stands there.
fn remove(source: &Source, row: &str) -> String {
    let Source { kind, date, .. } = source;
    let last = format!("last_doc({})", date.replace("r.", &format!("{row}.")));
    let own = format!("record = {row}.id AND kind = '{kind}'");
    let numbered = format!("record = packed({row}.id) AND kind = '{kind}'");
    // A record lies at or before the last number of its day, nearly always among the few of that day.
    let doc =
        format!("(SELECT doc FROM search_docs WHERE doc <= {last} AND {numbered} ORDER BY doc DESC LIMIT 1)");
    // One that waits has no number: the walk for it would only end at the newest day.
    let found = format!("CASE WHEN NOT EXISTS (SELECT 1 FROM search_waiting WHERE {own}) THEN {doc} END");
    format!(
        "DELETE FROM search_index WHERE rowid = {found}; DELETE FROM search_docs WHERE doc = {found}; \
         DELETE FROM search_waiting WHERE {own};"
    )
}

fn search_triggers(source: &Source, sql: &mut String) {
    let Source { table, date, text, .. } = source;
    let (remove, add) = (remove(source, "OLD"), waiting::join(source, "NEW"));
    let changed = [date, text].map(|part| {
        let of = |row: &str| part.replace("r.", &format!("{row}."));
        format!("{} IS NOT {}", of("OLD"), of("NEW"))
    });
    sql.push_str(&insert_trigger(source));
    sql.push_str(&format!(
        "CREATE TEMP TRIGGER search_{table}_delete AFTER DELETE ON {table} BEGIN {remove} END;\n\
         CREATE TEMP TRIGGER search_{table}_update AFTER UPDATE ON {table} WHEN {} BEGIN {remove} {add} END;\n",
        changed.join(" OR ")
    ));
}

/// A person's names are searched with the person's cases.
fn names_trigger(sql: &mut String) {
    let (date, text) = searched("case");
    let ids = "SELECT id FROM cases WHERE client_id = NEW.id";
    let packed = "SELECT packed(id) FROM cases WHERE client_id = NEW.id";
    let docs = format!(
        "SELECT doc FROM search_docs WHERE doc <= last_doc({date}) AND kind = 'case' AND record IN ({packed})"
    );
    sql.push_str(&format!(
        "CREATE TEMP TRIGGER search_clients_update AFTER UPDATE ON clients BEGIN \
         DELETE FROM search_index WHERE rowid IN ({docs}); DELETE FROM search_docs WHERE doc IN ({docs}); \
         DELETE FROM search_waiting WHERE kind = 'case' AND record IN ({ids}); \
         INSERT INTO search_waiting(last_doc, kind, record, folded) \
         SELECT last_doc({date}), 'case', r.id, folded({text}) FROM cases r WHERE r.client_id = NEW.id; END;\n"
    ));
}
