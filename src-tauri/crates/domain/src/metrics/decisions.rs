//! 支給決定 of a year: begun, renewed, ended, running at its end.

use super::{DecisionRecord, Records, Year};
use crate::vocabulary::Service;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Decisions and the distinct clients behind them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Decisions.
    pub decisions: u32,
    /// Positions of the clients.
    pub clients: BTreeSet<usize>,
}

impl Tally {
    fn add(&mut self, client: usize) {
        self.decisions += 1;
        self.clients.insert(client);
    }
    /// Both taken together.
    #[must_use]
    pub fn with(&self, other: &Self) -> Self {
        Self {
            decisions: self.decisions + other.decisions,
            clients: self.clients.union(&other.clients).copied().collect(),
        }
    }
}

/// Decisions of one service in one year: 新規, 更新, 終了, 年度末.
pub type DecisionCounts = [Tally; 4];

impl DecisionRecord {
    /// Last day on which the decision holds, while known.
    fn end(&self) -> Option<NaiveDate> {
        self.ended_on.or(self.to)
    }
    /// `later` follows on this decision without a gap, and this one was not ended early.
    fn is_renewed_by(&self, later: &Self) -> bool {
        self.service == later.service
            && self.ended_on.is_none()
            && self.from < later.from
            && self.to.and_then(|to| to.succ_opt()).is_some_and(|next| later.from <= next)
    }
}

/// What happened to a decision in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DecisionEvent {
    /// 新規.
    New,
    /// 更新: follows on another of the same service without a gap.
    Renewed,
    /// 終了: ended without a follower.
    Ended,
    /// 年度末: holds on the last day.
    Running,
}

impl Year {
    /// Every event of every decision until `today`: what, which service, position of the case, day. A decision that
    /// follows on another of the same service without a gap is 更新, any other begin is 新規; 終了 is an end without
    /// such a follower; 年度末 holds on 31 March or on `today`, if that is earlier.
    pub fn decision_events(
        &self,
        records: &Records,
        today: NaiveDate,
    ) -> Vec<(DecisionEvent, Service, usize, NaiveDate)> {
        let last = self.fiscal.last().min(today);
        let inside = |day: NaiveDate| self.fiscal.contains(day) && day <= last;
        let mut found = Vec::new();
        for (position, case) in records.cases.iter().enumerate() {
            for decision in &case.decisions {
                let mut add = |event, day| found.push((event, decision.service, position, day));
                if inside(decision.from) {
                    let follows = case.decisions.iter().any(|earlier| earlier.is_renewed_by(decision));
                    add(if follows { DecisionEvent::Renewed } else { DecisionEvent::New }, decision.from);
                }
                let continued = case.decisions.iter().any(|later| decision.is_renewed_by(later));
                if let Some(end) = decision.end().filter(|end| inside(*end) && !continued) {
                    add(DecisionEvent::Ended, end);
                }
                let over =
                    decision.ended_on.is_some_and(|d| d <= last) || decision.to.is_some_and(|d| d < last);
                if decision.from <= last && !over {
                    add(DecisionEvent::Running, last);
                }
            }
        }
        found
    }

    /// Counts by service.
    pub fn decisions(&self, records: &Records, today: NaiveDate) -> BTreeMap<Service, DecisionCounts> {
        let mut counts: BTreeMap<Service, DecisionCounts> = BTreeMap::new();
        for (event, service, case, _) in self.decision_events(records, today) {
            counts.entry(service).or_default()[event as usize].add(records.cases[case].client);
        }
        counts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decision(from: &str, to: &str, ended: Option<&str>) -> DecisionRecord {
        let day = |t: &str| t.parse().unwrap();
        DecisionRecord {
            service: Service::CommunityTransition,
            from: day(from),
            to: Some(day(to)),
            ended_on: ended.map(day),
        }
    }

    #[test]
    fn a_renewal_follows_without_a_gap() {
        let first = decision("2025-04-01", "2025-09-30", None);
        assert!(first.is_renewed_by(&decision("2025-10-01", "2026-03-31", None)));
        assert!(
            !first.is_renewed_by(&decision("2025-11-01", "2026-04-30", None)),
            "a month between is a new beginning"
        );
        let stopped = decision("2025-04-01", "2025-09-30", Some("2025-07-22"));
        assert!(
            !stopped.is_renewed_by(&decision("2025-10-01", "2026-03-31", None)),
            "an ended decision is not renewed"
        );
    }
}
