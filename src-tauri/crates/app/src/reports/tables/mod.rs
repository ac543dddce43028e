//! The tables of the annual report. Each is a ladder: its finest form for the reader first, then ever coarser
//! ones, all true to the same records. Which rung is printed is decided by `disclosure`, never here.
//!
//! Ids are those of the practice's list of tables; a table that holds counts of two classes is split (2, 2-2, 2-3).

mod attributes;
mod contacts;
mod hospitals;
mod meetings;
mod months;
mod persons;
mod programme;
mod road;
mod sheet;
mod work;

use super::Level;
use chrono::{Datelike, NaiveDate};
use disclosure::{Headline, Ladder, Table};
use domain::metrics::{Figures, Records, Year};

pub(super) use hospitals::{Alias, in_year as hospitals_in_year};

/// What the tables are made from.
pub(super) struct View<'a> {
    /// Everything that is counted.
    pub records: &'a Records,
    /// The year.
    pub year: Year,
    /// Its figures.
    pub figures: &'a Figures,
    /// Who reads the report.
    pub level: Level,
    /// Threshold of the level, for forms that are offered only when no cell would have to be hidden.
    pub k: u64,
    /// Day of the report.
    pub today: NaiveDate,
    /// Names of the hospitals as the reader may see them, in their printed order.
    pub hospitals: &'a [Alias],
}

impl View<'_> {
    /// Last day that is counted: 31 March, or today in a year that is still running.
    fn last(&self) -> NaiveDate {
        self.year.fiscal.last().min(self.today)
    }
    /// The month of an index has begun; in a running year the others are left out.
    fn has_begun(&self, month: usize) -> bool {
        self.year.fiscal.month_first(month) <= self.today
    }
    /// 6月4日 where days may be told, else 6月.
    fn day(&self, day: NaiveDate) -> String {
        if self.level == Level::Public {
            format!("{}月", day.month())
        } else {
            format!("{}月{}日", day.month(), day.day())
        }
    }
    /// No cell of 1 to k − 1.
    fn is_safe(&self, counts: impl IntoIterator<Item = u32>) -> bool {
        !self.level.leaves() || counts.into_iter().all(|n| n == 0 || u64::from(n) >= self.k)
    }
}

fn ladder(rungs: Vec<Table>) -> Ladder {
    Ladder { rungs, linked: None }
}

/// All tables in the order of the report.
pub(super) fn ladders(view: &View) -> Vec<Ladder> {
    let mut all = persons::ladders(view);
    all.extend(months::ladders(view));
    all.extend(contacts::ladders(view));
    all.extend(attributes::ladders(view));
    all.extend(road::ladders(view));
    all.extend(programme::ladders(view));
    all.extend(hospitals::ladders(view));
    all.extend(meetings::ladders(view));
    all.extend(work::ladders(view));
    all.retain(|ladder| !ladder.rungs.is_empty());
    all
}

/// Totals of the whole project.
pub(super) fn headline(figures: &Figures) -> Headline {
    Headline {
        active: figures.persons.open_at_end.into(),
        new: figures.persons.new.into(),
        discharged: figures.discharges.into(),
        closed: figures.persons.closed.into(),
        distinct: figures.persons.distinct.into(),
    }
}
