//! 期限と間隔: what the rhythm of the work asks for on a day. Rules only; records come in, wording stays out.
//!
//! Nothing dated after the day counts. A gap is measured inside one decision period, whose start counts as a
//! point; days on which the hospital is closed to visits are not counted.

mod absence;
mod rules;
pub mod stall;
#[cfg(test)]
mod tests;
mod threshold;

pub use absence::{Absence, absence, absence_of};
pub use threshold::{Threshold, Thresholds, Unit};

use crate::metrics::CaseRecord;
use crate::vocabulary::{CaseRole, CertificateKind, Service};
use chrono::{Days, NaiveDate};
use rules::{closed_days, days};

/// Days after which a hold without a date is looked at again.
pub(crate) const HOLD_DAYS: u64 = 90;

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
    /// 退院予定.
    PlannedDischarge,
    /// 退院後の連絡.
    AfterDischarge,
    /// 計画の見直し.
    PlanReview,
    /// 65歳（介護保険）.
    CareInsurance,
    /// 病院に触れていない.
    Hospital,
    /// プログラムを続けて欠席.
    Absence,
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
            Self::PlannedDischarge => "planned_discharge",
            Self::AfterDischarge => "after_discharge",
            Self::PlanReview => "plan_review",
            Self::CareInsurance => "care_insurance",
            Self::Hospital => "hospital",
            Self::Absence => "absence",
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
    /// Planned days of discharge, each with the first day of its stay.
    pub planned: Vec<(NaiveDate, NaiveDate)>,
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

/// Gaps longer than [`Threshold::FaceRed`] that begin and end between two days, in order. Only direct support.
pub fn gaps(
    subject: &Subject,
    closures: &[Closure],
    thresholds: &Thresholds,
    from: NaiveDate,
    to: NaiveDate,
) -> Vec<Gap> {
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
            if open > thresholds.days(Threshold::FaceRed) && pair[0] >= from {
                found.push(Gap { period: decision.from, from: pair[0], to: pair[1], days: open });
            }
        }
    }
    found.sort_by_key(|g| (g.from, g.to));
    found
}

/// What is due for one open case on a day.
pub fn of_case(
    subject: &Subject,
    closures: &[Closure],
    thresholds: &Thresholds,
    day: NaiveDate,
) -> Vec<Alert> {
    let mut found = Vec::new();
    if !subject.case.is_open(day) {
        return found;
    }
    found.extend(rules::contact_gap(subject, closures, thresholds, day));
    found.extend(rules::monthly_days(subject, thresholds, day));
    rules::decisions(subject, thresholds, day, &mut found);
    rules::documents(subject, thresholds, day, &mut found);
    found.extend(rules::hold_review(subject, thresholds, day));
    found.extend(rules::planned_discharge(subject, thresholds, day));
    found.extend(rules::after_discharge(subject, thresholds, day));
    found.extend(rules::plan_review(subject, thresholds, day));
    found.extend(rules::care_insurance(subject, thresholds, day));
    found
}

/// 「病院に触れていない」: the last contact of any kind lies longer back than [`Threshold::Hospital`].
pub fn of_hospital(last: NaiveDate, thresholds: &Thresholds, day: NaiveDate) -> Option<Alert> {
    let due = last.checked_add_days(Days::new(u64::from(thresholds.of(Threshold::Hospital)) * 7))?;
    (due < day).then(|| Alert::new(Rule::Hospital, last, due, day, What::Nothing))
}
