//! 表3 方法別支援件数 and 表4 相手方別支援件数: workload.

use super::months::month_name;
use super::sheet::{Sheet, count, maybe, word};
use super::{View, ladder};
use disclosure::{Kind, Ladder};
use domain::vocabulary::{Counterpart, Method};

pub(super) fn ladders(view: &View) -> Vec<Ladder> {
    vec![by_method(view), by_counterpart(view)]
}

fn by_method(view: &View) -> Ladder {
    let mut sheet = Sheet::new("3", Kind::Workload)
        .counts((0..12).map(month_name))
        .counts([word("total")])
        .minutes(word("column.hours"))
        .additive();
    for method in Method::ALL {
        let Some(found) = view.figures.contacts.by_method.get(method.code()) else { continue };
        let of_month = |(month, n): (usize, u32)| maybe(view.has_begun(month).then_some(n));
        let months = found.months.into_iter().enumerate().map(of_month);
        sheet.row(method.ja(), months.chain([count(found.total), count(found.minutes)]).collect());
    }
    if sheet.height() == 0 {
        return ladder(Vec::new());
    }
    ladder(vec![sheet.total_row().done()])
}

fn by_counterpart(view: &View) -> Ladder {
    let mut sheet =
        Sheet::new("4", Kind::Workload).counts([word("column.contacts")]).minutes(word("column.hours"));
    for counterpart in Counterpart::ALL {
        let Some(found) = view.figures.contacts.by_counterpart.get(counterpart.code()) else { continue };
        sheet.row(counterpart.ja(), vec![count(found.contacts), count(found.minutes)]);
    }
    if sheet.height() == 0 {
        return ladder(Vec::new());
    }
    ladder(vec![sheet.note(word("note.several_counterparts")).done()])
}
