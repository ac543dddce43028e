//! 事前課題シート and 一枚概要: published cells and short texts that were written for them.

use super::month::points;
use super::{Made, hours};
use report::{ChartKind, Key, Leaflet, Network, NetworkBox, Part};

/// Key figures that count persons, at the head of the others: a row.
const PERSONS: usize = 4;

impl<'a> Made<'a> {
    /// 取組の経過／強み／課題／方針と役割・期限／指標. While nothing is written it is a form to fill in by hand. The course of
    /// the year says what its figures say until somebody writes it.
    pub(super) fn agenda(&self) -> Leaflet<'a> {
        let mut persons = self.year_figures();
        let work = persons.split_off(PERSONS.min(persons.len()));
        let mut parts = vec![Part::Figures(persons)];
        if !self.text("progress").is_empty() {
            parts.push(Part::IfRoom(Box::new(Part::Figures(work))));
        }
        let written = self.snapshot.plan.shown().any(|(outline, _)| !self.text(outline.key).is_empty());
        for (outline, title) in self.snapshot.plan.shown() {
            let text = self.text(outline.key);
            let text = if text.is_empty() && outline.key == "progress" { self.course() } else { text };
            let part = match (text.is_empty(), written) {
                (false, _) => Part::Text(points(&text)),
                (true, true) => continue,
                (true, false) => {
                    let guide = words::ja(&format!("report.guide.{}", outline.key));
                    Part::Lines(guide, outline.room.0)
                }
            };
            parts.extend([Part::Heading(title.to_owned()), part]);
        }
        let notes = self.suppression_note().into_iter().collect();
        Leaflet { notes, ..self.leaflet(parts) }
    }

    /// The year's work in sentences made from published cells.
    fn course(&self) -> String {
        let keys =
            ["individual", "programme", "hospitals", "briefings", "networks", "training", "information"];
        let said: Vec<String> = keys.iter().filter_map(|key| self.sentence(key, "")).collect();
        said.join("\n")
    }

    /// The year in one picture.
    pub(super) fn overview(&self) -> Leaflet<'a> {
        let word = |key: &str| words::ja(&format!("report.network.{key}"));
        let say = |key: &str, values: &[(&str, Option<String>)]| {
            let known: Option<Vec<(&str, &str)>> =
                values.iter().map(|(name, value)| Some((*name, value.as_deref()?))).collect();
            known.map(|known| words::fill(&word(key), &known))
        };
        let count = |id: &str, caption: &str| self.total(id, caption).map(|n| n.to_string());
        let boxed = |key: &str, figures: Vec<Option<String>>| NetworkBox {
            title: word(key),
            figures: figures.into_iter().flatten().collect(),
            text: self.text(&format!("box_{key}")),
        };
        let head = self.released.headline();
        let people = self.snapshot.settings.style.beside_figure();
        let persons = |n: u64| Some(format!("{n}{people}"));
        let contacts = count("3", "total");
        let time = self.total("3", "column.hours").map(hours);
        let centre = NetworkBox {
            title: words::ja("report.coordinator"),
            figures: [
                say(
                    "persons",
                    &[("active", persons(head.active)), ("discharged", Some(head.discharged.to_string()))],
                ),
                say("contacts", &[("contacts", contacts), ("hours", time)]),
            ]
            .into_iter()
            .flatten()
            .collect(),
            text: String::new(),
        };
        let sessions = self.rows("16");
        let meetings = self.total("19", "column.times").or_else(|| self.rows("19"));
        let around = [
            boxed(
                "hospital",
                vec![
                    say(
                        "visits",
                        &[
                            ("days", count("17", "column.visit_days")),
                            ("times", count("17", "column.interviews")),
                        ],
                    ),
                    say("sessions", &[("n", sessions.map(|n| n.to_string()))]),
                ],
            ),
            boxed(
                "consultation",
                vec![say("support", &[("n", count("21", "total"))]), self.of_counterpart("support")],
            ),
            boxed(
                "municipality",
                vec![
                    say("meetings", &[("n", meetings.map(|n| n.to_string()))]),
                    self.of_counterpart("municipality"),
                ],
            ),
            boxed("peer", vec![say("peers", &[("n", self.peer_sessions())])]),
        ];
        let mut parts = Vec::new();
        let message = self.text("message");
        if !message.is_empty() {
            parts.push(Part::Text(message));
        }
        parts.push(Part::Network(Box::new(Network { centre, around })));
        // The boxes tell the work.
        let persons = self.year_figures().into_iter().take(PERSONS).collect();
        parts.push(Part::Figures(persons));
        let with = Part::TableWithChart("4".to_owned(), ChartKind::Counterparts);
        parts.push(Part::IfRoom(Box::new(with)));
        let notes = self.suppression_note().into_iter().collect();
        Leaflet { notes, ..self.leaflet(parts) }
    }

    /// Contacts with one counterpart, as published.
    fn of_counterpart(&self, code: &str) -> Option<String> {
        let table = self.released.table("4")?;
        let caption = domain::vocabulary::Counterpart::from_code(code)?.ja();
        let row = table.rows().iter().position(|r| r == caption)?;
        let n = super::number(*table.cells().get(row)?.first()?)?;
        Some(words::fill(&words::ja("report.network.with"), &[("n", &n.to_string())]))
    }

    /// Sessions in which peers took part.
    fn peer_sessions(&self) -> Option<String> {
        let table = self.released.table("23")?;
        super::number(*table.cells().first()?.first()?).map(|n| n.to_string())
    }

    /// The year at a glance.
    fn year_figures(&self) -> Vec<Key> {
        let people = self.snapshot.settings.style.beside_figure();
        report::key_figures(self.released, &self.active_label(), &people)
    }
}
