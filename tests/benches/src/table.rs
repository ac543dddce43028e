//! The table at the end: what was measured, beside what, and whether it is as good as it has to be.

use std::fmt::Write;

/// One line of the table.
struct Line {
    what: String,
    ours: String,
    reference: String,
    ratio: String,
    goal: String,
    verdict: &'static str,
}

/// Everything that was measured.
#[derive(Default)]
pub struct Table(Vec<Line>);

impl Table {
    /// Ours beside a reference of the same run; the ratio must be at most `goal`.
    pub fn ratio(
        &mut self,
        what: impl Into<String>,
        unit: &str,
        ours: f64,
        (name, reference): (&str, f64),
        goal: f64,
    ) {
        let ratio = ours / reference;
        self.0.push(Line {
            what: what.into(),
            ours: number(ours, unit),
            reference: format!("{} {name}", number(reference, unit)),
            ratio: number(ratio, "×"),
            goal: format!("≤ {goal} ×"),
            verdict: verdict(ratio <= goal),
        });
    }

    /// Ours beside a reference for which no goal is set.
    pub fn beside(&mut self, what: impl Into<String>, unit: &str, ours: f64, (name, reference): (&str, f64)) {
        self.0.push(Line {
            what: what.into(),
            ours: number(ours, unit),
            reference: format!("{} {name}", number(reference, unit)),
            ratio: number(ours / reference, "×"),
            goal: String::new(),
            verdict: "",
        });
    }

    /// Ours alone, which must be at most `goal`.
    pub fn limit(&mut self, what: impl Into<String>, unit: &str, ours: f64, goal: f64) {
        self.0.push(Line {
            what: what.into(),
            ours: number(ours, unit),
            reference: String::new(),
            ratio: String::new(),
            goal: format!("≤ {goal} {unit}"),
            verdict: verdict(ours <= goal),
        });
    }

    /// Ours alone, to be known.
    pub fn figure(&mut self, what: impl Into<String>, unit: &str, ours: f64) {
        self.0.push(Line {
            what: what.into(),
            ours: number(ours, unit),
            reference: String::new(),
            ratio: String::new(),
            goal: String::new(),
            verdict: "",
        });
    }

    /// Something that must hold.
    pub fn must(&mut self, what: impl Into<String>, ours: impl Into<String>, goal: &str, holds: bool) {
        let (what, ours) = (what.into(), ours.into());
        let (reference, ratio) = (String::new(), String::new());
        self.0.push(Line { what, ours, reference, ratio, goal: goal.to_owned(), verdict: verdict(holds) });
    }

    /// Something that could not be measured, and why.
    pub fn missing(&mut self, what: &str, why: &str) {
        self.0.push(Line {
            what: what.to_owned(),
            ours: "not measured".to_owned(),
            reference: why.to_owned(),
            ratio: String::new(),
            goal: String::new(),
            verdict: "",
        });
    }

    /// The table as text.
    pub fn print(&self) -> String {
        let mut out =
            String::from("| what | ours | reference | ratio | goal | |\n|---|--:|--:|--:|--:|---|\n");
        for Line { what, ours, reference, ratio, goal, verdict } in &self.0 {
            // Writing to a text cannot fail.
            let _ = writeln!(out, "| {what} | {ours} | {reference} | {ratio} | {goal} | {verdict} |");
        }
        out
    }
}

const fn verdict(holds: bool) -> &'static str {
    if holds { "ok" } else { "OVER" }
}

/// Three digits that count, and the unit.
fn number(value: f64, unit: &str) -> String {
    let decimals = match value.abs() {
        v if v < 1.0 => 3,
        v if v < 10.0 => 2,
        v if v < 100.0 => 1,
        _ => 0,
    };
    format!("{value:.decimals$} {unit}").trim_end().to_owned()
}
