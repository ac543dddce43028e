//! What a cell counts, so that two cells that count the same are one unknown, in whichever report they stand.

use crate::published::{Report, Scope, Set, Sheet, day_number, first_of};
use std::collections::{BTreeMap, BTreeSet};

/// When something is counted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Time {
    /// A state at the end of a day.
    Day(i64),
    /// What happened in these spans of days, each from its first day to before its end.
    Spans(Vec<(i64, i64)>),
}

/// A set of persons or events.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key {
    pub measure: String,
    pub time: Time,
    pub set: Set,
}

impl Time {
    /// Everything counted here is counted there.
    pub fn within(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Day(a), Self::Day(b)) => a == b,
            (Self::Spans(a), Self::Spans(b)) => a.iter().all(|x| b.iter().any(|y| y.0 <= x.0 && x.1 <= y.1)),
            _ => false,
        }
    }
}

impl Key {
    /// Nobody but people of this set is counted; of no set it is nobody's.
    pub fn is_of(&self, people: &Set) -> bool {
        let inside = |(dimension, codes): (&String, &BTreeSet<String>)| {
            self.set.get(dimension).is_some_and(|own| own.is_subset(codes))
        };
        !people.is_empty() && people.iter().all(inside)
    }
    /// Every person or event of this set belongs to the other as well.
    pub fn within(&self, other: &Self) -> bool {
        self.measure == other.measure
            && self.time.within(&other.time)
            && other
                .set
                .iter()
                .all(|(dimension, codes)| self.set.get(dimension).is_some_and(|own| own.is_subset(codes)))
    }
}

/// Joins spans that touch.
pub(crate) fn joined(mut spans: Vec<(i64, i64)>) -> Vec<(i64, i64)> {
    spans.sort_unstable();
    let mut out: Vec<(i64, i64)> = Vec::new();
    for span in spans {
        match out.last_mut() {
            Some(last) if span.0 <= last.1 => last.1 = last.1.max(span.1),
            _ => out.push(span),
        }
    }
    out
}

fn month(code: &str) -> Option<(i64, i64)> {
    let (year, month) = code.split_once('-')?;
    let first = day_number(&format!("{year}-{month}-01"))?;
    let (year, month): (i64, i64) = (year.parse().ok()?, month.parse().ok()?);
    let next = if month == 12 { first_of(year + 1, 1) } else { first_of(year, month + 1) };
    Some((first, next))
}

/// Key of one cell; `None` where the table does not say what it counts.
pub(crate) fn key(sheet: &Sheet, row: usize, column: usize) -> Option<Key> {
    let scope: &Scope = sheet.scope.as_ref()?;
    let (mut set, mut narrowed) = (scope.rows.get(row)?.clone(), scope.columns.get(column)?.clone());
    let only = |codes: Option<BTreeSet<String>>| codes.and_then(|c| c.into_iter().next());
    let said = (only(narrowed.remove("measure")), only(set.remove("measure")));
    let measure = said.0.or(said.1).unwrap_or_else(|| scope.measure.clone());
    for (dimension, codes) in &narrowed {
        let own = set.entry(dimension.clone()).or_insert_with(|| codes.clone());
        own.retain(|code| codes.contains(code));
    }
    let (from, to) = (day_number(&scope.from)?, day_number(&scope.to)?);
    let mut time = if from == to { Time::Day(from) } else { Time::Spans(vec![(from, to + 1)]) };
    if let Some(codes) = set.remove("month") {
        let spans: Option<Vec<(i64, i64)>> = codes.iter().map(|code| month(code)).collect();
        match spans {
            Some(spans) => {
                let cut = |(a, b): (i64, i64)| (a.max(from), b.min(to + 1));
                time = Time::Spans(joined(spans.into_iter().map(cut).filter(|(a, b)| a < b).collect()));
            }
            None => drop(set.insert("month".to_owned(), codes)),
        }
    }
    if let Some(day) = only(set.remove("day")).and_then(|day| day_number(&day)) {
        time = Time::Day(day);
    }
    if measure == "active"
        && let Time::Spans(spans) = &time
    {
        time = Time::Day(spans.last()?.1 - 1);
    }
    Some(Key { measure, time, set })
}

/// Dimensions: which codes make the whole, and which dimensions do not split persons into parts.
#[derive(Debug, Default)]
pub(crate) struct Dimensions {
    whole: BTreeMap<String, BTreeSet<String>>,
    overlapping: BTreeSet<(String, String)>,
}

impl Dimensions {
    /// Learns them from every table.
    pub fn of(report: &Report) -> Self {
        let mut found = Self::default();
        for sheet in &report.tables {
            let Some(scope) = &sheet.scope else { continue };
            let said = scope.rows.iter().chain(&scope.columns).filter_map(|s| s.get("measure")).flatten();
            let measures: BTreeSet<&String> = said.chain([&scope.measure]).collect();
            for (sets, total) in [(&scope.rows, sheet.total_row), (&scope.columns, sheet.total_column)] {
                let inner = sets.len() - usize::from(total && !sets.is_empty());
                for set in &sets[..inner] {
                    for (dimension, codes) in set {
                        let summed = total && !sets[inner].contains_key(dimension);
                        if !sheet.additive && !summed_in_time(dimension) {
                            let pairs = measures.iter().map(|m| ((*m).clone(), dimension.clone()));
                            found.overlapping.extend(pairs);
                        } else if summed {
                            found.whole.entry(dimension.clone()).or_default().extend(codes.iter().cloned());
                        }
                    }
                }
            }
        }
        found
    }

    /// A set without the dimensions that it does not restrict.
    pub fn plain(&self, mut key: Key) -> Key {
        key.set.retain(|dimension, codes| !self.whole.get(dimension).is_some_and(|all| all.is_subset(codes)));
        key
    }

    /// Every code of a dimension, where a printed total says so.
    pub fn whole(&self, dimension: &str) -> Option<&BTreeSet<String>> {
        self.whole.get(dimension)
    }

    /// One person may stand under several codes.
    pub fn overlaps(&self, measure: &str, dimension: &str) -> bool {
        self.overlapping.contains(&(measure.to_owned(), dimension.to_owned()))
    }
}

fn summed_in_time(dimension: &str) -> bool {
    matches!(dimension, "month" | "day" | "measure")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_months_are_counted_from_one_calendar() {
        let day = |text| day_number(text).expect("a day");
        assert_eq!(day("2025-04-01") - day("2025-03-31"), 1);
        assert_eq!(day("2024-03-01") - day("2024-02-28"), 2);
        assert_eq!(day("2026-01-01") - day("2025-01-01"), 365);
        assert_eq!(month("2025-12"), Some((day("2025-12-01"), day("2026-01-01"))));
        assert_eq!(joined(vec![(4, 6), (1, 4), (8, 9)]), [(1, 6), (8, 9)]);
        for wrong in ["2025-13-01", "25-01-01", "2025-01", "2025-01-01-01", "x"] {
            assert_eq!(day_number(wrong), None, "{wrong}");
        }
    }
}
