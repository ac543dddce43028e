//! What the papers of the practice are made of: notes in full with their corrections, the mark 転記済み, who stands
//! around a person, the days ahead, and the words of the person's own page.

use crate::schema::Field;
use crate::{Reader, Row, StoreError, Writer};
use chrono::{Datelike, NaiveDate};
use domain::calendar::PartialDate;
use domain::measure::Id;
use domain::vocabulary::{Method, Obstacle, Outcome, RecordSource, Stage};
use rusqlite::{ToSql, named_params};
use std::collections::BTreeMap;

/// One note with everything that is on record about it.
#[derive(Clone, Debug)]
pub struct Written {
    /// Identity.
    pub id: Id,
    /// Case and name of the person; none for a note that belongs to nobody's case.
    pub case: Option<(Id, String)>,
    /// Day of the contact.
    pub on: PartialDate,
    /// Begin and end, `09:30`.
    pub times: [Option<String>; 2],
    /// Minutes.
    pub minutes: Option<u32>,
    /// The minutes were filled in by the method.
    pub estimated: bool,
    /// Method.
    pub method: Option<Method>,
    /// Codes of the counterparts.
    pub counterparts: Vec<String>,
    /// Names of the people named with it.
    pub people: Vec<String>,
    /// Number of people who took part.
    pub participants: Option<u32>,
    /// Place as written.
    pub place: String,
    /// Hospital or organisation.
    pub org: String,
    /// Programme and number of the session in which it was written.
    pub session: Option<(String, u32)>,
    /// 内容区分, as written.
    pub content_kinds: Vec<String>,
    /// The text.
    pub text: String,
    /// 本人の言葉, 様子・事実, 見立て, 次の予定.
    pub soap: [String; 4],
    /// Code of 重要・申し送り.
    pub important: String,
    /// Outcome of the attempt to meet.
    pub outcome: Option<Outcome>,
    /// Stage of the case on that day.
    pub stage: Option<Stage>,
    /// Moment of writing.
    pub written_at: Option<String>,
    /// On the spot, later, or from an older list.
    pub source: Option<RecordSource>,
    /// 転記済み on.
    pub copied_on: Option<PartialDate>,
    /// 次の一手 that came of it, with their day.
    pub next_steps: Vec<(String, Option<PartialDate>)>,
    /// Corrections, oldest first.
    pub corrections: Vec<Correction>,
}

/// A correction: a version of a note that was replaced.
#[derive(Clone, Debug)]
pub struct Correction {
    /// Moment of the correction.
    pub at: String,
    /// Why.
    pub reason: String,
    /// The fields of the version that was replaced, as JSON.
    pub body: String,
}

/// Who stands around a person, and what was agreed.
#[derive(Clone, Debug)]
pub struct Around {
    /// Day of the consent.
    pub consent_on: Option<PartialDate>,
    /// Code of its form.
    pub consent_form: Option<String>,
    /// キーパーソン.
    pub key_person: String,
    /// 主担当: organisation and person.
    pub main_supporter: String,
    /// 主治医, 受持, 病院の相談員, 退院後生活環境相談員 of the stay that began last.
    pub hospital_people: [String; 4],
    /// 退院を難しくしている理由 that are not settled.
    pub obstacles: Vec<Obstacle>,
}

/// A day ahead on which something is planned with or for a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ahead {
    /// Day.
    pub on: PartialDate,
    /// Begin.
    pub start: Option<String>,
    /// Code of the kind of plan.
    pub kind: String,
    /// Organisation, title or programme.
    pub what: String,
}

/// Words of the person's own page, where they differ from the record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoadPage {
    /// わたしの願い.
    pub wish: String,
    /// 次にすること.
    pub next_step: String,
}

/// A span as its texts: a month of which only the month is known begins with its first day.
fn span(from: NaiveDate, to: NaiveDate) -> (String, String) {
    let first = if from.day() == 1 { from.format("%Y-%m").to_string() } else { from.to_string() };
    (first, to.to_string())
}

impl Reader<'_> {
    /// Notes of a case (or of everybody and nobody) between two days, oldest first.
    pub fn written_notes(
        &self,
        case: Option<&Id>,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Vec<Written>, StoreError> {
        let (from, to) = span(from, to);
        let case = case.map(Id::as_str);
        // Said for each, so that the notes of one case are found without walking those of all.
        let whose = if case.is_some() { "c.case_id = :case" } else { ":case IS NULL" };
        self.notes_meant(
            &format!("{whose} AND c.on_date BETWEEN :from AND :to"),
            named_params! { ":case": case, ":from": from, ":to": to },
        )
    }

    /// One note; nothing where there is none of that identity.
    pub fn written_note(&self, id: &Id) -> Result<Option<Written>, StoreError> {
        Ok(self.notes_meant("c.id = :id", named_params! { ":id": id.as_str() })?.pop())
    }

    /// The notes that a condition means, oldest first, with their corrections and tasks.
    fn notes_meant(&self, meant: &str, params: &[(&str, &dyn ToSql)]) -> Result<Vec<Written>, StoreError> {
        // One row per note.
        let mut notes = self.all(
            &format!(
                "SELECT c.*, o.name AS org, k.family_name, k.given_name, m.copied_on, g.name AS programme, n.session_no,
                   (SELECT group_concat(p.name, ';') FROM contact_people x JOIN people p ON p.id = x.person_id WHERE x.contact_id = c.id) AS people
                 FROM contacts c LEFT JOIN organisations o ON o.id = c.org_id
                 LEFT JOIN cases s ON s.id = c.case_id LEFT JOIN clients k ON k.id = s.client_id
                 LEFT JOIN contact_copies m ON m.contact_id = c.id
                 LEFT JOIN sessions n ON n.id = c.session_id LEFT JOIN programmes g ON g.id = n.programme_id
                 WHERE {meant} ORDER BY c.on_date, c.start_time IS NULL, c.start_time, c.written_at, c.id"
            ),
            params,
            written,
        )?;
        let places: BTreeMap<String, usize> =
            notes.iter().enumerate().map(|(at, note)| (note.id.to_string(), at)).collect();
        // One row per correction of these notes.
        let corrections = self.all(
            &format!(
                "SELECT r.contact_id, r.replaced_at, r.reason, r.body FROM contact_revisions r
                 JOIN contacts c ON c.id = r.contact_id WHERE r.reason IS NOT NULL AND {meant} ORDER BY r.contact_id, r.revision_no"
            ),
            params,
            |r| {
                let correction = Correction { at: r.text("replaced_at")?, reason: r.text("reason")?, body: r.text("body")? };
                Ok((r.text("contact_id")?, correction))
            },
        )?;
        for (id, correction) in corrections {
            if let Some(note) = places.get(&id).and_then(|at| notes.get_mut(*at)) {
                note.corrections.push(correction);
            }
        }
        // One row per task that came of these notes.
        let steps = self.all(
            &format!(
                "SELECT t.contact_id, t.text, t.due_on FROM tasks t JOIN contacts c ON c.id = t.contact_id WHERE {meant} ORDER BY t.id"
            ),
            params,
            |r| Ok((r.text("contact_id")?, (r.text("text")?, r.maybe_date("due_on")?))),
        )?;
        for (id, step) in steps {
            if let Some(note) = places.get(&id).and_then(|at| notes.get_mut(*at)) {
                note.next_steps.push(step);
            }
        }
        Ok(notes)
    }

    /// Who stands around the person of a case. Error: [`StoreError::Missing`].
    pub fn around_case(&self, case: &Id) -> Result<Around, StoreError> {
        let name = |id: &str| format!("(SELECT name FROM people WHERE id = {id})");
        // The one row of the case, with the people of the stay that began last.
        let found = self.first(
            &format!(
                "SELECT c.consent_on, c.consent_form, {} AS key_person,
                   concat_ws(' ', (SELECT name FROM organisations WHERE id = c.main_supporter_org), {}) AS main_supporter,
                   {} AS attending, {} AS nurse, {} AS worker, {} AS counsellor,
                   (SELECT group_concat(x.code, ';') FROM obstacles x WHERE x.case_id = c.id AND x.resolved_on IS NULL) AS obstacles
                 FROM cases c LEFT JOIN admissions a ON a.id =
                   (SELECT id FROM admissions WHERE case_id = c.id ORDER BY admitted_on DESC, id DESC LIMIT 1) WHERE c.id = :case",
                name("c.key_person"),
                name("c.main_supporter_person"),
                name("a.attending"),
                name("a.primary_nurse"),
                name("a.hospital_sw"),
                name("a.discharge_counsellor"),
            ),
            named_params! { ":case": case.as_str() },
            |r| {
                Ok(Around {
                    consent_on: r.maybe_date("consent_on")?,
                    consent_form: r.maybe("consent_form")?,
                    key_person: r.text("key_person")?,
                    main_supporter: r.text("main_supporter")?,
                    hospital_people: [
                        r.text("attending")?,
                        r.text("nurse")?,
                        r.text("worker")?,
                        r.text("counsellor")?,
                    ],
                    obstacles: r.list("obstacles")?.iter().filter_map(|code| Obstacle::from_code(code)).collect(),
                })
            },
        )?;
        found.ok_or(StoreError::Missing("cases"))
    }

    /// What is planned with or for the person of a case from a day on, the nearest first.
    pub fn days_ahead(&self, case: &Id, from: NaiveDate) -> Result<Vec<Ahead>, StoreError> {
        // One row per visit, appointment or session.
        self.all(
            "SELECT on_date, start_time, kind, what FROM (
               SELECT v.on_date, v.start_time, 'visit' AS kind, (SELECT name FROM organisations WHERE id = v.org_id) AS what
               FROM visits v JOIN visit_cases p ON p.visit_id = v.id
               WHERE p.case_id = :case AND p.outcome IS NULL AND coalesce(v.result, 'planned') = 'planned'
               UNION ALL SELECT t.on_date, t.start_time, t.kind, t.title FROM appointments t
               WHERE t.case_id = :case AND coalesce(t.result, 'planned') = 'planned'
               UNION ALL SELECT s.on_date, s.start_time, 'session', g.name FROM sessions s JOIN programmes g ON g.id = s.programme_id
               JOIN participants p ON p.programme_id = g.id
               WHERE p.case_id = :case AND coalesce(p.joined_on, '') <= s.on_date AND coalesce(p.left_on, '9999') >= s.on_date
                 AND coalesce(s.result, 'planned') = 'planned')
             WHERE on_date >= :from ORDER BY on_date, start_time IS NULL, start_time LIMIT 20",
            named_params! { ":case": case.as_str(), ":from": from.to_string() },
            |r| {
                Ok(Ahead {
                    on: r.date("on_date")?,
                    start: r.maybe("start_time")?,
                    kind: r.text("kind")?,
                    what: r.text("what")?,
                })
            },
        )
    }

    /// Words of the person's own page, if somebody wrote any.
    pub fn road_page(&self, case: &Id) -> Result<RoadPage, StoreError> {
        // The one row of the case.
        let found = self.first(
            "SELECT wish, next_step FROM road_pages WHERE case_id = :case",
            named_params! { ":case": case.as_str() },
            |r| Ok(RoadPage { wish: r.text("wish")?, next_step: r.text("next_step")? }),
        )?;
        Ok(found.unwrap_or_default())
    }
}

fn written(r: &Row) -> Result<Written, StoreError> {
    let name = crate::cases::full_name(&r.text("family_name")?, &r.text("given_name")?);
    let session = r.maybe("programme")?.zip(r.number("session_no")?);
    Ok(Written {
        id: r.id("id")?,
        case: r.maybe_id("case_id")?.map(|id| (id, name)),
        on: r.date("on_date")?,
        times: [r.maybe("start_time")?, r.maybe("end_time")?],
        minutes: r.number("minutes")?,
        estimated: r.flag("minutes_estimated")?,
        method: Method::from_code(&r.text("method")?),
        counterparts: r.list("counterpart")?,
        people: r.list("people")?,
        participants: r.number("participants")?,
        place: r.text("place")?,
        org: r.text("org")?,
        session,
        content_kinds: r.list("content_kinds")?,
        text: r.text("text")?,
        soap: [r.text("s")?, r.text("o")?, r.text("a")?, r.text("p")?],
        important: r.text("important")?,
        outcome: Outcome::from_code(&r.text("outcome")?),
        stage: Stage::from_code(&r.text("stage_at_time")?),
        written_at: r.maybe("written_at")?,
        source: RecordSource::from_code(&r.text("source")?),
        copied_on: r.maybe_date("copied_on")?,
        next_steps: Vec::new(),
        corrections: Vec::new(),
    })
}

impl Writer<'_> {
    /// Marks notes as copied into the office's own system on a day; those that are marked keep their day.
    pub fn mark_copied(&mut self, notes: &[Id], on: NaiveDate) -> Result<(), StoreError> {
        for note in notes {
            if self.copy_of(note)?.is_none() {
                self.insert("contact_copies", &[("contact_id", note.into()), ("copied_on", on.into())])?;
            }
        }
        Ok(())
    }

    /// Takes the mark away again.
    pub fn unmark_copied(&mut self, notes: &[Id]) -> Result<(), StoreError> {
        for note in notes {
            if let Some(copy) = self.copy_of(note)? {
                self.delete("contact_copies", &copy)?;
            }
        }
        Ok(())
    }

    /// Keeps the words of the person's own page; where all are empty the page says what the record says.
    pub fn keep_road_page(&mut self, case: &Id, page: &RoadPage) -> Result<(), StoreError> {
        // The one row of the case.
        let known = self.first(
            "SELECT id FROM road_pages WHERE case_id = :case",
            named_params! { ":case": case.as_str() },
            |r| r.id("id"),
        )?;
        let day = self.at().date_naive();
        let fields: [(&str, Field); 3] = [
            ("wish", (&page.wish).into()),
            ("next_step", (&page.next_step).into()),
            ("written_on", day.into()),
        ];
        match known {
            Some(id) if *page == RoadPage::default() => self.delete("road_pages", &id),
            Some(id) => self.update("road_pages", &id, &fields),
            None if *page == RoadPage::default() => Ok(()),
            None => {
                let mut all = vec![("case_id", Field::from(case))];
                all.extend(fields);
                self.insert("road_pages", &all).map(|_| ())
            }
        }
    }

    /// The mark of a note.
    fn copy_of(&self, note: &Id) -> Result<Option<Id>, StoreError> {
        // The one row of the note.
        self.first(
            "SELECT id FROM contact_copies WHERE contact_id = :note",
            named_params! { ":note": note.as_str() },
            |r| r.id("id"),
        )
    }
}
