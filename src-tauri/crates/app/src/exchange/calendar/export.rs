//! Our plans for another calendar.

use super::OURS;
use crate::plans::repeat::rule as read_rule;
use crate::plans::series::outlook;
use crate::{Circumstances, Failure, House};
use chrono::{Days, NaiveDate};
use domain::calendar::recurrence::Bound;
use domain::measure::Id;
use domain::vocabulary::{PlanKind, PlanResult};
use exchange::ics::{Out, OutSeries, text};
use std::collections::{BTreeMap, BTreeSet};
use store::Reader;
use store::plans::Plan;
use words::Language;

/// How many days before today the calendar begins.
const BACK: Days = Days::new(31);

/// A calendar that may leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarFile {
    /// Name of the file, without a name of anybody.
    pub file_name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Plans in it, each of a series counted.
    pub plans: usize,
}

/// Makes a calendar of the plans from a month ago to the end of the coming fiscal year, and enters into the log that it
/// leaves. Without names a plan says its kind and its place; titles and persons stay here.
///
/// Error: `face.masked`.
pub fn export(house: &House, around: &Circumstances, names: bool) -> Result<CalendarFile, Failure> {
    house.face().may_write()?;
    let today = around.today();
    let (plans, outs) = house.read(|reader| {
        let from = today.checked_sub_days(BACK).unwrap_or(today);
        let plans = reader.plans_between(from, outlook(today))?;
        let titles = Titles::of(reader, today, names)?;
        let mut outs = Vec::new();
        let mut series: BTreeMap<Id, Vec<&Plan>> = BTreeMap::new();
        for plan in &plans {
            match &plan.series {
                Some((id, _)) => series.entry(id.clone()).or_default().push(plan),
                None => outs.push(titles.out(reader, plan, plan.id.as_str())?),
            }
        }
        for (id, plans) in series {
            outs.extend(of_series(reader, &titles, &id, &plans)?);
        }
        Ok::<_, Failure>((plans.len(), outs))
    })?;
    house.perform(around, None, |writer| {
        Ok::<_, Failure>(writer.log_event("ExportCalendar", if names { "names" } else { "codes" }, "done")?)
    })?;
    let file_name = format!("{}_{today}.ics", words::say(house.language(), "pack.calendar.file"));
    Ok(CalendarFile { file_name, bytes: text(&outs, around.at).into_bytes(), plans })
}

/// A series as its rule with what is not as the rule says, or, where the rule has ended, its plans one by one.
fn of_series(reader: &Reader, titles: &Titles, id: &Id, plans: &[&Plan]) -> Result<Vec<Out>, Failure> {
    let series = reader.series(id)?.filter(|series| !series.rule.is_empty());
    let due: BTreeSet<NaiveDate> = plans.iter().filter_map(|plan| Some(plan.series.as_ref()?.1)).collect();
    let (Some(series), Some(first), Some(last)) = (series, due.first(), due.last()) else {
        return plans.iter().map(|plan| titles.out(reader, plan, plan.id.as_str())).collect();
    };
    let rule = read_rule(&series.rule, series.starts)?.ending(Bound::Until(*last));
    let days: BTreeSet<NaiveDate> = rule.dates(series.starts).filter(|day| day >= first).collect();
    let mut outs = Vec::new();
    let as_ruled = |plan: &Plan| {
        let (start, end) = (&series.content.start, &series.content.end);
        plan.series.as_ref().is_some_and(|(_, due)| *due == plan.on && days.contains(due))
            && (&plan.start, &plan.end) == (start, end)
            && plan.result != PlanResult::Cancelled
    };
    let master = plans.iter().find(|plan| as_ruled(plan)).or(plans.first());
    if let Some(master) = master {
        outs.push(Out {
            on: *first,
            start: series.content.start.clone(),
            end: series.content.end.clone(),
            cancelled: false,
            series: Some(OutSeries { rule, left_out: days.difference(&due).copied().collect() }),
            ..titles.out(reader, master, id.as_str())?
        });
    }
    for plan in plans.iter().filter(|plan| !as_ruled(plan)) {
        let due = plan.series.as_ref().map(|(_, due)| *due).filter(|due| days.contains(due));
        let name = if due.is_some() { id } else { &plan.id };
        outs.push(Out { instance_of: due, ..titles.out(reader, plan, name.as_str())? });
    }
    Ok(outs)
}

/// What plans are called.
struct Titles {
    language: Language,
    /// Names of persons by case, where they may leave.
    names: Option<BTreeMap<Id, String>>,
}

impl Titles {
    fn of(reader: &Reader, today: NaiveDate, names: bool) -> Result<Self, Failure> {
        let language = crate::settings::language(reader);
        let named = |line: crate::cases::CaseLine| (line.id, line.name);
        let names = if names {
            Some(
                crate::cases::lines(reader, today, store::cases::Whose::Everybody)?
                    .into_iter()
                    .map(named)
                    .collect(),
            )
        } else {
            None
        };
        Ok(Self { language, names })
    }

    fn out(&self, reader: &Reader, plan: &Plan, name: &str) -> Result<Out, Failure> {
        let kind = words::say(self.language, &format!("work.plan.{}", plan.kind.code()));
        let mut parts = vec![kind];
        if self.names.is_some() || plan.kind == PlanKind::Session {
            parts.extend((!plan.title.is_empty()).then(|| plan.title.clone()));
        }
        parts.extend(plan.org.clone().filter(|org| plan.kind == PlanKind::Visit && *org != plan.title));
        parts.extend(plan.ward.clone());
        if let Some(names) = &self.names {
            let mut cases: Vec<Id> = plan.case_id.clone().into_iter().collect();
            if plan.kind == PlanKind::Visit {
                cases
                    .extend(reader.visit_people(&plan.id, plan.on)?.into_iter().map(|person| person.case_id));
            }
            parts.extend(cases.iter().filter_map(|case| names.get(case).cloned()));
        }
        Ok(Out {
            uid: format!("{name}{OURS}"),
            instance_of: None,
            summary: parts.join(" "),
            location: plan.org.clone().unwrap_or_default(),
            on: plan.on,
            start: plan.start.clone(),
            end: plan.end.clone(),
            cancelled: plan.result == PlanResult::Cancelled,
            series: None,
        })
    }
}
