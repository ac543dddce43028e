//! 動きのない方: two clocks for every stage, days in it and days without a contact, and whoever has no next step.
//!
//! A hold with a review date rests both clocks until that day; while the hospital takes no visitors the silence is not
//! counted. Each rule that fired is named, so that nobody has to guess why somebody stands in the list.

use super::rules::{closed_days, days};
use super::{Closure, Subject};
use crate::vocabulary::Stage;
use chrono::{Days, NaiveDate};

/// Days after which a clock of a stage speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Days in the stage.
    pub in_stage: i64,
    /// Days without a contact with the person.
    pub silent: i64,
}

/// The usual limits: the upper end of the usual length of each stage, and a rhythm that fits it.
pub const fn usual(stage: Stage) -> Limit {
    let (in_stage, silent) = match stage {
        Stage::Identified => (56, 28),
        Stage::Engagement => (365, 28),
        Stage::Planning => (92, 14),
        Stage::Preparation => (274, 14),
        Stage::Housing => (183, 14),
        Stage::DischargeCoordination => (56, 7),
        Stage::Transition => (92, 14),
        Stage::Settlement => (365, 30),
        Stage::Closed => (i64::MAX, i64::MAX),
    };
    Limit { in_stage, silent }
}

/// A rule that fired.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// Longer in the stage than usual.
    LongInStage,
    /// Longer without a contact than the stage asks for.
    Silent,
    /// Neither a task nor a plan lies ahead.
    NoNextStep,
    /// The review of a hold is due.
    HoldOver,
}

impl Sign {
    /// Stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::LongInStage => "long_in_stage",
            Self::Silent => "silent",
            Self::NoNextStep => "no_next_step",
            Self::HoldOver => "hold_over",
        }
    }
}

/// Where both clocks of an open case stand on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clocks {
    /// The stage of that day.
    pub stage: Stage,
    /// Days in it.
    pub in_stage: i64,
    /// Days since the last contact with the person, or since 把握日; without days on which nobody could visit.
    pub silent: i64,
    /// The limits that were held against them.
    pub limit: Limit,
    /// What fired, in a fixed order; empty while nothing did or a hold rests both clocks.
    pub signs: Vec<Sign>,
}

/// Both clocks of a case on a day, or `None` when it is not open then. `next_step` is true while a task or a plan lies
/// ahead.
pub fn clocks(
    subject: &Subject,
    closures: &[Closure],
    day: NaiveDate,
    next_step: bool,
    limits: impl Fn(Stage) -> Limit,
) -> Option<Clocks> {
    if !subject.case.is_open(day) {
        return None;
    }
    let (since, stage) = entered(subject, day)?;
    let limit = limits(stage);
    let touched = subject.touches.iter().filter(|t| t.person && t.on <= day).map(|t| t.on).max();
    let last = touched.unwrap_or(subject.case.identified_on);
    let silent = days(last, day) - closed_days(subject, closures, last, day);
    let in_stage = days(since, day);
    let signs = match resting_until(subject, day) {
        Some(review) if day < review => Vec::new(),
        Some(_) => vec![Sign::HoldOver],
        None => [
            (in_stage > limit.in_stage, Sign::LongInStage),
            (silent > limit.silent, Sign::Silent),
            (!next_step, Sign::NoNextStep),
        ]
        .into_iter()
        .filter_map(|(fired, sign)| fired.then_some(sign))
        .collect(),
    };
    Some(Clocks { stage, in_stage, silent, limit, signs })
}

/// Stage of a day and the day on which the person came there; steps that stay in the stage do not start it anew.
fn entered(subject: &Subject, day: NaiveDate) -> Option<(NaiveDate, Stage)> {
    let walked: Vec<(NaiveDate, Stage)> =
        subject.case.stages.iter().copied().filter(|(from, _)| *from <= day).collect();
    let (_, stage) = *walked.last()?;
    walked.iter().rev().take_while(|(_, s)| *s == stage).last().copied()
}

/// The day up to which a running hold rests the clocks.
fn resting_until(subject: &Subject, day: NaiveDate) -> Option<NaiveDate> {
    let holds = subject.case.holds.iter().zip(&subject.hold_reviews);
    let ((from, _), review) = holds
        .filter(|((from, to), _)| *from <= day && to.is_none_or(|to| day < to))
        .max_by_key(|((from, _), _)| *from)?;
    review.or_else(|| from.checked_add_days(Days::new(super::HOLD_DAYS)))
}
