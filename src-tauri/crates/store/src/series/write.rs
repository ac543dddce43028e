//! Making series and changing the plans that they hold.

use super::{Content, Series};
use crate::plans::{NewAppointment, NewVisit, Plan, home};
use crate::programmes::NewSession;
use crate::schema::Field;
use crate::{StoreError, Writer};
use chrono::NaiveDate;
use domain::calendar::recurrence::Occurrence;
use domain::measure::Id;
use domain::vocabulary::{HolidayRule, Place, PlanKind};

/// Fields of a series but its cases.
fn fields(
    starts: NaiveDate,
    rule: &str,
    holidays: HolidayRule,
    content: &Content,
) -> Vec<(&'static str, Field)> {
    let purposes: Vec<&str> = content.purposes.iter().map(|p| p.code()).collect();
    vec![
        ("starts", starts.into()),
        ("rule", rule.into()),
        ("holiday_rule", holidays.code().into()),
        ("kind", content.kind.code().into()),
        ("title", content.title.as_str().into()),
        ("org_id", content.org_id.as_ref().into()),
        ("start_time", content.start.clone().into()),
        ("end_time", content.end.clone().into()),
        ("ward", content.ward.as_str().into()),
        ("purposes", Field::text(&purposes.join(";"))),
        ("travel_minutes", content.travel_minutes.into()),
        ("programme_id", content.programme_id.as_ref().into()),
        ("place", content.place.map(Place::code).into()),
    ]
}

impl Writer<'_> {
    /// Begins a series; its plans are laid out by whoever knows the calendar.
    pub fn add_series(
        &mut self,
        starts: NaiveDate,
        rule: &str,
        holidays: HolidayRule,
        content: &Content,
        uid: Option<&str>,
    ) -> Result<Id, StoreError> {
        let mut all = fields(starts, rule, holidays, content);
        all.push(("uid", uid.map(Field::text).unwrap_or(Field::null())));
        let id = self.insert("recurrences", &all)?;
        self.add_series_cases(&id, &content.cases)?;
        Ok(id)
    }

    /// Keeps what a series is from now on. Its plans stay as they are.
    pub fn keep_series(&mut self, series: &Series) -> Result<(), StoreError> {
        let mut all = fields(series.starts, &series.rule, series.holidays, &series.content);
        all.push(("laid_until", series.laid_until.into()));
        self.update("recurrences", &series.id, &all)?;
        let before = self.series(&series.id)?.map(|known| known.content.cases).unwrap_or_default();
        if before != series.content.cases {
            self.delete_all("recurrence_cases", "recurrence_id", &series.id)?;
            self.add_series_cases(&series.id, &series.content.cases)?;
        }
        Ok(())
    }

    fn add_series_cases(&mut self, id: &Id, cases: &[Id]) -> Result<(), StoreError> {
        for case in cases {
            self.insert("recurrence_cases", &[("recurrence_id", id.into()), ("case_id", case.into())])?;
        }
        Ok(())
    }

    /// Leaves a day of the rule out of a series.
    pub fn add_series_exception(&mut self, id: &Id, due: NaiveDate) -> Result<(), StoreError> {
        if self.series_exceptions(id)?.contains(&due) {
            return Ok(());
        }
        let day = [("recurrence_id", id.into()), ("due_on", due.into())];
        self.insert("recurrence_exceptions", &day).map(|_| ())
    }

    /// Plans something on a day, as part of a series with its day by the rule or alone.
    ///
    /// Error: [`StoreError::Missing`] for a visit without a place or a session without a programme.
    pub fn add_plan(
        &mut self,
        content: &Content,
        on: NaiveDate,
        series: Option<(&Id, NaiveDate)>,
    ) -> Result<Id, StoreError> {
        let (start, end) = (content.start.clone(), content.end.clone());
        match content.kind {
            PlanKind::Visit => {
                let visit = NewVisit {
                    on,
                    start,
                    end,
                    org_id: content.org_id.as_ref().ok_or(StoreError::Missing("organisations"))?,
                    ward: &content.ward,
                    purposes: &content.purposes,
                    travel_minutes: content.travel_minutes,
                    series,
                };
                let visit = self.add_visit(&visit)?;
                for case in &content.cases {
                    self.plan_person(&visit, case)?;
                }
                Ok(visit)
            }
            PlanKind::Session => self.add_session(&NewSession {
                programme: content.programme_id.as_ref().ok_or(StoreError::Missing("programmes"))?,
                on,
                start,
                end,
                theme: &content.title,
                place: content.place.unwrap_or(Place::Inside),
                series,
            }),
            kind @ (PlanKind::Meeting | PlanKind::Accompany | PlanKind::Own) => {
                self.add_appointment(&NewAppointment {
                    kind,
                    title: &content.title,
                    on,
                    start,
                    end,
                    case_id: content.cases.first(),
                    org_id: content.org_id.as_ref(),
                    travel_minutes: content.travel_minutes,
                    series,
                })
            }
        }
    }

    /// Hands a plan over to another series, in which it has this day by the rule.
    pub fn hand_over(&mut self, plan: &Plan, to: &Id, due: NaiveDate) -> Result<(), StoreError> {
        let now = [("recurrence_id", to.into()), ("due_on", due.into())];
        self.update(home(plan.kind).0, &plan.id, &now)
    }

    /// Brings a plan of a series in line with what the series plans. Nothing of it may be on record.
    pub fn fit_occurrence(
        &mut self,
        plan: &Plan,
        content: &Content,
        one: Occurrence,
    ) -> Result<(), StoreError> {
        let mut now = vec![
            ("on_date", one.on.into()),
            ("start_time", content.start.clone().into()),
            ("end_time", content.end.clone().into()),
        ];
        match plan.kind {
            PlanKind::Visit => {
                let purposes: Vec<&str> = content.purposes.iter().map(|p| p.code()).collect();
                now.extend([
                    ("org_id", content.org_id.as_ref().into()),
                    ("ward", content.ward.as_str().into()),
                    ("purposes", Field::text(&purposes.join(";"))),
                    ("travel_minutes", content.travel_minutes.into()),
                ]);
            }
            PlanKind::Session => now.extend([
                ("theme", content.title.as_str().into()),
                ("place", content.place.map(Place::code).into()),
            ]),
            PlanKind::Meeting | PlanKind::Accompany | PlanKind::Own => now.extend([
                ("title", content.title.as_str().into()),
                ("case_id", content.cases.first().into()),
                ("org_id", content.org_id.as_ref().into()),
                ("travel_minutes", content.travel_minutes.into()),
            ]),
        }
        self.update(home(plan.kind).0, &plan.id, &now)?;
        if plan.kind == PlanKind::Visit {
            let planned = self.visit_people(&plan.id, one.on)?.into_iter().map(|p| p.case_id);
            if planned.collect::<Vec<_>>() != content.cases {
                self.delete_all("visit_cases", "visit_id", &plan.id)?;
                for case in &content.cases {
                    self.plan_person(&plan.id, case)?;
                }
            }
        }
        Ok(())
    }

    /// Takes a plan away of which nothing is on record, as if it had never been made.
    pub fn remove_plan(&mut self, plan: &Plan) -> Result<(), StoreError> {
        if plan.kind == PlanKind::Visit {
            self.delete_all("visit_cases", "visit_id", &plan.id)?;
        }
        if plan.kind == PlanKind::Session {
            self.delete_all("session_staff", "session_id", &plan.id)?;
            self.delete_all("attendance_changes", "session_id", &plan.id)?;
        }
        self.delete(home(plan.kind).0, &plan.id)
    }

    fn delete_all(&mut self, table: &'static str, field: &str, of: &Id) -> Result<(), StoreError> {
        let sql = format!("DELETE FROM {table} WHERE {field} = ?");
        self.conn.prepare_cached(&sql)?.execute([of.as_str()])?;
        Ok(())
    }
}
