//! What was understood of a question, as chips and sentences, and what can be chosen instead of typing.

use super::judge::asked;
use crate::house::Query;
use crate::{Circumstances, Failure, Topic, settings};
use domain::asked::{Asked, Condition, Fault, Key, Misread, Span, Spelling};
use domain::vocabulary::{
    ActivityKind, CaseRole, Certainty, Concern, Method, Stage, Standing, WorkKind, WrittenKind,
};
use serde::{Deserialize, Serialize};
use store::Reader;
use words::Language;

/// Days without a contact that are offered.
const DAYS: [u32; 4] = [14, 30, 60, 90];

/// Which list is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "SearchPlace")]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// Everything that was written.
    Records,
    /// The list of people.
    People,
}

impl Place {
    /// The list of a code; records where it is none.
    pub fn of(code: &str) -> Self {
        if code == "people" { Self::People } else { Self::Records }
    }

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Records => "records",
            Self::People => "people",
        }
    }
}

/// Asks what is understood of a question.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct AskedFor {
    query: String,
    place: Place,
}

/// What was understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct AskedView {
    /// Words that are searched.
    pub words: String,
    /// Conditions.
    pub chips: Vec<AskedChip>,
    /// What could not be understood, and what was probably meant, in sentences.
    pub told: Vec<String>,
}

/// One condition as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct AskedChip {
    /// Code of its key.
    pub key: String,
    /// Key and value in words.
    pub label: String,
    /// The condition as it would be typed.
    pub token: String,
    /// The whole question without it.
    pub without: String,
}

impl Query for AskedFor {
    type Answer = AskedView;
    const TOPICS: &'static [Topic] = &[Topic::Settings];

    fn answer(self, around: &Circumstances, reader: &Reader) -> Result<AskedView, Failure> {
        let language = settings::language(reader);
        let asked = asked(&self.query, around);
        let chips = asked.conditions.iter().map(|condition| AskedChip {
            key: condition.key().code().to_owned(),
            label: label(condition, language),
            token: condition.typed(spelling(language)),
            without: asked.without(condition).typed(spelling(language)),
        });
        Ok(AskedView {
            words: asked.text(),
            chips: chips.collect(),
            told: told(&asked, self.place, language),
        })
    }
}

/// Everything in a question that cannot be judged, in sentences.
pub fn told(asked: &Asked, place: Place, language: Language) -> Vec<String> {
    let mut told: Vec<String> = asked.misread.iter().map(|one| fault(one, language)).collect();
    let elsewhere = asked.conditions.iter().filter(|c| place == Place::People && !c.is_of_person());
    told.extend(
        elsewhere.map(|c| {
            words::fill(&words::say(language, "find.told.not_here"), &[("what", &label(c, language))])
        }),
    );
    told
}

fn fault(one: &Misread, language: Language) -> String {
    let key = |key: Key| words::say(language, &format!("find.key.{}", key.code()));
    let what = match (one.fault, one.near) {
        (Fault::UnknownKey, Some(_)) => "near_key",
        (Fault::UnknownKey, None) => "unknown_key",
        (Fault::NoValue, _) => "no_value",
        (Fault::UnknownValue, _) => "unknown_value",
        (Fault::NoSpan, _) => "no_span",
        (Fault::NoNumber, _) => "no_number",
    };
    let offered = match one.key {
        Some(key) if one.fault != Fault::NoSpan => {
            let labels: Vec<&str> = listed(key).iter().map(|e| in_language(e.1, e.2, language)).collect();
            labels.join(&words::say(language, "find.told.between"))
        }
        _ => String::new(),
    };
    let near = one.near.map(|near| near.spelled(spelling(language))).unwrap_or_default();
    let named = one.key.map(key).unwrap_or_default();
    let values = [
        ("typed", one.typed.as_str()),
        ("near", near),
        ("key", named.as_str()),
        ("values", offered.as_str()),
    ];
    let more = if offered.is_empty() || one.fault == Fault::NoNumber { "" } else { "_values" };
    words::fill(&words::say(language, &format!("find.told.{what}{more}")), &values)
}

const fn spelling(language: Language) -> Spelling {
    match language {
        Language::Ja => Spelling::Japanese,
        Language::En => Spelling::Latin,
    }
}

const fn in_language<'a>(ja: &'a str, en: &'a str, language: Language) -> &'a str {
    match language {
        Language::Ja => ja,
        Language::En => en,
    }
}

macro_rules! entries {
    ($list:ident, $condition:ident) => {
        $list::LIST
            .entries
            .iter()
            .filter_map(|e| Some((Condition::$condition($list::from_code(e.code)?), e.ja, e.en)))
            .collect()
    };
}

/// Values of a key that has a list: condition, Japanese, English.
fn listed(key: Key) -> Vec<(Condition, &'static str, &'static str)> {
    match key {
        Key::Stage => entries!(Stage, Stage),
        Key::Role => entries!(CaseRole, Role),
        Key::Kind => entries!(WrittenKind, Kind),
        Key::Activity => entries!(ActivityKind, Activity),
        Key::Method => entries!(Method, Method),
        Key::Work => entries!(WorkKind, Work),
        Key::Standing => entries!(Standing, Standing),
        Key::Concern => entries!(Concern, Concern),
        Key::Exit => entries!(Certainty, Exit),
        _ => Vec::new(),
    }
}

/// A condition in words: 段階：退院調整, 15日以上未接触.
fn label(condition: &Condition, language: Language) -> String {
    let value = match condition {
        Condition::Person(text)
        | Condition::Hospital(text)
        | Condition::Programme(text)
        | Condition::Tag(text) => text.clone(),
        Condition::Period(span) => said(*span, language),
        Condition::Quiet(days) | Condition::Unmet(days) => {
            let key = format!("find.days.{}", condition.key().code());
            return words::fill(&words::say(language, &key), &[("n", &days.to_string())]);
        }
        other => {
            let list = listed(other.key());
            let entry = list.iter().find(|(known, ..)| known == other);
            entry.map(|(_, ja, en)| in_language(ja, en, language)).unwrap_or_default().to_owned()
        }
    };
    let key = words::say(language, &format!("find.key.{}", condition.key().code()));
    words::fill(&words::say(language, "find.chip"), &[("key", &key), ("value", &value)])
}

/// A span in words.
fn said(span: Span, language: Language) -> String {
    match span {
        Span::Within(days) => {
            words::fill(&words::say(language, "find.days.within"), &[("n", &days.to_string())])
        }
        Span::Fiscal(year) if language == Language::Ja => domain::calendar::wareki_fiscal_year(year),
        Span::Fiscal(_) | Span::Between(..) => span.typed(spelling(language)).replace("..", "〜"),
        named => words::say(language, &format!("find.span.{}", named.typed(Spelling::Latin))),
    }
}

/// Asks what can be chosen to narrow a list.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct Choices {
    place: Place,
}

/// A key with what can be chosen under it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ChoiceGroup {
    /// Code of the key.
    pub key: String,
    /// Its name.
    pub label: String,
    /// What can be chosen.
    pub choices: Vec<Choice>,
}

/// One condition that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "AskedChoice")]
pub struct Choice {
    /// Its name.
    pub label: String,
    /// The condition as it would be typed.
    pub token: String,
}

impl Query for Choices {
    type Answer = Vec<ChoiceGroup>;
    const TOPICS: &'static [Topic] =
        &[Topic::Organisations, Topic::Programmes, Topic::Issues, Topic::Settings];

    fn answer(self, _: &Circumstances, reader: &Reader) -> Result<Vec<ChoiceGroup>, Failure> {
        let language = settings::language(reader);
        let of = |condition: Condition, label: String| Choice {
            token: condition.typed(spelling(language)),
            label,
        };
        let mut groups = Vec::new();
        for key in Key::all() {
            let choices: Vec<Choice> = match key {
                Key::Person => continue,
                Key::Hospital => reader
                    .hospital_names()?
                    .into_iter()
                    .map(|name| of(Condition::Hospital(name.clone()), name))
                    .collect(),
                Key::Programme => reader
                    .programmes()?
                    .into_iter()
                    .map(|p| of(Condition::Programme(p.name.clone()), p.name))
                    .collect(),
                Key::Tag => {
                    tags(reader)?.into_iter().map(|tag| of(Condition::Tag(tag.clone()), tag)).collect()
                }
                Key::Period => {
                    Span::named().map(|span| of(Condition::Period(span), said(span, language))).collect()
                }
                Key::Quiet => {
                    DAYS.map(|n| of(Condition::Quiet(n), label(&Condition::Quiet(n), language))).into()
                }
                Key::Unmet => {
                    DAYS.map(|n| of(Condition::Unmet(n), label(&Condition::Unmet(n), language))).into()
                }
                listing => listed(listing)
                    .into_iter()
                    .filter(|(condition, ..)| self.place == Place::Records || condition.is_of_person())
                    .map(|(condition, ja, en)| of(condition, in_language(ja, en, language).to_owned()))
                    .collect(),
            };
            if !choices.is_empty() && (self.place == Place::Records || key.is_of_person()) {
                let name = words::say(language, &format!("find.key.{}", key.code()));
                groups.push(ChoiceGroup { key: key.code().to_owned(), label: name, choices });
            }
        }
        Ok(groups)
    }
}

/// Words that any 気づき carries, those of the newest first.
fn tags(reader: &Reader) -> Result<Vec<String>, Failure> {
    let mut tags: Vec<String> = Vec::new();
    for tag in reader.issues()?.into_iter().flat_map(|issue| issue.tags) {
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    Ok(tags)
}
