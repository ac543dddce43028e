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
            lines: vec![head.organisation.clone(), self.author(), self.day()],
            parts,
            notes: Vec::new(),
        }
    }

    /// The report of a month.
    pub(super) fn month(&self) -> Leaflet<'a> {
        let mut parts = vec![Part::Figures(self.month_figures())];
        let said: Vec<String> =
            ["m2", "m3"].into_iter().filter(|id| self.holds(id)).map(str::to_owned).collect();
        let whole = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
        if self.holds("m1") && self.request.level.is_exact() {
            parts.push(Part::Table("m1".to_owned()));
        }
        let withheld = !self.request.level.is_exact() && !said.iter().any(|id| id == "m2");
        parts.extend(said.into_iter().map(Part::Table));
        if withheld {
            parts.push(Part::Text(words::ja("report.month_withheld")));
        }
        parts.push(Part::Beside(whole(&["m4", "m7"]), whole(&["m5", "m6"])));
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

    /// The month at a glance: those in support, contacts, hours, visit days.
    fn month_figures(&self) -> Vec<Key> {
        let unit = |key: &str| words::ja(&format!("report.paper.key.{key}"));
        let mut figures = Vec::new();
        if let Some(table) = self.released.table("m1") {
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
        figures.extend(total("contacts", "m4", "column.contacts", "contacts_unit", false));
        figures.extend(total("hours", "m4", "column.hours", "hours_unit", true));
        figures.extend(total("visit_days", "m5", "column.visit_days", "days_unit", false));
        figures
    }
}

/// Every line a point.
pub(super) fn points(text: &str) -> String {
    let point = |line: &str| format!("・{}", line.trim().trim_start_matches('・'));
    text.lines().filter(|line| !line.trim().is_empty()).map(point).collect::<Vec<_>>().join("\n")
}
