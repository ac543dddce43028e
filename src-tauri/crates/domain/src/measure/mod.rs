//! Small values that everything else is made of.

mod band;
mod id;

pub use band::{age_band, stay_band};
pub use id::{BadId, Id, IdSource};
