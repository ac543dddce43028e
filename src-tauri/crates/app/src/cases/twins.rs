//! The same person twice: a warning before it happens, and one person out of two entries afterwards.

use super::{CaseLine, known, lines};
use crate::house::{Command, Query};
use crate::{Circumstances, Failure, Topic};
use domain::measure::Id;
use domain::text::fold::fold;
use serde::{Deserialize, Serialize};
use store::cases::Whose;
use store::{Reader, Writer};

/// Asks who is registered already under a name that sounds or looks the same.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct SimilarPeople {
    family_name: String,
    given_name: String,
    family_kana: String,
    given_kana: String,
}

impl Query for SimilarPeople {
    type Answer = Vec<CaseLine>;
    const TOPICS: &'static [Topic] = &[Topic::Cases];

    fn answer(self, around: &Circumstances, reader: &Reader) -> Result<Vec<CaseLine>, Failure> {
        let plain = |parts: [&str; 2]| fold(&parts.concat()).split_whitespace().collect::<String>();
        let name = plain([&self.family_name, &self.given_name]);
        let kana = plain([&self.family_kana, &self.given_kana]);
        let whole = |text: &str, family: &str, given: &str| {
            !text.is_empty() && !family.trim().is_empty() && !given.trim().is_empty()
        };
        let by_name = whole(&name, &self.family_name, &self.given_name);
        let by_kana = whole(&kana, &self.family_kana, &self.given_kana);
        let mut same = reader.case_names()?;
        same.retain(|(_, written, reading)| {
            (by_name && plain([written, ""]) == name) || (by_kana && plain([reading, ""]) == kana)
        });
        let same: Vec<Id> = same.into_iter().map(|(case, ..)| case).collect();
        if same.is_empty() { Ok(Vec::new()) } else { lines(reader, around.today(), Whose::These(&same)) }
    }
}

/// Asks what would become of two entries of one person. Errors: `case.unknown`, `merge.same`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct MergePreview {
    case_id: Id,
    other_id: Id,
}

/// One of the two entries.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct MergeSide {
    /// Who it is.
    pub person: CaseLine,
    /// Contact records.
    pub contacts: u32,
    /// Visits in which the person was to be seen.
    pub visits: u32,
    /// Sessions with an attendance.
    pub sessions: u32,
    /// Tasks.
    pub tasks: u32,
    /// Steps of the road.
    pub steps: u32,
}

/// What would become of them.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct MergeView {
    /// The entry that stays.
    pub keep: MergeSide,
    /// The entry that goes into it.
    pub other: MergeSide,
    /// Both are running: they become one episode. Else they stay two episodes of one person.
    pub one_episode: bool,
}

impl Query for MergePreview {
    type Answer = MergeView;
    const TOPICS: &'static [Topic] = &[Topic::Cases, Topic::Contacts, Topic::Plans, Topic::Tasks];

    fn answer(self, around: &Circumstances, reader: &Reader) -> Result<MergeView, Failure> {
        different(reader, &self.case_id, &self.other_id)?;
        let ids = [self.case_id.clone(), self.other_id.clone()];
        let everybody = lines(reader, around.today(), Whose::These(&ids))?;
        let side = |id: &Id| {
            let person = everybody.iter().find(|l| l.id == *id).cloned();
            let person = person.ok_or_else(|| Failure::new("case.unknown").at("case_id"))?;
            let store::merge::Weight { contacts, visits, sessions, tasks, steps } = reader.weight(id)?;
            Ok::<_, Failure>(MergeSide { person, contacts, visits, sessions, tasks, steps })
        };
        let (keep, other) = (side(&self.case_id)?, side(&self.other_id)?);
        Ok(MergeView { one_episode: keep.person.is_open() && other.person.is_open(), keep, other })
    }
}

/// Makes two entries one person: `case_id` stays. Where both are running they become one episode. Nothing is written
/// that 「元に戻す」 does not take back.
///
/// Errors: `case.unknown`, `merge.same`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct MergePeople {
    case_id: Id,
    other_id: Id,
}

impl Command for MergePeople {
    type Answer = Id;
    const CHANGES: &'static [Topic] = &[
        Topic::Cases,
        Topic::Contacts,
        Topic::Plans,
        Topic::Programmes,
        Topic::Activities,
        Topic::Tasks,
        Topic::Issues,
    ];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<Id, Failure> {
        different(writer, &self.case_id, &self.other_id)?;
        let on = around.today();
        let (keep, other) = (writer.case_on(&self.case_id, on)?, writer.case_on(&self.other_id, on)?);
        let open = |facts: &store::cases::CaseFacts| facts.stage != domain::vocabulary::Stage::Closed;
        let one_episode = open(&keep) && open(&other);
        if keep.client_id != other.client_id {
            writer.merge_clients(&keep.client_id, &other.client_id)?;
        }
        if one_episode {
            writer.merge_cases(&self.case_id, &self.other_id)?;
        }
        Ok(self.case_id)
    }
}

fn different(reader: &Reader, case: &Id, other: &Id) -> Result<(), Failure> {
    known(reader, case)?;
    known(reader, other)?;
    if case == other { Err(Failure::new("merge.same").at("other_id")) } else { Ok(()) }
}
