//! The people against whom a text is counted: what a sentence could say of each of them.

use crate::Failure;
use chrono::{Datelike, NaiveDate};
use domain::calendar::PartialDate;
use domain::vocabulary::{AdmissionForm, ClosureReason, Destination, Sex};
use redaction::{Crowd, Traits, folded};
use std::collections::{BTreeMap, BTreeSet};
use store::Reader;
use store::redaction::Named;

/// Completed years between two days.
fn years(from: NaiveDate, to: NaiveDate) -> i32 {
    let before = (to.month(), to.day()) < (from.month(), from.day());
    to.year() - from.year() - i32::from(before)
}

/// Everybody of the vault, counted on a day. Fewer than `least` are too few.
pub(super) fn of(reader: &Reader, named: &Named, today: NaiveDate, least: usize) -> Result<Crowd, Failure> {
    let mut notes = reader.told_notes()?;
    let mut people: BTreeMap<String, Traits> = BTreeMap::new();
    for client in &named.clients {
        let mut facets = BTreeSet::new();
        facets.extend(match client.sex {
            Some(Sex::Male) => Some("sex:male".to_owned()),
            Some(Sex::Female) => Some("sex:female".to_owned()),
            _ => None,
        });
        if let Some(birth) = client.birth.map(PartialDate::first_day) {
            facets.insert(format!("age:{}", years(birth, today) / 10 * 10));
        }
        let notes = folded(&notes.remove(&client.id).unwrap_or_default());
        people.insert(client.id.clone(), Traits { facets, notes });
    }
    for stay in reader.told_stays()? {
        let Some(who) = people.get_mut(&stay.client) else { continue };
        who.facets.insert(format!("hospital:{}", stay.hospital));
        who.facets.insert(format!("ward:{}", folded(&stay.ward)));
        who.facets.insert(format!("admission:{}", stay.admitted.first_day().month()));
        let end = stay.discharged.map_or(today, PartialDate::first_day);
        let length = years(stay.admitted.first_day(), end);
        who.facets.extend([20, 30, 40].into_iter().filter(|n| length >= *n).map(|n| format!("stay:{n}")));
        if let (Some(on), Some(to)) = (stay.discharged, stay.destination) {
            let event = match to {
                Destination::Deceased => "death",
                Destination::OtherHospital => "transfer",
                _ => "discharge",
            };
            who.facets.insert(format!("event:{event}"));
            who.facets.insert(format!("{event}:{}", on.first_day().month()));
        }
        match stay.form {
            Some(AdmissionForm::Involuntary | AdmissionForm::EmergencyInvoluntary) => {
                who.facets.insert("form:involuntary".to_owned());
            }
            Some(AdmissionForm::MedicalProtection) => {
                who.facets.insert("form:medical_protection".to_owned());
            }
            _ => {}
        }
    }
    for case in reader.told_cases()? {
        let Some(who) = people.get_mut(&case.client) else { continue };
        who.facets.insert(format!("diagnosis:{}", case.diagnosis));
        who.facets.extend(case.income.iter().map(|income| format!("income:{income}")));
        who.facets.insert(format!("origin:{}", folded(&case.origin)));
        let event = match case.closure {
            Some(ClosureReason::Deceased) => Some("event:death"),
            Some(ClosureReason::Transferred) => Some("event:transfer"),
            Some(ClosureReason::Declined) => Some("event:declined"),
            _ => None,
        };
        who.facets.extend(event.map(str::to_owned));
    }
    let mut words: Vec<(String, String)> = named
        .organisations
        .iter()
        .filter(|o| o.kind.is_some_and(domain::vocabulary::OrganisationType::is_hospital))
        .map(|o| (folded(o.name.split(['（', '(']).next().unwrap_or(&o.name)), format!("hospital:{}", o.id)))
        .collect();
    words.extend(named.wards.iter().map(|ward| (folded(ward), format!("ward:{}", folded(ward)))));
    words.extend(named.districts.iter().map(|area| (folded(area), format!("origin:{}", folded(area)))));
    words.retain(|(word, _)| word.chars().count() >= 3);
    Ok(Crowd { people: people.into_values().collect(), words, least })
}
