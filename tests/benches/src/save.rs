//! Keeping one record of support durably: through the door of the house, with search index, undo and log, beside
//! the same text in one row of bare SQLCipher with the same settings. Both files hold the same ten thousand texts.

use crate::corpus::notes;
use crate::measure::{at, median, process_cpu, wall_of};
use crate::place::{around, fresh, key};
use crate::search::filled;
use crate::table::Table;
use serde_json::json;

/// Records that stand before.
const BEFORE: usize = 10_000;
/// Rounds; the one with the middle ratio speaks, because a disk has good and bad minutes.
const ROUNDS: usize = 7;
/// Records of one round, kept by turns in one store and the other.
const RUNS: usize = 40;

/// Measures both and adds their lines to the table.
pub fn bench(table: &mut Table) {
    eprintln!("save: {ROUNDS} rounds of {RUNS} records each");
    let folder = fresh("save");
    let before = notes(BEFORE, 24, 7);
    let house = filled(&folder.join("vault.db"), &before);
    let list = json!({"filter": "", "scope": "all", "sort": "kana"});
    let cases = house.call(&around(), "CaseList", list).expect("the cases are listed").value;
    let case = cases["lines"][0]["id"].clone();

    let bare = store::vault::open::connect(&folder.join("bare.db"), &key()).expect("the file opens");
    bare.execute_batch(
        "CREATE TABLE notes(id INTEGER PRIMARY KEY, day TEXT NOT NULL, case_id TEXT NOT NULL, body TEXT NOT NULL); BEGIN;",
    )
    .expect("the table is new");
    let insert = |day: &str, body: &str| {
        let mut row = bare
            .prepare_cached("INSERT INTO notes(day, case_id, body) VALUES (?1, ?2, ?3)")
            .expect("the table was just made");
        row.execute((day, case.as_str(), body)).expect("the note is kept");
    };
    before.iter().for_each(|note| insert(&note.day, &note.body));
    bare.execute_batch("COMMIT").expect("the notes are kept");

    let (mut ours, mut theirs) = ((Vec::new(), Vec::new()), (Vec::new(), Vec::new()));
    for note in notes(ROUNDS * RUNS, 24, 8) {
        let input = json!({
            "case_ids": [case], "plan_id": null, "on": "2026-11-02", "minutes": 30, "method": "phone",
            "counterparts": ["support"], "text": note.body, "next_step": null, "outcome": null, "draft_place": null,
        });
        let around = around();
        let cpu = process_cpu();
        ours.0.push(wall_of(|| house.call(&around, "WriteContact", input).expect("the record is kept")).0);
        ours.1.push(process_cpu() - cpu);
        let cpu = process_cpu();
        theirs.0.push(wall_of(|| insert("2026-11-02", &note.body)).0);
        theirs.1.push(process_cpu() - cpu);
    }
    let (wall, bare_wall) = middle(&ours.0, &theirs.0);
    table.ratio("save: one record, wall p50", "ms", wall, ("bare SQLCipher", bare_wall), 3.0);
    table.beside(
        "save: one record, wall p95",
        "ms",
        at(0.95, &ours.0),
        ("bare SQLCipher", at(0.95, &theirs.0)),
    );
    let (cpu, bare_cpu) = middle(&ours.1, &theirs.1);
    table.beside("save: one record, CPU p50", "ms", cpu, ("bare SQLCipher", bare_cpu));
}

/// The middles of both in the round whose ratio is the middle one.
fn middle(ours: &[f64], theirs: &[f64]) -> (f64, f64) {
    let rounds = ours.chunks(RUNS).zip(theirs.chunks(RUNS));
    let mut rounds: Vec<(f64, f64)> = rounds.map(|(ours, theirs)| (median(ours), median(theirs))).collect();
    rounds.sort_by(|a, b| (a.0 / a.1).total_cmp(&(b.0 / b.1)));
    rounds[ROUNDS / 2]
}
