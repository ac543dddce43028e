//! The whole store as the open format, and back. One description ([`domain::open_format`]) drives both ways.

mod batch;
mod earlier;

use crate::schema::Field;
use crate::{Reader, StoreError, Writer, triggers};
use batch::Batch;
use domain::measure::Id;
use domain::open_format::{Column, File, Kind, files};
use std::collections::{BTreeMap, HashMap};

/// Cells of one row, aligned with the columns of its file; `None` is unknown.
pub type Cells = Vec<Option<String>>;

/// Rows of several files.
pub type Tables = Vec<(&'static File, Vec<Cells>)>;

const SESSIONS: &str = "sessions";
const SESSION: &str = "session_id";
/// Rows between two reports of progress.
const STEP: usize = 250;

/// Fields of one row and their values.
type Fields = Vec<(&'static str, Field)>;

/// Keys of a pack and the identities that the store gives them, by table.
type Identities = HashMap<(&'static str, String), Id>;

impl Reader<'_> {
    /// True when the vault already has what may stand only once in a file: its key, or the values of
    /// [`File::unique`] joined by `/`.
    pub fn knows_key(&self, file: &str, key: &str) -> Result<bool, StoreError> {
        let Some(file) = domain::open_format::file(file) else { return Ok(false) };
        if file.key().is_some() || file.table == SESSIONS {
            return Ok(self.identity(file.table, key)?.is_some());
        }
        let sql = match file.name {
            "year_aims.csv" => "SELECT id FROM year_aims WHERE fiscal_year = ?1",
            "report_sections.csv" => {
                "SELECT id FROM report_sections WHERE fiscal_year || '/' || section = ?1"
            }
            "report_plans.csv" => {
                "SELECT id FROM report_plans WHERE fiscal_year || '/' || report || '/' || section = ?1"
            }
            "earlier_figures.csv" => {
                "SELECT id FROM earlier_figures WHERE fiscal_year || '/' || table_no || '/' || figure = ?1"
            }
            "exit_outlooks.csv" => {
                "SELECT t.id FROM exit_outlooks t JOIN cases c ON c.id = t.case_id WHERE coalesce(c.pack_key, c.id) || '/' || t.line = ?1"
            }
            "checklist_items.csv" => {
                "SELECT t.id FROM checklist_items t JOIN cases c ON c.id = t.case_id \
                 WHERE coalesce(c.pack_key, c.id) || '/' || t.stage || '/' || t.item = ?1"
            }
            _ => return Ok(false),
        };
        Ok(self.first(sql, [key], |r| r.text("id"))?.is_some())
    }

    fn identity(&self, table: &'static str, key: &str) -> Result<Option<Id>, StoreError> {
        if table == SESSIONS {
            let Some((programme, number)) = key.rsplit_once('/') else { return Ok(None) };
            return self.first(
                "SELECT s.id FROM sessions s JOIN programmes p ON p.id = s.programme_id WHERE coalesce(p.pack_key, p.id) = ?1 AND s.session_no = ?2",
                (programme, number),
                |r| r.id("id"),
            );
        }
        self.first(&format!("SELECT id FROM {table} WHERE pack_key = ?1 OR id = ?1"), [key], |r| r.id("id"))
    }

    /// Every record of the store, file by file.
    pub fn whole_store(&self) -> Result<Tables, StoreError> {
        let mut keys = HashMap::new();
        for file in files().filter(|f| f.key().is_some()) {
            let rows = self.all(
                &format!("SELECT id, coalesce(pack_key, id) AS pack_key FROM {}", file.table),
                [],
                |r| Ok((r.text("id")?, r.text("pack_key")?)),
            )?;
            keys.extend(rows);
        }
        files().map(|file| Ok((file, self.rows_of(file, &keys)?))).collect()
    }

    fn rows_of(&self, file: &File, keys: &HashMap<String, String>) -> Result<Vec<Cells>, StoreError> {
        let (from, filter) = match file.name {
            "cases.csv" => ("cases t JOIN clients k ON k.id = t.client_id", ""),
            "contacts.csv" => (CONTACTS_WITH_SESSION, " WHERE t.case_id IS NOT NULL"),
            "loose_contacts.csv" => (CONTACTS_WITH_SESSION, " WHERE t.case_id IS NULL"),
            "attendance.csv" => (ATTENDANCE_WITH_SESSION, " WHERE t.case_id IS NOT NULL"),
            "label_attendance.csv" => (ATTENDANCE_WITH_SESSION, " WHERE t.case_id IS NULL"),
            "session_staff.csv" => ("session_staff t JOIN sessions s ON s.id = t.session_id", ""),
            "attendance_changes.csv" => ("attendance_changes t JOIN sessions s ON s.id = t.session_id", ""),
            "peer_activities.csv" => ("peer_activities t LEFT JOIN sessions s ON s.id = t.session_id", ""),
            "contact_revisions.csv" => {
                ("contact_revisions t", " WHERE EXISTS (SELECT 1 FROM contacts c WHERE c.id = t.contact_id)")
            }
            "contact_copies.csv" => {
                ("contact_copies t", " WHERE EXISTS (SELECT 1 FROM contacts c WHERE c.id = t.contact_id)")
            }
            _ => ("", ""),
        };
        let from = if from.is_empty() { format!("{} t", file.table) } else { from.to_owned() };
        let select: Vec<String> = file
            .columns
            .iter()
            .map(|c| format!("CAST({} AS TEXT) AS {}", expression(file, c), quoted(c.name)))
            .collect();
        let sql = format!("SELECT {} FROM {from}{filter}", select.join(", "));
        self.all(&sql, [], |row| {
            file.columns
                .iter()
                .map(|c| {
                    let cell = row.maybe(c.name)?;
                    Ok(match c.kind {
                        Kind::Ref(_) => cell.map(|id| keys.get(&id).cloned().unwrap_or(id)),
                        _ if is_earlier(file, c) => cell
                            .map(|body| earlier::with_names(body, |_, id| Ok(keys.get(id).cloned())))
                            .transpose()?,
                        _ => cell,
                    })
                })
                .collect()
        })
    }
}

const CONTACTS_WITH_SESSION: &str = "contacts t LEFT JOIN sessions s ON s.id = t.session_id";
const ATTENDANCE_WITH_SESSION: &str = "attendance t JOIN sessions s ON s.id = t.session_id";

/// Where a stage stands among those of its case and day; nothing where it stands alone.
const STAGE_OF_THE_DAY: &str = "(SELECT nullif(count(*) FILTER (WHERE (coalesce(o.seq, 0), o.rowid) < (coalesce(t.seq, 0), t.rowid)), \
     CASE count(*) WHEN 1 THEN 0 END) FROM stage_events o WHERE o.case_id = t.case_id AND o.from_on = t.from_on)";

fn quoted(name: &str) -> String {
    format!("\"{name}\"")
}

/// Where the store keeps what a column of a file shows.
fn expression(file: &File, column: &Column) -> String {
    match (file.name, column.name) {
        (_, "programme_id" | "session_no") if file.names_session() => format!("s.{}", column.name),
        ("cases.csv", "person_key") => {
            "coalesce(k.person_key, CASE WHEN (SELECT count(*) FROM cases o WHERE o.client_id = k.id) > 1 THEN k.id END)".to_owned()
        }
        ("stages.csv", "seq") => STAGE_OF_THE_DAY.to_owned(),
        _ if column.of_client => format!("k.{}", column.field),
        _ if matches!(column.kind, Kind::Key) => "coalesce(t.pack_key, t.id)".to_owned(),
        _ => format!("t.{}", column.field),
    }
}

impl Writer<'_> {
    /// Adds all rows of a pack that has no faults. Rows of each file keep their order. `go_on` hears now and
    /// then how many rows are done; when it says no, the rest is left, and the act must be too.
    ///
    /// Returns the number of rows by file.
    pub fn add_pack(
        &mut self,
        tables: &Tables,
        mut go_on: impl FnMut(usize) -> bool,
    ) -> Result<BTreeMap<&'static str, usize>, StoreError> {
        self.conn.pragma_update(None, "defer_foreign_keys", true)?;
        triggers::index::hold(self.conn)?;
        let mut known = Identities::new();
        for (file, rows) in tables {
            for cells in rows {
                if let Some(key) = own_key(file, cells) {
                    let id = self.new_id();
                    known.insert((file.table, key), id);
                }
            }
        }
        let mut added = BTreeMap::new();
        let mut done = 0;
        let mut last_stage: HashMap<(String, String), u32> = HashMap::new();
        let mut batch = Batch::default();
        for (file, rows) in tables {
            for cells in rows {
                if done % STEP == 0 && !go_on(done) {
                    return Ok(added);
                }
                let (id, fields) = self.row_of(file, cells, &known, &mut last_stage)?;
                batch.take(self, file.table, id, fields)?;
                done += 1;
            }
            added.insert(file.name, rows.len());
        }
        batch.add(self)?;
        triggers::index::follow_again(self.conn)?;
        go_on(done);
        Ok(added)
    }

    /// Identity and fields of one row.
    fn row_of(
        &mut self,
        file: &'static File,
        cells: &Cells,
        known: &Identities,
        stages: &mut HashMap<(String, String), u32>,
    ) -> Result<(Id, Fields), StoreError> {
        let mut fields: Fields = Vec::with_capacity(file.columns.len());
        for (column, cell) in file.columns.iter().zip(cells) {
            if column.of_client || matches!(column.kind, Kind::Key) || is_session(file, column) {
                continue;
            }
            let value = match (column.kind, cell) {
                (_, None) => Field::null(),
                (Kind::Ref(to), Some(key)) => Field::from(&self.resolve(to, key, known)?),
                (Kind::Number | Kind::Flag, Some(text)) => {
                    Field::from(text.parse::<u32>().map_err(|_| StoreError::Unreadable(file.table))?)
                }
                (_, Some(body)) if is_earlier(file, column) => {
                    let named =
                        |to, key: &str| self.known_as(to, key, known).map(|id| id.map(|id| id.to_string()));
                    Field::text(&earlier::with_names(body.clone(), named)?)
                }
                (_, Some(text)) => Field::text(text),
            };
            fields.push((column.field, value));
        }
        if file.names_session() {
            let session = match (cell(file, cells, "programme_id"), cell(file, cells, "session_no")) {
                (Some(p), Some(n)) => Some(self.resolve("sessions.csv", &format!("{p}/{n}"), known)?),
                _ => None,
            };
            fields.push((SESSION, Field::from(session.as_ref())));
        }
        if file.name == "cases.csv" {
            let client = self.client_of(file, cells)?;
            fields.push(("client_id", Field::from(&client)));
        }
        if file.name == "stages.csv" {
            number_stage(file, cells, &mut fields, stages);
        }
        let key = own_key(file, cells);
        if file.key().is_some() {
            fields.push(("pack_key", Field::from(key.clone())));
        }
        let known = key.and_then(|key| known.get(&(file.table, key)).cloned());
        Ok((known.unwrap_or_else(|| self.new_id()), fields))
    }

    /// The client of a case row: the one whom `person_key` names, with what the row adds where nothing was
    /// known, or a new one.
    fn client_of(&mut self, file: &'static File, cells: &Cells) -> Result<Id, StoreError> {
        let said = || file.columns.iter().zip(cells).filter(|(c, _)| c.of_client);
        if let Some(key) = cell(file, cells, "person_key") {
            let known =
                self.first("SELECT id FROM clients WHERE person_key = ?1 OR id = ?1", [key], |r| r.id("id"))?;
            if let Some(id) = known {
                for (column, cell) in said().filter(|(c, cell)| c.name != "person_key" && cell.is_some()) {
                    let sql =
                        format!("UPDATE clients SET {0} = ?1 WHERE id = ?2 AND {0} IS NULL", column.field);
                    self.conn.prepare_cached(&sql)?.execute((cell, id.as_str()))?;
                }
                return Ok(id);
            }
        }
        let fields: Vec<(&str, Field)> =
            said().map(|(c, cell)| (c.field, Field::from(cell.clone()))).collect();
        self.insert("clients", &fields)
    }

    fn resolve(&self, to: &'static str, key: &str, known: &Identities) -> Result<Id, StoreError> {
        let candidates: &[&str] =
            if to == "contacts.csv" { &["contacts.csv", "loose_contacts.csv"] } else { &[to] };
        for name in candidates {
            if let Some(id) = self.known_as(name, key, known)? {
                return Ok(id);
            }
        }
        Err(StoreError::Missing("reference"))
    }

    /// Identity of a record by its key, among the rows that come in and what the store has.
    fn known_as(&self, file: &'static str, key: &str, known: &Identities) -> Result<Option<Id>, StoreError> {
        let table = domain::open_format::file(file).map_or("", |f| f.table);
        match known.get(&(table, key.to_owned())) {
            Some(id) => Ok(Some(id.clone())),
            None => self.identity(table, key),
        }
    }
}

/// True for the column of what a note said before it was corrected.
fn is_earlier(file: &File, column: &Column) -> bool {
    file.name == "contact_revisions.csv" && column.name == "body"
}

fn is_session(file: &File, column: &Column) -> bool {
    file.names_session() && matches!(column.name, "programme_id" | "session_no")
}

fn cell<'a>(file: &File, cells: &'a Cells, name: &str) -> Option<&'a String> {
    let at = file.columns.iter().position(|c| c.name == name)?;
    cells.get(at)?.as_ref()
}

/// The pack's key of a row; sessions are named by programme and number.
fn own_key(file: &File, cells: &Cells) -> Option<String> {
    if file.name == "sessions.csv" {
        return Some(format!("{}/{}", cell(file, cells, "programme_id")?, cell(file, cells, "session_no")?));
    }
    cell(file, cells, file.key()?.name).cloned()
}

/// Of two stages on one day the later row wins: rows of one case and day are numbered in order.
fn number_stage(file: &File, cells: &Cells, fields: &mut Fields, seen: &mut HashMap<(String, String), u32>) {
    let of = |name: &str| cell(file, cells, name).cloned().unwrap_or_default();
    let count = seen.entry((of("case_id"), of("from"))).or_default();
    if cell(file, cells, "seq").is_none() {
        fields.retain(|(name, _)| *name != "seq");
        fields.push(("seq", Field::from(*count)));
    }
    *count += 1;
}

#[cfg(test)]
mod tests;
