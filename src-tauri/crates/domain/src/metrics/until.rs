//! The records as they stood at the end of a day, so that a half-year or a month is counted by the rules of the year.

use super::{CaseRecord, Records};
use chrono::NaiveDate;
use std::collections::BTreeSet;

impl Records {
    /// Everything that was known to have happened by the end of `day`. A stay or a decision that was running on that
    /// day is running; cases that came later are gone, their clients keep their positions.
    #[must_use]
    pub fn until(&self, day: NaiveDate) -> Self {
        let mut cut = self.clone();
        for case in &mut cut.cases {
            case.stages.retain(|(from, _)| *from <= day);
            case.holds.retain(|(from, _)| *from <= day);
            for (_, to) in &mut case.holds {
                *to = to.filter(|to| *to <= day);
            }
            case.stays.retain(|stay| stay.admitted_on <= day);
            for stay in case.stays.iter_mut().filter(|stay| stay.discharged_on.is_some_and(|out| out > day)) {
                stay.discharged_on = None;
                stay.destination = None;
            }
            case.decisions.retain(|decision| decision.from <= day);
            for decision in &mut case.decisions {
                decision.ended_on = decision.ended_on.filter(|ended| *ended <= day);
            }
            if case.closed_on().is_none() {
                case.closure_reason = None;
            }
            case.obstacles.retain(|(_, since, _)| since.is_none_or(|since| since <= day));
            for (_, _, until) in &mut case.obstacles {
                *until = until.filter(|until| *until <= day);
            }
        }
        // Contacts and attendance name cases by position, so a case that came later is emptied, not removed.
        cut.cases.iter_mut().filter(|case| case.identified_on > day).for_each(CaseRecord::empty);
        cut.contacts.retain(|contact| contact.on <= day);
        cut.activities.retain(|activity| activity.on <= day);
        cut.support.retain(|support| support.on <= day);
        cut.peer_work.retain(|work| work.on <= day);
        cut.publications.retain(|(month, _)| month.first_day() <= day);
        for session in cut.sessions.iter_mut().filter(|session| session.on > day) {
            session.cancelled = true;
        }
        cut.attendance.retain(|attendance| self.sessions[attendance.session].on <= day);
        cut.housing.retain(|housing| housing.on <= day);
        cut.relations.retain(|relation| relation.on <= day);
        cut
    }

    /// Everything but what concerns some clients, by their positions: what is left of the numbers for somebody who knows
    /// these. Positions stay as they are.
    #[must_use]
    pub fn without(&self, clients: &BTreeSet<usize>) -> Self {
        let mut others = self.clone();
        others.cases.iter_mut().filter(|case| clients.contains(&case.client)).for_each(CaseRecord::empty);
        let of_others = |case: usize| !clients.contains(&self.cases[case].client);
        others.contacts.retain(|contact| contact.case.is_none_or(of_others));
        others.attendance.retain(|attendance| attendance.case.is_none_or(of_others));
        others.housing.retain(|housing| of_others(housing.case));
        others
    }
}

impl CaseRecord {
    /// Nothing is left of a case but its place among the others.
    fn empty(&mut self) {
        self.identified_on = NaiveDate::MAX;
        self.stages.clear();
        self.stays.clear();
        self.decisions.clear();
        self.holds.clear();
        self.obstacles.clear();
    }
}

#[cfg(test)]
mod tests {
    use crate::metrics::{CaseRecord, Records, Stay};
    use crate::vocabulary::{CaseRole, ClosureReason, Destination, Stage};
    use chrono::NaiveDate;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn what_came_later_is_not_known_yet() {
        let stay = Stay {
            hospital: 0,
            admitted_on: day("2020-05-01"),
            discharged_on: Some(day("2025-11-04")),
            destination: Some(Destination::HomeAlone),
        };
        let case = CaseRecord {
            id: String::new(),
            client: 0,
            sex: None,
            birth: None,
            identified_on: day("2025-05-01"),
            role: CaseRole::Direct,
            closure_reason: Some(ClosureReason::Declined),
            stages: vec![(day("2025-05-01"), Stage::Identified), (day("2026-01-10"), Stage::Closed)],
            holds: Vec::new(),
            stays: vec![stay],
            decisions: Vec::new(),
            obstacles: Vec::new(),
        };
        let records = Records { clients: 1, cases: vec![case], ..Records::default() };
        let half = records.until(day("2025-09-30"));
        assert_eq!(half.cases[0].discharges().count(), 0, "she left in November");
        assert!(half.cases[0].is_open(day("2026-03-31")), "nobody has closed it yet");
        assert_eq!(half.cases[0].closure_reason, None);
        assert_eq!(records.until(day("2026-03-31")).cases[0].discharges().count(), 1);
        let before = records.until(day("2025-04-30"));
        assert_eq!(before.cases[0].stays.len(), 0);
        assert!(!before.cases[0].is_open(day("2026-03-31")), "nobody knew her yet");
        let others = records.without(&[0].into());
        assert!(
            !others.cases[0].is_open(day("2025-06-30")) && others.cases.len() == 1,
            "only her place is left"
        );
        assert!(records.without(&[1].into()).cases[0].is_open(day("2025-06-30")));
    }
}
