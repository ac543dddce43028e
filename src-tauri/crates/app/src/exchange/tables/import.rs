//! Bringing a list in: one act that can be undone, with progress, stopped without a trace.

use super::check::{Checked, check};
use super::mapping::{self, Mapping};
use super::records::Records;
use super::view::{TableView, fault_sentence, view};
use super::{TableKind, Waiting};
use crate::{Circumstances, Event, Failure, House, Topic};
use ::exchange::table;
use serde::Serialize;
use store::Writer;
use ts_rs::TS;
use words::Language;

/// Name of the act in the undo list, in the log and in the event stream.
const ACT: &str = "ImportTable";

/// What became of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TableImported {
    /// Rows that came in.
    #[ts(type = "number")]
    pub imported: usize,
    /// Rows with a fault; they wait as a file to correct.
    #[ts(type = "number")]
    pub faulty: usize,
    /// Rows left out because somebody or something like it is there.
    #[ts(type = "number")]
    pub duplicates: usize,
    /// Hospitals that were added to the directory.
    #[ts(type = "number")]
    pub organisations: usize,
}

/// Takes the good rows of the waiting file over in one act.
///
/// Errors: `table.none`, `table.missing-columns`, `table.nothing`, `act.stopped`, and those of the mapping; nothing is
/// written then.
pub fn import(
    house: &House,
    around: &Circumstances,
    kind: TableKind,
    mapping: &Mapping,
) -> Result<TableImported, Failure> {
    let chosen = house.tables().chosen()?;
    let language = house.language();
    let progress = house.progress(ACT);
    progress.step(0, 0)?;
    let (imported, rest) = house.perform(around, Some(ACT), |writer| {
        let checked = check(&chosen, kind, mapping, around, writer)?;
        let missing = checked.layout().missing(checked.kind);
        if let Some(first) = missing.first() {
            let name = words::say(language, &format!("pack.table.field.{first}"));
            return Err(Failure::new("table.missing-columns").with("name", name).at("columns"));
        }
        let mut imported = counted(&checked, mapping);
        if imported.imported == 0 {
            return Err(Failure::new("table.nothing"));
        }
        let records = Records::of(&checked, mapping, around, writer);
        imported.organisations = records.added();
        let tables = records.tables();
        let total = tables.iter().map(|(_, rows)| rows.len()).sum();
        let mut stopped = None;
        writer.add_pack(&tables, |done| {
            stopped = progress.step(done, total).err();
            stopped.is_none()
        })?;
        if let Some(failure) = stopped {
            return Err(failure);
        }
        remember(&checked, writer)?;
        writer.log_event(ACT, "", "done")?;
        Ok((imported, rest(&checked, language)))
    })?;
    keep_rest(house.tables(), rest);
    house.tell(Event::Changed { topics: Topic::ALL.to_vec() });
    Ok(imported)
}

/// What would come in, without writing anything.
///
/// Errors: `table.none`, and those of the mapping.
pub fn look(
    house: &House,
    around: &Circumstances,
    kind: TableKind,
    mapping: &Mapping,
) -> Result<TableView, Failure> {
    let chosen = house.tables().chosen()?;
    house.read(|reader| {
        let checked = check(&chosen, kind, mapping, around, reader)?;
        Ok(view(&chosen, &checked, mapping, crate::settings::language(reader)))
    })
}

/// The rows with a fault as a file to correct, and how many there are.
///
/// Errors: `table.none`, and those of the mapping.
pub fn faulty_rows(
    house: &House,
    around: &Circumstances,
    kind: TableKind,
    mapping: &Mapping,
) -> Result<(usize, Vec<u8>), Failure> {
    let chosen = house.tables().chosen()?;
    house.read(|reader| {
        let checked = check(&chosen, kind, mapping, around, reader)?;
        let language = crate::settings::language(reader);
        Ok((counted(&checked, mapping).faulty, rest(&checked, language).unwrap_or_default()))
    })
}

/// How many rows come in and how many do not.
pub(super) fn counted(checked: &Checked, mapping: &Mapping) -> TableImported {
    let faulty = checked.rows.iter().filter(|row| !row.faults.is_empty()).count();
    let imported = (0..checked.rows.len()).filter(|at| checked.comes_in(*at, mapping)).count();
    let taken = |at: &&usize| checked.rows.get(**at).is_some_and(|row| mapping.take.contains(&row.at));
    let duplicates = checked.twins.keys().filter(|at| !taken(at)).count();
    TableImported { imported, faulty, duplicates, organisations: 0 }
}

fn remember(checked: &Checked, writer: &mut Writer) -> Result<(), Failure> {
    if let Some(head) = mapping::signature(checked.kind, checked.layout()) {
        writer.keep_import_columns(&head, &mapping::written(checked.layout()))?;
    }
    Ok(())
}

/// The rows with a fault as a file to correct; `None` where there are none.
pub(super) fn rest(checked: &Checked, language: Language) -> Option<Vec<u8>> {
    let mut faulty = checked.rows.iter().filter(|row| !row.faults.is_empty()).peekable();
    faulty.peek()?;
    let rows = faulty.map(|row| {
        let reasons: Vec<String> =
            row.faults.iter().map(|fault| fault_sentence(checked, fault, language)).collect();
        (row, reasons.join(" "))
    });
    Some(table::rest(checked.layout(), rows, &words::say(language, "pack.table.reason")))
}

fn keep_rest(waiting: &Waiting, rest: Option<Vec<u8>>) {
    waiting.slot().rest = rest;
}
