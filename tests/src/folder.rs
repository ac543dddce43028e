//! A folder of a story's own, gone when the story ends.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// An empty folder in the machine's place for passing things. Dropping it removes it.
pub struct Folder(PathBuf);

impl Folder {
    /// A new one, shared with no other story and no other process.
    pub fn new() -> Self {
        static MADE: AtomicU32 = AtomicU32::new(0);
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("susono-story-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&path).expect("a folder for the story");
        Self(path)
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Default for Folder {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A folder that cannot be removed is the machine's to clear; the story has said what it had to say.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
