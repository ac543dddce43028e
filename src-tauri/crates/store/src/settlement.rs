//! What carries a person after the discharge: the settlement plan with who comes when, the crisis plan with whom to call,
//! and the checks on everyday life.

use crate::schema::Field;
use crate::{Reader, Row, StoreError, Writer};
use domain::calendar::PartialDate;
use domain::measure::Id;
use rusqlite::named_params;

/// 定着の計画 of a case as it stands. Empty text is unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanFact {
    /// Made or looked at again on.
    pub planned_on: Option<PartialDate>,
    /// What the days are filled with.
    pub day_activity: String,
    /// How the medicine is taken.
    pub medication: String,
    /// How money is managed.
    pub money: String,
    /// Who else stands by, in words.
    pub others: String,
    /// A crisis plan that was written as one text.
    pub crisis_text: String,
    /// Whom to call, written as one text.
    pub calls_text: String,
}

/// Somebody who comes after the discharge.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SupporterFact {
    /// What for.
    pub role: String,
    /// Who.
    pub name: String,
    /// How to reach them.
    pub contact: String,
    /// When in the first two weeks.
    pub first_weeks: String,
    /// When up to the third month.
    pub first_months: String,
    /// When after that.
    pub later: String,
}

/// クライシスプラン of a case. Empty text is unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CrisisFact {
    /// Made or looked at again on.
    pub made_on: Option<PartialDate>,
    /// How it is when all is well.
    pub well: String,
    /// Signs that it is getting worse.
    pub signs: String,
    /// What helps, done alone.
    pub own_ways: String,
    /// What others are asked to do.
    pub wanted: String,
    /// What others are asked not to do.
    pub unwanted: String,
    /// What is wished for should a stay in hospital be needed.
    pub hospital: String,
}

/// Somebody to call.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CallFact {
    /// Who.
    pub who: String,
    /// Number.
    pub phone: String,
    /// When they can be reached.
    pub hours: String,
}

/// 生活の確認 on one day. A level is 0 (nothing to worry about) to 3 (something has to be done), `None` where nobody looked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LifeCheckFact {
    /// Day.
    pub on: PartialDate,
    /// Code of the method.
    pub method: String,
    /// Levels in the order of [`AREAS`].
    pub levels: [Option<u32>; 6],
    /// In words.
    pub note: String,
}

/// The areas of everyday life, as the fields of the table: sleep, meals, medicine, money, neighbours, loneliness.
pub const AREAS: [&str; 6] = ["sleep", "meals", "medicine", "money", "neighbours", "loneliness"];

fn check(r: &Row<'_>) -> Result<LifeCheckFact, StoreError> {
    let mut levels = [None; 6];
    for (level, area) in levels.iter_mut().zip(AREAS) {
        *level = r.number(area)?;
    }
    Ok(LifeCheckFact { on: r.date("on_date")?, method: r.text("method")?, levels, note: r.text("note")? })
}

impl Reader<'_> {
    /// The settlement plan of a case: the newest one.
    pub fn settlement_plan(&self, case: &Id) -> Result<Option<(Id, PlanFact)>, StoreError> {
        // The one row of the newest plan.
        self.first(
            "SELECT * FROM settlement_plans WHERE case_id = :case ORDER BY planned_on IS NULL, planned_on DESC, id DESC LIMIT 1",
            named_params! { ":case": case.as_str() },
            |r| {
                let plan = PlanFact {
                    planned_on: r.maybe_date("planned_on")?,
                    day_activity: r.text("day_activity")?,
                    medication: r.text("medication")?,
                    money: r.text("money")?,
                    others: r.text("supporters")?,
                    crisis_text: r.text("crisis_plan")?,
                    calls_text: r.text("contact_order")?,
                };
                Ok((r.id("id")?, plan))
            },
        )
    }

    /// Who comes after the discharge, in the order of the plan.
    pub fn supporters(&self, case: &Id) -> Result<Vec<SupporterFact>, StoreError> {
        // One row per supporter.
        self.all(
            "SELECT * FROM settlement_supporters WHERE case_id = :case ORDER BY coalesce(seq, 1000), id",
            named_params! { ":case": case.as_str() },
            |r| {
                Ok(SupporterFact {
                    role: r.text("role")?,
                    name: r.text("name")?,
                    contact: r.text("contact")?,
                    first_weeks: r.text("first_weeks")?,
                    first_months: r.text("first_months")?,
                    later: r.text("later")?,
                })
            },
        )
    }

    /// The crisis plan of a case.
    pub fn crisis_plan(&self, case: &Id) -> Result<Option<(Id, CrisisFact)>, StoreError> {
        // The one row of the plan.
        self.first(
            "SELECT * FROM crisis_plans WHERE case_id = :case",
            named_params! { ":case": case.as_str() },
            |r| {
                let plan = CrisisFact {
                    made_on: r.maybe_date("made_on")?,
                    well: r.text("well")?,
                    signs: r.text("signs")?,
                    own_ways: r.text("own_ways")?,
                    wanted: r.text("wanted")?,
                    unwanted: r.text("unwanted")?,
                    hospital: r.text("hospital")?,
                };
                Ok((r.id("id")?, plan))
            },
        )
    }

    /// Whom to call, in order.
    pub fn crisis_calls(&self, case: &Id) -> Result<Vec<CallFact>, StoreError> {
        // One row per person or office.
        self.all(
            "SELECT * FROM crisis_calls WHERE case_id = :case ORDER BY coalesce(seq, 1000), id",
            named_params! { ":case": case.as_str() },
            |r| Ok(CallFact { who: r.text("who")?, phone: r.text("phone")?, hours: r.text("hours")? }),
        )
    }

    /// The checks on everyday life of a case, newest first.
    pub fn life_checks(&self, case: &Id) -> Result<Vec<(Id, LifeCheckFact)>, StoreError> {
        // One row per check.
        self.all(
            "SELECT * FROM life_checks WHERE case_id = :case ORDER BY on_date DESC, id DESC",
            named_params! { ":case": case.as_str() },
            |r| Ok((r.id("id")?, check(r)?)),
        )
    }
}

impl Writer<'_> {
    /// Keeps the settlement plan of a case, in place of the newest one, with who comes when.
    pub fn keep_settlement(
        &mut self,
        case: &Id,
        plan: &PlanFact,
        supporters: &[SupporterFact],
    ) -> Result<(), StoreError> {
        let fields = [
            ("case_id", Field::from(case)),
            ("planned_on", plan.planned_on.into()),
            ("day_activity", (&plan.day_activity).into()),
            ("medication", (&plan.medication).into()),
            ("money", (&plan.money).into()),
            ("supporters", (&plan.others).into()),
        ];
        match self.settlement_plan(case)? {
            Some((id, _)) => self.update("settlement_plans", &id, &fields)?,
            None => drop(self.insert("settlement_plans", &fields)?),
        }
        let rows = supporters.iter().map(|one| {
            vec![
                ("role", Field::from(&one.role)),
                ("name", (&one.name).into()),
                ("contact", (&one.contact).into()),
                ("first_weeks", (&one.first_weeks).into()),
                ("first_months", (&one.first_months).into()),
                ("later", (&one.later).into()),
            ]
        });
        self.keep_rows("settlement_supporters", case, rows.collect())
    }

    /// Keeps the crisis plan of a case with whom to call.
    pub fn keep_crisis_plan(
        &mut self,
        case: &Id,
        plan: &CrisisFact,
        calls: &[CallFact],
    ) -> Result<(), StoreError> {
        let fields = [
            ("case_id", Field::from(case)),
            ("made_on", plan.made_on.into()),
            ("well", (&plan.well).into()),
            ("signs", (&plan.signs).into()),
            ("own_ways", (&plan.own_ways).into()),
            ("wanted", (&plan.wanted).into()),
            ("unwanted", (&plan.unwanted).into()),
            ("hospital", (&plan.hospital).into()),
        ];
        match self.crisis_plan(case)? {
            Some((id, _)) => self.update("crisis_plans", &id, &fields)?,
            None => drop(self.insert("crisis_plans", &fields)?),
        }
        let rows = calls.iter().map(|one| {
            vec![
                ("who", Field::from(&one.who)),
                ("phone", (&one.phone).into()),
                ("hours", (&one.hours).into()),
            ]
        });
        self.keep_rows("crisis_calls", case, rows.collect())
    }

    /// Puts rows in order in the place of those that a case has in a table.
    fn keep_rows(
        &mut self,
        table: &'static str,
        case: &Id,
        rows: Vec<Vec<(&'static str, Field)>>,
    ) -> Result<(), StoreError> {
        // The rows that the case has there, in order.
        let before = self.all(
            &format!("SELECT id FROM {table} WHERE case_id = :case ORDER BY coalesce(seq, 1000), id"),
            named_params! { ":case": case.as_str() },
            |r| r.id("id"),
        )?;
        let count = rows.len();
        for (n, mut fields) in rows.into_iter().enumerate() {
            fields.push(("seq", u32::try_from(n + 1).unwrap_or(u32::MAX).into()));
            fields.push(("case_id", case.into()));
            match before.get(n) {
                Some(id) => self.update(table, id, &fields)?,
                None => drop(self.insert(table, &fields)?),
            }
        }
        before.iter().skip(count).try_for_each(|id| self.delete(table, id))
    }

    /// Keeps a check on everyday life of a case: the row of `id`, or a new one.
    pub fn keep_life_check(
        &mut self,
        case: &Id,
        id: Option<&Id>,
        check: &LifeCheckFact,
    ) -> Result<Id, StoreError> {
        let mut fields = vec![
            ("case_id", Field::from(case)),
            ("on_date", check.on.into()),
            ("method", (&check.method).into()),
            ("note", (&check.note).into()),
        ];
        fields.extend(AREAS.into_iter().zip(check.levels).map(|(area, level)| (area, level.into())));
        match id {
            Some(id) => self.update("life_checks", id, &fields).map(|()| id.clone()),
            None => self.insert("life_checks", &fields),
        }
    }

    /// Removes a check on everyday life. Error: [`StoreError::Missing`].
    pub fn remove_life_check(&mut self, id: &Id) -> Result<(), StoreError> {
        self.delete("life_checks", id)
    }
}
