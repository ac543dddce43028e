//! What the store's tables look like, asked from the store itself.

use crate::StoreError;
use rusqlite::Connection;
use rusqlite::types::{ToSqlOutput, Value};

/// Tables whose changes can be undone and whose records are exported: everything of the practice.
pub(crate) const RECORDS: &[&str] = &[
    "areas",
    "organisations",
    "people",
    "clients",
    "cases",
    "admissions",
    "stage_events",
    "holds",
    "decisions",
    "certificates",
    "exit_outlooks",
    "obstacles",
    "checklist_items",
    "consents",
    "housing_candidates",
    "trial_stays",
    "trial_uses",
    "settlement_plans",
    "settlement_supporters",
    "crisis_plans",
    "crisis_calls",
    "life_checks",
    "relationship_states",
    "recurrences",
    "recurrence_cases",
    "recurrence_exceptions",
    "days_off",
    "visits",
    "visit_cases",
    "appointments",
    "programmes",
    "programme_organisers",
    "programme_preparations",
    "participants",
    "sessions",
    "session_staff",
    "attendance",
    "attendance_changes",
    "peer_activities",
    "contacts",
    "contact_people",
    "mentions",
    "linked_names",
    "attachments",
    "snippets",
    "contact_copies",
    "episodes",
    "road_pages",
    "tasks",
    "activities",
    "support_to_others",
    "publications",
    "issues",
    "expansion_steps",
    "year_aims",
    "survey630",
    "survey630_discharges",
    "report_sections",
    "report_plans",
    "earlier_figures",
    "settings",
];

/// Tables of the house whose changes can be undone too, and that are never exported.
pub(crate) const UNDONE: &[&str] = &["trash", "redaction_decisions", "saved_searches"];

/// Column names of a table, in order.
pub(crate) fn columns(conn: &Connection, table: &str) -> Result<Vec<String>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT name FROM pragma_table_info(:table)")?;
    let names = statement.query_map([table], |r| r.get(0))?.collect::<Result<_, _>>()?;
    Ok(names)
}

/// The whole schema as text, one statement after the other, for the golden file.
pub fn schema_text(store: &crate::Store) -> Result<String, StoreError> {
    let conn = store.connection();
    let mut statement = conn.prepare(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'search_index_%' ORDER BY type DESC, name",
    )?;
    let rows: Vec<String> = statement.query_map([], |r| r.get(0))?.collect::<Result<_, _>>()?;
    Ok(rows.join(";\n\n") + ";\n")
}

/// A value that goes into a field.
#[derive(Clone, Debug, PartialEq)]
pub struct Field(pub(crate) Value);

impl Field {
    /// Text; empty text is unknown.
    pub fn text(text: &str) -> Self {
        Self(if text.is_empty() { Value::Null } else { Value::Text(text.to_owned()) })
    }
    /// Unknown.
    pub const fn null() -> Self {
        Self(Value::Null)
    }
}
impl rusqlite::ToSql for Field {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        self.0.to_sql()
    }
}
impl From<&str> for Field {
    fn from(text: &str) -> Self {
        Self::text(text)
    }
}
impl From<&String> for Field {
    fn from(text: &String) -> Self {
        Self::text(text)
    }
}
impl From<String> for Field {
    fn from(text: String) -> Self {
        Self::text(&text)
    }
}
impl From<u32> for Field {
    fn from(n: u32) -> Self {
        Self(Value::Integer(i64::from(n)))
    }
}
impl From<bool> for Field {
    fn from(flag: bool) -> Self {
        Self(Value::Integer(i64::from(flag)))
    }
}
impl From<&domain::measure::Id> for Field {
    fn from(id: &domain::measure::Id) -> Self {
        Self::text(id.as_str())
    }
}
impl From<domain::calendar::PartialDate> for Field {
    fn from(date: domain::calendar::PartialDate) -> Self {
        Self::text(&date.to_string())
    }
}
impl From<chrono::NaiveDate> for Field {
    fn from(date: chrono::NaiveDate) -> Self {
        Self::text(&date.to_string())
    }
}
impl<T: Into<Field>> From<Option<T>> for Field {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::null(), Into::into)
    }
}
