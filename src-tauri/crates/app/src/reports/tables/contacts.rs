//! 表3 方法別支援件数 and 表4 相手方別支援件数: workload.

use super::months::month_name;
use super::sheet::{Sheet, count, word};
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
        let cells = found.months.into_iter().chain([found.total, found.minutes]);
        sheet.row(method.ja(), cells.map(count).collect());
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
