//! The screen of a text written for a report.

use crate::dictionary::Dictionary;

/// Published numbers.
#[derive(Clone, Debug, Default)]
pub struct Published {}
/// Traits.
#[derive(Clone, Debug, Default)]
pub struct Traits {}
/// Finding.
#[derive(Clone, Debug)]
pub struct ScreenFinding {}
/// Facets.
pub fn facets_of(_: &str) -> Vec<String> {
    Vec::new()
}
/// Screens.
pub fn screen(_: &str, _: &Dictionary, _: &Published) -> Vec<ScreenFinding> {
    Vec::new()
}
