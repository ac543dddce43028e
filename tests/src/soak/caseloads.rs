//! Invented caseloads of any size and the tables that reports make of them: counts only, from a fixed seed.

use disclosure::{Cell, ColumnType, Headline, Kind, Ladder, Profile, Scope, Set, Table};
use std::collections::BTreeSet;

/// A reproducible stream of numbers (xorshift).
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// A stream of its own for every seed.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }
    /// A number below `n`.
    pub fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % n
    }
    /// One of some weights, by its place.
    fn weighed(&mut self, weights: &[u64]) -> usize {
        let mut rest = self.below(weights.iter().sum());
        weights
            .iter()
            .position(|w| {
                if rest < *w {
                    true
                } else {
                    rest -= w;
                    false
                }
            })
            .unwrap_or(0)
    }
}

/// One invented person of the year, as codes.
#[derive(Clone, Debug)]
pub struct Person {
    /// Finest code in each of [`DIMENSIONS`].
    pub codes: [usize; 4],
    /// Month of the year (0 is April) in which support began; `None` when it was carried over.
    pub new: Option<usize>,
    /// Month and kind of place of the discharge.
    pub discharged: Option<(usize, usize)>,
    /// Month in which support ended.
    pub closed: Option<usize>,
}

/// Attributes with their finest codes.
pub const DIMENSIONS: [(&str, &[&str]); 4] = [
    ("age", &["0", "40", "50", "60", "65", "70", "80"]),
    ("sex", &["male", "female"]),
    ("hospital", &["A", "B", "C", "D"]),
    ("stay", &["0", "1", "5", "10", "20"]),
];
const PLACES: [&str; 4] = ["home", "family", "group_home", "facility"];

/// The persons of one invented year.
pub fn caseload(persons: usize, dice: &mut Dice) -> Vec<Person> {
    let hospitals: Vec<u64> = (0..4).map(|_| 1 + dice.below(6)).collect();
    let person = |_| {
        let codes = [
            dice.weighed(&[2, 3, 4, 3, 3, 3, 1]),
            dice.weighed(&[11, 10]),
            dice.weighed(&hospitals),
            dice.weighed(&[2, 3, 5, 3, 8]),
        ];
        let new = (dice.below(2) == 0).then(|| dice.below(12) as usize);
        let after = |dice: &mut Dice| {
            let first = new.unwrap_or(0);
            first + dice.below(12 - first as u64) as usize
        };
        let discharged = (dice.below(3) == 0).then(|| (after(dice), dice.weighed(&[3, 1, 3, 1])));
        let closed = (dice.below(4) == 0).then(|| after(dice));
        Person { codes, new, discharged, closed }
    };
    (0..persons).map(person).collect()
}

/// Totals of the months up to and with `last`.
pub fn headline(persons: &[Person], last: usize) -> Headline {
    let count = |fits: &dyn Fn(&Person) -> bool| persons.iter().filter(|p| fits(p)).count() as u64;
    let within = |month: Option<usize>| month.is_some_and(|m| m <= last);
    let known = |p: &Person| p.new.is_none_or(|m| m <= last);
    Headline {
        active: count(&|p| known(p) && !within(p.closed)),
        new: count(&|p| within(p.new)),
        discharged: count(&|p| within(p.discharged.map(|d| d.0))),
        closed: count(&|p| within(p.closed)),
        distinct: count(&known),
    }
}

/// A partition of a dimension: finest codes of each band.
pub type Bands = Vec<Vec<usize>>;

fn bands(cuts: &[usize], codes: usize) -> Bands {
    let ends = cuts.iter().skip(1).copied().chain([codes]);
    cuts.iter().zip(ends).map(|(&from, to)| (from..to).collect()).collect()
}

fn set(dimension: usize, band: &[usize]) -> Set {
    let (name, codes) = DIMENSIONS[dimension];
    Set::from([(name.to_owned(), band.iter().map(|&c| codes[c].to_owned()).collect())])
}

fn caption(dimension: usize, band: &[usize]) -> String {
    let codes = DIMENSIONS[dimension].1;
    format!("{}{}〜{}", DIMENSIONS[dimension].0, codes[band[0]], codes[band[band.len() - 1]])
}

/// Puts counts with their margins together.
fn table(
    id: &str,
    kind: Kind,
    scope: Scope,
    rows: Vec<String>,
    columns: Vec<String>,
    inner: &[Vec<u64>],
) -> Table {
    let crossed = columns.len() > 1;
    let mut cells: Vec<Vec<u64>> = inner.to_vec();
    if crossed {
        cells.iter_mut().for_each(|row| row.push(row.iter().sum()));
    }
    let width = columns.len() + usize::from(crossed);
    cells.push((0..width).map(|c| cells.iter().map(|row| row[c]).sum()).collect());
    let total = |mut list: Vec<String>, add: bool| {
        list.extend(add.then(|| "計".to_owned()));
        list
    };
    let mut scope = scope;
    scope.rows.push(Set::new());
    if crossed {
        scope.columns.push(Set::new());
    }
    Table {
        id: id.to_owned(),
        title: format!("表{id}"),
        kind,
        additive: true,
        column_types: vec![ColumnType::Count; width],
        rows: total(rows, true),
        columns: total(columns, crossed),
        total_row: true,
        total_column: crossed,
        cells: cells.into_iter().map(|row| row.into_iter().map(Cell::count).collect()).collect(),
        labels: Vec::new(),
        shares: Vec::new(),
        notes: Vec::new(),
        scope: Some(scope),
    }
}

/// First and last day of a span of months (0 is April 2025).
pub fn span(first: usize, last: usize) -> (String, String) {
    const DAYS: [u32; 12] = [30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31];
    let name = |month: usize| {
        if month < 9 { format!("2025-{:02}", month + 4) } else { format!("2026-{:02}", month - 8) }
    };
    (format!("{}-01", name(first)), format!("{}-{}", name(last), DAYS[last]))
}

/// Code of a month (0 is April 2025).
pub fn month(month: usize) -> String {
    span(month, month).0[..7].to_owned()
}

fn scope(measure: &str, last: usize) -> Scope {
    let (from, to) = (span(0, 0).0, span(last, last).1);
    Scope { measure: measure.to_owned(), from, to, rows: Vec::new(), columns: Vec::new() }
}

fn one_way(id: &str, persons: &[Person], last: usize, dimension: usize, rows: &Bands) -> Table {
    let inner: Vec<Vec<u64>> = rows
        .iter()
        .map(|band| vec![persons.iter().filter(|p| band.contains(&p.codes[dimension])).count() as u64])
        .collect();
    let mut scope = scope("persons", last);
    scope.rows = rows.iter().map(|band| set(dimension, band)).collect();
    scope.columns = vec![Set::new()];
    let captions = rows.iter().map(|band| caption(dimension, band)).collect();
    table(id, Kind::Persons, scope, captions, vec!["人数".to_owned()], &inner)
}

fn crossed(id: &str, persons: &[Person], last: usize, of: (usize, &Bands), by: (usize, &Bands)) -> Table {
    let cell = |row: &[usize], column: &[usize]| {
        let inside = |p: &&Person| row.contains(&p.codes[of.0]) && column.contains(&p.codes[by.0]);
        persons.iter().filter(inside).count() as u64
    };
    let inner: Vec<Vec<u64>> = of.1.iter().map(|row| by.1.iter().map(|c| cell(row, c)).collect()).collect();
    let mut scope = scope("persons", last);
    scope.rows = of.1.iter().map(|band| set(of.0, band)).collect();
    scope.columns = by.1.iter().map(|band| set(by.0, band)).collect();
    let rows = of.1.iter().map(|band| caption(of.0, band)).collect();
    let columns = by.1.iter().map(|band| caption(by.0, band)).collect();
    table(id, Kind::Persons, scope, rows, columns, &inner)
}

/// 新規・退院・終結 by spans of some months, up to and with month `last`; each span alone, without totals over measures.
fn movements(id: &str, persons: &[Person], first: usize, last: usize, width: usize) -> Table {
    let spans: Vec<(usize, usize)> =
        (first..=last).step_by(width).map(|m| (m, (m + width - 1).min(last))).collect();
    let inside =
        |month: Option<usize>, span: &(usize, usize)| month.is_some_and(|m| m >= span.0 && m <= span.1);
    let counts = |span: &(usize, usize)| {
        let of = |fits: &dyn Fn(&Person) -> Option<usize>| {
            persons.iter().filter(|p| inside(fits(p), span)).count() as u64
        };
        vec![of(&|p| p.new), of(&|p| p.discharged.map(|d| d.0)), of(&|p| p.closed)]
    };
    let mut scope = scope("new", last);
    (scope.from, scope.to) = (span(first, first).0, span(last, last).1);
    scope.rows = spans
        .iter()
        .map(|(a, b)| Set::from([("month".to_owned(), (*a..=*b).map(month).collect::<BTreeSet<_>>())]))
        .collect();
    let measure = |name: &str| Set::from([("measure".to_owned(), BTreeSet::from([name.to_owned()]))]);
    scope.columns = ["new", "discharges", "closed"].map(measure).to_vec();
    let rows: Vec<String> = spans.iter().map(|(a, b)| format!("{}〜{}", month(*a), month(*b))).collect();
    let columns = ["新規", "退院", "終結"].map(str::to_owned).to_vec();
    let inner: Vec<Vec<u64>> = spans.iter().map(counts).collect();
    let total: Vec<u64> = (0..3).map(|c| inner.iter().map(|row| row[c]).sum()).collect();
    scope.rows.push(Set::new());
    Table {
        id: id.to_owned(),
        title: format!("表{id}"),
        kind: Kind::Persons,
        additive: true,
        column_types: vec![ColumnType::Count; 3],
        rows: rows.into_iter().chain(["計".to_owned()]).collect(),
        columns,
        total_row: true,
        total_column: false,
        cells: inner
            .into_iter()
            .chain([total])
            .map(|row| row.into_iter().map(Cell::count).collect())
            .collect(),
        labels: Vec::new(),
        shares: Vec::new(),
        notes: Vec::new(),
        scope: Some(scope),
    }
}

fn destinations(id: &str, persons: &[Person], last: usize, groups: &Bands) -> Table {
    let inner: Vec<Vec<u64>> = groups
        .iter()
        .map(|group| {
            let fits = |p: &&Person| p.discharged.is_some_and(|(m, to)| m <= last && group.contains(&to));
            vec![persons.iter().filter(fits).count() as u64]
        })
        .collect();
    let mut scope = scope("discharges", last);
    let codes = |group: &Vec<usize>| group.iter().map(|&g| PLACES[g].to_owned()).collect::<BTreeSet<_>>();
    scope.rows = groups.iter().map(|group| Set::from([("destination".to_owned(), codes(group))])).collect();
    scope.columns = vec![Set::new()];
    let rows =
        groups.iter().map(|group| group.iter().map(|&g| PLACES[g]).collect::<Vec<_>>().join("・")).collect();
    table(id, Kind::Persons, scope, rows, vec!["人数".to_owned()], &inner)
}

fn ladder(rungs: Vec<Table>) -> Ladder {
    Ladder { rungs, linked: None }
}

/// The tables of an annual report, as ladders.
pub fn annual(persons: &[Person]) -> Vec<Ladder> {
    cumulative(persons, 11)
}

/// The same from April up to and with a month.
pub fn cumulative(everybody: &[Person], last: usize) -> Vec<Ladder> {
    let persons: Vec<Person> =
        everybody.iter().filter(|p| p.new.is_none_or(|m| m <= last)).cloned().collect();
    let persons = persons.as_slice();
    let ages = [[0, 1, 2, 3, 5, 6].as_slice(), &[0, 2, 4], &[0, 4]].map(|cuts| bands(cuts, 7));
    let (sexes, hospitals) = (bands(&[0, 1], 2), bands(&[0, 1, 2, 3], 4));
    let stays = |cuts: &[&[usize]]| cuts.iter().map(|cuts| bands(cuts, 5)).collect::<Vec<Bands>>();
    let listed: [&[usize]; 8] =
        [&[0, 1, 2, 3, 4], &[0, 2, 4], &[0, 2, 3, 4], &[0, 1, 2, 4], &[0, 2, 3], &[0, 2], &[0, 3], &[0, 4]];
    let mut by_age: Vec<Table> =
        ages.iter().map(|a| crossed("6", persons, last, (0, a), (1, &sexes))).collect();
    by_age.extend(ages.iter().map(|a| one_way("6", persons, last, 0, a)));
    by_age.push(one_way("6", persons, last, 1, &sexes));
    let by_stay: Vec<Table> = stays(&listed).iter().map(|s| one_way("7", persons, last, 3, s)).collect();
    let mut by_hospital: Vec<Table> = stays(&[listed[0], listed[1], listed[5]])
        .iter()
        .map(|s| crossed("8", persons, last, (2, &hospitals), (3, s)))
        .collect();
    by_hospital.push(one_way("8", persons, last, 2, &hospitals));
    let mut moves: Vec<Table> =
        [1, 3, 6].iter().filter(|w| **w <= last).map(|w| movements("2", persons, 0, last, *w)).collect();
    moves.push(movements("2", persons, 0, last, last + 1));
    let groups = [[0, 1, 2, 3].as_slice(), &[0, 1, 2], &[0, 2, 3], &[0, 2]].map(|cuts| bands(cuts, 4));
    let places = groups.map(|groups| destinations("11", persons, last, &groups));
    vec![ladder(moves), ladder(by_age), ladder(by_stay), ladder(by_hospital), ladder(places.to_vec())]
}

/// The one table of persons of a monthly report: movements of the month.
pub fn monthly(persons: &[Person], of: usize) -> Vec<Ladder> {
    vec![ladder(vec![movements("2", persons, of, of, 1)])]
}

/// The thresholds of a level, as the product has them.
pub fn profile(level: &str) -> Profile {
    let (k, sensitive_k, share_floor) = if level == "public" { (10, 10, 30) } else { (3, 5, 10) };
    Profile { level: level.to_owned(), k, sensitive_k, share_floor, exact: false }
}
