//! What leaves besides the pages: a file of tables, or one table for the clipboard. It comes out of a report that passed
//! every check, its own bytes are read back and tried in turn, and it enters the ledger under a hash of its own.

use super::attack::{Attack, Attacked};
use super::check::hash;
use super::reread::reread;
use super::snapshot::secrets_of;
use super::tables_file::{TableFile, pasted, written};
use super::{Prepared, Proof};
use crate::{Circumstances, Failure, House};
use report::attack::ReadBack;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use store::reports::ReleaseRow;

/// A part of a report that leaves by itself.
#[derive(Clone, Copy, Debug)]
pub enum Part<'a> {
    /// Every published table, as a file.
    Tables(TableFile),
    /// One published table by its number, as a text to paste.
    Table(&'a str),
}

/// A file that may leave.
#[derive(Clone, Debug)]
pub struct Handed {
    /// Its name, without any name of a person.
    pub file_name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Hash of the bytes, in hexadecimal digits.
    pub sha256: String,
    /// The published figures in it.
    figures: String,
    /// What was tried on it.
    proof: Proof,
}

impl Handed {
    /// The pages themselves.
    fn paper(prepared: &Prepared) -> Self {
        Self {
            file_name: prepared.file_name.clone(),
            bytes: prepared.pdf.clone(),
            sha256: prepared.sha256.clone(),
            figures: prepared.figures_json.clone(),
            proof: prepared.proof.clone(),
        }
    }
}

/// Makes a part of a report that may leave, and tries its bytes.
///
/// Errors: `report.not-released` for a table that this reader is not given, `report.leak`, `report.failed`.
pub fn hand(
    house: &House,
    around: &Circumstances,
    prepared: &Prepared,
    part: Part<'_>,
) -> Result<Handed, Failure> {
    prepared.may_leave()?;
    let stem = prepared.file_name.trim_end_matches(".pdf");
    let (file_name, bytes, figures) = match part {
        Part::Tables(form) => {
            (format!("{stem}.{}", form.end()), written(prepared, form)?, prepared.figures_json.clone())
        }
        Part::Table(id) => {
            let text = pasted(prepared, id).ok_or_else(|| Failure::new("report.not-released").at("table"))?;
            let copy = words::fill(&words::ja("report.copy_name"), &[("report", stem), ("id", id)]);
            (copy, text.into_bytes(), only(&prepared.figures_json, id)?)
        }
    };
    let read_back = ReadBack { file_name: Some(file_name.clone()), ..reread(&bytes)? };
    let own = prepared.receiver.as_ref();
    let secrets =
        house.read(|reader| secrets_of(reader, prepared.request.level, own.map(|own| own.name.as_str())))?;
    let attack = Attack {
        level: prepared.request.level,
        hospital: own.map(|own| own.key.as_str()),
        figures: &figures,
        its_own: false,
        secrets: &secrets,
        // The numbers are those of the pages, which were tried beside all of these.
        left: &[],
        persons: &BTreeSet::new(),
    };
    let (Attacked { findings, tried }, _) = attack.as_read(&read_back)?;
    super::make::refused(&findings)?;
    let sha256 = hash(&bytes);
    let proof = prepared.proof.of_part(around, &file_name, &sha256, tried);
    Ok(Handed { file_name, bytes, sha256, figures, proof })
}

/// The figures of one table.
fn only(figures: &str, id: &str) -> Result<String, Failure> {
    let failed = |_| Failure::new("report.failed");
    let mut figures: Value = serde_json::from_str(figures).map_err(failed)?;
    if let Some(tables) = figures["tables"].as_array_mut() {
        tables.retain(|table| table["id"] == id);
    }
    figures["withheld"] = json!([]);
    Ok(serde_json::to_string_pretty(&figures).map_err(failed)? + "\n")
}

/// Enters a report into the ledger of what left. The same bytes are entered once.
///
/// Error: `report.data-moved` when the store changed after the report was computed.
pub fn enter_release(house: &House, around: &Circumstances, prepared: &Prepared) -> Result<(), Failure> {
    enter(house, around, prepared, &[Handed::paper(prepared)])
}

/// Enters parts of a report into the ledger, all of them or none, the pages too where they leave with them.
///
/// Error: `report.data-moved` when the store changed after the report was computed.
pub fn enter_parts(
    house: &House,
    around: &Circumstances,
    prepared: &Prepared,
    parts: Vec<Handed>,
    pages: bool,
) -> Result<(), Failure> {
    let paper = pages.then(|| Handed::paper(prepared));
    enter(house, around, prepared, &paper.into_iter().chain(parts).collect::<Vec<_>>())
}

fn enter(
    house: &House,
    around: &Circumstances,
    prepared: &Prepared,
    files: &[Handed],
) -> Result<(), Failure> {
    prepared.may_leave()?;
    if house.generation() != prepared.generation {
        return Err(Failure::new("report.data-moved"));
    }
    let mut new: Vec<(&Handed, String)> = Vec::new();
    for file in files {
        if house.read(|reader| Ok::<_, Failure>(reader.release_of(&file.sha256)?))?.is_none() {
            new.push((file, file.proof.json()?));
        }
    }
    if new.is_empty() {
        return Ok(());
    }
    let places = serde_json::to_string(&prepared.places).map_err(|_| Failure::new("report.failed"))?;
    house.perform(around, None, |writer| {
        // It was judged beside what had left by then.
        if writer.release_count()? != prepared.ledger {
            return Err(Failure::new("report.data-moved"));
        }
        for (file, proof) in &new {
            writer.log_event("export", &file.sha256[..16], "done")?;
            writer.keep_proof(&file.sha256, proof)?;
            writer.keep_places(&file.sha256, &places)?;
            writer.enter_release(&ReleaseRow {
                report: prepared.ledger_name.clone(),
                fiscal_year: prepared.request.fiscal_year,
                level: prepared.request.level.code().to_owned(),
                k: u32::try_from(prepared.released.k()).unwrap_or(u32::MAX),
                file_name: file.file_name.clone(),
                sha256: file.sha256.clone(),
                figures: file.figures.clone(),
            })?;
        }
        Ok(())
    })
}
