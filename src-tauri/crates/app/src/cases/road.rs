//! Moving along the road from the entrance to the exit.

use crate::house::Command;
use crate::{Circumstances, Failure, Topic, retention};
use chrono::NaiveDate;
use domain::measure::Id;
use domain::vocabulary::{ClosureReason, Stage};
use serde::Deserialize;
use store::Writer;

/// Adds a step to the road of a case; the steps before stay. 終結 needs a reason of its list (code or name, more words
/// may follow after ： or a space). A closed case does not move: who comes back gets a new case.
///
/// Errors: `case.unknown`, `case.closed`, `stage.future`, `stage.before-case`, `stage.closing-reason`,
/// `stage.before-last`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct MoveStage {
    case_id: Id,
    stage: Stage,
    #[ts(type = "string")]
    from_on: NaiveDate,
    reason: String,
}

impl Command for MoveStage {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Cases];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        super::known(writer, &self.case_id)?;
        if self.from_on > around.today() {
            return Err(Failure::new("stage.future").at("from_on"));
        }
        let identified_on = writer.case_on(&self.case_id, around.today())?.identified_on;
        if self.from_on < identified_on.first_day() {
            return Err(Failure::new("stage.before-case").at("from_on"));
        }
        let history = writer.stage_history(&self.case_id)?;
        let last = history.last();
        if last.is_some_and(|step| step.stage == Stage::Closed) {
            return Err(Failure::new("case.closed").at("stage"));
        }
        let reason = self.reason.trim();
        if self.stage == Stage::Closed {
            let closing =
                closing_reason(reason).ok_or_else(|| Failure::new("stage.closing-reason").at("reason"))?;
            if last.is_some_and(|step| self.from_on < step.from_on.first_day()) {
                return Err(Failure::new("stage.before-last").at("from_on"));
            }
            let keep_until = Some(retention::kept_until(self.from_on, retention::years(writer)?));
            writer.close_case(&self.case_id, closing, self.from_on, keep_until)?;
        }
        let skipped: Vec<Stage> = match last {
            Some(step) if self.stage != Stage::Closed => Stage::ALL
                .iter()
                .copied()
                .filter(|s| *s > step.stage && *s < self.stage && history.iter().all(|h| h.stage != *s))
                .collect(),
            _ => Vec::new(),
        };
        Ok(writer.move_stage(&self.case_id, self.stage, self.from_on, reason, &skipped)?)
    }
}

/// The reason with which a text begins, as code or name.
fn closing_reason(text: &str) -> Option<ClosureReason> {
    let first = text.split([':', '：', ' ', '　', '\n']).next()?;
    ClosureReason::LIST.read(first).and_then(ClosureReason::from_code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closing_reason_is_one_of_the_list_and_may_be_followed_by_words() {
        for (text, found) in [
            ("settled", Some(ClosureReason::Settled)),
            ("定着終了", Some(ClosureReason::Settled)),
            ("本人辞退：今は病院にいたい", Some(ClosureReason::Declined)),
            ("今回は見送り 春にもう一度", Some(ClosureReason::OutOfScope)),
            ("", None),
            ("なんとなく", None),
        ] {
            assert_eq!(closing_reason(text), found, "{text}");
        }
    }
}
