//! An answer with codes in the place of names, wherever they stand in it.

use super::codes::Codes;
use redaction::Someone;
use serde_json::{Map, Value};

/// Fields that hold a part of a client's name beside its whole.
const PARTS: &[&str] = &["given_name", "family_kana", "given_kana"];
/// Fields whose words are places even where somebody is called the same.
const PLACES: &[&str] = &[
    "hospital",
    "ward",
    "room",
    "org",
    "organisation",
    "place",
    "area",
    "district",
    "ward_area",
    "origin_area",
    "city",
];
/// Head of a list for those whose reading is not known.
const OTHER_INDEX: &str = "他";

/// Turns an answer.
pub(super) fn turn(answer: &mut Value, codes: &Codes) {
    walk(answer, "", None, codes);
}

fn walk(value: &mut Value, field: &str, about: Option<Someone>, codes: &Codes) {
    match value {
        Value::String(text) => {
            if let Some(turned) = turned(text, field, about, codes) {
                *text = turned;
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| walk(item, field, about, codes)),
        Value::Object(fields) => object(fields, about, codes),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn object(fields: &mut Map<String, Value>, about: Option<Someone>, codes: &Codes) {
    let whose = |name: &str| fields.get(name)?.as_str().and_then(|id| codes.whose(id));
    let about = ["id", "case_id", "client_id", "person_id"].into_iter().find_map(whose).or(about);
    let listed = fields.contains_key("kana") && fields.contains_key("index");
    for (name, value) in fields.iter_mut() {
        match name.as_str() {
            // What was typed and not recorded yet, where a text is cut, and what tells the reading.
            "draft" => *value = Value::Null,
            "ranges" | "aliases" => *value = Value::Array(Vec::new()),
            "index" if listed => *value = Value::from(OTHER_INDEX),
            part if PARTS.contains(&part) => *value = Value::from(""),
            "family_name" if about.is_some() => {
                *value = Value::from(about.map(|who| codes.code(who)).unwrap_or_default());
            }
            name => walk(value, name, about, codes),
        }
    }
    // A map of texts by a name has the name as its field.
    let named: Vec<(String, String)> = fields
        .keys()
        .filter(|name| !name.is_ascii())
        .filter_map(|name| Some((name.clone(), turned(name, "", about, codes)?)))
        .collect();
    for (name, code) in named {
        if let Some(value) = fields.remove(&name) {
            fields.insert(code, value);
        }
    }
}

/// The text with codes; none where it names nobody.
fn turned(text: &str, field: &str, about: Option<Someone>, codes: &Codes) -> Option<String> {
    // Codes of the field, dates and identities.
    if text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"_-:.".contains(&b)) {
        return None;
    }
    if !PLACES.contains(&field)
        && let Some(who) = codes.whole(text)
    {
        let reading = field == "kana" || field.ends_with("_kana");
        return Some(if reading { String::new() } else { codes.of_several(who.iter().copied(), about) });
    }
    codes.text(text, about)
}
