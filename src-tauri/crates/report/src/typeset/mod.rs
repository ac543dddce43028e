//! Setting type: lines of Japanese, tables, and the pages they flow over.

pub mod breaks;
pub mod columns;
pub mod flow;
pub mod lines;
pub mod table;

use crate::page::MM;

/// The step of the vertical grid: 3 mm. Body lines take two steps, which is 17 pt.
pub const STEP: f32 = 3.0 * MM;
/// Left margin.
pub const LEFT: f32 = 25.0 * MM;
/// Top margin.
pub const TOP: f32 = 22.0 * MM;
/// Width of the text: A4 less 25 and 20 mm.
pub const MEASURE: f32 = 165.0 * MM;
/// Width of each half where two things stand side by side.
pub const HALF: f32 = (MEASURE - 4.0 * STEP) / 2.0;
/// Height of the text: 85 steps.
pub const DEPTH: f32 = 255.0 * MM;
/// Size of body text.
pub const BODY: f32 = 10.5;
