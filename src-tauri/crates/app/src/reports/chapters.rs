//! The order of the report: chapters, their sections, and which tables and charts stand in which.
//!
//! A section without a text prints its tables and one neutral sentence made from published cells, or nothing.

use super::sections::title;
use disclosure::{Released, ReleasedTable, Shown};
use report::{Chapter, ChartKind, Section};
use std::collections::BTreeMap;

/// Key of the text, tables, charts.
type Plan = (&'static str, &'static [&'static str], &'static [ChartKind]);

const CHAPTERS: &[(&str, &[Plan])] = &[
    (
        "outline",
        &[("purpose", &[], &[]), ("structure", &[], &[]), ("area", &[], &[]), ("chronicle", &[], &[])],
    ),
    (
        "work",
        &[
            ("individual", &["2", "3", "4"], &[ChartKind::MonthlyContacts, ChartKind::Methods]),
            ("programme", &["16"], &[]),
            ("hospitals", &["17"], &[ChartKind::HospitalVisits]),
            ("briefings", &["21"], &[]),
            ("networks", &["19"], &[]),
            ("training", &["20"], &[ChartKind::Trainings]),
            ("information", &["24"], &[]),
            ("peers", &["23"], &[]),
            ("housing", &["14"], &[]),
        ],
    ),
    (
        "results",
        &[
            (
                "results",
                &["1", "2-2", "2-3", "6", "7", "9", "11", "25"],
                &[ChartKind::Years, ChartKind::Stages, ChartKind::Destinations, ChartKind::Hours],
            ),
            ("relations", &[], &[]),
            ("voices", &[], &[]),
        ],
    ),
    ("issues", &[("issues", &[], &[])]),
    ("policy", &[("policy", &[], &[])]),
];

/// The chapters that have something to say.
pub(super) fn chapters(
    released: &Released,
    texts: &BTreeMap<String, String>,
    year_end: &str,
) -> Vec<Chapter> {
    let mut chapters = Vec::new();
    for (key, plans) in CHAPTERS {
        let mut sections = Vec::new();
        for (section, tables, charts) in *plans {
            let written = texts.get(*section).map(|t| t.trim().to_owned()).filter(|t| !t.is_empty());
            let text = written.or_else(|| sentence(section, released, year_end)).unwrap_or_default();
            let held =
                |id: &str| released.table(id).is_some() || released.withheld().iter().any(|w| w.id == id);
            let tables: Vec<String> =
                tables.iter().filter(|id| held(id)).map(|id| (*id).to_owned()).collect();
            if text.is_empty() && tables.is_empty() {
                continue;
            }
            let charts = charts.to_vec();
            sections.push(Section {
                number: (sections.len() + 1).to_string(),
                title: title(section),
                text,
                tables,
                charts,
            });
        }
        if !sections.is_empty() {
            let number =
                words::fill(&words::ja("report.chapter.number"), &[("n", &(chapters.len() + 1).to_string())]);
            chapters.push(Chapter { number, title: words::ja(&format!("report.chapter.{key}")), sections });
        }
    }
    chapters
}

/// A published number: last row, column of a caption.
fn total(released: &Released, id: &str, caption: &str) -> Option<u64> {
    let table: &ReleasedTable = released.table(id)?;
    let column = table.columns().iter().position(|c| *c == words::ja(&format!("report.{caption}")))?;
    match table.cells().last()?.get(column)? {
        Shown::Number(n) => Some(*n),
        _ => None,
    }
}

/// Rows above the total.
fn rows(released: &Released, id: &str) -> Option<u64> {
    let table = released.table(id)?;
    u64::try_from(table.rows().len() - usize::from(*table.total_row())).ok()
}

/// Minutes as hours with one decimal.
fn hours(minutes: u64) -> String {
    let tenths = (minutes * 10 + 30) / 60;
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// One neutral sentence from published cells.
fn sentence(key: &str, released: &Released, year_end: &str) -> Option<String> {
    let headline = released.headline();
    let count = |id: &str, caption: &str| total(released, id, caption).map(|n| n.to_string());
    let values: Vec<(&str, String)> = match key {
        "individual" => {
            vec![("contacts", count("3", "total")?), ("hours", hours(total(released, "3", "column.hours")?))]
        }
        "programme" => {
            vec![("times", rows(released, "16")?.to_string()), ("attended", count("16", "column.attended")?)]
        }
        "hospitals" => vec![
            ("days", count("17", "column.visit_days")?),
            ("interviews", count("17", "column.interviews")?),
        ],
        "networks" => {
            let times = total(released, "19", "column.times").or_else(|| rows(released, "19"))?;
            vec![("times", times.to_string()), ("hours", hours(total(released, "19", "column.hours")?))]
        }
        "training" => vec![
            ("times", rows(released, "20")?.to_string()),
            ("participants", count("20", "column.participants")?),
        ],
        "information" => vec![("pieces", count("24", "column.pieces")?)],
        "briefings" => vec![("times", count("21", "total")?)],
        "results" => vec![
            ("day", year_end.to_owned()),
            ("active", headline.active.to_string()),
            ("new", headline.new.to_string()),
            ("discharged", headline.discharged.to_string()),
            ("closed", headline.closed.to_string()),
        ],
        _ => return None,
    };
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    Some(words::fill(&words::ja(&format!("report.sentence.{key}")), &values))
}

#[cfg(test)]
mod tests {
    use super::hours;

    #[test]
    fn hours_are_rounded_half_up() {
        assert_eq!([14050, 32025, 0, 3].map(hours), ["234.2", "533.8", "0.0", "0.1"]);
    }
}
