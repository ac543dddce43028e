//! How reports are put together: the order, titles and choice of their sections, and figures of earlier years that
//! were typed in.

use crate::schema::Field;
use crate::{Reader, StoreError, Writer};
use domain::calendar::FiscalYear;
use domain::measure::Id;
use domain::vocabulary as v;

/// One section of a report as the user wants it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedSection {
    /// Key of the section.
    pub section: String,
    /// The user's own title; empty for the usual one.
    pub title: String,
    /// The section is printed when it has something to say.
    pub shown: bool,
}

/// One figure of a year before this program was used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierFigure {
    /// The year it belongs to.
    pub fiscal_year: FiscalYear,
    /// Number of the table.
    pub table: String,
    /// Which figure of the table.
    pub figure: String,
    /// The number.
    pub value: u32,
}

/// A programme as its report names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportedProgramme {
    /// The pack's key, or the store's identity: the same before and after an export.
    pub key: String,
    /// Name.
    pub name: String,
    /// Sessions that were planned.
    pub planned_sessions: Option<u32>,
    /// Hosts and helpers: role, name, type.
    pub organisers: Vec<(Option<v::OrganiserRole>, String, Option<v::OrganisationType>)>,
}

fn year(year: FiscalYear) -> Field {
    u32::try_from(year.year()).map_or(Field::null(), Field::from)
}

impl Reader<'_> {
    /// Sections of a report in order, as kept for the year or for the last year before it that has any.
    pub fn report_plan(&self, of: FiscalYear, report: &str) -> Result<Vec<PlannedSection>, StoreError> {
        self.all(
            // One row per section.
            "SELECT section, title, shown FROM report_plans WHERE report = ?2 AND fiscal_year = \
             (SELECT max(fiscal_year) FROM report_plans WHERE report = ?2 AND fiscal_year <= ?1) ORDER BY position, section",
            (of.year(), report),
            |r| {
                Ok(PlannedSection {
                    section: r.text("section")?,
                    title: r.text("title")?,
                    shown: r.flag("shown")?,
                })
            },
        )
    }

    /// A programme by its identity.
    pub fn reported_programme(&self, id: &Id) -> Result<Option<ReportedProgramme>, StoreError> {
        let found = self.first(
            // The one row of the programme.
            "SELECT coalesce(pack_key, id) AS pack_key, name, planned_sessions FROM programmes WHERE id = ?1",
            [id.as_str()],
            |r| {
                Ok(ReportedProgramme {
                    key: r.text("pack_key")?,
                    name: r.text("name")?,
                    planned_sessions: r.number("planned_sessions")?,
                    organisers: Vec::new(),
                })
            },
        )?;
        let Some(mut programme) = found else { return Ok(None) };
        programme.organisers = self.all(
            // One row per host or helper; without any, the programme's own organisation.
            "SELECT g.role, coalesce(o.name, g.side) AS name, o.type FROM programme_organisers g \
             LEFT JOIN organisations o ON o.id = g.org_id WHERE g.programme_id = ?1 \
             UNION ALL SELECT NULL, o.name, o.type FROM programmes p JOIN organisations o ON o.id = p.org_id \
             WHERE p.id = ?1 AND NOT EXISTS (SELECT 1 FROM programme_organisers g WHERE g.programme_id = p.id)",
            [id.as_str()],
            |r| {
                let role = v::OrganiserRole::from_code(&r.text("role")?);
                Ok((role, r.text("name")?, v::OrganisationType::from_code(&r.text("type")?)))
            },
        )?;
        Ok(Some(programme))
    }

    /// Identity of the programme with this key of a pack, or with exactly this name.
    pub fn programme_keyed(&self, key: &str) -> Result<Option<Id>, StoreError> {
        // The one row of the programme.
        let keyed =
            self.first("SELECT id FROM programmes WHERE pack_key = ?1 OR id = ?1", [key], |r| r.id("id"))?;
        if keyed.is_some() { Ok(keyed) } else { self.programme_named(key) }
    }

    /// Identity of the hospital with a key of the pack or of the store, or with this name; none for what is no hospital.
    pub fn hospital_keyed(&self, key: &str) -> Result<Option<Id>, StoreError> {
        self.first(
            "SELECT id FROM organisations WHERE type IN ('psychiatric_hospital', 'general_hospital') \
             AND (pack_key = ?1 OR id = ?1 OR name = ?1) ORDER BY pack_key IS NOT ?1, id IS NOT ?1, id LIMIT 1",
            [key],
            |r| r.id("id"),
        )
    }

    /// The hospital of a report: its key among the figures, and its name; none for what is no hospital.
    pub fn reported_hospital(&self, id: &Id) -> Result<Option<(String, String)>, StoreError> {
        self.first(
            "SELECT coalesce(pack_key, id) AS key, name FROM organisations \
             WHERE type IN ('psychiatric_hospital', 'general_hospital') AND id = ?1",
            [id.as_str()],
            |r| Ok((r.text("key")?, r.text("name")?)),
        )
    }

    /// Name of the hospital with this key among the figures.
    pub fn hospital_name(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.first(
            "SELECT name FROM organisations WHERE coalesce(pack_key, id) = ?1 ORDER BY id LIMIT 1",
            [key],
            |r| r.text("name"),
        )
    }

    /// Every figure that was typed in, by year.
    pub fn earlier_figures(&self) -> Result<Vec<EarlierFigure>, StoreError> {
        self.all(
            // One row per figure.
            "SELECT fiscal_year, table_no, figure, value FROM earlier_figures ORDER BY fiscal_year, table_no, figure",
            [],
            |r| {
                let year = i32::try_from(r.count("fiscal_year")?).ok();
                let fiscal_year = year.and_then(|year| FiscalYear::try_from(year).ok());
                Ok(EarlierFigure {
                    fiscal_year: fiscal_year.ok_or(StoreError::Unreadable("earlier_figures"))?,
                    table: r.text("table_no")?,
                    figure: r.text("figure")?,
                    value: r.count("value")?,
                })
            },
        )
    }
}

impl Writer<'_> {
    /// Keeps the sections of a report for a year; none goes back to the usual order.
    pub fn keep_report_plan(
        &mut self,
        of: FiscalYear,
        report: &str,
        sections: &[PlannedSection],
    ) -> Result<(), StoreError> {
        let known = self.all(
            // Rows of the year's plan.
            "SELECT id FROM report_plans WHERE fiscal_year = ?1 AND report = ?2 ORDER BY position",
            (of.year(), report),
            |r| r.id("id"),
        )?;
        for id in known {
            self.delete("report_plans", &id)?;
        }
        for (position, section) in sections.iter().enumerate() {
            let fields = [
                ("fiscal_year", year(of)),
                ("report", report.into()),
                ("section", Field::from(&section.section)),
                ("position", Field::from(u32::try_from(position).unwrap_or(u32::MAX))),
                ("title", Field::from(&section.title)),
                ("shown", Field::from(section.shown)),
            ];
            self.insert("report_plans", &fields)?;
        }
        Ok(())
    }

    /// Keeps the figures of one table and year; none takes them away.
    pub fn keep_earlier_figures(
        &mut self,
        of: FiscalYear,
        table: &str,
        figures: &[(String, u32)],
    ) -> Result<(), StoreError> {
        let known = self.all(
            // Rows of the table and year.
            "SELECT id FROM earlier_figures WHERE fiscal_year = ?1 AND table_no = ?2 ORDER BY figure",
            (of.year(), table),
            |r| r.id("id"),
        )?;
        for id in known {
            self.delete("earlier_figures", &id)?;
        }
        for (figure, value) in figures {
            let fields = [
                ("fiscal_year", year(of)),
                ("table_no", table.into()),
                ("figure", Field::from(figure)),
                ("value", Field::from(*value)),
            ];
            self.insert("earlier_figures", &fields)?;
        }
        Ok(())
    }
}
