//! Minutes of a year by kind of work.

use super::{ContactRecord, Records, Year};
use crate::vocabulary::WorkKind;
use std::collections::BTreeMap;

impl Year {
    /// Minutes by kind of work: contacts, sessions that took place, activities and support to others.
    /// Minutes that nobody wrote down count as none.
    ///
    /// An hour of work is told once: the notes on single people that were written within a session are contacts of
    /// their own (延べ counts rows), but their time is the session's. Where a session has no times, its notes' are
    /// all that is known and count. Contacts of a pack name no session, so its figures are the plain sums.
    pub fn minutes_by_work(&self, records: &Records) -> BTreeMap<WorkKind, u32> {
        let mut minutes: BTreeMap<WorkKind, u32> = WorkKind::ALL.iter().map(|kind| (*kind, 0)).collect();
        let mut add = |kind: WorkKind, n: u32| *minutes.entry(kind).or_default() += n;
        for contact in
            records.contacts.iter().filter(|c| self.fiscal.contains(c.on) && !records.is_within_session(c))
        {
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

impl Records {
    /// The time of a contact is told by the session within which it was written.
    pub fn is_within_session(&self, contact: &ContactRecord) -> bool {
        let session = contact.session.and_then(|at| self.sessions.get(at));
        session.is_some_and(|s| !s.cancelled && s.minutes.is_some_and(|n| n > 0))
    }
}
