//! What the rules of [`domain::alerts`] need, loaded in a few passes over the whole store.

use crate::cases::full_name;
use crate::{Reader, Row, StoreError};
use chrono::NaiveDate;
use domain::alerts::{Closure, Subject, Touch};
use domain::calendar::PartialDate;
use domain::measure::Id;
use domain::metrics::{CaseRecord, DecisionRecord, Stay};
use domain::vocabulary as v;
use std::collections::HashMap;

/// Every case with its name, and the days on which hospitals were closed to visits.
#[derive(Clone, Debug, Default)]
pub struct Watched {
    /// Cases in order of identity.
    pub cases: Vec<WatchedCase>,
    /// Closures, hospitals by position as in the stays.
    pub closures: Vec<Closure>,
}

/// One case under watch.
#[derive(Clone, Debug)]
pub struct WatchedCase {
    /// Identity.
    pub id: Id,
    /// The pack's key, or the identity.
    pub key: String,
    /// Name of the person.
    pub name: String,
    /// What the rules look at.
    pub subject: Subject,
}

/// One hospital and its last contact of any kind.
#[derive(Clone, Debug)]
pub struct WatchedHospital {
    /// Identity.
    pub id: Id,
    /// The pack's key, or the identity.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Last contact up to the day asked.
    pub last: Option<NaiveDate>,
}

type Positions = HashMap<String, usize>;

fn day(row: &Row, name: &str) -> Result<NaiveDate, StoreError> {
    Ok(row.date(name)?.first_day())
}
fn maybe_day(row: &Row, name: &str) -> Result<Option<NaiveDate>, StoreError> {
    Ok(row.maybe_date(name)?.map(PartialDate::first_day))
}

impl Reader<'_> {
    /// All cases as the rules see them.
    pub fn watched(&self) -> Result<Watched, StoreError> {
        let mut watched = Watched { cases: self.watched_cases()?, closures: Vec::new() };
        let at: Positions = watched.cases.iter().enumerate().map(|(i, c)| (c.id.to_string(), i)).collect();
        let cases = &mut watched.cases;
        self.watched_road(cases, &at)?;
        self.watched_papers(cases, &at)?;
        let hospitals = self.watched_stays(cases, &at)?;
        // One row per contact of a case, from the index alone.
        self.each(
            "SELECT case_id, on_date, method, counterpart FROM contacts WHERE case_id IS NOT NULL ORDER BY case_id, on_date",
            &at,
            |r, i| {
                let with = r.list("counterpart")?;
                let person = with.iter().any(|c| c == v::Counterpart::Person.code());
                let method = v::Method::from_code(&r.text("method")?);
                cases[i].subject.touches.push(Touch {
                    on: day(r, "on_date")?,
                    person,
                    face: person && method.is_some_and(v::Method::is_face_to_face),
                    supporter: with.iter().any(|c| c == v::Counterpart::Support.code()),
                });
                Ok(())
            },
        )?;
        // One row per hospital that once took no visitors.
        watched.closures = self
            .all(
                "SELECT id, closed_to_visits_from, closed_to_visits_to FROM organisations WHERE closed_to_visits_from IS NOT NULL",
                [],
                |r| {
                    let Some(hospital) = hospitals.get(&r.text("id")?) else { return Ok(None) };
                    let (from, to) = (day(r, "closed_to_visits_from")?, maybe_day(r, "closed_to_visits_to")?);
                    Ok(Some(Closure { hospital: *hospital, from, to }))
                },
            )?
            .into_iter()
            .flatten()
            .collect();
        Ok(watched)
    }

    /// Hospitals and their last contact of any kind up to a day.
    pub fn watched_hospitals(&self, on: NaiveDate) -> Result<Vec<WatchedHospital>, StoreError> {
        let kinds: Vec<String> = v::OrganisationType::ALL
            .iter()
            .filter(|t| t.is_hospital())
            .map(|t| format!("'{}'", t.code()))
            .collect();
        // One row per hospital; a contact touches the hospital it names and the one in which its person stayed.
        let sql = format!(
            "SELECT o.id, coalesce(o.pack_key, o.id) AS key, o.name, max(t.on_date) AS last_on FROM organisations o LEFT JOIN (
               SELECT org_id, on_date FROM contacts WHERE org_id IS NOT NULL
               UNION ALL SELECT a.org_id, c.on_date FROM contacts c JOIN admissions a ON a.case_id = c.case_id
                 AND a.admitted_on <= c.on_date AND (a.discharged_on IS NULL OR a.discharged_on >= c.on_date)
                 WHERE c.method = 'interview_hospital' OR instr(';' || c.counterpart || ';', ';hospital;') > 0
               UNION ALL SELECT v.org_id, v.on_date FROM visits v WHERE v.result IN ('done', 'changed')
                 OR EXISTS (SELECT 1 FROM visit_cases p WHERE p.visit_id = v.id AND p.outcome IS NOT NULL)
               UNION ALL SELECT p.org_id, s.on_date FROM sessions s JOIN programmes p ON p.id = s.programme_id
                 WHERE s.result IS NOT 'cancelled' AND EXISTS (SELECT 1 FROM attendance a WHERE a.session_id = s.id)
               UNION ALL SELECT body_org, on_date FROM activities UNION ALL SELECT org_id, on_date FROM support_to_others
             ) t ON t.org_id = o.id AND t.on_date <= :on
             WHERE o.type IN ({}) GROUP BY o.id ORDER BY o.id",
            kinds.join(", ")
        );
        self.all(&sql, &[(":on", on.to_string().as_str())], |r| {
            Ok(WatchedHospital {
                id: r.id("id")?,
                key: r.text("key")?,
                name: r.text("name")?,
                last: maybe_day(r, "last_on")?,
            })
        })
    }

    /// The next day from `on` for which somebody planned to see a person, by case.
    pub fn next_plans(&self, on: NaiveDate) -> Result<HashMap<Id, NaiveDate>, StoreError> {
        // One row per case with a visit or an appointment ahead.
        let rows = self.all(
            "SELECT case_id, min(on_date) AS on_date FROM (
               SELECT p.case_id AS case_id, v.on_date AS on_date FROM visits v JOIN visit_cases p ON p.visit_id = v.id
               WHERE p.outcome IS NULL AND v.on_date >= :on AND coalesce(v.result, 'planned') = 'planned'
               UNION ALL SELECT case_id, on_date FROM appointments
               WHERE case_id IS NOT NULL AND on_date >= :on AND coalesce(result, 'planned') = 'planned')
             GROUP BY case_id",
            &[(":on", on.to_string().as_str())],
            |r| Ok((r.id("case_id")?, day(r, "on_date")?)),
        )?;
        Ok(rows.into_iter().collect())
    }

    fn watched_cases(&self) -> Result<Vec<WatchedCase>, StoreError> {
        // One row per case.
        self.all(
            "SELECT c.id, coalesce(c.pack_key, c.id) AS key, k.family_name, k.given_name, k.sex, k.birth_date, c.identified_on,
               c.case_role, c.closure_reason FROM cases c JOIN clients k ON k.id = c.client_id ORDER BY c.id",
            [],
            |r| {
                let case = CaseRecord {
                    id: r.text("id")?,
                    client: 0,
                    sex: v::Sex::from_code(&r.text("sex")?),
                    birth: r.maybe_date("birth_date")?,
                    identified_on: day(r, "identified_on")?,
                    role: v::CaseRole::from_code(&r.text("case_role")?).unwrap_or(v::CaseRole::Direct),
                    closure_reason: v::ClosureReason::from_code(&r.text("closure_reason")?),
                    stages: Vec::new(),
                    holds: Vec::new(),
                    stays: Vec::new(),
                    decisions: Vec::new(),
                    obstacles: Vec::new(),
                };
                let subject = Subject {
                    case,
                    touches: Vec::new(),
                    hold_reviews: Vec::new(),
                    certificates: Vec::new(),
                    protection: Vec::new(),
                    plans: Vec::new(),
                    planned: Vec::new(),
                };
                let name = full_name(&r.text("family_name")?, &r.text("given_name")?);
                Ok(WatchedCase { id: r.id("id")?, key: r.text("key")?, name, subject })
            },
        )
    }

    fn watched_road(&self, cases: &mut [WatchedCase], at: &Positions) -> Result<(), StoreError> {
        // One row per step of a road.
        self.each(
            "SELECT case_id, stage, from_on FROM stage_events ORDER BY from_on, coalesce(seq, 0), id",
            at,
            |r, i| {
                let stage =
                    v::Stage::from_code(&r.text("stage")?).ok_or(StoreError::Unreadable("stage_events"))?;
                cases[i].subject.case.stages.push((day(r, "from_on")?, stage));
                Ok(())
            },
        )?;
        // One row per hold.
        self.each("SELECT case_id, from_on, to_on, review_on FROM holds ORDER BY from_on", at, |r, i| {
            let subject = &mut cases[i].subject;
            subject.case.holds.push((day(r, "from_on")?, maybe_day(r, "to_on")?));
            subject.hold_reviews.push(maybe_day(r, "review_on")?);
            Ok(())
        })
    }

    fn watched_papers(&self, cases: &mut [WatchedCase], at: &Positions) -> Result<(), StoreError> {
        // One row per decision.
        self.each(
            "SELECT case_id, service, from_on, to_on, ended_on FROM decisions ORDER BY from_on",
            at,
            |r, i| {
                cases[i].subject.case.decisions.push(DecisionRecord {
                    service: v::Service::from_code(&r.text("service")?).unwrap_or(v::Service::Other),
                    from: day(r, "from_on")?,
                    to: maybe_day(r, "to_on")?,
                    ended_on: maybe_day(r, "ended_on")?,
                });
                Ok(())
            },
        )?;
        // One row per certificate that ends.
        self.each("SELECT case_id, kind, to_on FROM certificates WHERE to_on IS NOT NULL", at, |r, i| {
            if let Some(kind) = v::CertificateKind::from_code(&r.text("kind")?) {
                cases[i].subject.certificates.push((kind, day(r, "to_on")?));
            }
            Ok(())
        })?;
        // One row per plan with a day.
        self.each(
            "SELECT case_id, planned_on FROM settlement_plans WHERE planned_on IS NOT NULL",
            at,
            |r, i| {
                cases[i].subject.plans.push(day(r, "planned_on")?);
                Ok(())
            },
        )
    }

    /// Stays, and the positions that hospitals got.
    fn watched_stays(&self, cases: &mut [WatchedCase], at: &Positions) -> Result<Positions, StoreError> {
        let mut hospitals = Positions::new();
        // One row per stay.
        self.each(
            "SELECT case_id, org_id, admitted_on, discharged_on, destination, period_end, discharge_planned_on FROM admissions ORDER BY admitted_on",
            at,
            |r, i| {
                let next = hospitals.len();
                let hospital = *hospitals.entry(r.text("org_id")?).or_insert(next);
                let admitted_on = day(r, "admitted_on")?;
                let subject = &mut cases[i].subject;
                subject.case.stays.push(Stay {
                    hospital,
                    admitted_on,
                    discharged_on: maybe_day(r, "discharged_on")?,
                    destination: v::Destination::from_code(&r.text("destination")?),
                });
                subject.protection.extend(maybe_day(r, "period_end")?.map(|end| (admitted_on, end)));
                subject.planned.extend(maybe_day(r, "discharge_planned_on")?.map(|on| (admitted_on, on)));
                Ok(())
            },
        )?;
        Ok(hospitals)
    }

    /// Gives every row of a statement with the position of its case.
    fn each(
        &self,
        sql: &str,
        at: &Positions,
        mut take: impl FnMut(&Row, usize) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.all(sql, [], |r| match at.get(&r.text("case_id")?) {
            Some(i) => take(r, *i),
            None => Ok(()),
        })
        .map(|_| ())
    }
}
