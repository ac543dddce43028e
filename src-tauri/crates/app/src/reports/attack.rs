//! Everything that is tried on a finished file: what it says and holds, the numbers as they were read back, the
//! auditor on those numbers alone and together with what each reader already has, and somebody who knows a person.

use super::Level;
use super::judge::{readers, table_finding};
use super::known::{Known, learned};
use super::left::Left;
use super::make::{ReportFinding, finding};
use super::printed::{Printed, compare};
use crate::Failure;
use report::attack::{ReadBack, Secrets, search};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeSet;

/// What an attack knows.
pub(super) struct Attack<'a> {
    /// Who reads the file.
    pub level: Level,
    /// The hospital that reads it, at the level of a hospital.
    pub hospital: Option<&'a str>,
    /// The figures that may be printed.
    pub figures: &'a str,
    /// The figures are those of the file itself: nobody knows what may stand in it.
    pub its_own: bool,
    /// The search list.
    pub secrets: &'a Secrets,
    /// Everything that has left.
    pub left: &'a [Left],
    /// Persons of the year as somebody may know them.
    pub persons: &'a BTreeSet<Known>,
}

/// How much was tried.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Tried {
    /// Pages read.
    pub pages: usize,
    /// Characters read.
    pub characters: usize,
    /// Names, numbers, codes and addresses looked for.
    pub words: usize,
    /// Birth dates looked for, in every notation.
    pub births: usize,
    /// Notes whose words were looked for.
    pub notes: usize,
    /// Tables read back.
    pub tables: usize,
    /// Cells compared.
    pub cells: usize,
    /// Hidden cells attacked.
    pub hidden: usize,
    /// Earlier reports of the same readers.
    pub earlier: usize,
    /// Persons somebody may know, those who look alike once.
    pub persons: usize,
}

/// What an attack found.
#[derive(Clone, Debug, Default)]
pub(super) struct Attacked {
    /// What was found; nothing means the file may leave.
    pub findings: Vec<ReportFinding>,
    /// How much was tried.
    pub tried: Tried,
}

impl Attack<'_> {
    /// Tries everything on what was read.
    pub(super) fn on(&self, read: &ReadBack) -> Result<Attacked, Failure> {
        let (Attacked { mut findings, mut tried }, figures) = self.as_read(read)?;
        if !self.level.is_exact() {
            self.on_numbers(&figures, &mut findings, &mut tried)?;
        }
        Ok(Attacked { findings, tried })
    }

    /// Looks for words that must not be there and compares the numbers; gives the figures as they were read.
    pub(super) fn as_read(&self, read: &ReadBack) -> Result<(Attacked, Value), Failure> {
        let mut findings: Vec<ReportFinding> = search(read, self.secrets).into_iter().map(finding).collect();
        let meant: Value = serde_json::from_str(self.figures).map_err(|_| Failure::new("report.failed"))?;
        let Printed { findings: mut differ, mut figures, tables, cells } = compare(read, &meant);
        if self.its_own {
            differ.retain(|found| found.kind == "share");
            figures = meant;
        }
        findings.extend(differ);
        let tried = Tried {
            pages: read.pages.len(),
            characters: read.pages.iter().map(|page| page.chars().count()).sum(),
            words: self.secrets.whole.len()
                + self.secrets.lone.len()
                + self.secrets.codes.len()
                + self.secrets.addresses.len()
                + self.secrets.places.len(),
            births: self.secrets.births.len(),
            notes: self.secrets.notes.len(),
            tables,
            cells,
            ..Tried::default()
        };
        Ok((Attacked { findings, tried }, figures))
    }

    /// The auditor and the one who knows a person, on the numbers as they were read.
    fn on_numbers(
        &self,
        figures: &Value,
        findings: &mut Vec<ReportFinding>,
        tried: &mut Tried,
    ) -> Result<(), Failure> {
        let unread = |_| Failure::new("report.unreadable");
        let json = figures.to_string();
        let mut add = |finding: ReportFinding| {
            if !findings.contains(&finding) {
                findings.push(finding);
            }
        };
        audit::audit(&json).map_err(unread)?.iter().map(table_finding).for_each(&mut add);
        let mut known: Vec<Value> = Vec::new();
        for reader in readers(self.level, self.hospital, self.left) {
            let before: Vec<(Value, String)> = reader
                .iter()
                .filter_map(|left| Some((serde_json::from_str(&left.figures).ok()?, left.figures.clone())))
                .collect();
            tried.earlier = tried.earlier.max(before.len());
            // The same report again tells nothing new.
            if before.iter().any(|(earlier, _)| earlier == figures) {
                continue;
            }
            let texts: Vec<String> = before.iter().map(|(_, text)| text.clone()).collect();
            audit::audit_beside(&json, &texts).map_err(unread)?.iter().map(table_finding).for_each(&mut add);
            known = before.into_iter().map(|(earlier, _)| earlier).collect();
        }
        tried.persons = self.persons.len();
        tried.hidden = json.matches("\"x\"").count();
        for (table, dimension) in learned(figures, &known, self.persons) {
            let key = format!("attack.dimension.{dimension}");
            let said = words::ja(&key);
            let what = if said == key { words::ja("attack.dimension.other") } else { said };
            let detail = words::fill(&words::ja("attack.number.known"), &[("id", &table), ("what", &what)]);
            add(ReportFinding { kind: "known_person".to_owned(), page: None, detail });
        }
        Ok(())
    }
}
