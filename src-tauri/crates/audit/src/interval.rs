//! The exact integer interval of every hidden cell.
//!
//! Cells that no equation joins are solved apart. Bounds come from exact linear programming; where a best point is
//! not whole, branching makes it so. Limits of single cells enter only when a point breaks them.

use crate::equations::{Equation, System, system};
use crate::published::Report;
use crate::simplex::{Outcome, Row, Tableau};

/// What a reader can work out about one hidden cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interval {
    /// Number of the table.
    pub table: String,
    /// Row of the cell.
    pub row: usize,
    /// Column of the cell.
    pub column: usize,
    /// Least possible value.
    pub least: i64,
    /// Greatest possible value; `None` where there is no limit.
    pub most: Option<i64>,
}

/// Intervals, and the cells for which the attack came to no end.
#[derive(Debug, Default)]
pub(crate) struct Attack {
    pub found: Vec<Interval>,
    /// Index of the table, row, column.
    pub unsolved: Vec<(usize, usize, usize)>,
    /// Cells whose equations contradict each other.
    pub contradictory: Vec<(usize, usize, usize)>,
}

/// Attacks every hidden cell of a report.
pub(crate) fn of_hidden(report: &Report) -> Attack {
    let system = system(report);
    let mut attack = Attack::default();
    let mut bounds: Vec<Option<(i64, Option<i64>)>> = vec![None; system.places.len()];
    let mut failed: Vec<Option<Failed>> = vec![None; system.places.len()];
    // A reader tries the strongest reading first; where it contradicts itself, it was no equation.
    for (with_assumed, with_caps) in [(true, true), (false, true), (false, false)] {
        for part in components(&system, with_assumed) {
            let open = |&v: &usize| bounds[v].is_none() && failed[v] != Some(Failed::GaveUp);
            if part.is_empty() || !part.iter().any(open) {
                continue;
            }
            match solve(&system, &part, with_assumed, with_caps) {
                Ok(solved) => {
                    for (variable, bound) in part.into_iter().zip(solved) {
                        bounds[variable].get_or_insert(bound);
                        failed[variable] = None;
                    }
                }
                Err(why) => part.iter().for_each(|&v| failed[v] = Some(why)),
            }
        }
    }
    for (variable, &(t, row, column)) in system.places.iter().enumerate() {
        match (bounds[variable], failed[variable]) {
            (Some((least, most)), _) => {
                attack.found.push(Interval { table: report.tables[t].id.clone(), row, column, least, most });
            }
            (None, Some(Failed::Contradiction)) => attack.contradictory.push((t, row, column)),
            (None, _) => attack.unsolved.push((t, row, column)),
        }
    }
    attack
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Failed {
    Contradiction,
    GaveUp,
}

fn equations(system: &System, assumed: bool) -> impl Iterator<Item = &Equation> {
    system.equations.iter().chain(system.assumed.iter().filter(move |_| assumed))
}

/// Unknowns that equations join, in order of their first member.
fn components(system: &System, assumed: bool) -> Vec<Vec<usize>> {
    let mut group: Vec<usize> = (0..system.places.len()).collect();
    loop {
        let mut changed = false;
        for equation in equations(system, assumed) {
            let least = equation.terms.iter().map(|&(v, _)| group[v]).min();
            for &(v, _) in &equation.terms {
                if let Some(least) = least.filter(|&l| l != group[v]) {
                    group[v] = least;
                    changed = true;
                }
            }
        }
        if !changed {
            break;
        }
    }
    let mut parts = vec![Vec::new(); system.places.len()];
    for (v, &g) in group.iter().enumerate() {
        parts[g].push(v);
    }
    parts.retain(|p: &Vec<usize>| !p.is_empty());
    parts
}

/// One component with variables shifted so that each starts at zero.
#[derive(Clone)]
struct Problem {
    rows: Vec<Row>,
    /// Further limits: variable, sign of its slack (+1: at most, −1: at least), bound.
    limits: Vec<(usize, i128, i128)>,
    variables: usize,
    /// A feasible point from an earlier question; void once a limit is added.
    ready: Option<Tableau>,
}

impl Problem {
    fn limit(&mut self, limits: impl IntoIterator<Item = (usize, i128, i128)>) {
        self.limits.extend(limits);
        self.ready = None;
    }

    fn minimise(&mut self, variable: usize, sign: i128) -> Outcome {
        let mut tableau = match self.ready.take() {
            Some(ready) => ready,
            None => match self.tableau() {
                Ok(tableau) => tableau,
                Err(outcome) => return outcome,
            },
        };
        let outcome = tableau.minimise(variable, sign);
        if outcome != Outcome::GaveUp {
            self.ready = Some(tableau);
        }
        outcome
    }

    fn tableau(&self) -> Result<Tableau, Outcome> {
        let mut rows = self.rows.clone();
        for (index, &(variable, slack, bound)) in self.limits.iter().enumerate() {
            rows.push(Row { terms: vec![(variable, 1), (self.variables + index, slack)], constant: bound });
        }
        Tableau::feasible(self.variables + self.limits.len(), &rows)
    }
}

type Bound = (i64, Option<i64>);

fn solve(system: &System, part: &[usize], assumed: bool, caps: bool) -> Result<Vec<Bound>, Failed> {
    let place = |v: usize| part.iter().position(|&p| p == v);
    let mut rows = Vec::new();
    for equation in equations(system, assumed) {
        if equation.terms.first().is_some_and(|&(v, _)| part.contains(&v)) {
            let shift: i64 = equation.terms.iter().map(|&(v, sign)| sign * system.least[v]).sum();
            let terms = equation.terms.iter().filter_map(|&(v, sign)| Some((place(v)?, i128::from(sign))));
            rows.push(Row { terms: terms.collect(), constant: i128::from(equation.constant - shift) });
        }
    }
    let most = |v: usize| system.most[v].filter(|_| caps).map(|m| i128::from(m - system.least[v]));
    let most: Vec<Option<i128>> = part.iter().map(|&v| most(v)).collect();
    if most.iter().flatten().any(|&m| m < 0) {
        return Err(Failed::Contradiction);
    }
    let mut problem = Problem { rows, limits: Vec::new(), variables: part.len(), ready: None };
    let mut bounds = Vec::new();
    for (index, &v) in part.iter().enumerate() {
        let mut best = |sign| optimum(&mut problem, &most, index, sign);
        let low = best(1)?.ok_or(Failed::GaveUp)?;
        let high = best(-1)?;
        let least = system.least[v];
        let whole = |n: i128| i64::try_from(n).map_err(|_| Failed::GaveUp);
        let shifted = |n: i128| whole(n)?.checked_add(least).ok_or(Failed::GaveUp);
        bounds.push((shifted(low)?, high.map(shifted).transpose()?));
    }
    Ok(bounds)
}

const BRANCHES: usize = 400;

/// Best whole value of a variable; `None` where there is no limit.
fn optimum(
    problem: &mut Problem,
    most: &[Option<i128>],
    variable: usize,
    sign: i128,
) -> Result<Option<i128>, Failed> {
    let mut budget = BRANCHES;
    loop {
        match problem.minimise(variable, sign) {
            Outcome::Unbounded => match most[variable] {
                Some(bound) if !problem.limits.contains(&(variable, 1, bound)) => {
                    problem.limit([(variable, 1, bound)]);
                }
                _ => return Ok(None),
            },
            Outcome::Best { point, denominator } => {
                // A bound too large to compare with is not broken: its point would be larger still.
                let broken: Vec<(usize, i128, i128)> = (0..problem.variables)
                    .filter_map(|v| Some((v, 1, most[v]?)))
                    .filter(|&(v, _, bound)| {
                        bound.checked_mul(denominator).is_some_and(|most| point[v] > most)
                    })
                    .collect();
                if broken.is_empty() {
                    return branch(problem, variable, sign, &point, denominator, &mut budget);
                }
                problem.limit(broken);
            }
            other => return Err(failure(other)),
        }
    }
}

fn failure(outcome: Outcome) -> Failed {
    if outcome == Outcome::Infeasible { Failed::Contradiction } else { Failed::GaveUp }
}

/// Makes a best point whole by splitting on a variable that is not.
fn branch(
    problem: &Problem,
    variable: usize,
    sign: i128,
    point: &[i128],
    denominator: i128,
    budget: &mut usize,
) -> Result<Option<i128>, Failed> {
    let Some(split) = (0..problem.variables).find(|&v| point[v] % denominator != 0) else {
        return Ok(Some(point[variable] / denominator));
    };
    let floor = point[split].div_euclid(denominator);
    let mut best: Option<i128> = None;
    for (slack, bound) in [(1, floor), (-1, floor + 1)] {
        *budget = budget.checked_sub(1).ok_or(Failed::GaveUp)?;
        let mut half = problem.clone();
        half.limit([(split, slack, bound)]);
        let found = match half.minimise(variable, sign) {
            Outcome::Infeasible => continue,
            Outcome::Unbounded => return Ok(None),
            Outcome::Best { point, denominator } => {
                match branch(&half, variable, sign, &point, denominator, budget) {
                    Err(Failed::Contradiction) => continue,
                    other => other?,
                }
            }
            Outcome::GaveUp => return Err(Failed::GaveUp),
        };
        let Some(found) = found else { return Ok(None) };
        if best.is_none_or(|b| sign * found < sign * b) {
            best = Some(found);
        }
    }
    best.map(Some).ok_or(Failed::Contradiction)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn system_of(least: &[i64], equations: &[(&[(usize, i64)], i64)]) -> System {
        System {
            places: (0..least.len()).map(|c| (0, 0, c)).collect(),
            least: least.to_vec(),
            most: vec![None; least.len()],
            equations: equations
                .iter()
                .map(|&(terms, constant)| Equation { terms: terms.to_vec(), constant })
                .collect(),
            assumed: Vec::new(),
        }
    }

    #[test]
    fn a_half_is_no_number_of_persons() {
        // a + b = b + c = c + a = 3 has one solution, and it is not whole.
        let ring: [(&[(usize, i64)], i64); 3] =
            [(&[(0, 1), (1, 1)], 3), (&[(1, 1), (2, 1)], 3), (&[(2, 1), (0, 1)], 3)];
        let solved = solve(&system_of(&[0, 0, 0], &ring), &[0, 1, 2], false, false);
        assert_eq!(solved, Err(Failed::Contradiction));
    }

    #[test]
    fn bounds_are_whole_where_the_continuous_ones_are_not() {
        // 2a + 2b + d = 7: continuously a reaches 3.5, in whole persons 3.
        let twice: [(&[(usize, i64)], i64); 1] = [(&[(0, 2), (1, 2), (2, 1)], 7)];
        let solved = solve(&system_of(&[0, 0, 0], &twice), &[0, 1, 2], false, false);
        assert_eq!(solved, Ok(vec![(0, Some(3)), (0, Some(3)), (1, Some(7))]));
    }

    #[test]
    fn a_cell_no_equation_holds_has_no_upper_limit() {
        let solved = solve(&system_of(&[1], &[]), &[0], false, false);
        assert_eq!(solved, Ok(vec![(1, None)]));
    }
}
