//! 「これからの道のり」, on paper for the person and on screen to look at together: her wish, the road, what comes
//! next. Nobody else's name, and nothing that the staff wrote about her.

use super::make::Office;
use super::style::{joined, weekday};
use crate::house::{Command, Query};
use crate::redaction::{Redactor, TextLevel};
use crate::{Circumstances, Failure, Topic};
use chrono::{Datelike, NaiveDate};
use domain::measure::Id;
use domain::vocabulary::{Phase, Stage};
use report::Fonts;
use report::documents::records::{Road, plain, printable, road, spans};
use report::page::Document;
use serde::{Deserialize, Serialize};
use store::cases::CaseFacts;
use store::records::RoadPage;
use store::{Reader, Writer};
use words::Language;

/// Longest text of the page, in characters.
const LONGEST: usize = 200;

/// Asks for the road of a case as its person may see it. Error: `case.unknown`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct PersonRoad {
    case_id: Id,
}

/// A stretch of text with the kana above it; empty where there are none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Span {
    /// The text.
    pub text: String,
    /// Its kana.
    pub kana: String,
}

/// A stop of the road.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct RoadStop {
    /// The stage.
    pub stage: Stage,
    /// Its phase.
    #[ts(type = "string")]
    pub phase: Phase,
    /// What it is, in plain words.
    pub words: Vec<Span>,
}

/// The road of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct RoadView {
    /// これからの道のり.
    pub title: Vec<Span>,
    /// The name.
    pub name: Vec<Span>,
    /// わたしの ねがい; empty where there is none or it names somebody else.
    pub wish: Vec<Vec<Span>>,
    /// つぎに すること.
    pub next_step: Vec<Vec<Span>>,
    /// つぎに 会う日, in words.
    pub meet: Vec<Span>,
    /// The stops in order.
    pub stops: Vec<RoadStop>,
    /// Which stop has been reached, counted from 0.
    pub here: usize,
    /// A sentence under the road.
    pub comfort: Vec<Span>,
    /// Headings: wish, next step, next meeting, いま ここ.
    pub heads: [Vec<Span>; 4],
    /// 入口 and 出口.
    pub ends: [Vec<Span>; 2],
    /// What somebody wrote for the page; empty: the wish of the record, and no next step.
    pub written: KeepRoadPage,
    /// The wish of the record, which the page shows while nobody wrote another.
    pub wish_of_record: String,
    /// Texts that are left out because they name somebody else: wish, next_step.
    pub withheld: Vec<String>,
}

/// Keeps what the page says beside the record: the wish in plainer words, the next step as it was agreed. ふりがな may be
/// typed as 退院《たいいん》. Errors: `case.unknown`, `record.road-too-long`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct KeepRoadPage {
    case_id: Id,
    wish: String,
    next_step: String,
}

impl Command for KeepRoadPage {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Cases];

    fn perform(self, _: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        crate::cases::known(writer, &self.case_id)?;
        for (field, text) in [("wish", &self.wish), ("next_step", &self.next_step)] {
            if text.chars().count() > LONGEST {
                return Err(Failure::new("record.road-too-long").at(field).with("n", LONGEST));
            }
        }
        let page =
            RoadPage { wish: self.wish.trim().to_owned(), next_step: self.next_step.trim().to_owned() };
        Ok(writer.keep_road_page(&self.case_id, &page)?)
    }
}

/// What the page says, before it is set.
struct Said {
    facts: CaseFacts,
    page: RoadPage,
    wish: String,
    next_step: String,
    meet: Option<NaiveDate>,
    withheld: Vec<String>,
}

impl Said {
    fn read(reader: &Reader, case: &Id, around: &Circumstances) -> Result<Self, Failure> {
        crate::cases::known(reader, case)?;
        let today = around.today();
        let facts = reader.case_on(case, today)?;
        let page = reader.road_page(case)?;
        let wish = if page.wish.is_empty() { facts.wish.trim().to_owned() } else { page.wish.clone() };
        let meet = reader.next_planned(case, today)?;
        let next_step = page.next_step.clone();
        let mut said = Self { wish, next_step, meet, facts, page, withheld: Vec::new() };
        if said.wish.is_empty() && said.next_step.is_empty() {
            return Ok(said);
        }
        let others = Others::of(reader, &said.facts)?;
        for (field, text) in [("wish", &mut said.wish), ("next_step", &mut said.next_step)] {
            if others.named_in(text) {
                text.clear();
                said.withheld.push(field.to_owned());
            }
        }
        Ok(said)
    }
}

/// Everybody who is not the person.
struct Others {
    redactor: Redactor,
    /// Names of the person, folded.
    own: Vec<String>,
}

impl Others {
    fn of(reader: &Reader, facts: &CaseFacts) -> Result<Self, Failure> {
        let own = [&facts.family_name, &facts.given_name, &facts.family_kana, &facts.given_kana]
            .into_iter()
            .chain(&facts.aliases)
            .cloned()
            .chain([facts.name(), facts.kana()])
            .filter(|name| !name.is_empty())
            .map(|name| redaction::folded(&name))
            .collect();
        Ok(Self { redactor: Redactor::of(reader, TextLevel::CaseStudy)?, own })
    }

    /// True when a text names one of them: a client, somebody of the directory, or anybody by a title.
    fn named_in(&self, text: &str) -> bool {
        let text = plain(text);
        let written: Vec<char> = text.chars().collect();
        self.redactor.redact(&text).hits.iter().any(|hit| {
            let word: String = written[hit.start..hit.end].iter().collect();
            ["client", "staff", "name"].contains(&hit.code) && !self.own.contains(&redaction::folded(&word))
        })
    }
}

/// A word of the page.
fn word(language: Language, key: &str) -> String {
    words::say(language, &format!("papers.road.{key}"))
}

fn ruby(text: &str) -> Vec<Span> {
    spans(text).into_iter().map(|(text, kana)| Span { text, kana }).collect()
}

/// 南《みなみ》 和夫《かずお》 さん.
pub(super) fn name(facts: &CaseFacts, language: Language) -> String {
    let part = |name: &str, kana: &str| {
        if kana.is_empty() || name == kana { name.to_owned() } else { format!("｜{name}《{kana}》") }
    };
    let name = joined(
        [part(&facts.family_name, &facts.family_kana), part(&facts.given_name, &facts.given_kana)],
        " ",
    );
    words::fill(&word(language, "name"), &[("name", &name)])
}

/// 11月26日（木） with its kana.
fn meeting(on: NaiveDate, language: Language) -> String {
    let values = [
        ("month", on.month().to_string()),
        ("day", on.day().to_string()),
        ("weekday", weekday(on, language)),
    ];
    let values: Vec<(&str, &str)> = values.iter().map(|(name, text)| (*name, text.as_str())).collect();
    words::fill(&word(language, "meet_day"), &values)
}

fn here(stage: Stage) -> usize {
    Stage::ALL.iter().position(|one| *one == stage).unwrap_or_default()
}

impl Query for PersonRoad {
    type Answer = RoadView;
    const TOPICS: &'static [Topic] = &[Topic::Cases, Topic::Plans, Topic::Organisations, Topic::Settings];

    fn answer(self, around: &Circumstances, reader: &Reader) -> Result<RoadView, Failure> {
        let language = crate::settings::language(reader);
        let said = Said::read(reader, &self.case_id, around)?;
        let paragraphs = |text: &str| text.lines().filter(|line| !line.trim().is_empty()).map(ruby).collect();
        let stops = Stage::ALL.iter().map(|stage| RoadStop {
            stage: *stage,
            phase: stage.phase(),
            words: ruby(&word(language, &format!("stop.{}", stage.code()))),
        });
        let say = |key: &str| ruby(&word(language, key));
        Ok(RoadView {
            title: say("title"),
            name: ruby(&name(&said.facts, language)),
            wish: paragraphs(&said.wish),
            next_step: paragraphs(&said.next_step),
            meet: said.meet.map(|on| ruby(&meeting(on, language))).unwrap_or_default(),
            stops: stops.collect(),
            here: here(said.facts.stage),
            comfort: say("comfort"),
            heads: ["wish", "next", "meet", "here"].map(say),
            ends: ["entrance", "exit"].map(say),
            written: KeepRoadPage {
                case_id: self.case_id,
                wish: said.page.wish,
                next_step: said.page.next_step,
            },
            wish_of_record: said.facts.wish.trim().to_owned(),
            withheld: said.withheld,
        })
    }
}

/// The page on paper, the characters it could not print, and whether something was left out.
pub(super) fn document(
    reader: &Reader,
    office: &Office,
    case: &Id,
    around: &Circumstances,
) -> Result<(Document, Vec<char>, bool), Failure> {
    let fonts = Fonts::shared();
    let said = Said::read(reader, case, around)?;
    let mut missing = Vec::new();
    let mut clean = |text: &str| {
        let (printed, lost) = printable(text, fonts);
        missing.extend(lost);
        printed
    };
    let ja = |key: &str| word(Language::Ja, key);
    let who = joined([office.organisation.clone(), office.author.clone()], " ");
    let ask = if who.is_empty() { String::new() } else { words::fill(&ja("ask"), &[("who", &clean(&who))]) };
    let day = [("month", office.on.month().to_string()), ("day", office.on.day().to_string())];
    let day: Vec<(&str, &str)> = day.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let page = Road {
        title: ja("title"),
        name: clean(&name(&said.facts, Language::Ja)),
        wish: (ja("wish"), clean(&said.wish)),
        stops: Stage::ALL.iter().map(|stage| ja(&format!("stop.{}", stage.code()))).collect(),
        here: here(said.facts.stage),
        here_word: ja("here"),
        ends: ["entrance", "exit"].map(ja),
        comfort: ja("comfort"),
        next: vec![
            (ja("next"), clean(&said.next_step)),
            (ja("meet"), said.meet.map(|on| meeting(on, Language::Ja)).unwrap_or_default()),
        ],
        foot: vec![ask, ja("own"), words::fill(&ja("made"), &day)],
    };
    Ok((road::lay_out(&page, fonts), missing, !said.withheld.is_empty()))
}
