//! Stories: a process killed at any moment. What was acknowledged is there, and an import is there whole or not at all.

use app::{Circumstances, House};
use files::Age;
use serde_json::json;
use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};
use susono_tests::{CRASH_PLACE, Folder, MORNING, crash_vault, moment};

/// A writing process and what it says.
struct Scribe {
    process: Child,
    said: BufReader<ChildStdout>,
}

impl Scribe {
    fn start(vault: &Path, words: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_scribe"));
        let mut process =
            command.arg(vault).args(words).stdout(Stdio::piped()).spawn().expect("the scribe starts");
        let said = BufReader::new(process.stdout.take().expect("its words are heard"));
        let mut scribe = Self { process, said };
        assert_eq!(scribe.next().as_deref(), Some("begun"));
        scribe
    }

    fn next(&mut self) -> Option<String> {
        let mut line = String::new();
        let read = self.said.read_line(&mut line).expect("its words can be read");
        (read > 0).then(|| line.trim_end().to_owned())
    }

    /// Kills it where it stands and gives what it had still said.
    fn kill(mut self) -> Vec<String> {
        self.process.kill().expect("it can be killed");
        self.process.wait().expect("it ends");
        std::iter::from_fn(|| self.next()).collect()
    }
}

/// Busy until the moment has come, so that the kill falls anywhere within an act.
fn until(moment: Instant) {
    while Instant::now() < moment {
        std::hint::spin_loop();
    }
}

/// Opens after a crash. That a program was killed never looks like an older database.
fn open(vault: &Path) -> House {
    let opened = crash_vault(vault).expect("opens after the crash");
    assert_eq!(opened.folder.age(), Age::Newest, "a killed program is no reason for an alarm");
    House::new(opened.store, |_| {})
}

fn records(house: &House) -> BTreeMap<String, Vec<u8>> {
    app::exchange::export(house).expect("the store is written out")
}

/// Runs two series at once, each with its own rounds.
fn in_pairs<T: Send>(rounds: u64, series: impl Fn(std::ops::Range<u64>) -> T + Sync) -> [T; 2] {
    thread::scope(|scope| {
        let [first, second] = [0..rounds / 2, rounds / 2..rounds].map(|part| scope.spawn(|| series(part)));
        [first, second].map(|run| run.join().expect("the series went well"))
    })
}

#[test]
fn nothing_acknowledged_is_lost_when_the_process_is_killed_while_typing() {
    let outcomes = in_pairs(30, typed_and_killed);
    let sum = |part: fn(&Typed) -> u64| outcomes.iter().map(part).sum::<u64>();
    assert!(sum(|typed| typed.drafts) > 30, "the scribe must have got somewhere");
    assert!(sum(|typed| typed.notes) > 5, "notes must have been written");
    assert!(sum(|typed| typed.killed_at_work) < 30, "not every kill can fall between keeping and saying");
}

/// What a series of kills met.
struct Typed {
    drafts: u64,
    notes: u64,
    killed_at_work: u64,
}

fn typed_and_killed(rounds: std::ops::Range<u64>) -> Typed {
    let folder = Folder::new();
    let vault = folder.path().join("vault");
    drop(open(&vault));
    let (mut next, mut notes, mut killed_at_work) = (1u64, Vec::new(), 0);
    for round in rounds {
        let mut scribe = Scribe::start(&vault, &["type", &next.to_string()]);
        let mut said: Vec<String> = (0..round % 5).filter_map(|_| scribe.next()).collect();
        until(Instant::now() + Duration::from_micros(round * 997 % 9000));
        said.extend(scribe.kill());
        let numbers = |kind: &str| -> Vec<u64> {
            said.iter().filter_map(|l| l.strip_prefix(kind)?.trim().parse().ok()).collect()
        };
        notes.extend(numbers("note "));
        let acknowledged = numbers("draft ").last().copied().unwrap_or(next - 1);

        let house = open(&vault);
        house.check().expect("every page is whole");
        let around = Circumstances::new(moment(MORNING), [0; 32]);
        let draft = house.call(&around, "Draft", json!({"place": CRASH_PLACE})).expect("asked").value;
        let found: u64 = draft.as_str().and_then(|d| d.strip_prefix("書きかけ ")?.parse().ok()).unwrap_or(0);
        assert!(
            found == acknowledged || found == acknowledged + 1,
            "round {round}: draft {acknowledged} was acknowledged, {found} is there"
        );
        killed_at_work += u64::from(found == acknowledged + 1);
        let all = records(&house);
        let notes_file = all.get("loose_contacts.csv").cloned().unwrap_or_default();
        let text = String::from_utf8_lossy(&notes_file).into_owned();
        let there = |n: u64| text.matches(&format!("記録{n}番")).count();
        for n in &notes {
            assert_eq!(there(*n), 1, "round {round}: note {n} was acknowledged");
        }
        // A note may have been kept without having been acknowledged; it counts from now on.
        notes.extend((next..=found).filter(|n| there(*n) == 1 && !notes.contains(n)).collect::<Vec<_>>());
        next = found + 1;
    }
    Typed { drafts: next - 1, notes: notes.len() as u64, killed_at_work }
}

#[test]
fn an_import_that_is_killed_is_there_whole_or_not_at_all() {
    let folder = Folder::new();
    let empty = folder.path().join("empty");
    let blank = records(&open(&empty));
    let start = |name: &str| -> (PathBuf, Scribe) {
        let vault = folder.path().join(name);
        fs::create_dir(&vault).expect("made");
        for file in fs::read_dir(&empty).expect("listed").flatten() {
            fs::copy(file.path(), vault.join(file.file_name())).expect("copied");
        }
        (vault.clone(), Scribe::start(&vault, &["import"]))
    };
    let (vault, mut scribe) = start("whole");
    let began = Instant::now();
    assert_eq!(scribe.next().as_deref(), Some("kept"));
    let takes = began.elapsed();
    assert!(scribe.kill().is_empty());
    let whole = records(&open(&vault));
    assert_ne!(whole, blank);

    let cut_off = in_pairs(20, |rounds| {
        let mut cut_off = 0;
        for round in rounds {
            let (vault, scribe) = start(&round.to_string());
            until(Instant::now() + takes * u32::try_from(round).unwrap_or(0) / 16);
            let acknowledged = scribe.kill() == ["kept"];
            let house = open(&vault);
            house.check().expect("every page is whole");
            let found = records(&house);
            if found != whole {
                assert!(!acknowledged, "round {round}: the import was acknowledged and is not there");
                assert_eq!(found, blank, "round {round}: a part of the import is there");
                cut_off += 1;
            }
        }
        cut_off
    });
    assert!(cut_off.iter().sum::<u32>() > 0, "some kills must fall into the import");
}
