//! A process that writes until it is killed and says aloud what it was told is kept. The stories of crashes kill it
//! at any moment and look whether it was told the truth.
//!
//! `scribe VAULT type N` types from number N on: a draft each time, and a note at every third.
//! `scribe VAULT import` reads the practice pack.

use app::{Circumstances, House};
use serde_json::json;
use std::error::Error;
use std::io::Write;
use std::path::Path;
use susono_tests::{CRASH_PLACE, MORNING, crash_vault, moment, practice_pack};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, vault, rest @ ..] = arguments.as_slice() else {
        return Err("scribe VAULT type N | import".into());
    };
    let opened = crash_vault(Path::new(vault))?;
    let house = House::new(opened.store, |_| {});
    match rest {
        [word] if word == "import" => import(&house),
        [word, first] if word == "type" => typing(&house, first.parse()?),
        _ => Err("scribe VAULT type N | import".into()),
    }
}

fn say(line: &str) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}")?;
    out.flush()
}

fn around(number: u64) -> Circumstances {
    let mut entropy = [0; 32];
    entropy[..8].copy_from_slice(&number.to_be_bytes());
    Circumstances::new(moment(MORNING), entropy)
}

fn typing(house: &House, first: u64) -> Result<(), Box<dyn Error>> {
    say("begun")?;
    for number in first.. {
        let body = format!("書きかけ {number}");
        house.call(&around(number), "KeepDraft", json!({"place": CRASH_PLACE, "body": body}))?;
        say(&format!("draft {number}"))?;
        if number % 3 == 0 {
            let note = json!({
                "case_ids": [], "plan_id": null, "on": "2026-11-02", "minutes": 10, "method": "phone",
                "counterparts": [], "text": format!("記録{number}番"), "next_step": null, "outcome": null,
                "draft_place": null,
            });
            house.call(&around(number), "WriteContact", note)?;
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
