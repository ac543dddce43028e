//! The open format, version 1: a folder of CSV files that holds everything the store knows.
//!
//! This is the one description from which reading, writing, the search for faults and `schema.json`
//! derive. A column names the field of the store that it fills; the store's own tables are built to it.

mod further;
mod pack;
mod schedule;

use crate::vocabulary::List;

/// Version of the format.
pub const VERSION: u32 = 1;

/// What one column holds.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// The pack's own key of the row; unique in its file and never known to the vault before.
    Key,
    /// Key of a row in another file.
    Ref(&'static str),
    /// Text as written.
    Text,
    /// Several texts separated by `;`.
    Texts,
    /// A date, perhaps partial.
    Date,
    /// Year and month.
    Month,
    /// Time of day, `HH:MM`.
    Time,
    /// A non-negative whole number.
    Number,
    /// 1 or 0.
    Flag,
    /// One code of a list.
    Code(&'static List),
    /// Several codes separated by `;`.
    Codes(&'static List),
}

/// One column of one file.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Name in the head of the file.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Field of the store, where it differs from the name.
    pub field: &'static str,
    /// The column must stand in the head of a file that is present (a column of the pack).
    pub required: bool,
    /// A cell is never empty.
    pub filled: bool,
    /// The field belongs to the client, not to the case (only in `cases.csv`).
    pub of_client: bool,
}

/// One file of the folder.
#[derive(Clone, Copy, Debug)]
pub struct File {
    /// `contacts.csv`.
    pub name: &'static str,
    /// Table of the store.
    pub table: &'static str,
    /// Columns: those of the pack first, in its order, then further ones.
    pub columns: &'static [Column],
    /// What one row is, in words for `schema.json`.
    pub about: &'static str,
    /// Further files stand in an export only where they have rows.
    pub further: bool,
}

/// All files, in the order in which references point backwards.
pub fn files() -> impl Iterator<Item = &'static File> {
    pack::FILES.iter().chain(further::FILES.iter())
}

/// The file of a name.
pub fn file(name: &str) -> Option<&'static File> {
    files().find(|f| f.name == name)
}

impl File {
    /// The column that is the pack's key, if the rows have one.
    pub fn key(&self) -> Option<&'static Column> {
        self.columns.iter().find(|c| matches!(c.kind, Kind::Key))
    }
    /// A column by its name in the head.
    pub fn column(&self, name: &str) -> Option<&'static Column> {
        self.columns.iter().find(|c| c.name == name)
    }
    /// The column after whose date the rows are put in order when they have no key.
    pub fn date(&self) -> Option<&'static Column> {
        self.columns.iter().find(|c| matches!(c.kind, Kind::Date | Kind::Month))
    }
    /// Columns that together stand only once, in a pack and in the vault; the key where there is one.
    pub fn unique(&self) -> &'static [&'static str] {
        match self.name {
            "organisations.csv" => &["org_id"],
            "people.csv" => &["person_id"],
            "cases.csv" => &["case_id"],
            "programmes.csv" => &["programme_id"],
            "contacts.csv" | "loose_contacts.csv" => &["contact_id"],
            "visits.csv" => &["visit_id"],
            "recurrences.csv" => &["recurrence_id"],
            "sessions.csv" => &["programme_id", "session_no"],
            "exit_outlooks.csv" => &["case_id", "line"],
            "checklist_items.csv" => &["case_id", "stage", "item"],
            "year_aims.csv" => &["fiscal_year"],
            "contact_copies.csv" | "episodes.csv" => &["contact_id"],
            "linked_names.csv" => &["kind", "text"],
            "road_pages.csv" | "crisis_plans.csv" => &["case_id"],
            "report_sections.csv" => &["fiscal_year", "section"],
            "report_plans.csv" => &["fiscal_year", "report", "section"],
            "earlier_figures.csv" => &["fiscal_year", "table_no", "figure"],
            _ => &[],
        }
    }
    /// The session that a row of the file names: key of the programme and number.
    pub fn session_of<'a>(&self, cells: &'a [Option<String>]) -> Option<(&'a str, &'a str)> {
        let cell = |name: &str| cells.get(self.columns.iter().position(|c| c.name == name)?)?.as_deref();
        if self.names_session() { Some((cell("programme_id")?, cell("session_no")?)) } else { None }
    }
    /// Rows that name a session of a programme by `programme_id` and `session_no`.
    pub fn names_session(&self) -> bool {
        self.name != "sessions.csv" && self.column("session_no").is_some()
    }
}

/// A column of the pack.
const fn col(name: &'static str, kind: Kind) -> Column {
    Column { name, kind, field: name, required: true, filled: matches!(kind, Kind::Key), of_client: false }
}
/// A further column, which a pack may lack.
const fn more(name: &'static str, kind: Kind) -> Column {
    Column { required: false, ..col(name, kind) }
}

impl Column {
    const fn filled(self) -> Self {
        Self { filled: true, ..self }
    }
    const fn field(self, field: &'static str) -> Self {
        Self { field, ..self }
    }
    const fn of_client(self) -> Self {
        Self { of_client: true, ..self }
    }
}
