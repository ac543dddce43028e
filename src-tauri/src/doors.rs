//! The one command that the web view may call.

use files::{Chooser, Desk};
use serde_json::Value;
use std::sync::{Arc, OnceLock};
use tauri::State;

/// What the window shares between calls.
pub struct Roof {
    /// The desk, with the vault while it is open.
    pub desk: Arc<Desk>,
    /// Who answers when a path is wanted.
    pub chooser: Box<dyn Chooser + Send + Sync>,
    /// True when the program was started for practice.
    pub demo: bool,
    /// What became of opening the practice ward, once it was tried.
    pub practice: OnceLock<Result<(), app::Failure>>,
}

impl Roof {
    /// Locks at the end of the program, so that the vault is closed in order and the day's backup is kept.
    pub fn leave(&self) {
        // There may be nothing open; then there is nothing to lock.
        let _ = self.desk.handle("lock", Value::Null, self.chooser.as_ref());
    }
}

/// Hands one call to the desk, off the thread that draws.
///
/// Error: the failure's identity and its sentence.
#[tauri::command(async)]
pub fn roof(roof: State<'_, Roof>, name: String, input: Value) -> Result<Value, app::Failure> {
    if roof.demo {
        roof.practice.get_or_init(|| roof.desk.open_practice()).clone()?;
    }
    roof.desk.handle(&name, input, roof.chooser.as_ref())
}
