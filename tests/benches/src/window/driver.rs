//! WebKit's driver, spoken to directly: a few requests over a local connection.

use super::screen::Screen;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long an answer may take before the bench gives up.
const PATIENCE: Duration = Duration::from_secs(60);
/// Pause between two looks at the page.
const PAUSE: Duration = Duration::from_millis(4);

/// A running driver.
pub struct Driver {
    service: Child,
    port: u16,
}

/// An open window.
pub struct Session<'a> {
    driver: &'a Driver,
    path: String,
}

impl Driver {
    /// Starts a driver whose windows open on a screen.
    pub fn start(screen: &Screen) -> Self {
        let port =
            TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port").port();
        let service = Command::new("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .arg("--host=127.0.0.1")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
            .env("DISPLAY", &screen.display)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .expect("WebKitWebDriver is installed");
        let until = Instant::now() + PATIENCE;
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(Instant::now() < until, "the driver does not answer");
            std::thread::sleep(PAUSE);
        }
        Self { service, port }
    }

    /// Process of the driver.
    pub fn id(&self) -> u32 {
        self.service.id()
    }

    /// Opens a program's window.
    pub fn open(&self, binary: &Path, arguments: &Value) -> Session<'_> {
        let options = json!({"binary": binary, "args": arguments});
        let body = json!({"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}});
        let (_, answer) = self.send("POST", "/session", &body);
        let id =
            answer["value"]["sessionId"].as_str().unwrap_or_else(|| panic!("no window: {answer}")).to_owned();
        Session { driver: self, path: format!("/session/{id}") }
    }

    /// One request and its answer.
    fn send(&self, method: &str, path: &str, body: &Value) -> (u16, Value) {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("the driver listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a time is set");
        let body = if method == "POST" { body.to_string() } else { String::new() };
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
            self.port,
            body.len()
        );
        (&stream).write_all(format!("{head}{body}").as_bytes()).expect("the driver takes a request");
        let mut answer = BufReader::new(&stream);
        let mut line = String::new();
        answer.read_line(&mut line).expect("the driver answers");
        let status = line.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or(0);
        let mut length = 0;
        while line.trim() != "" {
            line.clear();
            answer.read_line(&mut line).expect("the driver answers");
            if let Some((name, value)) = line.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse().unwrap_or(0);
            }
        }
        let mut bytes = vec![0; length];
        answer.read_exact(&mut bytes).expect("the driver answers in full");
        (status, serde_json::from_slice(&bytes).unwrap_or(Value::Null))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The group is the driver and what it started; some of it may have ended already.
        let _ = Command::new("kill")
            .arg("--")
            .arg(format!("-{}", self.service.id()))
            .stderr(Stdio::null())
            .status();
        let _ = self.service.wait();
    }
}

impl Session<'_> {
    /// Waits until an element is on the page and seen.
    pub fn wait_for(&self, selector: &str) {
        let until = Instant::now() + PATIENCE;
        let script = format!(
            "const e = document.querySelector('{selector}'); return e !== null && e.getClientRects().length > 0;"
        );
        let body = json!({"script": script, "args": []});
        loop {
            let (status, answer) = self.driver.send("POST", &format!("{}/execute/sync", self.path), &body);
            if status == 200 && answer["value"] == true {
                return;
            }
            assert!(Instant::now() < until, "{selector} does not appear: {answer}");
            std::thread::sleep(PAUSE);
        }
    }

    /// Gives the window a size.
    pub fn size(&self, width: u32, height: u32) {
        self.driver.send(
            "POST",
            &format!("{}/window/rect", self.path),
            &json!({"width": width, "height": height}),
        );
    }

    /// Runs a script on the page.
    pub fn run(&self, script: &str, arguments: &Value) -> Value {
        let body = json!({"script": script, "args": arguments});
        let (status, answer) = self.driver.send("POST", &format!("{}/execute/sync", self.path), &body);
        assert!(status == 200, "the page refuses: {answer}");
        answer["value"].clone()
    }

    /// Runs a script on the page until it calls its last argument with what it found.
    pub fn run_until(&self, script: &str, arguments: &Value) -> Value {
        let body = json!({"script": script, "args": arguments});
        let (status, answer) = self.driver.send("POST", &format!("{}/execute/async", self.path), &body);
        assert!(status == 200, "the page refuses: {answer}");
        answer["value"].clone()
    }

    /// Closes the window.
    pub fn close(self) {
        self.driver.send("DELETE", &self.path, &Value::Null);
    }
}
