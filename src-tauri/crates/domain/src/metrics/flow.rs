//! What moved between two days: opened, discharged, closed, and who is open at the end.

use super::Records;
use crate::calendar::FiscalYear;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Movements of one span, both days included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flow {
    /// Cases opened (把握).
    pub new: u32,
    /// Discharges, by event.
    pub discharged: u32,
    /// Distinct clients discharged.
    pub discharged_persons: u32,
    /// Cases closed, still closed at the end of the fiscal year.
    pub closed: u32,
    /// Cases open on the last day, on hold included.
    pub active: u32,
}

impl Flow {
    /// Counts from `first` to `last`.
    pub fn count(records: &Records, first: NaiveDate, last: NaiveDate) -> Self {
        let inside = |day: NaiveDate| first <= day && day <= last;
        let mut flow = Self::default();
        let year_end = FiscalYear::of(last).last();
        let mut persons = BTreeSet::new();
        for case in &records.cases {
            flow.new += u32::from(inside(case.identified_on));
            flow.closed += u32::from(case.closed_by(year_end).is_some_and(inside));
            flow.active += u32::from(case.is_open(last));
            for _ in case.discharges().filter(|(day, _)| inside(*day)) {
                flow.discharged += 1;
                persons.insert(case.client);
            }
        }
        flow.discharged_persons = u32::try_from(persons.len()).unwrap_or(u32::MAX);
        flow
    }
}
