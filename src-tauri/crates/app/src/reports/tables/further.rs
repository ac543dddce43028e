//! Tables whose records many houses do not keep: 表8 病院・地区別, 表10 段階に要した期間, 表12 退院後の状況, 表13 理由,
//! 表14-2 給付の有無, 表15 住まい. They are judged after the others, so that they take nothing from them.

use super::sheet::{Sheet, count, measure, of, word};
use super::{View, ladder};
use chrono::{Months, NaiveDate};
use disclosure::{Cell, Kind, Ladder, Table};
use domain::metrics::{CaseRecord, HousingAct};
use domain::vocabulary::{ClosureReason, Obstacle, Stage};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn ladders(view: &View) -> Vec<Ladder> {
    vec![
        ladder(places(view)),
        ladder(durations(view)),
        ladder(followed(view)),
        ladder(obstacles(view)),
        ladder(benefits(view)),
        ladder(homes(view).into_iter().collect()),
        ladder(answers(view).into_iter().collect()),
    ]
}

fn number(n: usize) -> Cell {
    count(u32::try_from(n).unwrap_or(u32::MAX))
}

/// The hospital in which a case was found.
pub(in crate::reports) fn found_in(view: &View, case: &CaseRecord) -> String {
    let stay = case.stay_on(case.identified_on);
    stay.map_or_else(|| super::NO_STAY.to_owned(), |stay| view.place(stay.hospital))
}

/// Persons of the year, new cases and discharges by hospital as this reader sees it.
pub(super) fn by_place(view: &View) -> BTreeMap<String, [u32; 3]> {
    let mut rows: BTreeMap<String, [u32; 3]> = BTreeMap::new();
    let mut add = |place: String, column: usize| rows.entry(place).or_default()[column] += 1;
    let (first, last) = view.span();
    for case in view.year.one_case_a_person(view.records) {
        add(found_in(view, case), 0);
    }
    for case in &view.records.cases {
        if (first..=last).contains(&case.identified_on) {
            add(found_in(view, case), 1);
        }
        for stay in
            case.discharged_stays().filter(|s| s.discharged_on.is_some_and(|d| (first..=last).contains(&d)))
        {
            add(view.place(stay.hospital), 2);
        }
    }
    rows
}

/// 表8: persons of the year, new cases and discharges by hospital, where no small number stands among them.
fn places(view: &View) -> Vec<Table> {
    let rows = by_place(view);
    if rows.is_empty() {
        return Vec::new();
    }
    let mut fine = Sheet::new("8", Kind::Persons, "persons", view)
        .count(word("column.clients"))
        .count_of(word("column.new"), measure("new"))
        .count_of(word("column.discharged"), measure("discharges"))
        .additive();
    for (place, counts) in &rows {
        let shown = if place == super::NO_STAY { word("row.no_stay") } else { place.clone() };
        fine.row_of(shown, of("hospital", [place.clone()]), counts.map(count).to_vec());
    }
    // A total alone stands in table 1 already, and letters would have to name hospitals nobody visited.
    let small = !view.is_safe(rows.values().flatten().copied());
    if small || view.level.is_wide() { Vec::new() } else { vec![fine.total_row().done()] }
}

/// Days that each case spent in a stage that it left in the period, by case.
fn passages<'a>(view: &View<'a>) -> Vec<(Stage, &'a CaseRecord, i64)> {
    let (first, last) = view.span();
    let mut found = Vec::new();
    for case in &view.records.cases {
        let mut days: BTreeMap<Stage, i64> = BTreeMap::new();
        let mut left: BTreeSet<Stage> = BTreeSet::new();
        for pair in case.stages.windows(2) {
            let ((from, stage), (to, _)) = (pair[0], pair[1]);
            *days.entry(stage).or_default() += (to - from).num_days();
            if (first..=last).contains(&to) {
                left.insert(stage);
            }
        }
        found.extend(left.into_iter().map(|stage| (stage, case, days[&stage])));
    }
    found
}

/// Cases that left a stage in the period, for the records behind a figure.
pub(in crate::reports) fn left_stages<'a>(view: &View<'a>) -> impl Iterator<Item = (Stage, &'a CaseRecord)> {
    passages(view).into_iter().map(|(stage, case, _)| (stage, case))
}

/// Fewest persons behind a median.
const FEWEST: usize = 5;

/// Median in months with one decimal; a mark where there are too few. Never a longest or a shortest time.
fn median(mut days: Vec<i64>) -> String {
    if days.len() < FEWEST {
        return word("few");
    }
    days.sort_unstable();
    let middle = days.len() / 2;
    let twice = if days.len() % 2 == 1 { days[middle] * 2 } else { days[middle - 1] + days[middle] };
    // A month is a twelfth of 365.25 days: 30.4375. Tenths of a month, half up.
    let tenths = (twice * 50_000 + 304_375 / 2) / 304_375;
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// 表10: how long stages took that were left in the period. Beside tables 6 to 9 it would tell the road of somebody who
/// is known by hospital and age, so it stands only where counts are given as they are.
fn durations(view: &View) -> Vec<Table> {
    let found: Vec<_> = passages(view).into_iter().filter(|(stage, ..)| *stage != Stage::Closed).collect();
    if found.is_empty() || !view.level.is_exact() {
        return Vec::new();
    }
    let by = |groups: Vec<(String, Vec<Stage>)>| {
        let mut sheet = Sheet::new("10", Kind::Persons, "left_stage", view).count(word("column.persons"));
        let mut medians = Vec::new();
        for (caption, stages) in groups {
            let days: BTreeMap<&str, i64> = found.iter().filter(|(stage, ..)| stages.contains(stage)).fold(
                BTreeMap::new(),
                |mut sums, (_, case, days)| {
                    *sums.entry(case.id.as_str()).or_default() += days;
                    sums
                },
            );
            let own = of("stage", stages.iter().map(|stage| stage.code()));
            sheet.row_of(caption, own, vec![number(days.len())]);
            medians.push(median(days.into_values().collect()));
        }
        sheet.label(word("label.median"), medians).note(word("note.median")).done()
    };
    let open = || Stage::ALL.iter().copied().filter(|stage| *stage != Stage::Closed);
    let every = open().map(|stage| (stage.ja().to_owned(), vec![stage])).collect();
    vec![by(every)]
}

/// How somebody was some months after a discharge.
const STATES: [&str; 5] = ["living", "readmitted", "moved", "died", "unknown"];
/// Months after which it is asked.
const AFTER: [u32; 3] = [3, 6, 12];

/// Discharges whose day of asking lies in the period: months after, state, case, day of asking.
pub(in crate::reports) fn asked_after<'a>(
    view: &View<'a>,
) -> Vec<(u32, &'static str, &'a CaseRecord, NaiveDate)> {
    let (first, last) = view.span();
    let mut found = Vec::new();
    for case in &view.records.cases {
        for (left, _) in case.discharges() {
            for months in AFTER {
                let Some(day) = left.checked_add_months(Months::new(months)) else { continue };
                if (first..=last).contains(&day) {
                    found.push((months, state_on(case, left, day), case, day));
                }
            }
        }
    }
    found
}

fn state_on(case: &CaseRecord, left: NaiveDate, day: NaiveDate) -> &'static str {
    let again = case.stays.iter().any(|stay| stay.admitted_on >= left && stay.admitted_on <= day);
    let closed = case.closed_by(day).map(|_| case.closure_reason);
    match closed {
        Some(Some(ClosureReason::Deceased)) => "died",
        _ if again => "readmitted",
        Some(Some(ClosureReason::MovedAway)) => "moved",
        Some(_) => "unknown",
        None => "living",
    }
}

/// 表12: how people were three, six and twelve months after their discharge, where that day lies in the period.
fn followed(view: &View) -> Vec<Table> {
    let found = asked_after(view);
    if found.is_empty() {
        return Vec::new();
    }
    let by = |groups: &[(&str, &[&str])]| {
        let mut sheet = Sheet::new("12", Kind::Sensitive, "followed", view).additive();
        for months in AFTER {
            let caption = words::fill(&word("column.after"), &[("n", &months.to_string())]);
            sheet = sheet.count_of(caption, of("after", [months.to_string()]));
        }
        for (key, states) in groups {
            let n =
                |months: u32| found.iter().filter(|(m, s, ..)| *m == months && states.contains(s)).count();
            let cells = AFTER.map(|months| number(n(months))).to_vec();
            sheet.row_of(word(&format!("row.{key}")), of("state", states.iter().copied()), cells);
        }
        sheet.total_row().note(word("note.followed")).done()
    };
    let every: Vec<(&str, &[&str])> =
        STATES.iter().map(|state| (*state, std::slice::from_ref(state))).collect();
    vec![by(&every), by(&[("living", &STATES[..1]), ("not_living", &STATES[1..])])]
}

/// Groups of 退院を難しくしている理由.
const OBSTACLES: [(&str, &[Obstacle]); 5] = [
    ("obstacle_health", &[Obstacle::Unstable, Obstacle::Comorbidity, Obstacle::Medication, Obstacle::Age]),
    ("obstacle_self", &[Obstacle::NoWish, Obstacle::Anxiety, Obstacle::LivingSkills, Obstacle::PastEvents]),
    ("obstacle_home", &[Obstacle::Housing, Obstacle::Guarantor, Obstacle::Money, Obstacle::NoDayPlace]),
    ("obstacle_people", &[Obstacle::FamilyOpposed, Obstacle::FamilyStrained, Obstacle::NoSupporters]),
    ("obstacle_around", &[Obstacle::HospitalPolicy, Obstacle::Community, Obstacle::Other]),
];

/// Obstacles of the persons of the year: at 把握, and at the end of the period of those still in support.
pub(in crate::reports) fn obstacles_of(view: &View, case: &CaseRecord, now: bool) -> Vec<Obstacle> {
    let (_, last) = view.span();
    let day = if now { last } else { case.identified_on };
    let holds = |(_, since, until): &&(Obstacle, Option<NaiveDate>, Option<NaiveDate>)| {
        since.is_none_or(|since| since <= day) && until.is_none_or(|until| until > day)
    };
    if now && !case.is_open(last) {
        return Vec::new();
    }
    case.obstacles.iter().filter(holds).map(|(obstacle, ..)| *obstacle).collect()
}

/// 表13: persons by what makes their discharge hard; one person may have several.
fn obstacles(view: &View) -> Vec<Table> {
    let persons: Vec<[Vec<Obstacle>; 2]> = view
        .year
        .one_case_a_person(view.records)
        .map(|case| [obstacles_of(view, case, false), obstacles_of(view, case, true)])
        .collect();
    if persons.iter().flatten().all(Vec::is_empty) {
        return Vec::new();
    }
    let by = |groups: Vec<(String, Vec<Obstacle>)>| {
        let mut sheet = Sheet::new("13", Kind::Sensitive, "obstacles_found", view)
            .count(word("column.at_first"))
            .count_of(view.at_end("column.year_end"), measure("obstacles_now"));
        for (caption, obstacles) in groups {
            let n = |time: usize| {
                persons.iter().filter(|p| p[time].iter().any(|o| obstacles.contains(o))).count()
            };
            let cells = vec![number(n(0)), number(n(1))];
            sheet.row_of(caption, of("obstacle", obstacles.iter().map(|o| o.code())), cells);
        }
        sheet.note(word("note.several_obstacles")).done()
    };
    let known: BTreeSet<&Obstacle> = persons.iter().flatten().flatten().collect();
    let every = Obstacle::ALL.iter().filter(|o| known.contains(o)).map(|o| (o.ja().to_owned(), vec![*o]));
    let groups = OBSTACLES.iter().map(|(key, list)| (word(&format!("row.{key}")), list.to_vec()));
    vec![by(every.collect()), by(groups.collect())]
}

/// How the support of an open case is paid for on a day: `decided`, `pending` (decided for later), `none`.
pub(in crate::reports) fn benefit_on(case: &CaseRecord, day: NaiveDate) -> &'static str {
    let main = case.decisions.iter().filter(|d| super::MAIN_SERVICES.contains(&d.service));
    let mut pending = false;
    for decision in main {
        let over = decision.ended_on.is_some_and(|d| d <= day) || decision.to.is_some_and(|d| d < day);
        if decision.from <= day && !over {
            return "decided";
        }
        pending |= decision.from > day;
    }
    if pending { "pending" } else { "none" }
}

/// 表14-2: those in support at the end of the period, with and without a benefit of their own.
fn benefits(view: &View) -> Vec<Table> {
    let (_, last) = view.span();
    let open = view.records.cases.iter().filter(|case| case.is_open(last));
    let found: Vec<&str> = open.map(|case| benefit_on(case, last)).collect();
    if !found.contains(&"decided") {
        return Vec::new();
    }
    let by = |groups: &[(&str, &[&str])]| {
        let mut sheet = Sheet::new("14-2", Kind::Persons, "active", view)
            .count_of(word("column.active"), of("day", [last.to_string()]))
            .additive();
        for (key, codes) in groups {
            let n = found.iter().filter(|code| codes.contains(code)).count();
            sheet.row_of(
                word(&format!("row.benefit_{key}")),
                of("benefit", codes.iter().copied()),
                vec![number(n)],
            );
        }
        sheet.total_row().done()
    };
    let total = {
        let mut sheet = Sheet::new("14-2", Kind::Headline, "active", view)
            .titled(word("table.9-total"))
            .count_of(word("column.active"), of("day", [last.to_string()]));
        sheet.row(word("row.active"), vec![number(found.len())]);
        sheet.done()
    };
    let mut rungs = Vec::new();
    if found.contains(&"pending") {
        rungs.push(by(&[("decided", &["decided"]), ("pending", &["pending"]), ("none", &["none"])]));
    }
    rungs.push(by(&[("decided", &["decided"]), ("other", &["pending", "none"])]));
    rungs.push(total);
    rungs
}

/// Code of an act about a home.
pub(in crate::reports) const fn act_code(act: HousingAct) -> &'static str {
    match act {
        HousingAct::Viewed => "viewed",
        HousingAct::TrialStay => "trial_stay",
        HousingAct::Applied => "applied",
        HousingAct::Accepted => "accepted",
        HousingAct::Refused => "refused",
        HousingAct::Declined => "declined",
    }
}

/// 表15: what was done about homes.
fn homes(view: &View) -> Option<Table> {
    let (first, last) = view.span();
    let held: Vec<_> = view.records.housing.iter().filter(|h| (first..=last).contains(&h.on)).collect();
    let mut sheet = Sheet::new("15", Kind::Workload, "housing", view)
        .count(word("column.pieces"))
        .count_of(word("column.nights"), measure("nights"));
    for act in [HousingAct::Viewed, HousingAct::TrialStay, HousingAct::Applied] {
        let of_act: Vec<_> = held.iter().filter(|h| h.act == act).collect();
        if of_act.is_empty() {
            continue;
        }
        let nights: u32 = of_act.iter().map(|h| h.nights).sum();
        let nights = if act == HousingAct::TrialStay { count(nights) } else { Cell::none() };
        let code = act_code(act);
        sheet.row_of(
            word(&format!("row.home_{code}")),
            of("act", [code]),
            vec![number(of_act.len()), nights],
        );
    }
    (sheet.height() > 0).then(|| sheet.done())
}

/// 表15-2: what became of applications; a count of persons, so small ones are protected.
fn answers(view: &View) -> Option<Table> {
    let (first, last) = view.span();
    let held: Vec<_> = view.records.housing.iter().filter(|h| (first..=last).contains(&h.on)).collect();
    let mut sheet =
        Sheet::new("15-2", Kind::Persons, "housing", view).count(word("column.pieces")).additive();
    for act in [HousingAct::Accepted, HousingAct::Refused, HousingAct::Declined] {
        let n = held.iter().filter(|h| h.act == act).count();
        let code = act_code(act);
        sheet.row_of(word(&format!("row.home_{code}")), of("act", [code]), vec![number(n)]);
    }
    let any = held
        .iter()
        .any(|h| !matches!(h.act, HousingAct::Viewed | HousingAct::TrialStay | HousingAct::Applied));
    any.then(|| sheet.total_row().done())
}
