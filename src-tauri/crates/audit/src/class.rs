//! What a table counts, as its reader sees it. A table says its class itself; it is believed only where what it says to
//! count agrees, since a table of persons that calls itself one of work would pass every rule about small counts.

use crate::published::{Scope, Set, Sheet};

/// What a table counts, which decides the rules that hold for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Class {
    /// Times, contacts, minutes.
    Work,
    /// Totals of the project without any attribute, or of the people of whom their reader knows.
    Headline,
    /// Persons by an attribute.
    Persons,
    /// Persons by a sensitive attribute. Whatever cannot be told is one of these: no rule is stricter.
    #[default]
    Sensitive,
    /// Figures of hospitals.
    Facility,
}

/// Measures of work: times, pieces, minutes, and people who are no clients.
const WORK: &[&str] = &[
    "contacts",
    "contacted",
    "visit_days",
    "minutes",
    "attended",
    "peers",
    "peer_persons",
    "peer_times",
    "staff_medical",
    "staff_support",
    "staff_municipal",
    "meetings",
    "meeting_participants",
    "meeting_minutes",
    "training_participants",
    "activities",
    "activity_participants",
    "support",
    "publications",
    "work_minutes",
    "plans",
    "housing",
    "nights",
    "relations",
    "partners",
    "new_partners",
];
/// Measures of hospitals, whose people are mostly nobody's clients.
const FACILITY: &[&str] = &["beds", "inpatients", "june_discharges"];
/// Measures and attributes of which every zero says something about somebody.
const SENSITIVE: &[&str] =
    &["readmissions", "followed", "obstacles_found", "obstacles_now", "obstacle", "state"];
/// Dimensions that say when or what was counted, and tell no two persons apart.
const OF_TIME: &[&str] = &["measure", "day", "month", "quarter", "half", "year"];
/// The unit of persons, in the title of a table.
const PERSONS: &str = "（人）";

/// Acts about a home that answer one person's application: a count of these is one of persons, though looking at homes
/// is work.
const ANSWERS: &[&str] = &["accepted", "refused", "declined"];

/// Some row or column counts answers to applications.
fn answered(scope: &Scope) -> bool {
    let acts = scope.rows.iter().chain(&scope.columns).filter_map(|set| set.get("act")).flatten();
    acts.into_iter().any(|act| ANSWERS.contains(&act.as_str()))
}

/// The class of a table: its own word where what it counts agrees, else the strictest.
pub(crate) fn class(sheet: &Sheet) -> Class {
    let said = match sheet.kind.as_str() {
        "workload" => Class::Work,
        "headline" => Class::Headline,
        "persons" => Class::Persons,
        "facility" => Class::Facility,
        _ => Class::Sensitive,
    };
    let Some(scope) = &sheet.scope else {
        // Nothing but the title says what it counts.
        let free = matches!(said, Class::Work | Class::Facility);
        return if free && sheet.title.ends_with(PERSONS) { Class::Sensitive } else { said };
    };
    let sets = || scope.rows.iter().chain(&scope.columns);
    let named = |set: &Set| set.get("measure").into_iter().flatten().cloned().collect::<Vec<_>>();
    let mut measures: Vec<String> = sets().flat_map(named).collect();
    // The measure of the table counts only where no row or column has its own.
    let own = |list: &[Set]| !list.is_empty() && list.iter().all(|set| set.contains_key("measure"));
    if !own(&scope.rows) && !own(&scope.columns) {
        measures.push(scope.measure.clone());
    }
    let all = |list: &[&str]| measures.iter().all(|measure| list.contains(&measure.as_str()));
    let dimensions = || sets().flat_map(|set| set.keys());
    let told = dimensions().chain(&measures).any(|name| SENSITIVE.contains(&name.as_str()));
    let plausible = match said {
        Class::Work => all(WORK) && !answered(scope),
        Class::Facility => all(FACILITY),
        Class::Headline => {
            dimensions().all(|name| OF_TIME.contains(&name.as_str()) || sheet.own.contains_key(name))
        }
        Class::Persons | Class::Sensitive => !told,
    };
    if plausible { said } else { Class::Sensitive }
}
