//! 確認事項 of a case: what was done of them, and what somebody added or hid.

use crate::{Reader, StoreError, Writer};
use domain::calendar::PartialDate;
use domain::measure::Id;
use domain::vocabulary::Stage;
use rusqlite::named_params;

/// One item that somebody touched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckFact {
    /// The stage to which it belongs.
    pub stage: Stage,
    /// Its code, or its words where somebody added it.
    pub item: String,
    /// Done on.
    pub done_on: Option<PartialDate>,
    /// Done by.
    pub done_by: String,
    /// Note.
    pub note: String,
    /// Not asked for this person.
    pub hidden: bool,
}

impl Reader<'_> {
    /// Every item of a case that somebody touched, in the order in which that was first done.
    pub fn checklist(&self, case: &Id) -> Result<Vec<CheckFact>, StoreError> {
        // One row per touched item.
        self.all(
            "SELECT stage, item, done_on, done_by, note, hidden FROM checklist_items WHERE case_id = :case ORDER BY id",
            named_params! { ":case": case.as_str() },
            |r| {
                Ok(CheckFact {
                    stage: Stage::from_code(&r.text("stage")?)
                        .ok_or(StoreError::Unreadable("checklist_items"))?,
                    item: r.text("item")?,
                    done_on: r.maybe_date("done_on")?,
                    done_by: r.text("done_by")?,
                    note: r.text("note")?,
                    hidden: r.flag("hidden")?,
                })
            },
        )
    }
}

impl Writer<'_> {
    /// Keeps how an item of a case stands.
    pub fn keep_check(&mut self, case: &Id, check: &CheckFact) -> Result<(), StoreError> {
        // The one row of the item, if somebody touched it before.
        let known = self.first(
            "SELECT id FROM checklist_items WHERE case_id = :case AND stage = :stage AND item = :item",
            named_params! { ":case": case.as_str(), ":stage": check.stage.code(), ":item": check.item },
            |r| r.id("id"),
        )?;
        let fields = [
            ("case_id", case.into()),
            ("stage", check.stage.code().into()),
            ("item", (&check.item).into()),
            ("done_on", check.done_on.into()),
            ("done_by", (&check.done_by).into()),
            ("note", (&check.note).into()),
            ("hidden", check.hidden.into()),
        ];
        match known {
            Some(id) => self.update("checklist_items", &id, &fields),
            None => self.insert("checklist_items", &fields).map(drop),
        }
    }
}
