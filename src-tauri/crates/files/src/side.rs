//! What is remembered beside a vault and needs no secret: failed attempts and the day of the last backup.

use crate::{FilesError, write};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// The side file. Lost, it begins anew.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Side {
    /// Failed attempts since the last success.
    pub(crate) failures: u32,
    /// Day of the last backup.
    pub(crate) last_backup_on: Option<NaiveDate>,
}

fn path(dir: &Path) -> PathBuf {
    dir.join("susono.side.json")
}

impl Side {
    pub(crate) fn read(dir: &Path) -> Self {
        std::fs::read(path(dir))
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default()
    }
    /// Error: the disk refused.
    pub(crate) fn write(&self, dir: &Path) -> Result<(), FilesError> {
        let bytes = serde_json::to_vec(self).map_err(|_| FilesError::Io(std::io::ErrorKind::InvalidData))?;
        write::whole(&path(dir), &bytes)
    }
}
