//! What lies around the cases: time, plans, stages, obstacles, homes, partners, the hospitals' survey.

use super::{Cell, Evidence, RecordKind};
use crate::reports::tables::{self, View};
use chrono::NaiveDate;
use domain::metrics::CaseRecord;
use domain::vocabulary::{Stage, WorkKind};

/// Time by kind of work; an hour of work is told once.
pub(super) fn work(view: &View, cell: &Cell) -> Vec<Evidence> {
    let records = view.records;
    let item = |kind: RecordKind, id: &str, on: NaiveDate, work: WorkKind, minutes: u32| {
        Evidence::new(kind, id, on).code("work", work.code()).adds(minutes)
    };
    let contacts = records.contacts.iter().filter(|c| !records.is_within_session(c)).map(|c| {
        let case = c.case.map(|case| &records.cases[case]);
        item(RecordKind::Contact, &c.id, c.on, WorkKind::Casework, c.minutes).with_case(case)
    });
    let sessions = records
        .sessions
        .iter()
        .filter(|s| !s.cancelled)
        .map(|s| item(RecordKind::Session, &s.id, s.on, WorkKind::Programme, s.minutes.unwrap_or(0)));
    let activities =
        records.activities.iter().map(|a| item(RecordKind::Activity, &a.id, a.on, a.kind.work(), a.minutes));
    let support = records
        .support
        .iter()
        .map(|s| item(RecordKind::Support, &s.id, s.on, WorkKind::Support, s.minutes.unwrap_or(0)));
    let all = contacts.chain(sessions).chain(activities).chain(support);
    all.filter(|item| item.amount > 0 && cell.holds(item.on)).collect()
}

pub(super) fn plans(view: &View) -> Vec<Evidence> {
    let of = |plan: &store::plans::Plan| {
        let id = plan.id.as_str();
        Evidence::new(RecordKind::Plan, id, plan.on).code("plan", plan.kind.code())
    };
    let shown = view.plans.iter().filter(|plan| plan.kind != domain::vocabulary::PlanKind::Own);
    shown.map(of).collect()
}

/// Cases that left a stage in the period.
pub(super) fn left_stage(view: &View) -> Vec<Evidence> {
    let of = |(stage, case): (Stage, &CaseRecord)| {
        Evidence::of_case(case, case.identified_on).code("stage", stage.code()).once(case.id.clone())
    };
    tables::left_stages(view).map(of).collect()
}

/// Discharges whose day of asking lies in the period.
pub(super) fn followed(view: &View) -> Vec<Evidence> {
    let asked = tables::asked_after(view).into_iter();
    asked
        .map(|(months, state, case, day)| {
            Evidence::of_case(case, day).code("after", months.to_string()).code("state", state)
        })
        .collect()
}

pub(super) fn obstacles(view: &View, now: bool) -> Vec<Evidence> {
    let of = |case: &CaseRecord| {
        let item = Evidence::of_case(case, case.identified_on);
        let obstacles = tables::obstacles_of(view, case, now);
        obstacles.into_iter().fold(item, |item, obstacle| item.code("obstacle", obstacle.code()))
    };
    view.year.one_case_a_person(view.records).map(of).collect()
}

pub(super) fn housing(view: &View, cell: &Cell) -> Vec<Evidence> {
    let held = view.records.housing.iter().filter(|housing| cell.holds(housing.on));
    held.map(|housing| {
        let case = &view.records.cases[housing.case];
        let item = Evidence::new(RecordKind::Housing, &housing.id, housing.on).with_case(Some(case));
        let item = item.code("act", tables::act_code(housing.act));
        if cell.measure == "nights" { item.adds(housing.nights) } else { item }
    })
    .collect()
}

pub(super) fn relations(view: &View, cell: &Cell) -> Vec<Evidence> {
    let states = tables::states_on(view, cell.last).into_iter();
    states
        .map(|((organisation, _), (state, on))| {
            let key = &view.records.organisations[organisation].key;
            Evidence::new(RecordKind::Organisation, key, on).code("relation", state.code())
        })
        .collect()
}

pub(super) fn partners(view: &View, cell: &Cell) -> Vec<Evidence> {
    let involved = tables::involved(view).into_iter();
    let new = |begun: NaiveDate| cell.measure == "partners" || begun >= cell.first;
    involved
        .filter(|(_, (begun, _))| new(*begun))
        .map(|(organisation, (begun, _))| {
            let key = &view.records.organisations[organisation].key;
            let kind = tables::kind_of(view, organisation);
            Evidence::new(RecordKind::Organisation, key, begun).code("partner_kind", kind)
        })
        .collect()
}

/// Hospitals in the survey of the year, or of the year that a row names.
pub(super) fn survey(view: &View, cell: &Cell) -> Vec<Evidence> {
    let mut found = Vec::new();
    for survey in &view.records.surveys {
        if !cell.set.contains_key("survey_year") && survey.year != view.year.fiscal.year() {
            continue;
        }
        let on = NaiveDate::from_ymd_opt(survey.year, 6, 30).unwrap_or(cell.first);
        let shown = format!("{} {}", survey.year, tables::survey_hospital(view, survey));
        let item = || {
            Evidence::new(RecordKind::Survey, &survey.id, on)
                .code("survey", shown.clone())
                .code("survey_year", survey.year.to_string())
        };
        match cell.measure.as_str() {
            "beds" => found.extend(survey.beds.map(|n| item().adds(n))),
            "june_discharges" => {
                let long = cell.set.contains_key("june_stay");
                found.extend(survey.destinations.iter().filter_map(|(to, all, ge1y)| {
                    let n = if long { *ge1y } else { *all };
                    Some(item().code("june_to", to.code()).code("june_stay", "long").adds(n?))
                }));
            }
            _ if cell.set.contains_key("survey_stay") => {
                let stays = survey.stays.iter().enumerate();
                found.extend(
                    stays.filter_map(|(band, n)| {
                        Some(item().code("survey_stay", band.to_string()).adds((*n)?))
                    }),
                );
            }
            _ => found.extend(survey.inpatients.map(|n| item().adds(n))),
        }
    }
    found
}
