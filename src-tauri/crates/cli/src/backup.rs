//! Encrypted one-file backups.

use crate::{Run, Stop, keys};
use files::backup::{self, BackupFile, Secret};
use serde_json::json;
use std::path::Path;

fn shown(file: &BackupFile) -> serde_json::Value {
    json!({"path": file.path, "size": file.size, "made_on": file.made_on})
}

fn print(run: &mut Run, file: &BackupFile) -> Result<(), Stop> {
    if run.args.json { run.talk.json(&shown(file)) } else { run.talk.result(&line(file)) }
}

fn line(file: &BackupFile) -> String {
    let made = file.made_on.map(|d| d.to_string()).unwrap_or_default();
    format!("{}\t{}\t{made}", file.path.display(), file.size)
}

/// `backup create`: into the vault's own folder of backups unless `--out` says where.
pub(crate) fn create(run: &mut Run) -> Result<(), Stop> {
    let opened = run.open()?;
    let to = match run.args.path("out") {
        Some(path) => path,
        None => {
            let folder = backup::folder(opened.folder.dir());
            std::fs::create_dir_all(&folder)?;
            folder.join(backup::name(run.clock.now()))
        }
    };
    if to.exists() {
        return Err(Stop::say("exists", &to.to_string_lossy()));
    }
    let made = backup::create(&opened.folder, &to, &mut |_, _| {})?;
    run.talk.say("backup_made", &[]);
    print(run, &made)
}

/// `backup list`: those in the vault's own folder, the newest first.
pub(crate) fn list(run: &mut Run) -> Result<(), Stop> {
    let dir = run.args.vault()?;
    let found = backup::list(&dir)?;
    if run.args.json {
        return run.talk.json(&found.iter().map(shown).collect::<Vec<_>>());
    }
    for file in &found {
        run.talk.result(&line(file))?;
    }
    Ok(())
}

/// `backup verify`: its sum and every page inside.
pub(crate) fn verify(run: &mut Run, file: &str) -> Result<(), Stop> {
    let opened = run.open()?;
    let checked = backup::verify(&opened.folder, Path::new(file))?;
    run.talk.say("backup_whole", &[]);
    print(run, &checked)
}

/// `backup restore`: brings a backup back; what stood there stays beside it.
pub(crate) fn restore(run: &mut Run, file: &str) -> Result<(), Stop> {
    let dir = run.args.vault()?;
    let at = run.clock.now();
    if run.args.path("recovery-file").is_some() {
        let code = keys::recovery_code(run)?;
        backup::restore(&dir, Path::new(file), &Secret::Recovery(&code), at)?;
    } else {
        let passphrase = keys::passphrase(run)?;
        backup::restore(&dir, Path::new(file), &Secret::Passphrase(&passphrase), at)?;
    }
    run.talk.say("restored", &[]);
    if run.args.json { run.talk.json(&json!({"restored": file})) } else { Ok(()) }
}
