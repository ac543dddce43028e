//! Dialogs without a person: every answer lies in one folder.

use crate::Chooser;
use std::path::PathBuf;

/// Answers with the folder itself, a file in it under the suggested name, or the first file that lies there. For
/// programs that drive a roof.
pub struct FixedFolder(pub PathBuf);

impl Chooser for FixedFolder {
    fn folder(&self, _title: &str) -> Option<PathBuf> {
        Some(self.0.clone())
    }
    fn save(&self, _title: &str, suggested: &str) -> Option<PathBuf> {
        Some(self.0.join(suggested))
    }
    fn open(&self, _title: &str) -> Option<PathBuf> {
        std::fs::read_dir(&self.0).ok()?.filter_map(Result::ok).map(|e| e.path()).find(|p| p.is_file())
    }
}
