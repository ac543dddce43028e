//! Work that is not casework: meetings, briefings, trainings, support to others, publications.

use crate::schema::Field;
use crate::{Reader, StoreError, Writer};
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
    /// Moment of writing.
    pub written_at: Option<String>,
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
            "SELECT * FROM activities WHERE on_date BETWEEN ?1 AND ?2 ORDER BY on_date DESC, start_time DESC, id DESC",
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
                    written_at: r.maybe("written_at")?,
                };
                Ok((r.id("id")?, r.date("on_date")?, activity))
            },
        )
    }

    /// Support to others of a fiscal year, newest first.
    pub fn support(&self, year: FiscalYear) -> Result<Vec<Support>, StoreError> {
        self.all(
            "SELECT s.id, s.kind, s.on_date, s.org_id, o.name AS org, s.theme, s.minutes, s.written_at FROM support_to_others s \
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
                    written_at: r.maybe("written_at")?,
                })
            },
        )
    }

    /// Publications of a fiscal year, newest first.
    pub fn publications(&self, year: FiscalYear) -> Result<Vec<Publication>, StoreError> {
        self.all(
            "SELECT id, month, kind, title FROM publications WHERE month BETWEEN ?1 AND ?2 ORDER BY month DESC, id DESC",
            span(year),
            |r| Ok(Publication { id: r.id("id")?, month: r.date("month")?, kind: r.text("kind")?, title: r.text("title")? }),
        )
    }
}

impl Writer<'_> {
    /// Adds an activity, written now.
    pub fn add_activity(&mut self, on: PartialDate, activity: &Activity) -> Result<Id, StoreError> {
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
            ("written_at", written_at.into()),
        ];
        fields.extend(SIDES.into_iter().zip(activity.sides.iter().map(|n| Field::from(*n))));
        self.insert("activities", &fields)
    }

    /// Adds support that was given to an organisation.
    pub fn add_support(
        &mut self,
        kind: &str,
        on: PartialDate,
        org: &Id,
        theme: &str,
        minutes: Option<u32>,
    ) -> Result<Id, StoreError> {
        let written_at = self.at().to_rfc3339();
        self.insert(
            "support_to_others",
            &[
                ("kind", kind.into()),
                ("on_date", on.into()),
                ("org_id", org.into()),
                ("theme", theme.into()),
                ("minutes", minutes.into()),
                ("written_at", written_at.into()),
            ],
        )
    }

    /// Adds a publication of a month.
    pub fn add_publication(&mut self, month: PartialDate, kind: &str, title: &str) -> Result<Id, StoreError> {
        self.insert(
            "publications",
            &[("month", month.into()), ("kind", kind.into()), ("title", title.into())],
        )
    }
}
