//! The paper as a whole: a fictional year printed, read back by a stranger, and attacked.

mod attack;
mod forger;
mod leaflet;
mod planted;
mod print;
mod sample;
mod silence;
mod structure;
mod tables;

use report::{Annual, Fonts, ink, lay_out};

/// The day of issue.
pub fn day() -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2026, 4, 2).unwrap()
}

/// The bytes of a report.
pub fn bytes(annual: &Annual<'_>) -> Vec<u8> {
    ink::pdf::write(&lay_out(annual, Fonts::shared()), Fonts::shared(), day()).unwrap()
}

/// Text without any space.
pub fn tight(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
