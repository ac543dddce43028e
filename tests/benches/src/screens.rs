//! What the screens ask when they are opened, in a vault of one year beside a vault of ten. The last year is the same in
//! both, so whatever a screen takes longer it takes for years that nobody looks at. Processor time of
//! the process.

mod questions;
pub mod years;

use crate::measure::{median, process_cpu, wall_of};
use crate::place::{around, fresh, house, import};
use crate::table::Table;
use app::House;
use questions::{Screen, screens};
use serde_json::{Value, json};

/// Repetitions of every screen; the first is a warm-up.
const REPETITIONS: usize = 15;
/// Years of the larger vault.
const YEARS: usize = 10;
/// Times that a screen may take of what it takes with one year.
const GOAL: f64 = 1.5;

/// Milliseconds below which a ratio tells nothing that anybody could feel: a third of a frame.
const FELT: f64 = 5.0;
/// Lists of everybody there ever was and searches among all of them: as long as that.
const EVERYBODY: &[&str] = &[
    "people, all",
    "person, examples of exits",
    "person, the road together",
    "names for links",
    "somebody new",
    "retention",
];

/// A vault and what its screens ask.
struct Side {
    house: House,
    case: Value,
    screens: Vec<Screen>,
}

impl Side {
    fn of(years: usize) -> Self {
        let house = house(&fresh(&format!("screens-{years}")).join("vault.db"), |_| ());
        import(&house, &years::pack(years, around().today()));
        let list = json!({"filter": "", "scope": "open", "sort": "kana"});
        let list = house.call(&around(), "CaseList", list).expect("the list is answered").value;
        let screens = screens(&house);
        Self { house, case: list["lines"][1]["id"].clone(), screens }
    }

    /// Opens a screen after something was written, as it is when one works.
    fn open(&self, at: usize) -> f64 {
        let next = format!("町を歩く {}", process_cpu());
        let written = json!({"case_id": self.case, "wish": "", "next_step": next});
        self.house.call(&around(), "KeepRoadPage", written).expect("the act is done");
        let screen = &self.screens[at];
        let before = process_cpu();
        for (name, input) in &screen.asks {
            self.house.call(&around(), name, input.clone()).expect("the question is answered");
        }
        process_cpu() - before
    }
}

/// Measures every screen and adds its line to the table.
pub fn bench(table: &mut Table) {
    eprintln!("screens: one year and {YEARS} years");
    let sides = [Side::of(1), Side::of(YEARS)];
    for at in 0..sides[0].screens.len() {
        let mut times = [Vec::new(), Vec::new()];
        for repetition in 0..=REPETITIONS {
            for (side, times) in sides.iter().zip(&mut times) {
                let time = side.open(at);
                if repetition > 0 {
                    times.push(time);
                }
            }
        }
        let what = format!("screen: {}, ten years, CPU", sides[0].screens[at].name);
        let (ten, one) = (median(&times[1]), ("one year", median(&times[0])));
        let free = ten < FELT || EVERYBODY.contains(&sides[0].screens[at].name);
        if free { table.beside(what, "ms", ten, one) } else { table.ratio(what, "ms", ten, one, GOAL) }
    }
    paste(&sides[1].house, table);
}

/// Columns of a paste.
const PASTED: [&str; 12] = [
    "wish",
    "wished_place",
    "anxieties",
    "diagnosis_text",
    "origin_area",
    "origin_address",
    "phone",
    "family_note",
    "benefit_municipality",
    "welfare_office",
    "residence_register",
    "room",
];
/// Rows of a paste.
const ROWS: usize = 40;

/// Cells pasted into the table of people, read for their preview and kept as one act.
fn paste(house: &House, table: &mut Table) {
    let call = |name: &str, input: Value| house.call(&around(), name, input).expect("it is answered").value;
    let grid = call("CaseGrid", json!({"scope": "open"}));
    let rows = grid["rows"].as_array().into_iter().flatten().take(ROWS);
    let cells: Vec<Value> = rows
        .flat_map(|row| {
            PASTED.map(|field| json!({"case_id": row["id"], "field": field, "text": format!("町の{field}")}))
        })
        .collect();
    assert_eq!(cells.len(), ROWS * PASTED.len());
    let (time, ()) = wall_of(|| {
        call("ReadGrid", json!({"cells": cells}));
        call("KeepGrid", json!({"cells": cells}));
    });
    table.limit(format!("screen: {} cells pasted, read and kept", cells.len()), "ms", time, 1_000.0);
}
