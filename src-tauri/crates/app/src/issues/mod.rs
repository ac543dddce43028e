//! 気づき: what one noticed, at once and in a line.

use crate::contacts::{self, Links, MentionView};
use crate::house::{Command, Query};
use crate::{Circumstances, Failure, Topic};
use chrono::NaiveDate;
use domain::measure::Id;
use domain::vocabulary::IssueStatus;
use serde::{Deserialize, Serialize};
use store::{Reader, Writer};

/// Asks for every 気づき, newest first.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(type = "Record<string, never>")]
pub struct Issues {}

/// One 気づき.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct Issue {
    /// Identity.
    pub id: Id,
    /// Day.
    #[ts(type = "string")]
    pub on: NaiveDate,
    /// Text.
    pub text: String,
    /// 入口, 出口, 病院, 家族, 住まい, 制度, 人材, 院内意識, 連携 or words of one's own.
    pub tags: Vec<String>,
    /// What became of it.
    pub status: IssueStatus,
    /// Links behind 「@」 and 「#」 in the text.
    pub mentions: Vec<MentionView>,
}

impl Query for Issues {
    type Answer = Vec<Issue>;
    const TOPICS: &'static [Topic] = &[Topic::Issues, Topic::Cases, Topic::Organisations];

    fn answer(self, _: &Circumstances, reader: &Reader) -> Result<Vec<Issue>, Failure> {
        let links = Links::read(reader)?;
        let issues = reader.issues()?.into_iter().map(|issue| Issue {
            id: issue.id,
            on: issue.on.first_day(),
            mentions: links.of(&issue.text),
            text: issue.text,
            tags: issue.tags,
            status: issue.status,
        });
        Ok(issues.collect())
    }
}

/// Keeps a 気づき of today. Names behind 「@」 and 「#」 become links. Error: `issue.empty`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct NoteIssue {
    text: String,
    tags: Vec<String>,
}

impl Command for NoteIssue {
    type Answer = Id;
    const CHANGES: &'static [Topic] = &[Topic::Issues];

    fn perform(self, _: &Circumstances, writer: &mut Writer) -> Result<Id, Failure> {
        let text = self.text.trim();
        if text.is_empty() {
            return Err(Failure::new("issue.empty").at("text"));
        }
        let mut tags: Vec<String> = Vec::new();
        for tag in self.tags.iter().map(|tag| tag.replace(';', " ").trim().to_owned()) {
            if !tag.is_empty() && !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        contacts::link_texts(writer, &[text])?;
        Ok(writer.add_issue(text, &tags)?)
    }
}
