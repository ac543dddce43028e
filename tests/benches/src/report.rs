//! The annual report of the practice ward: from released figures to finished bytes, beside typst, which sets the
//! same text, tables and charts. Each run is a process of its own.

mod content;
mod typst;

use crate::measure::{cpu_of, median, peak_mib, process_cpu};
use crate::place::{around, fresh, house, import};
use crate::table::Table;
use app::reports::{AnnualRequest, Level, prepare};
use app::{Event, House};
use domain::calendar::FiscalYear;
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Mutex};

/// Runs of each contender.
const RUNS: usize = 11;
/// The fiscal year of the report.
const YEAR: i32 = 2025;
/// Steps of the report, as the event stream counts them: figures are released, texts screened, pages laid out, bytes
/// written, checked.
const RELEASED: usize = 2;
const SCREENED: usize = 3;
const WRITTEN: usize = 5;

/// Measures both and adds their lines to the table.
pub fn bench(table: &mut Table) {
    eprintln!("report: the practice ward, {RUNS} runs of each");
    let folder = fresh("report");
    let file = folder.join("vault.db");
    prepare_ward(&file);
    let first = once(&file, &folder);
    let peer = typst::Peer::find(&folder);
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        ours.push(once(&file, &folder));
        if let Ok(peer) = &peer {
            theirs.push(peer.once());
        }
    }
    let middle = |runs: &[Value], name: &str| -> f64 {
        median(&runs.iter().map(|run| run[name].as_f64().unwrap_or(f64::NAN)).collect::<Vec<_>>())
    };
    let what = "report: figures → PDF, CPU";
    match &peer {
        Ok(peer) => {
            let name = format!("typst {}", peer.version);
            table.ratio(what, "ms", middle(&ours, "paper"), (&name, middle(&theirs, "compile")), 0.6);
            table.beside(
                "report: bytes",
                "KB",
                middle(&ours, "bytes") / 1e3,
                (&name, middle(&theirs, "bytes") / 1e3),
            );
            table.beside(
                "report: peak memory",
                "MiB",
                middle(&ours, "peak"),
                (&name, middle(&theirs, "peak")),
            );
            let letters = |pdf: &Path| letters(&std::fs::read(pdf).expect("the file was just written"));
            let (mine, same) = (letters(&folder.join("ours.pdf")), letters(&folder.join("typst.pdf")));
            table.beside("report: letters on the pages", "", mine as f64, (&name, same as f64));
        }
        Err(why) => {
            table.figure(what, "ms", middle(&ours, "paper"));
            table.missing("report: typst", why);
        }
    }
    table.limit("report: bytes", "KB", middle(&ours, "bytes") / 1e3, 300.0);
    table.limit("report: peak memory of everything", "MiB", middle(&ours, "peak"), 60.0);
    table.figure("report: reading and counting, CPU", "ms", middle(&ours, "count"));
    table.figure("report: hiding (solver) and its audit, CPU", "ms", middle(&ours, "release"));
    table.figure("report: one audit of the printed tables, CPU", "ms", middle(&ours, "audit"));
    table.figure("report: searching and screening its texts, CPU", "ms", middle(&ours, "screen"));
    table.figure("report: attack on the finished bytes, CPU", "ms", middle(&ours, "attack"));
    eprintln!("report: {} pages", first["pages"]);
}

/// The practice ward with every text of its report written.
fn prepare_ward(file: &Path) {
    let house = house(file, |_| ());
    import(&house, &susono_tests::practice_pack());
    for (i, key) in content::written_sections(&house, YEAR).iter().enumerate() {
        let input = json!({"report": {"fiscal_year": YEAR, "level": "internal"}, "key": key, "text": content::text(i)});
        house.call(&around(), "KeepSection", input).expect("the text is kept");
    }
}

/// One run of ours, in a process of its own.
fn once(file: &Path, folder: &Path) -> Value {
    let own = std::env::current_exe().expect("a program knows where it lies");
    let run =
        Command::new(own).arg("one-report").arg(file).arg(folder).output().expect("our own program runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    serde_json::from_slice(&run.stdout).expect("a run prints its figures")
}

/// The run itself: makes the report, leaves it in the folder, and prints what each step cost.
pub fn one(file: &Path, folder: &Path) {
    let steps: Arc<Mutex<Vec<f64>>> = Arc::default();
    let heard = steps.clone();
    let house = house(file, move |event| {
        if let Event::Progress { .. } = event {
            heard.lock().expect("one report at a time").push(process_cpu());
        }
    });
    let prepared = prepare(&house, &around(), request()).expect("the practice ward has its report");
    let peak = peak_mib();
    let steps = steps.lock().expect("one report at a time").clone();
    let (audit, findings) =
        cpu_of(|| audit::audit(&prepared.figures_json).expect("our own figures can be read"));
    assert!(findings.is_empty(), "the auditor objects to the printed tables");
    std::fs::write(folder.join("ours.pdf"), &prepared.pdf).expect("the folder is ours");
    std::fs::write(folder.join("report.json"), content::of(&house, &prepared, YEAR).to_string())
        .expect("the folder is ours");
    let figures = json!({
        "count": steps[1] - steps[0],
        "release": steps[RELEASED] - steps[1],
        "screen": steps[SCREENED] - steps[RELEASED],
        "paper": steps[WRITTEN] - steps[SCREENED],
        "attack": steps[WRITTEN + 1] - steps[WRITTEN],
        "audit": audit,
        "peak": peak,
        "bytes": prepared.pdf.len(),
        "pages": prepared.pages,
    });
    println!("{figures}");
}

fn request() -> AnnualRequest {
    AnnualRequest { fiscal_year: year(), level: Level::Municipal }
}

fn year() -> FiscalYear {
    FiscalYear::try_from(YEAR).expect("a fiscal year of our time")
}

/// Letters that a reader finds on the pages, white space aside.
fn letters(pdf: &[u8]) -> usize {
    let read = report::attack::read(pdf).expect("the pages can be read back");
    read.pages.iter().flat_map(|page| page.chars()).filter(|c| !c.is_whitespace()).count()
}

/// The house's answer to a question.
fn ask(house: &House, name: &str, input: Value) -> Value {
    house.call(&around(), name, input).expect("the question is answered").value
}
