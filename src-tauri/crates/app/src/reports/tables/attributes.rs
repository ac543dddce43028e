//! 表6 対象者の年齢・性別 and 表7 在院期間: the persons of the year by an attribute.

use super::sheet::{Sheet, count, of, word};
use super::{View, ladder};
use disclosure::{Kind, Ladder, Set, Table};
use domain::metrics::Attributes;
use domain::vocabulary::Sex;

/// Bands of a number of years: word of the caption and the first year of the band.
type Bands = &'static [(&'static str, u32)];

const TENS: Bands = &[("lt40", 0), ("40s", 40), ("50s", 50), ("60s", 60), ("70s", 70), ("ge80", 80)];
const TENS_TO_70: Bands = &[("lt40", 0), ("40s", 40), ("50s", 50), ("60s", 60), ("ge70", 70)];
const THREE_AGES: Bands = &[("lt50", 0), ("50_64", 50), ("ge65", 65)];
const TWO_AGES: Bands = &[("lt65", 0), ("ge65", 65)];
/// Forms of table 7: the two that are usual, then others. Which bands are small differs from house to house, so each number
/// of bands is offered in more than one way; fewer bands and every number tell more than a form that is mostly hidden.
const STAYS: [Bands; 8] = [
    &[("lt1y", 0), ("1_5y", 1), ("5_10y", 5), ("10_20y", 10), ("ge20y", 20)],
    &[("lt5y", 0), ("5_20y", 5), ("ge20y", 20)],
    &[("lt5y", 0), ("5_10y", 5), ("10_20y", 10), ("ge20y", 20)],
    &[("lt1y", 0), ("1_5y", 1), ("5_20y", 5), ("ge20y", 20)],
    &[("lt5y", 0), ("5_10y", 5), ("ge10y", 10)],
    &[("lt5y", 0), ("ge5y", 5)],
    &[("lt10y", 0), ("ge10y", 10)],
    &[("lt20y", 0), ("ge20y", 20)],
];

/// Years at which some band of an age or of a stay begins: between them lie the finest codes of a scope.
const AGE_CUTS: &[u32] = &[0, 40, 50, 60, 65, 70, 80];
const STAY_CUTS: &[u32] = &[0, 1, 5, 10, 20];

/// Code of a number of years: the cut from which its finest band begins.
pub(in crate::reports) fn years_code(dimension: &str, years: Option<u32>) -> String {
    let cuts = if dimension == "age" { AGE_CUTS } else { STAY_CUTS };
    let from = |n: u32| cuts.iter().rev().find(|cut| **cut <= n).copied().unwrap_or(0);
    years.map_or_else(|| "unknown".to_owned(), |n| from(n).to_string())
}

/// Finest codes of one band; one more at the end for unknown.
fn codes(dimension: &str, bands: Bands, band: usize) -> Set {
    let cuts = if dimension == "age" { AGE_CUTS } else { STAY_CUTS };
    let Some((_, from)) = bands.get(band) else { return of(dimension, ["unknown"]) };
    let before = bands.get(band + 1).map_or(u32::MAX, |(_, next)| *next);
    of(dimension, cuts.iter().filter(|cut| (*from..before).contains(*cut)).map(u32::to_string))
}

/// Code of a sex as the table tells it.
pub(in crate::reports) const fn sex_code(sex: Option<Sex>) -> &'static str {
    match sex {
        Some(Sex::Male) => "male",
        Some(Sex::Female) => "female",
        _ => "other",
    }
}

/// Codes of the columns of [`sexes`].
const SEXES: [&str; 3] = ["male", "female", "other"];

pub(super) fn ladders(view: &View) -> Vec<Ladder> {
    let persons = view.year.attributes(view.records);
    if persons.is_empty() {
        return Vec::new();
    }
    let ages = vec![
        by_age_and_sex(view, &persons, TENS),
        by_age_and_sex(view, &persons, TENS_TO_70),
        by_age_and_sex(view, &persons, THREE_AGES),
        by_age_and_sex(view, &persons, TWO_AGES),
        by_age(view, &persons, TENS),
        by_age(view, &persons, TENS_TO_70),
        by_age(view, &persons, THREE_AGES),
        by_age(view, &persons, TWO_AGES),
        by_sex(view, &persons),
    ];
    let stays = STAYS.map(|bands| by_stay(view, &persons, bands)).to_vec();
    vec![ladder(ages), ladder(stays)]
}

/// Band of a number of years; one more at the end for unknown.
fn band(years: Option<u32>, bands: Bands) -> usize {
    years.map_or(bands.len(), |n| bands.iter().rposition(|(_, from)| *from <= n).unwrap_or(0))
}

/// Captions of the bands; the one for unknown only where it is needed.
fn captions(
    bands: Bands,
    list: &str,
    persons: &[Attributes],
    years: fn(&Attributes) -> Option<u32>,
) -> Vec<String> {
    let mut captions: Vec<String> = bands.iter().map(|(key, _)| word(&format!("{list}.{key}"))).collect();
    if persons.iter().any(|p| years(p).is_none()) {
        captions.push(word(&format!("{list}.unknown")));
    }
    captions
}

/// 男, 女, and the others where there are any.
fn sexes(persons: &[Attributes]) -> Vec<String> {
    let mut captions = vec![Sex::Male.ja().to_owned(), Sex::Female.ja().to_owned()];
    if persons.iter().any(|p| sex(p) == 2) {
        captions.push(word("column.other_sex"));
    }
    captions
}

fn sex(person: &Attributes) -> usize {
    match person.sex {
        Some(Sex::Male) => 0,
        Some(Sex::Female) => 1,
        _ => 2,
    }
}

fn tally(persons: &[Attributes], fits: impl Fn(&Attributes) -> bool) -> u32 {
    u32::try_from(persons.iter().filter(|p| fits(p)).count()).unwrap_or(u32::MAX)
}

fn by_age_and_sex(view: &View, persons: &[Attributes], bands: Bands) -> Table {
    let columns = sexes(persons);
    let width = columns.len();
    let mut sheet = Sheet::new("6", Kind::Persons, "persons", view).additive();
    for (caption, code) in columns.into_iter().zip(SEXES) {
        sheet = sheet.count_of(caption, of("sex", [code]));
    }
    for (row, caption) in captions(bands, "age", persons, |p| p.age).into_iter().enumerate() {
        let cell = |column: usize| count(tally(persons, |p| band(p.age, bands) == row && sex(p) == column));
        sheet.row_of(caption, codes("age", bands, row), (0..width).map(cell).collect());
    }
    sheet.total_column().total_row().done()
}

fn by_age(view: &View, persons: &[Attributes], bands: Bands) -> Table {
    one_way(view, ("6", "table.6-age", "age"), persons, bands, |p| p.age)
}

fn by_stay(view: &View, persons: &[Attributes], bands: Bands) -> Table {
    one_way(view, ("7", "table.7", "stay"), persons, bands, |p| p.stay_years)
}

fn one_way(
    view: &View,
    (id, title, list): (&str, &str, &str),
    persons: &[Attributes],
    bands: Bands,
    years: fn(&Attributes) -> Option<u32>,
) -> Table {
    let mut sheet = Sheet::new(id, Kind::Persons, "persons", view)
        .titled(word(title))
        .count(word("column.persons"))
        .additive();
    for (row, caption) in captions(bands, list, persons, years).into_iter().enumerate() {
        let cell = count(tally(persons, |p| band(years(p), bands) == row));
        sheet.row_of(caption, codes(list, bands, row), vec![cell]);
    }
    sheet.total_row().shares(0).done()
}

fn by_sex(view: &View, persons: &[Attributes]) -> Table {
    let mut sheet = Sheet::new("6", Kind::Persons, "persons", view)
        .titled(word("table.6-sex"))
        .count(word("column.persons"))
        .additive();
    for (row, (caption, code)) in sexes(persons).into_iter().zip(SEXES).enumerate() {
        sheet.row_of(caption, of("sex", [code]), vec![count(tally(persons, |p| sex(p) == row))]);
    }
    sheet.total_row().shares(0).done()
}
