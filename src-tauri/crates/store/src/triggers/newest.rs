//! The aggregate of a search: how many rows there are, and the first of them. One walk that never leaves SQLite gives both.

use rusqlite::functions::{Aggregate, Context, FunctionFlags};
use rusqlite::{Connection, Result};

/// Makes `newest(doc, most)`: the number of rows, then the first `most` values, parted by spaces.
pub(super) fn create(conn: &Connection) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    conn.create_aggregate_function("newest", 2, flags, Newest)
}

/// What `newest` gave: how many rows, and the first values.
pub(crate) fn read(text: &str) -> Option<(u32, Vec<u32>)> {
    let mut numbers = text.split(' ').map(str::parse);
    let total = numbers.next()?.ok()?;
    Some((total, numbers.collect::<std::result::Result<_, _>>().ok()?))
}

struct Newest;

/// Rows so far, the first of their values, and how many of these may still come.
#[derive(Default)]
struct Walked {
    rows: u32,
    first: Vec<i64>,
    left: u32,
}

impl Aggregate<Walked, String> for Newest {
    fn init(&self, row: &mut Context<'_>) -> Result<Walked> {
        Ok(Walked { left: row.get(1)?, ..Walked::default() })
    }

    fn step(&self, row: &mut Context<'_>, walked: &mut Walked) -> Result<()> {
        if walked.left > 0 {
            walked.left -= 1;
            walked.first.push(row.get(0)?);
        }
        walked.rows += 1;
        Ok(())
    }

    fn finalize(&self, _: &mut Context<'_>, walked: Option<Walked>) -> Result<String> {
        let walked = walked.unwrap_or_default();
        let first = walked.first.iter().map(i64::to_string);
        Ok(std::iter::once(walked.rows.to_string()).chain(first).collect::<Vec<_>>().join(" "))
    }
}
