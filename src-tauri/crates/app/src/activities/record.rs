//! Recording work that is not casework.

use crate::contacts::{self, NextStep};
use crate::house::Command;
use crate::plans::ClockTime;
use crate::{Circumstances, Failure, Topic};
use chrono::NaiveDate;
use domain::calendar::{PartialDate, Precision};
use domain::measure::Id;
use domain::vocabulary::{
    ActivityKind, OrganisationType, PartnerRole, PublicationKind, SupportKind, SupportTheme,
};
use serde::Deserialize;
use store::Writer;
use store::activities::{Activity, Publication, Support};

/// What a meeting was beyond its numbers. An unknown organisation is added to the directory.
#[derive(Debug, Default, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct ActivityDetails {
    org_id: Option<Id>,
    org_name: String,
    start: Option<ClockTime>,
    aim: String,
    homework: String,
    reaction: String,
    materials: String,
}

/// Records a meeting, a briefing, a training, or corrects the one of `activity_id`. It needs a name or a content. Names behind 「@」 and 「#」 in its texts become
/// links, and the steps that were read from their lines and confirmed become tasks.
///
/// Errors: `activity.empty`, `activity.in-the-future`, `activity.unknown`, `organisation.unknown`.
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
    #[serde(default)]
    #[ts(optional = nullable)]
    activity_id: Option<Id>,
    #[serde(default)]
    #[ts(optional = nullable)]
    details: Option<ActivityDetails>,
}

impl Command for RecordActivity {
    type Answer = Id;
    const CHANGES: &'static [Topic] = &[Topic::Activities, Topic::Tasks, Topic::Organisations];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<Id, Failure> {
        if self.name.trim().is_empty() && self.content.trim().is_empty() {
            return Err(Failure::new("activity.empty").at("name"));
        }
        in_the_past(self.on.first_day(), around, "on")?;
        if let Some(id) = &self.activity_id
            && !writer.is_activity(id)?
        {
            return Err(Failure::new("activity.unknown").at("activity_id"));
        }
        let details = self.details.unwrap_or_default();
        let named = details.org_id.is_some() || !details.org_name.trim().is_empty();
        let org = if named {
            let (kind, missing) = (OrganisationType::Other, "organisation.unknown");
            Some(crate::organisations::place(writer, details.org_id, &details.org_name, kind, missing)?)
        } else {
            None
        };
        let activity = Activity {
            kind: self.kind.code().to_owned(),
            minutes: self.minutes,
            name: self.name.trim().to_owned(),
            participants: self.participants,
            sides: [self.medical, self.support, self.municipal, self.peer_family, self.housing, self.other],
            partner_role: self.partner_role.map(|role| role.code().to_owned()),
            content: self.content,
            decisions: self.decisions,
            area: self.area.map(|area| area.trim().to_owned()),
            org: org.map(|id| (id, String::new())),
            start: details.start.map(|time| time.to_string()),
            aim: details.aim.trim().to_owned(),
            homework: details.homework,
            reaction: details.reaction,
            materials: details.materials.trim().to_owned(),
            written_at: None,
        };
        contacts::link_texts(
            writer,
            &[&activity.content, &activity.decisions, &activity.homework, &activity.reaction],
        )?;
        contacts::add_steps(writer, &self.more_steps)?;
        Ok(writer.keep_activity(self.activity_id.as_ref(), self.on, &activity)?)
    }
}

/// Records back-up, supervision or consultation given to an organisation, or corrects the one of `support_id`; an unknown
/// name is added to the directory.
///
/// Errors: `activity.unknown`, `activity.no-organisation`, `organisation.unknown`, `activity.in-the-future`.
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
    #[serde(default)]
    #[ts(optional = nullable)]
    support_id: Option<Id>,
    #[serde(default)]
    #[ts(as = "Option<Vec<String>>", optional)]
    themes: Vec<SupportTheme>,
    #[serde(default)]
    #[ts(as = "Option<String>", optional)]
    change_seen: String,
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
        if let Some(id) = &self.support_id
            && !writer.is_support(id)?
        {
            return Err(Failure::new("activity.unknown").at("support_id"));
        }
        let support = Support {
            id: org.clone(),
            kind: self.kind.code().to_owned(),
            on: PartialDate::day(self.on),
            org_id: Some(org),
            org: None,
            theme: self.theme.trim().to_owned(),
            minutes: self.minutes,
            themes: self.themes.iter().map(|theme| theme.code().to_owned()).collect(),
            change_seen: self.change_seen.trim().to_owned(),
            written_at: None,
        };
        Ok(writer.keep_support(self.support_id.as_ref(), &support)?)
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
    #[serde(default)]
    #[ts(as = "Option<String>", optional)]
    area: String,
    #[serde(default)]
    #[ts(as = "Option<String>", optional)]
    audience: String,
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
        let publication = Publication {
            id: writer.new_id(),
            month: self.month,
            kind: self.kind.code().to_owned(),
            title: self.title.trim().to_owned(),
            area: self.area.trim().to_owned(),
            audience: self.audience.trim().to_owned(),
        };
        Ok(writer.add_publication(&publication)?)
    }
}

/// Refuses a record of what has not happened yet. Error: `activity.in-the-future`.
fn in_the_past(on: NaiveDate, around: &Circumstances, field: &str) -> Result<(), Failure> {
    if on > around.today() { Err(Failure::new("activity.in-the-future").at(field)) } else { Ok(()) }
}
