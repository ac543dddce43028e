//! Long proofs over invented material: `soak [tables] [texts] [years] [plants] [number]`; nothing named means everything. The
//! number is how many caseloads each level reports (a thousand unless said), how many names the corpora of texts have
//! (fifty thousand unless said), and how many clean years are reported (two hundred, never more). How far it is stands on
//! standard error, what was found on standard output, the verdict of each part last. Ends with 1 where a part does not
//! hold, with 2 for a word that it does not know.

use app::reports::Level;
use std::process::ExitCode;
use std::time::{Duration, Instant};
use susono_tests::soak::{plants, released, texts, years};

/// A report takes no longer than this.
const LONGEST: Duration = Duration::from_secs(5);
/// Half of them take no longer than this.
const MEDIAN: Duration = Duration::from_secs(1);
/// Clean years that are reported and attacked.
const CLEAN: usize = 200;
/// Share of caseloads of which a report tells at least what suppression alone would, also where tables mostly of ｘ count.
const AS_MUCH: f64 = 0.9;
/// Parts, in the order in which they run.
const PARTS: [(&str, Part); 4] =
    [("tables", tables), ("texts", words), ("years", clean), ("plants", planted)];

/// One part of the proof, of a size or of its usual one; true where it holds.
type Part = fn(Option<usize>) -> bool;

fn main() -> ExitCode {
    let said: Vec<String> = std::env::args().skip(1).collect();
    let size: Option<usize> = said.iter().find_map(|word| word.parse().ok());
    let named: Vec<&String> = said.iter().filter(|word| word.parse::<usize>().is_err()).collect();
    if let Some(unknown) = named.iter().find(|word| !PARTS.iter().any(|(part, _)| *part == word.as_str())) {
        eprintln!("unknown: {unknown}; known: tables texts years plants NUMBER");
        return ExitCode::from(2);
    }
    let began = Instant::now();
    let mut verdicts = Vec::new();
    for (name, part) in PARTS {
        if named.is_empty() || named.iter().any(|word| *word == name) {
            let start = Instant::now();
            eprintln!("{name} …");
            verdicts.push((name, part(size), start.elapsed()));
        }
    }
    println!("summary:");
    for (name, holds, took) in &verdicts {
        println!("  {} {name} ({:.0} s)", if *holds { "holds" } else { "FAILS" }, took.as_secs_f64());
    }
    let holds = verdicts.iter().all(|(_, holds, _)| *holds);
    let all = began.elapsed().as_secs_f64();
    println!("{} in {all:.0} s", if holds { "everything holds" } else { "something does not hold" });
    if holds { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Counts up to a number and says every twentieth part of the way on standard error.
fn counted(what: &str, of: usize) -> impl Iterator<Item = usize> {
    let (every, began) = ((of / 20).max(1), Instant::now());
    (0..of).inspect(move |at| {
        if *at > 0 && at % every == 0 {
            eprintln!("  {what}: {at} of {of} ({:.0} s)", began.elapsed().as_secs_f64());
        }
    })
}

/// Reports of invented caseloads are attacked and compared with suppression alone.
fn tables(size: Option<usize>) -> bool {
    [Level::Municipal, Level::Public].into_iter().fold(true, |holds, level| {
        let found = released::run(level, counted(level.code(), size.unwrap_or(1_000)), 1);
        println!("{}", found.lines(level.code()));
        let as_much = found.as_much.min(found.as_much_with_marks) as f64 >= AS_MUCH * found.caseloads as f64;
        let quick = found.median() <= MEDIAN && found.longest() <= LONGEST;
        holds && as_much && quick && found.refused == 0
    })
}

/// Names, patterns and neutral sentences.
fn words(size: Option<usize>) -> bool {
    let found = texts::seeded(1, size.unwrap_or(50_000));
    println!("{}", found.lines().join("\n"));
    found.holds()
}

/// Reports of clean years are attacked, and nothing is found.
fn clean(size: Option<usize>) -> bool {
    let years = size.unwrap_or(CLEAN).min(CLEAN);
    let found = years::clean_years(counted("years", years).map(|at| at as u64));
    let (reports, cells, alarms) = (found.reports, found.cells, found.alarms.len());
    println!("clean years: {years}, reports {reports}, cells {cells}, false alarms {alarms}");
    found.alarms.iter().for_each(|alarm| println!("  {alarm}"));
    found.alarms.is_empty() && found.reports == 2 * years
}

/// Leaks of every kind are planted, and each is found.
fn planted(_: Option<usize>) -> bool {
    [("paper", plants::on_paper as fn(bool) -> plants::Planted), ("tables", plants::in_tables)]
        .into_iter()
        .fold(true, |holds, (place, plant)| {
            eprintln!("  {place}");
            let found = plant(true);
            println!(
                "plants, {place}: {}, kinds {}, unreadable {}, missed {}",
                found.tried,
                found.kinds.len(),
                found.unreadable,
                found.missed.len()
            );
            found.missed.iter().for_each(|missed| println!("  {missed}"));
            holds && found.missed.is_empty()
        })
}
