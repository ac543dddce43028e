//! Rows that come in, as records of the open format.

use super::check::{Checked, Place};
use super::mapping::Mapping;
use crate::Circumstances;
use ::exchange::table::{ListKind, Row};
use domain::open_format::{self, File};
use domain::vocabulary::{CaseRole, Certainty, ExitKey, Method, OrganisationType, RecordSource, Stage};
use std::collections::{BTreeMap, HashMap};
use store::Writer;
use store::pack::{Cells, Tables};

/// Files that an import fills, in the order in which references point backwards.
const FILES: &[&str] = &[
    "organisations.csv",
    "cases.csv",
    "admissions.csv",
    "stages.csv",
    "exit_outlooks.csv",
    "contacts.csv",
    "activities.csv",
    "survey630.csv",
];

/// Records by file.
pub(super) struct Records {
    tables: BTreeMap<usize, (&'static File, Vec<Cells>)>,
    /// Keys of hospitals that are added.
    added: HashMap<String, String>,
}

impl Records {
    /// Records of every row that comes in.
    pub(super) fn of(
        checked: &Checked,
        mapping: &Mapping,
        around: &Circumstances,
        writer: &mut Writer,
    ) -> Self {
        let mut records = Self { tables: BTreeMap::new(), added: HashMap::new() };
        for (at, row) in checked.rows.iter().enumerate().filter(|(at, _)| checked.comes_in(*at, mapping)) {
            let org = records.organisation(checked, row, writer);
            match checked.kind {
                ListKind::Cases => records.case(row, org, mapping, around, writer),
                ListKind::Contacts => {
                    let case = checked.cases.get(&at).map(|(id, _)| id.to_string()).unwrap_or_default();
                    records.contact(row, &case, org, around, writer);
                }
                ListKind::Activities => records.activity(row),
                ListKind::Organisations => {
                    let key = writer.new_id().to_string();
                    let own = [
                        ("org_id", key.as_str()),
                        ("name", row.value("organisation")),
                        ("kana", row.value("organisation_kana")),
                    ];
                    records.add("organisations.csv", row, &own);
                }
                ListKind::Survey630 => records.add("survey630.csv", row, &[("org_id", &org)]),
            }
        }
        records
    }

    /// Hospitals that are added to the directory beside the rows themselves.
    pub(super) fn added(&self) -> usize {
        self.added.len()
    }

    pub(super) fn tables(self) -> Tables {
        self.tables.into_values().collect()
    }

    /// Adds a record: what is `given`, and what the row says under the name of a column.
    fn add(&mut self, name: &'static str, row: &Row, given: &[(&str, &str)]) {
        let Some(file) = open_format::file(name) else { return };
        let place = FILES.iter().position(|f| *f == name).unwrap_or(FILES.len());
        let cells = file.columns.iter().map(|column| {
            let given = given.iter().find(|(n, _)| *n == column.name).map(|(_, value)| *value);
            let value = given.unwrap_or_else(|| row.value(column.name));
            (!value.is_empty()).then(|| value.to_owned())
        });
        self.tables.entry(place).or_insert((file, Vec::new())).1.push(cells.collect());
    }

    /// Key of the hospital of a row; empty where it says none.
    fn organisation(&mut self, checked: &Checked, row: &Row, writer: &mut Writer) -> String {
        match checked.places.get(row.value("hospital")) {
            None => String::new(),
            Some(Place::Known(id)) => id.to_string(),
            Some(Place::New(name)) => {
                if let Some(key) = self.added.get(name) {
                    return key.clone();
                }
                let key = writer.new_id().to_string();
                let hospital = checked.kind != ListKind::Contacts || name.ends_with("病院");
                let kind = if hospital { OrganisationType::PsychiatricHospital.code() } else { "" };
                self.add(
                    "organisations.csv",
                    &Row::default(),
                    &[("org_id", &key), ("name", name), ("type", kind)],
                );
                self.added.insert(name.clone(), key.clone());
                key
            }
        }
    }

    /// A person, the case that begins, the stay in which the person is met, and the road so far.
    fn case(
        &mut self,
        row: &Row,
        org: String,
        mapping: &Mapping,
        around: &Circumstances,
        writer: &mut Writer,
    ) {
        let key = writer.new_id().to_string();
        let today = around.today().to_string();
        let since = match row.value("identified_on") {
            "" => mapping.identified_on.unwrap_or_else(|| around.today()).to_string(),
            said => said.to_owned(),
        };
        let role = match row.value("case_role") {
            "" => CaseRole::Direct.code(),
            said => said,
        };
        self.add("cases.csv", row, &[("case_id", &key), ("identified_on", &since), ("case_role", role)]);
        if !org.is_empty() {
            let from = match row.value("admitted_on") {
                "" => &since,
                said => said,
            };
            let note = row.value("stay_note");
            self.add(
                "admissions.csv",
                row,
                &[("case_id", &key), ("org_id", &org), ("admitted_on", from), ("note", note)],
            );
        }
        let nothing = Row::default();
        let mut step = |stage: &str, from: &str| {
            self.add("stages.csv", &nothing, &[("case_id", &key), ("stage", stage), ("from", from)]);
        };
        step(Stage::Identified.code(), &since);
        let stage = row.value("stage");
        if !matches!(stage, "" | "identified" | "closed") {
            // The list says where the person stands now, not since when.
            step(stage, if row.value("closed_on").is_empty() { &today } else { &since });
        }
        if !row.value("closed_on").is_empty() {
            step(Stage::Closed.code(), row.value("closed_on"));
        }
        for line in ExitKey::ALL {
            let own = [
                ("case_id", key.as_str()),
                ("line", line.code()),
                ("certainty", Certainty::Undecided.code()),
            ];
            self.add("exit_outlooks.csv", &nothing, &own);
        }
    }

    fn contact(&mut self, row: &Row, case: &str, org: String, around: &Circumstances, writer: &mut Writer) {
        let usual = Method::from_code(row.value("method")).and_then(Method::usual_minutes);
        let (minutes, estimated) = match (row.value("minutes"), usual) {
            ("", Some(minutes)) => (minutes.to_string(), "1"),
            (said, _) => (said.to_owned(), "0"),
        };
        let key = writer.new_id().to_string();
        let own = [
            ("contact_id", key.as_str()),
            ("case_id", case),
            ("org_id", &org),
            ("minutes", &minutes),
            ("minutes_estimated", estimated),
            ("written_at", &around.at.to_rfc3339()),
            ("source", RecordSource::Transcribed.code()),
            ("transcribed_on", &around.today().to_string()),
        ];
        self.add("contacts.csv", row, &own);
    }

    fn activity(&mut self, row: &Row) {
        self.add("activities.csv", row, &[("name", row.value("title"))]);
    }
}
