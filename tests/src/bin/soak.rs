//! Long proofs over invented material: `soak [tables] [texts] [years] [plants] [number]`; nothing named means everything. The number is
//! how many caseloads each level reports (a thousand unless said) and how many names the corpora of texts have (fifty
//! thousand unless said).

use app::reports::Level;
use std::process::ExitCode;
use std::time::Duration;
use susono_tests::soak::{plants, released, texts, years};

/// A report takes no longer than this.
const LONGEST: Duration = Duration::from_secs(5);
/// Half of them take no longer than this.
const MEDIAN: Duration = Duration::from_secs(1);
/// Clean years that are reported and attacked.
const CLEAN: u64 = 200;
/// Share of caseloads of which a report tells at least what suppression alone would.
const AS_MUCH: f64 = 0.9;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let said: Option<usize> = words.iter().find_map(|word| word.parse().ok());
    let named: Vec<&String> = words.iter().filter(|word| word.parse::<usize>().is_err()).collect();
    if let Some(unknown) =
        named.iter().find(|word| !["tables", "texts", "years", "plants"].contains(&word.as_str()))
    {
        eprintln!("unknown: {unknown}; known: tables texts years plants NUMBER");
        return ExitCode::from(2);
    }
    let wanted = |part: &str| named.is_empty() || named.iter().any(|word| *word == part);
    let mut holds = true;
    if wanted("tables") {
        for level in [Level::Municipal, Level::Public] {
            let found = released::run(level, said.unwrap_or(1_000), 1);
            println!("{}", found.lines(level.code()));
            let as_much = found.as_much as f64 >= AS_MUCH * found.caseloads as f64;
            holds &= as_much && found.refused == 0 && found.median() <= MEDIAN && found.longest() <= LONGEST;
        }
    }
    if wanted("texts") {
        let found = texts::seeded(1, said.unwrap_or(50_000));
        println!("{}", found.lines().join("\n"));
        holds &= found.holds();
    }
    if wanted("years") {
        let found = years::clean_years(0..CLEAN);
        println!(
            "clean years: {CLEAN}, reports {}, cells {}, false alarms {}",
            found.reports,
            found.cells,
            found.alarms.len()
        );
        found.alarms.iter().for_each(|alarm| println!("  {alarm}"));
        holds &= found.alarms.is_empty();
    }
    if wanted("plants") {
        for (place, found) in [("paper", plants::on_paper(true)), ("tables", plants::in_tables(true))] {
            println!(
                "plants, {place}: {}, kinds {}, unreadable {}, missed {}",
                found.tried,
                found.kinds.len(),
                found.unreadable,
                found.missed.len()
            );
            found.missed.iter().for_each(|missed| println!("  {missed}"));
            holds &= found.missed.is_empty();
        }
    }
    if holds { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
