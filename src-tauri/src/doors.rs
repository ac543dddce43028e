//! The one command that the web view may call.

use files::{Chooser, Desk};
use serde_json::Value;
use std::sync::Arc;
use tauri::State;

/// What the window shares between calls.
pub struct Roof {
    /// The desk, with the vault while it is open.
    pub desk: Arc<Desk>,
    /// Who answers when a path is wanted.
    pub chooser: Box<dyn Chooser + Send + Sync>,
}

/// Hands one call to the desk, off the thread that draws.
///
/// Error: the failure's identity and its sentence.
#[tauri::command(async)]
pub fn roof(roof: State<'_, Roof>, name: String, input: Value) -> Result<Value, app::Failure> {
    roof.desk.handle(&name, input, roof.chooser.as_ref())
}
