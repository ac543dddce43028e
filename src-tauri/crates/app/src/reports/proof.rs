//! 点検の控え: one page that says what was tried on a finished file, how much, and with which verdict. It names
//! nobody and is kept in the vault beside the release.

use super::Level;
use super::attack::Tried;
use super::check::hash;
use super::left::Left;
use super::make::ReportFinding;
use crate::house::Query;
use crate::{Circumstances, Failure, Topic};
use report::{Fonts, Leaflet, Part};
use serde::{Deserialize, Serialize};

/// One earlier report that was considered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Considered {
    /// Its name in the ledger.
    pub report: String,
    /// Fiscal year of its period.
    pub fiscal_year: i32,
    /// Code of the level.
    pub level: String,
}

/// What was tried on one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Proof {
    /// Program and version.
    pub program: String,
    /// Moment of the check.
    pub at: String,
    /// Name of the report in the ledger.
    pub report: String,
    /// Title of the document.
    pub title: String,
    /// Code of the level.
    pub level: String,
    /// Threshold in persons; 0 where the numbers are given as they are.
    pub k: u32,
    /// Name of the file by its template.
    pub file_name: String,
    /// Hash of the bytes, in hexadecimal digits.
    pub sha256: String,
    /// How much was tried.
    pub tried: Tried,
    /// What was tried and what came of it, one sentence each.
    pub sentences: Vec<String>,
    /// Kinds of what was found, each once.
    pub kinds: Vec<String>,
    /// How much was found.
    pub findings: usize,
    /// Earlier reports of the same readers.
    pub considered: Vec<Considered>,
}

/// What a proof is about.
pub(super) struct About<'a> {
    /// Name of the report in the ledger.
    pub report: String,
    /// Title of the document.
    pub title: String,
    /// Who reads it.
    pub level: Level,
    /// Name of the file by its template.
    pub file_name: String,
    /// Hash of the bytes.
    pub sha256: String,
    /// What was found.
    pub findings: &'a [ReportFinding],
    /// How much was tried.
    pub tried: Tried,
    /// Everything that left before.
    pub left: &'a [Left],
}

fn word(key: &str) -> String {
    words::ja(&format!("attack.proof.{key}"))
}

/// Groups of kinds that one sentence speaks of.
const GROUPS: &[(&str, &[&str])] = &[
    ("words", &["name", "lone_name", "number", "code", "address", "birth", "place"]),
    ("notes", &["note"]),
    (
        "structure",
        &[
            "foreign",
            "author",
            "xmp",
            "attachment",
            "annotation",
            "script",
            "form",
            "layer",
            "image",
            "increment",
            "trailing",
        ],
    ),
    ("sight", &["invisible", "unreadable", "glyph"]),
    ("marks", &["mask", "order"]),
    ("numbers", &["cell", "total", "unhidden", "row", "share", "headline"]),
    ("audit", &["table"]),
    ("known", &["known_person"]),
];

/// Every kind of finding on a finished file.
pub fn finding_kinds() -> impl Iterator<Item = &'static str> {
    GROUPS.iter().flat_map(|(_, kinds)| kinds.iter().copied())
}

impl Proof {
    /// The proof of one check.
    pub(super) fn of(around: &Circumstances, about: About<'_>) -> Self {
        let k = about.level.profile().map_or(0, |profile| profile.k);
        let mut kinds: Vec<String> = about.findings.iter().map(|f| f.kind.clone()).collect();
        kinds.sort();
        kinds.dedup();
        let same = super::judge::readers(about.level, super::request::hospital_in(&about.report), about.left)
            .into_iter()
            .flatten();
        let mut considered: Vec<Considered> = Vec::new();
        for left in same {
            let one = Considered {
                report: left.report,
                fiscal_year: left.fiscal_year,
                level: left.level.code().to_owned(),
            };
            if !considered.contains(&one) {
                considered.push(one);
            }
        }
        Self {
            program: format!("Susono {}", env!("CARGO_PKG_VERSION")),
            at: around.at.to_rfc3339(),
            report: about.report,
            title: about.title,
            level: about.level.code().to_owned(),
            k: u32::try_from(k).unwrap_or(u32::MAX),
            file_name: about.file_name,
            sha256: about.sha256,
            tried: about.tried,
            sentences: sentences(&about.tried, about.level, k, &kinds),
            kinds,
            findings: about.findings.len(),
            considered,
        }
    }

    /// The proof of a part that leaves by itself: its own words and cells, and what was tried on the numbers of the
    /// pages.
    pub(super) fn of_part(&self, around: &Circumstances, file_name: &str, sha256: &str, own: Tried) -> Self {
        let Tried { hidden, earlier, persons, .. } = self.tried;
        let tried = Tried { hidden, earlier, persons, ..own };
        let level = Level::from_code(&self.level).unwrap_or(Level::Public);
        Self {
            at: around.at.to_rfc3339(),
            file_name: file_name.to_owned(),
            sha256: sha256.to_owned(),
            tried,
            sentences: sentences(&tried, level, u64::from(self.k), &[]),
            ..self.clone()
        }
    }

    /// A proof as it was kept.
    pub(super) fn read(kept: &str) -> Option<Self> {
        serde_json::from_str(kept).ok()
    }

    /// The proof as it is kept and handed over.
    pub fn json(&self) -> Result<String, Failure> {
        Ok(serde_json::to_string_pretty(self).map_err(|_| Failure::new("report.failed"))? + "\n")
    }

    /// The proof as one page. Error: `report.failed`.
    pub fn pdf(&self) -> Result<Vec<u8>, Failure> {
        let failed = || Failure::new("report.failed");
        let day = self.at.get(..10).and_then(|day| day.parse().ok()).ok_or_else(failed)?;
        let level = Level::from_code(&self.level).map_or_else(String::new, Level::name);
        let fact = |key: &str, value: &str| format!("{}：{value}", word(key));
        let k = if self.k == 0 { word("no_threshold") } else { self.k.to_string() };
        let mut facts = vec![
            fact("document", &self.title),
            fact("file", &self.file_name),
            fact("level", &level),
            fact("threshold", &k),
            fact("at", self.at.get(..16).unwrap_or_default().replace('T', " ").as_str()),
            fact("program", &self.program),
            fact("hash", &self.sha256),
        ];
        facts.retain(|line| !line.ends_with('：'));
        let considered: Vec<String> = self
            .considered
            .iter()
            .map(|one| format!("・{} {} {}", one.fiscal_year, one.report, one.level))
            .take(24)
            .collect();
        let list = if considered.is_empty() { word("nothing_before") } else { considered.join("\n") };
        let tried: Vec<String> = self.sentences.iter().map(|s| format!("・{s}")).collect();
        let nothing = disclosure::release(disclosure::Request::default()).released;
        let leaflet = Leaflet {
            released: &nothing,
            title: word("title"),
            period: String::new(),
            level_mark: String::new(),
            receiver: String::new(),
            day: String::new(),
            makers: Vec::new(),
            parts: vec![
                Part::Text(facts.join("\n")),
                Part::Heading(word("verdict")),
                Part::Text(self.verdict()),
                Part::Heading(word("tried")),
                Part::Text(tried.join("\n")),
                Part::Heading(word("considered")),
                Part::Text(list),
            ],
            notes: vec![word("limits")],
        };
        let fonts = Fonts::shared();
        report::ink::pdf::write(&report::lay_out_leaflet(&leaflet, fonts), fonts, day).map_err(|_| failed())
    }

    /// The verdict in one sentence.
    pub fn verdict(&self) -> String {
        match self.findings {
            0 => word("clear"),
            n => words::fill(&word("found"), &[("n", &n.to_string())]),
        }
    }

    /// True for the bytes that were checked.
    pub fn is_of(&self, bytes: &[u8]) -> bool {
        self.sha256 == hash(bytes)
    }
}

/// One sentence for each thing that was tried.
fn sentences(tried: &Tried, level: Level, k: u64, kinds: &[String]) -> Vec<String> {
    let values = [
        ("pages", tried.pages),
        ("characters", tried.characters),
        ("words", tried.words),
        ("births", tried.births),
        ("notes", tried.notes),
        ("tables", tried.tables),
        ("cells", tried.cells),
        ("hidden", tried.hidden),
        ("earlier", tried.earlier),
        ("persons", tried.persons),
        ("k", usize::try_from(k).unwrap_or(usize::MAX)),
    ]
    .map(|(name, n)| (name, n.to_string()));
    let values: Vec<(&str, &str)> = values.iter().map(|(name, n)| (*name, n.as_str())).collect();
    let applies = |name: &str| !level.is_exact() || !["audit", "known"].contains(&name);
    let sentence = |(name, of): &(&str, &[&str])| {
        let hit = kinds.iter().any(|kind| of.contains(&kind.as_str()));
        let end = word(if hit { "hit" } else { "miss" });
        format!("{}{end}", words::fill(&word(name), &values))
    };
    GROUPS.iter().filter(|(name, _)| applies(name)).map(sentence).collect()
}

/// The proof kept of one release, by the hash of its bytes.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct ReleaseProof {
    /// Hash of the bytes of the release.
    pub release: String,
}

impl Query for ReleaseProof {
    type Answer = Option<Proof>;
    const TOPICS: &'static [Topic] = &[Topic::Reports];
    fn answer(self, _around: &Circumstances, reader: &store::Reader) -> Result<Self::Answer, Failure> {
        Ok(reader.proof_of(&self.release)?.and_then(|kept| Proof::read(&kept)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_proof_speaks_of_every_kind_of_finding() {
        for kind in report::attack::Kind::ALL {
            let code = serde_json::to_value(kind).expect("a code");
            assert!(finding_kinds().any(|known| code == known), "{kind:?} is in no group");
        }
    }
}
