//! The vault and its keys: make one, change the passphrase, prove the recovery code, check everything.

use crate::{Run, Stop};
use files::write::Draft;
use files::{FilesError, VaultFolder};
use serde_json::json;
use std::path::Path;

/// The passphrase: from its file, from the first line of standard input, or asked for.
pub(crate) fn passphrase(run: &mut Run) -> Result<String, Stop> {
    if let Some(path) = run.args.path("passphrase-file") {
        return first_line(&path);
    }
    let prompt = run.talk.words("ask_passphrase", &[]);
    if let Some(ask) = &mut run.talk.terminal.ask {
        return Ok(ask(&prompt)?);
    }
    let mut line = String::new();
    run.talk.terminal.input.read_line(&mut line)?;
    let line = without_line_end(&line);
    if line.is_empty() { Err(Stop::Usage("no_passphrase", Vec::new())) } else { Ok(line.to_owned()) }
}

/// A new passphrase: from its file, or asked for twice.
fn new_passphrase(run: &mut Run) -> Result<String, Stop> {
    if let Some(path) = run.args.path("new-passphrase-file") {
        return first_line(&path);
    }
    let (first, again) = (run.talk.words("ask_new_passphrase", &[]), run.talk.words("ask_again", &[]));
    let Some(ask) = &mut run.talk.terminal.ask else {
        return Err(Stop::Usage("no_new_passphrase", Vec::new()));
    };
    let new = ask(&first)?;
    if ask(&again)? == new { Ok(new) } else { Err(Stop::Say("not_the_same", Vec::new())) }
}

/// The recovery code: from its file, or asked for.
pub(crate) fn recovery_code(run: &mut Run) -> Result<String, Stop> {
    if let Some(path) = run.args.path("recovery-file") {
        return first_line(&path);
    }
    let prompt = run.talk.words("ask_recovery", &[]);
    match &mut run.talk.terminal.ask {
        Some(ask) => Ok(ask(&prompt)?),
        None => Err(Stop::Usage("no_recovery", Vec::new())),
    }
}

/// First line of a small file that holds a secret.
fn first_line(path: &Path) -> Result<String, Stop> {
    let text = std::fs::read_to_string(path).map_err(|_| Stop::say("unreadable", &path.to_string_lossy()))?;
    Ok(text.lines().next().unwrap_or_default().trim_start_matches('\u{FEFF}').to_owned())
}

fn without_line_end(line: &str) -> &str {
    let line = line.strip_suffix('\n').unwrap_or(line);
    line.strip_suffix('\r').unwrap_or(line)
}

/// `init`: a new vault and its recovery code, which is written once.
pub(crate) fn init(run: &mut Run) -> Result<(), Stop> {
    let dir = run.args.vault()?;
    let out = run.args.path("recovery-out");
    if let Some(path) = out.as_ref().filter(|p| p.exists()) {
        return Err(Stop::say("exists", &path.to_string_lossy()));
    }
    let asked = run.args.path("passphrase-file").is_none() && run.talk.terminal.ask.is_some();
    let passphrase = if asked { new_passphrase(run)? } else { passphrase(run)? };
    // No vault is made whose code could not be kept.
    out.as_ref().map(|path| Draft::write(path, b"")).transpose()?;
    let (_opened, code) = VaultFolder::create(&dir, &passphrase, run.cost, &files::entropy()?)?;
    match out {
        Some(path) => {
            files::write::whole(&path, format!("{}\n", code.text().as_str()).as_bytes())?;
            run.talk.say("created", &[]);
            run.talk.say("recovery_written", &[("name", &path.to_string_lossy())]);
        }
        None => {
            run.talk.say("created", &[]);
            run.talk.say("recovery_shown", &[]);
            writeln!(run.talk.terminal.output, "{}", code.text().as_str())?;
        }
    }
    Ok(())
}

/// `passphrase change`: the old passphrase, or the recovery code in its place, and a new one.
pub(crate) fn change(run: &mut Run) -> Result<(), Stop> {
    let dir = run.args.vault()?;
    if run.args.path("recovery-file").is_some() {
        let code = recovery_code(run)?;
        let opened = VaultFolder::open_with_recovery(&dir, &code)?;
        let new = new_passphrase(run)?;
        opened.folder.set_passphrase(&new, run.cost, &files::entropy()?)?;
    } else {
        let old = passphrase(run)?;
        let opened = VaultFolder::open(&dir, &old)?;
        let new = new_passphrase(run)?;
        opened.folder.set_passphrase(&new, run.cost, &files::entropy()?)?;
    }
    run.talk.say("passphrase_changed", &[]);
    Ok(())
}

/// `recovery test`: proves that the code opens the vault, without changing anything.
pub(crate) fn test_recovery(run: &mut Run) -> Result<(), Stop> {
    let dir = run.args.vault()?;
    let code = recovery_code(run)?;
    drop(VaultFolder::open_with_recovery(&dir, &code)?);
    run.talk.say("recovery_fits", &[]);
    Ok(())
}

/// `check`: every page, every index, the log; heals what it can and says so.
pub(crate) fn check(run: &mut Run) -> Result<(), Stop> {
    let opened = match run.open() {
        Ok(opened) => opened,
        Err(stop) => return Err(reported(run, stop)),
    };
    let mut healed: Vec<&str> = opened.healed.clone();
    match opened.house.check() {
        Ok(more) => healed.extend(more),
        Err(failure) => return Err(reported(run, failure.into())),
    }
    if opened.folder.heal().map_err(|e: FilesError| Stop::from(e))? {
        healed.push("keys");
    }
    healed.dedup();
    if run.args.json {
        return run.talk.json(&json!({"ok": true, "healed": healed}));
    }
    if !healed.is_empty() {
        run.talk.say("healed", &[("what", &healed.join(", "))]);
    }
    let whole = run.talk.words("whole", &[]);
    run.talk.result(&whole)
}

/// With `--json`, damage is also a result.
fn reported(run: &mut Run, stop: Stop) -> Stop {
    if let (true, Stop::Failure(failure)) = (run.args.json, &stop)
        && failure.id.contains("damaged")
    {
        let damage = json!({"ok": false, "healed": [], "damage": failure.id});
        if let Err(broken) = run.talk.json(&damage) {
            return broken;
        }
    }
    stop
}
