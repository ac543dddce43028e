//! Erasing somebody whose time is over: what would go and what stays is told first, and the name is typed before it happens.
//! The figures of every year are counted before and after; if one of them moved, nothing is erased.

use super::names::Names;
use super::{closed, until, years};
use crate::house::{Command, Query};
use crate::{Circumstances, Failure, Topic, settings};
use chrono::{Datelike, Months};
use domain::calendar::{FiscalYear, PartialDate};
use domain::measure::Id;
use domain::metrics::{Figures, Records, Year};
use domain::text::fold::fold;
use serde::{Deserialize, Serialize};
use store::erase::{ClosedPerson, ErasedRows};
use store::{Reader, Writer};

/// Asks what erasing a person would take and leave. Errors: `case.unknown`, `erase.early`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct ErasePreview {
    case_id: Id,
}

/// What would go, and what stays as numbers without a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ErasePreview")]
pub struct EraseView {
    /// Name, as it has to be typed.
    pub name: String,
    /// Cases of the person.
    pub cases: u32,
    /// Texts of records with their earlier versions.
    pub texts: u32,
    /// Photos and papers.
    pub files: u32,
    /// Plans, consents, checks, next steps and the like.
    pub papers: u32,
    /// Rows that stay as numbers.
    pub numbers: u32,
}

impl Query for ErasePreview {
    type Answer = EraseView;
    const TOPICS: &'static [Topic] = Topic::ALL;

    fn answer(self, around: &Circumstances, reader: &Reader) -> Result<EraseView, Failure> {
        let (_, all) = due(reader, around, &self.case_id)?;
        let name = reader.case_on(&self.case_id, around.today())?.name();
        let ErasedRows { cases, texts, files, papers, numbers } = reader.rows_to_erase(&all)?;
        Ok(EraseView { name, cases, texts, files, papers, numbers })
    }
}

/// The person of a case and all cases, if their time is over.
fn due(reader: &Reader, around: &Circumstances, case: &Id) -> Result<(ClosedPerson, Vec<Id>), Failure> {
    let years = years(reader)?;
    let person = closed(reader, around, case)?
        .filter(|person| until(person, years) < around.today())
        .ok_or_else(|| Failure::new("erase.early").at("case_id"))?;
    Ok((person, reader.cases_of_client(case)?.1))
}

/// Erases a person for good. `typed` is the name, so that nobody is erased by one key. It cannot be taken back, nor can
/// anything before it; copies that were made before are not reached.
///
/// Errors: `case.unknown`, `erase.early`, `erase.typed`, `erase.figures`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct ErasePerson {
    case_id: Id,
    typed: String,
}

impl Command for ErasePerson {
    type Answer = ();
    const CHANGES: &'static [Topic] = Topic::ALL;

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        let (person, all) = due(writer, around, &self.case_id)?;
        let plain = |text: &str| fold(text).split_whitespace().collect::<String>();
        let name = writer.case_on(&self.case_id, around.today())?.name();
        if plain(&self.typed) != plain(&name) {
            return Err(Failure::new("erase.typed").at("typed"));
        }
        let moved = || Failure::new("erase.figures");
        let before = writer.records()?;
        let figures = every_year(&before, around);
        let birth = coarser(&before, &all, &figures, around).ok_or_else(moved)?;
        let sign = words::say(settings::language(writer), "people.erase.sign");
        let names = Names::of(writer, &person.client, &all, sign)?;
        writer.erase_person(&person.client, &all, birth, move |text| names.covered(text))?;
        if every_year(&writer.records()?, around) == figures { Ok(()) } else { Err(moved()) }
    }
}

/// The figures of every fiscal year with a record, from the first to the one of today.
fn every_year(records: &Records, around: &Circumstances) -> Vec<Figures> {
    let first = records.cases.iter().map(|case| case.identified_on).min().unwrap_or(around.today());
    let mut year = FiscalYear::of(around.today());
    let mut all = Vec::new();
    while year.year() >= FiscalYear::of(first).year() {
        all.push(Figures::count(records, &Year::new(year), year.last().min(around.today())));
        year = year.before();
    }
    all
}

/// The coarsest birth date with which every figure stays as it is: the year, the month, or the last day of the month.
/// None where even that would move one.
fn coarser(
    records: &Records,
    cases: &[Id],
    figures: &[Figures],
    around: &Circumstances,
) -> Option<Option<PartialDate>> {
    let own = |id: &str| cases.iter().any(|case| case.as_str() == id);
    let Some(born) = records.cases.iter().find(|case| own(&case.id)).and_then(|case| case.birth) else {
        return Some(None);
    };
    let day = born.first_day();
    let last = day.with_day(1)?.checked_add_months(Months::new(1))?.pred_opt()?;
    let candidates = [format!("{:04}", day.year()), day.format("%Y-%m").to_string(), last.to_string()];
    candidates.iter().filter_map(|text| text.parse::<PartialDate>().ok()).find_map(|birth| {
        let mut tried = records.clone();
        for case in tried.cases.iter_mut().filter(|case| own(&case.id)) {
            case.birth = Some(birth);
        }
        (every_year(&tried, around) == figures).then_some(Some(birth))
    })
}
