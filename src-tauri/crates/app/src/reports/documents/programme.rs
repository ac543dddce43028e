//! 退院プログラム報告: aim, sessions without names, voices that were written for the report, the next term.

use super::Made;
use domain::vocabulary::OrganiserRole;
use report::{Leaflet, Part};

impl<'a> Made<'a> {
    /// The report of one programme.
    pub(super) fn programme(&self) -> Leaflet<'a> {
        let mut parts = Vec::new();
        let facts = self.programme_facts();
        if !facts.is_empty() {
            parts.push(Part::Heading(words::ja("report.programme.outline")));
            parts.push(Part::Facts(facts));
        }
        for (outline, title) in self.snapshot.plan.shown() {
            let text = self.text(outline.key);
            let tables: Vec<&str> = outline.tables.iter().copied().filter(|id| self.holds(id)).collect();
            if text.is_empty() && tables.is_empty() {
                continue;
            }
            parts.push(Part::Heading(title.to_owned()));
            if !text.is_empty() {
                parts.push(Part::Text(text));
            }
            parts.extend(tables.into_iter().map(|id| Part::Table(id.to_owned())));
            // A drawing of the figures above it is not worth a page of its own.
            parts.extend(outline.charts.iter().map(|chart| Part::IfRoom(Box::new(Part::Chart(*chart)))));
        }
        self.leaflet(parts)
    }

    /// Name, hosts and sessions, as this reader may know them. A programme's name leaves the office only where its
    /// hospital may be known.
    fn programme_facts(&self) -> Vec<(String, String)> {
        let Some(programme) = &self.snapshot.programme else { return Vec::new() };
        let named = self.request.level.names_hospitals();
        let word = |key: &str| words::ja(&format!("report.programme.{key}"));
        let fact = |key: &str, value: String| (word(key), value);
        let mut facts = Vec::new();
        if named {
            facts.push(fact("name", programme.name.clone()));
        }
        for role in
            [Some(OrganiserRole::Host), Some(OrganiserRole::CoHost), Some(OrganiserRole::Cooperate), None]
        {
            let hosts = programme.organisers.iter().filter(|(of, ..)| *of == role);
            let mut names: Vec<String> = hosts
                .map(|(_, name, kind)| match kind {
                    Some(kind) if !named => kind.ja().to_owned(),
                    _ if named => name.clone(),
                    _ => words::ja("report.row.unknown"),
                })
                .collect();
            names.dedup();
            if !names.is_empty() {
                let key = role.map_or("place", OrganiserRole::code);
                facts.push(fact(key, names.join("・")));
            }
        }
        let held = self.rows("16").unwrap_or(0).to_string();
        let sessions = match programme.planned_sessions {
            Some(planned) => {
                words::fill(&word("sessions_of"), &[("held", &held), ("planned", &planned.to_string())])
            }
            None => words::fill(&word("sessions"), &[("held", &held)]),
        };
        facts.push(fact("held", sessions));
        if let Some(attended) = self.total("16", "column.attended") {
            let people = self.snapshot.settings.style.beside_figure();
            let values = [("n", attended.to_string()), ("people", people)];
            let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
            facts.push(fact("attended", words::fill(&word("in_all"), &values)));
        }
        facts
    }
}
