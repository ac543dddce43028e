//! Lists: a file is chosen and read, what the person says of it is brought in, rows to correct are written out.

use super::{Chooser, Desk, Nothing};
use crate::{FilesError, write};
use app::Failure;
use app::exchange::tables::{self, FILE_LIMIT, Mapping, TableKind};
use serde::Deserialize;
use serde_json::{Value, json};
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Input of `import_table`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ImportTable {
    kind: TableKind,
    mapping: Mapping,
}

/// Reads a file that may be a list. Error: `files.too-large`, `files.not-found`, `files.no-rights`.
pub fn read_list(path: &Path) -> Result<Vec<u8>, FilesError> {
    let mut bytes = Vec::new();
    File::open(path)?.take(FILE_LIMIT + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > FILE_LIMIT { Err(FilesError::TooLarge) } else { Ok(bytes) }
}

impl Desk {
    /// Lets the person choose a list, reads it and says what it is.
    pub(super) fn choose_table(&self, _: Nothing, choose: &dyn Chooser) -> Result<Value, Failure> {
        let vault = self.open_vault()?;
        let Some(path) = choose.open(&vault.word("pack.table.dialog")) else { return Ok(Value::Null) };
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let file = tables::open(&vault.house, &name, &read_list(&path)?)?;
        serde_json::to_value(file).map_err(|_| Failure::new("door.bad-answer"))
    }

    /// Brings the good rows of the chosen list in.
    pub(super) fn import_table(&self, input: ImportTable) -> Result<Value, Failure> {
        let vault = self.open_vault()?;
        let imported = tables::import(&vault.house, &self.around()?, input.kind, &input.mapping)?;
        serde_json::to_value(imported).map_err(|_| Failure::new("door.bad-answer"))
    }

    /// Writes the rows that did not come in where the person says.
    pub(super) fn save_table_rest(&self, _: Nothing, choose: &dyn Chooser) -> Result<Value, Failure> {
        let vault = self.open_vault()?;
        let (name, bytes) = tables::rest(&vault.house)?;
        let Some(path) = choose.save(&vault.word("pack.save.rest"), &name) else { return Ok(Value::Null) };
        write::whole(&path, &bytes)?;
        Ok(json!({ "file_name": path.file_name().map(|n| n.to_string_lossy().into_owned()) }))
    }

    /// Stops every long act that runs now.
    pub(super) fn stop(&self, _: Nothing) -> Result<Value, Failure> {
        self.open_vault()?.house.cancel().stop();
        Ok(Value::Null)
    }
}
