//! Everything that can be found, without its texts: what a search with conditions judges.
//!
//! It is read at once and kept by whoever asks, because thousands of records are judged at every key that is typed.

use crate::triggers::NUMBERS_PER_DAY;
use crate::{Reader, Row, StoreError};
use chrono::NaiveDate;
use domain::calendar::PartialDate;
use domain::measure::Id;
use domain::vocabulary::{ActivityKind, CaseRole, Method, Stage, Standing, WorkKind, WrittenKind};
use std::collections::HashMap;

/// Everything that can be found, the newest first.
#[derive(Clone, Debug, Default)]
pub struct Written {
    /// The records, in the order in which they are shown; those without a day come first.
    pub records: Vec<Record>,
    /// Cases, by the place that records name.
    pub cases: Vec<Id>,
    /// Organisations: identity, name, reading.
    pub organisations: Vec<(Id, String, String)>,
    /// Programmes: identity, name.
    pub programmes: Vec<(Id, String)>,
}

/// One record. Cases, organisations and programmes are places in the lists of [`Written`].
#[derive(Clone, Debug)]
pub struct Record {
    /// Its number in the index; `None` while it waits for it.
    pub doc: Option<u32>,
    /// What it is.
    pub kind: WrittenKind,
    /// Identity.
    pub id: Id,
    /// Its day.
    pub on: Option<NaiveDate>,
    /// The case to which it belongs, or which it is.
    pub case: Option<usize>,
    /// Stage of the case on its day.
    pub stage: Option<Stage>,
    /// Hospital in which the person was on its day.
    pub hospital: Option<usize>,
    /// The organisation that it names or is.
    pub organisation: Option<usize>,
    /// The organisation that was visited when it was written.
    pub visited: Option<usize>,
    /// The programme to which it belongs.
    pub programme: Option<usize>,
    /// Method of a note.
    pub method: Option<Method>,
    /// Kind of an activity.
    pub activity: Option<ActivityKind>,
    /// Kind of work to which its minutes belong; a note within a session has none, the session has them.
    pub work: Option<WorkKind>,
    /// Its minutes as work.
    pub minutes: u32,
    /// How it stands.
    pub standing: Option<Standing>,
    /// Words that a 気づき carries, separated by `;`.
    pub tags: String,
}

/// One row per record that can be found. A note within a session that has its times is no work of its own.
const RECORDS: &str = "
    SELECT 'contact' AS kind, c.id, c.on_date AS on_date, c.case_id, c.org_id, v.org_id AS visited, s.programme_id AS programme,
      c.method, NULL AS activity, iif(s.result IS NOT 'cancelled' AND s.end_time > s.start_time, NULL, 'casework') AS work,
      c.minutes, NULL AS standing, NULL AS tags
      FROM contacts c LEFT JOIN visits v ON v.id = c.visit_id LEFT JOIN sessions s ON s.id = c.session_id
    UNION ALL SELECT 'case', id, NULL, id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM cases
    UNION ALL SELECT 'organisation', id, NULL, NULL, id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM organisations
    UNION ALL SELECT 'person', id, NULL, NULL, org_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM people
    UNION ALL SELECT 'activity', id, on_date, NULL, body_org, NULL, NULL, NULL, kind, NULL, minutes, NULL, NULL FROM activities
    UNION ALL SELECT 'session', s.id, s.on_date, NULL, p.org_id, NULL, p.id, NULL, NULL,
      iif(s.result IS NOT 'cancelled' AND s.end_time > s.start_time, 'programme', NULL),
      iif(s.result IS NOT 'cancelled' AND s.end_time > s.start_time,
        (unixepoch('2000-01-01 ' || s.end_time) - unixepoch('2000-01-01 ' || s.start_time)) / 60, NULL),
      CASE WHEN s.result IS 'cancelled' THEN 'cancelled'
        WHEN s.result IS 'done' OR EXISTS (SELECT 1 FROM attendance a WHERE a.session_id = s.id) THEN 'held' ELSE 'planned' END, NULL
      FROM sessions s JOIN programmes p ON p.id = s.programme_id
    UNION ALL SELECT 'support', id, on_date, case_id, org_id, NULL, NULL, NULL, NULL, 'support', minutes, NULL, NULL FROM support_to_others
    UNION ALL SELECT 'publication', id, month, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM publications
    UNION ALL SELECT 'issue', id, on_date, case_id, org_id, NULL, NULL, NULL, NULL, NULL, NULL, status, tags FROM issues
    UNION ALL SELECT 'task', id, due_on, case_id, org_id, NULL, NULL, NULL, NULL, NULL, NULL, iif(done_on IS NULL, 'todo', 'finished'), NULL FROM tasks";

/// Where a record stands in the list, by kind and identity: its number in the index, or the day and turn in which it waits.
type Places = HashMap<(String, String), Place>;

/// A place in the list; smaller is newer.
type Place = (i64, u8, i64);

impl Reader<'_> {
    /// Everything that can be found; records without a day are judged as of `today`.
    pub fn written(&self, today: NaiveDate) -> Result<Written, StoreError> {
        let organisations = self.all("SELECT id, name, kana FROM organisations ORDER BY id", [], |r| {
            Ok((r.id("id")?, r.text("name")?, r.text("kana")?))
        })?;
        let programmes = self
            .all("SELECT id, name FROM programmes ORDER BY id", [], |r| Ok((r.id("id")?, r.text("name")?)))?;
        let cases = self.case_ids()?;
        let places = self.places()?;
        let roads = self.roads(&cases, &organisations)?;
        let at =
            |ids: &HashMap<&str, usize>, id: Option<String>| id.and_then(|id| ids.get(id.as_str()).copied());
        let case_at: HashMap<&str, usize> =
            cases.iter().enumerate().map(|(n, id)| (id.as_str(), n)).collect();
        let org_at = numbered(&organisations, |o| o.0.as_str());
        let programme_at = numbered(&programmes, |p| p.0.as_str());
        let mut records = Vec::new();
        self.all(RECORDS, [], |r| {
            let key = (r.text("kind")?, r.text("id")?);
            let Some(place) = places.get(&key).copied() else { return Ok(()) };
            let kind = WrittenKind::from_code(&key.0).ok_or(StoreError::Unreadable("written"))?;
            let on = r.maybe_date("on_date")?.map(PartialDate::first_day);
            let case = at(&case_at, r.maybe("case_id")?);
            let road = case.and_then(|case| roads.get(case));
            let day = on.unwrap_or(today);
            let activity = code(r, "activity", ActivityKind::from_code)?;
            let of_activity = (kind == WrittenKind::Activity)
                .then(|| activity.map_or(WorkKind::Administration, ActivityKind::work));
            records.push((
                place,
                Record {
                    doc: (place.1 == INDEXED).then(|| u32::try_from(place.0).unwrap_or_default()),
                    kind,
                    id: Id::try_from(key.1).map_err(|_| StoreError::Unreadable("id"))?,
                    on,
                    case,
                    stage: road.map(|road| road.stage_on(day)),
                    hospital: road.and_then(|road| road.hospital_on(day)),
                    organisation: at(&org_at, r.maybe("org_id")?),
                    visited: at(&org_at, r.maybe("visited")?),
                    programme: at(&programme_at, r.maybe("programme")?),
                    method: code(r, "method", Method::from_code)?,
                    activity,
                    work: code(r, "work", WorkKind::from_code)?.or(of_activity),
                    minutes: r.number("minutes")?.unwrap_or(0),
                    standing: code(r, "standing", Standing::from_code)?,
                    tags: r.text("tags")?,
                },
            ));
            Ok(())
        })?;
        records.sort_by_key(|(place, _)| *place);
        let records = records.into_iter().map(|(_, record)| record).collect();
        Ok(Written { records, cases, organisations, programmes })
    }

    /// Where every record stands in the list.
    fn places(&self) -> Result<Places, StoreError> {
        let mut places = HashMap::new();
        // One row per record of the index.
        self.all("SELECT doc, kind, unpacked(record) AS record FROM search_docs", [], |r| {
            places.insert((r.text("kind")?, r.text("record")?), (i64::from(r.count("doc")?), INDEXED, 0));
            Ok(())
        })?;
        // One row per waiting record: the newest of their day, the last written first.
        self.all("SELECT seq, last_doc, kind, record FROM search_waiting", [], |r| {
            let place =
                (i64::from(r.count("last_doc")?) - NUMBERS_PER_DAY, WAITING, -i64::from(r.count("seq")?));
            places.insert((r.text("kind")?, r.text("record")?), place);
            Ok(())
        })?;
        Ok(places)
    }

    /// Stages and stays of every case, in the order of the cases.
    fn roads(&self, cases: &[Id], organisations: &[(Id, String, String)]) -> Result<Vec<Road>, StoreError> {
        let case_at: HashMap<&str, usize> =
            cases.iter().enumerate().map(|(n, id)| (id.as_str(), n)).collect();
        let org_at = numbered(organisations, |o| o.0.as_str());
        let mut roads: Vec<Road> = Vec::new();
        roads.resize_with(cases.len(), Road::default);
        // One row per step, in their order.
        self.all(
            "SELECT case_id, stage, from_on FROM stage_events ORDER BY from_on, coalesce(seq, 0), id",
            [],
            |r| {
                let stage =
                    Stage::from_code(&r.text("stage")?).ok_or(StoreError::Unreadable("stage_events"))?;
                if let Some(at) = case_at.get(r.text("case_id")?.as_str()) {
                    roads[*at].stages.push((r.date("from_on")?.first_day(), stage));
                }
                Ok(())
            },
        )?;
        // One row per stay, in their order.
        self.all(
            "SELECT case_id, org_id, admitted_on, discharged_on FROM admissions ORDER BY admitted_on, id",
            [],
            |r| {
                let place = org_at.get(r.text("org_id")?.as_str());
                if let (Some(at), Some(place)) = (case_at.get(r.text("case_id")?.as_str()), place) {
                    let out = r.maybe_date("discharged_on")?.map(PartialDate::first_day);
                    roads[*at].stays.push((r.date("admitted_on")?.first_day(), out, *place));
                }
                Ok(())
            },
        )?;
        Ok(roads)
    }

    /// Every case.
    pub fn case_ids(&self) -> Result<Vec<Id>, StoreError> {
        self.all("SELECT id FROM cases ORDER BY id", [], |r| r.id("id"))
    }

    /// Every organisation with its name and its reading.
    pub fn organisation_readings(&self) -> Result<Vec<(Id, [String; 2])>, StoreError> {
        // One row per organisation.
        self.all("SELECT id, name, kana FROM organisations", [], |r| {
            Ok((r.id("id")?, [r.text("name")?, r.text("kana")?]))
        })
    }

    /// Names of the hospitals in which anybody supported ever stayed, by reading.
    pub fn hospital_names(&self) -> Result<Vec<String>, StoreError> {
        // One row per hospital.
        self.all(
            "SELECT name FROM organisations o WHERE EXISTS (SELECT 1 FROM admissions a WHERE a.org_id = o.id) ORDER BY coalesce(kana, name), id",
            [],
            |r| r.text("name"),
        )
    }

    /// 担当の形 of every case; direct where nobody said.
    pub fn case_roles(&self) -> Result<HashMap<Id, CaseRole>, StoreError> {
        // One row per case.
        let roles = self.all("SELECT id, case_role FROM cases", [], |r| {
            let role = r.maybe("case_role")?.as_deref().and_then(CaseRole::from_code);
            Ok((r.id("id")?, role.unwrap_or(CaseRole::Direct)))
        })?;
        Ok(roles.into_iter().collect())
    }
}

/// A place in the index.
const INDEXED: u8 = 1;
/// A place before the records of its day in the index.
const WAITING: u8 = 2;

fn numbered<T>(list: &[T], id: impl Fn(&T) -> &str) -> HashMap<&str, usize> {
    list.iter().enumerate().map(|(n, one)| (id(one), n)).collect()
}

fn code<T>(r: &Row, column: &str, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>, StoreError> {
    Ok(r.maybe(column)?.as_deref().and_then(read))
}

/// What a case went through, in the order of its days.
#[derive(Default)]
struct Road {
    stages: Vec<(NaiveDate, Stage)>,
    /// Admitted, discharged, hospital.
    stays: Vec<(NaiveDate, Option<NaiveDate>, usize)>,
}

impl Road {
    fn stage_on(&self, day: NaiveDate) -> Stage {
        let begun = self.stages.iter().rev().find(|(from, _)| *from <= day);
        begun.map_or(Stage::Identified, |(_, stage)| *stage)
    }

    fn hospital_on(&self, day: NaiveDate) -> Option<usize> {
        let (_, out, place) = self.stays.iter().rev().find(|(from, ..)| *from <= day)?;
        out.is_none_or(|out| day < out).then_some(*place)
    }
}
