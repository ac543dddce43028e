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
    fn save(&self, title: &str, suggested: &str) -> Option<PathBuf> {
        self.0
            .dialog()
            .file()
            .set_title(title)
            .set_file_name(suggested)
            .blocking_save_file()?
            .into_path()
            .ok()
    }
    fn open(&self, title: &str) -> Option<PathBuf> {
        self.0.dialog().file().set_title(title).blocking_pick_file()?.into_path().ok()
    }
}
