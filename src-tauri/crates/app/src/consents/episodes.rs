//! エピソードの掲載: whose consent the texts of a report have, and whose words stand in them.

use super::ConsentState;
use crate::house::Query;
use crate::reports::Sections;
use crate::{Circumstances, Failure, Topic};
use chrono::NaiveDate;
use domain::calendar::PartialDate;
use domain::measure::Id;
use domain::vocabulary::ConsentAbout;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashSet};
use store::Reader;
use store::consents::ConsentRow;

/// A run of so many characters in a text that stands in a note too is taken for a quotation.
const QUOTED: usize = 14;

/// Asks, for the texts of a report, who agreed that an episode may be printed, who took that back, and whose notes the
/// texts quote without it.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(transparent)]
pub struct EpisodeConsents(Sections);

/// A person whose consent a report has to look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct EpisodeConsent {
    /// The case.
    pub case_id: Id,
    /// Name.
    pub name: String,
    /// How the consent stands today.
    pub state: ConsentState,
    /// For what it was given.
    pub scope: String,
    /// Its last day.
    #[ts(type = "string | null")]
    pub valid_until: Option<PartialDate>,
    /// Day on which it was taken back.
    #[ts(type = "string | null")]
    pub withdrawn_on: Option<PartialDate>,
    /// Titles of the texts in which words of this person's notes stand.
    pub quoted_in: Vec<String>,
}

impl Query for EpisodeConsents {
    type Answer = Vec<EpisodeConsent>;
    const TOPICS: &'static [Topic] = &[Topic::Cases, Topic::Contacts, Topic::Reports];

    fn answer(self, around: &Circumstances, reader: &Reader) -> Result<Vec<EpisodeConsent>, Failure> {
        let texts = self.0.answer(around, reader)?.into_iter().map(|section| (section.title, section.text));
        episodes(reader, around, &texts.collect::<Vec<_>>())
    }
}

/// The same for texts with their titles.
pub(crate) fn episodes(
    reader: &Reader,
    around: &Circumstances,
    texts: &[(String, String)],
) -> Result<Vec<EpisodeConsent>, Failure> {
    let today = around.today();
    let quoted = quoted(reader, texts)?;
    let best = best(reader, today)?;
    let mut lines = Vec::new();
    let mut seen: HashSet<String> = HashSet::new();
    for case in reader.coded_cases()?.into_iter().rev() {
        let client = case.client_id.as_str().to_owned();
        let quoted_in = quoted.get(&client).cloned().unwrap_or_default();
        let found = best.get(&client);
        if (quoted_in.is_empty() && found.is_none()) || !seen.insert(client) {
            continue;
        }
        let facts = reader.case_on(&case.case_id, today)?;
        let row = found.map(|(_, row)| row);
        lines.push(EpisodeConsent {
            case_id: case.case_id,
            name: format!("{} {}", facts.family_name, facts.given_name).trim().to_owned(),
            state: found.map_or(ConsentState::None, |(state, _)| *state),
            scope: row.map(|row| row.consent.scope.clone()).unwrap_or_default(),
            valid_until: row.and_then(|row| row.consent.valid_until),
            withdrawn_on: row.and_then(|row| row.withdrawal.as_ref()).map(|withdrawal| withdrawal.on),
            quoted_in,
        });
    }
    // First what must be looked at: quoted without a consent that holds.
    lines.sort_by_key(|line| (line.quoted_in.is_empty(), std::cmp::Reverse(line.state)));
    Ok(lines)
}

/// Titles of the texts in which words of each client's notes stand.
fn quoted(reader: &Reader, texts: &[(String, String)]) -> Result<BTreeMap<String, Vec<String>>, Failure> {
    let texts: Vec<(&String, HashSet<Vec<char>>)> =
        texts.iter().map(|(title, text)| (title, runs(text))).filter(|(_, runs)| !runs.is_empty()).collect();
    let mut quoted = BTreeMap::new();
    if texts.is_empty() {
        return Ok(quoted);
    }
    for (client, told) in reader.told_notes()? {
        let told = runs(&told);
        let shares = |runs: &HashSet<Vec<char>>| runs.iter().any(|run| told.contains(run));
        let titles: Vec<String> =
            texts.iter().filter(|(_, runs)| shares(runs)).map(|(title, _)| (*title).clone()).collect();
        if !titles.is_empty() {
            quoted.insert(client, titles);
        }
    }
    Ok(quoted)
}

/// The best consent of each client that an episode may be printed: one that holds on that day, otherwise the newest.
pub(super) fn best(
    reader: &Reader,
    today: NaiveDate,
) -> Result<BTreeMap<String, (ConsentState, ConsentRow)>, Failure> {
    let mut best: BTreeMap<String, (ConsentState, ConsentRow)> = BTreeMap::new();
    for row in reader.consents_about(ConsentAbout::Episode)? {
        let state = ConsentState::of(&row, today);
        let client = row.client_id.as_str().to_owned();
        let holds = |known: &(ConsentState, ConsentRow)| {
            known.0 == ConsentState::Valid || state != ConsentState::Valid
        };
        if !best.get(&client).is_some_and(holds) {
            best.insert(client, (state, row));
        }
    }
    Ok(best)
}

/// Every run of [`QUOTED`] characters of a text, folded, without white space and marks.
fn runs(text: &str) -> HashSet<Vec<char>> {
    let letters: Vec<char> = domain::text::fold::fold(text).chars().filter(|c| c.is_alphanumeric()).collect();
    letters.windows(QUOTED).map(<[char]>::to_vec).collect()
}
