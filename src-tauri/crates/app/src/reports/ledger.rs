//! The ledger as the judges read it: every report that has left, and how it is named to those who make the next one.

use super::left::{Left, Places};
use super::request::hospital_in;
use super::settings::{KeepReportSettings, Style};
use super::{Level, ReportKind};
use crate::Failure;
use chrono::{DateTime, NaiveDate};
use domain::calendar::FiscalYear;
use store::Reader;

/// Every report that has left the office, oldest first.
pub(super) fn ledger(reader: &Reader) -> Result<Vec<Left>, Failure> {
    let style = KeepReportSettings::read(reader)?.style();
    let moments = reader.release_moments()?;
    let mut known = Vec::new();
    for row in reader.releases()? {
        let Some(level) = Level::from_code(&row.level).filter(|level| level.leaves()) else { continue };
        let moment = moments.get(&row.sha256).and_then(|at| DateTime::parse_from_rfc3339(at).ok());
        let day = moment.map(|at| at.date_naive());
        let hospital = hospital_in(&row.report).map(str::to_owned);
        let by = read_by(reader, level, hospital.as_deref())?;
        known.push(Left {
            title: title(&row.report, row.fiscal_year, &by, day, style),
            hospital,
            places: places(reader, &row.sha256)?,
            report: row.report,
            fiscal_year: row.fiscal_year.year(),
            level,
            figures: row.figures,
        });
    }
    Ok(known)
}

/// The hospitals of a file that left, by the code under which it tells them.
pub(super) fn places(reader: &Reader, sha256: &str) -> Result<Places, Failure> {
    let kept = reader.places_of(sha256)?;
    Ok(kept.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
}

/// Who read a report, in words: 自治体提出用, or 病院用 with the name of the hospital.
pub(super) fn read_by(reader: &Reader, level: Level, hospital: Option<&str>) -> Result<String, Failure> {
    let Some(hospital) = hospital else { return Ok(level.name()) };
    let name = reader.hospital_name(hospital)?.unwrap_or_default();
    Ok(words::fill(&words::ja("report.read_by"), &[("level", &level.name()), ("hospital", &name)]))
}

/// A report of the ledger as people call it.
pub(super) fn title(
    report: &str,
    fiscal_year: FiscalYear,
    read_by: &str,
    day: Option<NaiveDate>,
    style: Style,
) -> String {
    let (code, rest) = report.split_once(' ').unwrap_or((report, ""));
    let month = format!("{rest}-01").parse::<NaiveDate>().ok();
    let period = month.map_or_else(|| style.fiscal_year(fiscal_year), |first| style.month(first));
    let known = ReportKind::ALL.into_iter().find(|kind| kind.code() == code);
    let kind = known
        .map_or_else(|| report.to_owned(), |kind| words::ja(&format!("report.kind.{}.file", kind.code())));
    let day = day.map_or_else(String::new, |day| style.date(day));
    let values = [("period", period.as_str()), ("kind", &kind), ("level", read_by), ("day", &day)];
    words::fill(&words::ja("report.fate.earlier_report"), &values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_of_the_ledger_is_called_by_its_period_its_reader_and_its_day() {
        let year = FiscalYear::try_from(2025).expect("a year");
        let day = NaiveDate::from_ymd_opt(2025, 10, 3);
        let say = |report: &str| title(report, year, &Level::Municipal.name(), day, Style::default());
        assert_eq!(say("half"), "令和7年度 活動中間報告（自治体提出用、令和7年10月3日）");
        assert_eq!(say("monthly 2025-06"), "令和7年6月 月次活動報告（自治体提出用、令和7年10月3日）");
    }
}
