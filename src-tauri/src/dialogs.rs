//! The file dialogs of the system. Paths never reach the web view.

use files::Chooser;
use std::path::PathBuf;
use tauri::AppHandle;
use tauri_plugin_dialog::DialogExt;

/// The dialogs that a person sees.
pub struct SystemDialogs(pub AppHandle);

impl Chooser for SystemDialogs {
    fn folder(&self, title: &str) -> Option<PathBuf> {
        self.0.dialog().file().set_title(title).blocking_pick_folder()?.into_path().ok()
    }
    fn save(&self, suggested: &str) -> Option<PathBuf> {
        self.0.dialog().file().set_file_name(suggested).blocking_save_file()?.into_path().ok()
    }
    fn open(&self, title: &str) -> Option<PathBuf> {
        self.0.dialog().file().set_title(title).blocking_pick_file()?.into_path().ok()
    }
}

/// Every answer lies in one folder: the folder itself, or a file in it under the suggested name.
pub struct FixedFolder(pub PathBuf);

impl Chooser for FixedFolder {
    fn folder(&self, _title: &str) -> Option<PathBuf> {
        Some(self.0.clone())
    }
    fn save(&self, suggested: &str) -> Option<PathBuf> {
        Some(self.0.join(suggested))
    }
    fn open(&self, _title: &str) -> Option<PathBuf> {
        std::fs::read_dir(&self.0).ok()?.filter_map(Result::ok).map(|e| e.path()).find(|p| p.is_file())
    }
}
