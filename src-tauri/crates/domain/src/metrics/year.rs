//! Who belongs to a fiscal year.

use super::{CaseRecord, Persons, Records};
use crate::calendar::FiscalYear;
use crate::vocabulary::Stage;
use std::collections::{BTreeMap, BTreeSet};

/// One fiscal year as a span of counting.
#[derive(Clone, Copy, Debug)]
pub struct Year {
    /// The year.
    pub fiscal: FiscalYear,
}

impl Year {
    /// The span of a fiscal year.
    pub const fn new(fiscal: FiscalYear) -> Self {
        Self { fiscal }
    }

    /// True when the case was open on the 31 March before the year.
    pub fn carried_over(&self, case: &CaseRecord) -> bool {
        case.is_open(self.fiscal.before().last())
    }

    /// True when the case was opened in the year.
    pub fn is_new(&self, case: &CaseRecord) -> bool {
        self.fiscal.contains(case.identified_on)
    }

    /// True when the case was closed in the year and stayed so to its end.
    pub fn is_closed(&self, case: &CaseRecord) -> bool {
        case.closed_by(self.fiscal.last()).is_some_and(|day| self.fiscal.contains(day))
    }

    /// Cases of the year: carried over or new.
    pub fn cases<'a>(&'a self, records: &'a Records) -> impl Iterator<Item = &'a CaseRecord> + 'a {
        records.cases.iter().filter(|c| self.carried_over(c) || self.is_new(c))
    }

    /// One case for each person of the year, the one opened last where there are two.
    pub fn one_case_a_person<'a>(
        &'a self,
        records: &'a Records,
    ) -> impl Iterator<Item = &'a CaseRecord> + 'a {
        let mut latest: BTreeMap<usize, &CaseRecord> = BTreeMap::new();
        for case in self.cases(records) {
            let known = latest.entry(case.client).or_insert(case);
            if case.identified_on >= known.identified_on {
                *known = case;
            }
        }
        latest.into_values()
    }

    /// Persons of the year.
    pub fn persons(&self, records: &Records) -> Persons {
        let mut persons = Persons::default();
        let mut clients = BTreeSet::new();
        for case in &records.cases {
            let (carried, new) = (self.carried_over(case), self.is_new(case));
            persons.carried_over += u32::from(carried);
            persons.new += u32::from(new);
            persons.closed += u32::from(self.is_closed(case));
            persons.open_at_end += u32::from(case.is_open(self.fiscal.last()));
            if carried || new {
                clients.insert(case.client);
            }
        }
        persons.distinct = u32::try_from(clients.len()).unwrap_or(u32::MAX);
        persons
    }

    /// Cases open on a day that are still candidates (段階1), for the line 「うち候補」.
    pub fn candidates(&self, records: &Records, day: chrono::NaiveDate) -> u32 {
        let n = records.cases.iter().filter(|c| c.stage_on(day).is_some_and(Stage::is_candidate)).count();
        u32::try_from(n).unwrap_or(u32::MAX)
    }
}
