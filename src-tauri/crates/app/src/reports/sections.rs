//! The texts of the report and, beside each, the year's material. Nothing of it goes into a text by itself.

use crate::house::{Command, Query};
use crate::{Circumstances, Failure, Topic};
use chrono::NaiveDate;
use domain::calendar::FiscalYear;
use domain::vocabulary::ActivityKind as Kind;
use serde::{Deserialize, Serialize};
use store::reports::Source;
use store::{Reader, Writer};
use words::Language;

/// Keys of the texts in the order of the report.
pub(super) const KEYS: &[&str] = &[
    "purpose",
    "structure",
    "area",
    "chronicle",
    "individual",
    "programme",
    "hospitals",
    "briefings",
    "networks",
    "training",
    "information",
    "peers",
    "housing",
    "results",
    "relations",
    "voices",
    "issues",
    "policy",
];
/// Longest text in characters.
const LONGEST: usize = 20_000;

/// One text with its material.
#[derive(Clone, Debug, Serialize, ts_rs::TS)]
pub struct Section {
    /// Key, such as `programme`.
    pub key: String,
    /// Title as printed.
    pub title: String,
    /// The title for a reader of English.
    pub title_en: String,
    /// The text; empty while unwritten.
    pub text: String,
    /// Dated lines of the year.
    pub materials: Vec<MaterialLine>,
}

/// One dated line of material.
#[derive(Clone, Debug, Serialize, ts_rs::TS)]
pub struct MaterialLine {
    /// Day.
    #[ts(type = "string")]
    pub on: NaiveDate,
    /// The line as it was written.
    pub text: String,
    /// What it is: 気づき, 研修会 …
    pub source: String,
}

/// The texts of a year's report with the material beside them.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct Sections {
    fiscal_year: FiscalYear,
}

impl Query for Sections {
    type Answer = Vec<Section>;
    const TOPICS: &'static [Topic] =
        &[Topic::Reports, Topic::Issues, Topic::Activities, Topic::Programmes, Topic::Organisations];
    fn answer(self, _around: &Circumstances, reader: &Reader) -> Result<Self::Answer, Failure> {
        let mut texts = reader.report_sections(self.fiscal_year)?;
        let materials = reader.report_materials(self.fiscal_year)?;
        let section = |key: &&str| Section {
            key: (*key).to_owned(),
            title: title(key),
            title_en: words::say(Language::En, &format!("report.section.{key}")),
            text: texts.remove(*key).unwrap_or_default(),
            materials: materials
                .iter()
                .filter(|m| belongs(m.source, key))
                .map(|m| MaterialLine { on: m.on, text: m.text.clone(), source: name(m.source) })
                .collect(),
        };
        Ok(KEYS.iter().map(section).collect())
    }
}

/// Keeps one text of a year's report; empty takes it away.
///
/// Errors: `report.no-section`, `report.text-too-long`. Changes: reports.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct KeepSection {
    fiscal_year: FiscalYear,
    key: String,
    text: String,
}

impl Command for KeepSection {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Reports];
    fn perform(self, _around: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        if !KEYS.contains(&self.key.as_str()) {
            return Err(Failure::new("report.no-section").at("key"));
        }
        if self.text.chars().count() > LONGEST {
            return Err(Failure::new("report.text-too-long").at("text").with("longest", LONGEST));
        }
        Ok(writer.keep_report_section(self.fiscal_year, &self.key, self.text.trim())?)
    }
}

/// Title of a text.
pub(super) fn title(key: &str) -> String {
    words::ja(&format!("report.section.{key}"))
}

/// The material of a source helps with this text.
fn belongs(source: Source, key: &str) -> bool {
    match key {
        "chronicle" => matches!(source, Source::Activity(_) | Source::Publication(_)),
        "programme" => source == Source::Session,
        "hospitals" => {
            matches!(
                source,
                Source::Activity(Kind::HospitalMeeting | Kind::Briefing | Kind::InHouse) | Source::Relation
            )
        }
        "briefings" => matches!(source, Source::Support(_) | Source::Activity(Kind::Briefing)),
        "networks" => matches!(source, Source::Activity(Kind::Council | Kind::Liaison | Kind::Network)),
        "training" => matches!(source, Source::Activity(Kind::Training | Kind::CaseStudy)),
        "information" => matches!(source, Source::Publication(_)),
        "peers" => source == Source::Activity(Kind::PeerMeeting),
        "relations" => source == Source::Relation,
        "voices" => source == Source::Voices,
        "individual" | "housing" | "results" | "issues" | "policy" => source == Source::Issue,
        _ => false,
    }
}

fn name(source: Source) -> String {
    let key = match source {
        Source::Activity(kind) => return kind.ja().to_owned(),
        Source::Support(kind) => return kind.ja().to_owned(),
        Source::Publication(kind) => return kind.ja().to_owned(),
        Source::Issue => "issue",
        Source::Session => "session",
        Source::Voices => "voices",
        Source::Relation => "relation",
    };
    words::ja(&format!("report.source.{key}"))
}
