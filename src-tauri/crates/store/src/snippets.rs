//! Templates of notes, as the user wrote them.

use crate::schema::Field;
use crate::{Reader, StoreError, Writer};
use chrono::NaiveDate;
use domain::measure::Id;
use domain::vocabulary::{Method, Stage};
use rusqlite::named_params;

/// One template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// Its name.
    pub name: String,
    /// Its text, with blanks and words that are filled in.
    pub body: String,
    /// The method that it is for.
    pub method: Option<Method>,
    /// The stage that it is for.
    pub stage: Option<Stage>,
}

impl Reader<'_> {
    /// Templates in their order; none before the user changed one.
    pub fn snippets(&self) -> Result<Vec<Snippet>, StoreError> {
        // One row per template.
        self.all("SELECT name, body, method, stage FROM snippets ORDER BY position, id", [], |r| {
            Ok(Snippet {
                name: r.text("name")?,
                body: r.text("body")?,
                method: r.maybe("method")?.as_deref().and_then(Method::from_code),
                stage: r.maybe("stage")?.as_deref().and_then(Stage::from_code),
            })
        })
    }

    /// Day of the last contact of a case before or on a day.
    pub fn last_contact(&self, case: &Id, on: NaiveDate) -> Result<Option<NaiveDate>, StoreError> {
        // One row: the newest day.
        let found = self.first(
            "SELECT max(on_date) AS day FROM contacts WHERE case_id = :case AND on_date <= :on",
            named_params! { ":case": case.as_str(), ":on": on.to_string() },
            |r| r.maybe_date("day"),
        )?;
        Ok(found.flatten().map(|day| day.first_day()))
    }
}

impl Writer<'_> {
    /// Keeps all templates in place of those before.
    pub fn keep_snippets(&mut self, snippets: &[Snippet]) -> Result<(), StoreError> {
        self.conn.execute("DELETE FROM snippets", [])?;
        for (snippet, position) in snippets.iter().zip(0u32..) {
            let fields = [
                ("position", Field::from(position)),
                ("name", Field::from(&snippet.name)),
                ("body", Field::from(&snippet.body)),
                ("method", Field::from(snippet.method.map(Method::code))),
                ("stage", Field::from(snippet.stage.map(Stage::code))),
            ];
            self.insert("snippets", &fields)?;
        }
        Ok(())
    }
}
