//! Whatever is done on the road, in whatever order and with whatever day: every step back leads to the same records.

use serde_json::{Value, json};
use susono_tests::{Ward, ward};

/// A plain generator, so that every run walks the same way.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % most
    }
    /// A day of October 2026.
    fn day(&mut self) -> String {
        format!("2026-10-{:02}", 1 + self.below(31))
    }
}

const STAGES: [&str; 8] = [
    "identified",
    "engagement",
    "planning",
    "preparation",
    "housing",
    "discharge_coordination",
    "transition",
    "settlement",
];

/// An act about a person, drawn by lot.
fn act(dice: &mut Dice, ward: &Ward, case: &str) -> (&'static str, Value) {
    let day = dice.day();
    match dice.below(9) {
        0..=2 => {
            let stage = STAGES[dice.below(8) as usize];
            ("MoveStage", json!({"case_id": case, "stage": stage, "from_on": day, "reason": ""}))
        }
        3 => (
            "HoldCase",
            json!({"case_id": case, "from_on": day, "reason": "wavering", "review_on": null, "note": ""}),
        ),
        4 => ("EndHold", json!({"case_id": case, "to_on": day})),
        5 => {
            let sheet = ward.call("CasePage", json!({"case_id": case}));
            let home =
                [Value::Null, json!("group_home"), json!("other_hospital")][dice.below(3) as usize].clone();
            let stay = json!({"case_id": case, "stay_id": sheet["stay_id"], "org_id": sheet["org_id"], "hospital": "楠沢病院", "ward": "",
                "room": "", "admitted_on": sheet["admitted_on"].as_str().unwrap_or("2026-10-01"), "admission_form": null,
                "discharged_on": day, "destination": home});
            ("KeepStay", stay)
        }
        6 => {
            let rows = dice.below(4);
            let one = json!({"role": "訪問看護", "name": day, "contact": "", "first_weeks": "", "first_months": "", "later": ""});
            (
                "KeepSettlement",
                json!({"case_id": case, "planned_on": day, "supporters": vec![one; rows as usize], "day_activity": "散歩",
                "medication": "", "money": "", "others": ""}),
            )
        }
        7 => {
            let call = json!({"who": "みどり", "phone": "", "hours": day});
            (
                "KeepCrisisPlan",
                json!({"case_id": case, "made_on": day, "well": "", "signs": "眠れない", "own_ways": "", "wanted": "",
                "unwanted": "", "hospital": "", "calls": vec![call; dice.below(3) as usize]}),
            )
        }
        _ => (
            "KeepLifeCheck",
            json!({"case_id": case, "check_id": null, "on": day, "method": null, "sleep": dice.below(4), "meals": null,
                "medicine": null, "money": null, "neighbours": null, "loneliness": null, "note": ""}),
        ),
    }
}

#[test]
fn any_walk_is_taken_back_to_the_last_byte_and_done_again() {
    let ward = ward();
    let case = ward.case("関 武");
    let mut dice = Dice(0x5eed_0013);
    let begun = ward.records();
    let (mut done, mut refused) = (0, 0);
    for _ in 0..60 {
        let (name, input) = act(&mut dice, &ward, &case);
        match ward.try_call(name, input) {
            Ok(_) => done += 1,
            Err(_) => refused += 1,
        }
        let page = ward.call("CasePage", json!({"case_id": case}));
        let current =
            page["steps"].as_array().into_iter().flatten().filter(|step| step["current"] == true).count();
        assert_eq!(current, 1, "a person is in one stage: {}", page["steps"]);
    }
    assert!(done > 30 && refused > 0, "the lot draws both: {done} done, {refused} refused");
    let walked = ward.records();
    for _ in 0..done {
        ward.undo();
    }
    assert_eq!(ward.records(), begun);
    for _ in 0..done {
        ward.redo();
    }
    assert_eq!(ward.records(), walked);
}
