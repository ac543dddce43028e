//! The screen of texts written for a report.

use super::{TextLevel, crowd, register};
use crate::house::Query;
use crate::{Circumstances, Failure, Topic};
use domain::calendar::FiscalYear;
use redaction::{Dictionary, Published, ScreenFinding, Severity, screen};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use store::Reader;
use words::Language;

/// Screens a text before it goes into a report. Numbers that the newest report of the year and level printed may be told.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct ScreenText {
    text: String,
    level: TextLevel,
    fiscal_year: FiscalYear,
    /// Numbers that the report is going to print; without them those of the newest release.
    #[serde(default)]
    #[ts(optional)]
    numbers: Option<Vec<u32>>,
}

/// One finding in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ScreenedLine {
    /// First character of the text.
    pub start: usize,
    /// Behind the last character.
    pub end: usize,
    /// register, pattern, name, number or combination.
    pub pass: String,
    /// What it is.
    pub code: String,
    /// block, reason or look.
    pub severity: String,
    /// People of the vault who fit, where they were counted.
    pub people: Option<u32>,
    /// The stretch as a decision about it is remembered.
    pub word: String,
    /// Why it may stay, where somebody decided so.
    pub kept: Option<String>,
    /// What it is and what to do.
    pub sentence: String,
}

/// What the screen says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ScreenView {
    /// Findings, in order.
    pub findings: Vec<ScreenedLine>,
    /// True when nothing is left to do but to read it all once more.
    pub clear: bool,
}

/// Everything that screening one text needs.
struct Screen {
    dictionary: Dictionary,
    crowd: redaction::Crowd,
    level: redaction::Level,
    kept: Vec<store::redaction::KeptWord>,
    /// The user's own organisation, city and receiver, which the report names anyway.
    own: Vec<String>,
    language: Language,
}

impl Screen {
    fn of(reader: &Reader, around: &Circumstances, level: redaction::Level) -> Result<Self, Failure> {
        let code = match level {
            redaction::Level::Public => crate::reports::Level::Public,
            _ => crate::reports::Level::Municipal,
        };
        let least = usize::try_from(code.profile()?.k).unwrap_or(usize::MAX);
        let named = reader.named()?;
        let crowd = crowd::of(reader, &named, around.today(), least)?;
        Ok(Self {
            dictionary: Dictionary::new(&register::of(reader, named)?),
            crowd,
            level,
            kept: reader.kept_words()?.into_iter().filter(|kept| kept.level == level.code()).collect(),
            own: own(reader)?,
            language: crate::settings::language(reader),
        })
    }

    fn lines(&self, text: &str, published: &Published) -> Vec<ScreenedLine> {
        let found = screen(text, &self.dictionary, self.level, published, &self.crowd);
        let own = |finding: &ScreenFinding| {
            matches!(finding.code, "organisation" | "hospital" | "district")
                && self.own.iter().any(|name| name.contains(&finding.word))
        };
        found.into_iter().filter(|finding| !own(finding)).map(|finding| self.line(finding)).collect()
    }

    fn line(&self, finding: ScreenFinding) -> ScreenedLine {
        let kept = match finding.severity {
            Severity::Block => None,
            _ => self.kept.iter().find(|k| k.word == finding.word).map(|k| k.reason.clone()),
        };
        let people = finding.people.and_then(|n| u32::try_from(n).ok());
        let key = format!("redaction.finding.{}", finding.code);
        let n = people.map_or_else(String::new, |n| n.to_string());
        ScreenedLine {
            start: finding.start,
            end: finding.end,
            pass: finding.pass.code().to_owned(),
            code: finding.code.to_owned(),
            severity: finding.severity.code().to_owned(),
            people,
            kept,
            sentence: words::fill(&words::say(self.language, &key), &[("n", &n)]),
            word: finding.word,
        }
    }
}

impl Query for ScreenText {
    type Answer = ScreenView;
    const TOPICS: &'static [Topic] =
        &[Topic::Cases, Topic::Contacts, Topic::Organisations, Topic::Settings, Topic::Reports];

    fn answer(self, around: &Circumstances, reader: &Reader) -> Result<ScreenView, Failure> {
        let level = self.level.inner();
        let published = match self.numbers {
            Some(numbers) => Published { numbers: numbers.into_iter().map(u64::from).collect() },
            None => newest(reader, self.fiscal_year, level)?,
        };
        let findings = Screen::of(reader, around, level)?.lines(&self.text, &published);
        let clear = findings.iter().all(|line| line.kept.is_some());
        Ok(ScreenView { findings, clear })
    }
}

/// Screens the texts of a report: every line that must not be printed, with the place of its text. What only asks to be
/// looked at stops nothing here.
pub fn texts_screened<'t>(
    reader: &Reader,
    around: &Circumstances,
    level: crate::reports::Level,
    figures_json: &str,
    texts: impl Iterator<Item = (String, &'t String)>,
) -> Result<Vec<(String, ScreenedLine)>, Failure> {
    let level = match level {
        crate::reports::Level::Internal | crate::reports::Level::Commissioner => return Ok(Vec::new()),
        crate::reports::Level::Municipal => redaction::Level::Municipal,
        crate::reports::Level::Public | crate::reports::Level::Hospital => redaction::Level::Public,
    };
    let screen = Screen::of(reader, around, level)?;
    let published = Published { numbers: numbers_in(figures_json) };
    let mut found = Vec::new();
    for (title, text) in texts {
        let stops = |line: &ScreenedLine| line.kept.is_none() && line.severity != Severity::Look.code();
        found.extend(
            screen.lines(text, &published).into_iter().filter(stops).map(|line| (title.clone(), line)),
        );
    }
    Ok(found)
}

/// What the report names anyway, folded.
fn own(reader: &Reader) -> Result<Vec<String>, Failure> {
    let mut names = Vec::new();
    for key in ["organisation", "city", "receiver"] {
        names.push(redaction::folded(&reader.setting(key)?.unwrap_or_default()));
    }
    names.retain(|name| !name.is_empty());
    Ok(names)
}

/// Numbers of the newest release of a year and level.
fn newest(reader: &Reader, year: FiscalYear, level: redaction::Level) -> Result<Published, Failure> {
    let releases = reader.releases_of(year)?;
    let newest = releases.iter().rev().find(|(code, _)| code == level.code());
    let numbers = newest.map(|(_, figures)| numbers_in(figures)).unwrap_or_default();
    Ok(Published { numbers })
}

/// Every whole number that published figures print; minutes are printed as hours.
fn numbers_in(figures_json: &str) -> BTreeSet<u64> {
    fn collect(value: &serde_json::Value, into: &mut BTreeSet<u64>) {
        match value {
            serde_json::Value::Number(n) => into.extend(n.as_u64()),
            serde_json::Value::Array(all) => all.iter().for_each(|v| collect(v, into)),
            serde_json::Value::Object(all) => all.values().for_each(|v| collect(v, into)),
            _ => {}
        }
    }
    let mut numbers = BTreeSet::new();
    let figures: serde_json::Value = serde_json::from_str(figures_json).unwrap_or_default();
    for key in ["headline", "fiscal_year"] {
        collect(&figures[key], &mut numbers);
    }
    for table in figures["tables"].as_array().into_iter().flatten() {
        for key in ["cells", "derived"] {
            collect(&table[key], &mut numbers);
        }
    }
    numbers
}
