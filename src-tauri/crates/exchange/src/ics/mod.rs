//! iCalendar (RFC 5545): a calendar of another program becomes events in Japanese time, and our plans become one.
//!
//! Nothing in a file is trusted. A broken event is left out with its line and a reason while the others come in; what can
//! ring, fetch or run (alarms, attachments, links) is dropped and counted.

mod event;
mod lines;
mod write;
mod zone;

pub use event::Event;
pub use write::{Out, OutSeries, text};

use crate::table::decode::decode;
use lines::Line;
use zone::Zones;

/// Largest file that is read, in bytes.
pub const FILE_LIMIT: u64 = 16 * 1024 * 1024;
/// Most events that are read from one file.
pub const MOST: usize = 5_000;

/// What is wrong with a file as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IcsError {
    /// Larger than [`FILE_LIMIT`].
    TooLarge,
    /// No text in any encoding that calendars use.
    Encoding,
    /// No calendar: `BEGIN:VCALENDAR` is missing.
    NoCalendar,
}

/// Why one event is left out, or read only in part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The event has no end line, or a line that cannot be taken apart.
    Syntax,
    /// It has no name (UID).
    NoUid,
    /// It has no beginning, or one that is no date of the years 1900 to 2199.
    BadDate,
    /// There are more than [`MOST`] events.
    TooMany,
}

impl Reason {
    /// Stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::NoUid => "no_uid",
            Self::BadDate => "bad_date",
            Self::TooMany => "too_many",
        }
    }
}

/// One event that did not come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Line of the file at which the event begins, 1 for the first.
    pub line: usize,
    /// Why.
    pub reason: Reason,
}

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Calendar {
    /// Events in the order of the file.
    pub events: Vec<Event>,
    /// Events that were left out.
    pub faults: Vec<Fault>,
    /// Alarms, attachments and links that were dropped.
    pub dropped: u32,
    /// Times whose zone nobody explains; they are taken to be Japanese.
    pub assumed: u32,
}

/// Reads a calendar.
///
/// Errors: [`IcsError`].
pub fn read(bytes: &[u8]) -> Result<Calendar, IcsError> {
    if bytes.len() as u64 > FILE_LIMIT {
        return Err(IcsError::TooLarge);
    }
    let lines =
        lines::unfold(bytes, |bytes| decode(bytes).map(|(text, _)| text).map_err(|_| IcsError::Encoding))?;
    if !lines.iter().any(|line| line.is("BEGIN", "VCALENDAR")) {
        return Err(IcsError::NoCalendar);
    }
    let mut calendar = Calendar::default();
    let zones = Zones::of(&lines);
    let mut at = 0;
    while at < lines.len() {
        if !lines[at].is("BEGIN", "VEVENT") {
            at += 1;
            continue;
        }
        let begin = lines[at].number;
        let (inside, next) = inside(&lines, at + 1);
        at = next;
        let Some(inside) = inside else {
            calendar.faults.push(Fault { line: begin, reason: Reason::Syntax });
            continue;
        };
        if calendar.events.len() >= MOST {
            calendar.faults.push(Fault { line: begin, reason: Reason::TooMany });
            break;
        }
        match event::read(&inside, &zones, &mut calendar) {
            Ok(event) => calendar.events.push(event),
            Err(reason) => calendar.faults.push(Fault { line: begin, reason }),
        }
    }
    Ok(calendar)
}

/// The lines of an event up to its end, without those of what it contains, and where to go on. None without an end.
fn inside(lines: &[Line], from: usize) -> (Option<Vec<&Line>>, usize) {
    let mut depth = 0_usize;
    let mut own = Vec::new();
    for (at, line) in lines.iter().enumerate().skip(from) {
        if line.is("END", "VEVENT") {
            return (Some(own), at + 1);
        }
        if line.is("BEGIN", "VEVENT") || line.name == "END" && line.value.eq_ignore_ascii_case("VCALENDAR") {
            return (None, at);
        }
        match line.name.as_str() {
            "BEGIN" => {
                depth += 1;
                own.push(line);
            }
            "END" => depth = depth.saturating_sub(1),
            _ if depth == 0 => own.push(line),
            _ => {}
        }
    }
    (None, lines.len())
}

#[cfg(test)]
mod tests;
