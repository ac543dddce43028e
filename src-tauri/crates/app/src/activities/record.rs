//! Recording work that is not casework.

use crate::contacts::{self, NextStep};
use crate::house::Command;
use crate::{Circumstances, Failure, Topic};
use chrono::NaiveDate;
use domain::calendar::{PartialDate, Precision};
use domain::measure::Id;
use domain::vocabulary::{ActivityKind, OrganisationType, PartnerRole, PublicationKind, SupportKind};
use serde::Deserialize;
use store::Writer;
use store::activities::Activity;

/// Records a meeting, a briefing, a training. It needs a name or a content. Names behind 「@」 and 「#」 in its texts become
/// links, and the steps that were read from their lines and confirmed become tasks.
///
/// Errors: `activity.empty`, `activity.in-the-future`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct RecordActivity {
    #[ts(type = "string")]
    kind: ActivityKind,
    on: PartialDate,
    minutes: Option<u32>,
    name: String,
    participants: Option<u32>,
    medical: Option<u32>,
    support: Option<u32>,
    municipal: Option<u32>,
    peer_family: Option<u32>,
    housing: Option<u32>,
    other: Option<u32>,
    #[ts(type = "string | null")]
    partner_role: Option<PartnerRole>,
    content: String,
    decisions: String,
    area: Option<String>,
    #[serde(default)]
    #[ts(as = "Option<Vec<NextStep>>", optional)]
    more_steps: Vec<NextStep>,
}

impl Command for RecordActivity {
    type Answer = Id;
    const CHANGES: &'static [Topic] = &[Topic::Activities, Topic::Tasks];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<Id, Failure> {
        if self.name.trim().is_empty() && self.content.trim().is_empty() {
            return Err(Failure::new("activity.empty").at("name"));
        }
        in_the_past(self.on.first_day(), around, "on")?;
        let activity = Activity {
            kind: self.kind.code().to_owned(),
            minutes: self.minutes,
            name: self.name.trim().to_owned(),
            participants: self.participants,
            sides: [self.medical, self.support, self.municipal, self.peer_family, self.housing, self.other],
            partner_role: self.partner_role.map(|role| role.code().to_owned()),
            content: self.content,
            decisions: self.decisions,
            area: self.area,
            written_at: None,
        };
        contacts::link_texts(writer, &[&activity.content, &activity.decisions])?;
        contacts::add_steps(writer, &self.more_steps)?;
        Ok(writer.add_activity(self.on, &activity)?)
    }
}

/// Records back-up, supervision or consultation given to an organisation; an unknown name is added to the directory.
///
/// Errors: `activity.no-organisation`, `organisation.unknown`, `activity.in-the-future`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct RecordSupport {
    kind: SupportKind,
    #[ts(type = "string")]
    on: NaiveDate,
    org_id: Option<Id>,
    org_name: String,
    theme: String,
    minutes: Option<u32>,
}

impl Command for RecordSupport {
    type Answer = Id;
    const CHANGES: &'static [Topic] = &[Topic::Activities, Topic::Organisations];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<Id, Failure> {
        in_the_past(self.on, around, "on")?;
        let missing = "activity.no-organisation";
        let org = crate::organisations::place(
            writer,
            self.org_id,
            &self.org_name,
            OrganisationType::Other,
            missing,
        )?;
        let on = PartialDate::day(self.on);
        Ok(writer.add_support(self.kind.code(), on, &org, self.theme.trim(), self.minutes)?)
    }
}

/// Records something published in a month.
///
/// Errors: `publication.no-month`, `publication.empty`, `activity.in-the-future`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct RecordPublication {
    month: PartialDate,
    #[ts(type = "string")]
    kind: PublicationKind,
    title: String,
}

impl Command for RecordPublication {
    type Answer = Id;
    const CHANGES: &'static [Topic] = &[Topic::Activities];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<Id, Failure> {
        if self.month.precision() != Precision::Month {
            return Err(Failure::new("publication.no-month").at("month"));
        }
        if self.title.trim().is_empty() {
            return Err(Failure::new("publication.empty").at("title"));
        }
        in_the_past(self.month.first_day(), around, "month")?;
        Ok(writer.add_publication(self.month, self.kind.code(), self.title.trim())?)
    }
}

/// Refuses a record of what has not happened yet. Error: `activity.in-the-future`.
fn in_the_past(on: NaiveDate, around: &Circumstances, field: &str) -> Result<(), Failure> {
    if on > around.today() { Err(Failure::new("activity.in-the-future").at(field)) } else { Ok(()) }
}
