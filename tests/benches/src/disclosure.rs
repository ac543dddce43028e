//! Reports of small caseloads beside suppression alone in the same run: how long the judges take, and how much is left
//! to read. Suppression alone hides cells of the finest table and never coarsens, as sdcTable and τ-ARGUS do.

use crate::table::Table;
use app::reports::Level;
use susono_tests::soak::released;

/// Caseloads of each level.
const CASELOADS: usize = 200;

pub fn bench(table: &mut Table) {
    for level in [Level::Municipal, Level::Public] {
        let found = released::run(level, 0..CASELOADS, 7);
        let name = level.code();
        let percent = |n: usize| 100.0 * n as f64 / found.caseloads.max(1) as f64;
        let (share, with_marks) = (percent(found.as_much), percent(found.as_much_with_marks));
        let milliseconds = |time: std::time::Duration| time.as_secs_f64() * 1e3;
        table.limit(
            format!("disclosure, {name}: one report, median"),
            "ms",
            milliseconds(found.median()),
            1_000.0,
        );
        table.limit(
            format!("disclosure, {name}: one report, longest"),
            "ms",
            milliseconds(found.longest()),
            5_000.0,
        );
        table.beside(
            format!("disclosure, {name}: bits told about the persons"),
            "bit",
            found.bits.0,
            ("suppression alone", found.bits.1.max(1.0)),
        );
        table.beside(
            format!("disclosure, {name}: the same where tables mostly of ｘ count as told"),
            "bit",
            found.bits_with_marks.0,
            ("suppression alone", found.bits_with_marks.1.max(1.0)),
        );
        table.must(
            format!("disclosure, {name}: tells at least as much as suppression alone"),
            format!("{share:.1} % ({with_marks:.1} % where tables mostly of ｘ count)"),
            "≥ 90 %",
            share.min(with_marks) >= 90.0,
        );
        table.must(
            format!("disclosure, {name}: reports the attacker still objects to"),
            found.refused.to_string(),
            "0",
            found.refused == 0,
        );
    }
}
