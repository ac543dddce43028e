//! The rhythm, rule by rule, on one person.

use super::*;
use crate::metrics::DecisionRecord;
use crate::metrics::Stay;
use crate::vocabulary::{Destination, Stage};

fn day(iso: &str) -> NaiveDate {
    iso.parse().unwrap()
}

fn subject() -> Subject {
    let case = CaseRecord {
        id: String::new(),
        client: 0,
        sex: None,
        birth: None,
        identified_on: day("2026-01-05"),
        role: CaseRole::Direct,
        closure_reason: None,
        stages: vec![(day("2026-01-05"), Stage::Planning)],
        holds: Vec::new(),
        stays: vec![Stay {
            hospital: 0,
            admitted_on: day("2010-04-01"),
            discharged_on: None,
            destination: None,
        }],
        decisions: vec![decision("2026-04-01", "2026-09-30")],
        obstacles: Vec::new(),
    };
    Subject {
        case,
        touches: Vec::new(),
        hold_reviews: Vec::new(),
        certificates: Vec::new(),
        protection: Vec::new(),
        plans: Vec::new(),
        planned: Vec::new(),
    }
}

fn decision(from: &str, to: &str) -> DecisionRecord {
    DecisionRecord {
        service: Service::CommunityTransition,
        from: day(from),
        to: Some(day(to)),
        ended_on: None,
    }
}

fn met(on: &str) -> Touch {
    Touch { on: day(on), person: true, face: true, supporter: false }
}

fn called(on: &str) -> Touch {
    Touch { face: false, ..met(on) }
}

/// Days that a rule names on a day, if it speaks: elapsed for gaps, left for the others.
fn named(subject: &Subject, closures: &[Closure], rule: Rule, on: &str) -> Option<i64> {
    let found =
        of_case(subject, closures, &Thresholds::default(), day(on)).into_iter().find(|a| a.rule == rule)?;
    Some(if matches!(rule, Rule::FaceToFace | Rule::MainSupporter) { found.elapsed } else { found.left })
}

#[test]
fn the_wait_begins_with_the_decision_and_ends_with_a_meeting() {
    let mut subject = subject();
    for (on, days) in
        [("2026-03-31", None), ("2026-04-08", None), ("2026-04-09", Some(8)), ("2026-04-20", Some(19))]
    {
        assert_eq!(named(&subject, &[], Rule::FaceToFace, on), days, "{on}");
    }
    subject.touches = vec![met("2026-03-30"), called("2026-04-15"), met("2026-04-20")];
    for (on, days) in
        [("2026-04-18", Some(17)), ("2026-04-20", None), ("2026-04-28", Some(8)), ("2026-10-01", None)]
    {
        assert_eq!(named(&subject, &[], Rule::FaceToFace, on), days, "{on}");
    }
}

#[test]
fn days_on_which_nobody_may_visit_are_not_counted() {
    let subject = subject();
    let closed = |hospital| [Closure { hospital, from: day("2026-04-05"), to: Some(day("2026-04-14")) }];
    assert_eq!(named(&subject, &closed(0), Rule::FaceToFace, "2026-04-18"), None);
    assert_eq!(named(&subject, &closed(0), Rule::FaceToFace, "2026-04-19"), Some(8));
    assert_eq!(
        named(&subject, &closed(1), Rule::FaceToFace, "2026-04-19"),
        Some(18),
        "another hospital's closure"
    );
    let gap = |closures: &[Closure]| {
        gaps(&subject, closures, &Thresholds::default(), day("2026-04-01"), day("2026-04-20"))
    };
    assert_eq!(gap(&[])[0].days, 19);
    assert!(gap(&closed(0)).is_empty(), "nine days remain");
}

#[test]
fn a_back_up_case_asks_for_its_main_supporter_only() {
    let mut subject = subject();
    subject.case.role = CaseRole::Backup;
    subject.touches = vec![Touch { person: false, face: false, supporter: true, ..met("2026-05-01") }];
    for (on, days) in
        [("2026-02-04", None), ("2026-02-05", Some(31)), ("2026-05-31", None), ("2026-06-01", Some(31))]
    {
        assert_eq!(named(&subject, &[], Rule::MainSupporter, on), days, "{on}");
        assert_eq!(named(&subject, &[], Rule::FaceToFace, on), None, "{on}");
    }
    assert!(gaps(&subject, &[], &Thresholds::default(), day("2026-01-01"), day("2026-12-31")).is_empty());
}

#[test]
fn two_days_a_month_are_asked_for_from_the_twentieth() {
    let mut subject = subject();
    subject.touches = vec![met("2026-05-07"), met("2026-05-07")];
    assert_eq!(named(&subject, &[], Rule::MonthlyDays, "2026-05-19"), None);
    assert_eq!(named(&subject, &[], Rule::MonthlyDays, "2026-05-20"), Some(11), "one day twice is one day");
    subject.touches.push(met("2026-05-21"));
    assert_eq!(named(&subject, &[], Rule::MonthlyDays, "2026-05-21"), None);
}

#[test]
fn a_decision_is_named_ahead_then_over_until_it_is_renewed_or_ended() {
    let mut subject = subject();
    for (on, left) in
        [("2026-07-31", None), ("2026-08-01", Some(60)), ("2026-09-30", Some(0)), ("2026-10-21", Some(-21))]
    {
        assert_eq!(named(&subject, &[], Rule::Decision, on), left, "{on}");
    }
    subject.case.decisions.push(decision("2026-10-01", "2027-03-31"));
    assert_eq!(
        named(&subject, &[], Rule::Decision, "2026-09-30"),
        Some(0),
        "a renewal from tomorrow is dated later"
    );
    assert_eq!(named(&subject, &[], Rule::Decision, "2026-10-01"), None);
    assert_eq!(named(&subject, &[], Rule::Decision, "2026-12-31"), Some(90), "the second period is the last");
    subject.case.decisions[1].ended_on = Some(day("2026-12-01"));
    assert_eq!(named(&subject, &[], Rule::Decision, "2027-04-10"), None);
}

#[test]
fn papers_are_named_in_their_windows() {
    let mut subject = subject();
    subject.certificates = vec![
        (CertificateKind::MedicalCost, day("2026-12-31")),
        (CertificateKind::MedicalProtectionPeriod, day("2026-12-14")),
    ];
    for (on, cost, protection) in [
        ("2026-10-01", None, None),
        ("2026-10-02", Some(90), None),
        ("2026-11-14", Some(47), Some(30)),
        ("2027-01-02", Some(-2), Some(-19)),
    ] {
        assert_eq!(named(&subject, &[], Rule::Certificate, on), cost, "{on}");
        assert_eq!(named(&subject, &[], Rule::MedicalProtection, on), protection, "{on}");
    }
    subject.certificates.clear();
    subject.protection = vec![(day("2010-04-01"), day("2026-06-30"))];
    assert_eq!(
        named(&subject, &[], Rule::MedicalProtection, "2026-06-01"),
        Some(29),
        "the period of the stay itself"
    );
}

#[test]
fn a_hold_is_looked_at_on_its_day_or_after_ninety_days() {
    let mut subject = subject();
    subject.case.holds = vec![(day("2026-04-01"), None)];
    subject.hold_reviews = vec![Some(day("2026-05-10"))];
    assert_eq!(named(&subject, &[], Rule::HoldReview, "2026-05-02"), None);
    assert_eq!(named(&subject, &[], Rule::HoldReview, "2026-05-03"), Some(7));
    subject.hold_reviews = vec![None];
    assert_eq!(named(&subject, &[], Rule::HoldReview, "2026-06-30"), Some(0));
    subject.case.holds[0].1 = Some(day("2026-06-30"));
    assert_eq!(named(&subject, &[], Rule::HoldReview, "2026-06-30"), None, "the hold has ended");
}

#[test]
fn after_a_discharge_the_next_contact_of_the_series_is_named() {
    let mut subject = subject();
    subject.case.stays[0].discharged_on = Some(day("2026-06-01"));
    subject.case.stays[0].destination = Some(Destination::HomeAlone);
    let next = |subject: &Subject, on: &str| named(subject, &[], Rule::AfterDischarge, on);
    assert_eq!(
        (next(&subject, "2026-06-01"), next(&subject, "2026-06-02"), next(&subject, "2026-06-06")),
        (None, Some(2), Some(-2))
    );
    subject.touches = vec![called("2026-06-03")];
    assert_eq!(next(&subject, "2026-06-04"), None, "day 3 was answered and day 7 begins after it");
    assert_eq!(next(&subject, "2026-06-05"), Some(3));
    subject.touches.push(met("2026-06-12"));
    assert_eq!(
        (next(&subject, "2026-06-12"), next(&subject, "2026-06-24"), next(&subject, "2026-07-01")),
        (None, Some(7), Some(0))
    );
    subject.case.stays.push(Stay {
        hospital: 0,
        admitted_on: day("2026-06-20"),
        discharged_on: None,
        destination: None,
    });
    assert_eq!(next(&subject, "2026-06-24"), None, "back in hospital");
}

#[test]
fn plans_birthdays_and_hospitals_have_their_days() {
    let mut subject = subject();
    subject.plans = vec![day("2026-01-10")];
    assert_eq!(named(&subject, &[], Rule::PlanReview, "2026-06-10"), Some(30));
    subject.case.birth = Some("1961-12-20".parse().unwrap());
    assert_eq!(named(&subject, &[], Rule::CareInsurance, "2026-06-19"), None);
    assert_eq!(named(&subject, &[], Rule::CareInsurance, "2026-06-20"), Some(183));
    assert_eq!(
        of_hospital(day("2026-03-02"), &Thresholds::default(), day("2026-04-27")),
        None,
        "eight weeks to the day"
    );
    assert_eq!(
        of_hospital(day("2026-03-02"), &Thresholds::default(), day("2026-04-28")).map(|a| a.elapsed),
        Some(57)
    );
}

#[test]
fn a_closed_case_is_at_rest() {
    let mut subject = subject();
    subject.case.stages.push((day("2026-05-01"), Stage::Closed));
    assert!(of_case(&subject, &[], &Thresholds::default(), day("2026-05-01")).is_empty());
    assert!(!of_case(&subject, &[], &Thresholds::default(), day("2026-04-30")).is_empty());
}

/// Signs of a day, for somebody with a next step unless told otherwise.
fn signs(subject: &Subject, closures: &[Closure], next_step: bool, on: &str) -> Vec<stall::Sign> {
    stall::clocks(subject, closures, day(on), next_step, stall::usual).map_or_else(Vec::new, |c| c.signs)
}

#[test]
fn two_clocks_and_a_missing_step_name_who_does_not_move() {
    use stall::Sign::{LongInStage, NoNextStep, Silent};
    let mut subject = subject();
    subject.touches = vec![met("2026-03-01")];
    assert_eq!(signs(&subject, &[], true, "2026-03-15"), []);
    assert_eq!(signs(&subject, &[], false, "2026-03-15"), [NoNextStep]);
    assert_eq!(signs(&subject, &[], true, "2026-03-16"), [Silent]);
    assert_eq!(signs(&subject, &[], true, "2026-04-07"), [Silent], "92 days in the stage are usual");
    assert_eq!(signs(&subject, &[], true, "2026-04-08"), [LongInStage, Silent]);
    let shut = [Closure { hospital: 0, from: day("2026-03-02"), to: Some(day("2026-04-30")) }];
    assert_eq!(signs(&subject, &shut, true, "2026-04-08"), [LongInStage], "nobody could visit");
    // A step that stays in the stage does not start it anew; one that leaves it does.
    subject.case.stages.push((day("2026-04-01"), Stage::Planning));
    assert_eq!(signs(&subject, &shut, true, "2026-04-08"), [LongInStage]);
    subject.case.stages.push((day("2026-04-02"), Stage::Preparation));
    assert_eq!(signs(&subject, &shut, true, "2026-04-08"), []);
}

#[test]
fn a_hold_rests_the_clocks_until_its_review() {
    let mut subject = subject();
    subject.case.holds = vec![(day("2026-02-01"), None)];
    subject.hold_reviews = vec![Some(day("2026-05-01"))];
    assert_eq!(signs(&subject, &[], false, "2026-04-30"), []);
    assert_eq!(signs(&subject, &[], false, "2026-05-01"), [stall::Sign::HoldOver]);
    subject.case.holds[0].1 = Some(day("2026-05-10"));
    assert_eq!(signs(&subject, &[], true, "2026-05-10"), [stall::Sign::LongInStage, stall::Sign::Silent]);
    subject.case.stages.push((day("2026-06-01"), Stage::Closed));
    assert_eq!(stall::clocks(&subject, &[], day("2026-06-01"), true, stall::usual), None);
}
