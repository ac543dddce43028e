//! 意向・同意: what people agreed to, and what they took back.

use crate::schema::Field;
use crate::{Reader, Row, StoreError, Writer};
use domain::calendar::PartialDate;
use domain::measure::Id;
use domain::vocabulary::{ConsentAbout, ConsentWay};
use rusqlite::named_params;

/// What somebody agreed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// What it is about.
    pub about: ConsentAbout,
    /// With whom, for what.
    pub scope: String,
    /// Day on which it was given.
    pub given_on: PartialDate,
    /// How it was confirmed.
    pub way: ConsentWay,
    /// Who confirmed it.
    pub confirmed_by: String,
    /// Last day on which it holds; none where no end was said.
    pub valid_until: Option<PartialDate>,
}

/// The day on which a consent was taken back, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawal {
    /// The day; from it on the consent does not hold.
    pub on: PartialDate,
    /// The reason in words; empty where none was given.
    pub reason: String,
}

/// One row of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsentRow {
    /// Identity.
    pub id: Id,
    /// Whose it is.
    pub case_id: Id,
    /// The client of that case.
    pub client_id: Id,
    /// What was given.
    pub consent: Consent,
    /// How it was taken back.
    pub withdrawal: Option<Withdrawal>,
}

fn row(r: &Row<'_>) -> Result<ConsentRow, StoreError> {
    let unreadable = || StoreError::Unreadable("consents");
    let withdrawn = r.maybe_date("withdrawn_on")?;
    let reason = r.text("withdrawn_reason")?;
    Ok(ConsentRow {
        id: r.id("id")?,
        case_id: r.id("case_id")?,
        client_id: r.id("client_id")?,
        consent: Consent {
            about: ConsentAbout::from_code(&r.text("about")?).ok_or_else(unreadable)?,
            scope: r.text("scope")?,
            given_on: r.date("given_on")?,
            way: ConsentWay::from_code(&r.text("way")?).ok_or_else(unreadable)?,
            confirmed_by: r.text("confirmed_by")?,
            valid_until: r.maybe_date("valid_until")?,
        },
        withdrawal: withdrawn.map(|on| Withdrawal { on, reason }),
    })
}

impl Reader<'_> {
    /// What a case's person agreed to, newest first.
    pub fn consents(&self, case: &Id) -> Result<Vec<ConsentRow>, StoreError> {
        // One row per consent.
        self.all(
            "SELECT t.*, c.client_id FROM consents t JOIN cases c ON c.id = t.case_id WHERE t.case_id = :case ORDER BY t.given_on DESC, t.id DESC",
            named_params! { ":case": case.as_str() },
            row,
        )
    }

    /// Everybody's consents of one kind, newest first.
    pub fn consents_about(&self, about: ConsentAbout) -> Result<Vec<ConsentRow>, StoreError> {
        // One row per consent.
        self.all(
            "SELECT t.*, c.client_id FROM consents t JOIN cases c ON c.id = t.case_id WHERE t.about = :about ORDER BY t.given_on DESC, t.id DESC",
            named_params! { ":about": about.code() },
            row,
        )
    }

    /// One row of the ledger.
    pub fn consent(&self, id: &Id) -> Result<Option<ConsentRow>, StoreError> {
        // One row.
        self.first(
            "SELECT t.*, c.client_id FROM consents t JOIN cases c ON c.id = t.case_id WHERE t.id = :id",
            named_params! { ":id": id.as_str() },
            row,
        )
    }
}

impl Writer<'_> {
    /// Keeps what somebody agreed to: the row of `id`, or a new one.
    pub fn keep_consent(&mut self, case: &Id, id: Option<&Id>, consent: &Consent) -> Result<Id, StoreError> {
        let fields = [
            ("case_id", Field::from(case)),
            ("about", Field::from(consent.about.code())),
            ("scope", Field::from(&consent.scope)),
            ("given_on", Field::from(consent.given_on)),
            ("way", Field::from(consent.way.code())),
            ("confirmed_by", Field::from(&consent.confirmed_by)),
            ("valid_until", Field::from(consent.valid_until)),
        ];
        match id {
            Some(id) => self.update("consents", id, &fields).map(|()| id.clone()),
            None => self.insert("consents", &fields),
        }
    }

    /// Writes beside a consent that it was taken back, or, with none, that it was not.
    pub fn withdraw_consent(&mut self, id: &Id, withdrawal: Option<&Withdrawal>) -> Result<(), StoreError> {
        let fields = [
            ("withdrawn_on", Field::from(withdrawal.map(|w| w.on))),
            ("withdrawn_reason", Field::from(withdrawal.map(|w| w.reason.as_str()))),
        ];
        self.update("consents", id, &fields)
    }
}
