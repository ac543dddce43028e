//! Whole-number answers to small systems of equations. The solver only proposes; what it says counts only after its
//! whole numbers have been put into every equation.

use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOptions};

/// Branches after which a question stays unanswered: a budget in steps, so that the same data give the same bytes.
const BRANCHES: u64 = 60;

/// `sum of factor × unknown = constant`.
pub(crate) type Equation = (Vec<(usize, i64)>, i64);

/// A system with limits and a price for each unknown.
pub(crate) struct System<'a> {
    /// Least and greatest value of each unknown.
    pub limits: &'a [(i64, i64)],
    /// Equations between them.
    pub equations: &'a [Equation],
    /// What one unit costs.
    pub prices: &'a [i64],
}

impl System<'_> {
    /// The cheapest point of whole numbers, or `None` where there is none or none was found in time.
    pub fn cheapest(&self) -> Option<Vec<i64>> {
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let mut unknowns = Vec::with_capacity(self.limits.len());
        for (&(least, most), &price) in self.limits.iter().zip(self.prices) {
            let limits = (i32::try_from(least).ok()?, i32::try_from(most).ok()?);
            if limits.0 > limits.1 {
                return None;
            }
            #[allow(clippy::cast_precision_loss, reason = "prices are small whole numbers")]
            unknowns.push(problem.add_integer_var(price as f64, limits));
        }
        for (terms, constant) in self.equations {
            #[allow(clippy::cast_precision_loss, reason = "counts of persons are small whole numbers")]
            let row: Vec<_> = terms.iter().map(|&(v, factor)| (unknowns[v], factor as f64)).collect();
            #[allow(clippy::cast_precision_loss, reason = "counts of persons are small whole numbers")]
            problem.add_constraint(row, ComparisonOp::Eq, *constant as f64);
        }
        let mut options = SolveOptions::default();
        options.node_limit = Some(BRANCHES);
        let outcome = problem.solve_with(options).ok()?;
        let solution = outcome.solution()?;
        #[allow(clippy::cast_possible_truncation, reason = "limits are those of i32")]
        let point: Vec<i64> = unknowns.iter().map(|&v| solution.var_value(v).round() as i64).collect();
        self.holds(&point).then_some(point)
    }

    /// Every limit and every equation holds, in whole numbers.
    fn holds(&self, point: &[i64]) -> bool {
        point.iter().zip(self.limits).all(|(n, (least, most))| least <= n && n <= most)
            && self.equations.iter().all(|(terms, constant)| {
                terms.iter().map(|&(v, factor)| factor * point[v]).sum::<i64>() == *constant
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_persons_are_no_answer() {
        // a + b = b + c = c + a = 3 has one point, and it is not whole.
        let ring: Vec<Equation> =
            vec![(vec![(0, 1), (1, 1)], 3), (vec![(1, 1), (2, 1)], 3), (vec![(2, 1), (0, 1)], 3)];
        let limits = [(0, 9); 3];
        assert_eq!(System { limits: &limits, equations: &ring, prices: &[1, 0, 0] }.cheapest(), None);
        let even: Vec<Equation> = vec![(vec![(0, 2), (1, 2), (2, 1)], 7)];
        let point = System { limits: &limits, equations: &even, prices: &[-1, 0, 0] }.cheapest();
        assert_eq!(point.map(|p| p[0]), Some(3), "continuously 3.5");
    }
}
