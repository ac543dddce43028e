//! The chapters of the report of a year: their sections, and which tables and charts stand in which.
//!
//! A section without a text prints its tables and one neutral sentence made from published cells, or nothing.

use super::{Made, hours};
use crate::reports::plan::Outline;
use report::{Chapter, Section};

impl Made<'_> {
    /// The chapters that have something to say, in the order of the user's plan.
    pub(super) fn chapters(&self, end: &str) -> Vec<Chapter> {
        let mut chapters: Vec<(&str, Vec<Section>)> = Vec::new();
        for (outline, title) in self.snapshot.plan.shown() {
            let at = chapters.iter().position(|(key, _)| *key == outline.chapter);
            let number = at.map_or(0, |at| chapters[at].1.len()) + 1;
            let Some(section) = self.section(outline, title, number, end) else { continue };
            match at {
                Some(at) => chapters[at].1.push(section),
                None => chapters.push((outline.chapter, vec![section])),
            }
        }
        let numbered =
            |n: usize| words::fill(&words::ja("report.chapter.number"), &[("n", &(n + 1).to_string())]);
        chapters
            .into_iter()
            .enumerate()
            .map(|(n, (key, sections))| Chapter {
                number: numbered(n),
                title: words::ja(&format!("report.chapter.{key}")),
                sections,
            })
            .collect()
    }

    fn section(&self, outline: &Outline, title: &str, number: usize, end: &str) -> Option<Section> {
        let written = Some(self.text(outline.key)).filter(|text| !text.is_empty());
        let text = written.or_else(|| self.sentence(outline.key, end)).unwrap_or_default();
        let tables: Vec<String> =
            outline.tables.iter().filter(|id| self.holds(id)).map(|id| (*id).to_owned()).collect();
        (!text.is_empty() || !tables.is_empty()).then(|| Section {
            number: number.to_string(),
            title: title.to_owned(),
            text,
            tables,
            charts: outline.charts.to_vec(),
        })
    }

    /// Rows above the total.
    pub(super) fn rows(&self, id: &str) -> Option<u64> {
        let table = self.released.table(id)?;
        u64::try_from(table.rows().len() - usize::from(*table.total_row())).ok()
    }

    /// One neutral sentence from published cells.
    pub(super) fn sentence(&self, key: &str, end: &str) -> Option<String> {
        let headline = self.released.headline();
        let count = |id: &str, caption: &str| self.total(id, caption).map(|n| n.to_string());
        let people = self.snapshot.settings.style.in_sentence();
        let values: Vec<(&str, String)> = match key {
            "individual" => {
                vec![("contacts", count("3", "total")?), ("hours", hours(self.total("3", "column.hours")?))]
            }
            "programme" => {
                vec![
                    ("times", self.rows("16")?.to_string()),
                    ("attended", count("16", "column.attended")?),
                    ("people", people),
                ]
            }
            "hospitals" => vec![
                ("days", count("17", "column.visit_days")?),
                ("interviews", count("17", "column.interviews")?),
            ],
            "networks" => {
                let times = self.total("19", "column.times").or_else(|| self.rows("19"))?;
                vec![("times", times.to_string()), ("hours", hours(self.total("19", "column.hours")?))]
            }
            "training" => vec![
                ("times", self.rows("20")?.to_string()),
                ("participants", count("20", "column.participants")?),
                ("people", people),
            ],
            "information" => vec![("pieces", count("24", "column.pieces")?)],
            "briefings" => vec![("times", count("21", "total")?)],
            "results" if !self.released.tells_totals() => return None,
            "results" => vec![
                ("people", people),
                ("day", end.to_owned()),
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
}
