//! 出す前に: what publishing a report now will force later ones to hide, coarsen or withhold. Published numbers cannot be
//! recalled, so the price is told before they leave.
//!
//! The later report is made from the same data twice, with and without the present one in the ledger, and compared.

use super::insider::insiders;
use super::judge::{Judged, Occasion, judge_among};
use super::ledger::{read_by, title};
use super::left::{Left, Places};
use super::settings::Style;
use super::snapshot::{Receiver, Snapshot};
use super::tables::{View, headline, ladders};
use super::{Level, ReportKind, ReportRequest};
use crate::house::Study;
use crate::{Circumstances, Failure, House, Topic};
use disclosure::Fate;
use serde::{Deserialize, Serialize};
use words::Language;

/// What a report that leaves now will cost later reports.
///
/// Errors: those of a report.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub struct ReleaseForecast(ReportRequest);

/// The price of a report.
#[derive(Clone, Debug, Serialize, ts_rs::TS)]
pub struct Forecast {
    /// Later reports that would tell less; empty where none would.
    pub later: Vec<ForecastReport>,
    /// The same in one sentence.
    pub sentence: String,
    /// The sentence in English.
    pub sentence_en: String,
}

/// A later report that would tell less.
#[derive(Clone, Debug, Serialize, ts_rs::TS)]
pub struct ForecastReport {
    /// Kind.
    pub kind: ReportKind,
    /// Who would read it.
    pub level: Level,
    /// Its tables.
    pub tables: usize,
    /// Those that would tell less.
    pub affected: Vec<ForecastTable>,
    /// The same in one sentence.
    pub sentence: String,
    /// The sentence in English.
    pub sentence_en: String,
}

/// A table that would tell less.
#[derive(Clone, Debug, Serialize, ts_rs::TS)]
pub struct ForecastTable {
    /// Number in the list of tables.
    pub id: String,
    /// Title as it would be printed now.
    pub title: String,
    /// What would become of it.
    pub sentence: String,
    /// The sentence in English.
    pub sentence_en: String,
}

impl Study for ReleaseForecast {
    type Answer = Forecast;
    const TOPICS: &'static [Topic] = &[Topic::Cases, Topic::Contacts, Topic::Programmes, Topic::Reports];
    fn study(self, around: &Circumstances, house: &House) -> Result<Forecast, Failure> {
        let request = self.0.settled(around)?;
        let level = request.level;
        let mut later = Vec::new();
        if !level.is_exact() {
            let (now, places) = judged(house, around, &request, &[])?;
            let hospital = house.read(|reader| Receiver::of(reader, &request))?.map(|own| own.key);
            let name = request.ledger_name(hospital.as_deref());
            let left = Left {
                report: name.clone(),
                title: title(
                    &name,
                    request.fiscal_year,
                    &house.read(|reader| read_by(reader, level, hospital.as_deref()))?,
                    Some(around.today()),
                    Style::default(),
                ),
                fiscal_year: request.fiscal_year.year(),
                level,
                hospital,
                figures: now.figures_json,
                places,
            };
            for next in later_ones(&request) {
                let (without, _) = judged(house, around, &next, &[])?;
                let (with, _) = judged(house, around, &next, std::slice::from_ref(&left))?;
                later.extend(compared(&next, &without.release.fates, &with.release.fates));
            }
        }
        let say = |language| {
            let sentences = later.iter().map(|report| match language {
                Language::En => report.sentence_en.as_str(),
                _ => report.sentence.as_str(),
            });
            let gap = if language == Language::En { " " } else { "" };
            let joined = sentences.collect::<Vec<_>>().join(gap);
            if joined.is_empty() { words::say(language, "report.forecast.none") } else { joined }
        };
        let (sentence, sentence_en) = (say(Language::Ja), say(Language::En));
        Ok(Forecast { later, sentence, sentence_en })
    }
}

/// Reports of the same year that the same readers will want: those of the half and of the whole, and what is public binds
/// the municipality's as well.
fn later_ones(request: &ReportRequest) -> Vec<ReportRequest> {
    let levels = if request.level == Level::Public {
        vec![Level::Public, Level::Municipal]
    } else {
        vec![request.level]
    };
    let kinds = [ReportKind::Half, ReportKind::Annual];
    let of = |level| kinds.map(|kind| ReportRequest::of_year(kind, request.fiscal_year, level));
    levels.into_iter().flat_map(of).filter(|later| later != request).collect()
}

fn judged(
    house: &House,
    around: &Circumstances,
    request: &ReportRequest,
    more: &[Left],
) -> Result<(Judged, Places), Failure> {
    let snapshot = Snapshot::take(house, around, request)?;
    let profile = request.level.profile()?;
    let view = View::of(&snapshot, request, profile.k);
    let occasion = Occasion::of(request, &snapshot, &view);
    let more = more.iter().map(|left| left.in_codes_of(&snapshot.places));
    let left: Vec<Left> = snapshot.earlier.iter().cloned().chain(more).collect();
    let insiders = insiders(&snapshot, request);
    let judged = judge_among(ladders(&view), headline(&view), profile, &occasion, &left, &insiders)?;
    Ok((judged, snapshot.places.clone()))
}

fn compared(request: &ReportRequest, without: &[Fate], with: &[Fate]) -> Option<ForecastReport> {
    let pairs =
        without.iter().filter_map(|fate| Some((fate, with.iter().find(|other| other.id == fate.id)?)));
    let affected: Vec<ForecastTable> = pairs.filter_map(|(without, with)| table(without, with)).collect();
    if affected.is_empty() {
        return None;
    }
    let title = format!("{}（{}）", request.kind.title(), request.level.name());
    let (tables, n) = (without.iter().filter(|f| f.published).count(), affected.len());
    let say = |language| {
        let (tables, n) = (tables.to_string(), n.to_string());
        let values = [("report", title.as_str()), ("tables", &tables), ("n", &n)];
        words::fill(&words::say(language, "report.forecast.some"), &values)
    };
    let (sentence, sentence_en) = (say(Language::Ja), say(Language::En));
    Some(ForecastReport { kind: request.kind, level: request.level, tables, affected, sentence, sentence_en })
}

fn table(without: &Fate, with: &Fate) -> Option<ForecastTable> {
    let key = match (without.published, with.published) {
        (true, false) => "withheld",
        (true, true) if with.rung > without.rung => "coarser",
        (true, true) if with.hidden > without.hidden => "hidden",
        _ => return None,
    };
    let say = |language| {
        let (before, after) = (without.hidden.to_string(), with.hidden.to_string());
        let values = [("before", before.as_str()), ("after", &after)];
        words::fill(&words::say(language, &format!("report.forecast.{key}")), &values)
    };
    Some(ForecastTable {
        id: without.id.clone(),
        title: without.title.clone(),
        sentence: say(Language::Ja),
        sentence_en: say(Language::En),
    })
}
