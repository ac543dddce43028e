//! Search in the real, encrypted store beside tantivy over the same pairs of characters, and beside a LIKE scan of
//! folded text in bare SQLCipher. One query is the count, the newest twenty records and a piece of each with its
//! places. Processor time of the thread.

mod like;
mod queries;
mod snippet;
mod tantivy;
mod truth;

use self::tantivy::Tantivy;
use crate::corpus::{Note, notes};
use crate::measure::{at, cpu_of, median, wall_of};
use crate::place::{fresh, house, import};
use crate::table::Table;
use app::House;
use like::Like;
use queries::{CLASSES, QUERIES};
use std::collections::BTreeMap;
use std::path::Path;

/// Records shown by one query.
const SHOWN: u32 = 20;
/// Repetitions of every query; the first is a warm-up.
const REPETITIONS: usize = 16;
/// The scan is repeated less: it takes long and hardly varies.
const SCANS: usize = 4;
/// Persons of the practice ward, who are also the persons of these records.
const PERSONS: usize = 24;
/// Records of one pack; a larger one would be larger than a pack may be.
const PACK: usize = 40_000;

/// Conditions that are asked with and without words.
const CONDITIONS: &[&str] = &[
    "種別:記録",
    "方法:電話 期間:今年度",
    "段階:住居 段階:退院調整",
    "病院:楠沢病院",
    "30日以上未接触",
    "状態:支援中 担当:直接支援 期間:2024-04..",
];

/// What a query found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Found {
    /// Records that hold the words.
    pub total: u32,
    /// Pieces shown.
    pub shown: usize,
}

/// Measures all three over so many records and adds their lines to the table.
pub fn bench(count: usize, table: &mut Table) {
    eprintln!("search: {count} records");
    let folder = fresh(&format!("search-{count}"));
    let notes = notes(count, PERSONS, 20_260_401);
    let file = folder.join("vault.db");
    let house = filled(&file, &notes);
    let text: usize = notes.iter().map(|note| note.body.len()).sum();
    truth::check(&house, &notes, table);
    let tantivy = Tantivy::over(&folder.join("tantivy"), &notes);
    let like = Like::over(&folder.join("like.db"), &notes);

    let mut times: BTreeMap<(&str, &str), Vec<f64>> = BTreeMap::new();
    // One after the other, each with warm caches, as the reference is measured elsewhere too: a scan between two queries
    // would empty the processor's caches for whoever comes next.
    let search = |who: &str, query: &str| match who {
        "ours" => ours(&house, query),
        "tantivy" => tantivy.search(query),
        _ => like.search(query),
    };
    for (who, repetitions) in [("ours", REPETITIONS), ("tantivy", REPETITIONS), ("scan", SCANS)] {
        for repetition in 0..=repetitions {
            for (class, query) in QUERIES {
                let time = cpu_of(|| search(who, query)).0;
                if repetition > 0 {
                    times.entry((*class, who)).or_default().push(time);
                }
            }
        }
    }
    let size = format!("{}k", count / 1000);
    let of = |class: &str, who: &str| {
        times.iter().find(|((c, w), _)| *c == class && *w == who).map_or(&[][..], |(_, v)| v)
    };
    for class in CLASSES {
        let (mine, one) = (median(of(class, "ours")), class.starts_with('1'));
        let what = format!("search {size}: {class}, CPU p50");
        let peer = ("tantivy", median(of(class, "tantivy")));
        match (mine > 0.5, one) {
            (true, false) => table.ratio(&what, "ms", mine, peer, 2.0),
            (true, true) => table.ratio(&what, "ms", mine, peer, 6.0),
            (false, _) => table.beside(&what, "ms", mine, peer),
        }
        table.ratio(&what, "ms", mine, ("LIKE scan", median(of(class, "scan"))), if one { 0.2 } else { 0.1 });
    }
    limits(count, &size, &of, table);
    conditions(count, &size, &house, table);
    let bytes = std::fs::metadata(&file).map_or(f64::NAN, |found| found.len() as f64);
    table.ratio(
        format!("search {size}: vault with index"),
        "MB",
        bytes / 1e6,
        ("text alone", text as f64 / 1e6),
        3.0,
    );
    drop(house);
    let opening: Vec<f64> =
        (0..5).map(|_| wall_of(|| ours(&crate::place::house(&file, |_| ()), "退院")).0).collect();
    table.limit(format!("search {size}: open with key + first search"), "ms", median(&opening), 50.0);
}

/// What must hold whatever the references take.
fn limits<'a>(count: usize, size: &str, of: &dyn Fn(&str, &str) -> &'a [f64], table: &mut Table) {
    let worst = |share: f64, keep: &dyn Fn(&str) -> bool| {
        CLASSES.iter().filter(|c| keep(c)).map(|c| at(share, of(c, "ours"))).fold(0.0, f64::max)
    };
    if count <= 10_000 {
        table.limit(format!("search {size}: worst class, CPU p50"), "ms", worst(0.5, &|_| true), 2.0);
        table.limit(format!("search {size}: worst class, CPU p95"), "ms", worst(0.95, &|_| true), 5.0);
    } else {
        let longer = |class: &str| !class.starts_with('1');
        table.limit(format!("search {size}: worst class of 2+, CPU p50"), "ms", worst(0.5, &longer), 8.0);
        table.limit(format!("search {size}: worst class of 2+, CPU p95"), "ms", worst(0.95, &longer), 20.0);
        table.limit(
            format!("search {size}: one character, CPU p95"),
            "ms",
            worst(0.95, &|c| !longer(c)),
            30.0,
        );
    }
}

/// Words with conditions, and conditions alone. What is judged is read before the first answer and kept until something
/// changes; that reading is measured apart.
fn conditions(count: usize, size: &str, house: &House, table: &mut Table) {
    let day = susono_tests::moment(susono_tests::MORNING);
    let around = app::Circumstances::new(day, [9; 32]);
    let find = |query: &str| {
        app::search::find(house, &around, query, SHOWN).expect("the search is answered");
    };
    let reading = cpu_of(|| find("種別:記録")).0;
    let mut times = Vec::new();
    for repetition in 0..=REPETITIONS {
        for condition in CONDITIONS {
            for words in ["", "退", "退院", "訪問看護師", "盲導犬"] {
                let time = cpu_of(|| find(&format!("{condition} {words}"))).0;
                if repetition > 0 {
                    times.push(time);
                }
            }
        }
    }
    let most = if count <= 10_000 { 5.0 } else { 30.0 };
    table.limit(format!("search {size}: with conditions, CPU p50"), "ms", median(&times), most);
    table.limit(format!("search {size}: with conditions, CPU p95"), "ms", at(0.95, &times), most);
    table.limit(
        format!("search {size}: with conditions, first after a change, CPU"),
        "ms",
        reading,
        20.0 * most,
    );
}

/// Ours: what the house answers.
fn ours(house: &House, query: &str) -> Found {
    let found =
        house.read(|reader| app::search::search(reader, query, SHOWN)).expect("the search is answered");
    let shown = found.hits.iter().filter(|hit| !hit.ranges.is_empty()).count();
    Found { total: found.total, shown }
}

/// The practice ward with these records in place of its own.
pub fn filled(file: &Path, notes: &[Note]) -> House {
    let house = house(file, |_| ());
    let mut pack = susono_tests::practice_pack();
    for part in notes.chunks(PACK) {
        pack.insert("contacts.csv".to_owned(), contacts(part));
        import(&house, &pack);
        pack.clear();
    }
    house
}

fn contacts(notes: &[Note]) -> Vec<u8> {
    let mut csv = String::from("contact_id,case_id,date,minutes,method,counterpart,text\n");
    for note in notes {
        let case = format!("C{:02}", note.person + 1);
        csv += &format!("{},{case},{},30,phone,support,\"{}\"\n", key(note), note.day, note.body);
    }
    csv.into_bytes()
}

/// Key of a record in its pack.
fn key(note: &Note) -> String {
    format!("N{:06}", note.id)
}
