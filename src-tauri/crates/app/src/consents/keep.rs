//! Writing into the ledger: what was agreed to, and that it was taken back.

use super::last_day;
use crate::house::Command;
use crate::{Circumstances, Failure, Topic};
use domain::calendar::PartialDate;
use domain::measure::Id;
use domain::vocabulary::{ConsentAbout, ConsentWay};
use serde::Deserialize;
use store::consents::{Consent, ConsentRow, Withdrawal};
use store::{Reader, Writer};

/// Longest text of a field, in characters.
const LONGEST: usize = 400;

/// Keeps what a person agreed to: the row of `consent_id`, or a new one.
///
/// Errors: `case.unknown`, `consent.unknown`, `consent.future`, `consent.order`, `consent.no-scope`, `consent.too-long`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct KeepConsent {
    case_id: Id,
    consent_id: Option<Id>,
    about: ConsentAbout,
    scope: String,
    #[ts(type = "string")]
    given_on: PartialDate,
    way: ConsentWay,
    confirmed_by: String,
    #[ts(type = "string | null")]
    valid_until: Option<PartialDate>,
}

fn not_too_long(text: &str, field: &str) -> Result<(), Failure> {
    if text.chars().count() > LONGEST {
        return Err(Failure::new("consent.too-long").at(field).with("n", LONGEST));
    }
    Ok(())
}

fn row(reader: &Reader, id: &Id) -> Result<ConsentRow, Failure> {
    reader.consent(id)?.ok_or_else(|| Failure::new("consent.unknown").at("consent_id"))
}

impl Command for KeepConsent {
    type Answer = Id;
    const CHANGES: &'static [Topic] = &[Topic::Cases];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<Id, Failure> {
        crate::cases::known(writer, &self.case_id)?;
        if let Some(id) = &self.consent_id
            && row(writer, id)?.case_id != self.case_id
        {
            return Err(Failure::new("consent.unknown").at("consent_id"));
        }
        if self.given_on.first_day() > around.today() {
            return Err(Failure::new("consent.future").at("given_on"));
        }
        if self.valid_until.is_some_and(|until| last_day(until) < self.given_on.first_day()) {
            return Err(Failure::new("consent.order").at("valid_until"));
        }
        if self.about == ConsentAbout::Other && self.scope.trim().is_empty() {
            return Err(Failure::new("consent.no-scope").at("scope"));
        }
        not_too_long(&self.scope, "scope")?;
        not_too_long(&self.confirmed_by, "confirmed_by")?;
        let consent = Consent {
            about: self.about,
            scope: self.scope.trim().to_owned(),
            given_on: self.given_on,
            way: self.way,
            confirmed_by: self.confirmed_by.trim().to_owned(),
            valid_until: self.valid_until,
        };
        Ok(writer.keep_consent(&self.case_id, self.consent_id.as_ref(), &consent)?)
    }
}

/// Writes beside a consent that it was taken back on a day; without a day, that it was not.
///
/// Errors: `consent.unknown`, `consent.future`, `consent.withdrawn-early`, `consent.too-long`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct WithdrawConsent {
    consent_id: Id,
    #[ts(type = "string | null")]
    withdrawn_on: Option<PartialDate>,
    reason: String,
}

impl Command for WithdrawConsent {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Cases];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        let row = row(writer, &self.consent_id)?;
        if let Some(on) = self.withdrawn_on {
            if on.first_day() > around.today() {
                return Err(Failure::new("consent.future").at("withdrawn_on"));
            }
            if last_day(on) < row.consent.given_on.first_day() {
                return Err(Failure::new("consent.withdrawn-early").at("withdrawn_on"));
            }
        }
        not_too_long(&self.reason, "reason")?;
        let reason = self.reason.trim().to_owned();
        let withdrawal = self.withdrawn_on.map(|on| Withdrawal { on, reason });
        Ok(writer.withdraw_consent(&self.consent_id, withdrawal.as_ref())?)
    }
}
