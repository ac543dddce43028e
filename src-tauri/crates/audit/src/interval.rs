//! The exact integer interval of every hidden cell.
//!
//! Cells that no equation joins are solved apart. Bounds come from exact linear programming; where a best point is
//! not whole, branching makes it so. Limits of single cells enter only when a point breaks them.

use crate::equations::{Equation, System};
use crate::settle::{Values, components, open_terms, settle};
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

/// What the attack worked out about every unknown.
pub(crate) struct Known {
    /// Least and greatest value; `None` where the attack came to no end.
    pub bounds: Vec<Option<Bound>>,
    /// Unknowns whose certain equations contradict each other.
    pub contradictory: Vec<bool>,
    /// The equations that bear on each unknown.
    pub because: Vec<Vec<usize>>,
}

/// Most unknowns of one joined part; a greater one is not proven, which counts as a finding.
const LARGEST_PART: usize = 240;

/// Attacks every unknown of a system.
pub(crate) fn attack(system: &System) -> Known {
    let mut used = vec![true; system.equations.len()];
    let (values, mut because) = settle(system, &mut used);
    let count = system.unknowns.len();
    let mut bounds: Vec<Option<Bound>> = values.iter().map(|v| v.map(|n| (n, Some(n)))).collect();
    let mut contradictory = vec![false; count];
    for part in components(system, &values, &used) {
        let joined: Vec<usize> = part_equations(system, &part, &used);
        for &v in &part {
            because[v].extend(&joined);
        }
        match solve_part(system, &part, &joined, &values) {
            Ok(solved) => part.iter().zip(solved).for_each(|(&v, bound)| bounds[v] = Some(bound)),
            Err(Failed::Contradiction) => part.iter().for_each(|&v| contradictory[v] = true),
            Err(Failed::GaveUp) => {}
        }
    }
    for (v, unknown) in system.unknowns.iter().enumerate() {
        if unknown.unproven && !matches!(bounds[v], Some((least, Some(most))) if least == most) {
            bounds[v] = None;
        }
    }
    Known { bounds, contradictory, because }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Failed {
    Contradiction,
    GaveUp,
}

fn part_equations(system: &System, part: &[usize], used: &[bool]) -> Vec<usize> {
    let inside = |e: &Equation| e.terms.iter().any(|(v, _)| part.binary_search(v).is_ok());
    (0..system.equations.len()).filter(|&e| used[e] && inside(&system.equations[e])).collect()
}

/// A reader tries the strongest reading first; where it contradicts itself, assumptions fall one by one.
fn solve_part(
    system: &System,
    part: &[usize],
    equations: &[usize],
    values: &Values,
) -> Result<Vec<Bound>, Failed> {
    let real = part.iter().any(|&v| system.unknowns[v].guarded || !system.unknowns[v].places.is_empty());
    if !real {
        return Ok(part.iter().map(|&v| (system.unknowns[v].least, None)).collect());
    }
    if part.len() > LARGEST_PART {
        return Err(Failed::GaveUp);
    }
    match solve(system, part, equations, values, true) {
        Err(Failed::Contradiction) => {}
        done => return done,
    }
    for caps in [true, false] {
        let mut kept: Vec<usize> =
            equations.iter().copied().filter(|&e| !system.equations[e].assumed).collect();
        if feasible(system, part, &kept, values, caps)? {
            for &e in equations.iter().filter(|&&e| system.equations[e].assumed) {
                kept.push(e);
                if !feasible(system, part, &kept, values, caps)? {
                    kept.pop();
                }
            }
            match solve(system, part, &kept, values, caps) {
                Err(Failed::Contradiction) => {}
                done => return done,
            }
        }
    }
    Err(Failed::Contradiction)
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

/// Least and greatest value; `None`: no upper limit.
pub(crate) type Bound = (i64, Option<i64>);

fn problem(
    system: &System,
    part: &[usize],
    equations: &[usize],
    values: &Values,
    caps: bool,
) -> Result<(Problem, Vec<Option<i128>>), Failed> {
    let mut rows = Vec::new();
    for &e in equations {
        let (terms, constant) = open_terms(&system.equations[e], values);
        let shift: i64 = terms.iter().map(|&(v, factor)| factor * system.unknowns[v].least).sum();
        let place = |(v, factor): (usize, i64)| Some((part.binary_search(&v).ok()?, i128::from(factor)));
        rows.push(Row {
            terms: terms.into_iter().filter_map(place).collect(),
            constant: i128::from(constant - shift),
        });
    }
    let most = |&v: &usize| {
        let unknown = &system.unknowns[v];
        unknown.most.filter(|_| caps).map(|m| i128::from(m - unknown.least))
    };
    let most: Vec<Option<i128>> = part.iter().map(most).collect();
    if most.iter().flatten().any(|&m| m < 0) {
        return Err(Failed::Contradiction);
    }
    Ok((Problem { rows, limits: Vec::new(), variables: part.len(), ready: None }, most))
}

/// Some point fits, as far as continuous numbers tell.
fn feasible(
    system: &System,
    part: &[usize],
    equations: &[usize],
    values: &Values,
    caps: bool,
) -> Result<bool, Failed> {
    let Ok((mut problem, most)) = problem(system, part, equations, values, caps) else { return Ok(false) };
    problem.limit(most.iter().enumerate().filter_map(|(v, most)| Some((v, 1, (*most)?))));
    match problem.tableau() {
        Ok(_) => Ok(true),
        Err(Outcome::Infeasible) => Ok(false),
        Err(_) => Err(Failed::GaveUp),
    }
}

fn solve(
    system: &System,
    part: &[usize],
    equations: &[usize],
    values: &Values,
    caps: bool,
) -> Result<Vec<Bound>, Failed> {
    let (mut problem, most) = problem(system, part, equations, values, caps)?;
    let mut bounds = Vec::new();
    for (index, &v) in part.iter().enumerate() {
        let unknown = &system.unknowns[v];
        if !unknown.guarded && unknown.places.is_empty() {
            // Nobody asks about the room in an inequality.
            bounds.push((unknown.least, None));
            continue;
        }
        let mut best = |sign| optimum(&mut problem, &most, index, sign);
        let low = best(1)?.ok_or(Failed::GaveUp)?;
        let high = best(-1)?;
        let whole = |n: i128| i64::try_from(n).map_err(|_| Failed::GaveUp);
        let shifted = |n: i128| whole(n)?.checked_add(unknown.least).ok_or(Failed::GaveUp);
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
    use crate::equations::Unknown;

    fn solved(least: &[i64], equations: &[(&[(usize, i64)], i64)]) -> Result<Vec<Bound>, Failed> {
        let place = |c| Unknown { least: least[c], places: vec![(0, 0, c)], ..Unknown::default() };
        let mut system = System { unknowns: (0..least.len()).map(place).collect(), ..System::default() };
        for (terms, constant) in equations {
            system.equate(terms.to_vec(), *constant, false);
        }
        let part: Vec<usize> = (0..least.len()).collect();
        let all: Vec<usize> = (0..equations.len()).collect();
        solve(&system, &part, &all, &vec![None; least.len()], false)
    }

    #[test]
    fn a_half_is_no_number_of_persons() {
        // a + b = b + c = c + a = 3 has one solution, and it is not whole.
        let ring: [(&[(usize, i64)], i64); 3] =
            [(&[(0, 1), (1, 1)], 3), (&[(1, 1), (2, 1)], 3), (&[(2, 1), (0, 1)], 3)];
        assert_eq!(solved(&[0, 0, 0], &ring), Err(Failed::Contradiction));
    }

    #[test]
    fn bounds_are_whole_where_the_continuous_ones_are_not() {
        // 2a + 2b + d = 7: continuously a reaches 3.5, in whole persons 3.
        let twice: [(&[(usize, i64)], i64); 1] = [(&[(0, 2), (1, 2), (2, 1)], 7)];
        assert_eq!(solved(&[0, 0, 0], &twice), Ok(vec![(0, Some(3)), (0, Some(3)), (1, Some(7))]));
    }

    #[test]
    fn a_cell_no_equation_holds_has_no_upper_limit() {
        assert_eq!(solved(&[1], &[]), Ok(vec![(1, None)]));
    }
}
