//! Documents: what is said in each kind of report, in which order. They take published figures and written texts.

mod annual;
mod chapters;
mod month;
mod programme;
mod sheets;

use super::snapshot::Snapshot;
use super::{Level, ReportKind, ReportRequest};
use crate::Circumstances;
use disclosure::{Released, ReleasedTable, Shown};
use report::{Document, Fonts};

/// The pages of a report.
pub(super) fn lay_out(
    snapshot: &Snapshot,
    released: &Released,
    around: &Circumstances,
    request: &ReportRequest,
) -> Document {
    let made = Made { snapshot, released, around, request };
    let fonts = Fonts::shared();
    match request.kind {
        ReportKind::Annual | ReportKind::Half => report::lay_out(&made.year(), fonts),
        ReportKind::Programme => report::lay_out_leaflet(&made.programme(), fonts),
        ReportKind::Monthly => report::lay_out_leaflet(&made.month(), fonts),
        ReportKind::Agenda => report::lay_out_leaflet(&made.agenda(), fonts),
        ReportKind::Overview => report::lay_out_leaflet(&made.overview(), fonts),
    }
}

/// A report being made.
struct Made<'a> {
    snapshot: &'a Snapshot,
    released: &'a Released,
    around: &'a Circumstances,
    request: &'a ReportRequest,
}

impl<'a> Made<'a> {
    /// The period is still running.
    fn is_running(&self) -> bool {
        self.around.today() < self.request.last()
    }
    /// Day of the report as printed.
    fn day(&self) -> String {
        self.snapshot.settings.style.date(self.around.today())
    }
    /// What is said above those in support at the end of the period.
    fn active_label(&self) -> String {
        match self.request.kind {
            _ if self.is_running() => words::fill(&words::ja("report.active_on"), &[("day", &self.day())]),
            ReportKind::Half => words::ja("report.paper.key.active_half"),
            _ => words::ja("report.paper.key.active"),
        }
    }
    /// Whom it is for; nobody is named to the public.
    fn receiver(&self) -> String {
        if let Some(own) = &self.snapshot.hospital {
            return own.name.clone();
        }
        if self.request.level.is_wide() { String::new() } else { self.snapshot.settings.receiver.clone() }
    }
    /// Who made it: the name inside the office, the role outside.
    fn author(&self) -> String {
        let own = &self.snapshot.settings.author;
        let inside = self.request.level == Level::Internal && !own.is_empty();
        if inside { own.clone() } else { words::ja("report.coordinator") }
    }
    /// The written text of a section.
    fn text(&self, key: &str) -> String {
        self.snapshot.texts.get(key).map(|text| text.trim().to_owned()).unwrap_or_default()
    }
    /// The table is printed, or the sentence in its place.
    fn holds(&self, id: &str) -> bool {
        self.released.table(id).is_some() || self.released.withheld().iter().any(|w| w.id == id)
    }
    /// What is said about hiding: that small groups are put together, and what ｘ means where one stands.
    fn suppression_note(&self) -> Option<String> {
        if self.request.level.is_exact() {
            return None;
        }
        let hides = |table: &ReleasedTable| table.cells().iter().flatten().any(|c| *c == Shown::Hidden);
        let own = if self.snapshot.hospital.is_some() { "own_note" } else { "coarsening_note" };
        let mut note = words::ja(&format!("report.{own}"));
        if self.released.tables().iter().any(hides) {
            note += &words::ja("report.suppression_note");
        }
        Some(note)
    }
    /// A published number: last row, column of a caption.
    fn total(&self, id: &str, caption: &str) -> Option<u64> {
        let table = self.released.table(id)?;
        let caption = words::ja(&format!("report.{caption}"));
        let column = table.columns().iter().position(|c| *c == caption)?;
        number(*table.cells().last()?.get(column)?)
    }
}

/// A number that is shown.
fn number(shown: Shown) -> Option<u64> {
    match shown {
        Shown::Number(n) => Some(n),
        Shown::Hidden | Shown::NotApplicable => None,
    }
}

/// Minutes as hours with one decimal.
fn hours(minutes: u64) -> String {
    let tenths = (minutes * 10 + 30) / 60;
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::hours;

    #[test]
    fn hours_are_rounded_half_up() {
        assert_eq!([14050, 32025, 0, 3].map(hours), ["234.2", "533.8", "0.0", "0.1"]);
    }
}
