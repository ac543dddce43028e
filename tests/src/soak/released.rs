//! Invented caseloads are reported, attacked and compared with what suppression alone would publish.

use super::baseline::suppressed;
use super::caseloads::{Dice, annual, caseload, cumulative, headline, monthly, profile, span};
use super::told::bits;
use app::reports::{Judged, Left, Level, Occasion, Places, judge};
use disclosure::{Ladder, Table};
use domain::calendar::FiscalYear;
use std::time::{Duration, Instant};

/// Figures of many reports.
#[derive(Debug, Default)]
pub struct Measured {
    /// Reports judged.
    pub reports: usize,
    /// Reports to which the attacker still objected.
    pub refused: usize,
    /// Time of each report.
    pub times: Vec<Duration>,
    /// Caseloads.
    pub caseloads: usize,
    /// Caseloads whose annual report tells at least as much as suppression alone.
    pub as_much: usize,
    /// The same where tables that are mostly ｘ count as well.
    pub as_much_with_marks: usize,
    /// Bits told by all of them, and by suppression alone.
    pub bits: (f64, f64),
    /// The same where tables that are mostly ｘ count as well.
    pub bits_with_marks: (f64, f64),
    /// Tables published and offered.
    pub tables: (usize, usize),
    /// Cells hidden and cells printed.
    pub hidden: (usize, usize),
    /// Time that suppression alone took.
    pub baseline: Duration,
}

impl Measured {
    /// Middle of the times.
    pub fn median(&self) -> Duration {
        let mut times = self.times.clone();
        times.sort_unstable();
        times.get(times.len() / 2).copied().unwrap_or_default()
    }
    /// Longest time.
    pub fn longest(&self) -> Duration {
        self.times.iter().max().copied().unwrap_or_default()
    }
    /// The same in lines for people.
    pub fn lines(&self, title: &str) -> String {
        let percent = |n: usize| 100.0 * n as f64 / self.caseloads.max(1) as f64;
        format!(
            "{title}: {} caseloads, {} reports, {} refused; tells at least as much as suppression alone in {:.1} % \
             ({:.1} % where tables mostly of ｘ count), {:.0} bits against {:.0}; tables {}/{}, hidden cells {}/{}; \
             median {:?}, longest {:?}; suppression alone {:?}",
            self.caseloads,
            self.reports,
            self.refused,
            percent(self.as_much),
            percent(self.as_much_with_marks),
            self.bits.0,
            self.bits.1,
            self.tables.0,
            self.tables.1,
            self.hidden.0,
            self.hidden.1,
            self.median(),
            self.longest(),
            self.baseline,
        )
    }
}

/// The occasion of a report over some months (0 is April 2025).
pub fn occasion(report: &str, first: usize, last: usize, level: Level) -> Occasion {
    let (from, to) = (span(first, first).0, span(last, last).1);
    let day = |text: &str| text.parse().expect("a day");
    let fiscal_year = FiscalYear::try_from(2025).expect("a year");
    Occasion {
        report: report.to_owned(),
        fiscal_year,
        first: day(&from),
        last: day(&to),
        level,
        hospital: None,
        own: disclosure::Set::new(),
        only_active_on: None,
    }
}

/// One report of a caseload, judged beside what has left.
pub fn report(
    name: &str,
    ladders: Vec<Ladder>,
    months: (usize, usize),
    level: Level,
    headline: disclosure::Headline,
    left: &[Left],
) -> Judged {
    let of = occasion(name, months.0, months.1, level);
    judge(ladders, headline, profile(level.code()), &of, left).expect("the judges can read each other")
}

/// The row of the ledger that a report makes.
pub fn leaves(name: &str, level: Level, judged: &Judged) -> Left {
    let (report, title) = (name.to_owned(), name.to_owned());
    let figures = judged.figures_json.clone();
    Left { report, title, fiscal_year: 2025, level, hospital: None, figures, places: Places::new() }
}

/// Judges the annual reports of caseloads of 3 to 60 persons, one a round, and every tenth time a half-yearly one before
/// and a monthly one after it.
pub fn run(level: Level, rounds: impl Iterator<Item = usize>, seed: u64) -> Measured {
    let mut measured = Measured::default();
    for round in rounds {
        let mut dice = Dice::new(seed + round as u64);
        let persons = caseload(3 + round * 23 % 58, &mut dice);
        let mut left = Vec::new();
        let year = headline(&persons, 11);
        if round % 10 == 0 {
            let half = judged(
                &mut measured,
                "half",
                cumulative(&persons, 5),
                (0, 5),
                level,
                headline(&persons, 5),
                &left,
            );
            left.push(leaves("half", level, &half));
        }
        let ladders = annual(&persons);
        let whole = judged(&mut measured, "annual", ladders.clone(), (0, 11), level, year, &left);
        if round % 10 == 0 {
            left.push(leaves("annual", level, &whole));
            let of = headline(&persons, 3);
            judged(&mut measured, "monthly 2025-07", monthly(&persons, 3), (3, 3), level, of, &left);
        } else {
            compare(&mut measured, &ladders, &whole, year, profile(level.code()).k);
        }
    }
    measured
}

fn judged(
    measured: &mut Measured,
    name: &str,
    ladders: Vec<Ladder>,
    months: (usize, usize),
    level: Level,
    headline: disclosure::Headline,
    left: &[Left],
) -> Judged {
    let began = Instant::now();
    let judged = report(name, ladders, months, level, headline, left);
    measured.times.push(began.elapsed());
    measured.reports += 1;
    measured.refused += usize::from(!judged.findings.is_empty());
    judged
}

fn compare(measured: &mut Measured, ladders: &[Ladder], judged: &Judged, year: disclosure::Headline, k: u64) {
    let (mut ours, mut theirs) = ([0.0; 2], [0.0; 2]);
    let add = |sum: &mut [f64; 2], (usable, marks): (f64, f64)| {
        sum[0] += usable;
        sum[1] += marks;
    };
    for (ladder, fate) in ladders.iter().zip(&judged.release.fates) {
        let finest: &Table = &ladder.rungs[0];
        let form = ladder.rungs.get(fate.rung).filter(|_| fate.published);
        let printed = judged.release.released.table(&finest.id);
        add(&mut ours, bits(finest, form.zip(printed).map(|(form, printed)| (form, printed.cells()))));
        let began = Instant::now();
        let alone = suppressed(finest, k, year);
        measured.baseline += began.elapsed();
        add(&mut theirs, bits(finest, alone.as_ref().map(|cells| (finest, cells.as_slice()))));
        measured.tables.0 += usize::from(fate.published);
        measured.tables.1 += 1;
        measured.hidden.0 += fate.hidden;
        measured.hidden.1 += fate.cells;
    }
    measured.caseloads += 1;
    measured.as_much += usize::from(ours[0] + 1e-9 >= theirs[0]);
    measured.as_much_with_marks += usize::from(ours[1] + 1e-9 >= theirs[1]);
    measured.bits.0 += ours[0];
    measured.bits.1 += theirs[0];
    measured.bits_with_marks.0 += ours[1];
    measured.bits_with_marks.1 += theirs[1];
}
