//! A caseload from a spreadsheet: shown first, then taken over in one act.

use crate::house::{Command, Query};
use crate::{Circumstances, Failure, Topic};
use ::exchange::paste::{self, Column, Person};
use chrono::NaiveDate;
use domain::calendar::PartialDate;
use domain::text::fold::fold;
use domain::vocabulary::OrganisationType;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use store::cases::{NewCase, full_name};
use store::{Reader, Writer};
use ts_rs::TS;

/// What a column of a paste is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(
    type = "\"name\" | \"kana\" | \"hospital\" | \"ward\" | \"birth_date\" | \"admitted_on\" | \"identified_on\" | \"sex\" | \"skip\""
)]
pub struct PasteColumn(Column);

/// One cell of the preview.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PasteCell {
    /// As pasted.
    pub text: String,
    /// As it would be kept.
    pub value: Option<String>,
    /// What is wrong, in one sentence.
    pub fault: Option<String>,
}

/// A row whose person is there already.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Duplicate {
    /// Row of the preview, from 0.
    #[ts(type = "number")]
    pub row: usize,
    /// Name of the person who is there.
    pub name: String,
}

/// What a paste says.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "PastePreview")]
pub struct Preview {
    /// What every column is taken for.
    pub columns: Vec<PasteColumn>,
    /// Heads as pasted.
    pub heads: Vec<String>,
    /// Cells, row by row.
    pub rows: Vec<Vec<PasteCell>>,
    /// Rows that can be taken over.
    #[ts(type = "number")]
    pub good: usize,
    /// Rows with a fault.
    #[ts(type = "number")]
    pub faulty: usize,
    /// Good rows whose person is in the vault, or in an earlier row.
    pub duplicates: Vec<Duplicate>,
}

/// Shows what a paste says.
///
/// Errors: `paste.empty`, `paste.too-long`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PastePreview {
    text: String,
    columns: Option<Vec<PasteColumn>>,
}

impl Query for PastePreview {
    type Answer = Preview;
    const TOPICS: &'static [Topic] = &[Topic::Cases];
    fn answer(self, around: &Circumstances, reader: &Reader) -> Result<Preview, Failure> {
        let read = read(&self.text, self.columns.as_deref(), around)?;
        let duplicates = duplicates(reader, around, &read.people)?;
        let good = read.people.iter().flatten().count();
        let cell = |cell: paste::Cell| PasteCell {
            text: cell.text,
            value: cell.value,
            fault: cell
                .fault
                .map(|why| words::say(crate::settings::language(reader), &format!("pack.paste.{why}"))),
        };
        Ok(Preview {
            columns: read.columns.into_iter().map(PasteColumn).collect(),
            heads: read.heads,
            good,
            faulty: read.people.len() - good,
            rows: read.rows.into_iter().map(|row| row.into_iter().map(cell).collect()).collect(),
            duplicates,
        })
    }
}

/// Takes the good rows of a paste over as cases. Rows with a fault and people who are there already are left out.
///
/// Errors: `paste.empty`, `paste.too-long`, `paste.nothing`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PasteCaseload {
    text: String,
    columns: Vec<PasteColumn>,
    /// 把握日 of the rows that have none; today where it is not given.
    #[ts(type = "string | null")]
    identified_on: Option<NaiveDate>,
}

/// What became of a paste.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Pasted {
    /// Cases opened.
    #[ts(type = "number")]
    pub imported: usize,
    /// Rows left out.
    #[ts(type = "number")]
    pub skipped: usize,
}

impl Command for PasteCaseload {
    type Answer = Pasted;
    const CHANGES: &'static [Topic] = &[Topic::Cases, Topic::Organisations];
    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<Pasted, Failure> {
        let read = read(&self.text, Some(&self.columns), around)?;
        let known = duplicates(writer, around, &read.people)?;
        let day = PartialDate::day(self.identified_on.unwrap_or_else(|| around.today()));
        let mut pasted = Pasted { imported: 0, skipped: 0 };
        for (row, person) in read.people.iter().enumerate() {
            match person {
                Some(person) if !known.iter().any(|d| d.row == row) => {
                    open(writer, person, day)?;
                    pasted.imported += 1;
                }
                _ => pasted.skipped += 1,
            }
        }
        if pasted.imported == 0 { Err(Failure::new("paste.nothing")) } else { Ok(pasted) }
    }
}

fn read(
    text: &str,
    columns: Option<&[PasteColumn]>,
    around: &Circumstances,
) -> Result<paste::Preview, Failure> {
    let columns: Option<Vec<Column>> = columns.map(|c| c.iter().map(|column| column.0).collect());
    paste::preview(text, columns.as_deref(), around.today()).map_err(|e| Failure::new(e.id()))
}

/// Good rows whose person is in the vault or in an earlier row: the same name, and no birth date that differs.
fn duplicates(
    reader: &Reader,
    around: &Circumstances,
    people: &[Option<Person>],
) -> Result<Vec<Duplicate>, Failure> {
    let mut known: HashMap<String, Vec<(Option<PartialDate>, String)>> = HashMap::new();
    for case in reader.cases_on(around.today(), store::cases::Whose::Everybody)? {
        known.entry(named(&case.family_name, &case.given_name)).or_default().push((case.birth, case.name()));
    }
    let mut found = Vec::new();
    for (row, person) in people.iter().enumerate() {
        let Some(person) = person else { continue };
        let same = known.entry(named(&person.family_name, &person.given_name)).or_default();
        let twin = same.iter().find(|(birth, _)| match (birth, person.birth_date) {
            (Some(one), Some(other)) => *one == other,
            _ => true,
        });
        match twin {
            Some((_, name)) => found.push(Duplicate { row, name: name.clone() }),
            None => same.push((person.birth_date, full_name(&person.family_name, &person.given_name))),
        }
    }
    Ok(found)
}

/// A name as it is compared.
fn named(family: &str, given: &str) -> String {
    fold(&format!("{family}{given}")).chars().filter(|c| !c.is_whitespace()).collect()
}

fn open(writer: &mut Writer, person: &Person, day: PartialDate) -> Result<(), Failure> {
    let identified_on = person.identified_on.unwrap_or(day);
    let case = writer.open_case(&NewCase {
        client_id: None,
        family_name: person.family_name.clone(),
        given_name: person.given_name.clone(),
        family_kana: person.family_kana.clone(),
        given_kana: person.given_kana.clone(),
        sex: person.sex.map(|s| s.code().to_owned()),
        birth_date: person.birth_date,
        identified_on,
        wish: String::new(),
        wish_on: None,
    })?;
    if !person.hospital.is_empty() {
        let hospital = writer.organisation_for(&person.hospital, OrganisationType::PsychiatricHospital)?;
        writer.admit(&case, &hospital, &person.ward, person.admitted_on.unwrap_or(identified_on))?;
    }
    Ok(())
}
