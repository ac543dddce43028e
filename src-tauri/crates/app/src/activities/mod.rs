//! 活動: the work of a year that is not casework, and notes without a case.

mod bodies;
mod record;

pub use bodies::{Body, BriefedHospital};
pub use record::{ActivityDetails, RecordActivity, RecordPublication, RecordSupport};

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
    /// Organisation with which or at which it was.
    pub org_id: Option<Id>,
    /// Its name.
    pub org: Option<String>,
    /// Begin.
    pub start: Option<String>,
    /// ねらい.
    pub aim: String,
    /// 宿題.
    pub homework: String,
    /// 反応.
    pub reaction: String,
    /// 資料名.
    pub materials: String,
    /// How often its body had met in the year, this time included.
    pub nth: u32,
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
    /// Codes of its themes.
    pub themes: Vec<String>,
    /// What changed.
    pub change_seen: String,
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
    /// Area.
    pub area: String,
    /// Whom it is for.
    pub audience: String,
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
    /// 会議体: what meets again and again, the last held first.
    pub bodies: Vec<Body>,
    /// Hospitals to which the project was explained, and how often.
    pub briefed: Vec<BriefedHospital>,
}

impl Query for Activities {
    type Answer = ActivityList;
    const TOPICS: &'static [Topic] =
        &[Topic::Activities, Topic::Contacts, Topic::Organisations, Topic::Plans];

    fn answer(self, around: &Circumstances, reader: &Reader) -> Result<ActivityList, Failure> {
        let year = self.fiscal_year;
        let links = Links::read(reader)?;
        let held = bodies::Held::read(reader, year, around.today())?;
        let activities = reader.activities(year)?.into_iter().map(|(id, on, a)| {
            let mentions = links.of(&[&*a.content, &a.decisions, &a.homework, &a.reaction].join("\n"));
            let (org_id, org) = a.org.unzip();
            let nth = held.nth(&a.kind, &a.name, on);
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
                nth,
                area: a.area,
                org_id,
                org,
                start: a.start,
                aim: a.aim,
                homework: a.homework,
                reaction: a.reaction,
                materials: a.materials,
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
            themes: s.themes,
            change_seen: s.change_seen,
            written_at: s.written_at,
        });
        let publications = reader.publications(year)?.into_iter().map(|p| Publication {
            id: p.id,
            month: p.month,
            kind: p.kind,
            title: p.title,
            area: p.area,
            audience: p.audience,
        });
        Ok(ActivityList {
            activities: activities.collect(),
            support: support.collect(),
            publications: publications.collect(),
            loose: contacts::loose(reader, year)?,
            bodies: held.bodies(),
            briefed: held.briefed(),
        })
    }
}
