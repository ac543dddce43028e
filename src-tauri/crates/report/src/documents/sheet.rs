//! A released table as words: figures with separators, minutes as hours, marks for what is not shown.

use crate::typeset::columns::digits;
use crate::typeset::table::Sheet;
use disclosure::{ColumnType, Derived, ReleasedTable, Shown};

/// The mark of a hidden cell.
pub fn hidden_mark() -> String {
    words::ja("report.paper.hidden")
}
/// The mark of a question that does not apply.
pub fn not_applicable_mark() -> String {
    words::ja("report.paper.not_applicable")
}

/// 1234 as 1,234.
pub fn thousands(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

/// Minutes as hours with one decimal, half up.
pub fn hours(minutes: u64) -> String {
    let tenths = (minutes * 10 + 30) / 60;
    format!("{}.{}", thousands(tenths / 10), tenths % 10)
}

/// A cell as printed.
pub fn figure(value: Shown, unit: ColumnType) -> String {
    match (value, unit) {
        (Shown::Number(n), ColumnType::Count) => thousands(n),
        (Shown::Number(n), ColumnType::Minutes) => hours(n),
        (Shown::Hidden, _) => hidden_mark(),
        (Shown::NotApplicable, _) => not_applicable_mark(),
    }
}

/// The name of a table in the report: 表9　段階別人数（人）.
pub fn name(id: &str, title: &str) -> String {
    let number = words::fill(&words::ja("report.paper.table"), &[("id", id)]);
    format!("{number}\u{3000}{title}")
}

/// How the caption of a row begins that counts a part of the row above.
const OF_WHICH: &str = "うち";

/// Head of the captions of the rows: what they tell apart. One row tells nothing apart.
fn stub(table: &ReleasedTable) -> String {
    let said = |id: &str| {
        let key = format!("report.paper.stub.{id}");
        Some(words::ja(&key)).filter(|head| *head != key)
    };
    let (id, number) = (table.id(), table.id().split('-').next().unwrap_or_default());
    let own = if table.rows().len() == 1 { said("one") } else { said(id).or_else(|| said(number)) };
    own.unwrap_or_default()
}

/// Words that are figures, such as rates: they stand on the digit like counts.
fn are_figures(texts: &[String]) -> bool {
    let figure = |text: &str| {
        let own = digits(text);
        own.starts_with(|c: char| c.is_ascii_digit()) && own.chars().all(is_of_figure)
    };
    let marks = [words::ja("report.few"), words::ja("report.unknown_mark")];
    texts.iter().any(|text| figure(text))
        && texts.iter().all(|text| text.is_empty() || figure(text) || marks.contains(text))
}

fn is_of_figure(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | ',')
}

/// A released table, ready to be set.
pub fn of(table: &ReleasedTable) -> Sheet {
    let mut heads = vec![(stub(table), false)];
    heads.extend(table.labels().iter().map(|l| (l.head.clone(), are_figures(&l.texts))));
    heads.extend(table.columns().iter().map(|c| (c.clone(), true)));
    let mut rows: Vec<Vec<String>> = table
        .rows()
        .iter()
        .zip(table.cells())
        .enumerate()
        .map(|(r, (caption, cells))| {
            let part = caption.starts_with(OF_WHICH) && r > 0;
            let mut row = vec![if part { format!("\u{3000}{caption}") } else { caption.clone() }];
            row.extend(table.labels().iter().map(|l| l.texts.get(r).cloned().unwrap_or_default()));
            row.extend(cells.iter().zip(table.column_types()).map(|(value, unit)| figure(*value, *unit)));
            row
        })
        .collect();
    let mut notes = table.notes().to_vec();
    for (label, shares) in by_label(table.derived()) {
        if shares.len() > 1 && shares.iter().all(|s| s.part.1 == shares[0].part.1) {
            heads.push((in_percent(label), true));
            for (r, row) in rows.iter_mut().enumerate() {
                row.push(share_of_row(table, &shares, r));
            }
        } else {
            notes.extend(shares.iter().map(|s| share_note(table, s)));
        }
    }
    Sheet {
        caption: name(table.id(), table.title()),
        continued: words::ja("report.paper.continued"),
        heads,
        rows,
        total: *table.total_row(),
        notes,
    }
}

fn by_label(derived: &[Derived]) -> Vec<(&str, Vec<&Derived>)> {
    let mut groups: Vec<(&str, Vec<&Derived>)> = Vec::new();
    for share in derived {
        match groups.iter_mut().find(|(label, _)| *label == share.label) {
            Some((_, shares)) => shares.push(share),
            None => groups.push((&share.label, vec![share])),
        }
    }
    groups
}

fn in_percent(label: &str) -> String {
    if label.contains(['％', '%']) { label.to_owned() } else { format!("{label}（％）") }
}

fn percent(per_mille: u64) -> String {
    format!("{}.{}", per_mille / 10, per_mille % 10)
}

/// The share of a row; the mark of its cell where that is not shown.
fn share_of_row(table: &ReleasedTable, shares: &[&Derived], row: usize) -> String {
    match shares.iter().find(|s| s.part.0 == row) {
        Some(share) => percent(share.per_mille),
        None => match shares.first().and_then(|s| table.cells().get(row)?.get(s.part.1)) {
            Some(Shown::Hidden) => hidden_mark(),
            // The whole needs no share of itself.
            _ if *table.total_row() && row + 1 == table.rows().len() => String::new(),
            _ => not_applicable_mark(),
        },
    }
}

fn share_note(table: &ReleasedTable, share: &Derived) -> String {
    let place = |(row, column): (usize, usize)| {
        let row = table.rows().get(row).map_or("", String::as_str);
        let column = table.columns().get(column).map_or("", String::as_str);
        format!("{row}・{column}")
    };
    words::fill(
        &words::ja("report.paper.share"),
        &[("label", &share.label), ("part", &place(share.part)), ("percent", &percent(share.per_mille))],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_written_as_the_practice_writes_them() {
        for (minutes, text) in
            [(0, "0.0"), (3, "0.1"), (2, "0.0"), (90, "1.5"), (32025, "533.8"), (61_000, "1,016.7")]
        {
            assert_eq!(hours(minutes), text);
        }
        for (n, text) in [(0, "0"), (999, "999"), (1234, "1,234"), (1_234_567, "1,234,567")] {
            assert_eq!(thousands(n), text);
        }
        assert_eq!(figure(Shown::Hidden, ColumnType::Count), "ｘ");
        assert_eq!(figure(Shown::NotApplicable, ColumnType::Minutes), "—");
    }
}
