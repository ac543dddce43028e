//! A disk that takes no more: saving is refused in words, nothing that was kept is lost, and with room it goes on.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use susono_tests::Folder;

const SCRIBE: &str = env!("CARGO_BIN_EXE_scribe");

/// Runs a scribe that fills its disk; `room` makes room when it waits for some. What it said.
fn filled(command: &mut Command, room: impl Fn(u32)) -> Vec<String> {
    let mut scribe = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the scribe starts");
    let mut said = Vec::new();
    for line in BufReader::new(scribe.stdout.take().expect("its words are heard")).lines() {
        let line = line.expect("its words can be read");
        if line.starts_with("readable") {
            room(scribe.id());
            writeln!(scribe.stdin.take().expect("it listens")).expect("it is told to go on");
        }
        said.push(line);
    }
    assert!(scribe.wait().expect("it ends").success(), "it must go on after room was made: {said:?}");
    said
}

/// What was refused, after everything was found that was acknowledged.
fn refusal(said: &[String]) -> String {
    let notes = said.iter().filter(|line| line.starts_with("note ")).count();
    let refused = said.iter().find_map(|line| line.strip_prefix("refused ")).expect("the disk was full");
    assert!(notes > 3, "some notes must have found room: {said:?}");
    assert!(said.contains(&format!("readable {}", notes - 1)), "kept notes can be read: {said:?}");
    assert_eq!(said.last(), Some(&format!("reopened {notes}")), "nothing kept may be lost: {said:?}");
    refused.to_owned()
}

#[test]
fn a_full_disk_refuses_in_words_and_keeps_what_was_kept() {
    let folder = Folder::new();
    // A file may grow to 1.4 MB, until the limit is lifted.
    let mut limited = Command::new("sh");
    limited
        .arg("-c")
        .arg(r#"trap "" XFSZ; exec prlimit --fsize=1400000:unlimited "$0" "$1/vault" fill "$1/none""#);
    limited.arg(SCRIBE).arg(folder.path());
    let lift = |process: u32| {
        let mut lifting = Command::new("prlimit");
        let lifted = lifting.args(["--fsize=unlimited", "--pid", &process.to_string()]).status();
        assert!(lifted.expect("the limit is lifted").success());
    };
    let refused = refusal(&filled(&mut limited, lift));
    assert!(refused.starts_with("store.io 保存先に書き込めませんでした。"), "{refused}");

    // A disk of 4 MB of the story's own, where the machine lets everybody have one.
    let mut own = Command::new("unshare");
    if !own.args(["-Urm", "true"]).status().is_ok_and(|status| status.success()) {
        return;
    }
    let disk = folder.path().join("disk");
    std::fs::create_dir(&disk).expect("made");
    let mut small = Command::new("unshare");
    small.args(["-Urm", "sh", "-c"]).arg(
        r#"mount -t tmpfs -o size=4m tmpfs "$1" && head -c 1500000 /dev/zero > "$1/ballast" &&
           exec "$0" "$1/vault" fill "$1/ballast""#,
    );
    let refused = refusal(&filled(small.arg(SCRIBE).arg(&disk), |_| {}));
    assert!(refused.starts_with("store.full 保存先の空きがありません。"), "{refused}");
}
