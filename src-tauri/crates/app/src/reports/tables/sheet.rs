//! How a table is put together: columns first, then rows, then the total and what stands beside the counts.

use super::View;
use chrono::NaiveDate;
use disclosure::{Cell, ColumnType, Kind, Labels, Scope, Set, Share, Table};

/// Words of the report.
pub(super) fn word(key: &str) -> String {
    words::ja(&format!("report.{key}"))
}

/// A count, or a dash where it is not known.
pub(super) fn maybe(n: Option<u32>) -> Cell {
    n.map_or(Cell::none(), count)
}

/// A plain count.
pub(super) fn count(n: u32) -> Cell {
    Cell::count(u64::from(n))
}

/// Codes of one dimension.
pub(super) fn of<C: Into<String>>(dimension: &str, codes: impl IntoIterator<Item = C>) -> Set {
    Set::from([(dimension.to_owned(), codes.into_iter().map(Into::into).collect())])
}

/// Another measure than the table's.
pub(super) fn measure(name: &str) -> Set {
    of("measure", [name])
}

/// Both restrictions at once.
pub(super) fn both(mut one: Set, other: Set) -> Set {
    one.extend(other);
    one
}

/// A table being put together: what is printed, and what each row and column counts.
pub(super) struct Sheet {
    table: Table,
    scope: Scope,
}

impl Sheet {
    /// An empty table of one number; its title is the word `table.<id>`. A measure has one definition, said where
    /// its records are listed.
    pub(super) fn new(id: &str, kind: Kind, measure: &str, view: &View) -> Self {
        let (from, to) = view.span();
        let scope = Scope {
            measure: measure.to_owned(),
            from: from.to_string(),
            to: to.to_string(),
            rows: Vec::new(),
            columns: Vec::new(),
        };
        let table = Table {
            id: id.to_owned(),
            title: word(&format!("table.{id}")),
            kind,
            additive: false,
            column_types: Vec::new(),
            rows: Vec::new(),
            columns: Vec::new(),
            total_row: false,
            total_column: false,
            cells: Vec::new(),
            labels: Vec::new(),
            shares: Vec::new(),
            notes: Vec::new(),
            scope: None,
        };
        Self { table, scope }
    }
    /// The same under another title.
    pub(super) fn titled(mut self, title: String) -> Self {
        self.table.title = title;
        self
    }
    /// The period begins on another day.
    pub(super) fn since(mut self, first: NaiveDate) -> Self {
        self.scope.from = first.to_string();
        self
    }
    fn column(mut self, caption: String, set: Set, kind: ColumnType) -> Self {
        self.table.columns.push(caption);
        self.table.column_types.push(kind);
        self.scope.columns.push(set);
        self
    }
    /// A column of counts that the column does not restrict.
    pub(super) fn count(self, caption: String) -> Self {
        self.column(caption, Set::new(), ColumnType::Count)
    }
    /// A column of counts of a set.
    pub(super) fn count_of(self, caption: String, set: Set) -> Self {
        self.column(caption, set, ColumnType::Count)
    }
    /// A column of minutes of a measure.
    pub(super) fn minutes(self, caption: String, name: &str) -> Self {
        self.column(caption, measure(name), ColumnType::Minutes)
    }
    /// A column of minutes of a set.
    pub(super) fn minutes_of(self, caption: String, set: Set) -> Self {
        self.column(caption, set, ColumnType::Minutes)
    }
    /// One row that the row does not restrict.
    pub(super) fn row(&mut self, caption: impl Into<String>, cells: Vec<Cell>) {
        self.row_of(caption, Set::new(), cells);
    }
    /// One row of a set.
    pub(super) fn row_of(&mut self, caption: impl Into<String>, set: Set, cells: Vec<Cell>) {
        self.table.rows.push(caption.into());
        self.table.cells.push(cells);
        self.scope.rows.push(set);
    }
    /// How many rows there are.
    pub(super) fn height(&self) -> usize {
        self.table.rows.len()
    }
    /// Inner cells sum to the totals that are marked.
    pub(super) fn additive(mut self) -> Self {
        self.table.additive = true;
        self
    }
    /// Adds the row of sums. A column without any number sums to a dash.
    pub(super) fn total_row(mut self) -> Self {
        let sums =
            (0..self.table.columns.len()).map(|c| sum(self.table.cells.iter().map(|row| row[c]))).collect();
        self.row(word("total"), sums);
        self.table.total_row = true;
        self
    }
    /// Adds the column of sums; every column before it holds counts.
    pub(super) fn total_column(mut self) -> Self {
        for row in &mut self.table.cells {
            row.push(sum(row.iter().copied()));
        }
        self.table.total_column = true;
        self.count(word("total"))
    }
    /// The last column is the total of the others, made elsewhere.
    pub(super) fn last_column_is_total(mut self) -> Self {
        self.table.total_column = true;
        self
    }
    /// A last row of counts made elsewhere, where the rows above do not simply add up.
    pub(super) fn closing_row(mut self, cells: Vec<Cell>) -> Self {
        self.row(word("total"), cells);
        self.table.total_row = true;
        self
    }
    /// A column of words before the counts; rows beyond the texts get none.
    pub(super) fn label(self, head: String, texts: Vec<String>) -> Self {
        self.label_on(head, texts, &[])
    }
    /// The same where each text follows from the cells of some columns, and is hidden with them.
    pub(super) fn label_on(mut self, head: String, mut texts: Vec<String>, rests: &[usize]) -> Self {
        texts.resize(self.table.rows.len(), String::new());
        self.table.labels.push(Labels { head, texts, rests: rests.to_vec() });
        self
    }
    /// A column of words says this somewhere.
    pub(super) fn says(&self, words: &str) -> bool {
        self.table.labels.iter().flat_map(|label| &label.texts).any(|text| text.contains(words))
    }
    /// The share of each row in the last row, for one column.
    pub(super) fn shares(mut self, column: usize) -> Self {
        let Some(last) = self.table.rows.len().checked_sub(1) else { return self };
        let label = word("column.share");
        self.table.shares = (0..last)
            .map(|row| Share { label: label.clone(), part: (row, column), whole: (last, column) })
            .collect();
        self
    }
    /// A sentence under the table.
    pub(super) fn note(mut self, sentence: String) -> Self {
        self.table.notes.push(sentence);
        self
    }
    /// The table, without columns in which no row has a number.
    pub(super) fn done(self) -> Table {
        let Self { mut table, mut scope } = self;
        for column in (0..table.columns.len()).rev() {
            let empty = table.cells.iter().all(|row| row[column].value.is_none());
            if empty && table.columns.len() > 1 {
                table.columns.remove(column);
                table.column_types.remove(column);
                scope.columns.remove(column);
                for label in &mut table.labels {
                    label.rests.retain(|at| *at != column);
                    label.rests.iter_mut().filter(|at| **at > column).for_each(|at| *at -= 1);
                }
                for row in &mut table.cells {
                    row.remove(column);
                }
            }
        }
        table.scope = Some(scope);
        table
    }
}

fn sum(cells: impl Iterator<Item = Cell>) -> Cell {
    let known: Vec<u64> = cells.filter_map(|cell| cell.value).collect();
    if known.is_empty() { Cell::none() } else { Cell::count(known.iter().sum()) }
}
