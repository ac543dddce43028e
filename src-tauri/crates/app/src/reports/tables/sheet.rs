//! How a table is put together: columns first, then rows, then the total and what stands beside the counts.

use disclosure::{Cell, ColumnType, Kind, Labels, Share, Table};

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

/// A table being put together.
pub(super) struct Sheet(Table);

impl Sheet {
    /// An empty table of one number; its title is the word `table.<id>`.
    pub(super) fn new(id: &str, kind: Kind) -> Self {
        Self(Table {
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
        })
    }
    /// The same under another title.
    pub(super) fn titled(mut self, title: String) -> Self {
        self.0.title = title;
        self
    }
    /// Columns of counts.
    pub(super) fn counts(mut self, captions: impl IntoIterator<Item = String>) -> Self {
        for caption in captions {
            self.0.columns.push(caption);
            self.0.column_types.push(ColumnType::Count);
        }
        self
    }
    /// A column of minutes.
    pub(super) fn minutes(mut self, caption: String) -> Self {
        self.0.columns.push(caption);
        self.0.column_types.push(ColumnType::Minutes);
        self
    }
    /// One row.
    pub(super) fn row(&mut self, caption: impl Into<String>, cells: Vec<Cell>) {
        self.0.rows.push(caption.into());
        self.0.cells.push(cells);
    }
    /// How many rows there are.
    pub(super) fn height(&self) -> usize {
        self.0.rows.len()
    }
    /// Inner cells sum to the totals that are marked.
    pub(super) fn additive(mut self) -> Self {
        self.0.additive = true;
        self
    }
    /// Adds the row of sums. A column without any number sums to a dash.
    pub(super) fn total_row(mut self) -> Self {
        let sums = (0..self.0.columns.len()).map(|c| sum(self.0.cells.iter().map(|row| row[c]))).collect();
        self.row(word("total"), sums);
        self.0.total_row = true;
        self
    }
    /// Adds the column of sums; every column before it holds counts.
    pub(super) fn total_column(mut self) -> Self {
        for row in &mut self.0.cells {
            row.push(sum(row.iter().copied()));
        }
        self.0.total_column = true;
        self.counts([word("total")])
    }
    /// The last column is the total of the others, made elsewhere.
    pub(super) fn last_column_is_total(mut self) -> Self {
        self.0.total_column = true;
        self
    }
    /// A last row of counts made elsewhere, where the rows above do not simply add up.
    pub(super) fn closing_row(mut self, cells: Vec<Cell>) -> Self {
        self.row(word("total"), cells);
        self.0.total_row = true;
        self
    }
    /// A column of words before the counts; rows beyond the texts get none.
    pub(super) fn label(mut self, head: String, mut texts: Vec<String>) -> Self {
        texts.resize(self.0.rows.len(), String::new());
        self.0.labels.push(Labels { head, texts });
        self
    }
    /// The share of each row in the last row, for one column.
    pub(super) fn shares(mut self, column: usize) -> Self {
        let Some(last) = self.0.rows.len().checked_sub(1) else { return self };
        let label = word("column.share");
        self.0.shares = (0..last)
            .map(|row| Share { label: label.clone(), part: (row, column), whole: (last, column) })
            .collect();
        self
    }
    /// A sentence under the table.
    pub(super) fn note(mut self, sentence: String) -> Self {
        self.0.notes.push(sentence);
        self
    }
    /// The table, without columns in which no row has a number.
    pub(super) fn done(mut self) -> Table {
        for column in (0..self.0.columns.len()).rev() {
            let empty = self.0.cells.iter().all(|row| row[column].value.is_none());
            if empty && self.0.columns.len() > 1 {
                self.0.columns.remove(column);
                self.0.column_types.remove(column);
                for row in &mut self.0.cells {
                    row.remove(column);
                }
            }
        }
        self.0
    }
}

fn sum(cells: impl Iterator<Item = Cell>) -> Cell {
    let known: Vec<u64> = cells.filter_map(|cell| cell.value).collect();
    if known.is_empty() { Cell::none() } else { Cell::count(known.iter().sum()) }
}
