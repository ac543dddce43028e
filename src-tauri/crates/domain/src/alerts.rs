//! 期限と間隔: what the rhythm of the work asks for on a day. Rules only; records come in, wording stays out.
//!
//! Nothing dated after the day counts. A gap is measured inside one decision period, whose start counts as a
//! point; days on which the hospital is closed to visits are not counted.

use crate::calendar::PartialDate;
use crate::metrics::{CaseRecord, DecisionRecord};
use crate::vocabulary::{CaseRole, CertificateKind, Service};
use chrono::{Datelike, Days, Months, NaiveDate};

/// Days without a face-to-face contact after which a person is named (yellow).
pub const GAP_YELLOW: i64 = 7;
/// Days without a face-to-face contact after which the gap is long (red).
pub const GAP_RED: i64 = 14;
/// Days without a word with the main supporter of a back-up case.
const SUPPORTER_GAP: i64 = 30;
/// Weeks without any contact with a hospital.
pub const HOSPITAL_WEEKS: i64 = 8;
/// Days before the end of a decision from which it is named.
const DECISION_AHEAD: i64 = 60;
/// The same for the second and later periods of one service.
const SECOND_PERIOD_AHEAD: i64 = 90;
/// Days before the end of a certificate from which it is named.
const CERTIFICATE_AHEAD: i64 = 90;
/// Days before a review or a first contact from which it is named.
const WEEK: i64 = 7;
/// Days after which a hold without a date is looked at again.
const HOLD_DAYS: u64 = 90;
/// Contacts after a discharge, in days.
const AFTER_DISCHARGE: [u64; 5] = [3, 7, 14, 30, 90];
/// Day of the month from which two face-to-face days a month are asked for.
const MONTHLY_FROM: u32 = 20;

/// A rule of the rhythm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// 対面の間隔.
    FaceToFace,
    /// 主担当との連絡 of a back-up case.
    MainSupporter,
    /// 月2日以上の対面.
    MonthlyDays,
    /// 支給決定の終了.
    Decision,
    /// 医療保護入院の期間.
    MedicalProtection,
    /// 手帳・自立支援医療・区分・年金診断書.
    Certificate,
    /// 保留の見直し.
    HoldReview,
    /// 退院後の連絡.
    AfterDischarge,
    /// 計画の見直し.
    PlanReview,
    /// 65歳（介護保険）.
    CareInsurance,
    /// 病院に触れていない.
    Hospital,
}

impl Rule {
    /// Stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::FaceToFace => "face_to_face",
            Self::MainSupporter => "main_supporter",
            Self::MonthlyDays => "monthly_days",
            Self::Decision => "decision",
            Self::MedicalProtection => "medical_protection",
            Self::Certificate => "certificate",
            Self::HoldReview => "hold_review",
            Self::AfterDischarge => "after_discharge",
            Self::PlanReview => "plan_review",
            Self::CareInsurance => "care_insurance",
            Self::Hospital => "hospital",
        }
    }
}

/// What an alert is about, beyond its rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Nothing more.
    Nothing,
    /// The service of a decision.
    Service(Service),
    /// The kind of a certificate.
    Certificate(CertificateKind),
    /// A number: days after a discharge, or days of this month.
    Number(u32),
}

/// Something due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alert {
    /// The rule.
    pub rule: Rule,
    /// Day from which it counts.
    pub since: NaiveDate,
    /// Day on which it is due.
    pub due: NaiveDate,
    /// Days from the day asked to the due day; negative when it has passed.
    pub left: i64,
    /// Days since `since`, without days on which nobody could visit.
    pub elapsed: i64,
    /// More about it.
    pub what: What,
}

impl Alert {
    /// An alert whose elapsed days are those of the calendar.
    pub fn new(rule: Rule, since: NaiveDate, due: NaiveDate, day: NaiveDate, what: What) -> Self {
        Self { rule, since, due, left: days(day, due), elapsed: days(since, day), what }
    }
}

/// One contact, as far as the rhythm needs it.
#[derive(Clone, Copy, Debug)]
pub struct Touch {
    /// Day.
    pub on: NaiveDate,
    /// With the person.
    pub person: bool,
    /// Face to face with the person.
    pub face: bool,
    /// With a support organisation.
    pub supporter: bool,
}

/// Days on which a hospital was closed to visits.
#[derive(Clone, Copy, Debug)]
pub struct Closure {
    /// Position of the hospital, as stays name it.
    pub hospital: usize,
    /// First day.
    pub from: NaiveDate,
    /// Last day, while known.
    pub to: Option<NaiveDate>,
}

/// One case with everything that can become due.
#[derive(Clone, Debug)]
pub struct Subject {
    /// Its history.
    pub case: CaseRecord,
    /// Its contacts in order of their day.
    pub touches: Vec<Touch>,
    /// Review days of the holds of `case`, aligned with them.
    pub hold_reviews: Vec<Option<NaiveDate>>,
    /// Certificates and the last day of each.
    pub certificates: Vec<(CertificateKind, NaiveDate)>,
    /// Ends of periods of medical protection, each with the first day of its stay.
    pub protection: Vec<(NaiveDate, NaiveDate)>,
    /// Days of plans.
    pub plans: Vec<NaiveDate>,
}

/// A span without a face-to-face contact inside one decision period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// First day of the decision period.
    pub period: NaiveDate,
    /// Last contact before the gap, or the first day of the period.
    pub from: NaiveDate,
    /// Next contact, or the end of the period.
    pub to: NaiveDate,
    /// Days between, without days on which nobody could visit.
    pub days: i64,
}

/// Gaps of more than [`GAP_RED`] days that begin and end between two days, in order. Only direct support.
pub fn gaps(subject: &Subject, closures: &[Closure], from: NaiveDate, to: NaiveDate) -> Vec<Gap> {
    let mut found = Vec::new();
    if subject.case.role != CaseRole::Direct {
        return found;
    }
    for decision in subject.case.decisions.iter().filter(|d| d.service == Service::CommunityTransition) {
        let ends = [decision.to, decision.ended_on, subject.case.closed_on()];
        let end = ends.into_iter().flatten().fold(to, NaiveDate::min);
        let mut points = vec![decision.from];
        points.extend(
            subject.touches.iter().filter(|t| t.face && t.on >= decision.from && t.on <= end).map(|t| t.on),
        );
        points.push(end);
        for pair in points.windows(2) {
            let open = days(pair[0], pair[1]) - closed_days(subject, closures, pair[0], pair[1]);
            if open > GAP_RED && pair[0] >= from {
                found.push(Gap { period: decision.from, from: pair[0], to: pair[1], days: open });
            }
        }
    }
    found.sort_by_key(|g| (g.from, g.to));
    found
}

/// What is due for one open case on a day.
pub fn of_case(subject: &Subject, closures: &[Closure], day: NaiveDate) -> Vec<Alert> {
    let mut found = Vec::new();
    if !subject.case.is_open(day) {
        return found;
    }
    found.extend(contact_gap(subject, closures, day));
    found.extend(monthly_days(subject, day));
    decisions(subject, day, &mut found);
    documents(subject, day, &mut found);
    found.extend(hold_review(subject, day));
    found.extend(after_discharge(subject, day));
    found.extend(plan_review(subject, day));
    found.extend(care_insurance(subject, day));
    found
}

/// 「病院に触れていない」: the last contact of any kind lies more than eight weeks back.
pub fn of_hospital(last: NaiveDate, day: NaiveDate) -> Option<Alert> {
    let due = last.checked_add_days(Days::new(HOSPITAL_WEEKS.unsigned_abs() * 7))?;
    (due < day).then(|| Alert::new(Rule::Hospital, last, due, day, What::Nothing))
}

fn running(decision: &DecisionRecord, day: NaiveDate) -> bool {
    decision.from <= day
        && decision.to.is_none_or(|to| day <= to)
        && decision.ended_on.is_none_or(|end| day < end)
}

fn transition(subject: &Subject, day: NaiveDate) -> Option<&DecisionRecord> {
    subject.case.decisions.iter().find(|d| d.service == Service::CommunityTransition && running(d, day))
}

fn contact_gap(subject: &Subject, closures: &[Closure], day: NaiveDate) -> Option<Alert> {
    if subject.case.role == CaseRole::Backup {
        let since = last(subject, day, |t| t.supporter).unwrap_or(subject.case.identified_on);
        let due = since.checked_add_days(Days::new(SUPPORTER_GAP.unsigned_abs()))?;
        return (due < day).then(|| Alert::new(Rule::MainSupporter, since, due, day, What::Nothing));
    }
    let decision = transition(subject, day)?;
    let since = last(subject, day, |t| t.face && t.on >= decision.from).unwrap_or(decision.from);
    let elapsed = days(since, day) - closed_days(subject, closures, since, day);
    let left = GAP_YELLOW - elapsed;
    let due = if left >= 0 {
        day.checked_add_days(Days::new(left.unsigned_abs()))
    } else {
        day.checked_sub_days(Days::new(left.unsigned_abs()))
    }?;
    (left < 0).then_some(Alert { rule: Rule::FaceToFace, since, due, left, elapsed, what: What::Nothing })
}

fn monthly_days(subject: &Subject, day: NaiveDate) -> Option<Alert> {
    if subject.case.role != CaseRole::Direct || day.day() < MONTHLY_FROM {
        return None;
    }
    transition(subject, day)?;
    let first = day.with_day(1)?;
    let mut met: Vec<NaiveDate> =
        subject.touches.iter().filter(|t| t.face && t.on >= first && t.on <= day).map(|t| t.on).collect();
    met.dedup();
    let due = first.checked_add_months(Months::new(1))?.pred_opt()?;
    let count = u32::try_from(met.len()).unwrap_or(u32::MAX);
    (count < 2).then(|| Alert::new(Rule::MonthlyDays, first, due, day, What::Number(count)))
}

/// The newest decision of each service, unless it was ended: 60 days ahead (the second period 90), then over.
fn decisions(subject: &Subject, day: NaiveDate, found: &mut Vec<Alert>) {
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
        let ahead = if in_a_row > 0 { SECOND_PERIOD_AHEAD } else { DECISION_AHEAD };
        if days(day, to) <= ahead {
            found.push(Alert::new(Rule::Decision, newest.from, to, day, What::Service(*service)));
        }
    }
}

fn follows(before: &DecisionRecord, after: &DecisionRecord) -> bool {
    before.ended_on.is_none() && before.to.is_some_and(|to| days(to, after.from) <= 1)
}

fn documents(subject: &Subject, day: NaiveDate, found: &mut Vec<Alert>) {
    for kind in CertificateKind::ALL {
        let Some(to) = subject.certificates.iter().filter(|(k, _)| k == kind).map(|(_, to)| *to).max() else {
            continue;
        };
        if *kind == CertificateKind::MedicalProtectionPeriod {
            protection_window(to, day, found);
        } else if days(day, to) <= CERTIFICATE_AHEAD {
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

fn hold_review(subject: &Subject, day: NaiveDate) -> Option<Alert> {
    let holds = subject.case.holds.iter().zip(&subject.hold_reviews);
    let ((from, _), review) = holds
        .filter(|((from, to), _)| *from <= day && to.is_none_or(|to| day < to))
        .max_by_key(|((f, _), _)| *f)?;
    let due = review.or_else(|| from.checked_add_days(Days::new(HOLD_DAYS)))?;
    (days(day, due) <= WEEK).then(|| Alert::new(Rule::HoldReview, *from, due, day, What::Nothing))
}

/// The next contact of the series after a discharge that nothing has answered yet.
fn after_discharge(subject: &Subject, day: NaiveDate) -> Option<Alert> {
    let home = subject.case.discharges().map(|(on, _)| on).filter(|on| *on <= day).max()?;
    let back = subject
        .case
        .stays
        .iter()
        .any(|s| s.admitted_on >= home && s.admitted_on <= day && s.discharged_on != Some(home));
    let last = last(subject, day, |t| t.person).filter(|on| *on > home).unwrap_or(home);
    let mut start = home;
    for n in AFTER_DISCHARGE {
        let due = home.checked_add_days(Days::new(n))?;
        if last <= start {
            let near = day > start && days(day, due) <= WEEK && days(due, day) <= HOLD_DAYS.cast_signed();
            let what = What::Number(u32::try_from(n).unwrap_or(u32::MAX));
            return (near && !back).then(|| Alert::new(Rule::AfterDischarge, home, due, day, what));
        }
        start = due;
    }
    None
}

fn plan_review(subject: &Subject, day: NaiveDate) -> Option<Alert> {
    let plan = subject.plans.iter().copied().filter(|on| *on <= day).max()?;
    let due = plan.checked_add_months(Months::new(6))?;
    (days(day, due) <= HOLD_DAYS.cast_signed() / 3)
        .then(|| Alert::new(Rule::PlanReview, plan, due, day, What::Nothing))
}

/// Care insurance comes before other services from the 65th birthday; half a year is needed to prepare it.
fn care_insurance(subject: &Subject, day: NaiveDate) -> Option<Alert> {
    let birth = subject.case.birth.map(PartialDate::first_day)?;
    let due = birth.checked_add_months(Months::new(65 * 12))?;
    let opens = due.checked_sub_months(Months::new(6))?;
    (opens <= day && day <= due).then(|| Alert::new(Rule::CareInsurance, opens, due, day, What::Nothing))
}

fn last(subject: &Subject, day: NaiveDate, counts: impl Fn(&Touch) -> bool) -> Option<NaiveDate> {
    subject.touches.iter().filter(|t| t.on <= day && counts(t)).map(|t| t.on).max()
}

/// Days after `from` up to `to` on which the person's hospital was closed to visits.
fn closed_days(subject: &Subject, closures: &[Closure], from: NaiveDate, to: NaiveDate) -> i64 {
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

fn days(from: NaiveDate, to: NaiveDate) -> i64 {
    to.signed_duration_since(from).num_days()
}
