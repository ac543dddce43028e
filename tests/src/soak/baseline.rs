//! What the common tools do: hide the small cells of the finest table, then others until nothing can be worked out,
//! and never coarsen (primary and complementary suppression, as in sdcTable and τ-ARGUS). A table that the attacker still
//! objects to is not published. Each table stands alone, which is easier than what the product has to meet.

use disclosure::{Headline, Kind, Shown, Table};
use serde_json::{Value, json};

/// Cells of the finest form as this way would print them, or `None` where it cannot.
pub fn suppressed(table: &Table, k: u64, headline: Headline) -> Option<Vec<Vec<Shown>>> {
    let mut shown: Vec<Vec<Shown>> = table
        .cells
        .iter()
        .map(|row| row.iter().map(|c| c.value.map_or(Shown::NotApplicable, Shown::Number)).collect())
        .collect();
    let guarded = matches!(table.kind, Kind::Persons | Kind::Sensitive);
    let corner = (table.rows.len() - 1, table.columns.len() - 1);
    for cell in shown.iter_mut().flatten() {
        if matches!(cell, Shown::Number(n) if guarded && *n > 0 && *n < k) {
            *cell = Shown::Hidden;
        }
    }
    if shown[corner.0][corner.1] == Shown::Hidden {
        return None;
    }
    for _ in 0..shown.len() * shown[0].len() {
        let published = printed(table, &shown, k, headline);
        let found = audit::audit(&published.to_string()).ok()?;
        let place = found.iter().find_map(|f| f.row.zip(f.column));
        let Some((row, column)) = place else { return found.is_empty().then_some(shown) };
        // The smallest shown cell of the same row or column, inner cells first.
        let beside = |&(r, c): &(usize, usize)| (r == row) != (c == column) || (r, c) == (row, column);
        let all = (0..shown.len()).flat_map(|r| (0..shown[0].len()).map(move |c| (r, c)));
        let number = |(r, c): (usize, usize)| match shown[r][c] {
            Shown::Number(n) if n > 0 && (r, c) != corner => Some(n),
            _ => None,
        };
        let margin = |(r, c): (usize, usize)| {
            (table.total_row && r == corner.0) || (table.total_column && c == corner.1)
        };
        let next = all.filter(beside).filter_map(|p| Some((margin(p), number(p)?, p))).min()?;
        shown[next.2.0][next.2.1] = Shown::Hidden;
    }
    None
}

fn printed(table: &Table, cells: &[Vec<Shown>], k: u64, headline: Headline) -> Value {
    json!({
        "level": "baseline", "k": k, "fiscal_year": 2025, "headline": headline, "withheld": [],
        "tables": [{
            "id": table.id, "kind": table.kind, "additive": table.additive, "column_types": table.column_types,
            "rows": table.rows, "columns": table.columns, "total_row": table.total_row,
            "total_column": table.total_column, "cells": cells,
        }],
    })
}
