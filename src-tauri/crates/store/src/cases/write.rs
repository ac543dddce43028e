//! Opening a case and moving it along its road. History is added, never overwritten.

use crate::schema::Field;
use crate::{StoreError, Writer};
use chrono::NaiveDate;
use domain::calendar::PartialDate;
use domain::measure::Id;
use domain::vocabulary::{CaseRole, Certainty, ClosureReason, ExitKey, Stage};
use rusqlite::named_params;

/// A person whom somebody noticed, and the case that begins with it.
#[derive(Clone, Debug)]
pub struct NewCase {
    /// The client, where the person is known already.
    pub client_id: Option<Id>,
    /// Family name.
    pub family_name: String,
    /// Given name.
    pub given_name: String,
    /// Reading of the family name.
    pub family_kana: String,
    /// Reading of the given name.
    pub given_kana: String,
    /// Code of the sex, where known.
    pub sex: Option<String>,
    /// Birth date, where known.
    pub birth_date: Option<PartialDate>,
    /// 把握日.
    pub identified_on: PartialDate,
    /// 本人の希望.
    pub wish: String,
    /// Day of the wish.
    pub wish_on: Option<PartialDate>,
}

/// 本人の希望 and what belongs to it.
#[derive(Clone, Debug)]
pub struct Wish {
    /// In the person's words.
    pub wish: String,
    /// Day on which it was said.
    pub wish_on: Option<PartialDate>,
    /// 望む場所.
    pub wished_place: String,
    /// 不安に思うこと.
    pub anxieties: String,
}

impl Writer<'_> {
    /// Opens a case in the first stage, with its four exit lines 未定, and gives its identity.
    pub fn open_case(&mut self, new: &NewCase) -> Result<Id, StoreError> {
        let client = match &new.client_id {
            Some(id) => id.clone(),
            None => self.insert(
                "clients",
                &[
                    ("family_name", (&new.family_name).into()),
                    ("given_name", (&new.given_name).into()),
                    ("family_kana", (&new.family_kana).into()),
                    ("given_kana", (&new.given_kana).into()),
                    ("sex", new.sex.clone().into()),
                    ("birth_date", new.birth_date.into()),
                ],
            )?,
        };
        let case = self.insert(
            "cases",
            &[
                ("client_id", (&client).into()),
                ("identified_on", new.identified_on.into()),
                ("case_role", CaseRole::Direct.code().into()),
                ("wish", (&new.wish).into()),
                ("wish_on", new.wish_on.into()),
            ],
        )?;
        self.insert(
            "stage_events",
            &[
                ("case_id", (&case).into()),
                ("stage", Stage::Identified.code().into()),
                ("from_on", new.identified_on.into()),
                ("seq", 0.into()),
            ],
        )?;
        for line in ExitKey::ALL {
            self.insert(
                "exit_outlooks",
                &[
                    ("case_id", (&case).into()),
                    ("line", line.code().into()),
                    ("certainty", Certainty::Undecided.code().into()),
                ],
            )?;
        }
        Ok(case)
    }

    /// Enters the stay in which somebody is met. The first day is what is known of it.
    pub fn admit(
        &mut self,
        case: &Id,
        hospital: &Id,
        ward: &str,
        admitted_on: PartialDate,
    ) -> Result<Id, StoreError> {
        self.insert(
            "admissions",
            &[
                ("case_id", case.into()),
                ("org_id", hospital.into()),
                ("ward", ward.into()),
                ("admitted_on", admitted_on.into()),
            ],
        )
    }

    /// Keeps what the person wishes.
    pub fn set_wish(&mut self, case: &Id, wish: &Wish) -> Result<(), StoreError> {
        self.update(
            "cases",
            case,
            &[
                ("wish", (&wish.wish).into()),
                ("wish_on", wish.wish_on.into()),
                ("wished_place", (&wish.wished_place).into()),
                ("anxieties", (&wish.anxieties).into()),
            ],
        )
    }

    /// Writes one line of the exit board.
    pub fn set_exit_line(&mut self, case: &Id, line: &crate::cases::ExitFact) -> Result<(), StoreError> {
        let fields: [(&str, Field); 5] = [
            ("wish", (&line.wish).into()),
            ("idea", (&line.idea).into()),
            ("org_id", line.org.as_ref().map(|(id, _)| id.into()).unwrap_or(Field::null())),
            ("certainty", line.certainty.code().into()),
            ("updated_on", line.updated_on.into()),
        ];
        let known = self.first(
            "SELECT id FROM exit_outlooks WHERE case_id = :case AND line = :line",
            named_params! { ":case": case.as_str(), ":line": line.key.code() },
            |r| r.id("id"),
        )?;
        if let Some(id) = known {
            return self.update("exit_outlooks", &id, &fields);
        }
        let mut all = vec![("case_id", Field::from(case)), ("line", line.key.code().into())];
        all.extend(fields);
        self.insert("exit_outlooks", &all).map(|_| ())
    }

    /// Adds a step to the road of a case. `skipped` are stages left out on the way.
    pub fn move_stage(
        &mut self,
        case: &Id,
        stage: Stage,
        from_on: NaiveDate,
        reason: &str,
        skipped: &[Stage],
    ) -> Result<(), StoreError> {
        let from = from_on.to_string();
        let seq = self
            .first(
                "SELECT 1 + coalesce(max(coalesce(seq, 0)), -1) AS next FROM stage_events WHERE case_id = :case AND from_on = :from",
                named_params! { ":case": case.as_str(), ":from": from },
                |r| r.count("next"),
            )?
            .unwrap_or(0);
        let skipped: Vec<&str> = skipped.iter().map(|s| s.code()).collect();
        self.insert(
            "stage_events",
            &[
                ("case_id", case.into()),
                ("stage", stage.code().into()),
                ("from_on", from_on.into()),
                ("seq", seq.into()),
                ("reason", reason.into()),
                ("skipped", skipped.join(";").into()),
            ],
        )
        .map(|_| ())
    }

    /// Notes why and when a case ended, and until when its records are kept.
    pub fn close_case(
        &mut self,
        case: &Id,
        reason: ClosureReason,
        on: NaiveDate,
        keep_until: Option<NaiveDate>,
    ) -> Result<(), StoreError> {
        self.update(
            "cases",
            case,
            &[
                ("closure_reason", reason.code().into()),
                ("closed_on", on.into()),
                ("retention_until", keep_until.into()),
            ],
        )
    }
}
