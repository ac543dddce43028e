//! The texts of the report and, beside each, the year's material. Nothing of it goes into a text by itself.

use super::plan::{self, Outline, Plan};
use super::snapshot::Receiver;
use super::{Level, ReportKind, ReportRequest};
use crate::house::{Command, Query};
use crate::{Circumstances, Failure, Topic};
use chrono::NaiveDate;
use domain::vocabulary::ActivityKind as Kind;
use serde::{Deserialize, Serialize};
use store::reports::Source;
use store::{Reader, Writer};
use words::Language;

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
    /// Dated lines of the period.
    pub materials: Vec<MaterialLine>,
    /// Most characters.
    pub longest: usize,
    /// Most lines, where they are counted.
    pub lines: Option<usize>,
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

/// The texts of a report with the material of its period beside them.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub struct Sections(ReportRequest);

/// The key of the programme or of the hospital that a text's report is about; empty where it is about none.
fn about(reader: &Reader, request: &ReportRequest) -> Result<String, Failure> {
    if request.kind == ReportKind::Monthly && request.month_index().is_none() {
        return Err(Failure::new("report.no-month").at("month"));
    }
    if request.level == Level::Hospital {
        return Ok(Receiver::of(reader, request)?.map(|hospital| hospital.key).unwrap_or_default());
    }
    let programme = match &request.programme_id {
        Some(id) => reader.reported_programme(id)?,
        None => None,
    };
    if request.kind == ReportKind::Programme && programme.is_none() {
        return Err(Failure::new("report.no-programme").at("programme_id"));
    }
    Ok(programme.map(|programme| programme.key).unwrap_or_default())
}

impl Sections {
    /// First and last day of the report.
    pub(crate) fn period(&self, reader: &Reader) -> Result<(NaiveDate, NaiveDate), Failure> {
        about(reader, &self.0)?;
        Ok((self.0.first(), self.0.last()))
    }
}

impl Query for Sections {
    type Answer = Vec<Section>;
    const TOPICS: &'static [Topic] =
        &[Topic::Reports, Topic::Issues, Topic::Activities, Topic::Programmes, Topic::Organisations];
    fn answer(self, _around: &Circumstances, reader: &Reader) -> Result<Self::Answer, Failure> {
        let Self(request) = self;
        let about = about(reader, &request)?;
        let mut texts = plan::texts(reader, &request, &about)?;
        let mut materials = reader.report_materials(request.fiscal_year)?;
        materials.retain(|m| (request.first()..=request.last()).contains(&m.on));
        let plan = Plan::read(reader, request.kind, request.fiscal_year)?;
        let section = |(outline, title): (&'static Outline, &str)| Section {
            key: outline.key.to_owned(),
            title: title.to_owned(),
            title_en: plan::usual_title(Language::En, outline.key),
            text: texts.remove(outline.key).unwrap_or_default(),
            materials: materials
                .iter()
                .filter(|m| belongs(m.source, outline.key))
                .map(|m| MaterialLine { on: m.on, text: m.text.clone(), source: name(m.source) })
                .collect(),
            longest: outline.room.1,
            lines: (outline.room.0 != usize::MAX).then_some(outline.room.0),
        };
        Ok(plan.shown().map(section).collect())
    }
}

/// Keeps one text of a report; empty takes it away.
///
/// Errors: `report.no-section`, `report.no-month`, `report.no-programme`, `report.text-too-long`,
/// `report.too-many-lines`. Changes: reports.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct KeepSection {
    /// Which report.
    report: ReportRequest,
    key: String,
    text: String,
}

impl Command for KeepSection {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Reports];
    fn perform(self, _around: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        let Some(outline) = plan::find(self.report.kind, &self.key) else {
            return Err(Failure::new("report.no-section").at("key"));
        };
        let (lines, longest) = outline.room;
        let text = self.text.trim();
        if text.chars().count() > longest {
            return Err(Failure::new("report.text-too-long").at("text").with("longest", longest));
        }
        if text.lines().count() > lines {
            return Err(Failure::new("report.too-many-lines").at("text").with("lines", lines));
        }
        let about = about(writer, &self.report)?;
        let key = self.report.text_key(&self.key, &about);
        Ok(writer.keep_report_section(self.report.fiscal_year, &key, text)?)
    }
}

/// The material of a source helps with this text.
fn belongs(source: Source, key: &str) -> bool {
    match key {
        "chronicle" => matches!(source, Source::Activity(_) | Source::Publication(_)),
        "programme" | "course" | "reflection" | "next_term" => source == Source::Session,
        "hospitals" => {
            matches!(
                source,
                Source::Activity(Kind::HospitalMeeting | Kind::Briefing | Kind::InHouse) | Source::Relation
            )
        }
        "briefings" => matches!(source, Source::Support(_) | Source::Activity(Kind::Briefing)),
        "networks" => matches!(source, Source::Activity(Kind::Council | Kind::Liaison | Kind::Network)),
        "training" | "staff" => matches!(source, Source::Activity(Kind::Training | Kind::CaseStudy)),
        "information" => matches!(source, Source::Publication(_)),
        "peers" => source == Source::Activity(Kind::PeerMeeting),
        "relations" => source == Source::Relation,
        "voices" | "participants_voices" => source == Source::Voices,
        "individual" | "housing" | "results" | "issues" | "policy" | "notice" | "challenges" | "approach"
        | "self_evaluation" | "progress" => source == Source::Issue,
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
