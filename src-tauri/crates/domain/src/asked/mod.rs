//! What somebody asks of a list: words, and conditions that are typed (`病院:楠沢 段階:住居 15日以上未接触`) or chosen.
//!
//! Both ways give the same [`Asked`]; what stands in the entry is its whole truth. Conditions under one key widen each
//! other, conditions under different keys narrow each other. What cannot be read is kept and told, never passed over.

mod key;
mod read;
mod span;

pub use key::{Key, Spelling};
pub use read::literally;
pub use span::Span;

use crate::vocabulary::{
    ActivityKind, CaseRole, Certainty, Concern, Method, Stage, Standing, WorkKind, WrittenKind,
};

/// One condition.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Condition {
    /// The person of this name or reading, or a part of it.
    Person(String),
    /// A hospital or organisation of this name or reading, or a part of it: where the person was on the day of the
    /// record, or which the record itself names.
    Hospital(String),
    /// A programme of this name, or a part of it.
    Programme(String),
    /// A word that a 気づき carries.
    Tag(String),
    /// Stage of the person: on the day of the record, today in a list of people.
    Stage(Stage),
    /// 担当の形 of the person's case.
    Role(CaseRole),
    /// What the record is.
    Kind(WrittenKind),
    /// Kind of an activity.
    Activity(ActivityKind),
    /// Method of a note.
    Method(Method),
    /// Kind of work to which its minutes belong.
    Work(WorkKind),
    /// How the person's case, or the record, stands.
    Standing(Standing),
    /// What one should keep in mind about the person today.
    Concern(Concern),
    /// How certain any line of the person's exit is.
    Exit(Certainty),
    /// Day of the record.
    Period(Span),
    /// No contact of any kind for so many days up to today, or none ever.
    Quiet(u32),
    /// Not met face to face for so many days up to today, or never.
    Unmet(u32),
}

/// Why something that looks like a condition is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is no such key; the text is searched as it stands.
    UnknownKey,
    /// Nothing follows the key.
    NoValue,
    /// The key knows no such value.
    UnknownValue,
    /// Not a day or a span of days.
    NoSpan,
    /// Not a number of days.
    NoNumber,
}

/// Something that looks like a condition and is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misread {
    /// As it was typed.
    pub typed: String,
    /// Its key, where it has one.
    pub key: Option<Key>,
    /// What is wrong.
    pub fault: Fault,
    /// The key that was probably meant.
    pub near: Option<Key>,
}

/// Words and conditions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Pieces of the text that are words to search, in their order, as typed.
    pub words: Vec<String>,
    /// Conditions, each once, in their order.
    pub conditions: Vec<Condition>,
    /// What could not be read.
    pub misread: Vec<Misread>,
}

impl Asked {
    /// The words as one text.
    pub fn text(&self) -> String {
        self.words.join(" ")
    }

    /// True when nothing at all was asked.
    pub const fn is_empty(&self) -> bool {
        self.words.is_empty() && self.conditions.is_empty() && self.misread.is_empty()
    }

    /// True when a condition was meant that nobody can judge: then nothing fits.
    pub fn is_unclear(&self) -> bool {
        self.misread.iter().any(|one| one.fault != Fault::UnknownKey)
    }

    /// Keys under which there are conditions, each once.
    pub fn keys(&self) -> Vec<Key> {
        let mut keys: Vec<Key> = Vec::new();
        for key in self.conditions.iter().map(Condition::key) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        keys
    }

    /// Whether every key has a condition that holds; true where there is none.
    pub fn fits(&self, mut holds: impl FnMut(&Condition) -> bool) -> bool {
        self.keys().iter().all(|key| self.conditions.iter().any(|one| one.key() == *key && holds(one)))
    }

    /// The same without one condition.
    #[must_use]
    pub fn without(&self, condition: &Condition) -> Self {
        let mut rest = self.clone();
        rest.conditions.retain(|one| one != condition);
        rest
    }

    /// As somebody would type it: what reads it finds the same again.
    pub fn typed(&self, spelling: Spelling) -> String {
        let conditions = self.conditions.iter().map(|condition| condition.typed(spelling));
        let misread =
            self.misread.iter().filter(|one| one.fault != Fault::UnknownKey).map(|one| one.typed.clone());
        let words = self.words.iter().map(|word| read::protected(word));
        conditions.chain(misread).chain(words).collect::<Vec<_>>().join(" ")
    }
}

impl Condition {
    /// Key under which it stands.
    pub const fn key(&self) -> Key {
        match self {
            Self::Person(_) => Key::Person,
            Self::Hospital(_) => Key::Hospital,
            Self::Programme(_) => Key::Programme,
            Self::Tag(_) => Key::Tag,
            Self::Stage(_) => Key::Stage,
            Self::Role(_) => Key::Role,
            Self::Kind(_) => Key::Kind,
            Self::Activity(_) => Key::Activity,
            Self::Method(_) => Key::Method,
            Self::Work(_) => Key::Work,
            Self::Standing(_) => Key::Standing,
            Self::Concern(_) => Key::Concern,
            Self::Exit(_) => Key::Exit,
            Self::Period(_) => Key::Period,
            Self::Quiet(_) => Key::Quiet,
            Self::Unmet(_) => Key::Unmet,
        }
    }

    /// Whether it can be asked of a person; everything can be asked of a record.
    pub const fn is_of_person(&self) -> bool {
        match self {
            Self::Standing(standing) => standing.is_of_person(),
            other => other.key().is_of_person(),
        }
    }

    /// Its value as somebody would type it.
    fn value(&self, spelling: Spelling) -> String {
        let of = |ja: &str, code: &str| match spelling {
            Spelling::Japanese => ja.to_owned(),
            Spelling::Latin => code.to_owned(),
        };
        match self {
            Self::Person(text) | Self::Hospital(text) | Self::Programme(text) | Self::Tag(text) => {
                text.clone()
            }
            Self::Stage(code) => of(code.ja(), code.code()),
            Self::Role(code) => of(code.ja(), code.code()),
            Self::Kind(code) => of(code.ja(), code.code()),
            Self::Activity(code) => of(code.ja(), code.code()),
            Self::Method(code) => of(code.ja(), code.code()),
            Self::Work(code) => of(code.ja(), code.code()),
            Self::Standing(code) => of(code.ja(), code.code()),
            Self::Concern(code) => of(code.ja(), code.code()),
            Self::Exit(code) => of(code.ja(), code.code()),
            Self::Period(span) => span.typed(spelling),
            Self::Quiet(days) | Self::Unmet(days) => days.to_string(),
        }
    }

    /// As somebody would type it, key and value: `段階:退院調整`, `15日以上未接触`.
    pub fn typed(&self, spelling: Spelling) -> String {
        match (self, spelling) {
            (Self::Quiet(days), Spelling::Japanese) => format!("{days}日以上未接触"),
            (Self::Unmet(days), Spelling::Japanese) => format!("{days}日以上対面なし"),
            _ => {
                let value = self.value(spelling);
                format!("{}:{}", self.key().spelled(spelling), read::quoted(&value))
            }
        }
    }
}

#[cfg(test)]
mod tests;
