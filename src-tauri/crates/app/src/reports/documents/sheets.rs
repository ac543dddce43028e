//! 事前課題シート and 一枚概要: published cells and short texts that were written for them.

use super::month::points;
use super::{Made, hours};
use report::{Key, Leaflet, Network, NetworkBox, Part};

impl<'a> Made<'a> {
    /// 取組の経過／強み／課題／方針と役割・期限／指標.
    pub(super) fn agenda(&self) -> Leaflet<'a> {
        let mut parts = vec![Part::Figures(self.year_figures())];
        for (outline, title) in self.snapshot.plan.shown() {
            let text = self.text(outline.key);
            if !text.is_empty() {
                parts.push(Part::Heading(title.to_owned()));
                parts.push(Part::Text(points(&text)));
            }
        }
        let notes = self.suppression_note().into_iter().collect();
        Leaflet { notes, ..self.leaflet(parts) }
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
        let sessions = self.released.table("16").map(|t| t.rows().len() - usize::from(*t.total_row()));
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
                    say("meetings", &[("n", count("19", "column.times"))]),
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
        parts.push(Part::Figures(self.year_figures()));
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
        let head = self.released.headline();
        let people = self.snapshot.settings.style.beside_figure();
        let word = |key: &str| words::ja(&format!("report.paper.key.{key}"));
        let persons = [
            ("distinct", head.distinct),
            ("active", head.active),
            ("new", head.new),
            ("discharged", head.discharged),
        ];
        let key =
            |(label, n): (&str, u64)| Key { label: word(label), value: n.to_string(), unit: people.clone() };
        persons.into_iter().map(key).collect()
    }
}
