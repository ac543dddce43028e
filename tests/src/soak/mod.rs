//! Long proofs over invented material, run by `cargo xtask soak`; the stories run a small part of each.

pub mod baseline;
pub mod caseloads;
pub mod plants;
pub mod released;
pub mod texts;
pub mod told;
pub mod years;
