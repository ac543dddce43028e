//! The road from the entrance to the exit: 表9 段階別人数, 表11 退院者と退院先, 表14 支給決定の状況.

use super::sheet::{Sheet, count, measure, of, word};
use super::{View, ladder};
use chrono::NaiveDate;
use disclosure::{Cell, Kind, Ladder, Table};
use domain::metrics::{DecisionCounts, Tally};
use domain::vocabulary::{Destination, Phase, Service, Stage};
use std::collections::BTreeSet;

pub(super) fn ladders(view: &View) -> Vec<Ladder> {
    vec![stages(view), destinations(view), decisions(view)]
}

/// Services of table 14.
pub(in crate::reports) const MAIN_SERVICES: [Service; 3] =
    [Service::CommunityTransition, Service::CommunitySettlement, Service::IndependentLiving];

/// Groups of stages that make the rows of one rung.
type Groups = Vec<(String, Vec<Stage>)>;

fn stages(view: &View) -> Ladder {
    let open = || Stage::ALL.iter().copied().filter(|s| *s != Stage::Closed);
    let named = |stage: Stage| {
        if stage.is_candidate() { word("row.stage_candidates") } else { stage.ja().to_owned() }
    };
    let every: Groups = open().map(|s| (named(s), vec![s])).collect();
    let of_phase = |phase: Phase, candidates: bool| -> Vec<Stage> {
        open().filter(|s| s.phase() == phase && (candidates || !s.is_candidate())).collect()
    };
    let phases = [Phase::Entrance, Phase::Moving, Phase::Exit];
    let mut apart: Groups = vec![(word("row.stage_candidates"), vec![Stage::Identified])];
    apart.extend(phases.map(|p| (word(&format!("phase.{}", p.code())), of_phase(p, false))));
    let within: Groups = phases
        .map(|p| {
            let key = if p == Phase::Entrance { "entrance_with_candidates" } else { p.code() };
            (word(&format!("phase.{key}")), of_phase(p, true))
        })
        .into();
    let two: Groups = vec![
        (word("phase.in_hospital"), phases[..2].iter().flat_map(|p| of_phase(*p, true)).collect()),
        (word("phase.exit"), of_phase(Phase::Exit, true)),
    ];
    let mut rungs: Vec<Table> =
        [every, apart, within, two].into_iter().map(|groups| by_groups(view, &groups)).collect();
    rungs.push(all_stages(view));
    ladder(rungs)
}

/// 年度当初, 9月末, 年度末, as far as they have come.
fn days(view: &View) -> Vec<(String, NaiveDate)> {
    let year = view.year.fiscal;
    [("year_start", year.first()), ("half_year", year.half()), ("year_end", year.last())]
        .into_iter()
        .filter(|(_, day)| *day <= view.today)
        .map(|(key, day)| (word(&format!("column.{key}")), day))
        .collect()
}

fn in_stages(view: &View, day: NaiveDate, stages: &[Stage]) -> u32 {
    let found = view.records.cases.iter().filter(|c| c.stage_on(day).is_some_and(|s| stages.contains(&s)));
    u32::try_from(found.count()).unwrap_or(u32::MAX)
}

fn by_groups(view: &View, groups: &Groups) -> Table {
    let days = days(view);
    let mut sheet = Sheet::new("9", Kind::Persons, "active", view).additive();
    for (caption, day) in &days {
        sheet = sheet.count_of(caption.clone(), of("day", [day.to_string()]));
    }
    for (caption, stages) in groups {
        let cells = days.iter().map(|(_, day)| count(in_stages(view, *day, stages))).collect();
        sheet.row_of(caption.clone(), of("stage", stages.iter().map(|s| s.code())), cells);
    }
    sheet.total_row().done()
}

fn all_stages(view: &View) -> Table {
    let days = days(view);
    let open: Vec<Stage> = Stage::ALL.iter().copied().filter(|s| *s != Stage::Closed).collect();
    let mut sheet = Sheet::new("9", Kind::Headline, "active", view).titled(word("table.9-total"));
    for (caption, day) in &days {
        sheet = sheet.count_of(caption.clone(), of("day", [day.to_string()]));
    }
    sheet.row(word("row.active"), days.iter().map(|(_, day)| count(in_stages(view, *day, &open))).collect());
    sheet.note(word("note.candidates_within")).done()
}

/// Discharges of the year: client and destination.
fn discharges(view: &View) -> Vec<(usize, Option<Destination>)> {
    let of_case = |c: &domain::metrics::CaseRecord| -> Vec<_> {
        let in_year = c.discharges().filter(|(day, _)| view.year.fiscal.contains(*day));
        in_year.map(|(_, destination)| (c.client, destination)).collect()
    };
    view.records.cases.iter().flat_map(of_case).collect()
}

/// Events with the distinct persons behind them, where these are fewer.
fn events(clients: &[usize]) -> Cell {
    let total = clients.len() as u64;
    let distinct: BTreeSet<usize> = clients.iter().copied().collect();
    let mut cell = Cell::count(total);
    if (distinct.len() as u64) < total {
        let of = |client: &usize| clients.iter().filter(|c| *c == client).count() as u64;
        cell.persons = Some(distinct.len() as u64);
        cell.largest = distinct.iter().map(of).max();
    }
    cell
}

/// Kinds of destinations, from which the coarser forms of table 11 are put together: アパート等 (0), 家族と同居 (1),
/// グループホーム (2), その他の施設 (3), その他・不明 (4).
const fn kind_of_place(destination: Option<Destination>) -> usize {
    match destination {
        Some(Destination::HomeAlone | Destination::PublicHousing | Destination::SupportHousing) => 0,
        Some(Destination::HomeFamily) => 1,
        Some(Destination::GroupHome) => 2,
        Some(Destination::LodgingTraining | Destination::SupportFacility | Destination::ElderlyFacility) => 3,
        _ => 4,
    }
}

/// A row of a coarser form: key of its caption, and the kinds in it.
type PlaceRow = (&'static str, &'static [usize]);
const ALONE: PlaceRow = ("destination_alone", &[0]);
const FAMILY: PlaceRow = ("destination_family", &[1]);
const HOME: PlaceRow = ("destination_home", &[0, 1]);
const GROUP_HOME: PlaceRow = ("destination_group_home", &[2]);
const OTHER_FACILITY: PlaceRow = ("destination_other_facility", &[3]);
const FACILITY: PlaceRow = ("destination_facility", &[2, 3]);
const OTHER: PlaceRow = ("destination_other", &[4]);
/// Coarser forms of table 11 from the finest on; which kinds are small differs, so three rows are offered in two ways.
const PLACES: [&[PlaceRow]; 4] = [
    &[ALONE, FAMILY, GROUP_HOME, OTHER_FACILITY, OTHER],
    &[ALONE, FAMILY, FACILITY, OTHER],
    &[HOME, GROUP_HOME, OTHER_FACILITY, OTHER],
    &[HOME, FACILITY, OTHER],
];

fn destinations(view: &View) -> Ladder {
    let found = discharges(view);
    let clients = |fits: &dyn Fn(Option<Destination>) -> bool| -> Vec<usize> {
        found.iter().filter(|(_, d)| fits(*d)).map(|(client, _)| *client).collect()
    };
    let all = clients(&|_| true);
    let to = |fits: &dyn Fn(Option<Destination>) -> bool| {
        let known = Destination::ALL.iter().copied().filter(|d| d.is_discharge()).map(Some).chain([None]);
        of("destination", known.filter(|d| fits(*d)).map(|d| d.map_or("unknown", Destination::code)))
    };
    let sheet =
        || Sheet::new("11", Kind::Persons, "discharges", view).count(word("column.discharges")).additive();
    let total = |mut sheet: Sheet| -> Table {
        sheet = sheet.closing_row(vec![events(&all)]);
        sheet.done()
    };
    let always = [
        Destination::HomeAlone,
        Destination::HomeFamily,
        Destination::GroupHome,
        Destination::ElderlyFacility,
    ];
    let mut fine = sheet();
    for destination in Destination::ALL.iter().copied().filter(|d| d.is_discharge()) {
        let left = clients(&|d| d == Some(destination));
        if !left.is_empty() || always.contains(&destination) {
            fine.row_of(destination.ja(), to(&|d| d == Some(destination)), vec![events(&left)]);
        }
    }
    let unknown = clients(&|d| d.is_none());
    if !unknown.is_empty() {
        fine.row_of(word("row.unknown"), of("destination", ["unknown"]), vec![events(&unknown)]);
    }
    let coarser = |rows: &[PlaceRow]| {
        let mut coarse = sheet();
        for (key, kinds) in rows {
            let left = clients(&|d| kinds.contains(&kind_of_place(d)));
            if *key != OTHER.0 || !left.is_empty() {
                let set = to(&|d| kinds.contains(&kind_of_place(d)));
                coarse.row_of(word(&format!("row.{key}")), set, vec![events(&left)]);
            }
        }
        total(coarse)
    };
    let mut only = Sheet::new("11", Kind::Headline, "discharges", view)
        .titled(word("table.11-total"))
        .count(word("column.discharges"));
    only.row(view.whole(), vec![Cell::count(all.len() as u64)]);
    let mut rungs = vec![total(fine)];
    rungs.extend(PLACES.map(coarser));
    rungs.push(only.done());
    ladder(rungs)
}

fn decisions(view: &View) -> Ladder {
    let counts = view.year.decisions(view.records, view.last());
    let held = |services: &[Service]| -> DecisionCounts {
        let mut sum = DecisionCounts::default();
        for (_, tallies) in counts.iter().filter(|(service, _)| services.contains(service)) {
            for (into, tally) in sum.iter_mut().zip(tallies) {
                *into = into.with(tally);
            }
        }
        sum
    };
    let main = MAIN_SERVICES;
    let after = &main[1..];
    if held(&main).iter().all(|t| t.decisions == 0) {
        return ladder(Vec::new());
    }
    let sheet = || {
        let columns = ["new_decisions", "renewed", "ended", "running"];
        columns.into_iter().fold(Sheet::new("14", Kind::Persons, "running", view), |sheet, name| {
            let key = format!("column.{name}");
            sheet.count_of(if name == "running" { view.at_end(&key) } else { word(&key) }, measure(name))
        })
    };
    let cells = |services: &[Service]| held(services).iter().map(tally).collect::<Vec<_>>();
    let of_services = |services: &[Service]| of("service", services.iter().map(|s| s.code()));
    let mut fine = sheet().additive();
    for service in main {
        fine.row_of(service.ja(), of_services(&[service]), cells(&[service]));
    }
    let mut coarse = sheet().additive();
    coarse.row_of(Service::CommunityTransition.ja(), of_services(&main[..1]), cells(&main[..1]));
    coarse.row_of(word("row.after_discharge"), of_services(after), cells(after));
    let mut merged = sheet();
    merged.row(word("row.all_services"), cells(&main));
    let note = |sheet: Sheet| sheet.note(word("note.renewals")).done();
    let closed = |sheet: Sheet| note(sheet.closing_row(cells(&main)));
    ladder(vec![closed(fine), closed(coarse), note(merged)])
}

fn tally(tally: &Tally) -> Cell {
    let mut cell = count(tally.decisions);
    let persons = tally.clients.len() as u64;
    if persons < u64::from(tally.decisions) {
        cell.persons = Some(persons);
        cell.largest = Some(u64::from(tally.decisions) - persons + 1);
    }
    cell
}
