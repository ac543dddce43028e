//! The ledger on the screen: what has left the office, newest first.

use super::Level;
use super::request::hospital_in;
use crate::house::Query;
use crate::{Circumstances, Failure, Topic};
use domain::calendar::FiscalYear;
use serde::{Deserialize, Serialize};
use store::Reader;

/// Asks for everything that has left.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(type = "Record<string, never>")]
pub struct Releases {}

/// One report that has left.
#[derive(Clone, Debug, Serialize, ts_rs::TS)]
pub struct Sent {
    /// Moment.
    pub at: String,
    /// Its name in the ledger: `annual`, `monthly 2025-06`.
    pub report: String,
    /// Fiscal year of its period.
    pub fiscal_year: FiscalYear,
    /// Who read it.
    pub level: Level,
    /// Name of the hospital that read it, at the level of a hospital.
    pub hospital: Option<String>,
    /// Name of the file.
    pub file_name: String,
    /// Hash of the bytes, in hexadecimal digits.
    pub sha256: String,
}

impl Query for Releases {
    type Answer = Vec<Sent>;
    const TOPICS: &'static [Topic] = &[Topic::Reports];

    fn answer(self, _: &Circumstances, reader: &Reader) -> Result<Vec<Sent>, Failure> {
        let mut moments = reader.release_moments()?;
        let mut sent: Vec<Sent> = Vec::new();
        for row in reader.releases()?.into_iter().rev() {
            let Some(level) = Level::from_code(&row.level) else { continue };
            let hospital = hospital_in(&row.report);
            let hospital = hospital.map(|key| reader.hospital_name(key)).transpose()?.flatten();
            sent.push(Sent {
                hospital,
                at: moments.remove(&row.sha256).unwrap_or_default(),
                report: row.report,
                fiscal_year: row.fiscal_year,
                level,
                file_name: row.file_name,
                sha256: row.sha256,
            });
        }
        Ok(sent)
    }
}
