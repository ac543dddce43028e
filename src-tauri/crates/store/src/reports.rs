//! Reports: their texts, the material of a year, and the key of the shuffled letters.

use crate::schema::Field;
use crate::{Reader, Row, StoreError, Writer};
use chrono::NaiveDate;
use domain::calendar::FiscalYear;
use domain::vocabulary as v;
use std::collections::BTreeMap;

pub use crate::releases::ReleaseRow;

/// Where the key of the shuffled letters is kept.
const LETTERS_KEY: &str = "report.letters_key";

/// What one dated line of the year's material is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// 気づき.
    Issue,
    /// An activity of a kind.
    Activity(v::ActivityKind),
    /// Support to others.
    Support(v::SupportKind),
    /// A session's own words: what was good, what gave concern, what comes next.
    Session,
    /// What people said in a session.
    Voices,
    /// A publication.
    Publication(v::PublicationKind),
    /// A change in the relation to an organisation.
    Relation,
}

/// One dated line of the year's material.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Material {
    /// Day, or the first day that the date can mean.
    pub on: NaiveDate,
    /// What it is.
    pub source: Source,
    /// The line.
    pub text: String,
}

/// Bounds of a fiscal year for dates that are perhaps partial: from, before.
fn bounds(year: FiscalYear) -> (String, String) {
    (format!("{:04}-04", year.year()), format!("{:04}-04", year.year() + 1))
}

fn code<T>(row: &Row, name: &str, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>, StoreError> {
    Ok(row.maybe(name)?.and_then(|c| read(&c)))
}

/// Texts that are not empty, joined.
fn joined(parts: &[String]) -> String {
    parts.iter().map(|p| p.trim()).filter(|p| !p.is_empty()).collect::<Vec<_>>().join("　")
}

impl Reader<'_> {
    /// Texts of a report by their key.
    pub fn report_sections(&self, year: FiscalYear) -> Result<BTreeMap<String, String>, StoreError> {
        let rows = self.all(
            // One row per text.
            "SELECT section, text FROM report_sections WHERE fiscal_year = ?",
            [year.year()],
            |r| Ok((r.text("section")?, r.text("text")?)),
        )?;
        Ok(rows.into_iter().collect())
    }

    /// The year's material for those who write the report, oldest first.
    pub fn report_materials(&self, year: FiscalYear) -> Result<Vec<Material>, StoreError> {
        let (from, before) = bounds(year);
        let span = [from.as_str(), before.as_str()];
        let line = |r: &Row, day: &str, source: Source, text: String| -> Result<Material, StoreError> {
            Ok(Material { on: r.date(day)?.first_day(), source, text })
        };
        let mut found =
            // One row per 気づき.
            self.all("SELECT on_date, text FROM issues WHERE on_date >= ?1 AND on_date < ?2", span, |r| {
                line(r, "on_date", Source::Issue, r.text("text")?)
            })?;
        found.extend(self.all(
            // One row per activity.
            "SELECT on_date, kind, name, content, decisions, reaction FROM activities WHERE on_date >= ?1 AND on_date < ?2",
            span,
            |r| {
                let kind = code(r, "kind", v::ActivityKind::from_code)?.unwrap_or(v::ActivityKind::Other);
                let text = joined(&[r.text("name")?, r.text("content")?, r.text("decisions")?, r.text("reaction")?]);
                line(r, "on_date", Source::Activity(kind), text)
            },
        )?);
        found.extend(self.all(
            // One row per act of support to others.
            "SELECT s.on_date, s.kind, o.name, s.theme, s.change_seen FROM support_to_others s \
             JOIN organisations o ON o.id = s.org_id WHERE s.on_date >= ?1 AND s.on_date < ?2",
            span,
            |r| {
                let kind =
                    code(r, "kind", v::SupportKind::from_code)?.unwrap_or(v::SupportKind::Consultation);
                let text = joined(&[r.text("name")?, r.text("theme")?, r.text("change_seen")?]);
                line(r, "on_date", Source::Support(kind), text)
            },
        )?);
        let sessions = self.all(
            // One row per session.
            "SELECT on_date, theme, good, concern, next, words FROM sessions WHERE on_date >= ?1 AND on_date < ?2",
            span,
            |r| {
                let own = joined(&[r.text("theme")?, r.text("good")?, r.text("concern")?, r.text("next")?]);
                let voices = r.text("words")?;
                Ok([line(r, "on_date", Source::Session, own)?, line(r, "on_date", Source::Voices, voices)?])
            },
        )?;
        found.extend(sessions.into_iter().flatten());
        found.extend(self.all(
            // One row per publication.
            "SELECT month, kind, title FROM publications WHERE month >= ?1 AND month < ?2",
            span,
            |r| {
                let kind =
                    code(r, "kind", v::PublicationKind::from_code)?.unwrap_or(v::PublicationKind::Other);
                line(r, "month", Source::Publication(kind), r.text("title")?)
            },
        )?);
        found.extend(self.all(
            // One row per change in a relation.
            "SELECT s.on_date, o.name, s.department, s.state, s.note FROM relationship_states s \
             JOIN organisations o ON o.id = s.org_id WHERE s.on_date >= ?1 AND s.on_date < ?2",
            span,
            |r| {
                let state =
                    code(r, "state", v::RelationshipState::from_code)?.map_or("", v::RelationshipState::ja);
                let text =
                    joined(&[r.text("name")?, r.text("department")?, state.to_owned(), r.text("note")?]);
                line(r, "on_date", Source::Relation, text)
            },
        )?);
        found.retain(|m| !m.text.is_empty());
        found.sort_by(|a, b| (a.on, a.source, &a.text).cmp(&(b.on, b.source, &b.text)));
        Ok(found)
    }

    /// The key of the shuffled letters, once there is one.
    pub fn letters_key(&self) -> Result<Option<String>, StoreError> {
        self.setting(LETTERS_KEY)
    }
}

impl Writer<'_> {
    /// Keeps one text of a report; an empty one is dropped.
    pub fn keep_report_section(&mut self, year: FiscalYear, key: &str, text: &str) -> Result<(), StoreError> {
        let known = self.first(
            // The one row of the text.
            "SELECT id FROM report_sections WHERE fiscal_year = ?1 AND section = ?2",
            (year.year(), key),
            |r| r.id("id"),
        )?;
        match known {
            Some(id) if text.is_empty() => self.delete("report_sections", &id),
            Some(id) => self.update("report_sections", &id, &[("text", text.into())]),
            None if text.is_empty() => Ok(()),
            None => {
                let fields =
                    [("fiscal_year", year_field(year)), ("section", key.into()), ("text", text.into())];
                self.insert("report_sections", &fields).map(|_| ())
            }
        }
    }

    /// Keeps the key of the shuffled letters, if there is none yet.
    pub fn keep_letters_key(&mut self, key: &str) -> Result<(), StoreError> {
        if self.letters_key()?.is_none() {
            self.keep_aside(LETTERS_KEY, key)?;
        }
        Ok(())
    }
}

pub(crate) fn year_field(year: FiscalYear) -> Field {
    u32::try_from(year.year()).map_or(Field::null(), Field::from)
}
