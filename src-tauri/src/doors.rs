//! The one command that the web view may call.

use files::{Chooser, Desk};
use serde_json::Value;
use std::panic::{AssertUnwindSafe, catch_unwind};
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
    guarded(|| {
        if roof.demo {
            roof.practice.get_or_init(|| roof.desk.open_practice()).clone()?;
        }
        roof.desk.handle(&name, input, roof.chooser.as_ref())
    })
}

/// What breaks on its way breaks alone: an open transaction is rolled back, the window and what is being typed stay.
///
/// Error: of the work; `roof.broken`, which the screen puts into words, where it broke.
fn guarded(work: impl FnOnce() -> Result<Value, app::Failure>) -> Result<Value, app::Failure> {
    // Whoever holds a lock while something breaks leaves it usable: the house takes what stands behind it.
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        let mut broken = app::Failure::new("roof.broken");
        broken.sentence.clear();
        Err(broken)
    })
}

#[cfg(test)]
mod tests {
    use super::guarded;
    use serde_json::json;

    #[test]
    fn what_breaks_is_a_refusal_without_a_word_of_what_was_being_written() {
        assert_eq!(guarded(|| Ok(json!(1))), Ok(json!(1)));
        assert_eq!(guarded(|| Err(app::Failure::new("vault.locked"))).unwrap_err().id, "vault.locked");
        let broken = guarded(|| panic!("林 健吾")).unwrap_err();
        assert_eq!((broken.id.as_str(), broken.sentence.as_str()), ("roof.broken", ""));
    }
}
