//! 間があいた方 and 期限, in words. The rules are [`domain::alerts`].

use crate::contacts::label;
use crate::{Failure, settings};
use chrono::NaiveDate;
use domain::alerts::{self as rules, Alert, Gap, Rule, Threshold, Thresholds, What};
use domain::measure::Id;
use domain::vocabulary::{CertificateKind, Service};
use serde::Serialize;
use store::Reader;
use store::alerts::{Watched, WatchedCase};
use store::cases::Whose;
use store::programmes::Presence;
use words::Language;

/// A person who has not been met for long.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct GapLine {
    /// The case.
    pub case_id: Id,
    /// Name.
    pub name: String,
    /// Days since the last contact that counts.
    pub days: i64,
    /// True where the gap is long, not only due.
    pub long: bool,
    /// In words.
    pub sentence: String,
    /// Next planned visit or appointment.
    #[ts(type = "string | null")]
    pub planned_on: Option<NaiveDate>,
}

/// Something that is due.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct Deadline {
    /// The case, if it is about one.
    pub case_id: Option<Id>,
    /// The hospital, if it is about one.
    pub org_id: Option<Id>,
    /// Name of the person or hospital.
    pub name: String,
    /// Code of the rule.
    pub rule: String,
    /// Day on which it is due.
    #[ts(type = "string")]
    pub due: NaiveDate,
    /// Days until then; negative when it has passed.
    pub days: i64,
    /// In words.
    pub sentence: String,
}

/// One alert as other programs read it; keys are the pack's where there are any.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AlertLine {
    /// Code of the rule.
    pub rule: &'static str,
    /// Key of the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub case_id: Option<String>,
    /// Key of the hospital.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub org_id: Option<String>,
    /// Day from which it counts.
    pub since: NaiveDate,
    /// Day on which it is due.
    pub due: NaiveDate,
    /// Days since `since` for a gap; else days until `due`, negative when it has passed.
    pub days: i64,
    /// In words.
    pub sentence: String,
}

const fn is_gap(rule: Rule) -> bool {
    matches!(rule, Rule::FaceToFace | Rule::MainSupporter | Rule::Hospital | Rule::Absence)
}

/// Days that an alert names: since the last contact for a gap, else until the due day.
const fn named_days(alert: &Alert) -> i64 {
    if is_gap(alert.rule) { alert.elapsed } else { alert.left }
}

/// Both lists of a day. Nothing dated after it counts.
pub(crate) fn of_day(reader: &Reader, on: NaiveDate) -> Result<(Vec<GapLine>, Vec<Deadline>), Failure> {
    let language = settings::language(reader);
    let thresholds = super::thresholds(reader)?;
    let plans = reader.next_plans(on)?;
    let asked_by_task = reader.cases_with_after_tasks()?;
    let (mut gaps, mut deadlines) = (Vec::new(), Vec::new());
    let watched = reader.watched(on, Whose::Open)?;
    for (case, alert) in case_alerts(&watched, &thresholds, on) {
        // The task says it already.
        if alert.rule == Rule::AfterDischarge && asked_by_task.contains(&case.id) {
            continue;
        }
        let sentence = sentence(&alert, language);
        if is_gap(alert.rule) {
            let planned_on = plans.get(&case.id).copied();
            let (case_id, name) = (case.id.clone(), case.name.clone());
            let red = i64::from(thresholds.of(Threshold::FaceRed));
            let long = alert.rule == Rule::FaceToFace && alert.elapsed > red;
            gaps.push(GapLine { case_id, name, days: alert.elapsed, long, sentence, planned_on });
        } else {
            deadlines.push(deadline(&alert, Some(case.id.clone()), None, case.name.clone(), sentence));
        }
    }
    let absences = reader.presences(on)?;
    for (case, programme, alert) in absent(&absences, &watched, &thresholds, on) {
        let sentence = absence_sentence(programme, &alert, language);
        match gaps.iter_mut().find(|gap| gap.case_id == case.id) {
            // One line for one person, whatever it is that keeps her away.
            Some(gap) => {
                gap.sentence = format!("{}{}{sentence}", gap.sentence, words::say(language, "work.alert.and"))
            }
            None => gaps.push(GapLine {
                case_id: case.id.clone(),
                name: case.name.clone(),
                days: alert.elapsed,
                long: false,
                sentence,
                planned_on: plans.get(&case.id).copied(),
            }),
        }
    }
    for hospital in reader.watched_hospitals(on)? {
        if let Some(alert) = hospital.last.and_then(|last| rules::of_hospital(last, &thresholds, on)) {
            let sentence = sentence(&alert, language);
            deadlines.push(deadline(&alert, None, Some(hospital.id), hospital.name, sentence));
        }
    }
    gaps.sort_by(|a, b| (-a.days, &a.name, &a.case_id).cmp(&(-b.days, &b.name, &b.case_id)));
    deadlines.sort_by(|a, b| (a.due, &a.name, &a.rule).cmp(&(b.due, &b.name, &b.rule)));
    Ok((gaps, deadlines))
}

/// Everything due on a day, for the command line, by due day.
pub fn alerts(reader: &Reader, on: NaiveDate) -> Result<Vec<AlertLine>, Failure> {
    let language = settings::language(reader);
    let line = |alert: &Alert, case_id, org_id| AlertLine {
        rule: alert.rule.code(),
        case_id,
        org_id,
        since: alert.since,
        due: alert.due,
        days: named_days(alert),
        sentence: sentence(alert, language),
    };
    let thresholds = super::thresholds(reader)?;
    let watched = reader.watched(on, Whose::Open)?;
    let mut lines: Vec<AlertLine> = case_alerts(&watched, &thresholds, on)
        .map(|(case, alert)| line(&alert, Some(case.key.clone()), None))
        .collect();
    let absences = reader.presences(on)?;
    for (case, programme, alert) in absent(&absences, &watched, &thresholds, on) {
        let sentence = absence_sentence(programme, &alert, language);
        lines.push(AlertLine { sentence, ..line(&alert, Some(case.key.clone()), None) });
    }
    for hospital in reader.watched_hospitals(on)? {
        lines.extend(
            hospital
                .last
                .and_then(|last| rules::of_hospital(last, &thresholds, on))
                .map(|a| line(&a, None, Some(hospital.key))),
        );
    }
    lines.sort_by(|a, b| (a.due, a.rule, &a.case_id, &a.org_id).cmp(&(b.due, b.rule, &b.case_id, &b.org_id)));
    Ok(lines)
}

/// Gaps of more than two weeks without a face-to-face contact that begin and end between two days, with the key of
/// their case.
pub fn gaps_between(reader: &Reader, from: NaiveDate, to: NaiveDate) -> Result<Vec<(String, Gap)>, Failure> {
    let thresholds = super::thresholds(reader)?;
    let watched = reader.watched(to, Whose::Everybody)?;
    let of = |case: &WatchedCase| {
        let key = case.key.clone();
        rules::gaps(&case.subject, &watched.closures, &thresholds, from, to)
            .into_iter()
            .map(move |gap| (key.clone(), gap))
    };
    let mut found: Vec<(String, Gap)> = watched.cases.iter().flat_map(of).collect();
    found.sort_by(|a, b| (&a.0, a.1.from).cmp(&(&b.0, b.1.from)));
    Ok(found)
}

fn case_alerts<'a>(
    watched: &'a Watched,
    thresholds: &Thresholds,
    on: NaiveDate,
) -> impl Iterator<Item = (&'a WatchedCase, Alert)> {
    watched.cases.iter().flat_map(move |case| {
        rules::of_case(&case.subject, &watched.closures, thresholds, on)
            .into_iter()
            .map(move |alert| (case, alert))
    })
}

/// Whoever stayed away from a programme several times in a row, with the name of the programme.
fn absent<'a>(
    absences: &'a [Presence],
    watched: &'a Watched,
    thresholds: &'a Thresholds,
    on: NaiveDate,
) -> impl Iterator<Item = (&'a WatchedCase, &'a str, Alert)> {
    absences.iter().filter_map(move |presence| {
        let case = watched.cases.iter().find(|case| case.id == presence.case_id)?;
        let alert = rules::absence_of(&case.subject, &watched.closures, thresholds, &presence.marks, on)?;
        Some((case, presence.programme.as_str(), alert))
    })
}

/// 「あしたの会」を2回続けて欠席.
fn absence_sentence(programme: &str, alert: &Alert, language: Language) -> String {
    let times = match alert.what {
        What::Number(n) => n.to_string(),
        _ => String::new(),
    };
    let sentence = words::say(language, &format!("work.alert.{}", alert.rule.code()));
    words::fill(&sentence, &[("programme", programme), ("what", &times)])
}

fn deadline(
    alert: &Alert,
    case_id: Option<Id>,
    org_id: Option<Id>,
    name: String,
    sentence: String,
) -> Deadline {
    Deadline {
        case_id,
        org_id,
        name,
        rule: alert.rule.code().to_owned(),
        due: alert.due,
        days: alert.left,
        sentence,
    }
}

/// An alert in words: 「対面から15日」「地域移行支援の支給決定 あと28日」「3週間超過」.
fn sentence(alert: &Alert, language: Language) -> String {
    let what = match alert.what {
        What::Nothing => String::new(),
        What::Service(service) => label(&Service::LIST, service.code(), language),
        What::Certificate(kind) => label(&CertificateKind::LIST, kind.code(), language),
        What::Number(n) => n.to_string(),
    };
    let (left, days, weeks) =
        (left(alert.left, language), alert.elapsed.to_string(), (alert.elapsed / 7).to_string());
    let over =
        if alert.rule == Rule::Decision && alert.left < 0 { "decision_over" } else { alert.rule.code() };
    let values = [("what", what.as_str()), ("left", &left), ("days", &days), ("weeks", &weeks)];
    words::fill(&words::say(language, &format!("work.alert.{over}")), &values)
}

/// How long until a day, or how long it has passed: in days, from a week on in weeks.
fn left(days: i64, language: Language) -> String {
    let (key, n) = match days {
        0 => ("today", 0),
        1.. => ("left", days),
        -6..=-1 => ("over_days", -days),
        _ => ("over_weeks", -days / 7),
    };
    words::fill(&words::say(language, &format!("work.alert.{key}")), &[("n", &n.to_string())])
}
