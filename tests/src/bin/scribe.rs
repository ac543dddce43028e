//! A process that writes until it is killed and says aloud what it was told is kept. The stories of crashes kill it
//! at any moment and look whether it was told the truth.
//!
//! `scribe VAULT type N` types from number N on: a draft each time, and a note at every third.
//! `scribe VAULT import` reads the practice pack.
//! `scribe VAULT terminal …` is `susono-cli` on that vault, at the morning of the stories and with the least cost.
//! `scribe VAULT fill BALLAST` writes until the disk refuses, waits for a line, removes the ballast and goes on.

use app::{Circumstances, Failure, House};
use cli::Terminal;
use files::{Clock, KdfCost};
use serde_json::json;
use std::error::Error;
use std::io::Write;
use std::path::Path;
use susono_tests::{CRASH_PLACE, MORNING, crash_vault, moment, practice_pack};

const USAGE: &str = "scribe VAULT type N | import | fill BALLAST | terminal …";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, vault, rest @ ..] = arguments.as_slice() else {
        return Err(USAGE.into());
    };
    if let [word, arguments @ ..] = rest
        && word == "terminal"
    {
        std::process::exit(terminal(vault, arguments));
    }
    let vault = Path::new(vault);
    let house = open(vault)?;
    match rest {
        [word] if word == "import" => import(&house),
        [word, ballast] if word == "fill" => filling(house, vault, Path::new(ballast)),
        [word, first] if word == "type" => typing(&house, first.parse()?),
        _ => Err(USAGE.into()),
    }
}

fn open(vault: &Path) -> Result<House, Box<dyn Error>> {
    Ok(House::new(crash_vault(vault)?.store, |_| {}))
}

fn say(line: &str) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}")?;
    out.flush()
}

/// The terminal's exit code.
fn terminal(vault: &str, arguments: &[String]) -> i32 {
    let mut terminal = Terminal {
        input: &mut std::io::stdin().lock(),
        ask: None,
        output: &mut std::io::stdout(),
        talk: &mut std::io::stderr(),
    };
    let arguments = arguments.iter().map(Into::into).chain(["--vault".into(), vault.into()]).collect();
    cli::run(arguments, &mut terminal, Clock::Fixed(moment(MORNING)), KdfCost::LEAST)
}

fn around(number: u64) -> Circumstances {
    let mut entropy = [0; 32];
    entropy[..8].copy_from_slice(&number.to_be_bytes());
    Circumstances::new(moment(MORNING), entropy)
}

fn write_note(house: &House, number: u64, more: &str) -> Result<(), Failure> {
    let note = json!({
        "case_ids": [], "plan_id": null, "on": "2026-11-02", "minutes": 10, "method": "phone",
        "counterparts": [], "text": format!("記録{number}番{more}"), "next_step": null, "outcome": null,
        "draft_place": null,
    });
    house.call(&around(number), "WriteContact", note).map(|_| ())
}

fn typing(house: &House, first: u64) -> Result<(), Box<dyn Error>> {
    say("begun")?;
    for number in first.. {
        let body = format!("書きかけ {number}");
        house.call(&around(number), "KeepDraft", json!({"place": CRASH_PLACE, "body": body}))?;
        say(&format!("draft {number}"))?;
        if number % 3 == 0 {
            write_note(house, number, "")?;
            say(&format!("note {number}"))?;
        }
    }
    Ok(())
}

fn import(house: &House) -> Result<(), Box<dyn Error>> {
    let files = practice_pack();
    say("begun")?;
    let outcome = app::exchange::import(house, &around(0), &files)?;
    if !outcome.faults.is_empty() {
        return Err("the practice pack has faults".into());
    }
    say("kept")?;
    Ok(())
}

fn filling(house: House, vault: &Path, ballast: &Path) -> Result<(), Box<dyn Error>> {
    say("begun")?;
    let more = "面談のようす。".repeat(600);
    let mut number = 1;
    loop {
        match write_note(&house, number, &more) {
            Ok(()) => say(&format!("note {number}"))?,
            Err(failure) => break say(&format!("refused {} {}", failure.id, failure.sentence))?,
        }
        number += 1;
    }
    say(&format!("readable {}", notes(&house)?))?;
    std::io::stdin().read_line(&mut String::new())?;
    if ballast.exists() {
        std::fs::remove_file(ballast)?;
    }
    write_note(&house, number, &more)?;
    say(&format!("note {number}"))?;
    drop(house);
    let again = open(vault)?;
    again.check().map_err(|failure| failure.sentence)?;
    say(&format!("reopened {}", notes(&again)?))?;
    Ok(())
}

/// How many notes of the scribe there are.
fn notes(house: &House) -> Result<usize, Box<dyn Error>> {
    let files = app::exchange::export(house).map_err(|failure| failure.sentence)?;
    let text = files.get("loose_contacts.csv").map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    Ok(text.unwrap_or_default().matches("番面談のようす").count())
}
