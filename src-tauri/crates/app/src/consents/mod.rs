//! 意向・同意: what a person agreed to, with whom and for what, how it was confirmed and by whom, until when, and when it
//! was taken back. Before a report leaves, the ledger says whose words may stand in it.

mod episodes;
mod keep;
mod marked;

pub(crate) use episodes::episodes;
pub use episodes::{EpisodeConsent, EpisodeConsents};
pub use keep::{KeepConsent, WithdrawConsent};
pub(crate) use marked::marked_notes;
pub use marked::{EpisodeNote, EpisodeNotes, MarkEpisode};

use crate::house::Query;
use crate::{Circumstances, Failure, Topic};
use chrono::{Days, Months, NaiveDate};
use domain::calendar::{PartialDate, Precision};
use domain::measure::Id;
use domain::vocabulary::{ConsentAbout, ConsentWay};
use serde::{Deserialize, Serialize};
use store::Reader;
use store::consents::ConsentRow;

/// How a consent stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum ConsentState {
    /// It holds.
    Valid,
    /// Its last day has passed.
    Ended,
    /// It was taken back.
    Withdrawn,
    /// It was never asked, or nothing was kept.
    None,
}

impl ConsentState {
    /// It was given once and holds no more.
    pub(crate) const fn has_lapsed(self) -> bool {
        matches!(self, Self::Ended | Self::Withdrawn)
    }
    /// How a row stands on a day. A withdrawal counts from its own day on, an end after its last day.
    fn of(row: &ConsentRow, on: NaiveDate) -> Self {
        if row.withdrawal.as_ref().is_some_and(|withdrawal| withdrawal.on.first_day() <= on) {
            Self::Withdrawn
        } else if row.consent.valid_until.is_some_and(|until| last_day(until) < on) {
            Self::Ended
        } else {
            Self::Valid
        }
    }
}

/// Last day that a date can mean.
fn last_day(date: PartialDate) -> NaiveDate {
    let first = date.first_day();
    let months = match date.precision() {
        Precision::Day => return first,
        Precision::Month => 1,
        Precision::Year => 12,
    };
    let next = first.checked_add_months(Months::new(months));
    next.and_then(|next| next.checked_sub_days(Days::new(1))).unwrap_or(first)
}

/// Asks for the ledger of a case, newest first. Error: `case.unknown`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct Consents {
    case_id: Id,
}

/// One row of the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ConsentLine {
    /// Identity.
    pub id: Id,
    /// What it is about.
    pub about: ConsentAbout,
    /// With whom, for what.
    pub scope: String,
    /// Day on which it was given.
    #[ts(type = "string")]
    pub given_on: PartialDate,
    /// How it was confirmed.
    pub way: ConsentWay,
    /// Who confirmed it.
    pub confirmed_by: String,
    /// Its last day.
    #[ts(type = "string | null")]
    pub valid_until: Option<PartialDate>,
    /// Day on which it was taken back.
    #[ts(type = "string | null")]
    pub withdrawn_on: Option<PartialDate>,
    /// Why.
    pub withdrawn_reason: String,
    /// How it stands today.
    pub state: ConsentState,
}

impl Query for Consents {
    type Answer = Vec<ConsentLine>;
    const TOPICS: &'static [Topic] = &[Topic::Cases];

    fn answer(self, around: &Circumstances, reader: &Reader) -> Result<Vec<ConsentLine>, Failure> {
        crate::cases::known(reader, &self.case_id)?;
        let line = |row: ConsentRow| {
            let state = ConsentState::of(&row, around.today());
            let ConsentRow { id, consent, withdrawal, .. } = row;
            ConsentLine {
                id,
                about: consent.about,
                scope: consent.scope,
                given_on: consent.given_on,
                way: consent.way,
                confirmed_by: consent.confirmed_by,
                valid_until: consent.valid_until,
                withdrawn_on: withdrawal.as_ref().map(|withdrawal| withdrawal.on),
                withdrawn_reason: withdrawal.map(|withdrawal| withdrawal.reason).unwrap_or_default(),
                state,
            }
        };
        Ok(reader.consents(&self.case_id)?.into_iter().map(line).collect())
    }
}
