//! Installing what is missing. On Debian and its kin by apt; elsewhere it names what to install.

use crate::shell::{Done, asks, at_least, program, step, top};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

const BUILD: &[&str] = &["build-essential", "pkg-config", "libwebkit2gtk-4.1-dev", "libssl-dev"];
const WINDOW_TESTS: &[&str] = &["xvfb", "webkit2gtk-driver", "dbus-daemon"];
const REFERENCES: &[&str] = &["python3-venv"];

/// Everything that building needs, and with `window_tests` what driving the window needs.
pub fn packages(window_tests: bool) -> Done {
    let node = asks("node", &["--version"]).unwrap_or_default();
    if !at_least(&node, 20, 19) {
        return Err(format!(
            "Node.js 20.19 or newer is needed to build the screens (found: {})",
            if node.is_empty() { "none" } else { &node }
        ));
    }
    if !cfg!(target_os = "linux") {
        eprintln!(
            "This system is not set up automatically. Needed: the C++ build tools, OpenSSL's headers and the system's web view."
        );
        return Ok(());
    }
    install(BUILD.iter().chain(if window_tests { WINDOW_TESTS } else { &[] }))
}

/// What the references of the benches need beside that.
pub fn references() -> Done {
    let there = asks("python3", &["-c", "import ensurepip"]).is_some();
    if there || !cfg!(target_os = "linux") { Ok(()) } else { install(REFERENCES.iter()) }
}

fn install<'a>(wanted: impl Iterator<Item = &'a &'a str>) -> Done {
    let missing: Vec<&str> = wanted.copied().filter(|p| !is_installed(p)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    if asks("apt-get", &["--version"]).is_none() {
        return Err(format!("please install (names of Debian): {}", missing.join(" ")));
    }
    step("package lists", &mut apt(&["update"]))?;
    let mut arguments = vec!["install", "-y", "--no-install-recommends"];
    arguments.extend(missing);
    step("system packages", &mut apt(&arguments))
}

fn is_installed(package: &str) -> bool {
    asks("dpkg-query", &["-W", "-f=${db:Status-Status}", package]).is_some_and(|s| s == "installed")
}

fn apt(arguments: &[&str]) -> Command {
    let root = asks("id", &["-u"]).is_some_and(|id| id == "0");
    let mut command = if root { program("apt-get", arguments) } else { program("sudo", &["apt-get"]) };
    if !root {
        command.args(arguments);
    }
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

/// npm in the folder of the screens.
pub fn npm(arguments: &[&str]) -> Command {
    let name = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut command = program(name, arguments);
    command.current_dir(top().join("ui"));
    command
}

/// Installs the packages of the screens when the lock file is newer than what is installed.
pub fn screen_packages() -> Done {
    let ui = top().join("ui");
    if newest(&ui.join("package-lock.json")) > newest(&ui.join("node_modules/.package-lock.json")) {
        step("packages of the screens", &mut npm(&["ci", "--no-audit", "--no-fund"]))?;
    }
    Ok(())
}

/// Builds the screens when a source is newer than what was built.
pub fn screens() -> Done {
    screen_packages()?;
    let ui = top().join("ui");
    let sources =
        ["src", "index.html", "package-lock.json", "vite.config.ts"].map(|name| newest(&ui.join(name)));
    if sources.into_iter().max() > Some(newest(&ui.join("dist/index.html"))) {
        step("screens", &mut npm(&["run", "build"]))?;
    }
    Ok(())
}

/// When a file, or the newest file below a folder, was changed; the beginning of time when there is none.
fn newest(path: &Path) -> SystemTime {
    let Ok(about) = fs::metadata(path) else { return SystemTime::UNIX_EPOCH };
    if !about.is_dir() {
        return about.modified().unwrap_or(SystemTime::UNIX_EPOCH);
    }
    let below = fs::read_dir(path).into_iter().flatten().flatten().map(|entry| newest(&entry.path()));
    below.max().unwrap_or(SystemTime::UNIX_EPOCH)
}
