//! What lies around a case: obstacles, homes, relations to organisations, the hospitals' yearly survey.

use super::{Positions, code, day, maybe_day, position};
use crate::{Reader, Row, StoreError};
use domain::metrics::{HousingAct, HousingRecord, Records, RelationRecord, SurveyRecord};
use domain::vocabulary as v;
use std::collections::BTreeMap;

/// Results of a candidate as they are written, and what they are.
const RESULTS: [(&str, HousingAct); 4] = [
    ("申込", HousingAct::Applied),
    ("承諾", HousingAct::Accepted),
    ("断られた", HousingAct::Refused),
    ("辞退", HousingAct::Declined),
];

impl Reader<'_> {
    pub(super) fn surrounding_records(
        &self,
        records: &mut Records,
        cases: &Positions,
        organisations: &Positions,
    ) -> Result<(), StoreError> {
        self.all(
            // One row per obstacle.
            "SELECT case_id, code, noted_on, resolved_on FROM obstacles ORDER BY rowid",
            [],
            |r| {
                let at = position(r, "case_id", cases)?.ok_or(StoreError::Unreadable("obstacles"))?;
                if let Some(obstacle) = code(r, "code", v::Obstacle::from_code)? {
                    let span = (obstacle, maybe_day(r, "noted_on")?, maybe_day(r, "resolved_on")?);
                    records.cases[at].obstacles.push(span);
                }
                Ok(())
            },
        )?;
        records.housing = self.housing_records(cases)?;
        records.relations = self.all(
            // One row per change in a relation.
            "SELECT org_id, department, state, on_date FROM relationship_states ORDER BY on_date, rowid",
            [],
            |r| {
                Ok(RelationRecord {
                    organisation: position(r, "org_id", organisations)?
                        .ok_or(StoreError::Unreadable("relationship_states"))?,
                    department: r.text("department")?,
                    state: code(r, "state", v::RelationshipState::from_code)?
                        .unwrap_or(v::RelationshipState::None),
                    on: day(r, "on_date")?,
                })
            },
        )?;
        records.surveys = self.survey_records(organisations)?;
        Ok(())
    }

    fn housing_records(&self, cases: &Positions) -> Result<Vec<HousingRecord>, StoreError> {
        let record = |r: &Row, act: HousingAct, nights: u32| -> Result<HousingRecord, StoreError> {
            Ok(HousingRecord {
                id: r.text("id")?,
                case: position(r, "case_id", cases)?.ok_or(StoreError::Unreadable("housing"))?,
                on: day(r, "on_date")?,
                act,
                nights,
            })
        };
        let viewed = self.all(
            // One row per home that was looked at.
            "SELECT id, case_id, seen_on AS on_date, result FROM housing_candidates WHERE seen_on IS NOT NULL ORDER BY seen_on, id",
            [],
            |r| {
                let result = r.text("result")?;
                let acts = RESULTS.iter().filter(|(sign, _)| result.contains(sign)).map(|(_, act)| *act);
                let acts: Vec<HousingAct> = std::iter::once(HousingAct::Viewed).chain(acts).collect();
                acts.into_iter().map(|act| record(r, act, 0)).collect::<Result<Vec<_>, _>>()
            },
        )?;
        let mut found: Vec<HousingRecord> = viewed.into_iter().flatten().collect();
        found.extend(self.all(
            // One row per trial stay.
            "SELECT id, case_id, from_on AS on_date, nights FROM trial_stays ORDER BY from_on, id",
            [],
            |r| record(r, HousingAct::TrialStay, r.number("nights")?.unwrap_or(0)),
        )?);
        Ok(found)
    }

    fn survey_records(&self, organisations: &Positions) -> Result<Vec<SurveyRecord>, StoreError> {
        let mut destinations: BTreeMap<(u32, usize), Vec<_>> = BTreeMap::new();
        self.all(
            // One row per destination of June.
            "SELECT year, org_id, destination, all_count, ge1y FROM survey630_discharges ORDER BY rowid",
            [],
            |r| {
                let hospital = position(r, "org_id", organisations)?
                    .ok_or(StoreError::Unreadable("survey630_discharges"))?;
                let destination = code(r, "destination", v::SurveyDestination::from_code)?
                    .unwrap_or(v::SurveyDestination::Other);
                let counts = (destination, r.number("all_count")?, r.number("ge1y")?);
                destinations.entry((r.count("year")?, hospital)).or_default().push(counts);
                Ok(())
            },
        )?;
        self.all(
            // One row per hospital and year.
            "SELECT id, year, org_id, beds, inpatients, los_lt_3m, los_3m_1y, los_1_5y, los_5_10y, los_10_20y, los_ge_20y, \
             ge1y_lt65, ge1y_ge65, june_admissions, june_discharges, annual_inpatient_days, annual_admissions, \
             annual_discharges, publishable FROM survey630 ORDER BY year, org_id",
            [],
            |r| {
                let organisation =
                    position(r, "org_id", organisations)?.ok_or(StoreError::Unreadable("survey630"))?;
                let year = r.count("year")?;
                let six = ["los_lt_3m", "los_3m_1y", "los_1_5y", "los_5_10y", "los_10_20y", "los_ge_20y"];
                let mut stays = [None; 6];
                for (into, name) in stays.iter_mut().zip(six) {
                    *into = r.number(name)?;
                }
                Ok(SurveyRecord {
                    id: r.text("id")?,
                    year: i32::try_from(year).unwrap_or(0),
                    organisation,
                    beds: r.number("beds")?,
                    inpatients: r.number("inpatients")?,
                    stays,
                    long_by_age: [r.number("ge1y_lt65")?, r.number("ge1y_ge65")?],
                    june_admissions: r.number("june_admissions")?,
                    june_discharges: r.number("june_discharges")?,
                    inpatient_days: r.number("annual_inpatient_days")?,
                    admissions: r.number("annual_admissions")?,
                    discharges: r.number("annual_discharges")?,
                    destinations: destinations.remove(&(year, organisation)).unwrap_or_default(),
                    publishable: r.flag("publishable")?,
                })
            },
        )
    }
}
