//! The attributes of the persons of a year: age, sex, years in hospital. One entry a person, no order that tells.

use super::records::full_years;
use super::{CaseRecord, Records, Year};
use crate::vocabulary as v;

/// What the tables of persons ask about one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Attributes {
    /// Full years on 31 March, or on the closing date of a person who died.
    pub age: Option<u32>,
    /// Sex.
    pub sex: Option<v::Sex>,
    /// Completed years of the stay on the day of 把握; `None` without a stay.
    pub stay_years: Option<u32>,
}

impl Year {
    /// Attributes of every person of the year, sorted by themselves.
    pub fn attributes(&self, records: &Records) -> Vec<Attributes> {
        let mut found: Vec<Attributes> =
            self.one_case_a_person(records).map(|case| self.attributes_of(case)).collect();
        found.sort_unstable();
        found
    }

    /// Attributes of the person of one case of the year.
    pub fn attributes_of(&self, case: &CaseRecord) -> Attributes {
        let last = self.fiscal.last();
        let died = case.closure_reason == Some(v::ClosureReason::Deceased);
        let day = case.closed_by(last).filter(|_| died).unwrap_or(last);
        Attributes {
            age: case.birth.map(|b| full_years(b.first_day(), day)),
            sex: case.sex,
            stay_years: case
                .stay_on(case.identified_on)
                .map(|s| full_years(s.admitted_on, case.identified_on)),
        }
    }
}
