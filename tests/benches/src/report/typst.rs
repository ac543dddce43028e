//! typst, the reference for setting pages, through its package for Python in a folder of its own.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The version that the figures were taken with.
const VERSION: &str = "0.15.2";

/// typst, ready to set the report of a folder.
pub struct Peer {
    python: PathBuf,
    folder: PathBuf,
    /// Its version.
    pub version: String,
}

impl Peer {
    /// Finds typst or installs it. Error: why it cannot be had.
    pub fn find(folder: &Path) -> Result<Self, String> {
        let place = crate::place::built().join("benches/python");
        let python = place.join("bin/python");
        if !place.join("bin/pip").exists() && !runs(Command::new("python3").args(["-m", "venv"]).arg(&place))
        {
            return Err("no Python with venv".to_owned());
        }
        let asked = format!("typst=={VERSION}");
        let has = |python: &Path| runs(Command::new(python).args(["-c", "import typst"]));
        if !has(&python) && !runs(Command::new(&python).args(["-m", "pip", "install", "--quiet", &asked])) {
            return Err("the package typst cannot be installed".to_owned());
        }
        if !has(&python) {
            return Err("typst does not run here".to_owned());
        }
        let peer = Self { python, folder: folder.to_owned(), version: VERSION.to_owned() };
        peer.once();
        Ok(peer)
    }

    /// Sets the report once, in a process of its own: processor time, bytes and most memory.
    pub fn once(&self) -> Value {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let run = Command::new(&self.python)
            .arg(here.join("peers/report.py"))
            .arg(here.join("peers/report.typ"))
            .arg(here.join("../../assets/fonts"))
            .arg(&self.folder)
            .output()
            .expect("Python was found a moment ago");
        assert!(run.status.success(), "typst: {}", String::from_utf8_lossy(&run.stderr));
        serde_json::from_slice(&run.stdout).expect("a run prints its figures")
    }
}

fn runs(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}
