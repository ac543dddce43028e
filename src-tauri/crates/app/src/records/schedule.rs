//! 予定表: the plans of a day with whom to see and room to write, or those of a week or a month, day after day.

use super::make::Office;
use super::style::{day, filled, joined, times, weekday, word};
use crate::Failure;
use crate::cases::{self, CaseLine};
use chrono::NaiveDate;
use domain::calendar::{PartialDate, holiday_words, long_date};
use domain::measure::Id;
use domain::vocabulary::{PlanKind, PlanResult};
use report::documents::records::{Block, Column, Entry, Head, Ledger, Paper, Part, Tone};
use std::collections::HashMap;
use store::Reader;
use store::plans::Plan;

/// Most days of one paper.
pub(super) const MOST_DAYS: i64 = 100;
/// Empty lines for writing under each plan of a day.
const ROOM: usize = 3;

/// The paper, and how many plans it has. A plan stands on it once, cancelled ones too.
pub(super) fn paper(
    reader: &Reader,
    office: &Office,
    (from, to): (NaiveDate, NaiveDate),
    today: NaiveDate,
) -> Result<(Paper, usize), Failure> {
    let plans = reader.plans_between(from, to)?;
    let single = from == to;
    let people: HashMap<Id, CaseLine> = cases::lines(reader, today, store::cases::Whose::Everybody)?
        .into_iter()
        .map(|line| (line.id.clone(), line))
        .collect();
    let mut rows = Vec::new();
    for on in from.iter_days().take_while(|on| *on <= to) {
        let mut first = true;
        for plan in plans.iter().filter(|plan| plan.on == on) {
            let mut row = plan_row(reader, plan, &people, single)?;
            if !single {
                row.cells.insert(0, if first { dated(on) } else { String::new() });
            }
            row.continued = filled("course.continued", &[("day", &day(PartialDate::day(on)))]);
            rows.push(row);
            first = false;
        }
        if first && !single {
            rows.push(Entry { cells: vec![dated(on), String::new(), String::new()], ..Entry::default() });
        }
    }
    let columns = |keys: &[(&str, f32)]| -> Vec<Column> {
        keys.iter()
            .map(|(key, width)| Column { head: word(&format!("schedule.{key}")), width: *width })
            .collect()
    };
    let ledger = if single {
        Ledger { columns: columns(&[("time", 22.0), ("what", 0.0), ("where", 46.0)]), body: 1, rows }
    } else {
        Ledger {
            columns: columns(&[("day", 24.0), ("time", 22.0), ("what", 0.0), ("where", 44.0)]),
            body: 2,
            rows,
        }
    };
    let span = if single {
        joined([long(from), holiday_words(from).unwrap_or_default()], "\u{3000}")
    } else {
        filled("schedule.span", &[("from", &long(from)), ("to", &long(to))])
    };
    let head = Head {
        title: word("schedule.title"),
        mark: word("mark"),
        whose: span.clone(),
        period: span,
        facts: counted(&plans),
        lines: office.lines(),
        approval: Vec::new(),
    };
    let part = if plans.is_empty() && single {
        Part::Lines(vec![word("schedule.none")])
    } else {
        Part::Ledger(ledger)
    };
    Ok((Paper { head, parts: vec![part], notes: Vec::new() }, plans.len()))
}

/// How many plans there are, and how long the ways to those that stand.
pub(super) fn counted(plans: &[Plan]) -> Vec<(String, String)> {
    let travel: u32 = plans
        .iter()
        .filter(|plan| plan.result != PlanResult::Cancelled)
        .filter_map(|plan| plan.travel_minutes)
        .sum();
    let mut facts =
        vec![(word("schedule.plans"), filled("schedule.count", &[("n", &plans.len().to_string())]))];
    if travel > 0 {
        facts.push((word("schedule.travel"), filled("schedule.minutes", &[("n", &travel.to_string())])));
    }
    facts
}

/// What a plan is called: a visit without a title by its hospital, anything else by its kind.
pub(super) fn title(plan: &Plan) -> String {
    match (plan.title.as_str(), &plan.org) {
        ("", Some(org)) if plan.kind == PlanKind::Visit => org.clone(),
        ("", _) => plan.kind.ja().to_owned(),
        (title, _) => title.to_owned(),
    }
}

/// 令和8年11月3日（火）.
fn long(on: NaiveDate) -> String {
    let day = long_date(PartialDate::day(on));
    filled("weekday", &[("day", &day), ("weekday", &weekday(on, words::Language::Ja))])
}

/// R8.11.3（火）, and below it the holiday.
fn dated(on: NaiveDate) -> String {
    joined([day(PartialDate::day(on)), holiday_words(on).unwrap_or_default()], "\n")
}

/// One plan: time, what it is and with whom, where.
fn plan_row(
    reader: &Reader,
    plan: &Plan,
    people: &HashMap<Id, CaseLine>,
    single: bool,
) -> Result<Entry, Failure> {
    let title = title(plan);
    let number =
        plan.session_no.map(|n| filled("schedule.number", &[("n", &n.to_string())])).unwrap_or_default();
    let mut body = vec![Block { tone: Tone::Plain, text: joined([title.clone(), number], " ") }];
    if plan.result == PlanResult::Cancelled {
        body[0].tone = Tone::Struck;
        let why = plan.reason.clone().unwrap_or_default();
        body.push(Block { tone: Tone::Quiet, text: joined([word("schedule.cancelled"), why], "\u{3000}") });
    }
    let named = persons(reader, plan, people, single)?;
    if !named.is_empty() {
        body.push(Block { tone: Tone::Names, text: named });
    }
    if single && plan.result == PlanResult::Planned {
        body.push(Block { tone: Tone::Plain, text: ["\u{3000}"; ROOM].join("\n") });
    }
    let place = plan.org.clone().filter(|org| *org != title);
    let travel = plan.travel_minutes.map(|n| filled("schedule.way", &[("n", &n.to_string())]));
    let place = joined(
        [place.unwrap_or_default(), plan.ward.clone().unwrap_or_default(), travel.unwrap_or_default()],
        "\n",
    );
    Ok(Entry {
        cells: vec![times(&[plan.start.clone(), plan.end.clone()]), place],
        body,
        continued: String::new(),
    })
}

/// Whom a plan is for: on the paper of a day with ward and room, a line each.
fn persons(
    reader: &Reader,
    plan: &Plan,
    people: &HashMap<Id, CaseLine>,
    single: bool,
) -> Result<String, Failure> {
    let mut cases: Vec<Id> = plan.case_id.clone().into_iter().collect();
    if plan.kind == PlanKind::Visit && plan.persons > 0 {
        cases.extend(reader.visit_people(&plan.id, plan.on)?.into_iter().map(|person| person.case_id));
    }
    let lines = cases.iter().filter_map(|case| people.get(case)).map(|line| {
        if single {
            let bed = [line.ward.clone().unwrap_or_default(), line.room.clone().unwrap_or_default()];
            joined([line.name.clone(), joined(bed, " ")], "\u{3000}")
        } else {
            line.name.clone()
        }
    });
    Ok(joined(lines, if single { "\n" } else { "、" }))
}
