//! 匿名化: a text without what it may not carry out of the office, the screen of texts written for a report, and the
//! decisions that somebody took about words that may stay.

mod crowd;
mod decisions;
pub(crate) mod register;
mod screening;

pub use decisions::{ForgetWord, KeepWord, KeptWordLine, KeptWords};
pub use screening::{ScreenText, ScreenView, ScreenedLine, texts_screened};

use crate::house::Query;
use crate::{Circumstances, Failure, Topic};
use redaction::{Dictionary, Redacted, redact_keeping};
use serde::{Deserialize, Serialize};
use store::Reader;

/// Longest text that is taken at once, in characters.
const LONGEST: usize = 200_000;

/// Who will read a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum TextLevel {
    /// 自治体提出用.
    Municipal,
    /// 公開用.
    Public,
    /// 事例検討用.
    CaseStudy,
}

impl TextLevel {
    /// The level of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Municipal, Self::Public, Self::CaseStudy]
            .into_iter()
            .find(|level| level.inner().code() == code)
    }

    /// The same for the layers.
    pub(crate) const fn inner(self) -> redaction::Level {
        match self {
            Self::Municipal => redaction::Level::Municipal,
            Self::Public => redaction::Level::Public,
            Self::CaseStudy => redaction::Level::CaseStudy,
        }
    }
}

/// Takes everything out of a text that it may not carry out of the office. Error: `redaction.too-long`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct Redact {
    text: String,
    level: TextLevel,
}

/// One stretch that was replaced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct RedactedHit {
    /// First character of the input.
    pub start: usize,
    /// Behind the last character.
    pub end: usize,
    /// dictionary, numbers, net, dates, ages, places or context.
    pub layer: String,
    /// What it is: client, staff, phone, birth …
    pub code: String,
    /// block, or warn where somebody should look.
    pub certainty: String,
    /// What stands there instead.
    pub replacement: String,
    /// The stretch as a decision about it is remembered.
    pub word: String,
}

/// A fact that may point at one person and that no machine decides about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct RedactionPrompt {
    /// First character of the input.
    pub start: usize,
    /// Behind the last character.
    pub end: usize,
    /// What it is about.
    pub code: String,
    /// The question in words.
    pub question: String,
}

/// A text as it may leave once a human has read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct RedactedText {
    /// The text.
    pub text: String,
    /// What was replaced, in order.
    pub hits: Vec<RedactedHit>,
    /// What a human has to think about.
    pub prompts: Vec<RedactionPrompt>,
}

/// Everything that decides about a text of a level: who and what has a name, and the words that somebody kept.
pub(crate) struct Redactor {
    dictionary: Dictionary,
    level: redaction::Level,
    kept: Vec<String>,
}

impl Redactor {
    /// The one of this vault.
    pub(crate) fn of(reader: &Reader, level: TextLevel) -> Result<Self, Failure> {
        let level = level.inner();
        let kept = reader.kept_words()?.into_iter().filter(|kept| kept.level == level.code());
        let kept = kept.map(|kept| kept.word).collect();
        Ok(Self { dictionary: Dictionary::new(&register::of(reader, reader.named()?)?), level, kept })
    }

    /// Redacts one text.
    pub(crate) fn redact(&self, text: &str) -> Redacted {
        redact_keeping(text, &self.dictionary, self.level, &self.kept)
    }
}

impl Redact {
    /// Redacts a text for a level.
    pub const fn new(text: String, level: TextLevel) -> Self {
        Self { text, level }
    }
}

impl Query for Redact {
    type Answer = RedactedText;
    const TOPICS: &'static [Topic] = &[Topic::Cases, Topic::Organisations, Topic::Settings];

    fn answer(self, _: &Circumstances, reader: &Reader) -> Result<RedactedText, Failure> {
        if self.text.chars().count() > LONGEST {
            return Err(Failure::new("redaction.too-long").at("text").with("n", LONGEST));
        }
        let result = Redactor::of(reader, self.level)?.redact(&self.text);
        let written: Vec<char> = self.text.chars().collect();
        let language = crate::settings::language(reader);
        let hits = result.hits.into_iter().map(|hit| RedactedHit {
            start: hit.start,
            end: hit.end,
            layer: hit.layer.code().to_owned(),
            code: hit.code.to_owned(),
            certainty: match hit.certainty {
                redaction::Certainty::Block => "block".to_owned(),
                redaction::Certainty::Warn => "warn".to_owned(),
            },
            replacement: hit.replacement,
            word: redaction::folded(&written[hit.start..hit.end].iter().collect::<String>()),
        });
        let prompts = result.prompts.into_iter().map(|prompt| RedactionPrompt {
            start: prompt.start,
            end: prompt.end,
            code: prompt.code.to_owned(),
            question: words::say(language, &format!("redaction.prompt.{}", prompt.code)),
        });
        Ok(RedactedText { text: result.text, hits: hits.collect(), prompts: prompts.collect() })
    }
}
