//! 退院プログラム報告: aim, sessions without names, voices that were written for the report, the next term.

use super::Made;
use super::month::points;
use domain::vocabulary::OrganiserRole;
use report::{Leaflet, Part};

impl<'a> Made<'a> {
    /// The report of one programme.
    pub(super) fn programme(&self) -> Leaflet<'a> {
        let mut parts = Vec::new();
        let facts = self.programme_facts();
        if !facts.is_empty() {
            parts.push(Part::Heading(words::ja("report.programme.outline")));
            parts.push(Part::Text(points(&facts.join("\n"))));
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
            parts.extend(outline.charts.iter().map(|chart| Part::Chart(*chart)));
        }
        self.leaflet(parts)
    }

    /// Name, hosts and sessions, as this reader may know them. A programme's name leaves the office only where its
    /// hospital may be known.
    fn programme_facts(&self) -> Vec<String> {
        let Some(programme) = &self.snapshot.programme else { return Vec::new() };
        let named = self.request.level.names_hospitals();
        let fact = |key: &str, value: &str| {
            words::fill(&words::ja(&format!("report.programme.{key}")), &[("value", value)])
        };
        let mut facts = Vec::new();
        if named {
            facts.push(fact("name", &programme.name));
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
                facts.push(fact(key, &names.join("・")));
            }
        }
        let held = self.released.table("16").map_or(0, |t| t.rows().len() - usize::from(*t.total_row()));
        let sessions = match programme.planned_sessions {
            Some(planned) => words::fill(
                &words::ja("report.programme.sessions_of"),
                &[("held", &held.to_string()), ("planned", &planned.to_string())],
            ),
            None => fact("sessions", &held.to_string()),
        };
        facts.push(sessions);
        if let Some(attended) = self.total("16", "column.attended") {
            facts.push(fact("attended", &attended.to_string()));
        }
        facts
    }
}
