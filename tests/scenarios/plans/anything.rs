//! Whatever is done to plans, in whatever order: nothing falls between.

use super::{THREE, unrecorded};
use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};
use susono_tests::{Ward, ward};

/// One thing that somebody does to plans, with small numbers that choose whom and which.
#[derive(Clone, Debug)]
enum Deed {
    Visit { day: u32, people: Vec<usize> },
    Other { day: u32 },
    Move { plan: usize, day: u32 },
    Outcome { plan: usize, person: usize, outcome: Option<usize> },
    Note { plan: usize, person: usize },
    Finish { plan: usize, result: usize, reason: bool },
    Undo,
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let day = 20u32..32;
    let deed = prop_oneof![
        3 => (day.clone(), prop::collection::vec(0usize..3, 0..3)).prop_map(|(day, people)| Deed::Visit { day, people }),
        1 => day.clone().prop_map(|day| Deed::Other { day }),
        2 => (0usize..6, day).prop_map(|(plan, day)| Deed::Move { plan, day }),
        4 => (0usize..6, 0usize..3, prop::option::of(0usize..5))
            .prop_map(|(plan, person, outcome)| Deed::Outcome { plan, person, outcome }),
        3 => (0usize..6, 0usize..3).prop_map(|(plan, person)| Deed::Note { plan, person }),
        4 => (0usize..6, 0usize..4, any::<bool>()).prop_map(|(plan, result, reason)| Deed::Finish { plan, result, reason }),
        1 => Just(Deed::Undo),
    ];
    prop::collection::vec(deed, 1..14)
}

/// Days 20 to 31 of October, the last ones running into November.
fn date(day: u32) -> String {
    if day <= 30 { format!("2026-10-{day}") } else { format!("2026-11-{:02}", day - 27) }
}

fn act(ward: &Ward, deed: &Deed, plans: &mut Vec<String>, people: &[String]) {
    let at = |n: usize| plans.get(n % plans.len().max(1)).cloned().unwrap_or_default();
    let (name, input) = match deed {
        Deed::Visit { day, people: chosen } => {
            let case_ids: Vec<&String> = chosen.iter().map(|n| &people[*n]).collect();
            let visit = json!({"org_id": null, "org_name": "楠沢病院", "ward": "C1病棟", "on": date(*day), "start": null,
                               "end": null, "purposes": [], "case_ids": case_ids});
            ("PlanVisit", visit)
        }
        Deed::Other { day } => {
            let other = json!({"kind": "accompany", "title": "", "on": date(*day), "start": null, "end": null, "case_id": people[0]});
            ("PlanOther", other)
        }
        Deed::Move { plan, day } => {
            ("MovePlan", json!({"plan_id": at(*plan), "on": date(*day), "start": null, "end": null}))
        }
        Deed::Outcome { plan, person, outcome } => {
            let outcome = outcome.map(|n| ["met", "away", "unwilling", "unwell", "out"][n]);
            ("SetOutcome", json!({"plan_id": at(*plan), "case_id": people[*person], "outcome": outcome}))
        }
        Deed::Note { plan, person } => {
            let on = page_of(ward, &at(*plan)).map_or(json!("2026-11-01"), |page| page["plan"]["on"].clone());
            let note = json!({"case_ids": [people[*person]], "plan_id": at(*plan), "on": on, "minutes": null, "method": "interview_hospital",
                              "counterparts": ["person"], "text": "話した。", "next_step": null, "outcome": "met", "draft_place": null});
            ("WriteContact", note)
        }
        Deed::Finish { plan, result, reason } => {
            let result = ["done", "cancelled", "changed", "planned"][*result];
            (
                "FinishPlan",
                json!({"plan_id": at(*plan), "result": result, "reason": if *reason { "病棟の都合" } else { "" }}),
            )
        }
        Deed::Undo => ("Undo", json!({})),
    };
    // Refusals are part of the game: a deed may meet a plan on which it makes no sense.
    if let (Ok(reply), Deed::Visit { .. } | Deed::Other { .. }) = (ward.try_call(name, input), deed) {
        plans.push(reply.value.as_str().unwrap_or_default().to_owned());
    }
}

fn page_of(ward: &Ward, plan: &str) -> Option<Value> {
    ward.try_call("VisitPage", json!({"plan_id": plan})).ok().map(|reply| reply.value)
}

#[test]
fn every_plan_is_recorded_or_cancelled_with_a_reason_or_on_the_list() {
    let mut runner = TestRunner::new_with_rng(
        ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() },
        TestRng::deterministic_rng(RngAlgorithm::ChaCha),
    );
    let outcome = runner.run(&deeds(), |deeds| {
        let ward = ward();
        let people: Vec<String> = THREE.iter().map(|name| ward.case(name)).collect();
        let mut plans = Vec::new();
        for deed in &deeds {
            act(&ward, deed, &mut plans, &people);
        }
        let waiting = unrecorded(&ward);
        let weeks =
            ["2026-10-19", "2026-10-26", "2026-11-02"].map(|from| ward.call("Week", json!({"from": from})));
        for item in weeks.iter().flat_map(|week| week["items"].as_array().into_iter().flatten()) {
            let (id, on) = (item["id"].as_str().unwrap_or_default(), item["on"].as_str().unwrap_or_default());
            let (result, reason) = (item["result"].as_str().unwrap_or_default(), item["reason"].is_string());
            let settled = matches!(result, "done" | "cancelled" | "changed");
            let listed = waiting.iter().any(|plan| plan == id);
            prop_assert_eq!(listed, on < "2026-11-02" && !settled, "{} of {}: {}", id, on, item);
            prop_assert!(reason || !matches!(result, "cancelled" | "changed"), "no reason: {}", item);
            let Some(page) = page_of(&ward, id) else { continue };
            let persons = page["persons"].as_array().cloned().unwrap_or_default();
            let met = persons.iter().filter(|p| !p["outcome"].is_null() || !p["contact"].is_null()).count();
            let left = persons
                .iter()
                .filter(|p| p["planned"] == true && p["outcome"].is_null() && p["contact"].is_null())
                .count();
            prop_assert_eq!(item["written"].as_u64(), Some(met as u64), "{}", page);
            match result {
                "done" => prop_assert!(left == 0 || reason, "somebody is left without a reason: {}", page),
                "cancelled" => prop_assert_eq!(met, 0, "a cancelled visit met somebody: {}", page),
                "planned" => prop_assert!(met == 0 || left > 0, "a recorded visit waits: {}", page),
                _ => {}
            }
        }
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}
