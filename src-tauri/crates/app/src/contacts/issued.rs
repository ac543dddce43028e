//! A report that was issued says what was known then: whoever changes a past day is told which reports that concerns.

use crate::house::Query;
use crate::{Circumstances, Failure, Topic};
use chrono::NaiveDate;
use domain::calendar::FiscalYear;
use serde::{Deserialize, Serialize};
use store::Reader;

/// Asks which reports over a day have left, the newest first.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct IssuedReports {
    #[ts(type = "string")]
    on: NaiveDate,
}

/// A report that has left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct IssuedReport {
    /// Name of its file.
    pub file_name: String,
    /// Moment at which it left.
    pub released_at: String,
}

/// True for a kind of report as the ledger writes it (`annual`, `monthly 2025-06`) that tells of the month of a day.
fn covers(report: &str, on: NaiveDate) -> bool {
    match report.strip_prefix("monthly ") {
        Some(month) => month == on.format("%Y-%m").to_string(),
        None => true,
    }
}

impl Query for IssuedReports {
    type Answer = Vec<IssuedReport>;
    const TOPICS: &'static [Topic] = &[Topic::Reports];

    fn answer(self, _: &Circumstances, reader: &Reader) -> Result<Vec<IssuedReport>, Failure> {
        let year = FiscalYear::of(self.on);
        let moments = reader.release_moments()?;
        let over = reader
            .releases()?
            .into_iter()
            .filter(|row| row.fiscal_year == year && covers(&row.report, self.on));
        let mut told: Vec<IssuedReport> = over
            .map(|row| IssuedReport {
                released_at: moments.get(&row.sha256).cloned().unwrap_or_default(),
                file_name: row.file_name,
            })
            .collect();
        told.sort_by(|a, b| b.released_at.cmp(&a.released_at));
        Ok(told)
    }
}
