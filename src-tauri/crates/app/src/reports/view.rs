//! The report on screen: what would leave, what became of every table, and its pages as pictures.

use super::annual::compute;
use super::{AnnualRequest, Level, Prepared, ReportFinding};
use crate::house::Study;
use crate::{Circumstances, Failure, House, Topic};
use chrono::NaiveDate;
use disclosure::{Fate, Why};
use domain::calendar::FiscalYear;
use serde::{Deserialize, Serialize};
use std::sync::{Arc, Mutex, PoisonError};
use words::Language;

/// Reports computed a moment ago, so that turning a page computes nothing anew. One per level.
#[derive(Default)]
pub struct Cache(Mutex<Vec<(Key, Arc<Prepared>)>>);

type Key = (AnnualRequest, u64, NaiveDate);

impl Cache {
    fn get(
        &self,
        house: &House,
        around: &Circumstances,
        request: AnnualRequest,
    ) -> Result<Arc<Prepared>, Failure> {
        let key = (request, house.generation(), around.today());
        let held = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, report)) = held().iter().find(|(known, _)| *known == key) {
            return Ok(Arc::clone(report));
        }
        let report = Arc::new(compute(house, around, request)?);
        let key = (request, report.generation, around.today());
        let mut reports = held();
        reports.retain(|((known, generation, day), _)| {
            known.level != request.level && (*generation, *day) == (report.generation, key.2)
        });
        reports.push((key, Arc::clone(&report)));
        Ok(report)
    }
}

/// What became of one table, in words.
#[derive(Clone, Debug, Serialize, ts_rs::TS)]
pub struct TableFate {
    /// Number in the list of tables.
    pub id: String,
    /// Title as printed.
    pub title: String,
    /// The same for a reader of English; the paper stays Japanese.
    pub title_en: String,
    /// Printed or withheld.
    pub published: bool,
    /// Rung taken: 0 is the finest.
    pub rung: usize,
    /// How many forms there are.
    pub rungs: usize,
    /// Cells printed as ｘ.
    pub hidden: usize,
    /// Cells other than zero.
    pub cells: usize,
    /// The same in one sentence.
    pub sentence: String,
    /// The sentence in English.
    pub sentence_en: String,
}

/// Totals of the project.
#[derive(Clone, Copy, Debug, Serialize, ts_rs::TS)]
#[allow(missing_docs, reason = "the names of the published figures")]
pub struct ReportHeadline {
    pub active: u64,
    pub new: u64,
    pub discharged: u64,
    pub closed: u64,
    pub distinct: u64,
}

/// A report as it would leave.
#[derive(Clone, Debug, Serialize, ts_rs::TS)]
pub struct ReportView {
    /// Fiscal year.
    pub fiscal_year: FiscalYear,
    /// Who reads it.
    pub level: Level,
    /// Threshold in persons; 0 inside the office.
    pub k: u64,
    /// Pages.
    pub pages: usize,
    /// Bytes.
    pub size: usize,
    /// Totals.
    pub headline: ReportHeadline,
    /// What became of every table.
    pub fates: Vec<TableFate>,
    /// What the check found.
    pub findings: Vec<ReportFinding>,
    /// True when nothing was found.
    pub may_leave: bool,
    /// The check in one sentence.
    pub verdict: String,
    /// The sentence in English.
    pub verdict_en: String,
    /// Minutes that were filled in by rule (推定).
    pub estimated_minutes: u32,
}

/// The annual report as it would leave, checked.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct Report {
    fiscal_year: FiscalYear,
    level: Level,
}

const TOPICS: &[Topic] = &[
    Topic::Cases,
    Topic::Contacts,
    Topic::Programmes,
    Topic::Activities,
    Topic::Organisations,
    Topic::Reports,
    Topic::Settings,
];

impl Study for Report {
    type Answer = ReportView;
    const TOPICS: &'static [Topic] = TOPICS;
    fn study(self, around: &Circumstances, house: &House) -> Result<ReportView, Failure> {
        let request = AnnualRequest { fiscal_year: self.fiscal_year, level: self.level };
        Ok(view(&*house.reports().get(house, around, request)?))
    }
}

fn view(report: &Prepared) -> ReportView {
    let head = report.released.headline();
    let clear = report.findings.is_empty();
    let verdict = match (clear, report.request.level.leaves()) {
        (false, _) => "found",
        (true, true) => "clear",
        (true, false) => "internal",
    };
    let found = report.findings.len().to_string();
    let verdict =
        |language| words::fill(&words::say(language, &format!("report.verdict.{verdict}")), &[("n", &found)]);
    ReportView {
        fiscal_year: report.request.fiscal_year,
        level: report.request.level,
        k: report.released.k(),
        pages: report.pages,
        size: report.pdf.len(),
        headline: ReportHeadline {
            active: head.active,
            new: head.new,
            discharged: head.discharged,
            closed: head.closed,
            distinct: head.distinct,
        },
        fates: report.fates.iter().map(|fate| table_fate(fate, report.request.level)).collect(),
        findings: report.findings.clone(),
        may_leave: clear,
        verdict: verdict(Language::Ja),
        verdict_en: verdict(Language::En),
        estimated_minutes: report.estimated_minutes,
    }
}

fn table_fate(fate: &Fate, level: Level) -> TableFate {
    TableFate {
        id: fate.id.clone(),
        title: fate.title.clone(),
        title_en: title_in_english(&fate.title),
        published: fate.published,
        rung: fate.rung,
        rungs: fate.rungs,
        hidden: fate.hidden,
        cells: fate.cells,
        sentence: fate_sentence(Language::Ja, fate, level),
        sentence_en: fate_sentence(Language::En, fate, level),
    }
}

/// The English words of a printed title; the title itself where it is not one of the report's own.
fn title_in_english(title: &str) -> String {
    words::catalogue(Language::Ja)
        .iter()
        .find(|(key, text)| key.starts_with("report.table.") && *text == title)
        .map_or_else(|| title.to_owned(), |(key, _)| words::say(Language::En, key))
}

fn fate_sentence(language: Language, fate: &Fate, level: Level) -> String {
    let say = |key: &str| words::say(language, &format!("report.fate.{key}"));
    if !level.leaves() {
        return say("exact");
    }
    if !fate.published {
        return words::say(language, "report.withheld");
    }
    let form = if fate.rung == 0 {
        say("finest")
    } else {
        say("coarser") + &fate.steps.last().map_or(String::new(), |s| say(why(&s.why)))
    };
    if fate.hidden == 0 {
        form
    } else {
        let gap = if language == Language::En { " " } else { "" };
        form + gap + &words::fill(&say("hidden"), &[("n", &fate.hidden.to_string())])
    }
}

fn why(why: &Why) -> &'static str {
    match why {
        Why::TooManyHidden { .. } => "why_too_many_hidden",
        Why::CoarserTellsMore => "why_tells_more",
        Why::GroupDisclosure { .. } => "why_group",
        Why::NoPattern => "why_no_pattern",
        Why::SmallBase { .. } => "why_small_base",
        Why::Linked { .. } => "why_linked",
        Why::NotAdditive => "why_not_additive",
    }
}

/// One page of the finished bytes as a picture. Pages count from 1.
///
/// Error: `report.no-page`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct ReportPage {
    fiscal_year: FiscalYear,
    level: Level,
    page: u32,
    width: u32,
}

/// A page as a picture.
#[derive(Clone, Debug, Serialize, ts_rs::TS)]
pub struct PagePicture {
    /// PNG in Base64.
    pub png: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// Widest picture.
const WIDEST: u32 = 4000;

impl Study for ReportPage {
    type Answer = PagePicture;
    const TOPICS: &'static [Topic] = TOPICS;
    fn study(self, around: &Circumstances, house: &House) -> Result<PagePicture, Failure> {
        let request = AnnualRequest { fiscal_year: self.fiscal_year, level: self.level };
        let report = house.reports().get(house, around, request)?;
        let no_page = || Failure::new("report.no-page").at("page");
        let index = usize::try_from(self.page).ok().and_then(|p| p.checked_sub(1)).ok_or_else(no_page)?;
        let width = self.width.clamp(1, WIDEST);
        let png = report::raster::page(&report.pdf, index, width).map_err(|_| no_page())?;
        let side =
            |at: usize| png.get(at..at + 4).and_then(|b| b.try_into().ok()).map_or(0, u32::from_be_bytes);
        Ok(PagePicture { width: side(16), height: side(20), png: base64(&png) })
    }
}

/// Bytes as Base64 (RFC 4648).
fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let n = (u32::from(chunk[0]) << 16)
            | (u32::from(*chunk.get(1).unwrap_or(&0)) << 8)
            | u32::from(*chunk.get(2).unwrap_or(&0));
        for place in 0..4 {
            let sign = if place <= chunk.len() { SIGNS[(n >> (18 - 6 * place)) as usize & 63] } else { b'=' };
            out.push(char::from(sign));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{base64, title_in_english};

    #[test]
    fn pictures_cross_as_base64() {
        for (bytes, text) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")]
        {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn a_printed_title_has_english_words() {
        assert_ne!(title_in_english(&words::ja("report.table.2-3-year")), words::ja("report.table.2-3-year"));
        assert_eq!(title_in_english("事業所の独自の表"), "事業所の独自の表");
    }
}
