//! One leak of every kind, planted into what may leave: each is found under its own kind, and no finding repeats what it
//! found. The stories plant one of each kind, the long proof all that we know of.

mod books;
#[path = "../../../src-tauri/crates/report/tests/paper/forger.rs"]
mod forger;
mod paper;

use crate::Ward;
use app::reports::check_release;
use std::collections::BTreeSet;

/// A kind, the bytes, and what was done to them.
type Plant = (&'static str, Vec<u8>, &'static str);

/// A plant before it is made: its kind, what makes it, and what it is.
type Seed<'a> = (&'static str, &'a dyn Fn() -> Vec<u8>, &'static str);

/// Which plants are wanted.
#[derive(Default)]
struct Which {
    all: bool,
    seen: BTreeSet<&'static str>,
}

impl Which {
    /// The wanted ones of a list; the others are not even made.
    fn of(&mut self, list: &[Seed<'_>]) -> Vec<Plant> {
        let wanted = list.iter().filter(|(kind, ..)| self.seen.insert(kind) || self.all);
        wanted.map(|(kind, bytes, what)| (*kind, bytes(), *what)).collect()
    }
}

/// What came of the plants.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Planted {
    /// Plants that were tried.
    pub tried: usize,
    /// Kinds under which one was found.
    pub kinds: BTreeSet<&'static str>,
    /// Plants after which the file cannot be read any more, which is a refusal too.
    pub unreadable: usize,
    /// Plants that were not found under their kind, or that a finding repeats.
    pub missed: Vec<String>,
}

/// Plants leaks into the pages of reports: one of each kind, or all.
pub fn on_paper(all: bool) -> Planted {
    let (ward, plants) = paper::plants(&mut Which { all, ..Which::default() });
    tried(&ward, &plants, &["髙橋", "正一", "4567", "東丘", "昭和33", "来月で"])
}

/// Plants leaks into workbooks and texts of tables: one of each kind, or all. A workbook that was only packed anew says
/// the same and counts as missed where something is found in it.
pub fn in_tables(all: bool) -> Planted {
    let (ward, plants, anew) = books::plants(&mut Which { all, ..Which::default() });
    let mut planted = tried(&ward, &plants, &["髙橋", "正一", "昭和33"]);
    let found = check_release(ward.house(), &ward.around(), &anew, Some("R7"));
    if !found.as_ref().is_ok_and(|checked| checked.findings.is_empty()) {
        planted.missed.push(format!("packed anew: {found:?}"));
    }
    planted
}

fn tried(ward: &Ward, plants: &[Plant], secret: &[&str]) -> Planted {
    let mut planted = Planted { tried: plants.len(), ..Planted::default() };
    for (kind, bytes, what) in plants {
        match check_release(ward.house(), &ward.around(), bytes, Some("R7")) {
            Err(_) => planted.unreadable += 1,
            Ok(checked) => {
                let repeats = checked.findings.iter().any(|f| secret.iter().any(|s| f.detail.contains(s)));
                if !repeats && checked.findings.iter().any(|f| f.kind == *kind) {
                    planted.kinds.insert(kind);
                } else {
                    planted.missed.push(format!("{kind}: {what}: {:?}", checked.findings));
                }
            }
        }
    }
    planted
}
