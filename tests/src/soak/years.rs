//! Clean years: every report of an invented practice passes the whole attack, so that a finding means something.

use crate::second_pack::{YEAR, second_pack};
use crate::{Ward, empty};
use app::reports::{AnnualRequest, Level, check_release, enter_release, prepare};
use domain::calendar::FiscalYear;

/// What came of a run over clean years.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Years {
    /// Reports that were made and attacked.
    pub reports: usize,
    /// Cells that were read back from paper and compared.
    pub cells: usize,
    /// False alarms: which year for whom, and what was said.
    pub alarms: Vec<String>,
}

/// Makes the reports of invented years, lets them leave and attacks each once more as a file from outside.
pub fn clean_years(seeds: impl Iterator<Item = u64>) -> Years {
    let mut years = Years::default();
    for seed in seeds {
        let ward = empty();
        ward.at("2024-04-02T09:00:00+09:00").import(&second_pack(seed));
        for level in [Level::Municipal, Level::Public] {
            years.one(&ward, seed, level);
        }
    }
    years
}

impl Years {
    fn one(&mut self, ward: &Ward, seed: u64, level: Level) {
        let Ok(fiscal_year) = FiscalYear::try_from(YEAR) else { return };
        let mut alarm = |what: String| self.alarms.push(format!("year {seed} for {}: {what}", level.code()));
        let report = match prepare(ward.house(), &ward.around(), AnnualRequest { fiscal_year, level }) {
            Ok(report) => report,
            Err(failure) => return alarm(failure.sentence),
        };
        if let Err(failure) = enter_release(ward.house(), &ward.around(), &report) {
            return alarm(failure.sentence);
        }
        match check_release(ward.house(), &ward.around(), &report.pdf, Some(&report.file_name)) {
            Ok(checked) => checked.findings.iter().for_each(|f| alarm(f.detail.clone())),
            Err(failure) => alarm(failure.sentence),
        }
        self.reports += 1;
        self.cells += report.proof.tried.cells;
    }
}
