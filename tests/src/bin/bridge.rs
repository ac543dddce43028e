//! The desk over HTTP on this machine's own address, so that a browser can show and test the screens.
//! It belongs to the tests; the product links no server.
//!
//! `bridge --vault DIR [--now MOMENT] [--dialogs DIR] [--demo] [--port N]` serves `ui/dist`, `POST /roof/NAME`
//! and `GET /events`, and prints its address.

use chrono::DateTime;
use files::{Clock, Desk, DeskSettings, FixedFolder, KdfCost};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex};

struct Bridge {
    desk: Desk,
    chooser: FixedFolder,
    listeners: Arc<Mutex<Vec<Sender<String>>>>,
    screens: PathBuf,
}

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().collect();
    let value =
        |name: &str| arguments.iter().position(|a| a == name).and_then(|at| arguments.get(at + 1)).cloned();
    let folder = |name: &str, or: &str| PathBuf::from(value(name).unwrap_or_else(|| or.to_owned()));
    let clock = match value("--now").map(|text| DateTime::parse_from_str(&text, "%Y-%m-%dT%H:%M%:z")) {
        Some(Ok(moment)) => Clock::Fixed(moment),
        Some(Err(error)) => return Err(std::io::Error::other(error)),
        None => Clock::System,
    };
    let listeners: Arc<Mutex<Vec<Sender<String>>>> = Arc::default();
    let hearing = listeners.clone();
    let settings = DeskSettings {
        vault_dir: folder("--vault", "target/bridge/vault"),
        clock,
        demo: arguments.iter().any(|a| a == "--demo"),
        cost: KdfCost::LEAST,
    };
    let desk = Desk::new(settings, move |event| {
        if let (Ok(text), Ok(mut all)) = (serde_json::to_string(&event), hearing.lock()) {
            all.retain(|one| one.send(text.clone()).is_ok());
        }
    });
    if arguments.iter().any(|a| a == "--demo") {
        desk.open_practice().map_err(|failure| std::io::Error::other(failure.sentence))?;
    }
    let screens = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/dist");
    let bridge = Arc::new(Bridge {
        desk,
        chooser: FixedFolder(folder("--dialogs", "target/bridge")),
        listeners,
        screens,
    });
    let listener =
        TcpListener::bind(("127.0.0.1", value("--port").and_then(|p| p.parse().ok()).unwrap_or(0)))?;
    println!("http://{}", listener.local_addr()?);
    for stream in listener.incoming() {
        let (stream, bridge) = (stream?, bridge.clone());
        // A browser that goes away in the middle of an answer ends only its own conversation.
        std::thread::spawn(move || drop(bridge.converse(stream)));
    }
    Ok(())
}

impl Bridge {
    fn converse(&self, stream: TcpStream) -> std::io::Result<()> {
        let mut reader = BufReader::new(stream.try_clone()?);
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line)? == 0 {
                return Ok(());
            }
            let mut length = 0;
            loop {
                let mut head = String::new();
                reader.read_line(&mut head)?;
                if let Some(n) = head.to_ascii_lowercase().strip_prefix("content-length:") {
                    length = n.trim().parse().unwrap_or(0);
                }
                if head.trim().is_empty() {
                    break;
                }
            }
            let mut body = vec![0; length];
            reader.read_exact(&mut body)?;
            let path =
                line.split(' ').nth(1).unwrap_or("/").split(['?', '#']).next().unwrap_or("/").to_owned();
            match path.strip_prefix("/roof/") {
                Some(name) => self.roof(&stream, name, &body)?,
                None if path == "/events" => return self.events(stream),
                None => self.file(&stream, &path)?,
            }
        }
    }

    fn roof(&self, stream: &TcpStream, name: &str, body: &[u8]) -> std::io::Result<()> {
        let input = serde_json::from_slice(body).unwrap_or_default();
        match self.desk.handle(name, input, &self.chooser) {
            Ok(value) => answer(stream, "200 OK", "application/json", &serde_json::to_vec(&value)?),
            Err(failure) => answer(
                stream,
                "422 Unprocessable Content",
                "application/json",
                &serde_json::to_vec(&failure)?,
            ),
        }
    }

    fn events(&self, mut stream: TcpStream) -> std::io::Result<()> {
        let (sender, receiver) = channel();
        if let Ok(mut all) = self.listeners.lock() {
            all.push(sender);
        }
        stream.write_all(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n\r\n",
        )?;
        for text in receiver {
            write!(stream, "data: {text}\n\n")?;
        }
        Ok(())
    }

    fn file(&self, stream: &TcpStream, path: &str) -> std::io::Result<()> {
        let name = if path == "/" { "index.html" } else { path.trim_start_matches('/') };
        let kind = match Path::new(name).extension().and_then(|e| e.to_str()) {
            Some("html") => "text/html; charset=utf-8",
            Some("js") => "text/javascript",
            Some("css") => "text/css",
            Some("woff2") => "font/woff2",
            _ => "application/octet-stream",
        };
        match std::fs::read(self.screens.join(name)) {
            Ok(bytes) if !name.contains("..") => answer(stream, "200 OK", kind, &bytes),
            _ => answer(stream, "404 Not Found", "text/plain", b""),
        }
    }
}

fn answer(mut stream: &TcpStream, status: &str, kind: &str, body: &[u8]) -> std::io::Result<()> {
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-store\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(body)
}
