//! さがす: every record that holds all words of a query, newest first.

use crate::cases::full_name;
use crate::triggers::searched_text;
use crate::{Reader, Row, StoreError};
use domain::measure::Id;
use domain::text::fold;
use std::collections::HashMap;

/// What a search found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Number of records that hold all words.
    pub total: u32,
    /// The newest of them.
    pub hits: Vec<Hit>,
}

/// One record that holds all words.
#[derive(Clone, Debug)]
pub struct Hit {
    /// Kind of the record: contact, case, organisation, person, activity, session, issue, task.
    pub kind: String,
    /// Identity of the record.
    pub id: Id,
    /// The pack's key, or the identity.
    pub key: String,
    /// Case to which it belongs, or which it is.
    pub case_id: Option<Id>,
    /// Its day, as written.
    pub date: Option<String>,
    /// Name of the person, organisation or occasion.
    pub title: String,
    /// The text that was searched, as written.
    pub text: String,
}

/// Head and tail of the statement that shows records of a kind: one row per record of `ids` with its key, case and
/// title. The text between is the very one that is indexed.
const SHOWN: &[(&str, &str, &str)] = &[
    (
        "contact",
        OWN_KEY_OF_CASE,
        "FROM contacts r LEFT JOIN cases c ON c.id = r.case_id LEFT JOIN clients k ON k.id = c.client_id",
    ),
    (
        "case",
        "coalesce(r.pack_key, r.id) AS key, r.id AS case_id, k.family_name, k.given_name, NULL AS title",
        "FROM cases r JOIN clients k ON k.id = r.client_id",
    ),
    ("organisation", NAMED, "FROM organisations r"),
    ("person", NAMED, "FROM people r"),
    (
        "activity",
        "r.id AS key, NULL AS case_id, NULL AS family_name, NULL AS given_name, r.name AS title",
        "FROM activities r",
    ),
    (
        "session",
        "concat(coalesce(p.pack_key, p.id), '/', r.session_no) AS key, NULL AS case_id, NULL AS family_name, NULL AS given_name, p.name AS title",
        "FROM sessions r JOIN programmes p ON p.id = r.programme_id",
    ),
    (
        "issue",
        OF_CASE,
        "FROM issues r LEFT JOIN cases c ON c.id = r.case_id LEFT JOIN clients k ON k.id = c.client_id",
    ),
    (
        "task",
        OF_CASE,
        "FROM tasks r LEFT JOIN cases c ON c.id = r.case_id LEFT JOIN clients k ON k.id = c.client_id",
    ),
];
const OWN_KEY_OF_CASE: &str =
    "coalesce(r.pack_key, r.id) AS key, r.case_id, k.family_name, k.given_name, NULL AS title";
const OF_CASE: &str = "r.id AS key, r.case_id, k.family_name, k.given_name, NULL AS title";
const NAMED: &str = "coalesce(r.pack_key, r.id) AS key, NULL AS case_id, NULL AS family_name, NULL AS given_name, r.name AS title";

impl Reader<'_> {
    /// Records that hold all words of a query, newest first; records without a day come before all others.
    /// A query without a word finds nothing.
    pub fn search(&self, query: &str, limit: u32) -> Result<Found, StoreError> {
        let expression = fold::query(query);
        if expression.is_empty() {
            return Ok(Found::default());
        }
        // One row: how many.
        let total = self.first(
            "SELECT count(*) AS total FROM search_index WHERE search_index MATCH ?1",
            [&expression],
            |r| r.count("total"),
        )?;
        // One row per hit, in the order of their running number, which begins with the day.
        let found = self.all(
            "SELECT d.kind, d.record, d.on_date FROM search_docs d
             JOIN (SELECT rowid AS doc FROM search_index WHERE search_index MATCH ?1 ORDER BY rowid DESC LIMIT ?2) f ON f.doc = d.doc
             ORDER BY d.doc DESC",
            (&expression, limit),
            |r| Ok((r.text("kind")?, r.text("record")?, r.maybe("on_date")?)),
        )?;
        let mut shown = HashMap::new();
        for (kind, head, tail) in SHOWN {
            let ids: Vec<&str> =
                found.iter().filter(|(k, ..)| k == kind).map(|(_, id, _)| id.as_str()).collect();
            if ids.is_empty() {
                continue;
            }
            let ids = serde_json::to_string(&ids).map_err(|_| StoreError::Unreadable("search_docs"))?;
            let text = searched_text(kind);
            let sql = format!(
                "SELECT r.id, {head}, {text} AS text {tail} WHERE r.id IN (SELECT value FROM json_each(?1))"
            );
            shown.extend(self.all(&sql, [ids], |r| Ok((r.text("id")?, hit(r, kind)?)))?);
        }
        let hits = found.into_iter().filter_map(|(_, id, date)| {
            let mut hit = shown.remove(&id)?;
            hit.date = date;
            Some(hit)
        });
        Ok(Found { total: total.unwrap_or(0), hits: hits.collect() })
    }
}

fn hit(r: &Row, kind: &str) -> Result<Hit, StoreError> {
    let name = full_name(&r.text("family_name")?, &r.text("given_name")?);
    let title = r.maybe("title")?.unwrap_or(name);
    let case_id = r.maybe_id("case_id")?;
    Ok(Hit {
        kind: kind.to_owned(),
        id: r.id("id")?,
        key: r.text("key")?,
        case_id,
        date: None,
        title,
        text: r.text("text")?,
    })
}
