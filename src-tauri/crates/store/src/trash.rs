//! ごみ箱: records that were thrown away, whole, until they are brought back or their time is over.
//!
//! A record leaves its table, so nothing counts or finds it any more; its fields and those of what belonged to it alone
//! lie here. What only named it (a next step, a note of a visit) stays where it is and lets go of it.

use crate::schema::{Field, columns};
use crate::{Reader, StoreError, Writer};
use domain::measure::Id;
use rusqlite::ErrorCode;
use serde::{Deserialize, Serialize};

/// A kind of record that can be thrown away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// Its name.
    pub name: &'static str,
    table: &'static str,
    /// Tables and fields of what goes with it.
    with: &'static [(&'static str, &'static str)],
    /// Tables and fields of what lets go of it.
    without: &'static [(&'static str, &'static str)],
    /// SQL of its day and of its first words, for a row named `r`.
    shown: (&'static str, &'static str),
}

/// Every kind.
pub const KINDS: &[Kind] = &[
    Kind {
        name: "contact",
        table: "contacts",
        with: &[("contact_people", "contact_id"), ("mentions", "contact_id"), ("attachments", "contact_id")],
        without: &[("tasks", "contact_id")],
        shown: ("r.on_date", "concat_ws(' ', r.text, r.s, r.o, r.a, r.p)"),
    },
    Kind {
        name: "attachment",
        table: "attachments",
        with: &[],
        without: &[],
        shown: ("substr(r.added_at, 1, 10)", "r.name"),
    },
    Kind { name: "task", table: "tasks", with: &[], without: &[], shown: ("r.due_on", "r.text") },
    Kind { name: "issue", table: "issues", with: &[], without: &[], shown: ("r.on_date", "r.text") },
    Kind {
        name: "activity",
        table: "activities",
        with: &[],
        without: &[],
        shown: ("r.on_date", "concat_ws(' ', r.name, r.content)"),
    },
    Kind {
        name: "support",
        table: "support_to_others",
        with: &[],
        without: &[],
        shown: (
            "r.on_date",
            "concat_ws(' ', (SELECT o.name FROM organisations o WHERE o.id = r.org_id), r.theme)",
        ),
    },
    Kind {
        name: "publication",
        table: "publications",
        with: &[],
        without: &[],
        shown: ("r.month", "r.title"),
    },
    Kind {
        name: "session",
        table: "sessions",
        with: &[
            ("session_staff", "session_id"),
            ("attendance", "session_id"),
            ("attendance_changes", "session_id"),
        ],
        without: &[("contacts", "session_id"), ("peer_activities", "session_id")],
        shown: (
            "r.on_date",
            "concat_ws(' ', (SELECT g.name FROM programmes g WHERE g.id = r.programme_id), '#' || r.session_no, r.theme)",
        ),
    },
    Kind {
        name: "visit",
        table: "visits",
        with: &[("visit_cases", "visit_id")],
        without: &[("contacts", "visit_id")],
        shown: (
            "r.on_date",
            "concat_ws(' ', (SELECT o.name FROM organisations o WHERE o.id = r.org_id), r.ward)",
        ),
    },
    Kind {
        name: "appointment",
        table: "appointments",
        with: &[],
        without: &[],
        shown: ("r.on_date", "r.title"),
    },
];

/// The kind of a name.
pub fn kind(name: &str) -> Option<&'static Kind> {
    KINDS.iter().find(|kind| kind.name == name)
}

/// Something in the bin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thrown {
    /// Identity in the bin.
    pub id: Id,
    /// Name of its kind.
    pub kind: String,
    /// Its day.
    pub on: Option<String>,
    /// Its first words.
    pub text: String,
    /// Case to which it belongs.
    pub case_id: Option<Id>,
    /// Moment at which it was thrown away.
    pub deleted_at: String,
}

/// What lies in one row of the bin.
#[derive(Default, Serialize, Deserialize)]
struct Body {
    on: Option<String>,
    text: String,
    /// Tables and records, in the order in which they can come back.
    rows: Vec<(String, serde_json::Value)>,
    /// Table, record and field of what let go.
    loose: Vec<(String, String, String)>,
}

impl Body {
    fn read(text: &str) -> Result<Self, StoreError> {
        serde_json::from_str(text).map_err(|_| StoreError::Unreadable("trash"))
    }
}

/// Most characters of the first words.
const SHOWN: usize = 80;

impl Reader<'_> {
    /// Everything in the bin, the last thrown away first.
    pub fn trash(&self) -> Result<Vec<Thrown>, StoreError> {
        // One row per thing.
        let rows = self.all(
            "SELECT id, kind, deleted_at, body FROM trash ORDER BY deleted_at DESC, id DESC",
            [],
            |r| Ok((r.id("id")?, r.text("kind")?, r.text("deleted_at")?, Body::read(&r.text("body")?)?)),
        )?;
        let told = rows.into_iter().map(|(id, kind, deleted_at, body)| {
            let case =
                body.rows.first().and_then(|(_, record)| record.get("case_id")?.as_str().map(str::to_owned));
            let case_id = case.and_then(|id| Id::try_from(id).ok());
            Thrown {
                id,
                kind,
                on: body.on,
                text: body.text.chars().take(SHOWN).collect(),
                case_id,
                deleted_at,
            }
        });
        Ok(told.collect())
    }
}

impl Writer<'_> {
    /// Throws a record away and gives its identity in the bin. Error: [`StoreError::Missing`].
    pub fn throw_away(&mut self, kind: &Kind, id: &Id) -> Result<Id, StoreError> {
        let (on, text) = kind.shown;
        let head = self.first(
            &format!("SELECT {on} AS day, {text} AS text FROM {} r WHERE r.id = ?1", kind.table),
            [id.as_str()],
            |r| Ok((r.maybe("day")?, r.text("text")?)),
        )?;
        let (on, text) = head.ok_or(StoreError::Missing(kind.table))?;
        let mut body = Body { on, text: text.chars().take(SHOWN).collect(), ..Body::default() };
        self.take_out(kind.table, "id", id, &mut body, true)?;
        for (table, field) in kind.with {
            self.take_out(table, field, id, &mut body, false)?;
        }
        for (table, field) in kind.without {
            let ids =
                self.all(&format!("SELECT id FROM {table} WHERE {field} = ?1"), [id.as_str()], |r| {
                    r.text("id")
                })?;
            self.conn
                .execute(&format!("UPDATE {table} SET {field} = NULL WHERE {field} = ?1"), [id.as_str()])?;
            body.loose.extend(ids.into_iter().map(|found| ((*table).to_owned(), found, (*field).to_owned())));
        }
        self.conn.execute(&format!("DELETE FROM {} WHERE id = ?1", kind.table), [id.as_str()])?;
        let body = serde_json::to_string(&body).map_err(|_| StoreError::Unreadable("trash"))?;
        let at = self.at().to_rfc3339();
        let fields = [
            ("kind", Field::from(kind.name)),
            ("record", Field::from(id)),
            ("deleted_at", Field::from(at)),
            ("body", Field::from(body)),
        ];
        self.insert("trash", &fields)
    }

    /// Puts the rows of a table into a body; all but the thing itself leave their table at once.
    fn take_out(
        &self,
        table: &str,
        field: &str,
        id: &Id,
        body: &mut Body,
        itself: bool,
    ) -> Result<(), StoreError> {
        let pairs: Vec<String> = columns(self.conn, table)?.iter().map(|c| format!("'{c}', {c}")).collect();
        let sql = format!(
            "SELECT json_object({}) AS record FROM {table} WHERE {field} = ?1 ORDER BY rowid",
            pairs.join(", ")
        );
        let records = self.all(&sql, [id.as_str()], |r| r.text("record"))?;
        for record in records {
            let value = serde_json::from_str(&record).map_err(|_| StoreError::Unreadable("trash"))?;
            body.rows.push((table.to_owned(), value));
        }
        if !itself {
            self.conn.execute(&format!("DELETE FROM {table} WHERE {field} = ?1"), [id.as_str()])?;
        }
        Ok(())
    }

    /// Brings something back as it was; what let go of it and is still there takes hold of it again. Gives its kind.
    ///
    /// Error: [`StoreError::Missing`] when it is not in the bin, or when what it belonged to is gone.
    /// A session whose number another one took since then comes back with the next number of its programme.
    pub fn bring_back_from_trash(&mut self, id: &Id) -> Result<String, StoreError> {
        let row = self.first("SELECT kind, record, body FROM trash WHERE id = ?1", [id.as_str()], |r| {
            Ok((r.text("kind")?, r.text("record")?, r.text("body")?))
        })?;
        let (kind, record, body) = row.ok_or(StoreError::Missing("trash"))?;
        let mut body = Body::read(&body)?;
        for (table, fields) in body.rows.iter_mut() {
            if table == "sessions" {
                self.give_free_number(fields)?;
            }
            let names = columns(self.conn, table)?;
            let values: Vec<String> = names.iter().map(|n| format!("?1 ->> '$.{n}'")).collect();
            let sql = format!("INSERT INTO {table} ({}) VALUES ({})", names.join(", "), values.join(", "));
            let added = self.conn.prepare_cached(&sql)?.execute([fields.to_string()]);
            added.map_err(|error| match error.sqlite_error_code() {
                Some(ErrorCode::ConstraintViolation) => StoreError::Missing("trash"),
                _ => error.into(),
            })?;
        }
        for (table, found, field) in &body.loose {
            let sql = format!("UPDATE {table} SET {field} = ?1 WHERE id = ?2 AND {field} IS NULL");
            self.conn.prepare_cached(&sql)?.execute([&record, found])?;
        }
        self.delete("trash", id)?;
        Ok(kind)
    }

    fn give_free_number(&self, session: &mut serde_json::Value) -> Result<(), StoreError> {
        // One row: whether the number is taken, and the next one.
        let found = self.first(
            "SELECT coalesce(max(session_no = ?2), 0) AS taken, 1 + coalesce(max(session_no), 0) AS free
               FROM sessions WHERE programme_id = ?1",
            (
                session["programme_id"].as_str().unwrap_or_default(),
                session["session_no"].as_i64().unwrap_or_default(),
            ),
            |r| Ok((r.flag("taken")?, r.count("free")?)),
        )?;
        if let Some((true, free)) = found {
            session["session_no"] = free.into();
        }
        Ok(())
    }

    /// Clears what was thrown away before a moment, for good: its fields, its earlier versions, and its traces in the
    /// list of what can be taken back. Gives how many things were cleared.
    pub fn clear_trash(&mut self, before: &str) -> Result<u32, StoreError> {
        let rows = self.all("SELECT id, record, body FROM trash WHERE deleted_at < ?1", [before], |r| {
            Ok((r.id("id")?, r.text("record")?, r.text("body")?))
        })?;
        for (id, record, body) in &rows {
            for (table, fields) in Body::read(body)?.rows {
                let own = fields.get("id").and_then(|id| id.as_str()).unwrap_or_default();
                self.forget(&table, own)?;
            }
            self.conn.execute("DELETE FROM contact_revisions WHERE contact_id = ?1", [record])?;
            self.delete("trash", id)?;
            self.forget("trash", id.as_str())?;
        }
        Ok(u32::try_from(rows.len()).unwrap_or(u32::MAX))
    }

    /// Takes a record out of the list of what can be taken back.
    fn forget(&self, table: &str, id: &str) -> Result<(), StoreError> {
        let sql = "DELETE FROM undo_rows WHERE tbl = ?1 AND CASE op WHEN '-' THEN unpacked(record) ELSE record ->> 'id' END = ?2";
        self.conn.prepare_cached(sql)?.execute([table, id])?;
        Ok(())
    }
}
