//! Redaction: what a text may not carry out of the office is replaced by what it is (【利用者A】, 【電話番号】, 令和7年12月).
//!
//! Local and deterministic. [`redact`] reads a normalised copy that leads back to the original, looks for everybody
//! and everything of the vault ([`Dictionary`]), for numbers, dates, ages and places of every shape, and for names that
//! nobody registered, and scans its own result again until nothing is found. [`screen`] looks at a text written for a
//! report and says what must go before it can be printed. Both lean towards too much; neither replaces a human reader.

mod data;
mod dictionary;
mod label;
mod level;
mod named;
mod normal;
mod prompts;
mod redact;
mod register;
mod romaji;
mod scan;
mod screen;

pub use dictionary::{Dictionary, Part, Whose, Written, written};
pub use level::Level;
pub use named::{NamedAt, Someone, named_in};
pub use prompts::Prompt;
pub use redact::{Redacted, redact, redact_keeping};

/// A text as it is compared: folded, without white space.
pub fn folded(text: &str) -> String {
    data::key(text)
}
pub use register::{Client, Job, Organisation, OrganisationKind, Person, Register};
pub use scan::{Certainty, Hit, Layer};
pub use screen::{Crowd, Pass, Published, ScreenFinding, Severity, Traits, screen};
