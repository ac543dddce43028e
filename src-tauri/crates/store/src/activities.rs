//! Work that is not casework: meetings, briefings, trainings, support to others, publications.

use crate::schema::Field;
use crate::{Reader, StoreError, Writer};
use chrono::NaiveDate;
use domain::calendar::{FiscalYear, PartialDate};
use domain::measure::Id;

/// A meeting, a briefing, a training.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Activity {
    /// Kind, a code.
    pub kind: String,
    /// Minutes.
    pub minutes: Option<u32>,
    /// Name.
    pub name: String,
    /// Participants in all.
    pub participants: Option<u32>,
    /// Participants of the hospital side, support, municipality, peers and family, housing, others.
    pub sides: [Option<u32>; 6],
    /// How the partner took part, a code.
    pub partner_role: Option<String>,
    /// Content.
    pub content: String,
    /// Decisions.
    pub decisions: String,
    /// Area.
    pub area: Option<String>,
    /// Organisation with which or at which it was, and its name (only read).
    pub org: Option<(Id, String)>,
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
    /// Moment of writing; only read, an act of its own.
    pub written_at: Option<String>,
}

/// Back-up, supervision or consultation given to an organisation.
#[derive(Clone, Debug, PartialEq)]
pub struct Support {
    /// Identity.
    pub id: Id,
    /// Kind, a code.
    pub kind: String,
    /// Day.
    pub on: PartialDate,
    /// Organisation.
    pub org_id: Option<Id>,
    /// Its name.
    pub org: Option<String>,
    /// Theme.
    pub theme: String,
    /// Minutes.
    pub minutes: Option<u32>,
    /// Codes of its themes.
    pub themes: Vec<String>,
    /// What changed.
    pub change_seen: String,
    /// Moment of writing.
    pub written_at: Option<String>,
}

/// One day on which something was held under a name.
#[derive(Clone, Debug, PartialEq)]
pub struct HeldDay {
    /// Kind, a code.
    pub kind: String,
    /// Name as it was written.
    pub name: String,
    /// Day.
    pub on: PartialDate,
    /// Organisation and its name.
    pub org: Option<(Id, String)>,
}

/// Something published.
#[derive(Clone, Debug, PartialEq)]
pub struct Publication {
    /// Identity.
    pub id: Id,
    /// Month.
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

const SIDES: [&str; 6] = [
    "participants_medical",
    "participants_support",
    "participants_municipal",
    "participants_peer_family",
    "participants_housing",
    "participants_other",
];

/// First month and last day of a year, between which its dates lie, those known to the month included.
fn span(year: FiscalYear) -> [String; 2] {
    [year.first().format("%Y-%m").to_string(), year.last().to_string()]
}

impl Reader<'_> {
    /// Activities of a fiscal year, newest first, each with its identity and day.
    pub fn activities(&self, year: FiscalYear) -> Result<Vec<(Id, PartialDate, Activity)>, StoreError> {
        self.all(
            "SELECT a.*, o.name AS org FROM activities a LEFT JOIN organisations o ON o.id = a.body_org \
             WHERE a.on_date BETWEEN ?1 AND ?2 ORDER BY a.on_date DESC, a.start_time DESC, a.id DESC",
            span(year),
            |r| {
                let mut sides = [None; 6];
                for (side, name) in sides.iter_mut().zip(SIDES) {
                    *side = r.number(name)?;
                }
                let activity = Activity {
                    kind: r.text("kind")?,
                    minutes: r.number("minutes")?,
                    name: r.text("name")?,
                    participants: r.number("participants")?,
                    sides,
                    partner_role: r.maybe("partner_role")?,
                    content: r.text("content")?,
                    decisions: r.text("decisions")?,
                    area: r.maybe("area")?,
                    org: r.maybe_id("body_org")?.zip(r.maybe("org")?),
                    start: r.maybe("start_time")?,
                    aim: r.text("aim")?,
                    homework: r.text("homework")?,
                    reaction: r.text("reaction")?,
                    materials: r.text("materials")?,
                    written_at: r.maybe("written_at")?,
                };
                Ok((r.id("id")?, r.date("on_date")?, activity))
            },
        )
    }

    /// Support to others of a fiscal year, newest first.
    pub fn support(&self, year: FiscalYear) -> Result<Vec<Support>, StoreError> {
        self.all(
            "SELECT s.id, s.kind, s.on_date, s.org_id, o.name AS org, s.theme, s.minutes, s.theme_codes, s.change_seen, s.written_at FROM support_to_others s \
             LEFT JOIN organisations o ON o.id = s.org_id WHERE s.on_date BETWEEN ?1 AND ?2 ORDER BY s.on_date DESC, s.id DESC",
            span(year),
            |r| {
                Ok(Support {
                    id: r.id("id")?,
                    kind: r.text("kind")?,
                    on: r.date("on_date")?,
                    org_id: r.maybe_id("org_id")?,
                    org: r.maybe("org")?,
                    theme: r.text("theme")?,
                    minutes: r.number("minutes")?,
                    themes: r.list("theme_codes")?,
                    change_seen: r.text("change_seen")?,
                    written_at: r.maybe("written_at")?,
                })
            },
        )
    }

    /// Every day between two on which something was held under a name, in order.
    pub fn held_days(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<HeldDay>, StoreError> {
        // One row per activity.
        self.all(
            "SELECT a.kind, a.name, a.on_date, a.body_org, o.name AS org FROM activities a LEFT JOIN organisations o ON o.id = a.body_org \
             WHERE a.on_date BETWEEN ?1 AND ?2 ORDER BY a.on_date, a.start_time, a.id",
            [from.to_string(), to.to_string()],
            |r| {
                Ok(HeldDay {
                    kind: r.text("kind")?,
                    name: r.text("name")?,
                    on: r.date("on_date")?,
                    org: r.maybe_id("body_org")?.zip(r.maybe("org")?),
                })
            },
        )
    }

    /// Meetings that are planned from a day on: title and day, in order.
    pub fn planned_meetings(&self, from: NaiveDate) -> Result<Vec<(String, NaiveDate)>, StoreError> {
        // One row per plan.
        self.all(
            "SELECT title, on_date FROM appointments WHERE on_date >= ?1 AND case_id IS NULL AND title IS NOT NULL \
               AND coalesce(result, 'planned') = 'planned' ORDER BY on_date",
            [from.to_string()],
            |r| Ok((r.text("title")?, r.date("on_date")?.first_day())),
        )
    }

    /// Publications of a fiscal year, newest first.
    pub fn publications(&self, year: FiscalYear) -> Result<Vec<Publication>, StoreError> {
        self.all(
            "SELECT id, month, kind, title, area, audience FROM publications WHERE month BETWEEN ?1 AND ?2 ORDER BY month DESC, id DESC",
            span(year),
            |r| {
                Ok(Publication {
                    id: r.id("id")?,
                    month: r.date("month")?,
                    kind: r.text("kind")?,
                    title: r.text("title")?,
                    area: r.text("area")?,
                    audience: r.text("audience")?,
                })
            },
        )
    }
}

impl Writer<'_> {
    /// Keeps an activity: that of `id`, or a new one, written now.
    pub fn keep_activity(
        &mut self,
        id: Option<&Id>,
        on: PartialDate,
        activity: &Activity,
    ) -> Result<Id, StoreError> {
        let written_at = self.at().to_rfc3339();
        let mut fields: Vec<(&str, Field)> = vec![
            ("on_date", on.into()),
            ("kind", Field::text(&activity.kind)),
            ("minutes", activity.minutes.into()),
            ("name", Field::text(&activity.name)),
            ("participants", activity.participants.into()),
            ("partner_role", activity.partner_role.clone().into()),
            ("content", Field::text(&activity.content)),
            ("decisions", Field::text(&activity.decisions)),
            ("area", activity.area.clone().into()),
            ("body_org", activity.org.as_ref().map(|(id, _)| id).into()),
            ("start_time", activity.start.clone().into()),
            ("aim", Field::text(&activity.aim)),
            ("homework", Field::text(&activity.homework)),
            ("reaction", Field::text(&activity.reaction)),
            ("materials", Field::text(&activity.materials)),
        ];
        fields.extend(SIDES.into_iter().zip(activity.sides.iter().map(|n| Field::from(*n))));
        match id {
            Some(id) => self.update("activities", id, &fields).map(|()| id.clone()),
            None => {
                fields.push(("written_at", written_at.into()));
                self.insert("activities", &fields)
            }
        }
    }

    /// Keeps support that was given to an organisation: the row of `id`, or a new one, written now.
    pub fn keep_support(&mut self, id: Option<&Id>, support: &Support) -> Result<Id, StoreError> {
        let written_at = self.at().to_rfc3339();
        let mut fields: Vec<(&str, Field)> = vec![
            ("kind", Field::text(&support.kind)),
            ("on_date", support.on.into()),
            ("org_id", support.org_id.as_ref().into()),
            ("theme", Field::text(&support.theme)),
            ("minutes", support.minutes.into()),
            ("theme_codes", support.themes.join(";").into()),
            ("change_seen", Field::text(&support.change_seen)),
        ];
        match id {
            Some(id) => self.update("support_to_others", id, &fields).map(|()| id.clone()),
            None => {
                fields.push(("written_at", written_at.into()));
                self.insert("support_to_others", &fields)
            }
        }
    }

    /// True for the identity of an activity.
    pub fn is_activity(&self, id: &Id) -> Result<bool, StoreError> {
        Ok(self.first("SELECT id FROM activities WHERE id = ?1", [id.as_str()], |r| r.id("id"))?.is_some())
    }

    /// True for the identity of support given to an organisation.
    pub fn is_support(&self, id: &Id) -> Result<bool, StoreError> {
        let sql = "SELECT id FROM support_to_others WHERE id = ?1";
        Ok(self.first(sql, [id.as_str()], |r| r.id("id"))?.is_some())
    }

    /// Adds a publication of a month.
    pub fn add_publication(&mut self, publication: &Publication) -> Result<Id, StoreError> {
        let fields = [
            ("month", publication.month.into()),
            ("kind", Field::text(&publication.kind)),
            ("title", Field::text(&publication.title)),
            ("area", Field::text(&publication.area)),
            ("audience", Field::text(&publication.audience)),
        ];
        self.insert("publications", &fields)
    }
}
