//! Why something with files cannot be done. Never carries a path.

use app::Failure;
use std::io::ErrorKind;
use store::StoreError;
use store::vault::{OpenError, passphrase};

/// Why something with files cannot be done.
#[derive(Debug, thiserror::Error)]
pub enum FilesError {
    /// The vault cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The store refused.
    #[error(transparent)]
    Store(StoreError),
    /// The disk refused.
    #[error("the disk refused: {0}")]
    Io(ErrorKind),
    /// A new passphrase is not accepted.
    #[error("the passphrase is not accepted")]
    Passphrase(passphrase::Refused),
    /// The database is older than what was used last.
    #[error("the database is older than its head")]
    RolledBack,
    /// The text is no recovery code.
    #[error("this is no recovery code")]
    BadCode,
    /// A vault stands here already.
    #[error("a vault stands here already")]
    Exists,
    /// The vault's files are links to somewhere else.
    #[error("the vault's files are links")]
    Link,
    /// The folder is carried to other machines by a synchronising program.
    #[error("the folder is synchronised")]
    Synced,
    /// The file is no whole backup.
    #[error("the file is no whole backup")]
    BackupDamaged,
    /// The backup is of another vault, so that the keys at hand do not open it.
    #[error("the backup is of another vault")]
    OtherVault,
    /// A folder or file is larger than can be meant.
    #[error("too large")]
    TooLarge,
    /// The operating system gave no random bytes.
    #[error("no random bytes")]
    NoDice,
}

impl FilesError {
    /// Identity of the refusal, for which somebody has a sentence.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Open(e) => e.id(),
            Self::Store(e) => e.id(),
            Self::Io(ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem) => "files.no-rights",
            Self::Io(ErrorKind::StorageFull | ErrorKind::QuotaExceeded) => "files.full",
            Self::Io(ErrorKind::NotFound | ErrorKind::NotADirectory) => "files.not-found",
            Self::Io(_) => "files.io",
            Self::Passphrase(e) => e.id(),
            Self::RolledBack => "vault.rolled-back",
            Self::BadCode => "vault.bad-code",
            Self::Exists => "vault.exists",
            Self::Link => "vault.link",
            Self::Synced => "vault.synced",
            Self::BackupDamaged => "vault.backup-damaged",
            Self::OtherVault => "vault.other-vault",
            Self::TooLarge => "files.too-large",
            Self::NoDice => "files.no-dice",
        }
    }
}

impl From<std::io::Error> for FilesError {
    fn from(error: std::io::Error) -> Self {
        Self::Io(error.kind())
    }
}
impl From<StoreError> for FilesError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Open(e) => Self::Open(e),
            StoreError::Newer { .. } => Self::Open(OpenError::Newer),
            other => Self::Store(other),
        }
    }
}
impl From<FilesError> for Failure {
    fn from(error: FilesError) -> Self {
        Self::new(error.id())
    }
}
