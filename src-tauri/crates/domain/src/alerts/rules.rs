//! The rules one by one: each looks at one case on one day.

use super::{Alert, Closure, HOLD_DAYS, Rule, Subject, Threshold, Thresholds, Touch, What};
use crate::calendar::PartialDate;
use crate::metrics::DecisionRecord;
use crate::vocabulary::{CaseRole, CertificateKind, Service};
use chrono::{Datelike, Days, Months, NaiveDate};

/// Face-to-face days that are asked for in a month.
const MONTHLY_DAYS: u32 = 2;
/// Days before the review of a plan from which it is named.
const PLAN_AHEAD: i64 = 30;

fn running(decision: &DecisionRecord, day: NaiveDate) -> bool {
    decision.from <= day
        && decision.to.is_none_or(|to| day <= to)
        && decision.ended_on.is_none_or(|end| day < end)
}

fn transition(subject: &Subject, day: NaiveDate) -> Option<&DecisionRecord> {
    subject.case.decisions.iter().find(|d| d.service == Service::CommunityTransition && running(d, day))
}

pub(super) fn contact_gap(
    subject: &Subject,
    closures: &[Closure],
    thresholds: &Thresholds,
    day: NaiveDate,
) -> Option<Alert> {
    if subject.case.role == CaseRole::Backup {
        let since = last(subject, day, |t| t.supporter).unwrap_or(subject.case.identified_on);
        let due = since.checked_add_days(Days::new(u64::from(thresholds.of(Threshold::Supporter))))?;
        return (due < day).then(|| Alert::new(Rule::MainSupporter, since, due, day, What::Nothing));
    }
    let decision = transition(subject, day)?;
    let since = last(subject, day, |t| t.face && t.on >= decision.from).unwrap_or(decision.from);
    let elapsed = days(since, day) - closed_days(subject, closures, since, day);
    let left = thresholds.days(Threshold::FaceYellow) - elapsed;
    let due = if left >= 0 {
        day.checked_add_days(Days::new(left.unsigned_abs()))
    } else {
        day.checked_sub_days(Days::new(left.unsigned_abs()))
    }?;
    (left < 0).then_some(Alert { rule: Rule::FaceToFace, since, due, left, elapsed, what: What::Nothing })
}

pub(super) fn monthly_days(subject: &Subject, thresholds: &Thresholds, day: NaiveDate) -> Option<Alert> {
    if subject.case.role != CaseRole::Direct || day.day() < thresholds.of(Threshold::MonthlyFrom) {
        return None;
    }
    transition(subject, day)?;
    let first = day.with_day(1)?;
    let mut met: Vec<NaiveDate> =
        subject.touches.iter().filter(|t| t.face && t.on >= first && t.on <= day).map(|t| t.on).collect();
    met.dedup();
    let due = first.checked_add_months(Months::new(1))?.pred_opt()?;
    let count = u32::try_from(met.len()).unwrap_or(u32::MAX);
    (count < MONTHLY_DAYS).then(|| Alert::new(Rule::MonthlyDays, first, due, day, What::Number(count)))
}

/// The newest decision of each service, unless it was ended: some days ahead (more in a second period), then over.
pub(super) fn decisions(subject: &Subject, thresholds: &Thresholds, day: NaiveDate, found: &mut Vec<Alert>) {
    for service in Service::ALL {
        let mut of_service: Vec<&DecisionRecord> =
            subject.case.decisions.iter().filter(|d| d.service == *service && d.from <= day).collect();
        of_service.sort_by_key(|d| d.from);
        let Some(newest) = of_service.last() else { continue };
        if newest.ended_on.is_some_and(|end| end <= day) {
            continue;
        }
        let Some(to) = newest.to else { continue };
        let in_a_row = of_service.windows(2).rev().take_while(|p| follows(p[0], p[1])).count();
        let ahead = if in_a_row > 0 { Threshold::SecondPeriod } else { Threshold::Decision };
        if days(day, to) <= thresholds.days(ahead) {
            found.push(Alert::new(Rule::Decision, newest.from, to, day, What::Service(*service)));
        }
    }
}

fn follows(before: &DecisionRecord, after: &DecisionRecord) -> bool {
    before.ended_on.is_none() && before.to.is_some_and(|to| days(to, after.from) <= 1)
}

pub(super) fn documents(subject: &Subject, thresholds: &Thresholds, day: NaiveDate, found: &mut Vec<Alert>) {
    for kind in CertificateKind::ALL {
        let Some(to) = subject.certificates.iter().filter(|(k, _)| k == kind).map(|(_, to)| *to).max() else {
            continue;
        };
        if *kind == CertificateKind::MedicalProtectionPeriod {
            protection_window(to, day, found);
        } else if days(day, to) <= thresholds.days(Threshold::Certificate) {
            found.push(Alert::new(Rule::Certificate, to, to, day, What::Certificate(*kind)));
        }
    }
    let in_hospital = subject.case.stay_on(day).filter(|s| s.discharged_on.is_none_or(|out| day < out));
    let known = found.iter().any(|a| a.rule == Rule::MedicalProtection);
    let end = subject
        .protection
        .iter()
        .filter(|(from, _)| in_hospital.is_some_and(|s| s.admitted_on == *from))
        .map(|(_, to)| *to)
        .max();
    if let (false, Some(end)) = (known, end) {
        protection_window(end, day, found);
    }
}

/// The committee's window opens one month before the end of the period.
fn protection_window(to: NaiveDate, day: NaiveDate, found: &mut Vec<Alert>) {
    let Some(opens) = to.checked_sub_months(Months::new(1)) else { return };
    if opens <= day {
        found.push(Alert::new(Rule::MedicalProtection, opens, to, day, What::Nothing));
    }
}

pub(super) fn hold_review(subject: &Subject, thresholds: &Thresholds, day: NaiveDate) -> Option<Alert> {
    let holds = subject.case.holds.iter().zip(&subject.hold_reviews);
    let ((from, _), review) = holds
        .filter(|((from, to), _)| *from <= day && to.is_none_or(|to| day < to))
        .max_by_key(|((f, _), _)| *f)?;
    let due = review.or_else(|| from.checked_add_days(Days::new(HOLD_DAYS)))?;
    (days(day, due) <= thresholds.days(Threshold::ReviewAhead))
        .then(|| Alert::new(Rule::HoldReview, *from, due, day, What::Nothing))
}

/// A planned discharge: what has to be applied for takes one to two months. Named until the discharge is recorded.
pub(super) fn planned_discharge(subject: &Subject, thresholds: &Thresholds, day: NaiveDate) -> Option<Alert> {
    let stay = subject.case.stay_on(day).filter(|s| s.discharged_on.is_none_or(|out| day < out))?;
    let (_, due) = subject.planned.iter().copied().find(|(from, _)| *from == stay.admitted_on)?;
    let opens = due.checked_sub_days(Days::new(u64::from(thresholds.of(Threshold::PlannedDischarge))))?;
    (opens <= day).then(|| Alert::new(Rule::PlannedDischarge, opens, due, day, What::Nothing))
}

/// The next contact of the series after a discharge that nothing has answered yet.
pub(super) fn after_discharge(subject: &Subject, thresholds: &Thresholds, day: NaiveDate) -> Option<Alert> {
    let home = subject.case.discharges().map(|(on, _)| on).filter(|on| *on <= day).max()?;
    let back = subject
        .case
        .stays
        .iter()
        .any(|s| s.admitted_on >= home && s.admitted_on <= day && s.discharged_on != Some(home));
    let last = last(subject, day, |t| t.person).filter(|on| *on > home).unwrap_or(home);
    let mut start = home;
    for n in thresholds.after_discharge() {
        let due = home.checked_add_days(Days::new(u64::from(n)))?;
        if last <= start {
            let near = day > start
                && days(day, due) <= thresholds.days(Threshold::ReviewAhead)
                && days(due, day) <= HOLD_DAYS.cast_signed();
            let what = What::Number(n);
            return (near && !back).then(|| Alert::new(Rule::AfterDischarge, home, due, day, what));
        }
        start = due;
    }
    None
}

pub(super) fn plan_review(subject: &Subject, thresholds: &Thresholds, day: NaiveDate) -> Option<Alert> {
    let plan = subject.plans.iter().copied().filter(|on| *on <= day).max()?;
    let due = plan.checked_add_months(Months::new(thresholds.of(Threshold::PlanReview)))?;
    (days(day, due) <= PLAN_AHEAD).then(|| Alert::new(Rule::PlanReview, plan, due, day, What::Nothing))
}

/// Care insurance comes before other services from the 65th birthday; it takes months to prepare.
pub(super) fn care_insurance(subject: &Subject, thresholds: &Thresholds, day: NaiveDate) -> Option<Alert> {
    let birth = subject.case.birth.map(PartialDate::first_day)?;
    let due = birth.checked_add_months(Months::new(65 * 12))?;
    let opens = due.checked_sub_months(Months::new(thresholds.of(Threshold::CareInsurance)))?;
    (opens <= day && day <= due).then(|| Alert::new(Rule::CareInsurance, opens, due, day, What::Nothing))
}

fn last(subject: &Subject, day: NaiveDate, counts: impl Fn(&Touch) -> bool) -> Option<NaiveDate> {
    subject.touches.iter().filter(|t| t.on <= day && counts(t)).map(|t| t.on).max()
}

/// Days after `from` up to `to` on which the person's hospital was closed to visits.
pub(super) fn closed_days(subject: &Subject, closures: &[Closure], from: NaiveDate, to: NaiveDate) -> i64 {
    if closures.is_empty() {
        return 0;
    }
    let shut = |day: NaiveDate| {
        let stay = subject.case.stay_on(day).filter(|s| s.discharged_on.is_none_or(|out| day <= out));
        stay.is_some_and(|s| {
            closures
                .iter()
                .any(|c| c.hospital == s.hospital && c.from <= day && c.to.is_none_or(|to| day <= to))
        })
    };
    let n = from.iter_days().skip(1).take_while(|d| *d <= to).filter(|d| shut(*d)).count();
    i64::try_from(n).unwrap_or(i64::MAX)
}

pub(super) fn days(from: NaiveDate, to: NaiveDate) -> i64 {
    to.signed_duration_since(from).num_days()
}
