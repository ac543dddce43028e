//! Small values that everything else is made of.

mod id;

pub use id::{BadId, Id, IdSource};
