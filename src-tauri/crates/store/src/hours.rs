//! Minutes by kind of work in a span of days, by the rules of [`domain::metrics`].

use crate::{Reader, StoreError};
use chrono::NaiveDate;
use domain::vocabulary::{ActivityKind, WorkKind};
use std::collections::BTreeMap;

impl Reader<'_> {
    /// Minutes by kind of work between two days, both included, in the field's order; kinds without any are left out.
    pub fn minutes_by_work(
        &self,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Vec<(WorkKind, u32)>, StoreError> {
        let mut minutes: BTreeMap<WorkKind, u32> = BTreeMap::new();
        // A day of which only the month or the year is known is the first of them; whole days come from the index.
        let within = "on_date BETWEEN substr(?1, 1, 4) AND ?2 AND substr(on_date || '-01-01', 1, 10) >= ?1";
        // One row per source of minutes; of activities one per kind. A note within a session has the session's time.
        let rows = self.all(
            &format!("SELECT 'casework' AS work, NULL AS activity, coalesce(sum(minutes), 0) AS minutes
               FROM contacts c WHERE {within} AND NOT EXISTS (SELECT 1 FROM sessions s
                 WHERE s.id = c.session_id AND s.result IS NOT 'cancelled' AND s.end_time > s.start_time)
             UNION ALL SELECT 'programme', NULL, coalesce(sum((unixepoch('2000-01-01 ' || end_time) - unixepoch('2000-01-01 ' || start_time)) / 60), 0)
               FROM sessions WHERE {within} AND result IS NOT 'cancelled' AND end_time > start_time
             UNION ALL SELECT 'support', NULL, coalesce(sum(minutes), 0)
               FROM support_to_others WHERE {within}
             UNION ALL SELECT NULL, kind, coalesce(sum(minutes), 0)
               FROM activities WHERE {within} GROUP BY kind"),
            (from.to_string(), to.to_string()),
            |r| {
                let activity = ActivityKind::from_code(&r.text("activity")?).map(ActivityKind::work);
                let work = WorkKind::from_code(&r.text("work")?).or(activity).unwrap_or(WorkKind::Administration);
                Ok((work, r.count("minutes")?))
            },
        )?;
        for (work, n) in rows {
            *minutes.entry(work).or_default() += n;
        }
        Ok(minutes.into_iter().filter(|(_, n)| *n > 0).collect())
    }
}
