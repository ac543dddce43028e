//! Which code a person has, for a screen that shows no names.

use crate::{Reader, StoreError};
use domain::measure::Id;

/// A case as a screen without names calls it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodedCase {
    /// The case.
    pub case_id: Id,
    /// Its client.
    pub client_id: Id,
    /// The user's own code of the case; empty where there is none.
    pub code: String,
}

impl Reader<'_> {
    /// Every case with its code, in the order in which they were entered.
    pub fn coded_cases(&self) -> Result<Vec<CodedCase>, StoreError> {
        self.all(
            // One row per case.
            "SELECT id, client_id, case_code FROM cases ORDER BY id",
            [],
            |r| {
                Ok(CodedCase {
                    case_id: r.id("id")?,
                    client_id: r.id("client_id")?,
                    code: r.text("case_code")?,
                })
            },
        )
    }

    /// Identities of the directory's people, in the order of the names of [`Reader::named`].
    pub fn coded_people(&self) -> Result<Vec<Id>, StoreError> {
        self.all(
            // One row per person of the directory.
            "SELECT id FROM people ORDER BY id",
            [],
            |r| r.id("id"),
        )
    }
}
