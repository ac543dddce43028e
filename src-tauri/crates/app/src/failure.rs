//! What the house says when it will not or cannot do something.

use serde::Serialize;
use store::StoreError;

/// A refusal: an identity that has a sentence in every language, and the field it concerns.
/// It never carries a name or a note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Failure {
    /// Identity, such as `contact.empty`.
    pub id: String,
    /// One sentence: what happened, what is kept, what to do.
    pub sentence: String,
    /// Field of the input that it concerns.
    pub field: Option<String>,
}

impl Failure {
    /// A failure of an identity, worded in Japanese.
    pub fn new(id: &str) -> Self {
        Self { id: id.to_owned(), sentence: words::ja(&format!("failure.{id}")), field: None }
    }
    /// The same, about one field.
    #[must_use]
    pub fn at(mut self, field: &str) -> Self {
        self.field = Some(field.to_owned());
        self
    }
    /// The same with something filled in where the sentence has `{name}`.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl std::fmt::Display) -> Self {
        self.sentence = self.sentence.replace(&format!("{{{name}}}"), &value.to_string());
        self
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::new(error.id())
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.sentence)
    }
}
impl std::error::Error for Failure {}
