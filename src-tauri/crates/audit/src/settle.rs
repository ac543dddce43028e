//! What follows without any solver: equations with one unknown left, and which unknowns hang together.

use crate::equations::{Equation, System};

/// What is known of each unknown.
pub(crate) type Values = Vec<Option<i64>>;

/// Works out what equations with one unknown say, over and over. An assumption that contradicts what is known was
/// none: it falls, and the work begins anew without it.
pub(crate) fn settle(system: &System, used: &mut [bool]) -> (Values, Vec<Vec<usize>>) {
    'anew: loop {
        let mut values: Values = system.unknowns.iter().map(|u| u.shown).collect();
        let mut because: Vec<Vec<usize>> = vec![Vec::new(); values.len()];
        let mut open: Vec<usize> = (0..system.equations.len()).filter(|&e| used[e]).collect();
        // What is certain speaks first.
        open.sort_by_key(|&e| system.equations[e].assumed);
        loop {
            let mut changed = false;
            let mut rest = Vec::new();
            for e in open {
                let equation = &system.equations[e];
                let (unknown, constant) = open_terms(equation, &values);
                match unknown.as_slice() {
                    [] if constant != 0 && equation.assumed => {
                        used[e] = false;
                        continue 'anew;
                    }
                    [] => {}
                    &[(v, factor)] => {
                        let u = &system.unknowns[v];
                        let value = constant / factor;
                        let fits = constant % factor == 0 && value >= u.least;
                        if fits && (!equation.assumed || u.most.is_none_or(|most| value <= most)) {
                            values[v] = Some(value);
                            because[v].push(e);
                            changed = true;
                        } else if equation.assumed {
                            used[e] = false;
                            continue 'anew;
                        }
                    }
                    _ => rest.push(e),
                }
            }
            open = rest;
            if !changed {
                return (values, because);
            }
        }
    }
}

/// The terms of an equation that are not known yet, and the constant they sum to.
pub(crate) fn open_terms(equation: &Equation, values: &Values) -> (Vec<(usize, i64)>, i64) {
    let mut constant = equation.constant;
    let mut open = Vec::new();
    for &(v, factor) in &equation.terms {
        match values[v] {
            Some(n) => constant -= factor * n,
            None => open.push((v, factor)),
        }
    }
    (open, constant)
}

/// Open unknowns that equations join, in order of their first member.
pub(crate) fn components(system: &System, values: &Values, used: &[bool]) -> Vec<Vec<usize>> {
    let mut group: Vec<usize> = (0..values.len()).collect();
    fn head(group: &mut [usize], v: usize) -> usize {
        let mut at = v;
        while group[at] != at {
            group[at] = group[group[at]];
            at = group[at];
        }
        at
    }
    for (equation, _) in system.equations.iter().zip(used).filter(|(_, used)| **used) {
        let mut open = equation.terms.iter().filter(|(v, _)| values[*v].is_none()).map(|(v, _)| *v);
        if let Some(first) = open.next() {
            for other in open {
                let (a, b) = (head(&mut group, first), head(&mut group, other));
                group[a.max(b)] = a.min(b);
            }
        }
    }
    let mut parts = vec![Vec::new(); values.len()];
    for v in (0..values.len()).filter(|&v| values[v].is_none()) {
        let head = head(&mut group, v);
        parts[head].push(v);
    }
    parts.retain(|p: &Vec<usize>| !p.is_empty());
    parts
}
