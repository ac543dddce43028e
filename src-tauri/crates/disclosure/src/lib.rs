//! Secrecy of numbers. Sees tables of counts, never a person.

pub mod released;
pub mod table;

pub use released::{Derived, Headline, Released, ReleasedTable, Shown, Withheld};
pub use table::{Cell, ColumnType, Kind, Labels, Ladder, Share, Table};
