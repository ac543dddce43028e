//! A table with its margins as a circulation: one arc per cell, one node per line.
//!
//! What flows into a node flows out of it, so additivity is conservation. Moving an amount round a cycle of hidden
//! cells changes no printed number; how far a hidden cell can move is a maximum flow, and the cheapest way to let it
//! move is a shortest path. Network matrices are totally unimodular, so these bounds are the integer bounds.

use std::collections::VecDeque;

/// Stands for no upper limit.
pub(crate) const UNBOUNDED: i64 = 1 << 40;

/// One cell, or a margin that is not printed.
#[derive(Clone, Debug)]
pub(crate) struct Arc {
    pub from: usize,
    pub to: usize,
    pub value: i64,
    /// Least and greatest value a reader has to reckon with when the cell is hidden.
    pub least: i64,
    pub most: i64,
    /// Row and column; `None` for a margin that the table does not have.
    pub cell: Option<(usize, usize)>,
    /// Price of hiding it.
    pub price: i64,
    /// May never be hidden.
    pub locked: bool,
    pub hidden: bool,
}

/// Which way a cell is to move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    Up,
    Down,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Network {
    pub arcs: Vec<Arc>,
    beside: Vec<Vec<usize>>,
}

impl Network {
    pub fn node(&mut self) -> usize {
        self.beside.push(Vec::new());
        self.beside.len() - 1
    }

    pub fn add(&mut self, arc: Arc) {
        let index = self.arcs.len();
        self.beside[arc.from].push(index);
        if arc.to != arc.from {
            self.beside[arc.to].push(index);
        }
        self.arcs.push(arc);
    }

    pub fn arc_of(&self, cell: (usize, usize)) -> Option<usize> {
        self.arcs.iter().position(|arc| arc.cell == Some(cell))
    }

    /// Moves one hidden arc as far as `limit` allows and gives how far, and the change of every arc.
    pub fn swing(&self, index: usize, way: Way, limit: i64) -> (i64, Vec<i64>) {
        let arc = &self.arcs[index];
        let room = match way {
            Way::Up => arc.most - arc.value,
            Way::Down => arc.value - arc.least,
        };
        let limit = limit.min(room).max(0);
        let (start, goal) = ends(arc, way);
        let mut change = vec![0i64; self.arcs.len()];
        let mut moved = 0;
        while moved < limit {
            if start == goal {
                moved = limit;
                break;
            }
            let Some(path) = self.augmenting(index, start, goal, &change) else { break };
            let least = path.iter().map(|&(a, forward)| self.room(a, forward, &change)).min().unwrap_or(0);
            let step = least.min(limit - moved);
            if step == 0 {
                break;
            }
            for (a, forward) in path {
                change[a] += if forward { step } else { -step };
            }
            moved += step;
        }
        change[index] = if way == Way::Up { moved } else { -moved };
        (moved, change)
    }

    fn room(&self, index: usize, forward: bool, change: &[i64]) -> i64 {
        let arc = &self.arcs[index];
        if !arc.hidden {
            return 0;
        }
        let now = arc.value + change[index];
        if forward { arc.most - now } else { now - arc.least }
    }

    fn augmenting(
        &self,
        without: usize,
        start: usize,
        goal: usize,
        change: &[i64],
    ) -> Option<Vec<(usize, bool)>> {
        let mut came: Vec<Option<(usize, usize, bool)>> = vec![None; self.beside.len()];
        let mut seen = vec![false; self.beside.len()];
        let mut queue = VecDeque::from([start]);
        seen[start] = true;
        while let Some(node) = queue.pop_front() {
            if node == goal {
                return Some(trace(&came, start, goal));
            }
            for &a in &self.beside[node] {
                let forward = self.arcs[a].from == node;
                let next = if forward { self.arcs[a].to } else { self.arcs[a].from };
                if a != without && !seen[next] && self.room(a, forward, change) > 0 {
                    seen[next] = true;
                    came[next] = Some((node, a, forward));
                    queue.push_back(next);
                }
            }
        }
        None
    }

    /// The cheapest cycle on which a cell can move by `amount`: its price and the cells it would newly hide.
    pub fn cheapest(&self, index: usize, way: Way, amount: i64) -> Option<(i64, Vec<usize>)> {
        let arc = &self.arcs[index];
        let room = match way {
            Way::Up => arc.most - arc.value,
            Way::Down => arc.value - arc.least,
        };
        if room < amount {
            return None;
        }
        let (start, goal) = ends(arc, way);
        let nodes = self.beside.len();
        let mut price = vec![i64::MAX; nodes];
        let mut done = vec![false; nodes];
        let mut came: Vec<Option<(usize, usize, bool)>> = vec![None; nodes];
        price[start] = 0;
        loop {
            let node =
                (0..nodes).filter(|&n| !done[n] && price[n] < i64::MAX).min_by_key(|&n| (price[n], n))?;
            if node == goal {
                break;
            }
            done[node] = true;
            for &a in &self.beside[node] {
                let forward = self.arcs[a].from == node;
                let next = if forward { self.arcs[a].to } else { self.arcs[a].from };
                if a == index || done[next] || !self.carries(a, forward, amount) {
                    continue;
                }
                let reached = price[node] + if self.arcs[a].hidden { 0 } else { self.arcs[a].price };
                if reached < price[next] {
                    price[next] = reached;
                    came[next] = Some((node, a, forward));
                }
            }
        }
        let new = trace(&came, start, goal).into_iter().map(|(a, _)| a).filter(|&a| !self.arcs[a].hidden);
        Some((price[goal], new.collect()))
    }

    fn carries(&self, index: usize, forward: bool, amount: i64) -> bool {
        let arc = &self.arcs[index];
        let usable = arc.hidden || (!arc.locked && arc.value > 0);
        usable && if forward { arc.most - arc.value >= amount } else { arc.value - arc.least >= amount }
    }
}

/// To raise an arc the rest must carry from its head back to its tail, and the other way round to lower it.
fn ends(arc: &Arc, way: Way) -> (usize, usize) {
    match way {
        Way::Up => (arc.to, arc.from),
        Way::Down => (arc.from, arc.to),
    }
}

fn trace(came: &[Option<(usize, usize, bool)>], start: usize, goal: usize) -> Vec<(usize, bool)> {
    let mut path = Vec::new();
    let mut node = goal;
    while node != start {
        let Some((before, arc, forward)) = came[node] else { break };
        path.push((arc, forward));
        node = before;
    }
    path.reverse();
    path
}
