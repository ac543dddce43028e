//! 月次活動報告: one month on one page.

use super::{Made, number};
use report::{Key, Leaflet, Part};

impl<'a> Made<'a> {
    /// A leaflet with nothing in it yet.
    pub(super) fn leaflet(&self, parts: Vec<Part>) -> Leaflet<'a> {
        let head = &self.snapshot.settings;
        Leaflet {
            released: self.released,
            title: self.request.kind.title(),
            period: self.request.period(head.style),
            level_mark: self.request.level.mark(),
            receiver: self.receiver(),
            day: self.day(),
            makers: vec![head.organisation.clone(), self.author()],
            parts,
            notes: Vec::new(),
        }
    }

    /// The report of a month.
    pub(super) fn month(&self) -> Leaflet<'a> {
        let mut parts = vec![Part::Figures(self.month_figures())];
        let whole = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
        if self.request.level.is_exact() {
            parts.push(Part::Table("1".to_owned()));
        } else {
            parts.extend(self.released.table("2-3").map(|_| Part::Table("2-3".to_owned())));
            parts.extend(self.left_out().map(Part::Text));
        }
        parts.push(Part::Beside(whole(&["3", "29"]), whole(&["17", "19"])));
        let notice = self.text("notice");
        if !notice.is_empty() {
            parts.push(Part::Heading(self.snapshot.plan.title("notice")));
            parts.push(Part::Text(points(&notice)));
        }
        let mut notes = Vec::new();
        if self.is_running() {
            notes.push(words::fill(&words::ja("report.rule.running_month"), &[("day", &self.day())]));
        }
        notes.extend(self.suppression_note());
        Leaflet { notes, ..self.leaflet(parts) }
    }

    /// Which movements are not told in a month of few people.
    fn left_out(&self) -> Option<String> {
        let missing = [("2-3", "movements"), ("12", "readmissions")];
        let missing = missing.into_iter().filter(|(id, _)| self.released.table(id).is_none());
        let missing: Vec<String> =
            missing.map(|(_, key)| words::ja(&format!("report.month_without.{key}"))).collect();
        let said = missing.join(&words::ja("report.month_without.and"));
        (!said.is_empty())
            .then(|| words::fill(&words::ja("report.month_without.sentence"), &[("what", &said)]))
    }

    /// The month at a glance: those in support, contacts, hours, visit days.
    fn month_figures(&self) -> Vec<Key> {
        let unit = |key: &str| words::ja(&format!("report.paper.key.{key}"));
        let mut figures = Vec::new();
        if let Some(table) = self.released.table("1") {
            let active = table.cells().first().and_then(|row| row.first()).copied().and_then(number);
            // Outside, the day stands in the caption of the row.
            let label = if self.request.level.is_exact() {
                words::ja("report.column.active_month_end")
            } else {
                let day = table.rows().first().cloned().unwrap_or_default();
                words::fill(&words::ja("report.active_on"), &[("day", &day)])
            };
            figures.extend(active.map(|n| Key {
                label,
                value: n.to_string(),
                unit: self.snapshot.settings.style.beside_figure(),
            }));
        }
        let total = |label: &str, id: &str, caption: &str, unit_key: &str, minutes: bool| {
            let n = self.total(id, caption)?;
            let value = if minutes { super::hours(n) } else { n.to_string() };
            Some(Key { label: unit(label), value, unit: unit(unit_key) })
        };
        if !self.request.level.is_exact() {
            figures.extend(total("readmissions", "12", "column.times", "contacts_unit", false));
        }
        figures.extend(total("contacts", "3", "column.contacts", "contacts_unit", false));
        // Four figures make a row; the hours stand in their table too.
        if figures.len() < 3 {
            figures.extend(total("hours", "3", "column.hours", "hours_unit", true));
        }
        figures.extend(total("visit_days", "17", "column.visit_days", "days_unit", false));
        figures
    }
}

/// Every line a point.
pub(super) fn points(text: &str) -> String {
    let point = |line: &str| format!("・{}", line.trim().trim_start_matches('・'));
    text.lines().filter(|line| !line.trim().is_empty()).map(point).collect::<Vec<_>>().join("\n")
}
