//! 表24 情報発信 and 表25 活動時間の内訳.

use super::sheet::{Sheet, count, of, word};
use super::{View, ladder};
use disclosure::{Kind, Ladder, Table};
use domain::vocabulary::PublicationKind;

pub(super) fn ladders(view: &View) -> Vec<Ladder> {
    vec![ladder(publications(view).into_iter().collect()), ladder(hours(view).into_iter().collect())]
}

fn publications(view: &View) -> Option<Table> {
    let of_kind = |kind: PublicationKind| {
        let found = view.records.publications.iter().filter(|(month, k)| {
            *k == kind && view.year.fiscal.contains(month.first_day()) && month.first_day() <= view.today
        });
        u32::try_from(found.count()).unwrap_or(u32::MAX)
    };
    let mut sheet =
        Sheet::new("24", Kind::Workload, "publications", view).count(word("column.pieces")).additive();
    for kind in PublicationKind::ALL.iter().copied().filter(|k| of_kind(*k) > 0) {
        sheet.row_of(kind.ja(), of("publication", [kind.code()]), vec![count(of_kind(kind))]);
    }
    (sheet.height() > 0).then(|| sheet.total_row().done())
}

fn hours(view: &View) -> Option<Table> {
    let minutes = view.year.minutes_by_work(view.records);
    let mut sheet = Sheet::new("25", Kind::Workload, "work_minutes", view)
        .minutes(word("column.hours"), "work_minutes")
        .additive();
    for (kind, minutes) in &minutes {
        sheet.row_of(kind.ja(), of("work", [kind.code()]), vec![count(*minutes)]);
    }
    let any = minutes.values().any(|n| *n > 0);
    any.then(|| sheet.total_row().shares(0).note(word("note.hours")).done())
}
