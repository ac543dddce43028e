//! Windows and macOS need nothing here so far; neither has been tried.

use tauri::WebviewWindow;

/// Does nothing.
pub fn prepare(_window: &WebviewWindow) -> tauri::Result<()> {
    Ok(())
}

/// Says nothing: the mark of the window in the task bar is all there is.
pub fn tell(_sentence: &str) {}
