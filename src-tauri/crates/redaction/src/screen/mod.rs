//! The screen of a text written for a report: what must go, what needs a reason, what somebody has to look at.
//!
//! F1 the own register, F2 patterns, F3 names that nobody registered, F4 numbers that no table prints, F5 combinations
//! that fit too few people. F6 is the human who reads it all once more.

mod combination;
mod numerals;

use crate::dictionary::{Dictionary, Subject};
use crate::level::Level;
use crate::normal::Normal;
use crate::redact::code;
use crate::register::OrganisationKind;
use crate::scan::{Calendar, Found, Layer, What, scan};
use std::collections::BTreeSet;

pub use combination::{Crowd, Traits};

/// Numbers that the report prints in its tables.
#[derive(Clone, Debug, Default)]
pub struct Published {
    /// Whole numbers of cells and headlines.
    pub numbers: BTreeSet<u64>,
}

/// Which pass found something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pass {
    /// The own register.
    Register,
    /// Patterns.
    Pattern,
    /// Names that nobody registered.
    Name,
    /// Numbers and words of quantity.
    Number,
    /// Combinations that fit too few people.
    Combination,
}

impl Pass {
    /// Identity of the pass.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Register => "register",
            Self::Pattern => "pattern",
            Self::Name => "name",
            Self::Number => "number",
            Self::Combination => "combination",
        }
    }
}

/// What a finding asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// It has to go; nobody can decide otherwise.
    Block,
    /// It has to go, or a reason is given.
    Reason,
    /// Somebody has to look at it and say so.
    Look,
}

impl Severity {
    /// Identity of the severity.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Block => "block",
            Self::Reason => "reason",
            Self::Look => "look",
        }
    }
}

/// One finding of the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScreenFinding {
    /// First character of the text.
    pub start: usize,
    /// Behind the last character.
    pub end: usize,
    /// Which pass found it.
    pub pass: Pass,
    /// What it is: `client`, `phone`, `date`, `number`, `combination`, `rare_word` …
    pub code: &'static str,
    /// What it asks for.
    pub severity: Severity,
    /// People of the vault who fit, where they were counted.
    pub people: Option<usize>,
    /// The stretch, folded: a decision to keep it is remembered under this.
    pub word: String,
}

/// Screens a text for a level. What the reader knows anyway (the city its hospitals) is no finding.
pub fn screen(
    text: &str,
    dictionary: &Dictionary,
    level: Level,
    published: &Published,
    crowd: &Crowd,
) -> Vec<ScreenFinding> {
    let normal = Normal::of(text);
    let found = scan(&normal, dictionary, level, &mut Calendar::default());
    let mut all: Vec<ScreenFinding> =
        found.iter().filter(|f| !known_to_reader(f, level)).map(|f| of_found(&normal, f)).collect();
    let taken = |units: &std::ops::Range<usize>| {
        found.iter().any(|f| f.units.start < units.end && units.start < f.units.end)
    };
    all.extend(
        numerals::find(&normal, published)
            .into_iter()
            .filter(|(units, ..)| !taken(units))
            .map(|(units, code, severity)| finding(&normal, units, Pass::Number, code, severity, None)),
    );
    all.extend(combination::find(&Normal::open(text), crowd).into_iter().map(
        |(units, code, severity, people)| {
            finding(&normal, units, Pass::Combination, code, severity, Some(people))
        },
    ));
    all.sort_by_key(|one| (one.start, one.end, one.pass));
    all
}

fn finding(
    normal: &Normal,
    units: std::ops::Range<usize>,
    pass: Pass,
    code: &'static str,
    severity: Severity,
    people: Option<usize>,
) -> ScreenFinding {
    let at = normal.original(&units);
    ScreenFinding { start: at.start, end: at.end, pass, code, severity, people, word: normal.key_text(units) }
}

/// The city knows its hospitals, offices and districts; months without a day tell nothing.
fn known_to_reader(found: &Found, level: Level) -> bool {
    let municipal = level == Level::Municipal;
    match &found.what {
        What::Known(Subject::Organisation(_, kind), _) => municipal || *kind == OrganisationKind::PublicBody,
        What::Known(Subject::District, _)
        | What::Hospital
        | What::Organisation
        | What::GroupHome
        | What::Company => municipal,
        _ => false,
    }
}

fn of_found(normal: &Normal, found: &Found) -> ScreenFinding {
    let (pass, severity) = match (&found.what, found.layer) {
        (What::Known(Subject::Client(_) | Subject::Number, _) | What::Birth, _) => {
            (Pass::Register, Severity::Block)
        }
        (What::MyNumber, _) => (Pass::Pattern, Severity::Block),
        (What::Known(..), _) | (_, Layer::Dictionary) => (Pass::Register, Severity::Reason),
        (What::Somebody(_) | What::Relative(_), _) => (Pass::Name, Severity::Look),
        _ => (Pass::Pattern, Severity::Reason),
    };
    finding(normal, found.units.clone(), pass, code(&found.what), severity, None)
}
