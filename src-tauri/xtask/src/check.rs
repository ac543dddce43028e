//! Every test, in the order in which a failure is cheapest.

use crate::setup::{self, npm};
use crate::shell::{Done, cargo, program, step};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// Set-up, formats, lints, screens, stories, and the real window on a screen of its own.
pub fn everything() -> Done {
    setup::packages(true)?;
    setup::screen_packages()?;
    step("Rust format", &mut cargo(&["fmt", "--all", "--check"]))?;
    step("screens: lint, types, dead code", &mut npm(&["run", "check"]))?;
    step("screens: tests", &mut npm(&["test"]))?;
    setup::screens()?;
    step("Rust lint", product(&["clippy", "--quiet", "--all-targets"]).args(["--", "-D", "warnings"]))?;
    step("window and command line", &mut product(&["build", "--quiet"]))?;
    step("stories", &mut product(&["test"]))?;
    let screen = Screen::start()?;
    let mut window = cargo(&[
        "test",
        "--package",
        "susono-desktop",
        "--test",
        "desktop",
        "--",
        "--test-threads=1",
        "--nocapture",
    ]);
    window.env("DISPLAY", &screen.display).env("DBUS_SESSION_BUS_ADDRESS", "disabled:");
    step("the real window", &mut window)
}

/// cargo over everything but the benchmarks, which bring references that the product does not know.
fn product(arguments: &[&str]) -> Command {
    let mut command = cargo(arguments);
    command.args(["--workspace", "--exclude", "susono-benches", "--exclude", "susono-empty-window"]);
    command
}

/// A virtual screen that ends with us.
struct Screen {
    server: Child,
    display: String,
}

impl Screen {
    fn start() -> Done<Self> {
        let mut command =
            program("Xvfb", &["-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp"]);
        let mut server =
            command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().map_err(|e| format!("Xvfb: {e}"))?;
        let mut line = String::new();
        if let Some(out) = server.stdout.take() {
            BufReader::new(out).read_line(&mut line).map_err(|e| format!("Xvfb: {e}"))?;
        }
        let number = line.trim();
        if number.is_empty() {
            return Err("Xvfb found no free display".to_owned());
        }
        Ok(Self { server, display: format!(":{number}") })
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // The server may be gone already; either way it ends here.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
