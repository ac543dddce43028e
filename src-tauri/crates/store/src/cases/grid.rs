//! Everything about every case that can be written in one cell, for a table that is edited like a spreadsheet.

use super::{KNOWN, Whose, among};
use crate::schema::Field;
use crate::{Reader, StoreError, Writer};
use chrono::NaiveDate;
use domain::measure::Id;
use rusqlite::named_params;
use std::collections::BTreeMap;

/// Fields of the person, of the case, and of the stay that runs. A field is called as its column.
const OF_CLIENT: &[&str] =
    &["family_name", "given_name", "family_kana", "given_kana", "sex", "birth_date", "phone", "aliases"];
const OF_CASE: &[&str] = &[
    "case_code",
    "case_role",
    "identified_on",
    "intake_route",
    "consent_on",
    "consent_form",
    "wish",
    "wish_on",
    "wished_place",
    "anxieties",
    "diagnosis_group",
    "diagnosis_text",
    "income",
    "guardian",
    "money_care",
    "origin_area",
    "origin_address",
    "family_note",
    "benefit_municipality",
    "welfare_office",
    "residence_register",
];
const OF_STAY: &[&str] = &["ward", "room", "chart_no", "admitted_on", "admission_form"];

/// One case with its cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridFact {
    /// The case.
    pub case: Id,
    /// The person whose case it is.
    pub client: Id,
    /// The stay in hospital that runs.
    pub stay: Option<Id>,
    /// Field and value, as stored; what is not known is not there. Beside the fields that can be changed: `hospital`.
    pub cells: BTreeMap<&'static str, String>,
}

/// A value for a field of a case.
#[derive(Clone, Debug)]
pub struct GridPut<'a> {
    /// The case, with where its fields lie.
    pub of: &'a GridFact,
    /// The field.
    pub field: &'static str,
    /// The value; none clears it.
    pub value: Option<String>,
}

impl Reader<'_> {
    /// Cases with their cells on a day.
    pub fn case_grid(&self, on: NaiveDate, whose: Whose) -> Result<Vec<GridFact>, StoreError> {
        let ids = self.ids_of(on, whose)?;
        let named = |of: &str, fields: &[&str]| {
            fields.iter().map(|field| format!("{of}.{field}")).collect::<Vec<_>>().join(", ")
        };
        // One row per case: its own fields, those of its client and of the stay that runs on the day `:on`.
        let sql = format!(
            "SELECT c.id, c.client_id, a.id AS stay_id, o.name AS hospital, {}, {}, {}
               FROM cases c JOIN clients k ON k.id = c.client_id
               LEFT JOIN admissions a ON a.id = (SELECT s.id FROM admissions s WHERE s.case_id = c.id AND s.admitted_on <= :on
                 AND (s.discharged_on IS NULL OR s.discharged_on > :on) ORDER BY s.admitted_on DESC, s.id DESC LIMIT 1)
               LEFT JOIN organisations o ON o.id = a.org_id WHERE {} AND {KNOWN} ORDER BY c.id",
            named("k", OF_CLIENT),
            named("c", OF_CASE),
            named("a", OF_STAY),
            among("c.id", ids.as_ref())
        );
        self.all(&sql, named_params! { ":on": on.to_string(), ":ids": ids }, |r| {
            let mut cells = BTreeMap::new();
            for field in OF_CLIENT.iter().chain(OF_CASE).chain(OF_STAY).chain(&["hospital"]) {
                if let Some(value) = r.maybe(field)?.filter(|value| !value.is_empty()) {
                    cells.insert(*field, value);
                }
            }
            Ok(GridFact {
                case: r.id("id")?,
                client: r.id("client_id")?,
                stay: r.maybe_id("stay_id")?,
                cells,
            })
        })
    }
}

impl Writer<'_> {
    /// Puts values into their fields, row by row. Error: [`StoreError::Missing`] for a field of a stay where none runs.
    pub fn put_cells(&mut self, puts: &[GridPut]) -> Result<(), StoreError> {
        let mut rows: BTreeMap<(&'static str, &Id), Vec<(&str, Field)>> = BTreeMap::new();
        for GridPut { of, field, value } in puts {
            let row = if OF_CLIENT.contains(field) {
                ("clients", &of.client)
            } else if OF_STAY.contains(field) {
                ("admissions", of.stay.as_ref().ok_or(StoreError::Missing("admissions"))?)
            } else if OF_CASE.contains(field) {
                ("cases", &of.case)
            } else {
                return Err(StoreError::Missing("cases"));
            };
            rows.entry(row).or_default().push((*field, Field::from(value.clone())));
        }
        for ((table, id), fields) in rows {
            self.update(table, id, &fields)?;
        }
        Ok(())
    }
}
