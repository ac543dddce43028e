//! さがす: every record that holds all words of a query, newest first.

use crate::cases::full_name;
use crate::triggers::{newest, searched};
use crate::{Reader, Row, StoreError};
use domain::measure::Id;
use domain::text::fold;
use std::collections::{HashMap, HashSet};

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
    /// Kind of the record, a code of [`domain::vocabulary::WrittenKind`].
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

/// Every record that holds all words of a query.
#[derive(Clone, Debug, Default)]
pub struct Matching {
    /// Numbers of those in the index, the newest first.
    pub docs: Vec<u32>,
    /// Kinds and identities of those that wait for it.
    pub waiting: HashSet<(String, String)>,
}

/// Head and tail of the statement that shows records of a kind: one row per record of `ids` with its key, case and
/// title. The text between is the very one that is indexed.
const SHOWN: &[(&str, &str, &str)] = &[
    (
        "contact",
        OWN_KEY_OF_CASE,
        "CROSS JOIN contacts r ON r.id = j.value LEFT JOIN cases c ON c.id = r.case_id LEFT JOIN clients k ON k.id = c.client_id",
    ),
    (
        "case",
        "coalesce(r.pack_key, r.id) AS key, r.id AS case_id, k.family_name, k.given_name, NULL AS title",
        "CROSS JOIN cases r ON r.id = j.value JOIN clients k ON k.id = r.client_id",
    ),
    ("organisation", NAMED, "CROSS JOIN organisations r ON r.id = j.value"),
    ("person", NAMED, "CROSS JOIN people r ON r.id = j.value"),
    (
        "activity",
        "r.id AS key, NULL AS case_id, NULL AS family_name, NULL AS given_name, r.name AS title",
        "CROSS JOIN activities r ON r.id = j.value",
    ),
    (
        "session",
        "concat(coalesce(p.pack_key, p.id), '/', r.session_no) AS key, NULL AS case_id, NULL AS family_name, NULL AS given_name, p.name AS title",
        "CROSS JOIN sessions r ON r.id = j.value JOIN programmes p ON p.id = r.programme_id",
    ),
    (
        "support",
        "r.id AS key, r.case_id, NULL AS family_name, NULL AS given_name, o.name AS title",
        "CROSS JOIN support_to_others r ON r.id = j.value JOIN organisations o ON o.id = r.org_id",
    ),
    (
        "publication",
        "r.id AS key, NULL AS case_id, NULL AS family_name, NULL AS given_name, r.title AS title",
        "CROSS JOIN publications r ON r.id = j.value",
    ),
    (
        "issue",
        OF_CASE,
        "CROSS JOIN issues r ON r.id = j.value LEFT JOIN cases c ON c.id = r.case_id LEFT JOIN clients k ON k.id = c.client_id",
    ),
    (
        "task",
        OF_CASE,
        "CROSS JOIN tasks r ON r.id = j.value LEFT JOIN cases c ON c.id = r.case_id LEFT JOIN clients k ON k.id = c.client_id",
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
        let words = fold::words(query);
        if words.is_empty() {
            return Ok(Found::default());
        }
        let mut waiting = self.waiting(&words)?.into_iter().peekable();
        let (indexed, newest) = self.indexed(&words, limit)?;
        let total = indexed + waiting.len() as u32;
        // One row per hit, in the order of the list.
        let newest = self.all(
            "SELECT doc, kind, unpacked(record) AS record FROM json_each(?1) j CROSS JOIN search_docs d ON d.doc = j.value",
            [listed(&newest)?],
            |r| Ok((i64::from(r.count("doc")?), r.text("kind")?, r.text("record")?)),
        )?;
        let mut found = Vec::new();
        for (doc, kind, record) in newest {
            while let Some(one) = waiting.next_if(|one| one.newer_than(doc)) {
                found.push((one.kind, one.record));
            }
            found.push((kind, record));
        }
        found.extend(waiting.map(|one| (one.kind, one.record)));
        found.truncate(limit as usize);
        Ok(Found { total, hits: self.shown(&found)? })
    }

    /// The records of a list of kinds and identities as they are shown, in its order.
    pub fn shown(&self, found: &[(String, String)]) -> Result<Vec<Hit>, StoreError> {
        let mut shown = HashMap::new();
        for (kind, head, tail) in SHOWN {
            let ids: Vec<&str> = found.iter().filter(|(k, _)| k == kind).map(|(_, id)| id.as_str()).collect();
            if ids.is_empty() {
                continue;
            }
            let (date, text) = searched(kind);
            let sql =
                format!("SELECT r.id, {head}, {date} AS date, {text} AS text FROM json_each(?1) j {tail}");
            shown.extend(self.all(&sql, [listed(&ids)?], |r| Ok((r.text("id")?, hit(r, kind)?)))?);
        }
        Ok(found.iter().filter_map(|(_, id)| shown.remove(id)).collect())
    }

    /// Every record that holds all words: numbers in the index, the newest first, and kinds and identities of those
    /// that wait for it.
    pub fn matching(&self, query: &str) -> Result<Matching, StoreError> {
        let words = fold::words(query);
        let waiting = self.waiting(&words)?.into_iter().map(|one| (one.kind, one.record)).collect();
        let mut docs = Vec::new();
        // One row per record, in the order of their running number.
        self.all(
            "SELECT rowid AS doc FROM search_index WHERE search_index MATCH ?1 ORDER BY rowid",
            [fold::expression(&words)],
            |r| {
                docs.push(r.count("doc")?);
                Ok(())
            },
        )?;
        Ok(Matching { docs, waiting })
    }

    /// How many records of the index hold all words, and the numbers of the newest, which come first.
    fn indexed(&self, words: &[String], limit: u32) -> Result<(u32, Vec<u32>), StoreError> {
        let expression = fold::expression(words);
        match words {
            [pair] if pair.chars().count() == 2 => self.indexed_pair(pair, &expression, limit),
            _ => {
                // One row.
                let found = self.first(
                    "SELECT newest(rowid, ?2) AS found FROM search_index WHERE search_index MATCH ?1",
                    (expression, limit),
                    |r| r.text("found"),
                )?;
                found.as_deref().and_then(newest::read).ok_or(StoreError::Unreadable("search_index"))
            }
        }
    }

    /// The same for one pair: its first records are found at once, and the index counts its terms faster than a walk does.
    fn indexed_pair(&self, pair: &str, expression: &str, limit: u32) -> Result<(u32, Vec<u32>), StoreError> {
        // One row per record, in the order of their running number.
        let newest = self.all(
            "SELECT rowid AS doc FROM search_index WHERE search_index MATCH ?1 ORDER BY rowid LIMIT ?2",
            (expression, limit),
            |r| r.count("doc"),
        )?;
        let mut total = newest.len() as u32;
        if total == limit {
            // One row.
            let counted = "SELECT doc FROM temp.search_terms WHERE term = ?1";
            total = self.first(counted, [pair], |r| r.count("doc"))?.unwrap_or(total);
        }
        Ok((total, newest))
    }
}

/// A list as one value of a statement.
fn listed(values: &impl serde::Serialize) -> Result<String, StoreError> {
    serde_json::to_string(values).map_err(|_| StoreError::Unreadable("search_docs"))
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
        date: r.maybe("date")?,
        title,
        text: r.text("text")?,
    })
}
