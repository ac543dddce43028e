//! The records of the practice as figures need them. Names end here.

mod surroundings;

use crate::{Reader, Row, StoreError};
use chrono::NaiveDate;
use domain::metrics::{
    ActivityRecord, AttendanceRecord, CaseRecord, ContactRecord, DecisionRecord, OrganisationRecord,
    PeerWorkRecord, Records, SessionRecord, Stay, SupportRecord,
};
use domain::vocabulary as v;
use std::collections::HashMap;

/// Positions of records by identity.
type Positions = HashMap<String, usize>;

fn day(row: &Row, name: &str) -> Result<NaiveDate, StoreError> {
    Ok(row.date(name)?.first_day())
}
fn maybe_day(row: &Row, name: &str) -> Result<Option<NaiveDate>, StoreError> {
    Ok(row.maybe_date(name)?.map(domain::calendar::PartialDate::first_day))
}
fn position(row: &Row, name: &str, of: &Positions) -> Result<Option<usize>, StoreError> {
    Ok(row.maybe(name)?.and_then(|id| of.get(&id).copied()))
}
fn code<T>(row: &Row, name: &str, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>, StoreError> {
    Ok(row.maybe(name)?.and_then(|c| read(&c)))
}

impl Reader<'_> {
    /// Everything that is counted, without a name of a person.
    pub fn records(&self) -> Result<Records, StoreError> {
        let mut records = Records::default();
        let organisations = self.organisation_records(&mut records)?;
        let cases = self.case_records(&mut records)?;
        self.case_history(&mut records, &cases, &organisations)?;
        let sessions = self.programme_records(&mut records, &cases)?;
        records.contacts = self.all(
            "SELECT id, case_id, org_id, session_id, on_date, minutes, method, counterpart, content_kinds FROM contacts ORDER BY on_date",
            [],
            |r| {
                let mut counterparts = Vec::new();
                for counterpart in r.list("counterpart")?.iter().filter_map(|c| v::Counterpart::from_code(c))
                {
                    if !counterparts.contains(&counterpart) {
                        counterparts.push(counterpart);
                    }
                }
                if counterparts.is_empty() {
                    counterparts.push(v::Counterpart::Unknown);
                }
                Ok(ContactRecord {
                    id: r.text("id")?,
                    case: position(r, "case_id", &cases)?,
                    organisation: position(r, "org_id", &organisations)?,
                    session: position(r, "session_id", &sessions)?,
                    on: day(r, "on_date")?,
                    minutes: r.number("minutes")?.unwrap_or(0),
                    method: code(r, "method", v::Method::from_code)?.unwrap_or(v::Method::Unknown),
                    counterparts,
                    contents: r.list("content_kinds")?,
                })
            },
        )?;
        self.activity_records(&mut records, &organisations)?;
        self.surrounding_records(&mut records, &cases, &organisations)?;
        Ok(records)
    }

    fn organisation_records(&self, records: &mut Records) -> Result<Positions, StoreError> {
        let mut positions = Positions::new();
        let rows = self.all(
            "SELECT id, coalesce(pack_key, id) AS pack_key, name, type, area, experience FROM organisations ORDER BY pack_key, id",
            [],
            |r| {
                let kind = code(r, "type", v::OrganisationType::from_code)?;
                let experience = code(r, "experience", v::Experience::from_code)?;
                let (key, name, area) = (r.text("pack_key")?, r.text("name")?, r.text("area")?);
                Ok((r.text("id")?, OrganisationRecord { key, name, kind, area, experience }))
            },
        )?;
        for (id, record) in rows {
            positions.insert(id, records.organisations.len());
            records.organisations.push(record);
        }
        Ok(positions)
    }

    fn case_records(&self, records: &mut Records) -> Result<Positions, StoreError> {
        let mut clients = Positions::new();
        let mut positions = Positions::new();
        let rows = self.all(
            "SELECT c.id, c.client_id, k.sex, k.birth_date, c.identified_on, c.case_role, c.closure_reason \
             FROM cases c JOIN clients k ON k.id = c.client_id ORDER BY c.rowid",
            [],
            |r| {
                let next = clients.len();
                let client = *clients.entry(r.text("client_id")?).or_insert(next);
                let record = CaseRecord {
                    id: r.text("id")?,
                    client,
                    sex: code(r, "sex", v::Sex::from_code)?,
                    birth: r.maybe_date("birth_date")?,
                    identified_on: day(r, "identified_on")?,
                    role: code(r, "case_role", v::CaseRole::from_code)?.unwrap_or(v::CaseRole::Direct),
                    closure_reason: code(r, "closure_reason", v::ClosureReason::from_code)?,
                    stages: Vec::new(),
                    holds: Vec::new(),
                    stays: Vec::new(),
                    decisions: Vec::new(),
                    obstacles: Vec::new(),
                };
                Ok((r.text("id")?, record))
            },
        )?;
        records.clients = clients.len();
        for (id, record) in rows {
            positions.insert(id, records.cases.len());
            records.cases.push(record);
        }
        Ok(positions)
    }

    fn case_history(
        &self,
        records: &mut Records,
        cases: &Positions,
        organisations: &Positions,
    ) -> Result<(), StoreError> {
        let at = |row: &Row| position(row, "case_id", cases)?.ok_or(StoreError::Unreadable("case"));
        self.all(
            "SELECT case_id, stage, from_on FROM stage_events ORDER BY coalesce(seq, 0), rowid",
            [],
            |r| {
                let stage =
                    code(r, "stage", v::Stage::from_code)?.ok_or(StoreError::Unreadable("stage_events"))?;
                records.cases[at(r)?].stages.push((day(r, "from_on")?, stage));
                Ok(())
            },
        )?;
        for case in &mut records.cases {
            case.stages.sort_by_key(|(from, _)| *from);
        }
        self.all("SELECT case_id, from_on, to_on FROM holds ORDER BY from_on", [], |r| {
            records.cases[at(r)?].holds.push((day(r, "from_on")?, maybe_day(r, "to_on")?));
            Ok(())
        })?;
        self.all(
            "SELECT case_id, org_id, admitted_on, discharged_on, destination FROM admissions ORDER BY rowid",
            [],
            |r| {
                let stay = Stay {
                    hospital: position(r, "org_id", organisations)?
                        .ok_or(StoreError::Unreadable("admissions"))?,
                    admitted_on: day(r, "admitted_on")?,
                    discharged_on: maybe_day(r, "discharged_on")?,
                    destination: code(r, "destination", v::Destination::from_code)?,
                };
                records.cases[at(r)?].stays.push(stay);
                Ok(())
            },
        )?;
        self.all(
            "SELECT case_id, service, from_on, to_on, ended_on FROM decisions ORDER BY from_on",
            [],
            |r| {
                let decision = DecisionRecord {
                    service: code(r, "service", v::Service::from_code)?.unwrap_or(v::Service::Other),
                    from: day(r, "from_on")?,
                    to: maybe_day(r, "to_on")?,
                    ended_on: maybe_day(r, "ended_on")?,
                };
                records.cases[at(r)?].decisions.push(decision);
                Ok(())
            },
        )?;
        Ok(())
    }

    /// Sessions and who came; gives where each session stands.
    fn programme_records(&self, records: &mut Records, cases: &Positions) -> Result<Positions, StoreError> {
        let mut peers = Positions::new();
        let mut positions = Positions::new();
        let rows = self.all(
            "SELECT s.id, s.session_no, p.name, s.on_date, s.start_time, s.end_time, s.place, s.theme, s.peer_supporters, \
             s.staff_medical, s.staff_support, s.staff_municipal, s.result \
             FROM sessions s JOIN programmes p ON p.id = s.programme_id ORDER BY s.on_date, p.name, s.session_no",
            [],
            |r| {
                let mut named = Vec::new();
                for peer in r.list("peer_supporters")? {
                    let next = peers.len();
                    named.push(*peers.entry(peer).or_insert(next));
                }
                let record = SessionRecord {
                    id: r.text("id")?,
                    number: r.count("session_no")?,
                    programme: r.text("name")?,
                    on: day(r, "on_date")?,
                    minutes: minutes_between(&r.text("start_time")?, &r.text("end_time")?),
                    place: code(r, "place", v::Place::from_code)?,
                    theme: r.text("theme")?,
                    peers: named,
                    staff: [r.number("staff_medical")?, r.number("staff_support")?, r.number("staff_municipal")?],
                    cancelled: r.text("result")? == v::PlanResult::Cancelled.code(),
                };
                Ok((r.text("id")?, record))
            },
        )?;
        for (id, record) in rows {
            positions.insert(id, records.sessions.len());
            records.sessions.push(record);
        }
        records.attendance =
            self.all("SELECT session_id, case_id, attendance FROM attendance ORDER BY id", [], |r| {
                Ok(AttendanceRecord {
                    session: position(r, "session_id", &positions)?
                        .ok_or(StoreError::Unreadable("attendance"))?,
                    case: position(r, "case_id", cases)?,
                    attendance: code(r, "attendance", v::Attendance::from_code)?
                        .ok_or(StoreError::Unreadable("attendance"))?,
                })
            })?;
        Ok(positions)
    }

    fn activity_records(&self, records: &mut Records, organisations: &Positions) -> Result<(), StoreError> {
        records.activities = self.all(
            "SELECT id, kind, on_date, minutes, name, participants, participants_medical, participants_support, participants_municipal, \
             participants_peer_family, participants_housing, participants_other, partner_role, body_org FROM activities ORDER BY on_date, name",
            [],
            |r| {
                Ok(ActivityRecord {
                    id: r.text("id")?,
                    kind: code(r, "kind", v::ActivityKind::from_code)?.unwrap_or(v::ActivityKind::Other),
                    on: day(r, "on_date")?,
                    minutes: r.number("minutes")?.unwrap_or(0),
                    name: r.text("name")?,
                    participants: r.number("participants")?,
                    sides: [
                        r.number("participants_medical")?,
                        r.number("participants_support")?,
                        r.number("participants_municipal")?,
                        r.number("participants_peer_family")?,
                        r.number("participants_housing")?,
                        r.number("participants_other")?,
                    ],
                    partner_role: code(r, "partner_role", v::PartnerRole::from_code)?,
                    organisation: position(r, "body_org", organisations)?,
                })
            },
        )?;
        records.support = self.all(
            "SELECT id, kind, on_date, minutes, org_id FROM support_to_others ORDER BY on_date",
            [],
            |r| {
                Ok(SupportRecord {
                    id: r.text("id")?,
                    kind: code(r, "kind", v::SupportKind::from_code)?.unwrap_or(v::SupportKind::Consultation),
                    on: day(r, "on_date")?,
                    minutes: r.number("minutes")?,
                    organisation: position(r, "org_id", organisations)?,
                })
            },
        )?;
        // One row per thing that a peer supporter did; sessions and meetings stand in records of their own.
        let counted: Vec<String> = v::PeerActivityKind::ALL
            .iter()
            .filter(|k| k.is_own_work())
            .map(|k| format!("'{}'", k.code()))
            .collect();
        let sql = format!(
            "SELECT id, on_date FROM peer_activities WHERE kind IN ({}) ORDER BY on_date, id",
            counted.join(", ")
        );
        records.peer_work =
            self.all(&sql, [], |r| Ok(PeerWorkRecord { id: r.text("id")?, on: day(r, "on_date")? }))?;
        records.publications =
            self.all("SELECT month, kind FROM publications ORDER BY month, kind", [], |r| {
                Ok((
                    r.date("month")?,
                    code(r, "kind", v::PublicationKind::from_code)?.unwrap_or(v::PublicationKind::Other),
                ))
            })?;
        Ok(())
    }
}

/// Minutes between two times of one day; `None` unless both are known and in order.
fn minutes_between(start: &str, end: &str) -> Option<u32> {
    let minutes = |time: &str| {
        let (h, m) = time.split_once(':')?;
        Some(h.parse::<u32>().ok()? * 60 + m.parse::<u32>().ok()?)
    };
    minutes(end)?.checked_sub(minutes(start)?)
}
