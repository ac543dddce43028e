//! A word of the system before something begins: a courtesy while the vault is open, nothing more. The list of what
//! is planned stands in the app.

use crate::{doors::Roof, platform, window};
use std::time::Duration;
use tauri::{AppHandle, Manager};

/// How often it is looked.
const EVERY: Duration = Duration::from_secs(20);

/// Looks now and then, for as long as the program runs.
pub fn watch(app: AppHandle) {
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(EVERY);
            if let Some(sentence) = app.state::<Roof>().desk.news() {
                window::nudge(&app);
                platform::tell(&sentence);
            }
        }
    });
}
