//! A desktop that shows notices: a bus of its own, on which everything that is handed over is kept.

use std::collections::HashMap;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use zbus::zvariant::OwnedValue;

/// A notice comes at most so late: it is looked every twenty seconds.
const PATIENCE: Duration = Duration::from_secs(40);

type Heard = Arc<Mutex<Vec<String>>>;

/// The bus and what was heard on it.
pub struct Bell {
    daemon: Child,
    /// Where programs find the bus.
    pub address: String,
    heard: Heard,
    _connection: zbus::blocking::Connection,
}

/// What a desktop offers (Desktop Notifications Specification 1.2).
struct Notices(Heard);

#[zbus::interface(name = "org.freedesktop.Notifications")]
impl Notices {
    #[expect(clippy::too_many_arguments, reason = "the specification has eight")]
    fn notify(
        &self,
        program: String,
        _replaces: u32,
        _icon: String,
        summary: String,
        body: String,
        acts: Vec<String>,
        hints: HashMap<String, OwnedValue>,
        _milliseconds: i32,
    ) -> u32 {
        let whole = format!("{program}|{summary}|{body}|{}|{}", acts.join(","), hints.len());
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(whole);
        1
    }
}

impl Bell {
    /// Starts the bus with somebody on it who hears.
    pub fn hang() -> zbus::Result<Self> {
        let mut daemon = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--print-address=1"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut address = String::new();
        if let Some(out) = daemon.stdout.take() {
            BufReader::new(out).read_line(&mut address)?;
        }
        let address = address.trim().to_owned();
        let heard = Heard::default();
        let connection = zbus::blocking::connection::Builder::address(address.as_str())?
            .name("org.freedesktop.Notifications")?
            .serve_at("/org/freedesktop/Notifications", Notices(heard.clone()))?
            .build()?;
        Ok(Self { daemon, address, heard, _connection: connection })
    }

    /// Waits for the first notice, and tells every one that came.
    pub async fn heard(&self) -> Vec<String> {
        let until = Instant::now() + PATIENCE;
        loop {
            let heard = self.heard.lock().unwrap_or_else(PoisonError::into_inner).clone();
            if !heard.is_empty() || Instant::now() > until {
                return heard;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }
}

impl Drop for Bell {
    fn drop(&mut self) {
        // The bus may have ended already.
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}
