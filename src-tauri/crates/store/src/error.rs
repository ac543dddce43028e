//! What can go wrong in memory.

/// An error of the store. Payloads carry names of tables and acts, never a person or a note.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// SQLite refused.
    #[error("the store could not do it: {0}")]
    Sql(#[from] rusqlite::Error),
    /// The vault could not be opened.
    #[error(transparent)]
    Open(#[from] crate::vault::open::OpenError),
    /// The vault was written by a newer version of the program.
    #[error("the vault has schema {found}, this program knows up to {known}")]
    Newer {
        /// Version in the file.
        found: u32,
        /// Last version of this program.
        known: u32,
    },
    /// No such record.
    #[error("no such record in {0}")]
    Missing(&'static str),
    /// Nothing to undo or redo.
    #[error("nothing to take back")]
    NothingToUndo,
    /// A reader was handed a statement that would change something.
    #[error("a question may not change anything")]
    NoQuestion,
    /// A record holds what it never may.
    #[error("a record of {0} cannot be read")]
    Unreadable(&'static str),
}

impl StoreError {
    /// Identity of the error, for which somebody has a sentence.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Sql(e) if e.sqlite_error_code() == Some(rusqlite::ErrorCode::DiskFull) => "store.full",
            Self::Sql(e) if e.sqlite_error_code() == Some(rusqlite::ErrorCode::SystemIoFailure) => "store.io",
            Self::Sql(e) if e.sqlite_error_code() == Some(rusqlite::ErrorCode::ReadOnly) => "store.no-rights",
            Self::Sql(e) if e.sqlite_error_code() == Some(rusqlite::ErrorCode::NotADatabase) => {
                "vault.damaged"
            }
            Self::Sql(e) if e.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseCorrupt) => {
                "vault.damaged"
            }
            Self::Sql(_) => "store.failed",
            Self::Open(e) => e.id(),
            Self::Newer { .. } => "vault.newer",
            Self::Missing(_) => "store.missing",
            Self::NothingToUndo => "undo.nothing",
            Self::NoQuestion => "store.failed",
            Self::Unreadable(_) => "vault.damaged",
        }
    }
}
