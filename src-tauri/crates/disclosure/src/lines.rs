//! The equations of a table: which cells sum to which total.

use crate::table::Table;

/// One equation, or one set of cells beside a total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// Caption of the row or column that the line runs along.
    pub caption: String,
    /// The cells that are summed.
    pub parts: Vec<(usize, usize)>,
    /// The cell that holds the sum.
    pub total: (usize, usize),
}

impl Table {
    pub(crate) fn value(&self, (row, column): (usize, usize)) -> Option<u64> {
        self.cells.get(row)?.get(column)?.value
    }

    /// Rows that are not the total.
    pub(crate) fn inner_rows(&self) -> usize {
        self.rows.len() - usize::from(self.total_row && !self.rows.is_empty())
    }

    /// Columns that are not the total.
    pub(crate) fn inner_columns(&self) -> usize {
        self.columns.len() - usize::from(self.total_column && !self.columns.is_empty())
    }

    /// Columns whose rows sum to the total column: those of its own type.
    pub(crate) fn summed_columns(&self) -> Vec<usize> {
        let Some(total) = self.column_types.last().filter(|_| self.total_column) else { return Vec::new() };
        (0..self.inner_columns()).filter(|&c| self.column_types[c] == *total).collect()
    }

    /// Every cell has its place: as many rows, columns and types as captions.
    pub(crate) fn well_formed(&self) -> bool {
        self.cells.len() == self.rows.len()
            && self.column_types.len() == self.columns.len()
            && self.cells.iter().all(|row| row.len() == self.columns.len())
            && self.labels.iter().all(|l| l.texts.len() == self.rows.len())
    }

    /// Every row and column with a marked total, whether or not it sums.
    pub(crate) fn lines(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        let (rows, columns) = (self.inner_rows(), self.columns.len());
        let summed = self.summed_columns();
        if self.total_column && !summed.is_empty() {
            for row in 0..self.rows.len() {
                let parts = summed.iter().map(|&c| (row, c)).collect();
                lines.push(Line { caption: self.rows[row].clone(), parts, total: (row, columns - 1) });
            }
        }
        if self.total_row && rows > 0 {
            for column in 0..columns {
                let parts = (0..rows).map(|r| (r, column)).collect();
                lines.push(Line { caption: self.columns[column].clone(), parts, total: (rows, column) });
            }
        }
        lines.retain(|line| self.value(line.total).is_some());
        lines
    }

    /// The inner cells sum to the totals that are marked.
    pub(crate) fn sums_hold(&self) -> bool {
        !self.additive
            || self.lines().iter().all(|line| {
                let sum: u64 = line.parts.iter().filter_map(|&p| self.value(p)).sum();
                self.value(line.total) == Some(sum)
            })
    }

    /// A cross table: two dimensions with both margins and at least two categories in each.
    pub(crate) fn crossed(&self) -> bool {
        self.additive && self.total_row && self.inner_rows() >= 2 && self.summed_columns().len() >= 2
    }

    /// The greatest total of the table: how many stand behind it.
    pub(crate) fn base(&self) -> u64 {
        let corner = (self.rows.len().wrapping_sub(1), self.columns.len().wrapping_sub(1));
        match self.value(corner) {
            Some(total) if self.total_row && self.total_column => total,
            _ => self.cells.iter().flatten().filter_map(|c| c.value).max().unwrap_or(0),
        }
    }
}
