//! The door, and the two acts that meet files: reading a pack, writing a report.

use super::{Chooser, Desk, Nothing};
use crate::{pack, write};
use app::{Failure, exchange, records, reports};
use serde::Deserialize;
use serde_json::{Value, json};

/// Input of `call`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Call {
    name: String,
    #[serde(default)]
    input: Value,
}

/// Input of `export_tables`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ExportTables {
    report: reports::ReportRequest,
    form: reports::TableFile,
}

/// Input of `copy_table`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CopyTable {
    report: reports::ReportRequest,
    /// Number of the table.
    table: String,
}

/// Input of `export_paper`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ExportPaper {
    paper: records::PaperRequest,
}

impl Desk {
    /// One query or command of the contract.
    pub(super) fn call(&self, call: Call) -> Result<Value, Failure> {
        let vault = self.open_vault()?;
        let reply = vault.house.call(&self.around()?, &call.name, call.input)?;
        serde_json::to_value(reply).map_err(|_| Failure::new("door.bad-answer"))
    }

    /// Imports a folder of CSV files that the person chooses, all of it or nothing.
    pub(super) fn choose_pack(&self, _: Nothing, choose: &dyn Chooser) -> Result<Value, Failure> {
        let vault = self.open_vault()?;
        let Some(folder) = choose.folder(&vault.word("pack.folder.choose")) else { return Ok(Value::Null) };
        let files = pack::read(&folder)?;
        let outcome = exchange::import(&vault.house, &self.around()?, &files)?;
        serde_json::to_value(outcome).map_err(|_| Failure::new("door.bad-answer"))
    }

    /// Writes the published tables of a report for a spreadsheet: the cells that are printed, by the same check, under
    /// their own name in the same ledger.
    pub(super) fn export_tables(&self, asked: ExportTables, choose: &dyn Chooser) -> Result<Value, Failure> {
        let ExportTables { report, form } = asked;
        let vault = self.open_vault()?;
        let around = self.around()?;
        let prepared = reports::prepare(&vault.house, &around, report)?;
        let tables = reports::hand(&vault.house, &around, &prepared, reports::Part::Tables(form))?;
        let Some(path) = choose.save(&vault.word("pack.save.tables"), &tables.file_name) else {
            return Ok(Value::Null);
        };
        let size = tables.bytes.len();
        let draft = write::Draft::write(&path, &tables.bytes)?;
        reports::enter_parts(&vault.house, &around, &prepared, vec![tables], false)?;
        draft.keep()?;
        let file_name = path.file_name().map(|n| n.to_string_lossy().into_owned());
        Ok(json!({ "path": path, "file_name": file_name, "size": size }))
    }

    /// Gives one published table of a report that may leave, for the clipboard. It is in the ledger before it is given.
    pub(super) fn copy_table(&self, asked: CopyTable) -> Result<Value, Failure> {
        let CopyTable { report, table } = asked;
        let vault = self.open_vault()?;
        let around = self.around()?;
        let prepared = reports::shown(&vault.house, &around, report)?;
        let copy = reports::hand(&vault.house, &around, &prepared, reports::Part::Table(&table))?;
        let text = String::from_utf8_lossy(&copy.bytes).into_owned();
        let file_name = copy.file_name.clone();
        reports::enter_parts(&vault.house, &around, &prepared, vec![copy], false)?;
        Ok(json!({ "text": text, "file_name": file_name }))
    }

    /// Makes a paper of the practice, asks where it goes, enters it into the log and writes it.
    ///
    /// The log has it before the file takes its name: a paper with names never lies about without a trace.
    pub(super) fn export_paper(&self, asked: ExportPaper, choose: &dyn Chooser) -> Result<Value, Failure> {
        let vault = self.open_vault()?;
        let around = self.around()?;
        let made = records::prepare(&vault.house, &around, asked.paper)?;
        let Some(path) = choose.save(&vault.word("records.save"), &made.file_name) else {
            return Ok(Value::Null);
        };
        let draft = write::Draft::write(&path, &made.pdf)?;
        records::log_leaving(&vault.house, &around, &made)?;
        draft.keep()?;
        let file_name = path.file_name().map(|n| n.to_string_lossy().into_owned());
        Ok(json!({ "path": path, "file_name": file_name, "pages": made.pages, "size": made.pdf.len() }))
    }

    /// Makes a report, checks it, asks where it goes, enters it into the ledger and writes it.
    ///
    /// The file takes its name only after the ledger has it, and the ledger has it only if the bytes are on disk.
    pub(super) fn export_report(
        &self,
        request: reports::ReportRequest,
        choose: &dyn Chooser,
    ) -> Result<Value, Failure> {
        let vault = self.open_vault()?;
        let around = self.around()?;
        let prepared = reports::prepare(&vault.house, &around, request)?;
        let Some(path) = choose.save(&vault.word("pack.save.report"), &prepared.file_name) else {
            return Ok(Value::Null);
        };
        let draft = write::Draft::write(&path, &prepared.pdf)?;
        reports::enter_release(&vault.house, &around, &prepared)?;
        draft.keep()?;
        let file_name = path.file_name().map(|n| n.to_string_lossy().into_owned());
        Ok(
            json!({ "path": path, "file_name": file_name, "pages": prepared.pages, "size": prepared.pdf.len() }),
        )
    }
}
