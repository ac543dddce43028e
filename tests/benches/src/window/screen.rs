//! A virtual screen that ends with us.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// A running screen.
pub struct Screen {
    server: Child,
    /// Its name, for programs that draw on it.
    pub display: String,
}

impl Screen {
    /// Starts one. Error: why there is none.
    pub fn start() -> Result<Self, String> {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("Xvfb: {error}"))?;
        let mut line = String::new();
        let out = server.stdout.take().ok_or("Xvfb says nothing")?;
        BufReader::new(out).read_line(&mut line).map_err(|error| format!("Xvfb: {error}"))?;
        Ok(Self { server, display: format!(":{}", line.trim()) })
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // The server may be gone already; either way it ends here.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
