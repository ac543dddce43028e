//! What the program may be told when it is started.

use crate::dialogs::SystemDialogs;
use chrono::DateTime;
use files::{Chooser, Clock, Desk, DeskSettings, FixedFolder, KdfCost};
use lexopt::prelude::*;
use std::path::PathBuf;
use tauri::AppHandle;

/// `--vault DIR`, `--demo`, `--now MOMENT`, and `--dialogs DIR`, which answers every file dialog from one
/// folder so that a program can drive the window.
#[derive(Clone, Debug)]
pub struct Arguments {
    /// Folder of the vault; the user's own data folder without it.
    pub vault: Option<PathBuf>,
    /// Opens the practice ward.
    pub demo: bool,
    clock: Clock,
    dialogs: Option<PathBuf>,
}

impl Arguments {
    /// Reads the command line. Error: one sentence about the wrong usage.
    pub fn read() -> Result<Self, String> {
        let mut found = Self { vault: None, demo: false, clock: Clock::System, dialogs: None };
        let mut parser = lexopt::Parser::from_env();
        while let Some(argument) = parser.next().map_err(|e| e.to_string())? {
            match argument {
                Long("demo") => found.demo = true,
                Long("vault") => found.vault = Some(parser.value().map_err(|e| e.to_string())?.into()),
                Long("dialogs") => found.dialogs = Some(parser.value().map_err(|e| e.to_string())?.into()),
                Long("now") => {
                    let text: String = parser.value().and_then(|v| v.parse()).map_err(|e| e.to_string())?;
                    let moment = DateTime::parse_from_rfc3339(&text)
                        .or_else(|_| DateTime::parse_from_str(&text, "%Y-%m-%dT%H:%M%:z"))
                        .map_err(|e| e.to_string())?;
                    found.clock = Clock::Fixed(moment);
                }
                other => return Err(other.unexpected().to_string()),
            }
        }
        Ok(found)
    }

    /// The desk over the vault of a folder.
    pub fn desk(&self, vault_dir: PathBuf, listener: impl Fn(app::Event) + Send + Sync + 'static) -> Desk {
        let settings =
            DeskSettings { vault_dir, clock: self.clock, demo: self.demo, cost: KdfCost::STANDARD };
        Desk::new(settings, listener)
    }

    /// Who answers when a file or a folder is wanted.
    pub fn chooser(&self, app: AppHandle) -> Box<dyn Chooser + Send + Sync> {
        match &self.dialogs {
            Some(folder) => Box::new(FixedFolder(folder.clone())),
            None => Box::new(SystemDialogs(app)),
        }
    }
}
