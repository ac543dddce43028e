//! 表19 事業説明・会議, 表20 研修会, 表21 バックアップ・SV. Names of bodies and themes stay in the office.

use super::sheet::{Sheet, count, maybe, word};
use super::{View, ladder};
use crate::reports::Level;
use disclosure::{Kind, Ladder, Table};
use domain::metrics::{ActivityRecord, SupportRecord};
use domain::vocabulary::{ActivityKind, SupportKind};
use std::collections::BTreeMap;

pub(super) fn ladders(view: &View) -> Vec<Ladder> {
    let mut all: Vec<&ActivityRecord> = view
        .records
        .activities
        .iter()
        .filter(|a| view.year.fiscal.contains(a.on) && a.on <= view.today)
        .collect();
    all.sort_by(|a, b| (a.on, a.kind, &a.name).cmp(&(b.on, b.kind, &b.name)));
    let (trainings, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|a| is_training(a.kind));
    let meetings: Vec<_> = others.into_iter().filter(|a| a.kind.is_meeting()).collect();
    vec![
        ladder(meetings_table(view, &meetings).into_iter().collect()),
        ladder(trainings_table(view, &trainings).into_iter().collect()),
        ladder(support_table(view).into_iter().collect()),
    ]
}

const fn is_training(kind: ActivityKind) -> bool {
    matches!(kind, ActivityKind::Training | ActivityKind::CaseStudy)
}

fn known(activities: &[&ActivityRecord]) -> Option<u32> {
    activities.iter().filter_map(|a| a.participants).reduce(|a, b| a + b)
}

fn meetings_table(view: &View, meetings: &[&ActivityRecord]) -> Option<Table> {
    if meetings.is_empty() {
        return None;
    }
    let minutes = |found: &[&ActivityRecord]| count(found.iter().map(|a| a.minutes).sum());
    let mut sheet = Sheet::new("19", Kind::Workload);
    if view.level == Level::Internal {
        sheet = sheet.counts([word("column.participants")]).minutes(word("column.hours"));
        for (number, meeting) in meetings.iter().enumerate() {
            let cells = vec![maybe(meeting.participants), count(meeting.minutes)];
            sheet.row((number + 1).to_string(), cells);
        }
        sheet = sheet.closing_row(vec![maybe(known(meetings)), minutes(meetings)]);
        let names = meetings.iter().map(|m| m.name.clone()).collect();
        let kinds = meetings.iter().map(|m| m.kind.ja().to_owned()).collect();
        let days = meetings.iter().map(|m| view.day(m.on)).collect();
        return Some(
            sheet
                .label(word("label.date"), days)
                .label(word("label.name"), names)
                .label(word("label.kind"), kinds)
                .done(),
        );
    }
    sheet = sheet
        .counts(["times", "participants"].map(|c| word(&format!("column.{c}"))))
        .minutes(word("column.hours"));
    for kind in ActivityKind::ALL {
        let of: Vec<&ActivityRecord> = meetings.iter().copied().filter(|m| m.kind == *kind).collect();
        if !of.is_empty() {
            let times = count(u32::try_from(of.len()).unwrap_or(u32::MAX));
            sheet.row(kind.ja(), vec![times, maybe(known(&of)), minutes(&of)]);
        }
    }
    Some(sheet.additive().total_row().note(word("note.participants")).done())
}

fn trainings_table(view: &View, trainings: &[&ActivityRecord]) -> Option<Table> {
    if trainings.is_empty() {
        return None;
    }
    let sides = ["medical", "support", "municipal", "peer_family", "housing", "other"];
    let mut sheet = Sheet::new("20", Kind::Workload)
        .counts(sides.map(|side| word(&format!("column.side_{side}"))))
        .counts([word("column.participants")]);
    for (number, training) in trainings.iter().enumerate() {
        let caption = words::fill(&word("row.session"), &[("n", &(number + 1).to_string())]);
        sheet.row(caption, training.sides.into_iter().chain([training.participants]).map(maybe).collect());
    }
    let mut total: Vec<_> = (0..sides.len())
        .map(|side| maybe(trainings.iter().filter_map(|t| t.sides[side]).reduce(|a, b| a + b)))
        .collect();
    total.push(maybe(known(trainings)));
    sheet = sheet.closing_row(total).last_column_is_total();
    sheet = sheet.label(word("label.date"), trainings.iter().map(|t| view.day(t.on)).collect());
    sheet = sheet.label(word("label.kind"), trainings.iter().map(|t| t.kind.ja().to_owned()).collect());
    if view.level == Level::Internal {
        sheet = sheet.label(word("label.theme"), trainings.iter().map(|t| t.name.clone()).collect());
    }
    Some(sheet.note(word("note.sides")).done())
}

fn support_table(view: &View) -> Option<Table> {
    let found: Vec<&SupportRecord> = view
        .records
        .support
        .iter()
        .filter(|s| view.year.fiscal.contains(s.on) && s.on <= view.today)
        .collect();
    if found.is_empty() {
        return None;
    }
    let mut by_partner: BTreeMap<String, [u32; 3]> = BTreeMap::new();
    for support in found {
        let partner = support.organisation.map(|o| &view.records.organisations[o]);
        let caption = match partner {
            Some(partner) if view.level != Level::Public => partner.name.clone(),
            Some(partner) => partner.kind.map_or_else(|| word("row.unknown"), |kind| kind.ja().to_owned()),
            None => word("row.unknown"),
        };
        let kind = SupportKind::ALL.iter().position(|k| *k == support.kind).unwrap_or(0);
        by_partner.entry(caption).or_default()[kind] += 1;
    }
    let mut sheet = Sheet::new("21", Kind::Workload)
        .counts(SupportKind::ALL.iter().map(|k| k.ja().to_owned()))
        .additive();
    for (caption, counts) in by_partner {
        sheet.row(caption, counts.map(count).to_vec());
    }
    Some(sheet.total_column().total_row().done())
}
