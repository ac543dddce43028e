//! The tables of the reports. Each is a ladder: its finest form for the reader first, then ever coarser
//! ones, all true to the same records. Which rung is printed is decided by `disclosure`, never here.
//!
//! Ids are those of the practice's list of tables; a table that holds counts of two classes is split (2, 2-2, 2-3).

mod attributes;
mod contacts;
mod further;
mod hospitals;
mod meetings;
mod month;
mod months;
mod own;
mod partners;
mod persons;
mod programme;
mod road;
mod sheet;
mod survey;
mod work;

use super::settings::Style;
use super::snapshot::Snapshot;
use super::{Level, ReportKind, ReportRequest};
use chrono::{Datelike, NaiveDate};
use disclosure::{Headline, Ladder, Table};
use domain::metrics::{Figures, Records, Year};
use sheet::word;
use store::plans::Plan;
use store::report_plans::EarlierFigure;

pub(super) use attributes::{sex_code, years_code};
pub(super) use contacts::contents;
pub(super) use further::{act_code, asked_after, benefit_on, found_in, left_stages, obstacles_of};
pub(super) use hospitals::{Alias, NONE as NO_STAY, in_year as hospitals_in_year};
pub(super) use meetings::{SIDES, partner, trainings_and_meetings};
pub(super) use months::{TYPED_MONTHS, typed_month_caption};
pub(super) use partners::{involved, kind_of, states_on};
pub(super) use persons::typed_figures;
pub(super) use programme::{held, own_work, session_code};
pub(super) use road::MAIN_SERVICES;
pub(super) use survey::{TYPED as TYPED_SURVEY, hospital as survey_hospital};

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
    /// Key of the one hospital that a report is made for.
    pub own: Option<&'a str>,
    /// Name of the one programme of a programme report.
    pub programme: Option<&'a str>,
    /// How years are written.
    pub style: Style,
    /// Which report.
    pub request: &'a ReportRequest,
    /// Figures of earlier years that were typed in.
    pub earlier: &'a [EarlierFigure],
    /// What is planned for the month after.
    pub plans: &'a [Plan],
}

impl<'a> View<'a> {
    /// What a report sees of a snapshot.
    pub(super) fn of(snapshot: &'a Snapshot, request: &'a ReportRequest, k: u64) -> Self {
        Self {
            records: &snapshot.records,
            year: snapshot.year,
            figures: &snapshot.figures,
            level: request.level,
            k,
            today: snapshot.day,
            hospitals: &snapshot.hospitals,
            own: snapshot.hospital.as_ref().map(|own| own.key.as_str()),
            programme: snapshot.programme.as_ref().map(|programme| programme.name.as_str()),
            style: snapshot.settings.style,
            request,
            earlier: &snapshot.earlier_figures,
            plans: &snapshot.plans,
        }
    }
    /// Position of the one hospital that a report is made for.
    fn own_hospital(&self) -> Option<usize> {
        let key = self.own?;
        self.records.organisations.iter().position(|o| o.key == key)
    }
    /// First and last day that is counted: the year's, the half's, the month's, or today in a period that still runs.
    pub(super) fn span(&self) -> (NaiveDate, NaiveDate) {
        (self.request.first(), self.request.last().min(self.today))
    }
    /// The period has not ended yet.
    fn is_running(&self) -> bool {
        self.today < self.request.last()
    }
    /// Last day that is counted.
    fn last(&self) -> NaiveDate {
        self.span().1
    }
    /// Months of the year by index as `YYYY-MM`.
    fn months(&self, from: usize, to: usize) -> impl Iterator<Item = String> + use<> {
        let year = self.year.fiscal;
        (from..=to.min(11)).map(move |month| year.month_first(month).format("%Y-%m").to_string())
    }
    /// A hospital as this reader sees it.
    fn place(&self, hospital: usize) -> String {
        let own = &self.records.organisations[hospital];
        let known = self.hospitals.iter().find(|alias| alias.key == own.key);
        match known {
            Some(alias) => alias.shown.clone(),
            None if self.level.names_hospitals() => own.name.clone(),
            None => word("row.other_hospital"),
        }
    }
    /// Caption of what stands at the end of the period: 9月末 in a half, 現在 while the period runs, else the word of the
    /// key.
    fn at_end(&self, key: &str) -> String {
        word(match self.request.kind {
            _ if self.is_running() => "row.now",
            ReportKind::Half => "column.half_year",
            _ => key,
        })
    }
    /// Caption of what is counted over the whole period: 年度計, 4月〜9月.
    fn whole(&self) -> String {
        match self.request.kind {
            ReportKind::Half => word("row.half"),
            _ => word("row.year"),
        }
    }
    /// The month of an index has begun; in a running year the others are left out.
    fn has_begun(&self, month: usize) -> bool {
        self.year.fiscal.month_first(month) <= self.today
    }
    /// 6月4日 where days may be told, else 6月.
    fn day(&self, day: NaiveDate) -> String {
        if self.level.is_wide() {
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

/// A hospital as the reader of a view sees it.
pub(super) fn shown_place(view: &View, hospital: usize) -> String {
    view.place(hospital)
}

/// The tables of a report in its order.
pub(super) fn ladders(view: &View) -> Vec<Ladder> {
    let mut all = match view.request.kind {
        _ if view.own.is_some() => own::ladders(view),
        ReportKind::Monthly => month::ladders(view),
        ReportKind::Programme => programme::ladders(view),
        ReportKind::Agenda => some_of_the_year(view, &AGENDA),
        ReportKind::Overview => some_of_the_year(view, &OVERVIEW),
        ReportKind::Annual | ReportKind::Half => of_the_year(view),
    };
    all.retain(|ladder| !ladder.rungs.is_empty());
    all
}

/// Tables whose totals stand in 一枚概要.
const OVERVIEW: [&str; 7] = ["3", "4", "16", "17", "19", "21", "23"];

/// Tables whose totals stand in 事前課題シート.
const AGENDA: [&str; 7] = ["3", "16", "17", "19", "20", "21", "24"];

fn some_of_the_year(view: &View, ids: &[&str]) -> Vec<Ladder> {
    let mut all = of_the_year(view);
    all.retain(|ladder| ladder.rungs.first().is_some_and(|table| ids.contains(&table.id.as_str())));
    all
}

/// All tables of a year or a part of it, in the order of the annual report.
fn of_the_year(view: &View) -> Vec<Ladder> {
    let mut all = persons::ladders(view);
    all.extend(months::ladders(view));
    all.extend(contacts::ladders(view));
    all.extend(attributes::ladders(view));
    all.extend(road::ladders(view));
    all.extend(programme::ladders(view));
    all.extend(hospitals::ladders(view));
    all.extend(meetings::ladders(view));
    all.extend(work::ladders(view));
    all.extend(further::ladders(view));
    all.extend(partners::ladders(view));
    all.extend(survey::ladders(view));
    all
}

/// The day on which those in support are told where the other totals are not: in a month they are single persons.
pub(super) fn only_active_on(view: &View) -> Option<NaiveDate> {
    let short = view.request.kind == ReportKind::Monthly && !view.level.is_exact();
    short.then(|| month::told_until(view))
}

/// Totals of the whole project in the period of the report.
pub(super) fn headline(view: &View) -> Headline {
    if view.request.kind == ReportKind::Monthly {
        return month::headline(view);
    }
    if view.own.is_some() {
        return Headline::default();
    }
    let figures = view.figures;
    Headline {
        active: figures.persons.open_at_end.into(),
        new: figures.persons.new.into(),
        discharged: figures.discharges.into(),
        closed: figures.persons.closed.into(),
        distinct: figures.persons.distinct.into(),
    }
}
