//! The ledger of what has left the office: who got which figures, from which state of the data, in which file.
//!
//! Published numbers cannot be recalled, so every later report is judged together with these. The figures are kept as
//! they were printed, cell for cell, with the set each cell counts; nothing here is ever changed.

use crate::reports::year_field;
use crate::schema::Field;
use crate::{Reader, StoreError, Writer};
use domain::calendar::FiscalYear;
use std::collections::BTreeMap;

/// One row of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReleaseRow {
    /// Kind of report, with its period where that is not a year: `annual`, `monthly 2025-06`.
    pub report: String,
    /// Fiscal year.
    pub fiscal_year: FiscalYear,
    /// Code of the level: who reads it.
    pub level: String,
    /// Threshold in persons.
    pub k: u32,
    /// Name of the file.
    pub file_name: String,
    /// Hash of the finished bytes, in hexadecimal digits.
    pub sha256: String,
    /// Published figures as JSON: period, cells, and what each counts.
    pub figures: String,
}

impl Reader<'_> {
    /// Level under which a file left, if it did, by the hash of its bytes; with its published figures.
    pub fn release_of(&self, sha256: &str) -> Result<Option<(String, String)>, StoreError> {
        // The one release of these bytes.
        self.first("SELECT level, figures FROM releases WHERE sha256 = ?", [sha256], |r| {
            Ok((r.text("level")?, r.text("figures")?))
        })
    }

    /// Level and published figures of every release of a fiscal year, oldest first.
    pub fn releases_of(&self, year: FiscalYear) -> Result<Vec<(String, String)>, StoreError> {
        let all = self.releases()?.into_iter().filter(|row| row.fiscal_year == year);
        Ok(all.map(|row| (row.level, row.figures)).collect())
    }

    /// The hospitals of a file that left by their codes, as they were kept.
    pub fn places_of(&self, sha256: &str) -> Result<Option<String>, StoreError> {
        self.setting(&places(sha256))
    }

    /// How many files have left; grows with every release.
    pub fn release_count(&self) -> Result<u32, StoreError> {
        // One number.
        let count = self.first("SELECT count(*) AS n FROM releases", [], |r| r.count("n"))?;
        Ok(count.unwrap_or(0))
    }

    /// Moment at which each file left, by the hash of its bytes.
    pub fn release_moments(&self) -> Result<BTreeMap<String, String>, StoreError> {
        // One pair per release.
        let pairs = self.all("SELECT sha256, released_at FROM releases", [], |r| {
            Ok((r.text("sha256")?, r.text("released_at")?))
        })?;
        Ok(pairs.into_iter().collect())
    }

    /// Everything that has left, oldest first.
    pub fn releases(&self) -> Result<Vec<ReleaseRow>, StoreError> {
        let rows = self.all(
            // One row per release.
            "SELECT report, fiscal_year, level, k, file_name, sha256, figures FROM releases \
             ORDER BY released_at, rowid",
            [],
            |r| {
                let year = i32::try_from(r.count("fiscal_year")?).ok();
                let Some(fiscal_year) = year.and_then(|y| FiscalYear::try_from(y).ok()) else {
                    return Ok(None);
                };
                Ok(Some(ReleaseRow {
                    report: r.text("report")?,
                    fiscal_year,
                    level: r.text("level")?,
                    k: r.count("k")?,
                    file_name: r.text("file_name")?,
                    sha256: r.text("sha256")?,
                    figures: r.text("figures")?,
                }))
            },
        )?;
        Ok(rows.into_iter().flatten().collect())
    }
}

/// Where the hospitals of a file are kept: beside the ledger, because they are no figures and never leave.
fn places(sha256: &str) -> String {
    format!("report.places.{sha256}")
}

impl Writer<'_> {
    /// Keeps the hospitals of a file that leaves by the codes under which it tells them.
    pub fn keep_places(&mut self, sha256: &str, of: &str) -> Result<(), StoreError> {
        self.keep_aside(&places(sha256), of).map(|_| ())
    }

    /// Enters a release with the state of the data it was made from; the same bytes are entered once.
    pub fn enter_release(&mut self, row: &ReleaseRow) -> Result<(), StoreError> {
        if self.release_of(&row.sha256)?.is_some() {
            return Ok(());
        }
        // The newest kept act.
        let snapshot =
            self.first("SELECT coalesce(max(act), 0) AS act FROM undo_acts", [], |r| r.count("act"))?;
        let at = self.at().to_rfc3339();
        let fields = [
            ("released_at", Field::from(at)),
            ("report", Field::from(&row.report)),
            ("fiscal_year", year_field(row.fiscal_year)),
            ("level", Field::from(&row.level)),
            ("k", Field::from(row.k)),
            ("file_name", Field::from(&row.file_name)),
            ("sha256", Field::from(&row.sha256)),
            ("figures", Field::from(&row.figures)),
            ("snapshot", snapshot.map_or(Field::null(), Field::from)),
        ];
        self.insert("releases", &fields).map(|_| ())
    }
}
