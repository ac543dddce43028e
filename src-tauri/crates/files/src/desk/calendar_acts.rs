//! The schedule and other calendars: a file is chosen and brought in, or written where the person says.

use super::{Chooser, Desk, Nothing};
use crate::{read_list, write};
use app::Failure;
use app::exchange::calendar;
use serde::Deserialize;
use serde_json::{Value, json};

/// Input of `export_calendar`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ExportCalendar {
    /// True when titles and names of persons may leave.
    names: bool,
}

impl Desk {
    /// Writes the schedule for another calendar where the person says.
    pub(super) fn export_calendar(
        &self,
        asked: ExportCalendar,
        choose: &dyn Chooser,
    ) -> Result<Value, Failure> {
        let vault = self.open_vault()?;
        let file = calendar::export(&vault.house, &self.around()?, asked.names)?;
        let Some(path) = choose.save(&vault.word("pack.save.calendar"), &file.file_name) else {
            return Ok(Value::Null);
        };
        write::whole(&path, &file.bytes)?;
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned());
        Ok(json!({ "file_name": name, "plans": file.plans }))
    }

    /// Lets the person choose a calendar and brings it in.
    pub(super) fn import_calendar(&self, _: Nothing, choose: &dyn Chooser) -> Result<Value, Failure> {
        let vault = self.open_vault()?;
        let Some(path) = choose.open(&vault.word("pack.calendar.dialog")) else { return Ok(Value::Null) };
        let told = calendar::import(&vault.house, &self.around()?, &read_list(&path)?)?;
        serde_json::to_value(told).map_err(|_| Failure::new("door.bad-answer"))
    }
}
