//! `schema.json`: the format described by itself, for whoever reads an export without this program.

use domain::open_format::{Column, Kind, VERSION, files};
use serde_json::{Map, Value, json};

/// The description of every file and column, the same for every export.
pub(super) fn schema() -> Vec<u8> {
    let files: Vec<Value> = files()
        .map(|file| {
            let columns: Vec<Value> = file.columns.iter().map(column).collect();
            json!({ "name": file.name, "about": file.about, "unique": file.unique(), "columns": columns })
        })
        .collect();
    let whole =
        json!({ "format": "susono-open-format", "version": VERSION, "encoding": "UTF-8", "files": files });
    let mut text = serde_json::to_string_pretty(&whole).unwrap_or_default();
    text.push('\n');
    text.into_bytes()
}

fn column(column: &Column) -> Value {
    let (kind, list) = match column.kind {
        Kind::Key => ("key", None),
        Kind::Ref(_) => ("reference", None),
        Kind::Text => ("text", None),
        Kind::Texts => ("texts", None),
        Kind::Date => ("date", None),
        Kind::Month => ("month", None),
        Kind::Time => ("time", None),
        Kind::Number => ("number", None),
        Kind::Flag => ("flag", None),
        Kind::Code(list) => ("code", Some(list)),
        Kind::Codes(list) => ("codes", Some(list)),
    };
    let mut said = Map::new();
    said.insert("name".into(), json!(column.name));
    said.insert("kind".into(), json!(kind));
    said.insert("required".into(), json!(column.required));
    said.insert("filled".into(), json!(column.filled));
    if let Kind::Ref(to) = column.kind {
        said.insert("refers_to".into(), json!(to));
    }
    if let Some(list) = list {
        let codes: Map<String, Value> =
            list.entries.iter().map(|e| (e.code.to_owned(), json!(e.ja))).collect();
        said.insert("codes".into(), Value::Object(codes));
    }
    Value::Object(said)
}
