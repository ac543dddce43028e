//! Secrecy of numbers. Sees tables of counts, never a person.

pub mod profile;
pub mod release;
pub mod released;
pub mod table;

pub use profile::Profile;
pub use release::{Fate, Release, Request, Step, Why, Witness, release};
pub use released::{Derived, Headline, Released, ReleasedTable, Shown, Withheld};
pub use table::{Cell, ColumnType, Kind, Labels, Ladder, Share, Table};
