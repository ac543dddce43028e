//! What the house says when it will not or cannot do something.

use domain::measure::Id;
use serde::Serialize;
use store::StoreError;
use words::Language;

/// A refusal: an identity that has a sentence in every language, and the field it concerns.
/// It never carries a name or a note, so that it can stand in a log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Failure {
    /// Identity, such as `contact.empty`.
    pub id: String,
    /// One sentence: what happened, what is kept, what to do.
    pub sentence: String,
    /// Field of the input that it concerns.
    pub field: Option<String>,
    /// Records that it is about, such as the cases still left in a visit.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<Id>>")]
    pub about: Vec<Id>,
    #[serde(skip)]
    #[ts(skip)]
    values: Vec<(String, String)>,
}

impl Failure {
    /// A failure of an identity, worded in Japanese until the door knows better.
    pub fn new(id: &str) -> Self {
        let sentence = words::ja(&format!("failure.{id}"));
        Self { id: id.to_owned(), sentence, field: None, about: Vec::new(), values: Vec::new() }
    }
    /// The same, about one field.
    #[must_use]
    pub fn at(mut self, field: &str) -> Self {
        self.field = Some(field.to_owned());
        self
    }
    /// The same, about these records.
    #[must_use]
    pub fn about(mut self, records: Vec<Id>) -> Self {
        self.about = records;
        self
    }
    /// The same with something filled in where the sentence has `{name}`.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl std::fmt::Display) -> Self {
        self.values.push((name.to_owned(), value.to_string()));
        self.worded(Language::Ja)
    }
    /// The same in a language.
    #[must_use]
    pub fn worded(mut self, language: Language) -> Self {
        let values: Vec<(&str, &str)> = self.values.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        self.sentence = words::fill(&words::say(language, &format!("failure.{}", self.id)), &values);
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
