//! The rows of a list against the vault: who is meant, which hospital, what is there already.

use super::facts::Facts;
use super::mapping::{Mapping, Reading};
use super::people::{Unmet, row_name};
use super::places::Meant;
use super::{Chosen, TableKind};
use crate::{Circumstances, Failure};
use ::exchange::table::{self, CellFault, Format, Layout, ListKind, Options, Row};
use domain::measure::Id;
use domain::text::fold::fold;
use std::collections::{BTreeMap, HashMap};
use store::Reader;

/// Where a hospital of a row stands in the directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// This one.
    Known(Id),
    /// It is added under this name.
    New(String),
}

/// One name of a hospital in the list.
#[derive(Clone, Debug)]
pub(super) struct Written {
    pub(super) name: String,
    pub(super) rows: usize,
    pub(super) meant: Meant,
    /// What the person said about it.
    pub(super) answer: Option<String>,
}

/// A list, checked.
pub(super) struct Checked<'a> {
    pub(super) kind: ListKind,
    pub(super) reading: Reading<'a>,
    pub(super) rows: Vec<Row>,
    pub(super) left_out: Vec<usize>,
    /// By place of the row: who or what is there already.
    pub(super) twins: BTreeMap<usize, String>,
    /// By place of the row: the case of a note and the name of its person.
    pub(super) cases: BTreeMap<usize, (Id, String)>,
    /// By name in the list: where it stands in the directory.
    pub(super) places: HashMap<String, Place>,
    pub(super) written: Vec<Written>,
    /// Hospital of the rows that say none.
    pub(super) hospital: Option<String>,
    /// Some row speaks of a stay and no hospital is known.
    pub(super) needs_hospital: bool,
}

impl Checked<'_> {
    pub(super) const fn layout(&self) -> &Layout {
        &self.reading.layout
    }

    /// True when the row at a place comes in.
    pub(super) fn comes_in(&self, at: usize, mapping: &Mapping) -> bool {
        let Some(row) = self.rows.get(at) else { return false };
        row.faults.is_empty()
            && self.layout().missing(self.kind).is_empty()
            && (!self.twins.contains_key(&at) || mapping.take.contains(&row.at))
    }
}

/// Reads and checks a list.
///
/// Errors: those of [`Mapping::reading`].
pub(super) fn check<'a>(
    chosen: &'a Chosen,
    kind: TableKind,
    mapping: &Mapping,
    around: &Circumstances,
    reader: &Reader,
) -> Result<Checked<'a>, Failure> {
    let reading = mapping.reading(kind, &chosen.book, reader)?;
    let TableKind(kind) = kind;
    let facts = Facts::of(kind, around, reader)?;
    let options = Options {
        today: around.today(),
        fiscal_year: mapping.fiscal_year,
        from_1904: matches!(chosen.book.format, Format::Workbook(true)),
        surname: &|name| facts.people.knows_surname(name),
    };
    let read = table::read(kind, reading.sheet, &reading.layout, &options);
    let mut checked = Checked {
        kind,
        hospital: hospital_of_all(mapping, &reading, &facts),
        reading,
        rows: read.rows,
        left_out: read.left_out,
        twins: BTreeMap::new(),
        cases: BTreeMap::new(),
        places: HashMap::new(),
        written: Vec::new(),
        needs_hospital: false,
    };
    stays(&mut checked);
    places(&mut checked, mapping, &facts)?;
    if kind == ListKind::Contacts {
        people(&mut checked, &facts);
    }
    twins(&mut checked, &facts);
    Ok(checked)
}

/// The hospital that was said for all, or the sheet's name where the directory knows it or it ends as hospitals do.
fn hospital_of_all(mapping: &Mapping, reading: &Reading, facts: &Facts) -> Option<String> {
    let said = mapping.hospital.as_deref().map(str::trim);
    if let Some(said) = said {
        return (!said.is_empty()).then(|| said.to_owned());
    }
    let sheet = reading.sheet.name.as_str();
    (facts.places.named(sheet).is_some() || sheet.ends_with("病院")).then(|| sheet.to_owned())
}

/// Rows of people that speak of a stay need its hospital.
fn stays(checked: &mut Checked) {
    if !matches!(checked.kind, ListKind::Cases | ListKind::Survey630) {
        return;
    }
    let column = ["admitted_on", "ward", "chart_no"].iter().find_map(|id| checked.layout().column(id));
    for row in &mut checked.rows {
        if row.values.contains_key("hospital") {
            continue;
        }
        let says = |id: &&str| row.values.contains_key(*id);
        let stay =
            ["admitted_on", "ward", "room", "chart_no", "admission_form", "discharged_on"].iter().any(says);
        match (&checked.hospital, stay) {
            (Some(hospital), true) => {
                row.values.insert("hospital", hospital.clone());
            }
            (None, true) if checked.kind == ListKind::Cases => {
                checked.needs_hospital = true;
                row.faults.push(CellFault::new(column, "empty_value", "needs_hospital", ""));
            }
            _ => {}
        }
        if row.value("stage") == "closed" && !row.values.contains_key("closed_on") {
            row.faults.push(CellFault::new(None, "empty_value", "needs_closed_on", ""));
        }
    }
}

/// Every hospital of the list: known, new, or alike to one that is known, and then a person has to say.
fn places(checked: &mut Checked, mapping: &Mapping, facts: &Facts) -> Result<(), Failure> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for row in checked.rows.iter().filter(|row| row.values.contains_key("hospital")) {
        *seen.entry(row.value("hospital").to_owned()).or_default() += 1;
    }
    for (name, rows) in seen {
        let answer = mapping.organisations.get(&name).cloned();
        let meant = facts.places.meant(&name);
        let place = match (answer.as_deref(), &meant) {
            (Some("new"), _) => Some(Place::New(name.clone())),
            (Some(said), _) => {
                let found = facts.places.named(said);
                let (id, _) = found.ok_or_else(|| {
                    Failure::new("table.no-organisation").with("name", said).at("organisations")
                })?;
                Some(Place::Known(id))
            }
            (None, Meant::Known(id, _)) => Some(Place::Known(id.clone())),
            (None, Meant::New) => Some(Place::New(name.clone())),
            (None, Meant::Alike(_)) => None,
        };
        if let Some(place) = place {
            checked.places.insert(name.clone(), place);
        }
        checked.written.push(Written { name, rows, meant, answer });
    }
    let column = checked.layout().column("hospital");
    for row in &mut checked.rows {
        let name = row.value("hospital").to_owned();
        if !name.is_empty() && !checked.places.contains_key(&name) {
            row.faults.push(CellFault::new(column, "unknown_reference", "alike_place", &name));
        }
    }
    Ok(())
}

/// The person of every note.
fn people(checked: &mut Checked, facts: &Facts) {
    let column = ["name", "family_name", "case_code"].iter().find_map(|id| checked.layout().column(id));
    for (at, row) in checked.rows.iter_mut().enumerate() {
        let named = row.values.contains_key("family_name") || row.values.contains_key("case_code");
        if !named || row.faults.iter().any(|f| f.column == column) {
            continue;
        }
        match facts.people.meant(row) {
            Ok(case) => {
                checked.cases.insert(at, (case.id.clone(), case.name()));
            }
            Err(unmet) => {
                let why = if unmet == Unmet::Several { "several_people" } else { "unknown_person" };
                let value = if row.values.contains_key("case_code") {
                    row.value("case_code").to_owned()
                } else {
                    row_name(row)
                };
                row.faults.push(CellFault::new(column, "unknown_reference", why, &value));
            }
        }
    }
}

/// Rows without a fault whose person or thing is there already, in the vault or in an earlier row.
fn twins(checked: &mut Checked, facts: &Facts) {
    let mut earlier: HashMap<String, usize> = HashMap::new();
    let mut found = BTreeMap::new();
    for (at, row) in checked.rows.iter().enumerate().filter(|(_, row)| row.faults.is_empty()) {
        let (known, own) = match checked.kind {
            ListKind::Cases => (facts.people.like(row), person_key(row)),
            ListKind::Organisations => (organisation_like(facts, row), fold(row.value("organisation"))),
            ListKind::Contacts => {
                let case = checked.cases.get(&at).map(|(id, _)| id.to_string()).unwrap_or_default();
                marked(facts, [&case, row.value("date"), row.value("text")], row.value("date"))
            }
            ListKind::Activities => {
                let mark = [row.value("date"), row.value("kind"), row.value("title")];
                marked(facts, mark, row.value("title"))
            }
            ListKind::Survey630 => {
                let org = match checked.places.get(row.value("hospital")) {
                    Some(Place::Known(id)) => id.to_string(),
                    _ => row.value("hospital").to_owned(),
                };
                marked(facts, [row.value("year"), &org, ""], row.value("hospital"))
            }
        };
        if let Some(known) = known {
            found.insert(at, known);
        } else if let Some(first) = earlier.insert(own, row.at) {
            found.insert(at, format!("#{first}"));
        }
    }
    checked.twins = found;
}

fn marked(facts: &Facts, mark: [&str; 3], shown: &str) -> (Option<String>, String) {
    let [a, b, c] = mark.map(str::to_owned);
    let key = format!("{a}\u{1}{b}\u{1}{c}");
    (facts.marks.contains(&(a, b, c)).then(|| shown.to_owned()), key)
}

fn person_key(row: &Row) -> String {
    let birth = row.value("birth_date");
    let beside = if birth.is_empty() { row.value("hospital") } else { birth };
    format!("{}\u{1}{}", fold(&row_name(row)), fold(beside))
}

fn organisation_like(facts: &Facts, row: &Row) -> Option<String> {
    match facts.places.meant(row.value("organisation")) {
        Meant::Known(_, name) => Some(name),
        Meant::Alike(found) => found.into_iter().next().map(|(_, name)| name),
        Meant::New => None,
    }
}
