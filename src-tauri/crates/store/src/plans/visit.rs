//! One visit with its people.

use crate::reader::split_list;
use crate::{Reader, Row, StoreError};
use domain::calendar::PartialDate;
use domain::measure::Id;
use domain::vocabulary::{Outcome, Purpose};

/// A person of a visit: planned, added on the way, or written about.
#[derive(Clone, Debug, PartialEq)]
pub struct VisitPerson {
    /// The case.
    pub case_id: Id,
    /// True when the visit was to see her.
    pub planned: bool,
    /// Outcome of the attempt.
    pub outcome: Option<Outcome>,
    /// The note that was written in this visit.
    pub contact: Option<VisitContact>,
    /// Day and text of the last contact record outside this visit.
    pub last: Option<(PartialDate, String)>,
    /// The open next step that is due first.
    pub open_step: Option<String>,
}

/// A note written in a visit.
#[derive(Clone, Debug, PartialEq)]
pub struct VisitContact {
    /// The contact record.
    pub id: Id,
    /// Its text.
    pub text: String,
    /// Minutes.
    pub minutes: Option<u32>,
    /// Method, a code.
    pub method: String,
    /// Counterparts, codes.
    pub counterparts: Vec<String>,
    /// Next step that was noted with it.
    pub next_step: Option<String>,
}

/// One row per person of a visit, those planned first, each in order. :visit id
const PEOPLE: &str = "\
SELECT w.case_id AS case_id, max(w.planned) AS planned, max(w.outcome) AS outcome, n.id AS contact_id, n.text AS text, \
  n.minutes AS minutes, n.method AS method, n.counterpart AS counterpart, \
  (SELECT t.text FROM tasks t WHERE t.contact_id = n.id ORDER BY t.id LIMIT 1) AS next_step, \
  (SELECT t.text FROM tasks t WHERE t.case_id = w.case_id AND t.done_on IS NULL \
     ORDER BY t.due_on IS NULL, t.due_on, t.id LIMIT 1) AS open_step \
FROM (SELECT case_id, planned, outcome, id AS seq FROM visit_cases WHERE visit_id = :visit \
  UNION ALL SELECT case_id, 0, outcome, '~' || id FROM contacts WHERE visit_id = :visit AND case_id IS NOT NULL) w \
LEFT JOIN contacts n ON n.id = (SELECT c.id FROM contacts c WHERE c.visit_id = :visit AND c.case_id = w.case_id ORDER BY c.id DESC LIMIT 1) \
GROUP BY w.case_id ORDER BY max(w.planned) DESC, min(w.seq)";

/// The last contact record of a case with a text, outside a visit. :case id · :visit id · :on last day
const LAST: &str = "\
SELECT on_date, text FROM contacts WHERE case_id = :case AND visit_id IS NOT :visit AND on_date <= :on \
ORDER BY on_date DESC, id DESC LIMIT 1";

/// Notes of a visit that are about nobody's case: what was talked about with the staff. :visit id
const OF_WARD: &str = "\
SELECT n.id AS contact_id, n.text AS text, n.minutes AS minutes, n.method AS method, n.counterpart AS counterpart, \
  (SELECT t.text FROM tasks t WHERE t.contact_id = n.id ORDER BY t.id LIMIT 1) AS next_step \
FROM contacts n WHERE n.visit_id = :visit AND n.case_id IS NULL ORDER BY n.id";

/// The last such note of an earlier visit to the same ward. :visit id
const LAST_OF_WARD: &str = "\
SELECT c.on_date AS on_date, c.text AS text FROM visits v JOIN contacts c ON c.case_id IS NULL AND c.org_id = v.org_id \
JOIN visits o ON o.id = c.visit_id AND o.id <> v.id AND (v.ward IS NULL OR o.ward IS v.ward) \
WHERE v.id = :visit AND c.on_date <= v.on_date ORDER BY c.on_date DESC, c.id DESC LIMIT 1";

fn written(r: &Row) -> Result<VisitContact, StoreError> {
    Ok(VisitContact {
        id: r.id("contact_id")?,
        text: r.text("text")?,
        minutes: r.number("minutes")?,
        method: r.text("method")?,
        counterparts: r.list("counterpart")?,
        next_step: r.maybe("next_step")?,
    })
}

impl Reader<'_> {
    /// The people of a visit with what is needed to speak with them and to write.
    pub fn visit_people(&self, visit: &Id, on: chrono::NaiveDate) -> Result<Vec<VisitPerson>, StoreError> {
        let mut people = self.all(PEOPLE, &[(":visit", visit.as_str())], |r| {
            let contact = r.maybe_id("contact_id")?.map(|_| written(r)).transpose()?;
            Ok(VisitPerson {
                case_id: r.id("case_id")?,
                planned: r.flag("planned")?,
                outcome: Outcome::from_code(&r.text("outcome")?),
                contact,
                last: None,
                open_step: r.maybe("open_step")?,
            })
        })?;
        let on = on.to_string();
        for person in &mut people {
            let of = &[(":case", person.case_id.as_str()), (":visit", visit.as_str()), (":on", on.as_str())];
            person.last = self.first(LAST, of, |r| Ok((r.date("on_date")?, r.text("text")?)))?;
        }
        Ok(people)
    }

    /// Notes of a visit that are about nobody's case.
    pub fn ward_notes(&self, visit: &Id) -> Result<Vec<VisitContact>, StoreError> {
        self.all(OF_WARD, &[(":visit", visit.as_str())], written)
    }

    /// Day and text of the last note of an earlier visit to the same ward that is about nobody's case.
    pub fn last_ward_note(&self, visit: &Id) -> Result<Option<(PartialDate, String)>, StoreError> {
        self.first(LAST_OF_WARD, &[(":visit", visit.as_str())], |r| Ok((r.date("on_date")?, r.text("text")?)))
    }

    /// Purposes of a visit and the note about its ward.
    pub fn visit_frame(&self, visit: &Id) -> Result<(Vec<Purpose>, Option<String>), StoreError> {
        let found =
            self.first("SELECT purposes, ward_note FROM visits WHERE id = ?1", [visit.as_str()], |r| {
                let purposes =
                    split_list(&r.text("purposes")?).iter().filter_map(|p| Purpose::from_code(p)).collect();
                Ok((purposes, r.maybe("ward_note")?))
            })?;
        found.ok_or(StoreError::Missing("visits"))
    }
}
