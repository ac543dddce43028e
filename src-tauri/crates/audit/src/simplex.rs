//! Exact linear programming over the integers' own arithmetic: no rounding, no tolerance.
//!
//! The tableau holds whole numbers over one common denominator (the last pivot), so every step is exact; Bland's rule
//! keeps it from turning in circles. An overflow ends the attempt instead of giving a wrong bound.

/// `sum of coefficient × variable = constant`, all variables at least zero.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub terms: Vec<(usize, i128)>,
    pub constant: i128,
}

/// How an optimisation ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The best value and a point that reaches it, each as numerators over one denominator.
    Best {
        point: Vec<i128>,
        denominator: i128,
    },
    Unbounded,
    Infeasible,
    /// The numbers grew too large or the steps too many.
    GaveUp,
}

/// A basic feasible solution of one system, to optimise from again and again.
#[derive(Clone, Debug)]
pub(crate) struct Tableau {
    variables: usize,
    cells: Vec<Vec<i128>>,
    basis: Vec<usize>,
    denominator: i128,
}

const STEPS: usize = 5_000;

enum Stop {
    Done,
    Unbounded,
    GaveUp,
}

impl Tableau {
    /// Finds a first feasible point.
    pub fn feasible(variables: usize, rows: &[Row]) -> Result<Self, Outcome> {
        let width = variables + rows.len() + 1;
        let mut cells = Vec::with_capacity(rows.len());
        for (index, row) in rows.iter().enumerate() {
            let sign = if row.constant < 0 { -1 } else { 1 };
            let mut line = vec![0i128; width];
            for &(variable, coefficient) in &row.terms {
                line[variable] += sign * coefficient;
            }
            line[variables + index] = 1;
            line[width - 1] = sign * row.constant;
            cells.push(line);
        }
        let basis = (variables..variables + rows.len()).collect();
        let mut tableau = Self { variables, cells, basis, denominator: 1 };
        let mut goal = vec![0i128; width];
        for line in &tableau.cells {
            for (column, goal) in goal.iter_mut().enumerate() {
                if column < variables || column == width - 1 {
                    *goal -= line[column];
                }
            }
        }
        match tableau.descend(&mut goal, variables) {
            Stop::Done if goal[width - 1] == 0 => {}
            Stop::Done => return Err(Outcome::Infeasible),
            _ => return Err(Outcome::GaveUp),
        }
        tableau.drop_artificial().ok_or(Outcome::GaveUp)?;
        Ok(tableau)
    }

    /// Takes the artificial variables out; a row that only holds one is redundant.
    fn drop_artificial(&mut self) -> Option<()> {
        let mut row = 0;
        while row < self.cells.len() {
            if self.basis[row] < self.variables {
                row += 1;
                continue;
            }
            match (0..self.variables).find(|&c| self.cells[row][c] != 0) {
                Some(column) => {
                    self.pivot(row, column, &mut [])?;
                    row += 1;
                }
                None => {
                    self.cells.remove(row);
                    self.basis.remove(row);
                }
            }
        }
        let keep = self.variables;
        for line in &mut self.cells {
            let constant = *line.last()?;
            line.truncate(keep);
            line.push(constant);
        }
        Some(())
    }

    /// Minimises `sign × variable` from the present point.
    pub fn minimise(&mut self, variable: usize, sign: i128) -> Outcome {
        let width = self.variables + 1;
        let mut goal = vec![0i128; width];
        let Some(whole) = sign.checked_mul(self.denominator) else { return Outcome::GaveUp };
        goal[variable] = whole;
        if let Some(row) = self.basis.iter().position(|&b| b == variable) {
            for (goal, cell) in goal.iter_mut().zip(&self.cells[row]) {
                let Some(left) = sign.checked_mul(*cell).and_then(|n| goal.checked_sub(n)) else {
                    return Outcome::GaveUp;
                };
                *goal = left;
            }
        }
        match self.descend(&mut goal, self.variables) {
            Stop::Done => {
                let mut point = vec![0i128; self.variables];
                for (row, &b) in self.basis.iter().enumerate() {
                    point[b] = self.cells[row][width - 1];
                }
                Outcome::Best { point, denominator: self.denominator }
            }
            Stop::Unbounded => Outcome::Unbounded,
            Stop::GaveUp => Outcome::GaveUp,
        }
    }

    fn descend(&mut self, goal: &mut [i128], columns: usize) -> Stop {
        for _ in 0..STEPS {
            let Some(column) = (0..columns).find(|&c| goal[c] < 0) else { return Stop::Done };
            let last = goal.len() - 1;
            let mut leaving: Option<usize> = None;
            for row in 0..self.cells.len() {
                let by = self.cells[row][column];
                if by <= 0 {
                    continue;
                }
                let better = match leaving {
                    None => true,
                    Some(best) => {
                        let here = self.cells[row][last].checked_mul(self.cells[best][column]);
                        let there = self.cells[best][last].checked_mul(by);
                        let (Some(here), Some(there)) = (here, there) else { return Stop::GaveUp };
                        here < there || (here == there && self.basis[row] < self.basis[best])
                    }
                };
                if better {
                    leaving = Some(row);
                }
            }
            let Some(row) = leaving else { return Stop::Unbounded };
            if self.pivot(row, column, goal).is_none() {
                return Stop::GaveUp;
            }
        }
        Stop::GaveUp
    }

    /// Exchanges one basic variable, keeping every entry a whole number over the common denominator.
    fn pivot(&mut self, row: usize, column: usize, goal: &mut [i128]) -> Option<()> {
        if self.cells[row][column] < 0 {
            for cell in &mut self.cells[row] {
                *cell = cell.checked_neg()?;
            }
        }
        let by = self.cells[row][column];
        let pivot_row = self.cells[row].clone();
        let old = self.denominator;
        let step = |line: &mut [i128]| -> Option<()> {
            let factor = line[column];
            for (cell, pivot) in line.iter_mut().zip(&pivot_row) {
                let (a, b) = (cell.checked_mul(by)?, pivot.checked_mul(factor)?);
                *cell = a.checked_sub(b)? / old;
            }
            Some(())
        };
        for (index, line) in self.cells.iter_mut().enumerate() {
            if index != row {
                step(line)?;
            }
        }
        if !goal.is_empty() {
            step(goal)?;
        }
        self.basis[row] = column;
        self.denominator = by;
        Some(())
    }
}
