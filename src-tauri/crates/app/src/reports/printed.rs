//! Numbers as they were read back from paper, held cell for cell against the numbers that may be printed.

use super::make::ReportFinding;
use report::attack::{MARK, ReadBack, ReadTable};
use serde_json::{Value, json};
use unicode_normalization::UnicodeNormalization;

/// What came out of the comparison.
#[derive(Debug, Default)]
pub(super) struct Printed {
    /// Where paper and figures differ.
    pub findings: Vec<ReportFinding>,
    /// The figures with every number as it was read.
    pub figures: Value,
    /// Tables that were read.
    pub tables: usize,
    /// Cells that were compared.
    pub cells: usize,
}

/// Words without what the setting of a line adds to them.
pub(super) fn tight(text: &str) -> String {
    text.nfkc().filter(|c| !c.is_whitespace()).collect()
}

fn thousands(n: u64) -> String {
    let digits = n.to_string();
    let part = |(i, c): (usize, char)| {
        let comma = i > 0 && (digits.len() - i).is_multiple_of(3);
        comma.then_some(',').into_iter().chain([c]).collect::<Vec<char>>()
    };
    digits.char_indices().flat_map(part).collect()
}

/// A cell of the figures as paper says it.
pub(super) fn worded(cell: &Value, minutes: bool) -> String {
    match (cell, cell.as_u64()) {
        (_, Some(n)) if minutes => {
            let tenths = (n * 10 + 30) / 60;
            format!("{}.{}", thousands(tenths / 10), tenths % 10)
        }
        (_, Some(n)) => thousands(n),
        (Value::String(_), _) => MARK.to_owned(),
        _ => "—".to_owned(),
    }
}

/// A cell of paper as the figures say it; hours in minutes are only as exact as they were printed.
pub(super) fn read_cell(text: &str, minutes: bool) -> Option<Value> {
    let plain = tight(text).replace(',', "");
    if text.trim() == MARK {
        return Some(json!("x"));
    }
    if plain == "—" {
        return Some(Value::Null);
    }
    if !minutes {
        return plain.parse::<u64>().ok().map(|n| json!(n));
    }
    // A spreadsheet leaves out a decimal that is zero.
    let (whole, tenth) = plain.split_once('.').unwrap_or((&plain, "0"));
    let tenths = whole.parse::<u64>().ok()?.checked_mul(10)?.checked_add(tenth.parse::<u64>().ok()?)?;
    Some(json!(tenths.checked_mul(6)?))
}

fn list<'a>(table: &'a Value, key: &str) -> &'a [Value] {
    table[key].as_array().map_or(&[], Vec::as_slice)
}

fn said(value: &Value) -> String {
    tight(value.as_str().unwrap_or_default())
}

/// The captions of the rows of a table as read.
pub(super) fn captions(table: &ReadTable) -> impl Iterator<Item = String> {
    table.rows.iter().map(|row| row.first().map_or(String::new(), |caption| tight(caption)))
}

/// The heads of the columns of figures of a table as read, which stand behind so many columns of words.
pub(super) fn heads(table: &ReadTable, words: usize) -> impl Iterator<Item = String> {
    table.heads.iter().skip(1 + words).map(|head| tight(head))
}

/// A share in per mille, as exact as it may be printed.
pub(super) fn per_mille(text: &str) -> Option<u64> {
    let text = tight(text);
    let text = text.trim_end_matches('%');
    let (whole, tenth) = text.split_once('.').unwrap_or((text, "0"));
    if tenth.len() != 1 {
        return None;
    }
    whole.parse::<u64>().ok()?.checked_mul(10)?.checked_add(tenth.parse::<u64>().ok()?)
}

/// Compares everything that was read with the figures that may be printed.
pub(super) fn compare(read: &ReadBack, figures: &Value) -> Printed {
    let mut printed = Printed { figures: figures.clone(), ..Printed::default() };
    // Before any number is taken as it was read.
    printed.headline(read);
    let mut left: Vec<&ReadTable> = read.tables.iter().collect();
    let count = list(figures, "tables").len();
    for at in 0..count {
        let wanted = &figures["tables"][at];
        let id = wanted["id"].as_str().unwrap_or_default();
        let same = |t: &&ReadTable| t.id == id && tight(&t.title).starts_with(&said(&wanted["title"]));
        match left.iter().position(same) {
            Some(found) => {
                let table = left.remove(found);
                printed.tables += 1;
                printed.table(table, wanted, at);
            }
            None if captioned(read, id) => {
                printed.found("unreadable", read_page(read, id), "table_unread", &[("id", id)]);
            }
            // This kind of report tells it in another form.
            None => {}
        }
    }
    for table in left {
        printed.found("row", table.pages.first().copied(), "table_more", &[("id", &plain_id(&table.id))]);
    }
    printed.shares(read);
    for figure in &read.figures {
        printed.figure(figure, figures);
    }
    printed
}

/// The number of a table as far as it is one; a planted caption is not repeated.
fn plain_id(id: &str) -> String {
    id.chars().filter(|c| c.is_ascii_digit() || *c == '-').take(6).collect()
}

fn read_page(read: &ReadBack, id: &str) -> Option<usize> {
    read.pages.iter().position(|page| tight(page).contains(&format!("表{id}"))).map(|n| n + 1)
}

/// A line of the report begins with the number of this table.
fn captioned(read: &ReadBack, id: &str) -> bool {
    let begins = |line: &str| {
        let line: String = line.nfkc().collect();
        line.trim().strip_prefix('表').and_then(|rest| rest.strip_prefix(id)).is_some_and(|rest| {
            // A line of the contents ends in the number of its page.
            rest.starts_with(' ') && !rest.trim_end().ends_with(|c: char| c.is_ascii_digit())
        })
    };
    read.pages.iter().flat_map(|page| page.lines()).any(begins)
}

impl Printed {
    /// Adds a finding once.
    pub(super) fn found(&mut self, kind: &str, page: Option<usize>, key: &str, values: &[(&str, &str)]) {
        let detail = words::fill(&words::ja(&format!("attack.number.{key}")), values);
        let page = page.and_then(|p| u32::try_from(p).ok());
        let finding = ReportFinding { kind: kind.to_owned(), page, detail };
        if !self.findings.contains(&finding) {
            self.findings.push(finding);
        }
    }

    fn table(&mut self, table: &ReadTable, wanted: &Value, at: usize) {
        let id = wanted["id"].as_str().unwrap_or_default();
        let first = table.pages.first().copied();
        let (rows, columns) = (list(wanted, "rows"), list(wanted, "columns"));
        let labels = list(wanted, "labels").len();
        if table.rows.len() != rows.len() || !captions(table).eq(rows.iter().map(said)) {
            self.found("row", first, "rows", &[("id", id)]);
            return;
        }
        let heads: Vec<String> = heads(table, labels).collect();
        let known: Vec<String> = columns.iter().map(said).collect();
        let shares = shares_beside(wanted);
        if heads.len() != known.len() + usize::from(shares.is_some()) || !heads.starts_with(&known) {
            self.found("row", first, "columns", &[("id", id)]);
            return;
        }
        if table.rows.iter().any(|row| row.len() > 1 + labels + heads.len()) {
            self.found("row", first, "columns", &[("id", id)]);
        }
        let known = notes_of(wanted);
        if !table.notes.iter().all(|note| known.contains(&tight(note))) {
            self.found("row", first, "notes", &[("id", id)]);
        }
        for (r, row) in table.rows.iter().enumerate() {
            let page = table.pages.get(r).copied();
            for (l, words) in list(wanted, "labels").iter().enumerate() {
                if row.get(1 + l).map_or(String::new(), |words| tight(words)) != said(&words[r]) {
                    self.found("row", page, "rows", &[("id", id)]);
                }
            }
            for c in 0..columns.len() {
                self.cells += 1;
                self.cell(row.get(1 + labels + c).map_or("", String::as_str), wanted, (at, r, c), page);
            }
            let last = row.get(1 + labels + columns.len()).map(|text| tight(text));
            if let (Some(shares), Some(text)) = (&shares, last) {
                let right = match shares.get(r) {
                    Some(Some(share)) => per_mille(&text) == Some(*share),
                    _ => text.is_empty() || text == tight(MARK) || text == "—",
                };
                if !right {
                    self.found(
                        "share",
                        page,
                        "share",
                        &[("id", id), ("row", rows[r].as_str().unwrap_or(""))],
                    );
                }
            }
        }
    }

    fn cell(&mut self, text: &str, wanted: &Value, (at, r, c): (usize, usize, usize), page: Option<usize>) {
        let minutes = wanted["column_types"][c] == "minutes";
        let cell = &wanted["cells"][r][c];
        let said = worded(cell, minutes);
        let same = tight(text) == tight(&said) || read_cell(text, minutes) == read_cell(&said, minutes);
        if same && (cell != "x" || text.trim() == MARK) {
            return;
        }
        let caption = |key: &str, at: usize| wanted[key][at].as_str().unwrap_or_default().to_owned();
        let (id, row, column) =
            (wanted["id"].as_str().unwrap_or_default(), caption("rows", r), caption("columns", c));
        let last =
            |key: &str, total: &str, at: usize| wanted[total] == true && at + 1 == list(wanted, key).len();
        let total = last("rows", "total_row", r) || last("columns", "total_column", c);
        let kind = if cell == "x" && text.trim() != MARK {
            "unhidden"
        } else if total {
            "total"
        } else {
            "cell"
        };
        self.found(kind, page, kind, &[("id", id), ("row", &row), ("column", &column)]);
        if let Some(seen) = read_cell(text, minutes) {
            self.figures["tables"][at]["cells"][r][c] = seen;
        }
    }

    /// The main figures: totals of the project, and totals of tables.
    fn headline(&mut self, read: &ReadBack) {
        for (page, views) in read.views.iter().enumerate() {
            let lines: Vec<Vec<String>> = views
                .first()
                .map(|level| level.lines().map(|l| l.split(' ').map(tight).collect()).collect())
                .unwrap_or_default();
            for pair in lines.windows(2) {
                // Main figures carry their unit; the rows of a table do not.
                let units = pair[1].iter().all(|v| {
                    v.starts_with(|c: char| c.is_ascii_digit()) && !v.ends_with(|c: char| c.is_ascii_digit())
                });
                if pair[0].len() != pair[1].len() || !units {
                    continue;
                }
                for (label, value) in pair[0].iter().zip(&pair[1]) {
                    self.main_figure(page, label, value);
                }
            }
        }
    }

    fn main_figure(&mut self, page: usize, label: &str, value: &str) {
        let digits: String =
            value.chars().take_while(|c| c.is_ascii_digit() || matches!(c, ',' | '.')).collect();
        let wrong = if let Some(name) = headline_of(label) {
            let seen = digits.replace(',', "").parse::<u64>().ok();
            let wanted = self.figures["headline"][name].as_u64();
            if let Some(seen) = seen.filter(|_| wanted.is_some()) {
                self.figures["headline"][name] = json!(seen);
            }
            wanted.is_some_and(|wanted| seen != Some(wanted))
        } else {
            total_of(label).is_some_and(|(id, minutes)| {
                let mut totals = totals(&self.figures, id, minutes).peekable();
                totals.peek().is_some() && !totals.any(|total| tight(&total) == digits)
            })
        };
        if wrong {
            self.found("headline", Some(page + 1), "headline", &[("label", label)]);
        }
    }

    /// No share has more than one decimal, wherever it stands.
    fn shares(&mut self, read: &ReadBack) {
        for (page, text) in read.pages.iter().enumerate() {
            let text = tight(text);
            let exact = text.split('%').rev().skip(1).any(|before| {
                let decimals = before.chars().rev().take_while(char::is_ascii_digit).count();
                let rest = before.chars().rev().nth(decimals);
                decimals > 1 && rest == Some('.')
            });
            if exact {
                self.found("share", Some(page + 1), "share_exact", &[]);
            }
        }
    }
}

/// The total of the project that a main figure tells, by its label.
fn headline_of(label: &str) -> Option<&'static str> {
    let said = |key: &str| tight(&words::ja(&format!("report.{key}")));
    let own = |name: &&str| said(&format!("paper.key.{name}")) == label;
    let on_a_day = said("active_on");
    let (before, after) = on_a_day.split_once("{day}").unwrap_or_default();
    let open = ["paper.key.active_half", "column.active_month_end"].iter().any(|key| said(key) == label)
        || label.starts_with(before) && label.ends_with(after) && !on_a_day.is_empty();
    let named = ["distinct", "active", "new", "discharged", "closed"].into_iter().find(own);
    named.or(open.then_some("active"))
}

/// The table whose total a main figure tells, and whether it is hours.
fn total_of(label: &str) -> Option<(&'static str, bool)> {
    let all = [
        ("contacts", "3", false),
        ("hours", "3", true),
        ("visit_days", "17", false),
        ("readmissions", "12", false),
    ];
    let own = |name: &str| tight(&words::ja(&format!("report.paper.key.{name}"))) == label;
    all.into_iter().find(|(name, ..)| own(name)).map(|(_, id, minutes)| (id, minutes))
}

/// What the last row of a table says in its columns of one kind.
fn totals(figures: &Value, id: &str, minutes: bool) -> impl Iterator<Item = String> {
    let table = list(figures, "tables").iter().find(|table| table["id"] == id);
    let last = table.and_then(|table| list(table, "cells").last());
    let kinds = table.map_or(&[][..], |table| list(table, "column_types"));
    let cells = last.and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let fits =
        move |(cell, kind): (&Value, &Value)| ((kind == "minutes") == minutes).then(|| worded(cell, minutes));
    cells.iter().zip(kinds).filter_map(fits)
}

/// Every line that may stand under a table: its notes, and its shares in words.
fn notes_of(table: &Value) -> Vec<String> {
    let place = |cell: &Value| {
        let caption = |list: &str, at: &Value| {
            let at = at.as_u64().and_then(|at| usize::try_from(at).ok());
            at.and_then(|at| table[list][at].as_str()).unwrap_or_default().to_owned()
        };
        format!("{}・{}", caption("rows", &cell[0]), caption("columns", &cell[1]))
    };
    let share = |share: &Value| {
        let n = share["per_mille"].as_u64().unwrap_or_default();
        let values = [
            ("label", share["label"].as_str().unwrap_or_default()),
            ("part", &place(&share["part"])),
            ("percent", &format!("{}.{}", n / 10, n % 10)),
        ];
        tight(&words::fill(&words::ja("report.paper.share"), &values))
    };
    list(table, "notes").iter().map(said).chain(list(table, "derived").iter().map(share)).collect()
}

/// Shares printed as a column: one per row, where there is one. Others stand in the notes.
fn shares_beside(table: &Value) -> Option<Vec<Option<u64>>> {
    let derived = list(table, "derived");
    let first = derived.first()?;
    let same = |s: &Value| s["label"] == first["label"] && s["part"][1] == first["part"][1];
    if derived.len() < 2 || !derived.iter().all(same) {
        return None;
    }
    let mut shares = vec![None; list(table, "rows").len()];
    for share in derived {
        let row = share["part"][0].as_u64().and_then(|r| usize::try_from(r).ok())?;
        *shares.get_mut(row)? = share["per_mille"].as_u64();
    }
    Some(shares)
}
