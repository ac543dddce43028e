//! What the rules of [`domain::alerts`] need, loaded in a few passes over the cases that are wanted.

use crate::cases::{Whose, among, full_name};
use crate::{Reader, Row, StoreError};
use chrono::{Days, NaiveDate};
use domain::alerts::{Closure, Subject, Touch};
use domain::calendar::PartialDate;
use domain::measure::Id;
use domain::metrics::{CaseRecord, DecisionRecord, Stay};
use domain::vocabulary as v;
use rusqlite::named_params;
use std::collections::HashMap;

/// Cases with their names, and the days on which hospitals were closed to visits.
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

/// Days that are looked at first for the last contact with a hospital.
const RECENT: u64 = 100;

type Positions = HashMap<String, usize>;

/// The cases that are read: as a list in JSON, none for everybody, and the position of each.
struct Wanted {
    ids: Option<String>,
    place: Positions,
}

fn day(row: &Row, name: &str) -> Result<NaiveDate, StoreError> {
    Ok(row.date(name)?.first_day())
}
fn maybe_day(row: &Row, name: &str) -> Result<Option<NaiveDate>, StoreError> {
    Ok(row.maybe_date(name)?.map(PartialDate::first_day))
}

impl Reader<'_> {
    /// Cases with their roads alone: stages, holds, stays, decisions and papers, and no contact.
    pub fn watched_roads(&self, on: NaiveDate, whose: Whose) -> Result<Vec<WatchedCase>, StoreError> {
        let ids = self.ids_of(on, whose)?;
        Ok(self.roads_of(ids)?.0)
    }

    /// Cases without their contacts, where each lies, and the positions that hospitals got.
    fn roads_of(&self, ids: Option<String>) -> Result<(Vec<WatchedCase>, Wanted, Positions), StoreError> {
        let mut cases = self.watched_cases(ids.as_ref())?;
        let place = cases.iter().enumerate().map(|(i, c)| (c.id.to_string(), i));
        let at = Wanted { place: place.collect(), ids };
        self.watched_road(&mut cases, &at)?;
        self.watched_papers(&mut cases, &at)?;
        let hospitals = self.watched_stays(&mut cases, &at)?;
        Ok((cases, at, hospitals))
    }

    /// Cases as the rules see them on a day.
    pub fn watched(&self, on: NaiveDate, whose: Whose) -> Result<Watched, StoreError> {
        let ids = self.ids_of(on, whose)?;
        let (cases, at, hospitals) = self.roads_of(ids)?;
        let mut watched = Watched { cases, closures: Vec::new() };
        let cases = &mut watched.cases;
        // One row per contact of a case, from the index alone.
        self.each(
            "SELECT case_id, on_date, method, counterpart FROM contacts WHERE case_id IS NOT NULL AND {} ORDER BY case_id, on_date",
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

    /// Hospitals and their last contact of any kind up to a day. The years before are read for those only with whom nothing
    /// was done of late.
    pub fn watched_hospitals(&self, on: NaiveDate) -> Result<Vec<WatchedHospital>, StoreError> {
        let since = on.checked_sub_days(Days::new(RECENT)).unwrap_or(on).to_string();
        let mut all = self.touched_hospitals(on, &since, None)?;
        let left: Vec<&str> = all.iter().filter(|h| h.last.is_none()).map(|h| h.id.as_str()).collect();
        if !left.is_empty() {
            let left = serde_json::to_string(&left).map_err(|_| StoreError::Unreadable("organisations"))?;
            for known in self.touched_hospitals(on, "", Some(left))? {
                if let Some(hospital) = all.iter_mut().find(|hospital| hospital.id == known.id) {
                    hospital.last = known.last;
                }
            }
        }
        Ok(all)
    }

    /// Hospitals, or some of them by a list in JSON, and their last contact between two days.
    fn touched_hospitals(
        &self,
        on: NaiveDate,
        since: &str,
        of: Option<String>,
    ) -> Result<Vec<WatchedHospital>, StoreError> {
        let kinds: Vec<String> = v::OrganisationType::ALL
            .iter()
            .filter(|t| t.is_hospital())
            .map(|t| format!("'{}'", t.code()))
            .collect();
        let there = |column: &str| among(column, of.as_ref());
        // One row per hospital; a contact touches the hospital it names and the one in which its person stayed.
        let sql = format!(
            "SELECT o.id, coalesce(o.pack_key, o.id) AS key, o.name, max(t.on_date) AS last_on FROM organisations o LEFT JOIN (
               SELECT org_id, on_date FROM contacts WHERE org_id IS NOT NULL AND on_date BETWEEN :since AND :on AND {own}
               UNION ALL SELECT a.org_id, c.on_date FROM contacts c JOIN admissions a ON a.case_id = c.case_id
                 AND a.admitted_on <= c.on_date AND (a.discharged_on IS NULL OR a.discharged_on >= c.on_date)
                 WHERE (c.method = 'interview_hospital' OR instr(';' || c.counterpart || ';', ';hospital;') > 0)
                   AND c.on_date BETWEEN :since AND :on AND {stay}
               UNION ALL SELECT v.org_id, v.on_date FROM visits v WHERE v.on_date BETWEEN :since AND :on AND {own}
                 AND (v.result IN ('done', 'changed')
                   OR EXISTS (SELECT 1 FROM visit_cases p WHERE p.visit_id = v.id AND p.outcome IS NOT NULL))
               UNION ALL SELECT p.org_id, s.on_date FROM sessions s JOIN programmes p ON p.id = s.programme_id
                 WHERE s.on_date BETWEEN :since AND :on AND {own} AND s.result IS NOT 'cancelled'
                   AND EXISTS (SELECT 1 FROM attendance a WHERE a.session_id = s.id)
               UNION ALL SELECT body_org, on_date FROM activities WHERE on_date BETWEEN :since AND :on AND {body}
               UNION ALL SELECT org_id, on_date FROM support_to_others WHERE on_date BETWEEN :since AND :on AND {own}
             ) t ON t.org_id = o.id
             WHERE o.type IN ({kinds}) AND {wanted} GROUP BY o.id ORDER BY o.id",
            own = there("org_id"),
            stay = there("a.org_id"),
            body = there("body_org"),
            wanted = there("o.id"),
            kinds = kinds.join(", ")
        );
        self.all(&sql, named_params! { ":on": on.to_string(), ":since": since, ":ids": of }, |r| {
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

    fn watched_cases(&self, ids: Option<&String>) -> Result<Vec<WatchedCase>, StoreError> {
        // One row per case.
        let sql = format!(
            "SELECT c.id, coalesce(c.pack_key, c.id) AS key, k.family_name, k.given_name, k.sex, k.birth_date, c.identified_on,
               c.case_role, c.closure_reason FROM cases c JOIN clients k ON k.id = c.client_id WHERE {} ORDER BY c.id",
            among("c.id", ids)
        );
        self.all(&sql, named_params! { ":ids": ids }, |r| {
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
        })
    }

    fn watched_road(&self, cases: &mut [WatchedCase], at: &Wanted) -> Result<(), StoreError> {
        // One row per step of a road.
        self.each(
            "SELECT case_id, stage, from_on FROM stage_events WHERE {} ORDER BY from_on, coalesce(seq, 0), id",
            at,
            |r, i| {
                let stage =
                    v::Stage::from_code(&r.text("stage")?).ok_or(StoreError::Unreadable("stage_events"))?;
                cases[i].subject.case.stages.push((day(r, "from_on")?, stage));
                Ok(())
            },
        )?;
        // One row per hold.
        self.each(
            "SELECT case_id, from_on, to_on, review_on FROM holds WHERE {} ORDER BY from_on",
            at,
            |r, i| {
                let subject = &mut cases[i].subject;
                subject.case.holds.push((day(r, "from_on")?, maybe_day(r, "to_on")?));
                subject.hold_reviews.push(maybe_day(r, "review_on")?);
                Ok(())
            },
        )
    }

    fn watched_papers(&self, cases: &mut [WatchedCase], at: &Wanted) -> Result<(), StoreError> {
        // One row per decision.
        self.each(
            "SELECT case_id, service, from_on, to_on, ended_on FROM decisions WHERE {} ORDER BY from_on",
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
        self.each(
            "SELECT case_id, kind, to_on FROM certificates WHERE to_on IS NOT NULL AND {}",
            at,
            |r, i| {
                if let Some(kind) = v::CertificateKind::from_code(&r.text("kind")?) {
                    cases[i].subject.certificates.push((kind, day(r, "to_on")?));
                }
                Ok(())
            },
        )?;
        // One row per plan with a day.
        self.each(
            "SELECT case_id, planned_on FROM settlement_plans WHERE planned_on IS NOT NULL AND {}",
            at,
            |r, i| {
                cases[i].subject.plans.push(day(r, "planned_on")?);
                Ok(())
            },
        )
    }

    /// Stays, and the positions that hospitals got.
    fn watched_stays(&self, cases: &mut [WatchedCase], at: &Wanted) -> Result<Positions, StoreError> {
        let mut hospitals = Positions::new();
        // One row per stay.
        self.each(
            "SELECT case_id, org_id, admitted_on, discharged_on, destination, period_end, discharge_planned_on FROM admissions WHERE {} ORDER BY admitted_on",
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

    /// Gives every row of a statement with the position of its case. `{}` in it narrows the rows to the wanted cases.
    fn each(
        &self,
        sql: &str,
        at: &Wanted,
        mut take: impl FnMut(&Row, usize) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let sql = sql.replace("{}", &among("case_id", at.ids.as_ref()));
        self.all(&sql, named_params! { ":ids": at.ids }, |r| match at.place.get(&r.text("case_id")?) {
            Some(i) => take(r, *i),
            None => Ok(()),
        })
        .map(|_| ())
    }
}
