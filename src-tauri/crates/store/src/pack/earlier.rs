//! Earlier versions of a note name a case and an organisation inside their text, as the store knew them.

use crate::StoreError;
use serde_json::{Map, Value};

/// Fields of a kept version that name another record, and the file of that record.
const NAMING: [(&str, &str); 2] = [("case_id", "cases.csv"), ("org_id", "organisations.csv")];

/// The kept version with other names for what it refers to; a name that `renamed` does not know stays, and so does
/// what is no kept version.
pub(super) fn with_names(
    body: String,
    mut renamed: impl FnMut(&'static str, &str) -> Result<Option<String>, StoreError>,
) -> Result<String, StoreError> {
    let Ok(mut fields) = serde_json::from_str::<Map<String, Value>>(&body) else { return Ok(body) };
    for (field, file) in NAMING {
        if let Some(Value::String(name)) = fields.get_mut(field)
            && let Some(other) = renamed(file, name)?
        {
            *name = other;
        }
    }
    Ok(Value::Object(fields).to_string())
}
