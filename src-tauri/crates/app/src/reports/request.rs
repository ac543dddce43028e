//! Which report: its kind, its period, and who reads it.

use super::Level;
use super::settings::Style;
use crate::{Circumstances, Failure};
use chrono::{Datelike, NaiveDate};
use domain::calendar::{FiscalYear, PartialDate, short_date};
use domain::measure::Id;
use serde::{Deserialize, Serialize};

/// A kind of report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum ReportKind {
    /// 年度事業実績報告: April to March.
    #[default]
    Annual,
    /// 中間報告: April to September.
    Half,
    /// 月次活動報告: one month on one page.
    Monthly,
    /// 退院プログラム報告: the sessions of one programme in a fiscal year.
    Programme,
    /// 事前課題シート: the year in short lines.
    Agenda,
    /// 一枚概要: the year in one picture.
    Overview,
}

impl ReportKind {
    /// Every kind.
    pub const ALL: [Self; 6] =
        [Self::Annual, Self::Half, Self::Monthly, Self::Programme, Self::Agenda, Self::Overview];

    /// Stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Annual => "annual",
            Self::Half => "half",
            Self::Monthly => "monthly",
            Self::Programme => "programme",
            Self::Agenda => "agenda",
            Self::Overview => "overview",
        }
    }
    /// Its title as printed.
    pub fn title(self) -> String {
        words::ja(&format!("report.kind.{}.title", self.code()))
    }
}

/// Which report is wanted.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct ReportRequest {
    /// Kind; the annual report unless said.
    #[serde(default)]
    #[ts(as = "Option<ReportKind>", optional)]
    pub kind: ReportKind,
    /// Fiscal year in which the period lies.
    pub fiscal_year: FiscalYear,
    /// Calendar month, 1 to 12, of a monthly report.
    #[serde(default)]
    #[ts(optional)]
    pub month: Option<u32>,
    /// Programme of a programme report.
    #[serde(default)]
    #[ts(optional)]
    pub programme_id: Option<Id>,
    /// Hospital that reads it and whose work it tells, at the level of a hospital; elsewhere of no meaning.
    #[serde(default)]
    #[ts(optional)]
    pub hospital_id: Option<Id>,
    /// Who reads it.
    pub level: Level,
}

/// In the ledger's name of a report, before the hospital that had it.
const HOSPITAL: &str = "hospital";

/// The key of the hospital in the ledger's name of a report.
pub(super) fn hospital_in(report: &str) -> Option<&str> {
    let (_, rest) = report.split_once(' ')?;
    rest.strip_prefix(HOSPITAL)?.strip_prefix(' ')
}

/// The annual report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnnualRequest {
    /// Fiscal year.
    pub fiscal_year: FiscalYear,
    /// Who reads it.
    pub level: Level,
}

impl From<AnnualRequest> for ReportRequest {
    fn from(AnnualRequest { fiscal_year, level }: AnnualRequest) -> Self {
        Self {
            kind: ReportKind::Annual,
            fiscal_year,
            month: None,
            programme_id: None,
            hospital_id: None,
            level,
        }
    }
}

impl ReportRequest {
    /// The monthly report of the month in which a day lies.
    pub fn monthly(day: NaiveDate, level: Level) -> Self {
        let fiscal_year = FiscalYear::of(day);
        Self {
            kind: ReportKind::Monthly,
            month: Some(day.month()),
            ..AnnualRequest { fiscal_year, level }.into()
        }
    }
    /// A report of a whole or half year.
    pub fn of_year(kind: ReportKind, fiscal_year: FiscalYear, level: Level) -> Self {
        Self { kind, ..AnnualRequest { fiscal_year, level }.into() }
    }
    /// The report of one programme.
    pub fn programme(programme_id: Id, fiscal_year: FiscalYear, level: Level) -> Self {
        Self { programme_id: Some(programme_id), ..Self::of_year(ReportKind::Programme, fiscal_year, level) }
    }

    /// The report of a year or a half for one hospital: what was done there, and nothing of the others.
    pub fn for_hospital(hospital_id: Id, kind: ReportKind, fiscal_year: FiscalYear) -> Self {
        Self { hospital_id: Some(hospital_id), ..Self::of_year(kind, fiscal_year, Level::Hospital) }
    }

    /// Refuses what cannot be reported. Errors: `report.not-begun`, `report.no-month`, `report.no-programme`,
    /// `report.no-hospital`, `report.not-for-hospital`.
    pub(super) fn settled(mut self, around: &Circumstances) -> Result<Self, Failure> {
        if self.level == Level::Hospital {
            if !matches!(self.kind, ReportKind::Annual | ReportKind::Half) {
                return Err(Failure::new("report.not-for-hospital").at("kind"));
            }
            if self.hospital_id.is_none() {
                return Err(Failure::new("report.no-hospital").at("hospital_id"));
            }
        } else {
            self.hospital_id = None;
        }
        let month = self.month.is_some_and(|m| (1..=12).contains(&m));
        if self.kind == ReportKind::Monthly && !month {
            return Err(Failure::new("report.no-month").at("month"));
        }
        if self.kind == ReportKind::Programme && self.programme_id.is_none() {
            return Err(Failure::new("report.no-programme").at("programme_id"));
        }
        if around.today() < self.first() {
            return Err(Failure::new("report.not-begun").at("fiscal_year"));
        }
        Ok(self)
    }

    /// Index of the month in the fiscal year, for a monthly report.
    pub(super) fn month_index(&self) -> Option<usize> {
        let month = self.month.filter(|_| self.kind == ReportKind::Monthly)?;
        usize::try_from((month + 8) % 12).ok()
    }
    /// First day of the period.
    pub fn first(&self) -> NaiveDate {
        self.month_index()
            .map_or_else(|| self.fiscal_year.first(), |month| self.fiscal_year.month_first(month))
    }
    /// Last day of the period.
    pub fn last(&self) -> NaiveDate {
        match self.month_index() {
            Some(month) => self.fiscal_year.month_end(month),
            None if self.kind == ReportKind::Half => self.fiscal_year.half(),
            None => self.fiscal_year.last(),
        }
    }
    /// The period as it is said: 令和7年度, 令和7年6月.
    pub(super) fn period(&self, style: Style) -> String {
        let year = style.fiscal_year(self.fiscal_year);
        match self.kind {
            ReportKind::Monthly => style.month(self.first()),
            ReportKind::Half => words::fill(&words::ja("report.kind.half.period"), &[("year", &year)]),
            _ => year,
        }
    }
    /// The period in the name of a file: R7, R7-06.
    fn short_period(&self) -> String {
        let short = |day| short_date(PartialDate::day(day));
        let year = short(self.fiscal_year.half()).split('.').next().unwrap_or_default().to_owned();
        match self.month {
            Some(month) if self.kind == ReportKind::Monthly => {
                let own = short(self.first()).split('.').next().unwrap_or_default().to_owned();
                format!("{own}-{month:02}")
            }
            _ => year,
        }
    }
    /// Name of the file by its template, without any name.
    pub(super) fn file_name(&self, around: &Circumstances) -> String {
        let day = around.today().format("%Y%m%d").to_string();
        let kind = words::ja(&format!("report.kind.{}.file", self.kind.code()));
        let values =
            [("year", self.short_period()), ("kind", kind), ("level", self.level.name()), ("day", day)];
        let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        words::fill(&words::ja("report.file_name"), &values)
    }
    /// The report in the ledger: `annual`, `monthly 2025-06`, `programme …`, `annual hospital …` with the key of the
    /// hospital.
    pub(super) fn ledger_name(&self, hospital: Option<&str>) -> String {
        if let Some(hospital) = hospital {
            return format!("{} {HOSPITAL} {hospital}", self.kind.code());
        }
        match (self.month_index(), &self.programme_id) {
            (Some(_), _) => format!("{} {}", self.kind.code(), self.first().format("%Y-%m")),
            (None, Some(programme)) => format!("{} {programme}", self.kind.code()),
            (None, None) => self.kind.code().to_owned(),
        }
    }
    /// Key under which a text of this report is kept: texts of the annual report stand under their own name, those
    /// of a programme or for a hospital under its key.
    pub(super) fn text_key(&self, section: &str, about: &str) -> String {
        if self.level == Level::Hospital {
            return format!("hospital.{about}.{}.{section}", self.kind.code());
        }
        match (self.kind, self.month_index()) {
            (ReportKind::Annual, _) => section.to_owned(),
            (_, Some(_)) => format!("monthly.{}.{section}", self.first().format("%Y-%m")),
            (ReportKind::Programme, _) => format!("programme.{about}.{section}"),
            (kind, _) => format!("{}.{section}", kind.code()),
        }
    }
}
