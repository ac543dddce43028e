//! 活動: the work of a year that is not casework, and notes without a case.

mod record;

pub use record::{RecordActivity, RecordPublication, RecordSupport};

use crate::contacts::{self, Links, MentionView, TimelineItem};
use crate::house::Query;
use crate::{Circumstances, Failure, Topic};
use domain::calendar::{FiscalYear, PartialDate};
use domain::measure::Id;
use serde::{Deserialize, Serialize};
use store::Reader;

/// Asks for the activities of a fiscal year.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct Activities {
    fiscal_year: FiscalYear,
}

/// A meeting, a briefing, a training.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct Activity {
    /// Identity.
    pub id: Id,
    /// Kind, a code.
    pub kind: String,
    /// Day.
    pub on: PartialDate,
    /// Minutes.
    pub minutes: Option<u32>,
    /// Name.
    pub name: String,
    /// Participants in all.
    pub participants: Option<u32>,
    /// Of these, the hospital side.
    pub medical: Option<u32>,
    /// Support.
    pub support: Option<u32>,
    /// Municipality.
    pub municipal: Option<u32>,
    /// Peers and family.
    pub peer_family: Option<u32>,
    /// Housing.
    pub housing: Option<u32>,
    /// Others.
    pub other: Option<u32>,
    /// How the partner took part, a code.
    pub partner_role: Option<String>,
    /// Content.
    pub content: String,
    /// Decisions.
    pub decisions: String,
    /// Area.
    pub area: Option<String>,
    /// Moment of writing, where it was written here.
    pub written_at: Option<String>,
    /// Links in the content and the decisions.
    pub mentions: Vec<MentionView>,
}

/// Support given to an organisation.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct Support {
    /// Identity.
    pub id: Id,
    /// Kind, a code.
    pub kind: String,
    /// Day.
    pub on: PartialDate,
    /// Name of the organisation.
    pub org: Option<String>,
    /// The organisation.
    pub org_id: Option<Id>,
    /// Theme.
    pub theme: String,
    /// Minutes.
    pub minutes: Option<u32>,
    /// Moment of writing, where it was written here.
    pub written_at: Option<String>,
}

/// Something published.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct Publication {
    /// Identity.
    pub id: Id,
    /// Month, `2026-06`.
    pub month: PartialDate,
    /// Kind, a code.
    pub kind: String,
    /// Title.
    pub title: String,
}

/// The activities of a year, each list newest first.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct ActivityList {
    /// Meetings, briefings, trainings.
    pub activities: Vec<Activity>,
    /// Support to others.
    pub support: Vec<Support>,
    /// Publications.
    pub publications: Vec<Publication>,
    /// Notes without a case.
    pub loose: Vec<TimelineItem>,
}

impl Query for Activities {
    type Answer = ActivityList;
    const TOPICS: &'static [Topic] = &[Topic::Activities, Topic::Contacts, Topic::Organisations];

    fn answer(self, _: &Circumstances, reader: &Reader) -> Result<ActivityList, Failure> {
        let year = self.fiscal_year;
        let links = Links::read(reader)?;
        let activities = reader.activities(year)?.into_iter().map(|(id, on, a)| {
            let mentions = links.of(&format!("{}\n{}", a.content, a.decisions));
            let [medical, support, municipal, peer_family, housing, other] = a.sides;
            Activity {
                id,
                kind: a.kind,
                on,
                minutes: a.minutes,
                name: a.name,
                participants: a.participants,
                medical,
                support,
                municipal,
                peer_family,
                housing,
                other,
                partner_role: a.partner_role,
                content: a.content,
                decisions: a.decisions,
                area: a.area,
                written_at: a.written_at,
                mentions,
            }
        });
        let support = reader.support(year)?.into_iter().map(|s| Support {
            id: s.id,
            kind: s.kind,
            on: s.on,
            org: s.org,
            org_id: s.org_id,
            theme: s.theme,
            minutes: s.minutes,
            written_at: s.written_at,
        });
        let publications = reader.publications(year)?.into_iter().map(|p| Publication {
            id: p.id,
            month: p.month,
            kind: p.kind,
            title: p.title,
        });
        Ok(ActivityList {
            activities: activities.collect(),
            support: support.collect(),
            publications: publications.collect(),
            loose: contacts::loose(reader, year)?,
        })
    }
}
