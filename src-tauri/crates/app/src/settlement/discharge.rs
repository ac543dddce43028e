//! What a discharge sets in motion: contacts on set days, as tasks that stay until somebody did them.

use crate::house::Command;
use crate::{Circumstances, Failure, Topic, today};
use chrono::Days;
use domain::calendar::PartialDate;
use domain::measure::Id;
use domain::vocabulary::Destination;
use serde::Deserialize;
use store::Writer;
use store::cases::Stay;
use store::tasks::AfterTask;

/// Sets or clears the day on which somebody in hospital is to leave. Errors: `case.unknown`, `stay.none`, `stay.order`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct PlanDischarge {
    case_id: Id,
    planned_on: Option<PartialDate>,
}

impl Command for PlanDischarge {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Cases];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        crate::cases::known(writer, &self.case_id)?;
        let facts = writer.case_on(&self.case_id, around.today())?;
        let stay = facts.stay_on(around.today()).ok_or_else(|| Failure::new("stay.none").at("planned_on"))?;
        if self.planned_on.is_some_and(|on| on.first_day() < stay.admitted_on.first_day()) {
            return Err(Failure::new("stay.order").at("planned_on"));
        }
        Ok(writer.plan_discharge(&stay.id, self.planned_on)?)
    }
}

/// Brings the tasks after a discharge into line with a stay that is kept: new ones for a discharge to the community,
/// open ones moved with a day that is corrected or taken out with a discharge that was none. What was done stays.
pub(crate) fn follow(
    writer: &mut Writer,
    case: &Id,
    before: Option<PartialDate>,
    stay: &Stay,
) -> Result<(), Failure> {
    let home = stay.discharged_on.filter(|_| stay.destination.is_none_or(Destination::is_discharge));
    let known = match before {
        Some(on) => writer.tasks_after(case, on)?,
        None => Vec::new(),
    };
    let Some(home) = home else {
        for (task, _) in known.iter().filter(|(task, _)| task.done_on.is_none()) {
            writer.remove_task(&task.id)?;
        }
        return Ok(());
    };
    if before == Some(home) {
        return Ok(());
    }
    let language = crate::settings::language(writer);
    let text = words::say(language, "work.after_discharge");
    for n in today::thresholds(writer)?.after_discharge() {
        let due_on = home.first_day().checked_add_days(Days::new(u64::from(n)));
        let after = AfterTask { discharged_on: home, days_after: n, due_on };
        match known.iter().find(|(_, days)| *days == n) {
            Some((task, _)) => writer.move_after(&task.id, &after)?,
            None => writer.add_after(case, &words::fill(&text, &[("n", &n.to_string())]), &after)?,
        }
    }
    Ok(())
}
