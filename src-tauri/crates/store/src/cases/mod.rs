//! Cases and the people whose cases they are: the list, one case in full, and what changes them.

mod grid;
mod page;
mod papers;
mod write;

pub use grid::{GridFact, GridPut};
pub use page::{DecisionFact, ExitFact, StageFact};
pub use papers::{Decision, Stay};
pub use write::{NewCase, Wish};

use crate::{Reader, Row, StoreError};
use chrono::NaiveDate;
use domain::calendar::PartialDate;
use domain::measure::Id;
use domain::vocabulary::{Method, Stage};
use rusqlite::named_params;

/// One case as it stood on a day: enough for a line of a list and for the head of a page.
#[derive(Clone, Debug)]
pub struct CaseFacts {
    /// Identity of the case.
    pub id: Id,
    /// Identity of the client.
    pub client_id: Id,
    /// Family name as written.
    pub family_name: String,
    /// Given name as written.
    pub given_name: String,
    /// Reading of the family name.
    pub family_kana: String,
    /// Reading of the given name.
    pub given_kana: String,
    /// The user's own number of the case.
    pub code: Option<String>,
    /// Other names.
    pub aliases: Vec<String>,
    /// Code of the sex.
    pub sex: String,
    /// Birth date.
    pub birth: Option<PartialDate>,
    /// 把握日.
    pub identified_on: PartialDate,
    /// 本人の希望.
    pub wish: String,
    /// Day of the wish.
    pub wish_on: Option<PartialDate>,
    /// 望む場所.
    pub wished_place: String,
    /// 不安に思うこと.
    pub anxieties: String,
    /// Stage.
    pub stage: Stage,
    /// On hold.
    pub on_hold: bool,
    /// The stay that began last, with its hospital.
    pub stay: Option<StayFact>,
    /// Last contact of any kind.
    pub last_contact_on: Option<PartialDate>,
    /// Last face-to-face contact with the person.
    pub last_face_on: Option<PartialDate>,
    /// The open task that is due first: text and day.
    pub task: Option<(String, Option<PartialDate>)>,
    /// The next planned visit or appointment: day, and organisation or title.
    pub plan: Option<(PartialDate, String)>,
}

/// Whose cases are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose<'a> {
    /// Everybody's.
    Everybody,
    /// Those that are open on the day: what the years before leave behind costs nothing.
    Open,
    /// These.
    These(&'a [Id]),
}

/// SQL that keeps a row of one of the cases of `:ids`, which is NULL for everybody.
pub(crate) fn among(column: &str, ids: Option<&String>) -> String {
    match ids {
        None => ":ids IS NULL".to_owned(),
        Some(_) => format!("{column} IN (SELECT value FROM json_each(:ids))"),
    }
}

/// SQL that is true for a case of somebody who is known: of people who were erased only numbers are left, and no list has
/// them.
pub(crate) const KNOWN: &str = "(c.closure_reason IS NULL \
  OR concat(k.family_name, k.given_name, k.family_kana, k.given_kana, k.aliases, c.case_code) <> '')";

/// One row per case that was not closed on the day `:on`, or that went on afterwards.
const OPEN: &str = "\
SELECT c.id AS id FROM cases c WHERE NOT EXISTS ( \
  SELECT 1 FROM stage_events e WHERE e.case_id = c.id AND e.stage = 'closed' AND e.from_on <= :on AND NOT EXISTS ( \
    SELECT 1 FROM stage_events l WHERE l.case_id = e.case_id AND l.from_on BETWEEN e.from_on AND :on \
      AND (l.from_on, coalesce(l.seq, 0), l.id) > (e.from_on, coalesce(e.seq, 0), e.id)))";

/// One stay in hospital.
#[derive(Clone, Debug)]
pub struct StayFact {
    /// Identity.
    pub id: Id,
    /// Identity of the hospital.
    pub org_id: Id,
    /// Its name.
    pub hospital: String,
    /// Ward.
    pub ward: Option<String>,
    /// Room.
    pub room: Option<String>,
    /// First day.
    pub admitted_on: PartialDate,
    /// Last day, while known.
    pub discharged_on: Option<PartialDate>,
    /// Code of the admission form.
    pub form: Option<String>,
}

impl CaseFacts {
    /// Family and given name as written, parted by a space.
    pub fn name(&self) -> String {
        full_name(&self.family_name, &self.given_name)
    }
    /// Reading of the whole name.
    pub fn kana(&self) -> String {
        full_name(&self.family_kana, &self.given_kana)
    }
    /// The stay, while the person is in hospital on that day.
    pub fn stay_on(&self, on: NaiveDate) -> Option<&StayFact> {
        self.stay.as_ref().filter(|s| s.discharged_on.is_none_or(|out| on < out.first_day()))
    }
}

/// Two parts of a name, parted by a space where both are known.
pub fn full_name(family: &str, given: &str) -> String {
    [family, given].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ")
}

/// SQL that is true for a row of contacts that is face to face with the person.
pub(crate) fn face_to_face() -> String {
    let codes: Vec<String> =
        Method::ALL.iter().filter(|m| m.is_face_to_face()).map(|m| format!("'{}'", m.code())).collect();
    format!("method IN ({}) AND instr(';' || counterpart || ';', ';person;') > 0", codes.join(", "))
}

impl Reader<'_> {
    /// Cases as they stood on a day, opened by then or not, in order of identity.
    pub fn cases_on(&self, on: NaiveDate, whose: Whose) -> Result<Vec<CaseFacts>, StoreError> {
        let ids = self.ids_of(on, whose)?;
        let params = named_params! { ":on": on.to_string(), ":ids": ids };
        self.all(&facts_sql(ids.as_ref()), params, facts)
    }

    /// The cases that are meant, as a list in JSON; none for everybody.
    pub(crate) fn ids_of(&self, on: NaiveDate, whose: Whose) -> Result<Option<String>, StoreError> {
        let open;
        let ids: &[Id] = match whose {
            Whose::Everybody => return Ok(None),
            Whose::These(ids) => ids,
            Whose::Open => {
                open = self.all(OPEN, named_params! { ":on": on.to_string() }, |r| r.id("id"))?;
                &open
            }
        };
        let ids: Vec<&str> = ids.iter().map(Id::as_str).collect();
        serde_json::to_string(&ids).map(Some).map_err(|_| StoreError::Unreadable("cases"))
    }

    /// Every case with the name and the reading of its person.
    pub fn case_names(&self) -> Result<Vec<(Id, String, String)>, StoreError> {
        // One row per case.
        let sql = "SELECT c.id, k.family_name, k.given_name, k.family_kana, k.given_kana FROM cases c JOIN clients k ON k.id = c.client_id";
        self.all(&format!("{sql} WHERE {KNOWN}"), [], |r| {
            let name = full_name(&r.text("family_name")?, &r.text("given_name")?);
            Ok((r.id("id")?, name, full_name(&r.text("family_kana")?, &r.text("given_kana")?)))
        })
    }

    /// How many cases were known on a day, open and closed.
    pub fn count_cases(&self, on: NaiveDate) -> Result<usize, StoreError> {
        // The one number.
        let sql = format!(
            "SELECT count(*) AS n FROM cases c JOIN clients k ON k.id = c.client_id
             WHERE substr(c.identified_on || '-01-01', 1, 10) <= :on AND {KNOWN}"
        );
        let found = self.first(&sql, named_params! { ":on": on.to_string() }, |r| r.count("n"))?;
        Ok(found.unwrap_or_default() as usize)
    }

    /// One case as it stood on a day. Error: [`StoreError::Missing`].
    pub fn case_on(&self, id: &Id, on: NaiveDate) -> Result<CaseFacts, StoreError> {
        let found = self.cases_on(on, Whose::These(std::slice::from_ref(id)))?;
        found.into_iter().next().ok_or(StoreError::Missing("cases"))
    }
}

/// One row per case: its client, its stage and stay on the day `:on`, its last contacts, its next steps.
/// Every part is narrowed to the cases of `:ids`.
fn facts_sql(ids: Option<&String>) -> String {
    let one = |column: &str| format!(" AND {}", among(column, ids));
    let (plain, own) = (one("case_id"), one("vc.case_id"));
    let case = if ids.is_none() { format!(" AND {KNOWN}") } else { one("c.id") };
    let face = face_to_face();
    format!(
        "WITH stage AS (
           SELECT case_id, stage, max(from_on || printf(' %09d ', coalesce(seq, 0)) || id)
           FROM stage_events WHERE from_on <= :on{plain} GROUP BY case_id),
         stay AS (
           SELECT case_id, id, org_id, ward, room, discharged_on, admission_form, max(admitted_on) AS admitted_on
           FROM admissions WHERE admitted_on <= :on{plain} GROUP BY case_id),
         touch AS (
           SELECT case_id, max(on_date) AS any_on, max(CASE WHEN {face} THEN on_date END) AS face_on
           FROM contacts WHERE case_id IS NOT NULL AND on_date <= :on{plain} GROUP BY case_id),
         held AS (
           SELECT DISTINCT case_id FROM holds
           WHERE from_on <= :on AND (to_on IS NULL OR :on < to_on){plain}),
         task AS (
           SELECT case_id, text, due_on, min(coalesce(due_on, '9999') || id)
           FROM tasks WHERE case_id IS NOT NULL AND done_on IS NULL{plain} GROUP BY case_id),
         plan AS (
           SELECT case_id, what, min(on_date) AS on_date FROM (
             SELECT vc.case_id AS case_id, v.on_date AS on_date, (SELECT name FROM organisations WHERE id = v.org_id) AS what
             FROM visits v JOIN visit_cases vc ON vc.visit_id = v.id
             WHERE v.on_date >= :on AND coalesce(v.result, 'planned') = 'planned' AND vc.outcome IS NULL{own}
             UNION ALL
             SELECT case_id, on_date, title FROM appointments
             WHERE case_id IS NOT NULL AND on_date >= :on AND coalesce(result, 'planned') = 'planned'{plain})
           GROUP BY case_id)
         SELECT c.id, c.client_id, k.family_name, k.given_name, k.family_kana, k.given_kana, k.aliases, k.sex, k.birth_date,
           c.case_code, c.identified_on, c.wish, c.wish_on, c.wished_place, c.anxieties,
           coalesce(stage.stage, 'identified') AS stage, held.case_id IS NOT NULL AS on_hold,
           stay.id AS stay_id, stay.org_id, o.name AS hospital, stay.ward, stay.room, stay.admitted_on, stay.discharged_on, stay.admission_form,
           touch.any_on, touch.face_on, task.text AS task_text, task.due_on, plan.on_date AS plan_on, plan.what AS plan_what
         FROM cases c JOIN clients k ON k.id = c.client_id
         LEFT JOIN stage ON stage.case_id = c.id LEFT JOIN stay ON stay.case_id = c.id
         LEFT JOIN organisations o ON o.id = stay.org_id
         LEFT JOIN touch ON touch.case_id = c.id LEFT JOIN held ON held.case_id = c.id
         LEFT JOIN task ON task.case_id = c.id LEFT JOIN plan ON plan.case_id = c.id
         WHERE true{case} ORDER BY c.id"
    )
}

fn facts(r: &Row) -> Result<CaseFacts, StoreError> {
    let stay = match r.maybe_id("org_id")? {
        None => None,
        Some(org_id) => Some(StayFact {
            id: r.id("stay_id")?,
            org_id,
            hospital: r.text("hospital")?,
            ward: r.maybe("ward")?,
            room: r.maybe("room")?,
            admitted_on: r.date("admitted_on")?,
            discharged_on: r.maybe_date("discharged_on")?,
            form: r.maybe("admission_form")?,
        }),
    };
    let task = match r.maybe("task_text")? {
        None => None,
        Some(text) => Some((text, r.maybe_date("due_on")?)),
    };
    let plan = match r.maybe_date("plan_on")? {
        None => None,
        Some(on) => Some((on, r.text("plan_what")?)),
    };
    Ok(CaseFacts {
        id: r.id("id")?,
        client_id: r.id("client_id")?,
        family_name: r.text("family_name")?,
        given_name: r.text("given_name")?,
        family_kana: r.text("family_kana")?,
        given_kana: r.text("given_kana")?,
        code: r.maybe("case_code")?,
        aliases: r.list("aliases")?,
        sex: r.text("sex")?,
        birth: r.maybe_date("birth_date")?,
        identified_on: r.date("identified_on")?,
        wish: r.text("wish")?,
        wish_on: r.maybe_date("wish_on")?,
        wished_place: r.text("wished_place")?,
        anxieties: r.text("anxieties")?,
        stage: Stage::from_code(&r.text("stage")?).ok_or(StoreError::Unreadable("stage_events"))?,
        on_hold: r.flag("on_hold")?,
        stay,
        last_contact_on: r.maybe_date("any_on")?,
        last_face_on: r.maybe_date("face_on")?,
        task,
        plan,
    })
}
