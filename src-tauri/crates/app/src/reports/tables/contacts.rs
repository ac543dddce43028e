//! 表3 方法別支援件数 and 表4 相手方別支援件数: workload.

use super::months::month_name;
use super::sheet::{Sheet, count, maybe, of, word};
use super::{View, ladder};
use disclosure::{Kind, Ladder};
use domain::vocabulary::{Counterpart, Method};

pub(super) fn ladders(view: &View) -> Vec<Ladder> {
    vec![by_method(view), by_counterpart(view)]
}

fn by_method(view: &View) -> Ladder {
    let mut sheet = Sheet::new("3", Kind::Workload, "contacts", view).additive();
    for month in 0..12 {
        sheet = sheet.count_of(month_name(month), of("month", view.months(month, month)));
    }
    sheet = sheet.count(word("total")).minutes(word("column.hours"), "minutes");
    for method in Method::ALL {
        let Some(found) = view.figures.contacts.by_method.get(method.code()) else { continue };
        let of_month = |(month, n): (usize, u32)| maybe(view.has_begun(month).then_some(n));
        let months = found.months.into_iter().enumerate().map(of_month);
        let cells = months.chain([count(found.total), count(found.minutes)]).collect();
        sheet.row_of(method.ja(), of("method", [method.code()]), cells);
    }
    if sheet.height() == 0 {
        return ladder(Vec::new());
    }
    ladder(vec![sheet.total_row().done()])
}

fn by_counterpart(view: &View) -> Ladder {
    let mut sheet = Sheet::new("4", Kind::Workload, "contacts", view)
        .count(word("column.contacts"))
        .minutes(word("column.hours"), "minutes");
    for counterpart in Counterpart::ALL {
        let Some(found) = view.figures.contacts.by_counterpart.get(counterpart.code()) else { continue };
        let cells = vec![count(found.contacts), count(found.minutes)];
        sheet.row_of(counterpart.ja(), of("counterpart", [counterpart.code()]), cells);
    }
    if sheet.height() == 0 {
        return ladder(Vec::new());
    }
    ladder(vec![sheet.note(word("note.several_counterparts")).done()])
}
