//! 表19 事業説明・会議, 表20 研修会, 表21 バックアップ・SV. Names of bodies and themes stay in the office.

use super::sheet::{Sheet, count, maybe, measure, of, word};
use super::{View, ladder};
use crate::reports::Level;
use disclosure::{Kind, Ladder, Table};
use domain::metrics::{ActivityRecord, SupportRecord};
use domain::vocabulary::{ActivityKind, SupportKind};
use std::collections::BTreeMap;

/// Sides of the participants of a training, in the order of their columns.
pub(in crate::reports) const SIDES: [&str; 6] =
    ["medical", "support", "municipal", "peer_family", "housing", "other"];

pub(super) fn ladders(view: &View) -> Vec<Ladder> {
    let (trainings, meetings) = trainings_and_meetings(view);
    vec![
        ladder(meetings_table(view, &meetings).into_iter().collect()),
        ladder(trainings_table(view, &trainings).into_iter().collect()),
        ladder(support_table(view).into_iter().collect()),
    ]
}

/// Trainings and meetings of the period, each in the order of its table.
pub(in crate::reports) fn trainings_and_meetings<'a>(
    view: &View<'a>,
) -> (Vec<&'a ActivityRecord>, Vec<&'a ActivityRecord>) {
    let mut all: Vec<&ActivityRecord> = view
        .records
        .activities
        .iter()
        .filter(|a| view.year.fiscal.contains(a.on) && a.on <= view.today)
        .collect();
    all.sort_by(|a, b| (a.on, a.kind, &a.name).cmp(&(b.on, b.kind, &b.name)));
    let (trainings, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|a| is_training(a.kind));
    (trainings, others.into_iter().filter(|a| a.kind.is_meeting()).collect())
}

/// The partner of an act of support as this reader sees it.
pub(in crate::reports) fn partner(view: &View, support: &SupportRecord) -> String {
    match support.organisation.map(|o| &view.records.organisations[o]) {
        Some(partner) if view.level.names_hospitals() => partner.name.clone(),
        Some(partner) => partner.kind.map_or_else(|| word("row.unknown"), |kind| kind.ja().to_owned()),
        None => word("row.unknown"),
    }
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
    let mut sheet = Sheet::new("19", Kind::Workload, "meetings", view);
    let participants = || measure("meeting_participants");
    if view.level == Level::Internal {
        sheet = sheet
            .count_of(word("column.participants"), participants())
            .minutes(word("column.hours"), "meeting_minutes");
        for (number, meeting) in meetings.iter().enumerate() {
            let cells = vec![maybe(meeting.participants), count(meeting.minutes)];
            let number = (number + 1).to_string();
            sheet.row_of(number.clone(), of("meeting", [number]), cells);
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
        .count(word("column.times"))
        .count_of(word("column.participants"), participants())
        .minutes(word("column.hours"), "meeting_minutes");
    for kind in ActivityKind::ALL {
        let held: Vec<&ActivityRecord> = meetings.iter().copied().filter(|m| m.kind == *kind).collect();
        if !held.is_empty() {
            let times = count(u32::try_from(held.len()).unwrap_or(u32::MAX));
            sheet.row_of(kind.ja(), kind_set(*kind), vec![times, maybe(known(&held)), minutes(&held)]);
        }
    }
    Some(sheet.additive().total_row().note(word("note.participants")).done())
}

fn kind_set(kind: ActivityKind) -> disclosure::Set {
    of("activity", [kind.code()])
}

fn trainings_table(view: &View, trainings: &[&ActivityRecord]) -> Option<Table> {
    if trainings.is_empty() {
        return None;
    }
    let sides = SIDES;
    let mut sheet = Sheet::new("20", Kind::Workload, "training_participants", view);
    for side in sides {
        sheet = sheet.count_of(word(&format!("column.side_{side}")), of("side", [side]));
    }
    sheet = sheet.count(word("column.participants"));
    for (number, training) in trainings.iter().enumerate() {
        let caption = words::fill(&word("row.session"), &[("n", &(number + 1).to_string())]);
        let cells = training.sides.into_iter().chain([training.participants]).map(maybe).collect();
        sheet.row_of(caption, of("training", [(number + 1).to_string()]), cells);
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
        let caption = partner(view, support);
        let kind = SupportKind::ALL.iter().position(|k| *k == support.kind).unwrap_or(0);
        by_partner.entry(caption).or_default()[kind] += 1;
    }
    let mut sheet = Sheet::new("21", Kind::Workload, "support", view).additive();
    for kind in SupportKind::ALL {
        sheet = sheet.count_of(kind.ja().to_owned(), of("support_kind", [kind.code()]));
    }
    for (caption, counts) in by_partner {
        sheet.row_of(caption.clone(), of("partner", [caption]), counts.map(count).to_vec());
    }
    Some(sheet.total_column().total_row().done())
}
