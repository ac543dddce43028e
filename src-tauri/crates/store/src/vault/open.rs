//! Opening the database: settings that must hold, and both checks of its pages.

use super::{DataKey, hex};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};
use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;
use zeroize::Zeroizing;

/// "susono" as SQLite's application id: 0x5355534F.
const APPLICATION_ID: i64 = 0x5355_534F;

/// Bytes of one page.
pub(super) const PAGE: u64 = 4096;

/// Why a vault cannot be opened. Payloads never carry a path, a name or a key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// The passphrase does not open the key file.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// The recovery code is well formed but belongs to another vault.
    #[error("wrong recovery code")]
    WrongRecovery,
    /// No copy of the key file can be read.
    #[error("the key file is damaged")]
    KeysDamaged,
    /// The key file asks for costs outside the limits.
    #[error("the key file's costs are outside the limits")]
    Unfit,
    /// The database does not fit its key or its pages are damaged.
    #[error("the vault is damaged: {0}")]
    Damaged(String),
    /// Written by a newer version of the program.
    #[error("the vault was written by a newer version")]
    Newer,
    /// Somebody else holds the vault.
    #[error("the vault is in use")]
    InUse,
    /// There should be a database and there is none.
    #[error("the vault is missing")]
    Missing,
    /// A setting that protects the data does not hold.
    #[error("the setting {0} does not hold")]
    Setting(&'static str),
    /// The disk refused.
    #[error("the disk refused: {0}")]
    Io(String),
}

impl OpenError {
    /// Identity of the error, for which somebody has a sentence.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::WrongPassphrase => "vault.wrong-passphrase",
            Self::WrongRecovery => "vault.wrong-recovery",
            Self::KeysDamaged => "vault.keys-damaged",
            Self::Unfit => "vault.unfit-keys",
            Self::Damaged(_) => "vault.damaged",
            Self::Newer => "vault.newer",
            Self::InUse => "vault.in-use",
            Self::Missing => "vault.missing",
            Self::Setting(_) => "vault.setting",
            Self::Io(_) => "vault.io",
        }
    }
}

impl From<rusqlite::Error> for OpenError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Self::Damaged(error.to_string()),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::InUse,
            Some(ErrorCode::CannotOpen) => Self::Io("cannot open".to_owned()),
            _ => Self::Io(error.to_string()),
        }
    }
}

/// Connects to a database with its raw key; a file that does not exist yet is made.
///
/// The right key was proven by the key file before: what cannot be read here is damaged, not locked.
/// Errors: `Damaged`, `Setting` when a protecting setting does not hold, `InUse`, `Io`.
pub fn connect(path: &Path, key: &DataKey) -> Result<Connection, OpenError> {
    match std::fs::metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => make(path)?,
        // SQLite takes a file of less than one page for a new database.
        Ok(found) if found.len() < PAGE => return Err(OpenError::Damaged("the file is cut off".to_owned())),
        _ => {}
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let conn = Connection::open_with_flags(path, flags)?;
    conn.busy_timeout(Duration::from_secs(5))?;
    conn.execute_batch("PRAGMA cipher_log_level = NONE; PRAGMA cipher_memory_security = ON;")?;
    let digits = hex(key.bytes());
    conn.execute_batch(&Zeroizing::new(format!("PRAGMA key = \"x'{}'\";", digits.as_str())))?;
    let tables: i64 = conn.query_row("SELECT count(*) FROM sqlite_schema", [], |r| r.get(0))?;
    if tables == 0 && pragma::<i64>(&conn, "application_id")? == 0 {
        conn.pragma_update(None, "application_id", APPLICATION_ID)?;
    }
    settings(&conn)?;
    read_back(&conn)?;
    Ok(conn)
}

/// Makes an empty file that only its owner may read; SQLite gives its journal the same rights.
fn make(path: &Path) -> Result<(), OpenError> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(|error| OpenError::Io(error.kind().to_string()))?;
    Ok(())
}

fn settings(conn: &Connection) -> Result<(), OpenError> {
    conn.execute_batch(
        "PRAGMA temp_store = MEMORY; PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = EXTRA; \
         PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF; \
         PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA cache_size = -65536; \
         PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON;",
    )?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    Ok(())
}

fn pragma<T: rusqlite::types::FromSql>(conn: &Connection, name: &'static str) -> Result<T, OpenError> {
    conn.query_row(&format!("PRAGMA {name}"), [], |r| r.get(0)).map_err(|error| {
        match OpenError::from(error) {
            OpenError::Io(_) => OpenError::Setting(name),
            other => other,
        }
    })
}

/// Reads every protecting setting back and refuses when one does not hold.
fn read_back(conn: &Connection) -> Result<(), OpenError> {
    let numbers = [
        ("temp_store", 2),
        ("synchronous", 3),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("application_id", APPLICATION_ID),
    ];
    for (name, wanted) in numbers {
        if pragma::<i64>(conn, name)? != wanted {
            return Err(OpenError::Setting(name));
        }
    }
    for (name, wanted) in [("journal_mode", "truncate"), ("cipher_memory_security", "1")] {
        if pragma::<String>(conn, name)? != wanted {
            return Err(OpenError::Setting(name));
        }
    }
    let version: String = pragma(conn, "cipher_version")?;
    let mut parts = version.split(['.', ' ']).map(|p| p.parse::<u32>().unwrap_or(0));
    if (parts.next(), parts.next()) < (Some(4), Some(6)) {
        return Err(OpenError::Setting("cipher_version"));
    }
    let mapped: Option<i64> =
        rusqlite::OptionalExtension::optional(conn.query_row("PRAGMA mmap_size", [], |r| r.get(0)))?;
    if mapped.unwrap_or(0) != 0 {
        return Err(OpenError::Setting("mmap_size"));
    }
    if !conn.db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE)? {
        return Err(OpenError::Setting("defensive"));
    }
    // Extensions are compiled in; they must be off.
    match conn.query_row("SELECT load_extension('none')", [], |_| Ok(())) {
        Err(error) if error.to_string().contains("not authorized") => Ok(()),
        _ => Err(OpenError::Setting("load_extension")),
    }
}

/// Both checks of every page: SQLCipher's seals, and SQLite's own structure. One alone misses what the other sees.
///
/// Error: `Damaged`.
pub fn verify(conn: &Connection) -> Result<(), OpenError> {
    let mut seals = conn.prepare("PRAGMA cipher_integrity_check")?;
    let broken: Vec<String> = seals.query_map([], |r| r.get(0))?.collect::<Result<_, _>>()?;
    if let Some(first) = broken.first() {
        return Err(OpenError::Damaged(format!("{} pages: {first}", broken.len())));
    }
    let said: String = conn.query_row("PRAGMA integrity_check(1)", [], |r| r.get(0))?;
    if said == "ok" { Ok(()) } else { Err(OpenError::Damaged(said)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A fresh folder under the system's temporary one, removed at the end.
    struct Folder(std::path::PathBuf);
    impl Folder {
        fn new(name: &str) -> Self {
            let dir = std::env::temp_dir().join(format!("susono-{name}-{}", std::process::id()));
            let _ = std::fs::remove_dir_all(&dir);
            std::fs::create_dir_all(&dir).unwrap();
            Self(dir)
        }
    }
    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }

    fn filled(path: &Path) {
        let conn = connect(path, &DataKey::new([1; 32])).unwrap();
        conn.execute_batch("CREATE TABLE t (x TEXT); INSERT INTO t VALUES ('午後の面談');").unwrap();
        verify(&conn).unwrap();
    }

    #[test]
    fn a_new_file_holds_every_setting_and_no_plain_text() {
        let folder = Folder::new("open");
        let path = folder.0.join("a.db");
        filled(&path);
        let bytes = std::fs::read(&path).unwrap();
        assert!(!bytes.windows(9).any(|w| w == "午後の".as_bytes()));
        assert!(!bytes.starts_with(b"SQLite format 3"));
        let conn = connect(&path, &DataKey::new([1; 32])).unwrap();
        let text: String = conn.query_row("SELECT x FROM t", [], |r| r.get(0)).unwrap();
        assert_eq!(text, "午後の面談");
    }

    #[test]
    fn wrong_keys_plain_files_and_empty_files_are_refused_and_left_alone() {
        let folder = Folder::new("refuse");
        let path = folder.0.join("a.db");
        filled(&path);
        let before = std::fs::read(&path).unwrap();
        assert_eq!(connect(&path, &DataKey::new([2; 32])).unwrap_err().id(), "vault.damaged");
        assert_eq!(std::fs::read(&path).unwrap(), before);

        let empty = folder.0.join("empty.db");
        std::fs::write(&empty, b"").unwrap();
        assert_eq!(connect(&empty, &DataKey::new([1; 32])).unwrap_err().id(), "vault.damaged");
        assert_eq!(std::fs::metadata(&empty).unwrap().len(), 0);

        let plain = folder.0.join("plain.db");
        Connection::open(&plain).unwrap().execute_batch("CREATE TABLE t (x TEXT)").unwrap();
        assert_eq!(connect(&plain, &DataKey::new([1; 32])).unwrap_err().id(), "vault.damaged");
    }
}
