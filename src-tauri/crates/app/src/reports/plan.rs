//! The sections of every kind of report: which there are, and their order, titles and choice as the user keeps them.

use super::{ReportKind, ReportRequest};
use crate::house::{Command, Query};
use crate::{Circumstances, Failure, Topic};
use domain::calendar::FiscalYear;
use report::ChartKind;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use store::report_plans::PlannedSection;
use store::{Reader, Writer};
use words::Language;

/// A section that a kind of report can have.
#[derive(Debug)]
pub(super) struct Outline {
    /// Key, such as `programme`.
    pub key: &'static str,
    /// Key of its chapter; empty in a report without chapters.
    pub chapter: &'static str,
    /// Tables that stand in it.
    pub tables: &'static [&'static str],
    /// Charts that stand in it.
    pub charts: &'static [ChartKind],
    /// Printed unless the user says otherwise.
    pub usual: bool,
    /// Most lines and characters of its text.
    pub room: (usize, usize),
}

/// Longest text of a report of several pages, in characters.
const LONG: (usize, usize) = (usize::MAX, 20_000);

const fn section(
    chapter: &'static str,
    key: &'static str,
    tables: &'static [&'static str],
    charts: &'static [ChartKind],
) -> Outline {
    Outline { key, chapter, tables, charts, usual: true, room: LONG }
}

/// A section that a 指定管理者 wants and others do not.
const fn contracted(chapter: &'static str, key: &'static str) -> Outline {
    Outline { key, chapter, tables: &[], charts: &[], usual: false, room: LONG }
}

/// A text on a page of its own, with little room.
const fn short(key: &'static str, lines: usize, characters: usize) -> Outline {
    Outline { key, chapter: "", tables: &[], charts: &[], usual: true, room: (lines, characters) }
}

const YEAR: &[Outline] = &[
    section("outline", "purpose", &[], &[]),
    section("outline", "structure", &[], &[]),
    section("outline", "area", &[], &[]),
    section("outline", "chronicle", &[], &[]),
    contracted("outline", "organisation_chart"),
    contracted("outline", "plan_actual"),
    section(
        "work",
        "individual",
        &["2", "2-1", "3", "4", "5"],
        &[ChartKind::MonthlyContacts, ChartKind::Methods],
    ),
    section("work", "programme", &["16"], &[]),
    section("work", "hospitals", &["17", "18"], &[ChartKind::HospitalVisits]),
    section("work", "briefings", &["21", "22"], &[]),
    section("work", "networks", &["19"], &[]),
    section("work", "training", &["20"], &[ChartKind::Trainings]),
    section("work", "information", &["24"], &[]),
    section("work", "peers", &["23"], &[]),
    section("work", "housing", &["14", "14-2", "15", "15-2"], &[]),
    section(
        "results",
        "results",
        &["1", "2-2", "2-3", "6", "7", "8", "9", "10", "11", "12", "13", "25"],
        &[ChartKind::Years, ChartKind::Stages, ChartKind::Destinations, ChartKind::Hours],
    ),
    section("results", "survey", &["26", "26-2", "27", "28"], &[]),
    section("results", "relations", &[], &[]),
    section("results", "voices", &[], &[]),
    contracted("results", "case_examples"),
    contracted("management", "self_evaluation"),
    contracted("management", "staff"),
    contracted("management", "complaints"),
    contracted("management", "safety"),
    section("issues", "issues", &[], &[]),
    section("policy", "policy", &[], &[]),
];

const PROGRAMME: &[Outline] = &[
    section("", "aim", &[], &[]),
    section("", "course", &["16"], &[ChartKind::Sessions]),
    section("", "participants_voices", &[], &[]),
    section("", "reflection", &[], &[]),
    section("", "next_term", &[], &[]),
];

const MONTH: &[Outline] = &[short("notice", 3, 240)];

const AGENDA: &[Outline] = &[
    short("progress", 6, 320),
    short("strengths", 5, 240),
    short("challenges", 5, 240),
    short("approach", 8, 480),
    short("indicators", 5, 240),
];

const OVERVIEW: &[Outline] = &[
    short("message", 3, 160),
    short("box_hospital", 2, 40),
    short("box_consultation", 2, 40),
    short("box_municipality", 2, 40),
    short("box_peer", 2, 40),
];

/// The sections of a kind in their usual order.
pub(super) const fn outline(kind: ReportKind) -> &'static [Outline] {
    match kind {
        ReportKind::Annual | ReportKind::Half => YEAR,
        ReportKind::Programme => PROGRAMME,
        ReportKind::Monthly => MONTH,
        ReportKind::Agenda => AGENDA,
        ReportKind::Overview => OVERVIEW,
    }
}

/// The section of a key.
pub(super) fn find(kind: ReportKind, key: &str) -> Option<&'static Outline> {
    outline(kind).iter().find(|section| section.key == key)
}

/// Usual title of a section.
pub(super) fn usual_title(language: Language, key: &str) -> String {
    words::say(language, &format!("report.section.{key}"))
}

/// The sections of one report as the user wants them.
#[derive(Clone, Debug)]
pub(super) struct Plan(Vec<(&'static Outline, String, bool)>);

impl Plan {
    /// As kept; sections that the kept plan does not know follow at their usual place's end.
    pub fn read(reader: &Reader, kind: ReportKind, year: FiscalYear) -> Result<Self, Failure> {
        let kept = reader.report_plan(year, kind.code())?;
        let mut sections: Vec<(&'static Outline, String, bool)> = kept
            .into_iter()
            .filter_map(|planned| {
                let own = planned.title;
                find(kind, &planned.section).map(|section| {
                    let title = if own.is_empty() { usual_title(Language::Ja, section.key) } else { own };
                    (section, title, planned.shown)
                })
            })
            .collect();
        let known: BTreeSet<&str> = sections.iter().map(|(section, ..)| section.key).collect();
        let missing = outline(kind).iter().filter(|section| !known.contains(section.key));
        let missing = missing.map(|s| (s, usual_title(Language::Ja, s.key), s.usual));
        sections.extend(missing.collect::<Vec<_>>());
        Ok(Self(sections))
    }
    /// The sections that are printed, with their titles, in order.
    pub fn shown(&self) -> impl Iterator<Item = (&'static Outline, &str)> {
        self.0.iter().filter(|(.., shown)| *shown).map(|(section, title, _)| (*section, title.as_str()))
    }
    /// Title of a section.
    pub fn title(&self, key: &str) -> String {
        let own = self.0.iter().find(|(section, ..)| section.key == key).map(|(_, title, _)| title.clone());
        own.unwrap_or_else(|| usual_title(Language::Ja, key))
    }
}

/// One section in the plan of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct SectionChoice {
    /// Key.
    pub key: String,
    /// Chapter it stands in; empty where the report has none.
    pub chapter: String,
    /// Title as printed.
    pub title: String,
    /// The usual title.
    pub usual_title: String,
    /// The usual title for a reader of English.
    pub usual_title_en: String,
    /// Printed when it has something to say.
    pub shown: bool,
    /// Printed unless the user says otherwise.
    pub usual: bool,
}

/// Asks for the order, the titles and the choice of a report's sections.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct SectionPlan {
    #[serde(default)]
    #[ts(as = "Option<ReportKind>", optional)]
    kind: ReportKind,
    fiscal_year: FiscalYear,
}

impl Query for SectionPlan {
    type Answer = Vec<SectionChoice>;
    const TOPICS: &'static [Topic] = &[Topic::Reports];
    fn answer(self, _around: &Circumstances, reader: &Reader) -> Result<Self::Answer, Failure> {
        let Plan(sections) = Plan::read(reader, self.kind, self.fiscal_year)?;
        let chapter = |key: &str| match key {
            "" => String::new(),
            key => words::ja(&format!("report.chapter.{key}")),
        };
        let choice = |(section, title, shown): (&'static Outline, String, bool)| SectionChoice {
            key: section.key.to_owned(),
            chapter: chapter(section.chapter),
            title,
            usual_title: usual_title(Language::Ja, section.key),
            usual_title_en: usual_title(Language::En, section.key),
            shown,
            usual: section.usual,
        };
        Ok(sections.into_iter().map(choice).collect())
    }
}

/// One section as it is to be kept.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct KeptSection {
    key: String,
    /// The user's own title; empty for the usual one.
    title: String,
    shown: bool,
}

/// Keeps the order, the titles and the choice of a report's sections, for this year and those after it; no section
/// at all goes back to the usual order.
///
/// Errors: `report.no-section`, `report.text-too-long`. Changes: reports.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct KeepSectionPlan {
    #[serde(default)]
    #[ts(as = "Option<ReportKind>", optional)]
    kind: ReportKind,
    fiscal_year: FiscalYear,
    sections: Vec<KeptSection>,
}

/// Longest title in characters.
const LONGEST_TITLE: usize = 40;

impl Command for KeepSectionPlan {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Reports];
    fn perform(self, _around: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        let mut known = BTreeSet::new();
        let mut planned = Vec::new();
        for section in self.sections {
            if find(self.kind, &section.key).is_none() || !known.insert(section.key.clone()) {
                return Err(Failure::new("report.no-section").at("sections"));
            }
            let title = section.title.trim();
            if title.chars().count() > LONGEST_TITLE {
                return Err(Failure::new("report.text-too-long")
                    .at("sections")
                    .with("longest", LONGEST_TITLE));
            }
            let own = if title == usual_title(Language::Ja, &section.key) { "" } else { title };
            planned.push(PlannedSection {
                section: section.key,
                title: own.to_owned(),
                shown: section.shown,
            });
        }
        Ok(writer.keep_report_plan(self.fiscal_year, self.kind.code(), &planned)?)
    }
}

/// The written texts of one report, by section.
pub(super) fn texts(
    reader: &Reader,
    request: &ReportRequest,
    about: &str,
) -> Result<std::collections::BTreeMap<String, String>, Failure> {
    let mut kept = reader.report_sections(request.fiscal_year)?;
    let own = outline(request.kind).iter().filter_map(|section| {
        let text = kept.remove(&request.text_key(section.key, about))?;
        Some((section.key.to_owned(), text))
    });
    Ok(own.collect())
}
