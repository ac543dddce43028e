//! How reports are written and who may have them: 和暦 or 西暦, 人 or 名, 承認欄, and the two audiences that are off
//! until somebody switches them on.

use super::Level;
use crate::house::{Command, Query};
use crate::{Circumstances, Failure, Topic};
use chrono::{Datelike, NaiveDate};
use domain::calendar::{FiscalYear, PartialDate, long_date, wareki_fiscal_year};
use serde::{Deserialize, Serialize};
use store::{Reader, Writer};

/// Where these settings are kept.
const KEY: &str = "report.settings";
/// Longest text in characters.
const LONGEST: usize = 200;

/// How years are written on paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum PaperYears {
    /// 和暦: 令和7年度.
    #[default]
    Era,
    /// 西暦: 2025年度.
    Western,
}

/// How persons are counted in words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum PersonWord {
    /// 名 in sentences, 人 in tables.
    #[default]
    Usual,
    /// 人 everywhere.
    Nin,
    /// 名 everywhere.
    Mei,
}

/// Asks how reports are written.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(type = "Record<string, never>")]
pub struct ReportSettings {}

/// Keeps how reports are written. Errors: `report.text-too-long`. Changes: reports.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct KeepReportSettings {
    /// Years.
    years: PaperYears,
    /// Persons.
    persons: PersonWord,
    /// A field for approvals on the cover.
    approval: bool,
    /// Clause of the contract on which the exact report rests; empty: that audience is off.
    commissioner_clause: String,
    /// Its receiver.
    commissioner_receiver: String,
    /// The audience of a hospital is on.
    hospital: bool,
}

/// How years and persons are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    /// Years.
    pub years: PaperYears,
    /// Persons.
    pub persons: PersonWord,
}

impl Style {
    /// 令和7年度 or 2025年度.
    pub fn fiscal_year(self, year: FiscalYear) -> String {
        match self.years {
            PaperYears::Era => wareki_fiscal_year(year),
            PaperYears::Western => {
                words::fill(&words::ja("report.western.fiscal_year"), &[("year", &year.year().to_string())])
            }
        }
    }
    /// 令和8年4月2日 or 2026年4月2日.
    pub fn date(self, day: NaiveDate) -> String {
        match self.years {
            PaperYears::Era => long_date(PartialDate::day(day)),
            PaperYears::Western => {
                let (year, month, date) =
                    (day.year().to_string(), day.month().to_string(), day.day().to_string());
                words::fill(
                    &words::ja("report.western.date"),
                    &[("year", &year), ("month", &month), ("day", &date)],
                )
            }
        }
    }
    /// 令和8年4月 or 2026年4月.
    pub fn month(self, day: NaiveDate) -> String {
        let date = self.date(day);
        date.split_once('月').map_or(date.clone(), |(month, _)| format!("{month}月"))
    }
    /// 人 or 名 in a sentence.
    pub fn in_sentence(self) -> String {
        let key = if self.persons == PersonWord::Nin { "nin" } else { "mei" };
        words::ja(&format!("report.person.{key}"))
    }
    /// 人 or 名 beside a figure.
    pub fn beside_figure(self) -> String {
        let key = if self.persons == PersonWord::Mei { "mei" } else { "nin" };
        words::ja(&format!("report.person.{key}"))
    }
}

impl KeepReportSettings {
    /// As kept, or as they come.
    pub(super) fn read(reader: &Reader) -> Result<Self, Failure> {
        let kept = reader.setting(KEY)?;
        Ok(kept.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
    }
    pub(super) const fn style(&self) -> Style {
        Style { years: self.years, persons: self.persons }
    }
    pub(super) const fn approval(&self) -> bool {
        self.approval
    }
    /// Reports are handed to hospitals.
    pub(super) const fn hospital(&self) -> bool {
        self.hospital
    }
    /// Clause and receiver of the exact report.
    pub(super) fn commissioner(&self) -> (&str, &str) {
        (self.commissioner_clause.trim(), self.commissioner_receiver.trim())
    }
    /// Refuses an audience that is off. Errors: `report.no-clause`, `report.audience-off`.
    pub(super) fn admits(&self, level: Level) -> Result<(), Failure> {
        let (clause, receiver) = self.commissioner();
        match level {
            Level::Commissioner if clause.is_empty() || receiver.is_empty() => {
                Err(Failure::new("report.no-clause").at("level"))
            }
            Level::Hospital if !self.hospital => Err(Failure::new("report.audience-off").at("level")),
            _ => Ok(()),
        }
    }
}

impl Query for ReportSettings {
    type Answer = KeepReportSettings;
    const TOPICS: &'static [Topic] = &[Topic::Reports];
    fn answer(self, _around: &Circumstances, reader: &Reader) -> Result<KeepReportSettings, Failure> {
        KeepReportSettings::read(reader)
    }
}

impl Command for KeepReportSettings {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Reports];
    fn perform(self, _around: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        for (field, text) in [
            ("commissioner_clause", &self.commissioner_clause),
            ("commissioner_receiver", &self.commissioner_receiver),
        ] {
            if text.chars().count() > LONGEST {
                return Err(Failure::new("report.text-too-long").at(field).with("longest", LONGEST));
            }
        }
        let text = serde_json::to_string(&self).map_err(|_| Failure::new("report.failed"))?;
        Ok(writer.keep_setting(KEY, &text)?)
    }
}
