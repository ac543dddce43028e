//! Minutes of a year by kind of work.

use super::{Records, Year};
use crate::vocabulary::WorkKind;
use std::collections::BTreeMap;

impl Year {
    /// Minutes by kind of work: contacts, sessions that took place, activities and support to others.
    /// Minutes that nobody wrote down count as none.
    pub fn minutes_by_work(&self, records: &Records) -> BTreeMap<WorkKind, u32> {
        let mut minutes: BTreeMap<WorkKind, u32> = WorkKind::ALL.iter().map(|kind| (*kind, 0)).collect();
        let mut add = |kind: WorkKind, n: u32| *minutes.entry(kind).or_default() += n;
        for contact in records.contacts.iter().filter(|c| self.fiscal.contains(c.on)) {
            add(WorkKind::Casework, contact.minutes);
        }
        for session in records.sessions.iter().filter(|s| self.fiscal.contains(s.on) && !s.cancelled) {
            add(WorkKind::Programme, session.minutes.unwrap_or(0));
        }
        for activity in records.activities.iter().filter(|a| self.fiscal.contains(a.on)) {
            add(activity.kind.work(), activity.minutes);
        }
        for support in records.support.iter().filter(|s| self.fiscal.contains(s.on)) {
            add(WorkKind::Support, support.minutes.unwrap_or(0));
        }
        minutes
    }
}
