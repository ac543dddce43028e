//! 表3 方法別支援件数, 表4 相手方別支援件数 and 表5 内容区分別支援件数: workload.

use super::months::month_name;
use super::sheet::{Sheet, count, maybe, of, word};
use super::{View, ladder};
use disclosure::{Kind, Ladder};
use domain::metrics::ContactRecord;
use domain::vocabulary::{Counterpart, Method};
use std::collections::BTreeSet;

pub(super) fn ladders(view: &View) -> Vec<Ladder> {
    vec![by_method(view), by_counterpart(view), by_content(view)]
}

/// Kinds of content that the field knows (words `content.<code>`).
const CONTENTS: [&str; 11] = [
    "services",
    "illness",
    "health",
    "anxiety",
    "relations",
    "money",
    "skills",
    "housing",
    "daytime",
    "leisure",
    "rights",
];

/// Codes of the contents of a contact, each once. What was written in other words is told as その他.
pub(in crate::reports) fn contents(contact: &ContactRecord) -> BTreeSet<&'static str> {
    let code = |text: &String| {
        let known =
            CONTENTS.into_iter().find(|code| *code == text || word(&format!("content.{code}")) == *text);
        known.unwrap_or("other")
    };
    contact.contents.iter().map(code).collect()
}

/// 表5 内容区分別支援件数: a contact with several contents is counted with each; contacts without any are not told.
fn by_content(view: &View) -> Ladder {
    let mut sheet = Sheet::new("5", Kind::Workload, "contacts", view).count(word("column.contacts"));
    let (first, last) = view.span();
    let of_period = view.records.contacts.iter().filter(|c| first <= c.on && c.on <= last);
    let found: Vec<BTreeSet<&str>> = of_period.map(contents).collect();
    for code in CONTENTS.into_iter().chain(["other"]) {
        let n = found.iter().filter(|contents| contents.contains(code)).count();
        if n > 0 {
            let cell = count(u32::try_from(n).unwrap_or(u32::MAX));
            sheet.row_of(word(&format!("content.{code}")), of("content", [code]), vec![cell]);
        }
    }
    if sheet.height() == 0 {
        return ladder(Vec::new());
    }
    ladder(vec![sheet.note(word("note.several_contents")).done()])
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
