//! Organisations: hospitals, offices and everybody else the work is done with.

use crate::cases::Whose;
use crate::schema::Field;
use crate::{Reader, StoreError, Writer};
use chrono::{Days, NaiveDate};
use domain::calendar::PartialDate;
use domain::measure::Id;
use domain::vocabulary::OrganisationType;
use rusqlite::named_params;
use std::collections::HashMap;

/// An organisation in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Organisation {
    /// Identity.
    pub id: Id,
    /// Name.
    pub name: String,
    /// Reading.
    pub kana: String,
    /// Type, a code; empty while unknown.
    pub kind: String,
    /// Area of the user's own list.
    pub area: Option<String>,
    /// Wards that stays and visits name.
    pub wards: Vec<String>,
    /// Open cases whose person stays there now.
    pub open_cases: u32,
    /// Last day on which anything was done with it.
    pub last_contact_on: Option<PartialDate>,
}

/// Days that are looked at first for the last contact with an organisation; only where there is none the years before are.
const RECENT: u64 = 100;

/// One row per organisation, by reading. An interview in a hospital counts for the one where the person stayed. :on ISO date
/// · :since ISO date · :ids open cases, as a list in JSON
const ORGANISATIONS: &str = "\
WITH near AS MATERIALIZED (SELECT org_id, max(d) AS d FROM ( \
  SELECT n.on_date AS d, (SELECT a.org_id FROM admissions a WHERE a.case_id = n.case_id AND a.admitted_on <= n.on_date \
     ORDER BY a.admitted_on DESC, a.id DESC LIMIT 1) AS org_id \
   FROM contacts n WHERE n.method = 'interview_hospital' AND n.case_id IS NOT NULL AND n.on_date BETWEEN :since AND :on \
  UNION ALL SELECT on_date, org_id FROM contacts WHERE org_id IS NOT NULL AND on_date BETWEEN :since AND :on \
  UNION ALL SELECT on_date, org_id FROM visits WHERE on_date BETWEEN :since AND :on AND result IS 'done' \
  UNION ALL SELECT n.on_date, v.org_id FROM contacts n JOIN visits v ON v.id = n.visit_id WHERE n.on_date BETWEEN :since AND :on \
  UNION ALL SELECT on_date, org_id FROM support_to_others WHERE on_date BETWEEN :since AND :on \
  UNION ALL SELECT on_date, body_org FROM activities WHERE on_date BETWEEN :since AND :on) GROUP BY org_id), \
stays AS MATERIALIZED (SELECT org_id, count(*) AS n FROM ( \
  SELECT (SELECT a.org_id FROM admissions a WHERE a.case_id = c.id AND a.admitted_on <= :on \
     AND coalesce(a.discharged_on, '9999') > :on ORDER BY a.admitted_on DESC, a.id DESC LIMIT 1) AS org_id \
   FROM cases c WHERE c.id IN (SELECT value FROM json_each(:ids)) AND substr(c.identified_on || '-01-01', 1, 10) <= :on) \
  GROUP BY org_id) \
SELECT o.id AS id, o.name AS name, o.kana AS kana, o.type AS type, \
  coalesce((SELECT r.name FROM areas r WHERE r.area = o.area AND r.name IS NOT NULL ORDER BY r.from_on DESC LIMIT 1), o.area) AS area, \
  coalesce((SELECT n FROM stays WHERE stays.org_id = o.id), 0) AS open_cases, \
  coalesce((SELECT d FROM near WHERE near.org_id = o.id), (SELECT max(d) FROM ( \
     SELECT n.on_date AS d FROM admissions s JOIN contacts n ON n.case_id = s.case_id AND n.on_date BETWEEN s.admitted_on AND :on \
       WHERE s.org_id = o.id AND n.method = 'interview_hospital' AND s.id = (SELECT a.id FROM admissions a \
         WHERE a.case_id = n.case_id AND a.admitted_on <= n.on_date ORDER BY a.admitted_on DESC, a.id DESC LIMIT 1) \
     UNION ALL SELECT max(on_date) FROM contacts WHERE org_id = o.id AND on_date <= :on \
     UNION ALL SELECT max(on_date) FROM visits WHERE org_id = o.id AND on_date <= :on AND result IS 'done' \
     UNION ALL SELECT max(n.on_date) FROM contacts n JOIN visits v ON v.id = n.visit_id WHERE v.org_id = o.id AND n.on_date <= :on \
     UNION ALL SELECT max(on_date) FROM support_to_others WHERE org_id = o.id AND on_date <= :on \
     UNION ALL SELECT max(on_date) FROM activities WHERE body_org = o.id AND on_date <= :on))) AS last_on \
FROM organisations o ORDER BY coalesce(o.kana, o.name), o.id";

/// One row per ward of a hospital that a stay or a visit names; each is found behind the one before, not among all visits.
const WARDS: &str = "\
WITH RECURSIVE \
  seen(org_id, ward) AS (SELECT id, (SELECT min(ward) FROM visits WHERE org_id = o.id) FROM organisations o \
    UNION ALL SELECT org_id, (SELECT min(v.ward) FROM visits v WHERE v.org_id = seen.org_id AND v.ward > seen.ward) \
      FROM seen WHERE ward IS NOT NULL), \
  slept(org_id, ward) AS (SELECT id, (SELECT min(ward) FROM admissions WHERE org_id = o.id) FROM organisations o \
    UNION ALL SELECT org_id, (SELECT min(a.ward) FROM admissions a WHERE a.org_id = slept.org_id AND a.ward > slept.ward) \
      FROM slept WHERE ward IS NOT NULL) \
SELECT org_id, ward FROM (SELECT * FROM seen UNION SELECT * FROM slept) WHERE ward IS NOT NULL ORDER BY ward";

impl Reader<'_> {
    /// All organisations as they are on a day.
    pub fn organisations(&self, on: NaiveDate) -> Result<Vec<Organisation>, StoreError> {
        let mut wards: HashMap<Id, Vec<String>> = HashMap::new();
        self.all(WARDS, [], |r| {
            wards.entry(r.id("org_id")?).or_default().push(r.text("ward")?);
            Ok(())
        })?;
        let since = on.checked_sub_days(Days::new(RECENT)).unwrap_or(on);
        let params = named_params! { ":on": on.to_string(), ":since": since.to_string(), ":ids": self.ids_of(on, Whose::Open)? };
        self.all(ORGANISATIONS, params, |r| {
            let id = r.id("id")?;
            Ok(Organisation {
                name: r.text("name")?,
                kana: r.text("kana")?,
                kind: r.text("type")?,
                area: r.maybe("area")?,
                wards: wards.remove(&id).unwrap_or_default(),
                open_cases: r.count("open_cases")?,
                last_contact_on: r.maybe_date("last_on")?,
                id,
            })
        })
    }

    /// Name of an organisation.
    pub fn organisation_name(&self, id: &Id) -> Result<Option<String>, StoreError> {
        self.first("SELECT name FROM organisations WHERE id = ?1", [id.as_str()], |r| r.text("name"))
    }

    /// First and last day on which a hospital takes no visitors.
    pub fn visit_closure(&self, id: &Id) -> Result<(Option<PartialDate>, Option<PartialDate>), StoreError> {
        // The one row of the hospital.
        let found = self.first(
            "SELECT closed_to_visits_from, closed_to_visits_to FROM organisations WHERE id = ?1",
            [id.as_str()],
            |r| Ok((r.maybe_date("closed_to_visits_from")?, r.maybe_date("closed_to_visits_to")?)),
        )?;
        Ok(found.unwrap_or_default())
    }

    /// The organisation of exactly this name, the oldest if there are several.
    pub fn organisation_named(&self, name: &str) -> Result<Option<Id>, StoreError> {
        self.first("SELECT id FROM organisations WHERE name = ?1 ORDER BY id LIMIT 1", [name], |r| r.id("id"))
    }
}

impl Writer<'_> {
    /// Keeps first and last day on which a hospital takes no visitors. Error: [`StoreError::Missing`].
    pub fn keep_visit_closure(
        &mut self,
        id: &Id,
        from: Option<PartialDate>,
        to: Option<PartialDate>,
    ) -> Result<(), StoreError> {
        let fields = [("closed_to_visits_from", from.into()), ("closed_to_visits_to", to.into())];
        self.update("organisations", id, &fields)
    }

    /// The organisation of this name; it is added to the directory when nobody has named it before.
    pub fn organisation_for(&mut self, name: &str, kind: OrganisationType) -> Result<Id, StoreError> {
        match self.organisation_named(name)? {
            Some(id) => Ok(id),
            None => {
                self.insert("organisations", &[("name", name.into()), ("type", Field::text(kind.code()))])
            }
        }
    }
}
