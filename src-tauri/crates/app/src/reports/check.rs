//! The whole attack on a finished file against this vault, wherever the file came from.

use super::Level;
use super::judge::audited;
use super::make::{ReportFinding, finding};
use super::snapshot::{secrets_inside, secrets_of};
use crate::{Failure, House};
use report::attack::{ReadBack, read, search};
use sha2::{Digest, Sha256};

/// What is known about a file, and what was found in it.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The level it was searched for.
    pub level: Level,
    /// True when the ledger holds exactly these bytes.
    pub in_ledger: bool,
    /// What was found.
    pub findings: Vec<ReportFinding>,
}

/// Attacks a finished file: its text, metadata and structure, and its published tables where the ledger holds them.
/// A file for inside the office is searched as if it left, for everybody but its maker.
///
/// Error: `report.unreadable`.
pub fn check_release(house: &House, bytes: &[u8]) -> Result<Checked, Failure> {
    let read_back = read(bytes).map_err(|_| Failure::new("report.unreadable"))?;
    let sha256: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let entered = house.read(|reader| Ok(reader.release_of(&sha256)?))?;
    let level =
        entered.as_ref().and_then(|(code, _)| Level::from_code(code)).unwrap_or_else(|| marked(&read_back));
    let secrets = house
        .read(|reader| if level.leaves() { secrets_of(reader, level) } else { secrets_inside(reader) })?;
    let mut findings: Vec<ReportFinding> = search(&read_back, &secrets).into_iter().map(finding).collect();
    if let Some((_, figures)) = entered.as_ref().filter(|_| level.leaves()) {
        findings.extend(audited(figures)?);
    }
    Ok(Checked { level, in_ledger: entered.is_some(), findings })
}

/// The level that a file says it has; without a mark it is read as public.
fn marked(read_back: &ReadBack) -> Level {
    let text: String = read_back.pages.concat().split_whitespace().collect();
    let says = |level: &Level| text.contains(&level.mark().split_whitespace().collect::<String>());
    [Level::Public, Level::Municipal, Level::Internal].into_iter().find(says).unwrap_or(Level::Public)
}
