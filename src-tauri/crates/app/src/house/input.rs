//! Reading what comes in through the door and writing what goes out.

use crate::Failure;
use domain::measure::Id;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// Reads the input of a call; no input is an empty one.
///
/// Error: `door.bad-input` with the field that could not be read. Its content is not repeated.
pub(crate) fn read_input<T: DeserializeOwned>(input: Value) -> Result<T, Failure> {
    let fields = match input {
        Value::Null => Map::new(),
        Value::Object(fields) => fields,
        _ => return Err(Failure::new("door.bad-input").with("field", "-")),
    };
    let names: Vec<&String> = fields.keys().collect();
    serde_json::from_str(&one_field_a_line(&fields)).map_err(|error| {
        let field = absent_field(&error.to_string())
            .or_else(|| names.get(error.line().saturating_sub(1)).map(|n| (*n).clone()))
            .filter(|name| name.len() <= 40 && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'))
            .unwrap_or_else(|| "-".to_owned());
        let failure = Failure::new("door.bad-input").with("field", &field);
        if field == "-" { failure } else { failure.at(&field) }
    })
}

/// The input as text with each field on a line of its own, so that the line of an error is the place of a field.
fn one_field_a_line(fields: &Map<String, Value>) -> String {
    let lines: Vec<String> =
        fields.iter().map(|(name, value)| format!("{}:{value}", Value::from(name.as_str()))).collect();
    format!("{{{}}}", lines.join(",\n"))
}

/// The field of a "missing field" error; it stands in no line.
fn absent_field(error: &str) -> Option<String> {
    let (_, rest) = error.split_once("missing field `")?;
    rest.split_once('`').map(|(name, _)| name.to_owned())
}

/// Makes the answer of a call into a value. Error: `door.bad-answer`.
pub(crate) fn write_answer(answer: impl Serialize) -> Result<Value, Failure> {
    serde_json::to_value(answer).map_err(|_| Failure::new("door.bad-answer"))
}

/// The record that an input is about: its first field whose name ends in `_id`.
pub(crate) fn object_of(input: &Value) -> Option<Id> {
    input.as_object()?.iter().filter(|(name, _)| name.ends_with("_id")).find_map(|(_, value)| as_id(value))
}

/// A value that is the identity of a record.
pub(super) fn as_id(value: &Value) -> Option<Id> {
    Id::try_from(value.as_str()?.to_owned()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::calendar::PartialDate;
    use serde_json::json;

    #[derive(Debug, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only read")]
    struct Input {
        id: Id,
        on: PartialDate,
        count: Option<u32>,
        more: Vec<Id>,
    }

    #[test]
    fn a_field_that_cannot_be_read_is_named_and_its_content_is_not_repeated() {
        let good =
            json!({"id": "0192f0c1-2a57-7000-8000-000000000001", "on": "2026-11-02", "count": 3, "more": []});
        assert!(read_input::<Input>(good.clone()).is_ok());
        for (field, value) in [
            ("id", json!("髙橋")),
            ("on", json!("2026-13-40")),
            ("on", json!(5)),
            ("count", json!("髙橋")),
            ("count", json!(-1)),
            ("more", json!(["髙橋"])),
            ("more", json!({"a": "髙橋"})),
            ("surplus", json!("髙橋")),
        ] {
            let mut input = good.clone();
            input[field] = value;
            let failure = read_input::<Input>(input).unwrap_err();
            assert_eq!(failure.field.as_deref(), Some(field), "{failure:?}");
            assert!(!failure.sentence.contains("髙橋"), "{failure:?}");
        }
        for field in ["id", "on", "more"] {
            let mut input = good.clone();
            input.as_object_mut().unwrap().remove(field);
            assert_eq!(read_input::<Input>(input).unwrap_err().field.as_deref(), Some(field));
        }
        assert_eq!(read_input::<Input>(json!(["髙橋"])).unwrap_err().field, None);
        let mut odd = good;
        odd["髙橋"] = json!(1);
        assert_eq!(
            read_input::<Input>(odd).unwrap_err().field,
            None,
            "a name of a field may itself be content"
        );
    }
}
