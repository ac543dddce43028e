//! プログラムの欠席: whoever stays away several times in a row is named, unless she cannot come.

use super::rules::{closed_days, days};
use super::{Alert, Closure, Rule, Subject, Threshold, Thresholds, What};
use crate::vocabulary::Attendance;
use chrono::NaiveDate;

/// How somebody stayed away from one programme of late.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Absence {
    /// Sessions in a row up to the last one of which anything is written.
    pub times: u32,
    /// Day of the first of them.
    pub since: Option<NaiveDate>,
    /// Day of the last session at which she was there, if there is one.
    pub last: Option<NaiveDate>,
}

/// The absences at the end of a list of attendances in the order of their sessions. Sessions before she joined do not
/// count; nobody who has left hospital is missing.
pub fn absence(marks: impl IntoIterator<Item = (NaiveDate, Attendance)>) -> Absence {
    let mut found = Absence::default();
    for (on, attendance) in marks {
        match attendance {
            Attendance::Present | Attendance::Partial => {
                found = Absence { last: Some(on), ..Absence::default() }
            }
            Attendance::Absent | Attendance::Unwell => {
                found.times += 1;
                found.since = found.since.or(Some(on));
            }
            Attendance::NotYet => {}
            Attendance::Discharged => found = Absence { last: found.last, ..Absence::default() },
        }
    }
    found
}

/// 「続けて欠席」 of an open case: not while it is on hold or the hospital of its stay takes no visitors. Sessions during a
/// hold do not count.
pub fn absence_of(
    subject: &Subject,
    closures: &[Closure],
    thresholds: &Thresholds,
    marks: &[(NaiveDate, Attendance)],
    day: NaiveDate,
) -> Option<Alert> {
    let case = &subject.case;
    let held = |on: NaiveDate| case.holds.iter().any(|(from, to)| *from <= on && to.is_none_or(|to| on < to));
    let closed = day.pred_opt().is_some_and(|before| closed_days(subject, closures, before, day) > 0);
    if !case.is_open(day) || held(day) || closed {
        return None;
    }
    let found = absence(marks.iter().copied().filter(|(on, _)| !held(*on)));
    let (since, due) = (found.last.or(found.since)?, marks.last()?.0);
    (found.times >= thresholds.of(Threshold::Absences)).then(|| Alert {
        rule: Rule::Absence,
        since,
        due,
        left: days(day, due),
        elapsed: days(since, day),
        what: What::Number(found.times),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use Attendance::{Absent, Discharged, NotYet, Partial, Present, Unwell};

    fn marks(of: &[Attendance]) -> Vec<(NaiveDate, Attendance)> {
        let first = NaiveDate::from_ymd_opt(2026, 9, 1).unwrap();
        first.iter_weeks().zip(of.iter().copied()).collect()
    }

    #[test]
    fn absences_in_a_row_count_from_the_last_time_she_was_there() {
        for (of, times) in [
            (&[Present, Absent, Unwell][..], 2),
            (&[Absent, Absent, Partial, Absent], 1),
            (&[NotYet, NotYet, Absent], 1),
            (&[Present, Absent, NotYet, Absent], 2),
            (&[Absent, Absent, Discharged], 0),
            (&[], 0),
        ] {
            assert_eq!(absence(marks(of)).times, times, "{of:?}");
        }
        let found = absence(marks(&[Present, Absent, Absent]));
        assert_eq!(
            (found.last, found.since),
            (NaiveDate::from_ymd_opt(2026, 9, 1), NaiveDate::from_ymd_opt(2026, 9, 8))
        );
    }
}
