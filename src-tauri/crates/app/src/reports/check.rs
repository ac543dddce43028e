//! The whole attack on a finished file against this vault, wherever the file came from. A file that left is judged by
//! the figures that may stand in it; another by what the report it says it is may print, or by what its tables say.

use super::attack::{Attack, Attacked};
use super::foreign::{self, Origin};
use super::ledger::{ledger, places};
use super::left::Left;
use super::make::ReportFinding;
use super::request::hospital_in;
use super::reread::reread;
use super::snapshot::{secrets_inside, secrets_of};
use super::{Level, proof};
use crate::{Circumstances, Failure, House};
use report::attack::ReadBack;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use store::releases::ReleaseRow;

/// What is known about a file, and what was found in it.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The level it was searched for.
    pub level: Level,
    /// True when the ledger holds exactly these bytes.
    pub in_ledger: bool,
    /// What was found.
    pub findings: Vec<ReportFinding>,
    /// The sheet that says what was tried.
    pub proof: proof::Proof,
}

/// Hash of bytes in hexadecimal digits.
pub(super) fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Attacks a finished file: its text, metadata and structure, its name, and the numbers as they stand on its pages,
/// alone and together with everything that left before. A file for inside the office is searched as if it left, for
/// everybody but its maker.
///
/// Error: `report.unreadable`.
pub fn check_release(
    house: &House,
    around: &Circumstances,
    bytes: &[u8],
    file_name: Option<&str>,
) -> Result<Checked, Failure> {
    let read_back = ReadBack { file_name: file_name.map(str::to_owned), ..reread(bytes)? };
    let sha256 = hash(bytes);
    let rows = house.read(|reader| Ok::<_, Failure>(reader.releases()?))?;
    let at = rows.iter().position(|row| row.sha256 == sha256);
    let entered = at.and_then(|at| rows.get(at));
    let level = entered.and_then(|row| Level::from_code(&row.level)).unwrap_or_else(|| marked(&read_back));
    let hospital = entered.and_then(|row| hospital_in(&row.report));
    let (secrets, left) = house.read(|reader| {
        let own = match hospital {
            Some(key) => reader.hospital_name(key)?,
            None => None,
        };
        let secrets =
            if level.leaves() { secrets_of(reader, level, own.as_deref())? } else { secrets_inside(reader)? };
        Ok::<_, Failure>((secrets, ledger(reader)?))
    })?;
    let origin = foreign::origin(house, around, &read_back, level);
    let known = match entered {
        Some(row) => Some(row.figures.clone()),
        None => meant(&read_back, &rows, &origin),
    };
    let its_own = known.is_none();
    let figures = known.unwrap_or_else(|| foreign::figures(&read_back, level, &origin));
    // What left later does not count against what left before.
    let earlier = at.map_or(rows.len(), |at| at);
    let of_file = rows.iter().find(|row| row.figures == figures);
    let codes = of_file.map(|row| house.read(|reader| places(reader, &row.sha256))).transpose()?;
    let codes = codes.unwrap_or_default();
    let left = left.into_iter().take(leaving(&rows, earlier));
    let left: Vec<Left> = left.map(|left| left.in_codes_of(&codes)).collect();
    let nobody = BTreeSet::new();
    let attack = Attack {
        level,
        hospital,
        figures: &figures,
        its_own,
        secrets: &secrets,
        left: &left,
        persons: origin.persons.as_ref().unwrap_or(&nobody),
    };
    let Attacked { findings, tried } = attack.on(&read_back)?;
    let proof = match house.read(|reader| Ok::<_, Failure>(reader.proof_of(&sha256)?))? {
        Some(kept) if findings.is_empty() => proof::Proof::read(&kept),
        _ => None,
    };
    let about = || proof::About {
        report: entered.map_or_else(String::new, |row| row.report.clone()),
        title: read_back.metadata.get("Title").filter(|_| findings.is_empty()).cloned().unwrap_or_default(),
        level,
        file_name: entered.map_or_else(String::new, |row| row.file_name.clone()),
        sha256: sha256.clone(),
        findings: &findings,
        tried,
        left: &left,
    };
    let proof = proof.unwrap_or_else(|| proof::Proof::of(around, about()));
    Ok(Checked { level, in_ledger: entered.is_some(), findings, proof })
}

/// How many of the first rows of the ledger left the office.
fn leaving(rows: &[ReleaseRow], of: usize) -> usize {
    rows.iter().take(of).filter(|row| Level::from_code(&row.level).is_some_and(Level::leaves)).count()
}

/// The figures of the newest report in the ledger that the file says it is.
fn meant(read: &ReadBack, rows: &[ReleaseRow], origin: &Origin) -> Option<String> {
    let name = origin.request.as_ref()?.ledger_name(None);
    let year = origin.request.as_ref()?.fiscal_year;
    let level = origin.level.code();
    let same = |row: &&ReleaseRow| row.report == name && row.fiscal_year == year && row.level == level;
    let found = rows.iter().filter(same).filter_map(|row| {
        let figures = serde_json::from_str(&row.figures).ok()?;
        Some((super::printed::compare(read, &figures).findings.len(), row))
    });
    // The one that it resembles most; of equals the newest.
    found.rev().min_by_key(|(differ, _)| *differ).map(|(_, row)| row.figures.clone())
}

/// The level that a file says it has; without a mark it is read as public.
fn marked(read_back: &ReadBack) -> Level {
    let text: String = read_back.pages.concat().split_whitespace().collect();
    let says = |level: &Level| text.contains(&level.mark().split_whitespace().collect::<String>());
    let order = [Level::Public, Level::Hospital, Level::Municipal, Level::Commissioner, Level::Internal];
    order.into_iter().find(says).unwrap_or(Level::Public)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(text: &str) -> ReadBack {
        ReadBack { pages: vec![text.to_owned()], ..ReadBack::default() }
    }

    #[test]
    fn a_file_without_a_mark_is_read_as_public() {
        assert_eq!(marked(&page("")), Level::Public);
        assert_eq!(marked(&page(&Level::Municipal.mark())), Level::Municipal);
    }
}
