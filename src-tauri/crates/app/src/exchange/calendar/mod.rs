//! The schedule as iCalendar: out, without names unless somebody wants them; in, without ever overwriting what is there.

mod export;
mod import;

pub use export::{CalendarFile, export};
pub use import::{CalendarFault, CalendarImported, import};

/// What stands behind the identity of a record in a name of ours.
const OURS: &str = "@susono";
