//! Secrecy of numbers. Sees tables of counts, never a person.
//!
//! The way of a table: its ladder is walked from the finest form (`coarsen`), small cells are found (`primary`),
//! hidden together with as few others as needed (`suppress` over `network`, `alone` where cells do not sum), judged
//! with the tables already released (`linked`), proven (`witness`) and only then printable (`released`).

mod alone;
mod book;
mod coarsen;
pub mod earlier;
mod explain;
mod families;
mod frame;
mod integers;
mod joint;
mod lines;
mod linked;
mod network;
mod primary;
pub mod profile;
pub mod release;
pub mod released;
pub mod scope;
mod suppress;
pub mod table;
pub mod witness;

pub use earlier::{Earlier, EarlierTable};
pub use explain::{Explanation, Reason};
pub use profile::Profile;
pub use release::{Clash, Fate, Objection, Occasion, Release, Request, Step, Why, release};
pub use released::{Derived, Headline, Released, ReleasedTable, Shown, Withheld};
pub use scope::{Scope, Set};
pub use table::{Cell, ColumnType, Kind, Labels, Ladder, Share, Table};
pub use witness::{Beside, Witness};
