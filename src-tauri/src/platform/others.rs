//! Windows and macOS need nothing here so far; neither has been tried.

use tauri::WebviewWindow;

/// Does nothing.
pub fn prepare(_window: &WebviewWindow) -> tauri::Result<()> {
    Ok(())
}
