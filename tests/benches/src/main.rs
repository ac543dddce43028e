//! The speed of the program as ratios: everything is measured beside a named reference in the same run.
//!
//! `susono-benches [report] [disclosure] [search] [screens] [save] [window] [--full]`; nothing named means everything, `--full` adds search
//! over a hundred thousand records. It ends with a table.

mod corpus;
mod disclosure;
mod measure;
mod place;
mod report;
mod save;
mod screens;
mod search;
mod table;
mod window;

use std::path::Path;
use std::process::ExitCode;

const PARTS: &[&str] = &["report", "disclosure", "search", "screens", "save", "window"];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    if let ["one-report", file, folder] = words.as_slice() {
        report::one(Path::new(file), Path::new(folder));
        return ExitCode::SUCCESS;
    }
    if let Some(unknown) = words.iter().find(|word| !PARTS.contains(word) && **word != "--full") {
        eprintln!("unknown: {unknown}; known: {} --full", PARTS.join(" "));
        return ExitCode::from(2);
    }
    let full = words.contains(&"--full");
    let wanted = |part: &str| words.contains(&part) || words.iter().all(|word| *word == "--full");
    let mut table = table::Table::default();
    if wanted("report") {
        report::bench(&mut table);
    }
    if wanted("disclosure") {
        disclosure::bench(&mut table);
    }
    if wanted("search") {
        search::bench(10_000, &mut table);
        if full {
            search::bench(100_000, &mut table);
        }
    }
    if wanted("screens") {
        screens::bench(&mut table);
    }
    if wanted("save") {
        save::bench(&mut table);
    }
    if wanted("window") {
        window::bench(&mut table);
    }
    println!("{}", table.print());
    ExitCode::SUCCESS
}
