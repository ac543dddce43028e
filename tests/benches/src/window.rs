//! Starting the window up to a locked vault's unlock screen, beside an empty window of Tauri, by turns, both driven
//! in the same way on the same virtual screen; and the memory that each holds while nothing happens.
//! Then the frames of a full year while it is scrolled, and how long each screen takes to open with one year and with ten.

mod driver;
mod memory;
mod opening;
mod screen;
mod year;

use crate::measure::{least, median};
use crate::place::{built, fresh};
use crate::table::Table;
use driver::{Driver, Session};
use files::VaultFolder;
use screen::Screen;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use store::vault::KdfCost;

/// Starts of each; the first of each is a warm-up.
const RUNS: usize = 13;
/// Starts after which memory is looked at.
const IDLE_RUNS: usize = 5;
/// How long nothing happens before memory is looked at.
const IDLE: Duration = Duration::from_secs(3);

const PASSPHRASE: &str = "mizuumi-torii-akebono-kazaguruma";

/// A program with a window, and the element that says that a person could begin.
struct Program {
    binary: PathBuf,
    arguments: Value,
    ready: &'static str,
}

/// Measures both and adds their lines to the table.
pub fn bench(table: &mut Table) {
    eprintln!("window: {RUNS} starts of each");
    let (ours, empty) = (binary("susono"), binary("susono-empty-window"));
    if !ours.exists() || !empty.exists() {
        table.missing("window", "not built: cargo build --release -p susono -p susono-empty-window");
        return;
    }
    let screen = match Screen::start() {
        Ok(screen) => screen,
        Err(why) => return table.missing("window", &why),
    };
    let vault = fresh("window").join("vault");
    drop(VaultFolder::create(&vault, PASSPHRASE, KdfCost::LEAST, &[5; 32]).expect("the vault is made"));
    let ours = Program { binary: ours, arguments: json!(["--vault", vault]), ready: "input[type=password]" };
    let empty = Program { binary: empty, arguments: json!([]), ready: "#ready" };

    let (mut starts, mut memories) = ((Vec::new(), Vec::new()), (Vec::new(), Vec::new()));
    for run in 0..RUNS {
        let idle = (1..=IDLE_RUNS).contains(&run);
        for (program, starts, memories) in
            [(&ours, &mut starts.0, &mut memories.0), (&empty, &mut starts.1, &mut memories.1)]
        {
            let (time, memory) = start(program, &screen, idle);
            if run > 0 {
                starts.push(time);
            }
            memories.extend(memory);
        }
    }
    let name = "empty Tauri window";
    table.ratio(
        "window: start to unlock screen, least",
        "ms",
        least(&starts.0),
        (name, least(&starts.1)),
        1.3,
    );
    table.beside(
        "window: start to unlock screen, middle",
        "ms",
        median(&starts.0),
        (name, median(&starts.1)),
    );
    table.ratio(
        "window: anonymous memory, idle",
        "MiB",
        median(&memories.0),
        (name, median(&memories.1)),
        1.4,
    );
    year::bench(&ours.binary, &screen, table);
    opening::bench(&ours.binary, &screen, table);
}

/// Types the passphrase as the page hears it.
const UNLOCK: &str = "const field = document.querySelector('input[type=password]');
field.value = arguments[0];
field.dispatchEvent(new Event('input', { bubbles: true }));
field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));";

/// The window of a vault, unlocked on the morning of every story.
fn unlocked<'a>(driver: &'a Driver, binary: &Path, vault: &Path) -> Session<'a> {
    let session = driver.open(binary, &json!(["--vault", vault, "--now", "2026-11-02T09:00+09:00"]));
    session.wait_for("input[type=password]");
    session.size(1280, 720);
    session.run(UNLOCK, &json!([PASSPHRASE]));
    session.wait_for("#stage h1");
    session
}

/// One start: milliseconds from asking for the window until its element is seen, and if asked for the memory after.
fn start(program: &Program, screen: &Screen, idle: bool) -> (f64, Option<f64>) {
    let driver = Driver::start(screen);
    let before = Instant::now();
    let session = driver.open(&program.binary, &program.arguments);
    session.wait_for(program.ready);
    let time = before.elapsed().as_secs_f64() * 1e3;
    let memory = idle.then(|| {
        std::thread::sleep(IDLE);
        memory::anonymous_below(driver.id())
    });
    session.close();
    (time, memory)
}

fn binary(name: &str) -> PathBuf {
    let release = built().join("release").join(name);
    if release.exists() { release } else { Path::new("target/release").join(name) }
}
