//! The one reader of dates as people type them.

use crate::house::Query;
use crate::{Circumstances, Failure, Topic};
use domain::calendar::{PartialDate, Precision};
use domain::text::typed_date;
use serde::{Deserialize, Serialize};
use store::Reader;

/// Asks what date a typed text means: R6.4.1, 令和元年5月, 5/1, きのう. Errors: the `date.…` of its reader.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct ReadDate {
    text: String,
}

/// A date and how exactly it is known.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct TypedDate {
    /// The date.
    pub date: PartialDate,
    /// How much of it is known.
    #[ts(type = "\"day\" | \"month\" | \"year\"")]
    pub precision: Precision,
    /// What was understood beyond the letters, such as 令和元年 for 平成31年5月.
    pub note: Option<String>,
}

impl Query for ReadDate {
    type Answer = TypedDate;
    const TOPICS: &'static [Topic] = &[];

    fn answer(self, around: &Circumstances, _: &Reader) -> Result<TypedDate, Failure> {
        let read = typed_date::read(&self.text, around.today())
            .map_err(|fault| Failure::new(fault.id()).at("text"))?;
        Ok(TypedDate { date: read.date, precision: read.date.precision(), note: read.note })
    }
}
