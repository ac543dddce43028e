//! 表26 病院別にみた在院患者, 表26-2 在院期間, 表27 6月の退院先, 表28 年次推移: facility statistics of the yearly survey
//! (630調査, 30 June). Counts stand in cells; indicators are words, because they are no counts of ours.
//!
//! A ratio whose base is under 10 (outside the office under three times the threshold) is not told, one under 50 is told
//! as a reference. A ratio of a known base is a count in disguise: outside it stands only where the cells it rests on are
//! printed, and an indicator that would tell a small count of one hospital is told of none. Names of hospitals leave only
//! with their leave.

use super::sheet::{Sheet, both, count, maybe, measure, of, word};
use super::{View, ladder};
use disclosure::{Kind, Ladder, Table};
use domain::metrics::SurveyRecord;
use domain::vocabulary::SurveyDestination as To;
use std::collections::BTreeSet;

pub(super) fn ladders(view: &View) -> Vec<Ladder> {
    let year = view.year.fiscal.year();
    let of_year: Vec<&SurveyRecord> = view.records.surveys.iter().filter(|s| s.year == year).collect();
    if of_year.is_empty() {
        return Vec::new();
    }
    vec![
        ladder(hospitals(view, &of_year)),
        ladder(stays(view, &of_year)),
        ladder(destinations(view, &of_year)),
        ladder(years(view).into_iter().collect()),
    ]
}

/// Bands of the number of beds: word and first number.
const SIZES: [(&str, u32); 5] = [("lt100", 0), ("100s", 100), ("200s", 200), ("300s", 300), ("ge400", 400)];

fn size(survey: &SurveyRecord) -> String {
    let band =
        |beds: u32| SIZES.iter().rev().find(|(_, from)| *from <= beds).map_or("lt100", |(key, _)| *key);
    survey.beds.map_or_else(|| word("row.unknown"), |beds| word(&format!("beds.{}", band(beds))))
}

/// The hospital as this reader may see it: by name inside and with its leave, else by its size and a number.
pub(in crate::reports) fn hospital(view: &View, survey: &SurveyRecord) -> String {
    let own = view.level.is_exact() || (survey.publishable && view.level.names_hospitals());
    if own {
        return view.records.organisations[survey.organisation].name.clone();
    }
    let mut alike: Vec<(Option<u32>, usize)> = view
        .records
        .surveys
        .iter()
        .filter(|other| other.year == survey.year && size(other) == size(survey))
        .map(|other| (other.beds, other.organisation))
        .collect();
    alike.sort_unstable();
    let place = alike.iter().position(|(_, o)| *o == survey.organisation).unwrap_or(0) + 1;
    words::fill(&word("row.survey_hospital"), &[("size", &size(survey)), ("n", &place.to_string())])
}

/// A share in percent with one decimal, by the rules of the survey.
fn percent(view: &View, part: Option<u32>, whole: Option<u32>) -> String {
    let (Some(part), Some(whole)) = (part, whole) else { return word("unknown_mark") };
    let small = !view.level.is_exact() && part > 0 && u64::from(part) < view.k;
    if u64::from(whole) < least_base(view) || small {
        return word("few");
    }
    let tenths = (u64::from(part) * 2000 + u64::from(whole)) / (2 * u64::from(whole));
    let shown = format!("{}.{}", tenths / 10, tenths % 10);
    if whole < 50 { words::fill(&word("for_reference"), &[("value", &shown)]) } else { shown }
}

/// Least base of a ratio: ten, and outside three times the threshold (OpenSAFELY, Statistical disclosure control, on
/// statistics of few).
fn least_base(view: &View) -> u64 {
    if view.level.is_exact() { 10 } else { (3 * view.k).max(10) }
}

/// Those who had stayed a year and more.
fn long_stays(survey: &SurveyRecord) -> Option<u32> {
    survey.stays[2..].iter().copied().try_fold(0, |sum, n| Some(sum + n?))
}

/// 平均在院日数: 年間在院患者延数 ÷ ((年間新入院 + 年間退院) ÷ 2), in days with one decimal (病院報告).
fn mean_days(view: &View, survey: &SurveyRecord) -> String {
    let (Some(days), Some(came), Some(left)) = (survey.inpatient_days, survey.admissions, survey.discharges)
    else {
        return word("unknown_mark");
    };
    let moved = u64::from(came) + u64::from(left);
    if moved < 2 * least_base(view) {
        return word("few");
    }
    let tenths = (u64::from(days) * 40 + moved) / (2 * moved);
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// June discharges of those with a year and more; with transfer and death as the survey counts, and without.
fn long_left(survey: &SurveyRecord, with_all: bool) -> u32 {
    let counted =
        survey.destinations.iter().filter(|(to, ..)| with_all || !matches!(to, To::Transfer | To::Death));
    counted.filter_map(|(_, _, long)| *long).sum()
}

/// 退院率（1年以上群）: June discharges of those with a year and more × 12 ÷ those with a year and more.
fn long_discharges(view: &View, survey: &SurveyRecord, with_all: bool) -> String {
    percent(view, Some(long_left(survey, with_all) * 12), long_stays(survey))
}

/// An indicator of a hospital: its head, the columns it rests on, its text, and every count that can be worked back from
/// it where its base is known.
struct Indicator {
    head: &'static str,
    rests: &'static [usize],
    text: fn(&View, &SurveyRecord) -> String,
    counts: fn(&SurveyRecord) -> Vec<Option<u32>>,
}

fn less(whole: Option<u32>, part: Option<u32>) -> Option<u32> {
    Some(whole?.saturating_sub(part?))
}

/// How a rate is counted, and the indicators it stands behind.
const RATES: [(&str, &[&str]); 4] = [
    ("survey_old", &["old"]),
    ("survey_long_discharges", &["long_discharges", "home_discharges"]),
    ("survey_home_discharges", &["home_discharges"]),
    ("survey_mean_days", &["mean_days"]),
];

const INDICATORS: [Indicator; 6] = [
    Indicator {
        head: "occupancy",
        rests: &[0, 1],
        text: |view, s| percent(view, s.inpatients, s.beds),
        counts: |_| Vec::new(),
    },
    Indicator {
        head: "long",
        rests: &[1],
        text: |view, s| percent(view, long_stays(s), s.inpatients),
        counts: |s| vec![long_stays(s), less(s.inpatients, long_stays(s))],
    },
    Indicator {
        head: "old",
        rests: &[1],
        text: |view, s| percent(view, s.long_by_age[1], long_stays(s)),
        counts: |s| vec![s.long_by_age[1], less(long_stays(s), s.long_by_age[1])],
    },
    Indicator { head: "mean_days", rests: &[], text: mean_days, counts: |_| Vec::new() },
    Indicator {
        head: "long_discharges",
        rests: &[1],
        text: |view, s| long_discharges(view, s, true),
        counts: |s| vec![Some(long_left(s, true))],
    },
    Indicator {
        head: "home_discharges",
        rests: &[1],
        text: |view, s| long_discharges(view, s, false),
        // Beside the rate with everybody it tells the transfers and deaths.
        counts: |s| vec![Some(long_left(s, false)), Some(long_left(s, true) - long_left(s, false))],
    },
];

/// All hospitals as one.
fn together(surveys: &[&SurveyRecord]) -> SurveyRecord {
    let sum = |of: &dyn Fn(&SurveyRecord) -> Option<u32>| {
        surveys.iter().map(|s| of(s)).try_fold(0, |sum, n| Some(sum + n?))
    };
    SurveyRecord {
        id: String::new(),
        beds: sum(&|s| s.beds),
        inpatients: sum(&|s| s.inpatients),
        stays: std::array::from_fn(|band| sum(&|s| s.stays[band])),
        long_by_age: std::array::from_fn(|age| sum(&|s| s.long_by_age[age])),
        inpatient_days: sum(&|s| s.inpatient_days),
        admissions: sum(&|s| s.admissions),
        discharges: sum(&|s| s.discharges),
        destinations: surveys.iter().flat_map(|s| s.destinations.iter().copied()).collect(),
        publishable: false,
        ..surveys[0].clone()
    }
}

/// 表26: beds and inpatients by hospital with indicators, and all of them together; in its coarser form only that.
fn hospitals(view: &View, surveys: &[&SurveyRecord]) -> Vec<Table> {
    let mut rows: Vec<(String, &SurveyRecord)> =
        surveys.iter().map(|survey| (hospital(view, survey), *survey)).collect();
    rows.sort_by(|a, b| a.0.cmp(&b.0));
    let all = together(surveys);
    let summed = rows.len() > 1 && all.beds.is_some() && all.inpatients.is_some();
    let counted: Vec<&SurveyRecord> = rows.iter().map(|row| row.1).chain(summed.then_some(&all)).collect();
    let of_year = || of("survey_year", [view.year.fiscal.year().to_string()]);
    let sheet = || {
        Sheet::new("26", Kind::Facility, "inpatients", view)
            .count_of(word("column.beds"), both(measure("beds"), of_year()))
            .count_of(word("column.inpatients"), of_year())
    };
    let mut fine = sheet();
    for (shown, survey) in &rows {
        let cells = vec![maybe(survey.beds), maybe(survey.inpatients)];
        fine.row_of(shown.clone(), of("survey", [format!("{} {shown}", survey.year)]), cells);
    }
    let mut forms = vec![indicated(if summed { fine.additive().total_row() } else { fine }, view, &counted)];
    if summed && view.level.leaves() {
        let mut coarse = sheet();
        coarse.row(word("total"), vec![maybe(all.beds), maybe(all.inpatients)]);
        forms.push(indicated(coarse, view, &[&all]));
    }
    forms
}

/// Adds the indicators, each of all rows or of none.
fn indicated(mut sheet: Sheet, view: &View, surveys: &[&SurveyRecord]) -> Table {
    let mut left_out = false;
    let mut told = Vec::new();
    for Indicator { head, rests, text, counts } in INDICATORS {
        if view.is_safe(surveys.iter().flat_map(|s| counts(s)).flatten()) {
            let texts = surveys.iter().map(|survey| text(view, survey)).collect();
            sheet = sheet.label_on(word(&format!("label.{head}")), texts, rests);
            told.push(head);
        } else {
            left_out = true;
        }
    }
    sheet = sheet.note(word("note.survey_beds"));
    let rates: String = RATES
        .iter()
        .filter(|(_, heads)| heads.iter().any(|head| told.contains(head)))
        .map(|(note, _)| word(&format!("note.{note}")))
        .collect();
    if !rates.is_empty() {
        sheet = sheet.note(rates.trim_end().to_owned());
    }
    if left_out {
        sheet = sheet.note(word("note.survey_left_out"));
    }
    referred(sheet).done()
}

/// A note on values for reference, where one stands.
fn referred(sheet: Sheet) -> Sheet {
    if sheet.says(&word("for_reference").replace("{value}", "")) {
        return sheet.note(word("note.reference"));
    }
    sheet
}

/// Groups of bands of 表26-2: word and first and last band.
type Bands = &'static [(&'static str, usize, usize)];
const SIX: Bands =
    &[("lt3m", 0, 0), ("3m_1y", 1, 1), ("1_5y", 2, 2), ("5_10y", 3, 3), ("10_20y", 4, 4), ("ge20y", 5, 5)];
const TWO: Bands = &[("lt1y", 0, 1), ("ge1y", 2, 5)];

/// 表26-2: inpatients by length of stay, all hospitals together.
fn stays(view: &View, surveys: &[&SurveyRecord]) -> Vec<Table> {
    let sum = |from: usize, to: usize| -> Option<u32> {
        surveys.iter().flat_map(|s| s.stays[from..=to].iter().copied()).try_fold(0, |sum, n| Some(sum + n?))
    };
    if sum(0, 5).is_none() {
        return Vec::new();
    }
    let of_year = || of("survey_year", [view.year.fiscal.year().to_string()]);
    let by = |bands: Bands| {
        let mut sheet = Sheet::new("26-2", Kind::Facility, "inpatients", view)
            .count_of(word("column.inpatients"), of_year())
            .additive();
        for (key, from, to) in bands {
            let codes = (*from..=*to).map(|band| band.to_string());
            sheet.row_of(
                word(&format!("stay.{key}")),
                of("survey_stay", codes),
                vec![maybe(sum(*from, *to))],
            );
        }
        sheet.total_row().shares(0).note(word("note.survey")).done()
    };
    // The shares of those with a year and more, hospital by hospital, sum to one half of a hidden pair.
    let six = view.is_safe((0..=5).filter_map(|band| sum(band, band)));
    let forms = if view.level.is_exact() { vec![SIX] } else { vec![SIX, TWO] };
    forms.into_iter().filter(|bands| six || bands.len() == TWO.len()).map(by).collect()
}

/// 表27: where those went who left in June, all hospitals together.
fn destinations(view: &View, surveys: &[&SurveyRecord]) -> Vec<Table> {
    let found: Vec<_> = surveys.iter().flat_map(|s| &s.destinations).collect();
    if found.is_empty() {
        return Vec::new();
    }
    let by = |groups: Vec<(String, Vec<To>)>| {
        let mut sheet = Sheet::new("27", Kind::Facility, "june_discharges", view)
            .count(word("column.june_all"))
            .count_of(word("column.june_long"), of("june_stay", ["long"]))
            .additive();
        for (caption, to) in groups {
            let of_group = || found.iter().filter(|(d, ..)| to.contains(d));
            let all: u32 = of_group().filter_map(|(_, all, _)| *all).sum();
            let long: u32 = of_group().filter_map(|(_, _, long)| *long).sum();
            sheet.row_of(caption, of("june_to", to.iter().map(|d| d.code())), vec![count(all), count(long)]);
        }
        sheet.total_row().note(word("note.survey")).done()
    };
    let known: BTreeSet<To> = found.iter().map(|(to, ..)| *to).collect();
    let every = To::ALL.iter().filter(|to| known.contains(to)).map(|to| (to.ja().to_owned(), vec![*to]));
    let coarse = vec![
        (word("row.june_home"), vec![To::Home, To::GroupHome, To::ElderlyFacility]),
        (word("row.june_other"), vec![To::Transfer, To::Death, To::Other]),
    ];
    if view.level.is_exact() { vec![by(every.collect())] } else { vec![by(coarse)] }
}

/// Figures of 表28 that can be typed in for a year.
pub(in crate::reports) const TYPED: [&str; 3] = ["beds", "inpatients", "long_stays"];

/// 表28: all hospitals together over the years.
fn years(view: &View) -> Option<Table> {
    let last = view.year.fiscal.year();
    let counted: BTreeSet<i32> = view.records.surveys.iter().map(|s| s.year).filter(|y| *y <= last).collect();
    let typed = |figure: &str, year: i32| {
        let of = |f: &&store::report_plans::EarlierFigure| {
            f.table == "28" && f.fiscal_year.year() == year && f.figure == figure
        };
        view.earlier.iter().find(of).map(|f| f.value)
    };
    let written: BTreeSet<i32> = view
        .earlier
        .iter()
        .filter(|f| {
            f.table == "28" && f.fiscal_year.year() < last && !counted.contains(&f.fiscal_year.year())
        })
        .map(|f| f.fiscal_year.year())
        .collect();
    let all: BTreeSet<i32> = counted.union(&written).copied().collect();
    if all.len() < 2 {
        return None;
    }
    let sum = |year: i32, of: &dyn Fn(&SurveyRecord) -> Option<u32>| {
        let of_year = view.records.surveys.iter().filter(|s| s.year == year);
        of_year.map(of).try_fold(0, |sum, n| Some(sum + n?)).filter(|_| counted.contains(&year))
    };
    let mut sheet = Sheet::new("28", Kind::Facility, "inpatients", view)
        .count_of(word("column.beds"), measure("beds"))
        .count(word("column.inpatients"))
        .count_of(word("column.long_stays"), of("survey_stay", (2..=5).map(|band| band.to_string())));
    let (mut occupancy, mut long) = (Vec::new(), Vec::new());
    for year in all {
        let value = |figure: &str, of: &dyn Fn(&SurveyRecord) -> Option<u32>| {
            if written.contains(&year) { typed(figure, year) } else { sum(year, of) }
        };
        let beds = value("beds", &|s| s.beds);
        let inpatients = value("inpatients", &|s| s.inpatients);
        let stayed = value("long_stays", &long_stays);
        let Ok(fiscal) = domain::calendar::FiscalYear::try_from(year) else { continue };
        let shown = view.style.date(june(fiscal));
        let caption = if written.contains(&year) {
            words::fill(&word("column.typed"), &[("year", &shown)])
        } else {
            shown
        };
        occupancy.push(percent(view, inpatients, beds));
        long.push(percent(view, stayed, inpatients));
        let cells = vec![maybe(beds), maybe(inpatients), maybe(stayed)];
        sheet.row_of(caption, of("survey_year", [year.to_string()]), cells);
    }
    sheet = sheet.label_on(word("label.occupancy"), occupancy, &[0, 1]);
    sheet = sheet.label_on(word("label.long"), long, &[1, 2]);
    sheet = referred(sheet.note(word("note.survey_beds")));
    Some(if written.is_empty() { sheet.done() } else { sheet.note(word("note.typed")).done() })
}

/// The reference day of a survey.
fn june(year: domain::calendar::FiscalYear) -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(year.year(), 6, 30).unwrap_or_else(|| year.first())
}
