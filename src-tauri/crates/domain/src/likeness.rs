//! 似た条件: what two roads have in common, in bands and codes that tell nobody's name.

use crate::alerts::Subject;
use crate::measure::{age_band, stay_band};
use crate::vocabulary::{Obstacle, OrganisationType};
use std::collections::BTreeSet;

/// Conditions under which somebody began the road.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conditions {
    /// Age band on 把握日.
    pub age: Option<&'static str>,
    /// Band of completed years in hospital on 把握日; none outside of a hospital.
    pub stay: Option<&'static str>,
    /// Type of the hospital.
    pub hospital: Option<OrganisationType>,
    /// 退院を難しくしている理由, resolved or not.
    pub obstacles: BTreeSet<Obstacle>,
}

impl Conditions {
    /// The conditions of a case. What lies outside of its record is given: the type of its hospital, its obstacles.
    pub fn of(subject: &Subject, hospital: Option<OrganisationType>, obstacles: BTreeSet<Obstacle>) -> Self {
        let on = subject.case.identified_on;
        let years = |from: chrono::NaiveDate| on.years_since(from).unwrap_or(0);
        Self {
            age: subject.case.birth.map(|birth| age_band(years(birth.first_day()))),
            stay: subject.case.stay_on(on).map(|stay| stay_band(years(stay.admitted_on))),
            hospital,
            obstacles,
        }
    }

    /// What both have in common.
    pub fn in_common(&self, other: &Self) -> Common {
        Common {
            age: self.age.is_some() && self.age == other.age,
            stay: self.stay.is_some() && self.stay == other.stay,
            hospital: self.hospital.is_some() && self.hospital == other.hospital,
            obstacles: self.obstacles.intersection(&other.obstacles).copied().collect(),
        }
    }
}

/// What two roads have in common.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Common {
    /// The age band.
    pub age: bool,
    /// The band of the stay.
    pub stay: bool,
    /// The type of the hospital.
    pub hospital: bool,
    /// The obstacles.
    pub obstacles: Vec<Obstacle>,
}

impl Common {
    /// How many conditions: each band, the type of the hospital, each obstacle.
    pub fn count(&self) -> usize {
        usize::from(self.age) + usize::from(self.stay) + usize::from(self.hospital) + self.obstacles.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_knows_is_nothing_in_common() {
        let known = Conditions {
            age: Some("60s"),
            stay: Some("ge20y"),
            hospital: Some(OrganisationType::PsychiatricHospital),
            obstacles: [Obstacle::Housing, Obstacle::Guarantor].into(),
        };
        assert_eq!(known.in_common(&known).count(), 5);
        assert_eq!(Conditions::default().in_common(&Conditions::default()).count(), 0);
        let other = Conditions { age: Some("50s"), obstacles: [Obstacle::Housing].into(), ..known.clone() };
        let common = known.in_common(&other);
        assert_eq!(
            (common.age, common.stay, common.obstacles.as_slice()),
            (false, true, &[Obstacle::Housing][..])
        );
        assert_eq!(common.count(), 3);
    }
}
