//! 表18 病院との関係の変化 and 表22 担い手の広がり: organisations, never people.

use super::sheet::{Sheet, count, measure, of, word};
use super::{View, ladder};
use chrono::NaiveDate;
use disclosure::{Kind, Ladder, Table};
use domain::vocabulary::RelationshipState;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn ladders(view: &View) -> Vec<Ladder> {
    vec![ladder(relations(view).into_iter().collect()), ladder(partners(view).into_iter().collect())]
}

/// Departments of hospitals with their dated state on a day.
pub(in crate::reports) fn states_on(
    view: &View,
    day: NaiveDate,
) -> BTreeMap<(usize, String), (RelationshipState, NaiveDate)> {
    let mut states = BTreeMap::new();
    let hospitals = view.records.relations.iter().filter(|r| {
        let kind = view.records.organisations[r.organisation].kind;
        r.on <= day && kind.is_some_and(domain::vocabulary::OrganisationType::is_hospital)
    });
    for relation in hospitals {
        states.insert((relation.organisation, relation.department.clone()), (relation.state, relation.on));
    }
    states
}

/// 表18: departments of hospitals by the state of the relation, at the beginning and at the end of the period. Only
/// dated states are counted; no hospital is named beside a state.
fn relations(view: &View) -> Option<Table> {
    let (first, last) = view.span();
    let before = first.pred_opt().unwrap_or(first);
    let (start, end) = (states_on(view, before), states_on(view, last));
    if end.is_empty() {
        return None;
    }
    let mut sheet = Sheet::new("18", Kind::Workload, "relations", view)
        .count_of(word("column.year_start"), of("day", [before.to_string()]))
        .count_of(view.at_end("column.year_end"), of("day", [last.to_string()]))
        .additive();
    for state in RelationshipState::ALL {
        let n = |states: &BTreeMap<(usize, String), (RelationshipState, NaiveDate)>| {
            u32::try_from(states.values().filter(|(s, _)| s == state).count()).unwrap_or(u32::MAX)
        };
        sheet.row_of(state.ja(), of("relation", [state.code()]), vec![count(n(&start)), count(n(&end))]);
    }
    Some(sheet.total_row().note(word("note.relations")).done())
}

/// First day on which each organisation took part in something, and whether it did in the period.
pub(in crate::reports) fn involved(view: &View) -> BTreeMap<usize, (NaiveDate, bool)> {
    let (first, last) = view.span();
    let records = view.records;
    let contacts = records.contacts.iter().filter_map(|c| Some((c.organisation?, c.on)));
    let activities = records.activities.iter().filter_map(|a| Some((a.organisation?, a.on)));
    let support = records.support.iter().filter_map(|s| Some((s.organisation?, s.on)));
    let relations = records.relations.iter().filter(|r| r.state != RelationshipState::None);
    let relations = relations.map(|r| (r.organisation, r.on));
    let mut found: BTreeMap<usize, (NaiveDate, bool)> = BTreeMap::new();
    for (organisation, on) in contacts.chain(activities).chain(support).chain(relations) {
        let (begun, inside) = found.entry(organisation).or_insert((on, false));
        *begun = (*begun).min(on);
        *inside |= first <= on && on <= last;
    }
    found.retain(|_, (_, inside)| *inside);
    found
}

/// The kind of an organisation as its row.
pub(in crate::reports) fn kind_of(view: &View, organisation: usize) -> String {
    let kind = view.records.organisations[organisation].kind;
    kind.map_or_else(|| word("row.unknown"), |kind| kind.ja().to_owned())
}

/// 表22: organisations that took part in the period, by type, and those for the first time. Where the house holds
/// nothing from before the period, nobody can say who is new, and the column is left out.
fn partners(view: &View) -> Option<Table> {
    let (first, _) = view.span();
    let found = involved(view);
    if found.is_empty() {
        return None;
    }
    let older =
        view.records.contacts.iter().map(|c| c.on).chain(view.records.activities.iter().map(|a| a.on));
    let knows_before = older.min().is_some_and(|day| day < first);
    let mut sheet = Sheet::new("22", Kind::Workload, "partners", view).count(word("column.organisations"));
    if knows_before {
        sheet = sheet.count_of(word("column.first_time"), measure("new_partners"));
    }
    let kinds: BTreeSet<String> = found.keys().map(|organisation| kind_of(view, *organisation)).collect();
    for kind in kinds {
        let of_kind: Vec<_> = found.iter().filter(|(o, _)| kind_of(view, **o) == kind).collect();
        let new = of_kind.iter().filter(|(_, (begun, _))| *begun >= first).count();
        let number = |n: usize| count(u32::try_from(n).unwrap_or(u32::MAX));
        let mut cells = vec![number(of_kind.len())];
        if knows_before {
            cells.push(number(new));
        }
        sheet.row_of(kind.clone(), of("partner_kind", [kind]), cells);
    }
    Some(sheet.additive().total_row().note(word("note.partners")).done())
}
