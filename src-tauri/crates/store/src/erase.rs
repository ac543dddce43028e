//! Erasing a person for good: what is left is what counts, and nothing that says who it was.
//!
//! Of every row about the person only the fields stand that a figure is counted from; rows that no figure needs leave, with
//! any table that nobody thought of here. What was logged to take acts back leaves whole: it holds earlier fields. The file
//! overwrites with zeros what is deleted in it.

use crate::redaction::NamedClient;
use crate::schema::columns;
use crate::{Reader, StoreError, Writer};
use domain::calendar::PartialDate;
use domain::measure::Id;
use rusqlite::functions::FunctionFlags;
use rusqlite::{ErrorCode, named_params};

/// Tables whose rows of a case stay, with the fields that stay in them.
const STAY: &[(&str, &[&str])] = &[
    ("admissions", &["org_id", "admitted_on", "admission_form", "discharged_on", "destination"]),
    ("stage_events", &["stage", "from_on", "seq", "skipped"]),
    ("holds", &["from_on", "to_on", "reason"]),
    ("decisions", &["service", "from_on", "to_on", "ended_on"]),
    ("obstacles", &["code", "noted_on", "resolved_on"]),
    ("housing_candidates", &["seen_on", "result"]),
    ("trial_stays", &["from_on", "to_on", "nights"]),
    ("visit_cases", &["visit_id", "planned", "outcome"]),
    ("attendance", &["session_id", "attendance"]),
    ("participants", &["programme_id", "joined_on", "left_on"]),
    ("appointments", &["on_date", "start_time", "end_time", "kind", "org_id", "result"]),
    (
        "contacts",
        &[
            "on_date",
            "minutes",
            "minutes_estimated",
            "method",
            "counterpart",
            "participants",
            "content_kinds",
            "org_id",
            "outcome",
            "visit_id",
            "session_id",
            "stage_at_time",
        ],
    ),
];
/// Tables whose rows only named the person: they let go.
const LET_GO: &[&str] = &["issues", "support_to_others"];
/// Tables of what hangs on a contact record.
const OF_CONTACTS: &[&str] =
    &["contact_people", "mentions", "attachments", "episodes", "contact_copies", "contact_revisions"];
/// Fields of a case and of its person that stay.
const OF_CASE: &[&str] = &["client_id", "identified_on", "case_role", "closure_reason", "closed_on"];
const OF_CLIENT: &[&str] = &["sex"];
/// Tables in which no name is looked for: what left the house is kept as it left, and the log names nobody.
const CLOSED: &[&str] = &["access_log", "releases", "undo_rows", "undo_acts"];

/// SQL function that gives a text without the person, while somebody is erased.
const COVERED: &str = "covered";

/// Somebody whose last case is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosedPerson {
    /// The person.
    pub client: Id,
    /// The newest case.
    pub case: Id,
    /// Its last day.
    pub closed_on: PartialDate,
    /// Until when the records are to be kept, where that was written down.
    pub keep_until: Option<PartialDate>,
}

/// How much of a person would leave, and how much would stay as numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ErasedRows {
    /// Cases.
    pub cases: u32,
    /// Texts of contact records, and their earlier versions.
    pub texts: u32,
    /// Photos and papers.
    pub files: u32,
    /// Plans, consents, checks, next steps and whatever else was written about the person.
    pub papers: u32,
    /// Rows that stay as numbers: contacts, visits, sessions, stays, stages.
    pub numbers: u32,
}

impl Reader<'_> {
    /// Everybody of whom something is written and no case is open, with the case that was closed last.
    pub fn closed_people(&self, on: chrono::NaiveDate) -> Result<Vec<ClosedPerson>, StoreError> {
        let open = self.ids_of(on, crate::cases::Whose::Open)?;
        // One row per person.
        self.all(
            "SELECT k.id AS client, c.id AS case_id, max(e.from_on) AS closed_on,
               (SELECT max(n.retention_until) FROM cases n WHERE n.client_id = k.id) AS keep_until
             FROM clients k JOIN cases c ON c.client_id = k.id
             JOIN stage_events e ON e.case_id = c.id AND e.stage = 'closed' AND e.from_on <= :on
             WHERE NOT EXISTS (SELECT 1 FROM cases o WHERE o.client_id = k.id AND o.id IN (SELECT value FROM json_each(:ids)))
               AND concat(k.family_name, k.given_name, k.family_kana, k.given_kana, k.aliases) <> ''
             GROUP BY k.id ORDER BY closed_on, k.id",
            named_params! { ":on": on.to_string(), ":ids": open },
            |r| {
                Ok(ClosedPerson {
                    client: r.id("client")?,
                    case: r.id("case_id")?,
                    closed_on: r.date("closed_on")?,
                    keep_until: r.maybe_date("keep_until")?,
                })
            },
        )
    }

    /// Cases of a person, and the person of a case.
    pub fn cases_of_client(&self, case: &Id) -> Result<(Id, Vec<Id>), StoreError> {
        // The one person.
        let client =
            self.first("SELECT client_id FROM cases WHERE id = ?1", [case.as_str()], |r| r.id("client_id"))?;
        let client = client.ok_or(StoreError::Missing("cases"))?;
        // One row per case.
        let cases =
            self.all("SELECT id FROM cases WHERE client_id = ?1 ORDER BY id", [client.as_str()], |r| {
                r.id("id")
            })?;
        Ok((client, cases))
    }

    /// Names as the register of names has them, and numbers and codes, of one person.
    pub fn named_client(&self, client: &Id, cases: &[Id]) -> Result<(NamedClient, Vec<String>), StoreError> {
        let named = self.named()?.clients.into_iter().find(|known| known.id == client.as_str());
        // One row per number or code.
        let numbers = self.all(
            "SELECT found FROM (
               SELECT chart_no AS found FROM admissions WHERE case_id IN (SELECT value FROM json_each(:ids))
               UNION SELECT certificate_no FROM decisions WHERE case_id IN (SELECT value FROM json_each(:ids))
               UNION SELECT number FROM certificates WHERE case_id IN (SELECT value FROM json_each(:ids))
               UNION SELECT pack_key FROM cases WHERE id IN (SELECT value FROM json_each(:ids))
               UNION SELECT case_code FROM cases WHERE id IN (SELECT value FROM json_each(:ids))
               UNION SELECT phone FROM clients WHERE id = :client) WHERE length(found) > 2",
            named_params! { ":ids": list(cases)?, ":client": client.as_str() },
            |r| r.text("found"),
        )?;
        Ok((named.ok_or(StoreError::Missing("clients"))?, numbers))
    }

    /// What erasing would take and leave.
    pub fn rows_to_erase(&self, cases: &[Id]) -> Result<ErasedRows, StoreError> {
        let ids = list(cases)?;
        let count = |sql: &str| -> Result<u32, StoreError> {
            let sql = sql.replace("{}", "SELECT value FROM json_each(:ids)");
            Ok(self.first(&sql, named_params! { ":ids": ids }, |r| r.count("n"))?.unwrap_or_default())
        };
        let mut rows = ErasedRows {
            cases: u32::try_from(cases.len()).unwrap_or(u32::MAX),
            // One number each.
            texts: count(
                "SELECT count(*) AS n FROM contacts WHERE case_id IN ({}) AND concat(text, s, o, a, p) <> ''",
            )? + count(
                "SELECT count(*) AS n FROM contact_revisions WHERE contact_id IN (SELECT id FROM contacts WHERE case_id IN ({}))",
            )?,
            files: count(
                "SELECT count(*) AS n FROM attachments WHERE contact_id IN (SELECT id FROM contacts WHERE case_id IN ({}))",
            )?,
            ..ErasedRows::default()
        };
        for table in self.tables_of_a_case()? {
            let n = count(&format!("SELECT count(*) AS n FROM {table} WHERE case_id IN ({{}})"))?;
            if STAY.iter().any(|(stays, _)| *stays == table) {
                rows.numbers += n;
            } else if !LET_GO.contains(&table.as_str()) {
                rows.papers += n;
            }
        }
        Ok(rows)
    }
}

fn list(ids: &[Id]) -> Result<String, StoreError> {
    let ids: Vec<&str> = ids.iter().map(Id::as_str).collect();
    serde_json::to_string(&ids).map_err(|_| StoreError::Unreadable("cases"))
}

impl Writer<'_> {
    /// Keeps the day until which the records of a case are kept; none follows the office's rule. Error: [`StoreError::Missing`].
    pub fn keep_case_until(&mut self, case: &Id, until: Option<chrono::NaiveDate>) -> Result<(), StoreError> {
        self.update("cases", case, &[("retention_until", until.into())])
    }

    /// Erases a person with all cases. `birth` is what stays of the birth date; `covered` gives any other text without the
    /// person, or none where the person does not stand in it.
    pub fn erase_person(
        &mut self,
        client: &Id,
        cases: &[Id],
        birth: Option<PartialDate>,
        covered: impl Fn(&str) -> Option<String> + Send + 'static,
    ) -> Result<(), StoreError> {
        let ids = list(cases)?;
        let newest: i64 =
            self.conn.query_row("SELECT coalesce(max(rowid), 0) FROM contact_revisions", [], |r| r.get(0))?;
        for table in OF_CONTACTS {
            self.conn.execute(
                &format!("DELETE FROM {table} WHERE contact_id IN (SELECT id FROM contacts WHERE case_id IN (SELECT value FROM json_each(?1)))"),
                [&ids],
            )?;
        }
        for table in self.tables_of_a_case()? {
            self.erase_rows(&table, &ids)?;
        }
        // One row per relative whom only these cases may name.
        let relatives = self.all(
            "SELECT DISTINCT p.id FROM people p JOIN cases c ON c.key_person = p.id WHERE c.id IN (SELECT value FROM json_each(?1)) AND p.job = 'family'",
            [&ids],
            |r| r.id("id"),
        )?;
        self.keep_fields("cases", OF_CASE, "id IN (SELECT value FROM json_each(:ids))", &ids)?;
        self.keep_fields("clients", OF_CLIENT, "id = :ids", client.as_str())?;
        self.conn.execute(
            "UPDATE clients SET birth_date = ?2 WHERE id = ?1",
            (client.as_str(), birth.map(|b| b.to_string())),
        )?;
        for relative in relatives {
            match self.conn.execute("DELETE FROM people WHERE id = ?1", [relative.as_str()]) {
                // Somebody else's record names this relative too.
                Err(error) if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => 0,
                done => done?,
            };
        }
        for case in cases {
            let place = format!("%{}%", case.as_str());
            self.conn.execute("DELETE FROM drafts WHERE place LIKE ?1", [&place])?;
            // A note in the bin has left its table, and its versions lie here without it.
            for table in ["trash", "contact_revisions"] {
                self.conn.execute(&format!("DELETE FROM {table} WHERE body LIKE ?1"), [&place])?;
            }
        }
        self.cover(covered)?;
        self.conn.execute("DELETE FROM contact_revisions WHERE rowid > ?1", [newest])?;
        self.conn.execute(
            "DELETE FROM contact_revisions WHERE contact_id IN (SELECT id FROM contacts WHERE case_id IN (SELECT value FROM json_each(?1)))",
            [&ids],
        )?;
        self.conn.execute_batch("DELETE FROM undo_rows; DELETE FROM undo_acts;")?;
        self.clear_loose_attachments()?;
        crate::triggers::index::renew(self.conn)
    }

    /// Rows of one table that name one of the cases.
    fn erase_rows(&self, table: &str, ids: &str) -> Result<(), StoreError> {
        let which = "case_id IN (SELECT value FROM json_each(:ids))";
        if let Some((_, fields)) = STAY.iter().find(|(stays, _)| *stays == table) {
            let fields: Vec<&str> = fields.iter().copied().chain(["case_id"]).collect();
            return self.keep_fields(table, &fields, which, ids);
        }
        let sql = if LET_GO.contains(&table) {
            format!("UPDATE {table} SET case_id = NULL WHERE {which}")
        } else {
            format!("DELETE FROM {table} WHERE {which}")
        };
        self.conn.execute(&sql, named_params! { ":ids": ids })?;
        Ok(())
    }

    /// Empties every field of some rows but those that stay.
    fn keep_fields(&self, table: &str, fields: &[&str], which: &str, ids: &str) -> Result<(), StoreError> {
        let empty: Vec<String> = columns(self.conn, table)?
            .into_iter()
            .filter(|column| column != "id" && !fields.contains(&column.as_str()))
            .map(|column| format!("{column} = NULL"))
            .collect();
        if empty.is_empty() {
            return Ok(());
        }
        let sql = format!("UPDATE {table} SET {} WHERE {which}", empty.join(", "));
        self.conn.execute(&sql, named_params! { ":ids": ids })?;
        Ok(())
    }

    /// Covers the person in whatever else was written.
    fn cover(&self, covered: impl Fn(&str) -> Option<String> + Send + 'static) -> Result<(), StoreError> {
        self.conn.create_scalar_function(COVERED, 1, FunctionFlags::SQLITE_UTF8, move |ctx| {
            Ok(ctx.get_raw(0).as_str().ok().and_then(&covered))
        })?;
        // One row per column of text.
        let places = self.all(
            "SELECT m.name AS tbl, c.name AS field FROM sqlite_schema m JOIN pragma_table_info(m.name) c
             WHERE m.type = 'table' AND m.sql LIKE '%STRICT%' AND c.type IN ('TEXT', 'ANY') AND c.pk = 0
               AND m.name NOT LIKE 'search%'",
            [],
            |r| Ok((r.text("tbl")?, r.text("field")?)),
        )?;
        for (table, field) in places.iter().filter(|(table, _)| !CLOSED.contains(&table.as_str())) {
            // Every row in which the person stands.
            let sql = format!(
                "UPDATE {table} SET {field} = {COVERED}({field}) WHERE {COVERED}({field}) IS NOT NULL"
            );
            self.conn.execute(&sql, [])?;
        }
        Ok(self.conn.remove_function(COVERED, 1)?)
    }
}
